"""The example packages that come with Tolok."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Final

_AKAR: Final = Path(str(files(__name__)))


class ContohTidakAda(KeyError):
    """There is no example of that name; the message lists those there are."""

    def __str__(self) -> str:
        return str(self.args[0])


def daftar_contoh() -> tuple[str, ...]:
    """Return the names of the example packages."""
    return tuple(sorted(jalur.parent.name for jalur in _AKAR.glob("*/paket.toml")))


def path_contoh(nama: str) -> Path:
    """
    Return the folder of an example package.

    :raises ContohTidakAda: if there is none of that name
    """
    if nama not in daftar_contoh():
        raise ContohTidakAda(f"Contoh {nama!r} tidak ada; yang ada: {', '.join(daftar_contoh()) or 'belum satu pun'}.")
    return _AKAR / nama
