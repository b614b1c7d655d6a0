"""The app ``anggaran``."""

from __future__ import annotations

from django.apps import AppConfig


class AnggaranConfig(AppConfig):
    """The budget: tree editions, numbered pagu editions, realisasi, mapping to the plan."""

    name = "tolok.web.anggaran"
    label = "anggaran"
