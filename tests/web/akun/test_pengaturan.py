"""Settings of sign-in from the environment, as a process reads them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tolok.web.settings.surel import make_surel

BACA = """
import json, sys
from django.conf import settings
print(json.dumps({nama: getattr(settings, nama) for nama in sys.argv[1:]}, default=str))
"""


def baca(folder: Path, *nama: str, **lingkungan: str) -> dict[str, object]:
    """Return settings of the product under an environment."""
    bersih = {k: v for k, v in os.environ.items() if not k.startswith("TOLOK_")}
    dasar = bersih | {"TOLOK_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "tolok.web.settings"}
    jalan = subprocess.run(
        [sys.executable, "-c", BACA, *nama], env=dasar | lingkungan, capture_output=True, text=True, check=False
    )
    if jalan.returncode:
        return {"galat": jalan.stderr.splitlines()[-1]}
    return json.loads(jalan.stdout)


def test_behind_tls_cookies_are_secure_and_links_are_https(tmp_path: Path) -> None:
    isi = baca(
        tmp_path,
        "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT", "ACCOUNT_DEFAULT_HTTP_PROTOCOL",
        TOLOK_HTTPS="1",
    )  # fmt: skip
    assert isi == {
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_SECURE": True,
        "SECURE_SSL_REDIRECT": True,
        "ACCOUNT_DEFAULT_HTTP_PROTOCOL": "https",
    }


def test_proxies_are_trusted_only_if_told(tmp_path: Path) -> None:
    assert baca(tmp_path, "ALLAUTH_TRUSTED_PROXY_COUNT") == {"ALLAUTH_TRUSTED_PROXY_COUNT": 0}
    assert baca(tmp_path, "ALLAUTH_TRUSTED_PROXY_COUNT", TOLOK_PROKSI="2") == {"ALLAUTH_TRUSTED_PROXY_COUNT": 2}
    assert "TOLOK_PROKSI" in str(baca(tmp_path, "DEBUG", TOLOK_PROKSI="satu")["galat"])


def test_providers_enter_the_policy_and_the_sign_in(tmp_path: Path) -> None:
    berkas = tmp_path / "oidc.toml"
    berkas.write_text(
        '[[penyedia]]\nid = "kota"\nnama = "SSO Kota"\nalamat = "https://sso.kota.example/realms/asn/"\n'
        'klien = "tolok"\nrahasia = "r"\n',
        encoding="utf-8",
    )
    isi = baca(tmp_path, "CONTENT_SECURITY_POLICY", "SOCIALACCOUNT_PROVIDERS", TOLOK_OIDC=str(berkas))
    assert isi["CONTENT_SECURITY_POLICY"]["DIRECTIVES"]["form-action"] == ["'self'", "https://sso.kota.example"]
    (satu,) = isi["SOCIALACCOUNT_PROVIDERS"]["openid_connect"]["APPS"]
    assert satu["settings"] == {
        "server_url": "https://sso.kota.example/realms/asn",
        "email_authentication": False,
        "akun_baru": [],
    }


def test_mail_leaves_only_where_it_is_told_to(tmp_path: Path) -> None:
    nama = ("SUREL_AKTIF", "EMAIL_BACKEND", "EMAIL_HOST", "EMAIL_HOST_PASSWORD", "DEFAULT_FROM_EMAIL")
    tanpa = baca(tmp_path, *nama)
    assert (tanpa["SUREL_AKTIF"], str(tanpa["EMAIL_BACKEND"]).split(".")[-2]) == (False, "filebased")
    isi = baca(tmp_path, *nama, TOLOK_SUREL="smtp://tolok:r%40hasia@surel.dinas.example/?dari=tolok@dinas.example")
    assert isi == {
        "SUREL_AKTIF": True,
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": "surel.dinas.example",
        "EMAIL_HOST_PASSWORD": "r@hasia",
        "DEFAULT_FROM_EMAIL": "tolok@dinas.example",
    }
    assert "TOLOK_SUREL" in str(baca(tmp_path, *nama, TOLOK_SUREL="surel.dinas.example:25")["galat"])


@pytest.mark.parametrize(
    ("alamat", "port", "ssl", "tls"),
    [
        ("smtp://s.example/?dari=a@b.c", 587, False, True),
        ("smtp://s.example:25/?dari=a@b.c&tls=tidak", 25, False, False),
        ("smtps://s.example/?dari=a@b.c", 465, True, False),
    ],
)
def test_the_kind_of_address_says_how_mail_is_protected(
    tmp_path: Path, alamat: str, port: int, ssl: bool, tls: bool
) -> None:
    surel = make_surel(tmp_path, alamat, debug=False)
    assert (surel.port, surel.ssl, surel.tls) == (port, ssl, tls)
