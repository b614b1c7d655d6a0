"""A finding of the review, with its place, what is printed, and what follows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tolok.core.bacaan.blok import TANPA_LETAK
from tolok.core.dokumen.sel import Letak


class TingkatTemuan(StrEnum):
    """How much it matters; on screens Ketidaksesuaian, Peringatan, Saran."""

    GALAT = "galat"
    PERINGATAN = "peringatan"
    SARAN = "saran"


class Keyakinan(StrEnum):
    """How sure it is, whatever it matters."""

    PASTI = "pasti"
    MUNGKIN = "mungkin"
    PERLU_DINILAI = "perlu_dinilai"


@dataclass(frozen=True, slots=True)
class LetakTemuan:
    """A place in one of the files; ``baris_akhir`` is the last line of a place of several lines."""

    berkas: str
    letak: Letak = TANPA_LETAK
    baris_akhir: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Temuan:
    """
    One fact. What repeats it elsewhere stands in ``letak_lain``.

    ``seharusnya`` is ``None`` where nothing follows with certainty: between two places there is no winner unless one of
    them follows from its own printed parts. ``pesan`` is one or two Indonesian sentences that an officer can act on.
    """

    aturan: str
    tingkat: TingkatTemuan
    keyakinan: Keyakinan
    letak: LetakTemuan
    pesan: str
    tercetak: str = ""
    seharusnya: str | None = None
    letak_lain: tuple[LetakTemuan, ...] = ()
