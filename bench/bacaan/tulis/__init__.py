"""A printed document as a file: text with tab, pipe or HTML tables, DOCX, XLSX, PDF."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from bench.bacaan.tata.naskah import NaskahCetak
from bench.bacaan.tulis.docx import write_docx
from bench.bacaan.tulis.pdf import write_pdf
from bench.bacaan.tulis.teks import write_teks
from bench.bacaan.tulis.xlsx import write_xlsx

DAFTAR_FORMAT: Final[dict[str, tuple[str, Callable[[NaskahCetak], bytes]]]] = {
    "teks": ("md", write_teks),
    "docx": ("docx", write_docx),
    "xlsx": ("xlsx", write_xlsx),
    "pdf": ("pdf", write_pdf),
}
"""Format -> suffix and writer."""
