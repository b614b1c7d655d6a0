"""What tests of the web share: the database they run on must answer, else they are skipped by name."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from django.db import connection
from tests.web.tempat import Tempat, make_tempat
from tests.web.templat import guard_angka_mentah

from tolok.web.perencanaan.hasil import clear_simpanan

BASIS_DATA_UJI = os.environ.get("TOLOK_UJI_BASIS_DATA", "")


@cache
def _sebab_tak_terjangkau() -> str:
    if connection.vendor == "sqlite":
        return ""
    import psycopg

    bagian = connection.settings_dict
    try:
        psycopg.connect(
            host=bagian["HOST"], port=bagian["PORT"] or 5432, user=bagian["USER"], password=bagian["PASSWORD"],
            dbname="postgres", connect_timeout=3,
        ).close()  # fmt: skip
    except psycopg.OperationalError as galat:
        return f"PostgreSQL di {bagian['HOST']} tidak menjawab: {str(galat).splitlines()[0]}"
    return ""


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("basis_data") and (sebab := _sebab_tak_terjangkau()):
        pytest.skip(sebab)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """
    SQLite in a file, as the site has it: in memory, threads would share one connection and its locks.

    It does not wait for the disk: what survives a fault is tested on places of their own (``tempat``), with the
    settings of the site.
    """
    if connection.vendor == "sqlite":
        berkas = str(tmp_path_factory.mktemp("basis-data") / "uji.sqlite3")
        connection.settings_dict["TEST"]["NAME"] = berkas
        pilihan = connection.settings_dict["OPTIONS"]
        assert "synchronous=FULL" in pilihan["init_command"]
        pilihan["init_command"] = pilihan["init_command"].replace("synchronous=FULL", "synchronous=OFF")


@pytest.fixture(autouse=True)
def _tanpa_angka_mentah() -> Iterator[None]:
    """Every page any test of the web renders: numbers reach templates only as text."""
    with guard_angka_mentah():
        yield


@pytest.fixture(autouse=True)
def _tanpa_simpanan() -> None:
    """A test that is rolled back leaves no year behind: the next one may use its keys and numbers again."""
    clear_simpanan()


@pytest.fixture
def tempat(tmp_path: Path) -> Iterator[Tempat]:
    """A place of its own, empty, for commands that run as processes on the database under test."""
    with make_tempat(tmp_path / "tempat", BASIS_DATA_UJI) as ada:
        yield ada


@pytest.fixture(scope="session")
def cetakan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tempat]:
    """A place made ready by ``tolok siapkan``; tests take copies of it."""
    with make_tempat(tmp_path_factory.mktemp("cetakan") / "tempat", BASIS_DATA_UJI) as ada:
        ada.siapkan()
        yield ada


@pytest.fixture
def tempat_siap(tmp_path: Path, cetakan: Tempat) -> Iterator[Tempat]:
    """A place of its own that is ready, without any data."""
    with make_tempat(tmp_path / "tempat-siap", BASIS_DATA_UJI, cetakan=cetakan) as ada:
        yield ada
