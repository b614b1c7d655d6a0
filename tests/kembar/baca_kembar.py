"""
Reads our files back without our code: the XML inside a DOCX, cells by calamine, pages by pdfium, HTML by the parser of
the standard library.
"""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import dataclass, field
from html.parser import HTMLParser

import pypdfium2  # type: ignore[import-untyped]
from lxml import etree
from python_calamine import CalamineWorkbook

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
Pasangan = list[tuple[str, str]]


@dataclass
class SelBaca:
    """A cell of a table: text outside of content controls and formulas, the quantities, the pieces of formulas."""

    kolom: int
    teks: list[str] = field(default_factory=list)
    besaran: Pasangan = field(default_factory=list)
    rumus: list[str] = field(default_factory=list)


@dataclass
class TabelBaca:
    """A table: its rows, how many of them repeat as heads."""

    baris: list[list[SelBaca]]
    banyak_kepala: int


@dataclass
class DocxBaca:
    """What a DOCX says."""

    besaran: Pasangan
    tabel: list[TabelBaca]


def baca_docx(isi: bytes) -> DocxBaca:
    """Return quantities in reading order (content-control tag, through the map in the file) and all tables."""
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        badan = etree.fromstring(arsip.read("word/document.xml"))
        peta_xml = etree.fromstring(arsip.read("customXml/item1.xml"))
    peta = {str(satu.get("tag")): str(satu.get("identitas")) for satu in peta_xml.iter("{*}sel")}
    return DocxBaca(
        [_besaran_docx(sdt, peta) for sdt in badan.iter(f"{W}sdt")],
        [_tabel_docx(tabel, peta) for tabel in badan.iter(f"{W}tbl")],
    )


def _besaran_docx(sdt: etree._Element, peta: dict[str, str]) -> tuple[str, str]:
    tag = sdt.find(f"{W}sdtPr/{W}tag")
    assert tag is not None
    return peta[str(tag.get(f"{W}val"))], "".join(t.text or "" for t in sdt.iter(f"{W}t"))


def _tabel_docx(tabel: etree._Element, peta: dict[str, str]) -> TabelBaca:
    daftar_baris = []
    banyak_kepala = 0
    for tr in tabel.findall(f"{W}tr"):
        banyak_kepala += tr.find(f"{W}trPr/{W}tblHeader") is not None
        baris: list[SelBaca] = []
        kolom = 0
        for tc in tr.findall(f"{W}tc"):
            sel = SelBaca(kolom)
            for paragraf in tc.iter(f"{W}p"):
                _baca_paragraf(paragraf, sel, peta)
            baris.append(sel)
            rentang = tc.find(f"{W}tcPr/{W}gridSpan")
            kolom += 1 if rentang is None else int(str(rentang.get(f"{W}val")))
        daftar_baris.append(baris)
    return TabelBaca(daftar_baris, banyak_kepala)


def _baca_paragraf(paragraf: etree._Element, sel: SelBaca, peta: dict[str, str]) -> None:
    teks = ""
    for t in paragraf.iter(f"{W}t", f"{W}sdt"):
        if t.tag == f"{W}sdt":
            sel.besaran.append(_besaran_docx(t, peta))
            teks += "\0"
        elif not any(induk.tag == f"{W}sdt" for induk in t.iterancestors()):
            teks += t.text or ""
    sel.teks.append(teks)
    sel.rumus += [t.text or "" for t in paragraf.iter(f"{M}t")]


def baca_xlsx(isi: bytes) -> list[tuple[str, str, object]]:
    """Return every row of the hidden sheet: identity, printed text, and what the cell it points to really holds."""
    buku = CalamineWorkbook.from_filelike(io.BytesIO(isi))
    lembar = {nama: buku.get_sheet_by_name(nama).to_python(skip_empty_area=False) for nama in buku.sheet_names}
    kepala, *daftar = lembar["_identitas"]
    hasil: list[tuple[str, str, object]] = []
    for baris in daftar:
        satu = {str(nama): str(nilai) for nama, nilai in zip(kepala, baris, strict=True)}
        nomor_baris, kolom = _alamat(satu["sel"])
        hasil.append((satu["identitas"], satu["tercetak"], lembar[satu["lembar"]][nomor_baris][kolom]))
    return hasil


def _alamat(teks: str) -> tuple[int, int]:
    huruf = teks.rstrip("0123456789")
    kolom = 0
    for satu in huruf:
        kolom = kolom * 26 + ord(satu) - ord("A") + 1
    return int(teks[len(huruf) :]) - 1, kolom - 1


def baca_pdf(isi: bytes) -> tuple[Pasangan, str]:
    """Return the attached list of quantities and the text of all pages without any space."""
    with pypdfium2.PdfDocument(isi) as dokumen:
        teks = "".join(halaman.get_textpage().get_text_range() for halaman in dokumen)
        lampiran = {
            a.get_name(): bytes(a.get_data())
            for a in (dokumen.get_attachment(nomor) for nomor in range(dokumen.count_attachments()))
        }
    daftar = json.loads(lampiran["tolok-identitas.json"])["pemunculan"]
    return [(satu["identitas"], satu["tercetak"]) for satu in daftar], rapat(teks)


def rapat(teks: str) -> str:
    """Return a text without spaces and soft hyphens, as lines of a page break anywhere."""
    return "".join(teks.replace("\u00ad", "").replace("\ufffe", "").split())


class _PembacaHtml(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.besaran: Pasangan = []
        self._tumpukan: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("meta", "link", "br", "hr", "col"):
            return
        identitas = dict(attrs).get("data-identitas")
        self._tumpukan.append(bool(identitas))
        if identitas:
            self.besaran.append((identitas, ""))

    def handle_endtag(self, tag: str) -> None:
        self._tumpukan.pop()

    def handle_data(self, data: str) -> None:
        if any(self._tumpukan):
            identitas, teks = self.besaran[-1]
            self.besaran[-1] = (identitas, teks + data)


def baca_html(isi: bytes) -> Pasangan:
    """Return every element that names a quantity, with its text."""
    pembaca = _PembacaHtml()
    pembaca.feed(isi.decode())
    pembaca.close()
    return pembaca.besaran
