"""The conventions of a year in words: what each choice means, and which other choices there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final
from urllib.parse import urlencode

from tolok.core.angka import Angka
from tolok.core.cetak_angka import format_angka
from tolok.core.efisiensi import NAMA_EFISIENSI
from tolok.core.kebijakan import (
    DalamRentang,
    DasarHitung,
    Kebijakan,
    KebijakanNol,
    KebijakanTidakLapor,
    LuarRentang,
    RataRata,
    RumusEfisiensi,
    RumusTurun,
)
from tolok.core.penyusun.lkjip.metode import BACAAN_EFISIENSI
from tolok.core.skala import Skala

Kata = tuple[str, str]
"""A choice: its name, and what it means."""

_NOL: Final[dict[StrEnum, Kata]] = {
    KebijakanNol.SERATUS: ("Capaian 100%", "Keadaan itu dianggap memenuhi target."),
    KebijakanNol.NOL: ("Capaian 0%", "Keadaan itu dianggap gagal memenuhi target."),
    KebijakanNol.BATAS: ("Sebesar batas capaian", "Keadaan itu diberi capaian sebesar batas yang dinyatakan."),
    KebijakanNol.TANPA_CAPAIAN: ("Tanpa capaian", "Capaian tidak dihitung dan alasannya dicetak."),
}


@dataclass(frozen=True, slots=True)
class Pokok:
    """One convention: its field, what it is called, what it decides, and the choices in words."""

    kunci: str
    nama: str
    penjelasan: str
    pilihan: Mapping[StrEnum, Kata]


DAFTAR_POKOK: Final = (
    Pokok(
        "rumus_turun",
        "Capaian indikator yang makin kecil makin baik",
        "Rumus bila realisasi yang lebih kecil daripada target berarti lebih baik.",
        {
            RumusTurun.SELISIH: (
                "(2 × target − realisasi) ÷ target",
                "Realisasi separuh target menjadi 150%, dua kali target menjadi 0%.",
            ),
            RumusTurun.NISBAH: (
                "target ÷ realisasi",
                "Realisasi separuh target menjadi 200%, dua kali target menjadi 50%.",
            ),
        },
    ),
    Pokok(
        "dasar_hitung",
        "Dasar hitung",
        "Angka yang dipakai menghitung capaian.",
        {
            DasarHitung.PENUH: ("Angka penuh", "Capaian dihitung dari realisasi yang belum dibulatkan."),
            DasarHitung.TERCETAK: (
                "Angka tercetak",
                "Capaian dihitung dari realisasi sesudah dibulatkan seperti dicetak.",
            ),
        },
    ),
    Pokok(
        "rata_rata",
        "Rata-rata perangkat daerah",
        "Apa yang dirata-ratakan.",
        {
            RataRata.INDIKATOR: ("Atas indikator", "Setiap indikator berbobot sama, dari sasaran mana pun."),
            RataRata.SASARAN: ("Atas sasaran", "Setiap sasaran berbobot sama, berapa pun indikatornya."),
        },
    ),
    Pokok(
        "efisiensi",
        "Rumus efisiensi",
        "Capaian (C) dibandingkan dengan serapan anggaran (S). Tidak ada yang diwajibkan bagi daerah.",
        {rumus: (f"{rumus.value}: {NAMA_EFISIENSI[rumus]}", BACAAN_EFISIENSI[rumus]) for rumus in RumusEfisiensi},
    ),
    Pokok(
        "turun_target_nol",
        "Target 0, makin kecil makin baik",
        "Capaian bila targetnya 0 tetapi realisasinya tidak.",
        _NOL,
    ),
    Pokok(
        "turun_realisasi_nol",
        "Realisasi 0, makin kecil makin baik",
        "Capaian bila realisasinya 0 dan targetnya tidak. Pada rumus selisih, “sebesar batas” berarti menurut rumus.",
        _NOL,
    ),
    Pokok(
        "naik_target_nol",
        "Target 0, makin besar makin baik",
        "Capaian bila targetnya 0; pembagian dengan 0 tidak terdefinisi.",
        _NOL,
    ),
    Pokok(
        "tidak_lapor",
        "Indikator yang tidak dilaporkan",
        "Perlakuan rata-rata terhadap indikator yang tidak dilaporkan sesudah tenggat.",
        {
            KebijakanTidakLapor.NOL: ("Dihitung 0%", "Indikator itu ikut rata-rata dengan capaian 0%."),
            KebijakanTidakLapor.TAHAN: ("Rata-rata ditahan", "Rata-rata yang memuatnya tidak dicetak."),
            KebijakanTidakLapor.KELUAR: ("Dikeluarkan", "Indikator itu tidak ikut rata-rata."),
        },
    ),
    Pokok(
        "dalam_rentang",
        "Di dalam rentang target",
        "Capaian bila target berupa rentang dan realisasi berada di dalamnya.",
        {
            DalamRentang.SERATUS: ("100%", "Di mana pun dalam rentang, capaiannya 100%."),
            DalamRentang.BATAS_ATAS: ("realisasi ÷ batas atas", "Hanya batas atas rentang yang memberi 100%."),
        },
    ),
    Pokok(
        "luar_rentang",
        "Di atas rentang target",
        "Capaian bila realisasi melampaui rentang yang tidak menyebut sisi yang lebih baik.",
        {
            LuarRentang.BATAS_ATAS: ("realisasi ÷ batas atas", "Makin jauh di atas rentang, makin besar capaiannya."),
            LuarRentang.MENJAUH: (
                "(2 × batas atas − realisasi) ÷ batas atas",
                "Makin jauh di atas rentang, makin kecil capaiannya.",
            ),
        },
    ),
)

NAMA_LAIN: Final = {
    "batas": "Batas capaian",
    "bagian_minimum": "Bagian terukur minimum",
    "skala": "Skala predikat",
    "dasar": "Dasar kebijakan",
}
"""The conventions that are not a choice among words."""


@dataclass(frozen=True, slots=True)
class PilihanLain:
    """Another choice; ``kueri`` asks for its effect."""

    kata: str
    kueri: str


@dataclass(frozen=True, slots=True)
class ButirKebijakan:
    """A convention as it is declared, and what else could have been."""

    nama: str
    kata: str
    arti: str
    daftar_lain: tuple[PilihanLain, ...]


def list_butir(kebijakan: Kebijakan, daftar_skala: Sequence[Skala]) -> tuple[ButirKebijakan, ...]:
    """Return every convention of a year in words."""
    per_pokok = (_butir(kebijakan, pokok) for pokok in DAFTAR_POKOK)
    return (
        _batas(kebijakan),
        *per_pokok,
        ButirKebijakan(
            NAMA_LAIN["bagian_minimum"],
            cetak(kebijakan, "bagian_minimum", daftar_skala),
            "Predikat rata-rata hanya diberikan bila sekurang-kurangnya sebanyak ini indikator terukur.",
            (),
        ),
        ButirKebijakan(
            NAMA_LAIN["skala"],
            cetak(kebijakan, "skala", daftar_skala),
            "Kelas yang dipakai memberi predikat pada capaian.",
            tuple(
                PilihanLain(skala.nama, urlencode({"skala": skala.id}))
                for skala in daftar_skala
                if skala.id != kebijakan.skala and skala.jenis != "kategori"
            ),
        ),
    )


def cetak(kebijakan: Kebijakan, kunci: str, daftar_skala: Sequence[Skala]) -> str:
    """Return one convention as a page prints it."""
    nilai: Any = getattr(kebijakan, kunci)
    for pokok in DAFTAR_POKOK:
        if pokok.kunci == kunci:
            return pokok.pilihan[nilai][0]
    if kunci == "skala":
        return next((skala.nama for skala in daftar_skala if skala.id == nilai), nilai or "Tanpa skala")
    if isinstance(nilai, Angka):
        return f"{format_angka(nilai)}%"
    return nilai or ("Tanpa batas" if kunci == "batas" else "(kosong)")


def nama_pokok(kunci: str) -> str:
    """Return what a convention is called."""
    return next((pokok.nama for pokok in DAFTAR_POKOK if pokok.kunci == kunci), NAMA_LAIN.get(kunci, kunci))


def _butir(kebijakan: Kebijakan, pokok: Pokok) -> ButirKebijakan:
    kini: StrEnum = getattr(kebijakan, pokok.kunci)
    kata, arti = pokok.pilihan[kini]
    lain = (
        PilihanLain(isi[0], urlencode({pokok.kunci: nilai.value}))
        for nilai, isi in pokok.pilihan.items()
        if nilai is not kini
    )
    return ButirKebijakan(pokok.nama, kata, f"{pokok.penjelasan} {arti}", tuple(lain))


def _batas(kebijakan: Kebijakan) -> ButirKebijakan:
    pilihan = {"100": "100%", "120": "120%", "": "Tanpa batas"}
    kini = "" if kebijakan.batas is None else format_angka(kebijakan.batas)
    return ButirKebijakan(
        NAMA_LAIN["batas"],
        pilihan.get(kini, f"{kini}%"),
        "Capaian yang lebih tinggi dihitung sebesar batas dalam rata-rata dan predikat; angka aslinya tetap dicetak.",
        tuple(PilihanLain(kata, urlencode({"batas": nilai})) for nilai, kata in pilihan.items() if nilai != kini),
    )
