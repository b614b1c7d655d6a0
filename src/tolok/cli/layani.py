"""``tolok layani``: serve the site with gunicorn, with settings that suit a small server."""

from __future__ import annotations

import errno
import os
import socket
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path
from typing import Any, Final, NamedTuple

from tolok.berkas import sebab_galat
from tolok.cli.basis_data import pakai_data, siapkan
from tolok.cli.layar import GalatMasukan, Layar

ALAMAT_BAWAAN: Final = "127.0.0.1:8000"
UTAS_PER_PROSES: Final = 4
BATAS_PROSES: Final = 8
BATAS_DETIK: Final = 60
_SEBAB_ALAMAT: Final = {
    errno.EADDRINUSE: "sudah dipakai program lain",
    errno.EADDRNOTAVAIL: "bukan alamat mesin ini",
    errno.EACCES: "port di bawah 1024 memerlukan izin khusus",
}


class Alamat(NamedTuple):
    """Where the site listens."""

    host: str
    port: int

    @property
    def bind(self) -> str:
        """The address as gunicorn takes it and as it stands in a URL."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def add_arguments(parser: ArgumentParser) -> None:
    """Describe where and with how many processes."""
    parser.add_argument(
        "--alamat",
        metavar="HOST:PORT",
        type=read_alamat_layanan,
        default=read_alamat_layanan(ALAMAT_BAWAAN),
        help=f"alamat yang didengarkan (bawaan: {ALAMAT_BAWAAN})",
    )
    parser.add_argument(
        "--proses",
        metavar="N",
        type=_read_jumlah,
        default=_jumlah_proses(),
        help="banyaknya proses (bawaan: sebanyak inti prosesor, 2 sampai 8)",
    )


def read_alamat_layanan(teks: str) -> Alamat:
    """Read ``HOST:PORT``; an IPv6 host stands in brackets."""
    host, pisah, port = teks.rpartition(":")
    host = host.removeprefix("[").removesuffix("]")
    if not (pisah and host and port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        raise ArgumentTypeError(f"{teks!r} bukan alamat; tulis HOST:PORT, misalnya {ALAMAT_BAWAAN}")
    return Alamat(host, int(port))


def run(args: Namespace, layar: Layar) -> int:
    """
    Serve until stopped.

    :raises GalatMasukan: if the address cannot be listened on, or the database is not ready
    """
    siapkan()
    pakai_data()
    _ensure_bebas(args.alamat)
    from django.db import connections

    connections.close_all()  # no connection may cross the fork
    from gunicorn.app.base import BaseApplication

    class Layanan(BaseApplication):  # type: ignore[misc]
        """gunicorn with our settings only: nothing from its configuration file or command line."""

        def load_config(self) -> None:
            for nama, isi in _pengaturan(args, layar).items():
                self.cfg.set(nama, isi)

        def load(self) -> Any:
            from django.urls import get_resolver

            from tolok.web.wsgi import application

            get_resolver().url_patterns  # noqa: B018  once, before the fork
            return application

    Layanan().run()
    return 0


def _pengaturan(args: Namespace, layar: Layar) -> dict[str, Any]:
    def kabarkan(_server: object) -> None:
        layar.hasil.print(f"Tolok melayani di http://{args.alamat.bind} (hentikan dengan Ctrl+C)", markup=False)
        layar.tuntaskan()

    return {
        "bind": args.alamat.bind,
        "workers": args.proses,
        "worker_class": "gthread",
        "threads": UTAS_PER_PROSES,
        "preload_app": True,
        "timeout": BATAS_DETIK,
        "graceful_timeout": BATAS_DETIK // 2,
        "keepalive": 5,
        "worker_tmp_dir": "/dev/shm" if Path("/dev/shm").is_dir() else None,  # noqa: S108  a heartbeat file of gunicorn
        "control_socket_disable": True,
        "proc_name": "tolok",
        "loglevel": "warning",
        "when_ready": kabarkan,
    }


def _ensure_bebas(alamat: Alamat) -> None:
    try:
        keluarga, jenis, protokol, _, tujuan = socket.getaddrinfo(alamat.host, alamat.port, type=socket.SOCK_STREAM)[0]
        with socket.socket(keluarga, jenis, protokol) as coba:
            coba.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            coba.bind(tujuan)
    except socket.gaierror as galat:
        raise GalatMasukan(f"Nama {alamat.host} tidak dikenal mesin ini. Pilih --alamat yang lain.") from galat
    except OSError as galat:
        raise GalatMasukan(
            f"Alamat {alamat.bind} tidak dapat didengarkan: {_SEBAB_ALAMAT.get(galat.errno or 0, sebab_galat(galat))}. "
            "Hentikan program yang memakainya, atau pilih --alamat yang lain."
        ) from galat


def _jumlah_proses() -> int:
    return min(max(os.cpu_count() or 2, 2), BATAS_PROSES)


def _read_jumlah(teks: str) -> int:
    if not (teks.isascii() and teks.isdigit() and 1 <= int(teks) <= 64):
        raise ArgumentTypeError(f"{teks!r} bukan jumlah proses; tulis bilangan 1 sampai 64")
    return int(teks)
