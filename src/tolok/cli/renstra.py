"""``tolok renstra``: the matrix of the Renstra of a package."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tolok.cli.dokumen import add_arguments_dokumen, run_dokumen
from tolok.cli.layar import Layar

if TYPE_CHECKING:
    from tolok.core.hasil.tahun import HasilTahun
    from tolok.render.tata_letak import Naskah


def add_arguments(parser: ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_arguments_dokumen(parser)
    parser.add_argument(
        "--rencana",
        metavar="EDISI",
        default="",
        help="edisi rencana yang dicetak, menurut edisi_rencana.csv (bawaan: Renstra)",
    )


def run(args: Namespace, layar: Layar) -> int:
    """Write the matrix and print its paths."""

    def susun(hasil: HasilTahun) -> Sequence[Naskah]:
        from tolok.core.penyusun.renstra import compile_renstra
        from tolok.render.susunan.renstra import layout_renstra

        return (layout_renstra(compile_renstra(hasil, edisi=args.rencana)),)

    return run_dokumen(args, layar, susun)
