"""The site's own settings, with a watch around everything that answers a request."""

from __future__ import annotations

from tolok.web.settings import *  # noqa: F403

MIDDLEWARE = ["bench.layanan.jam.write_waktu", *MIDDLEWARE]  # noqa: F405
