"""A piece of long work as people see it: what, for whom, how far, what came of it; and the signs of life of workers."""

from __future__ import annotations

import uuid
from typing import Final

from django.conf import settings
from django.db import models
from django.db.models import Q


class StatusPekerjaan(models.TextChoices):
    """How far a job is."""

    MENUNGGU = "menunggu", "Menunggu"
    BERJALAN = "berjalan", "Sedang dikerjakan"
    SELESAI = "selesai", "Selesai"
    GAGAL = "gagal", "Gagal"
    DIBATALKAN = "dibatalkan", "Dibatalkan"


STATUS_TERBUKA: Final = (StatusPekerjaan.MENUNGGU, StatusPekerjaan.BERJALAN)
"""A job in one of these still has something to do."""

BATAS_PERCOBAAN: Final = 3
"""How often a job is begun before it is given up, if its worker keeps dying."""


class Pekerjaan(models.Model):
    """
    One job.

    ``kunci`` names the effect: while a job of a key waits or runs no second one can be asked for; whoever asks again is
    added to ``daftar_peminta`` and sees the one there is. ``tugas`` is its entry in the queue, ``percobaan`` counts how
    often a worker took it: only the holder of the latest attempt may write. ``denyut`` is that worker's last sign of
    life.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    jenis = models.CharField(max_length=80)
    kunci = models.CharField(max_length=300)
    judul = models.CharField(max_length=300)
    instansi = models.CharField(max_length=80, blank=True)
    masukan = models.JSONField(default=dict)
    status = models.CharField(max_length=12, choices=StatusPekerjaan, default=StatusPekerjaan.MENUNGGU)
    langkah = models.PositiveIntegerField(default=0)
    jumlah_langkah = models.PositiveIntegerField(default=0)
    sebutan_langkah = models.CharField(max_length=300, blank=True)
    pesan = models.TextField(blank=True)
    hasil = models.JSONField(default=dict)
    tugas = models.UUIDField(editable=False)
    percobaan = models.PositiveIntegerField(default=0)
    sisa_percobaan = models.PositiveSmallIntegerField(default=BATAS_PERCOBAAN)
    minta_batal = models.BooleanField(default=False)
    diminta_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True)
    daftar_peminta = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+")
    diminta_pada = models.DateTimeField(auto_now_add=True)
    dimulai_pada = models.DateTimeField(null=True, blank=True)
    selesai_pada = models.DateTimeField(null=True, blank=True)
    denyut = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["kunci"],
                condition=Q(status__in=["menunggu", "berjalan"]),
                name="jobs_pekerjaan_satu_per_kunci",
            ),
        )
        indexes = (
            models.Index(fields=["instansi", "diminta_pada"], name="jobs_pekerjaan_instansi"),
            models.Index(
                fields=["status", "denyut"],
                condition=Q(status__in=["menunggu", "berjalan"]),
                name="jobs_pekerjaan_terbuka",
            ),
        )

    @property
    def is_terbuka(self) -> bool:
        """Whether it waits or runs."""
        return self.status in STATUS_TERBUKA


class EfekPekerjaan(models.Model):
    """A part of a job that has been done, with what it gave; written in the transaction of that part."""

    pekerjaan = models.ForeignKey(Pekerjaan, on_delete=models.PROTECT, related_name="daftar_efek")
    nama = models.CharField(max_length=200)
    hasil = models.JSONField(default=dict)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["pekerjaan", "nama"], name="jobs_efek_sekali"),)


class Pekerja(models.Model):
    """A worker process that runs or ran until it was killed; one that ends in order removes its row."""

    nama = models.CharField(max_length=80, unique=True)
    mulai = models.DateTimeField()
    denyut = models.DateTimeField()
