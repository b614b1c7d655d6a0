"""The app ``ui``."""

from __future__ import annotations

from django.apps import AppConfig


class UiConfig(AppConfig):
    """How every page looks: base templates, components, assets, error pages."""

    name = "tolok.web.ui"
    label = "ui"
