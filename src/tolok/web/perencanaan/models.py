"""
The plan: the working year of an agency, plan editions with their tree, indicators, variables, targets, conventions.

What lasts (a node, an indicator, a variable, a scale) has an identity; what is said of it is an edition that is added
and, once issued, never changed. A year names the editions it works with (``Anggota…``) in printed order, and holds
what it knows beside them in a book of its own, so that nothing entered for one year ever changes another
(``docs/keputusan/0009-edisi-keanggotaan-buku.md``).
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from tolok.core.indikator import (
    AgregasiTahun,
    AgregasiTriwulan,
    AgregasiUnit,
    AturanOrdinal,
    Gabungan,
    Polaritas,
    Sifat,
)
from tolok.core.kebijakan import (
    DalamRentang,
    DasarHitung,
    KebijakanNol,
    KebijakanTidakLapor,
    LuarRentang,
    RataRata,
    RumusEfisiensi,
    RumusTurun,
)
from tolok.core.rencana import JenisSimpul
from tolok.web.organisasi.models import EdisiOrganisasi, Instansi, Penempatan, StatusEdisi
from tolok.web.simpan.bidang import MikroField, make_daftar, make_tanggal_dicatat
from tolok.web.simpan.nilai import BernilaiModel
from tolok.web.simpan.versi import BerversiModel


def _pilihan(kelas: type) -> list[tuple[str, str]]:
    return [(anggota.value, anggota.value) for anggota in kelas]  # type: ignore[attr-defined]


class EdisiRencana(BerversiModel):
    """An edition of a planning document: Renstra, RPD, IKU set, sasaran of an agreement."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="daftar_edisi_rencana")
    kode = models.CharField(max_length=80)
    status = models.CharField(max_length=8, choices=StatusEdisi, default=StatusEdisi.KONSEP)
    dokumen = models.CharField(max_length=120)
    nama = models.CharField(max_length=300)
    tahun_awal = models.PositiveSmallIntegerField()
    tahun_akhir = models.PositiveSmallIntegerField()
    berlaku_mulai = models.DateField(null=True, blank=True)
    dicatat_pada = models.DateField()
    dasar = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["instansi", "kode"], name="perencanaan_edisirencana_satu_kode"),
            models.CheckConstraint(
                name="perencanaan_edisirencana_masa", condition=Q(tahun_awal__lte=models.F("tahun_akhir"))
            ),
        )


class Simpul(models.Model):
    """The identity of a node of the plan over all editions."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="daftar_simpul")
    kode = models.CharField(max_length=80)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["instansi", "kode"], name="perencanaan_simpul_satu_kode"),)


class BarisSimpul(models.Model):
    """A tujuan or sasaran in one plan edition; ``jalur`` is the path of node codes from the top."""

    edisi = models.ForeignKey(EdisiRencana, on_delete=models.PROTECT, related_name="daftar_simpul")
    simpul = models.ForeignKey(Simpul, on_delete=models.PROTECT, related_name="daftar_baris")
    induk = models.ForeignKey(Simpul, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    jalur = models.CharField(max_length=1000)
    urutan = models.PositiveIntegerField()
    jenis = models.CharField(max_length=12, choices=_pilihan(JenisSimpul))
    uraian = models.TextField()
    tujuan_rpjmd = models.TextField(blank=True)
    iku_kota = models.TextField(blank=True)
    strategi = make_daftar()
    kebijakan = make_daftar()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["edisi", "simpul"], name="perencanaan_barissimpul_sekali"),)
        ordering = ("urutan",)


class EdisiSkala(models.Model):
    """An edition of a scale; ``kelas`` holds its classes as ``core.skala.Kelas`` fields, numbers as decimal texts."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="daftar_skala")
    kode = models.CharField(max_length=80)
    nomor = models.PositiveIntegerField(default=1)
    nama = models.CharField(max_length=300)
    jenis = models.CharField(max_length=20)
    dasar = models.TextField(blank=True)
    berlaku_tahun_awal = models.PositiveSmallIntegerField(null=True, blank=True)
    berlaku_tahun_akhir = models.PositiveSmallIntegerField(null=True, blank=True)
    pembulatan = models.PositiveSmallIntegerField(null=True, blank=True)
    minimum = MikroField(null=True, blank=True)
    maksimum = MikroField(null=True, blank=True)
    kelas = models.JSONField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["instansi", "kode", "nomor"], name="perencanaan_skala_satu_nomor"),
        )


class Indikator(models.Model):
    """The identity of an indicator over all editions and years."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="daftar_indikator")
    kode = models.CharField(max_length=80)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["instansi", "kode"], name="perencanaan_indikator_satu_kode"),)


class EdisiIndikator(BerversiModel):
    """One edition of the definition of an indicator; the fields are those of ``core.indikator.EdisiIndikator``."""

    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="daftar_edisi")
    kode = models.CharField(max_length=80)
    status = models.CharField(max_length=8, choices=StatusEdisi, default=StatusEdisi.KONSEP)
    berlaku_mulai = models.DateField()
    dicatat_pada = models.DateField()
    dasar = models.TextField(blank=True)
    simpul = models.ForeignKey(Simpul, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    bagian_dari = models.ForeignKey(Indikator, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    nama = models.TextField()
    tingkat = models.CharField(max_length=40)
    satuan = models.CharField(max_length=80)
    digit = models.PositiveSmallIntegerField()
    polaritas = models.CharField(max_length=12, choices=_pilihan(Polaritas))
    rumus = models.TextField(blank=True)
    gabungan = models.CharField(max_length=20, blank=True, choices=_pilihan(Gabungan))
    agregasi_triwulan = models.CharField(max_length=12, choices=_pilihan(AgregasiTriwulan))
    agregasi_unit = models.CharField(max_length=12, choices=_pilihan(AgregasiUnit))
    agregasi_tahun = models.CharField(max_length=12, choices=_pilihan(AgregasiTahun))
    skala = models.CharField(max_length=80, blank=True)
    aturan_ordinal = models.CharField(max_length=12, choices=_pilihan(AturanOrdinal))
    maksimum = models.CharField(max_length=40, blank=True)
    bobot = models.CharField(max_length=40, blank=True)
    sumber_data = make_daftar()
    penanggung_jawab = make_daftar()
    definisi = models.TextField(blank=True)
    mutu_sumber = models.TextField(blank=True)
    mutu_cakupan = models.TextField(blank=True)
    mutu_waktu = models.TextField(blank=True)
    mutu_keterbatasan = models.TextField(blank=True)
    mutu_verifikasi = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["indikator", "kode"], name="perencanaan_edisiindikator_satu_kode"),
            models.CheckConstraint(
                name="perencanaan_edisiindikator_majemuk_tanpa_rumus", condition=Q(gabungan="") | Q(rumus="")
            ),
        )


class Variabel(models.Model):
    """The identity of a variable over all editions; a formula calls it by the label of its edition."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="daftar_variabel")
    kode = models.CharField(max_length=80)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["instansi", "kode"], name="perencanaan_variabel_satu_kode"),)


class KelasBukti(models.TextChoices):
    """Who may open the evidence of a variable."""

    TERBUKA = "terbuka", "Terbuka"
    TERBATAS = "terbatas", "Terbatas"
    RAHASIA = "rahasia", "Rahasia"


class EdisiVariabel(models.Model):
    """What a variable is, from one recording to the next."""

    variabel = models.ForeignKey(Variabel, on_delete=models.PROTECT, related_name="daftar_edisi")
    nomor = models.PositiveIntegerField(default=1)
    label = models.TextField()
    satuan = models.CharField(max_length=80)
    sifat = models.CharField(max_length=12, choices=_pilihan(Sifat))
    definisi = models.TextField(blank=True)
    sumber = models.TextField(blank=True)
    kelas_bukti = models.CharField(max_length=10, choices=KelasBukti, default=KelasBukti.TERBUKA)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["variabel", "nomor"], name="perencanaan_edisivariabel_satu_nomor"),
        )


class TahunKinerja(BerversiModel):
    """
    An agency in one year: the edition of its organisation and the plan edition whose sasaran it reports on.

    The editions it works with are its ``Anggota…`` rows; ``kebijakan`` is the edition of its conventions in force, and
    ``jembatan`` says which older indicators and editions compare with newer ones, and why.
    """

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="daftar_tahun")
    tahun = models.PositiveSmallIntegerField()
    organisasi = models.ForeignKey(EdisiOrganisasi, on_delete=models.PROTECT, related_name="+")
    rencana_berlaku = models.ForeignKey(EdisiRencana, on_delete=models.PROTECT, null=True, related_name="+")
    kebijakan = models.ForeignKey("EdisiKebijakan", on_delete=models.PROTECT, null=True, related_name="+")
    jembatan = models.JSONField(default=list, blank=True)  # [lama, baru, sebanding, alasan] in printed order

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["instansi", "tahun"], name="perencanaan_tahunkinerja_sekali"),
            models.CheckConstraint(
                name="perencanaan_tahunkinerja_wajar", condition=Q(tahun__gte=2000) & Q(tahun__lte=2200)
            ),
        )


class EdisiKebijakan(models.Model):
    """An edition of the conventions of a year (``core.kebijakan.Kebijakan``)."""

    tahun = models.ForeignKey(TahunKinerja, on_delete=models.PROTECT, related_name="daftar_kebijakan")
    nomor = models.PositiveIntegerField()
    dicatat_pada = make_tanggal_dicatat()
    rumus_turun = models.CharField(max_length=10, choices=_pilihan(RumusTurun))
    batas = MikroField(null=True, blank=True)
    dasar_hitung = models.CharField(max_length=10, choices=_pilihan(DasarHitung))
    rata_rata = models.CharField(max_length=10, choices=_pilihan(RataRata))
    efisiensi = models.CharField(max_length=4, choices=_pilihan(RumusEfisiensi))
    skala = models.CharField(max_length=80, blank=True)
    bagian_minimum = MikroField()
    turun_target_nol = models.CharField(max_length=16, choices=_pilihan(KebijakanNol))
    turun_realisasi_nol = models.CharField(max_length=16, choices=_pilihan(KebijakanNol))
    naik_target_nol = models.CharField(max_length=16, choices=_pilihan(KebijakanNol))
    tidak_lapor = models.CharField(max_length=20, choices=_pilihan(KebijakanTidakLapor))
    dalam_rentang = models.CharField(max_length=10, choices=_pilihan(DalamRentang))
    luar_rentang = models.CharField(max_length=10, choices=_pilihan(LuarRentang))
    dasar = models.TextField(blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["tahun", "nomor"], name="perencanaan_kebijakan_satu_nomor"),)


class AnggotaModel(models.Model):
    """An edition a year works with, in printed order."""

    tahun = models.ForeignKey(TahunKinerja, on_delete=models.PROTECT, related_name="daftar_%(class)s")
    urutan = models.PositiveIntegerField()

    class Meta:
        abstract = True
        ordering = ("urutan",)
        constraints = (models.UniqueConstraint(fields=["tahun", "edisi"], name="perencanaan_%(class)s_sekali"),)


class AnggotaPenempatan(AnggotaModel):
    """A posting that a year knows of."""

    edisi = models.ForeignKey(Penempatan, on_delete=models.PROTECT, related_name="+")

    class Meta(AnggotaModel.Meta):
        pass


class AnggotaRencana(AnggotaModel):
    """A plan edition of a year."""

    edisi = models.ForeignKey(EdisiRencana, on_delete=models.PROTECT, related_name="+")

    class Meta(AnggotaModel.Meta):
        pass


class AnggotaIndikator(AnggotaModel):
    """An indicator edition of a year."""

    edisi = models.ForeignKey(EdisiIndikator, on_delete=models.PROTECT, related_name="+")

    class Meta(AnggotaModel.Meta):
        pass


class AnggotaVariabel(AnggotaModel):
    """A variable edition of a year."""

    edisi = models.ForeignKey(EdisiVariabel, on_delete=models.PROTECT, related_name="+")

    class Meta(AnggotaModel.Meta):
        pass


class AnggotaSkala(AnggotaModel):
    """A scale edition of a year."""

    edisi = models.ForeignKey(EdisiSkala, on_delete=models.PROTECT, related_name="+")

    class Meta(AnggotaModel.Meta):
        pass


class TargetModel(BernilaiModel, BerversiModel):
    """A target of one indicator and period as one document states it; ``triwulan`` 0 is the year."""

    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    triwulan = models.PositiveSmallIntegerField(default=0)
    berlaku_mulai = models.DateField(null=True, blank=True)
    dicatat_pada = make_tanggal_dicatat()
    dasar = models.TextField(blank=True)
    urutan = models.PositiveIntegerField()

    class Meta(BernilaiModel.Meta):
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            *BernilaiModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["dokumen", "indikator", "tahun", "triwulan"], name="%(app_label)s_%(class)s_sekali"
            ),
            models.CheckConstraint(name="%(app_label)s_%(class)s_triwulan", condition=Q(triwulan__lte=4)),
        )


class TargetRencana(TargetModel):
    """A target stated by a plan edition, as the book of a year holds it."""

    buku = models.ForeignKey(TahunKinerja, on_delete=models.PROTECT, related_name="daftar_target_rencana")
    dokumen = models.ForeignKey(EdisiRencana, on_delete=models.PROTECT, related_name="daftar_target")

    class Meta(TargetModel.Meta):
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            *(satu for satu in TargetModel.Meta.constraints if not isinstance(satu, models.UniqueConstraint)),
            models.UniqueConstraint(
                fields=["buku", "dokumen", "indikator", "tahun", "triwulan"], name="perencanaan_targetrencana_sekali"
            ),
        )


class Pembanding(BernilaiModel):
    """A benchmark the year compares with."""

    tahun = models.ForeignKey(TahunKinerja, on_delete=models.PROTECT, related_name="daftar_pembanding")
    urutan = models.PositiveIntegerField()
    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="+")
    tahun_nilai = models.PositiveSmallIntegerField()
    cakupan = models.CharField(max_length=200)
    sumber = models.TextField()

    class Meta(BernilaiModel.Meta):
        ordering = ("urutan",)
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            *BernilaiModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["tahun", "indikator", "tahun_nilai", "cakupan", "sumber"], name="perencanaan_pembanding_sekali"
            ),
        )
