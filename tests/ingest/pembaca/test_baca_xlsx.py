"""XLSX: the visible sheets as tables and text, each number as it is printed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from buat_berkas import baca, buat_xlsx, buat_zip, daftar_tabel, daftar_teks, hubungan, rentang

from tolok.core.bacaan.blok import Format
from tolok.ingest.batas import BerkasDitolak

_RUANG = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_RUANG_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def _lembar(xml: str, *, buku: str = "") -> bytes:
    """Return a workbook whose only sheet is this XML."""
    daftar = f'<sheets><sheet name="L" sheetId="1" r:id="r0"/></sheets>{buku}'
    return buat_zip(
        {
            "_rels/.rels": hubungan(officeDocument="xl/workbook.xml"),
            "xl/workbook.xml": f"<workbook {_RUANG} {_RUANG_R}>{daftar}</workbook>",
            "xl/_rels/workbook.xml.rels": hubungan(worksheet="worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml": f"<worksheet {_RUANG}>{xml}</worksheet>",
        }
    )


def _isi(buku: Any) -> None:
    lembar = buku.add_worksheet("TW I")
    garis = buku.add_format({"border": 1})
    persen = buku.add_format({"border": 1, "num_format": "0.00%"})
    rupiah = buku.add_format({"border": 1, "num_format": '"Rp" #,##0'})
    tanggal = buku.add_format({"num_format": "d mmmm yyyy"})
    lembar.merge_range("A1:D1", "PENGUKURAN KINERJA", buku.add_format({"bold": True}))
    lembar.write("A2", "Perangkat Daerah")
    lembar.write("B2", ": Dinas Sosial")
    lembar.merge_range("A4:A5", "Indikator", garis)
    lembar.merge_range("B4:C4", "Kinerja", garis)
    lembar.write("B5", "Target", garis)
    lembar.write("C5", "Capaian", garis)
    lembar.merge_range("D4:D5", "Pagu", garis)
    lembar.write("A6", "PMKS", garis)
    lembar.write("B6", 0.86, persen)
    lembar.write_formula("C6", "=1/0", garis, "#DIV/0!")
    lembar.write("D6", 2501951000, rupiah)
    lembar.write("A7", "Perempuan", garis)
    lembar.write("B7", 0.86956521739130432, garis)
    lembar.write("C7", "", garis)
    lembar.write("D7", 661755750, rupiah)
    lembar.write("C9", "Probolinggo,")
    lembar.write_datetime("D9", date(2020, 4, 3), tanggal)
    lembar.write("D10", "Kepala Dinas")
    rahasia = buku.add_worksheet("rahasia")
    rahasia.write("A1", "x")
    rahasia.hide()


def test_a_form_is_its_title_its_table_and_its_signature() -> None:
    berkas = baca(buat_xlsx(_isi))
    assert berkas.format is Format.XLSX
    assert daftar_tabel(berkas) == [
        [
            ["Indikator", "Kinerja", None, "Pagu"],
            [None, "Target", "Capaian", None],
            ["PMKS", "86,00%", "#DIV/0!", "Rp 2.501.951.000"],
            ["Perempuan", "0,869565217391304", "", "Rp 661.755.750"],
        ]
    ]
    (tabel,) = berkas.list_tabel()
    assert rentang(tabel) == {"Indikator": (2, 1), "Kinerja": (1, 2), "Pagu": (2, 1)}
    assert (tabel.judul, tabel.letak.baris) == ("TW I", 4)
    assert (tabel.sel[2][1].letak.sel, tabel.sel[2][1].letak.baris, tabel.sel[2][1].letak.tabel) == ("B6", 6, "TW I")
    assert daftar_teks(berkas) == [
        "PENGUKURAN KINERJA", "Perangkat Daerah\t: Dinas Sosial", "Probolinggo,\t3 April 2020", "Kepala Dinas",
    ]  # fmt: skip
    assert berkas.catatan == (
        "Lembar 'rahasia' tersembunyi; tidak dibaca. Tampilkan lembar itu bila isinya diperlukan.",
    )


def test_tables_apart_on_one_sheet_are_several_with_the_text_between() -> None:
    def isi(buku: Any) -> None:
        lembar = buku.add_worksheet("L")
        for awal in (0, 6):
            for baris in range(3):
                lembar.write_row(awal + baris, 0, [f"{awal}{baris}{kolom}" for kolom in "abc"])
        lembar.write("A5", "Sumber: laporan")

    berkas = baca(buat_xlsx(isi))
    assert [type(blok).__name__ for blok in berkas.daftar_blok] == ["Tabel", "Paragraf", "Tabel"]
    assert daftar_tabel(berkas)[1][0] == ["60a", "60b", "60c"]
    assert daftar_teks(berkas) == ["Sumber: laporan"]


def test_empty_framed_rows_and_cells_belong_to_the_table() -> None:
    def isi(buku: Any) -> None:
        lembar, garis = buku.add_worksheet("L"), buku.add_format({"border": 1})
        for baris, teks in enumerate((["No", "Nama", "Ket"], ["1", "a", ""], ["", "", ""], ["2", "b", ""])):
            for kolom, satu in enumerate(teks):
                lembar.write(baris, kolom, satu, garis)

    berkas = baca(buat_xlsx(isi))
    assert daftar_tabel(berkas) == [[["No", "Nama", "Ket"], ["1", "a", ""], ["", "", ""], ["2", "b", ""]]]


def test_a_body_without_lines_stays_with_its_framed_head() -> None:
    def isi(buku: Any) -> None:
        lembar, kepala = buku.add_worksheet("L"), buku.add_format({"bg_color": "#CCCCCC", "border": 1})
        lembar.write_row(0, 0, ["No", "Nama", "Nilai"], kepala)
        for baris in range(1, 5):
            lembar.write_row(baris, 0, [baris, f"n{baris}", baris * 10])

    (tabel,) = daftar_tabel(baca(buat_xlsx(isi)))
    assert len(tabel) == 5


def test_hidden_rows_and_columns_are_left_out_and_said() -> None:
    def isi(buku: Any) -> None:
        lembar = buku.add_worksheet("L")
        for baris in range(4):
            lembar.write_row(baris, 0, [f"{baris}{kolom}" for kolom in "abc"])
        lembar.set_row(2, None, None, {"hidden": True})
        lembar.set_column(1, 1, None, None, {"hidden": True})

    berkas = baca(buat_xlsx(isi))
    assert [sel for tabel in daftar_tabel(berkas) for baris in tabel for sel in baris] == [
        "0a", "0c", "1a", "1c", "3a", "3c",
    ]  # fmt: skip
    assert berkas.catatan == ("Lembar 'L': baris atau kolom yang disembunyikan tidak dibaca.",)


def test_rows_printed_on_every_page_are_the_head() -> None:
    def isi(buku: Any) -> None:
        lembar, garis = buku.add_worksheet("Lembar satu"), buku.add_format({"border": 1})
        lembar.write(0, 0, "Judul")
        for baris in range(2, 7):
            for kolom in range(3):
                lembar.write(baris, kolom, f"{baris}{kolom}", garis)
        lembar.repeat_rows(2, 3)

    (tabel,) = baca(buat_xlsx(isi)).list_tabel()
    assert tabel.jumlah_kepala == 2


def test_formulas_without_a_stored_result_are_said() -> None:
    baris = (
        '<sheetData><row r="1"><c r="A1"><f>1+1</f></c><c r="B1" t="inlineStr"><is><t>a</t></is></c></row></sheetData>'
    )
    berkas = baca(_lembar(baris))
    assert daftar_teks(berkas) == ["a"]
    assert berkas.catatan[0].startswith("1 sel berisi rumus tanpa hasil tersimpan.")


def test_cells_without_an_address_follow_each_other() -> None:
    satu = "<row><c><v>1</v></c><c><v>2</v></c></row>"
    assert daftar_tabel(baca(_lembar(f"<sheetData>{satu}{satu}</sheetData>"))) == [[["1", "2"], ["1", "2"]]]


@pytest.mark.parametrize("ujung", ["XFD1048576", "A1048576", "ZZ900000"])
def test_a_sheet_without_end_takes_no_more_than_its_cells(ujung: str) -> None:
    isi = (
        f'<dimension ref="A1:{ujung}"/><cols><col min="1" max="16384" hidden="0"/></cols><sheetData>'
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
        '<row r="2"><c r="A2"><v>3</v></c><c r="B2"><v>4</v></c></row>'
        f'<row r="1048576"><c r="{ujung}"><v>5</v></c></row></sheetData>'
        f'<mergeCells><mergeCell ref="A1:{ujung}"/></mergeCells>'
    )
    berkas = baca(_lembar(isi))
    assert daftar_tabel(berkas) == [[["1", "2"], ["3", "4"]]]
    assert daftar_teks(berkas) == ["5"]


def test_cells_that_lie_too_far_apart_are_refused() -> None:
    baris = "".join(f'<row r="{r}"><c r="A{r}"><v>1</v></c><c r="B{r}"><v>2</v></c></row>' for r in range(1, 2000))
    jauh = "".join(f'<c r="{huruf}{2000}"><v>1</v></c>' for huruf in _kolom(3000))
    with pytest.raises(BerkasDitolak, match="sangat jauh dari tabelnya"):
        baca(_lembar(f'<sheetData>{baris}<row r="2000">{jauh}</row></sheetData>'))


def _kolom(jumlah: int) -> list[str]:
    huruf = [chr(65 + i) for i in range(26)]
    return [*huruf, *(a + b for a in huruf for b in huruf), *(a + b + c for a in huruf for b in huruf for c in huruf)][
        :jumlah
    ]
