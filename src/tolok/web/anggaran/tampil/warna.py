"""
When the bar of a serapan has a colour that judges.

Spending is judged against the anggaran kas up to the quarter. Without it, it is judged at the end of the year only, and
only against the edition of the yearly report; anything else stays neutral.
"""

from __future__ import annotations

from typing import Final

from tolok.core.angka import Angka
from tolok.core.jejak import Hasil
from tolok.web.anggaran.tampil.pilihan import Pilihan
from tolok.web.ui.grafik import Batang, choose_warna_serapan, make_batang

BATAS_WASPADA: Final = Angka(50)
BATAS_BAIK: Final = Angka(80)
_TRIWULAN_AKHIR: Final = (0, 4)


def is_dinilai(pilihan: Pilihan) -> bool:
    """Whether colours judge on this page."""
    return pilihan.periode.triwulan in _TRIWULAN_AKHIR and pilihan.is_edisi_laporan


def make_batang_serapan(pilihan: Pilihan, serapan: Hasil) -> Batang:
    """Return the bar of a serapan; its number stands beside it."""
    warna = "netral"
    if is_dinilai(pilihan):
        warna = choose_warna_serapan(serapan.nilai, waspada=BATAS_WASPADA, baik=BATAS_BAIK)
    return make_batang(serapan.nilai, warna=warna)
