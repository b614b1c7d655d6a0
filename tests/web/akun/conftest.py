"""Accounts for the tests of sign-in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

import pytest
from django.conf import LazySettings
from django.core import mail
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.test.signals import template_rendered
from django.urls import reverse

from tolok.web.akun.models import Pengguna
from tolok.web.akun.operations import change_sandi, create_pengguna
from tolok.web.audit.models import Catatan

_INGGRIS: Final = re.compile(
    r"\b(the|you|your|please|this|have|has|not|and|or|with|from|for|is|are|was|password|passwords|account|accounts"
    r"|sign|log|login|logout|log ?in|email|e-mail|username|code|codes|key|keys|enter|invalid|incorrect|security"
    r"|authenticator|authentication|session|sessions|browser|remove|cancel|confirm|submit|required|field|too|many"
    r"|change|reset|forgot|forgotten|back|continue|error|failed|failure|third-party|recovery|verify|verified)\b",
    re.IGNORECASE,
)
"""Words of allauth and Django that no page of ours has."""

SANDI: Final = "kuda baja lampu 42"


@pytest.fixture(autouse=True)
def _bersih(db: None, settings: LazySettings) -> Iterator[None]:
    """Counters start at zero, mail leaves the site, and whatever is shown or sent is in our own words."""
    cache.clear()
    settings.ACCOUNT_EMAIL_NOTIFICATIONS = True
    daftar_asal: set[str] = set()

    def catat(template: Any, **_: Any) -> None:
        daftar_asal.add(template.origin.name)

    template_rendered.connect(catat)
    yield
    template_rendered.disconnect(catat)
    assert not {asal for asal in daftar_asal if "/allauth/" in asal}
    for surat in mail.outbox:
        assert find_inggris(f"{surat.subject}\n{surat.body}") == []


@pytest.fixture
def budi() -> Pengguna:
    """An account that has chosen its password."""
    return make_pengguna("budi", "Budi Contoh", "budi@dinas.example")


def make_pengguna(username: str, nama: str, surel: str = "") -> Pengguna:
    """Make an account with ``SANDI`` as its own password."""
    pengguna, _ = create_pengguna(username=username, nama=nama, surel=surel, oleh=None)
    change_sandi(pengguna, SANDI)
    return pengguna


def masuk(klien: Client, login: str = "budi", sandi: str = SANDI, **lain: Any) -> HttpResponse:
    """Sign in through the page."""
    return klien.post(reverse("account_login"), {"login": login, "password": sandi}, **lain)  # type: ignore[return-value]


def is_masuk(klien: Client) -> bool:
    """Whether this browser is signed in."""
    return klien.get(reverse("akun_saya")).status_code == 200


def list_perbuatan() -> list[str]:
    """Return what the chain of the installation says was done."""
    return list(Catatan.objects.filter(rantai__kode="").order_by("nomor").values_list("perbuatan", flat=True))


def find_inggris(teks: str) -> list[str]:
    """Return the English words in a text; names of products and addresses do not count."""
    teks = re.sub(r"Google Authenticator|https?://\S+|\S+@\S+", "", teks)
    return sorted({satu.group(0).lower() for satu in _INGGRIS.finditer(teks)})
