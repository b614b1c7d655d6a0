"""
What of a computed year one reader may see.

Who may see drafts sees every number of their units; an evaluator sees an indicator once its quarter was submitted, any
other reader once it was approved. What is outside the reader's units does not exist for them.
"""

from __future__ import annotations

from functools import cached_property
from typing import Final

from django.http import Http404

from tolok.core.hasil.tahun import HasilTahun
from tolok.core.indikator import EdisiIndikator
from tolok.core.periode import Periode
from tolok.web.organisasi.models import Peran
from tolok.web.pengukuran.hasil import get_hasil
from tolok.web.pengukuran.models import Pengukuran, StatusPengukuran
from tolok.web.perencanaan.konteks import TIDAK_ADA, Konteks
from tolok.web.perencanaan.pemilik import PencariPemilik

_SESUDAH_DIAJUKAN: Final = frozenset(
    {StatusPengukuran.DIAJUKAN, StatusPengukuran.DIVERIFIKASI, StatusPengukuran.DISAHKAN}
)


class TahunTampak:
    """A computed year through the eyes of the reader of a page."""

    def __init__(self, konteks: Konteks) -> None:
        self.konteks = konteks
        self.hasil: Final[HasilTahun] = get_hasil(konteks.tahun)

    @cached_property
    def _unit_tampak(self) -> frozenset[str] | None:
        """The units whose objects the reader sees; ``None``: all."""
        return self.konteks.lingkup.list_unit("rencana.lihat", self.konteks.instansi, self.hasil.data.daftar_unit)

    @cached_property
    def _unit_draf(self) -> frozenset[str] | None:
        return self.konteks.lingkup.list_unit("draf.lihat", self.konteks.instansi, self.hasil.data.daftar_unit)

    @cached_property
    def _pemilik(self) -> PencariPemilik:
        return PencariPemilik(self.hasil.data)

    @cached_property
    def pengukuran_per_kunci(self) -> dict[tuple[str, int], Pengukuran]:
        """The workflow rows of the year by indicator and quarter (one query); no row means a draft."""
        daftar = self.konteks.tahun.daftar_pengukuran.select_related("indikator", "diubah_oleh")
        return {(satu.indikator.kode, satu.triwulan): satu for satu in daftar}

    def status(self, indikator: str, periode: Periode | None = None) -> StatusPengukuran:
        """Return the work state of an indicator in a quarter (the year: its last quarter)."""
        triwulan = (periode or self.konteks.periode).triwulan or 4
        satu = self.pengukuran_per_kunci.get((indikator, triwulan))
        return StatusPengukuran(satu.status) if satu is not None else StatusPengukuran.DRAF

    def list_pemilik(self, edisi: EdisiIndikator) -> frozenset[str]:
        """Return the units that answer for an indicator."""
        return self._pemilik.find(edisi.penanggung_jawab)

    def is_tampak(self, edisi: EdisiIndikator) -> bool:
        """Whether the indicator is among the reader's."""
        return self._unit_tampak is None or bool(self._unit_tampak & self.list_pemilik(edisi))

    def is_angka_tampak(self, edisi: EdisiIndikator, periode: Periode | None = None) -> bool:
        """Whether the reader may see what the indicator came to in a period."""
        if not self.is_tampak(edisi):
            return False
        if self._unit_draf is None or self._unit_draf & self.list_pemilik(edisi):
            return True
        status = self.status(edisi.indikator, periode)
        daftar_izin = self.konteks.lingkup.list_izin("pengukuran.lihat", self.konteks.instansi)
        if any(izin.peran is Peran.EVALUATOR for izin in daftar_izin):
            return status in _SESUDAH_DIAJUKAN
        return status is StatusPengukuran.DISAHKAN

    def is_anggaran_tampak(self, penanggung_jawab: str) -> bool:
        """Whether a budget node with this responsible unit is among the reader's."""
        return self._unit_tampak is None or bool(self._unit_tampak & self._pemilik.find([penanggung_jawab]))

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
