"""The database settings from one address."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

TUNGGU_KUNCI_DETIK: Final = 30
_PRAGMA_SQLITE: Final = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536; PRAGMA mmap_size=268435456;"
    "PRAGMA wal_autocheckpoint=0; PRAGMA journal_size_limit=1048576;"  # emptied by simpan.catatan_wal
)


def make_basis_data(folder: Path, alamat: str) -> dict[str, Any]:
    """
    Return the Django settings of the database at ``alamat`` (``""``: SQLite in ``folder``).

    SQLite runs in WAL mode, takes its write lock when a transaction begins (so that no writer is lost to a locked
    database) and flushes every commit to disk.

    :raises ImproperlyConfigured: if the address names another kind of database
    """
    bagian = urlsplit(alamat)
    match bagian.scheme:
        case "" if not alamat:
            return _sqlite(folder / "tolok.sqlite3")
        case "sqlite":
            return _sqlite(
                Path(unquote(bagian.path).removeprefix("/") if bagian.netloc == "." else unquote(bagian.path))
            )
        case "postgresql" | "postgres":
            return {
                "ENGINE": "django.db.backends.postgresql",
                "NAME": unquote(bagian.path.removeprefix("/")),
                "USER": unquote(bagian.username or ""),
                "PASSWORD": unquote(bagian.password or ""),
                "HOST": unquote(bagian.hostname or ""),
                "PORT": str(bagian.port or ""),
                "CONN_MAX_AGE": 60,
                "CONN_HEALTH_CHECKS": True,
                "OPTIONS": dict(parse_qsl(bagian.query)),
            }
    raise ImproperlyConfigured(
        f"TOLOK_BASIS_DATA berisi {bagian.scheme!r}; yang ada: sqlite:///alamat/berkas.sqlite3 atau postgresql://…"
    )


def _sqlite(berkas: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(berkas),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": TUNGGU_KUNCI_DETIK,
            "init_command": _PRAGMA_SQLITE,
        },
    }
