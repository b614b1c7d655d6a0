"""
What of a computed year one reader may see.

Who may see drafts sees every number of their units; an evaluator sees an indicator once its quarter was submitted, any
other reader once it was approved. What is outside the reader's units does not exist for them.
"""

from __future__ import annotations

from functools import cached_property
from typing import Final

from tolok.core.indikator import EdisiIndikator
from tolok.core.periode import Periode
from tolok.web.organisasi.models import Peran
from tolok.web.pengukuran.models import Pengukuran, StatusPengukuran
from tolok.web.perencanaan.tampak import RencanaTampak

_SESUDAH_DIAJUKAN: Final = frozenset(
    {StatusPengukuran.DIAJUKAN, StatusPengukuran.DIVERIFIKASI, StatusPengukuran.DISAHKAN}
)


class TahunTampak(RencanaTampak):
    """A computed year through the eyes of the reader of a page: plan and budget, and what was measured."""

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

    def is_angka_tampak(self, edisi: EdisiIndikator, periode: Periode | None = None) -> bool:
        """Whether the reader may see what the indicator came to in a period."""
        if not self.is_tampak(edisi):
            return False
        if self.unit_draf is None or self.unit_draf & self.list_pemilik(edisi):
            return True
        status = self.status(edisi.indikator, periode)
        daftar_izin = self.konteks.lingkup.list_izin("pengukuran.lihat", self.konteks.instansi)
        if any(izin.peran is Peran.EVALUATOR for izin in daftar_izin):
            return status in _SESUDAH_DIAJUKAN
        return status is StatusPengukuran.DISAHKAN
