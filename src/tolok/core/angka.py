"""
The number of Tolok: an exact rational, never a float.

An ``Angka`` is an integer pair that is brought to lowest terms only when somebody needs to see it (hash, print); the
pair itself never changes, so that threads may share a number. ``hampiran`` marks the few values that come from an
irrational operation and carry 50 digits; the mark survives every later operation.
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

    __slots__ = ("_hampiran", "_p", "_q")

    _p: int
    _q: int
    _hampiran: bool

    def __init__(self, pembilang: int, penyebut: int = 1, *, hampiran: bool = False) -> None:
        """
        Make the number ``pembilang / penyebut``.

        :raises PembagianNol: if ``penyebut`` is zero
        :raises TypeError: if a part is no integer; a float never becomes an ``Angka``
        """
        if not (isinstance(pembilang, int) and isinstance(penyebut, int)):
            raise TypeError(f"Angka dibuat dari bilangan bulat, bukan dari {pembilang!r} dan {penyebut!r}.")
        if penyebut == 0:
            raise PembagianNol
        if penyebut < 0:
            pembilang, penyebut = -pembilang, -penyebut
        self._p = pembilang
        self._q = penyebut
        self._hampiran = hampiran

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
    def hampiran(self) -> bool:
        """Whether an irrational operation stands behind the number, so that it holds for 50 digits only."""
        return self._hampiran

    @property
    def pembilang(self) -> int:
        """The numerator in lowest terms; its sign is the sign of the number."""
        return self._p // gcd(self._p, self._q)

    @property
    def penyebut(self) -> int:
        """The denominator in lowest terms, always positive."""
        return self._q // gcd(self._p, self._q)

    @property
    def is_bulat(self) -> bool:
        """Whether the number is an integer."""
        return self._p % self._q == 0

    def bulat(self, digit: int) -> Angka:
        """
        Return the number rounded half up (away from zero at a tie) to ``digit`` decimals.

        This is the only rounding in Tolok; it serves printing, and the policy "dasar hitung tercetak".

        :raises ValueError: if ``digit`` is negative
        :source: domain handbook 9.8
        """
        return Angka(self.bulat_terskala(digit), 10**digit, hampiran=self._hampiran)

    def bulat_terskala(self, digit: int) -> int:
        """
        Return ``bulat(digit)`` times ``10**digit``: its digits without the decimal mark.

        :raises ValueError: if ``digit`` is negative
        """
        if digit < 0:
            raise ValueError(f"Jumlah desimal {digit} tidak ada; yang ada 0 ke atas.")
        skala: int = 10**digit
        kali_dua = abs(self._p) * skala * 2
        hasil = (kali_dua + self._q) // (2 * self._q)
        return hasil if self._p >= 0 else -hasil

    def to_fraction(self) -> Fraction:
        """Return the same number as a ``Fraction`` (for tests and for code outside the core)."""
        return Fraction(self._p, self._q)

    def __add__(self, lain: Angka | int) -> Angka:
        if isinstance(lain, Angka):
            hampiran = self._hampiran or lain._hampiran
            if self._q == lain._q:
                return _buat(self._p + lain._p, self._q, hampiran)
            return _buat(self._p * lain._q + lain._p * self._q, self._q * lain._q, hampiran)
        if isinstance(lain, int):
            return _buat(self._p + lain * self._q, self._q, self._hampiran)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, lain: Angka | int) -> Angka:
        if isinstance(lain, (Angka, int)):
            return self + (-lain)
        return NotImplemented

    def __rsub__(self, lain: int) -> Angka:
        return -self + lain

    def __mul__(self, lain: Angka | int) -> Angka:
        if isinstance(lain, Angka):
            return _buat(self._p * lain._p, self._q * lain._q, self._hampiran or lain._hampiran)
        if isinstance(lain, int):
            return _buat(self._p * lain, self._q, self._hampiran)
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, lain: Angka | int) -> Angka:
        if isinstance(lain, Angka):
            p, q = self._p * lain._q, self._q * lain._p
            hampiran = self._hampiran or lain._hampiran
        elif isinstance(lain, int):
            p, q, hampiran = self._p, self._q * lain, self._hampiran
        else:
            return NotImplemented
        if q == 0:
            raise PembagianNol
        return _buat(-p, -q, hampiran) if q < 0 else _buat(p, q, hampiran)

    def __rtruediv__(self, lain: int) -> Angka:
        return Angka(lain) / self

    def __pow__(self, pangkat: int) -> Angka:
        if not isinstance(pangkat, int):
            return NotImplemented
        if pangkat >= 0:
            return _buat(self._p**pangkat, self._q**pangkat, self._hampiran)
        return Angka(1) / self**-pangkat

    def __neg__(self) -> Angka:
        return _buat(-self._p, self._q, self._hampiran)

    def __abs__(self) -> Angka:
        return _buat(abs(self._p), self._q, self._hampiran)

    def __bool__(self) -> bool:
        return self._p != 0

    def __eq__(self, lain: object) -> bool:
        if isinstance(lain, Angka):
            return self._p * lain._q == lain._p * self._q
        if isinstance(lain, int):
            return self._p == lain * self._q
        return NotImplemented

    def __lt__(self, lain: Angka | int) -> bool:
        if isinstance(lain, Angka):
            return self._p * lain._q < lain._p * self._q
        if isinstance(lain, int):
            return self._p < lain * self._q
        return NotImplemented

    def __le__(self, lain: Angka | int) -> bool:
        if isinstance(lain, Angka):
            return self._p * lain._q <= lain._p * self._q
        if isinstance(lain, int):
            return self._p <= lain * self._q
        return NotImplemented

    def __gt__(self, lain: Angka | int) -> bool:
        if isinstance(lain, Angka):
            return self._p * lain._q > lain._p * self._q
        if isinstance(lain, int):
            return self._p > lain * self._q
        return NotImplemented

    def __ge__(self, lain: Angka | int) -> bool:
        if isinstance(lain, Angka):
            return self._p * lain._q >= lain._p * self._q
        if isinstance(lain, int):
            return self._p >= lain * self._q
        return NotImplemented

    def __hash__(self) -> int:
        return hash(Fraction(self._p, self._q))

    def __repr__(self) -> str:
        inti = str(self.pembilang) if self.is_bulat else f"{self.pembilang}, {self.penyebut}"
        return f"Angka({inti}, hampiran=True)" if self._hampiran else f"Angka({inti})"


def _buat(pembilang: int, penyebut: int, hampiran: bool) -> Angka:
    """Make an ``Angka`` from parts that are known to be sound; the hot path of every computation."""
    angka = Angka.__new__(Angka)
    if penyebut.bit_length() > _BATAS_BIT:
        pembagi = gcd(pembilang, penyebut)
        pembilang //= pembagi
        penyebut //= pembagi
    angka._p = pembilang
    angka._q = penyebut
    angka._hampiran = hampiran
    return angka


NOL: Final = Angka(0)
SATU: Final = Angka(1)
SERATUS: Final = Angka(100)
