"""The prose of a document as rules read it: paragraphs with their place, amounts and percentages in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from tolok.core.angka import Angka
from tolok.core.bacaan.blok import Paragraf
from tolok.core.bacaan.dokumen import DokumenTerbaca
from tolok.core.dokumen.sel import Letak

_RUPIAH: Final = re.compile(r"\bRp\.?\s?(\d{1,3}(?:[.,]\d{3})+)(?:,(?:-+|00\b))?", re.IGNORECASE)
_PERSEN: Final = re.compile(r"(\d{1,3}(?:[.,]\d{1,4})?)\s?(?:%|persen\b)", re.IGNORECASE)


class Kalimat(NamedTuple):
    """One paragraph (OCR breaks them at will, so never less); ``tingkat`` as in ``Paragraf``."""

    teks: str
    letak: Letak
    tingkat: int = 0


class Sebutan(NamedTuple):
    """A number in prose: as printed, and where it begins."""

    tercetak: str
    angka: Angka
    awal: int


def list_kalimat(dokumen: DokumenTerbaca) -> Iterator[Kalimat]:
    """Yield the paragraphs that are no picture text; digits read from pictures prove nothing."""
    for blok in dokumen.blok:
        if isinstance(blok, Paragraf) and not blok.is_hasil_ocr and blok.teks.strip():
            yield Kalimat(" ".join(blok.teks.split()), blok.letak, blok.tingkat)


def find_rupiah(teks: str) -> tuple[Sebutan, ...]:
    """Return the amounts written out with thousands ("Rp. 8.386.556.514,-"), in rupiah."""
    return tuple(
        Sebutan(cocok[0], Angka(int(re.sub(r"\D", "", cocok[1]))), cocok.start()) for cocok in _RUPIAH.finditer(teks)
    )


def find_persen(teks: str) -> tuple[Sebutan, ...]:
    """Return the percentages, in points."""
    return tuple(
        Sebutan(cocok[0], Angka.from_desimal(cocok[1].replace(",", ".")), cocok.start())
        for cocok in _PERSEN.finditer(teks)
    )
