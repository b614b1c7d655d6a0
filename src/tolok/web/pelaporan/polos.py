"""Values of the core as plain data: what a snapshot keeps as text, and what a hash tells two states apart by."""

from __future__ import annotations

import hashlib
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

from tolok.core.angka import Angka
from tolok.web.audit.kanonik import to_kanonik


def to_polos(isi: Any) -> Any:
    """
    Return a frozen value of the core as dicts, lists and texts; a dict says under ``_`` what it was.

    Numbers become exact fractions as text, ``639/908`` (``≈`` before an approximation).

    :raises TypeError: for what no document holds
    """
    match isi:
        case None | bool() | int() | str() if not isinstance(isi, Enum):
            return isi
        case Angka():
            return f"{'≈' if isi.hampiran else ''}{isi.pembilang}/{isi.penyebut}"
        case Enum():
            return to_polos(isi.value)
        case date():
            return isi.isoformat()
        case tuple() | list():
            return [to_polos(satu) for satu in isi]
        case dict():
            return {str(kunci): to_polos(satu) for kunci, satu in isi.items()}
    if not is_dataclass(isi):
        raise TypeError(f"{type(isi).__name__} bukan nilai dokumen.")
    hasil = {nama: to_polos(getattr(isi, nama)) for nama in _list_bidang(isi.__class__)}
    hasil["_"] = type(isi).__name__
    return hasil


def to_teks(isi: Any) -> str:
    """Return a value of the core as canonical JSON."""
    return to_kanonik(to_polos(isi))


def compute_sidik(teks: str | bytes) -> str:
    """Return the SHA-256 of a text or a file, as 64 digits."""
    return hashlib.sha256(teks.encode() if isinstance(teks, str) else teks).hexdigest()


@cache
def _list_bidang(kelas: Any) -> tuple[str, ...]:
    return tuple(bidang.name for bidang in fields(kelas))
