"""
Making a backup: the database as it is at one moment, then the uploaded files, then the manifest.

A row names a file only after the file is there, and no file is ever removed, so the files that are there after the
database was copied include every one it names.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from tolok import __version__
from tolok.berkas import sebab_galat
from tolok.web.audit.kanonik import format_waktu
from tolok.web.audit.operations import record
from tolok.web.audit.verifikasi import Kepala
from tolok.web.pemulihan import postgresql, sqlite
from tolok.web.pemulihan.galat import GalatPemulihan
from tolok.web.pemulihan.isi_basis_data import list_kepala, list_migrasi
from tolok.web.pemulihan.manifest import FOLDER_BERKAS, Manifest
from tolok.web.pemulihan.wadah import Penulis, tulis_cadangan

PERBUATAN: Final = "cadangan.dibuat"
LELUASA: Final = 64 << 20


@dataclass(frozen=True, slots=True)
class Potret:
    """A copy of the database and what it says about itself."""

    berkas: Path
    kepala: tuple[Kepala, ...]
    migrasi: tuple[str, ...]
    versi: str


def make_cadangan(tujuan: Path) -> Manifest:
    """
    Make a backup at ``tujuan`` (a .tar, else a folder) and note it in the chain of the installation.

    :raises GalatPemulihan: if it cannot be made; then nothing stands at ``tujuan``
    """
    tujuan = tujuan.absolute()
    _ensure_tujuan(tujuan)
    try:
        with tempfile.TemporaryDirectory(prefix=f".{tujuan.name}.", dir=tujuan.parent) as kerja:
            potret = _make_potret(Path(kerja))
            with tulis_cadangan(tujuan) as penulis:
                manifest = _tulis_isi(penulis, potret)
    except OSError as galat:
        raise GalatPemulihan(f"Cadangan {tujuan} tidak dapat ditulis: {sebab_galat(galat)}.") from galat
    with transaction.atomic():
        record(
            PERBUATAN,
            rantai="",
            objek=f"cadangan:{tujuan.name}"[:300],
            isi={"sidik": manifest.sidik, "ukuran": manifest.ukuran, "banyak_berkas": len(manifest.daftar_isi)},
            oleh=None,
        )
    return manifest


def _ensure_tujuan(tujuan: Path) -> None:
    """
    Do nothing if a backup can be written there.

    :raises GalatPemulihan: if something is there, or there is no room
    """
    media = Path(settings.MEDIA_ROOT).absolute()
    if tujuan.exists() or tujuan.is_symlink():
        raise GalatPemulihan(f"{tujuan} sudah ada dan tidak ditimpa. Beri nama lain, misalnya dengan tanggal hari ini.")
    if not tujuan.parent.is_dir():
        raise GalatPemulihan(f"Folder {tujuan.parent} tidak ada. Buat dahulu.")
    if media in tujuan.parents:
        raise GalatPemulihan(f"{tujuan} ada di dalam folder yang dicadangkan ({media}). Pilih tempat lain.")
    if connection.vendor == "postgresql":
        postgresql.ensure_alat("pg_dump")
    besar_basis_data = _ukur_basis_data()
    perlu = 2 * besar_basis_data + sum(berkas.stat().st_size for berkas in list_berkas(media)) + LELUASA
    ensure_ruang(tujuan.parent, perlu)


def ensure_ruang(folder: Path, perlu: int) -> None:
    """
    Do nothing if there is room for so many bytes.

    :raises GalatPemulihan: if there is not
    """
    sisa = shutil.disk_usage(folder).free
    if sisa < perlu:
        raise GalatPemulihan(
            f"Ruang di {folder} tidak cukup: perlu {_megabita(perlu)} MB, tersisa {_megabita(sisa)} MB. "
            "Kosongkan ruang atau pilih tempat lain."
        )


def list_berkas(media: Path) -> Iterator[Path]:
    """Yield the uploaded files by name; those still being written (they begin with a dot) are left out."""
    for berkas in sorted(media.rglob("*")):
        if berkas.is_file() and not berkas.is_symlink() and not berkas.name.startswith("."):
            yield berkas


def _make_potret(folder: Path) -> Potret:
    """Copy the database into a folder."""
    if connection.vendor == "sqlite":
        salinan = folder / sqlite.BERKAS
        sqlite.dump(Path(connection.settings_dict["NAME"]), salinan)
        with closing(sqlite3.connect(salinan)) as sambungan:
            tanya = sambungan.execute
            return Potret(salinan, list_kepala(tanya), list_migrasi(tanya), sqlite3.sqlite_version)
    salinan = folder / postgresql.BERKAS
    with postgresql.potret() as nama_potret:
        postgresql.dump(salinan, nama_potret=nama_potret)
        return Potret(salinan, list_kepala(_tanya), list_migrasi(_tanya), str(connection.pg_version))  # type: ignore[attr-defined]


def _tanya(perintah: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as kursor:
        kursor.execute(perintah)
        return list(kursor.fetchall())


def _tulis_isi(penulis: Penulis, potret: Potret) -> Manifest:
    media = Path(settings.MEDIA_ROOT)
    daftar_isi = [penulis.tambah_berkas(potret.berkas.name, potret.berkas)]
    for berkas in list_berkas(media):
        daftar_isi.append(penulis.tambah_berkas(f"{FOLDER_BERKAS}/{berkas.relative_to(media).as_posix()}", berkas))
    manifest = Manifest(
        tolok=__version__,
        dibuat=format_waktu(timezone.now()),
        jenis=connection.vendor,
        versi_basis_data=potret.versi,
        basis_data=potret.berkas.name,
        migrasi=potret.migrasi,
        rantai=potret.kepala,
        daftar_isi=tuple(daftar_isi),
    )
    penulis.tambah_manifest(manifest)
    return manifest


def _ukur_basis_data() -> int:
    if connection.vendor == "sqlite":
        berkas = Path(connection.settings_dict["NAME"])
        bagian = (berkas.with_name(berkas.name + akhiran) for akhiran in ("", "-wal"))
        return sum(satu.stat().st_size for satu in bagian if satu.exists())
    ((besar,),) = _tanya("SELECT pg_database_size(current_database())")
    return int(besar)


def _megabita(bita: int) -> int:
    return -(-bita // (1 << 20))
