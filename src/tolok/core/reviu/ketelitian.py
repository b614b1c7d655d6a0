"""
What a printed number can stand for: the interval of exact values that round or truncate to it.

Rules compare intervals, never numbers, so that rounding, truncation, and computing from full instead of printed values
are never called errors.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from tolok.core.angka import NOL, SERATUS, Angka
from tolok.core.bacaan.dokumen import Besaran, NilaiTerbaca
from tolok.core.satuan import RUPIAH, is_satuan_utuh, normalize_satuan

_NUMERAL: Final = re.compile(r"\d[\d.,]*")
_PANGKAT: Final = range(12, -13, -1)
_DIBULATKAN: Final = frozenset({"ribu", "juta", "miliar"})
_HAMPIR_SATU: Final = Angka(10**9 - 1, 10**9)
"""What truncates to a printed number is less than its next digit; nothing that is printed lies in between."""
_DIGIT_HALUS: Final = 2
_UANG: Final = frozenset({Besaran.PAGU})


@dataclass(frozen=True, slots=True)
class Selang:
    """The exact values from ``bawah`` to ``atas``, both included."""

    bawah: Angka
    atas: Angka

    @classmethod
    def dari(cls, *daftar: Angka) -> Selang:
        """Return the smallest interval that holds all the values."""
        return cls(min(daftar), max(daftar))

    def is_bertemu(self, lain: Selang) -> bool:
        """Whether some value is in both."""
        return self.bawah <= lain.atas and lain.bawah <= self.atas

    def __sub__(self, lain: Selang) -> Selang:
        return Selang(self.bawah - lain.atas, self.atas - lain.bawah)

    def __mul__(self, lain: Selang) -> Selang:
        return Selang.dari(*(a * b for a in (self.bawah, self.atas) for b in (lain.bawah, lain.atas)))

    def __truediv__(self, lain: Selang) -> Selang:
        """Divide by an interval that does not hold 0."""
        return Selang.dari(*(a / b for a in (self.bawah, self.atas) for b in (lain.bawah, lain.atas)))


def tepat(angka: Angka) -> Selang:
    """Return the interval of one exact value."""
    return Selang(angka, angka)


def count_desimal_tercetak(tercetak: str, angka: Angka) -> int:
    """
    Return how many decimals ``angka`` is printed with in its own unit: "86,50%" 2, "0,86" as 86 % 0, "1,5" juta -5.

    Without a numeral, or one that is another number, 0.
    """
    cocok = _NUMERAL.search(tercetak)
    if cocok is None:
        return 0
    numeral = cocok[0].rstrip(".,")
    bilangan = int(re.sub(r"\D", "", numeral))
    if bilangan == 0:
        return len(numeral) - max(numeral.rfind(","), numeral.rfind(".")) - 1 if re.search("[.,]", numeral) else 0
    for pangkat in _PANGKAT:
        if abs(angka) * Angka(10) ** pangkat == bilangan:
            return pangkat
    return 0


def make_selang(nilai: NilaiTerbaca) -> Selang | None:
    """
    Return what the printed value can stand for; ``None`` without a single number.

    Money and counted things are exact; other numbers may be rounded half up or truncated at their last printed digit.
    """
    if nilai.angka is None or nilai.atas is not None:
        return None
    if is_pasti(nilai):
        return tepat(nilai.angka)
    satu = Angka(1) / Angka(10) ** count_desimal_tercetak(nilai.tercetak, nilai.angka)
    besar = abs(nilai.angka)
    bawah, atas = besar - satu / 2, besar + satu * _HAMPIR_SATU
    if nilai.angka == NOL:
        return Selang(-satu, satu)
    return Selang(bawah, atas) if nilai.angka > NOL else Selang(-atas, -bawah)


def get_satu_digit(nilai: NilaiTerbaca) -> Angka:
    """Return the worth of the last printed digit of a number; 0 where it is printed in full."""
    if nilai.angka is None or is_pasti(nilai):
        return NOL
    return Angka(1) / Angka(10) ** count_desimal_tercetak(nilai.tercetak, nilai.angka)


def is_cetakan_sama(satu: NilaiTerbaca, dua: NilaiTerbaca) -> bool:
    """
    Whether two single printed numbers can be prints of one value.

    The finer one must round or truncate to the coarser one. Printed to two decimals or more they may also differ by one
    in the last, since one was rounded and the other truncated.
    """
    assert satu.angka is not None
    assert dua.angka is not None
    if is_pasti(satu) or is_pasti(dua):
        return satu.angka == dua.angka
    digit, lain = sorted(count_desimal_tercetak(n.tercetak, n.angka) for n in (satu, dua) if n.angka is not None)
    jarak = abs(satu.angka - dua.angka) * Angka(10) ** digit
    if digit == lain:
        return jarak == NOL or (digit >= _DIGIT_HALUS and jarak <= Angka(1))
    kasar, halus = (satu, dua) if count_desimal_tercetak(satu.tercetak, satu.angka) == digit else (dua, satu)
    selang = make_selang(kasar)
    assert selang is not None
    assert halus.angka is not None
    return selang.is_bertemu(tepat(halus.angka))


def is_pasti(nilai: NilaiTerbaca) -> bool:
    """Whether the value is printed in full: money in rupiah (not in millions), counted things."""
    if _DIBULATKAN & set(nilai.catatan):
        return False
    satuan = normalize_satuan(nilai.satuan)
    return nilai.besaran in _UANG or satuan == RUPIAH or is_satuan_utuh(satuan)


def persen(bagian: Selang, dari: Selang) -> Selang:
    """Return the part in points of percent of a whole that is not 0."""
    return bagian / dari * tepat(SERATUS)


def is_salah_satu(tercetak: Selang, daftar: Iterable[Selang]) -> bool:
    """Whether the printed value can come from one of the computations."""
    return any(tercetak.is_bertemu(satu) for satu in daftar)
