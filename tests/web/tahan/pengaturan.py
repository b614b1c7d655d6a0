"""The site's own settings with the app of the kill test in place of the pages."""

from __future__ import annotations

from tolok.web.settings import *  # noqa: F403

INSTALLED_APPS = [*INSTALLED_APPS, "tests.web.tahan.aplikasi.apps.TahanConfig"]  # noqa: F405
ROOT_URLCONF = "tests.web.tahan.aplikasi.urls"
