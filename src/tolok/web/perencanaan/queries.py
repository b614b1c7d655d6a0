"""The plan of a year as core values; pages with numbers put it together with what later stages know."""

from __future__ import annotations

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
from tolok.web.organisasi.queries import load_bagian_organisasi
from tolok.web.perencanaan.models import (
    AnggotaIndikator,
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
    Return organisation and plan of a year, without targets (seven queries).

    :param tahun: with ``instansi``, ``organisasi``, ``rencana_berlaku`` and ``kebijakan`` already read
    """
    tahun.organisasi.instansi = tahun.instansi
    daftar_edisi, daftar_simpul = _load_rencana(tahun)
    return BagianRencana(
        **load_bagian_organisasi(tahun.organisasi, sampai=date(tahun.tahun + 1, 12, 31)),
        tahun=tahun.tahun,
        kebijakan=Kebijakan() if tahun.kebijakan is None else make_kebijakan(tahun.kebijakan),
        rencana_berlaku=tahun.rencana_berlaku.kode if tahun.rencana_berlaku is not None else "",
        daftar_edisi_rencana=daftar_edisi,
        daftar_simpul=daftar_simpul,
        daftar_indikator=_load_indikator(tahun),
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
    """Return the targets that the plan editions of a year state for its indicators, as ``KOLOM_TARGET``."""
    return (
        TargetRencana.objects.filter(dokumen__in=AnggotaRencana.objects.filter(tahun=tahun).values("edisi"))
        .filter(indikator__in=AnggotaIndikator.objects.filter(tahun=tahun).values("edisi__indikator"))
        .values_list(*KOLOM_TARGET)
    )


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


def _load_rencana(tahun: TahunKinerja) -> tuple[tuple[EdisiRencana, ...], tuple[SimpulRencana, ...]]:
    daftar_edisi: dict[str, EdisiRencana] = {}
    daftar_simpul: list[SimpulRencana] = []
    simpul = "edisi__daftar_simpul__"
    baris = AnggotaRencana.objects.filter(tahun=tahun).order_by("urutan", f"{simpul}urutan")
    for kode, dokumen, nama, awal, akhir, mulai, dicatat, dasar, *isi in baris.values_list(
        "edisi__kode", "edisi__dokumen", "edisi__nama", "edisi__tahun_awal", "edisi__tahun_akhir",
        "edisi__berlaku_mulai", "edisi__dicatat_pada", "edisi__dasar", f"{simpul}simpul__kode", f"{simpul}jenis",
        f"{simpul}uraian", f"{simpul}induk__kode", f"{simpul}tujuan_rpjmd", f"{simpul}iku_kota", f"{simpul}strategi",
        f"{simpul}kebijakan",
    ):  # fmt: skip
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
        kode_simpul, jenis, uraian, induk, tujuan_rpjmd, iku_kota, strategi, kebijakan = isi
        if kode_simpul is not None:
            daftar_simpul.append(
                SimpulRencana(
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
            )
    return tuple(daftar_edisi.values()), tuple(daftar_simpul)


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


def _load_indikator(tahun: TahunKinerja) -> tuple[EdisiIndikator, ...]:
    lain = (
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
    )
    kolom = [f"edisi__{nama}" for nama in (*lain, *_POLOS_INDIKATOR)]
    hasil = []
    for isi in AnggotaIndikator.objects.filter(tahun=tahun).order_by("urutan").values_list(*kolom):
        indikator, kode, simpul, bagian_dari, polaritas, gabungan, tw, unit, thn, ordinal, sumber, pj = isi[: len(lain)]
        hasil.append(
            EdisiIndikator(
                indikator=indikator,
                edisi=kode,
                simpul=simpul or "",
                bagian_dari=bagian_dari or "",
                polaritas=Polaritas(polaritas),
                gabungan=Gabungan(gabungan) if gabungan else None,
                agregasi_triwulan=AgregasiTriwulan(tw),
                agregasi_unit=AgregasiUnit(unit),
                agregasi_tahun=AgregasiTahun(thn),
                aturan_ordinal=AturanOrdinal(ordinal),
                sumber_data=tuple(sumber),
                penanggung_jawab=tuple(pj),
                **dict(zip(_POLOS_INDIKATOR, isi[len(lain) :], strict=True)),
            )
        )
    return tuple(hasil)


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
