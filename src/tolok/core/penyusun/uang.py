"""The money of the yearly report on the one edition of the pagu it uses; without an edition every amount says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from tolok.core.cetak_angka import KOSONG
from tolok.core.hasil.anggaran import TOTAL
from tolok.core.hasil.rujukan import get_edisi_laporan
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.jejak import Hasil, Jejak
from tolok.core.nilai import AlasanBelumAda, BelumAda
from tolok.core.periode import Periode

_NILAI_KOSONG: Final = BelumAda(AlasanBelumAda.BELUM_DIISI, "Edisi pagu laporan belum ditentukan dalam paket.")
TANPA_EDISI: Final = Hasil("", _NILAI_KOSONG, None, KOSONG, Jejak("pagu", "Pagu", _NILAI_KOSONG))


class PaguTidakAda(ValueError):
    """The agency-year holds no such edition of the pagu; the message (Indonesian) says which there are."""


class UangLaporan:
    """Pagu, realisasi, serapan and shares of a year on ``edisi``."""

    def __init__(self, hasil: HasilTahun, edisi: str | None = None) -> None:
        """Take the edition named, else that of the yearly report, else the last one (``""`` if there is none)."""
        self._hasil = hasil
        self._periode = Periode(hasil.data.tahun)
        self.edisi: Final = edisi or get_edisi_laporan(hasil.data)

    def pagu(self, kode: str = TOTAL) -> Hasil:
        """Return the pagu of a budget node."""
        return self._ambil(lambda: self._hasil.pagu(kode, self.edisi))

    def realisasi(self, kode: str = TOTAL) -> Hasil:
        """Return the realisasi of a budget node."""
        return self._ambil(lambda: self._hasil.realisasi_anggaran(kode, self._periode))

    def serapan(self, kode: str = TOTAL) -> Hasil:
        """Return the serapan of a budget node."""
        return self._ambil(lambda: self._hasil.serapan(kode, self._periode, self.edisi))

    def simpul(self, simpul: str) -> tuple[Hasil, Hasil, Hasil, Hasil]:
        """Return pagu, realisasi, serapan and share of a sasaran."""
        return (
            self._ambil(lambda: self._hasil.pagu_simpul(simpul, self.edisi)),
            self._ambil(lambda: self._hasil.realisasi_simpul(simpul, self._periode)),
            self._ambil(lambda: self._hasil.serapan_simpul(simpul, self._periode, self.edisi)),
            self._ambil(lambda: self._hasil.bagian_simpul(simpul, self.edisi)),
        )

    def indikator(self, indikator: str) -> tuple[Hasil, Hasil, Hasil, Hasil]:
        """Return pagu, realisasi, serapan and share of an indicator."""
        return (
            self._ambil(lambda: self._hasil.pagu_indikator(indikator, self.edisi)),
            self._ambil(lambda: self._hasil.realisasi_indikator(indikator, self._periode)),
            self._ambil(lambda: self._hasil.serapan_indikator(indikator, self._periode, self.edisi)),
            self._ambil(lambda: self._hasil.bagian_indikator(indikator, self.edisi)),
        )

    def efisiensi(self, indikator: str) -> Hasil:
        """Return the efficiency of an indicator."""
        return self._ambil(lambda: self._hasil.efisiensi(indikator, self._periode, self.edisi))

    def penunjang(self) -> tuple[Hasil, Hasil]:
        """Return pagu and share of supporting programs."""
        return (
            self._ambil(lambda: self._hasil.pagu_penunjang(self.edisi)),
            self._ambil(lambda: self._hasil.bagian_penunjang(self.edisi)),
        )

    def tanpa_sasaran(self) -> tuple[Hasil, Hasil]:
        """Return pagu and share of other programs that serve no sasaran."""
        return (
            self._ambil(lambda: self._hasil.pagu_tanpa_sasaran(self.edisi)),
            self._ambil(lambda: self._hasil.bagian_tanpa_sasaran(self.edisi)),
        )

    def _ambil(self, hitung: Callable[[], Hasil]) -> Hasil:
        return hitung() if self.edisi else TANPA_EDISI
