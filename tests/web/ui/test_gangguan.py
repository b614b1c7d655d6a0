"""A lost database and a full disk, for real: a page that says what is safe, and afterwards everything works again."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from tests.web.situs import Jawaban, Situs, serve
from tests.web.tempat import Tempat, make_tempat

BASIS_DATA_UJI = os.environ.get("TOLOK_UJI_BASIS_DATA", "")
PAMERAN = {"DJANGO_SETTINGS_MODULE": "tests.web.pameran.pengaturan"}
MASUK = "/akun/masuk/"
SANDI = "kata sandi untuk uji 1!"
SIMPANAN = "/simpanan/"
"""Read how many rows there are (GET), write two in one transaction (POST)."""


def _ensure_halaman(jawaban: Jawaban, status: int, kata: str) -> None:
    assert jawaban.status == status, jawaban.teks
    assert kata in jawaban.teks
    assert re.search(r"Nomor galat [0-9a-f-]{36}", jawaban.teks)
    assert "Traceback" not in jawaban.teks
    assert "default-src 'none'" in jawaban.kepala["Content-Security-Policy"]


def test_a_database_that_refuses_gives_a_page_and_the_worker_lives(tempat: Tempat) -> None:
    tempat.siapkan()
    with serve(tempat, **PAMERAN, TOLOK_BASIS_DATA="postgresql://tolok:rahasia@127.0.0.1:1/tolok") as situs:
        for _ in range(2):
            jawaban = situs.minta(SIMPANAN)
            _ensure_halaman(jawaban, 503, "basis datanya tidak menjawab")
            assert "rahasia" not in jawaban.teks
        _ensure_halaman(situs.minta(SIMPANAN, kirim={}), 503, "tidak ada yang tersimpan sebagian")


def test_a_lost_database_gives_a_page_and_comes_back_with_everything(tempat: Tempat) -> None:
    alamat = (BASIS_DATA_UJI and tempat.basis_data) or f"sqlite://{tempat.folder}/simpanan/tolok.sqlite3"
    if not BASIS_DATA_UJI:
        (tempat.folder / "simpanan").mkdir()
        tempat.lingkungan["TOLOK_BASIS_DATA"] = alamat
    tempat.siapkan()
    with serve(tempat, **PAMERAN) as situs:
        assert situs.minta(SIMPANAN).status == 200
        _pindahkan(alamat, ke_sana=True)
        _ensure_halaman(situs.minta(SIMPANAN), 503, "Data yang sudah tersimpan tidak berubah")
        _pindahkan(alamat, ke_sana=False)
        assert situs.minta(SIMPANAN).status == 200


def _pindahkan(alamat: str, *, ke_sana: bool) -> None:
    """Take the database away (``ke_sana``) or give it back."""
    bagian = urlsplit(alamat)
    if bagian.scheme == "sqlite":
        folder = Path(bagian.path).parent
        dari, ke = folder, folder.with_name("pindah")
        shutil.move(*(str(p) for p in ((dari, ke) if ke_sana else (ke, dari))))
        return
    import psycopg

    nama = bagian.path[1:]
    dari_nama, ke_nama = (nama, f"{nama}_pindah") if ke_sana else (f"{nama}_pindah", nama)
    with psycopg.connect(bagian._replace(path="/postgres").geturl(), autocommit=True) as sambungan:
        sambungan.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [dari_nama])
        sambungan.execute(f'ALTER DATABASE "{dari_nama}" RENAME TO "{ke_nama}"')


def test_a_file_that_is_no_database_any_more_gives_a_page(tmp_path: Path) -> None:
    with make_tempat(tmp_path / "tempat") as tempat, _serve_siap(tempat) as situs:
        assert situs.minta(SIMPANAN).status == 200
        for isi in (b"bukan basis data" * 500, b""):
            for berkas in tempat.folder.glob("tolok.sqlite3*"):
                berkas.unlink()
            (tempat.folder / "tolok.sqlite3").write_bytes(isi)
            _ensure_halaman(situs.minta(SIMPANAN), 503, "basis datanya tidak menjawab")


@contextmanager
def _serve_siap(tempat: Tempat) -> Iterator[Situs]:
    tempat.siapkan()
    with serve(tempat, **PAMERAN) as situs:
        yield situs


def test_even_a_site_that_was_never_prepared_answers_with_words(tempat: Tempat) -> None:
    with serve(tempat, **PAMERAN) as situs:
        _ensure_halaman(situs.minta("/tidak/ada"), 404, "Halaman ini tidak ada")


@pytest.fixture
def tempat_kecil(tmp_path: Path) -> Iterator[Tempat]:
    """A place on a disk of its own of 12 MB."""
    titik = tmp_path / "kecil"
    titik.mkdir()
    pasang = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(titik)], capture_output=True, text=True, check=False
    )
    if pasang.returncode != 0:
        pytest.skip(f"tmpfs tidak dapat dipasang di sini: {pasang.stderr.strip()}")
    try:
        with make_tempat(titik / "tempat") as ada:
            yield ada
    finally:
        subprocess.run(["umount", "-l", str(titik)], check=True)


def test_a_full_disk_refuses_what_is_written_and_loses_nothing(tempat_kecil: Tempat) -> None:
    tempat_kecil.siapkan()
    with serve(tempat_kecil, **PAMERAN) as situs:
        assert situs.minta(SIMPANAN, kirim={}).teks == "<p>2</p>"
        _penuhi(tempat_kecil.folder / "sumbat")
        berhasil = _tulis_sampai_gagal(situs)
        if (baca := situs.minta(SIMPANAN)).status != 200:  # SQLite may need a new file even for reading
            _ensure_halaman(baca, 507, "Data yang sudah tersimpan tidak berubah")
        (tempat_kecil.folder / "sumbat").unlink()
        assert situs.minta(SIMPANAN).teks == f"<p>{2 + 2 * berhasil}</p>"
        assert situs.minta(SIMPANAN, kirim={}).teks == f"<p>{4 + 2 * berhasil}</p>"


def test_signing_in_on_a_full_disk_says_what_is_safe_and_not_that_it_was_tried_too_often(tempat_kecil: Tempat) -> None:
    tempat_kecil.siapkan()
    with serve(tempat_kecil) as situs:
        assert situs.minta(MASUK).status == 200
        _penuhi(tempat_kecil.folder / "sumbat")
        for sandi in ("salah", SANDI):
            jawaban = situs.minta(MASUK, kirim={"login": "budi", "password": sandi})
            _ensure_halaman(jawaban, 507, "tidak ada yang tersimpan sebagian")
        (tempat_kecil.folder / "sumbat").unlink()
        assert "Nama atau kata sandi salah" in situs.minta(MASUK, kirim={"login": "budi", "password": "salah"}).teks


def _penuhi(berkas: Path) -> None:
    with berkas.open("wb", buffering=0) as keluar:
        for besar in (1 << 16, 1 << 10, 1):
            try:
                while True:
                    keluar.write(b"x" * besar)
            except OSError:
                continue


def _tulis_sampai_gagal(situs: Situs) -> int:
    """Write until the pages that were still free are used up; return how often that was acknowledged."""
    for berhasil in range(2000):
        jawaban = situs.minta(SIMPANAN, kirim={})
        if jawaban.status != 200:
            _ensure_halaman(jawaban, 507, "tidak ada yang tersimpan sebagian")
            return berhasil
    raise AssertionError("cakram penuh, tetapi semua masih tersimpan")
