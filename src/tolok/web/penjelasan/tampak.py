"""
Which quantities of a year one reader may see.

A quantity of an object outside the reader's units does not exist. One of their objects whose quarter is still a draft
exists, but its number is not shown. A number made of several objects is shown only if every one of them is.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Final

from tolok.core.hasil.anggaran import PENUNJANG, TANPA_SASARAN, TOTAL
from tolok.core.hasil.cari import BagianIdentitas, IdentitasTakDikenal, read_identitas
from tolok.core.indikator import EdisiIndikator
from tolok.core.jejak import Hasil
from tolok.core.periode import Periode
from tolok.web.pengukuran.models import StatusPengukuran
from tolok.web.pengukuran.tampak import TahunTampak

_RENCANA: Final = frozenset({"target", "target_akhir", "pembanding"})
"""Quantities of an indicator that say what is planned, not what it came to."""
_UANG: Final = frozenset({"pagu", "bagian", "realisasi_anggaran", "serapan"})
_KELOMPOK: Final = frozenset({TOTAL, PENUNJANG, TANPA_SASARAN})
_BELUM_DIAJUKAN: Final = frozenset({StatusPengukuran.DRAF, StatusPengukuran.DIKEMBALIKAN})


class Ketampakan(Enum):
    """Whether a reader sees a quantity, and if not, why."""

    TAMPAK = "tampak"
    BELUM = "belum"
    DI_LUAR_UNIT = "di_luar_unit"
    TIDAK_ADA = "tidak_ada"


class AngkaTampak:
    """The quantities of a year through the eyes of the reader of a page."""

    def __init__(self, tahun: TahunTampak) -> None:
        self.tahun = tahun
        self.hasil = tahun.hasil

    def find(self, identitas: str) -> Hasil | None:
        """Return a quantity that exists for the reader (whether its number is shown or not), else ``None``."""
        try:
            hasil = self.hasil.cari(identitas)
        except IdentitasTakDikenal:
            return None
        return None if self.ketampakan(hasil) is Ketampakan.TIDAK_ADA else hasil

    def ketampakan(self, hasil: Hasil) -> Ketampakan:
        """Return whether the reader sees a quantity of the year."""
        bagian = read_identitas(hasil.identitas)
        match bagian.jenis:
            case "indikator":
                return self._indikator(bagian, hasil)
            case "variabel":
                return self._variabel(bagian)
            case "sasaran" if bagian.besaran in _UANG:
                return self._uang_sasaran(bagian.nama, hasil)
            case "anggaran":
                return self._anggaran(bagian.nama, hasil)
        simpul = bagian.nama if bagian.jenis == "sasaran" else None
        return self._gabungan(self.hasil.daftar_indikator(simpul, bagian.periode), bagian.periode)

    def is_tampak(self, hasil: Hasil) -> bool:
        """Whether the reader sees the number of a quantity."""
        return self.ketampakan(hasil) is Ketampakan.TAMPAK

    def pemegang(self, edisi: EdisiIndikator) -> EdisiIndikator:
        """Return the indicator whose workflow and owners count: of a part its whole."""
        if not edisi.bagian_dari:
            return edisi
        return self.hasil.edisi_indikator(edisi.bagian_dari, self.tahun.konteks.periode)

    def is_milik(self, edisi: EdisiIndikator) -> bool:
        """Whether the indicator exists for the reader."""
        return self.tahun.is_tampak(self.pemegang(edisi))

    def is_angka_tampak(self, edisi: EdisiIndikator, periode: Periode | None = None) -> bool:
        """
        Whether the reader may see what the indicator came to.

        What is recorded of other years is shown as soon as the period of the page is.
        """
        if periode is not None and periode.tahun != self.hasil.data.tahun:
            periode = None
        return self.tahun.is_angka_tampak(self.pemegang(edisi), periode)

    def kata_belum(self, edisi: EdisiIndikator, periode: Periode | None = None) -> str:
        """Return why a number of one of the reader's indicators is not shown yet."""
        status = self.tahun.status(self.pemegang(edisi).indikator, periode)
        return "Belum diajukan" if status in _BELUM_DIAJUKAN else "Belum disahkan"

    def _indikator(self, bagian: BagianIdentitas, hasil: Hasil) -> Ketampakan:
        edisi = self.hasil.edisi_indikator(bagian.nama, bagian.periode)
        if not self.is_milik(edisi):
            return Ketampakan.TIDAK_ADA
        if bagian.besaran in _UANG and not self.tahun.anggaran.is_hasil_tampak(hasil):
            return Ketampakan.DI_LUAR_UNIT
        if bagian.besaran in _RENCANA or bagian.besaran in _UANG:
            return Ketampakan.TAMPAK
        if not self.is_angka_tampak(edisi, bagian.periode):
            return Ketampakan.BELUM
        return Ketampakan.TAMPAK if self.tahun.anggaran.is_hasil_tampak(hasil) else Ketampakan.DI_LUAR_UNIT

    def _variabel(self, bagian: BagianIdentitas) -> Ketampakan:
        """A variable is the reader's with an indicator that reads it; a later quarter that is shown shows it too."""
        periode = bagian.periode
        daftar = [self.hasil.edisi_indikator(kode, periode) for kode in self.hasil.list_pemakai(bagian.nama)]
        milik = [edisi for edisi in daftar if self.is_milik(edisi)]
        if not daftar and self.tahun.unit_draf is None:
            return Ketampakan.TAMPAK
        if not milik:
            return Ketampakan.TIDAK_ADA
        daftar_periode = [Periode(periode.tahun, triwulan) for triwulan in range(periode.triwulan or 4, 5)]
        is_tampak = any(self.is_angka_tampak(edisi, satu) for edisi in milik for satu in daftar_periode)
        return Ketampakan.TAMPAK if is_tampak else Ketampakan.BELUM

    def _uang_sasaran(self, simpul: str, hasil: Hasil) -> Ketampakan:
        if not any(self.is_milik(edisi) for edisi in self.hasil.daftar_indikator(simpul)) and self._is_terbatas:
            return Ketampakan.TIDAK_ADA
        return Ketampakan.TAMPAK if self.tahun.anggaran.is_hasil_tampak(hasil) else Ketampakan.DI_LUAR_UNIT

    def _anggaran(self, kode: str, hasil: Hasil) -> Ketampakan:
        anggaran = self.tahun.anggaran
        if anggaran.is_uang_tampak(kode) and anggaran.is_hasil_tampak(hasil):
            return Ketampakan.TAMPAK
        if kode in _KELOMPOK or not anggaran.is_simpul_tampak(kode):
            return Ketampakan.TIDAK_ADA
        return Ketampakan.DI_LUAR_UNIT

    def _gabungan(self, daftar: Iterable[EdisiIndikator], periode: Periode) -> Ketampakan:
        """A mean stands on all of its indicators."""
        daftar = tuple(daftar)
        milik = [edisi for edisi in daftar if self.is_milik(edisi)]
        if not milik and self._is_terbatas:
            return Ketampakan.TIDAK_ADA
        if len(milik) < len(daftar):
            return Ketampakan.DI_LUAR_UNIT
        is_tampak = all(self.is_angka_tampak(edisi, periode) for edisi in daftar)
        return Ketampakan.TAMPAK if is_tampak else Ketampakan.BELUM

    @property
    def _is_terbatas(self) -> bool:
        return self.tahun.unit_tampak is not None
