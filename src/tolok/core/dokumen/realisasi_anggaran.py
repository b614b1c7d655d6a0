"""
Realisasi Anggaran: every program and kegiatan on all editions of the pagu, quarter by quarter.

:source: domain handbook 9.7, 13.4, 13.5
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tolok.core.anggaran import EdisiPagu, TingkatAnggaran
from tolok.core.dokumen.sel import Sel
from tolok.core.dokumen.teks import Kalimat, Penanda
from tolok.core.organisasi import Instansi


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisRealisasi:
    """
    A node of the budget tree.

    One pagu and one serapan an edition, in the order of the editions; one realisasi a quarter, each from January on.
    ``nomor`` counts programs and is ``""`` below them.
    """

    nomor: str
    kode: str
    nama: str
    tingkat: TingkatAnggaran
    daftar_pagu: tuple[Sel, ...]
    daftar_realisasi: tuple[Sel, ...]
    daftar_serapan: tuple[Sel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EdisiRealisasi:
    """An edition of the pagu with its total."""

    edisi: EdisiPagu
    total: Sel


@dataclass(frozen=True, slots=True, kw_only=True)
class BagianAnggaran:
    """What part of the pagu of the report serves a sasaran, supports all, or serves none."""

    uraian: str
    pagu: Sel
    bagian: Sel
    realisasi: Sel
    serapan: Sel


@dataclass(frozen=True, slots=True, kw_only=True)
class RealisasiAnggaran:
    """The budget of one year; ``edisi_laporan`` is the edition the shares and the chart are of."""

    instansi: Instansi
    tahun: int
    daftar_edisi: tuple[EdisiRealisasi, ...]
    daftar_baris: tuple[BarisRealisasi, ...]
    total: BarisRealisasi
    edisi_laporan: EdisiPagu
    indeks_laporan: int
    daftar_bagian: tuple[BagianAnggaran, ...]
    kaki: tuple[Kalimat, ...]
    penanda: Penanda
    tanggal: date
