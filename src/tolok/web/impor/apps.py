"""The app ``impor``."""

from __future__ import annotations

from django.apps import AppConfig


class ImporConfig(AppConfig):
    """Published documents, read by machine and checked by a person."""

    name = "tolok.web.impor"
    label = "impor"

    def ready(self) -> None:
        """Make the job of this app known."""
        from tolok.web.impor.tasks import register_jenis

        register_jenis()
