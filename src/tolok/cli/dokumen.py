"""What every command that prints documents shares: its arguments, reading the package, writing the files."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tolok.berkas import GalatBerkas, write_atomik
from tolok.cli.layar import GalatMasukan, Layar
from tolok.cli.masukan import read_alamat
from tolok.render.format import FORMAT, render_format

if TYPE_CHECKING:
    from tolok.core.hasil.tahun import HasilTahun
    from tolok.render.tata_letak import Naskah

FORMAT_BAWAAN: Final = ("docx", "pdf", "xlsx")
KELUARAN_BAWAAN: Final = Path("keluaran")


def add_arguments_keluaran(parser: ArgumentParser) -> None:
    """Add ``--keluaran`` and ``--format``."""
    parser.add_argument(
        "--keluaran",
        metavar="FOLDER",
        type=read_alamat,
        default=KELUARAN_BAWAAN,
        help="folder tempat berkas ditulis (bawaan: ./keluaran)",
    )
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        type=read_format,
        default=FORMAT_BAWAAN,
        help=f"format berkas, dipisahkan koma, dari {', '.join(FORMAT)} (bawaan: {','.join(FORMAT_BAWAAN)})",
    )


def add_arguments_dokumen(parser: ArgumentParser) -> None:
    """Add the package and where and how its documents are written."""
    parser.add_argument("paket", metavar="PAKET", type=read_alamat, help="folder paket atau buku kerja .xlsx")
    add_arguments_keluaran(parser)


def read_format(teks: str) -> tuple[str, ...]:
    """Read ``docx,pdf``; each format once, in the given order."""
    daftar = tuple(dict.fromkeys(satu.strip().lower() for satu in teks.split(",") if satu.strip()))
    asing = [satu for satu in daftar if satu not in FORMAT]
    if asing or not daftar:
        sebutan = asing[0] if asing else teks
        raise ArgumentTypeError(f"format {sebutan!r} tidak ada; yang ada: {', '.join(FORMAT)}")
    return daftar


def load_hasil(jalur: Path) -> HasilTahun:
    """
    Return the results of a package.

    :raises GalatMasukan: if the package cannot be used, with every problem and its place
    """
    from tolok.core.hasil.tahun import HasilTahun
    from tolok.paket.masalah import GalatPaket
    from tolok.paket.muat import load_paket

    try:
        return HasilTahun(load_paket(jalur))
    except GalatPaket as galat:
        raise GalatMasukan(str(galat)) from galat


def write_naskah(naskah: Naskah, *, keluaran: Path, daftar_format: Iterable[str]) -> tuple[Path, ...]:
    """
    Write a document in each format and return the paths.

    :raises GalatMasukan: if a file cannot be written; files that were written before it stay whole
    """
    daftar: list[Path] = []
    for nama in daftar_format:
        tujuan = keluaran / f"{naskah.nama_berkas}.{nama}"
        isi = render_format(naskah, nama)
        try:
            write_atomik(tujuan, isi)
            if nama == "html":
                from tolok.render.html import NAMA_GAYA, gaya_kertas

                write_atomik(keluaran / NAMA_GAYA, gaya_kertas())
        except GalatBerkas as galat:
            raise GalatMasukan(str(galat)) from galat
        daftar.append(tujuan)
    return tuple(daftar)


def run_dokumen(args: Namespace, layar: Layar, susun: Callable[[HasilTahun], Naskah]) -> int:
    """
    Read the package, make a document of it, write it, and print one path a line.

    :param susun: results to the document; a ``ValueError`` of it is a fault of the input, with an Indonesian message
    """
    hasil = load_hasil(args.paket)
    try:
        naskah = susun(hasil)
    except ValueError as galat:
        raise GalatMasukan(str(galat)) from galat
    for jalur in write_naskah(naskah, keluaran=args.keluaran, daftar_format=args.format):
        layar.hasil.print(str(jalur), markup=False)
    return 0
