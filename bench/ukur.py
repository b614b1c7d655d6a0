"""Timing and memory for the bench: child processes with a limit, their CPU time and peak, small tables."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from threading import Event, Timer
from typing import NamedTuple


class Proses(NamedTuple):
    """A child that ended: wall and user CPU seconds, peak MB, its lines; ``selesai`` is false if it was stopped."""

    detik: float
    detik_cpu: float
    memori: float
    baris: tuple[str, ...]
    selesai: bool


def run_child(kode: str, *argumen: str, batas: float = 120, kabar: Callable[[str], None] = lambda _: None) -> Proses:
    """
    Run Python code in a fresh process, at most ``batas`` seconds.

    :param kabar: gets every line at once as the child prints it
    :raises RuntimeError: if the child fails by itself
    """
    lingkungan = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    mulai = time.perf_counter()
    anak = subprocess.Popen([sys.executable, "-c", kode, *argumen], stdout=subprocess.PIPE, text=True, env=lingkungan)
    habis = Event()

    def hentikan() -> None:
        habis.set()
        anak.kill()

    jam = Timer(batas, hentikan)
    jam.start()
    baris = []
    for satu in anak.stdout or ():
        baris.append(satu.rstrip("\n"))
        kabar(baris[-1])
    _, status, pemakaian = os.wait4(anak.pid, 0)
    jam.cancel()
    anak.returncode = os.waitstatus_to_exitcode(status)
    if anak.returncode and not habis.is_set():
        raise RuntimeError(f"proses ukur gagal: {anak.returncode}")
    return Proses(
        time.perf_counter() - mulai,
        pemakaian.ru_utime,
        _megabyte(pemakaian.ru_maxrss),
        tuple(baris),
        not habis.is_set(),
    )


def detik_cpu() -> float:
    """Return the user CPU seconds of this process and its threads: other load on the machine hardly changes them."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime


def memori_puncak() -> float:
    """Return the largest memory this process had, in MB."""
    return _megabyte(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def _megabyte(maxrss: int) -> float:
    return maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


def print_tabel(judul: str, kepala: Sequence[str], baris: Sequence[Sequence[str]]) -> None:
    """Print a small table, readable in a terminal and in Markdown."""
    print(f"\n## {judul}\n")
    lebar = [max(len(b[i]) for b in (kepala, *baris)) for i in range(len(kepala))]
    for nomor, isi in enumerate((kepala, *baris)):
        print("| " + " | ".join(s.ljust(w) for s, w in zip(isi, lebar, strict=True)) + " |")
        if nomor == 0:
            print("|" + "|".join("-" * (w + 2) for w in lebar) + "|")
    sys.stdout.flush()


def print_kabar(teks: str) -> None:
    """Say on stderr how far the bench is."""
    print(f"… {teks}", file=sys.stderr, flush=True)
