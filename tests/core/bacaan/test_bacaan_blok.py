"""The neutral blocks of a file: the width of a table, and the tables among the blocks."""

from __future__ import annotations

from tolok.core.bacaan.blok import Berkas, Format, Paragraf, SelBlok, Tabel


def test_the_width_of_a_table_counts_covered_places_too() -> None:
    assert Tabel(()).lebar == 0
    assert Tabel(((SelBlok("No"), SelBlok("Indikator", rentang_kolom=2), None),)).lebar == 3


def test_the_tables_of_a_file_come_in_reading_order() -> None:
    satu, dua = Tabel(((SelBlok("a"),),)), Tabel(((SelBlok("b"),),))
    berkas = Berkas("berkas.md", Format.TEKS, "0" * 64, (Paragraf("Bab I"), satu, Paragraf("Bab II"), dua))
    assert list(berkas.list_tabel()) == [satu, dua]
