"""The layout as PDF/A-3b, typeset by Typst with the vendored fonts only; nothing is fetched and no system font read."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Final

import typst

from tolok.render.pdf.data import NAMA_LAMPIRAN, to_json
from tolok.render.tata_letak import Naskah
from tolok.render.ukur_huruf import PATH_HURUF

__all__ = ["NAMA_LAMPIRAN", "GalatPdf", "nomor_halaman", "render_pdf"]

_TEMPLAT: Final = Path(__file__).parent / "naskah.typ"


class GalatPdf(Exception):
    """The typesetter refused or warned; a warning counts as an error because the page would not be what was meant."""


@cache
def _huruf() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(PATH_HURUF)])


def _compiler(naskah: Naskah) -> typst.Compiler:
    """The typesetter remembers what it has laid out, so a second use of the same document costs next to nothing."""
    return typst.Compiler(
        input=str(_TEMPLAT),
        root=str(_TEMPLAT.parent),
        font_paths=_huruf(),
        ignore_system_fonts=True,
        sys_inputs={"naskah": to_json(naskah)},
    )


def render_pdf(naskah: Naskah) -> bytes:
    """
    Return the document as a tagged PDF/A-3b with the identities attached as ``tolok-identitas.json``.

    :raises GalatPdf: if the typesetter gives an error or a warning
    """
    waktu = datetime(naskah.tanggal.year, naskah.tanggal.month, naskah.tanggal.day, tzinfo=UTC)
    try:
        isi, peringatan = _compiler(naskah).compile_with_warnings(format="pdf", pdf_standards=["a-3b"], timestamp=waktu)
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
        jawaban = _compiler(naskah).query("<halaman>", field="value", one=True)
    except RuntimeError as galat:
        raise GalatPdf(str(galat)) from galat
    halaman_per_jenis: dict[str, list[str]] = json.loads(jawaban)
    return halaman_per_jenis
