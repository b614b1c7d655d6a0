"""Cells with their spans become the full grid of a table: every row as wide as the widest, covered places ``None``."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import Final, NamedTuple

from tolok.core.bacaan.blok import SelBlok
from tolok.core.dokumen.sel import Letak

BATAS_KOLOM: Final = 200
BATAS_RENTANG_BARIS: Final = 1000
BATAS_TERTUTUP: Final = 100_000
"""Spans of a table may cover this many places in all; later ones count as 1. A few bytes can ask for billions."""


class SelMentah(NamedTuple):
    """One cell as the format states it, in the order of its row."""

    teks: str
    baris: int
    rentang_baris: int = 1
    rentang_kolom: int = 1


def place_sel(
    daftar_baris: Sequence[Sequence[SelMentah]], *, halaman: int | None = None
) -> tuple[tuple[SelBlok | None, ...], ...]:
    """Return the grid of a table; ``letak.sel`` names each place as a sheet does (``B2``)."""
    petak: dict[tuple[int, int], SelBlok | None] = {}
    tinggi, lebar, tertutup = len(daftar_baris), 0, 0
    for b, baris in enumerate(daftar_baris):
        k = 0
        for sel in baris:
            while (b, k) in petak:
                k += 1
            if k >= BATAS_KOLOM:
                break
            turun = max(1, min(sel.rentang_baris, BATAS_RENTANG_BARIS, tinggi - b))
            kanan = max(1, min(sel.rentang_kolom, BATAS_KOLOM - k))
            if tertutup + turun * kanan > BATAS_TERTUTUP:
                turun = kanan = 1
            if turun * kanan > 1:
                tertutup += turun * kanan
                for i, j in product(range(b, b + turun), range(k, k + kanan)):
                    petak.setdefault((i, j), None)
            petak[b, k] = SelBlok(sel.teks, Letak(halaman=halaman, baris=sel.baris, sel=name_sel(b, k)), turun, kanan)
            k += kanan
            lebar = max(lebar, k)
    return tuple(_fill_baris(petak, b, lebar, baris, halaman) for b, baris in enumerate(daftar_baris))


def _fill_baris(
    petak: dict[tuple[int, int], SelBlok | None],
    b: int,
    lebar: int,
    baris: Sequence[SelMentah],
    halaman: int | None,
) -> tuple[SelBlok | None, ...]:
    """Return a row with one and the same empty cell in every place that a short row leaves open."""
    kosong = SelBlok("", Letak(halaman=halaman, baris=baris[-1].baris if baris else None))
    return tuple(petak.get((b, k), kosong) for k in range(lebar))


def name_sel(b: int, k: int) -> str:
    """Return the name of a place counted from 0, as a sheet names it: column letters and the row from 1."""
    huruf = ""
    k += 1
    while k:
        k, sisa = divmod(k - 1, 26)
        huruf = chr(ord("A") + sisa) + huruf
    return f"{huruf}{b + 1}"
