"""
Files of snapshots on disk: named after their content, written whole before a row speaks of them, checked when read.

No name that anybody typed reaches the disk. A file without a row (its worker was killed in between) does no harm: it is
what the next attempt would write.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Final, NamedTuple

from django.conf import settings

from tolok.berkas import GalatBerkas, sebab_galat, write_atomik
from tolok.render.format import TIPE_ISI
from tolok.web.pelaporan.polos import compute_sidik

FOLDER: Final = "terbitan"
FORMAT_TANDA_TANGAN: Final = "ttd"
BATAS_UNGGAHAN: Final = 25 * 1024 * 1024
_TANDA_AWAL: Final = {"pdf": b"%PDF-", "png": b"\x89PNG\r\n\x1a\n", "jpg": b"\xff\xd8\xff"}
TIPE: Final = TIPE_ISI | {"png": "image/png", "jpg": "image/jpeg"}

log = logging.getLogger(__name__)


class BerkasTertulis(NamedTuple):
    """A file that is on disk: what it is called for people, where it stands below ``MEDIA_ROOT``, and its hash."""

    format: str
    nama: str
    alamat: str
    ukuran: int
    sidik: str


class GalatSimpan(Exception):
    """A file could not be written; the message (Indonesian) says why and what to do. Nothing is half-written."""


class BerkasBerbeda(Exception):
    """What stands on disk is not what was recorded, or is gone; the message (Indonesian) says which and what to do."""


def store_berkas(format_berkas: str, nama: str, isi: bytes, *, folder: str = FOLDER) -> BerkasTertulis:
    """
    Write a file so that it survives a power cut, and return it; the same content is written once.

    :param nama: what it is called when downloaded; its ending becomes that of the file on disk
    :param folder: below ``MEDIA_ROOT``
    :raises GalatSimpan: if it cannot be written
    """
    sidik = compute_sidik(isi)
    alamat = f"{folder}/{sidik[:2]}/{sidik}.{nama.rpartition('.')[2]}"
    jalur = _jalur(alamat)
    if not is_utuh(alamat, sidik):
        try:
            write_atomik(jalur, isi)
        except GalatBerkas as galat:
            log.warning("Berkas tidak tersimpan: %s", galat)
            sebab = sebab_galat(galat.__cause__) if isinstance(galat.__cause__, OSError) else "ditolak sistem"
            raise GalatSimpan(
                f"{nama} tidak dapat disimpan di server: {sebab}. Tidak ada yang tersimpan sebagian. "
                "Minta pengelola memeriksa penyimpanan, lalu ulangi."
            ) from galat
    return BerkasTertulis(format_berkas, nama, alamat, len(isi), sidik)


def read_berkas(alamat: str, *, sidik: str, nama: str) -> bytes:
    """
    Return the content of a recorded file.

    :raises BerkasBerbeda: if it is not there, or its hash is not the recorded one
    """
    try:
        isi = _jalur(alamat).read_bytes()
    except OSError as galat:
        log.exception("Berkas terbitan %s tidak terbaca.", alamat)
        raise BerkasBerbeda(
            f"{nama} tidak terbaca di server: {sebab_galat(galat)}. Minta pengelola memulihkannya dari cadangan."
        ) from galat
    if (kini := compute_sidik(isi)) != sidik:
        log.error("Berkas terbitan %s berubah: sidik %s.", alamat, kini)
        raise BerkasBerbeda(
            f"Isi {nama} di server tidak sama dengan yang tercatat (SHA-256 {sidik}), jadi tidak diberikan. "
            "Minta pengelola memulihkannya dari cadangan."
        )
    return isi


def is_utuh(alamat: str, sidik: str) -> bool:
    """Whether a file is on disk with the recorded content."""
    try:
        return compute_sidik(_jalur(alamat).read_bytes()) == sidik
    except OSError:
        return False


def find_akhiran(isi: bytes) -> str | None:
    """Return ``pdf``, ``png`` or ``jpg`` by the first bytes of an upload, ``None`` for anything else."""
    return next((akhiran for akhiran, awal in _TANDA_AWAL.items() if isi.startswith(awal)), None)


def _jalur(alamat: str) -> Path:
    return Path(settings.MEDIA_ROOT) / alamat
