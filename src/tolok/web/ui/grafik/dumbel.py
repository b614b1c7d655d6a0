"""Capaian against serapan: one row an object, two points on one axis."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Final

from tolok.core.angka import Angka
from tolok.core.nilai import Bilangan
from tolok.web.ui.grafik.besaran import NOL, SERATUS, Besaran, clamp, write_letak


@dataclass(frozen=True, slots=True)
class Ujung:
    """One end of a dumbbell; without a number there is no point (``x`` is ``""``) and ``teks`` says why."""

    x: str
    teks: str


@dataclass(frozen=True, slots=True)
class BarisDumbel:
    """Capaian and serapan of one object on the common axis."""

    nama: str
    alamat: str
    capaian: Ujung
    serapan: Ujung


@dataclass(frozen=True, slots=True)
class Dumbel:
    """Achievement against spending, row by row, on one common scale."""

    TEMPLAT: ClassVar[str] = "ui/grafik/dumbel.html"
    daftar: tuple[BarisDumbel, ...]
    seratus: str
    sebutan: str
    judul_baris: str


_SKALA_TERKECIL: Final = Angka(120)
_SKALA_TERBESAR: Final = Angka(200)


def make_dumbel(daftar: Iterable[tuple[str, Besaran, Besaran]], *, sebutan: str, judul_baris: str = "IKU") -> Dumbel:
    """
    Return the rows ``(address, capaian, serapan)``; the axis runs from 0 to 120 %, or further, but to 200 % at most.

    A value beyond the axis stands at its end; the number beside it says how far it went.
    """
    baris = tuple(daftar)
    daftar_angka = [a for _, *dua in baris for satu in dua if (a := _angka(satu)) is not None]
    ujung = clamp(max(daftar_angka, default=NOL), _SKALA_TERKECIL, _SKALA_TERBESAR)

    def letakkan(besaran: Besaran) -> Ujung:
        angka = _angka(besaran)
        return Ujung("" if angka is None else write_letak(clamp(angka, NOL, ujung) * 100 / ujung), besaran.teks)

    return Dumbel(
        daftar=tuple(
            BarisDumbel(capaian.nama, alamat, letakkan(capaian), letakkan(serapan))
            for alamat, capaian, serapan in baris
        ),
        seratus=write_letak(SERATUS * 100 / ujung),
        sebutan=sebutan,
        judul_baris=judul_baris,
    )


def _angka(besaran: Besaran) -> Angka | None:
    return besaran.nilai.angka if isinstance(besaran.nilai, Bilangan) else None
