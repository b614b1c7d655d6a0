"""A generous bound on processor time, for inputs built to be slow: it stops a hang, it measures nothing."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class TerlaluLama(AssertionError):
    """The work inside used more processor time than any sound algorithm needs."""


@contextmanager
def batas_cpu(detik: int = 20) -> Iterator[None]:
    """Fail what takes more than ``detik`` seconds of processor time of this process, however busy the machine is."""

    def hentikan(_nomor: int, _bingkai: FrameType | None) -> None:
        raise TerlaluLama(f"lebih dari {detik} detik waktu prosesor")

    lama = signal.signal(signal.SIGVTALRM, hentikan)
    signal.setitimer(signal.ITIMER_VIRTUAL, detik)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, lama)
