"""DOCX as word processors write it: merged cells as vMerge and gridSpan, repeated heads marked as such."""

from __future__ import annotations

from io import BytesIO
from xml.sax.saxutils import escape

from docx import Document
from docx.document import Document as Dokumen
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from bench.bacaan.tata.naskah import Deret, GantiHalaman, Gaya, Kotak, NaskahCetak, Paragraf, TabelCetak, split_tabel

_LEBAR_HALAMAN = 13000
_GARIS = "".join(
    f'<w:{sisi} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for sisi in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def write_docx(naskah: NaskahCetak) -> bytes:
    """Return the document as DOCX."""
    dokumen = Document()
    if naskah.is_mendatar:
        bagian = dokumen.sections[0]
        bagian.orientation = WD_ORIENT.LANDSCAPE
        bagian.page_width, bagian.page_height = bagian.page_height, bagian.page_width
    for satu in naskah.daftar:
        match satu:
            case Paragraf():
                _paragraf(dokumen, satu)
            case TabelCetak():
                for nomor, potongan in enumerate(split_tabel(satu, naskah.potong)):
                    if nomor:
                        dokumen.add_page_break()
                    _tabel(dokumen, potongan)
                dokumen.add_paragraph()
            case GantiHalaman():
                dokumen.add_page_break()
    berkas = BytesIO()
    dokumen.save(berkas)
    return berkas.getvalue()


def _paragraf(dokumen: Dokumen, paragraf: Paragraf) -> None:
    if paragraf.gaya is Gaya.SUBJUDUL:
        dokumen.add_heading(paragraf.teks, 2)
        return
    isi = dokumen.add_paragraph(style="Caption" if paragraf.gaya is Gaya.KETERANGAN else None)
    lari = isi.add_run(paragraf.teks)
    lari.bold = paragraf.gaya is Gaya.JUDUL


def _tabel(dokumen: Dokumen, tabel: TabelCetak) -> None:
    jumlah = sum(tabel.lebar)
    lebar = [_LEBAR_HALAMAN * satu // jumlah for satu in tabel.lebar]
    deret = (*tabel.kepala, *tabel.isi)
    baris = "".join(
        _deret(satu, _sambungan(deret, nomor), lebar, is_kepala=nomor < len(tabel.kepala) and tabel.is_ulang_kepala)
        for nomor, satu in enumerate(deret)
    )
    garis = f"<w:tblBorders>{_GARIS}</w:tblBorders>" if tabel.is_bergaris else ""
    kisi = "".join(f'<w:gridCol w:w="{satu}"/>' for satu in lebar)
    xml = (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(lebar)}" w:type="dxa"/>{garis}</w:tblPr>'
        f"<w:tblGrid>{kisi}</w:tblGrid>{baris}</w:tbl>"
    )
    badan = dokumen.element.body
    badan.insert(len(badan) - 1, parse_xml(xml))


def _sambungan(deret: tuple[Deret, ...], nomor: int) -> dict[int, int]:
    """Return the columns where a merged cell of an earlier row goes on, with its width."""
    hasil = {}
    for awal, satu in enumerate(deret[:nomor]):
        for kolom, kotak in enumerate(satu):
            if kotak and kotak.baris > nomor - awal:
                hasil[kolom] = kotak.kolom
    return hasil


def _deret(deret: Deret, sambungan: dict[int, int], lebar: list[int], *, is_kepala: bool) -> str:
    sel = []
    for kolom, kotak in enumerate(deret):
        if kotak is not None:
            sel.append(_sel(kotak, sum(lebar[kolom : kolom + kotak.kolom]), "restart" if kotak.baris > 1 else ""))
        elif kolom in sambungan:
            sel.append(_sel(Kotak("", 1, sambungan[kolom]), sum(lebar[kolom : kolom + sambungan[kolom]]), "continue"))
    kepala = "<w:trPr><w:tblHeader/></w:trPr>" if is_kepala else ""
    return f"<w:tr>{kepala}{''.join(sel)}</w:tr>"


def _sel(kotak: Kotak, lebar: int, gabung: str) -> str:
    rentang = f'<w:gridSpan w:val="{kotak.kolom}"/>' if kotak.kolom > 1 else ""
    tegak = f'<w:vMerge w:val="{gabung}"/>' if gabung else ""
    lari = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(baris)}</w:t>' for baris in kotak.teks.split("\n"))
    rata = '<w:pPr><w:jc w:val="right"/></w:pPr>' if kotak.is_angka else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{lebar}" w:type="dxa"/>{rentang}{tegak}</w:tcPr>'
        f'<w:p>{rata}<w:r><w:rPr><w:sz w:val="16"/></w:rPr>{lari}</w:r></w:p></w:tc>'
    )
