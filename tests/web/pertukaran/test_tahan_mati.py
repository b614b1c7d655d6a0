"""A load that dies at any moment leaves all of the year or nothing of it."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random

from tests.web.tempat import TOLOK, Tempat

from tolok.core.instansi import TahunInstansi
from tolok.paket.acak import make_instansi_acak
from tolok.paket.tulis import write_paket

BENIH = 20261130
BANYAK = 6
APP = ("audit", "organisasi", "perencanaan", "anggaran", "perjanjian", "pengukuran", "pelaporan")


def test_kill_during_a_load_leaves_all_or_nothing(tempat: Tempat, tmp_path: Path) -> None:
    tempat.siapkan()
    data = make_instansi_acak(seed=7, jumlah_sasaran=3, ukuran=6)
    kosong = _hitung_baris(tempat)
    assert not any(kosong.values())
    mulai = time.monotonic()
    assert _mulai(tempat, _tulis(data, tmp_path, 0)).wait(timeout=120) == 0
    lama = time.monotonic() - mulai
    penuh = _hitung_baris(tempat)
    seluruhnya = {nama: banyak for nama, banyak in penuh.items() if banyak}
    assert seluruhnya["perencanaan_edisiindikator"] > 20
    acak = Random(BENIH)
    sebelum, mati = penuh, 0
    for nomor in range(1, BANYAK + 1):
        anak = _mulai(tempat, _tulis(data, tmp_path, nomor))
        try:
            anak.wait(timeout=acak.uniform(0.4, 1.0) * lama)
        except subprocess.TimeoutExpired:
            anak.send_signal(signal.SIGKILL)
            mati += anak.wait() == -signal.SIGKILL
        sesudah = _hitung_baris(tempat)
        bertambah = {nama: banyak - sebelum[nama] for nama, banyak in sesudah.items() if banyak != sebelum[nama]}
        assert bertambah in ({}, seluruhnya), f"percobaan {nomor} tersimpan sebagian"
        sebelum = sesudah
    assert mati, "tidak satu pun terhenti sebelum selesai; perkecil jedanya"
    ulang = tempat.tolok("muat-paket", str(_tulis(data, tmp_path, BANYAK)), "--ya")
    assert ulang.returncode == 0, ulang.stderr


def _tulis(data: TahunInstansi, tmp_path: Path, nomor: int) -> Path:
    paket = tmp_path / f"paket-{nomor}"
    write_paket(replace(data, instansi=replace(data.instansi, id=f"dinas-{nomor}")), paket)
    return paket


def _mulai(tempat: Tempat, paket: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*TOLOK, "muat-paket", str(paket), "--ya"], env=tempat.lingkungan, stdout=subprocess.DEVNULL
    )


def _hitung_baris(tempat: Tempat) -> Counter[str]:
    """Return how many rows each table of ours has, as another program sees them."""
    if not tempat.basis_data:
        sambungan = sqlite3.connect(tempat.folder / "tolok.sqlite3")
        try:
            tabel = [nama for (nama,) in sambungan.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            return Counter(
                {n: sambungan.execute(f'SELECT count(*) FROM "{n}"').fetchone()[0] for n in tabel if _is_kita(n)}
            )
        finally:
            sambungan.close()
    import psycopg

    with psycopg.connect(tempat.basis_data) as pg:
        tabel = [nama for (nama,) in pg.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")]
        return Counter({n: pg.execute(f'SELECT count(*) FROM "{n}"').fetchone()[0] for n in tabel if _is_kita(n)})  # type: ignore[arg-type, index]


def _is_kita(nama: str) -> bool:
    return nama.partition("_")[0] in APP
