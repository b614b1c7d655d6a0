"""Dates and times as text, in the zone of the agency (the one Django has activated for the request)."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from tolok.core.periode import format_tanggal


def format_hari(saat: date | datetime | None) -> str:
    """Return "3 April 2020"; a moment is first brought into the zone of the agency."""
    if saat is None:
        return ""
    return format_tanggal(_setempat(saat) if isinstance(saat, datetime) else saat)


def format_jam(saat: datetime | None) -> str:
    """Return "10.42 WIB"."""
    if saat is None:
        return ""
    setempat = _setempat(saat)
    return f"{setempat:%H.%M} {setempat.tzname()}"


def format_waktu(saat: datetime | None) -> str:
    """Return "3 April 2020 pukul 10.42 WIB"."""
    return f"{format_hari(saat)} pukul {format_jam(saat)}" if saat is not None else ""


def _setempat(saat: datetime) -> datetime:
    return timezone.localtime(saat) if timezone.is_aware(saat) else timezone.make_aware(saat)
