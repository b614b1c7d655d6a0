"""Formulas with letters: what a letter stands for, and the counts only where the value came from them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data_formulir import DATA, TAHUN, make_hasil, persen
from tolok.core.indikator import NilaiTercatat
from tolok.core.penyusun.rumus_huruf import compile_rumus, letter, rename_peubah
from tolok.core.periode import Periode
from tolok.core.rumus.nodes import Peubah
from tolok.core.rumus.parser import parse_rumus
from tolok.core.rumus.printing import to_teks

SETAHUN = Periode(TAHUN)


def _indikator(kode: str, **ganti: object):
    return replace(next(satu for satu in DATA.daftar_indikator if satu.indikator == kode), **ganti)


def test_names_become_letters_with_a_legend_of_counts() -> None:
    rumus = compile_rumus(make_hasil(), _indikator("i1"), SETAHUN)
    assert to_teks(rumus.simpul) == "[a] / [b] * 100%"
    assert [(s.huruf, s.label, s.nilai.tercetak, s.satuan) for s in rumus.daftar_huruf] == [
        ("a", "Terlayani", "50", "orang"), ("b", "Semua", "120", "orang"),
    ]  # fmt: skip
    assert to_teks(rumus.terisi) == "50 / 120 * 100%"


def test_without_a_period_there_are_no_counts() -> None:
    rumus = compile_rumus(make_hasil(), _indikator("i1"))
    assert [s.nilai for s in rumus.daftar_huruf] == [None, None]
    assert rumus.terisi is None


def test_variable_of_last_year_has_a_letter_of_its_own() -> None:
    rumus = compile_rumus(make_hasil(), _indikator("i3"), SETAHUN)
    assert to_teks(rumus.simpul) == "([a] - [b]) / [a] * 100%"
    assert [(s.label, s.nilai.tercetak) for s in rumus.daftar_huruf] == [("Kasus tahun lalu", "–"), ("Kasus", "–")]
    assert rumus.terisi is None


def test_value_recorded_from_outside_has_no_counts_put_in() -> None:
    hasil = make_hasil(
        daftar_nilai_variabel=(),
        daftar_nilai_tercatat=(NilaiTercatat(indikator="i1", periode=SETAHUN, nilai=persen(40), sumber="Laporan"),),
    )
    rumus = compile_rumus(hasil, _indikator("i1"), SETAHUN)
    assert hasil.realisasi("i1", SETAHUN).tercetak == "40,00%"
    assert rumus.terisi is None


def test_indicator_without_formula_says_where_its_value_comes_from() -> None:
    hasil = make_hasil()
    assert compile_rumus(hasil, _indikator("i2")).keterangan == "Tanpa rumus; nilainya diambil dari Survei."
    tanpa = _indikator("i2", sumber_data=())
    assert compile_rumus(hasil, tanpa).keterangan == "Tanpa rumus; nilainya diberikan dari luar."


def test_formula_that_cannot_be_read_is_shown_as_written() -> None:
    rumus = compile_rumus(make_hasil(), _indikator("i1", rumus="[A] / "))
    assert (rumus.simpul, rumus.keterangan) == (None, "Rumus belum dapat dibaca: [A] / ")


def test_unknown_variable_keeps_its_name_without_a_count() -> None:
    rumus = compile_rumus(make_hasil(), _indikator("i1", rumus="[Asing] * 100%"), SETAHUN)
    assert [(s.label, s.nilai) for s in rumus.daftar_huruf] == [("Asing", None)]


def test_letters_leave_out_those_that_read_as_digits_and_never_run_out() -> None:
    daftar = [letter(nomor) for nomor in range(60)]
    assert daftar[:3] == ["a", "b", "c"]
    assert daftar[24] == "a1"
    assert len(set(daftar)) == 60
    assert not {"l", "o"} & set(daftar)


@pytest.mark.parametrize("teks", ["-[A] + 2", "rata_rata([A]; [B]; 3)", "[A]^2 - [B] / [C]"])
def test_renaming_keeps_the_shape_of_any_formula(teks: str) -> None:
    ganti = {Peubah(satu): Peubah(satu.lower()) for satu in "ABC"}
    assert to_teks(rename_peubah(parse_rumus(teks), ganti)) == to_teks(parse_rumus(teks)).lower()
