"""Small words for values in tests: make one from its text, and take one apart while saying what kind it must be."""

from __future__ import annotations

from tolok.core.angka import Angka
from tolok.core.nilai import BelumAda, Bilangan, Nilai, TidakDapatDihitung


def persen(teks: str) -> Bilangan:
    """Points: ``persen("86")`` is 86 %."""
    return Bilangan(Angka.from_desimal(teks), "%")


def angka(nilai: Nilai) -> Angka:
    """The number of a value that must be one."""
    assert isinstance(nilai, Bilangan), nilai
    return nilai.angka


def alasan(nilai: Nilai) -> object:
    """Why a value that must be missing is missing."""
    assert isinstance(nilai, BelumAda | TidakDapatDihitung), nilai
    return nilai.alasan
