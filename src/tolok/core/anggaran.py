"""The budget: its tree, numbered editions of the pagu, cumulative realisasi, and the mapping to the plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tolok.core.periode import Periode


class TingkatAnggaran(StrEnum):
    """Levels of the budget tree, from the top down."""

    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    SUBKEGIATAN = "subkegiatan"


class SifatProgram(StrEnum):
    """A supporting program serves no sasaran by nature; any other program ought to serve one."""

    URUSAN = "urusan"
    PENUNJANG = "penunjang"


@dataclass(frozen=True, slots=True, kw_only=True)
class SimpulAnggaran:
    """A program, kegiatan or sub-kegiatan; ``induk`` is the ``kode`` above or ``""``; only leaves carry money."""

    kode: str
    induk: str = ""
    tingkat: TingkatAnggaran
    nama: str
    sifat: SifatProgram = SifatProgram.URUSAN
    indikator: str = ""
    penanggung_jawab: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EdisiPagu:
    """A numbered edition of the pagu with its document; ``cakupan`` names what the total covers."""

    id: str
    nomor: int
    nama: str
    jenis: str
    cakupan: str
    nomor_dokumen: str = ""
    tanggal: date | None = None
    dicatat_pada: date | None = None
    sumber: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pagu:
    """Pagu of a leaf in one edition, in sen."""

    edisi: str
    kode: str
    sen: int
    jenis_belanja: str = ""
    sumber_dana: str = "APBD"


@dataclass(frozen=True, slots=True, kw_only=True)
class Realisasi:
    """Realisasi of a leaf from January to the end of the quarter, in sen."""

    kode: str
    periode: Periode
    sen: int
    sumber: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EdisiPemetaan:
    """An edition of the mapping from the budget to the plan."""

    id: str
    nama: str
    dasar: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pemetaan:
    """Says that everything below ``kode`` serves ``simpul`` and, if known, ``indikator`` (either may be ``""``)."""

    edisi: str
    kode: str
    simpul: str = ""
    indikator: str = ""
