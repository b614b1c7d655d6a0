"""
What a quantity can be: a number, a category, a range, several parts, not there yet, or not computable.

Never a bare 0 for a missing value.

Marks (``Tanda``) travel with a value wherever it goes, so that a document can say what it stands on.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from tolok.core.angka import Angka


class JenisTanda(StrEnum):
    """Why a value must not be read as an ordinary, settled one."""

    SEMENTARA = "sementara"
    TAHUN_DATA = "tahun_data"
    NILAI_LUAR = "nilai_luar"
    BERTENTANGAN = "bertentangan"
    ALIH_DATA = "alih_data"


@dataclass(frozen=True, slots=True)
class Tanda:
    """One mark with what a reader must know; ``tahun`` only for ``TAHUN_DATA``."""

    jenis: JenisTanda
    keterangan: str
    tahun: int | None = None


class AlasanBelumAda(StrEnum):
    """Why there is no value; each reason has its own policy (domain handbook 9.3)."""

    TIDAK_DIEVALUASI = "tidak_dievaluasi"
    BELUM_TERBIT = "belum_terbit"
    TIDAK_DILAPORKAN = "tidak_dilaporkan"
    BELUM_WAKTUNYA = "belum_waktunya"
    BELUM_DIISI = "belum_diisi"


class AlasanTakTerhitung(StrEnum):
    """Why a value cannot be computed although its period is over."""

    PENYEBUT_NOL = "penyebut_nol"
    TARGET_NOL = "target_nol"
    TARGET_NEGATIF = "target_negatif"
    TANPA_TARGET = "tanpa_target"
    VARIABEL_TIDAK_ADA = "variabel_tidak_ada"
    EDISI_TIDAK_SEBANDING = "edisi_tidak_sebanding"
    SATUAN_BERBEDA = "satuan_berbeda"
    KATEGORI_DI_LUAR_SKALA = "kategori_di_luar_skala"
    TANPA_RUMUS = "tanpa_rumus"
    BUKAN_ANGKA = "bukan_angka"
    TANPA_DATA = "tanpa_data"
    SYARAT_TIDAK_TERPENUHI = "syarat_tidak_terpenuhi"


@dataclass(frozen=True, slots=True)
class Bilangan:
    """A number in its unit (percent in points, rupiah in rupiah), exact."""

    angka: Angka
    satuan: str
    tanda: tuple[Tanda, ...] = ()


@dataclass(frozen=True, slots=True)
class Kategori:
    """A level of an ordered scale edition; ``peringkat`` counts from 1 (lowest)."""

    label: str
    peringkat: int
    skala: str
    tanda: tuple[Tanda, ...] = ()


@dataclass(frozen=True, slots=True)
class Rentang:
    """A target range, both bounds inside (same unit, ``bawah <= atas``)."""

    bawah: Angka
    atas: Angka
    satuan: str
    tanda: tuple[Tanda, ...] = ()


@dataclass(frozen=True, slots=True)
class BagianNilai:
    """One part of a composite value: whose it is, what it is, and the decimals it is printed with."""

    indikator: str
    nilai: Nilai
    digit: int | None = None


@dataclass(frozen=True, slots=True)
class Majemuk:
    """
    The values of a composite indicator, part by part in printed order; there is no single number behind them.

    It is only ever computed from the parts, at least one of which has a value; nobody records it.
    """

    daftar: tuple[BagianNilai, ...]
    tanda: tuple[Tanda, ...] = ()


@dataclass(frozen=True, slots=True)
class BelumAda:
    """There is no value yet, with the reason."""

    alasan: AlasanBelumAda
    keterangan: str = ""
    tanda: tuple[Tanda, ...] = ()


@dataclass(frozen=True, slots=True)
class TidakDapatDihitung:
    """A value cannot be computed; ``keterangan`` is an Indonesian sentence that names what is missing."""

    alasan: AlasanTakTerhitung
    keterangan: str
    tanda: tuple[Tanda, ...] = ()


Nilai = Bilangan | Kategori | Rentang | Majemuk | BelumAda | TidakDapatDihitung


def with_tanda(nilai: Nilai, *tanda: Tanda) -> Nilai:
    """Return ``nilai`` with the marks added once each, in a stable order."""
    if not tanda and len(nilai.tanda) < 2:
        return nilai
    gabungan = tuple(dict.fromkeys((*nilai.tanda, *tanda)))
    return nilai if gabungan == nilai.tanda else replace(nilai, tanda=gabungan)


def has_tanda(nilai: Nilai, jenis: JenisTanda) -> bool:
    """Whether ``nilai`` carries a mark of this kind."""
    return any(t.jenis is jenis for t in nilai.tanda)


def is_ada(nilai: Nilai) -> bool:
    """Whether there is a value at all."""
    return not isinstance(nilai, BelumAda | TidakDapatDihitung)


def is_tidak_dilaporkan(nilai: Nilai) -> bool:
    """
    Whether a value is missing because nobody reported it after the deadline.

    :source: domain handbook 9.3 c: averages have a policy for it, so no other gap may hide it
    """
    return isinstance(nilai, BelumAda) and nilai.alasan is AlasanBelumAda.TIDAK_DILAPORKAN
