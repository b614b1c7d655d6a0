"""
Names in Office XML without their namespaces, so that both editions of the formats (transitional, strict) read alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

_RUANG_W = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}",
    "{http://purl.oclc.org/ooxml/officeDocument/math}",
    "",
)


@lru_cache(maxsize=1024)
def _lokal(tag: str) -> str:
    return tag.rsplit("}", 1)[-1]


def nama_lokal(unsur: etree._Element) -> str:
    """Return the name of an element without its namespace; "" for what is no element."""
    return _lokal(unsur.tag) if isinstance(unsur.tag, str) else ""


def anak(unsur: etree._Element | None, *jalur: str) -> etree._Element | None:
    """Return the first child of this name, then its first child of the next name, and so on; ``None`` if one lacks."""
    for nama in jalur:
        unsur = next((satu for satu in unsur if nama_lokal(satu) == nama), None) if unsur is not None else None
    return unsur


def daftar_anak(unsur: etree._Element | None, nama: str) -> Iterator[etree._Element]:
    """Yield the children of this name."""
    return (satu for satu in unsur if nama_lokal(satu) == nama) if unsur is not None else iter(())


def atribut(unsur: etree._Element | None, nama: str = "val") -> str | None:
    """Return an attribute, whichever edition of the namespace it is in."""
    if unsur is not None:
        for ruang in _RUANG_W:
            nilai: str | None = unsur.get(ruang + nama)
            if nilai is not None:
                return nilai
    return None


def atribut_bulat(unsur: etree._Element | None, nama: str = "val", *, lain: int = 0) -> int:
    """Return an attribute as a whole number of at most nine digits, ``lain`` if it is none."""
    teks = atribut(unsur, nama) or ""
    return int(teks) if len(teks) < 10 and teks.removeprefix("-").isdecimal() and teks.isascii() else lain


def is_nyala(unsur: etree._Element | None) -> bool:
    """Whether a switch is there and not turned off."""
    return unsur is not None and atribut(unsur) not in ("0", "false", "off", "none")
