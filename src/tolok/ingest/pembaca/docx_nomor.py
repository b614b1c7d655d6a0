"""Automatic numbers of a DOCX: a word processor prints them, the text of the paragraphs does not hold them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from tolok.ingest.pembaca.xml import anak, atribut, atribut_bulat, daftar_anak

_TINGKAT: Final = re.compile(r"%([1-9])")
_ROMAWI: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_TERBESAR: Final = 30_000


@dataclass(frozen=True, slots=True)
class _Tingkat:
    mulai: int
    bentuk: str
    pola: str


@dataclass(slots=True)
class Penomor:
    """The lists of a document with how far each has counted; ask for the numbers in reading order."""

    tingkat_per_daftar: dict[str, tuple[str, dict[int, _Tingkat]]]
    """Of each ``w:numId`` the abstract list it counts with, and its levels."""
    hitungan: dict[str, dict[int, int]] = field(default_factory=dict)

    def next_nomor(self, daftar: str, tingkat: int) -> str:
        """Return what is printed before the next paragraph of a list at a level from 0; "" if that is nothing."""
        abstrak, bentuk = self.tingkat_per_daftar.get(daftar, ("", {}))
        kini = bentuk.get(tingkat)
        if kini is None:
            return ""
        hitungan = self.hitungan.setdefault(abstrak, {})
        hitungan[tingkat] = min(hitungan.get(tingkat, kini.mulai - 1) + 1, _TERBESAR)
        for dalam in [satu for satu in hitungan if satu > tingkat]:
            del hitungan[dalam]
        if kini.bentuk == "bullet":
            return "•"

        def angka(cocok: re.Match[str]) -> str:
            urut = int(cocok[1]) - 1
            lain = bentuk.get(urut)
            return _cetak(hitungan.get(urut, lain.mulai), lain.bentuk) if lain else ""

        return _TINGKAT.sub(angka, kini.pola).strip()


def make_penomor(akar: etree._Element | None) -> Penomor:
    """Return the lists that ``word/numbering.xml`` defines; none without that part."""
    abstrak = {
        atribut(satu, "abstractNumId") or "": {
            atribut_bulat(lvl, "ilvl"): _tingkat(lvl) for lvl in daftar_anak(satu, "lvl")
        }
        for satu in daftar_anak(akar, "abstractNum")
    }
    hasil = {}
    for num in daftar_anak(akar, "num"):
        nomor, asal = atribut(num, "numId") or "", atribut(anak(num, "abstractNumId")) or ""
        tingkat = dict(abstrak.get(asal, {}))
        kunci = asal
        for ganti in daftar_anak(num, "lvlOverride"):
            urut = atribut_bulat(ganti, "ilvl")
            lvl, mulai = anak(ganti, "lvl"), anak(ganti, "startOverride")
            if lvl is not None:
                tingkat[urut] = _tingkat(lvl)
            if mulai is not None and urut in tingkat:
                lama = tingkat[urut]
                tingkat[urut] = _Tingkat(atribut_bulat(mulai, lain=1), lama.bentuk, lama.pola)
                kunci = f"{asal}/{nomor}"
        hasil[nomor] = (kunci, tingkat)
    return Penomor(hasil)


def _tingkat(lvl: etree._Element) -> _Tingkat:
    return _Tingkat(
        atribut_bulat(anak(lvl, "start"), lain=1),
        atribut(anak(lvl, "numFmt")) or "decimal",
        atribut(anak(lvl, "lvlText")) or "",
    )


def _cetak(nomor: int, bentuk: str) -> str:
    match bentuk:
        case "lowerLetter" | "upperLetter" if nomor > 0:
            huruf = chr(97 + (nomor - 1) % 26) * ((nomor - 1) // 26 + 1)
            return huruf if bentuk == "lowerLetter" else huruf.upper()
        case "lowerRoman" | "upperRoman" if nomor > 0:
            hasil = ""
            for besar, lambang in _ROMAWI:
                jumlah, nomor = divmod(nomor, besar)
                hasil += lambang * jumlah
            return hasil if bentuk == "lowerRoman" else hasil.upper()
        case "decimalZero":
            return f"{nomor:02d}"
        case "none":
            return ""
        case _:
            return str(nomor)
