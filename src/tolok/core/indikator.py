"""Indicators and variables: identity, editions of the definition, targets, values and bridges."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from tolok.core.nilai import Nilai
from tolok.core.periode import Periode


class Polaritas(StrEnum):
    """In which direction a value is better (domain handbook 9.1)."""

    NAIK = "naik"
    TURUN = "turun"
    RENTANG = "rentang"
    TETAP = "tetap"


NAMA_POLARITAS: Final = {
    Polaritas.NAIK: "makin tinggi makin baik",
    Polaritas.TURUN: "makin rendah makin baik",
    Polaritas.RENTANG: "di dalam rentang target",
    Polaritas.TETAP: "tepat pada target",
}
"""Each polarity in the words of a report."""


class Sifat(StrEnum):
    """The nature of a variable: per quarter, year to date, or stock (domain handbook 9.6)."""

    ARUS = "arus"
    KUMULATIF = "kumulatif"
    POSISI = "posisi"


class AgregasiTriwulan(StrEnum):
    """How the annual value of an indicator without a formula follows from its quarters (domain handbook 9.6)."""

    JUMLAH = "jumlah"
    RATA_RATA = "rata_rata"
    TERAKHIR = "terakhir"
    MAKSIMUM = "maksimum"
    MINIMUM = "minimum"


class AgregasiUnit(StrEnum):
    """How the value of an indicator that units report without its parts follows from theirs (domain handbook 9.7)."""

    JUMLAH = "jumlah"
    RATA_RATA = "rata_rata"
    MAKSIMUM = "maksimum"
    MINIMUM = "minimum"


class AgregasiTahun(StrEnum):
    """How progress to the end of the plan follows from the years (domain handbook 4.3, table C)."""

    TERAKHIR = "terakhir"
    JUMLAH = "jumlah"


class AturanOrdinal(StrEnum):
    """How a category becomes a capaian (domain handbook 9.5)."""

    TERCAPAI = "tercapai"
    PERINGKAT = "peringkat"
    SKOR = "skor"


class Gabungan(StrEnum):
    """How the capaian of a composite indicator follows from those of its parts."""

    RATA_RATA = "rata_rata"
    BERBOBOT = "berbobot"
    TERENDAH = "terendah"
    SEMUA_TERCAPAI = "semua_tercapai"


NAMA_MUTU: Final = {
    "mutu_sumber": "Cara pengumpulan",
    "mutu_cakupan": "Cakupan",
    "mutu_waktu": "Waktu",
    "mutu_keterbatasan": "Keterbatasan",
    "mutu_verifikasi": "Pemeriksaan",
}
"""The five data-quality disclosures of an indicator, by field, with the heads they are printed under."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EdisiIndikator:
    """
    One edition of the definition of an indicator; the edition in force follows the rule of ``core.edisi``.

    ``indikator`` is the stable identity; ``simpul`` the tujuan or sasaran it measures; ``rumus`` the formula in the
    surface of ``core.rumus`` (``""``: the value is given from outside); ``digit`` the printed decimals; ``skala`` the
    ordinal scale of a category; ``maksimum`` the greatest attainable value as printed text, e.g. ``100``.

    An indicator with ``gabungan`` is composite: it has no formula, target or value of its own but those of the
    indicators that name it in ``bagian_dari``. A part is measured like any indicator and counts only within its whole.
    The ``mutu_…`` fields disclose the quality of the data: how they are collected, what they cover, how timely they
    are, their known limits, and who checked them.
    """

    indikator: str
    edisi: str
    berlaku_mulai: date
    dicatat_pada: date
    dasar: str = ""
    simpul: str = ""
    bagian_dari: str = ""
    nama: str
    tingkat: str = "sasaran"
    satuan: str
    digit: int = 2
    polaritas: Polaritas = Polaritas.NAIK
    rumus: str = ""
    gabungan: Gabungan | None = None
    agregasi_triwulan: AgregasiTriwulan = AgregasiTriwulan.TERAKHIR
    agregasi_unit: AgregasiUnit = AgregasiUnit.JUMLAH
    agregasi_tahun: AgregasiTahun = AgregasiTahun.TERAKHIR
    skala: str = ""
    aturan_ordinal: AturanOrdinal = AturanOrdinal.TERCAPAI
    maksimum: str = ""
    bobot: str = ""
    sumber_data: tuple[str, ...] = ()
    penanggung_jawab: tuple[str, ...] = ()
    definisi: str = ""
    mutu_sumber: str = ""
    mutu_cakupan: str = ""
    mutu_waktu: str = ""
    mutu_keterbatasan: str = ""
    mutu_verifikasi: str = ""

    @property
    def mutu_per_nama(self) -> dict[str, str]:
        """The five data-quality disclosures under their heads, ``""`` where nothing was disclosed."""
        return {nama: getattr(self, ruas) for ruas, nama in NAMA_MUTU.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Variabel:
    """A counted quantity, entered once and used by any number of formulas under its ``label``."""

    id: str
    label: str
    satuan: str
    sifat: Sifat
    definisi: str = ""
    sumber: str = ""
    kelas_bukti: str = "terbuka"


@dataclass(frozen=True, slots=True, kw_only=True)
class NilaiVariabel:
    """
    The value of a variable in a quarter (or, with triwulan 0, of a whole year), with its source.

    ``unit`` says which unit reported it; the values of all units add up to that of the agency (``""``: the agency).
    """

    variabel: str
    periode: Periode
    unit: str = ""
    nilai: Nilai
    sumber: str = ""
    bukti: str = ""
    dicatat_pada: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A target as one document edition states it; ``dokumen`` is a plan edition or an agreement."""

    indikator: str
    periode: Periode
    nilai: Nilai
    dokumen: str
    berlaku_mulai: date | None = None
    dicatat_pada: date | None = None
    dasar: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NilaiTercatat:
    """
    A realisasi known only as a printed value, without parts: earlier years, outside bodies, rival sources.

    ``unit`` says which unit reported it; those of all units are put together by ``agregasi_unit``.
    """

    indikator: str
    periode: Periode
    unit: str = ""
    nilai: Nilai
    sumber: str
    letak: str = ""
    dicatat_pada: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pembanding:
    """A benchmark: national, provincial or of a neighbour (domain handbook 4.2, analysis 4)."""

    indikator: str
    tahun: int
    cakupan: str
    nilai: Nilai
    sumber: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Jembatan:
    """Says whether values of an older indicator or edition may be compared with a newer one, and why."""

    lama: str
    baru: str
    sebanding: bool
    alasan: str
