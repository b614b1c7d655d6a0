"""The plan editions a year works with, in words."""

from __future__ import annotations

from dataclasses import dataclass

from tolok.core.instansi import TahunInstansi
from tolok.core.periode import format_tanggal
from tolok.core.rencana import EdisiRencana


@dataclass(frozen=True, slots=True)
class BarisRencana:
    """A plan edition; ``is_berlaku`` for the one whose sasaran the year reports on."""

    edisi: EdisiRencana
    masa: str
    berlaku: str
    dicatat: str
    is_berlaku: bool


def list_edisi_rencana(data: TahunInstansi) -> tuple[BarisRencana, ...]:
    """Return the plan editions of a year."""
    return tuple(
        BarisRencana(
            edisi,
            f"{edisi.tahun_awal}–{edisi.tahun_akhir}",
            format_tanggal(edisi.berlaku_mulai) if edisi.berlaku_mulai else "tidak diketahui",
            format_tanggal(edisi.dicatat_pada) if edisi.dicatat_pada else "",
            edisi.id == data.rencana_berlaku,
        )
        for edisi in data.daftar_edisi_rencana
    )
