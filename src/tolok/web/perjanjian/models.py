"""Perjanjian Kinerja: versions with their life, and the targets they state."""

from __future__ import annotations

from django.db import models

from tolok.web.anggaran.models import EdisiPagu
from tolok.web.organisasi.models import Jabatan
from tolok.web.perencanaan.models import TahunKinerja, TargetModel
from tolok.web.simpan.versi import BerversiModel


class StatusPerjanjian(models.TextChoices):
    """The life of an agreement (design section 6)."""

    KONSEP = "konsep", "Konsep"
    SIAP = "siap", "Siap tanda tangan"
    DITANDATANGANI = "ditandatangani", "Ditandatangani"
    DIGANTI = "diganti", "Diganti"
    DICABUT = "dicabut", "Dicabut"


class Perjanjian(BerversiModel):
    """
    One version of an agreement; number and date may be unknown.

    ``status`` is what its package says; once its document is signed here, that of the document counts
    (``queries.get_keadaan_per_kode``).
    """

    tahun = models.ForeignKey(TahunKinerja, on_delete=models.PROTECT, related_name="daftar_perjanjian")
    kode = models.CharField(max_length=80)
    urutan = models.PositiveIntegerField()
    status = models.CharField(max_length=16, choices=StatusPerjanjian, default=StatusPerjanjian.KONSEP)
    jenis = models.CharField(max_length=80)
    nomor = models.CharField(max_length=120, blank=True)
    tanggal = models.DateField(null=True, blank=True)
    tempat = models.CharField(max_length=120, blank=True)
    pihak_pertama = models.ForeignKey(Jabatan, on_delete=models.PROTECT, related_name="+")
    pihak_kedua = models.ForeignKey(Jabatan, on_delete=models.PROTECT, related_name="+")
    edisi_pagu = models.ForeignKey(EdisiPagu, on_delete=models.PROTECT, related_name="+")
    alasan = models.TextField(blank=True)

    class Meta:
        ordering = ("urutan",)
        constraints = (models.UniqueConstraint(fields=["tahun", "kode"], name="perjanjian_satu_kode"),)


class TargetPerjanjian(TargetModel):
    """A target stated by an agreement."""

    dokumen = models.ForeignKey(Perjanjian, on_delete=models.PROTECT, related_name="daftar_target")

    class Meta(TargetModel.Meta):
        pass
