"""
Values of the second implementation: fractions, four kinds of content, and printing of their own.

Nothing here comes from the engine; the only thing read from it is the exact pair inside an ``Angka``.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from tolok.core import nilai as inti

BELUM_DIISI = "belum_diisi"
TIDAK_DILAPORKAN = "tidak_dilaporkan"
TANPA_DATA = "tanpa_data"
SERATUS = Fraction(100)


@dataclass(frozen=True, slots=True)
class Ada:
    """A number in its unit."""

    angka: Fraction
    satuan: str


@dataclass(frozen=True, slots=True)
class Tingkat:
    """A ranked label of a scale."""

    label: str
    peringkat: int
    skala: str


@dataclass(frozen=True, slots=True)
class Selang:
    """A target range."""

    bawah: Fraction
    atas: Fraction
    satuan: str


@dataclass(frozen=True, slots=True)
class Hampa:
    """No value; ``alasan`` is the word of the reason, ``belum`` tells "not there yet" from "not computable"."""

    alasan: str
    belum: bool = False


@dataclass(frozen=True, slots=True)
class Paket:
    """The values of the parts of a composite indicator, each with the decimals it is printed with."""

    daftar: tuple[tuple[Ada | Tingkat | Selang | Hampa, int | None], ...]


Isi = Ada | Tingkat | Selang | Paket | Hampa


def baca(nilai: inti.Nilai) -> Isi:
    """Return a stored value in the twin's terms."""
    match nilai:
        case inti.Bilangan(angka=angka, satuan=satuan):
            return Ada(angka.to_fraction(), satuan)
        case inti.Kategori(label=label, peringkat=peringkat, skala=skala):
            return Tingkat(label, peringkat, skala)
        case inti.Rentang(bawah=bawah, atas=atas, satuan=satuan):
            return Selang(bawah.to_fraction(), atas.to_fraction(), satuan)
        case inti.BelumAda(alasan=alasan):
            return Hampa(str(alasan), belum=True)
        case inti.TidakDapatDihitung(alasan=alasan):
            return Hampa(str(alasan))
    raise TypeError(f"{nilai} tidak pernah dicatat")


def bulat(angka: Fraction, digit: int) -> Fraction:
    """Return ``angka`` at ``digit`` decimals, a half going away from zero."""
    skala = 10**digit
    satuan, sisa = divmod(abs(angka.numerator) * skala, angka.denominator)
    if 2 * sisa >= angka.denominator:
        satuan += 1
    return Fraction(satuan if angka >= 0 else -satuan, skala)


def daftar_pecahan(isi: Isi) -> tuple[Fraction, ...]:
    """Return the numbers of a value that is not money: one, both ends of a range, or none."""
    match isi:
        case Ada(angka=angka, satuan=satuan) if satuan != "Rp":
            return (angka,)
        case Selang(bawah=bawah, atas=atas, satuan=satuan) if satuan != "Rp":
            return (bawah, atas)
    return ()


def banyak_desimal(angka: Fraction) -> int | None:
    """Return how many decimals write a number in full, ``None`` if six are not enough."""
    return next((banyak for banyak in range(7) if (angka * 10**banyak).denominator == 1), None)


def cetak_angka(angka: Fraction, digit: int | None) -> str:
    """Return the Indonesian text of a number; ``None`` prints all decimals of a number that has at most six."""
    if digit is None:
        digit = next((banyak for banyak in range(7) if (angka * 10**banyak).denominator == 1), 2)
    dibulatkan = bulat(angka, digit)
    utuh, pecahan = divmod(abs(dibulatkan.numerator) * 10**digit // dibulatkan.denominator, 10**digit)
    teks = f"{utuh:,}".replace(",", ".")
    if digit:
        teks += f",{pecahan:0{digit}d}"
    return "−" + teks if dibulatkan < 0 else teks


def cetak_rupiah(angka: Fraction) -> str:
    """Return rupiah with a no-break space; sen only where there are any."""
    return "Rp\u00a0" + cetak_angka(angka, 0 if bulat(angka, 2).denominator == 1 else 2)


def cetak(isi: Isi, digit: int | None) -> str:
    """Return what a cell shows."""
    match isi:
        case Ada(angka=angka, satuan="Rp"):
            return cetak_rupiah(angka)
        case Ada(angka=angka, satuan=satuan):
            return cetak_angka(angka, digit) + ("%" if satuan == "%" else "")
        case Tingkat(label=label):
            return label
        case Selang(bawah=bawah, atas=atas, satuan=satuan):
            hubung = "\u00a0s.d.\u00a0" if min(bawah, atas) < 0 else "–"
            akhir = "%" if satuan == "%" else ""
            return cetak_angka(bawah, digit) + hubung + cetak_angka(atas, digit) + akhir
        case Paket(daftar=daftar):
            return "; ".join(cetak(satu, milik) + _sebutan(satu) for satu, milik in daftar)
        case Hampa():
            return "–"


def _sebutan(isi: Isi) -> str:
    """Return the unit that stands behind a part of a composite value."""
    return f"\u00a0{isi.satuan}" if isinstance(isi, Ada | Selang) and isi.satuan not in ("", "%", "Rp") else ""
