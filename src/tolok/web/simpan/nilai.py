"""A value of the core (``core.nilai``) as columns, with the constraints that keep a row a value."""

from __future__ import annotations

from typing import Any, ClassVar, Final

from django.db import models
from django.db.models import Q

from tolok.core.nilai import (
    AlasanBelumAda,
    AlasanTakTerhitung,
    BelumAda,
    Bilangan,
    JenisTanda,
    Kategori,
    Majemuk,
    Nilai,
    Rentang,
    Tanda,
    TidakDapatDihitung,
)
from tolok.web.simpan.bidang import MikroField, from_mikro, to_mikro


class JenisNilai(models.TextChoices):
    """Which kind of value a row holds."""

    BILANGAN = "bilangan"
    KATEGORI = "kategori"
    RENTANG = "rentang"
    BELUM_ADA = "belum_ada"
    TIDAK_DAPAT_DIHITUNG = "tidak_dapat_dihitung"


KOLOM_NILAI: Final = (
    "jenis_nilai",
    "mikro",
    "mikro_atas",
    "satuan_nilai",
    "label",
    "peringkat",
    "skala_nilai",
    "alasan",
    "keterangan",
    "tanda",
)
"""The columns of a value, in the order ``make_nilai`` takes them."""


class BernilaiModel(models.Model):
    """A row that holds one value; ``mikro`` is the number (of a range its lower bound) in millionths."""

    jenis_nilai = models.CharField(max_length=20, choices=JenisNilai)
    mikro = MikroField(null=True, blank=True)
    mikro_atas = MikroField(null=True, blank=True)
    satuan_nilai = models.CharField(max_length=80, blank=True)
    label = models.CharField(max_length=200, blank=True)
    peringkat = models.PositiveSmallIntegerField(null=True, blank=True)
    skala_nilai = models.CharField(max_length=80, blank=True)
    alasan = models.CharField(max_length=40, blank=True)
    keterangan = models.TextField(blank=True)
    tanda = models.JSONField(default=list, blank=True)

    class Meta:
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_nilai_utuh",
                condition=Q(jenis_nilai="bilangan", mikro__isnull=False, mikro_atas__isnull=True, alasan="")
                | Q(jenis_nilai="kategori", mikro__isnull=True, peringkat__gte=1, alasan="")
                | Q(jenis_nilai="rentang", mikro__lte=models.F("mikro_atas"), alasan="")
                | (Q(jenis_nilai__in=["belum_ada", "tidak_dapat_dihitung"], mikro__isnull=True) & ~Q(alasan="")),
            ),
        )

    @property
    def nilai(self) -> Nilai:
        """The value as the core knows it."""
        return make_nilai(*(getattr(self, kolom) for kolom in KOLOM_NILAI))


def make_nilai(
    jenis: str,
    mikro: int | None,
    mikro_atas: int | None,
    satuan: str,
    label: str,
    peringkat: int | None,
    skala: str,
    alasan: str,
    keterangan: str,
    tanda: list[list[Any]],
) -> Nilai:
    """Return the core value of one row's columns (``KOLOM_NILAI``)."""
    daftar_tanda = tuple(Tanda(JenisTanda(satu[0]), satu[1], satu[2]) for satu in tanda)
    match jenis:
        case JenisNilai.BILANGAN:
            assert mikro is not None
            return Bilangan(from_mikro(mikro), satuan, daftar_tanda)
        case JenisNilai.KATEGORI:
            assert peringkat is not None
            return Kategori(label, peringkat, skala, daftar_tanda)
        case JenisNilai.RENTANG:
            assert mikro is not None
            assert mikro_atas is not None
            return Rentang(from_mikro(mikro), from_mikro(mikro_atas), satuan, daftar_tanda)
        case JenisNilai.BELUM_ADA:
            return BelumAda(AlasanBelumAda(alasan), keterangan, daftar_tanda)
        case _:
            return TidakDapatDihitung(AlasanTakTerhitung(alasan), keterangan, daftar_tanda)


def make_kolom_nilai(nilai: Nilai) -> dict[str, Any]:
    """
    Return the columns of a value.

    :raises DiLuarJangkauan: if a number cannot be stored exactly
    :raises TypeError: for a composite value, which is only ever computed
    """
    kolom: dict[str, Any] = {
        "mikro": None,
        "mikro_atas": None,
        "satuan_nilai": "",
        "label": "",
        "peringkat": None,
        "skala_nilai": "",
        "alasan": "",
        "keterangan": "",
        "tanda": [[satu.jenis.value, satu.keterangan, satu.tahun] for satu in nilai.tanda],
    }
    match nilai:
        case Bilangan(angka=angka, satuan=satuan):
            return kolom | {"jenis_nilai": JenisNilai.BILANGAN, "mikro": to_mikro(angka), "satuan_nilai": satuan}
        case Kategori(label=label, peringkat=peringkat, skala=skala):
            return kolom | {
                "jenis_nilai": JenisNilai.KATEGORI,
                "label": label,
                "peringkat": peringkat,
                "skala_nilai": skala,
            }
        case Rentang(bawah=bawah, atas=atas, satuan=satuan):
            return kolom | {
                "jenis_nilai": JenisNilai.RENTANG,
                "mikro": to_mikro(bawah),
                "mikro_atas": to_mikro(atas),
                "satuan_nilai": satuan,
            }
        case Majemuk():
            raise TypeError("Nilai majemuk hanya dihitung dari bagian-bagiannya; tidak ada yang disimpan.")
        case _:
            jenis = JenisNilai.BELUM_ADA if isinstance(nilai, BelumAda) else JenisNilai.TIDAK_DAPAT_DIHITUNG
            return kolom | {"jenis_nilai": jenis, "alasan": nilai.alasan.value, "keterangan": nilai.keterangan}
