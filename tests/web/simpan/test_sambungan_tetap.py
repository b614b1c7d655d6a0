"""A server keeps SQLite open between two requests, and nothing of it in the process that forks."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection
from tests.web.situs import serve
from tests.web.tempat import Tempat

from tolok.web.simpan import sambungan_tetap
from tolok.web.simpan.sambungan_tetap import hold_terbuka

pytestmark = pytest.mark.sqlite_saja


def _baca_dan_tutup(berkas: Path) -> None:
    """Be another program that looks and closes: whoever closes last deletes the log."""
    with closing(sqlite3.connect(berkas)) as lain:
        lain.execute("SELECT count(*) FROM sqlite_master").fetchall()


def _list_terbuka(pid: int) -> set[str]:
    """Return the names of the files of the database that a process has open."""
    alamat = [satu.readlink() for satu in Path(f"/proc/{pid}/fd").iterdir() if satu.is_symlink()]
    return {satu.name for satu in alamat if satu.name.startswith("tolok.sqlite3")}


def test_no_other_program_takes_itself_for_the_last_one(tempat_siap: Tempat) -> None:
    berkas = tempat_siap.folder / "tolok.sqlite3"
    catatan = berkas.with_name("tolok.sqlite3-wal")
    _baca_dan_tutup(berkas)
    assert not catatan.exists()
    with serve(tempat_siap) as situs:
        assert situs.minta("/").status < 500
        _baca_dan_tutup(berkas)
        assert catatan.exists()
        (anak,) = (int(x) for x in Path(f"/proc/{situs.pid}/task/{situs.pid}/children").read_text().split())
        assert _list_terbuka(anak) >= {"tolok.sqlite3", "tolok.sqlite3-wal"}
        assert _list_terbuka(situs.pid) == set()
    assert not catatan.exists(), "yang berhenti dengan tertib menutup yang ditahannya"


def test_one_connection_is_kept_and_another_file_gets_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    terpegang: dict[tuple[int, int], sqlite3.Connection] = {}
    monkeypatch.setattr(sambungan_tetap, "_terpegang", terpegang)
    berkas = tmp_path / "satu.sqlite3"
    monkeypatch.setitem(connection.settings_dict, "NAME", berkas)
    hold_terbuka()
    assert not terpegang
    assert not berkas.exists()
    try:
        for kali in (1, 2):
            with closing(sqlite3.connect(berkas)) as isi:
                isi.execute("PRAGMA journal_mode = WAL")
            hold_terbuka()
            hold_terbuka()
            assert len(terpegang) == kali
            berkas.rename(tmp_path / f"lama-{kali}.sqlite3")
    finally:
        for sambungan in terpegang.values():
            sambungan.close()
