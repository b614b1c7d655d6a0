"""Example packages are found by name."""

from __future__ import annotations

import pytest

from tolok.contoh import ContohTidakAda, daftar_contoh, path_contoh
from tolok.paket.muat import check_paket


def test_every_listed_example_is_a_package_that_can_be_used() -> None:
    for nama in daftar_contoh():
        assert check_paket(path_contoh(nama)).jumlah_galat == 0, nama


def test_an_unknown_example_names_those_there_are() -> None:
    with pytest.raises(ContohTidakAda, match="Contoh 'tiada' tidak ada; yang ada: "):
        path_contoh("tiada")
