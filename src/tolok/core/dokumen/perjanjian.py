"""
The Perjanjian Kinerja of the head of an agency: a statement of two parties and an annex of two tables.

:source: domain handbook 3
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tolok.core.dokumen.sel import Sel
from tolok.core.dokumen.teks import Kalimat, Penanda
from tolok.core.organisasi import Instansi


@dataclass(frozen=True, slots=True, kw_only=True)
class IndikatorPerjanjian:
    """An indicator with its unit and its target of the year."""

    nama: str
    satuan: str
    target: Sel


@dataclass(frozen=True, slots=True, kw_only=True)
class SasaranPerjanjian:
    """A row group of the first table."""

    nomor: str
    uraian: str
    daftar_indikator: tuple[IndikatorPerjanjian, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramPerjanjian:
    """A row of the second table; ``sumber_dana`` is its Keterangan."""

    nomor: str
    nama: str
    anggaran: Sel
    sumber_dana: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PerjanjianKinerja:
    """
    One edition of the agreement.

    ``nomor`` and ``tanggal`` may be unknown (``""``, ``None``): the document is then ready to be signed and prints
    blanks to fill in. ``alasan`` says why it replaces an earlier one. ``terbilang`` is the total in words.
    """

    id: str
    instansi: Instansi
    tahun: int
    is_perubahan: bool
    nomor: str
    tanggal: date | None
    alasan: str
    pihak_pertama: Penanda
    pihak_kedua: Penanda
    daftar_sasaran: tuple[SasaranPerjanjian, ...]
    daftar_program: tuple[ProgramPerjanjian, ...]
    total: Sel
    terbilang: str
    keterangan: tuple[Kalimat, ...]
    tanggal_naskah: date
