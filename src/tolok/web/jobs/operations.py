"""What people do with a job: ask for it, call it off, ask again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django_tasks_db.models import DBTaskResult

from tolok.web.akun.models import Pengguna
from tolok.web.audit.operations import lock_rantai, record
from tolok.web.jobs.antrean import antrekan
from tolok.web.jobs.daftar import get_jenis
from tolok.web.jobs.models import BATAS_PERCOBAAN, STATUS_TERBUKA, Pekerjaan, StatusPekerjaan


class PekerjaanSudahSelesai(Exception):
    """The job has ended, so it cannot be called off."""


class PekerjaanBelumGagal(Exception):
    """The job waits, runs or has succeeded, so it cannot be asked for again."""


@transaction.atomic
def request_pekerjaan(
    *, jenis: str, kunci: str, judul: str, masukan: Mapping[str, Any], instansi: str, oleh: Pengguna | None
) -> Pekerjaan:
    """
    Ask for a job, or return the one of this key that waits or runs.

    :param jenis: a registered kind (``jobs.daftar``)
    :param kunci: names the effect, e.g. ``dokumen:dinas-sosial/2020/lkjip/pdf``; it belongs to one agency
    :param masukan: plain JSON without floats, the keyword arguments of the kind
    :param oleh: who asks; ``None``: a command at the terminal
    """
    get_jenis(jenis)
    lock_rantai(instansi)
    ada = Pekerjaan.objects.filter(kunci=kunci, status__in=STATUS_TERBUKA).first()
    if ada is not None:
        _ikutkan(ada, oleh)
        return ada
    pekerjaan = Pekerjaan(
        jenis=jenis, kunci=kunci, judul=judul, masukan=dict(masukan), instansi=instansi, diminta_oleh=oleh
    )
    pekerjaan.tugas = antrekan(pekerjaan.id)
    pekerjaan.save(force_insert=True)
    if oleh is not None:
        pekerjaan.daftar_peminta.add(oleh)
    record(
        "pekerjaan.diminta",
        rantai=instansi,
        objek=sebut_objek(pekerjaan),
        isi={"jenis": jenis, "kunci": kunci, "judul": judul, "masukan": masukan},
        oleh=oleh,
    )
    return pekerjaan


@transaction.atomic
def cancel_pekerjaan(*, pekerjaan: UUID, instansi: str, oleh: Pengguna | None) -> Pekerjaan:
    """
    Call off a job: one that waits ends now, one that runs at its next step.

    :raises PekerjaanSudahSelesai: if it has ended
    """
    baris = _lock_pekerjaan(pekerjaan, instansi)
    if not baris.is_terbuka:
        raise PekerjaanSudahSelesai
    if baris.minta_batal:
        return baris
    baris.minta_batal = True
    if baris.status == StatusPekerjaan.MENUNGGU:
        DBTaskResult.objects.ready().filter(pk=baris.tugas).delete()
        baris.status = StatusPekerjaan.DIBATALKAN
    baris.save(update_fields=["minta_batal", "status"])
    record(
        "pekerjaan.dibatalkan",
        rantai=instansi,
        objek=sebut_objek(baris),
        isi={"kunci": baris.kunci, "status": baris.status},
        oleh=oleh,
    )
    return baris


@transaction.atomic
def retry_pekerjaan(*, pekerjaan: UUID, instansi: str, oleh: Pengguna | None) -> Pekerjaan:
    """
    Ask again for a job that failed or was called off; parts it had finished stay finished.

    Return it, or the other job of its key that waits or runs by now.

    :raises PekerjaanBelumGagal: if it waits, runs or has succeeded
    """
    baris = _lock_pekerjaan(pekerjaan, instansi)
    if baris.status not in (StatusPekerjaan.GAGAL, StatusPekerjaan.DIBATALKAN):
        raise PekerjaanBelumGagal
    lain = Pekerjaan.objects.filter(kunci=baris.kunci, status__in=STATUS_TERBUKA).first()
    if lain is not None:
        _ikutkan(lain, oleh)
        return lain
    baris.status = StatusPekerjaan.MENUNGGU
    baris.sisa_percobaan = BATAS_PERCOBAAN
    baris.minta_batal = False
    baris.pesan = baris.sebutan_langkah = ""
    baris.langkah = baris.jumlah_langkah = 0
    baris.selesai_pada = None
    baris.tugas = antrekan(baris.id)
    baris.save()
    if oleh is not None:
        baris.daftar_peminta.add(oleh)
    record("pekerjaan.diulang", rantai=instansi, objek=sebut_objek(baris), isi={"kunci": baris.kunci}, oleh=oleh)
    return baris


def sebut_objek(pekerjaan: Pekerjaan) -> str:
    """Return the name of a job in history."""
    return f"pekerjaan:{pekerjaan.id}"


def _lock_pekerjaan(pekerjaan: UUID, instansi: str) -> Pekerjaan:
    lock_rantai(instansi)
    return Pekerjaan.objects.select_for_update().get(pk=pekerjaan, instansi=instansi)


def _ikutkan(pekerjaan: Pekerjaan, oleh: Pengguna | None) -> None:
    """Let somebody see a job that another has asked for."""
    if oleh is None or pekerjaan.daftar_peminta.filter(pk=oleh.pk).exists():
        return
    pekerjaan.daftar_peminta.add(oleh)
    record(
        "pekerjaan.ikut_diminta",
        rantai=pekerjaan.instansi,
        objek=sebut_objek(pekerjaan),
        isi={"kunci": pekerjaan.kunci},
        oleh=oleh,
    )
