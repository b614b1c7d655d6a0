"""Timing and memory for the bench: interleaved repeats, medians, and the peak of a child process."""

from __future__ import annotations

import gc
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence


def compare(daftar: dict[str, Callable[[], object]], *, ulang: int = 7) -> dict[str, float]:
    """Run the callables in turn, ``ulang`` rounds after one warm-up, and return the median seconds of each."""
    for kerja in daftar.values():
        kerja()
    waktu: dict[str, list[float]] = {nama: [] for nama in daftar}
    for _ in range(ulang):
        for nama, kerja in daftar.items():
            gc.collect()
            mulai = time.perf_counter()
            kerja()
            waktu[nama].append(time.perf_counter() - mulai)
    return {nama: statistics.median(catatan) for nama, catatan in waktu.items()}


def run_child(kode: str, *argumen: str) -> tuple[float, float, str]:
    """Run Python code in a fresh process; return wall seconds, peak memory in MB, and what it printed."""
    lingkungan = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    mulai = time.perf_counter()
    anak = subprocess.Popen([sys.executable, "-c", kode, *argumen], stdout=subprocess.PIPE, text=True, env=lingkungan)
    keluaran = anak.stdout.read() if anak.stdout else ""
    _, status, pemakaian = os.wait4(anak.pid, 0)
    if status:
        raise RuntimeError(f"proses ukur gagal: {os.waitstatus_to_exitcode(status)}")
    anak.returncode = 0
    return time.perf_counter() - mulai, _megabyte(pemakaian), keluaran.strip()


def _megabyte(pemakaian: resource.struct_rusage) -> float:
    return pemakaian.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


def print_tabel(judul: str, kepala: Sequence[str], baris: Sequence[Sequence[str]]) -> None:
    """Print a small table, readable in a terminal and in Markdown."""
    print(f"\n## {judul}\n")
    lebar = [max(len(b[i]) for b in (kepala, *baris)) for i in range(len(kepala))]
    for nomor, isi in enumerate((kepala, *baris)):
        print("| " + " | ".join(s.ljust(w) for s, w in zip(isi, lebar, strict=True)) + " |")
        if nomor == 0:
            print("|" + "|".join("-" * (w + 2) for w in lebar) + "|")
