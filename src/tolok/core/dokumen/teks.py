"""
Running text inside a document model: sentences whose numbers are cells, paragraphs, lists and signers.

A sentence is a tuple of ``Potongan``; a run that prints a quantity carries its ``Sel``, so that a number in a
sentence has the same identity as the one in a table.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tolok.core.dokumen.sel import Sel


@dataclass(frozen=True, slots=True)
class Potongan:
    """A run of text; where ``sel`` is set, ``teks`` is its printed text."""

    teks: str
    tebal: bool = False
    miring: bool = False
    sel: Sel | None = None


Kalimat = tuple[Potongan, ...]


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph."""

    isi: Kalimat


@dataclass(frozen=True, slots=True)
class Butir:
    """A list; ``jenis`` is ``angka``, ``huruf`` or ``bulatan``."""

    daftar: tuple[Kalimat, ...]
    jenis: Literal["angka", "huruf", "bulatan"] = "bulatan"


BlokTeks = Alinea | Butir


@dataclass(frozen=True, slots=True)
class Penanda:
    """Who signs: place, date as printed (``""``: left open), position with its ``Plt.``, name, rank, NIP."""

    tempat: str
    tanggal: str
    jabatan: str
    nama: str = ""
    pangkat: str = ""
    nip: str = ""


def make_kalimat(*bagian: str | Sel | Potongan) -> Kalimat:
    """Return a sentence from plain text and cells, in order; empty texts are left out."""
    return tuple(_potong(satu) for satu in bagian if satu != "")


def _potong(bagian: str | Sel | Potongan) -> Potongan:
    if isinstance(bagian, Potongan):
        return bagian
    if isinstance(bagian, Sel):
        return Potongan(bagian.tercetak, sel=bagian)
    return Potongan(bagian)


def to_teks(kalimat: Kalimat) -> str:
    """Return the plain text of a sentence."""
    return "".join(potongan.teks for potongan in kalimat)
