"""
Who has a say before the conventions of a year change.

Results that were approved stand on the conventions of their day. The stage that keeps them registers a guard; this
stage, which stands below, asks all of them and changes nothing while one objects.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tolok.web.perencanaan.models import TahunKinerja

Penjaga = Callable[[TahunKinerja], Iterable[str]]
"""Returns why the conventions of a year cannot change now: one Indonesian sentence a reason, none if they can."""

_daftar_penjaga: list[Penjaga] = []


def register_penjaga(penjaga: Penjaga) -> None:
    """Add a guard (once, when the site starts)."""
    if penjaga not in _daftar_penjaga:
        _daftar_penjaga.append(penjaga)


def list_halangan(tahun: TahunKinerja) -> tuple[str, ...]:
    """Return every reason why the conventions of a year cannot change now."""
    return tuple(sebab for penjaga in _daftar_penjaga for sebab in penjaga(tahun))
