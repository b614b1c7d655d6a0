"""``tolok periksa-sistem``: whether this installation is as it should be, and what to do where it is not."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from tolok.cli.basis_data import bangunkan, siapkan
from tolok.cli.layar import GalatMasukan, Layar

if TYPE_CHECKING:
    from tolok.web.pemeriksaan.butir import Butir

_WARNA: Final = {"baik": "green", "perhatian": "yellow", "galat": "bold red"}


def add_arguments(parser: ArgumentParser) -> None:
    """Describe the form of the output."""
    parser.description = (
        "Periksa basis data, pekerja, ruang, jam, cadangan, rahasia, dan setelan, dan sebutkan yang perlu dilakukan. "
        "Kode keluar: 0 tanpa galat, 1 ada galat."
    )
    parser.add_argument("--format", choices=("teks", "json"), default="teks", help="bentuk keluaran (bawaan: teks)")


def run(args: Namespace, layar: Layar) -> int:
    """
    Check everything and print a line each.

    :raises GalatMasukan: if the settings cannot be used
    """
    bangunkan()
    daftar = list(_list_butir())
    is_sehat = all(butir.keadaan.value != "galat" for butir in daftar)
    if args.format == "json":
        layar.json(to_json(daftar, is_sehat=is_sehat))
    else:
        _cetak(daftar, layar)
    return 0 if is_sehat else 1


def to_json(daftar: list[Butir], *, is_sehat: bool) -> dict[str, Any]:
    """Return the machine-readable outcome, as ``skema/periksa-sistem.schema.json`` describes it."""
    return {
        "sehat": is_sehat,
        "butir": [
            {
                "nama": butir.nama,
                "keadaan": butir.keadaan.value,
                "pesan": butir.pesan,
                "saran": butir.saran or None,
            }
            for butir in daftar
        ],
    }


def _list_butir() -> Iterator[Butir]:
    """Yield every line; what asks the database is left out if it does not answer or is not current."""
    from tolok.web.pemeriksaan.basis_data import check_basis_data
    from tolok.web.pemeriksaan.butir import baik, galat
    from tolok.web.pemeriksaan.tempat import check_tempat

    try:
        siapkan()
    except GalatMasukan as sebab:
        pesan, _, saran = str(sebab).rpartition(". ")
        yield galat("basis-data", f"{pesan}.", saran)
    else:
        yield baik("basis-data", "Basis data menjawab dan sesuai dengan versi ini.")
        yield from check_basis_data()
    yield from check_tempat()


def _cetak(daftar: list[Butir], layar: Layar) -> None:
    from rich.markup import escape

    lebar = max(len(butir.nama) for butir in daftar)
    for butir in daftar:
        kata = butir.keadaan.value
        layar.hasil.print(f"[{_WARNA[kata]}]{kata:<9}[/] {butir.nama:<{lebar}}  {escape(butir.pesan)}")
        if butir.saran:
            layar.hasil.print(f"{'':<10}{'':<{lebar}}  → {butir.saran}", markup=False)
