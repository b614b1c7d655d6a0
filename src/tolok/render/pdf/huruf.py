"""Characters without a shape: PDF/A refuses a document that holds one, so each becomes an empty square."""

from __future__ import annotations

from functools import cache
from typing import Final

from tolok.render.ukur_huruf import lebar_per_huruf

PENGGANTI: Final = "\u25a1"
"""What every program shows for a character its fonts lack."""

_TANPA_BENTUK: Final = frozenset("\n\t\u00ad\u200b")


@cache
def daftar_tercetak() -> frozenset[str]:
    """Return the characters that both vendored families hold in the regular face."""
    daftar = (lebar_per_huruf(f"Liberation{nama}-Regular") for nama in ("Serif", "Sans"))
    return frozenset.intersection(*(frozenset(satu) for satu in daftar)) | _TANPA_BENTUK


def ganti_tak_tercetak(teks: str) -> str:
    """Return the text with every character that cannot be printed replaced by an empty square."""
    if teks.isascii():
        return teks
    tercetak = daftar_tercetak()
    return "".join(huruf if huruf in tercetak else PENGGANTI for huruf in teks)
