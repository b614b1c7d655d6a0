"""The text of a DOCX paragraph as it is printed: results of fields, insertions, equations; no deletions, no codes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from tolok.ingest.pembaca.omml import to_latex
from tolok.ingest.pembaca.xml import anak, atribut, daftar_anak, is_nyala, nama_lokal

_DIABAIKAN: Final = frozenset({
    "del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "instrText", "delText", "delInstrText", "rt", "proofErr",
    "bookmarkStart", "bookmarkEnd", "commentReference", "annotationRef", "lastRenderedPageBreak", "softHyphen",
    "fldData",
})  # fmt: skip
_WINGDINGS: Final = {"FC": "✓", "FE": "☑", "FB": "✗", "A8": "☐", "6F": "☐", "B7": "•", "A7": "•", "D8": "•"}
_URUTAN_TABEL: Final = re.compile(r"\s*SEQ\s+\"?(?:tabel|table|tbl)", re.IGNORECASE)
_BERSIH: Final = re.compile("[\u00ad\u200b\u2060\ufeff]")


@dataclass(slots=True)
class IsiParagraf:
    """
    What a paragraph holds.

    ``is_urutan_tabel``: it counts tables, so it is the caption of one. ``kotak``: the contents of text boxes anchored
    in it, each once.
    """

    teks: str = ""
    is_urutan_tabel: bool = False
    kotak: list[etree._Element] = field(default_factory=list)


def read_paragraf(unsur: etree._Element) -> IsiParagraf:
    """Return what a ``w:p`` holds; its automatic number is not part of it."""
    pembaca = _Pembaca()
    pembaca.telusuri(unsur)
    hasil = pembaca.hasil
    hasil.teks = _BERSIH.sub("", "".join(pembaca.potongan)).replace("\u00a0", " ").strip()
    return hasil


def pilihan(unsur: etree._Element) -> etree._Element | None:
    """Return the one branch of ``mc:AlternateContent`` to read; the others say the same again for older programs."""
    pilih = anak(unsur, "Choice")
    return pilih if pilih is not None and len(pilih) else anak(unsur, "Fallback")


class _Pembaca:
    def __init__(self) -> None:
        self.hasil = IsiParagraf()
        self.potongan: list[str] = []
        self.medan: list[bool] = []
        """Of each open field whether its result has begun."""

    def telusuri(self, wadah: etree._Element) -> None:
        for unsur in wadah:
            nama = nama_lokal(unsur)
            if nama in _DIABAIKAN:
                continue
            match nama:
                case "r":
                    if not is_nyala(anak(unsur, "rPr", "vanish")):
                        self.telusuri(unsur)
                case "fldChar":
                    self._batas_medan(atribut(unsur, "fldCharType"))
                case "fldSimple":
                    self._perintah(atribut(unsur, "instr") or "")
                    self.telusuri(unsur)
                case "AlternateContent":
                    if (cabang := pilihan(unsur)) is not None:
                        self.telusuri(cabang)
                case "drawing" | "pict" | "object":
                    self._gambar(unsur)
                case _ if self.medan and not all(self.medan):
                    pass
                case "t":
                    self.potongan.append(unsur.text or "")
                case "tab" | "ptab":
                    self.potongan.append("\t")
                case "br" | "cr":
                    self.potongan.append("\n")
                case "noBreakHyphen":
                    self.potongan.append("-")
                case "sym":
                    self.potongan.append(_lambang(unsur))
                case "oMath":
                    latex = to_latex(unsur)
                    self.potongan.append(f"${latex}$" if latex else "")
                case "oMathPara":
                    for urut, rumus in enumerate(daftar_anak(unsur, "oMath")):
                        self.potongan.append(f"{chr(10) if urut else ''}${to_latex(rumus)}$")
                case _:
                    self.telusuri(unsur)
        if nama_lokal(wadah) == "r":
            perintah = "".join(satu.text or "" for satu in daftar_anak(wadah, "instrText"))
            self._perintah(perintah)

    def _perintah(self, perintah: str) -> None:
        if _URUTAN_TABEL.match(perintah):
            self.hasil.is_urutan_tabel = True

    def _batas_medan(self, jenis: str | None) -> None:
        if jenis == "begin":
            self.medan.append(False)
        elif jenis == "separate" and self.medan:
            self.medan[-1] = True
        elif jenis == "end" and self.medan:
            self.medan.pop()

    def _gambar(self, unsur: etree._Element) -> None:
        """Collect the text boxes of a drawing, going down only one branch of each alternative."""
        for satu in unsur:
            match nama_lokal(satu):
                case "txbxContent":
                    self.hasil.kotak.append(satu)
                case "AlternateContent":
                    if (cabang := pilihan(satu)) is not None:
                        self._gambar(cabang)
                case _:
                    self._gambar(satu)


def _lambang(unsur: etree._Element) -> str:
    kode = (atribut(unsur, "char") or "").upper()
    huruf = atribut(unsur, "font") or ""
    if huruf.lower().startswith("wingdings"):
        return _WINGDINGS.get(kode[-2:], "")
    if re.fullmatch("[0-9A-F]{2,5}", kode) and not kode.startswith("F0"):
        return chr(int(kode, 16))
    return ""
