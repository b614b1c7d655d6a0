"""Numbers inside formulas: written in full so that they can be read back, or cut with an ellipsis for a reader."""

from __future__ import annotations

from typing import Final

from tolok.core.angka import Angka
from tolok.core.cetak_angka import MINUS, count_desimal, format_angka

DIGIT_POTONG: Final = 7


def format_tetap(angka: Angka) -> str:
    """
    Return a finite decimal in full (``1.277,25``); the formula language reads it back as the same number.

    A number without a finite decimal form is cut instead (``0,3333333…``); a formula cannot contain one.
    """
    digit = count_desimal(angka)
    return format_potong(angka) if digit is None else format_angka(angka, digit=digit)


def format_potong(angka: Angka) -> str:
    """Return the number with at most 7 decimals, cut and never rounded, and ``…`` where something was cut."""
    digit = count_desimal(angka)
    if digit is not None and digit <= DIGIT_POTONG and not angka.hampiran:
        return format_angka(angka, digit=digit)
    skala = 10**DIGIT_POTONG
    terpotong = Angka(abs(angka.pembilang) * skala // angka.penyebut, skala)
    return f"{MINUS if angka < 0 else ''}{format_angka(terpotong, digit=DIGIT_POTONG)}…"
