"""What a column of a published table can mean; every recogniser speaks these words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Arti(StrEnum):
    """Meaning of a column. Those from ``TARGET`` on hold values, the others words."""

    NOMOR = "nomor"
    KODE = "kode"
    MISI = "misi"
    TUJUAN = "tujuan"
    INDIKATOR_TUJUAN = "indikator_tujuan"
    SASARAN = "sasaran"
    IKU_DAERAH = "iku_daerah"
    INDIKATOR = "indikator"
    INDIKATOR_PROGRAM = "indikator_program"
    INDIKATOR_KEGIATAN = "indikator_kegiatan"
    INDIKATOR_SUBKEGIATAN = "indikator_subkegiatan"
    SATUAN = "satuan"
    RUMUS = "rumus"
    DEFINISI = "definisi"
    POLARITAS = "polaritas"
    SUMBER_DATA = "sumber_data"
    PENANGGUNG_JAWAB = "penanggung_jawab"
    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    SUBKEGIATAN = "subkegiatan"
    PROGRAM_KEGIATAN = "program_kegiatan"
    URAIAN = "uraian"
    SUMBER_DANA = "sumber_dana"
    STRATEGI = "strategi"
    LOKASI = "lokasi"
    WAKTU = "waktu"
    KETERANGAN = "keterangan"
    ANALISIS = "analisis"
    PREDIKAT = "predikat"
    TARGET = "target"
    REALISASI = "realisasi"
    CAPAIAN = "capaian"
    RASIO = "rasio"
    KONDISI_AWAL = "kondisi_awal"
    TARGET_AKHIR = "target_akhir"
    TINGKAT_KEMAJUAN = "tingkat_kemajuan"
    EFISIENSI = "efisiensi"
    PERTUMBUHAN = "pertumbuhan"
    NASIONAL = "nasional"
    PAGU = "pagu"
    PAGU_AKHIR = "pagu_akhir"
    REALISASI_ANGGARAN = "realisasi_anggaran"
    PERSEN_ANGGARAN = "persen_anggaran"
    SISA_ANGGARAN = "sisa_anggaran"
    PERTUMBUHAN_ANGGARAN = "pertumbuhan_anggaran"
    LAIN = ""


_DAFTAR: Final = tuple(Arti)
NILAI_UANG: Final = frozenset({Arti.PAGU, Arti.PAGU_AKHIR, Arti.REALISASI_ANGGARAN, Arti.SISA_ANGGARAN})
"""Columns of amounts of money."""
NILAI_ANGGARAN: Final = NILAI_UANG | {Arti.PERSEN_ANGGARAN, Arti.PERTUMBUHAN_ANGGARAN}
"""Columns about the budget, amounts and percentages."""
NILAI_KINERJA: Final = frozenset(_DAFTAR[_DAFTAR.index(Arti.TARGET) : _DAFTAR.index(Arti.PAGU)])
"""Columns of values of an indicator."""
NILAI: Final = NILAI_KINERJA | NILAI_ANGGARAN
NAMA_INDIKATOR: Final = frozenset(
    {
        Arti.INDIKATOR,
        Arti.INDIKATOR_TUJUAN,
        Arti.INDIKATOR_PROGRAM,
        Arti.INDIKATOR_KEGIATAN,
        Arti.INDIKATOR_SUBKEGIATAN,
    }
)
NAMA_ANGGARAN: Final = frozenset({Arti.PROGRAM, Arti.KEGIATAN, Arti.SUBKEGIATAN, Arti.PROGRAM_KEGIATAN})
BERKALIMAT: Final = frozenset({Arti.RUMUS, Arti.DEFINISI, Arti.KETERANGAN, Arti.ANALISIS, Arti.STRATEGI, Arti.LAIN})
"""Columns whose cells may hold anything, numbers too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolom:
    """
    What the head of a column says.

    ``pengali``: what its numbers are multiplied with (a head in million rupiah: 1 000 000). ``is_kumulatif``: a value
    "up to" a period. ``is_setahun``: the head says it is of the whole year. ``bulan``: 1 to 12 in a table with a column
    per month.
    """

    arti: Arti = Arti.LAIN
    tahun: int | None = None
    triwulan: int | None = None
    bulan: int | None = None
    satuan: str = ""
    pengali: int = 1
    is_kumulatif: bool = False
    is_setahun: bool = False
