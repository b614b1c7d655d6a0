"""The app ``portal``."""

from __future__ import annotations

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """What is seen across all stages."""

    name = "tolok.web.portal"
    label = "portal"
