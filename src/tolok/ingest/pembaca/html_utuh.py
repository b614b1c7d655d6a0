"""A whole HTML page (a saved web page, a spreadsheet exported as HTML): headings, paragraphs and tables in order."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from typing import Final

from tolok.core.bacaan.blok import Blok, Paragraf
from tolok.core.dokumen.sel import Letak
from tolok.ingest.pembaca.tabel_html import find_akhir_tabel, read_tabel_html
from tolok.ingest.pembaca.tanda_teks import strip_tanda_baris

_HALAMAN: Final = re.compile(r"\s*(?:<\?xml[^<>]{0,200}>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_PERNYATAAN: Final = re.compile(r"\s*(?:<[!?][^<>]{0,300}>\s{0,100}){0,5}")
_BLOK: Final = re.compile(
    r"<(?P<tutup>/?)(?P<nama>h[1-6]|p|div|section|article|header|footer|main|nav|aside|ul|ol|li|dl|dt|dd|figure"
    r"|figcaption|blockquote|pre|br|hr|table|title|style|script|head|body|html)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_TERSEMBUNYI: Final = frozenset({"style", "script", "title"})


def is_html(teks: str) -> bool:
    """Whether a text is a whole HTML page."""
    return _HALAMAN.match(teks) is not None


def read_html(teks: str) -> Iterator[Blok]:
    """Yield the blocks of a page, each with the line it begins on; every mark is looked at once."""
    baris = [cocok.start() for cocok in re.finditer("\n", teks)]
    awal = _PERNYATAAN.match(teks)
    mulai = posisi = awal.end() if awal else 0
    tingkat, tersembunyi = 0, ""
    while (cocok := _BLOK.search(teks, posisi)) is not None:
        nama, tutup = cocok["nama"].casefold(), bool(cocok["tutup"])
        if tersembunyi and not (tutup and nama == tersembunyi):
            posisi = cocok.end()
            continue
        isi = "" if tersembunyi else strip_tanda_baris(" ".join(teks[mulai : cocok.start()].split()))
        if isi:
            yield Paragraf(isi, Letak(baris=bisect.bisect_left(baris, mulai) + 1), tingkat)
        posisi = mulai = cocok.end()
        tersembunyi = nama if nama in _TERSEMBUNYI and not tutup else ""
        tingkat = int(nama[1]) if nama[0] == "h" and nama[1:].isdigit() and not tutup else 0
        if nama == "table" and not tutup:
            akhir = find_akhir_tabel(teks, cocok.start())
            nomor = bisect.bisect_left(baris, cocok.start()) + 1
            if tabel := read_tabel_html(teks[cocok.start() : akhir], baris=nomor):
                yield tabel
            posisi = mulai = akhir
    if isi := strip_tanda_baris(" ".join(teks[mulai:].split())):
        yield Paragraf(isi, Letak(baris=bisect.bisect_left(baris, mulai) + 1))
