"""The app ``pengukuran``."""

from __future__ import annotations

from django.apps import AppConfig


class PengukuranConfig(AppConfig):
    """Measured values, their workflow, and approved results."""

    name = "tolok.web.pengukuran"
    label = "pengukuran"

    def ready(self) -> None:
        """Tell earlier stages how a whole year is read."""
        from tolok.web.pengukuran.queries import load_tahun
        from tolok.web.perencanaan.hasil import register_pembaca

        register_pembaca(load_tahun)
