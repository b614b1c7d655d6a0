"""The chains and their entries; rows are added, never changed or deleted."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Rantai(models.Model):
    """
    The head of one chain: how many entries it has and the hash of the last.

    ``kode`` is that of the agency; ``""`` is the chain of the installation (accounts, settings, backups). Every write
    locks this row, so entries of one agency have one order; ``nomor`` also tells readers whether anything changed.
    """

    kode = models.CharField(max_length=80, unique=True, blank=True)
    nomor = models.PositiveBigIntegerField(default=0)
    sidik = models.CharField(max_length=64)


class Catatan(models.Model):
    """
    One entry: who did what to which object, when, with the canonical JSON of the change.

    ``sidik`` is the SHA-256 over the entry and ``sidik_sebelum``. ``pelaku_nama`` is kept as it was on that day.
    """

    rantai = models.ForeignKey(Rantai, on_delete=models.PROTECT, related_name="daftar_catatan")
    nomor = models.PositiveBigIntegerField()
    waktu = models.DateTimeField()
    pelaku = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True)
    pelaku_nama = models.CharField(max_length=200)
    perbuatan = models.CharField(max_length=80)
    objek = models.CharField(max_length=300)
    isi = models.TextField()
    sidik_sebelum = models.CharField(max_length=64)
    sidik = models.CharField(max_length=64)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["rantai", "nomor"], name="audit_catatan_satu_nomor"),)
        indexes = (
            models.Index(fields=["rantai", "objek", "nomor"], name="audit_catatan_objek"),
            models.Index(fields=["rantai", "perbuatan", "nomor"], name="audit_catatan_perbuatan"),
        )
