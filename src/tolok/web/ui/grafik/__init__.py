"""
Small charts: core values in, positions and texts of an SVG out, all as strings; a template only writes them down.

Positions are computed exactly (``Angka``) and written with two decimals. A value that is missing has no point and no
bar; it is said in words. Each chart carries a sentence (``sebutan``) or stands in a table that says the same.
"""

from __future__ import annotations

from tolok.web.ui.grafik.batang import Batang, Palang, choose_warna_serapan, make_batang, make_palang
from tolok.web.ui.grafik.besaran import Besaran
from tolok.web.ui.grafik.dumbel import Dumbel, make_dumbel
from tolok.web.ui.grafik.garis import Garis, make_garis
from tolok.web.ui.grafik.kolom import DiagramKolom, make_kolom

Grafik = Batang | Palang | Dumbel | Garis | DiagramKolom

__all__ = [
    "Batang",
    "Besaran",
    "DiagramKolom",
    "Dumbel",
    "Garis",
    "Grafik",
    "Palang",
    "choose_warna_serapan",
    "make_batang",
    "make_dumbel",
    "make_garis",
    "make_kolom",
    "make_palang",
]
