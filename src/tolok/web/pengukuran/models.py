"""
Measured values, entered once; the workflow of an indicator in a quarter; and the results that approval stores.

A stored result is never rewritten: it keeps the exact value, the printed text, the trace, everything it stood on, the
conventions and the version of the engine, under one hash.
"""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from tolok.web.organisasi.models import Unit
from tolok.web.perencanaan.models import Indikator, TahunKinerja, Variabel
from tolok.web.simpan.bidang import make_tanggal_dicatat, make_urutan
from tolok.web.simpan.nilai import BernilaiModel
from tolok.web.simpan.versi import BerversiModel


class NilaiVariabel(BernilaiModel, BerversiModel):
    """
    The value of a variable in a quarter (0: of a year), of one unit or of the whole agency.

    ``buku`` is the year in whose book it stands. A book also holds the values of earlier years its year is computed
    from, and no other book changes what it says.
    """

    buku = models.ForeignKey(TahunKinerja, on_delete=models.PROTECT, related_name="daftar_nilai_variabel")
    variabel = models.ForeignKey(Variabel, on_delete=models.PROTECT, related_name="daftar_nilai")
    tahun = models.PositiveSmallIntegerField()
    triwulan = models.PositiveSmallIntegerField(default=0)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    sumber = models.TextField(blank=True)
    bukti = models.TextField(blank=True)
    dicatat_pada = make_tanggal_dicatat()
    urutan = make_urutan()

    class Meta(BernilaiModel.Meta):
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            *BernilaiModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["buku", "variabel", "tahun", "triwulan", "unit"],
                condition=Q(unit__isnull=False),
                name="pengukuran_nilaivariabel_unit_sekali",
            ),
            models.UniqueConstraint(
                fields=["buku", "variabel", "tahun", "triwulan"],
                condition=Q(unit__isnull=True),
                name="pengukuran_nilaivariabel_sekali",
            ),
            models.CheckConstraint(name="pengukuran_nilaivariabel_triwulan", condition=Q(triwulan__lte=4)),
        )


class NilaiTercatat(BernilaiModel, BerversiModel):
    """
    A realisasi known only as a printed value: earlier years, outside bodies, rival sources.

    ``buku`` is the year in whose book it stands, as for ``NilaiVariabel``.
    """

    buku = models.ForeignKey(TahunKinerja, on_delete=models.PROTECT, related_name="daftar_nilai_tercatat")
    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="daftar_nilai_tercatat")
    tahun = models.PositiveSmallIntegerField()
    triwulan = models.PositiveSmallIntegerField(default=0)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    sumber = models.TextField()
    letak = models.TextField(blank=True)
    dicatat_pada = make_tanggal_dicatat()
    urutan = make_urutan()

    class Meta(BernilaiModel.Meta):
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            *BernilaiModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["buku", "indikator", "tahun", "triwulan", "unit", "sumber", "letak"],
                condition=Q(unit__isnull=False),
                name="pengukuran_nilaitercatat_unit_sekali",
            ),
            models.UniqueConstraint(
                fields=["buku", "indikator", "tahun", "triwulan", "sumber", "letak"],
                condition=Q(unit__isnull=True),
                name="pengukuran_nilaitercatat_sekali",
            ),
            models.CheckConstraint(name="pengukuran_nilaitercatat_triwulan", condition=Q(triwulan__lte=4)),
        )


class StatusPengukuran(models.TextChoices):
    """The work states of design section 7."""

    DRAF = "draf", "Draf"
    DIAJUKAN = "diajukan", "Diajukan"
    DIVERIFIKASI = "diverifikasi", "Diverifikasi"
    DISAHKAN = "disahkan", "Disahkan"
    DIKEMBALIKAN = "dikembalikan", "Dikembalikan"


class Pengukuran(BerversiModel):
    """
    One indicator in one quarter on its way to approval; without a row it is a draft.

    Who did what and when stands in the history of the agency, under the object ``pengukuran:<tahun>/<tw>/<indikator>``.
    ``catatan`` is what was said at the last step, ``diajukan_oleh`` who submitted it last, ``penetapan`` how often it
    was approved: the number of the last stored results.
    """

    tahun = models.ForeignKey(TahunKinerja, on_delete=models.PROTECT, related_name="daftar_pengukuran")
    triwulan = models.PositiveSmallIntegerField()
    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="daftar_pengukuran")
    status = models.CharField(max_length=14, choices=StatusPengukuran, default=StatusPengukuran.DRAF)
    catatan = models.TextField(blank=True)
    diubah_pada = models.DateTimeField()
    diubah_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    diajukan_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    penetapan = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["tahun", "triwulan", "indikator"], name="pengukuran_sekali"),
            models.CheckConstraint(name="pengukuran_triwulan", condition=Q(triwulan__gte=1) & Q(triwulan__lte=4)),
        )


class HasilDisahkan(models.Model):
    """
    A quantity as it was when its quarter was approved.

    ``nilai``, ``jejak``, ``masukan``, ``edisi`` and ``kebijakan`` are canonical JSON; ``sidik`` is the SHA-256 over all
    of it. A later approval of the same quarter adds rows with the next ``penetapan`` and leaves these alone.
    """

    pengukuran = models.ForeignKey(Pengukuran, on_delete=models.PROTECT, related_name="daftar_hasil")
    penetapan = models.PositiveIntegerField()
    identitas = models.CharField(max_length=300)
    besaran = models.CharField(max_length=80)
    tercetak = models.TextField()
    digit = models.PositiveSmallIntegerField(null=True, blank=True)
    nilai = models.TextField()
    jejak = models.TextField()
    masukan = models.TextField()
    edisi = models.TextField()
    kebijakan = models.TextField()
    versi_mesin = models.CharField(max_length=40)
    catatan_riwayat = models.ForeignKey("audit.Catatan", on_delete=models.PROTECT, related_name="+")
    sidik = models.CharField(max_length=64)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["pengukuran", "penetapan", "identitas"], name="pengukuran_hasil_sekali"),
        )
        indexes = (models.Index(fields=["identitas", "penetapan"], name="pengukuran_hasil_identitas"),)
