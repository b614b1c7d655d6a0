"""
Restoring a backup: checked first, then written beside what is there, verified, and put in its place.

What was there before is kept under another name. Nothing of it changes until the copy beside it has been verified.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import connection, connections
from django.db.migrations.loader import MigrationLoader
from django.utils import timezone

from tolok.web.audit.queries import HasilVerifikasi, verify_riwayat
from tolok.web.pemulihan import postgresql, sqlite
from tolok.web.pemulihan.cadangkan import LELUASA, ensure_ruang, list_berkas
from tolok.web.pemulihan.galat import GalatPemulihan
from tolok.web.pemulihan.manifest import FOLDER_BERKAS, Manifest
from tolok.web.pemulihan.wadah import Cadangan, fsync_folder

ALIAS: Final = "pemulihan"
SEBUTAN: Final = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


@dataclass(frozen=True, slots=True)
class HasilPulih:
    """What was restored, whether its history is whole, and what the old things are called now."""

    manifest: Manifest
    verifikasi: HasilVerifikasi
    disimpan: tuple[str, ...]


def list_isi_lama() -> tuple[str, ...]:
    """Return what stands in the place of a restore."""
    basis_data = connection.settings_dict["NAME"]
    is_kosong = sqlite.is_kosong(Path(basis_data)) if connection.vendor == "sqlite" else postgresql.is_kosong()
    media = Path(settings.MEDIA_ROOT)
    ada = [] if is_kosong else [f"basis data {basis_data}"]
    return (*ada, *([f"berkas di {media}"] if any(list_berkas(media)) else []))


def check_cadangan(cadangan: Cadangan) -> None:
    """
    Read every file of a backup, and see that this installation can take it.

    :raises GalatPemulihan: if it is damaged, of another kind of database, or of a newer Tolok
    """
    manifest = cadangan.manifest
    if manifest.jenis != connection.vendor:
        raise GalatPemulihan(
            f"Cadangan ini dari {SEBUTAN.get(manifest.jenis, manifest.jenis)}, sedangkan TOLOK_BASIS_DATA menunjuk "
            f"{SEBUTAN[connection.vendor]}. Sesuaikan TOLOK_BASIS_DATA."
        )
    dikenal = {f"{app}.{nama}" for app, nama in MigrationLoader(None).disk_migrations or {}}
    if asing := sorted(set(manifest.migrasi) - dikenal):
        raise GalatPemulihan(
            f"Cadangan ini dari Tolok {manifest.tolok} yang lebih baru ({asing[-1]}). Pasang versi itu dahulu."
        )
    if manifest.jenis == "postgresql":
        postgresql.ensure_alat("pg_restore")
    cadangan.periksa()


def restore_cadangan(cadangan: Cadangan) -> HasilPulih:
    """
    Put a checked backup in the place of what is there.

    :raises GalatPemulihan: if it cannot be done; then everything is as it was
    """
    manifest = cadangan.manifest
    cap = timezone.localtime().strftime("%Y%m%d-%H%M%S")
    media = Path(settings.MEDIA_ROOT)
    media.parent.mkdir(mode=0o750, parents=True, exist_ok=True)
    ensure_ruang(media.parent, 2 * manifest.ukuran + LELUASA)
    with tempfile.TemporaryDirectory(prefix=".pulih-", dir=media.parent) as kerja:
        for isi in manifest.daftar_isi:
            cadangan.ekstrak(isi, Path(kerja) / isi.nama)
        berkas_baru = Path(kerja) / FOLDER_BERKAS
        berkas_baru.mkdir(mode=0o750, exist_ok=True)
        salinan = Path(kerja) / manifest.basis_data
        if connection.vendor == "sqlite":
            return _restore_sqlite(manifest, salinan, berkas_baru, cap)
        return _restore_postgresql(manifest, salinan, berkas_baru, cap)


def _restore_sqlite(manifest: Manifest, salinan: Path, berkas_baru: Path, cap: str) -> HasilPulih:
    tujuan = Path(connection.settings_dict["NAME"])
    connection.close()
    tujuan.parent.mkdir(mode=0o750, parents=True, exist_ok=True)
    di_samping = tujuan.with_name(f".{tujuan.name}.pulih-{cap}")
    lama = tujuan.with_name(f"{tujuan.name}.sebelum-{cap}")
    try:
        shutil.copyfile(salinan, di_samping)
        sqlite.check(di_samping)
        with _alias(str(di_samping)):
            verifikasi = _verify(manifest)
        sqlite.fold(di_samping)
        is_ada = tujuan.exists()
        with _ganti_berkas(berkas_baru, cap) as berkas_lama:
            if is_ada:
                sqlite.set_aside(tujuan, lama)
            _pindahkan(di_samping, tujuan, lama if is_ada else None)
    finally:
        for akhiran in ("", "-wal", "-shm"):
            di_samping.with_name(di_samping.name + akhiran).unlink(missing_ok=True)
    return HasilPulih(manifest, verifikasi, (*([str(lama)] if is_ada else []), *berkas_lama))


def _pindahkan(baru: Path, tujuan: Path, lama: Path | None) -> None:
    """Give a file its place; if that fails, give the old one its place back."""
    try:
        baru.rename(tujuan)
    except OSError:
        if lama is not None:
            lama.rename(tujuan)
        raise
    fsync_folder(tujuan.parent)


def _restore_postgresql(manifest: Manifest, salinan: Path, berkas_baru: Path, cap: str) -> HasilPulih:
    if postgresql.is_kosong():
        nama = connection.settings_dict["NAME"]
        postgresql.restore(salinan, nama=nama)
        verifikasi = _verify_di(nama, manifest)
        with _ganti_berkas(berkas_baru, cap) as berkas_lama:
            pass
        return HasilPulih(manifest, verifikasi, berkas_lama)
    postgresql.ensure_boleh_membuat()
    di_samping, lama = postgresql.make_nama(f"pulih_{cap}"), postgresql.make_nama(f"sebelum_{cap}")
    postgresql.create(di_samping)
    try:
        postgresql.restore(salinan, nama=di_samping)
        verifikasi = _verify_di(di_samping, manifest)
        with _ganti_berkas(berkas_baru, cap) as berkas_lama:
            postgresql.swap(di_samping, lama)
    except BaseException:
        postgresql.drop(di_samping)
        raise
    return HasilPulih(manifest, verifikasi, (f"basis data {lama}", *berkas_lama))


def _verify_di(nama: str, manifest: Manifest) -> HasilVerifikasi:
    with _alias(nama):
        return _verify(manifest)


def _verify(manifest: Manifest) -> HasilVerifikasi:
    """
    Verify the copy and return what is wrong with its chains (what was wrong when it was backed up still is).

    :raises GalatPemulihan: if its heads are not those of the manifest
    """
    hasil = verify_riwayat(alias=ALIAS)
    if tuple(sorted(hasil.daftar_kepala)) != manifest.rantai:
        raise GalatPemulihan("Riwayat di dalam cadangan bukan yang disebut manifestnya. Pakai cadangan lain.")
    return hasil


@contextmanager
def _alias(nama: str) -> Iterator[None]:
    """Let the block ask the database ``nama`` under an alias of its own."""
    connections.settings[ALIAS] = {**connection.settings_dict, "NAME": nama}
    try:
        yield
    finally:
        connections[ALIAS].close()
        del connections[ALIAS]
        del connections.settings[ALIAS]


@contextmanager
def _ganti_berkas(baru: Path, cap: str) -> Iterator[tuple[str, ...]]:
    """Put the uploaded files in place; if the block fails, put the old ones back."""
    media = Path(settings.MEDIA_ROOT)
    lama = media.with_name(f"{media.name}.sebelum-{cap}")
    is_ada = media.exists()
    if is_ada:
        media.rename(lama)
    baru.rename(media)
    fsync_folder(media.parent)
    try:
        yield (str(lama),) if is_ada and any(list_berkas(lama)) else ()
    except BaseException:
        media.rename(baru)
        if is_ada:
            lama.rename(media)
        raise
    if is_ada and not any(lama.iterdir()):
        lama.rmdir()
