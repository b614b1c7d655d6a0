"""The app ``pelaporan``."""

from __future__ import annotations

from django.apps import AppConfig


class PelaporanConfig(AppConfig):
    """Narratives, documents and issued snapshots."""

    name = "tolok.web.pelaporan"
    label = "pelaporan"
