"""Measured text: never narrower than printed, and wrapped without losing a character."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tolok.render.susunan.ukuran_teks import measure_baris, measure_teks, wrap_teks

HURUF = st.text(alphabet="abcWMil PPKS-/()é漢", max_size=60)


def test_width_is_that_of_the_font() -> None:
    # 1366 + 569 units of 1/2048 em at 72 points (254 tenths of a millimetre).
    assert measure_teks("A.", ukuran=72) == 240
    assert measure_teks("", ukuran=8) == 0
    assert measure_teks("漢", ukuran=72) == 254


def test_bold_is_wider() -> None:
    assert measure_teks("Bidang", ukuran=8, tebal=True) > measure_teks("Bidang", ukuran=8)


def test_line_is_a_fifth_higher_than_the_font() -> None:
    assert measure_baris(10) == 43


def test_breaks_at_spaces_slashes_and_hyphens() -> None:
    lebar = measure_teks("Kabupaten/", ukuran=8)
    assert wrap_teks("Kabupaten/Kota tua", lebar=lebar, ukuran=8) == ("Kabupaten/", "Kota tua")
    assert wrap_teks("", lebar=100, ukuran=8) == ("",)


def test_word_wider_than_the_line_is_cut() -> None:
    baris = wrap_teks("x" * 30, lebar=measure_teks("x" * 12, ukuran=8), ukuran=8)
    assert baris == ("x" * 12, "x" * 12, "x" * 6)
    assert wrap_teks("WW", lebar=1, ukuran=8) == ("W", "W")


def test_no_break_space_holds_words_together() -> None:
    teks = "Rp\u00a01.000 sisa"
    assert wrap_teks(teks, lebar=measure_teks("Rp\u00a01.000", ukuran=8), ukuran=8) == ("Rp\u00a01.000", "sisa")


@settings(max_examples=150)
@given(teks=HURUF, lebar=st.integers(min_value=40, max_value=900), tebal=st.booleans())
def test_wrapping_loses_nothing_and_fits(teks: str, lebar: int, tebal: bool) -> None:
    baris = wrap_teks(teks, lebar=lebar, ukuran=8, tebal=tebal)
    assert "".join(baris).replace(" ", "") == teks.replace(" ", "")
    for satu in baris:
        assert len(satu) == 1 or measure_teks(satu, ukuran=8, tebal=tebal) <= lebar
