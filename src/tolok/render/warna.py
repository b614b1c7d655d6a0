"""
The named colours of documents, chosen to stay apart on a black-and-white copy.

Layouts say ``utama`` or ``garis``; only the renderers turn a name into a code.
"""

from __future__ import annotations

from typing import Final

WARNA: Final = {
    "teks": "18212C",
    "teks_lemah": "5C6673",
    "teks_terbalik": "FFFFFF",
    "garis": "47525F",
    "garis_lemah": "C6CCD4",
    "latar": "FFFFFF",
    "utama": "14548A",
    "utama_lunak": "E7F0F8",
    "baik": "2E8B57",
    "waspada": "BF7300",
    "galat": "C5392F",
    "netral": "78838F",
    "netral_lunak": "EEF0F3",
    "lintasan": "E6E9EE",
}
"""Colours of drawings and texts, as six hexadecimal digits."""

LATAR_PERAN: Final = {
    "kepala": "DCE6EF",
    "nomor": "EEF0F3",
    "program": "F4F6F9",
    "subtotal": "EEF0F3",
    "total": "DDE2E8",
}
"""Background of a table cell by its role; a role without an entry has none."""


def hex_warna(nama: str) -> str:
    """
    Return the code of a named colour with its hash: ``"#14548A"``.

    :raises ValueError: if there is no such name (a bug of a layout)
    """
    if nama not in WARNA:
        raise ValueError(f"warna {nama!r} tidak ada; yang ada: {', '.join(WARNA)}")
    return f"#{WARNA[nama]}"
