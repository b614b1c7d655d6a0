"""Number formats: the characters a person sees in the cell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tolok.ingest.pembaca.pola_angka import format_sel


@pytest.mark.parametrize(
    ("mentah", "pola", "tercetak"),
    [
        ("0.8695652173913043", "General", "0,869565217391304"),
        ("0.86956521739130432", "0.00%", "86,96%"),
        ("0.86", "0%", "86%"),
        ("0.005", "0%", "1%"),
        ("2501951000", "#,##0", "2.501.951.000"),
        ("2501951000", '"Rp"\\ #,##0', "Rp 2.501.951.000"),
        ("2501951000", "[$Rp-421]#,##0.00", "Rp2.501.951.000,00"),
        ("2501951000", "[$-421]#,##0", "2.501.951.000"),
        ("-1234", "#,##0;(#,##0)", "(1.234)"),
        ("-1234.5", "#,##0.0", "-1.234,5"),
        ("0", '#,##0;(#,##0);"-"', "-"),
        ("0", "0;-0;;@", ""),
        ("1234567", '#,##0.0,,"juta"', "1,2juta"),
        ("1234567", "0,", "1235"),
        ("7", "000", "007"),
        ("1060401", "0\\.00\\.00\\.00", "1.06.04.01"),
        ("0.5", "0.0#", "0,5"),
        ("0.25", "#.##", ",25"),
        ("1.005", "0.00", "1,01"),
        ("2.675", "0.00", "2,68"),
        ("1e-7", "General", "0,0000001"),
        ("1.5E+3", "0.0E+00", "1,5E+03"),
        ("99.5", '[>=90]"A";[>=80]"B";"C"', "A"),
        ("85", '[>=90]"A";[>=80]"B";"C"', "B"),
        ("12", 'General" %"', "12 %"),
        ("-0.001", "0.00", "0,00"),
        ("43831", "dd mmmm yyyy", "01 Januari 2020"),
        ("43831", "dddd, d mmm yy", "Rabu, 1 Jan 20"),
        ("43831.5", "dd/mm/yyyy hh:mm", "01/01/2020 12:00"),
        ("0.75", "h:mm AM/PM", "6:00 PM"),
        ("1.5", "[h]:mm", "36:00"),
        ("60", "d/m/yyyy", "28/2/1900"),
        ("61", "d/m/yyyy", "1/3/1900"),
        ("-5", "dd/mm/yyyy", "-5"),
        ("12", "@", "12"),
        ("bukan angka", "0.00", "bukan angka"),
        ("0.5", "# ?/?", "0,5"),
        ("123456789012345678", "0", "123456789012346000"),
    ],
)
def test_a_number_is_shown_as_its_format_says(mentah: str, pola: str, tercetak: str) -> None:
    assert format_sel(mentah, pola) == tercetak


def test_the_calendar_of_old_macintosh_files_begins_four_years_later() -> None:
    assert format_sel("42369", "d/m/yyyy", is_1904=True) == "1/1/2020"


@given(st.text(max_size=40), st.text('0#?.,%;[]"\\E+-@ydmhs/ _*GeneralRp', max_size=40))
def test_no_format_breaks_it(mentah: str, pola: str) -> None:
    assert isinstance(format_sel(mentah, pola), str)


@given(st.decimals(allow_nan=False, allow_infinity=False), st.text("0#?.,%;E+-", min_size=1, max_size=20))
def test_no_number_takes_unbearably_many_digits(mentah, pola: str) -> None:
    assert len(format_sel(str(mentah), pola)) < 2_000
