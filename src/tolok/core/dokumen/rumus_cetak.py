"""
A formula as narrow tables print it: letters in place of long names, with a legend of names and counts.

Names of variables run over several lines; no renderer can break a line inside a fraction, so the fraction holds
letters and the legend says what they are.
"""

from __future__ import annotations

from dataclasses import dataclass

from tolok.core.dokumen.sel import Sel
from tolok.core.rumus.nodes import Simpul


@dataclass(frozen=True, slots=True, kw_only=True)
class HurufRumus:
    """One letter: the name it stands for and, where a period is reported, its count with the unit."""

    huruf: str
    label: str
    nilai: Sel | None = None
    satuan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RumusCetak:
    """
    The formula of an indicator.

    ``simpul`` is the formula with letters, ``terisi`` the same with the counts put in (``None``: a count is missing).
    An indicator without a formula has neither, and ``keterangan`` says where its value comes from.
    """

    simpul: Simpul | None = None
    daftar_huruf: tuple[HurufRumus, ...] = ()
    terisi: Simpul | None = None
    keterangan: str = ""
