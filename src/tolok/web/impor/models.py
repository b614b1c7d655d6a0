"""A published file that was uploaded to be read, what was read from it, and what a person decided about it."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from tolok.web.perencanaan.models import KelasBukti, TahunKinerja


class StatusBacaan(models.TextChoices):
    """How far an uploaded file is."""

    DIBACA = "dibaca", "Sedang dibaca"
    TERBACA = "terbaca", "Siap diperiksa"
    DISIMPAN = "disimpan", "Sudah disimpan"
    DIBUANG = "dibuang", "Tidak dipakai"


class BerkasBacaan(models.Model):
    """
    One upload.

    ``berkas`` is where the file stands below ``MEDIA_ROOT``, named after its SHA-256 ``sidik``; ``bacaan`` is the
    reading as JSON text (``ingest.simpanan``), ``""`` until the job ``pekerjaan`` has it; ``keputusan`` what was
    decided so far (``ingest.alih.keputusan``). ``catatan_riwayat`` is the entry of the import.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    tahun = models.ForeignKey(TahunKinerja, on_delete=models.PROTECT, related_name="daftar_bacaan")
    nama = models.CharField(max_length=255)
    format = models.CharField(max_length=8)
    sidik = models.CharField(max_length=64)
    berkas = models.CharField(max_length=120)
    ukuran = models.PositiveBigIntegerField()
    kelas_bukti = models.CharField(max_length=10, choices=KelasBukti, default=KelasBukti.TERBATAS)
    status = models.CharField(max_length=10, choices=StatusBacaan, default=StatusBacaan.DIBACA)
    bacaan = models.TextField(blank=True)
    keputusan = models.JSONField(default=dict)
    pekerjaan = models.ForeignKey("jobs.Pekerjaan", on_delete=models.PROTECT, null=True, related_name="+")
    diunggah_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    diunggah_pada = models.DateTimeField(auto_now_add=True)
    catatan_riwayat = models.ForeignKey("audit.Catatan", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="impor_bacaan_ada_bila_terbaca",
                condition=Q(status__in=["dibaca", "dibuang"]) | ~Q(bacaan=""),
            ),
            models.CheckConstraint(
                name="impor_disimpan_bercatatan",
                condition=~Q(status="disimpan") | Q(catatan_riwayat__isnull=False),
            ),
        )
        indexes = (models.Index(fields=["tahun", "diunggah_pada"], name="impor_bacaan_tahun"),)
