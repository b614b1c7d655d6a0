"""Making a ``Hasil``: the printed text of a quantity is made here from its value, and nowhere else."""

from __future__ import annotations

from tolok.core.angka import Angka
from tolok.core.cetak_angka import format_nilai
from tolok.core.jejak import Hasil, Jejak
from tolok.core.nilai import Bilangan, Nilai


def make_hasil(jejak: Jejak, *, identitas: str, digit: int | None) -> Hasil:
    """Return the quantity that ``jejak`` ends in, printed with ``digit`` decimals (``None``: as it was given)."""
    nilai = get_nilai(jejak)
    return Hasil(identitas, nilai, digit, format_nilai(nilai, digit=digit), jejak._replace(identitas=identitas))


def get_nilai(jejak: Jejak) -> Nilai:
    """Return the value of a step; a bare number is one without a unit."""
    return Bilangan(jejak.nilai, "") if isinstance(jejak.nilai, Angka) else jejak.nilai
