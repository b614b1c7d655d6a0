"""How allauth behaves here: our words, our operations, no sign-up."""

from __future__ import annotations

import base64
import hashlib
import logging
import secrets
from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.usersessions.adapter import DefaultUserSessionsAdapter
from allauth.usersessions.models import UserSession
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.http import HttpRequest

from tolok.web.akun import operations
from tolok.web.akun.models import Pengguna

log = logging.getLogger(__name__)

_SALAH_MASUK = "Nama atau kata sandi salah. Periksa huruf besar dan kecil, lalu ulangi."
_SALAH_KODE = "Kode salah atau sudah dipakai. Tunggu kode berikutnya, lalu ulangi."
_TERLALU_SERING = "Terlalu banyak percobaan. Tunggu beberapa menit, lalu ulangi."


def get_nama_tampil(pengguna: Pengguna) -> str:
    """Return what a person is called on authenticators and in mail."""
    return str(pengguna)


class PenyesuaiAkun(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made by an admin; a password a person sets is one operation with its entry."""

    error_messages: ClassVar[dict[str, Any]] = DefaultAccountAdapter.error_messages | {
        "account_inactive": "Akun ini nonaktif. Hubungi admin instansi.",
        "email_password_mismatch": _SALAH_MASUK,
        "username_password_mismatch": _SALAH_MASUK,
        "invalid_login": _SALAH_MASUK,
        "enter_current_password": "Kata sandi sekarang salah. Periksa huruf besar dan kecil, lalu ulangi.",
        "incorrect_password": "Kata sandi salah. Periksa huruf besar dan kecil, lalu ulangi.",
        "incorrect_code": _SALAH_KODE,
        "invalid_password_reset": "Tautan ini tidak berlaku lagi. Minta tautan baru.",
        "same_as_current": "Kata sandi baru harus berbeda dari yang sekarang.",
        "too_many_login_attempts": _TERLALU_SERING,
        "rate_limited": _TERLALU_SERING,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Nobody makes an account for themselves."""
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Leave the counting of wrong passwords to axes, which counts for all processes and says when the lock ends."""

    def set_password(self, user: Pengguna, password: str) -> None:
        """Set the password a person chose."""
        operations.change_sandi(user, password)

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """Return the ways to confirm who one is, in our words."""
        kata = {
            "reauthenticate": "Pakai kata sandi",
            "mfa_reauthenticate": "Pakai kode dari aplikasi atau kode pemulihan",
            "mfa_reauthenticate:webauthn": "Pakai kunci sandi",
        }
        daftar = super().get_reauthentication_methods(user)
        return [satu | {"description": kata[satu["id"]]} for satu in daftar if satu["id"] in kata]


class PenyesuaiPengaman(DefaultMFAAdapter):  # type: ignore[misc]
    """The second step; its secrets are stored encrypted with the key of the installation."""

    error_messages: ClassVar[dict[str, Any]] = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _SALAH_KODE,
        "cannot_generate_recovery_codes": "Kode pemulihan dibuat sesudah aplikasi kode atau kunci sandi dipasang.",
        "unverified_email": "Surel Anda belum diperiksa. Hubungi admin instansi.",
    }

    def encrypt(self, text: str) -> str:
        """Return a secret as it is stored."""
        return _make_fernet().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """
        Return a stored secret.

        If it was stored under another key, what is returned fits no code: sign-in then fails, safely, until an admin
        removes the second step.
        """
        try:
            return _make_fernet().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            log.error("Rahasia pengaman tidak dapat dibuka dengan kunci pemasangan ini.")
            return base64.b32encode(secrets.token_bytes(20)).decode()

    def generate_authenticator_name(self, user: Pengguna, type: Authenticator.Type) -> str:  # noqa: A002
        """Return what a new key is called until its owner names it."""
        jumlah = Authenticator.objects.filter(user=user, type=type).count()
        return f"Kunci {jumlah + 1}"


class PenyesuaiSesi(DefaultUserSessionsAdapter):  # type: ignore[misc]
    """Ending one's other sessions is one operation with its entry."""

    def end_sessions(self, sessions: list[UserSession]) -> None:
        """End sessions of one person."""
        operations.end_sesi(sessions)


def _make_fernet() -> MultiFernet:
    daftar = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return MultiFernet([Fernet(_derive(str(kunci))) for kunci in daftar])


def _derive(kunci: str) -> bytes:
    return base64.urlsafe_b64encode(hashlib.sha256(b"tolok.akun.pengaman:" + kunci.encode()).digest())
