"""``tolok rumus``: read one printed formula, or a file with one formula a line, and say what it means."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import IO, Final

from tolok.berkas import sebab_galat
from tolok.cli.layar import GalatMasukan, Layar
from tolok.core.rumus.pembaca import BacaanRumus, read_rumus_tercetak

PENJELASAN: Final = {
    "rasio": "Pembilang dibagi penyebut; keduanya dihitung sendiri dan dapat diisi tiap triwulan.",
    "jumlah": "Hitungan atau penjumlahan; cukup diisi jumlahnya.",
    "rata_rata": "Rata-rata dari bagian-bagiannya; semua bagian berbobot sama.",
    "selisih": "Selisih dua nilai; dapat negatif.",
    "perubahan": "Perubahan terhadap dasar; negatif berarti turun.",
    "penurunan": "Penurunan terhadap dasar; turun dihitung positif, naik menjadi negatif.",
    "kategori": "Tingkat pada skala berurut; skalanya ditetapkan pada indikator.",
    "indeks": "Nilai yang diberikan sebuah sumber; dicatat sebagaimana diterbitkan.",
    "fgt": "Indeks kemiskinan FGT (P alfa) dari daftar pengeluaran dan garis kemiskinan.",
    "ekspresi": "Hitungan lain dari variabel-variabel yang disebut.",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``tolok rumus``."""
    masukan = parser.add_mutually_exclusive_group(required=True)
    masukan.add_argument("teks", nargs="?", metavar="TEKS", help="rumus sebagaimana tercetak, atau dalam bahasa rumus")
    masukan.add_argument(
        "--dari", metavar="BERKAS", help="baca berkas UTF-8 dengan satu rumus setiap baris (- untuk masukan standar)"
    )
    parser.add_argument(
        "--format", choices=("teks", "json"), default="teks", help="bentuk keluaran; json: satu objek setiap rumus"
    )
    parser.epilog = "Rumus yang tidak dapat dihitung dilaporkan beserta alasannya; itu bukan kesalahan (kode keluar 0)."


def run(args: argparse.Namespace, layar: Layar) -> int:
    """
    Read and report; 0 also when a text cannot be computed.

    :raises GalatMasukan: if the file cannot be read, before anything is written
    """
    if args.dari is not None:
        daftar_teks = read_baris(args.dari)
    else:
        daftar_teks = iter([_decode(os.fsencode(args.teks), "Teks rumus", 1)])
    for nomor, teks in enumerate(daftar_teks, start=1):
        bacaan = read_rumus_tercetak(teks)
        if args.format == "json":
            layar.json(bacaan.to_dict())
        else:
            if args.dari is not None:
                layar.hasil.print(f"{nomor}. {teks.strip()}", markup=False)
            layar.hasil.print(format_bacaan(bacaan), markup=False)
    return 0


def format_bacaan(bacaan: BacaanRumus) -> str:
    """Return the reading as lines for a terminal."""
    baris = [f"Bentuk     {bacaan.bentuk}"]
    if bacaan.alasan is not None:
        baris.append(f"Alasan     {bacaan.alasan}")
    else:
        baris.append(f"Rumus      {bacaan.rumus}")
        if bacaan.pembilang is not None:
            baris += [f"Pembilang  {bacaan.pembilang}", f"Penyebut   {bacaan.penyebut}"]
        baris += [
            f"Variabel   {'; '.join(bacaan.variabel)}",
            f"LaTeX      {bacaan.latex}",
            f"Artinya    {PENJELASAN[bacaan.bentuk]}",
        ]
    baris += [f"Catatan    {c}" for c in bacaan.catatan]
    return "\n".join(baris) + "\n"


def read_baris(alamat: str) -> Iterator[str]:
    """
    Yield the lines of a UTF-8 file; the whole file is checked first, so that a bad file yields nothing.

    Of a file of any size one line at a time is held. ``-`` is standard input.

    :raises GalatMasukan: naming the file, the line and the byte, and what to do
    """
    sebutan = "masukan standar" if alamat == "-" else alamat
    try:
        with _buka(alamat) as berkas:
            for nomor, baris in enumerate(berkas, start=1):
                _decode(baris, sebutan, nomor)
            berkas.seek(0)
            for nomor, baris in enumerate(berkas, start=1):
                yield _decode(baris, sebutan, nomor)
    except OSError as galat:
        pesan = f"Berkas {sebutan} tidak dapat dibuka: {sebab_galat(galat)}. Periksa alamat dan izinnya."
        raise GalatMasukan(pesan) from galat


@contextmanager
def _buka(alamat: str) -> Iterator[IO[bytes]]:
    """Open a file that can be read twice; what comes through a pipe is put on disk first."""
    with nullcontext(sys.stdin.buffer) if alamat == "-" else Path(alamat).open("rb") as asal:
        if alamat != "-" and asal.seekable():
            yield asal
            return
        with tempfile.TemporaryFile() as salinan:
            shutil.copyfileobj(asal, salinan)
            salinan.seek(0)
            yield salinan


def _decode(baris: bytes, alamat: str, nomor: int) -> str:
    try:
        teks = baris.decode("utf-8-sig" if nomor == 1 else "utf-8")
    except UnicodeDecodeError as galat:
        raise GalatMasukan(
            f"{alamat}, baris {nomor}, bita ke-{galat.start + 1} (0x{baris[galat.start]:02X}): bukan teks UTF-8. "
            "Simpan ulang atau salin ulang sebagai UTF-8, lalu jalankan lagi."
        ) from galat
    return teks.rstrip("\r\n")
