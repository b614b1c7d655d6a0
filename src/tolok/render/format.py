"""The file formats: their names, their media types, and the way from a layout to bytes."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tolok.render.tata_letak import Naskah

FORMAT: Final = ("docx", "pdf", "xlsx", "html")

TIPE_ISI: Final = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "html": "text/html; charset=utf-8",
}


def render_format(naskah: Naskah, nama: str) -> bytes:
    """Return the document as a file of this format; only its writer is imported."""
    modul = import_module(f"tolok.render.{nama}")
    isi: bytes = getattr(modul, f"render_{nama}")(naskah)
    return isi
