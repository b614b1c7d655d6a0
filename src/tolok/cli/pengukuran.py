"""``tolok pengukuran``: the quarterly Pengukuran Kinerja of a package."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tolok.cli.dokumen import add_arguments_dokumen, run_dokumen
from tolok.cli.layar import Layar

if TYPE_CHECKING:
    from tolok.core.hasil.tahun import HasilTahun
    from tolok.render.tata_letak import Naskah

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

    def susun(hasil: HasilTahun) -> Sequence[Naskah]:
        from tolok.core.penyusun.pengukuran import SEMUA_TRIWULAN, compile_pengukuran
        from tolok.render.susunan.pengukuran import layout_pengukuran

        daftar = SEMUA_TRIWULAN if args.triwulan == _SEMUA else (int(args.triwulan),)
        return (layout_pengukuran(compile_pengukuran(hasil, daftar_triwulan=daftar)),)

    return run_dokumen(args, layar, susun)
