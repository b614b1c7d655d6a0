"""The app ``perencanaan``."""

from __future__ import annotations

from django.apps import AppConfig


class PerencanaanConfig(AppConfig):
    """The plan: years, plan editions, indicators, variables, targets, policies, scales."""

    name = "tolok.web.perencanaan"
    label = "perencanaan"
