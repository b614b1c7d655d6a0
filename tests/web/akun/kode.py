"""A phone with an app that shows codes (RFC 6238), written apart from the site's own code."""

from __future__ import annotations

import base64
import hmac
import re
import struct
import time

from django.test import Client
from django.urls import reverse
from tests.web.akun.conftest import SANDI


def make_kode(rahasia: str, geser: int = 0) -> str:
    """Return the code of a secret, ``geser`` half-minutes from now."""
    langkah = int(time.time()) // 30 + geser
    cerna = hmac.digest(base64.b32decode(rahasia), struct.pack(">Q", langkah), "sha1")
    (angka,) = struct.unpack_from(">I", cerna, cerna[-1] & 15)
    return f"{(angka & 0x7FFFFFFF) % 1_000_000:06d}"


def konfirmasi(klien: Client, sandi: str = SANDI) -> None:
    """Confirm who one is with the password."""
    assert klien.post(reverse("account_reauthenticate"), {"password": sandi}).status_code == 302


def pasang_aplikasi(klien: Client) -> str:
    """Install the app for the person signed in and return its secret."""
    konfirmasi(klien)
    halaman = klien.get(reverse("mfa_activate_totp")).content.decode()
    rahasia = re.search(r'id="rahasia">([A-Z2-7]+)<', halaman).group(1)
    jawaban = klien.post(reverse("mfa_activate_totp"), {"code": make_kode(rahasia)})
    assert jawaban["Location"] == reverse("mfa_view_recovery_codes")
    return rahasia


def list_kode_pemulihan(klien: Client) -> list[str]:
    """Return the unused recovery codes as the page shows them."""
    halaman = klien.get(reverse("mfa_view_recovery_codes")).content.decode()
    return re.findall(r"<li><code>(\d{8})</code>", halaman)
