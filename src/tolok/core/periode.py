"""Years and quarters (triwulan), and dates as Indonesian documents print them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

ROMAWI: Final = ("", "I", "II", "III", "IV")
_KUNCI: Final = ("tahun", "tw1", "tw2", "tw3", "tw4")
NAMA_BULAN: Final = (
    "", "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Periode:
    """A reporting period: ``triwulan`` 1-4 means "to the end of that quarter"; 0 means the whole year."""

    tahun: int
    triwulan: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.triwulan <= 4:
            raise ValueError(f"triwulan {self.triwulan} tidak ada; yang ada 1 sampai 4")

    def __hash__(self) -> int:
        return self.tahun * 5 + self.triwulan

    @property
    def is_tahunan(self) -> bool:
        """Whether the period is the whole year."""
        return self.triwulan == 0

    @property
    def kunci(self) -> str:
        """The part of an identity: ``tahun`` or ``tw1`` … ``tw4``."""
        return _KUNCI[self.triwulan]

    @property
    def label(self) -> str:
        """The printed name: "Tahun 2020" or "Triwulan II Tahun 2020"."""
        return f"Triwulan {ROMAWI[self.triwulan]} Tahun {self.tahun}" if self.triwulan else f"Tahun {self.tahun}"

    @property
    def akhir(self) -> date:
        """The last day of the period."""
        bulan = (self.triwulan or 4) * 3
        return date(self.tahun, bulan, 31 if bulan in (3, 12) else 30)


def shift_periode(periode: Periode, geser: str) -> Periode:
    """
    Return the period a formula points to with ``tahun_lalu`` or ``triwulan_lalu`` (``""``: the period itself).

    Before the first quarter stands the last one of the year before; before the end of the year the third quarter.
    """
    match geser:
        case "tahun_lalu":
            return Periode(periode.tahun - 1, periode.triwulan)
        case "triwulan_lalu":
            triwulan = (periode.triwulan or 4) - 1
            return Periode(periode.tahun, triwulan) if triwulan else Periode(periode.tahun - 1, 4)
        case _:
            return periode


def format_tanggal(tanggal: date) -> str:
    """Return the date as printed in letters and decrees: "3 April 2020"."""
    return f"{tanggal.day} {NAMA_BULAN[tanggal.month]} {tanggal.year}"
