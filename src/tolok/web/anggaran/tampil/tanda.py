"""What is odd about the money of a node, in words: spending above the pagu, a pagu of nothing, spending that falls."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tolok.core.angka import NOL, Angka
from tolok.core.jejak import Hasil
from tolok.core.periode import Periode
from tolok.web.anggaran.tampil.pilihan import nama_periode
from tolok.web.anggaran.tampil.uang import get_angka


@dataclass(frozen=True, slots=True)
class Tanda:
    """One mark: the words in the cell, and the sentence of the message above the table."""

    kata: str
    kalimat: str


PAGU_NOL: Final = Tanda("Pagu nol", "pagunya nol")


def check_pagu(pagu: Hasil) -> tuple[Tanda, ...]:
    """Return the marks of a pagu."""
    return (PAGU_NOL,) if get_angka(pagu) == NOL else ()


def check_realisasi(realisasi_per_periode: Mapping[Periode, Hasil], *, pagu: Hasil) -> dict[Periode, tuple[Tanda, ...]]:
    """
    Return the marks of each realisasi of a node (cumulative, in order of the periods).

    :param pagu: of the edition that percentages are taken of
    """
    batas = get_angka(pagu) or NOL
    daftar = tuple(realisasi_per_periode)
    return {
        periode: (
            *_check_batas(get_angka(realisasi_per_periode[periode]), batas),
            *_check_turun(realisasi_per_periode, daftar[:urut], periode),
        )
        for urut, periode in enumerate(daftar)
    }


def _check_batas(realisasi: Angka | None, batas: Angka) -> tuple[Tanda, ...]:
    if realisasi is None or realisasi <= batas:
        return ()
    if batas == NOL:
        return (Tanda("Tanpa pagu", "ada realisasi tanpa pagu"),)
    return (Tanda("Melebihi pagu", "realisasinya melebihi pagu"),)


def _check_turun(
    realisasi_per_periode: Mapping[Periode, Hasil], sebelum: Sequence[Periode], periode: Periode
) -> tuple[Tanda, ...]:
    """A cumulative sum cannot fall; it is compared with the last earlier period that has one."""
    kini = get_angka(realisasi_per_periode[periode])
    for lalu in reversed(sebelum):
        angka = get_angka(realisasi_per_periode[lalu])
        if angka is not None:
            if kini is None or kini >= angka:
                return ()
            nama = nama_periode(lalu)
            return (Tanda(f"Turun dari {nama}", f"realisasi kumulatifnya turun dari {nama}"),)
    return ()
