"""Formulas as MathML for templates; the markup comes from ``core.rumus.printing``, which escapes every name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.utils.safestring import SafeString

from tolok.core.jejak import Jejak
from tolok.core.nilai import Bilangan
from tolok.core.penyusun.hitungan import make_hitungan
from tolok.core.rumus.galat import GalatRumus
from tolok.core.rumus.nodes import Simpul
from tolok.core.rumus.parser import parse_rumus
from tolok.core.rumus.printing import to_mathml

_JUMLAH: Final = ("jumlah", "arus")
"""How the words of steps end that add up."""


@dataclass(frozen=True, slots=True)
class Matematika:
    """
    A calculation: its formula with names, and with the numbers put in and what it comes to (``""``: none).

    A sum has no formula with names: its parts stand in the steps below it.
    """

    rumus: SafeString
    terisi: SafeString


def make_matematika(jejak: Jejak) -> Matematika | None:
    """Return the mathematics of one step, ``None`` if it is told in words only."""
    hitungan = make_hitungan(jejak)
    if hitungan is None:
        return None
    terisi = SafeString("") if hitungan.terisi is None else _tulis(hitungan.terisi, hitungan.hasil)
    is_jumlah = jejak.operasi.endswith(_JUMLAH)
    return Matematika(SafeString("") if is_jumlah else _tulis(hitungan.rumus), terisi)


def draw_rumus(rumus: str) -> SafeString:
    """Return a formula with names, ``""`` if there is none or it cannot be read."""
    if not rumus:
        return SafeString("")
    try:
        return _tulis(parse_rumus(rumus))
    except GalatRumus:
        return SafeString("")


def _tulis(simpul: Simpul, hasil: Bilangan | None = None) -> SafeString:
    return SafeString(to_mathml(simpul, hasil=hasil))
