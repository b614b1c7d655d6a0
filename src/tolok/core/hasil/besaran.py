"""Making a ``Hasil``: the printed text of a quantity is made here from its value, and nowhere else."""

from __future__ import annotations

from typing import Final

from tolok.core.cetak_angka import format_nilai
from tolok.core.jejak import Hasil, Jejak, get_nilai

DIGIT_PERSEN: Final = 2
"""Decimals of every computed percentage."""


def make_hasil(jejak: Jejak, *, identitas: str, digit: int | None, uraian: str | None = None) -> Hasil:
    """
    Return the quantity that ``jejak`` ends in, printed with ``digit`` decimals (``None``: as it was given).

    :param uraian: what the quantity is called where the step has a name for all of its kind
    """
    nilai = get_nilai(jejak)
    if uraian is not None or jejak.identitas != identitas:
        operasi, semula, isi, anak, _, sumber, catatan = jejak
        jejak = Jejak(operasi, semula if uraian is None else uraian, isi, anak, identitas, sumber, catatan)
    return Hasil(identitas, nilai, digit, format_nilai(nilai, digit=digit), jejak)
