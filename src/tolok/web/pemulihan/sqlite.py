"""The content of a SQLite database as one file, and back."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from tolok.web.pemulihan.galat import GalatPemulihan

BERKAS: Final = "basis-data.sqlite3"
_TUNGGU_DETIK: Final = 5


def dump(asal: Path, tujuan: Path) -> None:
    """
    Copy a database as it is at one moment, while others go on writing.

    :raises GalatPemulihan: if the copy is not sound
    """
    with _buka_baca(asal) as sumber, closing(sqlite3.connect(tujuan)) as salinan:
        sumber.backup(salinan)
        salinan.execute("PRAGMA journal_mode = DELETE")
    check(tujuan)


def check(berkas: Path) -> None:
    """
    Look through the whole file.

    :raises GalatPemulihan: if its structure is damaged
    """
    try:
        with _buka_baca(berkas) as sambungan:
            ((keadaan,), *_) = sambungan.execute("PRAGMA integrity_check(1)")
    except sqlite3.DatabaseError as galat:
        raise GalatPemulihan(f"{berkas} rusak: {galat}.") from galat
    if keadaan != "ok":
        raise GalatPemulihan(f"{berkas} rusak: {keadaan}.")


def fold(berkas: Path) -> None:
    """Bring everything of a database nobody else has open into its one file, and that to disk."""
    with closing(sqlite3.connect(berkas)) as sambungan:
        sambungan.execute("PRAGMA journal_mode = DELETE")
    with berkas.open("rb") as terbuka:
        os.fsync(terbuka.fileno())


def is_kosong(berkas: Path) -> bool:
    """Whether there is no database, or one without a table."""
    if not berkas.is_file():
        return True
    try:
        with _buka_baca(berkas) as sambungan:
            ((jumlah,),) = sambungan.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.DatabaseError:
        return False
    return not jumlah


def set_aside(berkas: Path, nama_lama: Path) -> None:
    """
    Give an old database another name, all of it in one file.

    :raises GalatPemulihan: if somebody has it open
    """
    try:
        with closing(sqlite3.connect(berkas, timeout=_TUNGGU_DETIK)) as sambungan:
            sambungan.execute("PRAGMA journal_mode = DELETE")  # only works for whoever is alone with it
    except sqlite3.OperationalError as galat:
        raise GalatPemulihan(
            f"{berkas} sedang dipakai program lain. Hentikan tolok layani, tolok kerja, dan program lain itu."
        ) from galat
    except sqlite3.DatabaseError:
        pass  # too damaged to be opened: its parts are kept as they are
    for akhiran in ("-wal", "-shm", ""):
        bagian = berkas.with_name(berkas.name + akhiran)
        if bagian.exists():
            bagian.rename(nama_lama.with_name(nama_lama.name + akhiran))


def _buka_baca(berkas: Path) -> closing[sqlite3.Connection]:
    return closing(sqlite3.connect(f"{berkas.absolute().as_uri()}?mode=ro", uri=True))
