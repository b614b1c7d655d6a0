"""The documents of a year with their last snapshot and the job that makes one, through the eyes of a reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby
from typing import Any, Final, NamedTuple
from uuid import UUID

from django.db.models import CharField, F, JSONField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Concat, JSONObject
from django.http import Http404

from tolok.web.audit.models import Catatan
from tolok.web.jobs.models import STATUS_TERBUKA, Pekerjaan, StatusPekerjaan
from tolok.web.pelaporan.laporan import Laporan
from tolok.web.pelaporan.models import BerkasTerbitan, Dokumen, StatusDokumen, Terbitan
from tolok.web.perencanaan.konteks import TIDAK_ADA, Konteks
from tolok.web.perencanaan.models import TahunKinerja

STATUS_TERBIT: Final = (StatusDokumen.DITANDATANGANI, StatusDokumen.DIGANTI, StatusDokumen.DICABUT)
"""A document in one of these was signed; everybody who sees the agency sees it."""

_BUKAN_DATA: Final = ("pekerjaan.", "dokumen.", "impor.diunggah", "impor.dibuang")
"""Entries of these kinds change nothing that a document says."""


class InfoBerkas(NamedTuple):
    """One file of a snapshot."""

    pk: int
    format: str
    nama: str
    ukuran: int
    sidik: str


@dataclass(frozen=True, slots=True)
class InfoTerbitan:
    """A snapshot without its model."""

    pk: int
    nomor: int
    is_resmi: bool
    nomor_riwayat: int
    dibuat_pada: datetime
    dibuat_oleh: str
    sidik_model: str
    sidik_data: str
    versi_mesin: str
    daftar_berkas: tuple[InfoBerkas, ...]


@dataclass(frozen=True, slots=True)
class InfoPekerjaan:
    """The last job that made or makes the document."""

    id: UUID
    status: StatusPekerjaan
    langkah: int
    jumlah_langkah: int
    sebutan: str
    pesan: str

    @property
    def is_terbuka(self) -> bool:
        """Whether it waits or runs."""
        return self.status in STATUS_TERBUKA


@dataclass(frozen=True, slots=True)
class BarisDokumen:
    """
    A document of the year; ``pk`` is ``None`` for one that nobody has made yet.

    ``daftar_terbitan`` has the newest snapshot first, and in a list of documents only that one.
    """

    jenis: str
    rujukan: str
    judul: str
    pk: int | None = None
    ke: int = 1
    status: StatusDokumen = StatusDokumen.KONSEP
    nomor: str = ""
    tanggal: date | None = None
    alasan: str = ""
    versi: int = 0
    daftar_terbitan: tuple[InfoTerbitan, ...] = ()
    pekerjaan: InfoPekerjaan | None = None
    is_berubah: bool = False
    is_bersumber: bool = True
    is_terakhir: bool = True

    @property
    def terbitan(self) -> InfoTerbitan | None:
        """The last snapshot."""
        return self.daftar_terbitan[0] if self.daftar_terbitan else None


def is_konsep_tampak(konteks: Konteks) -> bool:
    """Whether the reader may see what is not signed: a draft holds numbers of all units."""
    return konteks.is_boleh_seluruh("dokumen.konsep")


def list_baris(konteks: Konteks, laporan: Laporan, *, hanya: tuple[str, str] | None = None) -> tuple[BarisDokumen, ...]:
    """
    Return the reader's documents in the order of the kinds, newer versions first (one query).

    :param hanya: only the document of this kind and ``rujukan``, with all its snapshots
    """
    is_konsep = is_konsep_tampak(konteks)
    saringan = Q() if is_konsep else Q(Q(daftar_terbitan__is_resmi=True), status__in=STATUS_TERBIT)
    if hanya is None:
        saringan &= _TERAKHIR
    else:
        saringan &= Q(jenis=hanya[0], rujukan=hanya[1])
    tersimpan: dict[tuple[str, str], list[BarisDokumen]] = {}
    for satu in _read_baris(konteks.tahun, saringan):
        tersimpan.setdefault((satu.jenis, satu.rujukan), []).append(satu)
    daftar: list[BarisDokumen] = []
    for butir in laporan.daftar_dokumen:
        if hanya not in (None, (butir.jenis, butir.rujukan)):
            continue
        versi = tersimpan.pop((butir.jenis, butir.rujukan), [])
        if versi or is_konsep:
            daftar += _with_keadaan(versi or [BarisDokumen(*butir)], laporan, is_bersumber=True)
    for sisa in tersimpan.values():
        daftar += _with_keadaan(sisa, laporan, is_bersumber=False)
    return tuple(daftar)


def _with_keadaan(daftar: list[BarisDokumen], laporan: Laporan, *, is_bersumber: bool) -> Iterator[BarisDokumen]:
    for urutan, satu in enumerate(daftar):
        is_berubah = satu.terbitan is not None and satu.terbitan.sidik_data != laporan.sidik_data(satu.jenis)
        yield replace(satu, is_berubah=is_berubah, is_bersumber=is_bersumber, is_terakhir=urutan == 0)


def get_baris(konteks: Konteks, laporan: Laporan, *, jenis: str, rujukan: str) -> tuple[BarisDokumen, ...]:
    """
    Return one of the reader's documents with its older versions.

    :raises Http404: if there is none
    """
    daftar = list_baris(konteks, laporan, hanya=(jenis, rujukan))
    if not daftar:
        raise Http404(TIDAK_ADA)
    return daftar


_KOLOM_DOKUMEN: Final = ("jenis", "rujukan", "judul", "pk", "ke", "status", "nomor", "tanggal", "alasan", "versi")
_KOLOM_TERBITAN: Final = (
    "pk",
    "nomor",
    "is_resmi",
    "nomor_riwayat",
    "dibuat_pada",
    "dibuat_oleh__nama",
    "sidik_model",
    "sidik_data",
    "versi_mesin",
)
_KOLOM_BERKAS: Final = ("pk", "format", "nama", "ukuran", "sidik")


_TERAKHIR: Final = Q(daftar_terbitan__isnull=True) | Q(daftar_terbitan__pk=F("terakhir"))


def _read_baris(tahun: TahunKinerja, saringan: Q) -> Iterator[BarisDokumen]:
    """Yield the stored documents with snapshots, files and last job, all newest first (one query)."""
    terakhir = Terbitan.objects.filter(dokumen=OuterRef("pk")).order_by("-nomor").values("pk")[:1]
    pekerjaan = Subquery(_pekerjaan_terakhir(tahun.instansi.kode), output_field=JSONField())
    baris = (
        Dokumen.objects.filter(tahun=tahun)
        .annotate(terakhir=Subquery(terakhir), pekerjaan=pekerjaan)
        .filter(saringan)
        .order_by("jenis", "rujukan", "-ke", "-daftar_terbitan__nomor", "daftar_terbitan__daftar_berkas__pk")
        .values_list(
            *_KOLOM_DOKUMEN,
            "pekerjaan",
            *(f"daftar_terbitan__{kolom}" for kolom in _KOLOM_TERBITAN),
            *(f"daftar_terbitan__daftar_berkas__{kolom}" for kolom in _KOLOM_BERKAS),
        )
    )
    banyak = len(_KOLOM_DOKUMEN) + 1
    for isi, daftar in groupby(baris, key=lambda satu: satu[:banyak]):
        kolom = dict(zip(_KOLOM_DOKUMEN, isi, strict=False))
        yield BarisDokumen(
            **{**kolom, "status": StatusDokumen(kolom["status"])},
            daftar_terbitan=tuple(_terbitan(satu[banyak:] for satu in daftar)),
            pekerjaan=_make_info_pekerjaan(isi[-1]),
        )


def _terbitan(baris: Iterable[tuple[Any, ...]]) -> Iterator[InfoTerbitan]:
    banyak = len(_KOLOM_TERBITAN)
    for kolom, daftar in groupby(baris, key=lambda satu: satu[:banyak]):
        if kolom[0] is None:
            continue
        pk, nomor, is_resmi, riwayat, pada, oleh, sidik_model, sidik_data, versi_mesin = kolom
        berkas = tuple(InfoBerkas(*satu[banyak:]) for satu in daftar if satu[banyak] is not None)
        yield InfoTerbitan(
            pk, nomor, is_resmi, riwayat, pada, oleh or "Sistem", sidik_model, sidik_data, versi_mesin, berkas
        )


def _pekerjaan_terakhir(instansi: str) -> QuerySet[Pekerjaan, Any]:
    """Return the last job of a document as JSON, so that it comes with the row of the document."""
    kunci = Concat(Value("dokumen:"), Cast(OuterRef("pk"), CharField()))
    return (
        Pekerjaan.objects.filter(kunci=kunci, instansi=instansi)
        .order_by("-diminta_pada")
        .values(
            isi=JSONObject(
                id="id", status="status", langkah="langkah", jumlah="jumlah_langkah", sebutan="sebutan_langkah",
                pesan="pesan",
            )
        )[:1]
    )  # fmt: skip


def _make_info_pekerjaan(isi: dict[str, Any] | None) -> InfoPekerjaan | None:
    if isi is None:
        return None
    return InfoPekerjaan(
        UUID(isi["id"]), StatusPekerjaan(isi["status"]), isi["langkah"], isi["jumlah"], isi["sebutan"], isi["pesan"]
    )


def get_berkas(konteks: Konteks, pk: int) -> BerkasTerbitan:
    """
    Return a file the reader may download: of a signed snapshot, or of a draft if drafts are theirs.

    :raises Http404: if there is none, or it is not theirs
    """
    saringan = Q() if is_konsep_tampak(konteks) else _TERBIT
    return _get(saringan, tahun=konteks.tahun, pk=pk)


def get_berkas_umum(instansi: str, tahun: int, pk: int) -> BerkasTerbitan:
    """
    Return a file everybody may download: of a signed document in force.

    :raises Http404: if there is none
    """
    berlaku = Q(terbitan__is_resmi=True, terbitan__dokumen__status=StatusDokumen.DITANDATANGANI)
    milik = Q(terbitan__dokumen__tahun__instansi__kode=instansi, terbitan__dokumen__tahun__tahun=tahun)
    berkas = BerkasTerbitan.objects.filter(berlaku, milik, pk=pk).first()
    if berkas is None:
        raise Http404(TIDAK_ADA)
    return berkas


_TERBIT: Final = Q(terbitan__is_resmi=True, terbitan__dokumen__status__in=STATUS_TERBIT)


def _get(saringan: Q, *, tahun: TahunKinerja, pk: int) -> BerkasTerbitan:
    berkas = BerkasTerbitan.objects.filter(saringan, terbitan__dokumen__tahun=tahun, pk=pk).first()
    if berkas is None:
        raise Http404(TIDAK_ADA)
    return berkas


def read_nomor_data(instansi: str) -> int:
    """Return the number of the last history entry that can have changed data of an agency, 0 if none (one query)."""
    saringan = Q()
    for awalan in _BUKAN_DATA:
        saringan &= ~Q(perbuatan__startswith=awalan)
    daftar = Catatan.objects.filter(saringan, rantai__kode=instansi).order_by("-nomor")
    return daftar.values_list("nomor", flat=True).first() or 0
