"""Which units answer for an indicator or a budget node: those that its definition names, or whose position it names."""

from __future__ import annotations

from collections.abc import Iterable

from tolok.core.instansi import TahunInstansi
from tolok.core.nama import make_kunci_nama


class PencariPemilik:
    """Finds units by the names that documents print for who is responsible."""

    def __init__(self, data: TahunInstansi) -> None:
        """Index the names of units and positions; where a unit and a position share one, the unit counts."""
        self._unit_per_nama = {
            **{make_kunci_nama(satu.nama): satu.unit for satu in data.daftar_jabatan if satu.unit},
            **{make_kunci_nama(satu.nama): satu.id for satu in data.daftar_unit},
        }

    def find(self, daftar_nama: Iterable[str]) -> frozenset[str]:
        """Return the codes of the units that are named; names that are no unit are passed over."""
        daftar = (self._unit_per_nama.get(make_kunci_nama(nama)) for nama in daftar_nama)
        return frozenset(kode for kode in daftar if kode is not None)
