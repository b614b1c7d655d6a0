"""
The cache that all processes share, in the database: attempts counted and codes used must be known to every one.

Django's own ``DatabaseCache`` hides a database that refuses to write; a full disk would then look like too many
attempts. This one says so. It holds what JSON can hold.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.db.models import Q, QuerySet
from django.utils import timezone

from tolok.web.akun.models import Tembolok

Batas = float | int | None | object
"""Seconds to keep, ``None`` for ever; Django passes a mark of its own for the default."""


class TembolokBersama(BaseCache):
    """Rows with a key, a value and when they end; what has ended is removed when something is written."""

    def __init__(self, _nama: str, params: dict[str, Any]) -> None:
        super().__init__(params)

    def add(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Store a value if there is none; return whether there was none."""
        kunci = self.make_and_validate_key(key, version=version)
        _basi().delete()
        isi = self._make_isi(value, timeout)
        return Tembolok.objects.get_or_create(kunci=kunci, defaults=isi)[1]

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        """Return a value, or ``default``."""
        ada = self._cari(key, version).values_list("isi", flat=True).first()
        return default if ada is None else json.loads(ada)

    def set(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        """Store a value."""
        kunci = self.make_and_validate_key(key, version=version)
        _basi().delete()
        Tembolok.objects.update_or_create(kunci=kunci, defaults=self._make_isi(value, timeout))

    def touch(self, key: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Keep a value for another while; return whether there was one."""
        return bool(self._cari(key, version).update(sampai=self._make_sampai(timeout)))

    def delete(self, key: Any, version: int | None = None) -> bool:
        """Remove a value; return whether there was one."""
        return bool(self._cari(key, version).delete()[0])

    def clear(self) -> None:
        """Remove everything."""
        Tembolok.objects.all().delete()

    def _cari(self, key: Any, version: int | None) -> QuerySet[Tembolok]:
        kunci = self.make_and_validate_key(key, version=version)
        return Tembolok.objects.filter(Q(sampai__isnull=True) | Q(sampai__gt=timezone.now()), kunci=kunci)

    def _make_isi(self, nilai: Any, batas: Batas) -> dict[str, Any]:
        return {"isi": json.dumps(nilai), "sampai": self._make_sampai(batas)}

    def _make_sampai(self, batas: Batas) -> datetime | None:
        saat = self.get_backend_timeout(batas)  # type: ignore[arg-type]
        return None if saat is None else datetime.fromtimestamp(saat, tz=UTC)


def _basi() -> QuerySet[Tembolok]:
    return Tembolok.objects.filter(sampai__lte=timezone.now())
