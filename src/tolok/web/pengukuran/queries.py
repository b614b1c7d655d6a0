"""The measured year: what was entered, as core values, and every quantity computed from it."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import NamedTuple, TypedDict

from django.conf import settings

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


class Rujukan(NamedTuple):
    """A stored row, exactly as it was when it was read."""

    tabel: str
    id: int
    versi: int


class BukuNilai(NamedTuple):
    """The values in the book of a year, each with its row."""

    variabel: tuple[tuple[NilaiVariabel, Rujukan], ...]
    tercatat: tuple[tuple[NilaiTercatat, Rujukan], ...]


_rujukan: OrderedDict[int, tuple[BagianPengukuran, BukuNilai]] = OrderedDict()
_kunci = Lock()


def load_bagian_pengukuran(tahun: TahunKinerja) -> BagianPengukuran:
    """Return the values in the book of a year, in printed order (two queries)."""
    buku = BukuNilai(load_nilai_variabel(tahun), load_nilai_tercatat(tahun))
    bagian = BagianPengukuran(
        daftar_nilai_variabel=tuple(nilai for nilai, _ in buku.variabel),
        daftar_nilai_tercatat=tuple(nilai for nilai, _ in buku.tercatat),
    )
    with _kunci:
        _rujukan[id(bagian["daftar_nilai_variabel"])] = bagian, buku
        while len(_rujukan) > settings.SIMPANAN_TAHUN:
            _rujukan.popitem(last=False)
    return bagian


def find_buku(tahun: TahunKinerja, data: TahunInstansi) -> BukuNilai:
    """
    Return the rows that the values of a computed year were read from, so that a value always goes with its own version.

    They are kept in memory with the year they belong to; what is not there any more is read (two queries).
    """
    with _kunci:
        ada = _rujukan.get(id(data.daftar_nilai_variabel))
    if (
        ada is not None
        and ada[0]["daftar_nilai_variabel"] is data.daftar_nilai_variabel
        and ada[0]["daftar_nilai_tercatat"] is data.daftar_nilai_tercatat
        and data.daftar_nilai_variabel
    ):
        return ada[1]
    return BukuNilai(load_nilai_variabel(tahun), load_nilai_tercatat(tahun))


def load_nilai_variabel(tahun: TahunKinerja) -> tuple[tuple[NilaiVariabel, Rujukan], ...]:
    """Return the values of variables in the book of a year, in printed order, each with its row (one query)."""
    baris = BarisNilai.objects.filter(buku=tahun).order_by("urutan", "pk").values_list(
        "pk", "versi", "variabel__kode", "tahun", "triwulan", "unit__kode", "sumber", "bukti", "dicatat_pada",
        *KOLOM_NILAI,
    )  # fmt: skip
    return tuple(
        (
            NilaiVariabel(
                variabel=variabel,
                periode=Periode(tahun_nilai, triwulan),
                unit=unit or "",
                nilai=make_nilai(*nilai),
                sumber=sumber,
                bukti=bukti,
                dicatat_pada=dicatat,
            ),
            Rujukan(BarisNilai._meta.db_table, pk, versi),
        )
        for pk, versi, variabel, tahun_nilai, triwulan, unit, sumber, bukti, dicatat, *nilai in baris
    )


def load_nilai_tercatat(tahun: TahunKinerja) -> tuple[tuple[NilaiTercatat, Rujukan], ...]:
    """Return the recorded values in the book of a year, in printed order, each with its row (one query)."""
    baris = BarisTercatat.objects.filter(buku=tahun).order_by("urutan", "pk").values_list(
        "pk", "versi", "indikator__kode", "tahun", "triwulan", "unit__kode", "sumber", "letak", "dicatat_pada",
        *KOLOM_NILAI,
    )  # fmt: skip
    return tuple(
        (
            NilaiTercatat(
                indikator=indikator,
                periode=Periode(tahun_nilai, triwulan),
                unit=unit or "",
                nilai=make_nilai(*nilai),
                sumber=sumber,
                letak=letak,
                dicatat_pada=dicatat,
            ),
            Rujukan(BarisTercatat._meta.db_table, pk, versi),
        )
        for pk, versi, indikator, tahun_nilai, triwulan, unit, sumber, letak, dicatat, *nilai in baris
    )


def load_tahun(tahun: TahunKinerja) -> TahunInstansi:
    """Return the agency-year with everything that is computed from; what officers write stays empty (16 queries)."""
    return TahunInstansi(
        **load_bagian_rencana(tahun),
        **load_bagian_anggaran(tahun),
        **load_bagian_perjanjian(tahun),
        **load_bagian_pengukuran(tahun),
    )
