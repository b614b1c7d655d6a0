"""The known word somebody meant who wrote another one."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def find_mirip(kata: str, daftar: Iterable[str]) -> str:
    """Return the entry of ``daftar`` most like ``kata`` (letter case does not matter), or ``""``."""
    asli_per_kunci = {pilihan.casefold(): pilihan for pilihan in daftar}
    mirip = get_close_matches(kata.casefold(), asli_per_kunci, n=1)
    return asli_per_kunci[mirip[0]] if mirip else ""
