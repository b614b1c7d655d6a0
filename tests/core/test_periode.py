from __future__ import annotations

from datetime import date

import pytest

from tolok.core.identitas import make_identitas
from tolok.core.periode import Periode, format_tanggal, shift_periode


@pytest.mark.parametrize(
    ("triwulan", "kunci", "label", "akhir"),
    [
        (0, "tahun", "Tahun 2020", date(2020, 12, 31)),
        (1, "tw1", "Triwulan I Tahun 2020", date(2020, 3, 31)),
        (2, "tw2", "Triwulan II Tahun 2020", date(2020, 6, 30)),
        (3, "tw3", "Triwulan III Tahun 2020", date(2020, 9, 30)),
        (4, "tw4", "Triwulan IV Tahun 2020", date(2020, 12, 31)),
    ],
)
def test_a_period_knows_its_key_label_and_last_day(triwulan: int, kunci: str, label: str, akhir: date) -> None:
    periode = Periode(2020, triwulan)
    assert (periode.kunci, periode.label, periode.akhir) == (kunci, label, akhir)
    assert periode.is_tahunan == (triwulan == 0)


@pytest.mark.parametrize("triwulan", [-1, 5])
def test_there_are_four_quarters(triwulan: int) -> None:
    with pytest.raises(ValueError, match=f"triwulan {triwulan} tidak ada"):
        Periode(2020, triwulan)


def test_periods_are_ordered_by_year_then_quarter() -> None:
    assert sorted([Periode(2021, 1), Periode(2020, 4), Periode(2020, 2)]) == [
        Periode(2020, 2),
        Periode(2020, 4),
        Periode(2021, 1),
    ]


def test_dates_are_printed_in_full() -> None:
    assert format_tanggal(date(2020, 4, 3)) == "3 April 2020"
    assert format_tanggal(date(2021, 8, 17)) == "17 Agustus 2021"


def test_an_identity_names_agency_year_period_object_and_quantity() -> None:
    assert make_identitas("dinsos", Periode(2020, 2), "indikator:iku-1", "capaian") == (
        "dinsos/2020/tw2/indikator:iku-1/capaian"
    )
    assert make_identitas("dinsos", Periode(2020), "anggaran:total", "serapan@tw1") == (
        "dinsos/2020/tahun/anggaran:total/serapan@tw1"
    )


@pytest.mark.parametrize(
    ("geser", "periode", "hasil"),
    [
        ("", Periode(2020, 2), Periode(2020, 2)),
        ("tahun_lalu", Periode(2020, 2), Periode(2019, 2)),
        ("tahun_lalu", Periode(2020), Periode(2019)),
        ("triwulan_lalu", Periode(2020, 2), Periode(2020, 1)),
        ("triwulan_lalu", Periode(2020, 1), Periode(2019, 4)),
        ("triwulan_lalu", Periode(2020), Periode(2020, 3)),
    ],
)
def test_a_formula_looks_back_a_year_or_a_quarter(geser: str, periode: Periode, hasil: Periode) -> None:
    assert shift_periode(periode, geser) == hasil
