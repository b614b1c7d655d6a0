"""The budget of a year as core values, and the budgets of many agencies added up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple, TypedDict

from django.db import connection
from django.db.models import BigIntegerField, Max, Q, QuerySet, Sum
from django.db.models.functions import Cast

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
from tolok.web.anggaran.models import Pagu as BarisPagu
from tolok.web.anggaran.models import Realisasi as BarisRealisasi
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


class JumlahAnggaran(NamedTuple):
    """
    What a budget node and all below it come to, in sen; leaves without a row count as nothing.

    ``pagu_awal`` is that of the first edition of the year, ``pagu_laporan`` that of the yearly report; ``tw1`` …
    ``tw4`` are realisasi from January to the end of the quarter.
    """

    pagu_awal: int
    pagu_laporan: int
    tw1: int
    tw2: int
    tw3: int
    tw4: int


class RekapKota(Mapping[int, JumlahAnggaran]):
    """The sums of budget nodes by key of the node, unpacked when asked for: a page asks for few of the many."""

    def __init__(self, kemasan: Mapping[int, int]) -> None:
        self._kemasan = kemasan

    def __getitem__(self, simpul: int) -> JumlahAnggaran:
        return JumlahAnggaran._make(_unpack(self._kemasan[simpul]))

    def __iter__(self) -> Iterator[int]:
        return iter(self._kemasan)

    def __len__(self) -> int:
        return len(self._kemasan)


_LEBAR: Final = 96
"""
Bits of one sum in a packed integer: the six sums of a node stand side by side in it, the first in the lowest bits, and
negative ones borrow from their neighbour. Adding two such integers adds all six at once, which is where a roll-up
spends its time; 96 bits hold a 64-bit amount from each of four billion leaves.
"""


def _unpack(kemasan: int) -> Iterator[int]:
    """Yield the six sums of a packed integer."""
    setengah = 1 << (_LEBAR - 1)
    for _ in JumlahAnggaran._fields:
        sen = (kemasan + setengah) % (2 * setengah) - setengah
        yield sen
        kemasan = (kemasan - sen) >> _LEBAR


def roll_up_kota(daftar_tahun: Iterable[int], *, lingkup: Lingkup | None) -> RekapKota:
    """
    Return the sums of every budget node of all agencies the reader may see wholly (five queries).

    The database adds up the amounts of each leaf, so that a leaf is added to each node above it once. A query that
    walks down from every node does so with every amount.

    :param lingkup: who asks; ``None``: a command at the terminal
    """
    tahun_per_pk: dict[int, int] = {}
    pohon_per_tahun: dict[int, int] = {}
    is_semua = True
    pohon = EdisiPohonAnggaran.objects.filter(tahun__tahun__in=list(daftar_tahun)).order_by("nomor")
    for pk, milik, tahun, instansi in pohon.values_list("pk", "tahun", "tahun__tahun", "tahun__instansi__kode"):
        if lingkup is None or lingkup.is_seluruh("anggaran.lihat", instansi):
            tahun_per_pk[milik], pohon_per_tahun[milik] = tahun, pk
        else:
            is_semua = False
    if not tahun_per_pk:
        return RekapKota({})
    tahun_per_pohon = {pohon_per_tahun[milik]: tahun for milik, tahun in tahun_per_pk.items()}
    baris = BarisAnggaran.objects.filter(edisi__in=tahun_per_pohon).order_by()
    daftar = _fetch(baris.values_list("simpul", "induk", "edisi"))
    induk_per_simpul = {simpul: induk for simpul, induk, _ in daftar}
    tahun_per_simpul = {simpul: tahun_per_pohon[edisi] for simpul, _, edisi in daftar}
    kemasan = dict.fromkeys(induk_per_simpul, 0)
    for simpul, sen in _sum_daun(tahun_per_simpul, list(tahun_per_pk), is_semua=is_semua).items():
        atas = simpul
        while atas is not None:
            kemasan[atas] += sen
            atas = induk_per_simpul[atas]
    return RekapKota(kemasan)


def _sum_daun(tahun_per_simpul: Mapping[int, int], daftar_tahun: list[int], *, is_semua: bool) -> dict[int, int]:
    """
    Return the packed sums of each node with an amount of its own, without those below it.

    No query joins another table: which edition is which and which year a node belongs to is known here, and a join
    makes the database take three times as long.
    """

    def jumlahkan(syarat: Q) -> Cast:
        # A sum of integers is a decimal on PostgreSQL, slow to read; it fits where its parts do.
        return Cast(Sum("sen", filter=syarat, default=0), BigIntegerField())

    edisi = BarisEdisiPagu.objects.filter(tahun__in=daftar_tahun).values_list("pk", "urutan", "untuk_laporan")
    awal, laporan = [0], [0]  # no edition has this key: a list of editions is never empty
    for pk, urutan, is_laporan in edisi:
        if urutan == 0:
            awal.append(pk)
        if is_laporan:
            laporan.append(pk)
    pagu = BarisPagu.objects.filter(edisi__in={*awal, *laporan}).order_by().values("simpul")
    per_edisi = pagu.annotate(awal=jumlahkan(Q(edisi__in=awal)), laporan=jumlahkan(Q(edisi__in=laporan)))
    hasil = {
        simpul: satu + (dua << _LEBAR)
        for simpul, satu, dua in _fetch(per_edisi.values_list("simpul", "awal", "laporan"))
        if simpul in tahun_per_simpul
    }
    realisasi = BarisRealisasi.objects.filter(tahun__in=set(tahun_per_simpul.values())).order_by()
    if not is_semua:
        realisasi = realisasi.filter(simpul__tahun__in=daftar_tahun)
    triwulan = {f"tw{n}": jumlahkan(Q(triwulan=n)) for n in range(1, 5)}
    per_simpul = realisasi.values("simpul", "tahun").annotate(**triwulan).values_list("simpul", "tahun", *triwulan)
    tw1, tw2, tw3, tw4 = (_LEBAR * urutan for urutan in range(2, 6))
    for simpul, tahun, satu, dua, tiga, empat in _fetch(per_simpul):
        if tahun_per_simpul.get(simpul) == tahun:
            sen = (satu << tw1) + (dua << tw2) + (tiga << tw3) + (empat << tw4)
            hasil[simpul] = hasil.get(simpul, 0) + sen
    return hasil


def _fetch(kueri: QuerySet[Any, tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Return the rows of a large query of plain integers at once: a hundred thousand take half the time."""
    perintah, masukan = kueri.query.sql_with_params()
    with connection.cursor() as kursor:
        kursor.execute(perintah, masukan)
        return list(kursor.fetchall())
