"""Identity providers by configuration: a TOML file with one ``[[penyedia]]`` each."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured


def read_penyedia_oidc(alamat: str) -> dict[str, Any]:
    """
    Return the allauth settings of the providers in a TOML file (``""``: none).

    Each ``[[penyedia]]`` has ``id``, ``nama``, ``alamat`` (the issuer), ``klien`` and ``rahasia``.

    :raises ImproperlyConfigured: if the file cannot be read or a field is missing
    """
    if not alamat:
        return {}
    try:
        isi = tomllib.loads(Path(alamat).read_text(encoding="utf-8"))
        daftar = [
            {
                "provider_id": satu["id"],
                "name": satu["nama"],
                "client_id": satu["klien"],
                "secret": satu["rahasia"],
                "settings": {"server_url": satu["alamat"]},
            }
            for satu in isi.get("penyedia", [])
        ]
    except (OSError, tomllib.TOMLDecodeError, KeyError) as galat:
        raise ImproperlyConfigured(
            f"TOLOK_OIDC {alamat}: {galat}. Tiap penyedia berisi id, nama, alamat, klien, rahasia."
        ) from galat
    return {"openid_connect": {"APPS": daftar, "OAUTH_PKCE_ENABLED": True}}
