"""Why a request failed, read from the exception and what it came from."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from typing import Final

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import DatabaseError, InterfaceError, OperationalError

from tolok.web.ui.galat import isi

_KODE_PENUH: Final = frozenset({errno.ENOSPC, errno.EDQUOT})
_SQLSTATE_PENUH: Final = "53100"
_SQLITE_PENUH: Final = frozenset({"SQLITE_FULL", "SQLITE_IOERR_SHMSIZE"})
"""The second: not even the index of the write-ahead log, which reading needs too, can be made."""
_SQLSTATE_SIBUK: Final = frozenset({"40001", "40P01", "53300", "55P03", "57014"})
"""Serialisation, deadlock, too many connections, lock not available, cancelled for its time."""


def find_isi_galat(galat: BaseException | None) -> isi.IsiGalat:
    """
    Return the page for an exception that nobody caught.

    A plain ``DatabaseError`` is what SQLite raises for a file that is no database any more.
    """
    for satu in _rantai(galat):
        if _is_penuh(satu):
            return isi.PENUH
        if isinstance(satu, OperationalError | InterfaceError) or type(satu) is DatabaseError:
            return _isi_basis_data(satu)
    return isi.GAGAL


def is_terlalu_besar(galat: BaseException | None) -> bool:
    """Whether a request was refused for its size."""
    return isinstance(galat, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent)


def _isi_basis_data(galat: BaseException) -> isi.IsiGalat:
    for satu in _rantai(galat):
        if _is_penuh(satu):
            return isi.PENUH
        if "is locked" in str(satu) or getattr(satu, "sqlstate", None) in _SQLSTATE_SIBUK:
            return isi.SIBUK
    return isi.BASIS_DATA_PUTUS


def _is_penuh(galat: BaseException) -> bool:
    if isinstance(galat, OSError) and galat.errno in _KODE_PENUH:
        return True
    is_sqlite = getattr(galat, "sqlite_errorname", None) in _SQLITE_PENUH
    return is_sqlite or getattr(galat, "sqlstate", None) == _SQLSTATE_PENUH


def _rantai(galat: BaseException | None) -> Iterator[BaseException]:
    """Yield an exception and what led to it; the chain is read 20 deep at most."""
    for _ in range(20):
        if galat is None:
            return
        yield galat
        galat = galat.__cause__ or galat.__context__
