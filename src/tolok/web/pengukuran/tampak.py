"""
What of a computed year one reader may see.

Who may see drafts sees every number of their units; an evaluator sees an indicator once its quarter was submitted, any
other reader once it was approved. What is outside the reader's units does not exist for them.
"""

from __future__ import annotations

from functools import cached_property
from typing import Final, NamedTuple

from tolok.core.indikator import EdisiIndikator
from tolok.core.periode import Periode
from tolok.web.organisasi.hak import HAK
from tolok.web.organisasi.lingkup import TidakBerhak
from tolok.web.organisasi.models import Peran
from tolok.web.pengukuran.models import Pengukuran, StatusPengukuran
from tolok.web.perencanaan.konteks import Konteks
from tolok.web.perencanaan.tampak import RencanaTampak

_SESUDAH_DIAJUKAN: Final = frozenset(
    {StatusPengukuran.DIAJUKAN, StatusPengukuran.DIVERIFIKASI, StatusPengukuran.DISAHKAN}
)


class Keadaan(NamedTuple):
    """The work state of an indicator in a quarter, and what was said with the last step."""

    status: StatusPengukuran
    catatan: str


_DRAF: Final = Keadaan(StatusPengukuran.DRAF, "")


class TahunTampak(RencanaTampak):
    """A computed year through the eyes of the reader of a page: plan and budget, and what was measured."""

    def __init__(self, konteks: Konteks) -> None:
        super().__init__(konteks)
        self._unit_per_aksi: dict[str, frozenset[str] | None] = {}
        self._pengukuran: dict[int, dict[str, Pengukuran]] = {}

    @cached_property
    def keadaan_per_kunci(self) -> dict[tuple[str, int], Keadaan]:
        """The work states of the year by indicator and quarter (one query); none means a draft."""
        kolom = ("indikator__kode", "triwulan", "status", "catatan")
        return {
            (kode, triwulan): Keadaan(StatusPengukuran(status), catatan)
            for kode, triwulan, status, catatan in self.konteks.tahun.daftar_pengukuran.values_list(*kolom)
        }

    def find_pengukuran(self, indikator: str, periode: Periode | None = None) -> Pengukuran | None:
        """
        Return the workflow row of an indicator in a quarter (the year: its last quarter), ``None`` for a draft.

        The rows of a quarter are read together when the first is asked for (one query).
        """
        triwulan = (periode or self.konteks.periode).triwulan or 4
        if triwulan not in self._pengukuran:
            daftar = self.konteks.tahun.daftar_pengukuran.filter(triwulan=triwulan)
            daftar = daftar.select_related("indikator", "diubah_oleh", "diajukan_oleh")
            self._pengukuran[triwulan] = {satu.indikator.kode: satu for satu in daftar}
        return self._pengukuran[triwulan].get(indikator)

    def status(self, indikator: str, periode: Periode | None = None) -> StatusPengukuran:
        """Return the work state of an indicator in a quarter (the year: its last quarter)."""
        return self._keadaan(indikator, periode).status

    def catatan(self, indikator: str) -> str:
        """Return what was said with the last step of an indicator in the quarter."""
        return self._keadaan(indikator, None).catatan

    def _keadaan(self, indikator: str, periode: Periode | None) -> Keadaan:
        return self.keadaan_per_kunci.get((indikator, (periode or self.konteks.periode).triwulan or 4), _DRAF)

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

    def list_unit(self, aksi: str) -> frozenset[str] | None:
        """Return the units the reader may do something for; ``None``: the whole agency."""
        if aksi not in self._unit_per_aksi:
            lingkup = self.konteks.lingkup
            self._unit_per_aksi[aksi] = lingkup.list_unit(aksi, self.konteks.instansi, self.hasil.data.daftar_unit)
        return self._unit_per_aksi[aksi]

    def is_boleh_atas(self, aksi: str, edisi: EdisiIndikator) -> bool:
        """Whether the reader may do something with an indicator, because of the units that answer for it."""
        unit = self.list_unit(aksi)
        return unit is None or bool(unit & self.list_pemilik(edisi))

    def ensure_boleh(self, aksi: str, edisi: EdisiIndikator) -> None:
        """
        Do nothing if the reader may do something with an indicator.

        :raises TidakBerhak: otherwise, with who may
        """
        self.konteks.lingkup.ensure(aksi, self.konteks.instansi)
        if not self.is_boleh_atas(aksi, edisi):
            nama, _ = HAK[aksi]
            unit = "; ".join(edisi.penanggung_jawab) or "seluruh perangkat daerah"
            raise TidakBerhak(f"{nama}: hak Anda tidak meliputi “{edisi.nama}”, yang menjadi tanggung jawab {unit}.")
