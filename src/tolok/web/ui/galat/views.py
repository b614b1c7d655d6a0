"""What Django calls when a request fails (named in ``tolok.web.urls`` and the settings)."""

from __future__ import annotations

import sys
from datetime import date, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse

from tolok.web.simpan.versi import SudahBerubah
from tolok.web.ui.galat import isi
from tolok.web.ui.galat.bentrok import list_baris_bentrok, render_bentrok
from tolok.web.ui.galat.halaman import render_galat
from tolok.web.ui.galat.sebab import find_isi_galat, is_terlalu_besar
from tolok.web.ui.waktu import format_hari, format_waktu


def show_rusak(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400, or 413 for what is too large."""
    return render_galat(request, isi.TERLALU_BESAR if is_terlalu_besar(exception) else isi.RUSAK)


def show_tidak_berhak(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403 outside a year; the message of the exception says who may."""
    return render_galat(request, isi.TIDAK_BERHAK, terjadi=str(exception or ""))


def show_tanda_formulir(request: HttpRequest, **_sebab: object) -> HttpResponse:
    """403 for a form whose token does not match."""
    return render_galat(request, isi.TANDA_FORMULIR)


def show_tidak_ada(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001  Django names it
    """404, with the same words whether it does not exist or is not for this reader."""
    return render_galat(request, isi.TIDAK_ADA)


def show_terlalu_sering(request: HttpRequest, **_sebab: object) -> HttpResponse:
    """429 of a rate limit."""
    return render_galat(request, isi.TERLALU_SERING)


def show_gagal(request: HttpRequest) -> HttpResponse:
    """
    500, or what stands behind it: 409 of a row changed meanwhile, 503 of a lost database, 507 of a full disk.

    Django calls this while it handles the exception, also for one that a middleware raised.
    """
    galat = sys.exc_info()[1]
    if isinstance(galat, SudahBerubah):
        return render_bentrok(request, list_baris_bentrok(galat, _cetak))
    if isinstance(galat, PermissionError) and galat.errno is None:
        return render_galat(request, isi.TIDAK_BERHAK, terjadi=str(galat), galat=galat)
    return render_galat(request, find_isi_galat(galat), galat=galat)


def _cetak(_kolom: str, nilai: Any) -> str:
    """Print what needs no unit; a number without one would be a guess."""
    match nilai:
        case str():
            return nilai or "(kosong)"
        case None:
            return "(kosong)"
        case datetime():
            return format_waktu(nilai)
        case date():
            return format_hari(nilai)
    return "(nilai lain)"
