"""The cell: one type for documents we print and documents we read."""

from __future__ import annotations

from dataclasses import dataclass

from tolok.core.jejak import Hasil
from tolok.core.nilai import Nilai


@dataclass(frozen=True, slots=True)
class Letak:
    """Where a cell stands in a published file; whatever is unknown is ``None``."""

    halaman: int | None = None
    baris: int | None = None
    tabel: str | None = None
    sel: str | None = None


@dataclass(frozen=True, slots=True)
class Sel:
    """What is printed, what it means, where it stands in a source, and which quantity it is."""

    tercetak: str
    nilai: Nilai | None = None
    letak: Letak | None = None
    identitas: str | None = None

    @classmethod
    def from_hasil(cls, hasil: Hasil) -> Sel:
        """Return the cell that prints a computed quantity."""
        return cls(hasil.tercetak, hasil.nilai, None, hasil.identitas)
