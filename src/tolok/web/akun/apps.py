"""The app ``akun``."""

from __future__ import annotations

from django.apps import AppConfig


class AkunConfig(AppConfig):
    """Who a person is: account, sign-in, sessions."""

    name = "tolok.web.akun"
    label = "akun"
