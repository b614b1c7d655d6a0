"""What may be uploaded: by the first bytes of the content, never by the name."""

from __future__ import annotations

import io
import zipfile
from typing import Final

MB: Final = 1 << 20
BATAS_UNGGAHAN: Final = 50 * MB
TIPE: Final = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "txt": "text/plain; charset=utf-8",
}
DITERIMA: Final = ".pdf,.docx,.xlsx,.txt,.md"
_AWAL_PDF: Final = 1024
_BUKAN_TEKS: Final = 50
"""At most one byte in so many may be a control character."""


def find_format(isi: bytes) -> str:
    """Return ``pdf``, ``docx``, ``xlsx`` or ``txt``; ``""`` for anything else, above all for what holds macros."""
    if b"%PDF-" in isi[:_AWAL_PDF]:
        return "pdf"
    if isi.startswith(b"PK\x03\x04"):
        return _format_arsip(isi)
    return "txt" if _is_teks(isi) else ""


def _format_arsip(isi: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            nama = set(arsip.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return ""
    if any(satu.lower().endswith("vbaproject.bin") for satu in nama):
        return ""
    if "word/document.xml" in nama:
        return "docx"
    return "xlsx" if "xl/workbook.xml" in nama else ""


def _is_teks(isi: bytes) -> bool:
    """Whether the bytes look like text in UTF-8, UTF-16 or an older code: no control characters to speak of."""
    awal = isi[: 64 * 1024]
    if not awal.strip():
        return False
    if awal.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    kendali = sum(bita < 9 or 13 < bita < 32 for bita in awal)
    return kendali * _BUKAN_TEKS <= len(awal) and b"\x00" not in awal
