"""The log of SQLite is emptied by us alone, under the write lock; PostgreSQL keeps its own."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from tolok.web.audit.models import Catatan, Rantai
from tolok.web.audit.operations import record
from tolok.web.simpan import catatan_wal
from tolok.web.simpan.catatan_wal import BATAS_BYTE, copy_catatan, keep_kecil

pytestmark = pytest.mark.django_db(transaction=True)


def _panjang() -> int:
    berkas = Path(f"{connection.settings_dict['NAME']}-wal")
    return berkas.stat().st_size if berkas.exists() else 0


def _tulis(besar: int) -> None:
    with transaction.atomic():
        record("uji.dicatat", rantai="dinas", objek="uji", isi={"isi": "x" * besar}, oleh=None)


def test_a_log_that_is_short_or_none_costs_no_statement() -> None:
    with CaptureQueriesContext(connection) as tangkapan:
        keep_kecil()
    assert len(tangkapan) == 0


@pytest.mark.sqlite_saja
def test_nobody_else_empties_it() -> None:
    with connection.cursor() as kursor:
        assert kursor.execute("PRAGMA wal_autocheckpoint").fetchone() == (0,)


@pytest.mark.sqlite_saja
def test_a_log_that_grew_is_emptied_and_nothing_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catatan_wal, "_terakhir", None)
    _tulis(10)
    while _panjang() < BATAS_BYTE:
        _tulis(500_000)
    nomor = Rantai.objects.get(kode="dinas").nomor
    keep_kecil()
    _tulis(10)
    assert _panjang() < BATAS_BYTE
    assert Rantai.objects.get(kode="dinas").nomor == nomor + 1 == Catatan.objects.filter(rantai__kode="dinas").count()


@pytest.mark.sqlite_saja
def test_a_small_log_and_one_within_a_transaction_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catatan_wal, "copy_catatan", lambda _berkas: pytest.fail("dikosongkan"))
    keep_kecil()
    monkeypatch.setattr(catatan_wal, "BATAS_BYTE", 0)
    with transaction.atomic():
        keep_kecil()


@pytest.mark.sqlite_saja
def test_what_a_reader_still_needs_stays() -> None:
    berkas = Path(connection.settings_dict["NAME"])
    _tulis(10)
    with closing(sqlite3.connect(berkas)) as pembaca:
        pembaca.execute("BEGIN")
        pembaca.execute(f"SELECT count(*) FROM {Catatan._meta.db_table}").fetchone()
        _tulis(10)
        assert not copy_catatan(berkas)
    assert copy_catatan(berkas)
