"""
A sheet becomes tables and lines of text.

Rows without a gap belong together. Where the sheet has lines or colours, they say what is table: a row outside the
frame joins it only if it fills its columns. What stands over the table alone in its row is its title.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from tolok.core.bacaan.blok import Blok, Paragraf, SelBlok
from tolok.core.dokumen.sel import Letak
from tolok.ingest.kisi import Petak, huruf_kolom, make_tabel

_KECIL: Final = 10_000
_BESAR_TERBANYAK: Final = 50
_TEMPAT_TERBANYAK: Final = 2_000_000
_TINGGI_SAMBUNG: Final = 1_000


@dataclass(frozen=True, slots=True)
class SelLembar:
    """A cell as it is printed; ``is_bingkai``: it has a border or a background."""

    teks: str
    is_bingkai: bool


@dataclass(frozen=True, slots=True)
class Gabungan:
    """A merged area, rows and columns from 1, ends included."""

    baris: int
    kolom: int
    baris_akhir: int
    kolom_akhir: int

    @property
    def luas(self) -> int:
        """Count of its places."""
        return (self.baris_akhir - self.baris + 1) * (self.kolom_akhir - self.kolom + 1)


@dataclass(slots=True)
class Lembar:
    """
    One sheet: the cells that hold text or are framed, by row and column from 1.

    ``ulang``: first and last row that are printed on every page. ``baris_hilang``: hidden rows that held something.
    ``tersembunyi``: text in hidden rows or columns was left out.
    """

    nama: str
    ulang: tuple[int, int] | None = None
    sel: dict[int, dict[int, SelLembar]] = field(default_factory=dict)
    gabungan: list[Gabungan] = field(default_factory=list)
    baris_hilang: set[int] = field(default_factory=set)
    tersembunyi: bool = False


@dataclass(frozen=True, slots=True)
class _Baris:
    nomor: int
    kolom_berisi: tuple[int, ...]
    is_bingkai: bool


def list_blok(lembar: Lembar) -> Iterator[Blok]:
    """
    Yield the tables of a sheet and the lines of text between them, from top to bottom.

    :raises TabelTerlaluLuas: if cells that belong together lie too far apart
    """
    gabungan = {(satu.baris, satu.kolom): satu for satu in lembar.gabungan}
    tertutup = _Tertutup(lembar.gabungan)
    for nomor, baris in lembar.sel.items():
        for kolom in [k for k, sel in baris.items() if not sel.teks and tertutup.has(nomor, k)]:
            del baris[kolom]
    daftar_baris = [
        _Baris(
            nomor,
            tuple(sorted(kolom for kolom, sel in baris.items() if sel.teks)),
            any(sel.is_bingkai for sel in baris.values()),
        )
        for nomor, baris in sorted(lembar.sel.items())
        if baris
    ]
    hilang = sorted(lembar.baris_hilang)
    for kelompok in _kelompok(daftar_baris, lembar):
        for is_tabel, bagian in _pisah(kelompok, gabungan):
            if is_tabel:
                yield from _tabel(lembar, bagian, gabungan, hilang)
            else:
                yield from _paragraf(lembar, bagian)


class _Tertutup:
    """Which places a merged area covers, its first place left out."""

    def __init__(self, daftar: list[Gabungan]) -> None:
        self.besar = [satu for satu in daftar if satu.luas > _KECIL][:_BESAR_TERBANYAK]
        self.tempat: set[tuple[int, int]] = set()
        sisa = _TEMPAT_TERBANYAK
        for satu in daftar:
            if satu.luas <= _KECIL and satu.luas <= sisa:
                sisa -= satu.luas
                self.tempat.update(
                    (b, k)
                    for b in range(satu.baris, satu.baris_akhir + 1)
                    for k in range(satu.kolom, satu.kolom_akhir + 1)
                    if (b, k) != (satu.baris, satu.kolom)
                )

    def has(self, baris: int, kolom: int) -> bool:
        return (baris, kolom) in self.tempat or any(
            satu.baris <= baris <= satu.baris_akhir
            and satu.kolom <= kolom <= satu.kolom_akhir
            and (baris, kolom) != (satu.baris, satu.kolom)
            for satu in self.besar
        )


def _kelompok(daftar: list[_Baris], lembar: Lembar) -> Iterator[list[_Baris]]:
    """Yield the rows in runs without a gap; an area merged over rows closes the gap it covers, hidden rows are none."""
    sampai = {satu.baris: satu.baris_akhir for satu in sorted(lembar.gabungan, key=lambda g: g.baris_akhir)}
    kini: list[_Baris] = []
    akhir = 0
    for baris in daftar:
        while akhir + 1 in lembar.baris_hilang:
            akhir += 1
        if kini and baris.nomor > akhir + 1:
            yield kini
            kini = []
        kini.append(baris)
        akhir = max(akhir, baris.nomor, min(sampai.get(baris.nomor, 0), baris.nomor + _TINGGI_SAMBUNG))
    if kini:
        yield kini


def _pisah(daftar: list[_Baris], gabungan: dict[tuple[int, int], Gabungan]) -> Iterator[tuple[bool, list[_Baris]]]:
    """Yield the rows of a run in pieces, each with whether it is a table."""
    if not any(baris.is_bingkai for baris in daftar):
        yield from _pisah_polos(daftar, gabungan)
        return
    lebar = max(len(baris.kolom_berisi) for baris in daftar if baris.is_bingkai)
    bagian = [(is_bingkai, list(isi)) for is_bingkai, isi in groupby(daftar, key=lambda baris: baris.is_bingkai)]
    hasil: list[tuple[bool, list[_Baris]]] = []
    for urut, (is_bingkai, isi) in enumerate(bagian):
        di_antara = 0 < urut < len(bagian) - 1
        is_tabel = is_bingkai or _kepenuhan(isi, lebar) or (di_antara and len(isi) == 1)
        if hasil and hasil[-1][0] == is_tabel:
            hasil[-1][1].extend(isi)
        else:
            hasil.append((is_tabel, list(isi)))
    for is_tabel, isi in hasil:
        if is_tabel:
            yield from _pisah_polos(isi, gabungan, min_isi=1)
        else:
            yield False, isi


def _kepenuhan(daftar: list[_Baris], lebar: int) -> bool:
    """Whether rows outside the frame fill its columns like the rows inside do."""
    return lebar > 1 and 2 * sum(len(baris.kolom_berisi) for baris in daftar) >= max(lebar, 4) * len(daftar)


def _pisah_polos(
    daftar: list[_Baris], gabungan: dict[tuple[int, int], Gabungan], *, min_isi: int = 2
) -> Iterator[tuple[bool, list[_Baris]]]:
    """Take titles off the top; what is left is a table if at least two of its rows have two cells."""
    kolom = {k for baris in daftar for k in baris.kolom_berisi}
    kiri, kanan = min(kolom, default=0), max(kolom, default=0)
    awal = 0
    while awal < len(daftar) and _is_judul(daftar[awal], kiri, kanan, gabungan):
        awal += 1
    if awal:
        yield False, daftar[:awal]
    sisa = daftar[awal:]
    if sum(len(baris.kolom_berisi) > 1 for baris in sisa) >= min_isi:
        yield True, sisa
    elif sisa:
        yield False, sisa


def _is_judul(baris: _Baris, kiri: int, kanan: int, gabungan: dict[tuple[int, int], Gabungan]) -> bool:
    if len(baris.kolom_berisi) != 1:
        return not baris.kolom_berisi
    kolom = baris.kolom_berisi[0]
    luas = gabungan.get((baris.nomor, kolom))
    if luas is not None and luas.baris_akhir > luas.baris:
        return False
    return not baris.is_bingkai or (luas is not None and kolom <= kiri and luas.kolom_akhir >= kanan)


def _paragraf(lembar: Lembar, daftar: list[_Baris]) -> Iterator[Blok]:
    for baris in daftar:
        if baris.kolom_berisi:
            teks = "\t".join(lembar.sel[baris.nomor][kolom].teks for kolom in baris.kolom_berisi)
            yield Paragraf(teks, _letak(lembar, baris.nomor, baris.kolom_berisi[0]))


def _letak(lembar: Lembar, baris: int, kolom: int) -> Letak:
    return Letak(baris=baris, tabel=lembar.nama, sel=f"{huruf_kolom(kolom - 1)}{baris}")


def _tabel(
    lembar: Lembar, daftar: list[_Baris], gabungan: dict[tuple[int, int], Gabungan], hilang: list[int]
) -> Iterator[Blok]:
    awal, akhir = daftar[0].nomor, daftar[-1].nomor

    def urutan(nomor: int) -> int:
        return nomor - awal - (bisect_left(hilang, nomor) - bisect_left(hilang, awal))

    daftar_petak = []
    for baris in daftar:
        for kolom, sel in lembar.sel[baris.nomor].items():
            luas = gabungan.get((baris.nomor, kolom))
            tinggi = urutan(min(luas.baris_akhir, akhir) + 1) - urutan(baris.nomor) if luas else 1
            lebar = luas.kolom_akhir - kolom + 1 if luas else 1
            letak = _letak(lembar, baris.nomor, kolom)
            daftar_petak.append(Petak(urutan(baris.nomor), kolom - 1, SelBlok(sel.teks, letak, tinggi, lebar)))
    kepala = 0
    if lembar.ulang and lembar.ulang[0] <= awal <= lembar.ulang[1] < akhir:
        kepala = urutan(lembar.ulang[1] + 1)
    tabel = make_tabel(
        daftar_petak, letak=Letak(baris=awal, tabel=lembar.nama), judul=lembar.nama, jumlah_kepala=kepala
    )
    if tabel is not None:
        yield tabel
