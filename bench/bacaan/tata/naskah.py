"""A document as it is printed, before a format: paragraphs, tables of boxes, page breaks; and the truth beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from bench.bacaan.tata.cetak import Mentah
from tolok.core.bacaan.dokumen import DokumenTerbaca


class Gaya(StrEnum):
    """What a paragraph is."""

    JUDUL = "judul"
    SUBJUDUL = "subjudul"
    ISI = "isi"
    KETERANGAN = "keterangan"
    TANDA_TANGAN = "tanda_tangan"


@dataclass(frozen=True, slots=True)
class Paragraf:
    """Lines of text; ``\\n`` breaks a line inside it."""

    teks: str
    gaya: Gaya = Gaya.ISI


@dataclass(frozen=True, slots=True)
class Kotak:
    """One printed cell; it covers ``baris`` rows and ``kolom`` columns. ``mentah``: the number of a spreadsheet."""

    teks: str
    baris: int = 1
    kolom: int = 1
    mentah: Mentah | None = None
    is_angka: bool = False


Deret = tuple[Kotak | None, ...]
"""A row: ``None`` where a box that begins elsewhere covers the place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TabelCetak:
    """A printed table; ``lebar`` are relative widths. ``is_ulang_kepala``: the head stands on every page."""

    kepala: tuple[Deret, ...]
    isi: tuple[Deret, ...]
    lebar: tuple[int, ...]
    nama: str = ""
    is_bergaris: bool = True
    is_ulang_kepala: bool = True


@dataclass(frozen=True, slots=True)
class GantiHalaman:
    """A page ends."""


Bagian = Paragraf | TabelCetak | GantiHalaman


@dataclass(frozen=True, slots=True, kw_only=True)
class Kebenaran:
    """
    What a reader must find. ``boleh`` are rows it may find besides: values that the interface has no one place for.
    """

    dokumen: tuple[DokumenTerbaca, ...]
    boleh: tuple[DokumenTerbaca, ...] = ()


@dataclass(slots=True, kw_only=True)
class NaskahCetak:
    """
    One file to write. ``potong``: a table goes on on a new page after so many rows (0: where the page ends).

    ``teks``: how text shows tables ("tab", "pipa", "html"). A spreadsheet has one sheet (``is_lembar_tunggal``) or one
    for each page, and numbers in its cells (``is_angka_lembar``) or text.
    """

    jenis: str
    daftar: list[Bagian] = field(default_factory=list)
    kebenaran: Kebenaran = field(default_factory=lambda: Kebenaran(dokumen=()))
    is_mendatar: bool = False
    potong: int = 0
    teks: str = "tab"
    is_lembar_tunggal: bool = True
    is_angka_lembar: bool = False


def split_tabel(tabel: TabelCetak, jumlah: int) -> Iterator[TabelCetak]:
    """
    Yield the parts of a table that breaks after every ``jumlah`` rows (0: never).

    A box that spans the break is empty in the next part, as word processors leave it.
    """
    if not jumlah or len(tabel.isi) <= jumlah:
        yield tabel
        return
    for awal in range(0, len(tabel.isi), jumlah):
        yield replace(
            tabel,
            kepala=tabel.kepala if not awal or tabel.is_ulang_kepala else (),
            isi=_potong(tabel.isi, awal, min(awal + jumlah, len(tabel.isi))),
        )


def _potong(isi: tuple[Deret, ...], awal: int, akhir: int) -> tuple[Deret, ...]:
    hasil = [list(deret) for deret in isi[awal:akhir]]
    for nomor, deret in enumerate(isi[:akhir]):
        for kolom, kotak in enumerate(deret):
            if kotak is None or kotak.baris == 1:
                continue
            if nomor >= awal:
                hasil[nomor - awal][kolom] = replace(kotak, baris=min(kotak.baris, akhir - nomor))
            elif nomor + kotak.baris > awal:
                hasil[0][kolom] = replace(kotak, teks="", mentah=None, baris=min(nomor + kotak.baris, akhir) - awal)
    return tuple(tuple(deret) for deret in hasil)
