"""
The quarterly Pengukuran Kinerja: indicators beside the programs and money that serve them.

:source: domain handbook 4.4
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tolok.core.anggaran import TingkatAnggaran
from tolok.core.dokumen.rumus_cetak import RumusCetak
from tolok.core.dokumen.sel import Sel
from tolok.core.dokumen.tabel import CatatanTabel
from tolok.core.dokumen.teks import Kalimat, Penanda
from tolok.core.organisasi import Instansi
from tolok.core.periode import Periode


@dataclass(frozen=True, slots=True, kw_only=True)
class UangPengukuran:
    """Pagu, realisasi to the end of the quarter, and what part of the pagu that is."""

    pagu: Sel
    realisasi: Sel
    serapan: Sel


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisAnggaranPengukuran:
    """
    A program, kegiatan or sub-kegiatan beside an indicator.

    ``uang`` is ``None`` for a node of which only a part serves this indicator: the part is printed below it.
    ``berbagi`` marks a node that serves several indicators and is printed beside each.
    """

    kode: str
    nama: str
    tingkat: TingkatAnggaran
    uang: UangPengukuran | None
    berbagi: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisIndikatorPengukuran:
    """
    An indicator with its result of the quarter and the budget that serves it alone.

    ``is_bagian`` marks a part of the composite indicator above, which has no budget of its own.
    """

    nama: str
    satuan: str
    rumus: RumusCetak
    target: Sel
    realisasi: Sel
    capaian: Sel
    daftar_anggaran: tuple[BarisAnggaranPengukuran, ...]
    is_bagian: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SasaranPengukuran:
    """A sasaran; ``daftar_anggaran`` serves all its indicators together; ``uang`` is the sum of all its budget."""

    nomor: str
    tujuan: str
    uraian: str
    daftar_indikator: tuple[BarisIndikatorPengukuran, ...]
    daftar_anggaran: tuple[BarisAnggaranPengukuran, ...]
    uang: UangPengukuran


@dataclass(frozen=True, slots=True, kw_only=True)
class PengukuranTriwulan:
    """The form of one quarter; ``uang`` is the total of all programs, ``rata_rata`` the mean capaian of n of m."""

    periode: Periode
    daftar_sasaran: tuple[SasaranPengukuran, ...]
    daftar_penunjang: tuple[BarisAnggaranPengukuran, ...]
    daftar_tanpa_sasaran: tuple[BarisAnggaranPengukuran, ...]
    uang: UangPengukuran
    rata_rata: Sel
    terukur: int
    jumlah: int
    catatan: tuple[CatatanTabel, ...]
    kaki: tuple[Kalimat, ...]
    penanda: Penanda
    tanggal: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PengukuranKinerja:
    """The forms of one year, one or more quarters."""

    instansi: Instansi
    tahun: int
    daftar_triwulan: tuple[PengukuranTriwulan, ...]
