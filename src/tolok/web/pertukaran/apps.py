"""The app ``pertukaran``."""

from __future__ import annotations

from django.apps import AppConfig


class PertukaranConfig(AppConfig):
    """Packages in and out of the database."""

    name = "tolok.web.pertukaran"
    label = "pertukaran"
