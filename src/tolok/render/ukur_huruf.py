"""
What the vendored fonts can print, and how wide it gets: read from the font files themselves.

Column widths depend on it, so that a number is never broken over two lines or printed over its neighbour.
"""

from __future__ import annotations

import struct
from functools import cache
from pathlib import Path
from typing import Final

PATH_HURUF: Final = Path(__file__).parent / "fonts"
_MM_PER_PT: Final = 25.4 / 72
_LEBAR_LAIN: Final = 0.6
"""Width of a character the font lacks, in parts of the font size."""


@cache
def lebar_per_huruf(nama: str) -> dict[str, float]:
    """Return the advance of every character of a font file such as ``LiberationSerif-Bold``, in parts of its size."""
    isi = (PATH_HURUF / f"{nama}.ttf").read_bytes()
    letak = {
        bytes(tabel): awal
        for tabel, _, awal, _ in struct.iter_unpack(">4sLLL", isi[12 : 12 + 16 * struct.unpack_from(">H", isi, 4)[0]])
    }
    satuan = struct.unpack_from(">H", isi, letak[b"head"] + 18)[0]
    jumlah = struct.unpack_from(">H", isi, letak[b"hhea"] + 34)[0]
    langkah = struct.unpack_from(f">{2 * jumlah}H", isi, letak[b"hmtx"])[::2]
    bentuk = _bentuk_per_huruf(isi, letak[b"cmap"])
    return {huruf: langkah[min(nomor, jumlah - 1)] / satuan for huruf, nomor in bentuk.items()}


def lebar_teks_mm(teks: str, *, ukuran: int, tebal: bool = False) -> float:
    """Return the width of a text on one line in the serif font, in millimetres; ``ukuran`` in points."""
    huruf = lebar_per_huruf("LiberationSerif-Bold" if tebal else "LiberationSerif-Regular")
    return sum(huruf.get(satu, _LEBAR_LAIN) for satu in teks) * ukuran * _MM_PER_PT


def _bentuk_per_huruf(isi: bytes, cmap: int) -> dict[str, int]:
    """Return the glyph number of every character of the Unicode table (platform 3, encoding 1, format 4)."""
    for urut in range(struct.unpack_from(">H", isi, cmap + 2)[0]):
        landasan, sandi, geser = struct.unpack_from(">HHL", isi, cmap + 4 + 8 * urut)
        if (landasan, sandi) == (3, 1):
            return _read_format_4(isi, cmap + geser)
    raise ValueError("berkas huruf tidak memuat tabel Unicode")


def _read_format_4(isi: bytes, awal: int) -> dict[str, int]:
    jumlah = struct.unpack_from(">H", isi, awal + 6)[0] // 2
    akhir = struct.unpack_from(f">{jumlah}H", isi, awal + 14)
    mula = struct.unpack_from(f">{jumlah}H", isi, awal + 16 + 2 * jumlah)
    selisih = struct.unpack_from(f">{jumlah}H", isi, awal + 16 + 4 * jumlah)
    letak_geser = awal + 16 + 6 * jumlah
    geser = struct.unpack_from(f">{jumlah}H", isi, letak_geser)
    hasil = {}
    for urut in range(jumlah):
        for sandi in range(mula[urut], min(akhir[urut], 0xFFFE) + 1):
            if geser[urut]:
                letak = letak_geser + 2 * urut + geser[urut] + 2 * (sandi - mula[urut])
                nomor = struct.unpack_from(">H", isi, letak)[0]
            else:
                nomor = sandi
            nomor = (nomor + selisih[urut]) & 0xFFFF if nomor else 0
            if nomor:
                hasil[chr(sandi)] = nomor
    return hasil
