"""The app ``organisasi``."""

from __future__ import annotations

from django.apps import AppConfig


class OrganisasiConfig(AppConfig):
    """Who the agency is: editions of its organisation, positions, postings, and who may do what."""

    name = "tolok.web.organisasi"
    label = "organisasi"

    def ready(self) -> None:
        """Let the jobs know who may reach what."""
        from tolok.web.jobs.jangkauan import register_penentu
        from tolok.web.organisasi.pekerjaan import get_jangkauan

        register_penentu(get_jangkauan)
