"""Zip archives (DOCX, XLSX) whose bytes depend on their contents alone."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Final

_WAKTU: Final = (1980, 1, 1, 0, 0, 0)
_DAHULU: Final = ("[Content_Types].xml", "_rels/.rels")
"""Office programs look for these first, so they stand first."""


def write_zip(isi_per_nama: Mapping[str, bytes]) -> bytes:
    """Return an archive of these files in a fixed order, with one fixed time and fixed attributes."""
    sisa = sorted(nama for nama in isi_per_nama if nama not in _DAHULU)
    penampung = BytesIO()
    with zipfile.ZipFile(penampung, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as arsip:
        for nama in (*(n for n in _DAHULU if n in isi_per_nama), *sisa):
            berkas = zipfile.ZipInfo(nama, _WAKTU)
            berkas.compress_type = zipfile.ZIP_DEFLATED
            berkas.create_system = 0
            berkas.external_attr = 0
            arsip.writestr(berkas, isi_per_nama[nama])
    return penampung.getvalue()


def rewrite_zip(arsip: bytes) -> bytes:
    """Return the same files as ``write_zip`` would have written them."""
    with zipfile.ZipFile(BytesIO(arsip)) as lama:
        return write_zip({nama: lama.read(nama) for nama in lama.namelist()})
