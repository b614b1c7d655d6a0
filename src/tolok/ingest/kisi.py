"""Cells with their spans become the rows of a ``Tabel``; every reader of tables ends here."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tolok.core.bacaan.blok import TANPA_LETAK, SelBlok, Tabel
from tolok.core.dokumen.sel import Letak

LUAS_TERBESAR: Final = 4_000_000


class TabelTerlaluLuas(ValueError):
    """A table has more places, empty ones and all, than memory should hold."""


@dataclass(frozen=True, slots=True)
class Petak:
    """A cell and the row and column (from 0) where it begins."""

    baris: int
    kolom: int
    sel: SelBlok


def huruf_kolom(nomor: int) -> str:
    """Return the letters of a column counted from 0: ``A``, ``B``, … ``AA``."""
    hasil = ""
    nomor += 1
    while nomor:
        nomor, sisa = divmod(nomor - 1, 26)
        hasil = chr(65 + sisa) + hasil
    return hasil


def rapatkan(daftar_petak: Iterable[Petak], batas: Sequence[float], tipis: float) -> list[Petak]:
    """
    Return the cells without the columns that are narrower than ``tipis`` and hold no text of their own.

    Such columns come about where the borders of some rows were drawn a little beside those of others.

    :param batas: place of every column border, one more than there are columns
    """
    daftar = list(daftar_petak)
    berisi = {petak.kolom for petak in daftar if petak.sel.rentang_kolom == 1 and petak.sel.teks}
    baru = [0]
    for kolom in range(len(batas) - 1):
        is_tetap = batas[kolom + 1] - batas[kolom] >= tipis or kolom in berisi
        baru.append(baru[-1] + is_tetap)
    if baru[-1] == len(batas) - 1 or not baru[-1]:
        return daftar
    hasil = []
    for petak in daftar:
        awal, akhir = baru[petak.kolom], baru[min(petak.kolom + petak.sel.rentang_kolom, len(batas) - 1)]
        awal = min(awal, baru[-1] - 1)
        hasil.append(Petak(petak.baris, awal, replace(petak.sel, rentang_kolom=max(akhir - awal, 1))))
    return hasil


def make_tabel(
    daftar_petak: Iterable[Petak], *, letak: Letak = TANPA_LETAK, judul: str = "", jumlah_kepala: int = 0
) -> Tabel | None:
    """
    Return the table that the cells make, or ``None`` if none holds text.

    A span that runs into another cell is cut there. Columns in which no cell begins, because every row spans over
    them, are taken out, and so are empty rows at the end; a place without a cell is an empty cell. A cell that does
    not know its address gets that of its place in the table ("B2").

    :raises TabelTerlaluLuas: if rows x columns, to which time and memory are in proportion, are too many
    """
    mulai: dict[tuple[int, int], SelBlok] = {}
    for petak in daftar_petak:
        tempat = (petak.baris, petak.kolom)
        lama = mulai.get(tempat)
        if lama is None or not lama.teks:
            mulai[tempat] = petak.sel
        elif petak.sel.teks:  # cells that overlap: no text is lost
            mulai[tempat] = replace(lama, teks=f"{lama.teks}\n{petak.sel.teks}")
    tinggi = 1 + max((baris for (baris, _), sel in mulai.items() if sel.teks), default=-1)
    if not tinggi:
        return None
    daftar_kolom = sorted({kolom for _, kolom in mulai})
    padat = {(b, bisect_left(daftar_kolom, k)): (k, sel) for (b, k), sel in mulai.items() if b < tinggi}
    lebar = len(daftar_kolom)
    if tinggi * lebar > LUAS_TERBESAR:
        raise TabelTerlaluLuas(f"{tinggi} x {lebar}")
    kisi: list[list[SelBlok | None]] = [[None] * lebar for _ in range(tinggi)]
    tertutup = [[False] * lebar for _ in range(tinggi)]
    for (baris, kolom), (kolom_asal, sel) in sorted(padat.items(), key=lambda satu: satu[0]):
        if tertutup[baris][kolom]:
            continue
        kanan = kolom + 1
        akhir = bisect_left(daftar_kolom, kolom_asal + max(sel.rentang_kolom, 1))
        while kanan < akhir and not tertutup[baris][kanan] and (baris, kanan) not in padat:
            kanan += 1
        bawah = baris + 1
        akhir = min(baris + max(sel.rentang_baris, 1), tinggi)
        while bawah < akhir and not any(tertutup[bawah][k] or (bawah, k) in padat for k in range(kolom, kanan)):
            bawah += 1
        for b in range(baris, bawah):
            tertutup[b][kolom:kanan] = [True] * (kanan - kolom)
        letak_sel = sel.letak if sel.letak.sel else replace(sel.letak, sel=f"{huruf_kolom(kolom)}{baris + 1}")
        kisi[baris][kolom] = replace(sel, letak=letak_sel, rentang_baris=bawah - baris, rentang_kolom=kanan - kolom)
    kosong = SelBlok("")
    return Tabel(
        sel=tuple(
            tuple(satu or (None if tutup else kosong) for satu, tutup in zip(*pasangan, strict=True))
            for pasangan in zip(kisi, tertutup, strict=True)
        ),
        letak=letak,
        judul=judul,
        jumlah_kepala=min(jumlah_kepala, tinggi),
    )
