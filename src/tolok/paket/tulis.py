"""Writing a package, as a folder or as a workbook."""

from __future__ import annotations

from pathlib import Path

from tolok.core.instansi import TahunInstansi
from tolok.paket.susun import susun_paket
from tolok.paket.tulis_folder import format_folder, write_folder


def write_paket(data: TahunInstansi, jalur: Path | str) -> None:
    """
    Write an agency-year to a folder, or to a workbook if the name ends in ``.xlsx``; loading gives it back.

    :raises GalatPaket: if something in ``data`` has no text that reads back as the same; nothing is written
    :raises GalatBerkas: if the place cannot be written; what stood there is unchanged
    """
    paket = susun_paket(data)
    write_folder(format_folder(paket), Path(jalur))
