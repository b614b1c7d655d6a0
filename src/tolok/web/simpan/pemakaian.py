"""
Who works on the data folder: servers and workers share a lock on it, a restore takes it alone.

The system gives the lock back when the process ends, however it ends.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

NAMA_BERKAS: Final = "sedang-dipakai"
_terpegang: list[int] = []


class SedangDipakai(Exception):
    """The data folder is in use in a way that excludes this one."""


def hold_pemakaian(folder: Path) -> None:
    """
    Share the data folder until this process, and all it forks, end.

    :raises SedangDipakai: while it is being restored
    """
    _terpegang.append(_kunci(folder, fcntl.LOCK_SH))


@contextmanager
def hold_sendiri(folder: Path) -> Iterator[None]:
    """
    Have the data folder alone while the block runs.

    :raises SedangDipakai: while a server or worker runs on it
    """
    nomor = _kunci(folder, fcntl.LOCK_EX)
    try:
        yield
    finally:
        os.close(nomor)


def _kunci(folder: Path, cara: int) -> int:
    folder.mkdir(mode=0o750, parents=True, exist_ok=True)
    nomor = os.open(folder / NAMA_BERKAS, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(nomor, cara | fcntl.LOCK_NB)
    except BlockingIOError as galat:
        os.close(nomor)
        raise SedangDipakai from galat
    return nomor
