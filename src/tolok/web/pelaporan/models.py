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


class JenisDokumen(models.TextChoices):
    """The documents made from a year."""

    LKJIP = "lkjip", "LKjIP"
    PENGUKURAN = "pengukuran", "Pengukuran Kinerja"
    PERJANJIAN = "perjanjian", "Perjanjian Kinerja"
    KETERKAITAN = "keterkaitan", "Keterkaitan IKU"
    RENSTRA = "renstra", "Matriks Renstra"
    REALISASI = "realisasi", "Realisasi Anggaran"


class StatusDokumen(models.TextChoices):
    """The life of a document (design section 6)."""

    KONSEP = "konsep", "Konsep"
    SIAP = "siap", "Siap tanda tangan"
    DITANDATANGANI = "ditandatangani", "Ditandatangani"
    DIGANTI = "diganti", "Diganti"
    DICABUT = "dicabut", "Dicabut"


class Dokumen(BerversiModel):
    """A document of a year; ``rujukan`` tells apart those of one kind (``tw1`` …, the code of an agreement)."""

    tahun = models.ForeignKey(TahunKinerja, on_delete=models.PROTECT, related_name="daftar_dokumen")
    jenis = models.CharField(max_length=20, choices=JenisDokumen)
    rujukan = models.CharField(max_length=80, blank=True)
    judul = models.CharField(max_length=300)
    status = models.CharField(max_length=16, choices=StatusDokumen, default=StatusDokumen.KONSEP)
    nomor = models.CharField(max_length=120, blank=True)
    tanggal = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["tahun", "jenis", "rujukan"], name="pelaporan_dokumen_sekali"),)


class Terbitan(models.Model):
    """
    A snapshot of a document: the state of the history it was made from and the files, each with its SHA-256.

    ``model`` is the document model as canonical JSON. A snapshot is never changed; ``is_resmi`` marks the ones that
    were issued for signature, the others are drafts somebody had made.
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

    class Meta:
        constraints = (models.UniqueConstraint(fields=["dokumen", "nomor"], name="pelaporan_terbitan_satu_nomor"),)


class BerkasTerbitan(models.Model):
    """One file of a snapshot."""

    terbitan = models.ForeignKey(Terbitan, on_delete=models.PROTECT, related_name="daftar_berkas")
    format = models.CharField(max_length=8)
    nama = models.CharField(max_length=200)
    berkas = models.FileField(max_length=300)
    ukuran = models.PositiveBigIntegerField()
    sidik = models.CharField(max_length=64)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["terbitan", "format"], name="pelaporan_berkas_satu_format"),)
