"""What people write into the documents: agreements, signers, narratives, analyses, awards, issues, legal basis."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tolok.core.periode import Periode


@dataclass(frozen=True, slots=True, kw_only=True)
class Perjanjian:
    """An edition of the Perjanjian Kinerja; number and date may be unknown. ``alasan`` is 1, 2 or 3 of handbook 3.5."""

    id: str
    jenis: str
    nomor: str = ""
    tanggal: date | None = None
    tempat: str = ""
    pihak_pertama: str
    pihak_kedua: str
    edisi_pagu: str
    alasan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Penandatangan:
    """Who signs a document, by position, with place and date; ``dokumen`` is ``lkjip``, ``pengukuran-tw1`` …"""

    dokumen: str
    jabatan: str
    tempat: str
    tanggal: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Analisis:
    """Causes and answers for one indicator in one period (tables H, and the footer of quarterly forms)."""

    indikator: str
    periode: Periode
    penyebab: str = ""
    solusi: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Narasi:
    """A text of the officers with tokens such as ``{capaian:pmks}``; ``kunci`` says where it stands."""

    kunci: str
    teks: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Penghargaan:
    """An award of the year."""

    nama: str
    tingkat: str
    tahun: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Isu:
    """A strategic issue or main problem of the agency."""

    uraian: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DasarHukum:
    """A regulation the report rests on, with its title."""

    nama: str
    tentang: str
