"""``tolok cadangkan``: a backup in one folder or file, while the site goes on."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from tolok.cli.basis_data import siapkan
from tolok.cli.layar import GalatMasukan, Layar
from tolok.cli.masukan import read_alamat


def add_arguments(parser: ArgumentParser) -> None:
    """Describe where the backup goes."""
    parser.description = (
        "Buat cadangan: basis data, berkas yang diunggah, dan manifest dengan sidik setiap berkas dan kepala setiap "
        "rantai riwayat. Web dan pekerja boleh terus berjalan. Cadangan lama tidak pernah ditimpa."
    )
    parser.add_argument(
        "tujuan", metavar="TUJUAN", type=read_alamat, help="folder baru, atau berkas baru berakhiran .tar"
    )


def run(args: Namespace, layar: Layar) -> int:
    """
    Make the backup.

    :raises GalatMasukan: if it cannot be made
    """
    siapkan()
    from tolok.web.pemulihan.cadangkan import make_cadangan
    from tolok.web.pemulihan.galat import GalatPemulihan

    tujuan: Path = args.tujuan
    try:
        manifest = make_cadangan(tujuan)
    except GalatPemulihan as galat:
        raise GalatMasukan(str(galat)) from galat
    megabita = -(-manifest.ukuran // (1 << 20))
    layar.hasil.print(f"Cadangan ditulis: {tujuan} ({len(manifest.daftar_isi)} berkas, {megabita} MB)", markup=False)
    layar.hasil.print(f"Sidik manifest: {manifest.sidik}", markup=False)
    return 0
