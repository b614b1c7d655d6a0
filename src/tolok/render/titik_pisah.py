"""
Places where a word too wide for its cell may break.

Neither the typesetter nor most word processors know Indonesian hyphenation; one would print over the neighbouring
cell, the others break anywhere without a hyphen.
"""

from __future__ import annotations

from typing import Final

from tolok.render.penggalan import penggal
from tolok.render.susun_tabel import lebar_kata_mm, split_kata

TANDA_HUBUNG_LUNAK: Final = "\u00ad"
_TANPA_LEBAR: Final = "\u200b"


def beri_titik_pisah(teks: str, *, ruang_mm: float, ukuran: int, tebal: bool, paksa: bool = False) -> str:
    """
    Return the text with soft hyphens in the words that are wider than the cell.

    :param paksa: what cannot be hyphenated (an address, a number) may break after any character
    """
    for kata in set(split_kata(teks)):
        if lebar_kata_mm(kata, ukuran=ukuran, tebal=tebal) <= ruang_mm:
            continue
        bagian = penggal(kata)
        if all(lebar_kata_mm(f"{satu}-", ukuran=ukuran, tebal=tebal) <= ruang_mm for satu in bagian):
            teks = teks.replace(kata, TANDA_HUBUNG_LUNAK.join(bagian))
        elif paksa:
            teks = teks.replace(kata, _TANPA_LEBAR.join(kata))
    return teks
