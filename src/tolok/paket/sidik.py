"""The fingerprint of a package: what says, long after, which files an agency-year was loaded from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from tolok.paket.baca_folder import BERKAS_UMUM, FOLDER_NARASI
from tolok.paket.kolom import TABEL


def hash_paket(jalur: Path) -> str:
    """
    Return the SHA-256 of a workbook, or of the files of a folder that belong to the package, with their names.

    :raises OSError: if a file cannot be read
    """
    if jalur.is_file():
        return hashlib.sha256(jalur.read_bytes()).hexdigest()
    seluruh = hashlib.sha256()
    for berkas in sorted(_list_berkas(jalur)):
        sidik = hashlib.sha256(berkas.read_bytes()).hexdigest()
        seluruh.update(f"{sidik}  {berkas.relative_to(jalur).as_posix()}\n".encode())
    return seluruh.hexdigest()


def _list_berkas(folder: Path) -> Iterator[Path]:
    for nama in (BERKAS_UMUM, *(f"{tabel}.csv" for tabel in TABEL)):
        if (folder / nama).is_file():
            yield folder / nama
    yield from (berkas for berkas in (folder / FOLDER_NARASI).rglob("*.md") if berkas.is_file())
