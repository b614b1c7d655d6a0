"""Values over years or quarters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from tolok.core.angka import Angka
from tolok.web.ui.grafik.besaran import NOL, Besaran, make_sebutan, write_letak


@dataclass(frozen=True, slots=True)
class Titik:
    """A point of a line; without a value it is a hollow mark on the base line."""

    x: str
    y: str
    nama: str
    teks: str
    ada: bool
    y_teks: str


@dataclass(frozen=True, slots=True)
class Ruas:
    """A straight piece between two neighbours that both have a value."""

    x1: str
    y1: str
    x2: str
    y2: str


@dataclass(frozen=True, slots=True)
class Garis:
    """Values in the order of time, with the target as a dashed line."""

    TEMPLAT: ClassVar[str] = "ui/grafik/garis.html"
    lebar: str
    tinggi: str
    besar: bool
    daftar_titik: tuple[Titik, ...]
    daftar_ruas: tuple[Ruas, ...]
    y_target: str
    teks_target: str
    y_teks_target: str
    y_nama: str
    lawan: Titik | None
    sebutan: str


def make_garis(
    daftar: Sequence[Besaran], *, target: Besaran | None = None, lawan: Besaran | None = None, besar: bool = False
) -> Garis:
    """
    Return the line through the values of years or quarters.

    :param lawan: a second, disputed value of the last period
    :param besar: with names and numbers, over the whole width; else a small picture beside a number
    """
    tinggi, atas, bawah = (Angka(168), Angka(34), Angka(136)) if besar else (Angka(40), Angka(6), Angka(34))
    daftar_angka = [a for b in (*daftar, target, lawan) if b is not None and (a := b.angka) is not None]
    terkecil = min(daftar_angka, default=NOL)
    rentang = max(daftar_angka, default=NOL) - terkecil

    def y(angka: Angka) -> Angka:
        return bawah - (angka - terkecil) / rentang * (bawah - atas) if rentang else (atas + bawah) / 2

    def x(letak: int) -> Angka:
        tepi = 8 if besar else 7
        return tepi + Angka(letak, max(len(daftar) - 1, 1)) * (100 - 2 * tepi) if len(daftar) > 1 else Angka(50)

    def titik(letak: int, besaran: Besaran) -> Titik:
        angka = besaran.angka
        tegak = bawah if angka is None else y(angka)
        return Titik(
            x=write_letak(x(letak)),
            y=write_letak(tegak),
            nama=besaran.nama,
            teks=besaran.teks,
            ada=angka is not None,
            y_teks=write_letak(tegak - 10),
        )

    daftar_titik = tuple(titik(letak, besaran) for letak, besaran in enumerate(daftar))
    daftar_ruas = tuple(
        Ruas(kiri.x, kiri.y, kanan.x, kanan.y) for kiri, kanan in pairwise(daftar_titik) if kiri.ada and kanan.ada
    )
    y_target = y(target.angka) if target is not None and target.angka is not None else None
    return Garis(
        lebar="100%" if besar else "84",
        tinggi=write_letak(tinggi),
        besar=besar,
        daftar_titik=daftar_titik,
        daftar_ruas=daftar_ruas,
        y_target="" if y_target is None else write_letak(y_target),
        teks_target="" if target is None else f"{target.nama} {target.teks}",
        y_teks_target="" if y_target is None else write_letak(y_target - 5),
        y_nama=write_letak(tinggi - 8),
        lawan=titik(len(daftar) - 1, lawan) if lawan is not None and lawan.angka is not None else None,
        sebutan=make_sebutan(daftar, target, lawan),
    )
