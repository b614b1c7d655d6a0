"""When two names are one name: variables in formulas and classes of scales are called as an officer types them."""

from __future__ import annotations


def make_kunci_nama(nama: str) -> str:
    """Return the key of a name: names that differ in letter case and spaces only have the same one."""
    return " ".join(nama.split()).casefold()
