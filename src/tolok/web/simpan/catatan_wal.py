"""
Emptying the write-ahead log of SQLite ourselves, at moments when nobody can commit.

Up to 3.51.2 (but 3.50.7 and 3.44.6) SQLite can lose acknowledged commits when one of them starts the log anew while
another connection copies it into the database (sqlite.org/wal.html, "The WAL-Reset Bug"). Its own copying at every
thousandth page is therefore off (``settings.basis_data``). What remains is the copying when the last connection closes,
which locks everybody out, and this, which holds the write lock meanwhile.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from django.db import Error, connection, transaction

BATAS_BYTE: Final = 4 * 1024 * 1024
"""Size of the log from which it is emptied; the next commit cuts the file itself down (``journal_size_limit``)."""

_terakhir: tuple[int, int] | None = None


def keep_kecil(**_tanda: Any) -> None:
    """
    Empty the log if it has grown (a receiver of ``request_finished``; the worker calls it too).

    One look at the size of a file in the usual case. A log that did not change since the last time is left alone: it
    waits for a reader to end or for the next commit. A fault is no fault of the request that is over.
    """
    global _terakhir
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return
    berkas = Path(connection.settings_dict["NAME"])
    try:
        keadaan = berkas.with_name(f"{berkas.name}-wal").stat()
    except OSError:
        return
    kini = (keadaan.st_size, keadaan.st_mtime_ns)
    if keadaan.st_size < BATAS_BYTE or kini == _terakhir:
        return
    _terakhir = kini
    try:
        copy_catatan(berkas)
    except (Error, sqlite3.Error):
        return
    finally:
        connection.close()


def copy_catatan(berkas: Path) -> bool:
    """Copy the log into the database under the write lock; false if a reader still needs some of it."""
    with transaction.atomic(), closing(sqlite3.connect(berkas)) as penyalin:
        sibuk, panjang, tersalin = penyalin.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    return not sibuk and panjang == tersalin
