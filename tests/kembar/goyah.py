"""
Shaken agencies: a random agency with rows taken away, values turned to 0 or below, quarters moved to the year, and
policies and editions changed, so that the rare branches of the calculation are met as often as the common ones.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random
from typing import TypeVar

from tolok.core.angka import Angka
from tolok.core.indikator import (
    AgregasiTriwulan,
    AturanOrdinal,
    EdisiIndikator,
    NilaiTercatat,
    NilaiVariabel,
    Polaritas,
    Sifat,
    Target,
)
from tolok.core.instansi import TahunInstansi
from tolok.core.kebijakan import KebijakanNol, KebijakanTidakLapor, RumusTurun
from tolok.core.nilai import AlasanBelumAda, BelumAda, Bilangan, Nilai, Rentang
from tolok.core.periode import Periode
from tolok.core.skala import Skala

T = TypeVar("T")


def goyahkan(data: TahunInstansi, *, seed: int) -> TahunInstansi:
    """Return the agency shaken; the same seed shakes it the same way."""
    acak = Random(seed)
    kebijakan = replace(
        data.kebijakan,
        rumus_turun=acak.choice(list(RumusTurun)),
        turun_target_nol=acak.choice(list(KebijakanNol)),
        turun_realisasi_nol=acak.choice(list(KebijakanNol)),
        naik_target_nol=acak.choice(list(KebijakanNol)),
        tidak_lapor=acak.choice(list(KebijakanTidakLapor)),
    )
    return replace(
        data,
        kebijakan=kebijakan,
        daftar_indikator=_geser_edisi(acak, data),
        daftar_variabel=tuple(
            replace(satu, sifat=acak.choice(list(Sifat))) if acak.random() < 0.2 else satu
            for satu in data.daftar_variabel
        ),
        daftar_nilai_variabel=_setahunkan(acak, _nolkan(acak, _buang(acak, data.daftar_nilai_variabel, 0.06))),
        daftar_skala=_ubah_skala(acak, data),
        daftar_target=_nolkan(acak, _buang(acak, data.daftar_target, 0.08)),
        daftar_nilai_tercatat=_nolkan(acak, _buang(acak, data.daftar_nilai_tercatat, 0.15)),
        daftar_jembatan=_buang(acak, data.daftar_jembatan, 0.3),
        daftar_pagu=_buang(acak, data.daftar_pagu, 0.05),
        daftar_realisasi=_buang(acak, data.daftar_realisasi, 0.03),
        daftar_pemetaan=_buang(acak, data.daftar_pemetaan, 0.15),
    )


def _buang(acak: Random, baris: tuple[T, ...], peluang: float) -> tuple[T, ...]:
    return tuple(satu for satu in baris if acak.random() >= peluang)


def _nolkan(acak: Random, baris: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(_ubah(acak, satu) if acak.random() < 0.08 else satu for satu in baris)


def _ubah(acak: Random, baris: T) -> T:
    assert isinstance(baris, NilaiVariabel | NilaiTercatat | Target)
    return replace(baris, nilai=_nilai_ganjil(acak, baris.nilai))


def _nilai_ganjil(acak: Random, nilai: Nilai) -> Nilai:
    match nilai, acak.randint(0, 3):
        case _, 0:
            return BelumAda(AlasanBelumAda.TIDAK_DILAPORKAN)
        case Bilangan(), 1:
            return replace(nilai, angka=Angka(0))
        case Bilangan(), 2:
            return replace(nilai, angka=-nilai.angka)
        case Bilangan(), 3:
            return replace(nilai, angka=nilai.angka / 7)
        case Rentang(), 1:
            return replace(nilai, bawah=Angka(-3), atas=Angka(4))
        case Rentang(), 2:
            return Bilangan(nilai.bawah, nilai.satuan)
    return nilai


def _setahunkan(acak: Random, baris: tuple[NilaiVariabel, ...]) -> tuple[NilaiVariabel, ...]:
    """Add a row of the whole year beside the quarters of some variables."""
    tambahan = [
        replace(satu, periode=Periode(satu.periode.tahun))
        for satu in baris
        if satu.periode.triwulan == 2 and acak.random() < 0.1
    ]
    return (*baris, *tambahan)


def _geser_edisi(acak: Random, data: TahunInstansi) -> tuple[EdisiIndikator, ...]:
    """Let some editions begin within the year, and give values from outside other polarities and aggregations."""
    is_berbobot = acak.random() < 0.3
    return tuple(
        replace(_ubah_edisi(acak, satu, data.tahun), bobot=acak.choice(("1", "2,5", "40")) if is_berbobot else "")
        for satu in data.daftar_indikator
    )


def _ubah_skala(acak: Random, data: TahunInstansi) -> tuple[Skala, ...]:
    """Round before classes are given, or leave the bounds to the class below, in some agencies."""
    skala, *lain = data.daftar_skala
    if acak.random() < 0.3:
        skala = replace(skala, pembulatan=acak.randint(0, 1))
    if acak.random() < 0.3:
        kelas = tuple(replace(satu, bawah_termasuk=False, atas_termasuk=True) for satu in skala.kelas)
        skala = replace(skala, kelas=kelas)
    return (skala, *lain)


def _ubah_edisi(acak: Random, edisi: EdisiIndikator, tahun: int) -> EdisiIndikator:
    if acak.random() < 0.15:
        edisi = replace(edisi, berlaku_mulai=date(tahun, acak.randint(1, 12), acak.randint(1, 28)))
    if not edisi.skala and acak.random() < 0.3:
        edisi = replace(edisi, polaritas=acak.choice(list(Polaritas)))
    if not edisi.rumus and acak.random() < 0.5:
        edisi = replace(edisi, agregasi_triwulan=acak.choice(list(AgregasiTriwulan)))
    if edisi.skala and acak.random() < 0.3:
        edisi = replace(edisi, aturan_ordinal=acak.choice(list(AturanOrdinal)))
    return edisi
