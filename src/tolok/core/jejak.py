"""
The story of a number: how it was computed, step by step, from which inputs.

One tree type serves formulas, capaian, averages, budgets and efficiency, so that one explanation page, one JSON and
one hash serve them all.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tolok.core.angka import Angka
from tolok.core.nilai import Bilangan, Nilai


class Jejak(NamedTuple):
    """
    One step of a computation.

    ``operasi`` is a stable machine word (``variabel``, ``bagi``, ``capaian.naik``, ``rata_rata`` …); ``uraian`` the
    label a reader knows; ``nilai`` the result of the step; ``anak`` the steps it used, in order; ``identitas`` the
    stable identity when the step is itself a quantity; ``sumber`` where an input came from; ``catatan`` a remark
    (rounding, cap, edition recorded late, marks).
    """

    operasi: str
    uraian: str
    nilai: Nilai | Angka
    anak: tuple[Jejak, ...] = ()
    identitas: str | None = None
    sumber: str | None = None
    catatan: str | None = None

    def telusuri(self) -> Iterator[Jejak]:
        """Yield this step and all below it, depth first."""
        tumpukan = [self]
        while tumpukan:
            jejak = tumpukan.pop()
            yield jejak
            tumpukan.extend(reversed(jejak.anak))


class Hasil(NamedTuple):
    """
    One computed quantity: who it is, what it is, how it is printed, and its story.

    ``digit`` is the number of decimals it is printed with (``None``: as it was given); ``tercetak`` is the printed
    text (``"81,77%"``, ``"Rp 3.057.589.710"``, ``"–"``), made by ``core.cetak_angka`` and nowhere else.
    """

    identitas: str
    nilai: Nilai
    digit: int | None
    tercetak: str
    jejak: Jejak

    def asal(self) -> frozenset[str]:
        """The identities of all quantities this one was computed from, directly or not."""
        return frozenset(j.identitas for j in self.jejak.telusuri() if j.identitas and j.identitas != self.identitas)


def get_nilai(jejak: Jejak) -> Nilai:
    """Return the value of a step; a bare number is one without a unit."""
    return Bilangan(jejak.nilai, "") if isinstance(jejak.nilai, Angka) else jejak.nilai
