"""The policies an agency declares once for a year and prints with its report (domain handbook 9 to 11)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from tolok.core.angka import Angka

BATAS_BAWAAN: Final = Angka(120)
BAGIAN_MINIMUM_BAWAAN: Final = Angka(75)


class RumusTurun(StrEnum):
    """The two formulas in use for "lower is better"."""

    SELISIH = "(2T-R)/T"
    NISBAH = "T/R"


class DasarHitung(StrEnum):
    """Whether capaian is computed from full values or from the printed (rounded) ones."""

    PENUH = "penuh"
    TERCETAK = "tercetak"


class RataRata(StrEnum):
    """What the agency mean is a mean of."""

    INDIKATOR = "indikator"
    SASARAN = "sasaran"


class RumusEfisiensi(StrEnum):
    """Efficiency formulas of domain handbook 10; E5 and NE are those of ministries."""

    E1 = "E1"
    E2 = "E2"
    E3 = "E3"
    E4 = "E4"
    E5 = "E5"
    E6 = "E6"
    NE = "NE"


class KebijakanNol(StrEnum):
    """What a capaian is where the formula has no answer."""

    SERATUS = "100"
    NOL = "0"
    BATAS = "batas"
    TANPA_CAPAIAN = "tanpa_capaian"


class KebijakanTidakLapor(StrEnum):
    """How an average treats an indicator not reported after the deadline (domain handbook 9.3 c)."""

    NOL = "dihitung_0"
    TAHAN = "rata_rata_ditahan"
    KELUAR = "dikeluarkan"


class DalamRentang(StrEnum):
    """Capaian inside a target range: 100, or measured against the upper bound (domain handbook 9.1)."""

    SERATUS = "100"
    BATAS_ATAS = "R/U"


class LuarRentang(StrEnum):
    """
    Capaian above a target range that names no better side: against the upper bound as the official example does, or
    falling off, since leaving the range is never better (domain handbook 9.1).
    """

    BATAS_ATAS = "R/U"
    MENJAUH = "(2U-R)/U"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kebijakan:
    """One declared set of conventions; ``batas`` caps averages only (``None``: no cap), raw values are kept."""

    rumus_turun: RumusTurun = RumusTurun.SELISIH
    batas: Angka | None = BATAS_BAWAAN
    dasar_hitung: DasarHitung = DasarHitung.PENUH
    rata_rata: RataRata = RataRata.INDIKATOR
    efisiensi: RumusEfisiensi = RumusEfisiensi.E1
    skala: str = ""
    bagian_minimum: Angka = BAGIAN_MINIMUM_BAWAAN
    turun_target_nol: KebijakanNol = KebijakanNol.NOL
    turun_realisasi_nol: KebijakanNol = KebijakanNol.BATAS
    naik_target_nol: KebijakanNol = KebijakanNol.TANPA_CAPAIAN
    tidak_lapor: KebijakanTidakLapor = KebijakanTidakLapor.TAHAN
    dalam_rentang: DalamRentang = DalamRentang.SERATUS
    luar_rentang: LuarRentang = LuarRentang.BATAS_ATAS
    dasar: str = ""
