"""
Composite indicators and values of units in the second implementation.

Readings:

* the parts of a whole in a period are the indicators whose edition in force then names it, unless another indicator
  has taken their place; before any of them is in force they are those whose first edition names it;
* a whole has no capaian if one part has none; a part that was not reported gives the reason before any other, or counts
  as 0 where the policy says so; the capaian of the parts are taken raw;
* units that had a row in an earlier quarter of the year owe one in every later quarter (for the year: in all quarters);
  a unit that did not report gives the reason, then an owed row, then the first unit without a value; a row of the whole
  agency speaks only where no unit has a row.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from kembar_nilai import BELUM_DIISI, SERATUS, TIDAK_DILAPORKAN, Ada, Hampa, Isi, Paket, baca

from tolok.core.indikator import NilaiTercatat, NilaiVariabel

PERSEN = "%"


def kumpulkan(daftar: Sequence[tuple[Isi, int | None]]) -> Isi:
    """Return the values of the parts as one, or the reason why none has a value."""
    ada = [isi for isi, _ in daftar if not isinstance(isi, Hampa)]
    if ada:
        return Paket(tuple((isi, digit) for isi, digit in daftar if not isinstance(isi, Paket)))
    return sebab_utama([isi for isi, _ in daftar])


def gabungkan(cara: str, daftar: Sequence[tuple[Isi, Fraction | None]], tidak_lapor: str) -> Isi:
    """Return the capaian of a whole from those of its parts with their weights."""
    if tidak_lapor == "dihitung_0":
        daftar = [(Ada(Fraction(), PERSEN) if _diam(isi) else isi, bobot) for isi, bobot in daftar]
    angka = [isi.angka for isi, _ in daftar if isinstance(isi, Ada)]
    if len(angka) != len(daftar) or not angka:
        return sebab_utama([isi for isi, _ in daftar])
    match cara:
        case "rata_rata":
            return Ada(sum(angka) / Fraction(len(angka)), PERSEN)
        case "terendah":
            return Ada(sorted(angka)[0], PERSEN)
        case "semua_tercapai":
            return Ada(SERATUS * (sum(satu >= SERATUS for satu in angka) == len(angka)), PERSEN)
    bobot = [satu for _, satu in daftar if satu is not None]
    if len(bobot) != len(angka) or not sum(bobot):
        return Hampa("tanpa_data")
    return Ada(sum((a * b for a, b in zip(angka, bobot, strict=True)), Fraction()) / sum(bobot), PERSEN)


def sebab_utama(daftar: Sequence[Isi]) -> Hampa:
    """Return the reason of a whole: silence first, then the first reason there is."""
    hampa = [isi for isi in daftar if isinstance(isi, Hampa)]
    return next((isi for isi in hampa if _diam(isi)), hampa[0] if hampa else Hampa("tanpa_data"))


def _diam(isi: Isi) -> bool:
    return isinstance(isi, Hampa) and isi.alasan == TIDAK_DILAPORKAN


def isi_triwulan(
    baris_setahun: Sequence[NilaiVariabel] | Sequence[NilaiTercatat], triwulan: int, aturan: str = "jumlah"
) -> Isi | None:
    """Return what the rows of one variable or indicator in one year say of one quarter (0: the year), if anything."""
    ini = [satu for satu in baris_setahun if satu.periode.triwulan == triwulan]
    if not ini:
        return None
    per_unit = {satu.unit: baca(satu.nilai) for satu in ini if satu.unit}
    if not per_unit:
        return baca(ini[0].nilai)
    batas = triwulan or 5
    berutang = {satu.unit for satu in baris_setahun if satu.unit and 0 < satu.periode.triwulan < batas}
    utang = [Hampa(BELUM_DIISI, belum=True)] if berutang - per_unit.keys() else []
    if utang or any(isinstance(isi, Hampa) for isi in per_unit.values()):
        return sebab_utama([*utang, *per_unit.values()])
    angka = [isi.angka for isi in per_unit.values() if isinstance(isi, Ada)]
    satuan = next(isi.satuan for isi in per_unit.values() if isinstance(isi, Ada))
    match aturan:
        case "jumlah":
            return Ada(sum(angka, Fraction()), satuan)
        case "rata_rata":
            return Ada(sum(angka, Fraction()) / len(angka), satuan)
        case "maksimum":
            return Ada(max(angka), satuan)
    return Ada(min(angka), satuan)
