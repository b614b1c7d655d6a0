"""``tolok keterkaitan``: the cascade table (Keterkaitan IKU) of a package."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from tolok.cli.dokumen import add_arguments_dokumen, run_dokumen
from tolok.cli.layar import Layar
from tolok.render.daftar_dokumen import susun_keterkaitan


def add_arguments(parser: ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_arguments_dokumen(parser)
    parser.add_argument(
        "--pagu",
        metavar="EDISI",
        default="",
        help="edisi pagu yang dicetak, menurut edisi_pagu.csv (bawaan: pagu laporan)",
    )


def run(args: Namespace, layar: Layar) -> int:
    """Write the table and print its paths."""
    return run_dokumen(args, layar, lambda hasil: susun_keterkaitan(hasil, args.pagu).naskah)
