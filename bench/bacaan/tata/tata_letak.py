"""
A layout: which columns each table has, in which words, and how everything is printed. One TOML file each.

``latih`` may be looked at by whoever writes a recogniser; ``uji`` only scores. What a file leaves out comes from
``dasar.toml``.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

from bench.bacaan.tata.cetak import GayaAngka

FOLDER: Final = Path(__file__).parent
DAFTAR_KELOMPOK: Final = ("latih", "uji")


@dataclass(frozen=True, slots=True, kw_only=True)
class GayaTabel:
    """
    How tables are laid out.

    ``gabung``: what repeats down a column is merged ("gabung"), printed again ("ulang") or left empty ("kosong").
    ``nomor``: what the number column counts ("sasaran", "indikator", "baris"). ``baris_nomor``: the row of column
    numbers ("({})", "{}" or none). ``huruf_kepala``: "asli", "kapital" or "judul". ``bungkus``: a line inside a cell
    has at most so many letters (0: free). ``tumpuk``: the budget rows of an indicator stand in one cell, one a line.
    ``potong``: rows on a page. ``derau``: rows and lines that say nothing ("subjudul", "kosong", "total", "rata_rata",
    "catatan", "tanda_tangan", "narasi"). ``keterangan``: where the caption stands ("atas", "bawah", ""). ``teks``:
    "tab", "pipa" or "html". ``butir``: what separates entries of a list within a cell.
    """

    gabung: str = "gabung"
    nomor: str = "indikator"
    baris_nomor: str = ""
    huruf_kepala: str = "asli"
    kepala_gabung: bool = True
    bungkus: int = 0
    tumpuk: bool = False
    potong: int = 0
    ulang_kepala: bool = True
    garis: bool = True
    mendatar: bool = True
    derau: tuple[str, ...] = ()
    keterangan: str = "atas"
    teks: str = "tab"
    butir: str = "\n"
    lembar_tunggal: bool = True
    kapital_nama: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TataLetak:
    """One layout; ``kolom`` by table, ``kepala`` by column, ``judul`` by document."""

    id: str
    kelompok: str
    nama: str
    gaya: GayaTabel
    angka: GayaAngka
    kolom: dict[str, list[Any]] = field(hash=False)
    kepala: dict[str, str] = field(hash=False)
    judul: dict[str, list[str]] = field(hash=False)
    kata: dict[str, str] = field(hash=False)


@cache
def load_tata_letak() -> tuple[TataLetak, ...]:
    """
    Return all layouts, by group and file name.

    :raises TypeError: if a file has an unknown key
    """
    dasar = _muat(FOLDER / "dasar.toml")
    hasil = []
    for kelompok in DAFTAR_KELOMPOK:
        for alamat in sorted((FOLDER / kelompok).glob("*.toml")):
            isi = _muat(alamat)
            gaya = {**dasar["gaya"], **isi.pop("gaya", {})}
            gaya["derau"] = tuple(gaya["derau"])
            hasil.append(
                TataLetak(
                    id=alamat.stem,
                    kelompok=kelompok,
                    nama=isi.pop("nama"),
                    gaya=GayaTabel(**gaya),
                    angka=GayaAngka(**{**dasar["angka"], **isi.pop("angka", {})}),
                    **{
                        bagian: {**dasar[bagian], **isi.pop(bagian, {})}
                        for bagian in ("kolom", "kepala", "judul", "kata")
                    },
                )
            )
            if isi:
                raise TypeError(f"{alamat.name}: bagian tidak dikenal: {', '.join(isi)}")
    return tuple(hasil)


def _muat(alamat: Path) -> dict[str, Any]:
    with alamat.open("rb") as berkas:
        return tomllib.load(berkas)
