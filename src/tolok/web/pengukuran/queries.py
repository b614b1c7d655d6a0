"""The measured year: what was entered, as core values, and every quantity computed from it."""

from __future__ import annotations

from typing import Any, TypedDict

from django.db.models import Q

from tolok.core.indikator import NilaiTercatat, NilaiVariabel
from tolok.core.instansi import TahunInstansi
from tolok.core.periode import Periode
from tolok.web.anggaran.queries import load_bagian_anggaran
from tolok.web.pengukuran.models import NilaiTercatat as BarisTercatat
from tolok.web.pengukuran.models import NilaiVariabel as BarisNilai
from tolok.web.perencanaan.models import AnggotaIndikator, AnggotaVariabel, TahunKinerja
from tolok.web.perencanaan.queries import load_bagian_rencana
from tolok.web.perjanjian.queries import load_bagian_perjanjian
from tolok.web.simpan.nilai import KOLOM_NILAI, make_nilai


class BagianPengukuran(TypedDict):
    """The fields of ``core.instansi.TahunInstansi`` that hold measured values."""

    daftar_nilai_variabel: tuple[NilaiVariabel, ...]
    daftar_nilai_tercatat: tuple[NilaiTercatat, ...]


def load_bagian_pengukuran(tahun: TahunKinerja, *, hanya_buku_lain: bool = False) -> BagianPengukuran:
    """
    Return the values of a year's variables and indicators in the order of entry (two queries).

    They are those of the year's own book, then those of earlier years that earlier books hold and it does not restate.

    :param hanya_buku_lain: only what earlier books hold
    """
    variabel = AnggotaVariabel.objects.filter(tahun=tahun).values("edisi__variabel")
    indikator = AnggotaIndikator.objects.filter(tahun=tahun).values("edisi__indikator")
    milik = Q(buku__instansi=tahun.instansi_id, buku__tahun__lt=tahun.tahun, tahun__lt=tahun.tahun)
    if not hanya_buku_lain:
        milik |= Q(buku=tahun)
    baris_nilai = BarisNilai.objects.filter(milik, variabel__in=variabel).order_by("-buku__tahun", "pk")
    baris_tercatat = BarisTercatat.objects.filter(milik, indikator__in=indikator).order_by("-buku__tahun", "pk")
    nilai_per_kunci: dict[tuple[Any, ...], NilaiVariabel] = {}
    for kode, tahun_nilai, triwulan, unit, sumber, bukti, dicatat, *nilai in baris_nilai.values_list(
        "variabel__kode", "tahun", "triwulan", "unit__kode", "sumber", "bukti", "dicatat_pada", *KOLOM_NILAI
    ):
        kunci: tuple[Any, ...] = (kode, tahun_nilai, triwulan, unit)
        if kunci not in nilai_per_kunci:
            nilai_per_kunci[kunci] = NilaiVariabel(
                variabel=kode,
                periode=Periode(tahun_nilai, triwulan),
                unit=unit or "",
                nilai=make_nilai(*nilai),
                sumber=sumber,
                bukti=bukti,
                dicatat_pada=dicatat,
            )
    tercatat_per_kunci: dict[tuple[Any, ...], NilaiTercatat] = {}
    for kode, tahun_nilai, triwulan, unit, sumber, letak, dicatat, *nilai in baris_tercatat.values_list(
        "indikator__kode", "tahun", "triwulan", "unit__kode", "sumber", "letak", "dicatat_pada", *KOLOM_NILAI
    ):
        kunci = (kode, tahun_nilai, triwulan, unit, sumber, letak)
        if kunci not in tercatat_per_kunci:
            tercatat_per_kunci[kunci] = NilaiTercatat(
                indikator=kode,
                periode=Periode(tahun_nilai, triwulan),
                unit=unit or "",
                nilai=make_nilai(*nilai),
                sumber=sumber,
                letak=letak,
                dicatat_pada=dicatat,
            )
    return BagianPengukuran(
        daftar_nilai_variabel=tuple(nilai_per_kunci.values()),
        daftar_nilai_tercatat=tuple(tercatat_per_kunci.values()),
    )


def load_tahun(tahun: TahunKinerja) -> TahunInstansi:
    """Return the agency-year with everything that is computed from; what officers write stays empty (17 queries)."""
    return TahunInstansi(
        **load_bagian_rencana(tahun),
        **load_bagian_anggaran(tahun),
        **load_bagian_perjanjian(tahun),
        **load_bagian_pengukuran(tahun),
    )
