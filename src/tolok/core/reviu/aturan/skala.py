"""Scales of capaian: classes with gaps, shared bounds, or missing levels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from tolok.core.angka import Angka
from tolok.core.bacaan.dokumen import TabelTerbaca
from tolok.core.cetak_angka import format_angka
from tolok.core.dokumen.sel import Letak
from tolok.core.reviu.aturan_reviu import Aturan, Bahan
from tolok.core.reviu.temuan import Keyakinan, LetakTemuan, Temuan, TingkatTemuan

CELAH: Final = Aturan(
    "skala.celah",
    "Kelas pada skala tidak bersambung: ada nilai tanpa kelas",
    TingkatTemuan.GALAT,
    "Permendagri 86/2017; skala ordinal capaian dalam LKjIP",
)
TUMPANG: Final = Aturan(
    "skala.tumpang",
    "Dua kelas pada skala memuat nilai yang sama",
    TingkatTemuan.PERINGATAN,
    "Permendagri 86/2017; skala ordinal capaian dalam LKjIP",
)
TINGKATAN: Final = Aturan(
    "skala.tingkatan",
    "Daftar tingkat berurut tidak memuat salah satu tingkatnya",
    TingkatTemuan.PERINGATAN,
    "Juknis penilaian Kabupaten/Kota Layak Anak; Anugerah Parahita Ekapraya",
)
_ANGKA: Final = r"(\d{1,3}(?:[.,]\d+)?)\s*%?"
_RENTANG: Final = re.compile(
    rf"{_ANGKA}\s*(?:[-\u2013\u2014]|s\.?\s?/?\s?d\.?|sampai(?: dengan)?|hingga|[<≤]\s*x?\s*[<≤])\s*{_ANGKA}",
    re.IGNORECASE,
)
_DI_ATAS: Final = re.compile(
    rf"^(?:(?P<sama>≥|>=|minimal|paling rendah|sekurang-kurangnya)|>|lebih dari|di ?atas|diatas)\s*{_ANGKA}",
    re.IGNORECASE,
)
_DI_BAWAH: Final = re.compile(
    rf"^(?:(?P<sama>≤|<=|maksimal|paling tinggi|sampai dengan)|<|kurang dari|di ?bawah|dibawah)\s*{_ANGKA}",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(
    r"\b(sangat|baik|tinggi|sedang|cukup|rendah|kurang|memuaskan|berhasil|tercapai|melampaui|efektif|efisien)\b",
    re.IGNORECASE,
)
_KELAS_MINIMUM: Final = 3
_RESMI: Final[tuple[tuple[str, re.Pattern[str], tuple[str, ...]], ...]] = (
    (
        "Kabupaten/Kota Layak Anak",
        re.compile(r"layak anak", re.IGNORECASE),
        ("Pratama", "Madya", "Nindya", "Utama"),
    ),
)
_EJAAN: Final = {"nindia": "nindya"}


class _Kelas(NamedTuple):
    """One class as printed; ``None`` is open. ``ketat_*``: the bound itself is outside."""

    tercetak: str
    letak: Letak
    bawah: Angka | None
    atas: Angka | None
    ketat_bawah: bool = False
    ketat_atas: bool = False


def periksa_celah(bahan: Bahan) -> Iterator[Temuan]:
    """Yield what lies between two classes and is wider than their last printed digit."""
    for daftar in _list_skala(bahan):
        for bawah, atas in pairwise(daftar):
            assert bawah.atas is not None
            assert atas.bawah is not None
            jarak = atas.bawah - bawah.atas
            is_titik = jarak == 0 and bawah.ketat_atas and atas.ketat_bawah
            if jarak > _satu_digit(bawah, atas) or is_titik:
                sela = (
                    f"tepat {format_angka(bawah.atas)}"
                    if is_titik
                    else f"di antara {format_angka(bawah.atas)} dan {format_angka(atas.bawah)}"
                )
                yield CELAH.make_temuan(
                    keyakinan=Keyakinan.PASTI,
                    letak=bahan.di(bawah.letak),
                    letak_lain=(bahan.di(atas.letak),),
                    tercetak=f"{bawah.tercetak}; {atas.tercetak}",
                    pesan=f"Nilai {sela} tidak termasuk kelas mana pun pada skala ini.",
                )


def periksa_tumpang(bahan: Bahan) -> Iterator[Temuan]:
    """Yield once per scale the bounds that two classes share, and classes that overlap further."""
    for daftar in _list_skala(bahan):
        bersama = [
            (bawah, atas)
            for bawah, atas in pairwise(daftar)
            if bawah.atas is not None
            and atas.bawah is not None
            and (
                atas.bawah < bawah.atas or (atas.bawah == bawah.atas and not bawah.ketat_atas and not atas.ketat_bawah)
            )
        ]
        if bersama:
            sebut = ", ".join(format_angka(atas.bawah) for _, atas in bersama if atas.bawah is not None)
            yield TUMPANG.make_temuan(
                keyakinan=Keyakinan.PASTI,
                letak=bahan.di(bersama[0][0].letak),
                letak_lain=tuple(bahan.di(atas.letak) for _, atas in bersama),
                tercetak=f"{bersama[0][0].tercetak}; {bersama[0][1].tercetak}",
                pesan=f"Batas {sebut} termasuk dua kelas sekaligus; nyatakan kelas mana yang memuatnya.",
            )


def periksa_tingkatan(daftar_bahan: tuple[Bahan, ...]) -> Iterator[Temuan]:
    """Yield lists of a known order that skip a level between two they name, once per file, order and missing levels."""
    for nama, pola, urutan in _RESMI:
        kelompok: dict[tuple[str, tuple[str, ...]], list[tuple[LetakTemuan, str]]] = {}
        for bahan in daftar_bahan:
            for teks, letak in _list_teks(bahan):
                if pola.search(teks) and (hilang := _list_hilang(teks, urutan)):
                    kelompok.setdefault((bahan.berkas, hilang), []).append((bahan.di(letak), teks))
        for (_, hilang), daftar in kelompok.items():
            tempat = tuple(dict.fromkeys(letak for letak, _ in daftar))
            yield TINGKATAN.make_temuan(
                keyakinan=Keyakinan.MUNGKIN,
                letak=tempat[0],
                letak_lain=tempat[1:],
                tercetak=" ".join(daftar[0][1].split())[:200],
                pesan=f"Urutan kategori {nama} tidak memuat {' dan '.join(hilang)}; urutannya {', '.join(urutan)}.",
            )


def _list_hilang(teks: str, urutan: tuple[str, ...]) -> tuple[str, ...]:
    """Return the levels a text that names most of an order leaves out."""
    kata = [_EJAAN.get(k, k) for k in re.findall(r"[a-z]+", teks.casefold())]
    hilang = tuple(tingkat for tingkat in urutan if tingkat.casefold() not in kata)
    return hilang if len(urutan) - len(hilang) >= _KELAS_MINIMUM else ()


def _list_teks(bahan: Bahan) -> Iterator[tuple[str, Letak]]:
    for tabel in bahan.dokumen.tabel:
        for isi, letak in zip(tabel.isi, tabel.letak_isi, strict=True):
            yield from zip(isi, letak, strict=True)
    for indikator in bahan.dokumen.indikator:
        yield indikator.rumus, indikator.letak


def _list_skala(bahan: Bahan) -> Iterator[list[_Kelas]]:
    for tabel in bahan.dokumen.tabel:
        if not tabel.jenis and (daftar := _baca_skala(tabel)):
            yield daftar


def _baca_skala(tabel: TabelTerbaca) -> list[_Kelas]:
    """Return the classes from low to high if the table is a scale: one column of bounds, another of labels."""
    for kolom in range(len(tabel.kepala)):
        daftar = [
            kelas
            for isi, letak in zip(tabel.isi, tabel.letak_isi, strict=True)
            if (kelas := _baca_kelas(isi[kolom], letak[kolom])) and any(_LABEL.search(sel) for sel in isi)
        ]
        terisi = sum(1 for isi in tabel.isi if isi[kolom].strip())
        if len(daftar) >= _KELAS_MINIMUM and len(daftar) == terisi:
            return _urutkan(daftar)
    return []


def _urutkan(daftar: list[_Kelas]) -> list[_Kelas]:
    """Return the classes from low to high; nothing if their bounds cannot be put in order."""
    terbuka_bawah = [kelas for kelas in daftar if kelas.bawah is None]
    terbuka_atas = [kelas for kelas in daftar if kelas.atas is None]
    if len(terbuka_bawah) > 1 or len(terbuka_atas) > 1:
        return []
    tengah = [kelas for kelas in daftar if kelas.bawah is not None and kelas.atas is not None]
    tengah.sort(key=lambda kelas: (kelas.bawah, kelas.atas))
    return [*terbuka_bawah, *tengah, *terbuka_atas]


def _baca_kelas(teks: str, letak: Letak) -> _Kelas | None:
    rapi = " ".join(teks.split())
    if cocok := _RENTANG.search(rapi):
        bawah, atas = _angka(cocok[1]), _angka(cocok[2])
        if bawah > atas:
            bawah, atas = atas, bawah
        tengah = cocok[0][len(cocok[1]) : len(cocok[0]) - len(cocok[2])]
        return _Kelas(
            rapi, letak, bawah, atas, ketat_bawah=tengah.strip(" %").startswith("<"), ketat_atas="<" in tengah[-3:]
        )
    if cocok := _DI_ATAS.match(rapi):
        return _Kelas(rapi, letak, _angka(cocok[2]), None, ketat_bawah=cocok["sama"] is None)
    if cocok := _DI_BAWAH.match(rapi):
        return _Kelas(rapi, letak, None, _angka(cocok[2]), ketat_atas=cocok["sama"] is None)
    return None


def _angka(teks: str) -> Angka:
    return Angka.from_desimal(teks.replace(",", "."))


def _satu_digit(satu: _Kelas, dua: _Kelas) -> Angka:
    """Return the step of the last printed digit of the two bounds: 90 next to 91 leaves nothing that is printed so."""
    digit = max((len(d) for d in re.findall(r"[.,](\d+)", f"{satu.tercetak} {dua.tercetak}")), default=0)
    return Angka(1) / Angka(10) ** digit
