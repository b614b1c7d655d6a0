"""``tolok siapkan``: make the data folder, bring the database to this version, collect the static files."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from tolok.cli.basis_data import bangunkan, list_belum_termigrasi, list_migrasi_asing, sebut_basis_data, siapkan
from tolok.cli.layar import GalatMasukan, Layar


def add_arguments(parser: ArgumentParser) -> None:
    """Describe the command; it has no arguments, everything stands in the environment."""
    parser.description = (
        "Siapkan folder data, basis data, dan berkas statis untuk versi ini. Aman diulang; data yang ada hanya "
        "disentuh migrasi. Tempatnya dari TOLOK_DATA dan TOLOK_BASIS_DATA."
    )


def run(_args: Namespace, layar: Layar) -> int:
    """
    Prepare everything the site needs before it starts.

    :raises GalatMasukan: if the database does not answer or was used by a newer version
    """
    bangunkan()
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    _make_folder(Path(settings.FOLDER_DATA), Path(settings.MEDIA_ROOT), Path(settings.STATIC_ROOT))
    siapkan(is_termigrasi=False)
    if asing := list_migrasi_asing():
        raise GalatMasukan(
            f"Basis data {sebut_basis_data()} sudah dipakai Tolok yang lebih baru ({asing[-1]}). Pasang versi itu."
        )
    jumlah = len(list_belum_termigrasi())
    call_command("migrate", interactive=False, verbosity=0)
    connection.close()
    call_command("collectstatic", interactive=False, verbosity=0)
    layar.hasil.print(f"Folder data: {settings.FOLDER_DATA}", markup=False)
    keadaan = f"{jumlah} migrasi dijalankan" if jumlah else "sudah sesuai"
    layar.hasil.print(f"Basis data: {sebut_basis_data()} ({keadaan})", markup=False)
    layar.hasil.print("Siap. Jalankan: tolok layani, dan di samping itu: tolok kerja", markup=False)
    return 0


def _make_folder(*daftar: Path) -> None:
    for folder in daftar:
        folder.mkdir(mode=0o750, parents=True, exist_ok=True)
