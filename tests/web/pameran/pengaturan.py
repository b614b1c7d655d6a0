"""The product's own settings with the addresses of the small site, for a process of its own."""

from __future__ import annotations

from tolok.web.settings import *  # noqa: F403

ROOT_URLCONF = "tests.web.pameran.urls"
