"""
The worker: takes jobs out of the queue one after the other, and looks after those whose worker died.

The queue and its rows are those of ``django_tasks_db``; its own worker ends on a lost database and on a locked one, and
gives no sign of life, so the loop is ours.
"""

from __future__ import annotations

import logging
import os
import secrets
import signal
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from types import FrameType
from typing import Final

from django.conf import settings
from django.db import DatabaseError, InterfaceError, close_old_connections, connection
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult
from django_tasks_db.utils import exclusive_transaction

from tolok.web.jobs import models
from tolok.web.jobs.jalan import KEADAAN
from tolok.web.jobs.kendali import Ditunda
from tolok.web.jobs.pelaksanaan import Digantikan, note_langkah, reclaim_pekerjaan
from tolok.web.simpan.catatan_wal import keep_kecil
from tolok.web.simpan.sambungan_tetap import hold_terbuka

log = logging.getLogger(__name__)

JEDA_DETIK: Final = 0.5
JEDA_GANGGUAN_DETIK: Final = 2.0
DENYUT_PER_BASI: Final = 6
SIMPAN_TUGAS: Final = timedelta(days=7)


def get_basi() -> timedelta:
    """Return after how long without a sign of life a worker is dead."""
    return timedelta(seconds=settings.PEKERJAAN_BASI_DETIK)


class Pekerja(Worker):
    """One worker process; ``is_sekali``: it ends when the queue is empty."""

    def __init__(self, *, is_sekali: bool) -> None:
        nama = f"{socket.gethostname()[:30]}-{os.getpid()}-{secrets.token_hex(4)}"
        super().__init__(
            queue_names=["*"],
            interval=JEDA_DETIK,
            batch=is_sekali,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=nama,
            excluded_queue_names=[],
        )

    def shutdown(self, _sinyal: int, _bingkai: FrameType | None) -> None:
        """End after the current job, asked twice at once; a job that is cut short goes back into the queue."""
        if not self.running and self.running_task:
            raise Ditunda
        self.running = False
        KEADAAN.berhenti.minta()

    def run(self) -> None:
        """Work until asked to end (``is_sekali``: until nothing waits)."""
        log.info("Pekerja %s mulai.", self.worker_id)
        with self._berdenyut():
            while self.running:
                close_old_connections()
                keep_kecil()
                try:
                    is_bekerja = self._run_satu()
                except (DatabaseError, InterfaceError):
                    log.exception("Basis data tidak dapat dipakai; dicoba lagi.")
                    connection.close()
                    time.sleep(JEDA_GANGGUAN_DETIK)
                    continue
                if not is_bekerja:
                    if self.batch:
                        return
                    time.sleep(self.interval)

    def _run_satu(self) -> bool:
        """Run the next task, if there is one."""
        antrean = DBTaskResult.objects.ready()
        if not antrean.exists():
            return False
        with exclusive_transaction(antrean.db):
            tugas = antrean.get_locked()
            if tugas is not None:
                tugas.claim(self.worker_id)
        if tugas is not None:
            self.run_task(tugas)
        return True

    @contextmanager
    def _berdenyut(self) -> Iterator[None]:
        """Give signs of life while the block runs, and take the last one back at its end."""
        self._beri_denyut()
        tamat = threading.Event()

        def ulangi() -> None:
            while not tamat.wait(get_basi().total_seconds() / DENYUT_PER_BASI):
                close_old_connections()
                self._beri_denyut()
            connection.close()

        utas = threading.Thread(target=ulangi, name="denyut", daemon=True)
        utas.start()
        try:
            yield
        finally:
            tamat.set()
            utas.join()
            models.Pekerja.objects.filter(nama=self.worker_id).delete()

    def _beri_denyut(self) -> None:
        """Give one sign of life for the worker and its job; take over what others left, throw away what is old."""
        kini = timezone.now()
        try:
            if not models.Pekerja.objects.filter(nama=self.worker_id).update(denyut=kini):
                models.Pekerja.objects.create(nama=self.worker_id, mulai=kini, denyut=kini)
            if kendali := KEADAAN.kini:
                note_langkah(kendali.id, percobaan=kendali.percobaan)
            reclaim_pekerjaan(basi=get_basi())
            DBTaskResult.objects.finished().filter(finished_at__lt=kini - SIMPAN_TUGAS).delete()
            models.Pekerja.objects.filter(denyut__lt=kini - SIMPAN_TUGAS).delete()
        except Digantikan:
            return  # the job has just ended; if it was taken over, its next step finds out
        except (DatabaseError, InterfaceError):
            log.warning("Tanda hidup pekerja tidak dapat ditulis.", exc_info=True)
            connection.close()


def kerjakan_semua() -> None:
    """Run what waits in the queue, in this process, until nothing waits."""
    pekerja = Pekerja(is_sekali=True)
    while pekerja._run_satu():
        pass


def run_pekerja(*, is_sekali: bool) -> None:
    """Be a worker; SIGTERM and Ctrl-C end it in order."""
    hold_terbuka()
    pekerja = Pekerja(is_sekali=is_sekali)
    for sinyal in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sinyal, pekerja.shutdown)
    pekerja.run()
