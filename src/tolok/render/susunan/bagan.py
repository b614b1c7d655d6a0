"""All drawings of documents in one place: the organisation chart and the bar charts."""

from tolok.render.susunan.bagan_organisasi import layout_bagan_organisasi
from tolok.render.susunan.grafik import (
    BatangCapaian,
    BatangSerapan,
    layout_grafik_capaian,
    layout_grafik_serapan,
    split_grafik,
)

__all__ = [
    "BatangCapaian",
    "BatangSerapan",
    "layout_bagan_organisasi",
    "layout_grafik_capaian",
    "layout_grafik_serapan",
    "split_grafik",
]
