"""What an indicator is measured with: the variables of its formula, for the period and for those before it."""

from __future__ import annotations

import pytest

from data_mesin import TAHUN, TW1, TW4, edisi, make_2020, make_data, variabel
from instansi_majemuk import make_majemuk
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.indikator import Gabungan
from tolok.core.periode import Periode


def bahan(hasil: HasilTahun, indikator: str, periode: Periode) -> list[tuple[str, Periode]]:
    return [(satu.variabel.id, satu.periode) for satu in hasil.daftar_bahan(indikator, periode)]


def test_the_variables_of_a_formula_come_in_its_order() -> None:
    assert bahan(HasilTahun(make_2020()), "pmks", TW4) == [("pmks-terpenuhi", TW4), ("pmks-jumlah", TW4)]


def test_a_formula_that_looks_back_reads_a_variable_of_the_year_before_once() -> None:
    hasil = HasilTahun(make_2020())
    assert bahan(hasil, "kasus", TW1) == [("kasus", Periode(2019, 1)), ("kasus", TW1)]
    assert bahan(hasil, "kasus", TAHUN) == [("kasus", Periode(2019)), ("kasus", TAHUN)]


def test_an_indicator_without_a_formula_has_none() -> None:
    assert bahan(HasilTahun(make_2020()), "kla", TAHUN) == []


def test_a_variable_that_is_not_registered_and_a_formula_that_cannot_be_read_are_left_out() -> None:
    data = make_data(
        daftar_indikator=(edisi("a", rumus="[Ada] / [Tidak ada] * 100%"), edisi("b", rumus="[Ada] /")),
        daftar_variabel=(variabel("ada", "Ada"),),
    )
    assert bahan(HasilTahun(data), "a", TW1) == [("ada", TW1)]
    assert bahan(HasilTahun(data), "b", TW1) == []


def test_a_composite_indicator_is_measured_with_what_its_parts_are() -> None:
    data = make_data(
        daftar_indikator=(
            edisi("paket", gabungan=Gabungan.RATA_RATA),
            edisi("satu", simpul="", bagian_dari="paket", rumus="[A] / [B] * 100%"),
            edisi("dua", simpul="", bagian_dari="paket", rumus="[C] / [B] * 100%"),
        ),
        daftar_variabel=tuple(variabel(nama.lower(), nama) for nama in "ABC"),
    )
    assert bahan(HasilTahun(data), "paket", TW1) == [("a", TW1), ("b", TW1), ("c", TW1)]
    assert HasilTahun(make_majemuk()).daftar_bahan("paket", Periode(2024)) == ()


def test_an_unknown_indicator_is_refused() -> None:
    with pytest.raises(KeyError):
        HasilTahun(make_2020()).daftar_bahan("lain", TW1)


def test_an_indicator_is_budgeted_by_a_mapping_or_as_the_only_one_of_its_sasaran() -> None:
    anggaran = HasilTahun(make_2020()).anggaran
    assert anggaran.is_dianggarkan("pmks")
    assert anggaran.is_dianggarkan("tkp")
    assert not HasilTahun(make_majemuk()).anggaran.is_dianggarkan("dokumen")
