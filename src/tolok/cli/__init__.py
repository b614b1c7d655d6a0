"""
The command ``tolok``: one module a command, imported only when that command runs.

A command module has ``add_arguments(parser)`` and ``run(args, layar) -> int``; its name, help line and module stand
in ``PERINTAH``. Exit codes: 0 ran, 1 ran and found a fault, 2 the input cannot be read (nothing written). Beyond the
published three: 70 a fault of Tolok itself, 128 + n stopped by signal n (141: nobody reads the output any more).
"""

from __future__ import annotations

import argparse
import signal
import sys
import threading
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Any, Final, NoReturn

from tolok import __version__
from tolok.berkas import sebab_galat
from tolok.cli.contoh_perintah import CONTOH
from tolok.cli.layar import GalatMasukan, Layar

PERINTAH: Final[dict[str, str]] = {
    "demo": "kerjakan satu tahun contoh: semua dokumen dari paket Probolinggo 2020",
    "lkjip": "buat LKjIP dari sebuah paket",
    "pengukuran": "buat Pengukuran Kinerja triwulan I-IV dari sebuah paket",
    "perjanjian": "buat Perjanjian Kinerja dengan lampiran dari sebuah paket",
    "keterkaitan": "buat tabel Keterkaitan IKU dari sebuah paket",
    "renstra": "buat Matriks Renstra dari sebuah paket",
    "realisasi": "buat Realisasi Anggaran dari sebuah paket",
    "situs-contoh": "jalankan perangkat daerah contoh sebagai situs, dengan akun tiap peran",
    "baca": "baca dokumen terbitan menjadi data dengan letak tiap nilai",
    "reviu": "periksa dokumen terbitan seperti seorang pemeriksa",
    "kertas-kerja": "buat kertas kerja reviu, daftar periksa, dan pernyataan dari dokumen terbitan",
    "rumus": "baca sebuah rumus dan terangkan",
    "hitung": "hitung ulang sebuah nilai dari paket dan terangkan asalnya",
    "paket": "periksa, tulis ulang, atau mulai sebuah paket",
    "muat-paket": "muat sebuah paket ke basis data, sesudah pratinjau",
    "impor": "baca sebuah dokumen terbitan dan simpan isinya, sesudah pratinjau",
    "siapkan": "siapkan folder data, basis data, dan berkas statis",
    "layani": "jalankan web",
    "kerja": "kerjakan pekerjaan latar",
    "verifikasi-riwayat": "periksa keutuhan riwayat",
    "pengguna": "buat dan kelola akun beserta perannya",
    "cadangkan": "buat cadangan basis data dan berkas",
    "pulihkan": "pulihkan sebuah cadangan",
    "periksa-sistem": "periksa pemasangan ini dan sebutkan yang perlu dilakukan",
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
    "expected at most one argument": "memerlukan paling banyak satu nilai",
    "expected at least one argument": "memerlukan sedikitnya satu nilai",
    "invalid choice: %(value)r (choose from %(choices)s)": "pilihan %(value)r tidak ada; yang ada: %(choices)s",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "%(prog)s: error: %(message)s\n": "%(prog)s: %(message)s\n",
    "unknown parser %(parser_name)r (choices: %(choices)s)": "%(parser_name)r tidak ada; yang ada: %(choices)s",
    "ignored explicit argument %r": "tidak memakai nilai, jadi %r tidak dapat dibaca",
    "unexpected option string: %s": "pilihan %s salah tempat",
    "cannot have multiple subparser arguments": "hanya satu perintah",
    "invalid choice: %(value)r, maybe you meant %(suggestion)r? (choose from %(choices)s)": (
        "pilihan %(value)r tidak ada, mungkin maksudnya %(suggestion)r; yang ada: %(choices)s"
    ),
    "%(heading)s:": "%(heading)s:",
    "subcommands": "perintah",
    " (default: %(default)s)": " (bawaan: %(default)s)",
    "%(prog)s: warning: %(message)s\n": "%(prog)s: %(message)s\n",
    "command '%(parser_name)s' is deprecated": "perintah '%(parser_name)s' akan dihapus",
    "option '%(option)s' is deprecated": "pilihan '%(option)s' akan dihapus",
    "argument '%(argument_name)s' is deprecated": "masukan '%(argument_name)s' akan dihapus",
    "can't open '%(filename)s': %(error)s": "'%(filename)s' tidak dapat dibuka: %(error)s",
    "not allowed with argument %s": "tidak dapat dipakai bersama %s",
    "one of the arguments %s is required": "salah satu harus diberikan: %s",
    "ambiguous option: %(option)s could match %(matches)s": "pilihan %(option)s dapat berarti %(matches)s",
    "invalid %(type)s value: %(value)r": "nilai %(value)r tidak dapat dibaca sebagai %(type)s",
}


def _terjemahkan(teks: str) -> str:
    return _TERJEMAHAN.get(teks, teks)


class _Perapi(argparse.HelpFormatter):
    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=28)


class _Pengurai(argparse.ArgumentParser):
    """argparse in Indonesian, with examples under every help; options are written in full, so that scripts last."""

    def __init__(self, **pilihan: Any) -> None:
        super().__init__(allow_abbrev=False, formatter_class=_Perapi, **pilihan)

    def format_help(self) -> str:
        contoh = "".join(f"  {baris}\n" for baris in CONTOH[self.prog])
        return f"{super().format_help()}\ncontoh:\n{contoh}"

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {message}\nBantuan: {self.prog} --help\n")


class _Dihentikan(KeyboardInterrupt):
    def __init__(self, sinyal: int) -> None:
        super().__init__()
        self.sinyal = sinyal


def make_parser(perintah: str | None = None) -> argparse.ArgumentParser:
    """Return the parser; only the module of ``perintah`` is imported, all others contribute their help line."""
    return _make_pengurai(perintah)[0]


def _make_pengurai(perintah: str | None) -> tuple[argparse.ArgumentParser, argparse.ArgumentParser]:
    """Return the parser and the one that speaks for ``perintah``."""
    argparse._ = _terjemahkan  # type: ignore[attr-defined]
    parser = _Pengurai(
        prog="tolok",
        description="Tolok mengerjakan siklus SAKIP sebuah perangkat daerah dan membuktikan setiap angkanya.",
        epilog="Keterangan sebuah perintah: tolok PERINTAH --help",
    )
    parser.add_argument(
        "--version", action="version", version=f"tolok {__version__}", help="tampilkan versi lalu selesai"
    )
    cabang = parser.add_subparsers(dest="perintah", metavar="PERINTAH", title="perintah", parser_class=_Pengurai)
    bicara: argparse.ArgumentParser = parser
    for nama, bantuan in PERINTAH.items():
        anak = cabang.add_parser(nama, help=bantuan, description=bantuan[0].upper() + bantuan[1:] + ".")
        if nama == perintah:
            _import_perintah(nama).add_arguments(anak)
            bicara = anak
    return parser, bicara


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    layar = Layar()
    try:
        with _siap_dihentikan():
            kode = _kerjakan(list(sys.argv[1:] if argv is None else argv), layar)
            layar.tuntaskan()
            return kode
    except GalatMasukan as galat:
        layar.galat(str(galat))
        return 2
    except KeyboardInterrupt as henti:
        layar.galat("Dihentikan. Berkas yang sudah selesai tetap utuh; yang sedang ditulis tidak disimpan.")
        return 128 + getattr(henti, "sinyal", signal.SIGINT)
    except BrokenPipeError:
        layar.lepaskan()
        return 141
    except OSError as galat:
        layar.lepaskan()
        letak = str(galat.filename) if galat.filename else "Keluaran standar"
        layar.galat(f"{letak} tidak dapat dibaca atau ditulis: {sebab_galat(galat)}.")
        return 2
    except MemoryError:
        layar.galat("Memori komputer ini tidak cukup untuk masukan sebesar itu. Bagi masukannya, lalu ulangi.")
        return 2
    except Exception:
        traceback.print_exc()
        layar.galat(
            "Ini kesalahan di dalam Tolok, bukan pada data Anda; tidak ada berkas yang ditulis setengah jadi. "
            "Laporkan beserta tulisan di atas dan perintah yang dijalankan."
        )
        return 70


def _kerjakan(masukan: list[str], layar: Layar) -> int:
    perintah = next((kata for kata in masukan if kata in PERINTAH), None)
    parser, bicara = _make_pengurai(perintah)
    args, sisa = parser.parse_known_args(masukan)
    if sisa:
        bicara.error(_terjemahkan("unrecognized arguments: %s") % " ".join(sisa))
    if args.perintah is None:
        parser.print_help()
        return 0
    return int(_import_perintah(args.perintah).run(args, layar))


def _import_perintah(nama: str) -> Any:
    """Import the module of a command: ``verifikasi-riwayat`` stands in ``verifikasi_riwayat.py``."""
    return import_module(f"tolok.cli.{nama.replace('-', '_')}")


@contextmanager
def _siap_dihentikan() -> Iterator[None]:
    """Let a polite request to end clean up like Ctrl-C does; what the caller of ``main`` has set stays as it is."""
    daftar = [getattr(signal, nama) for nama in ("SIGTERM", "SIGHUP") if hasattr(signal, nama)]
    if threading.current_thread() is threading.main_thread():
        daftar = [sinyal for sinyal in daftar if signal.getsignal(sinyal) is signal.SIG_DFL]
    else:
        daftar = []

    def henti(sinyal: int, _bingkai: object) -> None:
        raise _Dihentikan(sinyal)

    for sinyal in daftar:
        signal.signal(sinyal, henti)
    try:
        yield
    finally:
        for sinyal in daftar:
            signal.signal(sinyal, signal.SIG_DFL)
