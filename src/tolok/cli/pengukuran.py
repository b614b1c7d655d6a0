"""``tolok pengukuran``: the quarterly Pengukuran Kinerja of a package."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from tolok.cli.dokumen import add_arguments_dokumen, run_dokumen
from tolok.cli.layar import Layar
from tolok.render.daftar_dokumen import susun_pengukuran

_SEMUA = "semua"


def add_arguments(parser: ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_arguments_dokumen(parser)
    parser.add_argument(
        "--triwulan",
        choices=("1", "2", "3", "4", _SEMUA),
        default=_SEMUA,
        help="triwulan yang dicetak: 1, 2, 3, 4, atau semua dalam satu dokumen (bawaan: semua)",
    )


def run(args: Namespace, layar: Layar) -> int:
    """Write the forms and print their paths."""
    rujukan = "" if args.triwulan == _SEMUA else f"tw{args.triwulan}"
    return run_dokumen(args, layar, lambda hasil: susun_pengukuran(hasil, rujukan).naskah)
