"""``tolok realisasi``: Realisasi Anggaran of a package."""

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


def run(args: Namespace, layar: Layar) -> int:
    """Write the document and print its paths."""

    def susun(hasil: HasilTahun) -> Sequence[Naskah]:
        from tolok.core.penyusun.realisasi_anggaran import compile_realisasi_anggaran
        from tolok.render.susunan.realisasi_anggaran import layout_realisasi_anggaran

        return (layout_realisasi_anggaran(compile_realisasi_anggaran(hasil)),)

    return run_dokumen(args, layar, susun)
