"""
LKjIP as DOCX + PDF + XLSX: cold in a fresh process, warm, peak memory; and how time grows with the package.

Run alone: ``python -m bench.dokumen``.
"""

from __future__ import annotations

import statistics
import sys
import time
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.ukur import print_tabel, run_child

DAFTAR_FORMAT = ("docx", "pdf", "xlsx")
ULANG_HANGAT = 5


def make_lkjip(paket: Path, tujuan: Path) -> None:
    """The whole main job for one document: read the package, compute, compile, lay out, render, write."""
    from tolok.cli.dokumen import load_hasil, write_naskah
    from tolok.core.penyusun.lkjip import compile_lkjip
    from tolok.render.susunan.lkjip import layout_lkjip

    naskah = layout_lkjip(compile_lkjip(load_hasil(paket)))
    write_naskah(naskah, keluaran=tujuan, daftar_format=DAFTAR_FORMAT)


def ukur_satu(paket: Path, ulang: int) -> None:
    """Print cold seconds (from the first import on) and the median of warm seconds; run in a child process."""
    with TemporaryDirectory() as folder:
        catatan = []
        for _ in range(ulang + 1):
            mulai = time.perf_counter()
            make_lkjip(paket, Path(folder))
            catatan.append(time.perf_counter() - mulai)
    print(catatan[0], statistics.median(catatan[1:]) if ulang else 0)


def _ukur(paket: Path, ulang: int) -> tuple[float, float, float]:
    kode = "import sys; from pathlib import Path; from bench.dokumen import ukur_satu; "
    kode += "ukur_satu(Path(sys.argv[1]), int(sys.argv[2]))"
    utuh, memori, keluaran = run_child(kode, str(paket), str(ulang))
    dingin, hangat = (float(kata) for kata in keluaran.split())
    return (utuh if ulang == 0 else dingin), hangat, memori


def print_waktu() -> None:
    """Print time and memory of the example; aims: under 5 s cold, 2 s warm, 300 MB."""
    from tolok.contoh import path_contoh

    paket = path_contoh("probolinggo-2020")
    dingin, _, memori = (statistics.median(kolom) for kolom in zip(*(_ukur(paket, 0) for _ in range(3)), strict=True))
    _, hangat, _ = _ukur(paket, ULANG_HANGAT)
    print_tabel(
        "LKjIP contoh sebagai DOCX + PDF + XLSX",
        ("ukuran", "hasil", "tujuan"),
        (
            ("dingin (proses baru sampai selesai)", f"{dingin:.2f} s", "< 5 s"),
            ("hangat (dari paket sampai berkas)", f"{hangat:.2f} s", "< 2 s"),
            ("memori puncak", f"{memori:.0f} MB", "< 300 MB"),
        ),
    )


def print_pertumbuhan() -> None:
    """Print seconds per step for packages 1, 10 and 100 times as large, and their growth (aim: linear, 10 and 100)."""
    from tolok.core.hasil_tahun import HasilTahun
    from tolok.core.penyusun.lkjip import compile_lkjip
    from tolok.paket.acak import make_instansi_acak
    from tolok.paket.muat import load_paket
    from tolok.paket.tulis import write_paket
    from tolok.render.docx import render_docx
    from tolok.render.pdf import render_pdf
    from tolok.render.susunan.lkjip import layout_lkjip
    from tolok.render.xlsx import render_xlsx

    daftar_langkah = ("muat", "hitung semua", "susun", "docx", "pdf", "xlsx")
    waktu_per_ukuran: dict[int, list[float]] = {}
    ukuran_nyata: dict[int, int] = {}
    for ukuran in (1, 10, 100):
        with TemporaryDirectory() as folder:
            jalur = Path(folder) / "paket"
            write_paket(make_instansi_acak(seed=2020, jumlah_sasaran=3, ukuran=ukuran), jalur)
            jam = [time.perf_counter()]
            data = load_paket(jalur)
            jam.append(time.perf_counter())
        hasil = HasilTahun(data)
        daftar_identitas = tuple(hasil.daftar_identitas())
        for identitas in daftar_identitas:
            hasil.cari(identitas)
        jam.append(time.perf_counter())
        naskah = layout_lkjip(compile_lkjip(HasilTahun(data)))
        jam.append(time.perf_counter())
        for render in (render_docx, render_pdf, render_xlsx):
            render(naskah)
            jam.append(time.perf_counter())
        waktu_per_ukuran[ukuran] = [akhir - awal for awal, akhir in pairwise(jam)]
        ukuran_nyata[ukuran] = len(daftar_identitas)
    baris = [
        (
            langkah,
            *(f"{waktu_per_ukuran[u][nomor]:.3f}" for u in (1, 10, 100)),
            *(f"{waktu_per_ukuran[u][nomor] / waktu_per_ukuran[1][nomor]:.1f}" for u in (10, 100)),
        )
        for nomor, langkah in enumerate(daftar_langkah)
    ]
    besaran = [ukuran_nyata[u] for u in (1, 10, 100)]
    baris.append(("(besaran)", *map(str, besaran), *(f"{b / besaran[0]:.1f}" for b in besaran[1:])))
    print_tabel("Pertumbuhan", ("langkah", "x1 (s)", "x10 (s)", "x100 (s)", "nisbah x10", "nisbah x100"), baris)


def main() -> int:
    """Print both tables."""
    print_waktu()
    print_pertumbuhan()
    return 0


if __name__ == "__main__":
    sys.exit(main())
