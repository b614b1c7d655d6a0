"""A printed number as a number of a worksheet: the rounded value, and a format that shows the same characters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from tolok.core.angka import Angka
from tolok.core.nilai import Bilangan, Nilai

_POLA: Final = re.compile(
    r"(?P<tanda>[−-]?)(?P<depan>Rp[\u00a0 ]?)?(?P<tanda_dalam>[−-]?)"
    r"(?P<bulat>[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,(?P<pecahan>[0-9]+))?(?P<belakang>[^0-9\"]*)"
)
_DIGIT_TEPAT: Final = 15
"""A worksheet keeps fifteen significant digits; longer numbers are written as text."""

_INDONESIA: Final = "[$-421]"
"""Asks for Indonesian separators; programs that ignore it take those of the computer, the digits are the same."""


@dataclass(frozen=True, slots=True)
class AngkaLembar:
    """The value to store and the number format that prints it."""

    nilai: int | float
    pola: str


def to_angka_lembar(tercetak: str, nilai: Nilai | None, *, ekor: str = "") -> AngkaLembar | None:
    """
    Return the printed number, or ``None`` where the cell must hold text.

    Text it is for categories, ranges and missing values, for more digits than a worksheet keeps, and whenever the
    printed text is not the exact value rounded. ``ekor`` is a footnote mark printed behind the number.
    """
    cocok = _POLA.fullmatch(tercetak)
    if cocok is None or not isinstance(nilai, Bilangan):
        return None
    pecahan = cocok["pecahan"] or ""
    angka = cocok["bulat"].replace(".", "") + pecahan
    if len(angka.lstrip("0")) > _DIGIT_TEPAT:
        return None
    is_negatif = bool(cocok["tanda"] or cocok["tanda_dalam"])
    terbaca = Angka(-int(angka) if is_negatif else int(angka), 10 ** len(pecahan))
    if terbaca != nilai.angka.bulat(len(pecahan)):
        return None
    kelompok = "." in cocok["bulat"] or len(cocok["bulat"]) <= 3
    badan = ("#,##0" if kelompok else "0") + ("." + "0" * len(pecahan) if pecahan else "")
    depan, belakang = cocok["depan"] or "", _harfiah(cocok["belakang"] + ekor)
    negatif = f"{depan}−" if cocok["tanda_dalam"] else f"−{depan}"
    pola = f"{_INDONESIA}{_harfiah(depan)}{badan}{belakang};{_INDONESIA}{_harfiah(negatif)}{badan}{belakang}"
    return AngkaLembar(int(angka) * (-1 if is_negatif else 1) if not pecahan else _pecahan(terbaca), pola)


def _harfiah(teks: str) -> str:
    return f'"{teks}"' if teks else ""


def _pecahan(angka: Angka) -> float:
    """The nearest number of a worksheet; exact in the fifteen digits that it shows."""
    return angka.pembilang / angka.penyebut
