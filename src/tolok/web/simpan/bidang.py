"""
Column types.

Money is integer sen, every other number integer millionths: SQLite keeps only some fifteen digits of a decimal.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from django.core.exceptions import ValidationError
from django.db import models

from tolok.core.angka import Angka

MIKRO: Final = 1_000_000
BATAS_INT64: Final = 2**63 - 1


class DiLuarJangkauan(ValidationError):
    """A number cannot be stored exactly; the message says which and why."""


def to_mikro(angka: Angka) -> int:
    """
    Return a number as integer millionths.

    :raises DiLuarJangkauan: if it has more than six decimals, stands on an approximation, or is too large
    """
    kali = angka * MIKRO
    if angka.hampiran or not kali.is_bulat:
        raise DiLuarJangkauan("Bilangan ini berdesimal lebih dari enam; bulatkan sampai enam desimal.")
    if abs(kali.pembilang) > BATAS_INT64:
        raise DiLuarJangkauan("Bilangan ini terlalu besar untuk disimpan; paling besar 9 triliun.")
    return kali.pembilang


def from_mikro(mikro: int) -> Angka:
    """Return the number of so many millionths."""
    return Angka(mikro, MIKRO)


MikroField = models.BigIntegerField
"""A column for a number as integer millionths."""

SenField = models.BigIntegerField
"""A column for money as integer sen."""


def make_daftar() -> models.JSONField:
    """Return a column for an ordered list of short texts that is only ever read and written as a whole."""
    return models.JSONField(default=list, blank=True)


def make_tanggal_dicatat() -> models.DateField[str | date | None, date | None]:
    """Return a column for the day a row was recorded; empty: known from the beginning."""
    return models.DateField(null=True, blank=True)


URUTAN_AKHIR: Final = 2_000_000_000
"""The place of a row that was entered by itself: behind those of a package, in the order of entry."""


def make_urutan() -> models.PositiveIntegerField[int, int]:
    """Return a column for the place of a row among those of its book."""
    return models.PositiveIntegerField(default=URUTAN_AKHIR)
