"""What every command of the database does first: wake Django, and see that the database is there and current."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tolok.cli.layar import GalatMasukan

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper


def bangunkan() -> None:
    """
    Set up Django; the database is not asked yet.

    :raises GalatMasukan: if the settings cannot be used
    """
    import django
    from django.core.exceptions import ImproperlyConfigured

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tolok.web.settings")
    try:
        from django.apps import apps

        if not apps.ready:
            django.setup()
    except ImproperlyConfigured as galat:
        raise GalatMasukan(_sebab_pengaturan(galat)) from galat


def siapkan(*, is_termigrasi: bool = True) -> None:
    """
    Set up Django and check that the database answers.

    :param is_termigrasi: whether the database must exist and have every migration (all commands but ``tolok siapkan``)
    :raises GalatMasukan: if the settings cannot be used, or there is no such database, or it is not current
    """
    bangunkan()
    from django.db import connection

    if is_termigrasi:
        _ensure_ada(connection)
    _ensure_menjawab(connection)
    if is_termigrasi:
        _ensure_termigrasi()


def pakai_data() -> None:
    """
    Share the data folder for as long as this command runs.

    :raises GalatMasukan: while it is being restored
    """
    from django.conf import settings

    from tolok.web.simpan.pemakaian import SedangDipakai, hold_pemakaian

    try:
        hold_pemakaian(settings.FOLDER_DATA)
    except SedangDipakai as galat:
        raise GalatMasukan(f"Data di {settings.FOLDER_DATA} sedang dipulihkan. Tunggu sampai selesai.") from galat


def sebut_basis_data() -> str:
    """Return what the database is called in messages: its file, or its name and host; never a password."""
    from django.db import connection

    bagian: dict[str, Any] = connection.settings_dict
    if connection.vendor == "sqlite":
        return str(bagian["NAME"])
    return f"PostgreSQL {bagian['NAME']} di {bagian['HOST'] or 'mesin ini'}"


def list_belum_termigrasi() -> tuple[str, ...]:
    """Return the migrations of this version that the database does not have, as ``app.name``."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    pelaksana = MigrationExecutor(connection)
    rencana = pelaksana.migration_plan(pelaksana.loader.graph.leaf_nodes())
    return tuple(f"{migrasi.app_label}.{migrasi.name}" for migrasi, _ in rencana)


def list_migrasi_asing() -> tuple[str, ...]:
    """Return the migrations the database has and this version does not know: it was used by a newer Tolok."""
    from django.apps import apps
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader

    pemuat = MigrationLoader(connection)
    ada = pemuat.applied_migrations.keys() - (pemuat.disk_migrations or {}).keys() - pemuat.replacements.keys()
    terpasang = {konfigurasi.label for konfigurasi in apps.get_app_configs()}
    return tuple(sorted(f"{app}.{nama}" for app, nama in ada if app in terpasang))


def _ensure_ada(connection: BaseDatabaseWrapper) -> None:
    berkas = str(connection.settings_dict["NAME"])
    if connection.vendor != "sqlite" or connection.connection is not None or berkas.startswith("file:"):
        return
    if not Path(berkas).is_file():
        raise GalatMasukan(f"Belum ada basis data di {berkas}. {_SARAN_SIAPKAN}")


def _ensure_menjawab(connection: BaseDatabaseWrapper) -> None:
    from django.core.exceptions import ImproperlyConfigured
    from django.db import DatabaseError

    try:
        with connection.cursor() as kursor:
            kursor.execute("SELECT 1")
    except ImproperlyConfigured as galat:
        raise GalatMasukan(_sebab_pengaturan(galat)) from galat
    except DatabaseError as galat:
        sebab = str(galat).strip().splitlines()[0] if str(galat).strip() else "tanpa keterangan"
        saran = (
            "Periksa TOLOK_BASIS_DATA, apakah PostgreSQL berjalan, dan apakah basis data itu sudah dibuat (createdb)"
        )
        if connection.vendor == "sqlite":
            saran = "Periksa berkas itu dan izin foldernya"
        raise GalatMasukan(f"Basis data {sebut_basis_data()} tidak menjawab: {sebab}. {saran}.") from galat


def _ensure_termigrasi() -> None:
    if asing := list_migrasi_asing():
        raise GalatMasukan(
            f"Basis data {sebut_basis_data()} sudah dipakai Tolok yang lebih baru ({asing[-1]}). "
            "Pasang versi itu, atau pulihkan cadangan dari sebelum pembaruan."
        )
    if belum := list_belum_termigrasi():
        raise GalatMasukan(
            f"Basis data {sebut_basis_data()} belum sesuai dengan versi ini ({len(belum)} migrasi belum dijalankan). "
            f"Buat cadangan bila sudah berisi data. {_SARAN_SIAPKAN}"
        )


_SARAN_SIAPKAN = "Jalankan: tolok siapkan"


def _sebab_pengaturan(galat: Exception) -> str:
    if "psycopg" in str(galat):
        return (
            "TOLOK_BASIS_DATA menunjuk PostgreSQL, tetapi penghubungnya belum terpasang di "
            f"{sys.prefix}. Jalankan: pip install 'tolok[postgresql]'"
        )
    return f"Pengaturan tidak dapat dipakai: {galat}"
