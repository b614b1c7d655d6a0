"""The icons of the sprite; an icon that is not in it is a mistake of the template and says so."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final

from django.templatetags.static import static

_SPRITE: Final = Path(__file__).parent / "static" / "ui" / "ikon.svg"


class IkonTidakAda(LookupError):
    """A template names an icon that the sprite does not hold."""


@cache
def list_ikon() -> frozenset[str]:
    """Return the names in the sprite (see ``alat/ikon.txt``)."""
    return frozenset(re.findall(r'<symbol id="i-([a-z0-9-]+)"', _SPRITE.read_text(encoding="utf-8")))


@cache
def make_alamat_ikon(nama: str) -> str:
    """
    Return the address of an icon for ``<use href>``.

    :raises IkonTidakAda: if the sprite has no such icon
    """
    if nama not in list_ikon():
        raise IkonTidakAda(f"Ikon {nama!r} tidak ada di sprite; tambahkan namanya ke alat/ikon.txt.")
    return f"{static('ui/ikon.svg')}#i-{nama}"
