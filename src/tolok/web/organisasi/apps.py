"""The app ``organisasi``."""

from __future__ import annotations

from django.apps import AppConfig


class OrganisasiConfig(AppConfig):
    """Who the agency is: editions of its organisation, positions, postings, and who may do what."""

    name = "tolok.web.organisasi"
    label = "organisasi"
