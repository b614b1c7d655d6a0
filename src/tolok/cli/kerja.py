"""``tolok kerja``: the worker that runs jobs in the background."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from tolok.cli.basis_data import pakai_data, siapkan
from tolok.cli.layar import Layar


def add_arguments(parser: ArgumentParser) -> None:
    """Describe how long it works."""
    parser.description = (
        "Kerjakan pekerjaan latar yang antre, satu demi satu, dan lanjutkan yang terputus. Jalankan di samping "
        "tolok layani; beberapa pekerja boleh berjalan bersama."
    )
    parser.add_argument("--sekali", action="store_true", help="selesai bila tidak ada lagi yang antre")


def run(args: Namespace, layar: Layar) -> int:
    """
    Work until stopped.

    :raises GalatMasukan: if the database is not ready, or is being restored
    """
    siapkan()
    pakai_data()
    from tolok.web.jobs.pekerja import run_pekerja

    layar.pesan.print("Pekerja berjalan (hentikan dengan Ctrl+C)" if not args.sekali else "Pekerja mengerjakan antrean")
    run_pekerja(is_sekali=args.sekali)
    return 0
