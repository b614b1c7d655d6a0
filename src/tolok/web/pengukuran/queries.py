"""The measured year: what was entered, as core values, and every quantity computed from it."""

from __future__ import annotations

from typing import TypedDict

from tolok.core.indikator import NilaiTercatat, NilaiVariabel
from tolok.core.instansi import TahunInstansi
from tolok.core.periode import Periode
from tolok.web.anggaran.queries import load_bagian_anggaran
from tolok.web.pengukuran.models import NilaiTercatat as BarisTercatat
from tolok.web.pengukuran.models import NilaiVariabel as BarisNilai
from tolok.web.perencanaan.models import TahunKinerja
from tolok.web.perencanaan.queries import load_bagian_rencana
from tolok.web.perjanjian.queries import load_bagian_perjanjian
from tolok.web.simpan.nilai import KOLOM_NILAI, make_nilai


class BagianPengukuran(TypedDict):
    """The fields of ``core.instansi.TahunInstansi`` that hold measured values."""

    daftar_nilai_variabel: tuple[NilaiVariabel, ...]
    daftar_nilai_tercatat: tuple[NilaiTercatat, ...]


def load_bagian_pengukuran(tahun: TahunKinerja) -> BagianPengukuran:
    """Return the values in the book of a year, in printed order (two queries)."""
    nilai_variabel = BarisNilai.objects.filter(buku=tahun).order_by("urutan", "pk")
    nilai_tercatat = BarisTercatat.objects.filter(buku=tahun).order_by("urutan", "pk")
    return BagianPengukuran(
        daftar_nilai_variabel=tuple(
            NilaiVariabel(
                variabel=variabel,
                periode=Periode(tahun_nilai, triwulan),
                unit=unit or "",
                nilai=make_nilai(*nilai),
                sumber=sumber,
                bukti=bukti,
                dicatat_pada=dicatat,
            )
            for variabel, tahun_nilai, triwulan, unit, sumber, bukti, dicatat, *nilai in nilai_variabel.values_list(
                "variabel__kode", "tahun", "triwulan", "unit__kode", "sumber", "bukti", "dicatat_pada", *KOLOM_NILAI
            )
        ),
        daftar_nilai_tercatat=tuple(
            NilaiTercatat(
                indikator=indikator,
                periode=Periode(tahun_nilai, triwulan),
                unit=unit or "",
                nilai=make_nilai(*nilai),
                sumber=sumber,
                letak=letak,
                dicatat_pada=dicatat,
            )
            for indikator, tahun_nilai, triwulan, unit, sumber, letak, dicatat, *nilai in nilai_tercatat.values_list(
                "indikator__kode", "tahun", "triwulan", "unit__kode", "sumber", "letak", "dicatat_pada", *KOLOM_NILAI
            )
        ),
    )


def load_tahun(tahun: TahunKinerja) -> TahunInstansi:
    """Return the agency-year with everything that is computed from; what officers write stays empty (16 queries)."""
    return TahunInstansi(
        **load_bagian_rencana(tahun),
        **load_bagian_anggaran(tahun),
        **load_bagian_perjanjian(tahun),
        **load_bagian_pengukuran(tahun),
    )
