"""Spoiling one random cell of a random package: the problem is at that cell, or the package is another valid one."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from dasar_paket import PaketUji
from hypothesis import given, settings
from hypothesis import strategies as st

from tolok.paket.acak import make_instansi_acak
from tolok.paket.acuan import DAFTAR_ACUAN
from tolok.paket.kolom import TABEL
from tolok.paket.kunci import KUNCI
from tolok.paket.masalah import Tingkat
from tolok.paket.muat import check_paket

SAMPAH = (
    "",
    "x.y",
    "49.48",
    "-7",
    "entah",
    "belum_ada:entah",
    "2020-13-40",
    "99999999999999999999",
    "a|",
    "{capaian:tiada}",
)
MENJADI_ACUAN = {(acuan.sumber[0][0], acuan.sumber[0][1]) for acuan in DAFTAR_ACUAN}
BERAKIBAT = {
    ("indikator", "satuan"),
    ("indikator", "skala"),
    ("indikator", "edisi"),
    ("indikator", "rumus"),
    ("indikator", "berlaku_mulai"),
    ("variabel", "satuan"),
    ("variabel", "label"),
    ("simpul", "edisi"),
    ("anggaran", "induk"),
    ("perjanjian", "id"),
}
"""Cells that give others their meaning: what is wrong may show where they are used."""


@lru_cache(maxsize=1)
def _asal() -> tuple[TemporaryDirectory[str], dict[str, list[list[str]]]]:
    akar = TemporaryDirectory()
    paket = PaketUji.make(Path(akar.name), make_instansi_acak(seed=4, jumlah_sasaran=4))
    assert paket.periksa() == ()
    return akar, {nama: paket.baris(nama) for nama in TABEL}


@given(seed=st.integers(0, 10**9), sampah=st.sampled_from(SAMPAH))
@settings(max_examples=150)
def test_a_spoiled_cell_is_where_the_problem_is(seed: int, sampah: str) -> None:
    akar, isi = _asal()
    acak = Random(seed)
    nama = acak.choice([nama for nama, daftar_baris in isi.items() if len(daftar_baris) > 1])
    baris = acak.randrange(2, len(isi[nama]) + 1)
    kolom = acak.choice(isi[nama][0])
    paket = PaketUji(Path(akar.name) / "paket")
    paket.ubah(nama, baris, kolom, sampah)
    try:
        hasil = check_paket(paket.folder)
    finally:
        paket.simpan(nama, isi[nama])
    galat = [masalah for masalah in hasil.daftar_masalah if masalah.tingkat is Tingkat.GALAT]
    if (nama, kolom) in MENJADI_ACUAN | BERAKIBAT:
        return
    letak = {(masalah.berkas, masalah.baris, masalah.kolom) for masalah in galat}
    utama = KUNCI[nama][0]
    sepadan = {(f"{nama}.csv", baris, kolom), (f"{nama}.csv", baris, utama)}
    pasangan = {"nilai": ("tanda", "keterangan"), "tanda": ("keterangan",)}.get(kolom, ())
    sepadan |= {(f"{nama}.csv", baris, lain) for lain in pasangan}
    assert letak <= sepadan, [str(masalah) for masalah in galat]
    if galat:
        assert hasil.data is None
    else:
        assert hasil.data is not None
