"""What a chart draws, and where: a quantity with its text, and positions as SVG reads them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tolok.core.angka import Angka
from tolok.core.nilai import Bilangan, Kategori, Nilai

SERATUS: Final = Angka(100)
NOL: Final = Angka(0)


@dataclass(frozen=True, slots=True)
class Besaran:
    """One quantity of a chart: its value, and what is printed for it (made with its ``Hasil``)."""

    nama: str
    nilai: Nilai
    teks: str

    @property
    def angka(self) -> Angka | None:
        """The number that is drawn: the value itself, or the rank of a category."""
        match self.nilai:
            case Bilangan(angka=angka):
                return angka
            case Kategori(peringkat=peringkat):
                return Angka(peringkat)
        return None


def write_letak(angka: Angka) -> str:
    """Return a position as SVG reads it: ``68.14``."""
    bulat = angka.bulat(2)
    utuh, pecahan = divmod(abs(bulat.pembilang) * (100 // bulat.penyebut), 100)
    return f"{'-' if bulat.pembilang < 0 else ''}{utuh}" + (f".{pecahan:02d}".rstrip("0") if pecahan else "")


def clamp(angka: Angka, bawah: Angka, atas: Angka) -> Angka:
    """Return the number, or the bound it lies beyond."""
    return min(max(angka, bawah), atas)


def make_sebutan(daftar: Sequence[Besaran], *lain: Besaran | None) -> str:
    """Return the sentence a screen reader hears in place of the picture."""
    return "; ".join(f"{satu.nama}: {satu.teks}" for satu in (*daftar, *lain) if satu is not None)
