"""
The layout as DOCX: real styles, fields, formulas and shapes that an officer goes on working with.

The parts are written as text, without an object for every cell: a table of hundreds of rows costs milliseconds.
"""

from __future__ import annotations

from itertools import groupby

from tolok.render.docx.badan import Badan
from tolok.render.docx.paket import bagian_tetap
from tolok.render.docx.styles import font_table_xml, numbering_xml, styles_xml
from tolok.render.jangkar import Jangkar, daftar_jangkar
from tolok.render.pdf import nomor_halaman
from tolok.render.tata_letak import DaftarGambar, DaftarIsi, DaftarTabel, Naskah
from tolok.render.zip_tetap import write_zip

__all__ = ["render_docx"]


def render_docx(naskah: Naskah) -> bytes:
    """
    Return the document as DOCX; every quantity stands in a content control whose tag the custom XML part explains.

    :raises GalatKisi: if the cells of a table do not fill it
    :raises GalatPdf: if the page numbers of the contents cannot be worked out
    """
    jangkar = daftar_jangkar(naskah)
    badan = Badan(jangkar, _halaman_per_jangkar(naskah, jangkar))
    dokumen = badan.document_xml(naskah)
    bagian = {
        **bagian_tetap(naskah, len(badan.daftar_kaki)),
        "word/document.xml": dokumen,
        "word/styles.xml": styles_xml(sorted(badan.penghitung.daftar_ukuran)),
        "word/numbering.xml": numbering_xml(badan.penghitung.daftar_butir),
        "word/fontTable.xml": font_table_xml(),
        **{f"word/footer{urut}.xml": kaki for urut, kaki in enumerate(badan.daftar_kaki, start=1)},
    }
    return write_zip({nama: isi.encode() for nama, isi in bagian.items()})


def _halaman_per_jangkar(naskah: Naskah, jangkar: tuple[Jangkar, ...]) -> dict[int, str]:
    """The pages as the PDF has them; the word processor replaces them by its own when the contents are updated."""
    is_berdaftar = any(
        isinstance(blok, DaftarIsi | DaftarTabel | DaftarGambar) for seksi in naskah.seksi for blok in seksi.blok
    )
    if not is_berdaftar:
        return {}
    halaman_per_jenis = nomor_halaman(naskah)
    urutan = sorted(jangkar, key=lambda satu: satu.jenis)
    return {
        satu.nomor: halaman
        for jenis, kelompok in groupby(urutan, key=lambda satu: satu.jenis)
        for satu, halaman in zip(kelompok, halaman_per_jenis[jenis], strict=True)
    }
