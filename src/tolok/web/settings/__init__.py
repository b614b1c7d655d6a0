"""
Settings of the site, from the environment only.

``TOLOK_DATA`` is the folder that holds everything which is not code (database, secret key, uploads, backups);
``TOLOK_BASIS_DATA`` the address of the database (``sqlite:///…``, ``postgresql://…``; else SQLite in that folder);
``TOLOK_HOST`` the names the site answers to, separated by commas; ``TOLOK_HTTPS=1`` sets the cookies and headers of a
site behind TLS; ``TOLOK_OIDC`` the address of a TOML file with the identity providers; ``TOLOK_SUREL`` how mail leaves
(``smtp://…``); ``TOLOK_PROKSI`` the number of trusted proxies in front; ``TOLOK_SIMPANAN`` the
number of computed years that a process keeps in memory; ``TOLOK_DEBUG=1`` is for developers only and
reported by ``tolok periksa-sistem``. What concerns sign-in stands in ``settings.masuk``.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from django.contrib.messages import constants as pesan

import tolok
from tolok.web.settings.basis_data import make_basis_data
from tolok.web.settings.kunci import read_kunci_rahasia
from tolok.web.settings.lingkungan import FOLDER_DATA, IS_DEBUG, IS_HTTPS
from tolok.web.settings.log import make_log
from tolok.web.settings.masuk import *  # noqa: F403
from tolok.web.settings.masuk import ASAL_PENYEDIA
from tolok.web.settings.pekerjaan import *  # noqa: F403
from tolok.web.settings.simpanan import *  # noqa: F403

DEBUG = IS_DEBUG
SECRET_KEY = read_kunci_rahasia(FOLDER_DATA)
ALLOWED_HOSTS = [nama for nama in os.environ.get("TOLOK_HOST", "localhost,127.0.0.1,[::1]").split(",") if nama]
CSRF_TRUSTED_ORIGINS = [f"https://{nama}" for nama in ALLOWED_HOSTS] if IS_HTTPS else []

ROOT_URLCONF = "tolok.web.urls"
WSGI_APPLICATION = "tolok.web.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "template_partials.apps.SimpleAppConfig",
    "csp",
    "axes",  # before akun: it counts a failure before akun writes it down
    "tolok.web.ui",
    "tolok.web.akun",  # before allauth: its pages are our templates
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django_tasks",
    "django_tasks_db",
    "tolok.web.audit",
    "tolok.web.jobs",
    "tolok.web.organisasi",
    "tolok.web.perencanaan",
    "tolok.web.anggaran",
    "tolok.web.perjanjian",
    "tolok.web.pengukuran",
    "tolok.web.penjelasan",
    "tolok.web.pelaporan",
    "tolok.web.pertukaran",
    "tolok.web.impor",
    "tolok.web.portal",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "tolok.web.ui.kompresi.GzipHalaman",
    "csp.middleware.CSPMiddleware",  # above the session, so that its failures get the header too
    "tolok.web.ui.galat.middleware.write_halaman_galat",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "tolok.web.akun.wajib_ganti.WajibGantiSandiMiddleware",
    "axes.middleware.AxesMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": ["template_partials.templatetags.partials", "tolok.web.ui.templatetags.tolok"],
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    [("django.template.loaders.cached.Loader", ["django.template.loaders.app_directories.Loader"])],
                )
            ],
        },
    }
]

DATABASES: dict[str, dict[str, Any]] = {"default": make_basis_data(FOLDER_DATA, os.environ.get("TOLOK_BASIS_DATA", ""))}

LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Jakarta"

STATIC_URL = "/statis/"
STATIC_ROOT = FOLDER_DATA / "statis"
STATICFILES_DIRS = [("kertas", Path(tolok.__file__).parent / "render" / "html" / "statis")]
MEDIA_ROOT = FOLDER_DATA / "berkas"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

MESSAGE_TAGS = {
    pesan.DEBUG: "polos",
    pesan.INFO: "info",
    pesan.SUCCESS: "baik",
    pesan.WARNING: "waspada",
    pesan.ERROR: "galat",
}

SECURE_SSL_REDIRECT = IS_HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_HTTPS else None
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if IS_HTTPS else 0
X_FRAME_OPTIONS = "SAMEORIGIN"
CSRF_FAILURE_VIEW = "tolok.web.ui.galat.views.show_tanda_formulir"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF, *ASAL_PENYEDIA],
        "frame-src": [SELF],
        "frame-ancestors": [SELF],
        "base-uri": [NONE],
    }
}

LOGGING = make_log()
