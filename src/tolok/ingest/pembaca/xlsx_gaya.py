"""What the styles of a workbook say about a cell: how its number is shown, and whether lines or a colour frame it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lxml import etree

from tolok.ingest.pembaca.pola_angka import POLA_BAWAAN, UMUM
from tolok.ingest.pembaca.xml import anak, atribut, atribut_bulat, daftar_anak

_SISI: Final = ("left", "right", "start", "end", "top", "bottom")


@dataclass(frozen=True, slots=True)
class GayaSel:
    """``pola``: number format. ``is_bingkai``: the cell has a border or a background."""

    pola: str = UMUM
    is_bingkai: bool = False


def make_gaya(akar: etree._Element | None) -> tuple[GayaSel, ...]:
    """Return the cell styles of ``xl/styles.xml`` by the number that cells name."""
    pola_per_nomor = dict(POLA_BAWAAN)
    for satu in daftar_anak(anak(akar, "numFmts"), "numFmt"):
        pola_per_nomor[atribut_bulat(satu, "numFmtId")] = atribut(satu, "formatCode") or UMUM
    bingkai = [_is_bergaris(satu) for satu in daftar_anak(anak(akar, "borders"), "border")]
    latar = [
        atribut(anak(satu, "patternFill"), "patternType") not in (None, "none")
        or anak(satu, "gradientFill") is not None
        for satu in daftar_anak(anak(akar, "fills"), "fill")
    ]
    return tuple(
        GayaSel(
            pola_per_nomor.get(atribut_bulat(satu, "numFmtId"), UMUM),
            _ambil(bingkai, atribut_bulat(satu, "borderId")) or _ambil(latar, atribut_bulat(satu, "fillId")),
        )
        for satu in daftar_anak(anak(akar, "cellXfs"), "xf")
    )


def _is_bergaris(unsur: etree._Element) -> bool:
    return any(atribut(anak(unsur, sisi), "style") not in (None, "none") for sisi in _SISI)


def _ambil(daftar: list[bool], nomor: int) -> bool:
    return 0 <= nomor < len(daftar) and daftar[nomor]
