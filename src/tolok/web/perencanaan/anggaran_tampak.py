"""
Whose money one reader may see.

A leaf of the budget belongs to the unit that it or the nearest node above it names. A sum is the reader's only if all
leaves in it are: who sees a part of a program sees that program by name, but never a total from which the parts of
others could be told.
"""

from __future__ import annotations

from functools import cached_property

from tolok.core.hasil.anggaran import PENUNJANG, TANPA_SASARAN, TOTAL
from tolok.core.hasil.cari import read_identitas
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.jejak import Hasil
from tolok.web.perencanaan.pemilik import PencariPemilik


class AnggaranTampak:
    """The budget of a year through the eyes of a reader; ``unit`` ``None`` sees everything."""

    def __init__(self, hasil: HasilTahun, *, unit: frozenset[str] | None, pemilik: PencariPemilik) -> None:
        self._anggaran = hasil.anggaran
        self._unit = unit
        self._pemilik = pemilik

    @cached_property
    def pemilik_per_kode(self) -> dict[str, frozenset[str]]:
        """The units that answer for each node: those it names, else those of the node above."""
        hasil: dict[str, frozenset[str]] = {}
        pohon = self._anggaran.pohon
        for kode in pohon.telusuri():
            sendiri = self._pemilik.find([self._anggaran.simpul_per_kode[kode].penanggung_jawab])
            hasil[kode] = sendiri or hasil.get(pohon.induk_per_id[kode], frozenset())
        return hasil

    @cached_property
    def _daun_milik(self) -> frozenset[str]:
        pohon = self._anggaran.pohon
        return frozenset(
            kode
            for kode, unit in self.pemilik_per_kode.items()
            if pohon.is_daun(kode) and (self._unit is None or self._unit & unit)
        )

    @cached_property
    def _utuh(self) -> frozenset[str]:
        """The nodes all of whose leaves are the reader's."""
        pohon = self._anggaran.pohon
        utuh: dict[str, bool] = {}
        for kode in pohon.daftar_pascaurut:
            anak = pohon.anak_per_id[kode]
            utuh[kode] = all(utuh[satu] for satu in anak) if anak else kode in self._daun_milik
        return frozenset(kode for kode, isi in utuh.items() if isi)

    @cached_property
    def _jalur(self) -> frozenset[str]:
        """The reader's leaves and all nodes above them."""
        pohon = self._anggaran.pohon
        return frozenset(atas for kode in self._daun_milik for atas in pohon.list_leluhur(kode))

    @property
    def is_seluruh(self) -> bool:
        """Whether the reader sees the whole budget, and so its total and shares in it."""
        return self._unit is None or self._utuh == self._anggaran.pohon.induk_per_id.keys()

    def is_simpul_tampak(self, kode: str) -> bool:
        """Whether the node exists for the reader, at least as the way to what is theirs."""
        return self._unit is None or kode in self._jalur

    def is_uang_tampak(self, kode: str) -> bool:
        """Whether the reader may see the sums of a node, or of ``total``, ``penunjang`` or ``tanpa_sasaran``."""
        if self._unit is None:
            return True
        peta = self._anggaran.peta
        kelompok = {PENUNJANG: peta.kode_penunjang, TANPA_SASARAN: peta.kode_tanpa_sasaran}
        if kode in kelompok:
            return all(satu in self._utuh for satu in kelompok[kode])
        return self.is_seluruh if kode == TOTAL else kode in self._utuh

    def is_hasil_tampak(self, hasil: Hasil) -> bool:
        """Whether all of the budget that a quantity was computed from is the reader's; always, if nothing is."""
        if self._unit is None:
            return True
        daftar = (read_identitas(identitas) for identitas in {hasil.identitas, *hasil.asal()})
        pohon = self._anggaran.pohon
        daun = {b.nama for b in daftar if b.jenis == "anggaran" and pohon.anak_per_id.get(b.nama) == ()}
        return daun <= self._daun_milik
