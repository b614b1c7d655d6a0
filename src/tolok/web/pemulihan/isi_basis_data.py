"""What a manifest says about a database, asked of the copy itself (SQL that both kinds understand)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from tolok.web.audit.verifikasi import Kepala

Tanya = Callable[[str], Iterable[tuple[Any, ...]]]


def list_kepala(tanya: Tanya) -> tuple[Kepala, ...]:
    """Return the heads of the chains by code."""
    daftar = [Kepala(*satu) for satu in tanya("SELECT kode, nomor, sidik FROM audit_rantai")]
    return tuple(sorted(daftar))


def list_migrasi(tanya: Tanya) -> tuple[str, ...]:
    """Return the migrations it has, as ``app.name``."""
    return tuple(sorted(f"{app}.{nama}" for app, nama in tanya("SELECT app, name FROM django_migrations")))
