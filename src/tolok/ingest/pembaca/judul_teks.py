"""Which lines of a text are headings, and of which level."""

from __future__ import annotations

import re
from typing import Final

TINGKAT_TEBAL: Final = 6
"""Level of a line that is only set in bold: below every numbered heading."""

_BATAS_PANJANG: Final = 250
_PAGAR: Final = re.compile(r"(#{1,6})\s+(\S.*)")
_BAB: Final = re.compile(r"BAB\s+(?:[IVXLC]+|\d{1,2})\b[.:]?", re.IGNORECASE)
_BERNOMOR: Final = re.compile(r"(?:-\s+)?(\d{1,2}(?:\.\d{1,2}){1,5})\.{0,2}\s+[^\W\d_]")
_HURUF: Final = re.compile(r"[^\W\d_]")


def read_pagar(baris: str) -> tuple[int, str] | None:
    """Return level and text of a ``#`` heading, or ``None``."""
    cocok = _PAGAR.fullmatch(baris.strip())
    return (len(cocok[1]), cocok[2].rstrip("# ")) if cocok else None


def read_tingkat(teks: str, *, is_tebal: bool) -> int:
    """
    Return the level of a heading without a mark of its own ("BAB III", "3.1.1. Capaian …", a bold line); 0 if none.

    :param teks: the text without marks, its lines parted by ``\\n``
    """
    rapi = " ".join(teks.split())
    if not rapi or len(rapi) > _BATAS_PANJANG or not _HURUF.search(rapi):
        return 0
    if _BAB.match(rapi) and rapi[-1] not in ".;,":
        return 1
    bernomor = _BERNOMOR.match(rapi)
    if bernomor and rapi[-1] not in ".;,:" and "\t" not in teks:
        return min(1 + bernomor[1].count("."), 9)
    return TINGKAT_TEBAL if is_tebal else 0
