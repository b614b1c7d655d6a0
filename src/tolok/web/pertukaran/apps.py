"""The app ``pertukaran``."""

from __future__ import annotations

from django.apps import AppConfig


class PertukaranConfig(AppConfig):
    """Packages in and out of the database."""

    name = "tolok.web.pertukaran"
    label = "pertukaran"

    def ready(self) -> None:
        """Make the job of this app known."""
        from tolok.web.pertukaran.tasks import register_jenis

        register_jenis()
