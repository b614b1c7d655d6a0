"""
The matrix of the Renstra: tujuan and sasaran with formula, start, yearly targets and the way to reach them.

:source: domain handbook 6.3; the form agencies annex to their reports
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tolok.core.anggaran import TingkatAnggaran
from tolok.core.dokumen.rumus_cetak import RumusCetak
from tolok.core.dokumen.sel import Sel
from tolok.core.dokumen.teks import Kalimat, Penanda
from tolok.core.organisasi import Instansi


@dataclass(frozen=True, slots=True, kw_only=True)
class IndikatorRenstra:
    """An indicator with its formula, the value before the plan began and one target a year."""

    nama: str
    satuan: str
    rumus: RumusCetak
    kondisi_awal: Sel
    daftar_target: tuple[Sel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramRenstra:
    """A program or kegiatan that serves a sasaran."""

    nama: str
    tingkat: TingkatAnggaran


@dataclass(frozen=True, slots=True, kw_only=True)
class SasaranRenstra:
    """A sasaran with its indicators and the way to reach it."""

    nomor: str
    uraian: str
    daftar_indikator: tuple[IndikatorRenstra, ...]
    strategi: tuple[str, ...]
    kebijakan: tuple[str, ...]
    daftar_program: tuple[ProgramRenstra, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TujuanRenstra:
    """A tujuan with its own indicators and its sasaran."""

    uraian: str
    daftar_indikator: tuple[IndikatorRenstra, ...]
    daftar_sasaran: tuple[SasaranRenstra, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatriksRenstra:
    """The matrix of one plan edition; ``daftar_tahun`` are its years, ``tahun_awal`` the year before the first."""

    instansi: Instansi
    nama: str
    dasar: str
    tahun_awal: int
    daftar_tahun: tuple[int, ...]
    daftar_tujuan: tuple[TujuanRenstra, ...]
    kaki: tuple[Kalimat, ...]
    penanda: Penanda
    tanggal: date
