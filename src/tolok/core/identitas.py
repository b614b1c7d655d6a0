"""
The stable name of a quantity: ``agency/year/period/object/quantity``.

It exists from the first document on: in DOCX as a content-control tag, in PDF in an attached JSON, in XLSX in a
hidden sheet, and it is what ``tolok hitung`` takes.
"""

from __future__ import annotations

from tolok.core.periode import Periode


def make_identitas(instansi: str, periode: Periode, objek: str, besaran: str) -> str:
    """
    Return the identity of one quantity.

    ``objek`` is ``indikator:<id>``, ``sasaran:<id>``, ``instansi``, ``variabel:<id>`` or ``anggaran:<kode>``;
    ``besaran`` is ``target``, ``realisasi``, ``capaian``, ``pagu@<edisi>``, ``serapan@<edisi>`` and the like.
    """
    return f"{instansi}/{periode.tahun}/{periode.kunci}/{objek}/{besaran}"
