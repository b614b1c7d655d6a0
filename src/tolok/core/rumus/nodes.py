"""The tree of a formula."""

from __future__ import annotations

from dataclasses import dataclass

from tolok.core.angka import Angka


@dataclass(frozen=True, slots=True)
class BilanganTetap:
    """A literal number; ``persen`` marks one written with ``%`` (``100%`` is 100 points)."""

    angka: Angka
    persen: bool = False


@dataclass(frozen=True, slots=True)
class Peubah:
    """A bracketed label; ``geser`` is ``""``, ``tahun_lalu`` or ``triwulan_lalu``."""

    label: str
    geser: str = ""


@dataclass(frozen=True, slots=True)
class Negatif:
    """A unary minus."""

    isi: Simpul


@dataclass(frozen=True, slots=True)
class Operasi:
    """A binary operation; ``operator`` is one of ``+ - * / ^``."""

    operator: str
    kiri: Simpul
    kanan: Simpul


@dataclass(frozen=True, slots=True)
class Panggilan:
    """A function call such as ``rata_rata([A]; [B])``."""

    fungsi: str
    argumen: tuple[Simpul, ...]


Simpul = BilanganTetap | Peubah | Negatif | Operasi | Panggilan
