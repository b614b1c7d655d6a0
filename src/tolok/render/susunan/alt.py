"""Descriptions of drawings for readers who cannot see them: short, and honest about what they leave to a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

_TERPANJANG: Final = 1500
"""Characters of a description; a screen reader speaks them in two minutes, and a PDF string has a limit of its own."""

_NAMA_TERPANJANG: Final = 200


def shorten(nama: str) -> str:
    """Return a name as a description says it, cut after 200 characters."""
    return nama if len(nama) <= _NAMA_TERPANJANG else f"{nama[: _NAMA_TERPANJANG - 1]}…"


def list_alt(awal: str, daftar: Sequence[str], *, sebutan: str) -> str:
    """Return ``awal`` and as many items as a description holds, then how many ``sebutan`` are left to the table."""
    muat, panjang = 0, len(awal)
    for satu in daftar:
        panjang += len(satu) + 2
        if panjang > _TERPANJANG:
            break
        muat += 1
    sisa = [f"{len(daftar) - muat} {sebutan} lainnya dapat dibaca dalam tabel"] if muat < len(daftar) else []
    return f"{awal} {'; '.join([*daftar[:muat], *sisa])}."
