"""Small real files for the tests of the readers, made with other programs than the readers use."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import typst
import xlsxwriter

from tolok.core.bacaan.blok import Berkas, Paragraf, Tabel
from tolok.ingest.baca import read_isi
from tolok.render.ukur_huruf import PATH_HURUF

RUANG = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_HUBUNGAN = "http://schemas.openxmlformats.org/package/2006/relationships"
_JENIS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def buat_zip(bagian: Mapping[str, str | bytes]) -> bytes:
    """Return an archive of these members."""
    hasil = io.BytesIO()
    with zipfile.ZipFile(hasil, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, isi in bagian.items():
            arsip.writestr(nama, isi)
    return hasil.getvalue()


def hubungan(**sasaran_per_jenis: str) -> str:
    """Return a part of relations."""
    isi = "".join(
        f'<Relationship Id="r{urut}" Type="{_JENIS}/{jenis}" Target="{sasaran}"/>'
        for urut, (jenis, sasaran) in enumerate(sasaran_per_jenis.items())
    )
    return f'<Relationships xmlns="{_HUBUNGAN}">{isi}</Relationships>'


def buat_docx(badan: str, *, gaya: str = "", nomor: str = "", lain: Mapping[str, str | bytes] | None = None) -> bytes:
    """Return a DOCX whose body, styles and lists are this XML."""
    return buat_zip(
        {
            "_rels/.rels": hubungan(officeDocument="word/document.xml"),
            "word/_rels/document.xml.rels": hubungan(styles="styles.xml", numbering="numbering.xml"),
            "word/document.xml": f"<w:document {RUANG}><w:body>{badan}</w:body></w:document>",
            "word/styles.xml": f"<w:styles {RUANG}>{gaya}</w:styles>",
            "word/numbering.xml": f"<w:numbering {RUANG}>{nomor}</w:numbering>",
            **(lain or {}),
        }
    )


def alinea(teks: str, sifat: str = "") -> str:
    """Return a paragraph."""
    return f"<w:p><w:pPr>{sifat}</w:pPr><w:r><w:t>{teks}</w:t></w:r></w:p>"


def sel(teks: str, sifat: str = "") -> str:
    """Return a table cell of one paragraph."""
    return f"<w:tc><w:tcPr>{sifat}</w:tcPr>{alinea(teks)}</w:tc>"


def baris(*daftar_sel: str, sifat: str = "") -> str:
    """Return a table row."""
    return f"<w:tr><w:trPr>{sifat}</w:trPr>{''.join(daftar_sel)}</w:tr>"


def tabel(*daftar_baris: str) -> str:
    """Return a table."""
    return f"<w:tbl>{''.join(daftar_baris)}</w:tbl>"


def buat_xlsx(isi: Callable[[xlsxwriter.Workbook], Any]) -> bytes:
    """Return the workbook that a function fills."""
    hasil = io.BytesIO()
    buku = xlsxwriter.Workbook(hasil, {"in_memory": True})
    isi(buku)
    buku.close()
    return hasil.getvalue()


def buat_pdf(naskah: str) -> bytes:
    """Return the PDF of a text for Typst."""
    huruf = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(PATH_HURUF)])
    isi = typst.compile(naskah.encode(), format="pdf", font_paths=huruf, ignore_system_fonts=True)
    assert isinstance(isi, bytes)
    return isi


def baca(isi: bytes, nama: str = "dokumen") -> Berkas:
    """Return the file that these bytes are."""
    return read_isi(isi, nama)


def daftar_tabel(berkas: Berkas) -> list[list[list[str | None]]]:
    """Return the texts of all tables; ``None`` where a merged cell covers a place."""
    return [[[sel and sel.teks for sel in satu] for satu in blok.sel] for blok in berkas.list_tabel()]


def daftar_teks(berkas: Berkas) -> list[str]:
    """Return the texts of all paragraphs."""
    return [blok.teks for blok in berkas.daftar_blok if isinstance(blok, Paragraf)]


def rentang(tabel: Tabel) -> dict[str, tuple[int, int]]:
    """Return rows and columns of every merged cell by its text."""
    return {
        sel.teks: (sel.rentang_baris, sel.rentang_kolom)
        for satu in tabel.sel
        for sel in satu
        if sel and (sel.rentang_baris, sel.rentang_kolom) != (1, 1)
    }
