"""A read file as tests need it: two documents about the example agency, with drift, doubt and contradiction."""

from __future__ import annotations

from typing import Any

from tolok.core.angka import Angka
from tolok.core.bacaan.blok import Paragraf, SelBlok, Tabel
from tolok.core.bacaan.dokumen import (
    AnggaranTerbaca,
    BerkasTerbaca,
    Besaran,
    DokumenTerbaca,
    IndikatorTerbaca,
    JenisDokumen,
    NilaiTerbaca,
    TabelTerbaca,
    Tingkat,
)
from tolok.core.dokumen.sel import Letak

SIDIK = "ab" * 32
PMKS = "Persentase Penyandang Masalah Kesejahteraan Sosial (PMKS) yang terpenuhi kebutuhan dasarnya"
PMKS_PENDEK = "Prosentase PMKS yang terpenuhi kebutuhan dasarnya"


def nilai(besaran: Besaran, tercetak: str, angka: str | None, **lain: Any) -> NilaiTerbaca:
    """Return one printed value of 2020."""
    isi = {"tahun": 2020, "letak": Letak(halaman=3, baris=7, tabel="Tabel 2.1", sel="C2"), **lain}
    return NilaiTerbaca(besaran, tercetak, None if angka is None else Angka.from_desimal(angka), **isi)


def indikator(nama: str, *daftar: NilaiTerbaca, **lain: Any) -> IndikatorTerbaca:
    """Return one row of an indicator in %."""
    return IndikatorTerbaca(nama, nilai=daftar, **{"satuan": "%", "letak": Letak(halaman=3, baris=7), **lain})


def anggaran(kode: str, nama: str, *daftar: NilaiTerbaca, **lain: Any) -> AnggaranTerbaca:
    """Return one row of the budget, a kegiatan unless said otherwise."""
    return AnggaranTerbaca(nama, lain.pop("tingkat", Tingkat.KEGIATAN), kode=kode, nilai=daftar, **lain)


def dokumen(*, jenis: JenisDokumen = JenisDokumen.LKJIP, **lain: Any) -> DokumenTerbaca:
    """Return one document of 2020."""
    return DokumenTerbaca(jenis, **{"judul": "Laporan Contoh", "tahun": 2020, **lain})


def berkas(*daftar: DokumenTerbaca, nama: str = "laporan.pdf") -> BerkasTerbaca:
    """Return one file."""
    return BerkasTerbaca(nama, SIDIK, daftar)


def berkas_lengkap() -> BerkasTerbaca:
    """Return a file that uses every field of the models."""
    tabel = TabelTerbaca(
        indeks=0,
        nomor="2.1",
        judul="Perjanjian Kinerja",
        kepala=("Indikator", "Target"),
        isi=((PMKS, "86%"),),
        letak=Letak(halaman=3, tabel="Tabel 2.1"),
        letak_isi=((Letak(halaman=3, baris=7, sel="B2"), Letak(halaman=3, baris=7, sel="C2")),),
    )
    blok = (
        Paragraf("Bab II", Letak(halaman=3, baris=1), tingkat=1),
        Tabel(((SelBlok("Indikator"), SelBlok("Target")), (SelBlok(PMKS, rentang_kolom=2), None)), jumlah_kepala=1),
    )
    isi = indikator(
        PMKS,
        nilai(Besaran.TARGET, "86%", "86", catatan=("ocr",), tabel=0),
        nilai(Besaran.REALISASI, "85.6-87.5", "85.6", atas=Angka(175, 2), triwulan=2),
        sumber_data=("Data Terpadu",),
        tabel=0,
    )
    return berkas(dokumen(indikator=(isi,), tabel=(tabel,), blok=blok, tahun_akhir=2024))
