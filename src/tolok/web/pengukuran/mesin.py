"""Which rules computed a stored result: the version of Tolok and the content of its core."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from tolok import __version__

_BERKAS: Final = (".py", ".toml", ".lark")


@cache
def get_versi_mesin() -> str:
    """
    Return for example ``0.1.0+4f1c2a9be07d``: the version, and the start of the SHA-256 over every file of the core.

    A changed core has another version even if nobody remembered to count one up (decision 0012).
    """
    sidik = hashlib.sha256()
    for jalur, berkas in sorted(_list_berkas(files("tolok") / "core", "")):
        isi = berkas.read_bytes().replace(b"\r\n", b"\n")
        sidik.update(f"{jalur}\0{len(isi)}\0".encode() + isi)
    return f"{__version__}+{sidik.hexdigest()[:12]}"


def _list_berkas(folder: Traversable, awalan: str) -> list[tuple[str, Traversable]]:
    daftar: list[tuple[str, Traversable]] = []
    for satu in folder.iterdir():
        if satu.is_dir():
            daftar += _list_berkas(satu, f"{awalan}{satu.name}/")
        elif satu.name.endswith(_BERKAS):
            daftar.append((f"{awalan}{satu.name}", satu))
    return daftar
