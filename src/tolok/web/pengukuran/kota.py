"""One piece of work over the years of many agencies, on every core of the machine."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from typing import TypeVar

from tolok.web.perencanaan.hasil import clear_simpanan
from tolok.web.perencanaan.models import TahunKinerja
from tolok.web.simpan.proses import wake_proses

T = TypeVar("T")


def map_tahun(
    kerja: Callable[[TahunKinerja], T], daftar: Sequence[TahunKinerja], *, banyak_proses: int | None = None
) -> Iterator[T]:
    """
    Yield what ``kerja`` makes of each agency-year, in the order given.

    Agencies share no number, so as many processes as there are cores take so much less time. Each has connections of
    its own and forgets a computed year when it is done with it: a city does not fit into memory.

    :param kerja: a function of a module, or a ``partial`` of one: other processes find it by its name
    :param daftar: years with ``instansi``, ``organisasi``, ``rencana_berlaku`` and ``kebijakan`` read
    :param banyak_proses: ``None``: one for each core; 1: this process alone
    """
    banyak = min(banyak_proses or _count_inti(), len(daftar))
    if banyak <= 1:
        yield from map(partial(_kerjakan, kerja), daftar)
        return
    # A forked process would share the sockets of its parent with it; a new one starts clean.
    with ProcessPoolExecutor(banyak, mp_context=get_context("spawn"), initializer=wake_proses) as kolam:
        yield from kolam.map(partial(_kerjakan, kerja), daftar)


def _kerjakan(kerja: Callable[[TahunKinerja], T], tahun: TahunKinerja) -> T:
    try:
        return kerja(tahun)
    finally:
        clear_simpanan()


def _count_inti() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
