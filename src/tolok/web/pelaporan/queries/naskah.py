"""The whole year, with what officers write into its documents."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import replace
from datetime import date
from typing import Any, Final, TypedDict

from django.db.models import CharField, F, IntegerField, Model, QuerySet, TextField, Value
from django.db.models.functions import Cast

from tolok.core.instansi import TahunInstansi
from tolok.core.naskah import Analisis, DasarHukum, Isu, Narasi, Penandatangan, Penghargaan
from tolok.core.periode import Periode
from tolok.web.pelaporan.models import Analisis as BarisAnalisis
from tolok.web.pelaporan.models import BahanLaporan
from tolok.web.pelaporan.models import Narasi as BarisNarasi
from tolok.web.pelaporan.models import Penandatangan as BarisPenandatangan
from tolok.web.perencanaan.models import TahunKinerja


class BagianNaskah(TypedDict):
    """The fields of ``core.instansi.TahunInstansi`` that officers write."""

    daftar_penandatangan: tuple[Penandatangan, ...]
    daftar_analisis: tuple[Analisis, ...]
    daftar_narasi: tuple[Narasi, ...]
    daftar_penghargaan: tuple[Penghargaan, ...]
    daftar_isu: tuple[Isu, ...]
    daftar_dasar_hukum: tuple[DasarHukum, ...]


def load_bagian_naskah(tahun: TahunKinerja) -> BagianNaskah:
    """Return what officers wrote for a year (one query)."""
    baris_per_jenis: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for jenis, _, *isi in sorted(_gabungan(tahun), key=lambda baris: baris[:2]):
        baris_per_jenis[jenis].append(tuple(isi))
    bahan = (baris_per_jenis["bahan"] or [("[]", "[]", "[]", "")])[0]
    penghargaan, isu, dasar_hukum = (json.loads(teks) for teks in bahan[:3])
    return BagianNaskah(
        daftar_penandatangan=tuple(
            Penandatangan(
                dokumen=dokumen,
                jabatan=jabatan,
                tempat=tempat,
                tanggal=date.fromisoformat(tanggal) if tanggal else None,
            )
            for dokumen, jabatan, tempat, tanggal in baris_per_jenis["penandatangan"]
        ),
        daftar_analisis=tuple(
            Analisis(indikator=indikator, periode=_periode(periode), penyebab=penyebab, solusi=solusi)
            for indikator, periode, penyebab, solusi in baris_per_jenis["analisis"]
        ),
        daftar_narasi=tuple(Narasi(kunci=kunci, teks=teks) for kunci, teks, _, _ in baris_per_jenis["narasi"]),
        daftar_penghargaan=tuple(Penghargaan(nama=n, tingkat=t, tahun=thn) for n, t, thn in penghargaan),
        daftar_isu=tuple(Isu(uraian=uraian) for uraian in isu),
        daftar_dasar_hukum=tuple(DasarHukum(nama=nama, tentang=tentang) for nama, tentang in dasar_hukum),
    )


def with_naskah(data: TahunInstansi, tahun: TahunKinerja) -> TahunInstansi:
    """Return the agency-year completed by what officers wrote."""
    return replace(data, **load_bagian_naskah(tahun))


_KOSONG: Final = Value("", TextField())


def _gabungan(tahun: TahunKinerja) -> QuerySet[Any, tuple[Any, ...]]:
    """Return kind, order and up to four texts of every row: four tables in one statement, so that pages stay few."""

    def baris(kelas: type[Model], jenis: str, *daftar_isi: Any, urutan: Any = None) -> Any:
        kolom = {f"isi_{nomor}": Cast(isi, TextField()) for nomor, isi in enumerate(daftar_isi)}
        milik = kelas._default_manager.filter(tahun=tahun).order_by()
        return milik.annotate(k_jenis=Value(jenis, CharField()), k_urutan=urutan or F("urutan"), **kolom).values_list(
            "k_jenis", "k_urutan", *kolom
        )

    gabungan: QuerySet[Any, tuple[Any, ...]] = baris(
        BarisNarasi, "narasi", F("kunci"), F("teks"), _KOSONG, _KOSONG
    ).union(
        baris(BarisAnalisis, "analisis", F("indikator__kode"), _kunci_periode(), F("penyebab"), F("solusi")),
        baris(BarisPenandatangan, "penandatangan", F("dokumen"), F("jabatan__kode"), F("tempat"), F("tanggal")),
        baris(
            BahanLaporan,
            "bahan",
            F("penghargaan"),
            F("isu"),
            F("dasar_hukum"),
            _KOSONG,
            urutan=Value(0, IntegerField()),
        ),
        all=True,
    )
    return gabungan


def _kunci_periode() -> Any:
    """Return year and quarter as one number, ``20200`` … ``20204``."""
    return F("tahun_periode") * 10 + F("triwulan")


def _periode(teks: str) -> Periode:
    return Periode(*divmod(int(teks), 10))
