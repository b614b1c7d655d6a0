"""One line of the self-check."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Keadaan(Enum):
    """How a thing is."""

    BAIK = "baik"
    PERHATIAN = "perhatian"
    GALAT = "galat"


@dataclass(frozen=True, slots=True)
class Butir:
    """What was looked at (``nama`` is fixed, for scripts), how it is, and what to do (``""``: nothing)."""

    nama: str
    keadaan: Keadaan
    pesan: str
    saran: str = ""


def baik(nama: str, pesan: str) -> Butir:
    """Return a line that needs nothing."""
    return Butir(nama, Keadaan.BAIK, pesan)


def perhatian(nama: str, pesan: str, saran: str) -> Butir:
    """Return a line that somebody should look at."""
    return Butir(nama, Keadaan.PERHATIAN, pesan, saran)


def galat(nama: str, pesan: str, saran: str) -> Butir:
    """Return a line that must be put right."""
    return Butir(nama, Keadaan.GALAT, pesan, saran)
