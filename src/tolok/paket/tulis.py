"""Writing a package, as a folder or as a workbook."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tolok.berkas import write_atomik
from tolok.core.instansi import TahunInstansi
from tolok.paket.muat import AKHIRAN_BUKU
from tolok.paket.susun import susun_paket
from tolok.paket.tulis_buku import format_buku
from tolok.paket.tulis_folder import format_folder, write_folder


def write_paket(data: TahunInstansi, jalur: Path | str, *, tambahan: Mapping[str, bytes] | None = None) -> None:
    """
    Write an agency-year to a folder, or to a workbook if the name ends in ``.xlsx``; loading gives it back.

    :param tambahan: other files to put into a folder, by name
    :raises GalatPaket: if something in ``data`` has no text that reads back as the same; nothing is written
    :raises GalatBerkas: if the place cannot be written; what stood there is unchanged
    """
    paket = susun_paket(data)
    jalur = Path(jalur)
    if is_buku(jalur):
        write_atomik(jalur, format_buku(paket))
    else:
        write_folder(format_folder(paket) | dict(tambahan or {}), jalur)


def is_buku(jalur: Path) -> bool:
    """Whether a package at that address is a workbook."""
    return jalur.suffix.casefold() == AKHIRAN_BUKU
