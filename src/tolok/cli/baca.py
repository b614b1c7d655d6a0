"""``tolok baca``: read published files and say what was recognised, where every value stands, and what was not."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Final

from tolok.berkas import GalatBerkas
from tolok.cli.layar import GalatMasukan, Layar
from tolok.cli.masukan import read_alamat

if TYPE_CHECKING:
    from pathlib import Path

    from tolok.core.bacaan.dokumen import BerkasTerbaca


def add_arguments(parser: ArgumentParser) -> None:
    """Add the files and the form of the output."""
    parser.description = (
        "Baca dokumen terbitan (PDF, DOCX, XLSX, teks, atau markdown) dan sebutkan dokumen, indikator, anggaran, dan "
        "indikator individu di dalamnya beserta letaknya. Tabel yang tidak dikenal dilaporkan, tidak ditebak."
    )
    parser.add_argument("berkas", metavar="BERKAS", nargs="+", type=read_alamat, help="berkas yang dibaca")
    parser.add_argument("--format", choices=("teks", "json"), default="teks", help="bentuk keluaran (bawaan: teks)")


def run(args: Namespace, layar: Layar) -> int:
    """
    Read every file, then print; nothing is printed if one of them cannot be read.

    :raises GalatMasukan: naming the file, why, and what to do
    """
    daftar = read_daftar(args.berkas, layar)
    if args.format == "json":
        from tolok.core.bacaan.sebagai_data import to_data

        layar.json(to_data(daftar))
    else:
        from tolok.cli.baca_layar import print_berkas

        for berkas in daftar:
            print_berkas(berkas, layar.hasil)
    return 0


_SEBUTAN: Final = "Membaca {nama} ({urut} dari {jumlah}) …"


def read_daftar(daftar_alamat: list[Path], layar: Layar) -> list[BerkasTerbaca]:
    """
    Return what each file says; a terminal shows which one is being read.

    :raises GalatMasukan: for the first file that is refused
    """
    from tolok.ingest.kandang import read_terkurung
    from tolok.ingest.pengenal import recognise

    hasil = []
    for urut, alamat in enumerate(daftar_alamat, start=1):
        sebutan = _SEBUTAN.format(nama=alamat.name, urut=urut, jumlah=len(daftar_alamat))
        with layar.pesan.status(sebutan.replace("[", r"\[")):
            try:
                hasil.append(recognise(read_terkurung(alamat)))
            except GalatBerkas as galat:
                raise GalatMasukan(str(galat)) from galat
    return hasil
