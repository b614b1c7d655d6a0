"""The layout as PDF/A-3b, typeset by Typst with the vendored fonts only; nothing is fetched and no system font read."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Final

import typst

from tolok.render.pdf.data import NAMA_LAMPIRAN, to_json
from tolok.render.tata_letak import Naskah
from tolok.render.ukur_huruf import PATH_HURUF

__all__ = ["NAMA_LAMPIRAN", "GalatPdf", "nomor_halaman", "render_pdf"]

_TEMPLAT: Final = Path(__file__).parent / "naskah.typ"
_KOSONG: Final = Path(__file__).parent / "kosong.typ"
_UMUR_INGATAN: Final = 9
"""So many empty pages, and Typst still knows the layout of the document before, but of none before that."""


class GalatPdf(Exception):
    """The typesetter refused or warned; a warning counts as an error because the page would not be what was meant."""


@cache
def _huruf() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(PATH_HURUF)])


def _make_compiler(templat: Path, **isian: str) -> typst.Compiler:
    return typst.Compiler(
        input=str(templat),
        root=str(templat.parent),
        font_paths=_huruf(),
        ignore_system_fonts=True,
        sys_inputs=isian,
    )


@cache
def _kosong() -> typst.Compiler:
    return _make_compiler(_KOSONG)


class _Terakhir:
    """
    The typesetter of the last document: PDF and the page numbers for DOCX come from one layout.

    Typst remembers for the whole process what it has laid out and forgets what the last ten documents did not use.
    Ten reports are most of a gigabyte, so before another document nine empty pages are set: what is made again with a
    small change stays quick, and all before it is forgotten.
    """

    def __init__(self) -> None:
        self._terakhir: tuple[Naskah, typst.Compiler] | None = None
        self._kunci = Lock()

    def compiler(self, naskah: Naskah) -> typst.Compiler:
        """Return the typesetter that holds this document; the very same object, for a document has no hash."""
        with self._kunci:
            if self._terakhir is None or self._terakhir[0] is not naskah:
                if self._terakhir is not None:
                    self._terakhir = None
                    for _ in range(_UMUR_INGATAN):
                        _kosong().compile(format="pdf")
                self._terakhir = (naskah, _make_compiler(_TEMPLAT, naskah=to_json(naskah)))
            return self._terakhir[1]


_TERAKHIR: Final = _Terakhir()


def render_pdf(naskah: Naskah) -> bytes:
    """
    Return the document as a tagged PDF/A-3b with the identities attached as ``tolok-identitas.json``.

    :raises GalatPdf: if the typesetter gives an error or a warning
    """
    waktu = datetime(naskah.tanggal.year, naskah.tanggal.month, naskah.tanggal.day, tzinfo=UTC)
    try:
        isi, peringatan = _TERAKHIR.compiler(naskah).compile_with_warnings(
            format="pdf", pdf_standards=["a-3b"], timestamp=waktu
        )
    except typst.TypstError as galat:
        raise GalatPdf(f"{galat.message} {' '.join(galat.hints)}\n{galat.diagnostic}") from galat
    if peringatan:
        raise GalatPdf("; ".join(satu.message for satu in peringatan))
    if not isinstance(isi, bytes):
        raise GalatPdf("penata huruf tidak memberi satu berkas PDF")
    return isi


def nomor_halaman(naskah: Naskah) -> dict[str, list[str]]:
    """
    Return the printed page numbers of all headings, tables and drawings, by the kind of their ``Jangkar``, in order.

    DOCX takes these for the contents it is delivered with, before the word processor has laid out its own pages.

    :raises GalatPdf: if the typesetter gives an error
    """
    try:
        jawaban = _TERAKHIR.compiler(naskah).query("<halaman>", field="value", one=True)
    except RuntimeError as galat:
        raise GalatPdf(str(galat)) from galat
    halaman_per_jenis: dict[str, list[str]] = json.loads(jawaban)
    return halaman_per_jenis
