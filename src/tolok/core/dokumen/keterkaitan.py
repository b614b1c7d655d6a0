"""
The cascade table: from the goals of the region over sasaran and indicators to programs, kegiatan and money.

:source: domain handbook 6.3; the 12-column form of agencies
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tolok.core.anggaran import TingkatAnggaran
from tolok.core.dokumen.sel import Sel
from tolok.core.dokumen.tabel import CatatanTabel
from tolok.core.dokumen.teks import Kalimat, Penanda
from tolok.core.organisasi import Instansi


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisKegiatan:
    """A kegiatan or sub-kegiatan with its indicator; only leaves and whole nodes have an amount."""

    nama: str
    indikator: str
    tingkat: TingkatAnggaran
    anggaran: Sel | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramKeterkaitan:
    """A program with its indicator and what is below it; ``jumlah`` is ``None`` if only a part serves the row."""

    nama: str
    indikator: str
    daftar_kegiatan: tuple[BarisKegiatan, ...]
    jumlah: Sel | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndikatorKeterkaitan:
    """An indicator with its target of the year, the realisasi of the year before and the programs that serve it."""

    nama: str
    target: Sel
    realisasi_lalu: Sel
    daftar_program: tuple[ProgramKeterkaitan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SasaranKeterkaitan:
    """A sasaran with its goal and key indicator of the region; ``daftar_program`` serve all its indicators."""

    nomor: str
    tujuan: str
    iku_kota: str
    uraian: str
    daftar_indikator: tuple[IndikatorKeterkaitan, ...]
    daftar_program: tuple[ProgramKeterkaitan, ...]
    jumlah: Sel


@dataclass(frozen=True, slots=True, kw_only=True)
class KeterkaitanIku:
    """The cascade of one year on one edition of the pagu."""

    instansi: Instansi
    tahun: int
    daftar_sasaran: tuple[SasaranKeterkaitan, ...]
    daftar_penunjang: tuple[ProgramKeterkaitan, ...]
    daftar_tanpa_sasaran: tuple[ProgramKeterkaitan, ...]
    total: Sel
    catatan: tuple[CatatanTabel, ...]
    kaki: tuple[Kalimat, ...]
    penanda: Penanda
    tanggal: date
