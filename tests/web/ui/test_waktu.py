"""Dates and times in the zone of the agency."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone
from tests.web.ui.alat import render

SAAT = datetime(2020, 4, 3, 16, 42, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zona", "tanggal", "jam"),
    [
        ("Asia/Jakarta", "3 April 2020", "23.42 WIB"),
        ("Asia/Makassar", "4 April 2020", "00.42 WITA"),
        ("Asia/Jayapura", "4 April 2020", "01.42 WIT"),
    ],
)
def test_a_moment_is_told_in_the_zone_of_the_agency(zona: str, tanggal: str, jam: str) -> None:
    with timezone.override(zona):
        assert render("{{ s|tanggal }}|{{ s|jam }}", s=SAAT) == f"{tanggal}|{jam}"
        assert render("{{ s|waktu }}", s=SAAT) == f"{tanggal} pukul {jam}"


def test_a_legal_date_has_no_zone() -> None:
    with timezone.override("Asia/Jayapura"):
        assert render("{{ s|tanggal }}", s=date(2020, 4, 3)) == "3 April 2020"


def test_what_has_no_time_prints_nothing() -> None:
    assert render("[{{ s|tanggal }}{{ s|jam }}{{ s|waktu }}]", s=None) == "[]"
