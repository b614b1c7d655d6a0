"""
Which lines make one row where no upright rule helps: by the rules between rows, else by the cells that go with each
value, else by the gaps between lines.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from tolok.ingest.pembaca.pdf_halaman import Garis, Kata

_GARIS_TERKECIL: Final = 4
_RUANG_TERKECIL: Final = 3
_NILAI_TERKECIL: Final = 3
_RENGGANG: Final = 1.3
_GANTI_SEL: Final = 1.1
_JARAK_BARIS: Final = 1.35
"""Letter sizes from line to line within a cell, at most."""
_JAUH: Final = 1.2
_RATA: Final = 0.2


@dataclass(frozen=True, slots=True)
class Keping:
    """A piece of a line: its first column, how many it covers, its words, and whether it looks like one value."""

    kolom: int
    lebar: int
    kata: tuple[Kata, ...]
    nomor_baris: int
    is_nilai: bool

    @property
    def atas(self) -> float:
        """Upper edge."""
        return min(kata.atas for kata in self.kata)

    @property
    def tengah(self) -> float:
        """Middle between its edges."""
        return (self.atas + max(kata.bawah for kata in self.kata)) / 2

    @property
    def ukuran(self) -> float:
        """Letter size."""
        return max(kata.ukuran for kata in self.kata)


Barisan = list[list[Keping]]


def susun_baris_tabel(daftar: Sequence[Keping], garis: Sequence[Garis]) -> Barisan:
    """Return the pieces of lines, in reading order, row by row."""
    return _menurut_garis(daftar, garis) or _menurut_nilai(daftar) or _menurut_jarak(daftar)


def _menurut_garis(daftar: Sequence[Keping], garis: Sequence[Garis]) -> Barisan:
    if len(garis) < _GARIS_TERKECIL:
        return []
    per_ruang: dict[int, list[Keping]] = defaultdict(list)
    for satu in daftar:
        per_ruang[sum(1 for g in garis if g.letak < satu.tengah)].append(satu)
    return [isi for _, isi in sorted(per_ruang.items())] if len(per_ruang) >= _RUANG_TERKECIL else []


def _menurut_nilai(daftar: Sequence[Keping]) -> Barisan:
    """Return a row for every value of one column with the cells beside it; nothing where the cells do not fit it."""
    jangkar = _jangkar(daftar)
    per_kolom: dict[int, list[Keping]] = defaultdict(list)
    for satu in daftar:
        per_kolom[satu.kolom].append(satu)
    acuan = per_kolom.pop(jangkar, [])
    if len(acuan) < _NILAI_TERKECIL or any(satu.lebar > 1 for satu in daftar):
        return []
    hasil = [[satu] for satu in acuan]
    for kolom in per_kolom.values():
        lama = -1
        for sel in _sel(kolom, acuan):
            nomor = min(range(len(acuan)), key=lambda i, sel=sel: _selisih(sel, acuan[i]))  # type: ignore[misc]
            if nomor <= lama or _selisih(sel, acuan[nomor]) > _JAUH * acuan[nomor].ukuran:
                return []
            hasil[nomor].extend(sel)
            lama = nomor
    return hasil


def _selisih(sel: Sequence[Keping], nilai: Keping) -> float:
    """Return how far a cell is from standing beside a value, whether set to the top or to the middle."""
    tengah = (sel[0].tengah + sel[-1].tengah) / 2
    return min(abs(sel[0].atas - nilai.atas), abs(tengah - nilai.tengah))


def _sel(kolom: Sequence[Keping], acuan: Sequence[Keping]) -> Barisan:
    """Return the lines of a column cell by cell: beside every value if one begins there, else after every gap."""
    beriringan = [any(abs(satu.atas - nilai.atas) < _RATA * satu.ukuran for nilai in acuan) for satu in kolom]
    if beriringan[0] and sum(beriringan) == len(acuan):
        batas = beriringan[1:]
    else:
        jarak = [b.atas - a.atas for a, b in pairwise(kolom)]
        rapat = min(*jarak, _JARAK_BARIS * kolom[0].ukuran) if jarak else 0.0
        batas = [sela > _GANTI_SEL * rapat for sela in jarak]
    hasil = [[kolom[0]]]
    for satu, is_awal in zip(kolom[1:], batas, strict=True):
        if is_awal:
            hasil.append([])
        hasil[-1].append(satu)
    return hasil


def _menurut_jarak(daftar: Sequence[Keping]) -> Barisan:
    per_baris: dict[int, list[Keping]] = defaultdict(list)
    for satu in daftar:
        per_baris[satu.nomor_baris].append(satu)
    baris = list(per_baris.values())
    atas = [min(satu.atas for satu in isi) for isi in baris]
    jarak = [b - a for a, b in pairwise(atas)]
    rapat = min(jarak, default=0.0)
    if jarak and median(jarak) < 1.15 * rapat:
        rapat = median(jarak)
    jangkar = _jangkar(daftar)
    hasil: Barisan = []
    berjangkar = False
    for urut, isi in enumerate(baris):
        punya = any(satu.kolom == jangkar for satu in isi)
        if not hasil or jarak[urut - 1] > _RENGGANG * rapat or (punya and berjangkar):
            hasil.append([])
            berjangkar = False
        hasil[-1].extend(isi)
        berjangkar = berjangkar or punya
    return hasil


def _jangkar(daftar: Sequence[Keping]) -> int:
    """Return the column that has one line in every row: the one with most values, of equals the first."""
    jumlah: dict[int, int] = defaultdict(int)
    for satu in daftar:
        jumlah[satu.kolom] += satu.is_nilai
    return min(jumlah, key=lambda kolom: (-jumlah[kolom], kolom))
