"""Neutral blocks of a published file, in reading order, each with its place; the readers of every format give these."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from tolok.core.dokumen.sel import Letak

TANPA_LETAK = Letak()


class Format(StrEnum):
    """Kinds of files."""

    TEKS = "teks"
    DOCX = "docx"
    XLSX = "xlsx"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class Paragraf:
    """
    Text that is no table. A heading has ``tingkat`` 1 to 9, anything else 0.

    ``letak.baris``: the line (text), the line on the page (PDF), the paragraph (DOCX), the row (XLSX); 1-based.
    ``is_hasil_ocr``: read by machine from a picture; its digits are a proposal.
    """

    teks: str
    letak: Letak = TANPA_LETAK
    tingkat: int = 0
    is_hasil_ocr: bool = False


@dataclass(frozen=True, slots=True)
class SelBlok:
    """
    One cell as it is printed. A merged cell stands where it begins and covers ``rentang_*`` rows and columns.

    Lines within a cell are kept as ``\\n``. Formulas (equations, LaTeX) are kept as LaTeX between ``$``.
    """

    teks: str
    letak: Letak = TANPA_LETAK
    rentang_baris: int = 1
    rentang_kolom: int = 1
    is_hasil_ocr: bool = False


@dataclass(frozen=True, slots=True)
class Tabel:
    """
    A table as rows of cells. ``sel[b][k]`` is ``None`` where a merged cell that begins elsewhere covers the place.

    Every row has the same count of places (shorter printed rows are filled up with empty cells). ``judul`` is the
    caption or the sheet name if the format says it is one; captions that are plain paragraphs stay paragraphs.
    ``jumlah_kepala``: how many first rows the format itself marks as repeated head (0: it says nothing).
    """

    sel: tuple[tuple[SelBlok | None, ...], ...]
    letak: Letak = TANPA_LETAK
    judul: str = ""
    jumlah_kepala: int = 0

    @property
    def lebar(self) -> int:
        """Count of columns."""
        return len(self.sel[0]) if self.sel else 0


Blok = Paragraf | Tabel


@dataclass(frozen=True, slots=True)
class Berkas:
    """One file as blocks. ``catatan``: Indonesian sentences about what could not be read (a page without text, …)."""

    nama: str
    format: Format
    sidik: str
    """SHA-256 of the bytes, hexadecimal."""
    daftar_blok: tuple[Blok, ...]
    jumlah_halaman: int | None = None
    catatan: tuple[str, ...] = field(default=())

    def list_tabel(self) -> Iterator[Tabel]:
        """Yield the tables in reading order."""
        return (blok for blok in self.daftar_blok if isinstance(blok, Tabel))
