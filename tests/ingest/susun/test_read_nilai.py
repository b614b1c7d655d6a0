"""What printed values are, by their text and their column."""

from __future__ import annotations

import pytest

from tolok.core.bacaan.dokumen import Besaran, NilaiTerbaca
from tolok.core.cetak_angka import format_angka
from tolok.core.gaya_angka import Gaya
from tolok.ingest.susun.arti import Arti, Kolom
from tolok.ingest.susun.nilai import detect_gaya, detect_konteks_kolom, make_konteks, read_nilai, weigh_baris

TARGET = Kolom(arti=Arti.TARGET)
CAPAIAN = Kolom(arti=Arti.CAPAIAN, satuan="%")
PAGU = Kolom(arti=Arti.PAGU, satuan="Rp")
PAGU_JUTA = Kolom(arti=Arti.PAGU, satuan="Rp", pengali=1_000_000)


def _baca(teks: str, kolom: Kolom = TARGET, *, satuan: str = "", sekolom: tuple[str, ...] = ()) -> NilaiTerbaca:
    konteks = detect_konteks_kolom([(teks, satuan), *((lain, satuan) for lain in sekolom)], kolom)
    nilai = read_nilai(teks, make_konteks(kolom, konteks, satuan))
    assert nilai is not None
    return nilai


def _ringkas(nilai: NilaiTerbaca) -> tuple[str | None, str | None, str, tuple[str, ...]]:
    return (
        None if nilai.angka is None else str(format_angka(nilai.angka)),
        nilai.kategori,
        nilai.satuan,
        nilai.catatan,
    )


@pytest.mark.parametrize(
    ("teks", "kolom", "hasil"),
    [
        ("86%", TARGET, ("86", None, "%", ())),
        ("49.48%", TARGET, ("49,48", None, "%", ())),
        ("BB (79,39)", TARGET, ("79,39", "BB", "", ())),
        ("79,39 (BB)", TARGET, ("79,39", "BB", "", ())),
        ("0,9 Angka", TARGET, ("0,9", None, "Angka", ())),
        ("4.000 berkas", TARGET, ("4.000", None, "berkas", ())),
        ("Madya", TARGET, (None, "Madya", "", ())),
        ("Predikat BB", TARGET, (None, "BB", "", ())),
        ("Level 3", TARGET, (None, "Level 3", "", ())),
        ("Level 3 (3,12)", TARGET, ("3,12", "Level 3", "", ())),
        ("85 per 100.000 KH", TARGET, ("85", None, "per 100.000 KH", ())),
        ("63,24%(8,9,10)", TARGET, ("63,24", None, "%", ())),
        ("–²", TARGET, (None, None, "", ())),
        ("–(9,10)", TARGET, (None, None, "", ())),
        ("(9,10)", PAGU, ("−9,1", None, "Rp", ("kurung_negatif",))),
        ("-", TARGET, (None, None, "", ())),
        ("N/A", TARGET, (None, None, "", ())),
        ("5 Kecamatan 29 Kelurahan", TARGET, (None, None, "", ("ragu", "beberapa_angka"))),
        ("Bidang yang menangani urusan tersebut belum melaporkan", TARGET, (None, None, "", ())),
        ("0,86", CAPAIAN, ("86", None, "%", ("pecahan",))),
        ("106,98", CAPAIAN, ("106,98", None, "%", ())),
        ("Rp. 661.755.750,-", PAGU, ("661.755.750", None, "Rp", ())),
        ("1,009,235,000", PAGU, ("1.009.235.000", None, "Rp", ())),
        ("Rp -", PAGU, ("0", None, "Rp", ("nihil",))),
        ("-", PAGU, (None, None, "Rp", ("nihil",))),
        ("1.009.\n235.000", PAGU, ("1.009.235.000", None, "Rp", ())),
        ("6.671.923,749", PAGU, ("6.671.923.749", None, "Rp", ("pengelompokan_salah",))),
        ("1.250,5", PAGU_JUTA, ("1.250.500.000", None, "Rp", ("juta",))),
        ("2,5 miliar", PAGU_JUTA, ("2.500.000.000", None, "Rp", ())),
    ],
)
def test_each_way_of_printing_is_read(
    teks: str, kolom: Kolom, hasil: tuple[str | None, str | None, str, tuple[str, ...]]
) -> None:
    assert _ringkas(_baca(teks, kolom)) == hasil


def test_a_range_has_both_bounds() -> None:
    nilai = _baca("85.6-87.5")
    assert nilai.angka is not None
    assert nilai.atas is not None
    assert (format_angka(nilai.angka), format_angka(nilai.atas)) == ("85,6", "87,5")


def test_an_empty_cell_and_a_column_of_no_value_give_nothing() -> None:
    assert read_nilai("  ", make_konteks(TARGET, {}, "")) is None
    assert read_nilai("86%", make_konteks(Kolom(arti=Arti.NASIONAL), {}, "")) is None


def test_values_are_called_by_their_column() -> None:
    assert _baca("86%", CAPAIAN).besaran is Besaran.CAPAIAN
    assert _baca("1.000.000", Kolom(arti=Arti.REALISASI_ANGGARAN, satuan="Rp")).besaran is Besaran.REALISASI


def test_digits_of_a_picture_are_marked() -> None:
    nilai = read_nilai("86%", make_konteks(TARGET, {}, ""), is_ocr=True)
    assert nilai is not None
    assert nilai.catatan == ("ocr",)
    kategori = read_nilai("Madya", make_konteks(TARGET, {}, ""), is_ocr=True)
    assert kategori is not None
    assert kategori.catatan == ("ocr",)


def test_a_fraction_in_a_row_of_percent_is_points() -> None:
    assert _ringkas(_baca("0,95", satuan="%", sekolom=("0,9",))) == ("95", None, "%", ("pecahan",))


def test_a_fraction_among_points_is_left_open() -> None:
    assert _ringkas(_baca("0,95", satuan="%", sekolom=("88", "97"))) == (
        None,
        None,
        "%",
        ("ragu", "persen_atau_pecahan"),
    )


def test_the_column_tells_thousands_from_decimals() -> None:
    assert _ringkas(_baca("1.234", sekolom=("1.234,5",)))[0] == "1.234"
    assert _ringkas(_baca("1.234", sekolom=("12.5",)))[0] == "1,234"
    assert _ringkas(_baca("1.234"))[3] == ("ragu", "ribuan_atau_desimal")


def test_a_percentage_of_thousands_is_absurd() -> None:
    assert _ringkas(_baca("85.125", CAPAIAN))[0] == "85,125"
    assert _ringkas(_baca("85,125", CAPAIAN))[0] == "85,125"


def test_the_row_tells_where_the_column_misleads() -> None:
    konteks = make_konteks(TARGET, detect_konteks_kolom([("1.250", "aduan"), ("81.2", "aduan")], TARGET), "aduan")
    nilai = read_nilai("1.250", weigh_baris(konteks, "1.250", ["987", "650"]))
    assert nilai is not None
    assert nilai.angka is not None
    assert format_angka(nilai.angka) == "1.250"
    assert weigh_baris(konteks, "1.250", ["-"]) is konteks
    assert weigh_baris(konteks, "1.250", ["40"]) is konteks


def test_style_of_a_document_is_that_of_nearly_all_its_numbers() -> None:
    assert detect_gaya(["48,25", "1.234.567", "12"]) is Gaya.INDONESIA
    assert detect_gaya(["48.25", "1,234,567"]) is Gaya.INGGRIS
    assert detect_gaya(["48.25", "48,25"]) is None
    assert detect_gaya(["12.500", "100.000"]) is Gaya.INDONESIA
    assert detect_gaya(["12.525"]) is None
