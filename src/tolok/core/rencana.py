"""The plan: documents, their editions, and the tree of tujuan and sasaran of one edition."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class JenisSimpul(StrEnum):
    """Levels of the plan tree of an agency."""

    TUJUAN = "tujuan"
    SASARAN = "sasaran"


@dataclass(frozen=True, slots=True, kw_only=True)
class EdisiRencana:
    """An edition of a planning document (Renstra, IKU set, RPD); an unknown date stays ``None`` and is shown."""

    id: str
    dokumen: str
    nama: str
    tahun_awal: int
    tahun_akhir: int
    berlaku_mulai: date | None = None
    dicatat_pada: date
    dasar: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SimpulRencana:
    """A tujuan or sasaran in one edition; ``induk`` is the id of the node above in the same edition or ``""``."""

    edisi: str
    id: str
    jenis: JenisSimpul
    uraian: str
    induk: str = ""
    tujuan_rpjmd: str = ""
    iku_kota: str = ""
    strategi: tuple[str, ...] = ()
    kebijakan: tuple[str, ...] = ()
