"""
The budget of a year: editions of its tree, numbered editions of the pagu, cumulative realisasi, mapping editions.

Only leaves carry money, in sen; everything above is added up from them.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from tolok.core.anggaran import SifatProgram, TingkatAnggaran
from tolok.web.organisasi.models import StatusEdisi
from tolok.web.perencanaan.models import Indikator, Simpul, TahunKinerja
from tolok.web.simpan.bidang import SenField, make_tanggal_dicatat
from tolok.web.simpan.versi import BerversiModel


class SimpulAnggaran(models.Model):
    """The identity of a program, kegiatan or sub-kegiatan within a year."""

    tahun = models.ForeignKey(TahunKinerja, on_delete=models.PROTECT, related_name="daftar_simpul_anggaran")
    kode = models.CharField(max_length=80)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["tahun", "kode"], name="anggaran_simpul_satu_kode"),)


class EdisiPohonAnggaran(models.Model):
    """An edition of the budget tree; the last one is in force."""

    tahun = models.ForeignKey(TahunKinerja, on_delete=models.PROTECT, related_name="daftar_pohon_anggaran")
    nomor = models.PositiveIntegerField()
    status = models.CharField(max_length=8, choices=StatusEdisi, default=StatusEdisi.KONSEP)
    dicatat_pada = make_tanggal_dicatat()
    dasar = models.TextField(blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["tahun", "nomor"], name="anggaran_pohon_satu_nomor"),)


class BarisAnggaran(models.Model):
    """
    A node in one edition of the tree.

    ``kedalaman`` counts from 0 (program) and ``jalur`` is the path of codes from the top, so that a roll-up goes level
    by level and a subtree is one range.
    """

    edisi = models.ForeignKey(EdisiPohonAnggaran, on_delete=models.PROTECT, related_name="daftar_baris")
    simpul = models.ForeignKey(SimpulAnggaran, on_delete=models.PROTECT, related_name="daftar_baris")
    induk = models.ForeignKey(SimpulAnggaran, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    kedalaman = models.PositiveSmallIntegerField()
    jalur = models.CharField(max_length=500)
    urutan = models.PositiveIntegerField()
    tingkat = models.CharField(max_length=12, choices=[(t.value, t.value) for t in TingkatAnggaran])
    nama = models.TextField()
    sifat = models.CharField(max_length=12, choices=[(s.value, s.value) for s in SifatProgram])
    indikator = models.TextField(blank=True)
    penanggung_jawab = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("urutan",)
        constraints = (models.UniqueConstraint(fields=["edisi", "simpul"], name="anggaran_baris_sekali"),)


class EdisiPagu(BerversiModel):
    """
    A numbered edition of the pagu with its DPA or DPPA; ``cakupan`` names what its total covers.

    ``untuk_…`` says what the year uses it for: the yearly report, or the form of a quarter; at most one edition each.
    """

    tahun = models.ForeignKey(TahunKinerja, on_delete=models.PROTECT, related_name="daftar_edisi_pagu")
    kode = models.CharField(max_length=80)
    urutan = models.PositiveIntegerField()
    nomor = models.IntegerField()
    status = models.CharField(max_length=8, choices=StatusEdisi, default=StatusEdisi.KONSEP)
    nama = models.CharField(max_length=200)
    jenis = models.CharField(max_length=40)
    cakupan = models.TextField()
    nomor_dokumen = models.CharField(max_length=120, blank=True)
    tanggal = models.DateField(null=True, blank=True)
    dicatat_pada = make_tanggal_dicatat()
    sumber = models.TextField(blank=True)
    untuk_laporan = models.BooleanField(default=False)
    untuk_tw1 = models.BooleanField(default=False)
    untuk_tw2 = models.BooleanField(default=False)
    untuk_tw3 = models.BooleanField(default=False)
    untuk_tw4 = models.BooleanField(default=False)

    class Meta:
        ordering = ("urutan",)
        constraints = (
            models.UniqueConstraint(fields=["tahun", "kode"], name="anggaran_edisipagu_satu_kode"),
            *(
                models.UniqueConstraint(
                    fields=["tahun"], condition=Q(**{guna: True}), name=f"anggaran_edisipagu_satu_{guna}"
                )
                for guna in ("untuk_laporan", "untuk_tw1", "untuk_tw2", "untuk_tw3", "untuk_tw4")
            ),
        )


class Pagu(models.Model):
    """Pagu of a leaf in one edition, by kind of spending and source of funds."""

    edisi = models.ForeignKey(EdisiPagu, on_delete=models.PROTECT, related_name="daftar_pagu")
    simpul = models.ForeignKey(SimpulAnggaran, on_delete=models.PROTECT, related_name="daftar_pagu")
    urutan = models.PositiveIntegerField()
    sen = SenField()
    jenis_belanja = models.CharField(max_length=120, blank=True)
    sumber_dana = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ("urutan",)
        constraints = (
            models.UniqueConstraint(
                fields=["edisi", "simpul", "jenis_belanja", "sumber_dana"], name="anggaran_pagu_sekali"
            ),
        )


class Realisasi(BerversiModel):
    """Realisasi of a leaf from January to the end of the quarter (0: of the year)."""

    simpul = models.ForeignKey(SimpulAnggaran, on_delete=models.PROTECT, related_name="daftar_realisasi")
    tahun = models.PositiveSmallIntegerField()
    triwulan = models.PositiveSmallIntegerField(default=0)
    urutan = models.PositiveIntegerField()
    sen = SenField()
    sumber = models.TextField(blank=True)

    class Meta:
        ordering = ("urutan",)
        constraints = (
            models.UniqueConstraint(fields=["simpul", "tahun", "triwulan"], name="anggaran_realisasi_sekali"),
            models.CheckConstraint(name="anggaran_realisasi_triwulan", condition=Q(triwulan__lte=4)),
        )


class EdisiPemetaan(models.Model):
    """An edition of the mapping from the budget to the plan; at most one of a year is the one in use."""

    tahun = models.ForeignKey(TahunKinerja, on_delete=models.PROTECT, related_name="daftar_edisi_pemetaan")
    kode = models.CharField(max_length=80)
    urutan = models.PositiveIntegerField()
    status = models.CharField(max_length=8, choices=StatusEdisi, default=StatusEdisi.KONSEP)
    nama = models.CharField(max_length=300)
    dasar = models.TextField(blank=True)
    is_berlaku = models.BooleanField(default=False)

    class Meta:
        ordering = ("urutan",)
        constraints = (
            models.UniqueConstraint(fields=["tahun", "kode"], name="anggaran_edisipemetaan_satu_kode"),
            models.UniqueConstraint(
                fields=["tahun"], condition=Q(is_berlaku=True), name="anggaran_edisipemetaan_satu_berlaku"
            ),
        )


class Pemetaan(models.Model):
    """Says that everything below a budget node serves a node of the plan and, if known, an indicator."""

    edisi = models.ForeignKey(EdisiPemetaan, on_delete=models.PROTECT, related_name="daftar_pemetaan")
    urutan = models.PositiveIntegerField()
    simpul_anggaran = models.ForeignKey(SimpulAnggaran, on_delete=models.PROTECT, related_name="+")
    simpul = models.ForeignKey(Simpul, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ("urutan",)
        constraints = (
            models.UniqueConstraint(
                fields=["edisi", "simpul_anggaran", "simpul", "indikator"],
                condition=Q(simpul__isnull=False, indikator__isnull=False),
                name="anggaran_pemetaan_sekali",
            ),
            models.UniqueConstraint(
                fields=["edisi", "simpul_anggaran", "simpul"],
                condition=Q(simpul__isnull=False, indikator__isnull=True),
                name="anggaran_pemetaan_simpul_sekali",
            ),
            models.UniqueConstraint(
                fields=["edisi", "simpul_anggaran", "indikator"],
                condition=Q(simpul__isnull=True, indikator__isnull=False),
                name="anggaran_pemetaan_indikator_sekali",
            ),
            models.UniqueConstraint(
                fields=["edisi", "simpul_anggaran"],
                condition=Q(simpul__isnull=True, indikator__isnull=True),
                name="anggaran_pemetaan_kosong_sekali",
            ),
        )
