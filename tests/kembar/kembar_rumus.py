"""
Formulas of the second implementation: the surface text is evaluated while it is read, by one recursive descent.

Sums before products before powers; a power binds to the right and stronger than a minus in front. ``100%`` is the
number 100 (percent is points). Where parts have no value, the first one that cannot be computed gives the reason of the
whole, else the first one that is not there yet.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from math import prod

from kembar_nilai import Ada, Hampa, Isi, Tingkat

_KATA = re.compile(r"\s*(?:\[(?P<label>[^\]]*)\]|(?P<angka>[0-9][0-9.]*(?:,[0-9]+)?)|(?P<nama>[a-z_]+)|(?P<tanda>.))")
_PEUBAH = re.compile(r"\[(?P<label>[^\]]*)\](?:@(?P<geser>[a-z_]+))?")
_KETELITIAN = 10**60
_BUKAN_ANGKA = Hampa("bukan_angka")

Ambil = Callable[[str, str], Isi]
"""Returns the value of a label, shifted by ``""``, ``tahun_lalu`` or ``triwulan_lalu``."""


Hasil = Fraction | Tingkat | Hampa


def daftar_peubah(teks: str) -> list[tuple[str, str]]:
    """Return every label of a formula with its shift, in reading order."""
    return [(m["label"], m["geser"] or "") for m in _PEUBAH.finditer(teks)]


def hitung_rumus(teks: str, satuan: str, ambil: Ambil) -> Isi:
    """Return the value of a formula in the unit of its indicator."""
    pembaca = _Pembaca(teks, ambil)
    hasil = pembaca.jumlah()
    if pembaca.kini():
        raise ValueError(f"sisa rumus: {pembaca.kini()} dalam {teks}")
    return Ada(hasil, satuan) if isinstance(hasil, Fraction) else hasil


class _Pembaca:
    def __init__(self, teks: str, ambil: Ambil) -> None:
        self._daftar = [(m.lastgroup or "", m[m.lastgroup or 0]) for m in _KATA.finditer(teks.strip())]
        self._letak = 0
        self._ambil = ambil

    def kini(self) -> str:
        return self._daftar[self._letak][1] if self._letak < len(self._daftar) else ""

    def _maju(self) -> tuple[str, str]:
        self._letak += 1
        return self._daftar[self._letak - 1]

    def _lewati(self, tanda: str) -> bool:
        if self.kini() != tanda or self._daftar[self._letak][0] != "tanda":
            return False
        self._letak += 1
        return True

    def jumlah(self) -> Hasil:
        hasil = self._kali()
        while self.kini() in ("+", "-"):
            operator = self._maju()[1]
            hasil = _operasi(operator, hasil, self._kali())
        return hasil

    def _kali(self) -> Hasil:
        hasil = self._tanda()
        while self.kini() in ("*", "/"):
            operator = self._maju()[1]
            hasil = _operasi(operator, hasil, self._tanda())
        return hasil

    def _tanda(self) -> Hasil:
        return _operasi("-", Fraction(), self._tanda()) if self._lewati("-") else self._pangkat()

    def _pangkat(self) -> Hasil:
        dasar = self._dasar()
        return _operasi("^", dasar, self._tanda()) if self._lewati("^") else dasar

    def _dasar(self) -> Hasil:
        jenis, teks = self._maju()
        if jenis == "label":
            geser = self._maju()[1] if self._lewati("@") else ""
            isi = self._ambil(teks, geser)
            return isi.angka if isinstance(isi, Ada) else isi if isinstance(isi, Tingkat | Hampa) else _BUKAN_ANGKA
        if jenis == "angka":
            self._lewati("%")
            return Fraction(teks.replace(".", "").replace(",", "."))
        if jenis == "nama":
            return self._panggil(teks)
        hasil = self.jumlah()
        self._lewati(")")
        return hasil

    def _panggil(self, nama: str) -> Hasil:
        self._lewati("(")
        daftar = [self.jumlah()]
        while self._lewati(";"):
            daftar.append(self.jumlah())
        self._lewati(")")
        if nama == "kategori":
            return daftar[0]
        angka, hampa = _pilah(daftar)
        return hampa or _fungsi(nama, angka)


def _pilah(daftar: list[Hasil]) -> tuple[list[Fraction], Hampa | None]:
    """Return the numbers, or why there are none: what cannot be computed comes before what is not there yet."""
    daftar = [_BUKAN_ANGKA if isinstance(satu, Tingkat) else satu for satu in daftar]
    daftar_hampa = [satu for satu in daftar if isinstance(satu, Hampa)]
    angka = [satu for satu in daftar if isinstance(satu, Fraction)]
    return angka, min(daftar_hampa, key=lambda satu: satu.belum) if daftar_hampa else None


def _operasi(operator: str, kiri: Hasil, kanan: Hasil) -> Hasil:
    if operator == "/" and kanan == 0 and isinstance(kiri, Fraction):
        kanan = Hampa("penyebut_nol")
    angka, hampa = _pilah([kiri, kanan])
    if hampa:
        return hampa
    match operator:
        case "+":
            return angka[0] + angka[1]
        case "-":
            return angka[0] - angka[1]
        case "*":
            return angka[0] * angka[1]
        case "/":
            return angka[0] / angka[1]
    if angka[1].denominator != 1:
        raise ValueError("pangkat pecahan tidak dihitung kembar")
    return Fraction(angka[0] ** angka[1].numerator)


def _fungsi(nama: str, angka: list[Fraction]) -> Fraction:
    match nama:
        case "jumlah":
            return sum(angka, Fraction())
        case "rata_rata":
            return sum(angka, Fraction()) / len(angka)
        case "rata_rata_geometrik":
            return _akar(prod(angka, start=Fraction(1)), len(angka))
        case "maks":
            return max(angka)
        case "min":
            return min(angka)
        case "abs":
            return abs(angka[0])
        case "fgt":
            kurang = max(angka[1] - angka[0], Fraction()) / angka[1]
            return Fraction(kurang ** angka[2].numerator) if kurang else Fraction()
    raise ValueError(f"fungsi {nama} tidak dikenal kembar")


def _akar(angka: Fraction, pangkat: int) -> Fraction:
    """Return the root to some sixty digits, by halving."""
    sasaran = angka * _KETELITIAN**pangkat
    bawah, atas = 0, (int(angka) + 1) * _KETELITIAN
    while atas - bawah > 1:
        tengah = (bawah + atas) // 2
        bawah, atas = (tengah, atas) if tengah**pangkat <= sasaran else (bawah, tengah)
    return Fraction(bawah, _KETELITIAN)
