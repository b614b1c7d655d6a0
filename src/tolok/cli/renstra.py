"""``tolok renstra``: the matrix of the Renstra of a package."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from tolok.cli.dokumen import add_arguments_dokumen, run_dokumen
from tolok.cli.layar import Layar
from tolok.render.daftar_dokumen import susun_renstra


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
    return run_dokumen(args, layar, lambda hasil: susun_renstra(hasil, args.rencana).naskah)
