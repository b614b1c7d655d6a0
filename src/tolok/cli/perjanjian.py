"""``tolok perjanjian``: the Perjanjian Kinerja of a package."""

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
        "--perjanjian",
        metavar="ID",
        default="",
        help="perjanjian yang dicetak, menurut perjanjian.csv (bawaan: terakhir)",
    )
    parser.add_argument("--sampul", action="store_true", help="mulai dengan halaman sampul")


def run(args: Namespace, layar: Layar) -> int:
    """Write the agreement and print its paths."""

    def susun(hasil: HasilTahun) -> Sequence[Naskah]:
        from tolok.core.penyusun.perjanjian import compile_perjanjian
        from tolok.render.susunan.perjanjian import layout_perjanjian

        return (layout_perjanjian(compile_perjanjian(hasil, id_perjanjian=args.perjanjian), sampul=args.sampul),)

    return run_dokumen(args, layar, susun)
