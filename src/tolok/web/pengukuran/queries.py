"""The measured year: what was entered, as core values, and every quantity computed from it."""

from __future__ import annotations

from typing import NamedTuple, TypedDict

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


class Rujukan(NamedTuple):
    """A stored row, exactly as it was when it was read."""

    tabel: str
    id: int
    versi: int


KunciNilai = tuple[str, Periode, str]
"""Code of the variable, period, unit (``""``: the agency)."""
KunciTercatat = tuple[str, Periode, str, str, str]
"""Code of the indicator, period, unit (``""``: the agency), source, place in it."""


def load_bagian_pengukuran(tahun: TahunKinerja, *, hanya_buku_lain: bool = False) -> BagianPengukuran:
    """
    Return the values of a year's variables and indicators in the order of entry (two queries).

    They are those of the year's own book, then those of earlier years that earlier books hold and it does not restate.

    :param hanya_buku_lain: only what earlier books hold
    """
    milik = _milik(tahun, hanya_buku_lain=hanya_buku_lain)
    return BagianPengukuran(
        daftar_nilai_variabel=tuple(nilai for nilai, _ in load_nilai_variabel(tahun, milik).values()),
        daftar_nilai_tercatat=tuple(nilai for nilai, _ in load_nilai_tercatat(tahun, milik).values()),
    )


def load_nilai_variabel(tahun: TahunKinerja, milik: Q | None = None) -> dict[KunciNilai, tuple[NilaiVariabel, Rujukan]]:
    """Return the values of a year's variables with the rows they stand in, in the order of entry (one query)."""
    variabel = AnggotaVariabel.objects.filter(tahun=tahun).values("edisi__variabel")
    baris = BarisNilai.objects.filter(milik or _milik(tahun), variabel__in=variabel).order_by("-buku__tahun", "pk")
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


def load_nilai_tercatat(
    tahun: TahunKinerja, milik: Q | None = None
) -> dict[KunciTercatat, tuple[NilaiTercatat, Rujukan]]:
    """Return the recorded values of a year's indicators with the rows they stand in, in order of entry (one query)."""
    indikator = AnggotaIndikator.objects.filter(tahun=tahun).values("edisi__indikator")
    baris = BarisTercatat.objects.filter(milik or _milik(tahun), indikator__in=indikator).order_by("-buku__tahun", "pk")
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


def _milik(tahun: TahunKinerja, *, hanya_buku_lain: bool = False) -> Q:
    """The rows of the year's own book, and those of earlier years in earlier books."""
    milik = Q(buku__instansi=tahun.instansi_id, buku__tahun__lt=tahun.tahun, tahun__lt=tahun.tahun)
    return milik if hanya_buku_lain else milik | Q(buku=tahun)


def load_tahun(tahun: TahunKinerja) -> TahunInstansi:
    """Return the agency-year with everything that is computed from; what officers write stays empty (17 queries)."""
    return TahunInstansi(
        **load_bagian_rencana(tahun),
        **load_bagian_anggaran(tahun),
        **load_bagian_perjanjian(tahun),
        **load_bagian_pengukuran(tahun),
    )
