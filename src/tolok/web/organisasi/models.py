"""
The organisation: agency, unit, position, person and posting are different things, each with its dates.

The unit tree belongs to an edition; a unit and a position keep their identity over editions, so that roles, values and
signatures still point somewhere after a reorganisation.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from tolok.core.organisasi import StatusPejabat
from tolok.web.simpan.bidang import make_daftar
from tolok.web.simpan.versi import BerversiModel


class ZonaWaktu(models.TextChoices):
    """The three zones of Indonesia, as tz names."""

    WIB = "Asia/Jakarta", "WIB"
    WITA = "Asia/Makassar", "WITA"
    WIT = "Asia/Jayapura", "WIT"


class Instansi(BerversiModel):
    """A perangkat daerah; what it is called stands in the editions of its organisation."""

    kode = models.SlugField(max_length=80, unique=True)
    zona = models.CharField(max_length=20, choices=ZonaWaktu, default=ZonaWaktu.WIB)

    def __str__(self) -> str:
        return self.kode


class StatusEdisi(models.TextChoices):
    """Whether an edition may still be changed."""

    KONSEP = "konsep", "Konsep"
    TERBIT = "terbit", "Terbit"


class EdisiOrganisasi(BerversiModel):
    """One edition of who the agency is: its names, duties, staffing table, and (in rows) its units and positions."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="daftar_edisi_organisasi")
    nomor = models.PositiveIntegerField()
    status = models.CharField(max_length=8, choices=StatusEdisi, default=StatusEdisi.KONSEP)
    berlaku_mulai = models.DateField(null=True, blank=True)
    dicatat_pada = models.DateField()
    dasar = models.TextField(blank=True)
    nama = models.CharField(max_length=300)
    nama_pendek = models.CharField(max_length=120)
    pemerintah = models.CharField(max_length=200)
    kota = models.CharField(max_length=120)
    alamat = models.TextField()
    kepala_daerah = models.CharField(max_length=200)
    urusan = make_daftar()
    tugas = models.TextField(blank=True)
    fungsi = make_daftar()
    kelompok_pegawai = models.JSONField(default=list, blank=True)  # [nama, jumlah] in printed order

    class Meta:
        constraints = (models.UniqueConstraint(fields=["instansi", "nomor"], name="organisasi_edisi_satu_nomor"),)


class Unit(models.Model):
    """The identity of a unit over all editions."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="daftar_unit")
    kode = models.CharField(max_length=80)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["instansi", "kode"], name="organisasi_unit_satu_kode"),)


class BarisUnit(models.Model):
    """A unit in one edition; ``jalur`` is the path of unit codes from the top, ``/`` before and after each."""

    edisi = models.ForeignKey(EdisiOrganisasi, on_delete=models.PROTECT, related_name="daftar_unit")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="daftar_baris")
    induk = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    jalur = models.CharField(max_length=1000)
    urutan = models.PositiveIntegerField()
    nama = models.CharField(max_length=300)
    jenis = models.CharField(max_length=80, blank=True)
    tugas = models.TextField(blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["edisi", "unit"], name="organisasi_barisunit_sekali"),)
        ordering = ("urutan",)


class Jabatan(models.Model):
    """The identity of a position over all editions."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="daftar_jabatan")
    kode = models.CharField(max_length=80)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["instansi", "kode"], name="organisasi_jabatan_satu_kode"),)


class BarisJabatan(models.Model):
    """A position in one edition; without a unit it stands outside the agency (the head of the region)."""

    edisi = models.ForeignKey(EdisiOrganisasi, on_delete=models.PROTECT, related_name="daftar_jabatan")
    jabatan = models.ForeignKey(Jabatan, on_delete=models.PROTECT, related_name="daftar_baris")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    urutan = models.PositiveIntegerField()
    nama = models.CharField(max_length=300)
    jenis = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["edisi", "jabatan"], name="organisasi_barisjabatan_sekali"),)
        ordering = ("urutan",)


class Pegawai(models.Model):
    """A person who holds or held positions; ``pengguna`` if the person also signs in."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="daftar_pegawai")
    nama = models.CharField(max_length=200)
    nip = models.CharField(max_length=40, blank=True)
    pengguna = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["instansi", "nama", "nip"], name="organisasi_pegawai_sekali"),)


class Penempatan(models.Model):
    """A posting: who holds a position from ``berlaku_mulai`` on; added, never changed (the rule of ``core.edisi``)."""

    jabatan = models.ForeignKey(Jabatan, on_delete=models.PROTECT, related_name="daftar_penempatan")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_penempatan")
    pangkat = models.CharField(max_length=120, blank=True)
    status = models.CharField(max_length=12, choices=[(s.value, s.value) for s in StatusPejabat])
    berlaku_mulai = models.DateField()
    dicatat_pada = models.DateField()
    dasar = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["jabatan", "berlaku_mulai", "dicatat_pada"], name="organisasi_penempatan_sekali"
            ),
        )


class Peran(models.TextChoices):
    """The roles of design section 7."""

    ADMIN = "admin", "Admin instansi"
    PERENCANA = "perencana", "Perencana"
    PENANGGUNG_JAWAB = "penanggung_jawab", "Penanggung jawab indikator"
    PPTK = "pptk", "PPTK"
    KEUANGAN = "keuangan", "PPK-SKPD/keuangan"
    PIMPINAN = "pimpinan", "Pimpinan"
    PEMBINA = "pembina", "Pembina SAKIP"
    BAPPEDA = "bappeda", "Bappeda"
    EVALUATOR = "evaluator", "Evaluator (APIP)"
    PEMBACA = "pembaca", "Pembaca"


class PenugasanPeran(models.Model):
    """
    A role of a user over a subtree of units, for a time.

    ``unit`` ``None`` means the whole agency, ``instansi`` ``None`` every agency of the installation; ``akhir`` is the
    last day (``None``: until further notice).
    """

    pengguna = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="daftar_penugasan")
    peran = models.CharField(max_length=20, choices=Peran)
    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    mulai = models.DateField()
    akhir = models.DateField(null=True, blank=True)
    dasar = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="organisasi_penugasan_masa",
                condition=Q(akhir__isnull=True) | Q(akhir__gte=models.F("mulai")),
            ),
            models.CheckConstraint(
                name="organisasi_penugasan_unit_berinstansi",
                condition=Q(unit__isnull=True) | Q(instansi__isnull=False),
            ),
        )
        indexes = (models.Index(fields=["pengguna", "mulai"], name="organisasi_penugasan_pengguna"),)
