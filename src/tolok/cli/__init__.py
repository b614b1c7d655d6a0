"""
The command ``tolok``: one module a command, imported only when that command runs.

A command module has ``add_arguments(parser)`` and ``run(args, layar) -> int``; its name, help line and module stand
in ``PERINTAH``. Exit codes: 0 ran, 1 ran and found a fault, 2 the input cannot be read (nothing written).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Final, NoReturn

from tolok import __version__
from tolok.cli.layar import GalatMasukan, Layar

PERINTAH: Final[dict[str, str]] = {
    "demo": "kerjakan satu tahun contoh: semua dokumen dari paket Probolinggo 2020",
    "lkjip": "buat LKjIP dari sebuah paket",
    "pengukuran": "buat Pengukuran Kinerja triwulan I-IV dari sebuah paket",
    "perjanjian": "buat Perjanjian Kinerja dengan lampiran dari sebuah paket",
    "keterkaitan": "buat tabel Keterkaitan IKU dari sebuah paket",
    "renstra": "buat Matriks Renstra dari sebuah paket",
    "realisasi": "buat Realisasi Anggaran dari sebuah paket",
    "rumus": "baca sebuah rumus dan terangkan",
    "hitung": "hitung ulang sebuah nilai dari paket dan terangkan asalnya",
    "paket": "periksa, tulis ulang, atau mulai sebuah paket",
}

_TERJEMAHAN: Final = {
    "usage: ": "pemakaian: ",
    "positional arguments": "masukan",
    "options": "pilihan",
    "show this help message and exit": "tampilkan bantuan ini lalu selesai",
    "show program's version number and exit": "tampilkan versi lalu selesai",
    "the following arguments are required: %s": "masukan ini harus diberikan: %s",
    "unrecognized arguments: %s": "masukan ini tidak dikenal: %s",
    "expected one argument": "memerlukan satu nilai",
    "expected at least one argument": "memerlukan sedikitnya satu nilai",
    "invalid choice: %(value)r (choose from %(choices)s)": "pilihan %(value)r tidak ada; yang ada: %(choices)s",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "%(prog)s: error: %(message)s\n": "%(prog)s: %(message)s\n",
    "not allowed with argument %s": "tidak dapat dipakai bersama %s",
    "one of the arguments %s is required": "salah satu harus diberikan: %s",
    "ambiguous option: %(option)s could match %(matches)s": "pilihan %(option)s dapat berarti %(matches)s",
    "invalid %(type)s value: %(value)r": "nilai %(value)r tidak dapat dibaca sebagai %(type)s",
}


def _terjemahkan(teks: str) -> str:
    return _TERJEMAHAN.get(teks, teks)


class _Pengurai(argparse.ArgumentParser):
    """argparse in Indonesian; every message passes the table above."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {message}\nBantuan: {self.prog} --help\n")


def make_parser(perintah: str | None = None) -> argparse.ArgumentParser:
    """Return the parser; only the module of ``perintah`` is imported, all others contribute their help line."""
    argparse._ = _terjemahkan  # type: ignore[attr-defined]
    parser = _Pengurai(
        prog="tolok",
        description="Tolok mengerjakan siklus SAKIP sebuah perangkat daerah dan membuktikan setiap angkanya.",
        epilog="Keterangan sebuah perintah: tolok PERINTAH --help",
    )
    parser.add_argument("--version", action="version", version=f"tolok {__version__}")
    cabang = parser.add_subparsers(dest="perintah", metavar="PERINTAH", title="perintah", parser_class=_Pengurai)
    for nama, bantuan in PERINTAH.items():
        anak = cabang.add_parser(nama, help=bantuan, description=bantuan[0].upper() + bantuan[1:] + ".")
        if nama == perintah:
            import_module(f"tolok.cli.{nama}").add_arguments(anak)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    masukan = list(sys.argv[1:] if argv is None else argv)
    perintah = next((kata for kata in masukan if kata in PERINTAH), None)
    parser = make_parser(perintah)
    args = parser.parse_args(masukan)
    if args.perintah is None:
        parser.print_help()
        return 0
    layar = Layar()
    try:
        return int(import_module(f"tolok.cli.{args.perintah}").run(args, layar))
    except GalatMasukan as galat:
        layar.galat(str(galat))
        return 2
    except KeyboardInterrupt:
        layar.galat("Dihentikan. Berkas yang sudah selesai tetap utuh; yang sedang ditulis tidak disimpan.")
        return 130
    except BrokenPipeError:
        return 0
