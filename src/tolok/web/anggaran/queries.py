"""The budget of a year as core values, and the budgets of many agencies added up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypedDict

from django.db import connection
from django.db.models import Max

from tolok.core.anggaran import (
    EdisiPagu,
    EdisiPemetaan,
    Pagu,
    Pemetaan,
    Realisasi,
    SifatProgram,
    SimpulAnggaran,
    TingkatAnggaran,
)
from tolok.core.periode import Periode
from tolok.web.anggaran.models import BarisAnggaran, EdisiPohonAnggaran
from tolok.web.anggaran.models import EdisiPagu as BarisEdisiPagu
from tolok.web.anggaran.models import EdisiPemetaan as BarisEdisiPemetaan
from tolok.web.anggaran.models import Realisasi as BarisRealisasi
from tolok.web.anggaran.rekap_sql import make_perintah_rekap
from tolok.web.organisasi.lingkup import Lingkup
from tolok.web.organisasi.models import StatusEdisi
from tolok.web.perencanaan.models import TahunKinerja


class BagianAnggaran(TypedDict):
    """The fields of ``core.instansi.TahunInstansi`` that tell of the budget."""

    pagu_laporan: str
    pagu_triwulan: tuple[str, ...]
    pemetaan_berlaku: str
    daftar_anggaran: tuple[SimpulAnggaran, ...]
    daftar_edisi_pagu: tuple[EdisiPagu, ...]
    daftar_pagu: tuple[Pagu, ...]
    daftar_realisasi: tuple[Realisasi, ...]
    daftar_edisi_pemetaan: tuple[EdisiPemetaan, ...]
    daftar_pemetaan: tuple[Pemetaan, ...]


def load_bagian_anggaran(tahun: TahunKinerja) -> BagianAnggaran:
    """Return the budget of a year (four queries)."""
    bagian = BagianAnggaran(
        pagu_laporan="",
        pagu_triwulan=(),
        pemetaan_berlaku="",
        daftar_anggaran=load_pohon(tahun),
        daftar_edisi_pagu=(),
        daftar_pagu=(),
        daftar_realisasi=_load_realisasi(tahun),
        daftar_edisi_pemetaan=(),
        daftar_pemetaan=(),
    )
    _load_pagu(tahun, bagian)
    _load_pemetaan(tahun, bagian)
    return bagian


def load_pohon(tahun: TahunKinerja) -> tuple[SimpulAnggaran, ...]:
    """Return the budget tree of a year in its last edition (one query)."""
    terakhir = EdisiPohonAnggaran.objects.filter(tahun=tahun).values("tahun").annotate(n=Max("nomor")).values("n")
    return tuple(
        SimpulAnggaran(
            kode=kode,
            induk=induk or "",
            tingkat=TingkatAnggaran(tingkat),
            nama=nama,
            sifat=SifatProgram(sifat),
            indikator=indikator,
            penanggung_jawab=penanggung_jawab,
        )
        for kode, induk, tingkat, nama, sifat, indikator, penanggung_jawab in BarisAnggaran.objects.filter(
            edisi__tahun=tahun, edisi__nomor__in=terakhir
        )
        .order_by("urutan")
        .values_list("simpul__kode", "induk__kode", "tingkat", "nama", "sifat", "indikator", "penanggung_jawab")
    )


def _load_pagu(tahun: TahunKinerja, bagian: BagianAnggaran) -> None:
    daftar_edisi: dict[str, EdisiPagu] = {}
    daftar_pagu: list[tuple[int, Pagu]] = []
    pagu_triwulan: dict[int, str] = {}
    guna = ("untuk_laporan", "untuk_tw1", "untuk_tw2", "untuk_tw3", "untuk_tw4")
    for kode, nomor, nama, jenis, cakupan, dokumen, tanggal, dicatat, sumber, *isi in (
        BarisEdisiPagu.objects.filter(tahun=tahun)
        .order_by("urutan")
        .values_list(
            "kode",
            "nomor",
            "nama",
            "jenis",
            "cakupan",
            "nomor_dokumen",
            "tanggal",
            "dicatat_pada",
            "sumber",
            *guna,
            "daftar_pagu__urutan",
            "daftar_pagu__simpul__kode",
            "daftar_pagu__sen",
            "daftar_pagu__jenis_belanja",
            "daftar_pagu__sumber_dana",
        )
    ):
        if kode not in daftar_edisi:
            daftar_edisi[kode] = EdisiPagu(
                id=kode,
                nomor=nomor,
                nama=nama,
                jenis=jenis,
                cakupan=cakupan,
                nomor_dokumen=dokumen,
                tanggal=tanggal,
                dicatat_pada=dicatat,
                sumber=sumber,
            )
            if isi[0]:
                bagian["pagu_laporan"] = kode
            pagu_triwulan.update({triwulan: kode for triwulan in range(1, 5) if isi[triwulan]})
        urutan, simpul, sen, jenis_belanja, sumber_dana = isi[len(guna) :]
        if simpul is not None:
            pagu = Pagu(edisi=kode, kode=simpul, sen=sen, jenis_belanja=jenis_belanja, sumber_dana=sumber_dana)
            daftar_pagu.append((urutan, pagu))
    bagian["daftar_edisi_pagu"] = tuple(daftar_edisi.values())
    bagian["daftar_pagu"] = tuple(pagu for _, pagu in sorted(daftar_pagu, key=lambda satu: satu[0]))
    bagian["pagu_triwulan"] = tuple(pagu_triwulan[satu] for satu in sorted(pagu_triwulan))


def _load_realisasi(tahun: TahunKinerja) -> tuple[Realisasi, ...]:
    return tuple(
        Realisasi(kode=kode, periode=Periode(tahun_nilai, triwulan), sen=sen, sumber=sumber)
        for kode, tahun_nilai, triwulan, sen, sumber in BarisRealisasi.objects.filter(simpul__tahun=tahun)
        .order_by("urutan")
        .values_list("simpul__kode", "tahun", "triwulan", "sen", "sumber")
    )


def _load_pemetaan(tahun: TahunKinerja, bagian: BagianAnggaran) -> None:
    daftar_edisi: dict[str, EdisiPemetaan] = {}
    daftar: list[tuple[int, Pemetaan]] = []
    for kode, nama, dasar, is_berlaku, urutan, anggaran, simpul, indikator in (
        BarisEdisiPemetaan.objects.filter(tahun=tahun)
        .order_by("urutan")
        .values_list(
            "kode",
            "nama",
            "dasar",
            "is_berlaku",
            "daftar_pemetaan__urutan",
            "daftar_pemetaan__simpul_anggaran__kode",
            "daftar_pemetaan__simpul__kode",
            "daftar_pemetaan__indikator__kode",
        )
    ):
        daftar_edisi.setdefault(kode, EdisiPemetaan(id=kode, nama=nama, dasar=dasar))
        if is_berlaku:
            bagian["pemetaan_berlaku"] = kode
        if anggaran is not None:
            pemetaan = Pemetaan(edisi=kode, kode=anggaran, simpul=simpul or "", indikator=indikator or "")
            daftar.append((urutan, pemetaan))
    bagian["daftar_edisi_pemetaan"] = tuple(daftar_edisi.values())
    bagian["daftar_pemetaan"] = tuple(satu for _, satu in sorted(daftar, key=lambda satu: satu[0]))


def list_kode_edisi_konsep(tahun: TahunKinerja) -> frozenset[str]:
    """Return the pagu editions of a year that are drafts still (one query)."""
    daftar = BarisEdisiPagu.objects.filter(tahun=tahun, status=StatusEdisi.KONSEP)
    return frozenset(daftar.values_list("kode", flat=True))


class RekapSimpul(NamedTuple):
    """
    What a budget node and all below it come to, in sen; leaves without a row count as nothing.

    ``pagu_awal`` is that of the first edition of the year, ``pagu_laporan`` that of the yearly report; ``tw1`` …
    ``tw4`` are realisasi from January to the end of the quarter.
    """

    induk: int | None
    kedalaman: int
    pagu_awal: int
    pagu_laporan: int
    tw1: int
    tw2: int
    tw3: int
    tw4: int


def roll_up_kota(daftar_tahun: Iterable[int], *, lingkup: Lingkup | None) -> dict[int, RekapSimpul]:
    """
    Return the sums of every budget node of all agencies the reader may see wholly, by key of the node (two queries).

    Money is added up once, at the leaves; each level then adds up the level below it. A query that walks down from
    every node instead adds each amount once for every node above it.

    :param lingkup: who asks; ``None``: a command at the terminal
    """
    pohon = EdisiPohonAnggaran.objects.filter(tahun__tahun__in=list(daftar_tahun))
    pohon_per_tahun: dict[int, tuple[int, int]] = {}
    for pk, tahun, instansi, dalam in (
        pohon.annotate(dalam=Max("daftar_baris__kedalaman"))
        .order_by("nomor")
        .values_list("pk", "tahun", "tahun__instansi__kode", "dalam")
    ):
        if lingkup is None or lingkup.is_seluruh("anggaran.lihat", instansi):
            pohon_per_tahun[tahun] = pk, dalam or 0
    if not pohon_per_tahun:
        return {}
    terdalam = max(dalam for _, dalam in pohon_per_tahun.values())
    masukan = [*pohon_per_tahun, *pohon_per_tahun, *(pk for pk, _ in pohon_per_tahun.values())]
    with connection.cursor() as kursor:
        kursor.execute(make_perintah_rekap(terdalam, len(pohon_per_tahun)), masukan)
        return {simpul: RekapSimpul(*isi) for simpul, *isi in kursor.fetchall()}
