"""
What a password must be, said before anything is typed, and one that an admin hands out.

Each rule is a validator of Django with our own words; ``list_aturan`` gives them to the pages.
"""

from __future__ import annotations

import re
import secrets
from functools import cache
from pathlib import Path
from typing import Any, Final

from django.contrib.auth import password_validation
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError

_HURUF_SEMENTARA: Final = "abcdefghjkmnpqrstuvwxyz23456789"
"""Letters that cannot be mistaken for each other when copied by hand."""

_BUKAN_HURUF_DI_TEPI: Final = re.compile(r"^[^a-z]+|[^a-z]+$")


class PanjangSandi(password_validation.MinimumLengthValidator):
    """A password is long."""

    def get_error_message(self) -> str:
        """Return what is wrong."""
        return f"Kata sandi terlalu pendek. Pakai paling sedikit {self.min_length} karakter."

    def get_help_text(self) -> str:
        """Return the rule."""
        return f"Paling sedikit {self.min_length} karakter; beberapa kata yang tidak berhubungan mudah diingat."


class SandiMiripOrang(password_validation.UserAttributeSimilarityValidator):
    """A password does not resemble what others know about the person."""

    def __init__(self) -> None:
        super().__init__(user_attributes=("username", "nama", "email"))

    def validate(self, password: str, user: Any = None) -> None:
        """
        Do nothing if the password is unlike the person.

        :raises ValidationError: otherwise
        """
        try:
            super().validate(password, user)
        except ValidationError as galat:
            raise ValidationError(
                "Kata sandi terlalu mirip dengan nama atau surel Anda.", code="password_too_similar"
            ) from galat

    def get_help_text(self) -> str:
        """Return the rule."""
        return "Tidak mirip dengan nama, nama pengguna, atau surel Anda."


class SandiUmum(password_validation.CommonPasswordValidator):
    """A password is not one that many use: Django's list, and Indonesian words with digits around them."""

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:  # noqa: ARG002
        """
        Do nothing if the password is not a common one.

        :raises ValidationError: otherwise
        """
        inti = _BUKAN_HURUF_DI_TEPI.sub("", password.lower())
        if password.lower().strip() in self.passwords or inti in _read_kata_umum():
            raise ValidationError(
                "Kata sandi ini dipakai banyak orang dan pertama kali dicoba penyerang.", code="password_too_common"
            )

    def get_help_text(self) -> str:
        """Return the rule."""
        return "Bukan kata sandi yang umum dipakai, misalnya rahasia123456 atau Indonesia1945."


class SandiAngka(password_validation.NumericPasswordValidator):
    """A password is not a number: those of officers are their NIP or date of birth."""

    def get_error_message(self) -> str:
        """Return what is wrong."""
        return "Kata sandi tidak boleh hanya angka, misalnya NIP atau tanggal lahir."

    def get_help_text(self) -> str:
        """Return the rule."""
        return "Bukan angka saja, misalnya NIP atau tanggal lahir."


def list_aturan() -> list[str]:
    """Return the rules in force, one sentence each."""
    return password_validation.password_validators_help_texts()


def make_sandi_sementara() -> str:
    """Return a one-time password: four groups of four letters that are easily read out and copied."""
    return "-".join("".join(secrets.choice(_HURUF_SEMENTARA) for _ in range(4)) for _ in range(4))


@cache
def _read_kata_umum() -> frozenset[str]:
    isi = (Path(__file__).parent / "kata_sandi_umum.txt").read_text(encoding="utf-8")
    return frozenset(isi.split())
