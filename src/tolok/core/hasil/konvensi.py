"""What if the agency had declared another convention: the same quantity, recomputed under each of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, NamedTuple

from tolok.core.capaian import list_kebijakan_lain
from tolok.core.hasil.cari import BagianIdentitas, read_identitas
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.indikator import Polaritas
from tolok.core.jejak import Hasil
from tolok.core.kebijakan import Kebijakan, RataRata, RumusEfisiensi

BESARAN_BERKEBIJAKAN: Final = frozenset(
    {"capaian", "capaian_terbatas", "predikat", "rata_rata_capaian", "tingkat_kemajuan", "efisiensi"}
)
"""Quantities that rest on a declared convention."""


class Andaian(NamedTuple):
    """
    The quantity under one other convention; ``berbeda`` says whether that changes its value.

    ``tahun`` is the whole year under that convention.
    """

    nama: str
    kebijakan: Kebijakan
    hasil: Hasil
    berbeda: bool
    tahun: HasilTahun


def compute_andaian(hasil: HasilTahun, identitas: str) -> tuple[Andaian, ...]:
    """
    Return the quantity under each convention that differs in one point from the policy of ``hasil``.

    Turun formula (if an indicator of the quantity has a better low side), cap and basis; the mean for the agency; the
    formula for an efficiency. A quantity that rests on no convention has none.

    :raises IdentitasTakDikenal: if there is no such quantity
    :source: domain handbook 9.1, 9.4, 9.7, 9.8, 10
    """
    asal = hasil.cari(identitas)
    bagian = read_identitas(identitas)
    if bagian.besaran not in BESARAN_BERKEBIJAKAN:
        return ()
    kebijakan = hasil.kebijakan
    daftar = list(list_kebijakan_lain(kebijakan, polaritas=_polaritas(hasil, bagian)))
    if bagian.jenis == "instansi":
        daftar += [
            (f"rata-rata atas {cara.value}", replace(kebijakan, rata_rata=cara))
            for cara in RataRata
            if cara is not kebijakan.rata_rata
        ]
    if bagian.besaran == "efisiensi":
        daftar += [
            (f"rumus efisiensi {rumus.value}", replace(kebijakan, efisiensi=rumus))
            for rumus in RumusEfisiensi
            if rumus is not kebijakan.efisiensi
        ]
    hasil_andaian = []
    for nama, lain in daftar:
        tahun = HasilTahun(hasil.data, kebijakan=lain)
        nilai = tahun.cari(identitas)
        hasil_andaian.append(Andaian(nama, lain, nilai, nilai.nilai != asal.nilai, tahun))
    return tuple(hasil_andaian)


def _polaritas(hasil: HasilTahun, bagian: BagianIdentitas) -> Polaritas:
    """Return the polarity of the indicators of a quantity, one that the turun formula matters for before others."""
    if bagian.jenis == "indikator":
        edisi = hasil.edisi_indikator(bagian.nama, bagian.periode)
        terukur = hasil.daftar_bagian(bagian.nama, bagian.periode) or (edisi,)
    else:
        terukur = hasil.daftar_terukur(bagian.nama if bagian.jenis == "sasaran" else None, bagian.periode)
    daftar = {edisi.polaritas for edisi in terukur}
    return next((p for p in (Polaritas.TURUN, Polaritas.RENTANG) if p in daftar), Polaritas.NAIK)
