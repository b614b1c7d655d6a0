"""How mail leaves the site, from one address; without one it is put in a folder and pages promise no mail."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

_BACKEND = "django.core.mail.backends"


class Surel(NamedTuple):
    """The mail settings; ``aktif`` tells whether mail reaches anybody."""

    aktif: bool
    backend: str
    folder: str = ""
    host: str = ""
    port: int = 0
    nama: str = ""
    sandi: str = ""
    ssl: bool = False
    tls: bool = False
    dari: str = "tolok@localhost"


def make_surel(folder: Path, alamat: str, *, debug: bool) -> Surel:
    """
    Return the settings for ``smtp://nama:sandi@server:587/?dari=tolok@dinas.go.id`` (STARTTLS) or ``smtps://…``.

    :param alamat: ``""``: files in ``folder``, or the terminal when debugging; ``&tls=tidak`` is for a relay on the
        same machine
    :raises ImproperlyConfigured: if the address cannot be used
    """
    if not alamat:
        return Surel(False, f"{_BACKEND}.{'console' if debug else 'filebased'}.EmailBackend", str(folder / "surel"))
    bagian = urlsplit(alamat)
    pilihan = {kunci: isi[-1] for kunci, isi in parse_qs(bagian.query).items()}
    if bagian.scheme not in ("smtp", "smtps") or not bagian.hostname or "@" not in pilihan.get("dari", ""):
        raise ImproperlyConfigured(
            "TOLOK_SUREL harus berbentuk smtp://nama:sandi@server:587/?dari=tolok@dinas.go.id "
            "(smtps:// bila TLS sejak awal); dari= adalah alamat pengirim."
        )
    ssl = bagian.scheme == "smtps"
    return Surel(
        True,
        f"{_BACKEND}.smtp.EmailBackend",
        host=bagian.hostname,
        port=bagian.port or (465 if ssl else 587),
        nama=unquote(bagian.username or ""),
        sandi=unquote(bagian.password or ""),
        ssl=ssl,
        tls=not ssl and pilihan.get("tls") != "tidak",
        dari=pilihan["dari"],
    )
