"""A piece of long work as people see it: what, for whom, how far, and what came of it."""

from __future__ import annotations

import uuid

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


class Pekerjaan(models.Model):
    """
    One job.

    ``kunci`` names the effect: while a job of a key waits or runs no second one can be asked for, and its effect is
    written under that key, so that a job that was interrupted and runs again has one effect. ``denyut`` is the last
    sign of life of its worker.
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
    percobaan = models.PositiveSmallIntegerField(default=0)
    minta_batal = models.BooleanField(default=False)
    diminta_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True)
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
        indexes = (models.Index(fields=["instansi", "diminta_pada"], name="jobs_pekerjaan_instansi"),)
