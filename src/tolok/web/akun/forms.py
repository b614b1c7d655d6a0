"""The forms of allauth with our labels, hints and refusals."""

from __future__ import annotations

from typing import Any, ClassVar

from allauth.account.adapter import get_adapter
from allauth.account.forms import (
    ChangePasswordForm,
    LoginForm,
    ReauthenticateForm,
    ResetPasswordForm,
    ResetPasswordKeyForm,
)
from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ReauthenticateCodeForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms

from tolok.web.akun.kunci_masuk import is_terkunci
from tolok.web.akun.sandi import list_aturan


class _Berlabel(forms.Form):
    """Gives the fields of allauth our words and the classes of ui."""

    label: ClassVar[dict[str, str]]
    kosong: ClassVar[dict[str, str]]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nama, isian in self.fields.items():
            isian.label = self.label.get(nama, isian.label)
            isian.help_text = ""
            isian.error_messages["required"] = self.kosong.get(nama, "Isi dahulu.")
            if not isinstance(isian.widget, forms.HiddenInput | forms.CheckboxInput):
                isian.widget.attrs |= {"class": "form-control"}
                isian.widget.attrs.pop("placeholder", None)


class _SandiBaru(_Berlabel):
    """A form that sets a password: its rules are shown beside it."""

    label: ClassVar = {
        "oldpassword": "Kata sandi sekarang",
        "password1": "Kata sandi baru",
        "password2": "Ulangi kata sandi baru",
    }
    kosong: ClassVar = {
        "oldpassword": "Isi kata sandi sekarang.",
        "password1": "Isi kata sandi baru.",
        "password2": "Ulangi kata sandi baru.",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].help_text = " ".join(self.daftar_aturan)  # Django ties it to the field

    @property
    def daftar_aturan(self) -> list[str]:
        """What the password must be."""
        return list_aturan()

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = forms.Form.clean(self) or {}
        if isi.get("password1") and isi.get("password2") and isi["password1"] != isi["password2"]:
            self.add_error("password2", "Kedua kata sandi baru tidak sama. Ketik ulang keduanya.")
        return isi


class FormMasuk(_Berlabel, LoginForm):  # type: ignore[misc]
    """Sign in."""

    label: ClassVar = {"login": "Nama pengguna atau surel", "password": "Kata sandi"}
    kosong: ClassVar = {"login": "Isi nama pengguna atau surel.", "password": "Isi kata sandi."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs |= {
            "autocomplete": "username",
            "autocapitalize": "none",
            "spellcheck": "false",
            "maxlength": 254,
        }
        self.fields["password" if self.is_bound else "login"].widget.attrs["autofocus"] = True


class FormGantiSandi(_SandiBaru, ChangePasswordForm):  # type: ignore[misc]
    """Change one's own password; the new one differs from the one it replaces."""

    def clean(self) -> dict[str, Any]:
        isi = super().clean()
        if isi.get("password1") and self.user.check_password(isi["password1"]):
            self.add_error("password1", get_adapter().validation_error("same_as_current"))
        return isi


class FormLupaSandi(_Berlabel, ResetPasswordForm):  # type: ignore[misc]
    """Ask for a link that sets a new password."""

    label: ClassVar = {"email": "Surel"}
    kosong: ClassVar = {"email": "Isi surel Anda."}


class FormSandiBaru(_SandiBaru, ResetPasswordKeyForm):  # type: ignore[misc]
    """Set a new password with such a link."""


class FormKonfirmasiSandi(_Berlabel, ReauthenticateForm):  # type: ignore[misc]
    """Confirm who one is with the password."""

    label: ClassVar = {"password": "Kata sandi"}
    kosong: ClassVar = {"password": "Isi kata sandi."}


class _Kode(_Berlabel):
    label: ClassVar = {"code": "Kode"}
    kosong: ClassVar = {"code": "Isi kode."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= {
            "inputmode": "numeric",
            "autocomplete": "one-time-code",
            "maxlength": 12,
            "autofocus": True,
        }


class _KodeBerkunci(_Kode):
    def clean_code(self) -> str:
        if is_terkunci(context.request, self.user):  # type: ignore[attr-defined]
            raise get_adapter().validation_error("too_many_login_attempts")
        return str(super().clean_code())  # type: ignore[misc]


class FormKode(_KodeBerkunci, AuthenticateForm):  # type: ignore[misc]
    """The second step of signing in."""


class FormKonfirmasiKode(_KodeBerkunci, ReauthenticateCodeForm):  # type: ignore[misc]
    """Confirm who one is with a code."""


class FormAktifkanAplikasi(_Kode, ActivateTOTPForm):  # type: ignore[misc]
    """Prove that the app shows the right codes."""

    label: ClassVar = {"code": "Kode enam angka dari aplikasi"}


class _Kunci(_Berlabel):
    label: ClassVar = {"name": "Nama kunci", "passwordless": "Pakai untuk masuk tanpa kata sandi"}
    kosong: ClassVar = {"name": "Isi nama kunci."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].widget.attrs |= {"maxlength": 60}
        self.fields["name"].max_length = 60  # type: ignore[attr-defined]


class FormTambahKunci(_Kunci, AddWebAuthnForm):  # type: ignore[misc]
    """Register a passkey."""


class FormUbahKunci(_Kunci, EditWebAuthnForm):  # type: ignore[misc]
    """Rename a passkey."""
