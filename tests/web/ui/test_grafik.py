"""Charts: positions are exact, what is missing is not drawn."""

from __future__ import annotations

import re

import pytest
from tests.web.ui.alat import render

from tolok.core.angka import Angka
from tolok.core.cetak_angka import format_nilai
from tolok.core.nilai import AlasanBelumAda, BelumAda, Bilangan, Kategori, Nilai
from tolok.web.ui.grafik import (
    Besaran,
    choose_warna_serapan,
    make_batang,
    make_dumbel,
    make_garis,
    make_kolom,
    make_palang,
)
from tolok.web.ui.grafik.besaran import write_letak

BELUM = BelumAda(AlasanBelumAda.BELUM_WAKTUNYA)


def persen(teks: str) -> Bilangan:
    return Bilangan(Angka.from_desimal(teks), "%")


def besaran(nama: str, nilai: Nilai) -> Besaran:
    return Besaran(nama, nilai, format_nilai(nilai))


@pytest.mark.parametrize(
    ("angka", "letak"),
    [(Angka(100), "100"), (Angka(2, 3), "0.67"), (Angka(1, 2), "0.5"), (Angka(-7, 4), "-1.75"), (Angka(1, 1000), "0")],
)
def test_a_position_is_written_as_svg_reads_it(angka: Angka, letak: str) -> None:
    assert write_letak(angka) == letak


@pytest.mark.parametrize(
    ("nilai", "lebar"), [("91.98", "91.98"), ("0", "0"), ("107.5", "100"), ("-3", "0"), ("33.333", "33.33")]
)
def test_a_bar_is_as_long_as_its_share_and_never_longer_than_its_track(nilai: str, lebar: str) -> None:
    assert make_batang(persen(nilai)).lebar == lebar


def test_a_missing_share_has_a_track_without_a_bar() -> None:
    html = render("{% grafik b %}", b=make_batang(BELUM))
    assert 'class="tk-batang ragu"' in html
    assert "<rect" not in html


@pytest.mark.parametrize(
    ("nilai", "warna"), [("49.99", "galat"), ("50", "waspada"), ("79.99", "waspada"), ("80", ""), ("100", "")]
)
def test_the_colour_changes_exactly_at_the_bounds(nilai: str, warna: str) -> None:
    assert choose_warna_serapan(persen(nilai), waspada=Angka(50), baik=Angka(80)) == warna


def test_the_pieces_of_a_whole_fill_it_without_gaps() -> None:
    bagian = [(besaran(n, Bilangan(Angka(v), "Rp")), "info") for n, v in (("a", 1), ("b", 2), ("c", 0))]
    palang = make_palang([*bagian, (besaran("d", BELUM), "netral")], sebutan="Pagu")
    assert [(p.x, p.lebar) for p in palang.daftar] == [("0", "33.33"), ("33.33", "66.67"), ("100", "0"), ("100", "0")]


def test_a_whole_of_nothing_divides_by_nothing() -> None:
    assert make_palang([(besaran("a", BELUM), "")], sebutan="x").daftar[0].lebar == "0"


def test_achievement_and_spending_stand_on_one_scale() -> None:
    dumbel = make_dumbel(
        [
            ("/a", besaran("PMKS", persen("81.77")), besaran("Serapan", persen("91.98"))),
            ("", Besaran("TKP", BELUM, "belum diukur"), besaran("Serapan", persen("150"))),
            ("", besaran("KLA", Kategori("Madya", 2, "kla")), besaran("Serapan", persen("900"))),
        ],
        sebutan="Capaian dan serapan",
    )
    assert [(b.capaian.x, b.serapan.x) for b in dumbel.daftar] == [("40.89", "45.99"), ("", "75"), ("", "100")]
    assert dumbel.seratus == "50"
    html = render("{% grafik d %}", d=dumbel)
    assert html.count("<circle") == 4
    assert re.findall(r'data-l="Serapan">([^<]+)<', html) == ["91,98%", "150%", "900%"]
    assert '<span class="redup kecil">belum diukur</span>' in html


def test_the_scale_of_ordinary_values_ends_at_120() -> None:
    dumbel = make_dumbel([("", besaran("a", persen("60")), besaran("b", persen("120")))], sebutan="x")
    assert (dumbel.daftar[0].capaian.x, dumbel.daftar[0].serapan.x, dumbel.seratus) == ("50", "100", "83.33")


def test_a_line_breaks_where_a_year_has_no_value() -> None:
    garis = make_garis(
        [
            besaran("2018", persen("60")),
            besaran("2019", persen("80")),
            besaran("2020", BELUM),
            besaran("2021", persen("100")),
        ],
        target=besaran("Target", persen("90")),
    )
    assert [t.ada for t in garis.daftar_titik] == [True, True, False, True]
    assert len(garis.daftar_ruas) == 1
    assert [t.y for t in garis.daftar_titik] == ["34", "20", "34", "6"]
    assert garis.y_target == "13"
    assert garis.sebutan == "2018: 60%; 2019: 80%; 2020: –; 2021: 100%; Target: 90%"


def test_a_line_of_one_equal_or_no_value_can_be_drawn() -> None:
    assert [t.y for t in make_garis([besaran("a", persen("5")), besaran("b", persen("5"))]).daftar_titik] == [
        "20",
        "20",
    ]
    assert make_garis([besaran("a", persen("5"))]).daftar_titik[0].x == "50"
    assert make_garis([]).daftar_titik == ()
    assert make_garis([besaran("a", BELUM)], target=besaran("Target", BELUM)).y_target == ""


def test_a_disputed_value_stands_beside_the_computed_one() -> None:
    garis = make_garis([besaran("TW IV", persen("70"))], lawan=besaran("LKjIP", persen("92")))
    assert garis.lawan is not None
    assert (garis.lawan.x, garis.lawan.y) == (garis.daftar_titik[0].x, "6")


def test_columns_start_at_zero_and_end_at_the_line_of_their_whole() -> None:
    kolom = make_kolom(
        [
            besaran("TW I", Bilangan(Angka(25), "juta")),
            besaran("TW II", BELUM),
            besaran("TW III", Bilangan(Angka(100), "juta")),
        ],
        acuan=besaran("Pagu", Bilangan(Angka(100), "juta")),
    )
    assert [(k.y, k.tinggi) for k in kolom.daftar] == [("138.75", "39.25"), ("178", "0"), ("21", "157")]
    assert kolom.y_acuan == "21"
    assert [k.di_dalam for k in kolom.daftar] == [False, False, True]
    assert make_kolom([]).daftar == ()


def test_names_in_a_chart_are_escaped() -> None:
    html = render("{% grafik g %}", g=make_garis([Besaran('<b>"', persen("1"), "<i>")], besar=True))
    assert "<b>" not in html
    assert "<i>" not in html
