"""Running heads, running feet and page numbers: lines near the edge of the paper that return from page to page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from tolok.ingest.pembaca.pdf_tata import Tata
from tolok.ingest.pembaca.pdf_teks import Baris

_TEPI: Final = 64.0
_TEPI_BAWAH: Final = 84.0
"""Points from the edge of the paper; titles begin below the margin, which is wider."""
_PALING_TEPI: Final = 50.0
_BAGIAN: Final = 0.25
_SEBAGIAN_BESAR: Final = 0.5
_NOMOR: Final = re.compile(
    r"(?:hal(?:aman|\.)?\s*)?[-–|\s]*(?:\d{1,4}|[ivxlc]{1,8})(?:\s*(?:/|dari|of)\s*\d{1,4})?[-–|\s]*", re.IGNORECASE
)
_ANGKA: Final = re.compile(r"\d+|\b[ivxlc]{1,8}$")


def buang_kaki(daftar: Sequence[Tata]) -> None:
    """Take running heads, running feet and page numbers out of the lines of all pages."""
    jumlah = Counter(kunci for tata in daftar for kunci in {_kunci(tata, baris) for baris in _tepi(tata)})
    for tata in daftar:
        buang = {id(baris) for baris in _tepi(tata) if _is_berulang(tata, baris, jumlah, len(daftar))}
        tata.baris = [baris for baris in tata.baris if id(baris) not in buang]


def _is_berulang(tata: Tata, baris: Baris, jumlah: Counter[tuple[bool, str]], jumlah_halaman: int) -> bool:
    kali, teks = jumlah[_kunci(tata, baris)], baris.teks
    if _is_kaki(tata, baris):
        return kali >= max(2, _BAGIAN * jumlah_halaman) or _NOMOR.fullmatch(teks) is not None
    if _NOMOR.fullmatch(teks):
        return kali >= max(2, _BAGIAN * jumlah_halaman)
    # The title of a form that is printed once a page looks like a running head; it is set larger, and in capitals.
    if teks.isupper() and baris.atas > _PALING_TEPI:
        return False
    return jumlah_halaman > 2 and kali >= max(3, _SEBAGIAN_BESAR * jumlah_halaman)


def _tepi(tata: Tata) -> list[Baris]:
    return [baris for baris in tata.baris if baris.bawah < _TEPI or _is_kaki(tata, baris)]


def _is_kaki(tata: Tata, baris: Baris) -> bool:
    return baris.atas > tata.halaman.tinggi - _TEPI_BAWAH


def _kunci(tata: Tata, baris: Baris) -> tuple[bool, str]:
    """Return what is the same on all pages: at which edge, and the words without their numbers."""
    teks = "#" if _NOMOR.fullmatch(baris.teks) else _ANGKA.sub("#", baris.teks)
    return _is_kaki(tata, baris), teks
