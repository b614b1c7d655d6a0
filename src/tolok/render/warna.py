"""The colours of documents by name: paper colours, dark enough to read and to survive a black-and-white copy."""

from __future__ import annotations

from typing import Final

WARNA: Final[dict[str, str]] = {
    "teks": "16191d",
    "teks_lemah": "5c6673",
    "garis": "6a7078",
    "garis_lemah": "c6ccd4",
    "latar": "f1f3f5",
    "lintasan": "e6e9ee",
    "utama": "14548a",
    "utama_lunak": "e7f0f8",
    "baik": "2e8b57",
    "waspada": "bf7300",
    "galat": "c5392f",
    "netral": "78838f",
    "netral_lunak": "eef0f3",
    "putih": "ffffff",
}
"""Six hexadecimal digits a name, without ``#``."""

_BATAS_GELAP: Final = 150
"""Below this brightness (0-255) white text is easier to read than dark text."""


def hex_warna(nama: str) -> str:
    """
    Return the six hexadecimal digits of a colour name.

    :raises KeyError: if the name is unknown (a bug of the layout)
    """
    return WARNA[nama]


def hex_teks_di_atas(nama: str) -> str:
    """Return the colour of text that can be read on the named fill; ``""`` means no fill."""
    if not nama:
        return WARNA["teks"]
    merah, hijau, biru = bytes.fromhex(WARNA[nama])
    kecerahan = (merah * 299 + hijau * 587 + biru * 114) // 1000
    return WARNA["putih"] if kecerahan < _BATAS_GELAP else WARNA["teks"]
