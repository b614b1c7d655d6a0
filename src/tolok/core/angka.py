"""
The number of Tolok: an exact rational, never a float.

An ``Angka`` is an integer pair that is brought to lowest terms only when somebody needs to see it (comparison, hash,
print). ``hampiran`` marks the few values that come from an irrational operation and carry 50 digits; the mark
survives every later operation.
"""

from __future__ import annotations

from fractions import Fraction
from math import gcd
from typing import Final, final

_BATAS_BIT: Final = 512
"""Above this size of the denominator a result is reduced at once, so that long chains stay small."""


class PembagianNol(ZeroDivisionError):
    """Raised when an ``Angka`` is divided by zero; callers turn it into a value state."""


@final
class Angka:
    """An immutable exact rational number without a unit."""

    __slots__ = ("_p", "_q", "hampiran")

    _p: int
    _q: int
    hampiran: bool

    def __init__(self, pembilang: int, penyebut: int = 1, *, hampiran: bool = False) -> None:
        """
        Make the number ``pembilang / penyebut``.

        :raises PembagianNol: if ``penyebut`` is zero
        """
        if penyebut == 0:
            raise PembagianNol
        if penyebut < 0:
            pembilang, penyebut = -pembilang, -penyebut
        self._p = pembilang
        self._q = penyebut
        self.hampiran = hampiran

    @classmethod
    def from_desimal(cls, teks: str) -> Angka:
        """
        Read a plain machine decimal such as ``-12.50`` (point as decimal mark, no grouping).

        :raises ValueError: if the text is anything else
        """
        tanda = -1 if teks.startswith("-") else 1
        badan = teks.removeprefix("-")
        bulat, titik, pecahan = badan.partition(".")
        if not bulat.isascii() or not bulat.isdigit() or (titik and not (pecahan.isascii() and pecahan.isdigit())):
            raise ValueError(teks)
        return cls(tanda * int(bulat + pecahan), 10 ** len(pecahan))

    @property
    def pembilang(self) -> int:
        """The numerator in lowest terms; its sign is the sign of the number."""
        self._sederhanakan()
        return self._p

    @property
    def penyebut(self) -> int:
        """The denominator in lowest terms, always positive."""
        self._sederhanakan()
        return self._q

    def _sederhanakan(self) -> None:
        pembagi = gcd(self._p, self._q)
        if pembagi != 1:
            self._p //= pembagi
            self._q //= pembagi

    @property
    def is_bulat(self) -> bool:
        """Whether the number is an integer."""
        return self._p % self._q == 0

    def bulat(self, digit: int) -> Angka:
        """
        Return the number rounded half up (away from zero at a tie) to ``digit`` decimals.

        This is the only rounding in Tolok; it serves printing, and the policy "dasar hitung tercetak".

        :source: domain handbook 9.8
        """
        skala = 10**digit
        kali_dua = abs(self._p) * skala * 2
        hasil = (kali_dua + self._q) // (2 * self._q)
        return Angka(hasil if self._p >= 0 else -hasil, skala, hampiran=self.hampiran)

    def to_fraction(self) -> Fraction:
        """Return the same number as a ``Fraction`` (for tests and for code outside the core)."""
        return Fraction(self._p, self._q)

    def __add__(self, lain: Angka | int) -> Angka:
        if isinstance(lain, int):
            return _buat(self._p + lain * self._q, self._q, self.hampiran)
        if self._q == lain._q:
            return _buat(self._p + lain._p, self._q, self.hampiran or lain.hampiran)
        return _buat(self._p * lain._q + lain._p * self._q, self._q * lain._q, self.hampiran or lain.hampiran)

    __radd__ = __add__

    def __sub__(self, lain: Angka | int) -> Angka:
        return self + (-lain)

    def __rsub__(self, lain: int) -> Angka:
        return -self + lain

    def __mul__(self, lain: Angka | int) -> Angka:
        if isinstance(lain, int):
            return _buat(self._p * lain, self._q, self.hampiran)
        return _buat(self._p * lain._p, self._q * lain._q, self.hampiran or lain.hampiran)

    __rmul__ = __mul__

    def __truediv__(self, lain: Angka | int) -> Angka:
        pembagi = Angka(lain) if isinstance(lain, int) else lain
        if pembagi._p == 0:
            raise PembagianNol
        p, q = self._p * pembagi._q, self._q * pembagi._p
        hampiran = self.hampiran or pembagi.hampiran
        return _buat(-p, -q, hampiran) if q < 0 else _buat(p, q, hampiran)

    def __rtruediv__(self, lain: int) -> Angka:
        return Angka(lain) / self

    def __pow__(self, pangkat: int) -> Angka:
        if pangkat >= 0:
            return _buat(self._p**pangkat, self._q**pangkat, self.hampiran)
        return Angka(1) / self**-pangkat

    def __neg__(self) -> Angka:
        return _buat(-self._p, self._q, self.hampiran)

    def __abs__(self) -> Angka:
        return _buat(abs(self._p), self._q, self.hampiran)

    def __bool__(self) -> bool:
        return self._p != 0

    def __eq__(self, lain: object) -> bool:
        if isinstance(lain, Angka):
            return self._p * lain._q == lain._p * self._q
        if isinstance(lain, int):
            return self._p == lain * self._q
        return NotImplemented

    def __lt__(self, lain: Angka | int) -> bool:
        p, q = (lain._p, lain._q) if isinstance(lain, Angka) else (lain, 1)
        return self._p * q < p * self._q

    def __le__(self, lain: Angka | int) -> bool:
        return not self > lain

    def __gt__(self, lain: Angka | int) -> bool:
        p, q = (lain._p, lain._q) if isinstance(lain, Angka) else (lain, 1)
        return self._p * q > p * self._q

    def __ge__(self, lain: Angka | int) -> bool:
        return not self < lain

    def __hash__(self) -> int:
        self._sederhanakan()
        return hash(Fraction(self._p, self._q))

    def __repr__(self) -> str:
        self._sederhanakan()
        inti = str(self._p) if self._q == 1 else f"{self._p}, {self._q}"
        return f"Angka({inti}, hampiran=True)" if self.hampiran else f"Angka({inti})"


def _buat(pembilang: int, penyebut: int, hampiran: bool) -> Angka:
    """Make an ``Angka`` from parts that are known to be sound; the hot path of every computation."""
    angka = Angka.__new__(Angka)
    if penyebut.bit_length() > _BATAS_BIT:
        pembagi = gcd(pembilang, penyebut)
        pembilang //= pembagi
        penyebut //= pembagi
    angka._p = pembilang
    angka._q = penyebut
    angka.hampiran = hampiran
    return angka


NOL: Final = Angka(0)
SATU: Final = Angka(1)
SERATUS: Final = Angka(100)
