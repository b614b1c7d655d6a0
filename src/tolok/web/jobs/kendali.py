"""What a job holds while it runs: its inputs, a way to say how far it is, and a way to write once."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, Final
from uuid import UUID

from django.db import transaction

from tolok.web.akun.models import Pengguna
from tolok.web.jobs.models import Pekerjaan
from tolok.web.jobs.pelaksanaan import note_langkah, run_sekali

JEDA_KABAR_DETIK: Final = 0.5
TENGGANG_BERHENTI_DETIK: Final = 10


class PekerjaanGagal(Exception):
    """The job cannot be done; the message (Indonesian) says why and what to do."""


class Dibatalkan(Exception):
    """Somebody called the job off while it ran."""


class Ditunda(BaseException):
    """The worker must end now; the job goes back into the queue."""


class Berhenti:
    """The wish that a worker process ends, and since when; set by a signal, looked at between the steps of a job."""

    def __init__(self) -> None:
        self._sejak: float | None = None

    def minta(self) -> None:
        """Wish it."""
        self._sejak = time.monotonic()

    @property
    def is_diminta(self) -> bool:
        """Whether it is wished."""
        return self._sejak is not None

    @property
    def is_mendesak(self) -> bool:
        """Whether a job had its time to finish since it was wished."""
        return self._sejak is not None and time.monotonic() - self._sejak > TENGGANG_BERHENTI_DETIK


class Kendali:
    """One attempt at a job."""

    def __init__(self, pekerjaan: Pekerjaan, berhenti: Berhenti) -> None:
        self.id: UUID = pekerjaan.id
        self.kunci: str = pekerjaan.kunci
        self.instansi: str = pekerjaan.instansi
        self.oleh: Pengguna | None = pekerjaan.diminta_oleh
        self.percobaan: int = pekerjaan.percobaan
        self._berhenti = berhenti
        self._kabar_terakhir = 0.0
        self._kedalaman = len(transaction.get_connection().atomic_blocks)

    def maju(self, langkah: int, jumlah: int, sebutan: str = "") -> None:
        """
        Say how far the job is; call it often, it writes twice a second at most and never inside a transaction.

        :param sebutan: what is being done now, for people
        :raises Dibatalkan: if somebody called the job off
        :raises Digantikan: if another worker has taken it over
        """
        if self._berhenti.is_mendesak:
            raise Ditunda
        kini = time.monotonic()
        if kini - self._kabar_terakhir < JEDA_KABAR_DETIK and langkah < jumlah:
            return
        if len(transaction.get_connection().atomic_blocks) > self._kedalaman:
            return  # the row would stay locked until the job commits
        self._kabar_terakhir = kini
        if note_langkah(
            self.id,
            percobaan=self.percobaan,
            langkah=langkah,
            jumlah_langkah=jumlah,
            sebutan_langkah=sebutan,
        ):
            raise Dibatalkan

    def sekali(self, nama: str, fungsi: Callable[[], dict[str, Any]]) -> dict[str, Any]:
        """
        Do a part that writes to the database exactly once, however often the job runs, and return what it gave.

        The part runs in one transaction that holds the chain of the agency: what takes long is computed before.

        :raises Digantikan: if another worker has taken the job over
        """
        return run_sekali(self.id, percobaan=self.percobaan, instansi=self.instansi, nama=nama, fungsi=fungsi)
