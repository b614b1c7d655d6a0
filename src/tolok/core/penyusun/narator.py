"""Reading all narratives of an agency-year once, with their tokens looked up and their faults collected."""

from __future__ import annotations

from typing import Final

from tolok.core.angka_literal import NilaiDikenal, find_angka_literal, has_angka_literal
from tolok.core.dokumen.teks import Alinea, BlokTeks, make_kalimat
from tolok.core.dokumen.temuan_narasi import TemuanNarasi
from tolok.core.hasil.rujukan import BESARAN_BEREDISI, BESARAN_PER_JENIS, INSTANSI, PencariToken
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.narasi import GalatNarasi, GalatToken, NarasiTidakTerbaca, Token, parse_narasi
from tolok.core.naskah import Analisis
from tolok.core.periode import Periode

KUNCI_NARASI: Final = {
    "kata_pengantar": "Kata pengantar; tanpa ini dipakai kata pengantar bawaan",
    "ikhtisar_eksekutif": "Ikhtisar eksekutif, sesudah kalimat buatan",
    "gambaran_umum": "Bab I, gambaran umum organisasi",
    "sejarah": "Bab I, sejarah organisasi",
    "tugas_fungsi": "Bab I, tugas dan fungsi, sebelum tabel unit",
    "sumber_daya": "Bab I, sumber daya, sesudah tabel pegawai",
    "permasalahan": "Bab I, isu strategis, sebelum daftar isu",
    "rencana_strategis": "Bab II, rencana strategis",
    "program_kegiatan": "Bab II, program dan kegiatan",
    "perjanjian_kinerja": "Bab II, perjanjian kinerja",
    "metode_pengukuran": "Bab III, cara mengukur, sebelum kebijakan",
    "capaian_organisasi": "Bab III, capaian organisasi, sesudah tabel ringkasan",
    "sasaran_<id>": "Bab III, analisis sebuah sasaran, sebelum tabel A sampai I",
    "realisasi_anggaran": "Bab III, realisasi anggaran, sesudah kalimat buatan",
    "kesimpulan": "Bab IV, kesimpulan, sesudah kalimat buatan",
    "langkah_perbaikan": "Bab IV, langkah perbaikan",
}
"""The narratives the LKjIP has a place for, and where each one stands."""

BELUM_DIISI: Final = "Belum diisi"


class Narator:
    """The narratives of one agency-year as text blocks."""

    def __init__(self, hasil: HasilTahun) -> None:
        """
        Read every narrative and analysis.

        :raises NarasiTidakTerbaca: with all faults of all of them, if there is any
        """
        self._hasil = hasil
        self._cari = PencariToken(hasil)
        self._daftar_galat: list[GalatNarasi] = []
        data = hasil.data
        self._teks_per_kunci = {narasi.kunci: narasi.teks for narasi in data.daftar_narasi}
        self._blok_per_kunci = {kunci: self._baca(kunci, teks) for kunci, teks in self._teks_per_kunci.items()}
        self._analisis: dict[tuple[str, Periode], tuple[tuple[BlokTeks, ...], tuple[BlokTeks, ...]]] = {
            (satu.indikator, satu.periode): (
                self._baca(kunci_analisis(satu, "penyebab"), satu.penyebab),
                self._baca(kunci_analisis(satu, "solusi"), satu.solusi),
            )
            for satu in data.daftar_analisis
        }
        if self._daftar_galat:
            raise NarasiTidakTerbaca(self._daftar_galat)

    def _baca(self, kunci: str, teks: str) -> tuple[BlokTeks, ...]:
        terbaca = parse_narasi(kunci, teks, self._cari)
        self._daftar_galat.extend(terbaca.daftar_galat)
        return terbaca.blok

    def blok(self, kunci: str) -> tuple[BlokTeks, ...]:
        """Return the blocks of a narrative, none if it was not written."""
        return self._blok_per_kunci.get(kunci, ())

    def analisis(self, indikator: str, periode: Periode) -> tuple[tuple[BlokTeks, ...], tuple[BlokTeks, ...]]:
        """Return causes and answers of an indicator, each empty if not written."""
        return self._analisis.get((indikator, periode), ((), ()))

    def find_temuan(self) -> tuple[TemuanNarasi, ...]:
        """Return the typed numbers in all narratives that repeat or contradict a known value."""
        daftar = [*self._teks_per_kunci.items()]
        for satu in self._hasil.data.daftar_analisis:
            daftar += [
                (kunci_analisis(satu, "penyebab"), satu.penyebab),
                (kunci_analisis(satu, "solusi"), satu.solusi),
            ]
        daftar = [(kunci, teks) for kunci, teks in daftar if has_angka_literal(teks)]
        if not daftar:
            return ()
        daftar_dikenal = list_dikenal(self._hasil)
        return tuple(temuan for kunci, teks in daftar for temuan in find_angka_literal(kunci, teks, daftar_dikenal))


def kunci_analisis(analisis: Analisis, bagian: str) -> str:
    """Return the name under which faults in an analysis are reported."""
    return f"{bagian} {analisis.indikator} ({analisis.periode.label})"


def belum_diisi(apa: str) -> tuple[BlokTeks, ...]:
    """Return the visible text of a missing part."""
    return (Alinea(make_kalimat(f"{BELUM_DIISI}: {apa}.")),)


def list_dikenal(hasil: HasilTahun) -> tuple[NilaiDikenal, ...]:
    """Return what narratives may speak of: results of the year and of last year, budget, counted variables."""
    data = hasil.data
    cari = PencariToken(hasil)
    daftar: list[NilaiDikenal] = []

    def tambah(nama: str, objek: str, jenis: str, daftar_tahun: tuple[int, ...]) -> None:
        for tahun in daftar_tahun:
            for besaran in BESARAN_PER_JENIS[jenis]:
                if tahun != data.tahun and besaran in BESARAN_BEREDISI:
                    continue
                token = Token(besaran, objek, "" if tahun == data.tahun else str(tahun))
                try:
                    nilai = cari(token)
                except GalatToken:
                    continue
                daftar.append(NilaiDikenal(hasil=nilai, nama=nama, tahun=tahun, token=token))

    daftar_induk = hasil.daftar_indikator()
    daftar_bagian = [bagian for induk in daftar_induk for bagian in hasil.daftar_bagian(induk.indikator)]
    for indikator in (*daftar_induk, *daftar_bagian):
        tambah(indikator.nama, indikator.indikator, "indikator", (data.tahun, data.tahun - 1))
    tambah("", INSTANSI, INSTANSI, (data.tahun,))
    tambah("", "total", "anggaran", (data.tahun,))
    for simpul in hasil.daftar_sasaran():
        tambah(simpul.uraian, simpul.id, "sasaran", (data.tahun,))
    for anggaran in data.daftar_anggaran:
        tambah(anggaran.nama, anggaran.kode, "anggaran", (data.tahun,))
    for variabel in data.daftar_variabel:
        tambah(variabel.label, variabel.id, "variabel", (data.tahun,))
    return tuple(daftar)
