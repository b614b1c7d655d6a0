"""Who held a position on a day, and how a posting is printed before its name."""

from __future__ import annotations

from datetime import date
from typing import Final

from tolok.core.instansi import TahunInstansi
from tolok.core.organisasi import Pejabat, StatusPejabat

AWALAN_STATUS: Final = {StatusPejabat.DEFINITIF: "", StatusPejabat.PLT: "Plt. ", StatusPejabat.PLH: "Plh. "}


def find_pejabat(data: TahunInstansi, jabatan: str, tanggal: date) -> Pejabat | None:
    """Return who held a position on a day: the greatest ``berlaku_mulai`` on or before it."""
    daftar = [satu for satu in data.daftar_pejabat if satu.jabatan == jabatan and satu.berlaku_mulai <= tanggal]
    return max(daftar, key=lambda satu: (satu.berlaku_mulai, satu.dicatat_pada), default=None)
