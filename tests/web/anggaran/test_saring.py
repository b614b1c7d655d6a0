"""The tree can be searched and filtered by the server as well; what matches keeps the way to it."""

from __future__ import annotations

import pytest
from tests.web.baca_html import get_teks, list_tabel
from tests.web.dunia import buat_pengguna
from tests.web.dunia_uang import buka, make_data, muat

from tolok.web.akun.models import Pengguna
from tolok.web.organisasi.models import Peran


@pytest.fixture
def perencana(db: None) -> Pengguna:
    muat(make_data())
    return buat_pengguna("perencana", Peran.PERENCANA)


def _kode(pengguna: Pengguna, **kueri: str) -> list[str]:
    tabel = list_tabel(buka(pengguna, "anggaran", kueri=kueri))
    return [baris[0].split(" ")[0] for baris in tabel[0] if baris and baris[0][:1].isdigit()] if tabel else []


@pytest.mark.parametrize("kata", ["disabilitas dan tuna", "  DISABILITAS   dan tuna "])
def test_a_search_finds_a_node_in_any_case_with_the_way_to_it(perencana: Pengguna, kata: str) -> None:
    assert _kode(perencana, q=kata) == ["2", "2.2"]


def test_a_search_finds_codes_and_responsible_units(perencana: Pengguna) -> None:
    assert _kode(perencana, q="6.2") == ["6", "6.2"]
    assert _kode(perencana, q="Hak Anak") == ["6", "6.1", "6.2"]


def test_support_and_what_serves_nothing_can_be_shown_alone(perencana: Pengguna) -> None:
    assert _kode(perencana, saring="penunjang") == ["1", "1.1", "1.2", "1.3"]
    assert _kode(perencana, saring="tanpa_sasaran") == ["8", "8.1"]
    assert "1" not in _kode(perencana, saring="urusan")


def test_a_filtered_table_has_no_total(perencana: Pengguna) -> None:
    assert "Total" not in [baris[0] for baris in list_tabel(buka(perencana, "anggaran", kueri={"q": "6.2"}))[0]]


def test_nothing_found_is_said_with_what_to_do(perencana: Pengguna) -> None:
    teks = get_teks(buka(perencana, "anggaran", kueri={"q": "tidak ada ini"}))
    assert "Tidak ada baris yang cocok" in teks
    assert "Hapus saringan" in teks


def test_an_unknown_filter_is_passed_over(perencana: Pengguna) -> None:
    assert len(_kode(perencana, saring="'; DROP")) == 27


def test_what_was_typed_comes_back_as_text(perencana: Pengguna) -> None:
    isi = buka(perencana, "anggaran", kueri={"q": '"><script>alert(1)</script>'}).content.decode()
    assert "<script>alert" not in isi
