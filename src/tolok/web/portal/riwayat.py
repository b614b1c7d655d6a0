"""The history of an agency; whoever may not see drafts reads only what was submitted or issued."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import NamedTuple

from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils import timezone

from tolok.web.audit.models import Catatan
from tolok.web.audit.sidik import Baris, compute_sidik
from tolok.web.organisasi.hak import PERBUATAN_TERBUKA
from tolok.web.perencanaan.konteks import TIDAK_ADA, Konteks
from tolok.web.perencanaan.tautan import Penaut
from tolok.web.portal.isi_catatan import ButirIsi, list_butir, sebut_objek


@dataclass(frozen=True, slots=True)
class Saringan:
    """What of the history is looked for; empty fields do not restrict."""

    objek: str = ""
    pelaku: str = ""
    perbuatan: str = ""
    dari: date | None = None
    sampai: date | None = None

    @property
    def teks_dari(self) -> str:
        """The first day as a form field holds it."""
        return self.dari.isoformat() if self.dari else ""

    @property
    def teks_sampai(self) -> str:
        """The last day as a form field holds it."""
        return self.sampai.isoformat() if self.sampai else ""


def list_catatan(konteks: Konteks, saringan: Saringan) -> QuerySet[Catatan]:
    """Return the entries of the agency, the latest first."""
    daftar = _terlihat(konteks).order_by("-nomor")
    if saringan.objek:
        daftar = daftar.filter(objek__icontains=saringan.objek)
    if saringan.pelaku:
        daftar = daftar.filter(pelaku_nama__icontains=saringan.pelaku)
    if saringan.perbuatan:
        daftar = daftar.filter(perbuatan=saringan.perbuatan)
    if saringan.dari:
        daftar = daftar.filter(waktu__gte=_awal(saringan.dari))
    if saringan.sampai:
        daftar = daftar.filter(waktu__lte=timezone.make_aware(datetime.combine(saringan.sampai, time.max)))
    return daftar


class Perbuatan(NamedTuple):
    """A kind of deed as the filter offers it."""

    kunci: str
    kata: str


def list_perbuatan(konteks: Konteks) -> tuple[Perbuatan, ...]:
    """Return the kinds of deeds in the history, for the filter."""
    daftar = _terlihat(konteks).order_by("perbuatan").values_list("perbuatan", flat=True).distinct()
    return tuple(Perbuatan(kunci, sebut_perbuatan(kunci)) for kunci in daftar)


def sebut_perbuatan(perbuatan: str) -> str:
    """Return a deed in words: ``pengukuran.disahkan`` is "Pengukuran disahkan"."""
    kata = perbuatan.replace(".", " ").replace("_", " ")
    return kata[:1].upper() + kata[1:]


@dataclass(frozen=True, slots=True)
class BarisRiwayat:
    """One entry in the list."""

    nomor: str
    alamat: str
    waktu: datetime
    pelaku: str
    perbuatan: str
    objek: str
    sebutan_objek: str


def make_baris(konteks: Konteks, catatan: Catatan) -> BarisRiwayat:
    """Return an entry as a line of the list, with the way to its page."""
    return BarisRiwayat(
        nomor=str(catatan.nomor),
        alamat=Penaut(konteks).find_alamat("riwayat_catatan", nomor=catatan.nomor),
        waktu=catatan.waktu,
        pelaku=catatan.pelaku_nama,
        perbuatan=sebut_perbuatan(catatan.perbuatan),
        objek=catatan.objek,
        sebutan_objek=sebut_objek(catatan.objek),
    )


@dataclass(frozen=True, slots=True)
class CatatanUtuh:
    """One entry with its content, and whether its hash follows from what is stored."""

    nomor: str
    perbuatan: str
    catatan: Catatan
    objek: str
    daftar_isi: tuple[ButirIsi, ...]
    teks_isi: str
    is_utuh: bool
    is_bersambung: bool
    alamat_sebelum: str
    alamat_sesudah: str


def get_catatan(konteks: Konteks, nomor: int) -> CatatanUtuh:
    """
    Return one entry.

    :raises Http404: if there is none of this number, or it is not for this reader
    """
    catatan = _terlihat(konteks).select_related("pelaku").filter(nomor=nomor).first()
    if catatan is None:
        raise Http404(TIDAK_ADA)
    tetangga = dict(_semua(konteks).filter(nomor__in=(nomor - 1, nomor + 1)).values_list("nomor", "sidik"))
    isi = json.loads(catatan.isi)
    sebelum = tetangga.get(nomor - 1)
    penaut = Penaut(konteks)
    return CatatanUtuh(
        nomor=str(nomor),
        perbuatan=sebut_perbuatan(catatan.perbuatan),
        catatan=catatan,
        objek=sebut_objek(catatan.objek),
        daftar_isi=list_butir(isi, penaut.find_alamat_angka),
        teks_isi=json.dumps(isi, ensure_ascii=False, indent=2, sort_keys=True),
        is_utuh=compute_sidik(konteks.instansi, _baris(catatan)) == catatan.sidik,
        is_bersambung=sebelum is None or sebelum == catatan.sidik_sebelum,
        alamat_sebelum=penaut.find_alamat("riwayat_catatan", nomor=nomor - 1) if nomor - 1 in tetangga else "",
        alamat_sesudah=penaut.find_alamat("riwayat_catatan", nomor=nomor + 1) if nomor + 1 in tetangga else "",
    )


def _baris(catatan: Catatan) -> Baris:
    return Baris(
        nomor=catatan.nomor,
        waktu=catatan.waktu,
        pelaku=catatan.pelaku_id,
        pelaku_nama=catatan.pelaku_nama,
        perbuatan=catatan.perbuatan,
        objek=catatan.objek,
        isi=catatan.isi,
        sidik_sebelum=catatan.sidik_sebelum,
    )


def _semua(konteks: Konteks) -> QuerySet[Catatan]:
    return Catatan.objects.filter(rantai__kode=konteks.instansi)


def _terlihat(konteks: Konteks) -> QuerySet[Catatan]:
    semua = _semua(konteks)
    if konteks.lingkup.is_seluruh("draf.lihat", konteks.instansi):
        return semua
    return semua.filter(Q(perbuatan__in=PERBUATAN_TERBUKA))


def _awal(hari: date) -> datetime:
    return timezone.make_aware(datetime.combine(hari, time.min))
