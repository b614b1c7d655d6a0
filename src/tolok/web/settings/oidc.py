"""Identity providers by configuration: a TOML file with one ``[[penyedia]]`` each."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

_WAJIB: Final = ("id", "nama", "alamat", "klien", "rahasia")
_BOLEH: Final = frozenset((*_WAJIB, "hubungkan_surel", "akun_baru"))


def read_penyedia_oidc(alamat: str) -> dict[str, Any]:
    """
    Return the allauth settings of the providers in a TOML file (``""``: none).

    Each ``[[penyedia]]`` has ``id``, ``nama``, ``alamat`` (the issuer), ``klien`` and ``rahasia``. Two fields say whom
    it lets in besides those who linked their account themselves: ``hubungkan_surel = true`` whoever has an account with
    the e-mail address the provider has verified; ``akun_baru = ["@dinas.go.id", "orang@kota.go.id"]`` makes an account,
    without any role, for verified addresses on this list.

    :raises ImproperlyConfigured: if the file cannot be read or a field is missing, unknown or of the wrong kind
    """
    if not alamat:
        return {}
    try:
        isi = tomllib.loads(Path(alamat).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as galat:
        raise ImproperlyConfigured(f"TOLOK_OIDC {alamat} tidak dapat dibaca: {galat}.") from galat
    daftar = isi.get("penyedia")
    if not isinstance(daftar, list) or not daftar:
        raise ImproperlyConfigured(f"TOLOK_OIDC {alamat}: tidak ada [[penyedia]].")
    aplikasi = [_make_aplikasi(satu, f"TOLOK_OIDC {alamat}, penyedia {n}") for n, satu in enumerate(daftar, start=1)]
    daftar_id = [satu["provider_id"] for satu in aplikasi]
    if len(set(daftar_id)) < len(daftar_id):
        raise ImproperlyConfigured(f"TOLOK_OIDC {alamat}: id penyedia tidak boleh sama: {', '.join(daftar_id)}.")
    return {"openid_connect": {"APPS": aplikasi, "OAUTH_PKCE_ENABLED": True}}


def list_asal(penyedia: dict[str, Any]) -> list[str]:
    """Return the origins of the providers: a form that leads to a provider is sent there, which the CSP must allow."""
    aplikasi = penyedia.get("openid_connect", {}).get("APPS", [])
    bagian = (urlsplit(satu["settings"]["server_url"]) for satu in aplikasi)
    return sorted({f"{satu.scheme}://{satu.netloc}" for satu in bagian})


def _make_aplikasi(satu: object, tempat: str) -> dict[str, Any]:
    if not isinstance(satu, dict):
        raise ImproperlyConfigured(f"{tempat}: bukan tabel.")
    if asing := sorted(satu.keys() - _BOLEH):
        raise ImproperlyConfigured(f"{tempat}: isian tidak dikenal: {', '.join(asing)}.")
    for nama in _WAJIB:
        if not isinstance(satu.get(nama), str) or not satu[nama].strip():
            raise ImproperlyConfigured(f"{tempat}: {nama} harus berisi teks. Wajib: {', '.join(_WAJIB)}.")
    if not satu["alamat"].startswith(("https://", "http://127.0.0.1:", "http://localhost:")):
        raise ImproperlyConfigured(f"{tempat}: alamat harus dimulai dengan https://.")
    hubungkan = satu.get("hubungkan_surel", False)
    akun_baru = satu.get("akun_baru", [])
    if not isinstance(hubungkan, bool):
        raise ImproperlyConfigured(f"{tempat}: hubungkan_surel harus true atau false.")
    if not isinstance(akun_baru, list) or not all(isinstance(pola, str) and "@" in pola for pola in akun_baru):
        raise ImproperlyConfigured(f'{tempat}: akun_baru harus daftar seperti ["@dinas.go.id", "orang@kota.go.id"].')
    return {
        "provider_id": satu["id"],
        "name": satu["nama"],
        "client_id": satu["klien"],
        "secret": satu["rahasia"],
        "settings": {
            "server_url": satu["alamat"].rstrip("/"),
            "email_authentication": hubungkan,
            "akun_baru": [pola.lower() for pola in akun_baru],
        },
    }
