"""``tolok perjanjian``: the Perjanjian Kinerja of a package."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from tolok.cli.dokumen import add_arguments_dokumen, run_dokumen
from tolok.cli.layar import Layar
from tolok.render.daftar_dokumen import susun_perjanjian


def add_arguments(parser: ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_arguments_dokumen(parser)
    parser.add_argument(
        "--perjanjian",
        metavar="ID",
        default="",
        help="perjanjian yang dicetak, menurut perjanjian.csv (bawaan: terakhir)",
    )
    parser.add_argument("--sampul", action="store_true", help="mulai dengan halaman sampul")


def run(args: Namespace, layar: Layar) -> int:
    """Write the agreement and print its paths."""
    return run_dokumen(args, layar, lambda hasil: susun_perjanjian(hasil, args.perjanjian, sampul=args.sampul).naskah)
