"""Small texts that several pages of this app show."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from django.utils.safestring import SafeString

from tolok.core.angka import Angka
from tolok.core.cetak_angka import format_angka
from tolok.core.dokumen.teks import Kalimat
from tolok.render.html.isi import isi_html, paragraf_html, tanpa_tautan
from tolok.render.susunan.unsur import blok_teks, isi
from tolok.render.tata_letak import DaftarButir, Paragraf

NAMA_FORMAT: Final = {
    "docx": "DOCX",
    "pdf": "PDF",
    "xlsx": "XLSX",
    "html": "HTML",
    "ttd": "Bertanda tangan",
}
IKON_FORMAT: Final = {
    "docx": "file-type-docx",
    "pdf": "file-type-pdf",
    "xlsx": "file-spreadsheet",
    "html": "world",
    "ttd": "signature",
}
_KILO: Final = 1000


def format_ukuran(bita: int) -> str:
    """Return "48 kB" or "1,2 MB"."""
    if bita < _KILO * _KILO:
        return f"{format_angka((Angka(bita) / _KILO).bulat(0))} kB"
    return f"{format_angka((Angka(bita) / (_KILO * _KILO)).bulat(1))} MB"


def kalimat_html(kalimat: Kalimat, tautan: Callable[[str], str] = tanpa_tautan) -> SafeString:
    """Return a sentence with each number linked to its story."""
    return SafeString(isi_html(isi(*kalimat), tautan=tautan))


def narasi_html(daftar_blok: Iterable[object], tautan: Callable[[str], str] = tanpa_tautan) -> SafeString:
    """Return the paragraphs and lists of a narrative as the paper shows them."""
    hasil = []
    for blok in blok_teks(daftar_blok):  # type: ignore[arg-type]
        if isinstance(blok, Paragraf):
            hasil.append(paragraf_html(blok, tautan))
        elif isinstance(blok, DaftarButir):
            unsur = "ul" if blok.jenis == "bulatan" else "ol"
            butir = "".join(f"<li>{isi_html(satu, tautan=tautan)}</li>" for satu in blok.butir)
            hasil.append(f"<{unsur}>{butir}</{unsur}>")
    return SafeString("".join(hasil))
