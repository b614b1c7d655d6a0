"""
What allauth, axes and Django report about signing in, written down on the chain of the installation.

No entry holds anything secret: no password, no code, no name that was typed and belongs to no account.
"""

from __future__ import annotations

from typing import Any, Final

from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.signals import user_logged_in
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authentication_failed, authenticator_removed
from allauth.socialaccount.models import SocialAccount, SocialLogin
from allauth.socialaccount.signals import social_account_added, social_account_removed
from axes.signals import user_locked_out
from django.contrib.auth.signals import user_login_failed
from django.db.models.signals import post_save
from django.dispatch import receiver
from django.http import HttpRequest

from tolok.web.akun.kunci_masuk import count_kode_salah, get_alamat
from tolok.web.akun.models import Pengguna
from tolok.web.akun.operations import record_kejadian
from tolok.web.akun.queries import get_pengguna

JENIS_PENGAMAN: Final = {
    Authenticator.Type.TOTP: "aplikasi kode",
    Authenticator.Type.WEBAUTHN: "kunci sandi",
    Authenticator.Type.RECOVERY_CODES: "kode pemulihan",
}
_CARA: Final = {"password": "sandi", "socialaccount": "penyedia", "mfa": "pengaman"}


@receiver(user_logged_in)
def on_masuk(request: HttpRequest, user: Pengguna, **_: Any) -> None:
    """Record a sign-in with the steps it took."""
    record_kejadian("sesi.masuk", user, {"alamat": get_alamat(request), "cara": _list_cara(request, user)}, oleh=user)


@receiver(user_login_failed)
def on_gagal(credentials: dict[str, Any], request: HttpRequest | None = None, **_: Any) -> None:
    """Record a wrong password; while the account is locked nothing is tried, and the lock itself is one entry."""
    if request is None or getattr(request, "axes_locked_out", False):
        return
    pengguna = get_pengguna(str(credentials.get("username") or credentials.get("email") or "").strip())
    sebab = "nama tidak dikenal" if pengguna is None else "kata sandi salah"
    record_kejadian("sesi.gagal", pengguna, {"alamat": get_alamat(request), "sebab": sebab}, oleh=None)


@receiver(user_locked_out)
def on_terkunci(request: HttpRequest, username: str, **_: Any) -> None:
    """Record that an account is locked for an address, once for each lock."""
    gagal = getattr(request, "axes_failures_since_start", None)
    if gagal is None:  # a further attempt during the lock
        return
    isi = {"alamat": get_alamat(request), "gagal": gagal}
    record_kejadian("sesi.terkunci", get_pengguna(username), isi, oleh=None)


@receiver(authentication_failed)
def on_kode_salah(request: HttpRequest, user: Pengguna, authenticator: Authenticator, **_: Any) -> None:
    """Record a wrong code and count it like a wrong password."""
    count_kode_salah(request, user)
    if not getattr(request, "axes_locked_out", False):
        isi = {"alamat": get_alamat(request), "sebab": f"{JENIS_PENGAMAN[authenticator.type]} salah"}
        record_kejadian("sesi.gagal", user, isi, oleh=None)


@receiver(post_save, sender=Authenticator)
def on_pengaman_ditambah(instance: Authenticator, created: bool, **_: Any) -> None:
    """Record that a second step was added (allauth's own signal comes after the transaction)."""
    if created:
        record_kejadian(
            "pengaman.ditambah", instance.user, {"jenis": JENIS_PENGAMAN[instance.type]}, oleh=instance.user
        )


@receiver(authenticator_removed)
def on_pengaman_dicabut(user: Pengguna, authenticator: Authenticator, **_: Any) -> None:
    """Record that a person removed a second step."""
    record_kejadian("pengaman.dicabut", user, {"jenis": JENIS_PENGAMAN[authenticator.type]}, oleh=user)


@receiver(social_account_added)
def on_penyedia_dihubungkan(sociallogin: SocialLogin, **_: Any) -> None:
    """Record that an account of an identity provider was linked."""
    isi = {"penyedia": sociallogin.account.provider}
    record_kejadian("penyedia.dihubungkan", sociallogin.user, isi, oleh=sociallogin.user)


@receiver(social_account_removed)
def on_penyedia_dilepas(socialaccount: SocialAccount, **_: Any) -> None:
    """Record that an account of an identity provider was unlinked."""
    record_kejadian(
        "penyedia.dilepas", socialaccount.user, {"penyedia": socialaccount.provider}, oleh=socialaccount.user
    )


def _list_cara(request: HttpRequest, pengguna: Pengguna) -> list[str]:
    cara = []
    for satu in get_authentication_records(request, pengguna):
        match satu:
            case {"type": jenis}:
                cara.append(JENIS_PENGAMAN[jenis])
            case {"provider": penyedia}:
                cara.append(f"penyedia {penyedia}")
            case {"method": metode}:
                cara.append(_CARA.get(metode, metode))
    return cara
