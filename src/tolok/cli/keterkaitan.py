"""``tolok keterkaitan``: the cascade table (Keterkaitan IKU) of a package."""

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
        "--pagu",
        metavar="EDISI",
        default="",
        help="edisi pagu yang dicetak, menurut edisi_pagu.csv (bawaan: pagu laporan)",
    )


def run(args: Namespace, layar: Layar) -> int:
    """Write the table and print its paths."""

    def susun(hasil: HasilTahun) -> Sequence[Naskah]:
        from tolok.core.penyusun.keterkaitan import compile_keterkaitan
        from tolok.render.susunan.keterkaitan import layout_keterkaitan

        return (layout_keterkaitan(compile_keterkaitan(hasil, edisi=args.pagu)),)

    return run_dokumen(args, layar, susun)
