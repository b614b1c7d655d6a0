"""
What a worker writes about a job it has taken.

Each write names the attempt it belongs to; a worker that was thought dead and lost its job to another one finds out
here (``Digantikan``) and has no effect any more.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tolok.web.audit.operations import lock_rantai, record
from tolok.web.jobs.antrean import antrekan
from tolok.web.jobs.models import EfekPekerjaan, Pekerjaan, StatusPekerjaan
from tolok.web.jobs.operations import sebut_objek

PESAN_TERHENTI = (
    "Pekerjaan ini berkali-kali terhenti sebelum selesai karena prosesnya mati. "
    "Coba lagi; bila terulang, minta pengelola memeriksa memori dan catatan pekerja."
)


class Digantikan(Exception):
    """The job belongs to another attempt by now, or has ended; nothing was written."""


def start_pekerjaan(pekerjaan: UUID) -> Pekerjaan | None:
    """Take a waiting job and return it; ``None`` if it does not wait any more."""
    kini = timezone.now()
    diambil = Pekerjaan.objects.filter(pk=pekerjaan, status=StatusPekerjaan.MENUNGGU).update(
        status=StatusPekerjaan.BERJALAN,
        percobaan=F("percobaan") + 1,
        sisa_percobaan=F("sisa_percobaan") - 1,
        dimulai_pada=kini,
        denyut=kini,
    )
    return Pekerjaan.objects.select_related("diminta_oleh").get(pk=pekerjaan) if diambil else None


def note_langkah(pekerjaan: UUID, *, percobaan: int, **kolom: Any) -> bool:
    """
    Note a sign of life, and in ``kolom`` how far the job is; return whether somebody wants it called off.

    :raises Digantikan: if the job is not ours any more
    """
    milik = Pekerjaan.objects.filter(pk=pekerjaan, percobaan=percobaan, status=StatusPekerjaan.BERJALAN)
    if not milik.update(denyut=timezone.now(), **kolom):
        raise Digantikan
    return milik.values_list("minta_batal", flat=True).get()


@transaction.atomic
def run_sekali(
    pekerjaan: UUID, *, percobaan: int, instansi: str, nama: str, fungsi: Callable[[], dict[str, Any]]
) -> dict[str, Any]:
    """
    Do a part of a job and note that it is done, in one transaction; done before, return what it gave then.

    :raises Digantikan: if the job is not ours any more
    """
    baris = _lock_milik(pekerjaan, percobaan, instansi)
    ada = EfekPekerjaan.objects.filter(pekerjaan=baris, nama=nama).first()
    if ada is not None:
        return dict(ada.hasil)
    hasil = fungsi()
    EfekPekerjaan.objects.create(pekerjaan=baris, nama=nama, hasil=hasil)
    return hasil


def finish_pekerjaan(pekerjaan: UUID, *, percobaan: int, instansi: str, hasil: dict[str, Any]) -> None:
    """
    Note that a job has succeeded.

    :raises Digantikan: if the job is not ours any more
    """
    _end(pekerjaan, percobaan, instansi, StatusPekerjaan.SELESAI, hasil=hasil)


def fail_pekerjaan(pekerjaan: UUID, *, percobaan: int, instansi: str, pesan: str) -> None:
    """
    Note that a job has failed, with the reason for people.

    :raises Digantikan: if the job is not ours any more
    """
    _end(pekerjaan, percobaan, instansi, StatusPekerjaan.GAGAL, pesan=pesan)


def stop_pekerjaan(pekerjaan: UUID, *, percobaan: int, instansi: str) -> None:
    """
    Note that a job has stopped because it was called off.

    :raises Digantikan: if the job is not ours any more
    """
    _end(pekerjaan, percobaan, instansi, StatusPekerjaan.DIBATALKAN)


@transaction.atomic
def requeue_pekerjaan(pekerjaan: UUID, *, percobaan: int, instansi: str, is_dihitung: bool) -> None:
    """
    Put an interrupted job back into the queue.

    :param is_dihitung: whether the attempt counts against the limit
    :raises Digantikan: if the job is not ours any more
    """
    baris = _lock_milik(pekerjaan, percobaan, instansi)
    _continue_or_end(baris, is_dihitung=is_dihitung)


def reclaim_pekerjaan(*, basi: timedelta) -> int:
    """
    Put the jobs of dead workers back into the queue and return how many.

    :param basi: a worker that has not been heard of for so long is dead
    """
    batas = timezone.now() - basi
    daftar = _filter_terlantar(batas).values_list("pk", "instansi")
    return sum(_reclaim(pk, instansi, batas) for pk, instansi in list(daftar))


def _filter_terlantar(batas: datetime) -> Any:
    """Return the jobs nobody works on: no sign of life from their worker, or their task is taken or gone."""
    tugas = DBTaskResult.objects.filter(pk=OuterRef("tugas")).filter(
        Q(status="READY") | Q(status="RUNNING", started_at__gte=batas)
    )
    return Pekerjaan.objects.filter(
        Q(status=StatusPekerjaan.BERJALAN, denyut__lt=batas) | Q(~Exists(tugas), status=StatusPekerjaan.MENUNGGU)
    )


@transaction.atomic
def _reclaim(pekerjaan: UUID, instansi: str, batas: datetime) -> bool:
    lock_rantai(instansi)
    baris = _filter_terlantar(batas).select_for_update().filter(pk=pekerjaan).first()
    if baris is None:
        return False
    _continue_or_end(baris, is_dihitung=True)
    return True


def _continue_or_end(baris: Pekerjaan, *, is_dihitung: bool) -> None:
    """Let an interrupted job run again, or end it: called off meanwhile, or interrupted too often."""
    DBTaskResult.objects.running().filter(pk=baris.tugas).update(status="FAILED", finished_at=timezone.now())
    if baris.minta_batal:
        _set_akhir(baris, StatusPekerjaan.DIBATALKAN)
        return
    if is_dihitung and baris.sisa_percobaan == 0:
        _set_akhir(baris, StatusPekerjaan.GAGAL, pesan=PESAN_TERHENTI)
        return
    baris.status = StatusPekerjaan.MENUNGGU
    baris.sisa_percobaan += not is_dihitung
    baris.tugas = antrekan(baris.id)
    baris.save(update_fields=["status", "sisa_percobaan", "tugas"])
    record(
        "pekerjaan.diantrekan_ulang",
        rantai=baris.instansi,
        objek=sebut_objek(baris),
        isi={"kunci": baris.kunci, "percobaan": baris.percobaan},
        oleh=None,
    )


def _lock_milik(pekerjaan: UUID, percobaan: int, instansi: str) -> Pekerjaan:
    lock_rantai(instansi)
    milik = Pekerjaan.objects.select_for_update().filter(percobaan=percobaan, status=StatusPekerjaan.BERJALAN)
    baris = milik.filter(pk=pekerjaan).first()
    if baris is None:
        raise Digantikan
    return baris


@transaction.atomic
def _end(pekerjaan: UUID, percobaan: int, instansi: str, status: StatusPekerjaan, **kolom: Any) -> None:
    _set_akhir(_lock_milik(pekerjaan, percobaan, instansi), status, **kolom)


def _set_akhir(baris: Pekerjaan, status: StatusPekerjaan, **kolom: Any) -> None:
    kolom |= {"status": status, "selesai_pada": timezone.now()}
    for nama, isi in kolom.items():
        setattr(baris, nama, isi)
    baris.save(update_fields=[*kolom])
    record(
        f"pekerjaan.{status.value}",
        rantai=baris.instansi,
        objek=sebut_objek(baris),
        isi={"kunci": baris.kunci, "pesan": baris.pesan, "hasil": baris.hasil},
        oleh=None,
    )
