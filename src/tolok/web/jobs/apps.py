"""The app ``jobs``."""

from __future__ import annotations

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Long work in the background, with progress, cancel and retry without double effect."""

    name = "tolok.web.jobs"
    label = "jobs"
