"""
How the time of each step of the LKjIP grows with a package 10 and 100 times as large (aim: linear).

Each size runs in a process of its own and within a limit; a step that was not reached prints as a dash. Ratios are of
CPU time, which other load on the machine hardly changes, and once more per quantity: 1.0 is exactly linear.
Run alone: ``python -m bench.pertumbuhan``.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from bench.ukur import Proses, detik_cpu, print_kabar, print_tabel, run_child

BATAS_PER_UKURAN = {1: 30, 10: 60, 100: 240}
"""Seconds that a size may take."""

DAFTAR_LANGKAH = ("muat", "hitung semua", "susun", "tata", "xlsx", "html", "menata halaman", "docx", "pdf")


class Langkah(NamedTuple):
    """What a step took, in wall and CPU seconds."""

    detik: float
    detik_cpu: float


def ukur(ukuran: int) -> None:
    """Run all steps at one size; print a JSON line after each, and one with how many quantities and pages there are."""
    from pypdfium2 import PdfDocument

    from tolok.core.hasil.tahun import HasilTahun
    from tolok.core.penyusun.lkjip import compile_lkjip
    from tolok.paket.acak import make_instansi_acak
    from tolok.paket.muat import load_paket
    from tolok.paket.tulis import write_paket
    from tolok.render.docx import render_docx
    from tolok.render.html import render_html
    from tolok.render.pdf import nomor_halaman, render_pdf
    from tolok.render.susunan.lkjip import layout_lkjip
    from tolok.render.xlsx import render_xlsx

    def catat(nama: str, kerja: Callable[[], Any]) -> Any:
        mulai, mulai_cpu = time.perf_counter(), detik_cpu()
        hasil = kerja()
        print(json.dumps({nama: [time.perf_counter() - mulai, detik_cpu() - mulai_cpu]}), flush=True)
        return hasil

    def hitung() -> int:
        hasil = HasilTahun(data)
        daftar_identitas = tuple(hasil.daftar_identitas())
        for identitas in daftar_identitas:
            hasil.cari(identitas)
        return len(daftar_identitas)

    with TemporaryDirectory() as folder:
        jalur = Path(folder) / "paket"
        write_paket(make_instansi_acak(seed=2020, jumlah_sasaran=3, ukuran=ukuran), jalur)
        data = catat("muat", lambda: load_paket(jalur))
    print(json.dumps({"besaran": catat("hitung semua", hitung)}), flush=True)
    model = catat("susun", lambda: compile_lkjip(HasilTahun(data)))
    naskah = catat("tata", lambda: layout_lkjip(model))
    catat("xlsx", lambda: render_xlsx(naskah))
    catat("html", lambda: render_html(naskah))
    catat("menata halaman", lambda: nomor_halaman(naskah))
    catat("docx", lambda: render_docx(naskah))
    with PdfDocument(catat("pdf", lambda: render_pdf(naskah))) as berkas:
        print(json.dumps({"halaman": len(berkas)}), flush=True)


def _run(ukuran: int) -> tuple[Proses, dict[str, Any]]:
    print_kabar(f"pertumbuhan x{ukuran}")
    kode = "import sys; from bench.pertumbuhan import ukur; ukur(int(sys.argv[1]))"
    proses = run_child(kode, str(ukuran), batas=BATAS_PER_UKURAN[ukuran], kabar=lambda baris: print_kabar(f"  {baris}"))
    hasil: dict[str, Any] = {}
    for baris in proses.baris:
        hasil |= json.loads(baris)
    if not proses.selesai:
        print_kabar(f"pertumbuhan x{ukuran} dihentikan setelah {proses.detik:.0f} s")
    return proses, hasil


def _baris(nama: str, hasil_per_ukuran: dict[int, dict[str, Any]]) -> tuple[str, ...]:
    langkah = {u: Langkah(*hasil[nama]) for u, hasil in hasil_per_ukuran.items() if nama in hasil}
    awal, *besar = hasil_per_ukuran
    nisbah = []
    for u in besar:
        if u in langkah and awal in langkah and langkah[awal].detik_cpu > 0:
            kali = langkah[u].detik_cpu / langkah[awal].detik_cpu
            banyak = hasil_per_ukuran[u]["besaran"] / hasil_per_ukuran[awal]["besaran"]
            nisbah += [f"{kali:.1f}", f"{kali / banyak:.2f}"]
        else:
            nisbah += ["–", "–"]
    waktu = (f"{langkah[u].detik_cpu:.3f} ({langkah[u].detik:.2f})" if u in langkah else "–" for u in hasil_per_ukuran)
    return (nama, *waktu, *nisbah)


def main() -> int:
    """Print CPU (wall) seconds per step and size, and how they grow."""
    catatan = {ukuran: _run(ukuran) for ukuran in BATAS_PER_UKURAN}
    hasil = {ukuran: isi for ukuran, (_, isi) in catatan.items()}
    kepala = [f"x{u}: CPU (dinding) s" for u in catatan]
    kepala += [judul for u in list(catatan)[1:] for judul in (f"nisbah x{u}", "per besaran")]
    baris = [_baris(nama, hasil) for nama in DAFTAR_LANGKAH]
    kosong = ("",) * (2 * (len(catatan) - 1))
    for nama in ("besaran", "halaman"):
        baris.append((f"({nama})", *(str(isi.get(nama, "–")) for isi in hasil.values()), *kosong))
    baris.append(("(memori puncak)", *(f"{proses.memori:.0f} MB" for proses, _ in catatan.values()), *kosong))
    print_tabel("Pertumbuhan", ("langkah", *kepala), baris)
    return 0


if __name__ == "__main__":
    sys.exit(main())
