"""The whole year, with what officers write into its documents."""

from __future__ import annotations

from dataclasses import replace
from typing import TypedDict

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
    """Return what officers wrote for a year (four queries)."""
    bahan = BahanLaporan.objects.filter(tahun=tahun).first() or BahanLaporan()
    return BagianNaskah(
        daftar_penandatangan=tuple(
            Penandatangan(dokumen=dokumen, jabatan=jabatan, tempat=tempat, tanggal=tanggal)
            for dokumen, jabatan, tempat, tanggal in BarisPenandatangan.objects.filter(tahun=tahun)
            .order_by("urutan")
            .values_list("dokumen", "jabatan__kode", "tempat", "tanggal")
        ),
        daftar_analisis=tuple(
            Analisis(indikator=indikator, periode=Periode(tahun_nilai, triwulan), penyebab=penyebab, solusi=solusi)
            for indikator, tahun_nilai, triwulan, penyebab, solusi in BarisAnalisis.objects.filter(tahun=tahun)
            .order_by("urutan")
            .values_list("indikator__kode", "tahun_periode", "triwulan", "penyebab", "solusi")
        ),
        daftar_narasi=tuple(
            Narasi(kunci=kunci, teks=teks)
            for kunci, teks in BarisNarasi.objects.filter(tahun=tahun).order_by("urutan").values_list("kunci", "teks")
        ),
        daftar_penghargaan=tuple(Penghargaan(nama=n, tingkat=t, tahun=thn) for n, t, thn in bahan.penghargaan),
        daftar_isu=tuple(Isu(uraian=uraian) for uraian in bahan.isu),
        daftar_dasar_hukum=tuple(DasarHukum(nama=nama, tentang=tentang) for nama, tentang in bahan.dasar_hukum),
    )


def with_naskah(data: TahunInstansi, tahun: TahunKinerja) -> TahunInstansi:
    """Return the agency-year completed by what officers wrote."""
    return replace(data, **load_bagian_naskah(tahun))
