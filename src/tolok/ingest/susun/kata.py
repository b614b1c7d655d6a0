"""Words of a head or caption in one spelling, so that wording, order and letters lost by OCR do not matter."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_SEJENIS: Final = {
    "prosentase": "persentase", "presentase": "persentase", "persentasi": "persentase", "prosentasi": "persentase",
    "prosen": "persen", "realiasi": "realisasi", "realisai": "realisasi", "realisas": "realisasi",
    "pencapaian": "capaian", "capain": "capaian", "anggran": "anggaran", "analisa": "analisis",
    "formula": "rumus", "formulasi": "rumus", "penghitungan": "rumus", "perhitungan": "rumus",
    "indicator": "indikator", "thd": "terhadap", "penjalasan": "penjelasan", "nomor": "no", "ket": "keterangan",
    "trw": "triwulan", "tribulan": "triwulan",
}  # fmt: skip
_KATA: Final = re.compile(r"[^\W_]+|%")
_TERPISAH: Final = 6


class Kata:
    """
    The words of a text. ``has`` finds a word of six letters or more also where OCR broke it ("Keterang an").
    """

    __slots__ = ("daftar", "himpunan", "rapat")

    def __init__(self, teks: str) -> None:
        self.daftar = tuple(_SEJENIS.get(kata, kata) for kata in _KATA.findall(teks.casefold()))
        self.himpunan = frozenset(self.daftar)
        self.rapat = "".join(self.daftar)

    def has(self, kata: str) -> bool:
        """Whether the word occurs."""
        return kata in self.himpunan or (len(kata) >= _TERPISAH and kata in self.rapat)

    def has_any(self, *daftar: str) -> bool:
        """Whether one of the words occurs."""
        return any(self.has(kata) for kata in daftar)


@lru_cache(maxsize=8192)
def read_kata(teks: str) -> Kata:
    """Return the words of a text (kept, since heads repeat)."""
    return Kata(teks)


def join_baris(teks: str) -> str:
    """Return a text of several lines as one, with words that were parted at a line end rejoined."""
    return " ".join(re.sub(r"(?<=[a-z])-\n(?=[a-z])", "", teks).split())


def make_kunci(teks: str) -> str:
    """Return what two printings of one name have in common: letters and digits only."""
    return "".join(re.findall(r"[^\W_]", teks.casefold()))
