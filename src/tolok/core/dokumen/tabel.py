"""A table of typed rows with what stands around it: leading sentences, footnotes, remarks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from tolok.core.dokumen.sel import Sel
from tolok.core.dokumen.teks import Kalimat

Baris_co = TypeVar("Baris_co", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class CatatanTabel:
    """A numbered footnote; ``identitas`` are the quantities in the table that carry its number."""

    nomor: str
    identitas: tuple[str, ...]
    isi: Kalimat


@dataclass(frozen=True, slots=True, kw_only=True)
class TabelIsi(Generic[Baris_co]):
    """
    A table as a document prints it.

    ``pengantar`` are the sentences before it, ``catatan`` the footnotes of single cells, ``keterangan`` remarks on the
    whole table (which pagu, which denominator, which source).
    """

    nomor: str
    judul: str
    baris: tuple[Baris_co, ...]
    pengantar: tuple[Kalimat, ...] = ()
    catatan: tuple[CatatanTabel, ...] = ()
    keterangan: tuple[Kalimat, ...] = ()

    def tanda(self, sel: Sel) -> str:
        """Return the footnote numbers of a cell, ``"1,2"``, or ``""``."""
        return ",".join(satu.nomor for satu in self.catatan if sel.identitas in satu.identitas)
