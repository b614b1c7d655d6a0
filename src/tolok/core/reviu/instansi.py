"""Which documents speak of one agency: only those are held against each other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tolok.core.bacaan.blok import Paragraf
from tolok.core.reviu.aturan_reviu import Bahan
from tolok.core.reviu.nama_serupa import make_kunci_serupa

_DAERAH: Final = re.compile(
    r"\b(kota|kabupaten|provinsi)\s+(?!layak\b|administra|yang\b|dan\b|di\b)([a-z][a-z-]{2,})", re.IGNORECASE
)
_KEPALA: Final = 40
"""How many paragraphs of a file may name its region."""


def group_per_instansi(daftar_bahan: Iterable[Bahan]) -> tuple[tuple[Bahan, ...], ...]:
    """
    Return the documents of each agency together, those of a file whose region is nowhere named apart from others.

    The region is looked for in the name of the agency, then in the first paragraphs of the file; agencies of one region
    are told apart by their names without it.
    """
    daftar = tuple(daftar_bahan)
    per_berkas: dict[str, list[Bahan]] = {}
    for bahan in daftar:
        per_berkas.setdefault(bahan.berkas, []).append(bahan)
    daerah = {berkas: find_daerah(isi) for berkas, isi in per_berkas.items()}
    kelompok: dict[tuple[str, str], list[Bahan]] = {}
    for bahan in daftar:
        milik = find_daerah([bahan], dengan_teks=False) or daerah[bahan.berkas]
        nama = _lengkapi(make_kunci_serupa(_nama_saja(bahan)), per_berkas[bahan.berkas])
        kelompok.setdefault((milik, nama), []).append(bahan)
    return tuple(tuple(isi) for isi in kelompok.values())


def _nama_saja(bahan: Bahan) -> str:
    return str(_DAERAH.split(bahan.dokumen.perangkat_daerah)[0])


def _lengkapi(kunci: str, sefile: list[Bahan]) -> str:
    """Return the longest name in the file that begins with this one: forms shorten the name of their agency."""
    semua = {make_kunci_serupa(_nama_saja(bahan)) for bahan in sefile}
    return max((satu for satu in semua if f"{satu} ".startswith(f"{kunci} ")), key=len, default=kunci)


def find_daerah(daftar: list[Bahan], *, dengan_teks: bool = True) -> str:
    """Return the region ("kota probolinggo") that the documents name first, in lower case; ``""`` without one."""
    teks = [bahan.dokumen.perangkat_daerah for bahan in daftar] + [bahan.dokumen.judul for bahan in daftar]
    if dengan_teks:
        for bahan in daftar:
            teks += [blok.teks for blok in bahan.dokumen.blok[:_KEPALA] if isinstance(blok, Paragraf)]
    for satu in teks:
        if cocok := _DAERAH.search(" ".join(satu.split())):
            return f"{cocok[1]} {cocok[2]}".casefold()
    return ""
