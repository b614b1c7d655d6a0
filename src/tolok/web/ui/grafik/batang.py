"""Bars: one share, and a whole cut into pieces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from tolok.core.angka import Angka
from tolok.core.nilai import Bilangan, Nilai
from tolok.web.ui.grafik.besaran import NOL, SERATUS, Besaran, clamp, write_letak


def choose_warna_serapan(persen: Nilai, *, waspada: Angka, baik: Angka) -> str:
    """
    Return the class of a serapan: ``galat`` below ``waspada``, ``waspada`` below ``baik``, else ``""``.

    Only for a share of the anggaran kas, or of the pagu at the end of the year; else the colour is ``netral``.
    """
    if not isinstance(persen, Bilangan):
        return ""
    return "galat" if persen.angka < waspada else "waspada" if persen.angka < baik else ""


@dataclass(frozen=True, slots=True)
class Batang:
    """A bar from 0 to 100; ``lebar`` ``""`` is a value that is missing."""

    TEMPLAT: ClassVar[str] = "ui/grafik/batang.html"
    lebar: str
    warna: str
    sebutan: str


def make_batang(persen: Nilai, *, warna: str = "", sebutan: str = "") -> Batang:
    """
    Return the bar of a share in percent; beyond 100 it is full.

    :param sebutan: what the bar says, unless the number stands beside it
    """
    if not isinstance(persen, Bilangan):
        return Batang("", "ragu", sebutan)
    return Batang(write_letak(clamp(persen.angka, NOL, SERATUS)), warna, sebutan)


@dataclass(frozen=True, slots=True)
class Potongan:
    """One piece of a stacked bar, with its line in the key."""

    nama: str
    teks: str
    warna: str
    x: str
    lebar: str


@dataclass(frozen=True, slots=True)
class Palang:
    """A whole cut into pieces."""

    TEMPLAT: ClassVar[str] = "ui/grafik/palang.html"
    daftar: tuple[Potongan, ...]
    sebutan: str


def make_palang(daftar: Sequence[tuple[Besaran, str]], *, sebutan: str) -> Palang:
    """Return the bar of the pieces (each with its colour class); a missing or negative one has no width."""
    lebar_per_letak = [max(besaran.angka or NOL, NOL) for besaran, _ in daftar]
    semua = sum(lebar_per_letak, NOL)
    x = NOL
    hasil = []
    for (besaran, warna), nilai in zip(daftar, lebar_per_letak, strict=True):
        lebar = nilai * 100 / semua if semua else NOL
        hasil.append(Potongan(besaran.nama, besaran.teks, warna, write_letak(x), write_letak(lebar)))
        x += lebar
    return Palang(tuple(hasil), sebutan)
