"""
Mutation run over the numeric core: how many small wrong changes does the suite notice?

``python -m bench.mutasi`` continues where the last run stopped. Mutants of all files are taken in one random order with
a fixed seed, so a run cut short at any point is an unbiased sample. A result is kept under ``bench/.hasil`` and used
again as long as the mutated file is the same and either the test that killed it or, for a survivor, all tests are.
Survivors a reviewer found equivalent stand with their reason in ``bench/mutasi/setara.toml``.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from typing import Final

from bench.mutasi.catatan import Catatan
from bench.mutasi.laporan import KEPALA, load_setara, tulis_baris, write_halaman
from bench.mutasi.salinan import Putusan, Salinan
from bench.mutasi.urusan import (
    AKAR,
    BENIH,
    DAFTAR_BERKAS,
    INTI,
    Urusan,
    list_uji,
    list_uji_bersama,
    list_uji_sendiri,
    list_urusan,
)
from bench.ukur import print_tabel

MENIT: Final = 10


def run_mutasi(daftar: list[Urusan], *, menit: float, paling_banyak: int) -> dict[str, Putusan]:
    """Go through the list in its order until the time or the number is used up; return the verdicts by mutant id."""
    catatan = Catatan()
    habis = time.monotonic() + menit * 60
    hasil: dict[str, Putusan] = {}
    pelaksana: _Pelaksana | None = None
    try:
        for urusan in daftar[:paling_banyak]:
            putusan = catatan.find(urusan)
            if putusan is None:
                if time.monotonic() > habis:
                    break
                pelaksana = pelaksana or _Pelaksana()
                putusan = pelaksana.run(urusan)
                catatan.keep(urusan, putusan)
            hasil[urusan.mutan.id] = putusan
    finally:
        if pelaksana:
            pelaksana.salinan.close()
    return hasil


class _Pelaksana:
    """Holds the copy and the seconds test files take when nothing is wrong."""

    def __init__(self) -> None:
        self.salinan = Salinan(AKAR)
        self._detik: dict[tuple[str, ...], float] = {}

    def run(self, urusan: Urusan) -> Putusan:
        """Ask the written values of the file's own tests first, since they are quick, then everything."""
        sendiri, bersama = list_uji_sendiri(urusan.berkas), list_uji_bersama()
        batas = 15 + 4 * (self._ukur(sendiri) + self._ukur(bersama))
        jalur = AKAR / INTI / urusan.berkas
        ganti = (jalur.relative_to(AKAR / "src").as_posix(), urusan.mutan.apply(jalur.read_bytes()))
        if sendiri:
            cepat = self.salinan.run((*sendiri, "-m", "not hypothesis"), batas_detik=batas, ganti=ganti)
            if cepat.keadaan != "lolos":
                return cepat
        return self.salinan.run(list_uji(urusan.berkas), batas_detik=batas, ganti=ganti)

    def _ukur(self, uji: tuple[str, ...]) -> float:
        if uji and uji not in self._detik:
            murni = self.salinan.run(uji, batas_detik=600)
            if murni.keadaan != "lolos":
                raise SystemExit(f"Uji gagal tanpa mutan: {murni.penguji}. Perbaiki dulu, lalu ulangi.")
            self._detik[uji] = murni.detik
        return self._detik.get(uji, 0)


def main(argumen: list[str] | None = None) -> int:
    """Continue the run, print the table and the survivors, and write the page if asked."""
    pengurai = argparse.ArgumentParser(prog="python -m bench.mutasi", description="Melanjutkan uji mutasi.")
    bawaan = float(os.environ.get("TOLOK_MUTASI_MENIT", MENIT))
    pengurai.add_argument("--menit", type=float, default=bawaan, help="lama paling banyak (bawaan: %(default)s)")
    pengurai.add_argument("--benih", type=int, default=BENIH, help="benih urutan acak (bawaan: %(default)s)")
    pengurai.add_argument("--jumlah", type=int, default=sys.maxsize, help="hanya sekian mutan pertama menurut urutan")
    pengurai.add_argument("--berkas", nargs="+", default=DAFTAR_BERKAS, help="hanya berkas ini di core")
    pengurai.add_argument("--tulis", action="store_true", help="tulis docs/pengembang/mutasi.md")
    pilihan = pengurai.parse_args(argumen)
    os.nice(10)
    daftar = list_urusan(pilihan.benih, pilihan.berkas)
    hasil = run_mutasi(daftar, menit=pilihan.menit, paling_banyak=pilihan.jumlah)
    setara = load_setara()
    print_tabel("Uji mutasi", KEPALA, list(tulis_baris(daftar, hasil, setara)))
    for urusan in daftar:
        putusan = hasil.get(urusan.mutan.id)
        if putusan and putusan.keadaan == "lolos" and urusan.mutan.id not in setara:
            print(f"lolos: baris {urusan.mutan.baris}: {urusan.mutan.id}")
    if pilihan.tulis:
        write_halaman(daftar, hasil, setara, perintah=f"python -m bench.mutasi --benih {pilihan.benih} --tulis")
    return 0
