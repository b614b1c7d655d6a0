"""
Who is counted when sign-in fails, and the page for one who failed too often.

django-axes counts in the database, by account and address. The second step (codes) is counted with the first.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from allauth.core.internal.httpkit import get_client_ip
from axes.handlers.proxy import AxesProxyHandler
from axes.helpers import get_cool_off
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.crypto import salted_hmac

from tolok.web.akun.models import Pengguna
from tolok.web.akun.queries import get_pengguna


def get_alamat(request: HttpRequest) -> str | None:
    """Return the address of the visitor; behind proxies the one that the last trusted proxy saw."""
    alamat: str | None = get_client_ip(request)
    return alamat


def get_nama_masuk(request: HttpRequest, credentials: Mapping[str, Any] | None) -> str:
    """
    Return the name that attempts are counted under: the account's, whichever of its names was typed.

    Of a name that no account has only a keyed hash is kept: people type passwords into the wrong field.
    """
    ketikan = _get_ketikan(request, credentials)
    pengguna = get_pengguna(ketikan)
    if pengguna is not None:
        return pengguna.username
    return "tak-dikenal:" + salted_hmac("tolok.akun.nama-masuk", ketikan.lower()).hexdigest()[:32]


def is_terkunci(request: HttpRequest, pengguna: Pengguna) -> bool:
    """Whether this account may not be tried from this address now; if so, the answer becomes the page that says so."""
    kredensial = {"username": pengguna.username}
    if AxesProxyHandler.is_allowed(request, kredensial):
        return False
    request.axes_locked_out = True  # type: ignore[attr-defined]
    request.axes_credentials = kredensial  # type: ignore[attr-defined]
    return True


def count_kode_salah(request: HttpRequest, pengguna: Pengguna) -> None:
    """Count a wrong code of the second step like a wrong password."""
    AxesProxyHandler.user_login_failed(sender=Pengguna, credentials={"username": pengguna.username}, request=request)


def render_terkunci(
    request: HttpRequest, _asal: HttpResponse | None = None, credentials: Mapping[str, Any] | None = None
) -> HttpResponse:
    """Return the 429 page that says when to try again."""
    sampai = _get_sampai(request, credentials)
    jawaban = render(request, "akun/terkunci.html", {"sampai": sampai}, status=429)
    jawaban["Retry-After"] = str(max(1, int((sampai - timezone.now()).total_seconds()) + 1))
    return jawaban


def _get_sampai(request: HttpRequest, credentials: Mapping[str, Any] | None) -> datetime:
    daftar = AxesProxyHandler.get_implementation().get_user_attempts(request, credentials)
    terakhir = [satu.aggregate(terakhir=Max("attempt_time"))["terakhir"] for satu in daftar]
    return max((satu for satu in terakhir if satu), default=timezone.now()) + (get_cool_off(request) or timedelta())


def _get_ketikan(request: HttpRequest, credentials: Mapping[str, Any] | None) -> str:
    sumber = credentials or {}
    return str(sumber.get("username") or sumber.get("email") or request.POST.get("login") or "").strip()
