"""The app ``pelaporan``."""

from __future__ import annotations

from django.apps import AppConfig


class PelaporanConfig(AppConfig):
    """Narratives, documents and issued snapshots."""

    name = "tolok.web.pelaporan"
    label = "pelaporan"

    def ready(self) -> None:
        """Make the job of this app known."""
        from tolok.web.pelaporan.tasks import register_jenis

        register_jenis()
