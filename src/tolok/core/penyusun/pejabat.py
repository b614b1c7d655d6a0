"""Who held a position on a day, and how a posting is printed before its name."""

from __future__ import annotations

from datetime import date
from typing import Final

from tolok.core.edisi import find_edisi
from tolok.core.instansi import TahunInstansi
from tolok.core.organisasi import Pejabat, StatusPejabat

AWALAN_STATUS: Final = {StatusPejabat.DEFINITIF: "", StatusPejabat.PLT: "Plt. ", StatusPejabat.PLH: "Plh. "}


def find_pejabat(data: TahunInstansi, jabatan: str, tanggal: date) -> Pejabat | None:
    """Return who held a position on a day, ``None`` if nobody is known to."""
    return find_edisi((satu for satu in data.daftar_pejabat if satu.jabatan == jabatan), pada=tanggal)
