"""Real pages in real Chromium; every window opened here fails its test on a console, script, request or CSP error."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from tests.web.peramban.layar import TEMA, UKURAN, Layar, buka_layar

from tolok.web.akun.models import Pengguna

BukaLayar = Callable[..., Layar]


def _alamat_chromium() -> str | None:
    daftar = (os.environ.get("TOLOK_CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
    return next((ada for nama in daftar if nama and (ada := shutil.which(nama))), None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Name what is skipped where there is no Chromium."""
    if _alamat_chromium() is None:
        for item in items:
            if item.get_closest_marker("peramban"):
                item.add_marker(pytest.mark.skip(reason="Chromium tidak ada di mesin ini"))


@pytest.fixture(scope="session")
def peramban() -> Iterator[Any]:
    """Chromium, once for the whole run."""
    from playwright.sync_api import sync_playwright

    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright's own loop runs in this thread; no view does
    with sync_playwright() as playwright:
        peramban = playwright.chromium.launch(
            executable_path=_alamat_chromium(),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield peramban
        peramban.close()


@pytest.fixture
def buka(peramban: Any, live_server: Any) -> Iterator[BukaLayar]:
    """
    Open windows on the live server: ``buka(ukuran=…, tema=…, pengguna=…, boleh_status={409})``.

    Each is closed and checked when the test ends.
    """
    daftar: list[Layar] = []

    def _buka(*, pengguna: Pengguna | None = None, boleh_status: set[int] | None = None, **lain: Any) -> Layar:
        kuki = {}
        if pengguna is not None:
            klien = Client()
            klien.force_login(pengguna, backend=settings.AUTHENTICATION_BACKENDS[-1])
            kuki = {settings.SESSION_COOKIE_NAME: klien.cookies[settings.SESSION_COOKIE_NAME].value}
        layar = buka_layar(
            peramban, pangkal=live_server.url, kuki=kuki, boleh_status=frozenset(boleh_status or ()), **lain
        )
        daftar.append(layar)
        return layar

    yield _buka
    for layar in daftar:
        layar.konteks.close()
    for layar in daftar:
        layar.ensure_bersih()


@pytest.fixture(params=[(u, t) for u in UKURAN for t in TEMA], ids=lambda p: "-".join(p))
def rupa(request: pytest.FixtureRequest) -> dict[str, str]:
    """Each size in each theme, as arguments of ``buka``: a test with this fixture runs four times."""
    ukuran, tema = request.param
    return {"ukuran": ukuran, "tema": tema}


@pytest.fixture
def pengguna(transactional_db: None) -> Pengguna:
    """Somebody who can sign in."""
    return Pengguna.objects.create_user(username="kepala", password="rahasia-uji", nama="Kepala Dinas Contoh")
