"""Cells with several things in them, and cells that only look so."""

from __future__ import annotations

import pytest

from tolok.ingest.pengenal.butir_sel import (
    is_gantung,
    is_sambungan,
    split_butir,
    split_indikator,
    split_sebanyak,
    strip_nomor,
)


@pytest.mark.parametrize(
    ("teks", "harapan"),
    [
        ("1. Jumlah A\n2. Jumlah B\nyang panjang", ("Jumlah A", "Jumlah B yang panjang")),
        ("• Laporan Hasil • Data Terpadu", ("Laporan Hasil", "Data Terpadu")),
        ("- Kelurahan\n- Kecamatan", ("Kelurahan", "Kecamatan")),
        ("1. RKA 2. RKAP", ("RKA", "RKAP")),
        ("a. Satu\nb. Dua", ("Satu", "Dua")),
        ("1. Satu\na. anak\n2. Dua", ("Satu a. anak", "Dua")),
        ("Meliputi:\n- a\n- b", ("Meliputi: - a - b",)),
        ("Persentase anak\nusia 7-12 tahun", ("Persentase anak usia 7-12 tahun",)),
        ("Meningkat 2. kali", ("Meningkat 2. kali",)),
        ("1 Jumlah perempuan", ("1 Jumlah perempuan",)),
        ("Wilayah Kabupaten/\nKota", ("Wilayah Kabupaten/Kota",)),
        ("", ()),
    ],
)
def test_items_of_a_cell(teks: str, harapan: tuple[str, ...]) -> None:
    assert split_butir(teks) == harapan


def test_lines_that_each_begin_an_indicator() -> None:
    assert split_indikator("Persentase A\nyang b\nJumlah C") == ("Persentase A yang b", "Jumlah C")
    assert split_indikator("Persentase data dan\nJumlah C") == ("Persentase data dan Jumlah C",)
    assert split_indikator("Satu baris") == ("Satu baris",)


def test_as_many_as_asked_for_or_none() -> None:
    assert split_sebanyak("80%\n90%", 2) == ("80%", "90%")
    assert split_sebanyak("1. a\n2. b", 2) == ("a", "b")
    assert split_sebanyak("80%", 2) is None


def test_numbers_in_front_are_taken_off() -> None:
    assert strip_nomor("  1. Persentase  A;") == "Persentase A"
    assert strip_nomor(".Meningkatnya mutu") == "Meningkatnya mutu"
    assert strip_nomor("5 Kecamatan") == "5 Kecamatan"


def test_loose_ends_and_what_goes_on() -> None:
    assert is_gantung("asesmen masalah, kebutuhan dan")
    assert not is_gantung("asesmen masalah")
    assert is_sambungan("sistem sumber")
    assert not is_sambungan("jumlah layanan")
    assert not is_sambungan("tProentase data")
