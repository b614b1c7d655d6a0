"""Quantities as printed in one style, with what a reader must find in them again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from bench.bacaan.tata.bahan import Kuantitas
from tolok.core.angka import Angka

_PERSEN_BAGIAN: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class GayaAngka:
    """
    How a document prints numbers.

    ``persen``: what follows a percentage ("%", " %", ""), or "pecahan" (0,86 under a % head, in percentage columns).
    ``rp`` and ``rp_akhir`` stand around amounts; ``juta`` prints them in million rupiah. ``satuan_di_sel`` puts the
    unit behind other numbers. ``kosong`` is what a missing value prints. ``lembar``: "teks" (cells of a spreadsheet
    hold the printed text), "angka" (numbers), "persen" (numbers, percentages as formatted fractions).
    """

    desimal: str = ","
    ribuan: str = "."
    desimal_persen: str = ""
    persen: str = "%"
    rp: str = ""
    rp_akhir: str = ""
    juta: bool = False
    satuan_di_sel: bool = False
    kosong: str = "-"
    lembar: str = "teks"


class Mentah(NamedTuple):
    """The number a spreadsheet cell holds, and its format."""

    angka: float
    bentuk: str


class Cetakan(NamedTuple):
    """
    One printed quantity.

    ``angka``, ``atas`` and ``kategori`` are what it means at the printed precision (percent in points, rupiah in
    rupiah), ``digit`` that precision.
    """

    teks: str
    angka: Angka | None = None
    atas: Angka | None = None
    kategori: str | None = None
    digit: int = 0
    mentah: Mentah | None = None


def print_kuantitas(isi: Kuantitas | None, gaya: GayaAngka, *, is_kolom_persen: bool = False) -> Cetakan:
    """
    Return how a quantity is printed.

    :param is_kolom_persen: whether all values of the column are percentages and its head says so
    """
    if isi is None:
        return Cetakan(gaya.kosong)
    if isi.angka is None:
        return Cetakan(isi.kategori or gaya.kosong, kategori=isi.kategori)
    if isi.satuan == "Rp":
        return _rupiah(isi.angka, gaya)
    teks = _angka(isi.angka, isi.digit, gaya)
    if isi.kategori:
        return Cetakan(f"{isi.kategori} ({teks})", isi.angka, None, isi.kategori, isi.digit)
    if isi.satuan == "%":
        return _persen(isi, gaya, is_kolom_persen=is_kolom_persen)
    if isi.atas is not None:
        teks = f"{teks}-{_angka(isi.atas, isi.digit, gaya)}"
    mentah = Mentah(_apung(isi.angka), "0" if not isi.digit else f"0.{'0' * isi.digit}")
    if gaya.satuan_di_sel and isi.satuan:
        return Cetakan(f"{teks} {isi.satuan}", isi.angka, isi.atas, None, isi.digit)
    return Cetakan(teks, isi.angka, isi.atas, None, isi.digit, None if isi.atas is not None else mentah)


def _persen(isi: Kuantitas, gaya: GayaAngka, *, is_kolom_persen: bool) -> Cetakan:
    angka = isi.angka or Angka(0)
    digit = isi.digit
    if gaya.persen == "pecahan" and is_kolom_persen:
        digit = max(digit, _PERSEN_BAGIAN)
        teks = _angka(angka / 100, digit + _PERSEN_BAGIAN, gaya)
        return Cetakan(teks, angka, None, None, digit, Mentah(_apung(angka / 100), f"0.{'0' * (digit + 2)}"))
    akhiran = "%" if gaya.persen == "pecahan" else gaya.persen
    teks = _angka(angka, digit, gaya, desimal=gaya.desimal_persen)
    if isi.atas is not None:
        teks = f"{teks}-{_angka(isi.atas, digit, gaya, desimal=gaya.desimal_persen)}"
    nol = f".{'0' * digit}" if digit else ""
    mentah = Mentah(_apung(angka), f"0{nol}")
    if gaya.lembar == "persen":
        mentah = Mentah(_apung(angka / 100), f"0{nol}%")
    return Cetakan(f"{teks}{akhiran}", angka, isi.atas, None, digit, None if isi.atas is not None else mentah)


def _rupiah(angka: Angka, gaya: GayaAngka) -> Cetakan:
    if gaya.juta:
        juta = (angka / 1_000_000).bulat(2)
        teks = _angka(juta, 2, gaya)
        return Cetakan(f"{gaya.rp}{teks}", juta * 1_000_000, None, None, -4, Mentah(_apung(juta), "#,##0.00"))
    teks = f"{gaya.rp}{_angka(angka, 0, gaya)}{gaya.rp_akhir}"
    return Cetakan(teks, angka, None, None, 0, Mentah(_apung(angka), "#,##0"))


def _apung(angka: Angka) -> float:
    return angka.pembilang / angka.penyebut


def _angka(angka: Angka, digit: int, gaya: GayaAngka, *, desimal: str = "") -> str:
    """Return the digits with the marks of the style."""
    bulat = angka.bulat_terskala(digit)
    tanda = "-" if bulat < 0 else ""
    utuh, pecahan = divmod(abs(bulat), 10**digit)
    teks = f"{utuh:,}".replace(",", gaya.ribuan)
    return f"{tanda}{teks}{desimal or gaya.desimal}{pecahan:0{digit}d}" if digit else f"{tanda}{teks}"
