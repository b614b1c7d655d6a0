"""The app ``audit``."""

from __future__ import annotations

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """What was done, by whom, when: one append-only hash chain per agency."""

    name = "tolok.web.audit"
    label = "audit"
