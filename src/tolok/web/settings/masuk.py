"""
Settings of sign-in: allauth, axes, sessions, mail.

``TOLOK_PROKSI`` is the number of proxies in front of the site that can be trusted to name the visitor's address
(``0``: none, the address is the one that connects); ``TOLOK_SUREL`` is read by ``settings.surel``, ``TOLOK_OIDC`` by
``settings.oidc``.
"""

from __future__ import annotations

import os
from datetime import timedelta
from typing import Any, Final

from django.core.exceptions import ImproperlyConfigured

from tolok.web.settings.lingkungan import FOLDER_DATA, IS_DEBUG, IS_HTTPS
from tolok.web.settings.oidc import list_asal, read_penyedia_oidc
from tolok.web.settings.surel import make_surel

PANJANG_SANDI: Final = 12


def read_proksi(teks: str) -> int:
    """
    Return the number of trusted proxies.

    :raises ImproperlyConfigured: if it is none
    """
    if not teks.isdecimal():
        raise ImproperlyConfigured(f"TOLOK_PROKSI berisi {teks!r}; tulis banyaknya proksi di depan Tolok, misalnya 1.")
    return int(teks)


AUTH_USER_MODEL = "akun.Pengguna"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "beranda"
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": "tolok.web.akun.sandi.PanjangSandi", "OPTIONS": {"min_length": PANJANG_SANDI}},
    {"NAME": "tolok.web.akun.sandi.SandiMiripOrang"},
    {"NAME": "tolok.web.akun.sandi.SandiUmum"},
    {"NAME": "tolok.web.akun.sandi.SandiAngka"},
]

ACCOUNT_ADAPTER = "tolok.web.akun.penyesuai.PenyesuaiAkun"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_ENABLED = False
ACCOUNT_SIGNUP_FIELDS = ["email*", "username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = "[Tolok] "
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_USER_DISPLAY = "tolok.web.akun.penyesuai.get_nama_tampil"
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if IS_HTTPS else "http"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_REAUTHENTICATION_METHODS = ["password", "mfa"]
ACCOUNT_SESSION_REMEMBER = False  # the session ends with the browser, at the latest after SESSION_COOKIE_AGE
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",  # an office signs in from one address
    "login_failed": "5/15m/key",  # codes of the second step; passwords are counted by axes
    "change_password": "5/m/user",
    "reauthenticate": "10/m/user",
    "reset_password": "20/m/ip,3/h/key",
    "reset_password_from_key": "20/m/ip",
}
ACCOUNT_FORMS = {
    "login": "tolok.web.akun.forms.FormMasuk",
    "change_password": "tolok.web.akun.forms.FormGantiSandi",
    "reset_password": "tolok.web.akun.forms.FormLupaSandi",
    "reset_password_from_key": "tolok.web.akun.forms.FormSandiBaru",
    "reauthenticate": "tolok.web.akun.forms.FormKonfirmasiSandi",
}
ALLAUTH_TRUSTED_PROXY_COUNT = read_proksi(os.environ.get("TOLOK_PROKSI") or "0")

MFA_ADAPTER = "tolok.web.akun.penyesuai.PenyesuaiPengaman"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Tolok"
MFA_TOTP_TOLERANCE = 1  # clocks of phones and servers of agencies differ by seconds
MFA_FORMS = {
    "authenticate": "tolok.web.akun.forms.FormKode",
    "reauthenticate": "tolok.web.akun.forms.FormKonfirmasiKode",
    "activate_totp": "tolok.web.akun.forms.FormAktifkanAplikasi",
    "add_webauthn": "tolok.web.akun.forms.FormTambahKunci",
    "edit_webauthn": "tolok.web.akun.forms.FormUbahKunci",
}

SOCIALACCOUNT_ADAPTER = "tolok.web.akun.penyesuai_oidc.PenyesuaiPenyedia"
SOCIALACCOUNT_PROVIDERS = read_penyedia_oidc(os.environ.get("TOLOK_OIDC", ""))
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_REAUTHENTICATION_REQUIRED = True
SOCIALACCOUNT_REQUESTS_TIMEOUT = 10
ASAL_PENYEDIA: Final = list_asal(SOCIALACCOUNT_PROVIDERS)

USERSESSIONS_ADAPTER = "tolok.web.akun.penyesuai.PenyesuaiSesi"

AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_USERNAME_CALLABLE = "tolok.web.akun.kunci_masuk.get_nama_masuk"
AXES_CLIENT_IP_CALLABLE = "tolok.web.akun.kunci_masuk.get_alamat"
AXES_LOCKOUT_CALLABLE = "tolok.web.akun.kunci_masuk.render_terkunci"
AXES_SENSITIVE_PARAMETERS = [
    "login", "username", "email", "ip_address", "code", "credential", "csrfmiddlewaretoken",
    "oldpassword", "password1", "password2",
]  # fmt: skip
AXES_DISABLE_ACCESS_LOG = True  # who signed in stands in the chain of the installation
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"

CACHES = {"default": {"BACKEND": "tolok.web.akun.tembolok.TembolokBersama"}}

_SUREL = make_surel(FOLDER_DATA, os.environ.get("TOLOK_SUREL", ""), debug=IS_DEBUG)
SUREL_AKTIF = ACCOUNT_EMAIL_NOTIFICATIONS = _SUREL.aktif
EMAIL_BACKEND, EMAIL_FILE_PATH = _SUREL.backend, _SUREL.folder
EMAIL_HOST, EMAIL_PORT, EMAIL_USE_SSL, EMAIL_USE_TLS = _SUREL.host, _SUREL.port, _SUREL.ssl, _SUREL.tls
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _SUREL.nama, _SUREL.sandi
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = _SUREL.dari
