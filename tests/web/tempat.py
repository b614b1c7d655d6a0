"""A place of its own for commands that run as processes: an empty data folder and an empty database."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

BATAS_DETIK = 400
"""Only against a command that hangs: migrations alone take minutes where the machine is busy with other things."""
TOLOK = (sys.executable, "-m", "tolok")


@dataclass(frozen=True)
class Tempat:
    """The folder and database of one installation, and the environment in which its commands run."""

    folder: Path
    basis_data: str
    lingkungan: dict[str, str]

    def tolok(self, *masukan: str, **lain: str) -> subprocess.CompletedProcess[str]:
        """Run ``tolok …`` here and return what it printed."""
        return subprocess.run(
            [*TOLOK, *masukan],
            env=self.lingkungan | lain,
            capture_output=True,
            text=True,
            timeout=BATAS_DETIK,
            check=False,
        )

    def python(self, kode: str, *masukan: str) -> str:
        """Run Python code here and return what it printed."""
        jalan = subprocess.run(
            [sys.executable, "-c", kode, *masukan],
            env=self.lingkungan,
            capture_output=True,
            text=True,
            timeout=BATAS_DETIK,
        )
        assert jalan.returncode == 0, jalan.stderr
        return jalan.stdout

    def sql(self, perintah: str, *isi: object) -> list[tuple[Any, ...]]:
        """Run one statement on the database, past Django; ``?`` stands for a value."""
        if self.basis_data:
            import psycopg

            with psycopg.connect(self.basis_data) as sambungan:
                kursor = sambungan.execute(perintah.replace("?", "%s"), isi or None)
                return kursor.fetchall() if kursor.description else []
        with closing(sqlite3.connect(self.folder / "tolok.sqlite3", timeout=30)) as lain, lain:
            return lain.execute(perintah, isi).fetchall()

    def siapkan(self) -> None:
        """Make the database current."""
        jalan = self.tolok("siapkan")
        assert jalan.returncode == 0, jalan.stderr


@contextmanager
def make_tempat(folder: Path, basis_data_uji: str = "", *, cetakan: Tempat | None = None) -> Iterator[Tempat]:
    """
    Make a place in ``folder``: empty, or a copy of ``cetakan``.

    :param basis_data_uji: address of a PostgreSQL on which a database is made and dropped again; ``""``: SQLite
    """
    if cetakan is None:
        folder.mkdir(mode=0o750, parents=True, exist_ok=True)
    else:
        shutil.copytree(cetakan.folder, folder)
    alamat = ""
    nama = f"tolok_tempat_{uuid.uuid4().hex[:12]}"
    if basis_data_uji:
        alamat = urlsplit(basis_data_uji)._replace(path=f"/{nama}").geturl()
        contoh = urlsplit(cetakan.basis_data).path.removeprefix("/") if cetakan else "template1"
        _kelola(basis_data_uji, f'CREATE DATABASE "{nama}" TEMPLATE "{contoh}"')
    dasar = {k: v for k, v in os.environ.items() if not k.startswith(("TOLOK_", "DJANGO_"))}
    lingkungan = dasar | {
        "TOLOK_DATA": str(folder),
        "TOLOK_BASIS_DATA": alamat,
        "DJANGO_SETTINGS_MODULE": "tolok.web.settings",
        "PYTHONPATH": os.pathsep.join(p for p in sys.path if p),
    }
    try:
        yield Tempat(folder, alamat, lingkungan)
    finally:
        if alamat:
            _kelola(basis_data_uji, f'DROP DATABASE "{nama}" WITH (FORCE)')


def _kelola(alamat: str, perintah: str) -> None:
    import psycopg

    with psycopg.connect(urlsplit(alamat)._replace(path="/postgres").geturl(), autocommit=True) as sambungan:
        sambungan.execute(perintah)
