"""
A connection to SQLite that a process of several threads never closes.

SQLite holds its locks as POSIX locks, which belong to the process: closing any descriptor of the database drops all of
them. It therefore keeps descriptors open while another connection of the process holds a lock, but asks for that before
it closes, and a thread that takes its lock in between loses it. Its connection works without from then on: another
process takes itself for the last one, empties the log and deletes it, and what is committed into the deleted file is
gone. A connection per request in several threads meets this moment again and again (``docs/keputusan/0014``); one that
stays prevents it.
"""

from __future__ import annotations

import atexit
import sqlite3
import threading
from pathlib import Path
from typing import Any

from django.db import connection

_kunci = threading.Lock()
_terpegang: dict[tuple[int, int], sqlite3.Connection] = {}


def hold_terbuka(**_tanda: Any) -> None:
    """
    Keep the database open in this process until it ends (a receiver of ``request_started``; the worker calls it too).

    It must not be called in a process that forks later: a lock does not go over with the connection. A database that
    cannot be opened is left to the page that needs it; one that another file has replaced is held beside the old one.
    """
    if connection.vendor != "sqlite":
        return
    berkas = Path(connection.settings_dict["NAME"])
    try:
        keadaan = berkas.stat()
        with _kunci:
            if (keadaan.st_dev, keadaan.st_ino) not in _terpegang:
                _terpegang[keadaan.st_dev, keadaan.st_ino] = sambungan = _buka(berkas)
                atexit.register(sambungan.close)
    except (OSError, sqlite3.Error):
        return


def _buka(berkas: Path) -> sqlite3.Connection:
    """Open it and read once: only then does a connection hold its lock, and then until it is closed."""
    sambungan = sqlite3.connect(f"{berkas.absolute().as_uri()}?mode=rw", uri=True, check_same_thread=False)
    try:
        sambungan.execute("SELECT count(*) FROM sqlite_master").fetchall()
    except sqlite3.Error:
        sambungan.close()
        raise
    return sambungan
