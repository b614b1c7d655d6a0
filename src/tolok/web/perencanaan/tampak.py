"""
What of the plan and the budget of a computed year one reader may see.

What is outside the reader's units does not exist for them.
"""

from __future__ import annotations

from functools import cached_property
from typing import Final

from django.http import Http404

from tolok.core.hasil.tahun import HasilTahun
from tolok.core.indikator import EdisiIndikator
from tolok.web.perencanaan.anggaran_tampak import AnggaranTampak
from tolok.web.perencanaan.hasil import get_hasil
from tolok.web.perencanaan.konteks import TIDAK_ADA, Konteks
from tolok.web.perencanaan.pemilik import PencariPemilik


class RencanaTampak:
    """The plan and the budget of a year through the eyes of the reader of a page."""

    def __init__(self, konteks: Konteks) -> None:
        self.konteks = konteks
        self.hasil: Final[HasilTahun] = get_hasil(konteks.tahun)

    @cached_property
    def unit_tampak(self) -> frozenset[str] | None:
        """The units whose objects the reader sees; ``None``: all."""
        return self.konteks.lingkup.list_unit("rencana.lihat", self.konteks.instansi, self.hasil.data.daftar_unit)

    @cached_property
    def unit_draf(self) -> frozenset[str] | None:
        """The units whose drafts the reader sees; ``None``: all."""
        return self.konteks.lingkup.list_unit("draf.lihat", self.konteks.instansi, self.hasil.data.daftar_unit)

    @cached_property
    def pemilik(self) -> PencariPemilik:
        """Who answers for what."""
        return PencariPemilik(self.hasil.data)

    @cached_property
    def anggaran(self) -> AnggaranTampak:
        """What of the budget the reader sees."""
        return AnggaranTampak(self.hasil, unit=self.unit_tampak, pemilik=self.pemilik)

    def list_pemilik(self, edisi: EdisiIndikator) -> frozenset[str]:
        """Return the units that answer for an indicator."""
        return self.pemilik.find(edisi.penanggung_jawab)

    def is_tampak(self, edisi: EdisiIndikator) -> bool:
        """Whether the indicator is among the reader's."""
        return self.unit_tampak is None or bool(self.unit_tampak & self.list_pemilik(edisi))

    def daftar_indikator(self, simpul: str | None = None) -> tuple[EdisiIndikator, ...]:
        """Return the reader's indicators of the period in printed order, without parts (``None``: of all sasaran)."""
        return tuple(e for e in self.hasil.daftar_indikator(simpul, self.konteks.periode) if self.is_tampak(e))

    def get_indikator(self, kode: str) -> EdisiIndikator:
        """
        Return the edition of one of the reader's indicators that the period is read with.

        :raises Http404: if there is none, or it is not the reader's
        """
        try:
            edisi = self.hasil.edisi_indikator(kode, self.konteks.periode)
        except KeyError as galat:
            raise Http404(TIDAK_ADA) from galat
        if not self.is_tampak(edisi):
            raise Http404(TIDAK_ADA)
        return edisi
