"""The app ``akun``."""

from __future__ import annotations

from django.apps import AppConfig


class AkunConfig(AppConfig):
    """Who a person is: account, sign-in, sessions."""

    name = "tolok.web.akun"
    label = "akun"

    def ready(self) -> None:
        """Listen to what allauth, axes and Django report."""
        from tolok.web.akun import penerima  # noqa: F401
