"""Units as plain strings, with one canonical spelling for those that decide how a number is written: % and Rp."""

from __future__ import annotations

from typing import Final

PERSEN: Final = "%"
RUPIAH: Final = "Rp"
KATEGORI: Final = "kategori"
TANPA_SATUAN: Final = ""

_KANONIK: Final = {
    "%": PERSEN,
    "persen": PERSEN,
    "prosen": PERSEN,
    "persentase": PERSEN,
    "rp": RUPIAH,
    "rp.": RUPIAH,
    "idr": RUPIAH,
    "rupiah": RUPIAH,
    "kategori": KATEGORI,
    "predikat": KATEGORI,
}


def normalize_satuan(teks: str) -> str:
    """
    Return the canonical spelling of a printed unit: ``%``, ``Rp`` and ``kategori`` for their variants, else the text
    with single spaces and its own letter case.
    """
    rapi = " ".join(teks.split())
    return _KANONIK.get(rapi.casefold(), rapi)


def is_satuan_sama(satu: str, dua: str) -> bool:
    """Whether two printed units are the same unit; letter case, spaces and the known variants do not matter."""
    return normalize_satuan(satu).casefold() == normalize_satuan(dua).casefold()
