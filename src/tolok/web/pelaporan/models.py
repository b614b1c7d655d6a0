"""What officers write into the documents, and the documents with their issued snapshots."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from tolok.web.organisasi.models import Jabatan
from tolok.web.perencanaan.models import Indikator, TahunKinerja
from tolok.web.simpan.versi import BerversiModel


class Narasi(BerversiModel):
    """A narrative with tokens such as ``{capaian:pmks}``; ``kunci`` says where it stands."""

    tahun = models.ForeignKey(TahunKinerja, on_delete=models.PROTECT, related_name="daftar_narasi")
    kunci = models.CharField(max_length=120)
    urutan = models.PositiveIntegerField()
    teks = models.TextField()

    class Meta:
        ordering = ("urutan",)
        constraints = (models.UniqueConstraint(fields=["tahun", "kunci"], name="pelaporan_narasi_satu_kunci"),)


class Analisis(BerversiModel):
    """Causes and answers for one indicator in one period."""

    tahun = models.ForeignKey(TahunKinerja, on_delete=models.PROTECT, related_name="daftar_analisis")
    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="+")
    tahun_periode = models.PositiveSmallIntegerField()
    triwulan = models.PositiveSmallIntegerField(default=0)
    urutan = models.PositiveIntegerField()
    penyebab = models.TextField(blank=True)
    solusi = models.TextField(blank=True)

    class Meta:
        ordering = ("urutan",)
        constraints = (
            models.UniqueConstraint(
                fields=["tahun", "indikator", "tahun_periode", "triwulan"], name="pelaporan_analisis_sekali"
            ),
            models.CheckConstraint(name="pelaporan_analisis_triwulan", condition=Q(triwulan__lte=4)),
        )


class Penandatangan(BerversiModel):
    """Who signs a document, by position."""

    tahun = models.ForeignKey(TahunKinerja, on_delete=models.PROTECT, related_name="daftar_penandatangan")
    dokumen = models.CharField(max_length=120)
    jabatan = models.ForeignKey(Jabatan, on_delete=models.PROTECT, related_name="+")
    urutan = models.PositiveIntegerField()
    tempat = models.CharField(max_length=120)
    tanggal = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("urutan",)
        constraints = (
            models.UniqueConstraint(fields=["tahun", "dokumen", "jabatan"], name="pelaporan_penandatangan_sekali"),
        )


class BahanLaporan(BerversiModel):
    """Short lists of a year that are read and written as a whole, each in printed order."""

    tahun = models.OneToOneField(TahunKinerja, on_delete=models.PROTECT, related_name="bahan_laporan")
    penghargaan = models.JSONField(default=list, blank=True)  # [nama, tingkat, tahun]
    isu = models.JSONField(default=list, blank=True)  # uraian
    dasar_hukum = models.JSONField(default=list, blank=True)  # [nama, tentang]


class StatusDokumen(models.TextChoices):
    """The life of a document (design section 6)."""

    KONSEP = "konsep", "Konsep"
    SIAP = "siap", "Siap tanda tangan"
    DITANDATANGANI = "ditandatangani", "Ditandatangani"
    DIGANTI = "diganti", "Diganti"
    DICABUT = "dicabut", "Dicabut"


class Dokumen(BerversiModel):
    """
    One document of a year, and how far its life has come.

    ``jenis`` and ``rujukan`` are those of ``render.daftar_dokumen``. A signed document is never changed: what replaces
    it is a new row of the same kind, ``ke`` one higher. ``alasan`` is why it was sent back, replaced or revoked.
    """

    tahun = models.ForeignKey(TahunKinerja, on_delete=models.PROTECT, related_name="daftar_dokumen")
    jenis = models.CharField(max_length=20)
    rujukan = models.CharField(max_length=80, blank=True)
    ke = models.PositiveSmallIntegerField(default=1)
    judul = models.CharField(max_length=300)
    status = models.CharField(max_length=16, choices=StatusDokumen, default=StatusDokumen.KONSEP)
    nomor = models.CharField(max_length=120, blank=True)
    tanggal = models.DateField(null=True, blank=True)
    alasan = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["tahun", "jenis", "rujukan", "ke"], name="pelaporan_dokumen_sekali"),
            models.CheckConstraint(
                name="pelaporan_dokumen_bertanda_tangan_bernomor",
                condition=~Q(status__in=[StatusDokumen.DITANDATANGANI, StatusDokumen.DIGANTI])
                | (~Q(nomor="") & Q(tanggal__isnull=False)),
            ),
        )


class Terbitan(models.Model):
    """
    A snapshot of a document: the files, each with its SHA-256, and what they were made from. It is never changed.

    ``nomor_riwayat`` is the last entry of the history whose change it holds, ``sidik_data`` the SHA-256 of the data of
    the year, ``model`` the document model as canonical JSON, with the names, ranks and positions of that day. ``kunci``
    names the effect: one snapshot of a document for one state and engine. ``is_resmi`` marks the one that was signed:
    it repeats the files of the one before and adds the signed file (format ``ttd``).
    """

    dokumen = models.ForeignKey(Dokumen, on_delete=models.PROTECT, related_name="daftar_terbitan")
    nomor = models.PositiveIntegerField()
    kunci = models.CharField(max_length=300, unique=True)
    is_resmi = models.BooleanField(default=False)
    nomor_riwayat = models.PositiveBigIntegerField()
    dibuat_pada = models.DateTimeField()
    dibuat_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    versi_mesin = models.CharField(max_length=40)
    model = models.TextField()
    sidik_model = models.CharField(max_length=64)
    sidik_data = models.CharField(max_length=64)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["dokumen", "nomor"], name="pelaporan_terbitan_satu_nomor"),
            models.UniqueConstraint(
                fields=["dokumen"], condition=Q(is_resmi=True), name="pelaporan_terbitan_satu_resmi"
            ),
        )


class BerkasTerbitan(models.Model):
    """One file of a snapshot; ``berkas`` is named after its content (``pelaporan.berkas``)."""

    terbitan = models.ForeignKey(Terbitan, on_delete=models.PROTECT, related_name="daftar_berkas")
    format = models.CharField(max_length=8)
    nama = models.CharField(max_length=200)
    berkas = models.FileField(max_length=300)
    ukuran = models.PositiveBigIntegerField()
    sidik = models.CharField(max_length=64)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["terbitan", "format"], name="pelaporan_berkas_satu_format"),)
