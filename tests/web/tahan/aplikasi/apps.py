"""The app ``tahan``: registers its kind of job."""

from __future__ import annotations

from django.apps import AppConfig


class TahanConfig(AppConfig):
    """One write and one job over HTTP."""

    name = "tests.web.tahan.aplikasi"
    label = "tahan"

    def ready(self) -> None:
        """Make the kind of job known."""
        from tests.web.tahan.aplikasi.pekerjaan import JENIS

        from tolok.web.jobs.daftar import register

        register(JENIS)
