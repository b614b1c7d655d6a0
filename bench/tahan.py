"""
Kill -9 of server and worker, 500 times per database: what was acknowledged, what was lost (nothing may be).

Not part of ``make bench``, since it takes a quarter of an hour per database:
``python -m bench.tahan [--jumlah N] [--benih N] [--basis-data postgresql://…] [--tunda-tutup]``. With
``--tunda-tutup`` every close of a file of SQLite is held up by a millisecond, which makes a rare moment certain
(``docs/keputusan/0014``); it needs a C compiler (``cc``).
"""

from __future__ import annotations

import subprocess
import sys
import time
from argparse import ArgumentParser
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.web.tahan.penggerak import Hasil, run_tahan
from tests.web.tempat import make_tempat

from bench.ukur import print_kabar, print_tabel


def main(argv: Sequence[str] | None = None) -> int:
    """Run on SQLite, or on the PostgreSQL that is given; the exit code says whether a promise was broken."""
    parser = ArgumentParser(prog="python -m bench.tahan", description=__doc__)
    parser.add_argument("--jumlah", type=int, default=500, help="kills")
    parser.add_argument("--benih", type=int, default=1, help="seed")
    parser.add_argument("--basis-data", default="", help="address of a PostgreSQL; else SQLite")
    parser.add_argument("--tunda-tutup", action="store_true", help="hold up each close of a file of SQLite")
    args = parser.parse_args(argv)
    nama = "PostgreSQL" if args.basis_data else "SQLite"
    with TemporaryDirectory() as folder, make_tempat(Path(folder) / "tempat", args.basis_data) as tempat:
        tempat.siapkan()
        if args.tunda_tutup:
            tunda = {"LD_PRELOAD": str(_build_tunda(Path(folder)))}
            tempat = replace(tempat, lingkungan=tempat.lingkungan | tunda)
        print_kabar(f"tahan: {args.jumlah} kali bunuh, {nama}")
        mulai = time.perf_counter()
        hasil = run_tahan(tempat, benih=args.benih, jumlah=args.jumlah)
        detik = time.perf_counter() - mulai
    _print(nama, hasil, detik)
    return 1 if hasil.pelanggaran else 0


def _build_tunda(folder: Path) -> Path:
    """Build the library that holds up the closing."""
    pustaka = folder / "tunda_tutup.so"
    subprocess.run(
        ["cc", "-shared", "-fPIC", "-O2", "-o", pustaka, Path(__file__).with_name("tunda_tutup.c")], check=True
    )
    return pustaka


def _print(nama: str, hasil: Hasil, detik: float) -> None:
    dibunuh = ", ".join(f"{sasaran} {kali}" for sasaran, kali in sorted(hasil.bunuh.items()))
    print_tabel(
        f"Bunuh mendadak, {nama}",
        ("dibunuh", "tulisan diakui", "pekerjaan diakui", "pekerjaan diulang", "pelanggaran", "detik"),
        [(
            dibunuh, str(hasil.tertulis), str(hasil.pekerjaan), str(hasil.diulang),
            str(len(hasil.pelanggaran)), f"{detik:.0f}",
        )],
    )  # fmt: skip
    for satu in hasil.pelanggaran:
        print(f"- {satu}")


if __name__ == "__main__":
    sys.exit(main())
