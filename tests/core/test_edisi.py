from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tolok.core.edisi import find_edisi, is_berlaku_surut
from tolok.core.periode import Periode


@dataclass(frozen=True)
class Baris:
    nama: str
    berlaku_mulai: date | None
    dicatat_pada: date | None


LAMA = Baris("lama", date(2019, 1, 1), date(2019, 1, 10))
BARU = Baris("baru", date(2020, 7, 1), date(2020, 8, 3))
KOREKSI = Baris("koreksi", date(2020, 7, 1), date(2021, 2, 1))


def test_the_latest_start_not_after_the_day_is_in_force() -> None:
    assert find_edisi([LAMA, BARU], pada=date(2020, 6, 30)) is LAMA
    assert find_edisi([LAMA, BARU], pada=date(2020, 7, 1)) is BARU
    assert find_edisi([LAMA, BARU], pada=date(2018, 12, 31)) is None
    assert find_edisi([], pada=date(2020, 1, 1)) is None


def test_what_was_not_yet_recorded_was_not_known() -> None:
    assert find_edisi([LAMA, BARU], pada=date(2020, 7, 15), diketahui=date(2020, 8, 2)) is LAMA
    assert find_edisi([LAMA, BARU], pada=date(2020, 7, 15), diketahui=date(2020, 8, 3)) is BARU


def test_of_two_that_start_on_one_day_the_one_recorded_last_counts() -> None:
    for urutan in ([LAMA, BARU, KOREKSI], [KOREKSI, BARU, LAMA]):
        assert find_edisi(urutan, pada=date(2020, 12, 31)) is KOREKSI
        assert find_edisi(urutan, pada=date(2020, 12, 31), diketahui=date(2020, 12, 31)) is BARU


def test_of_two_recorded_on_one_day_the_one_that_stands_last_counts() -> None:
    kembar = Baris("kembar", BARU.berlaku_mulai, BARU.dicatat_pada)
    assert find_edisi([BARU, kembar], pada=date(2021, 1, 1)) is kembar


def test_unknown_dates_mean_from_the_beginning() -> None:
    tanpa_tanggal = Baris("tanpa tanggal", None, None)
    assert find_edisi([tanpa_tanggal, LAMA], pada=date(2018, 1, 1), diketahui=date(2018, 1, 1)) is tanpa_tanggal
    assert find_edisi([LAMA, tanpa_tanggal], pada=date(2019, 1, 1)) is LAMA


def test_an_edition_recorded_after_the_period_it_governs_is_berlaku_surut() -> None:
    assert not is_berlaku_surut(BARU, Periode(2020, 3))
    assert is_berlaku_surut(KOREKSI, Periode(2020, 3))
    assert is_berlaku_surut(KOREKSI, Periode(2020))
    assert not is_berlaku_surut(KOREKSI, Periode(2021))
    assert not is_berlaku_surut(KOREKSI, Periode(2020, 2)), "it does not govern a period that ended before its start"
    assert not is_berlaku_surut(Baris("tanpa tanggal", date(2020, 1, 1), None), Periode(2020))


def test_recording_on_the_last_day_of_the_period_is_in_time() -> None:
    assert not is_berlaku_surut(Baris("x", date(2020, 1, 1), date(2020, 6, 30)), Periode(2020, 2))
    assert is_berlaku_surut(Baris("x", date(2020, 1, 1), date(2020, 7, 1)), Periode(2020, 2))
    assert is_berlaku_surut(Baris("x", date(2020, 6, 30), date(2020, 7, 1)), Periode(2020, 2))


_HARI = st.integers(0, 40).map(lambda n: date(2020, 1, 1) + timedelta(days=n))
_DAFTAR = st.lists(st.builds(Baris, st.uuids().map(str), _HARI, _HARI), min_size=1, max_size=8)


@given(_DAFTAR, _HARI, _HARI)
def test_the_row_found_is_the_greatest_of_those_allowed(daftar: list[Baris], pada: date, diketahui: date) -> None:
    """From the first start on, every day has exactly one edition: there is neither gap nor overlap."""
    boleh = [
        (b.berlaku_mulai, b.dicatat_pada, nomor)
        for nomor, b in enumerate(daftar)
        if b.berlaku_mulai and b.dicatat_pada and b.berlaku_mulai <= pada and b.dicatat_pada <= diketahui
    ]
    ditemukan = find_edisi(daftar, pada=pada, diketahui=diketahui)
    assert ditemukan == (daftar[max(boleh)[2]] if boleh else None)


@given(_DAFTAR, _HARI, _HARI, _HARI)
def test_a_row_recorded_later_never_changes_what_was_known(
    daftar: list[Baris], pada: date, diketahui: date, mulai: date
) -> None:
    kemudian = Baris("kemudian", mulai, diketahui + timedelta(days=1))
    sebelum = find_edisi(daftar, pada=pada, diketahui=diketahui)
    assert find_edisi([*daftar, kemudian], pada=pada, diketahui=diketahui) == sebelum


@given(_DAFTAR, _HARI)
def test_an_edition_stays_in_force_until_the_next_one_starts(daftar: list[Baris], pada: date) -> None:
    kini = find_edisi(daftar, pada=pada)
    esok = find_edisi(daftar, pada=pada + timedelta(days=1))
    if esok != kini:
        assert esok is not None
        assert esok.berlaku_mulai == pada + timedelta(days=1)
