"""The app ``perjanjian``."""

from __future__ import annotations

from django.apps import AppConfig


class PerjanjianConfig(AppConfig):
    """The Perjanjian Kinerja and its targets."""

    name = "tolok.web.perjanjian"
    label = "perjanjian"
