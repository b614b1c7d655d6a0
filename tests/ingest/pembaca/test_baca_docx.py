"""DOCX: what stands on the page is read, once, in order, and nothing else."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from buat_berkas import alinea, baca, baris, buat_docx, buat_zip, daftar_tabel, daftar_teks, rentang, sel, tabel

from tolok.core.bacaan.blok import Format, Tabel

_GAYA = (
    '<w:style w:type="paragraph" w:styleId="J1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Turunan"><w:name w:val="Judul Bab"/><w:basedOn w:val="J1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Ket"><w:name w:val="caption"/></w:style>'
)
_NOMOR = (
    '<w:abstractNum w:abstractNumId="7">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="BAB %1"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>'
    "</w:abstractNum>"
    '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
)


def _daftar(tingkat: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{tingkat}"/><w:numId w:val="3"/></w:numPr>'


def test_merged_cells_keep_where_they_begin_and_what_they_cover() -> None:
    isi = buat_docx(
        tabel(
            baris(
                sel("Indikator", '<w:vMerge w:val="restart"/>'), sel("Target", '<w:gridSpan w:val="2"/>'),
                sifat="<w:tblHeader/>",
            ),
            baris(sel("", "<w:vMerge/>"), sel("TW I"), sel("TW II"), sifat="<w:tblHeader/>"),
            baris(sel("PMKS"), sel("21%"), sel("43%")),
        )
    )  # fmt: skip
    berkas = baca(isi)
    assert berkas.format is Format.DOCX
    assert daftar_tabel(berkas) == [[["Indikator", "Target", None], [None, "TW I", "TW II"], ["PMKS", "21%", "43%"]]]
    (satu,) = berkas.list_tabel()
    assert satu.jumlah_kepala == 2
    assert rentang(satu) == {"Indikator": (2, 1), "Target": (1, 2)}
    assert (satu.sel[2][1].letak.baris, satu.sel[2][1].letak.sel) == (3, "B3")


def test_columns_that_every_row_spans_are_one() -> None:
    lebar = '<w:gridSpan w:val="3"/>'
    isi = buat_docx(tabel(baris(sel("a", lebar), sel("b")), baris(sel("c", lebar), sel("d"))))
    assert daftar_tabel(baca(isi)) == [[["a", "b"], ["c", "d"]]]


def test_borders_drawn_a_little_apart_are_one() -> None:
    dua = '<w:gridSpan w:val="2"/>'
    kisi = '<w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="60"/><w:gridCol w:w="2940"/></w:tblGrid>'
    isi = buat_docx(tabel(kisi, baris(sel("a", dua), sel("b")), baris(sel("c"), sel("d", dua))))
    assert daftar_tabel(baca(isi)) == [[["a", "b"], ["c", "d"]]]
    sempit = buat_docx(tabel(kisi, baris(sel("a"), sel(":"), sel("b")), baris(sel("c"), sel("d", dua))))
    assert daftar_tabel(baca(sempit)) == [[["a", ":", "b"], ["c", "d", None]]]


def test_a_row_may_begin_and_end_inside_the_grid() -> None:
    isi = buat_docx(tabel(baris(sel("a"), sel("b"), sel("c")), baris(sel("d"), sifat='<w:gridBefore w:val="1"/>')))
    assert daftar_tabel(baca(isi)) == [[["a", "b", "c"], ["", "d", ""]]]


def test_cells_and_rows_in_content_controls_are_cells_and_rows() -> None:
    bungkus = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    isi = buat_docx(tabel(bungkus.format(baris(bungkus.format(sel("a")), sel("b"))), baris(sel("c"), sel("d"))))
    assert daftar_tabel(baca(isi)) == [[["a", "b"], ["c", "d"]]]


def test_deleted_text_and_rows_are_gone_and_insertions_stay() -> None:
    isi = buat_docx(
        "<w:p><w:del><w:r><w:delText>lama</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>baru</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>pindah</w:t></w:r></w:moveFrom></w:p>"
        + tabel(baris(sel("a"), sel("b")), baris(sel("c"), sel("d"), sifat="<w:del/>"), baris(sel("e"), sel("f")))
    )
    berkas = baca(isi)
    assert daftar_teks(berkas) == ["baru"]
    assert daftar_tabel(berkas) == [[["a", "b"], ["e", "f"]]]


def test_fields_show_their_result_and_hidden_text_nothing() -> None:
    isi = buat_docx(
        '<w:p><w:r><w:t xml:space="preserve">Halaman </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:instrText>PAGEREF x</w:instrText></w:r><w:r><w:t>bukan hasil</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>12</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>rahasia</w:t></w:r></w:p>'
    )
    assert daftar_teks(baca(isi)) == ["Halaman 12"]


def test_headings_have_the_level_of_their_style() -> None:
    isi = buat_docx(
        alinea("Pendahuluan", '<w:pStyle w:val="J1"/>')
        + alinea("Penutup", '<w:pStyle w:val="Turunan"/>')
        + alinea("Latar", '<w:outlineLvl w:val="2"/>')
        + alinea("Isi", '<w:outlineLvl w:val="9"/>'),
        gaya=_GAYA,
    )
    assert [(blok.teks, blok.tingkat) for blok in baca(isi).daftar_blok] == [
        ("Pendahuluan", 1), ("Penutup", 1), ("Latar", 3), ("Isi", 0),
    ]  # fmt: skip


def test_automatic_numbers_are_printed_and_start_again_below() -> None:
    isi = buat_docx(
        "".join(
            alinea(teks, _daftar(tingkat))
            for teks, tingkat in (("Satu", 0), ("a", 1), ("b", 1), ("x", 2), ("Dua", 0), ("c", 1))
        ),
        nomor=_NOMOR,
    )
    assert daftar_teks(baca(isi)) == ["BAB I Satu", "1. a", "2. b", "a) x", "BAB II Dua", "1. c"]


def test_a_number_column_that_counts_itself_is_filled() -> None:
    nomor = f"<w:tc><w:p><w:pPr>{_daftar(1)}</w:pPr></w:p></w:tc>"
    isi = buat_docx(tabel(baris(nomor, sel("a")), baris(nomor, sel("b"))), nomor=_NOMOR)
    assert daftar_tabel(baca(isi)) == [[["1.", "a"], ["2.", "b"]]]


@pytest.mark.parametrize(
    ("sifat", "isi_medan"),
    [('<w:pStyle w:val="Ket"/>', ""), ("", "<w:r><w:instrText> SEQ Tabel \\* ARABIC </w:instrText></w:r>")],
)
def test_a_caption_right_before_a_table_is_its_title(sifat: str, isi_medan: str) -> None:
    keterangan = f"<w:p><w:pPr>{sifat}</w:pPr>{isi_medan}<w:r><w:t>Tabel 3.1 Capaian</w:t></w:r></w:p>"
    kisi = tabel(baris(sel("a"), sel("b")))
    berkas = baca(buat_docx(keterangan + kisi + keterangan + alinea("Teks") + kisi, gaya=_GAYA))
    assert [blok.judul for blok in berkas.list_tabel()] == ["Tabel 3.1 Capaian", ""]
    assert daftar_teks(berkas) == ["Tabel 3.1 Capaian", "Teks"]


def test_a_text_box_is_read_once_though_the_file_says_it_twice() -> None:
    kotak = f"<w:txbxContent>{alinea('Kepala Dinas')}</w:txbxContent>"
    isi = buat_docx(
        "<w:p><w:r><mc:AlternateContent>"
        f"<mc:Choice><w:drawing>{kotak}</w:drawing></mc:Choice><mc:Fallback><w:pict>{kotak}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r><w:r><w:t>Bagan</w:t></w:r></w:p>"
    )
    assert daftar_teks(baca(isi)) == ["Bagan", "Kepala Dinas"]


def test_a_nested_table_of_data_is_a_table_and_a_small_one_stays_in_its_cell() -> None:
    data = tabel(baris(sel("Tahun"), sel("Nilai")), baris(sel("2020"), sel("92%")))
    kecil = tabel(baris(sel("Jumlah A")), baris(sel("Jumlah B")))
    isi = buat_docx(
        tabel(
            baris(f"<w:tc>{alinea('Rincian')}{data}{alinea('')}</w:tc>", sel("x")),
            baris(f"<w:tc>{kecil}{alinea('x 100%')}</w:tc>", sel("y")),
        )
    )
    assert daftar_tabel(baca(isi)) == [
        [["Rincian", "x"], ["Jumlah A\nJumlah B\nx 100%", "y"]],
        [["Tahun", "Nilai"], ["2020", "92%"]],
    ]


def test_a_frame_of_one_cell_is_text() -> None:
    berkas = baca(buat_docx(tabel(baris(f"<w:tc>{alinea('PERJANJIAN KINERJA')}{alinea('TAHUN 2020')}</w:tc>"))))
    assert daftar_teks(berkas) == ["PERJANJIAN KINERJA", "TAHUN 2020"]
    assert not any(isinstance(blok, Tabel) for blok in berkas.daftar_blok)


def test_equations_become_latex() -> None:
    def t(teks: str) -> str:
        return f"<m:r><m:t>{teks}</m:t></m:r>"

    pecahan = f"<m:f><m:num>{t('Jumlah PMKS terpenuhi')}</m:num><m:den>{t('Jumlah PMKS')}</m:den></m:f>{t('×100%')}"
    jumlah = f'<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:e>{t("dokumen")}</m:e></m:nary>'
    pangkat = f"<m:sSup><m:e>{t('x')}</m:e><m:sup>{t('2')}</m:sup></m:sSup>"
    isi = buat_docx("".join(f"<w:p><m:oMath>{satu}</m:oMath></w:p>" for satu in (pecahan, jumlah, pangkat)))
    assert daftar_teks(baca(isi)) == [
        r"$\frac{\text{Jumlah PMKS terpenuhi}}{\text{Jumlah PMKS}}\times 100\%$",
        r"$\sum \text{dokumen}$",
        "$x^{2}$",
    ]


def test_documents_of_another_program_read_the_same() -> None:
    dokumen = docx.Document()
    dokumen.add_heading("BAB I", 1)
    kisi = dokumen.add_table(3, 3)
    for nomor, satu in enumerate(kisi._cells):
        satu.text = str(nomor)
    kisi.cell(0, 0).merge(kisi.cell(0, 1)).text = "gabung"
    dokumen.sections[0].footer.paragraphs[0].text = "kaki halaman"
    hasil = io.BytesIO()
    dokumen.save(hasil)
    berkas = baca(hasil.getvalue())
    assert [(blok.teks, blok.tingkat) for blok in berkas.daftar_blok if not isinstance(blok, Tabel)] == [("BAB I", 1)]
    assert daftar_tabel(berkas) == [[["gabung", None, "2"], ["3", "4", "5"], ["6", "7", "8"]]]


def test_the_strict_edition_of_the_format_reads_the_same() -> None:
    isi = buat_docx(tabel(baris(sel("a", '<w:gridSpan w:val="2"/>')), baris(sel("b"), sel("c"))))
    lama, ketat = (
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        bagian = {nama: arsip.read(nama).decode().replace(lama, ketat) for nama in arsip.namelist()}
    assert daftar_tabel(baca(buat_zip(bagian))) == [[["a", None], ["b", "c"]]]


def test_macros_are_not_run_and_said() -> None:
    berkas = baca(buat_docx(alinea("Isi"), lain={"word/vbaProject.bin": b"\xd0\xcf"}))
    assert daftar_teks(berkas) == ["Isi"]
    assert berkas.catatan == ("Berkas ini memuat makro; makro tidak dibaca dan tidak dijalankan.",)
