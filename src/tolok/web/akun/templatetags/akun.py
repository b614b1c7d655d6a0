"""Template tags of the account pages."""

from __future__ import annotations

from collections.abc import Sized

from django import template

from tolok.core.angka import Angka
from tolok.core.cetak_angka import format_angka
from tolok.web.akun.peramban import describe_peramban

register = template.Library()


@register.filter
def peramban(teks: str) -> str:
    """Return "Chrome di Windows" for what a browser calls itself."""
    return describe_peramban(teks)


@register.filter
def jumlah(daftar: Sized) -> str:
    """Return how many there are, printed."""
    return format_angka(Angka(len(daftar)), digit=0)
