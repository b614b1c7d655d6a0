"""One JSON text for one content, the same on every database, so that it can be hashed."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any, Final

_PENYANDI: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def to_kanonik(isi: Any) -> str:
    """
    Return the canonical JSON of plain data: sorted keys, no spaces, UTF-8 letters as they are.

    Dates become ISO texts, moments UTC with microseconds. Floats are refused: their text is not the same everywhere.

    :raises TypeError: for a float or a type that has no canonical form
    """
    return _PENYANDI.encode(_polos(isi))


def format_waktu(waktu: datetime) -> str:
    """Return a moment as UTC text with microseconds, as entries are hashed."""
    return f"{waktu.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='microseconds')}Z"


def _polos(isi: Any) -> Any:
    match isi:
        case None | bool() | str() if not isinstance(isi, Enum):
            return isi
        case Enum():
            return _polos(isi.value)
        case int():
            return isi
        case datetime():
            return format_waktu(isi)
        case date():
            return isi.isoformat()
        case dict():
            polos = {str(kunci): _polos(nilai) for kunci, nilai in isi.items()}
            if len(polos) < len(isi):
                raise TypeError(f"Dua kunci dari {list(isi)} menjadi teks yang sama.")
            return polos
        case list() | tuple():
            return [_polos(nilai) for nilai in isi]
        case float() | Decimal():
            raise TypeError(f"{isi!r} bukan bilangan eksak; catat sebagai teks atau bilangan bulat.")
    raise TypeError(f"{type(isi).__name__} tidak mempunyai bentuk kanonik.")
