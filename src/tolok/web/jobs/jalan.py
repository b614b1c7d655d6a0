"""Running one job: from taking it to what stands in its row in the end."""

from __future__ import annotations

import logging
from typing import Final
from uuid import UUID

from django.db import InterfaceError, OperationalError, connection

from tolok.web.jobs.daftar import JenisTidakAda, get_jenis
from tolok.web.jobs.kendali import Berhenti, Dibatalkan, Ditunda, Kendali, PekerjaanGagal
from tolok.web.jobs.models import Pekerjaan
from tolok.web.jobs.pelaksanaan import (
    Digantikan,
    fail_pekerjaan,
    finish_pekerjaan,
    requeue_pekerjaan,
    start_pekerjaan,
    stop_pekerjaan,
)

log = logging.getLogger(__name__)

PESAN_KESALAHAN: Final = (
    "Ada kesalahan di dalam Tolok, bukan pada data Anda; tidak ada yang tersimpan setengah jadi. "
    "Beri tahu pengelola nomor ini: {id}"
)
PESAN_JENIS: Final = "Versi Tolok yang terpasang tidak mengenal pekerjaan {jenis}."


class Keadaan:
    """What this process is doing: the job it holds, and whether it is wished to end."""

    def __init__(self) -> None:
        self.kini: Kendali | None = None
        self.berhenti = Berhenti()


KEADAAN: Final = Keadaan()


def run_pekerjaan(pekerjaan: UUID) -> None:
    """Run a waiting job to its end, or until it is called off or put back; do nothing if it waits no more."""
    baris = start_pekerjaan(pekerjaan)
    if baris is None:
        return
    kendali = Kendali(baris, KEADAAN.berhenti)
    KEADAAN.kini = kendali
    try:
        _kerjakan(baris, kendali)
    except Digantikan:
        log.warning("Pekerjaan %s percobaan %s sudah diambil alih.", kendali.id, kendali.percobaan)
    finally:
        KEADAAN.kini = None


def _kerjakan(baris: Pekerjaan, kendali: Kendali) -> None:
    try:
        hasil = get_jenis(baris.jenis).fungsi(kendali, **baris.masukan)
        finish_pekerjaan(kendali.id, percobaan=kendali.percobaan, instansi=kendali.instansi, hasil=hasil)
    except Digantikan:
        raise
    except Dibatalkan:
        stop_pekerjaan(kendali.id, percobaan=kendali.percobaan, instansi=kendali.instansi)
    except (Ditunda, KeyboardInterrupt, SystemExit):
        _kembalikan(kendali, is_dihitung=False)
    except (OperationalError, InterfaceError):
        log.exception("Basis data gagal di tengah pekerjaan %s.", kendali.id)
        if not connection.in_atomic_block:
            connection.close_if_unusable_or_obsolete()
        _kembalikan(kendali, is_dihitung=True)
    except PekerjaanGagal as galat:
        _gagalkan(kendali, str(galat))
    except JenisTidakAda:
        _gagalkan(kendali, PESAN_JENIS.format(jenis=baris.jenis))
    except Exception:
        log.exception("Pekerjaan %s (%s) gagal.", kendali.id, baris.jenis)
        _gagalkan(kendali, PESAN_KESALAHAN.format(id=kendali.id))


def _kembalikan(kendali: Kendali, *, is_dihitung: bool) -> None:
    requeue_pekerjaan(kendali.id, percobaan=kendali.percobaan, instansi=kendali.instansi, is_dihitung=is_dihitung)


def _gagalkan(kendali: Kendali, pesan: str) -> None:
    fail_pekerjaan(kendali.id, percobaan=kendali.percobaan, instansi=kendali.instansi, pesan=pesan)
