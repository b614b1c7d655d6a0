"""The parts of the report as its outline shows them: one screen each, together the whole document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from tolok.render.html import Rentang
from tolok.render.tata_letak import Blok, GantiHalaman, Judul, Naskah

DEPAN: Final = "depan"
LAMPIRAN: Final = "lampiran"
_AKHIR_DEPAN: Final = 2
"""So many sections stand before Bab I: the cover, and the front matter with Roman page numbers."""

_BAGIAN_BAB_III: Final = re.compile(r"3\.(1\.\d+|2)")
_AWALAN_SASARAN: Final = "Capaian Kinerja Sasaran Strategis "


@dataclass(frozen=True, slots=True)
class Bagian:
    """
    One part: ``kunci`` names it in addresses, ``nomor`` is as printed, ``induk`` the part of the outline above it.

    ``daftar_rentang`` are its blocks.
    """

    kunci: str
    nomor: str
    judul: str
    daftar_rentang: tuple[Rentang, ...]
    induk: str = ""


def list_bagian(naskah: Naskah) -> tuple[Bagian, ...]:
    """Return the parts of a report in reading order; every block but a page break between them belongs to one."""
    depan = Bagian(DEPAN, "", "Bagian depan", tuple(Rentang(urut) for urut in range(_AKHIR_DEPAN)))
    daftar = [depan]
    for urut in range(_AKHIR_DEPAN, len(naskah.seksi)):
        blok = naskah.seksi[urut].blok
        awal = list(_list_awal(blok))
        if not awal or awal[0][0]:
            lanjutan = Rentang(urut, 0, awal[0][0] if awal else len(blok))
            if isinstance(judul := blok[0], Judul):  # a form of several sheets: each sheet is a part
                daftar.append(_make_lembar(daftar, judul, lanjutan))
            else:
                daftar[-1] = replace(daftar[-1], daftar_rentang=(*daftar[-1].daftar_rentang, lanjutan))
        daftar_akhir = [*(letak for letak, _ in awal[1:]), len(blok)]
        for (letak, judul), akhir in zip(awal, daftar_akhir, strict=False):
            daftar.append(_make_bagian(judul, blok, urut, letak, akhir))
    return tuple(daftar)


def find_bagian(daftar: tuple[Bagian, ...], seksi: int, blok: int) -> Bagian:
    """Return the part a block stands in."""
    for satu in daftar:
        for rentang in satu.daftar_rentang:
            if rentang.seksi == seksi and rentang.awal <= blok and (rentang.akhir is None or blok < rentang.akhir):
                return satu
    return daftar[0]


def _list_awal(blok: tuple[Blok, ...]) -> Iterator[tuple[int, Judul]]:
    """Yield where parts begin in a section, with the heading each begins with."""
    for letak, satu in enumerate(blok):
        if isinstance(satu, Judul) and (
            satu.tingkat == 1 or satu.nomor.startswith("Lampiran ") or _BAGIAN_BAB_III.fullmatch(satu.nomor)
        ):
            yield letak, satu


def _make_lembar(daftar: list[Bagian], judul: Judul, rentang: Rentang) -> Bagian:
    """Return the next sheet of the form that the last part began."""
    pangkal = next(satu for satu in reversed(daftar) if satu.nomor)
    lembar = sum(satu.kunci.startswith(f"{pangkal.kunci}-") for satu in daftar) + 2
    return Bagian(f"{pangkal.kunci}-{lembar}", "", judul.teks, (rentang,), pangkal.induk)


def _make_bagian(judul: Judul, blok: tuple[Blok, ...], seksi: int, awal: int, akhir: int) -> Bagian:
    while akhir > awal and isinstance(blok[akhir - 1], GantiHalaman):
        akhir -= 1
    rentang = (Rentang(seksi, awal, akhir),)
    nomor = judul.nomor.rstrip(".")
    kunci = (nomor or judul.teks).lower().replace(" ", "-").replace(".", "-")
    if judul.tingkat == 1:
        return Bagian(kunci, f"Bab {nomor.removeprefix('BAB ')}" if nomor else "", judul.teks.title(), rentang)
    induk = LAMPIRAN if nomor.startswith("Lampiran") else "bab-iii"
    return Bagian(kunci, nomor, judul.teks.removeprefix(_AWALAN_SASARAN), rentang, induk)
