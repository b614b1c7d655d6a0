"""Pages of one's own account; where allauth's page fits, ``alamat`` mounts it as it is."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any, cast

import requests
from allauth.account.views import LoginView, PasswordChangeView, PasswordResetView
from allauth.mfa.recovery_codes.views import DownloadRecoveryCodesView
from allauth.mfa.utils import is_mfa_enabled
from allauth.socialaccount.adapter import get_adapter as get_penyesuai_penyedia
from allauth.socialaccount.providers.openid_connect import views as oidc
from allauth.usersessions.views import ListUserSessionsView
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render, resolve_url
from django.views.decorators.http import require_safe

from tolok.web.akun.models import Pengguna
from tolok.web.akun.operations import atomic_dengan_riwayat

log = logging.getLogger(__name__)

NAMA_BERKAS_KODE = "kode-pemulihan-tolok.txt"


def beriwayat(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Make a page of allauth that changes an account one transaction with the entry of its change."""

    @wraps(view)
    def dalam(request: HttpRequest, *args: Any, **lain: Any) -> HttpResponseBase:
        if request.method != "POST":
            return view(request, *args, **lain)
        with atomic_dengan_riwayat():
            return view(request, *args, **lain)

    return dalam


@require_safe
@login_required
def akun_saya(request: HttpRequest) -> HttpResponse:
    """Show one's own account and what can be done with it."""
    isi = {
        "is_dua_langkah": is_mfa_enabled(request.user),
        "is_bersandi": cast(Pengguna, request.user).has_usable_password(),
        "ada_penyedia": bool(get_penyesuai_penyedia().list_providers(request)),
    }
    return render(request, "akun/akun_saya.html", isi)


def masuk_penyedia(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Lead to an identity provider; one that does not answer, or not as a provider does, is told so."""
    try:
        return cast(HttpResponseBase, oidc.login(request, provider_id))
    except (requests.RequestException, KeyError) as galat:
        log.error("Penyedia identitas %s tidak menjawab: %s", provider_id, galat)
        return render(request, "socialaccount/authentication_error.html", status=502)


class MasukView(LoginView):  # type: ignore[misc]
    """Sign in; says how a forgotten password is replaced here."""

    def get_context_data(self, **lain: Any) -> dict[str, Any]:
        """Return what the page shows."""
        isi: dict[str, Any] = super().get_context_data(**lain)
        return isi | {"surel_aktif": settings.SUREL_AKTIF}


class GantiSandiView(PasswordChangeView):  # type: ignore[misc]
    """Change one's own password; whoever signs in through a provider has none."""

    def dispatch(self, request: HttpRequest, *args: Any, **lain: Any) -> HttpResponseBase:
        """Answer, or say where the password is changed."""
        if request.user.is_authenticated and not request.user.has_usable_password():
            return render(request, "akun/tanpa_sandi.html")
        self.is_sementara = getattr(request.user, "wajib_ganti_sandi", False)
        return super().dispatch(request, *args, **lain)  # type: ignore[no-any-return]

    def get_context_data(self, **lain: Any) -> dict[str, Any]:
        """Return what the page shows."""
        isi: dict[str, Any] = super().get_context_data(**lain)
        return isi | {"is_sementara": self.is_sementara}

    def get_default_success_url(self) -> str:
        """Return where to go: on to the site after a handed-out password, else back to the account."""
        return resolve_url(settings.LOGIN_REDIRECT_URL if self.is_sementara else "akun_saya")


class LupaSandiView(PasswordResetView):  # type: ignore[misc]
    """Send a link that sets a new password; where no mail leaves the site, say who helps."""

    def dispatch(self, request: HttpRequest, *args: Any, **lain: Any) -> HttpResponseBase:
        """Answer, or say who helps."""
        if not settings.SUREL_AKTIF:
            return render(request, "akun/lupa_sandi.html")
        return super().dispatch(request, *args, **lain)  # type: ignore[no-any-return]


class UnduhKodePemulihanView(DownloadRecoveryCodesView):  # type: ignore[misc]
    """Download one's unused recovery codes."""

    def render_to_response(self, context: dict[str, Any], **lain: Any) -> HttpResponse:
        """Return the file."""
        jawaban: HttpResponse = super().render_to_response(context, **lain)
        jawaban["Content-Type"] = "text/plain; charset=utf-8"
        jawaban["Content-Disposition"] = f'attachment; filename="{NAMA_BERKAS_KODE}"'
        return jawaban


class DaftarSesiView(ListUserSessionsView):  # type: ignore[misc]
    """Show where one is signed in, this browser and then the latest first, and sign out everywhere else."""

    def get_context_data(self, **lain: Any) -> dict[str, Any]:
        """Return what the page shows."""
        isi: dict[str, Any] = super().get_context_data(**lain)
        isi["sessions"].sort(key=lambda sesi: (sesi.is_current(), sesi.created_at), reverse=True)
        return isi


masuk = MasukView.as_view()
ganti_sandi = GantiSandiView.as_view()
lupa_sandi = LupaSandiView.as_view()
unduh_kode_pemulihan = UnduhKodePemulihanView.as_view()
daftar_sesi = DaftarSesiView.as_view()
