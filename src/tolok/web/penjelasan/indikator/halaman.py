"""What every page of one indicator stands on: the definition, what its reader sees, and the tabs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.http import Http404

from tolok.core.indikator import EdisiIndikator
from tolok.core.periode import Periode
from tolok.web.pengukuran.tampak import TahunTampak
from tolok.web.penjelasan.tampak import AngkaTampak
from tolok.web.perencanaan.konteks import TIDAK_ADA, Konteks
from tolok.web.perencanaan.tautan import Penaut
from tolok.web.ui.navigasi import Butir

TAB: Final = (
    ("indikator", "Jelaskan angka ini"),
    ("indikator_definisi", "Definisi"),
    ("indikator_target", "Target"),
    ("indikator_bukti", "Bukti"),
    ("indikator_perubahan", "Perubahan"),
    ("indikator_konvensi", "Kebijakan lain"),
)


@dataclass(frozen=True, slots=True)
class HalamanIndikator:
    """One indicator in the period of the page; ``is_angka`` says whether the reader sees its numbers."""

    konteks: Konteks
    tampak: AngkaTampak
    penaut: Penaut
    edisi: EdisiIndikator
    simpul: str
    is_angka: bool

    @property
    def kode(self) -> str:
        """The code of the indicator."""
        return self.edisi.indikator

    @property
    def periode(self) -> Periode:
        """The period of the page."""
        return self.konteks.periode

    @property
    def kata_belum(self) -> str:
        """Why the numbers are not shown."""
        return self.tampak.kata_belum(self.edisi)

    @property
    def status(self) -> str:
        """The work state of the indicator in the quarter; of a part that of its whole."""
        return self.tampak.tahun.status(self.tampak.pemegang(self.edisi).indikator).value

    def list_tab(self, kini: str) -> tuple[Butir, ...]:
        """Return the tabs, each a page with an address of its own."""
        daftar = ((nama, kata, self.penaut.find_alamat(nama, kode=self.kode)) for nama, kata in TAB)
        return tuple(Butir(kata, alamat, kini=nama == kini) for nama, kata, alamat in daftar if alamat)


def make_halaman(konteks: Konteks, kode: str) -> HalamanIndikator:
    """
    Return the indicator of this code as the period reads it.

    :raises Http404: if there is none, or it is not the reader's
    """
    tampak = AngkaTampak(TahunTampak(konteks))
    try:
        edisi = tampak.hasil.edisi_indikator(kode, konteks.periode)
    except KeyError as galat:
        raise Http404(TIDAK_ADA) from galat
    if not tampak.is_milik(edisi):
        raise Http404(TIDAK_ADA)
    data = tampak.hasil.data
    simpul = tampak.pemegang(edisi).simpul
    uraian = next((s.uraian for s in data.daftar_simpul if s.id == simpul), "")
    return HalamanIndikator(konteks, tampak, Penaut(konteks), edisi, uraian, tampak.is_angka_tampak(edisi))
