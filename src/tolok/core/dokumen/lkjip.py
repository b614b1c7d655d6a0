"""
The Laporan Kinerja Instansi Pemerintah as typed cells and text, from cover to annexes.

:source: PermenPANRB 53/2014 annex II; domain handbook 2.6, 4
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tolok.core.anggaran import TingkatAnggaran
from tolok.core.dokumen.pengukuran import PengukuranKinerja
from tolok.core.dokumen.perjanjian import PerjanjianKinerja
from tolok.core.dokumen.renstra import MatriksRenstra
from tolok.core.dokumen.rumus_cetak import RumusCetak
from tolok.core.dokumen.sel import Sel
from tolok.core.dokumen.tabel import TabelIsi
from tolok.core.dokumen.teks import BlokTeks, Kalimat, Penanda
from tolok.core.dokumen.temuan_narasi import TemuanNarasi
from tolok.core.naskah import DasarHukum, Penghargaan
from tolok.core.organisasi import Instansi, Jabatan, Unit
from tolok.core.rumus.nodes import Simpul


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisPegawai:
    """A line of the staffing table."""

    nama: str
    jumlah: Sel


@dataclass(frozen=True, slots=True, kw_only=True)
class Pendahuluan:
    """Bab I."""

    gambaran: tuple[BlokTeks, ...]
    sejarah: tuple[BlokTeks, ...]
    tugas: tuple[BlokTeks, ...]
    daftar_unit: tuple[Unit, ...]
    daftar_jabatan: tuple[Jabatan, ...]
    sumber_daya: tuple[BlokTeks, ...]
    pegawai: TabelIsi[BarisPegawai]
    daftar_dasar_hukum: tuple[DasarHukum, ...]
    isu: tuple[BlokTeks, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisRencana:
    """An indicator of the plan with its targets, one cell a year of the plan; ``simpul`` is its tujuan or sasaran."""

    simpul: str
    nama: str
    satuan: str
    daftar_target: tuple[Sel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SasaranRencana:
    """A sasaran with the way to it."""

    uraian: str
    strategi: tuple[str, ...]
    kebijakan: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TujuanRencana:
    """A tujuan with its sasaran (``uraian`` is ``""`` for sasaran without one)."""

    uraian: str
    daftar_sasaran: tuple[SasaranRencana, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rencana:
    """An edition of a plan that covers the year: its tree and the targets of its years."""

    nama: str
    dasar: str
    daftar_tujuan: tuple[TujuanRencana, ...]
    daftar_tahun: tuple[int, ...]
    target: TabelIsi[BarisRencana]


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisAnggaran:
    """A program, kegiatan or sub-kegiatan with its money; ``nomor`` only for a program."""

    nomor: str
    kode: str
    nama: str
    tingkat: TingkatAnggaran
    pagu: Sel
    realisasi: Sel
    serapan: Sel


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalAnggaran:
    """The total row of a budget table."""

    pagu: Sel
    realisasi: Sel
    serapan: Sel


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisPerjanjian:
    """A row of the first table of the agreement."""

    nomor: str
    sasaran: str
    nama: str
    target: Sel


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisProgramPerjanjian:
    """A row of the second table of the agreement; ``sumber_dana`` is its Keterangan."""

    nomor: str
    nama: str
    anggaran: Sel
    sumber_dana: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Perencanaan:
    """Bab II."""

    narasi_rencana: tuple[BlokTeks, ...]
    daftar_rencana: tuple[Rencana, ...]
    narasi_program: tuple[BlokTeks, ...]
    program: TabelIsi[BarisAnggaran]
    total_program: TotalAnggaran
    narasi_perjanjian: tuple[BlokTeks, ...]
    perjanjian: TabelIsi[BarisPerjanjian]
    program_perjanjian: TabelIsi[BarisProgramPerjanjian]
    total_perjanjian: Sel


@dataclass(frozen=True, slots=True, kw_only=True)
class ButirKebijakan:
    """One convention of the year: its name, its choice in words, and its formula if it has one."""

    nama: str
    isi: Kalimat
    rumus: Simpul | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KelasSkala:
    """One class of the scale as printed."""

    batas: str
    label: str
    kode: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Metode:
    """How the numbers of the report are made: conventions and scale."""

    pengantar: tuple[BlokTeks, ...]
    daftar_kebijakan: tuple[ButirKebijakan, ...]
    nama_skala: str
    daftar_kelas: tuple[KelasSkala, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisCapaian:
    """An indicator with its result of the year (tables 3.1 and A); ``is_bagian`` marks a part of the one above."""

    indikator: str
    nama: str
    target: Sel
    realisasi: Sel
    capaian: Sel
    predikat: Sel
    is_bagian: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RingkasanRata:
    """A mean of capaian: over how many of how many indicators, and its predicate."""

    nama: str
    rata_rata: Sel
    terukur: int
    jumlah: int
    predikat: Sel


@dataclass(frozen=True, slots=True, kw_only=True)
class RingkasanSasaran:
    """The part of table 3.1 that belongs to one sasaran."""

    nomor: str
    uraian: str
    daftar_indikator: tuple[BarisCapaian, ...]
    rata_rata: RingkasanRata


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisTahun:
    """Table B: target of the year, realisasi of each compared year (oldest first), capaian of the last two."""

    nama: str
    target: Sel
    daftar_realisasi: tuple[Sel, ...]
    daftar_capaian: tuple[Sel, ...]
    is_bagian: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisAkhirRencana:
    """Table C; ``sumber`` is where the end target was taken from."""

    nama: str
    target_akhir: Sel
    realisasi: Sel
    tingkat_kemajuan: Sel
    sumber: str
    is_bagian: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NilaiPembanding:
    """One benchmark: its cell, scope, year and source."""

    nilai: Sel
    cakupan: str
    tahun: int
    sumber: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisPembanding:
    """Table D; without benchmark ``daftar`` is empty and the layout prints that there is no national standard."""

    nama: str
    realisasi: Sel
    daftar: tuple[NilaiPembanding, ...]
    keterangan: str = ""
    is_bagian: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisAlokasi:
    """Table E."""

    nama: str
    pagu: Sel
    bagian: Sel


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisKinerjaAnggaran:
    """Table F; a row of the whole sasaran has no performance cells, a part of an indicator no money of its own."""

    nama: str
    target: Sel | None
    realisasi: Sel | None
    capaian: Sel | None
    pagu: Sel | None
    realisasi_anggaran: Sel | None
    serapan: Sel | None
    is_bagian: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisEfisiensi:
    """Table G; ``bacaan`` says what the number allows to claim."""

    nama: str
    capaian: Sel
    serapan: Sel
    efisiensi: Sel
    bacaan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisAnalisis:
    """Table H; an empty ``penyebab`` or ``solusi`` is a defect and is printed as one, but not of a part."""

    nama: str
    target: Sel
    realisasi: Sel
    penyebab: tuple[BlokTeks, ...]
    solusi: tuple[BlokTeks, ...]
    is_bagian: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramPenunjang:
    """A program or kegiatan in table I; one that is only the heading of others has no ``serapan``."""

    kode: str
    nama: str
    tingkat: TingkatAnggaran
    serapan: Sel | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisPenunjang:
    """
    Table I; ``nama`` may be the sasaran where the mapping names no indicator.

    ``is_bersama`` marks an indicator that has no programs of its own because they serve the whole sasaran.
    """

    nama: str
    target: Sel | None
    realisasi: Sel | None
    daftar_program: tuple[ProgramPenunjang, ...]
    is_bersama: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CapaianSasaran:
    """Section 3.1.k: the nine tables of one sasaran."""

    nomor: str
    uraian: str
    narasi: tuple[BlokTeks, ...]
    daftar_tahun: tuple[int, ...]
    a: TabelIsi[BarisCapaian]
    b: TabelIsi[BarisTahun]
    c: TabelIsi[BarisAkhirRencana]
    d: TabelIsi[BarisPembanding]
    e: TabelIsi[BarisAlokasi]
    f: TabelIsi[BarisKinerjaAnggaran]
    g: TabelIsi[BarisEfisiensi]
    h: TabelIsi[BarisAnalisis]
    i: TabelIsi[BarisPenunjang]


@dataclass(frozen=True, slots=True, kw_only=True)
class Akuntabilitas:
    """Bab III."""

    metode: Metode
    ringkasan: TabelIsi[RingkasanSasaran]
    rata_rata_instansi: RingkasanRata
    kalimat_rata_rata: Kalimat
    narasi_capaian: tuple[BlokTeks, ...]
    daftar_sasaran: tuple[CapaianSasaran, ...]
    anggaran: TabelIsi[BarisAnggaran]
    total_anggaran: TotalAnggaran
    daftar_bagian: tuple[Kalimat, ...]
    narasi_anggaran: tuple[BlokTeks, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MasukanHitung:
    """An input of a computation: what, how much, where it came from."""

    label: str
    nilai: Sel
    sumber: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ButirMutu:
    """One data-quality disclosure; ``isi`` is ``""`` where nothing was disclosed, which is printed."""

    nama: str
    isi: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaraHitung:
    """How one indicator was computed: formula, formula with the numbers put in, result, inputs, steps, data quality."""

    nama: str
    sasaran: str
    definisi: str
    rumus: RumusCetak
    hasil: Kalimat
    daftar_masukan: tuple[MasukanHitung, ...]
    daftar_langkah: tuple[str, ...]
    daftar_mutu: tuple[ButirMutu, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lkjip:
    """
    The whole report.

    ``tanggal`` is the day of the snapshot; ``daftar_cacat`` lists what is missing and printed as missing;
    ``daftar_temuan_narasi`` the typed numbers that repeat or contradict a known value.
    """

    instansi: Instansi
    tahun: int
    tanggal: date
    kata_pengantar: tuple[BlokTeks, ...]
    penanda: Penanda
    ikhtisar: tuple[BlokTeks, ...]
    pendahuluan: Pendahuluan
    perencanaan: Perencanaan
    akuntabilitas: Akuntabilitas
    kesimpulan: tuple[BlokTeks, ...]
    langkah: tuple[BlokTeks, ...]
    matriks_renstra: MatriksRenstra | None
    perjanjian: PerjanjianKinerja | None
    pengukuran: PengukuranKinerja
    daftar_penghargaan: tuple[Penghargaan, ...]
    daftar_cara_hitung: tuple[CaraHitung, ...]
    daftar_cacat: tuple[str, ...]
    daftar_temuan_narasi: tuple[TemuanNarasi, ...]
