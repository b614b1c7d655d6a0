"""Who the agency is: unit, position, person and posting are four things with dates (domain handbook 14.4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Instansi:
    """A perangkat daerah as its documents name it."""

    id: str
    nama: str
    nama_pendek: str
    pemerintah: str
    kota: str
    alamat: str
    kepala_daerah: str
    urusan: tuple[str, ...] = ()
    tugas: str = ""
    fungsi: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One unit of the organisation tree; ``induk`` is the id of the unit above, ``""`` at the top."""

    id: str
    nama: str
    induk: str = ""
    jenis: str = ""
    tugas: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Jabatan:
    """A position; it outlives the people who hold it. ``unit`` is ``""`` for a position outside the agency."""

    id: str
    nama: str
    unit: str = ""
    jenis: str = ""


class StatusPejabat(StrEnum):
    """How somebody holds a position; the printed prefix is ``Plt.`` or ``Plh.``."""

    DEFINITIF = "definitif"
    PLT = "plt"
    PLH = "plh"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pejabat:
    """A posting: who holds a position from ``berlaku_mulai`` on, as known since ``dicatat_pada``."""

    jabatan: str
    nama: str
    pangkat: str = ""
    nip: str = ""
    status: StatusPejabat = StatusPejabat.DEFINITIF
    berlaku_mulai: date
    dicatat_pada: date
    dasar: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KelompokPegawai:
    """A line of the staffing table."""

    nama: str
    jumlah: int
