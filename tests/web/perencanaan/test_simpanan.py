"""How many computed years stay in memory, and that a year is read once however many ask for it."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from tolok.core.instansi import TahunInstansi
from tolok.paket.acak import make_instansi_acak
from tolok.web.perencanaan import hasil as simpanan
from tolok.web.perencanaan.hasil import get_hasil
from tolok.web.settings.simpanan import read_simpanan


@pytest.fixture
def daftar_baca(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Years without a database, whose history stands still; the list tells which were read."""
    data = make_instansi_acak(seed=1)
    daftar: list[int] = []

    def baca(tahun: Any) -> TahunInstansi:
        daftar.append(tahun.pk)
        time.sleep(0.05)
        return data

    monkeypatch.setattr(simpanan, "_pembaca", [baca])
    monkeypatch.setattr(simpanan, "_baca_keadaan", lambda tahun: tahun.keadaan)
    return daftar


def _tahun(pk: int, nomor: int = 1) -> Any:
    isi = dict.fromkeys(("versi", "organisasi_id", "rencana_berlaku_id", "kebijakan_id", "jembatan"), 1)
    return SimpleNamespace(pk=pk, keadaan=(nomor, 1, 1, 1, 1, 1), **isi)


def test_a_year_that_several_ask_for_at_once_is_read_once(daftar_baca: list[int]) -> None:
    with ThreadPoolExecutor(4) as kolam:
        daftar = list(kolam.map(lambda _: get_hasil(_tahun(1)), range(4)))
    assert daftar_baca == [1]
    assert all(satu is daftar[0] for satu in daftar)


def test_a_year_whose_history_grew_is_read_again(daftar_baca: list[int]) -> None:
    lama = get_hasil(_tahun(1))
    assert get_hasil(_tahun(1)) is lama
    assert get_hasil(_tahun(1, nomor=2)) is not lama
    assert daftar_baca == [1, 1]


def test_the_year_not_asked_for_the_longest_makes_room(daftar_baca: list[int], settings: Any) -> None:
    settings.SIMPANAN_TAHUN = 2
    for pk in (1, 2, 1, 3, 1, 2):
        get_hasil(_tahun(pk))
    assert daftar_baca == [1, 2, 3, 2]


@pytest.mark.parametrize(
    ("megabyte", "proses", "tahun"), [(2048, 2, 32), (8192, 2, 51), (16384, 2, 102), (16384, 8, 32)]
)
def test_the_memory_of_the_machine_says_how_many_stay(megabyte: int, proses: int, tahun: int) -> None:
    assert read_simpanan("", megabyte=megabyte, proses=proses) == tahun


def test_what_the_environment_says_counts() -> None:
    assert read_simpanan("7", megabyte=16384, proses=2) == 7


@pytest.mark.parametrize("teks", ["0", "-1", "banyak", "1,5", "²", "10001"])
def test_no_number_of_years_is_refused_by_name(teks: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="TOLOK_SIMPANAN"):
        read_simpanan(teks, megabyte=16384, proses=2)
