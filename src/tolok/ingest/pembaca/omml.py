"""Equations of Office documents as LaTeX, as far as printed formulas of indicators need it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from lxml import etree

from tolok.ingest.pembaca.xml import anak, atribut, daftar_anak, nama_lokal

_PERINTAH: Final = {
    "×": r"\times ", "·": r"\cdot ", "⋅": r"\cdot ", "∙": r"\cdot ", "÷": r"\div ",
    "∑": r"\sum ", "Σ": r"\sum ", "∏": r"\prod ", "α": r"\alpha ", "β": r"\beta ",
    "≤": r"\leq ", "≥": r"\geq ", "≈": r"\approx ", "≠": r"\neq ", "…": r"\ldots ", "⋯": r"\cdots ",
    "−": "-", "∗": r"\ast ", "%": r"\%", "&": r"\&", "#": r"\#", "_": r"\_", "{": r"\{", "}": r"\}", "$": r"\$",
    "\\": r"\backslash ", "\u2061": "", "\u00a0": " ",
}  # fmt: skip
_KATA: Final = re.compile(r"[^\W\d_]{2,}(?:[\s,./()'’&-]*[^\W_]+)*")
"""Words of two letters or more, with what stands between them; a single letter is a variable."""
_OPERATOR_BESAR: Final = {"∑": r"\sum", "∏": r"\prod", "∫": r"\int", "⋃": r"\bigcup", "⋂": r"\bigcap"}
_DALAM_TERBESAR: Final = 60


def to_latex(unsur: etree._Element) -> str:
    """Return an ``m:oMath`` or ``m:oMathPara`` as LaTeX without dollar signs; what it does not know gives its text."""
    return re.sub(r" {2,}", " ", _urai(unsur, 0)).strip()


def _isi(unsur: etree._Element | None, dalam: int) -> str:
    return "".join(_urai(satu, dalam + 1) for satu in unsur) if unsur is not None else ""


def _urai(unsur: etree._Element, dalam: int) -> str:
    nama = nama_lokal(unsur)
    if dalam > _DALAM_TERBESAR or nama.endswith("Pr") or nama in ("del", "moveFrom", "instrText", "delText"):
        return ""
    match nama:
        case "t":
            return _teks(unsur.text or "")
        case "tab" | "br":
            return " "
        case "f":
            atas, bawah = _isi(anak(unsur, "num"), dalam), _isi(anak(unsur, "den"), dalam)
            if atribut(anak(unsur, "fPr", "type")) == "lin":
                return f"{{{atas}}}/{{{bawah}}}"
            return rf"\frac{{{atas}}}{{{bawah}}}"
        case "sSup" | "sSub" | "sSubSup":
            return f"{_isi(anak(unsur, 'e'), dalam)}{_tikalas(unsur, dalam)}"
        case "sPre":
            return f"{{}}{_tikalas(unsur, dalam)}{_isi(anak(unsur, 'e'), dalam)}"
        case "nary":
            tanda = atribut(anak(unsur, "naryPr", "chr")) or "∫"
            return f"{_OPERATOR_BESAR.get(tanda, _teks(tanda))}{_tikalas(unsur, dalam)} {_isi(anak(unsur, 'e'), dalam)}"
        case "rad":
            derajat = _isi(anak(unsur, "deg"), dalam)
            return rf"\sqrt{f'[{derajat}]' if derajat else ''}{{{_isi(anak(unsur, 'e'), dalam)}}}"
        case "d":
            return _kurung(unsur, dalam)
        case "func":
            return f"{_isi(anak(unsur, 'fName'), dalam)} {_isi(anak(unsur, 'e'), dalam)}"
        case "limLow" | "limUpp":
            tanda = "_" if nama == "limLow" else "^"
            return f"{_isi(anak(unsur, 'e'), dalam)}{tanda}{{{_isi(anak(unsur, 'lim'), dalam)}}}"
        case "bar":
            return rf"\overline{{{_isi(anak(unsur, 'e'), dalam)}}}"
        case "eqArr":
            return _baris((_isi(satu, dalam) for satu in daftar_anak(unsur, "e")), "aligned")
        case "m":
            kolom = (" & ".join(_isi(e, dalam) for e in daftar_anak(mr, "e")) for mr in daftar_anak(unsur, "mr"))
            return _baris(kolom, "matrix")
        case _:
            return _isi(unsur, dalam)


def _baris(daftar: Iterable[str], lingkungan: str) -> str:
    return rf"\begin{{{lingkungan}}}" + r" \\ ".join(daftar) + rf"\end{{{lingkungan}}}"


def _tikalas(unsur: etree._Element, dalam: int) -> str:
    bawah, atas = _isi(anak(unsur, "sub"), dalam), _isi(anak(unsur, "sup"), dalam)
    return (f"_{{{bawah}}}" if bawah else "") + (f"^{{{atas}}}" if atas else "")


def _kurung(unsur: etree._Element, dalam: int) -> str:
    sifat = anak(unsur, "dPr")
    awal, akhir, pemisah = (atribut(anak(sifat, nama)) for nama in ("begChr", "endChr", "sepChr"))
    isi = _teks("|" if pemisah is None else pemisah).join(_isi(e, dalam) for e in daftar_anak(unsur, "e"))
    return f"{_teks('(' if awal is None else awal)}{isi}{_teks(')' if akhir is None else akhir)}"


def _teks(teks: str) -> str:
    hasil, kini = [], 0
    for cocok in _KATA.finditer(teks):
        hasil.append(_lambang(teks[kini : cocok.start()]))
        hasil.append(rf"\text{{{_lambang(cocok.group())}}}")
        kini = cocok.end()
    return "".join((*hasil, _lambang(teks[kini:])))


def _lambang(teks: str) -> str:
    return "".join(_PERINTAH.get(huruf, huruf) for huruf in teks)
