"""
How wide a text stands in a drawing, so that boxes can be made to fit before any renderer runs.

The widths are those of Liberation Sans (metric-compatible with Arial), in 1/2048 of the font size. Lengths are tenths
of a millimetre and always rounded up: a text never needs more room than is said here.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

_BIASA: Final = (
    569, 569, 727, 1139, 1139, 1821, 1366, 391, 682, 682, 797, 1196, 569, 682, 569, 569, 1139, 1139, 1139, 1139, 1139,
    1139, 1139, 1139, 1139, 1139, 569, 569, 1196, 1196, 1196, 1139, 2079, 1366, 1366, 1479, 1479, 1366, 1251, 1593,
    1479, 569, 1024, 1366, 1139, 1706, 1479, 1593, 1366, 1593, 1479, 1366, 1251, 1479, 1366, 1933, 1366, 1366, 1251,
    569, 569, 569, 961, 1139, 682, 1139, 1139, 1024, 1139, 1139, 569, 1139, 1139, 455, 455, 1024, 455, 1706, 1139,
    1139, 1139, 1139, 682, 1024, 569, 1139, 1024, 1479, 1024, 1024, 1024, 684, 532, 684, 1196,
)  # fmt: skip
_TEBAL: Final = (
    569, 682, 971, 1139, 1139, 1821, 1479, 487, 682, 682, 797, 1196, 569, 682, 569, 569, 1139, 1139, 1139, 1139, 1139,
    1139, 1139, 1139, 1139, 1139, 682, 682, 1196, 1196, 1196, 1251, 1997, 1479, 1479, 1479, 1479, 1366, 1251, 1593,
    1479, 569, 1139, 1479, 1251, 1706, 1479, 1593, 1366, 1593, 1479, 1366, 1251, 1479, 1366, 1933, 1366, 1366, 1251,
    682, 569, 682, 1196, 1139, 682, 1139, 1251, 1139, 1251, 1139, 682, 1251, 1251, 569, 569, 1139, 569, 1821, 1251,
    1251, 1251, 1251, 797, 1139, 682, 1251, 1139, 1593, 1139, 1139, 1024, 797, 573, 797, 1196,
)  # fmt: skip
_LAIN: Final = {"\u00a0": 569, "–": 1139, "−": 1196, "’": 569, "‘": 569, "“": 1024, "”": 1024, "é": 1139}
_TERLEBAR: Final = 2048
"""Width of any other character: the widest there is, so that the estimate never falls short."""

_EM: Final = 2048
_TITIK_PER_INCI: Final = 72
_PERSEPULUH_MM_PER_INCI: Final = 254


def measure_teks(teks: str, *, ukuran: int, tebal: bool = False) -> int:
    """Return the width of one line in tenths of a millimetre; ``ukuran`` is the font size in points."""
    tabel = _TEBAL if tebal else _BIASA
    satuan = sum(tabel[ord(huruf) - 32] if " " <= huruf <= "~" else _LAIN.get(huruf, _TERLEBAR) for huruf in teks)
    return -(-satuan * ukuran * _PERSEPULUH_MM_PER_INCI // (_EM * _TITIK_PER_INCI))


def measure_baris(ukuran: int) -> int:
    """Return the height of a line (1.2 times the font size) in tenths of a millimetre."""
    return -(-ukuran * 12 * _PERSEPULUH_MM_PER_INCI // (10 * _TITIK_PER_INCI))


@lru_cache(maxsize=4096)
def wrap_teks(teks: str, *, lebar: int, ukuran: int, tebal: bool = False) -> tuple[str, ...]:
    """
    Break a text into lines no wider than ``lebar`` tenths of a millimetre.

    Lines break at spaces and after a slash or hyphen; a piece wider than a whole line is cut between characters. A
    no-break space holds its words together. An empty text is one empty line. Results are remembered: a chart is drawn
    many times until it fits.
    """
    daftar_baris: list[str] = []
    kini = ""
    for kata in _pieces(teks):
        calon = kini + kata
        if measure_teks(calon.rstrip(" "), ukuran=ukuran, tebal=tebal) <= lebar:
            kini = calon
            continue
        if kini.strip(" "):
            daftar_baris.append(kini.rstrip(" "))
        kini = kata
        while len(kini) > 1 and measure_teks(kini.rstrip(" "), ukuran=ukuran, tebal=tebal) > lebar:
            potong = _muat(kini, lebar, ukuran, tebal)
            daftar_baris.append(kini[:potong])
            kini = kini[potong:]
    return (*daftar_baris, kini.rstrip(" "))


def _pieces(teks: str) -> list[str]:
    """Cut a text into its unbreakable pieces, each with the spaces that follow it."""
    daftar: list[str] = []
    kini = ""
    for indeks, huruf in enumerate(teks):
        kini += huruf
        berikut = teks[indeks + 1 : indeks + 2]
        if (huruf == " " and berikut != " ") or (huruf in "/-" and berikut.isalpha()):
            daftar.append(kini)
            kini = ""
    return [*daftar, kini] if kini else daftar


def _muat(kata: str, lebar: int, ukuran: int, tebal: bool) -> int:
    """Return how many leading characters of a long word fit; at least one."""
    panjang = 1
    while panjang < len(kata) and measure_teks(kata[: panjang + 1], ukuran=ukuran, tebal=tebal) <= lebar:
        panjang += 1
    return panjang
