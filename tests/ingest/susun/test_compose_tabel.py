"""Printed tables become logical ones, whatever happened to them on the way into the file."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tolok.core.bacaan.blok import Berkas, Format, Paragraf, SelBlok, Tabel
from tolok.core.dokumen.sel import Letak
from tolok.ingest.pembaca.teks import read_teks
from tolok.ingest.susun import TabelSusun, compose_tabel


def _susun(teks: str) -> tuple[TabelSusun, ...]:
    return compose_tabel(read_teks(teks.encode(), "x.txt"))


def _satu(teks: str) -> TabelSusun:
    (susun,) = _susun(teks)
    return susun


def _isi(susun: TabelSusun) -> list[list[str]]:
    return [list(baris) for baris in susun.tabel.isi]


def test_levels_of_the_head_are_joined_and_group_heads_reach_right() -> None:
    susun = _satu("INDIKATOR\tKINERJA\t\tANGGARAN\t\n\tTARGET\tREALISASI\tTARGET\tREALISASI\nIPM\t1\t2\t3\t4")
    assert susun.tabel.kepala == (
        "INDIKATOR",
        "KINERJA / TARGET",
        "KINERJA / REALISASI",
        "ANGGARAN / TARGET",
        "ANGGARAN / REALISASI",
    )
    assert susun.tabel.arti == ("indikator", "target", "realisasi", "pagu", "realisasi_anggaran")
    assert _isi(susun) == [["IPM", "1", "2", "3", "4"]]


@pytest.mark.parametrize("nomor", ["(1)\t(2)\t(3)", "1\t2\t3", "1\t2\t3=2/1", "(1)\t(2)\t(3) = (2)/(1) x 100"])
def test_rows_that_number_the_columns_are_dropped(nomor: str) -> None:
    assert _isi(_satu(f"Indikator\tTarget\tRealisasi\n{nomor}\nIPM\t70\t71")) == [["IPM", "70", "71"]]


def test_a_title_within_the_table_is_its_caption() -> None:
    susun = _satu("LAMPIRAN PERJANJIAN KINERJA TAHUN 2021\t\t\nNo\tIndikator\tTarget\n1\tIPM\t70")
    assert (susun.tabel.judul, susun.tabel.tahun, susun.tabel.kepala) == (
        "LAMPIRAN PERJANJIAN KINERJA TAHUN 2021",
        2021,
        ("No", "Indikator", "Target"),
    )


def test_parts_on_several_pages_are_one_table() -> None:
    susun = _satu(
        "No\tIndikator\tTarget\n1\tIPM\t70\n\n12\n\nNo\tIndikator\tTarget\n2\tIKM\t80\n\n3\tSAKIP\t75\n"
        "No\tIndikator\tTarget\n4\tAPE\t60"
    )
    assert _isi(susun) == [["1", "IPM", "70"], ["2", "IKM", "80"], ["3", "SAKIP", "75"], ["4", "APE", "60"]]
    assert [letak[0].baris for letak in susun.tabel.letak_isi] == [2, 7, 9, 11]


def test_the_foot_of_a_page_does_not_part_a_table_whose_rows_go_on() -> None:
    atas = "No\tIndikator\tTarget\n1\tIPM\t70\n\nLKj Dinas Kebudayaan 2023\n\nNo\tIndikator\tTarget\n"
    assert len(_susun(f"{atas}2\tIKM\t80")) == 1
    assert len(_susun(f"{atas}1\tIKM\t80")) == 2


def test_a_caption_between_parts_two_tables_with_the_same_head() -> None:
    daftar = _susun("Tabel 3.1 Satu\n\nIndikator\tTarget\nIPM\t70\n\nTabel 3.2. Dua\n\nIndikator\tTarget\nIKM\t80")
    assert [(s.tabel.nomor, s.tabel.judul, s.tabel.indeks) for s in daftar] == [("3.1", "Satu", 0), ("3.2", "Dua", 1)]


def test_another_head_begins_another_table() -> None:
    daftar = _susun("No\tSasaran\tIndikator\tTarget\n1\tA\tB\t5\nNo\tProgram\tAnggaran\tSumber Dana\n1\tC\t7\tDAU")
    assert [s.tabel.kepala[1] for s in daftar] == ["Sasaran", "Program"]


def test_merged_cells_are_repeated_down_and_marked_so() -> None:
    susun = _satu(
        "<table><tr><th>Sasaran</th><th>Indikator</th><th>Target</th></tr>"
        "<tr><td rowspan=2>Meningkatnya A</td><td>B</td><td>1</td></tr><tr><td>C</td><td></td></tr></table>"
    )
    assert _isi(susun) == [["Meningkatnya A", "B", "1"], ["Meningkatnya A", "C", ""]]
    assert [[isi.is_ulang for isi in baris] for baris in susun.isi] == [[False, False, False], [True, False, False]]
    assert susun.tabel.letak_isi[1][0] == susun.tabel.letak_isi[0][0]


def test_values_listed_in_one_cell_become_rows_of_their_own() -> None:
    susun = _satu(
        "Program\tPagu\tRealisasi\t%\n"
        "Bina Marga Cipta Karya\tRp 5.000.000 Rp 3.000.000\tRp 1.000.000 Rp -\t20,00% 0,00%\n"
        "Bina Marga\tRp 5.000.000\tRp 1.000.000\t20,00%\nCipta Karya\tRp 3.000.000\tRp -\t0,00%"
    )
    assert _isi(susun)[:2] == [
        ["Bina Marga", "Rp 5.000.000", "Rp 1.000.000", "20,00%"],
        ["Cipta Karya", "Rp 3.000.000", "Rp -", "0,00%"],
    ]


def test_values_whose_names_cannot_be_parted_stay_together() -> None:
    teks = "Program\tPagu\tRealisasi\nBina Marga Cipta Karya\tRp 5.000.000 Rp 3.000.000\tRp 1.000.000 Rp 2.000.000"
    assert len(_isi(_satu(teks))) == 1


def test_columns_that_disagree_are_not_split() -> None:
    teks = "Indikator\tTarget\tRealisasi\nA<br>B\t1%<br>2%\t1%<br>2%<br>3%"
    assert len(_isi(_satu(teks))) == 1


def test_names_cut_at_a_page_end_are_whole_again() -> None:
    susun = _satu(
        "No\tProgram\tKegiatan\tPagu\n1\tPelayanan Rehabilitasi,\tPelayanan Anak\t1.000.000\n\n"
        "\tdan Jaminan Sosial\tPelayanan Lansia\t2.000.000\n\t\tbagi Penyandang Disabilitas\t"
    )
    assert _isi(susun) == [
        ["1", "Pelayanan Rehabilitasi, dan Jaminan Sosial", "Pelayanan Anak", "1.000.000"],
        ["", "", "Pelayanan Lansia bagi Penyandang Disabilitas", "2.000.000"],
    ]


def test_a_capital_rest_of_a_name_at_a_page_end_is_joined_if_it_has_no_values() -> None:
    susun = _satu("Indikator\tTarget\tRealisasi\nKategori Kota\tMadya\tMadya\n\nLayak\t\t\nIPM\t70\t71")
    assert [baris[0] for baris in _isi(susun)] == ["Kategori Kota Layak", "IPM"]


def test_names_in_small_letters_throughout_are_names() -> None:
    susun = _satu("Sasaran\tIndikator\tTarget\nmeningkatkan gizi\tA\t1\nmeningkatkan mutu\tB\t2")
    assert [baris[0] for baris in _isi(susun)] == ["meningkatkan gizi", "meningkatkan mutu"]


def test_slipped_rows_are_put_back_by_what_they_hold() -> None:
    susun = _satu(
        "No\tSasaran\tIndikator\tTarget\tProgram\tPagu\tRealisasi\t%\n"
        "1\tMeningkatnya A\tPersentase B\t86%\tProgram Satu\tRp 5.000.000\tRp 1.000.000\t20%\n"
        "\t\t\t\tProgram Dua\tRp 7.000.000\tRp 3.500.000\t50%\n"
        "Program Tiga Yang Bergeser\t\tRp 8.000.000\t\tRp 2.000.000\t25%\t\t\n"
        "\tPersentase C\t\t95%\t\t\t\t"
    )
    assert _isi(susun)[2] == ["", "", "", "", "Program Tiga Yang Bergeser", "Rp 8.000.000", "Rp 2.000.000", "25%"]
    assert _isi(susun)[3] == ["", "", "Persentase C", "95%", "", "", "", ""]


def test_a_column_of_its_own_for_rp_is_part_of_the_amount() -> None:
    susun = _satu("Program\tPagu\tRealisasi\t\nSatu\tRp\t5.000.000\t1.000.000\nDua\tRp\t7.000.000\t2.000.000")
    assert _isi(susun)[0][:3] == ["Satu", "Rp 5.000.000", "1.000.000"]


def test_quarter_year_and_sasaran_come_from_the_text_above() -> None:
    susun = _satu(
        "**PENGUKURAN KINERJA**\n\nTAHUN 2020\n\nTRIWULAN III\n\nSasaran Strategis 2: Meningkatnya mutu layanan\n\n"
        "Indikator\tTarget\nIKM\t80"
    )
    assert (susun.tabel.tahun, susun.tabel.triwulan, susun.tabel.sasaran) == (2020, 3, "Meningkatnya mutu layanan")


def test_long_sentences_above_say_nothing_about_the_table() -> None:
    kalimat = "Berdasarkan Peraturan Daerah Tahun 2015 sejak triwulan II, " + "capaian disajikan berikut " * 10
    susun = _satu(f"{kalimat}\n\nIndikator\tTarget\nIKM\t80")
    assert (susun.tabel.tahun, susun.tabel.triwulan, susun.tabel.judul) == (None, None, "")


def test_a_caption_below_is_taken_if_none_stands_above() -> None:
    susun = _satu("Pembuka.\n\nIndikator\tTarget\nIKM\t80\n\nTabel 4.2 Target Tahun 2022\n\nPenutup.\n\nSelesai.")
    assert (susun.tabel.nomor, susun.tabel.judul, susun.tabel.tahun) == ("4.2", "Target Tahun 2022", 2022)


def test_money_without_a_head_that_says_so_is_known_by_its_amounts() -> None:
    susun = _satu("Program\tTarget\tRealisasi\t%\nSatu\t5.000.000\t1.000.000\t20\nDua\t7.000.000\t3.500.000\t50")
    assert susun.tabel.arti == ("program", "pagu", "realisasi_anggaran", "persen_anggaran")


def test_counts_of_thousands_are_not_money() -> None:
    susun = _satu("Indikator\tTarget\tRealisasi\nKunjungan\t125.000\t130.250\nPeserta\t12.500\t11.000")
    assert susun.tabel.arti == ("indikator", "target", "realisasi")


def test_heads_the_format_marks_are_heads() -> None:
    kepala = tuple(SelBlok(teks, Letak(baris=1)) for teks in ("Hal", "Ini", "Itu"))
    isi = tuple(SelBlok(teks, Letak(baris=2)) for teks in ("a", "b", "c"))
    berkas = Berkas("x", Format.DOCX, "0", (Paragraf("Judul"), Tabel((kepala, isi), judul="Lembar 1", jumlah_kepala=1)))
    (susun,) = compose_tabel(berkas)
    assert (susun.tabel.kepala, _isi(susun), susun.sekitar.judul_dalam) == (
        ("Hal", "Ini", "Itu"),
        [["a", "b", "c"]],
        ("Lembar 1",),
    )


def test_a_table_without_a_head_is_kept() -> None:
    susun = _satu("12\tA\t5%\n13\tB\t6%")
    assert (susun.tabel.kepala, len(susun.tabel.isi)) == (("", "", ""), 2)


SEL = st.sampled_from(
    ["", "No", "Indikator", "Target", "Realisasi", "Program", "Pagu", "%", "1", "2", "86%", "Rp 5.000.000",
     "Meningkatnya A", "Persentase B", "dan C", "Rp 1.000 Rp 2.000", "A\nB", "1%\n2%", "Total", "-", "Rp"]
)  # fmt: skip


@given(st.lists(st.lists(SEL, min_size=1, max_size=6), min_size=1, max_size=8), st.integers(0, 3))
def test_any_table_gives_full_rows(daftar: list[list[str]], jumlah_kepala: int) -> None:
    lebar = max(map(len, daftar))
    sel = tuple(tuple(SelBlok(teks) for teks in baris + [""] * (lebar - len(baris))) for baris in daftar)
    for susun in compose_tabel(Berkas("x", Format.DOCX, "0", (Tabel(sel, jumlah_kepala=jumlah_kepala),))):
        tabel = susun.tabel
        assert {len(baris) for baris in (*tabel.isi, *tabel.letak_isi)} <= {len(tabel.kepala)}
        assert len(susun.kolom) == len(tabel.arti) == len(tabel.kepala)


def test_time_is_linear_in_the_rows() -> None:
    kepala = "No\tSasaran\tIndikator\tTarget\tProgram\tPagu\tRealisasi\t%\n"
    baris = "1\tMeningkatnya A\tPersentase B\t86%\tProgram Satu\tRp 5.000.000\tRp 1.000.000\t20%\n"
    geser = "Program Tiga Yang Bergeser\t\tRp 8.000.000\t\tRp 2.000.000\t25%\t\t\n"
    mulai = time.process_time()
    _susun(kepala + (baris + geser) * 600)
    assert time.process_time() - mulai < 2
