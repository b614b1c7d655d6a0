"""The app ``penjelasan``."""

from __future__ import annotations

from django.apps import AppConfig


class PenjelasanConfig(AppConfig):
    """Where a number comes from."""

    name = "tolok.web.penjelasan"
    label = "penjelasan"
