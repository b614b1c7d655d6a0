"""``tolok realisasi``: Realisasi Anggaran of a package."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from tolok.cli.dokumen import add_arguments_dokumen, run_dokumen
from tolok.cli.layar import Layar
from tolok.render.daftar_dokumen import susun_realisasi


def add_arguments(parser: ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_arguments_dokumen(parser)


def run(args: Namespace, layar: Layar) -> int:
    """Write the document and print its paths."""
    return run_dokumen(args, layar, lambda hasil: susun_realisasi(hasil).naskah)
