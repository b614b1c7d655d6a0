"""
How long the server takes for fifty signed-in people, one page each per five seconds, on SQLite and on PostgreSQL.

The site runs as it ships (``tolok layani``, its own settings and number of processes) on a city of its own; only a
watch is added around what answers a request. Of five pages two are start pages, two pages of indicators, one another.
Run alone: ``python -m bench layanan [--menit N] [--orang N]``. PostgreSQL is measured where ``TOLOK_UJI_BASIS_DATA``
names one; a database is made there and dropped again. ``TOLOK_KOTA=kecil`` measures a small city (to try the bench).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from tests.web.tempat import Tempat, make_tempat

from bench.layanan.klien import Ukuran, run_pemakai
from bench.layanan.pelayan import serve
from bench.layanan.pemakai import LAIN, Pemakai, Permintaan
from bench.ukur import print_kabar, print_tabel

JEDA_DETIK: Final = 5.0
SEDANG_DETIK: Final = 60
"""After this long most of what is asked for again is in the memory of the processes."""
DIUKUR: Final = ("beranda_tahun", "indikator")
TUJUAN: Final = "p95 < 200 ms"
BATAS_PERNYATAAN: Final = 25
_BANGUN: Final = (
    "import sys, django; django.setup(); from bench.kota.bangun import KECIL, UkuranKota, build_kota; "
    "build_kota(KECIL if sys.argv[1] == 'kecil' else UkuranKota(), kabar=lambda s: print('…', s, file=sys.stderr))"
)


class Hasil(NamedTuple):
    """What one database came to: all answers, the memory of the server (MB), statements per page by role."""

    daftar: list[Ukuran]
    memori: float
    pernyataan: dict[str, dict[str, int]]


def main(argv: Sequence[str] | None = None) -> int:
    """Print the tables; the exit code says whether a page was refused or asked the database too often."""
    parser = ArgumentParser(prog="python -m bench layanan", description=__doc__)
    parser.add_argument("--menit", type=float, default=4)
    parser.add_argument("--orang", type=int, default=50)
    parser.add_argument("--jeda", type=float, default=JEDA_DETIK, help="seconds between two pages of one person")
    parser.add_argument("--cetakan", type=Path, help="data folder of a city built before; a copy of it is measured")
    parser.add_argument("--cetakan-basis-data", default="", help="its PostgreSQL; else SQLite in that folder")
    args = parser.parse_args(argv)
    banyak = max(1, round(args.menit * 60 / args.jeda))
    alamat = os.environ.get("TOLOK_UJI_BASIS_DATA", "")
    cetakan = Tempat(args.cetakan, args.cetakan_basis_data, {}) if args.cetakan else None
    per_nama = {"PostgreSQL" if args.cetakan_basis_data else "SQLite": args.cetakan_basis_data and alamat}
    if cetakan is None and alamat:
        per_nama["PostgreSQL"] = alamat
    if "PostgreSQL" not in per_nama:
        print_kabar("layanan atas PostgreSQL dilewati: TOLOK_UJI_BASIS_DATA kosong")
    gagal = False
    for nama, basis_data in per_nama.items():
        print_kabar(f"layanan atas {nama}")
        with _kota(basis_data, cetakan) as tempat:
            hasil = _ukur(tempat, args.orang, banyak, args.jeda)
        _print(nama, hasil)
        gagal |= _is_gagal(hasil)
    return int(gagal)


@contextmanager
def _kota(basis_data: str, cetakan: Tempat | None) -> Iterator[Tempat]:
    """Yield a place with a city."""
    with TemporaryDirectory() as folder, make_tempat(Path(folder) / "tempat", basis_data, cetakan=cetakan) as tempat:
        tempat.siapkan()
        if cetakan is None:
            _jalankan(tempat, "-c", _BANGUN, os.environ.get("TOLOK_KOTA", "besar"))
        yield tempat


def _ukur(tempat: Tempat, orang: int, banyak: int, jeda: float) -> Hasil:
    isi = json.loads(_jalankan(tempat, "-m", "bench.layanan.pemakai", str(orang), str(banyak)))
    daftar = [Pemakai(kuki, tuple(Permintaan(*satu) for satu in daftar)) for kuki, daftar in isi]
    with serve(tempat) as pelayan:
        print_kabar(f"{orang} orang, {banyak} halaman masing-masing")
        hasil = run_pemakai(pelayan.port, daftar, jeda=jeda)
        memori = pelayan.memori()
    print_kabar("pernyataan tiap halaman")
    return Hasil(hasil, memori, json.loads(_jalankan(tempat, "-m", "bench.layanan.pernyataan")))


def _jalankan(tempat: Tempat, *masukan: str) -> str:
    jalan = subprocess.run([sys.executable, *masukan], env=tempat.lingkungan, stdout=subprocess.PIPE, check=True)
    return jalan.stdout.decode()


def _is_gagal(hasil: Hasil) -> bool:
    if ditolak := [satu for satu in hasil.daftar if satu.status != 200]:
        print_kabar(f"{len(ditolak)} halaman tidak dijawab 200: {ditolak[0]}")
    return bool(ditolak) or max(n for satu in hasil.pernyataan.values() for n in satu.values()) > BATAS_PERNYATAAN


def _print(nama: str, hasil: Hasil) -> None:
    baris = []
    for halaman in (*DIUKUR, *LAIN):
        milik = [satu for satu in hasil.daftar if satu.halaman == halaman and satu.waktu is not None]
        if milik:
            baris.append((halaman, str(len(milik)), *_kolom(milik), TUJUAN if halaman in DIUKUR else ""))
    cpu = sum(satu.waktu.cpu for satu in hasil.daftar if satu.waktu) / 1000
    lama = max(satu.saat + satu.klien / 1000 for satu in hasil.daftar)
    muatan = " ".join(f"{satu:.1f}" for satu in os.getloadavg())
    print_tabel(f"Layanan atas {nama}: milidetik", _KEPALA, baris)
    print(
        "\nPelayan: waktu di pelayan. CPU: CPU utas yang menjawab. Klien: dinding di peramban. Semua jawaban memakai "
        f"{cpu:.0f} detik CPU selama {lama:.0f} detik. Muatan mesin {muatan}; memori pelayan {hasil.memori:.0f} MB."
    )
    for peran, per_halaman in hasil.pernyataan.items():
        tertinggi = max(per_halaman.values())
        daftar = ", ".join(halaman for halaman, n in per_halaman.items() if n == tertinggi)
        print(
            f"Pernyataan SQL terbanyak, memori kosong, {peran}: {tertinggi} ({daftar}) dari {len(per_halaman)} "
            f"halaman; tujuan <= {BATAS_PERNYATAAN}."
        )
    sys.stdout.flush()


_KEPALA: Final = (
    "halaman", "n", "pelayan p50", "p95", "p99", "terlama", "p95 sesudah 1 menit", "CPU p50", "CPU p95", "CPU p99",
    "klien p50", "p95", "p99", "SQL", "kB p95", "tujuan",
)  # fmt: skip


def _kolom(daftar: list[Ukuran]) -> Iterator[str]:
    pelayan = [satu.waktu.dinding for satu in daftar if satu.waktu]
    cpu = [satu.waktu.cpu for satu in daftar if satu.waktu]
    klien = [satu.klien for satu in daftar]
    sesudah = [satu.waktu.dinding for satu in daftar if satu.waktu and satu.saat >= SEDANG_DETIK]
    yield from (f"{_persentil(pelayan, p):.0f}" for p in (50, 95, 99, 100))
    yield f"{_persentil(sesudah, 95):.0f}" if sesudah else "-"
    yield from (f"{_persentil(cpu, p):.0f}" for p in (50, 95, 99))
    yield from (f"{_persentil(klien, p):.0f}" for p in (50, 95, 99))
    yield str(max(satu.waktu.kueri for satu in daftar if satu.waktu))
    yield f"{_persentil([satu.ukuran / 1000 for satu in daftar], 95):.1f}"


def _persentil(daftar: Sequence[float], persen: int) -> float:
    """Return the smallest value that so many percent do not exceed."""
    urut = sorted(daftar)
    return urut[max(0, -(-len(urut) * persen // 100) - 1)]


if __name__ == "__main__":
    sys.exit(main())
