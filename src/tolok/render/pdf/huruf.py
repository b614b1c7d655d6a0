"""Which characters the vendored fonts can print; PDF/A refuses a document with a character that has no shape."""

from __future__ import annotations

import struct
from functools import cache
from pathlib import Path
from typing import Final

PATH_HURUF: Final = Path(__file__).parent.parent / "fonts"
PENGGANTI: Final = "\u25a1"
"""An empty square, as every program shows for a character its fonts lack."""

_TANPA_BENTUK: Final = frozenset("\n\t\u200b")


@cache
def daftar_tercetak() -> frozenset[str]:
    """Return the characters that both vendored families hold in the regular face."""
    return frozenset.intersection(*(_read_cmap(PATH_HURUF / f"Liberation{n}-Regular.ttf") for n in ("Serif", "Sans")))


def ganti_tak_tercetak(teks: str) -> str:
    """Return the text with every character that cannot be printed replaced by an empty square."""
    if teks.isascii():
        return teks
    tercetak = daftar_tercetak()
    return "".join(h if h in tercetak or h in _TANPA_BENTUK else PENGGANTI for h in teks)


def _read_cmap(path: Path) -> frozenset[str]:
    """Return the characters of the format 4 table (Unicode, Windows) of a TrueType font."""
    isi = path.read_bytes()
    jumlah = struct.unpack_from(">H", isi, 4)[0]
    letak_per_tabel = {}
    for i in range(jumlah):
        nama, _, letak, _ = struct.unpack_from(">4sLLL", isi, 12 + 16 * i)
        letak_per_tabel[nama] = letak
    cmap = letak_per_tabel[b"cmap"]
    for i in range(struct.unpack_from(">H", isi, cmap + 2)[0]):
        landasan, sandi, geser = struct.unpack_from(">HHL", isi, cmap + 4 + 8 * i)
        if (landasan, sandi) == (3, 1):
            return _read_format_4(isi, cmap + geser)
    raise ValueError(f"{path.name}: tabel huruf Unicode tidak ada")


def _read_format_4(isi: bytes, awal: int) -> frozenset[str]:
    jumlah = struct.unpack_from(">H", isi, awal + 6)[0] // 2
    akhir = struct.unpack_from(f">{jumlah}H", isi, awal + 14)
    mula = struct.unpack_from(f">{jumlah}H", isi, awal + 16 + 2 * jumlah)
    return frozenset(
        chr(sandi) for a, b in zip(mula, akhir, strict=True) if a != 0xFFFF for sandi in range(a, min(b, 0xFFFE) + 1)
    )
