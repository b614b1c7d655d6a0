"""The app ``pengukuran``."""

from __future__ import annotations

from django.apps import AppConfig


class PengukuranConfig(AppConfig):
    """Measured values, their workflow, and approved results."""

    name = "tolok.web.pengukuran"
    label = "pengukuran"
