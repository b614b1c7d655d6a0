"""``tolok situs-contoh``: the example agency as a site, with an account of every role."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Final

from tolok.berkas import write_atomik
from tolok.cli.basis_data import siapkan
from tolok.cli.layani import Alamat, read_alamat_layanan
from tolok.cli.layar import GalatMasukan, Layar
from tolok.cli.masukan import read_alamat

FOLDER_BAWAAN: Final = Path("keluaran/situs")
ALAMAT_BAWAAN: Final = "127.0.0.1:8000"
PENANDA: Final = "situs-contoh"
"""A file that says a folder was made by this command, so that nothing else is ever deleted."""
BATAS_TUNGGU_DETIK: Final = 60
BATAS_PORT: Final = 20


def add_arguments(parser: ArgumentParser) -> None:
    """Describe where the site lives and listens."""
    parser.description = (
        "Bangun basis data contoh dari awal (dua tahun, akun tiap peran, empat triwulan yang disahkan, semua "
        "dokumen), lalu jalankan situs dan pekerjanya di latar. Isi contoh yang lama dibuang."
    )
    parser.add_argument(
        "--folder",
        metavar="FOLDER",
        type=read_alamat,
        default=FOLDER_BAWAAN,
        help=f"tempat basis data, berkas, dan catatan jalannya (bawaan: {FOLDER_BAWAAN})",
    )
    parser.add_argument(
        "--alamat",
        metavar="HOST:PORT",
        type=read_alamat_layanan,
        default=read_alamat_layanan(ALAMAT_BAWAAN),
        help=f"alamat situs (bawaan: {ALAMAT_BAWAAN}; port berikutnya bila sudah dipakai)",
    )
    parser.add_argument("--henti", action="store_true", help="hentikan situs contoh yang berjalan, lalu selesai")


def run(args: Namespace, layar: Layar) -> int:
    """
    Build and start the site, or stop it.

    :raises GalatMasukan: if the folder holds something else, or the site does not answer
    """
    folder: Path = args.folder.resolve()
    _ensure_milik(folder)
    berhenti = _hentikan(folder)
    if args.henti:
        layar.hasil.print("Situs contoh dihentikan." if berhenti else "Tidak ada situs contoh yang berjalan.")
        return 0
    alamat = _pilih_alamat(args.alamat)
    sandi = "-".join(secrets.token_hex(2) for _ in range(4))
    _kosongkan(folder)
    lingkungan = _lingkungan(folder, alamat)
    os.environ.update(lingkungan)
    siapkan(is_termigrasi=False)
    _isi(layar, sandi)
    daftar = [_mulai(folder, nama, perintah) for nama, perintah in _daftar_proses(alamat).items()]
    _tunggu(alamat, daftar, folder)
    _print_akun(layar, alamat, sandi, folder)
    return 0


def _lingkungan(folder: Path, alamat: Alamat) -> dict[str, str]:
    """Return the settings of the site; what the shell has set for a real one is not used."""
    return {
        "TOLOK_DATA": str(folder),
        "TOLOK_BASIS_DATA": "",
        "TOLOK_KUNCI": "",
        "TOLOK_HTTPS": "",
        "TOLOK_OIDC": "",
        "TOLOK_HOST": ",".join(dict.fromkeys(("localhost", "127.0.0.1", "[::1]", alamat.host))),
    }


def _isi(layar: Layar, sandi: str) -> None:
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    call_command("collectstatic", verbosity=0, interactive=False)
    from tolok.web.demo.bangun import bangun_demo

    def kabarkan(teks: str) -> None:
        layar.pesan.print(f"{teks} …", markup=False)

    bangun_demo(sandi=sandi, kabar=kabarkan)
    from django.db import connections

    connections.close_all()


def _daftar_proses(alamat: Alamat) -> dict[str, tuple[str, ...]]:
    return {"layani": ("layani", "--alamat", alamat.bind, "--proses", "2"), "kerja": ("kerja",)}


def _mulai(folder: Path, nama: str, perintah: tuple[str, ...]) -> subprocess.Popen[bytes]:
    """Start a process that outlives this command; its number and its words go into the folder."""
    with (folder / f"{nama}.log").open("ab") as catatan:
        proses = subprocess.Popen(  # noqa: S603  our own command
            [sys.executable, "-m", "tolok", *perintah],
            stdin=subprocess.DEVNULL,
            stdout=catatan,
            stderr=catatan,
            start_new_session=True,
        )
    write_atomik(folder / f"{nama}.pid", str(proses.pid).encode())
    return proses


def _tunggu(alamat: Alamat, daftar: list[subprocess.Popen[bytes]], folder: Path) -> None:
    batas = time.monotonic() + BATAS_TUNGGU_DETIK
    while time.monotonic() < batas:
        if any(proses.poll() is not None for proses in daftar):
            break
        with (
            contextlib.suppress(urllib.error.URLError, OSError),
            urllib.request.urlopen(f"http://{alamat.bind}/", timeout=2) as jawab,
        ):
            if jawab.status == 200:
                return
        time.sleep(0.2)
    _hentikan(folder)
    raise GalatMasukan(f"Situs contoh tidak menjawab di http://{alamat.bind}/. Sebabnya ada di {folder}/*.log.")


def _print_akun(layar: Layar, alamat: Alamat, sandi: str, folder: Path) -> None:
    from rich.table import Table

    from tolok.web.demo.bangun import DAFTAR_AKUN

    tabel = Table(show_lines=False)
    for judul in ("Nama masuk", "Peran", "Untuk"):
        tabel.add_column(judul)
    for satu in DAFTAR_AKUN:
        untuk = "semua perangkat daerah" if satu.is_semua_instansi else satu.unit or "seluruh dinas"
        tabel.add_row(satu.username, satu.peran.label, untuk)
    layar.hasil.print(tabel)
    for baris in (
        f"Situs contoh  http://{alamat.bind}/",
        f"Kata sandi    {sandi}   (sama untuk semua akun di atas)",
        f"Isinya        {folder}",
        f"Hentikan      {sys.executable} -m tolok situs-contoh --henti --folder {folder}",
    ):
        layar.hasil.print(baris, markup=False, soft_wrap=True)


def _ensure_milik(folder: Path) -> None:
    if folder.exists() and any(folder.iterdir()) and not (folder / PENANDA).exists():
        raise GalatMasukan(f"{folder} berisi hal lain. Pilih folder kosong atau yang belum ada dengan --folder.")


def _kosongkan(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    write_atomik(
        folder / PENANDA, b"Dibuat oleh tolok situs-contoh; isinya dibuang tiap kali perintah itu dijalankan.\n"
    )


def _hentikan(folder: Path) -> bool:
    """Stop the processes whose numbers stand in the folder, if they are still ours; return whether any was."""
    ada = False
    for berkas in sorted(folder.glob("*.pid")):
        nomor = int(berkas.read_text(encoding="ascii") or "0")
        if nomor and _is_milik_kita(nomor):
            ada = True
            with contextlib.suppress(ProcessLookupError):
                os.kill(nomor, signal.SIGTERM)
            _tunggu_mati(nomor)
        berkas.unlink(missing_ok=True)
    return ada


def _is_milik_kita(nomor: int) -> bool:
    """Whether the process of this number is a Tolok; numbers are used again by other programs."""
    jawab = subprocess.run(["ps", "-p", str(nomor), "-o", "args="], capture_output=True, check=False)  # noqa: S603, S607
    return b"tolok" in jawab.stdout


def _tunggu_mati(nomor: int) -> None:
    batas = time.monotonic() + 15
    while time.monotonic() < batas and _is_milik_kita(nomor):
        time.sleep(0.1)
    if _is_milik_kita(nomor):
        with contextlib.suppress(ProcessLookupError):
            os.kill(nomor, signal.SIGKILL)


def _pilih_alamat(alamat: Alamat) -> Alamat:
    """Return the address, or the next port that is free."""
    import socket

    for port in range(alamat.port, alamat.port + BATAS_PORT):
        with socket.socket(socket.AF_INET6 if ":" in alamat.host else socket.AF_INET) as coba:
            coba.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                coba.bind((alamat.host, port))
            except OSError:
                continue
            return alamat._replace(port=port)
    raise GalatMasukan(f"Port {alamat.port} sampai {alamat.port + BATAS_PORT - 1} sudah dipakai. Pilih --alamat lain.")
