"""The content of a PostgreSQL database as one file (its own dump format), and back."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from django.db import connection, transaction

from tolok.web.pemulihan.galat import GalatPemulihan

if TYPE_CHECKING:
    import psycopg

BERKAS: Final = "basis-data.pgdump"
PENGELOLA: Final = "postgres"
_PANJANG_NAMA: Final = 63


def ensure_alat(*daftar: str) -> None:
    """
    Do nothing if the programs of PostgreSQL are there.

    :raises GalatPemulihan: if one is missing
    """
    for alat in daftar:
        if shutil.which(alat) is None:
            raise GalatPemulihan(
                f"Program {alat} tidak ditemukan. Pasang alat PostgreSQL yang seversi dengan peladennya, "
                "misalnya: apt install postgresql-client"
            )


@contextmanager
def potret() -> Iterator[str]:
    """Hold one state of the database while the block runs, and give its name to whoever wants to read the same."""
    with transaction.atomic(), connection.cursor() as kursor:
        kursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        kursor.execute("SELECT pg_export_snapshot()")
        ((nama,),) = kursor.fetchall()
        yield nama


def dump(tujuan: Path, *, nama_potret: str) -> None:
    """
    Write the state of the database that ``potret`` holds.

    :raises GalatPemulihan: if pg_dump fails
    """
    _jalankan(
        "pg_dump",
        ("--format=custom", "--no-owner", "--no-privileges", f"--snapshot={nama_potret}", f"--file={tujuan}"),
    )


def restore(dump: Path, *, nama: str) -> None:
    """
    Write a dump into the empty database ``nama``, all of it or nothing.

    :raises GalatPemulihan: if pg_restore fails
    """
    _jalankan(
        "pg_restore",
        ("--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction", str(dump)),
        nama=nama,
    )


def is_kosong() -> bool:
    """Whether the database has no table."""
    return not connection.introspection.table_names()


def make_nama(imbuhan: str) -> str:
    """Return a name for a database beside ours."""
    return f"{connection.settings_dict['NAME'][: _PANJANG_NAMA - len(imbuhan) - 1]}_{imbuhan}"


def ensure_boleh_membuat() -> None:
    """
    Do nothing if we may make a database.

    :raises GalatPemulihan: if we may not
    """
    with connection.cursor() as kursor:
        kursor.execute("SELECT rolcreatedb OR rolsuper, rolname FROM pg_roles WHERE rolname = current_user")
        ((is_boleh, peran),) = kursor.fetchall()
    if not is_boleh:
        raise GalatPemulihan(
            f"Peran {peran} tidak boleh membuat basis data, jadi yang lama tidak dapat diganti sekaligus. "
            f'Jalankan dahulu sebagai pengelola: ALTER ROLE "{peran}" CREATEDB; '
            "atau buat basis data kosong (createdb), arahkan TOLOK_BASIS_DATA ke sana, lalu pulihkan ke situ."
        )


def create(nama: str) -> None:
    """Make an empty database with the encoding and order of ours."""
    with connection.cursor() as kursor:
        kursor.execute(
            "SELECT pg_encoding_to_char(encoding), datcollate, datctype FROM pg_database "
            "WHERE datname = current_database()"
        )
        ((penyandian, urutan, jenis),) = kursor.fetchall()
    with _pengelola() as sambungan:
        sambungan.execute(
            _susun(
                "CREATE DATABASE {} TEMPLATE template0 ENCODING {!l} LC_COLLATE {!l} LC_CTYPE {!l}",
                nama, penyandian, urutan, jenis,
            )
        )  # fmt: skip


def drop(nama: str) -> None:
    """Throw a database away that was never ours."""
    with _pengelola() as sambungan:
        sambungan.execute(_susun("DROP DATABASE IF EXISTS {}", nama))


def swap(baru: str, nama_lama: str) -> None:
    """
    Let the database ``baru`` take the place of ours, which is kept as ``nama_lama``; both names change at once.

    :raises GalatPemulihan: if somebody is connected to ours
    """
    import psycopg

    nama = connection.settings_dict["NAME"]
    connection.close()
    try:
        with _pengelola() as sambungan, sambungan.transaction():
            sambungan.execute(_susun("ALTER DATABASE {} RENAME TO {}", nama, nama_lama))
            sambungan.execute(_susun("ALTER DATABASE {} RENAME TO {}", baru, nama))
    except psycopg.errors.ObjectInUse as galat:
        raise GalatPemulihan(
            f"Basis data {nama} sedang dipakai program lain. Hentikan tolok layani, tolok kerja, dan program lain itu."
        ) from galat


def _susun(pola: str, *daftar: str) -> Any:
    """Return a statement with names (``{}``) and texts (``{!l}``) put in safely."""
    from psycopg import sql

    bagian: list[Any] = []
    for isi in daftar:
        sebelum, _, sisa = pola.partition("{")
        is_teks = sisa.startswith("!l")
        pola = sisa.partition("}")[2]
        bagian += [sql.SQL(sebelum), sql.Literal(isi) if is_teks else sql.Identifier(isi)]
    return sql.Composed([*bagian, sql.SQL(pola)])


@contextmanager
def _pengelola() -> Iterator[psycopg.Connection]:
    """Give the block a connection that stands outside our database."""
    import psycopg

    sandi, alamat = _alamat(PENGELOLA)
    with psycopg.connect(alamat, password=sandi or None, autocommit=True) as sambungan:
        yield sambungan


def _alamat(nama: str) -> tuple[str, str]:
    """Return the password and, without it, the address of the database ``nama`` on our server."""
    from psycopg import pq
    from psycopg.conninfo import make_conninfo

    dikenal = {pilihan.keyword.decode() for pilihan in pq.Conninfo.get_defaults()}
    isi = {k: v for k, v in connection.get_connection_params().items() if k in dikenal and v not in (None, "")}
    isi |= {"dbname": nama}
    sandi = str(isi.pop("password", ""))
    return sandi, make_conninfo(**isi)


def _jalankan(alat: str, pilihan: Sequence[str], *, nama: str | None = None) -> None:
    ensure_alat(alat)
    sandi, alamat = _alamat(nama or connection.settings_dict["NAME"])
    lingkungan = {**os.environ, "LC_ALL": "C.UTF-8", **({"PGPASSWORD": sandi} if sandi else {})}
    jalan = subprocess.run(  # noqa: S603  no shell; our own words and the address of the settings
        [alat, f"--dbname={alamat}", *pilihan], env=lingkungan, capture_output=True, text=True, check=False
    )
    if jalan.returncode:
        sebab = " ".join(jalan.stderr.split())[:500] or f"kode {jalan.returncode}"
        raise GalatPemulihan(f"{alat} gagal: {sebab}")
