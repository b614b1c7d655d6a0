"""
What a published document says: indicators, budget rows and individual indicators with every value where it is printed.

The same shape for every kind of document, so that review rules and imports need not know how it was laid out. The
machine-readable form of it is ``sebagai_data``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tolok.core.angka import Angka
from tolok.core.bacaan.blok import TANPA_LETAK, Blok
from tolok.core.dokumen.sel import Letak


class JenisDokumen(StrEnum):
    """What a document is; the words of the command interface."""

    IKU = "iku"
    KETERKAITAN = "keterkaitan"
    SK_IKI = "sk_iki"
    RENSTRA = "renstra"
    PERJANJIAN = "perjanjian"
    PENGUKURAN = "pengukuran"
    LKJIP = "lkjip"
    REALISASI_ANGGARAN = "realisasi_anggaran"
    EVALUASI_RENJA = "evaluasi_renja"
    RENCANA_AKSI = "rencana_aksi"
    LAIN = "lain"


class Besaran(StrEnum):
    """What a value of an indicator or of a budget row is; the words of the command interface."""

    TARGET = "target"
    REALISASI = "realisasi"
    CAPAIAN = "capaian"
    RASIO = "rasio"
    KONDISI_AWAL = "kondisi_awal"
    TARGET_AKHIR = "target_akhir"
    TINGKAT_KEMAJUAN = "tingkat_kemajuan"
    EFISIENSI = "efisiensi"
    PERTUMBUHAN = "pertumbuhan"
    PAGU = "pagu"
    PERSEN = "persen"


class Tingkat(StrEnum):
    """Level of a budget row."""

    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    SUBKEGIATAN = "subkegiatan"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class NilaiTerbaca:
    """
    One printed value. ``angka`` is in the unit of the head (percent in points, rupiah in rupiah); ``None`` without one.

    ``atas``: the upper bound where a range is printed ("85.6-87.5"; ``angka`` is the lower one). ``kategori``: a label
    of an ordered scale ("Madya"). ``satuan``: the unit that is printed in the cell or its head. ``catatan``: how it was
    read if not literally ("pecahan": a fraction under a % head; "juta": a head in million rupiah; "ocr": digits that
    a person must confirm; "ragu": more than one reading, ``angka`` is then ``None``).
    """

    besaran: Besaran
    tercetak: str
    angka: Angka | None = None
    atas: Angka | None = None
    kategori: str | None = None
    satuan: str = ""
    tahun: int | None = None
    triwulan: int | None = None
    bulan: int | None = None
    """Month (1 to 12) of a column of a Rencana Aksi."""
    catatan: tuple[str, ...] = ()
    letak: Letak = TANPA_LETAK
    tabel: int | None = None
    """Number of the ``TabelTerbaca`` it comes from."""


@dataclass(frozen=True, slots=True)
class IndikatorTerbaca:
    """
    One row about an indicator, in one table. The same indicator in another table is another row.

    ``tingkat`` says whose indicator it is, as far as the table says ("tujuan", "sasaran", "program", "kegiatan",
    "subkegiatan", "individu", "").
    """

    nama: str
    sasaran: str = ""
    tujuan: str = ""
    satuan: str = ""
    rumus: str = ""
    tingkat: str = ""
    program: str = ""
    sumber_data: tuple[str, ...] = ()
    penanggung_jawab: tuple[str, ...] = ()
    nilai: tuple[NilaiTerbaca, ...] = ()
    letak: Letak = TANPA_LETAK
    tabel: int | None = None


@dataclass(frozen=True, slots=True)
class AnggaranTerbaca:
    """One budget row, in one table. ``induk``: index, among the rows of the same table, of the row it belongs under."""

    nama: str
    tingkat: Tingkat
    kode: str = ""
    induk: int | None = None
    nilai: tuple[NilaiTerbaca, ...] = ()
    sumber_dana: str = ""
    letak: Letak = TANPA_LETAK
    tabel: int | None = None


@dataclass(frozen=True, slots=True)
class BarisIki:
    """One row of a sheet of individual indicators, as printed."""

    sasaran: str
    indikator: str
    rumus: str = ""
    sumber_data: str = ""
    satuan: str | None = None
    target: str | None = None
    letak: Letak = TANPA_LETAK


@dataclass(frozen=True, slots=True)
class IkiTerbaca:
    """The sheet of one position. ``uraian``: its "uraian tugas" or "butir kegiatan", the highest level of the list."""

    jabatan: str
    tugas: tuple[str, ...] = ()
    fungsi: tuple[str, ...] = ()
    baris: tuple[BarisIki, ...] = ()
    letak: Letak = TANPA_LETAK
    uraian: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TabelTerbaca:
    """
    One logical table: parts on several pages joined, head rows resolved, merged cells repeated down.

    ``kepala[k]`` is the head of column ``k``, its levels joined with " / "; ``arti[k]`` what a recogniser took it to
    mean ("" if it did not). ``isi`` are the printed rows below the head, each as wide as ``kepala``, with the place of
    each cell in ``letak_isi``. ``nomor`` is the printed table number ("3.1.1.A"), ``judul`` its caption.
    """

    indeks: int
    nomor: str
    judul: str
    kepala: tuple[str, ...]
    isi: tuple[tuple[str, ...], ...]
    letak: Letak
    letak_isi: tuple[tuple[Letak, ...], ...]
    arti: tuple[str, ...] = ()
    jenis: str = ""
    """What the table is ("A" … "I" of an LKjIP, "iku", "pengukuran", "renstra", …); "" if not recognised."""
    tahun: int | None = None
    triwulan: int | None = None
    sasaran: str = ""
    """The sasaran whose section the table stands in, as far as the text says."""


@dataclass(frozen=True, slots=True)
class DokumenTerbaca:
    """One document of a file: an annex that is itself a document is its own."""

    jenis: JenisDokumen
    judul: str = ""
    perangkat_daerah: str = ""
    tahun: int | None = None
    tahun_akhir: int | None = None
    """Last year of a document over several years (Renstra, IKU 2025-2026)."""
    triwulan: int | None = None
    indikator: tuple[IndikatorTerbaca, ...] = ()
    anggaran: tuple[AnggaranTerbaca, ...] = ()
    iki: tuple[IkiTerbaca, ...] = ()
    tabel: tuple[TabelTerbaca, ...] = ()
    """Every table of the document, recognised or not, in reading order; ``tabel[i].indeks == i``."""
    blok: tuple[Blok, ...] = ()
    """The blocks the document was read from, in reading order."""

    @property
    def tabel_tak_dikenal(self) -> tuple[TabelTerbaca, ...]:
        """The tables no recogniser knew."""
        return tuple(tabel for tabel in self.tabel if not tabel.jenis)


@dataclass(frozen=True, slots=True)
class BerkasTerbaca:
    """One file and the documents in it. ``catatan``: Indonesian sentences about what could not be read."""

    berkas: str
    sidik: str
    dokumen: tuple[DokumenTerbaca, ...]
    catatan: tuple[str, ...] = ()
