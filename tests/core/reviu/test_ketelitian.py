"""What a printed number can stand for."""

from __future__ import annotations

import pytest
from tests.core.reviu.bangun import nilai

from tolok.core.angka import Angka
from tolok.core.bacaan.dokumen import NilaiTerbaca
from tolok.core.reviu.ketelitian import count_desimal_tercetak, get_satu_digit, make_selang


@pytest.mark.parametrize(
    ("tercetak", "angka", "desimal"),
    [
        ("86%", Angka(86), 0),
        ("86,50%", Angka(173, 2), 2),
        ("0,86", Angka(86), 0),
        ("Rp 1,5", Angka(1500000), -5),
        ("49.48%", Angka(4948, 100), 2),
        ("0,00%", Angka(0), 2),
        ("0", Angka(0), 0),
        ("-", Angka(0), 0),
        ("12", Angka(7), 0),
    ],
)
def test_printed_decimals(tercetak: str, angka: Angka, desimal: int) -> None:
    assert count_desimal_tercetak(tercetak, angka) == desimal


def _rentang(satu: NilaiTerbaca) -> tuple[float, float]:
    selang = make_selang(satu)
    assert selang is not None
    return (round(float(selang.bawah.to_fraction()), 4), round(float(selang.atas.to_fraction()), 4))


@pytest.mark.parametrize(
    ("satu", "rentang"),
    [
        (nilai("realisasi", "86%"), (85.5, 87.0)),
        (nilai("realisasi", "-5%"), (-6.0, -4.5)),
        (nilai("realisasi", "0%"), (-1.0, 1.0)),
        (nilai("realisasi", "12 orang", satuan="orang"), (12.0, 12.0)),
        (nilai("pagu", "1.000", satuan=""), (1000.0, 1000.0)),
    ],
)
def test_the_interval_of_a_printed_number(satu: NilaiTerbaca, rentang: tuple[float, float]) -> None:
    assert _rentang(satu) == rentang


def test_the_last_digit_of_a_number() -> None:
    assert get_satu_digit(nilai("target", "86,5%")) == Angka(1, 10)
    assert get_satu_digit(nilai("pagu", "1.000")) == 0
    assert get_satu_digit(nilai("pagu", "1,5", angka=Angka(1_500_000), catatan=("juta",))) == Angka(100_000)
    assert get_satu_digit(nilai("target", "Madya", kategori="Madya")) == 0


def test_no_single_number_has_no_interval() -> None:
    assert make_selang(nilai("target", "Madya", kategori="Madya")) is None
    assert make_selang(nilai("target", "80-85", angka=Angka(80), atas=Angka(85))) is None
