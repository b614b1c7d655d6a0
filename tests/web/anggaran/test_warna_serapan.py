"""Colour judges spending at the end of the year only, and only against the edition of the report."""

from __future__ import annotations

import re

import pytest
from tests.web.baca_html import get_isi, get_teks
from tests.web.dunia import buat_pengguna, muat_contoh
from tests.web.dunia_uang import buka

from tolok.web.akun.models import Pengguna
from tolok.web.organisasi.models import Peran


@pytest.fixture
def perencana(db: None) -> Pengguna:
    muat_contoh()
    return buat_pengguna("perencana", Peran.PERENCANA)


def _warna(pengguna: Pengguna, **pilihan: object) -> dict[str, str]:
    """Return the colour of each row's bar by its serapan."""
    isi = get_isi(buka(pengguna, "anggaran", **pilihan))
    return dict(re.findall(r'data-l="Serapan">(?:<a [^>]*>)?([\d,]+%)(?:</a>)?<svg class="tk-batang ?(\w*) ?"', isi))


@pytest.mark.parametrize("periode", ["tahun", "tw4"])
def test_the_end_of_the_year_is_judged_against_the_edition_of_the_report(perencana: Pengguna, periode: str) -> None:
    warna = _warna(perencana, periode=periode, kueri={"edisi": "t32"})
    assert warna["45,36%"] == "galat"
    assert warna["72,04%"] == "waspada"
    assert warna["86,58%"] == ""
    assert "di bawah 50%" in get_teks(buka(perencana, "anggaran", periode=periode, kueri={"edisi": "t32"}))


@pytest.mark.parametrize(
    ("periode", "edisi"), [("tw1", "t32"), ("tw2", "t32"), ("tw3", "t32"), ("tw4", "tw1"), ("tahun", "refocusing")]
)
def test_anything_else_has_no_colour_that_judges(perencana: Pengguna, periode: str, edisi: str) -> None:
    assert set(_warna(perencana, periode=periode, kueri={"edisi": edisi}).values()) == {"netral"}
    assert "anggaran kas belum dicatat" in get_teks(
        buka(perencana, "anggaran", periode=periode, kueri={"edisi": edisi})
    )
