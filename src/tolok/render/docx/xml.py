"""WordprocessingML as text: escaping, namespaces, runs and paragraphs. Text is built directly because it is fast."""

from __future__ import annotations

import re
from html import escape
from typing import Final

from tolok.render.gaya import clean_teks

KEPALA: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NS_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NS_R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RUANG_NAMA: Final = (
    f'xmlns:w="{NS_W}" xmlns:r="{NS_R}" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
PERATAAN: Final = {"kiri": "left", "tengah": "center", "kanan": "right", "rata": "both"}
_PENGGANTI: Final = {"\n": "<w:br/>", "\t": "<w:tab/>", "\u00ad": "<w:softHyphen/>"}
_PEMISAH: Final = re.compile("([\n\t\u00ad])")


def twip(mm: int) -> int:
    """Return millimetres as twentieths of a point."""
    return (mm * 14400 + 127) // 254


def teks_xml(teks: str) -> str:
    """Return a text ready to stand between tags."""
    return escape(clean_teks(teks), quote=False)


def atribut_xml(teks: str) -> str:
    """Return a text ready to stand inside double quotes; line breaks become spaces."""
    return teks_xml(teks).replace('"', "&quot;").replace("\n", " ").replace("\t", " ")


def larik(teks: str, *, tebal: bool = False, miring: bool = False, tambahan: str = "") -> str:
    """Return a run with the line breaks, tabs and soft hyphens of the text; ``tambahan`` goes into ``w:rPr``."""
    sifat = ("<w:b/>" if tebal else "") + ("<w:i/>" if miring else "") + tambahan
    sifat = f"<w:rPr>{sifat}</w:rPr>" if sifat else ""
    isi = "".join(
        _PENGGANTI.get(bagian, f'<w:t xml:space="preserve">{bagian}</w:t>')
        for bagian in _PEMISAH.split(teks_xml(teks))
        if bagian
    )
    return f"<w:r>{sifat}{isi}</w:r>"


def medan(perintah: str, hasil: str = "") -> str:
    """Return a field with its instruction and the result it shows before anybody updates it."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {atribut_xml(perintah)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{hasil}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def alinea(
    isi: str,
    *,
    gaya: str,
    perataan: str | None = None,
    berikut: bool = False,
    halaman_baru: bool = False,
    sela: str = "",
    inden: int = 0,
    nomor: int = 0,
    seksi: str = "",
) -> str:
    """
    Return a paragraph; the order of its properties is fixed by the schema.

    ``berikut`` keeps it with the next one, ``sela`` holds the attributes of ``w:spacing``, ``inden`` the left indent
    in twips, ``nomor`` the list it belongs to, ``seksi`` the ``w:sectPr`` it ends.
    """
    sifat = f'<w:pStyle w:val="{gaya}"/>'
    if berikut:
        sifat += "<w:keepNext/>"
    if halaman_baru:
        sifat += "<w:pageBreakBefore/>"
    if nomor:
        sifat += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{nomor}"/></w:numPr>'
    if sela:
        sifat += f"<w:spacing {sela}/>"
    if inden:
        sifat += f'<w:ind w:left="{inden}"/>'
    if perataan is not None:
        sifat += f'<w:jc w:val="{PERATAAN[perataan]}"/>'
    return f"<w:p><w:pPr>{sifat}{seksi}</w:pPr>{isi}</w:p>"
