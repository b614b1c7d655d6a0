"""
The one rule of editions: what was in force on a day, as far as it was known on another.

Rows are only ever added and carry no end date, so there can be neither gap nor overlap. The rule serves indicators,
targets, policies, postings and plans alike.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar

from tolok.core.periode import Periode


class Berlaku(Protocol):
    """
    Anything with editions.

    ``berlaku_mulai`` ``None`` means that the first day is unknown: in force before every dated row.
    ``dicatat_pada`` ``None`` means that the day of recording is unknown: known from the beginning.
    """

    @property
    def berlaku_mulai(self) -> date | None:
        """The first day in force."""
        ...

    @property
    def dicatat_pada(self) -> date | None:
        """The day the row was recorded."""
        ...


T = TypeVar("T", bound=Berlaku)


def find_edisi(daftar_edisi: Iterable[T], *, pada: date, diketahui: date | None = None) -> T | None:
    """
    Return the edition in force on ``pada`` as known on ``diketahui`` (``None``: with all that is recorded).

    It is the row with the greatest ``berlaku_mulai`` not after ``pada`` among the rows recorded not after
    ``diketahui``; of two that start on one day the one recorded last, and of two recorded on one day the one that
    stands last. ``None`` if no row was in force.
    """
    terpilih: T | None = None
    terakhir = (date.min, date.min)
    for edisi in daftar_edisi:
        mulai, dicatat = kunci = _kunci(edisi)
        if mulai <= pada and (diketahui is None or dicatat <= diketahui) and kunci >= terakhir:
            terpilih, terakhir = edisi, kunci
    return terpilih


def is_berlaku_surut(edisi: Berlaku, periode: Periode) -> bool:
    """Whether the edition governs the period (it starts not after its end) but was recorded after that end."""
    mulai, dicatat = _kunci(edisi)
    return mulai <= periode.akhir < dicatat


def _kunci(edisi: Berlaku) -> tuple[date, date]:
    return edisi.berlaku_mulai or date.min, edisi.dicatat_pada or date.min
