"""Whom an identity provider lets in: those linked before, and whoever the configuration allows; nobody else."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base import AuthProcess
from django.db import transaction
from django.http import HttpRequest
from django.shortcuts import render

from tolok.web.akun.models import Pengguna
from tolok.web.akun.operations import PenggunaDitolak, create_pengguna_penyedia
from tolok.web.akun.queries import get_pengguna


class PenyesuaiPenyedia(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Accounts of identity providers (``settings.oidc`` describes the configuration)."""

    error_messages: ClassVar[dict[str, Any]] = DefaultSocialAccountAdapter.error_messages | {
        "invalid_token": "Jawaban penyedia tidak dapat dipercaya. Ulangi; bila tetap begitu, hubungi admin.",
        "no_password": "Ini satu-satunya cara Anda masuk. Minta kata sandi kepada admin sebelum melepasnya.",
        "disconnect_last": "Ini satu-satunya cara Anda masuk. Minta kata sandi kepada admin sebelum melepasnya.",
        "connected_other": "Akun penyedia itu sudah dihubungkan dengan pengguna lain.",
    }

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """
        Turn away whoever has no account and may not get one.

        :raises ImmediateHttpResponse: with the page that says so
        """
        if sociallogin.is_existing or sociallogin.state.get("process") == AuthProcess.CONNECT:
            return
        if not self.is_open_for_signup(request, sociallogin):
            halaman = render(request, "akun/belum_terdaftar.html", {"penyedia": sociallogin.provider.name}, status=403)
            raise ImmediateHttpResponse(halaman)

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:  # noqa: ARG002
        """Whether this person gets an account: the verified address is on the provider's list and new to us."""
        surel = _get_surel(sociallogin)
        daftar_pola = sociallogin.provider.app.settings["akun_baru"]
        return bool(surel) and get_pengguna(surel) is None and any(_is_cocok(surel, pola) for pola in daftar_pola)

    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]) -> Pengguna:  # noqa: ARG002
        """Fill a new account with what the provider says."""
        pengguna: Pengguna = sociallogin.user
        pengguna.email = str(data.get("email") or "").lower()
        pengguna.nama = " ".join(str(data.get("name") or pengguna.email).split())[:200]
        return pengguna

    def save_user(self, request: HttpRequest, sociallogin: SocialLogin, form: object = None) -> Pengguna:  # noqa: ARG002
        """Make the account, with the local part of its address as user name."""
        pengguna: Pengguna = sociallogin.user
        pengguna.email = _get_surel(sociallogin)
        pengguna.username = _make_username(pengguna.email)
        with transaction.atomic():
            try:
                create_pengguna_penyedia(pengguna, penyedia=sociallogin.account.provider)
            except PenggunaDitolak as galat:
                halaman = render(
                    request, "akun/belum_terdaftar.html", {"penyedia": sociallogin.provider.name}, status=403
                )
                raise ImmediateHttpResponse(halaman) from galat
            sociallogin.save(request)
        return pengguna


def _get_surel(sociallogin: SocialLogin) -> str:
    return next((satu.email.lower() for satu in sociallogin.email_addresses if satu.verified), "")


def _is_cocok(surel: str, pola: str) -> bool:
    return surel.endswith(pola) if pola.startswith("@") else surel == pola


def _make_username(surel: str) -> str:
    dasar = re.sub(r"[^a-z0-9._-]", "", surel.partition("@")[0])[:40]
    dasar = dasar if re.match(r"[a-z][a-z0-9._-]{2,}", dasar) else f"pengguna.{dasar}"
    calon, nomor = dasar, 1
    while get_pengguna(calon) is not None:
        nomor += 1
        calon = f"{dasar}.{nomor}"
    return calon
