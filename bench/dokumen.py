"""
LKjIP as DOCX + PDF + XLSX: cold in a fresh process, warm, memory; a package and its quantities; starting a command.

Run alone: ``python -m bench.dokumen``, which also measures growth (``bench.pertumbuhan``).
"""

from __future__ import annotations

import statistics
import sys
import time
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import pertumbuhan
from bench.ukur import Proses, detik_cpu, memori_puncak, print_kabar, print_tabel, run_child

DAFTAR_FORMAT = ("docx", "pdf", "xlsx")
ULANG_DINGIN = 3
ULANG_HANGAT = 5
LAPORAN_BERBEDA = 12
DAFTAR_PERINTAH = (("--help",), ("rumus", "A / B * 100"))


def make_lkjip(paket: Path, tujuan: Path) -> None:
    """The whole main job for one document: read the package, compute, compile, lay out, render, write."""
    from tolok.cli.dokumen import load_hasil, write_naskah
    from tolok.core.penyusun.lkjip import compile_lkjip
    from tolok.render.susunan.lkjip import layout_lkjip

    naskah = layout_lkjip(compile_lkjip(load_hasil(paket)))
    write_naskah(naskah, keluaran=tujuan, daftar_format=DAFTAR_FORMAT)


def ukur_lkjip(paket: Path, ulang: int) -> None:
    """Print wall and CPU seconds of each of the runs after the first; run in a child process."""
    with TemporaryDirectory() as folder:
        make_lkjip(paket, Path(folder))
        for _ in range(ulang):
            mulai, mulai_cpu = time.perf_counter(), detik_cpu()
            make_lkjip(paket, Path(folder))
            print(time.perf_counter() - mulai, detik_cpu() - mulai_cpu)


def ukur_berbeda() -> None:
    """Print wall and CPU seconds of different reports in one process, and its peak memory after each."""
    from tolok.cli.dokumen import write_naskah
    from tolok.core.hasil.tahun import HasilTahun
    from tolok.core.penyusun.lkjip import compile_lkjip
    from tolok.paket.acak import make_instansi_acak
    from tolok.render.susunan.lkjip import layout_lkjip

    with TemporaryDirectory() as folder:
        for seed in range(LAPORAN_BERBEDA):
            mulai, mulai_cpu = time.perf_counter(), detik_cpu()
            hasil = HasilTahun(make_instansi_acak(seed=seed, jumlah_sasaran=3))
            write_naskah(layout_lkjip(compile_lkjip(hasil)), keluaran=Path(folder), daftar_format=DAFTAR_FORMAT)
            print(time.perf_counter() - mulai, detik_cpu() - mulai_cpu, memori_puncak())


def ukur_paket(paket: Path) -> None:
    """Print wall and CPU seconds to load a package and to compute all its quantities, and how many they are."""
    from tolok.core.hasil.tahun import HasilTahun
    from tolok.paket.muat import load_paket

    jam = [(time.perf_counter(), detik_cpu())]
    data = load_paket(paket)
    jam.append((time.perf_counter(), detik_cpu()))
    hasil = HasilTahun(data)
    daftar_identitas = tuple(hasil.daftar_identitas())
    for identitas in daftar_identitas:
        hasil.cari(identitas)
    jam.append((time.perf_counter(), detik_cpu()))
    for (awal, awal_cpu), (akhir, akhir_cpu) in pairwise(jam):
        print(akhir - awal, akhir_cpu - awal_cpu, len(daftar_identitas))


def _run(fungsi: str, *argumen: str) -> Proses:
    urai = {"ukur_lkjip": "Path(sys.argv[1]), int(sys.argv[2])", "ukur_paket": "Path(sys.argv[1])"}.get(fungsi, "")
    kode = f"import sys; from pathlib import Path; from bench.dokumen import {fungsi}; {fungsi}({urai})"
    return run_child(kode, *argumen)


def _kolom(proses: Proses) -> list[list[float]]:
    return [list(kolom) for kolom in zip(*([float(k) for k in b.split()] for b in proses.baris), strict=True)]


def print_waktu() -> None:
    """Print time and memory of the example; aims: under 5 s cold, 2 s warm, 300 MB."""
    from tolok.contoh import path_contoh

    paket = str(path_contoh("probolinggo-2020"))
    print_kabar("contoh, dingin")
    dingin = [_run("ukur_lkjip", paket, "0") for _ in range(ULANG_DINGIN)]
    print_kabar("contoh, hangat")
    hangat, hangat_cpu = (statistics.median(kolom) for kolom in _kolom(_run("ukur_lkjip", paket, str(ULANG_HANGAT))))
    print_kabar(f"{LAPORAN_BERBEDA} laporan berbeda dalam satu proses")
    beda, beda_cpu, memori = _kolom(_run("ukur_berbeda"))
    muat, hitung = ([float(k) for k in baris.split()] for baris in _run("ukur_paket", paket).baris)
    print_tabel(
        "LKjIP contoh sebagai DOCX + PDF + XLSX",
        ("ukuran", "jam dinding", "CPU", "tujuan"),
        (
            (
                "dingin (proses baru sampai selesai)",
                f"{statistics.median(p.detik for p in dingin):.2f} s",
                f"{statistics.median(p.detik_cpu for p in dingin):.2f} s",
                "< 5 s",
            ),
            ("hangat (dokumen yang sama, dari paket sampai berkas)", f"{hangat:.2f} s", f"{hangat_cpu:.2f} s", "< 2 s"),
            (
                "hangat (dokumen lain dalam proses yang sama)",
                f"{statistics.median(beda[1:]):.2f} s",
                f"{statistics.median(beda_cpu[1:]):.2f} s",
                "< 2 s",
            ),
            ("memori puncak", f"{statistics.median(p.memori for p in dingin):.0f} MB", "", "< 300 MB"),
            (f"memori puncak setelah {LAPORAN_BERBEDA} laporan berbeda", f"{memori[-1]:.0f} MB", "", ""),
            ("memuat paket contoh (dingin)", f"{muat[0]:.3f} s", f"{muat[1]:.3f} s", ""),
            (f"menghitung {hitung[2]:.0f} besaran contoh", f"{hitung[0]:.3f} s", f"{hitung[1]:.3f} s", "< 0,3 s"),
        ),
    )


def print_perintah() -> None:
    """Print how long it takes until a small command is done."""
    print_kabar("perintah kecil")
    baris = []
    for argumen in DAFTAR_PERINTAH:
        kode = "import sys; from tolok.cli import main; sys.exit(main(sys.argv[1:]))"
        daftar = [run_child(kode, *argumen) for _ in range(5)]
        baris.append(
            (
                f"tolok {' '.join(argumen)}",
                f"{statistics.median(p.detik for p in daftar):.2f} s",
                f"{statistics.median(p.detik_cpu for p in daftar):.2f} s",
                "< 0,25 s",
            )
        )
    print_tabel("Perintah kecil, dari proses baru", ("perintah", "jam dinding", "CPU", "tujuan"), baris)


def main() -> int:
    """Print all tables."""
    print_waktu()
    print_perintah()
    pertumbuhan.main()
    return 0


if __name__ == "__main__":
    sys.exit(main())
