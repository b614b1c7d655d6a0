"""What the reading bench prints: honest totals, and nothing that shows a layout which only scores."""

from __future__ import annotations

import pytest
from bench.bacaan.__main__ import Hasil, make_naskah, print_gagal, print_hasil
from bench.bacaan.nilai import Nilai, Skor
from bench.bacaan.tata.tata_letak import load_tata_letak


def hasil(kelompok: str, benar: int, ada: int, salah: int = 0, galat: str = "") -> Hasil:
    angka = Skor(benar=benar, ada=ada, salah=salah, hilang=[("indikator", "nama rahasia", "target")] * (ada - benar))
    return Hasil("t", kelompok, "pdf", "lkjip", Nilai(angka=angka), 0.5, 90.0, galat)


def test_the_aims_are_those_of_the_scoring_layouts(capsys: pytest.CaptureFixture[str]) -> None:
    assert print_hasil([hasil("latih", 0, 100), hasil("uji", 90, 100, 1)])
    assert not print_hasil([hasil("latih", 100, 100), hasil("uji", 84, 100)])
    assert not print_hasil([hasil("uji", 90, 100, 10)])
    assert "90.0%" in capsys.readouterr().out


def test_totals_weigh_cells_not_files(capsys: pytest.CaptureFixture[str]) -> None:
    print_hasil([hasil("uji", 10, 10), hasil("uji", 0, 90)])
    assert "| 100   | 10.0%" in capsys.readouterr().out


def test_a_file_that_cannot_be_read_counts_with_all_its_cells(capsys: pytest.CaptureFixture[str]) -> None:
    print_hasil([hasil("uji", 0, 40, galat="ValueError: rusak")])
    assert "berkas gagal dibaca" in capsys.readouterr().out


def test_cells_of_scoring_layouts_are_never_shown(capsys: pytest.CaptureFixture[str]) -> None:
    daftar = [hasil("uji", 0, 3, galat="ValueError: nama rahasia")]
    print_hasil(daftar)
    print_gagal(daftar, 9)
    assert "nama rahasia" not in capsys.readouterr().out
    print_gagal([hasil("latih", 0, 3)], 9)
    assert "nama rahasia" in capsys.readouterr().out


def test_layouts_of_the_two_groups_have_agencies_of_their_own() -> None:
    per_kelompok: dict[str, set[tuple[str, int]]] = {"latih": set(), "uji": set()}
    for tata in load_tata_letak():
        dokumen = make_naskah(tata, "perjanjian", 6).kebenaran.dokumen[0]
        per_kelompok[tata.kelompok].add((dokumen.perangkat_daerah, hash(dokumen.indikator)))
    assert not per_kelompok["latih"] & per_kelompok["uji"]
