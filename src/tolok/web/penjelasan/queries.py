"""What the database says about numbers beside the year itself: who recorded and approved them, and stored results."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.db.models import Exists, JSONField, OuterRef, Subquery, Value
from django.db.models.functions import JSONObject

from tolok.web.audit.models import Catatan
from tolok.web.pengukuran.models import HasilDisahkan
from tolok.web.perencanaan.konteks import Konteks
from tolok.web.perencanaan.models import AnggotaIndikator


class CatatanTersimpan(NamedTuple):
    """An entry of the history with the approved result that was asked for, if this entry approved it."""

    catatan: Catatan
    tersimpan: dict[str, Any] | None


def list_catatan(
    konteks: Konteks, daftar_objek: Iterable[str], *, identitas: str = ""
) -> dict[str, tuple[CatatanTersimpan, ...]]:
    """
    Return the entries of the agency's history about some objects, the oldest first (one query).

    :param identitas: a quantity whose approved result is read with the entry that approved it
    """
    hasil: dict[str, list[CatatanTersimpan]] = {}
    milik = HasilDisahkan.objects.filter(identitas=identitas, catatan_riwayat=OuterRef("pk"))
    isi = JSONObject(
        tercetak="tercetak", nilai="nilai", sidik="sidik", versi_mesin="versi_mesin", penetapan="penetapan"
    )
    catatan = (
        Catatan.objects.filter(rantai__kode=konteks.instansi, objek__in=tuple(daftar_objek))
        .order_by("nomor")
        .annotate(tersimpan=Subquery(milik.values(isi=isi)[:1]) if identitas else Value(None, JSONField()))
    )
    for satu in catatan:
        hasil.setdefault(satu.objek, []).append(CatatanTersimpan(satu, satu.tersimpan))
    return {objek: tuple(daftar) for objek, daftar in hasil.items()}


def list_tahun_indikator(konteks: Konteks, kode: str) -> frozenset[int]:
    """Return the years of the agency that have an indicator of this code (one query, with the year menu)."""
    anggota = AnggotaIndikator.objects.filter(tahun=OuterRef("pk"), edisi__indikator__kode=kode)
    return konteks.filter_tahun(Exists(anggota))
