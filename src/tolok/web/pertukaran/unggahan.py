"""
Uploaded packages between preview and confirmation: files outside everything the web server shows.

A file belongs to who sent it and to one agency, is named by its SHA-256 and nothing else, and goes after a day.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from django.conf import settings

from tolok.berkas import write_atomik
from tolok.paket.arsip import GalatArsip, ensure_buku_wajar, extract_paket
from tolok.paket.masalah import Masalah, PaketTidakTerbaca
from tolok.paket.muat import HasilPeriksa, check_paket

MB: Final = 1 << 20
BATAS_UNGGAHAN: Final = 16 * MB
BATAS_TERBUKA: Final = 64 * MB
UMUR_DETIK: Final = 24 * 60 * 60
BANYAK_DISIMPAN: Final = 5
"""Uploads kept of one person; the oldest goes first."""
NAMA_BUKU: Final = "paket.xlsx"
NAMA_ARSIP: Final = "paket.zip"
_SIDIK: Final = re.compile(r"[0-9a-f]{64}", re.ASCII)


class UnggahanTerbaca(NamedTuple):
    """A package as it was understood; ``diabaikan`` are members of the archive that are no part of a package."""

    hasil: HasilPeriksa
    diabaikan: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unggahan:
    """A stored upload."""

    berkas: Path
    sidik: str

    @property
    def is_buku(self) -> bool:
        """Whether it is a workbook, else it is an archive."""
        return self.berkas.name == NAMA_BUKU


def store_unggahan(isi: bytes, *, pengguna: int, instansi: str) -> Unggahan:
    """Keep an upload until it is confirmed; what is too old goes now."""
    clean_unggahan()
    sidik = hashlib.sha256(isi).hexdigest()
    milik = _folder_pengguna(pengguna)
    folder = milik / f"{instansi}-{sidik}"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    berkas = folder / (NAMA_BUKU if _is_buku(isi) else NAMA_ARSIP)
    write_atomik(berkas, isi)
    lama = sorted((satu for satu in milik.iterdir() if satu != folder), key=_umur)
    for satu in lama[BANYAK_DISIMPAN - 1 :]:
        shutil.rmtree(satu, ignore_errors=True)
    return Unggahan(berkas, sidik)


def find_unggahan(sidik: str, *, pengguna: int, instansi: str) -> Unggahan | None:
    """Return an upload of this person for this agency if it is there and still what it was."""
    if not _SIDIK.fullmatch(sidik):
        return None
    folder = _folder_pengguna(pengguna) / f"{instansi}-{sidik}"
    for nama in (NAMA_BUKU, NAMA_ARSIP):
        with suppress(OSError):
            if hashlib.sha256((folder / nama).read_bytes()).hexdigest() == sidik:
                return Unggahan(folder / nama, sidik)
    return None


def read_unggahan(unggahan: Unggahan) -> UnggahanTerbaca:
    """
    Read an upload as a package.

    :raises PaketTidakTerbaca: if it is none
    """
    isi = unggahan.berkas.read_bytes()
    try:
        if unggahan.is_buku:
            ensure_buku_wajar(isi, batas=BATAS_TERBUKA)
            return UnggahanTerbaca(check_paket(unggahan.berkas), ())
        with tempfile.TemporaryDirectory(prefix="buka-", dir=unggahan.berkas.parent) as folder:
            diabaikan = extract_paket(isi, Path(folder) / "paket", batas=BATAS_TERBUKA)
            return UnggahanTerbaca(check_paket(Path(folder) / "paket"), diabaikan)
    except GalatArsip as galat:
        raise PaketTidakTerbaca([Masalah("berkas yang dikirim", None, None, str(galat))]) from galat


def delete_unggahan(unggahan: Unggahan) -> None:
    """Forget an upload."""
    shutil.rmtree(unggahan.berkas.parent, ignore_errors=True)


def clean_unggahan() -> None:
    """Forget every upload that nobody confirmed in time."""
    for satu in _list_semua():
        if _umur(satu) > UMUR_DETIK:
            shutil.rmtree(satu, ignore_errors=True)


def _list_semua() -> Iterator[Path]:
    akar = _akar()
    if akar.is_dir():
        for milik in akar.iterdir():
            yield from milik.iterdir()


def _umur(folder: Path) -> float:
    with suppress(OSError):
        return time.time() - folder.stat().st_mtime
    return 0.0


def _akar() -> Path:
    return Path(settings.FOLDER_DATA) / "unggahan"


def _folder_pengguna(pengguna: int) -> Path:
    return _akar() / str(pengguna)


def _is_buku(isi: bytes) -> bool:
    """Tell a workbook from an archive by what is inside, not by its name."""
    return b"xl/workbook.xml" in isi
