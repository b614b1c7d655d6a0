"""What answering a request took, told in its ``Server-Timing`` header: wall and CPU milliseconds, SQL statements."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, NamedTuple

from django.db import connection
from django.http import HttpRequest, HttpResponse

KEPALA = "Server-Timing"


class Waktu(NamedTuple):
    """Milliseconds on the clock and of this thread's CPU, and how many statements the database was asked."""

    dinding: float
    cpu: float
    kueri: int

    def __str__(self) -> str:
        """Return it as the header says it."""
        return f"dinding;dur={self.dinding:.2f}, cpu;dur={self.cpu:.2f}, kueri;dur={self.kueri}"


def read_waktu(kepala: str) -> Waktu:
    """Return what a header says."""
    dinding, cpu, kueri = (bagian.partition("dur=")[2] for bagian in kepala.split(","))
    return Waktu(float(dinding), float(cpu), int(kueri))


def write_waktu(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Time everything below, and count the statements."""

    def jawab(request: HttpRequest) -> HttpResponse:
        kueri = 0

        def hitung(jalankan: Callable[..., Any], *isi: Any) -> Any:
            nonlocal kueri
            kueri += 1
            return jalankan(*isi)

        mulai, mulai_cpu = time.perf_counter(), time.thread_time()
        with connection.execute_wrapper(hitung):
            jawaban = get_response(request)
        waktu = Waktu((time.perf_counter() - mulai) * 1000, (time.thread_time() - mulai_cpu) * 1000, kueri)
        jawaban[KEPALA] = str(waktu)
        return jawaban

    return jawab
