"""The plan of a year as core values; pages with numbers put it together with what later stages know."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Final, TypedDict

from django.db.models import QuerySet

from tolok.core.angka import Angka
from tolok.core.indikator import (
    AgregasiTahun,
    AgregasiTriwulan,
    AgregasiUnit,
    AturanOrdinal,
    EdisiIndikator,
    Gabungan,
    Jembatan,
    Pembanding,
    Polaritas,
    Sifat,
    Target,
    Variabel,
)
from tolok.core.kebijakan import (
    DalamRentang,
    DasarHitung,
    Kebijakan,
    KebijakanNol,
    KebijakanTidakLapor,
    LuarRentang,
    RataRata,
    RumusEfisiensi,
    RumusTurun,
)
from tolok.core.organisasi import Instansi, Jabatan, KelompokPegawai, Pejabat, Unit
from tolok.core.periode import Periode
from tolok.core.rencana import EdisiRencana, JenisSimpul, SimpulRencana
from tolok.core.skala import Kelas, Skala
from tolok.web.organisasi.queries import KOLOM_PENEMPATAN, load_bagian_organisasi, make_pejabat
from tolok.web.perencanaan.models import (
    AnggotaIndikator,
    AnggotaPenempatan,
    AnggotaRencana,
    AnggotaSkala,
    AnggotaVariabel,
    EdisiKebijakan,
    TahunKinerja,
    TargetRencana,
)
from tolok.web.perencanaan.models import Pembanding as BarisPembanding
from tolok.web.simpan.bidang import from_mikro
from tolok.web.simpan.nilai import KOLOM_NILAI, make_nilai


class BagianRencana(TypedDict):
    """The fields of ``core.instansi.TahunInstansi`` that organisation and plan tell."""

    instansi: Instansi
    tahun: int
    kebijakan: Kebijakan
    rencana_berlaku: str
    daftar_unit: tuple[Unit, ...]
    daftar_jabatan: tuple[Jabatan, ...]
    daftar_pejabat: tuple[Pejabat, ...]
    daftar_pegawai: tuple[KelompokPegawai, ...]
    daftar_edisi_rencana: tuple[EdisiRencana, ...]
    daftar_simpul: tuple[SimpulRencana, ...]
    daftar_indikator: tuple[EdisiIndikator, ...]
    daftar_variabel: tuple[Variabel, ...]
    daftar_pembanding: tuple[Pembanding, ...]
    daftar_jembatan: tuple[Jembatan, ...]
    daftar_skala: tuple[Skala, ...]


def load_bagian_rencana(tahun: TahunKinerja) -> BagianRencana:
    """
    Return organisation and plan of a year, without targets (eight queries).

    :param tahun: with ``instansi``, ``organisasi``, ``rencana_berlaku`` and ``kebijakan`` already read
    """
    tahun.organisasi.instansi = tahun.instansi
    rencana = AnggotaRencana.objects.filter(tahun=tahun).order_by("urutan")
    daftar_edisi, daftar_simpul = make_rencana(rencana.values_list(*(f"edisi__{nama}" for nama in KOLOM_RENCANA)))
    indikator = AnggotaIndikator.objects.filter(tahun=tahun).order_by("urutan")
    return BagianRencana(
        **load_bagian_organisasi(tahun.organisasi),
        tahun=tahun.tahun,
        kebijakan=Kebijakan() if tahun.kebijakan is None else make_kebijakan(tahun.kebijakan),
        rencana_berlaku=tahun.rencana_berlaku.kode if tahun.rencana_berlaku is not None else "",
        daftar_pejabat=_load_pejabat(tahun),
        daftar_edisi_rencana=daftar_edisi,
        daftar_simpul=daftar_simpul,
        daftar_indikator=tuple(
            make_indikator(*isi) for isi in indikator.values_list(*(f"edisi__{nama}" for nama in KOLOM_INDIKATOR))
        ),
        daftar_variabel=_load_variabel(tahun),
        daftar_pembanding=_load_pembanding(tahun),
        daftar_jembatan=tuple(
            Jembatan(lama=lama, baru=baru, sebanding=sebanding, alasan=alasan)
            for lama, baru, sebanding, alasan in tahun.jembatan
        ),
        daftar_skala=_load_skala(tahun),
    )


KOLOM_TARGET: Final = (
    "urutan",
    "indikator__kode",
    "tahun",
    "triwulan",
    "dokumen__kode",
    "berlaku_mulai",
    "dicatat_pada",
    "dasar",
    *KOLOM_NILAI,
)
"""The columns ``make_target`` takes, of either kind of document."""


def query_target_rencana(tahun: TahunKinerja) -> QuerySet[TargetRencana, tuple[Any, ...]]:
    """Return the targets that plan editions state according to the book of a year, as ``KOLOM_TARGET``."""
    return TargetRencana.objects.filter(buku=tahun).values_list(*KOLOM_TARGET)


def make_target(
    indikator: str,
    tahun: int,
    triwulan: int,
    dokumen: str,
    mulai: date | None,
    dicatat: date | None,
    dasar: str,
    *nilai: Any,
) -> Target:
    """Return the target of one row (``KOLOM_TARGET`` without the order)."""
    return Target(
        indikator=indikator,
        periode=Periode(tahun, triwulan),
        nilai=make_nilai(*nilai),
        dokumen=dokumen,
        berlaku_mulai=mulai,
        dicatat_pada=dicatat,
        dasar=dasar,
    )


def make_kebijakan(edisi: EdisiKebijakan) -> Kebijakan:
    """Return the conventions of an edition."""
    return Kebijakan(
        rumus_turun=RumusTurun(edisi.rumus_turun),
        batas=None if edisi.batas is None else from_mikro(edisi.batas),
        dasar_hitung=DasarHitung(edisi.dasar_hitung),
        rata_rata=RataRata(edisi.rata_rata),
        efisiensi=RumusEfisiensi(edisi.efisiensi),
        skala=edisi.skala,
        bagian_minimum=from_mikro(edisi.bagian_minimum),
        turun_target_nol=KebijakanNol(edisi.turun_target_nol),
        turun_realisasi_nol=KebijakanNol(edisi.turun_realisasi_nol),
        naik_target_nol=KebijakanNol(edisi.naik_target_nol),
        tidak_lapor=KebijakanTidakLapor(edisi.tidak_lapor),
        dalam_rentang=DalamRentang(edisi.dalam_rentang),
        luar_rentang=LuarRentang(edisi.luar_rentang),
        dasar=edisi.dasar,
    )


def _load_pejabat(tahun: TahunKinerja) -> tuple[Pejabat, ...]:
    kolom = [f"edisi__{nama}" for nama in KOLOM_PENEMPATAN]
    daftar = AnggotaPenempatan.objects.filter(tahun=tahun).order_by("urutan").values_list(*kolom)
    return tuple(make_pejabat(*isi) for isi in daftar)


KOLOM_RENCANA: Final = (
    "kode",
    "dokumen",
    "nama",
    "tahun_awal",
    "tahun_akhir",
    "berlaku_mulai",
    "dicatat_pada",
    "dasar",
    "daftar_simpul__simpul__kode",
    "daftar_simpul__jenis",
    "daftar_simpul__uraian",
    "daftar_simpul__induk__kode",
    "daftar_simpul__tujuan_rpjmd",
    "daftar_simpul__iku_kota",
    "daftar_simpul__strategi",
    "daftar_simpul__kebijakan",
    "daftar_simpul__urutan",
)
"""The columns of a plan edition and one of its nodes, as ``make_rencana`` takes them."""


def make_rencana(
    daftar_baris: Iterable[tuple[Any, ...]],
) -> tuple[tuple[EdisiRencana, ...], tuple[SimpulRencana, ...]]:
    """Return the plan editions of these rows (``KOLOM_RENCANA``) in the order they come, and their nodes in theirs."""
    daftar_edisi: dict[str, EdisiRencana] = {}
    daftar_simpul: list[tuple[int, SimpulRencana]] = []
    for kode, dokumen, nama, awal, akhir, mulai, dicatat, dasar, *isi in daftar_baris:
        if kode not in daftar_edisi:
            daftar_edisi[kode] = EdisiRencana(
                id=kode,
                dokumen=dokumen,
                nama=nama,
                tahun_awal=awal,
                tahun_akhir=akhir,
                berlaku_mulai=mulai,
                dicatat_pada=dicatat,
                dasar=dasar,
            )
        kode_simpul, jenis, uraian, induk, tujuan_rpjmd, iku_kota, strategi, kebijakan, urutan = isi
        if kode_simpul is not None:
            simpul = SimpulRencana(
                edisi=kode,
                id=kode_simpul,
                jenis=JenisSimpul(jenis),
                uraian=uraian,
                induk=induk or "",
                tujuan_rpjmd=tujuan_rpjmd,
                iku_kota=iku_kota,
                strategi=tuple(strategi),
                kebijakan=tuple(kebijakan),
            )
            daftar_simpul.append((urutan, simpul))
    daftar_simpul.sort(key=lambda satu: satu[0])
    return tuple(daftar_edisi.values()), tuple(simpul for _, simpul in daftar_simpul)


_POLOS_INDIKATOR: Final = (
    "berlaku_mulai",
    "dicatat_pada",
    "dasar",
    "nama",
    "tingkat",
    "satuan",
    "digit",
    "rumus",
    "skala",
    "maksimum",
    "bobot",
    "definisi",
    "mutu_sumber",
    "mutu_cakupan",
    "mutu_waktu",
    "mutu_keterbatasan",
    "mutu_verifikasi",
)
"""Fields of an indicator edition that are stored as they are."""


KOLOM_INDIKATOR: Final = (
    "indikator__kode",
    "kode",
    "simpul__kode",
    "bagian_dari__kode",
    "polaritas",
    "gabungan",
    "agregasi_triwulan",
    "agregasi_unit",
    "agregasi_tahun",
    "aturan_ordinal",
    "sumber_data",
    "penanggung_jawab",
    *_POLOS_INDIKATOR,
)
"""The columns ``make_indikator`` takes."""


def make_indikator(
    indikator: str,
    kode: str,
    simpul: str | None,
    bagian_dari: str | None,
    polaritas: str,
    gabungan: str,
    triwulan: str,
    unit: str,
    tahun: str,
    ordinal: str,
    sumber_data: list[str],
    penanggung_jawab: list[str],
    *polos: Any,
) -> EdisiIndikator:
    """Return the indicator edition of one row (``KOLOM_INDIKATOR``)."""
    return EdisiIndikator(
        indikator=indikator,
        edisi=kode,
        simpul=simpul or "",
        bagian_dari=bagian_dari or "",
        polaritas=Polaritas(polaritas),
        gabungan=Gabungan(gabungan) if gabungan else None,
        agregasi_triwulan=AgregasiTriwulan(triwulan),
        agregasi_unit=AgregasiUnit(unit),
        agregasi_tahun=AgregasiTahun(tahun),
        aturan_ordinal=AturanOrdinal(ordinal),
        sumber_data=tuple(sumber_data),
        penanggung_jawab=tuple(penanggung_jawab),
        **dict(zip(_POLOS_INDIKATOR, polos, strict=True)),
    )


def _load_variabel(tahun: TahunKinerja) -> tuple[Variabel, ...]:
    return tuple(
        Variabel(
            id=kode, label=label, satuan=satuan, sifat=Sifat(sifat), definisi=definisi, sumber=sumber, kelas_bukti=kelas
        )
        for kode, label, satuan, sifat, definisi, sumber, kelas in AnggotaVariabel.objects.filter(tahun=tahun)
        .order_by("urutan")
        .values_list(
            "edisi__variabel__kode",
            "edisi__label",
            "edisi__satuan",
            "edisi__sifat",
            "edisi__definisi",
            "edisi__sumber",
            "edisi__kelas_bukti",
        )
    )


def _load_pembanding(tahun: TahunKinerja) -> tuple[Pembanding, ...]:
    return tuple(
        Pembanding(indikator=indikator, tahun=tahun_nilai, cakupan=cakupan, nilai=make_nilai(*nilai), sumber=sumber)
        for indikator, tahun_nilai, cakupan, sumber, *nilai in BarisPembanding.objects.filter(tahun=tahun)
        .order_by("urutan")
        .values_list("indikator__kode", "tahun_nilai", "cakupan", "sumber", *KOLOM_NILAI)
    )


def _load_skala(tahun: TahunKinerja) -> tuple[Skala, ...]:
    return tuple(
        Skala(
            id=edisi.kode,
            nama=edisi.nama,
            jenis=edisi.jenis,
            kelas=tuple(make_kelas(isi) for isi in edisi.kelas),
            dasar=edisi.dasar,
            berlaku_tahun_awal=edisi.berlaku_tahun_awal,
            berlaku_tahun_akhir=edisi.berlaku_tahun_akhir,
            pembulatan=edisi.pembulatan,
            minimum=None if edisi.minimum is None else from_mikro(edisi.minimum),
            maksimum=None if edisi.maksimum is None else from_mikro(edisi.maksimum),
        )
        for edisi in (
            anggota.edisi
            for anggota in AnggotaSkala.objects.filter(tahun=tahun).select_related("edisi").order_by("urutan")
        )
    )


def make_kelas(isi: dict[str, Any]) -> Kelas:
    """Return a class of a scale from its JSON; numbers are decimal texts with a point."""
    return Kelas(
        label=isi["label"],
        kode=isi["kode"],
        bawah=None if isi["bawah"] is None else Angka.from_desimal(isi["bawah"]),
        bawah_termasuk=isi["bawah_termasuk"],
        atas=None if isi["atas"] is None else Angka.from_desimal(isi["atas"]),
        atas_termasuk=isi["atas_termasuk"],
    )
