"""The typographic choices that all paper formats share: pages, margins, fonts and sizes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from tolok.render.tata_letak import Gambar, Judul, Paragraf, Tabel, Teks

HURUF: Final = "Liberation Serif"
HURUF_GAMBAR: Final = "Liberation Sans"
UKURAN_ISI: Final = 11
UKURAN_KETERANGAN: Final = 9
UKURAN_KAKI: Final = 9
UKURAN_JUDUL: Final = {1: 13, 2: 12, 3: 11, 4: 11}
RUANG_TANDA_TANGAN_MM: Final = 22

_BUKAN_TEKS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
PERAN_TEBAL: Final = frozenset({"kepala", "program", "subtotal", "total"})
"""Roles of table cells whose text is bold."""

PERAN_LATAR: Final = frozenset({"kepala", "subtotal", "total"})
"""Roles of table cells on a grey ground."""


@dataclass(frozen=True, slots=True)
class Halaman:
    """A page of A4 and its margins, in millimetres."""

    lebar: int
    tinggi: int
    atas: int
    kanan: int
    bawah: int
    kiri: int

    @property
    def lebar_isi(self) -> int:
        """The width between the margins."""
        return self.lebar - self.kiri - self.kanan

    @property
    def tinggi_isi(self) -> int:
        """The height between the margins."""
        return self.tinggi - self.atas - self.bawah


TEGAK: Final = Halaman(210, 297, 25, 25, 25, 30)
MENDATAR: Final = Halaman(297, 210, 30, 20, 20, 20)
"""A landscape page is bound at its upper edge, so the wide margin is there."""


def halaman(mendatar: bool) -> Halaman:
    """Return the page of an orientation."""
    return MENDATAR if mendatar else TEGAK


def clean_teks(teks: str) -> str:
    """Return the text without characters that no document may hold (control characters, lone surrogates)."""
    return _BUKAN_TEKS.sub("", teks.replace("\r\n", "\n").replace("\r", "\n"))


def ukuran_tabel(tabel: Tabel) -> int:
    """Return the font size wanted for a table in points: as given, else by the number of its columns."""
    if tabel.ukuran_huruf is not None:
        return tabel.ukuran_huruf
    jumlah = len(tabel.lebar)
    return 10 if jumlah <= 5 else 9 if jumlah <= 8 else 8


def teks_judul(judul: Judul) -> str:
    """Return a heading as the contents print it: number and text on one line."""
    return f"{judul.nomor} {judul.teks}".strip()


def is_judul_bertingkat(judul: Judul) -> bool:
    """Whether number and text stand on two lines ("BAB I" above "PENDAHULUAN")."""
    return judul.tingkat == 1 and bool(judul.nomor) and not judul.nomor[0].isdigit()


def sebutan(blok: Tabel | Gambar) -> str:
    """Return the word before the number in a caption."""
    return "Tabel" if isinstance(blok, Tabel) else "Gambar"


def teks_keterangan(blok: Tabel | Gambar) -> str:
    """Return the caption of a table or drawing, ``""`` if it has neither number nor title."""
    return f"{sebutan(blok)} {blok.nomor} {blok.judul}".strip() if blok.nomor else blok.judul


def teks_paragraf(paragraf: Paragraf) -> str:
    """Return the plain text of a paragraph, formulas left out."""
    return "".join(clean_teks(isi.teks) for isi in paragraf.isi if isinstance(isi, Teks))


def taksir_jumlah_baris(teks: str, *, lebar_mm: int, ukuran: int) -> int:
    """Return about how many lines a text takes in a column; good enough to choose what may be split."""
    huruf_per_baris = max(1, lebar_mm * 100 // (17 * ukuran))
    return sum(max(1, -(-len(baris) // huruf_per_baris)) for baris in teks.split("\n"))


def skala_gambar(gambar: Gambar, bidang: Halaman) -> float:
    """Return the factor that makes a drawing fit between the margins, never above 1."""
    return min(1.0, bidang.lebar_isi * 10 / gambar.lebar, bidang.tinggi_isi * 9 / gambar.tinggi)
