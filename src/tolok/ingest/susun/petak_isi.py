"""The grid of a table with every place filled: what is merged down is repeated and marked as repeated."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tolok.core.bacaan.blok import TANPA_LETAK, SelBlok, Tabel
from tolok.core.dokumen.sel import Letak


class Isi(NamedTuple):
    """
    One place of a grid. ``is_ulang``: the text stands elsewhere and is repeated here because of a merged cell.

    ``is_ocr``: read by machine from a picture.
    """

    teks: str = ""
    letak: Letak = TANPA_LETAK
    is_ulang: bool = False
    is_ocr: bool = False


KOSONG = Isi()

Baris = list[Isi]


def expand_tabel(tabel: Tabel) -> list[Baris]:
    """Return the rows of a table; a merged cell fills its rows, and its columns only where it is merged both ways."""
    petak: list[Baris] = [[KOSONG] * tabel.lebar for _ in tabel.sel]
    for b, baris in enumerate(tabel.sel):
        for k, sel in enumerate(baris):
            if sel is not None:
                _fill(petak, b, k, sel)
    return petak


def _fill(petak: list[Baris], b: int, k: int, sel: SelBlok) -> None:
    isi = Isi(sel.teks.strip(), sel.letak, is_ocr=sel.is_hasil_ocr)
    petak[b][k] = isi
    if sel.rentang_baris == sel.rentang_kolom == 1:
        return
    for i in range(b, min(b + sel.rentang_baris, len(petak))):
        for j in range(k, min(k + sel.rentang_kolom, len(petak[i]))):
            if (i, j) != (b, k):
                petak[i][j] = isi._replace(is_ulang=True)


def is_kosong(baris: Sequence[Isi]) -> bool:
    """Whether a row has no text of its own."""
    return all(not isi.teks or isi.is_ulang for isi in baris)
