"""The measured year: what was entered, as core values, and every quantity computed from it."""

from __future__ import annotations

from typing import NamedTuple, TypedDict

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


KunciNilai = tuple[str, Periode, str]
"""Code of the variable, period, unit (``""``: the agency)."""
KunciTercatat = tuple[str, Periode, str, str, str]
"""Code of the indicator, period, unit (``""``: the agency), source, place in it."""


def load_bagian_pengukuran(tahun: TahunKinerja) -> BagianPengukuran:
    """Return the values in the book of a year, in printed order (two queries)."""
    return BagianPengukuran(
        daftar_nilai_variabel=tuple(nilai for nilai, _ in load_nilai_variabel(tahun).values()),
        daftar_nilai_tercatat=tuple(nilai for nilai, _ in load_nilai_tercatat(tahun).values()),
    )


def load_nilai_variabel(tahun: TahunKinerja) -> dict[KunciNilai, tuple[NilaiVariabel, Rujukan]]:
    """Return the values of variables in the book of a year with their rows, in printed order (one query)."""
    baris = BarisNilai.objects.filter(buku=tahun).order_by("urutan", "pk")
    hasil: dict[KunciNilai, tuple[NilaiVariabel, Rujukan]] = {}
    for pk, versi, kode, tahun_nilai, triwulan, unit, sumber, bukti, dicatat, *nilai in baris.values_list(
        "pk", "versi", "variabel__kode", "tahun", "triwulan", "unit__kode", "sumber", "bukti", "dicatat_pada",
        *KOLOM_NILAI,
    ):  # fmt: skip
        kunci = (kode, Periode(tahun_nilai, triwulan), unit or "")
        if kunci not in hasil:
            satu = NilaiVariabel(
                variabel=kode,
                periode=kunci[1],
                unit=kunci[2],
                nilai=make_nilai(*nilai),
                sumber=sumber,
                bukti=bukti,
                dicatat_pada=dicatat,
            )
            hasil[kunci] = satu, Rujukan(BarisNilai._meta.db_table, pk, versi)
    return hasil


def load_nilai_tercatat(tahun: TahunKinerja) -> dict[KunciTercatat, tuple[NilaiTercatat, Rujukan]]:
    """Return the recorded values in the book of a year with their rows, in printed order (one query)."""
    baris = BarisTercatat.objects.filter(buku=tahun).order_by("urutan", "pk")
    hasil: dict[KunciTercatat, tuple[NilaiTercatat, Rujukan]] = {}
    for pk, versi, kode, tahun_nilai, triwulan, unit, sumber, letak, dicatat, *nilai in baris.values_list(
        "pk", "versi", "indikator__kode", "tahun", "triwulan", "unit__kode", "sumber", "letak", "dicatat_pada",
        *KOLOM_NILAI,
    ):  # fmt: skip
        kunci = (kode, Periode(tahun_nilai, triwulan), unit or "", sumber, letak)
        if kunci not in hasil:
            satu = NilaiTercatat(
                indikator=kode,
                periode=kunci[1],
                unit=kunci[2],
                nilai=make_nilai(*nilai),
                sumber=sumber,
                letak=letak,
                dicatat_pada=dicatat,
            )
            hasil[kunci] = satu, Rujukan(BarisTercatat._meta.db_table, pk, versi)
    return hasil


def load_tahun(tahun: TahunKinerja) -> TahunInstansi:
    """Return the agency-year with everything that is computed from; what officers write stays empty (17 queries)."""
    return TahunInstansi(
        **load_bagian_rencana(tahun),
        **load_bagian_anggaran(tahun),
        **load_bagian_perjanjian(tahun),
        **load_bagian_pengukuran(tahun),
    )
