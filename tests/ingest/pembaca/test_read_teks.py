"""Text files become blocks with the line each thing stands on."""

from __future__ import annotations

import hashlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tolok.core.bacaan.blok import Berkas, Format, Paragraf, Tabel
from tolok.ingest.pembaca.teks import read_teks


def _baca(teks: str) -> Berkas:
    return read_teks(teks.encode(), "x.txt")


def _isi(tabel: Tabel) -> list[list[str | None]]:
    return [[sel and sel.teks for sel in baris] for baris in tabel.sel]


def _tabel(teks: str) -> Tabel:
    (tabel,) = _baca(teks).list_tabel()
    return tabel


def test_berkas_names_the_file_its_format_and_its_bytes() -> None:
    berkas = read_teks(b"Satu baris", "laporan.md")
    assert (berkas.nama, berkas.format) == ("laporan.md", Format.TEKS)
    assert berkas.sidik == hashlib.sha256(b"Satu baris").hexdigest()
    assert berkas.jumlah_halaman is None


@pytest.mark.parametrize(
    "isi",
    [
        "Capaian ± 5\tBaik\tya".encode(),
        "Capaian ± 5\tBaik\tya".encode("utf-8-sig"),
        "Capaian ± 5\tBaik\tya".encode("utf-16"),
        "Capaian ± 5\tBaik\tya".encode("utf-16-le"),
        "Capaian ± 5\tBaik\tya".encode("utf-16-be"),
    ],
)
def test_unicode_encodings_are_read_alike_and_without_a_note(isi: bytes) -> None:
    berkas = read_teks(isi, "x")
    assert [_isi(tabel) for tabel in berkas.list_tabel()] == [[["Capaian ± 5", "Baik", "ya"]]]
    assert berkas.catatan == ()


def test_windows_1252_is_read_with_a_note() -> None:
    berkas = read_teks("Target ± 5 – 7".encode("cp1252"), "x")
    assert berkas.daftar_blok[0].teks == "Target ± 5 – 7"
    assert "Windows-1252" in berkas.catatan[0]


def test_broken_utf_16_is_read_with_a_note() -> None:
    assert "tidak dapat dibaca" in read_teks(b"\xff\xfea\x00\x00\xd8b\x00", "x").catatan[0]


def test_line_ends_of_every_system_count_alike() -> None:
    for akhir in ("\n", "\r\n", "\r"):
        blok = _baca(akhir.join(("Satu", "", "Dua"))).daftar_blok
        assert [(b.teks, b.letak.baris) for b in blok] == [("Satu", 1), ("Dua", 3)]


def test_a_paragraph_keeps_its_lines() -> None:
    (paragraf,) = _baca("\n\nTotal anggaran\nsebesar Rp 1.000,-").daftar_blok
    assert (paragraf.teks, paragraf.letak.baris) == ("Total anggaran\nsebesar Rp 1.000,-", 3)


def test_list_items_are_paragraphs_of_their_own() -> None:
    blok = _baca("Tujuan:\n- pertama\n- kedua\n a. ketiga\n1) keempat").daftar_blok
    assert [b.teks for b in blok] == ["Tujuan:", "- pertama", "- kedua", "a. ketiga", "1) keempat"]


@pytest.mark.parametrize(
    ("baris", "teks", "tingkat"),
    [
        ("# **BAB III**", "BAB III", 1),
        ("### Capaian ###", "Capaian", 3),
        ("BAB III AKUNTABILITAS KINERJA", "BAB III AKUNTABILITAS KINERJA", 1),
        ("3.1. Capaian Kinerja Organisasi", "3.1. Capaian Kinerja Organisasi", 2),
        ("- 3.1.3. Capaian Sasaran", "3.1.3. Capaian Sasaran", 3),
        ("**PENGUKURAN KINERJA**", "PENGUKURAN KINERJA", 6),
        ("**PENGUKURAN\nKINERJA**", "PENGUKURAN\nKINERJA", 6),
        ("Total anggaran 3.1 miliar.", "Total anggaran 3.1 miliar.", 0),
        ("3.5 juta rupiah dianggarkan untuk kegiatan ini.", "3.5 juta rupiah dianggarkan untuk kegiatan ini.", 0),
        ("**Catatan:** target naik", "Catatan: target naik", 0),
    ],
)
def test_headings_are_told_from_text(baris: str, teks: str, tingkat: int) -> None:
    (paragraf,) = _baca(baris).daftar_blok
    assert isinstance(paragraf, Paragraf)
    assert (paragraf.teks, paragraf.tingkat) == (teks, tingkat)


def test_bold_lines_one_after_another_are_headings_each() -> None:
    blok = _baca("**PEMERINTAH KOTA**\n**DINAS PERTANIAN**\nJalan Melati").daftar_blok
    assert [(b.teks, b.tingkat) for b in blok] == [("PEMERINTAH KOTA", 6), ("DINAS PERTANIAN", 6), ("Jalan Melati", 0)]


def test_marks_of_markdown_and_html_are_no_text() -> None:
    (paragraf,) = _baca(
        "Lihat *laporan* [ini](http://x.id/a) <b>tebal</b> &amp; **kuat** 5 \\* 3 ![](g.png)"
    ).daftar_blok
    assert paragraf.teks == "Lihat laporan ini tebal & kuat 5 * 3"


def test_comparison_signs_are_text() -> None:
    (paragraf,) = _baca("Nilai <= 80 atau < 20% dan > 5").daftar_blok
    assert paragraf.teks == "Nilai <= 80 atau < 20% dan > 5"


def test_tab_table_has_the_line_and_the_place_of_each_cell() -> None:
    tabel = _tabel("Tabel 1\n\nNo\tIndikator\tTarget\n1\tAngka Kemiskinan\t6,9%\n2\tIPM")
    assert _isi(tabel) == [["No", "Indikator", "Target"], ["1", "Angka Kemiskinan", "6,9%"], ["2", "IPM", ""]]
    assert [sel.letak.baris for sel in tabel.sel[1]] == [4, 4, 4]
    assert [sel.letak.sel for sel in tabel.sel[2]] == ["A3", "B3", None]
    assert tabel.letak.baris == 3


def test_drawn_lines_are_no_rows() -> None:
    tabel = _tabel("A\tB\tC\n---\t----\t--\n1\t-\t3\n--\t\t---")
    assert _isi(tabel) == [["A", "B", "C"], ["1", "-", "3"]]


@pytest.mark.parametrize(
    "teks",
    [
        "| No | Nama | Target |\n|----|:----:|-----:|\n| 1 | A \\| B | 86% |",
        "No | Nama | Target\n---|---|---\n1 | A \\| B | 86%",
        "+----+------+-----+\n| No | Nama | Target |\n+====+======+=====+\n| 1 | A \\| B | 86% |\n+----+------+-----+",
    ],
)
def test_pipe_tables_of_every_make(teks: str) -> None:
    assert _isi(_tabel(teks)) == [["No", "Nama", "Target"], ["1", "A | B", "86%"]]


def test_a_formula_keeps_its_bars_and_marks() -> None:
    tabel = _tabel("| Rumus | Satuan |\n|---|---|\n| $\\frac{|a|}{b} \\times 100\\%$ | a*b*c |")
    assert _isi(tabel)[1][0] == "$\\frac{|a|}{b} \\times 100\\%$"


def test_a_cell_keeps_its_lines_and_items() -> None:
    tabel = _tabel(
        'Sumber\tBidang\tX\n<ul style="list-style-type: none"><li>Data A</li><li>Data B</li></ul>\tC<br/>D\t**E**'
    )
    assert _isi(tabel)[1] == ["Data A\nData B", "C\nD", "E"]


def test_a_list_that_is_not_closed_does_not_swallow_the_cell() -> None:
    tabel = _tabel('A\tB\tC\n<p>PMKS</p> <ul style="x"> - Satu - Dua \t3\t4')
    assert _isi(tabel)[1] == ["PMKS\n- Satu - Dua", "3", "4"]


def test_table_of_contents_and_pairs_are_paragraphs() -> None:
    blok = _baca(
        "KATA PENGANTAR\tii\nBAB I PENDAHULUAN\t\n1.1. Umum\t1\n\nNama\t: A\nJabatan\t: B\n\n\tAlinea menjorok"
    ).daftar_blok
    assert all(isinstance(b, Paragraf) for b in blok)
    assert [b.teks for b in blok][-3:] == ["Nama : A", "Jabatan : B", "Alinea menjorok"]


def test_html_table_has_its_spans() -> None:
    tabel = _tabel(
        "<table border=1><thead><tr><th rowspan=2>Indikator</th><th colspan='2'>Realisasi</th></tr>\n"
        "<tr><th>2019</th><th>2020</th></tr></thead>\n<tr><td>A &amp; B<td>1<br>2<td>$x < 3$</tr></table>"
    )
    assert _isi(tabel) == [["Indikator", "Realisasi", None], [None, "2019", "2020"], ["A & B", "1\n2", "$x < 3$"]]
    assert (tabel.sel[0][0].rentang_baris, tabel.sel[0][1].rentang_kolom) == (2, 2)
    assert (tabel.jumlah_kepala, tabel.sel[2][0].letak.baris, tabel.sel[2][2].letak.sel) == (2, 3, "C3")


def test_html_table_among_text_keeps_what_stands_beside_it() -> None:
    blok = _baca("Tabel 3 <table><tr><td>1</td></tr></table> Sumber: BPS\nlanjut").daftar_blok
    assert [type(b).__name__ for b in blok] == ["Paragraf", "Tabel", "Paragraf", "Paragraf"]
    assert [b.teks for b in blok if isinstance(b, Paragraf)] == ["Tabel 3", "Sumber: BPS", "lanjut"]


def test_several_html_tables_on_one_line_are_several() -> None:
    blok = _baca("<table><tr><td>1</td></tr></table>antara<table><tr><td>2</td></tr></table>").daftar_blok
    assert [_isi(b) if isinstance(b, Tabel) else b.teks for b in blok] == [[["1"]], "antara", [["2"]]]


def test_a_whole_html_page_is_its_headings_paragraphs_and_tables() -> None:
    blok = _baca(
        "<!doctype html>\n<html><head><title>x</title><style>p { color: red }</style></head><body>\n<h2>Pengukuran"
        " <b>Kinerja</b></h2><p>Tahun\n2020</p><ul><li>Satu</li><li>Dua</li></ul>\n"
        "<table><tr><td>A</td></tr></table>akhir"
    ).daftar_blok
    assert [(b.teks, b.tingkat, b.letak.baris) for b in blok if isinstance(b, Paragraf)] == [
        ("Pengukuran Kinerja", 2, 3),
        ("Tahun 2020", 0, 3),
        ("Satu", 0, 4),
        ("Dua", 0, 4),
        ("akhir", 0, 5),
    ]
    assert [(_isi(b), b.letak.baris) for b in blok if isinstance(b, Tabel)] == [([["A"]], 5)]


def test_html_table_that_is_not_closed_ends_before_the_text() -> None:
    blok = _baca("<table><tr><td>1</td>\n<tr><td>2\n\nAlinea biasa").daftar_blok
    assert _isi(blok[0]) == [["1"], ["2"]]
    assert blok[-1].teks == "Alinea biasa"


def test_a_table_within_a_cell_is_its_text() -> None:
    assert _isi(_tabel("<table><tr><td>a<table><tr><td>b</td></tr></table>c</td><td>d</td></tr></table>"))[0][1] == "d"


def test_spans_that_ask_for_billions_are_cut() -> None:
    baris = '<tr><td rowspan="999999" colspan="999999">x</td></tr>'
    tabel = _tabel(f"<table>{baris * 300}</table>")
    assert tabel.lebar <= 400
    assert len(tabel.sel) == 300


@pytest.mark.parametrize("tanda", ["<!-- page 2 -->", "--- Halaman 2 dari 9 ---", "{1}----------------", "Page 2"])
def test_page_marks_give_the_page(tanda: str) -> None:
    berkas = _baca(f"Satu\n{tanda}\nDua")
    assert [(b.teks, b.letak.halaman, b.letak.baris) for b in berkas.daftar_blok] == [("Satu", None, 1), ("Dua", 2, 3)]


def test_form_feeds_count_pages() -> None:
    berkas = _baca("Satu\n\fDua\n\n\fTiga")
    assert [(b.teks, b.letak.halaman) for b in berkas.daftar_blok] == [("Satu", 1), ("Dua", 2), ("Tiga", 3)]
    assert berkas.jumlah_halaman == 3


@pytest.mark.parametrize(
    "teks",
    [
        "<table>" * 30_000,
        "<" * 300_000,
        "<!--" * 80_000,
        "$" * 300_000,
        "*a" * 150_000,
        "[" * 300_000,
        "<table><tr><td " * 20_000,
        "|" * 300_000,
        "\t" * 300_000,
        "a_ __" * 60_000,
        "<table>\n" + "<tr><td rowspan=1000 colspan=200>\n" * 8_000,
        "\n \n" * 100_000,
        "<html>" + "<p>" * 80_000,
        "<html>" + "<table>" * 30_000,
        "<html>" + "<p " * 80_000,
    ],
)
def test_hostile_text_ends_in_bounded_time(teks: str) -> None:
    mulai = time.process_time()
    _baca(teks)
    assert time.process_time() - mulai < 4


def test_time_is_linear_in_the_text() -> None:
    potongan = (
        "3.1. Capaian\n\nNo\tIndikator\tTarget\n1\tAngka $\\frac{a}{b}$\t**6,9%**<br>x\n\n|a|b|\n|-|-|\n|1|2|\n\n"
    )
    mulai = time.process_time()
    _baca(potongan * (100_000 // len(potongan)))
    assert time.process_time() - mulai < 1


@given(st.text(alphabet=st.sampled_from("ab1 \t\n|<>/$*_#-:\f&;trdable"), max_size=300))
def test_any_text_is_read_and_rows_are_full(teks: str) -> None:
    for tabel in _baca(teks).list_tabel():
        assert {len(baris) for baris in tabel.sel} == {tabel.lebar}
        assert all(sel is None or 1 <= sel.letak.baris <= teks.count("\n") + 1 for baris in tabel.sel for sel in baris)
