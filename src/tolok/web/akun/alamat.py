"""
Every address of this app, and who may open it: one table, read by ``urls`` and by the test that walks all addresses.

Of allauth only what is used here is mounted: nobody signs up, and e-mail addresses are kept by the admin.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Literal, NamedTuple

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as kode_pemulihan
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from allauth.socialaccount import views as penyedia
from allauth.socialaccount.providers.openid_connect import views as oidc
from django.urls import register_converter
from django.urls.converters import StringConverter

from tolok.web.akun import views
from tolok.web.akun.views import beriwayat

Siapa = Literal["publik", "masuk"]
"""``publik``: anybody, also before signing in; ``masuk``: whoever is signed in, for their own account only."""


class Uid36Converter(StringConverter):
    """The account in a link that sets a password; allauth writes ``UID-KEY``, and a key has hyphens too."""

    regex = "[0-9A-Za-z]+"


register_converter(Uid36Converter, "uid36")


class Alamat(NamedTuple):
    """One address: path below ``/akun/``, view, name, and who may open it."""

    jalur: str
    view: Callable[..., Any]
    nama: str
    siapa: Siapa


DAFTAR_ALAMAT: Final = (
    Alamat("", views.akun_saya, "akun_saya", "masuk"),
    Alamat("masuk/", views.masuk, "account_login", "publik"),
    Alamat("masuk/kode/", mfa.authenticate, "mfa_authenticate", "publik"),
    Alamat("masuk/kunci/", webauthn.login_webauthn, "mfa_login_webauthn", "publik"),
    Alamat("keluar/", account.logout, "account_logout", "publik"),
    Alamat("nonaktif/", account.account_inactive, "account_inactive", "publik"),
    Alamat("konfirmasi/", account.reauthenticate, "account_reauthenticate", "masuk"),
    Alamat("konfirmasi/kode/", mfa.reauthenticate, "mfa_reauthenticate", "masuk"),
    Alamat("konfirmasi/kunci/", webauthn.reauthenticate_webauthn, "mfa_reauthenticate_webauthn", "masuk"),
    Alamat("sandi/", views.ganti_sandi, "account_change_password", "masuk"),
    Alamat("sandi/lupa/", views.lupa_sandi, "account_reset_password", "publik"),
    Alamat("sandi/lupa/terkirim/", account.password_reset_done, "account_reset_password_done", "publik"),
    Alamat(
        "sandi/baru/<uid36:uidb36>-<str:key>/",
        account.password_reset_from_key,
        "account_reset_password_from_key",
        "publik",
    ),
    Alamat(
        "sandi/baru/selesai/",
        account.password_reset_from_key_done,
        "account_reset_password_from_key_done",
        "publik",
    ),
    Alamat("pengaman/", mfa.index, "mfa_index", "masuk"),
    Alamat("pengaman/aplikasi/", beriwayat(totp.activate_totp), "mfa_activate_totp", "masuk"),
    Alamat("pengaman/aplikasi/cabut/", beriwayat(totp.deactivate_totp), "mfa_deactivate_totp", "masuk"),
    Alamat("pengaman/kunci/", webauthn.list_webauthn, "mfa_list_webauthn", "masuk"),
    Alamat("pengaman/kunci/tambah/", beriwayat(webauthn.add_webauthn), "mfa_add_webauthn", "masuk"),
    Alamat("pengaman/kunci/<int:pk>/nama/", webauthn.edit_webauthn, "mfa_edit_webauthn", "masuk"),
    Alamat("pengaman/kunci/<int:pk>/cabut/", beriwayat(webauthn.remove_webauthn), "mfa_remove_webauthn", "masuk"),
    Alamat("pengaman/pemulihan/", kode_pemulihan.view_recovery_codes, "mfa_view_recovery_codes", "masuk"),
    Alamat(
        "pengaman/pemulihan/baru/",
        beriwayat(kode_pemulihan.generate_recovery_codes),
        "mfa_generate_recovery_codes",
        "masuk",
    ),
    Alamat("pengaman/pemulihan/unduh/", views.unduh_kode_pemulihan, "mfa_download_recovery_codes", "masuk"),
    Alamat("sesi/", views.daftar_sesi, "usersessions_list", "masuk"),
    Alamat("penyedia/", beriwayat(penyedia.connections), "socialaccount_connections", "masuk"),
    Alamat("penyedia/batal/", penyedia.login_cancelled, "socialaccount_login_cancelled", "publik"),
    Alamat("penyedia/gagal/", penyedia.login_error, "socialaccount_login_error", "publik"),
    Alamat("penyedia/<slug:provider_id>/masuk/", views.masuk_penyedia, "openid_connect_login", "publik"),
    Alamat("penyedia/<slug:provider_id>/kembali/", oidc.callback, "openid_connect_callback", "publik"),
)

AKSI_AKUN: Final[dict[str, Siapa]] = {satu.nama: satu.siapa for satu in DAFTAR_ALAMAT}
"""Name of an address -> who may open it."""
