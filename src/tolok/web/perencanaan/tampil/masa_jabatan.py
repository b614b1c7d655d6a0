"""Who held a position from when to when, gaps included; a posting ends where the next one begins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from tolok.core.organisasi import Jabatan, Pejabat, StatusPejabat
from tolok.core.penyusun.pejabat import AWALAN_STATUS
from tolok.core.periode import Periode, format_tanggal

_SEBUTAN = {
    StatusPejabat.DEFINITIF: "definitif",
    StatusPejabat.PLT: "pelaksana tugas",
    StatusPejabat.PLH: "pelaksana harian",
}


@dataclass(frozen=True, slots=True)
class Masa:
    """A stretch of time with its holder; ``nama`` ``""`` is a gap. Nothing is said that documents do not print."""

    rentang: str
    nama: str
    keterangan: str
    is_kini: bool


@dataclass(frozen=True, slots=True)
class RiwayatJabatan:
    """A position with its holders in order."""

    jabatan: Jabatan
    unit: str
    daftar_masa: tuple[Masa, ...]

    @property
    def pejabat_kini(self) -> str:
        """Who holds it at the end of the period, ``""`` if nobody is known to."""
        return next((masa.nama for masa in self.daftar_masa if masa.is_kini), "")


def list_masa(daftar_pejabat: Iterable[Pejabat], jabatan: str, *, periode: Periode) -> tuple[Masa, ...]:
    """Return the holders of a position up to the year of the period, and the part of that year without one."""
    per_mulai: dict[date, Pejabat] = {}
    for satu in sorted(daftar_pejabat, key=lambda p: (p.berlaku_mulai, p.dicatat_pada)):
        if satu.jabatan == jabatan:
            per_mulai[satu.berlaku_mulai] = satu  # of two that begin on one day the one recorded last
    awal_tahun = date(periode.tahun, 1, 1)
    batas = [*per_mulai, None]
    daftar: list[Masa] = []
    if batas[0] is None or batas[0] > awal_tahun:
        daftar.append(_kosong(awal_tahun, batas[0], periode))
    for mulai, berikut in zip(per_mulai, batas[1:], strict=True):
        if berikut is None or berikut > awal_tahun:
            daftar.append(_masa(per_mulai[mulai], berikut, periode))
    return tuple(daftar)


def _masa(pejabat: Pejabat, berikut: date | None, periode: Periode) -> Masa:
    rincian = (pejabat.pangkat, _SEBUTAN[pejabat.status])
    return Masa(
        rentang=_rentang(pejabat.berlaku_mulai, berikut),
        nama=f"{AWALAN_STATUS[pejabat.status]}{pejabat.nama}",
        keterangan=", ".join(teks for teks in rincian if teks),
        is_kini=_is_kini(pejabat.berlaku_mulai, berikut, periode),
    )


def _kosong(mulai: date, berikut: date | None, periode: Periode) -> Masa:
    return Masa(_rentang(mulai, berikut), "", "belum ada pejabat tercatat", _is_kini(mulai, berikut, periode))


def _rentang(mulai: date, berikut: date | None) -> str:
    if berikut is None:
        return f"sejak {format_tanggal(mulai)}"
    return f"{format_tanggal(mulai)} s.d. {format_tanggal(berikut - timedelta(days=1))}"


def _is_kini(mulai: date, berikut: date | None, periode: Periode) -> bool:
    return mulai <= periode.akhir and (berikut is None or berikut > periode.akhir)
