"""The hash of an entry."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from typing import Final, NamedTuple

from tolok.web.audit.kanonik import format_waktu, to_kanonik

SIDIK_AWAL: Final = "0" * 64
"""What the first entry of a chain links to."""


class Baris(NamedTuple):
    """An entry as it is stored; all but the last column go into the hash."""

    nomor: int
    waktu: datetime
    pelaku: int | None
    pelaku_nama: str
    perbuatan: str
    objek: str
    isi: str
    sidik_sebelum: str
    sidik: str = ""


def compute_sidik(kode: str, baris: Baris) -> str:
    """Return the SHA-256 of an entry of the chain ``kode`` over everything it says and the hash before it."""
    return sha256(to_kanonik([kode, baris.nomor, format_waktu(baris.waktu), *baris[2:-1]]).encode()).hexdigest()
