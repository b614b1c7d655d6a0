"""
Operations whose results are irrational: roots, fractional powers and the geometric mean.

A result that is rational is exact. Any other is worked out in whole numbers, rounded to 50 significant digits and
marked ``hampiran``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tolok.core.angka import NOL, SATU, Angka

DIGIT_HAMPIRAN: Final = 50
BATAS_PANGKAT: Final = 1000
_BATAS_BIT: Final = 200_000


class GalatPangkat(ValueError):
    """A root or power that has no real value, or that is too large to be worked out; the message is Indonesian."""


def akar(angka: Angka, n: int) -> Angka:
    """
    Return the real ``n``-th root.

    :raises GalatPangkat: for an even root of a negative number, or ``n`` outside 1 to 1000
    """
    if not 1 <= n <= BATAS_PANGKAT:
        raise GalatPangkat(f"Akar pangkat {n} tidak dihitung; yang dihitung 1 sampai {BATAS_PANGKAT}.")
    if angka < 0:
        if n % 2 == 0:
            raise GalatPangkat(f"Akar pangkat {n} dari angka negatif tidak ada.")
        return -akar(-angka, n)
    p, q = angka.pembilang, angka.penyebut
    akar_p, akar_q = _akar_bulat(p, n), _akar_bulat(q, n)
    if akar_p**n == p and akar_q**n == q:
        return Angka(akar_p, akar_q, hampiran=angka.hampiran)
    # The root has about (bits of p - bits of q) / n bits; scale it to at least two digits more than are kept.
    besar = (p.bit_length() - q.bit_length()) // n * 30103 // 100000
    geser = DIGIT_HAMPIRAN + 3 - besar
    pembilang, penyebut = (p * 10 ** (geser * n), q) if geser >= 0 else (p, q * 10 ** (-geser * n))
    kasar = _akar_bulat(pembilang // penyebut, n)
    buang = len(str(kasar)) - DIGIT_HAMPIRAN
    bulat = (kasar + 5 * 10 ** (buang - 1)) // 10**buang
    pangkat = geser - buang
    hasil = Angka(bulat, 10**pangkat) if pangkat >= 0 else Angka(bulat * 10**-pangkat)
    return Angka(hasil.pembilang, hasil.penyebut, hampiran=True)


def pangkat_pecahan(angka: Angka, pangkat: Angka) -> Angka:
    """
    Return ``angka`` to a rational power.

    :raises GalatPangkat: if the power has no real value or is too large
    :raises PembagianNol: for a negative power of zero
    """
    if abs(pangkat.pembilang) > BATAS_PANGKAT:
        raise GalatPangkat(f"Pangkat di luar −{BATAS_PANGKAT} sampai {BATAS_PANGKAT} tidak dihitung.")
    bit = max(abs(angka.pembilang).bit_length(), angka.penyebut.bit_length()) * abs(pangkat.pembilang)
    if bit > _BATAS_BIT:
        raise GalatPangkat("Hasil pangkat ini terlalu besar untuk dihitung.")
    return akar(angka**pangkat.pembilang, pangkat.penyebut)


def rata_rata_geometrik(daftar_angka: Sequence[Angka]) -> Angka:
    """
    Return the geometric mean.

    :raises GalatPangkat: if there is no number, or a negative one
    :source: domain handbook 9.7
    """
    if not daftar_angka:
        raise GalatPangkat("Rata-rata geometrik memerlukan paling sedikit satu angka.")
    if min(daftar_angka) < NOL:
        raise GalatPangkat("Rata-rata geometrik tidak ada bila salah satu angkanya negatif.")
    hasil_kali = SATU
    for angka in daftar_angka:
        hasil_kali *= angka
    return akar(hasil_kali, len(daftar_angka))


def _akar_bulat(n: int, k: int) -> int:
    """Return the greatest whole number whose ``k``-th power is not above ``n`` (Newton's method)."""
    if n == 0:
        return 0
    x = 1 << -(-n.bit_length() // k)
    while True:
        y = ((k - 1) * x + n // x ** (k - 1)) // k
        if y >= x:
            return x
        x = y
