"""What the styles of a DOCX say about a paragraph: its heading level, its list, whether it is a caption."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from lxml import etree

from tolok.ingest.pembaca.xml import anak, atribut, atribut_bulat, daftar_anak

_JUDUL: Final = re.compile(r"(?:heading|judul|überschrift)\s*([1-9])", re.IGNORECASE)
_KETERANGAN: Final = frozenset({"caption", "keterangan gambar", "keterangan tabel"})
_DALAM_TERBESAR: Final = 20


@dataclass(frozen=True, slots=True)
class Gaya:
    """``tingkat``: 1 to 9 for headings, else 0. ``daftar``: the list (``w:numId``), ``tingkat_daftar`` its level."""

    tingkat: int = 0
    is_keterangan: bool = False
    daftar: str = ""
    tingkat_daftar: int = 0


@dataclass(frozen=True, slots=True)
class DaftarGaya:
    """The styles of a document, by their ids."""

    gaya_per_id: dict[str, Gaya]
    bawaan: Gaya

    def gaya_paragraf(self, sifat: etree._Element | None) -> Gaya:
        """Return what holds for a paragraph with these properties (``w:pPr``)."""
        if sifat is None:
            return self.bawaan
        gaya = self.gaya_per_id.get(atribut(anak(sifat, "pStyle")) or "", self.bawaan)
        return _timpa(gaya, sifat)


def make_gaya(akar: etree._Element | None) -> DaftarGaya:
    """Return the paragraph styles that ``word/styles.xml`` defines."""
    unsur_per_id = {
        atribut(satu, "styleId") or "": satu
        for satu in daftar_anak(akar, "style")
        if atribut(satu, "type") in (None, "paragraph")
    }
    hasil: dict[str, Gaya] = {}

    def gaya(nama: str, dalam: int) -> Gaya:
        if nama in hasil or nama not in unsur_per_id or dalam > _DALAM_TERBESAR:
            return hasil.get(nama, Gaya())
        unsur = unsur_per_id[nama]
        dasar = gaya(atribut(anak(unsur, "basedOn")) or "", dalam + 1)
        sebutan = (atribut(anak(unsur, "name")) or "").strip()
        cocok = _JUDUL.match(sebutan)
        kini = Gaya(
            int(cocok[1]) if cocok else dasar.tingkat,
            dasar.is_keterangan or sebutan.lower() in _KETERANGAN,
            dasar.daftar,
            dasar.tingkat_daftar,
        )
        hasil[nama] = _timpa(kini, anak(unsur, "pPr"))
        return hasil[nama]

    for nama in unsur_per_id:
        gaya(nama, 0)
    bawaan = next((nama for nama, satu in unsur_per_id.items() if atribut(satu, "default") in ("1", "true")), "")
    return DaftarGaya(hasil, hasil.get(bawaan, Gaya()))


def _timpa(gaya: Gaya, sifat: etree._Element | None) -> Gaya:
    """Return the style with what the properties themselves say."""
    garis_besar, nomor = anak(sifat, "outlineLvl"), anak(sifat, "numPr")
    tingkat = gaya.tingkat
    if garis_besar is not None:
        tingkat = atribut_bulat(garis_besar, lain=9) + 1
        tingkat = tingkat if 1 <= tingkat <= 9 else 0
    daftar, tingkat_daftar = gaya.daftar, gaya.tingkat_daftar
    if nomor is not None:
        daftar = atribut(anak(nomor, "numId")) or daftar
        tingkat_daftar = atribut_bulat(anak(nomor, "ilvl"), lain=tingkat_daftar or max(tingkat - 1, 0))
    return Gaya(tingkat, gaya.is_keterangan, "" if daftar == "0" else daftar, tingkat_daftar)
