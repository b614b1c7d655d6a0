"""Reads the files we write with other programs than ours, so that a test never compares our output with itself."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser

import pypdfium2
import pypdfium2.raw as mentah
from contoh_naskah import contoh_naskah
from lxml import etree
from python_calamine import CalamineWorkbook

from tolok.render.docx import render_docx
from tolok.render.html import render_html
from tolok.render.pdf import render_pdf
from tolok.render.tata_letak import DaftarButir, Gambar, Isi, Naskah, Paragraf, Tabel, Teks, TeksGambar
from tolok.render.xlsx import render_xlsx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RENDER = {"docx": render_docx, "pdf": render_pdf, "xlsx": render_xlsx, "html": render_html}


@cache
def berkas(rupa: str) -> bytes:
    """Return the example document in a format."""
    return RENDER[rupa](contoh_naskah())


def daftar_sel(naskah: Naskah) -> list[tuple[str, str]]:
    """Return identity and printed text of every quantity, walked here again without the code under test."""
    hasil: list[tuple[str, str]] = []

    def isi(daftar: tuple[Isi, ...]) -> None:
        hasil.extend((i.sel.identitas, i.teks) for i in daftar if isinstance(i, Teks) and i.sel and i.sel.identitas)

    for seksi in naskah.seksi:
        for blok in seksi.blok:
            if isinstance(blok, Paragraf):
                isi(blok.isi)
            elif isinstance(blok, DaftarButir):
                for butir in blok.butir:
                    isi(butir)
            elif isinstance(blok, Tabel):
                for sel in (sel for baris in (*blok.kepala, *blok.baris) for sel in baris):
                    for paragraf in sel.isi:
                        isi(paragraf.isi)
                for paragraf in blok.catatan:
                    isi(paragraf.isi)
            elif isinstance(blok, Gambar):
                hasil.extend((b.identitas, b.teks) for b in blok.bentuk if isinstance(b, TeksGambar) and b.identitas)
    return hasil


def tabel(naskah: Naskah, nomor: str) -> Tabel:
    """Return a table of the document by its number."""
    return next(b for s in naskah.seksi for b in s.blok if isinstance(b, Tabel) and b.nomor == nomor)


def rapat(teks: str) -> str:
    """Return a text without any space, as line breaks of a page fall anywhere."""
    return "".join(teks.replace("\u00ad", "").replace("\ufffe", "").split())


def teks_pdf(isi: bytes) -> list[str]:
    """Return the text of every page."""
    with pypdfium2.PdfDocument(isi) as dokumen:
        return [halaman.get_textpage().get_text_range() for halaman in dokumen]


def lampiran_pdf(isi: bytes) -> dict[str, bytes]:
    """Return the attached files by name."""
    with pypdfium2.PdfDocument(isi) as dokumen:
        return {
            a.get_name(): bytes(a.get_data())
            for a in (dokumen.get_attachment(i) for i in range(dokumen.count_attachments()))
        }


def identitas_pdf(isi: bytes) -> list[dict[str, str]]:
    """Return the attached list of quantities."""
    return json.loads(lampiran_pdf(isi)["tolok-identitas.json"])["pemunculan"]


def label_halaman_pdf(isi: bytes) -> list[str]:
    """Return the page labels a viewer shows."""
    with pypdfium2.PdfDocument(isi) as dokumen:
        return [dokumen.get_page_label(i) for i in range(len(dokumen))]


def judul_pdf(isi: bytes) -> list[tuple[int, str, int]]:
    """Return level (from 1), title and page (from 1) of the bookmarks."""
    with pypdfium2.PdfDocument(isi) as dokumen:
        return [(b.level + 1, b.get_title(), b.get_dest().get_index() + 1) for b in dokumen.get_toc()]


def is_bertanda_pdf(isi: bytes) -> bool:
    """Whether the PDF is tagged."""
    with pypdfium2.PdfDocument(isi) as dokumen:
        return bool(mentah.FPDFCatalog_IsTagged(dokumen.raw))


def bagian(isi: bytes, nama: str) -> etree._Element:
    """Return a part of an Office file as a tree."""
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        return etree.fromstring(arsip.read(nama))


def sdt_docx(isi: bytes) -> list[tuple[str, str]]:
    """Return tag and text of every content control in reading order."""
    hasil = []
    for sdt in bagian(isi, "word/document.xml").iter(f"{W}sdt"):
        tag = sdt.find(f"{W}sdtPr/{W}tag").get(f"{W}val")
        hasil.append((tag, "".join(t.text or "" for t in sdt.iter(f"{W}t"))))
    return hasil


def peta_docx(isi: bytes) -> dict[str, str]:
    """Return the identity of every tag."""
    return {satu.get("tag"): satu.get("identitas") for satu in bagian(isi, "customXml/item1.xml").iter("{*}sel")}


def buku(isi: bytes) -> CalamineWorkbook:
    """Return the workbook as read by calamine."""
    return CalamineWorkbook.from_filelike(io.BytesIO(isi))


def identitas_xlsx(isi: bytes) -> list[dict[str, str]]:
    """Return the rows of the hidden sheet."""
    kepala, *baris = buku(isi).get_sheet_by_name("_identitas").to_python()
    return [dict(zip(kepala, satu, strict=True)) for satu in baris]


def sel_xlsx(isi: bytes) -> dict[tuple[str, str], object]:
    """Return the values of all cells by sheet and address."""
    hasil: dict[tuple[str, str], object] = {}
    workbook = buku(isi)
    for nama in workbook.sheet_names:
        for baris, satu in enumerate(workbook.get_sheet_by_name(nama).to_python(skip_empty_area=False), start=1):
            for kolom, nilai in enumerate(satu):
                hasil[nama, _huruf_kolom(kolom) + str(baris)] = nilai
    return hasil


def _huruf_kolom(nomor: int) -> str:
    return chr(ord("A") + nomor) if nomor < 26 else _huruf_kolom(nomor // 26 - 1) + chr(ord("A") + nomor % 26)


@dataclass
class Halaman(HTMLParser):
    """What a page holds: tags with attributes, quantities with text, and all text."""

    tag: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    sel: list[tuple[str, str]] = field(default_factory=list)
    teks: str = ""
    tumpukan: list[str] = field(default_factory=list)
    _terbuka: list[tuple[int, str]] = field(default_factory=list)

    KOSONG = frozenset({"meta", "link", "br", "hr", "col"})

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag; it must be closed unless it is one of those without an end."""
        sifat = dict(attrs)
        self.tag.append((tag, sifat))
        if tag in self.KOSONG:
            return
        self.tumpukan.append(tag)
        if identitas := sifat.get("data-identitas"):
            self._terbuka.append((len(self.tumpukan), identitas))
            self.sel.append((identitas, ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that closes itself (inside SVG)."""
        self.tag.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Check that the innermost open element ends."""
        assert self.tumpukan[-1] == tag, (self.tumpukan[-3:], tag)
        if self._terbuka and self._terbuka[-1][0] == len(self.tumpukan):
            self._terbuka.pop()
        self.tumpukan.pop()

    def handle_data(self, data: str) -> None:
        """Collect text, and that of the innermost quantity."""
        self.teks += data
        if self._terbuka:
            identitas, teks = self.sel[-1]
            self.sel[-1] = (identitas, teks + data)


def halaman(isi: bytes) -> Halaman:
    """Return the parsed page."""
    hasil = Halaman()
    hasil.feed(isi.decode())
    hasil.close()
    assert hasil.tumpukan == []
    return hasil
