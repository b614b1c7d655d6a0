"""
Formulas of the second implementation: the surface text is evaluated while it is read, by one recursive descent.

Sums before products before powers; a power binds to the right and stronger than a minus in front. ``100%`` is the
number 100 (percent is points). Where variables have no value, the first one that cannot be computed gives the reason of
the whole, else the first one that is not there yet.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from kembar_nilai import Ada, Hampa, Isi, Tingkat

_KATA = re.compile(r"\s*(?:\[(?P<label>[^\]]*)\]|(?P<angka>[0-9][0-9.]*(?:,[0-9]+)?)|(?P<nama>[a-z_]+)|(?P<tanda>.))")
_PEUBAH = re.compile(r"\[(?P<label>[^\]]*)\](?:@(?P<geser>[a-z_]+))?")
_KETELITIAN = 10**60

Ambil = Callable[[str, str], Isi]
"""Returns the value of a label, shifted by ``""``, ``tahun_lalu`` or ``triwulan_lalu``."""


class Berhenti(Exception):  # noqa: N818 - no fault: the answer is a state
    """The formula has no number; ``isi`` says why."""

    def __init__(self, isi: Hampa) -> None:
        super().__init__(isi.alasan)
        self.isi = isi


def daftar_peubah(teks: str) -> list[tuple[str, str]]:
    """Return every label of a formula with its shift, in reading order."""
    return [(m["label"], m["geser"] or "") for m in _PEUBAH.finditer(teks)]


def hitung_rumus(teks: str, satuan: str, ambil: Ambil) -> Isi:
    """Return the value of a formula in the unit of its indicator."""
    daftar_hampa = [isi for label, geser in daftar_peubah(teks) if isinstance(isi := ambil(label, geser), Hampa)]
    if daftar_hampa:
        return min(daftar_hampa, key=lambda isi: isi.belum)
    pembaca = _Pembaca(teks, ambil)
    try:
        hasil = pembaca.jumlah()
    except Berhenti as berhenti:
        return berhenti.isi
    if pembaca.kini():
        raise ValueError(f"sisa rumus: {pembaca.kini()} dalam {teks}")
    return hasil if isinstance(hasil, Tingkat) else Ada(hasil, satuan)


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

    def jumlah(self) -> Fraction | Tingkat:
        hasil = self._kali()
        while self.kini() in ("+", "-"):
            operator = self._maju()[1]
            kanan = _angka(self._kali())
            hasil = _angka(hasil) + (kanan if operator == "+" else -kanan)
        return hasil

    def _kali(self) -> Fraction | Tingkat:
        hasil = self._tanda()
        while self.kini() in ("*", "/"):
            operator = self._maju()[1]
            kanan = _angka(self._tanda())
            if operator == "/" and kanan == 0:
                raise Berhenti(Hampa("penyebut_nol"))
            hasil = _angka(hasil) * kanan if operator == "*" else _angka(hasil) / kanan
        return hasil

    def _tanda(self) -> Fraction | Tingkat:
        return -_angka(self._tanda()) if self._lewati("-") else self._pangkat()

    def _pangkat(self) -> Fraction | Tingkat:
        dasar = self._dasar()
        if not self._lewati("^"):
            return dasar
        pangkat = _angka(self._tanda())
        if pangkat.denominator != 1:
            raise ValueError("pangkat pecahan tidak dihitung kembar")
        return Fraction(_angka(dasar) ** pangkat.numerator)

    def _dasar(self) -> Fraction | Tingkat:
        jenis, teks = self._maju()
        if jenis == "label":
            geser = self._maju()[1] if self._lewati("@") else ""
            return _isi(self._ambil(teks, geser))
        if jenis == "angka":
            self._lewati("%")
            return Fraction(teks.replace(".", "").replace(",", "."))
        if jenis == "nama":
            return self._panggil(teks)
        hasil = self.jumlah()
        self._lewati(")")
        return hasil

    def _panggil(self, nama: str) -> Fraction | Tingkat:
        self._lewati("(")
        daftar = [self.jumlah()]
        while self._lewati(";"):
            daftar.append(self.jumlah())
        self._lewati(")")
        if nama == "kategori":
            return daftar[0]
        angka = [_angka(satu) for satu in daftar]
        match nama:
            case "jumlah":
                return sum(angka, Fraction())
            case "rata_rata":
                return sum(angka, Fraction()) / len(angka)
            case "rata_rata_geometrik":
                kali = Fraction(1)
                for satu in angka:
                    kali *= satu
                return _akar(kali, len(angka))
            case "maks":
                return max(angka)
            case "min":
                return min(angka)
            case "abs":
                return abs(angka[0])
            case "fgt":
                kurang = max(angka[1] - angka[0], Fraction()) / angka[1]
                return kurang**angka[2].numerator if kurang else Fraction()
        raise ValueError(f"fungsi {nama} tidak dikenal kembar")


def _isi(isi: Isi) -> Fraction | Tingkat:
    match isi:
        case Ada(angka=angka):
            return angka
        case Tingkat():
            return isi
    raise Berhenti(Hampa("bukan_angka"))


def _angka(hasil: Fraction | Tingkat) -> Fraction:
    if isinstance(hasil, Tingkat):
        raise Berhenti(Hampa("bukan_angka"))
    return hasil


def _akar(angka: Fraction, pangkat: int) -> Fraction:
    """Return the root to some sixty digits, by halving."""
    sasaran = angka * _KETELITIAN**pangkat
    bawah, atas = 0, (int(angka) + 1) * _KETELITIAN
    while atas - bawah > 1:
        tengah = (bawah + atas) // 2
        bawah, atas = (tengah, atas) if tengah**pangkat <= sasaran else (bawah, tengah)
    return Fraction(bawah, _KETELITIAN)
