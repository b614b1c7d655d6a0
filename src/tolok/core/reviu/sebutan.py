"""How findings are worded for people, alike on a terminal, a page and paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from tolok.core.bacaan.sebutan import format_letak
from tolok.core.reviu.temuan import Keyakinan, LetakTemuan, Temuan, TingkatTemuan

SEBUTAN_TINGKAT: Final = {
    TingkatTemuan.GALAT: "Ketidaksesuaian",
    TingkatTemuan.PERINGATAN: "Peringatan",
    TingkatTemuan.SARAN: "Saran",
}
"""The levels, the gravest first."""

SEBUTAN_KEYAKINAN: Final = {
    Keyakinan.PASTI: "pasti",
    Keyakinan.MUNGKIN: "mungkin",
    Keyakinan.PERLU_DINILAI: "perlu dinilai",
}
"""How sure, the surest first."""


def format_tempat(tempat: LetakTemuan, *, sebut_berkas: bool = True) -> str:
    """Return a place in words; lines of a place of several lines as "1251-1252"."""
    kata = format_letak(tempat.letak)
    if tempat.baris_akhir and tempat.letak.baris and tempat.baris_akhir > tempat.letak.baris:
        kata = kata.replace(f"baris {tempat.letak.baris}", f"baris {tempat.letak.baris}-{tempat.baris_akhir}")
    return ": ".join(filter(None, (tempat.berkas, kata))) if sebut_berkas else kata


def format_daftar_tempat(daftar: Sequence[str], *, paling_banyak: int) -> str:
    """Return places already in words as one text; those beyond the first ones are counted."""
    sisa = len(daftar) - paling_banyak
    return "; ".join(daftar[:paling_banyak]) + (f" dan {sisa} tempat lain" if sisa > 0 else "")


def format_jumlah(daftar: Iterable[Temuan]) -> str:
    """Return the counts in words: ``1 ketidaksesuaian, 0 peringatan, 2 saran``."""
    jumlah = Counter(satu.tingkat for satu in daftar)
    return ", ".join(f"{jumlah[tingkat]} {sebutan.lower()}" for tingkat, sebutan in SEBUTAN_TINGKAT.items())
