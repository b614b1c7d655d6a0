"""Sheets of individual indicators in their layouts: forms of many kinds, tables with and without numbers, cut pages."""

from __future__ import annotations

import pytest

from tabel_uji import make_tabel
from tolok.core.bacaan.blok import Paragraf
from tolok.core.bacaan.dokumen import BarisIki, IkiTerbaca, TabelTerbaca
from tolok.ingest.pengenal.iki import read_iki
from tolok.ingest.pengenal.iki_kolom import Bidang, find_bidang, list_butir

KEPALA = ("No", "Sasaran Kinerja", "Indikator Kinerja Individu", "Formulasi Penghitungan", "Sumber Data")


def baca(*daftar: str | TabelTerbaca) -> tuple[IkiTerbaca, ...]:
    return read_iki([Paragraf(satu) if isinstance(satu, str) else satu for satu in daftar])[0]


def isi(baris: BarisIki) -> tuple[str, str, str]:
    return (baris.sasaran, baris.indikator, baris.rumus)


@pytest.mark.parametrize(
    ("baris", "harapan"),
    [
        ("Jabatan : Sekretaris", (Bidang.JABATAN, "Sekretaris")),
        ("- 1. JABATAN : Arsiparis", (Bidang.JABATAN, "Arsiparis")),
        ("a. Nama Jabatan: Analis", (Bidang.JABATAN, "Analis")),
        ("Jabatan Fungsional : Perencana", (Bidang.JABATAN, "Perencana")),
        ("2. TUGAS :", (Bidang.TUGAS, "")),
        ("Tugas Pokok : Membantu", (Bidang.TUGAS, "Membantu")),
        ("FUNGSI", (Bidang.FUNGSI, "")),
        ("Uraian Tugas :", (Bidang.URAIAN, "")),
        ("Butir Kegiatan", (Bidang.URAIAN, "")),
        ("3. Program : Penanganan Bencana", (Bidang.LAIN, "Penanganan Bencana")),
        ("BATAN", (Bidang.JABATAN, "")),
        ("GAS", (Bidang.TUGAS, "")),
        ("a. Melakukan tugas dinas lain", None),
        ("Tugas dinas lain yang diberikan", None),
    ],
)
def test_fields_of_the_form(baris: str, harapan: object) -> None:
    assert find_bidang(baris) == harapan


def test_items_are_those_of_the_highest_level() -> None:
    assert list_butir(["1. Satu", "a. anak", "- cucu", "2. Dua", "lanjutannya"]) == (
        "Satu a. anak - cucu",
        "Dua lanjutannya",
    )
    assert list_butir(["Sesuai aturan, tugasnya sebagai berikut :", "a. Satu;", "b. Dua."]) == ("Satu", "Dua.")
    assert list_butir(["Menyusun bahan."]) == ("Menyusun bahan.",)
    assert list_butir(["1. Mengelola arsip meliputi :", "a. Membuat", "b. Menerima"]) == ("Membuat", "Menerima")
    assert list_butir(["a. Satu; b. Dua"]) == ("Satu", "Dua")
    assert list_butir([]) == ()


def test_a_sheet_with_its_form_and_table() -> None:
    daftar = baca(
        "INDIKATOR KINERJA INDIVIDU",
        "1. Jabatan : Perencana Ahli Muda",
        "2. Tugas : a. Menyusun rencana;",
        "b. Mengendalikan rencana.",
        "3. Fungsi :",
        "- penyusunan",
        "- pengendalian",
        make_tabel(
            KEPALA,
            ["1", "Rencana tersusun", "1. Jumlah renja", "Jumlah dokumen", "Renja"],
            ["", "", "2. Jumlah renstra", "Jumlah dokumen", "Renstra"],
            ["2", "Laporan tersusun", "1. Jumlah LKjIP", "Jumlah laporan", "LKjIP"],
        ),
    )
    assert len(daftar) == 1
    lembar = daftar[0]
    assert (lembar.jabatan, lembar.tugas) == ("Perencana Ahli Muda", ("Menyusun rencana", "Mengendalikan rencana."))
    assert lembar.fungsi == ("penyusunan", "pengendalian")
    assert [isi(b) for b in lembar.baris] == [
        ("Rencana tersusun", "1. Jumlah renja", "Jumlah dokumen"),
        ("Rencana tersusun", "2. Jumlah renstra", "Jumlah dokumen"),
        ("Laporan tersusun", "1. Jumlah LKjIP", "Jumlah laporan"),
    ]
    assert lembar.baris[0].sumber_data == "Renja"


def test_each_jabatan_begins_a_sheet_and_covers_do_not() -> None:
    tabel = make_tabel(("Kinerja", "Indikator Kinerja", "Formulasi", "Sumber Data"), ["S", "Jumlah A", "A", "D"])
    daftar = baca(
        "2022", "INDIKATOR KINERJA INDIVIDU (IKI)\nSTAF", "DINAS SOSIAL",
        "INDIKATOR KINERJA INDIVIDU", "JABATAN : Bendahara", "Uraian Tugas :", "1. Membayar", "2. Mencatat", tabel,
        "INDIKATOR KINERJA INDIVIDU", "JABATAN", "TUGAS", "PENGELOLA DATA", "a. Mengelola",
    )  # fmt: skip
    assert [(d.jabatan, d.uraian, len(d.baris)) for d in daftar] == [
        ("Bendahara", ("Membayar", "Mencatat"), 1), ("PENGELOLA DATA", (), 0),
    ]  # fmt: skip
    assert daftar[1].tugas == ("Mengelola",)


def test_a_title_names_the_position_of_a_sheet_without_a_form() -> None:
    tabel = make_tabel(("Kinerja", "Indikator Kinerja", "Formulasi", "Sumber Data"), ["S", "Jumlah A", "A", "D"])
    daftar = baca("Jabatan : Kepala Bidang", tabel, "IKI FUNGSIONAL ANALIS KEBIJAKAN TAHUN 2022", tabel)
    assert [(d.jabatan, len(d.baris)) for d in daftar] == [("Kepala Bidang", 1), ("FUNGSIONAL ANALIS KEBIJAKAN", 1)]


def test_a_second_table_of_targets_belongs_to_the_same_sheet() -> None:
    daftar = baca(
        "Jabatan : Kepala Bidang",
        make_tabel(KEPALA, ["1", "S1", "Jumlah A", "A", "D"]),
        make_tabel(
            ("No", "Sasaran", "Indikator Kinerja", "Satuan", "Target"),
            ["1", "S2", "Jumlah B", "Berkas", "4.000 berkas"],
        ),
    )
    assert [(b.sasaran, b.satuan, b.target) for b in daftar[0].baris] == [
        ("S1", None, None),
        ("S2", "Berkas", "4.000 berkas"),
    ]


def test_lists_within_cells_are_rows() -> None:
    daftar = baca(
        "Jabatan : Penyuluh",
        make_tabel(KEPALA, ["1", "S", "1. Jumlah A\n2. Jumlah B", "- Jumlah a\n- Jumlah b", "Arsip\nKelurahan"]),
    )
    assert [(b.indikator, b.rumus, b.sumber_data) for b in daftar[0].baris] == [
        ("Jumlah A", "Jumlah a", "Arsip"), ("Jumlah B", "Jumlah b", "Kelurahan"),
    ]  # fmt: skip


def test_rows_cut_by_a_page_are_whole_again() -> None:
    daftar = baca(
        "Jabatan : Pekerja Sosial",
        make_tabel(
            KEPALA,
            ["1", "Sasaran satu", "1. Jumlah evaluasi", "A", "D"],
            ["", "", "2. Jumlah analisa serta evaluasi dan", "B", "Bidang A dan"],
            ["2", "Sasaran dua", "1. Jumlah rencana", "C", "D"],
            ["", "", "sistem sumber", "Penjelasan B", "Bidang B"],
            ["", "", "3. Jumlah layanan", "E", "D"],
        ),
    )
    assert [(b.sasaran, b.indikator, b.sumber_data) for b in daftar[0].baris] == [
        ("Sasaran satu", "1. Jumlah evaluasi", "D"),
        ("Sasaran satu", "2. Jumlah analisa serta evaluasi dan sistem sumber", "Bidang A dan Bidang B"),
        ("Sasaran dua", "1. Jumlah rencana", "D"),
        ("Sasaran satu", "3. Jumlah layanan", "D"),
    ]


def test_a_row_moved_left_by_a_scanner_is_put_back() -> None:
    daftar = baca(
        "Jabatan : Analis",
        make_tabel(
            KEPALA,
            ["1", "S", "Persentase A", r"$\frac{a}{b}$", "D"],
            ["Persentase jejaring yang berperan", r"$\frac{c}{d}$", "", "", ""],
            [r"$\frac{e}{f}$", "", "", "", ""],
        ),
    )
    assert [isi(b) for b in daftar[0].baris] == [
        ("S", "Persentase A", r"$\frac{a}{b}$"),
        ("S", "Persentase jejaring yang berperan", "$\\frac{c}{d}$\n$\\frac{e}{f}$"),
    ]


def test_a_line_over_all_columns_names_the_sasaran() -> None:
    daftar = baca(
        "Jabatan : Analis",
        make_tabel(KEPALA, ["Sasaran: Meningkatnya mutu", "", "", "", ""], ["1", "", "Jumlah A", "A", "D"]),
    )
    assert [isi(b) for b in daftar[0].baris] == [("Meningkatnya mutu", "Jumlah A", "A")]


def test_other_tables_are_left_alone() -> None:
    daftar, dipakai = read_iki([Paragraf("Jabatan : Analis"), make_tabel(("No", "Nama", "Pangkat"), ["1", "x", "y"])])
    assert (len(daftar), daftar[0].baris, dipakai) == (1, (), frozenset())
