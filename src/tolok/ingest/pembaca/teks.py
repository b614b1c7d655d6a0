"""
Text and markdown files become blocks: headings, paragraphs, and tables between tabs, between ``|`` or in HTML.

Every line is looked at once, and every place is the 1-based line of the file. Text that OCR put into markdown is read
the same way: its drawn lines, links and emphasis are marks, not text.
"""

from __future__ import annotations

import hashlib
import re
from typing import Final

from tolok.core.bacaan.blok import Berkas, Blok, Format, Paragraf
from tolok.core.dokumen.sel import Letak
from tolok.ingest.pembaca.dekode import decode_teks
from tolok.ingest.pembaca.html_utuh import is_html, read_html
from tolok.ingest.pembaca.judul_teks import read_pagar, read_tingkat
from tolok.ingest.pembaca.tabel_html import find_akhir_tabel, read_tabel_html
from tolok.ingest.pembaca.tabel_teks import (
    Pemisah,
    build_tabel,
    find_pemisah,
    is_daftar_isi,
    is_pasangan,
    split_sel,
)
from tolok.ingest.pembaca.tanda_teks import strip_tanda_baris

_BUKA_TABEL: Final = re.compile(r"<table\b", re.IGNORECASE)
_TUTUP_TABEL: Final = re.compile(r"</table\s*>", re.IGNORECASE)
_TANDA_TABEL: Final = re.compile(r"</?t(?:able|head|body|r|d|h)\b", re.IGNORECASE)
_HALAMAN: Final = re.compile(
    r"<!--\s*(?:page|halaman)\s*:?\s*(?P<komentar>\d{1,4})[^<>]{0,80}-->"
    r"|[-=–—*_\[\s]*(?:page|halaman)\s+(?P<kata>\d{1,4})(?:\s*(?:of|dari|/)\s*\d{1,4})?[-=–—*_\]\s]*"
    r"|\{(?P<kurung>\d{1,4})\}-{10,}",
    re.IGNORECASE,
)
_BUTIR: Final = re.compile(r"\s*(?:[-•●▪*+]\s|\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)]\s)", re.IGNORECASE)
_HANYA_HURUF_MATI: Final = re.compile(r"[\s*_#>]*")


def read_teks(isi: bytes, nama: str) -> Berkas:
    """
    Return the blocks of a text file.

    A paragraph keeps its lines, parted by ``\\n``: a letter stands on ``letak.baris`` plus the line ends before it.

    :param isi: the bytes of the file, of any encoding agencies use
    """
    teks, catatan = decode_teks(isi)
    pembaca = _Pembaca(teks)
    daftar_blok = read_html(teks) if is_html(teks) else pembaca.read()
    return Berkas(
        nama=nama,
        format=Format.TEKS,
        sidik=hashlib.sha256(isi).hexdigest(),
        daftar_blok=tuple(daftar_blok),
        jumlah_halaman=pembaca.halaman,
        catatan=catatan,
    )


class _Pembaca:
    """One pass over the lines; ``_kumpul`` is the paragraph and ``_deret`` the run of rows being read."""

    def __init__(self, teks: str) -> None:
        self._daftar_baris = teks.split("\n")
        self.halaman: int | None = 1 if "\f" in teks else None
        self._hasil: list[Blok] = []
        self._kumpul: list[tuple[int, str]] = []
        self._deret: list[tuple[int, str]] = []
        self._pemisah = Pemisah.TAB

    def read(self) -> list[Blok]:
        """Return the blocks in reading order."""
        nomor = 1
        while nomor <= len(self._daftar_baris):
            nomor += self._read_baris(nomor, self._daftar_baris[nomor - 1])
        self._end()
        return self._hasil

    def _read_baris(self, nomor: int, baris: str) -> int:
        """Read what begins on a line and return how many lines it takes."""
        while baris.startswith("\f"):
            self._end()
            self.halaman = (self.halaman or 0) + (1 if self._hasil or nomor > 1 else 0)
            baris = baris[1:]
        baris = baris.replace("\f", " ")
        if tanda := _HALAMAN.fullmatch(baris.strip()):
            self._end()
            self.halaman = int(tanda[tanda.lastgroup or 0]) + (tanda.lastgroup == "kurung")
        elif _BUKA_TABEL.search(baris):
            return self._read_html(nomor, baris)
        elif not baris.strip():
            self._end()
        elif pemisah := find_pemisah(baris):
            self._add_baris_tabel(nomor, baris, pemisah)
        elif pagar := read_pagar(baris):
            self._end()
            self._add_paragraf(nomor, strip_tanda_baris(pagar[1]), pagar[0])
        else:
            self._end_deret()
            if _BUTIR.match(baris) or _is_batas_tebal(self._kumpul, baris):
                self._end_kumpul()
            self._kumpul.append((nomor, baris))
        return 1

    def _read_html(self, nomor: int, baris: str) -> int:
        """Read an HTML table and the text before it on its line; without an end it goes on while there are marks."""
        self._end()
        awal = _BUKA_TABEL.search(baris)
        assert awal is not None  # the caller saw it
        if sebelum := strip_tanda_baris(baris[: awal.start()]):
            self._add_paragraf(nomor, sebelum)
        potongan, dalam, jumlah = [baris[awal.start() :]], 0, 1
        while True:
            dalam += len(_BUKA_TABEL.findall(potongan[-1])) - len(_TUTUP_TABEL.findall(potongan[-1]))
            berikut = nomor + jumlah
            if dalam <= 0 or berikut > len(self._daftar_baris):
                break
            if not potongan[-1].strip() and not _TANDA_TABEL.search(self._daftar_baris[berikut - 1]):
                break
            potongan.append(self._daftar_baris[berikut - 1])
            jumlah += 1
        self._add_html(nomor, "\n".join(potongan))
        return jumlah

    def _add_html(self, nomor: int, teks: str) -> None:
        """Put away the tables of a piece of HTML and the words between and behind them."""
        mulai = 0
        while (awal := _BUKA_TABEL.search(teks, mulai)) is not None:
            self._add_sela(nomor, teks, mulai, awal.start())
            mulai = find_akhir_tabel(teks, awal.start())
            baris = nomor + teks.count("\n", 0, awal.start())
            if tabel := read_tabel_html(teks[awal.start() : mulai], baris=baris, halaman=self.halaman):
                self._hasil.append(tabel)
        self._add_sela(nomor, teks, mulai, len(teks))

    def _add_sela(self, nomor: int, teks: str, mulai: int, akhir: int) -> None:
        if sela := strip_tanda_baris(teks[mulai:akhir].replace("\n", " ")):
            self._add_paragraf(nomor + teks.count("\n", 0, mulai), sela)

    def _add_baris_tabel(self, nomor: int, baris: str, pemisah: Pemisah) -> None:
        self._end_kumpul()
        if self._deret and pemisah is not self._pemisah:
            self._end_deret()
        self._pemisah = pemisah
        self._deret.append((nomor, baris))

    def _end(self) -> None:
        self._end_kumpul()
        self._end_deret()

    def _end_kumpul(self) -> None:
        """Put the paragraph away; one that is bold from end to end is a heading."""
        if not self._kumpul:
            return
        mentah = "\n".join(baris.strip() for _, baris in self._kumpul)
        is_tebal = len(mentah) > 4 and mentah.startswith("**") and mentah.endswith("**") and mentah.count("**") == 2
        teks = "\n".join(strip_tanda_baris(baris) for baris in mentah.strip("*" if is_tebal else "").split("\n"))
        tingkat = read_tingkat(teks, is_tebal=is_tebal)
        self._add_paragraf(self._kumpul[0][0], teks.removeprefix("- ") if tingkat else teks, tingkat)
        self._kumpul = []

    def _end_deret(self) -> None:
        """Put the run of rows away: a table, or paragraphs if its tabs only set words apart."""
        if not self._deret:
            return
        deret = [(nomor, split_sel(baris, self._pemisah)) for nomor, baris in self._deret]
        self._deret = []
        daftar_sel = [sel for _, sel in deret]
        is_kata = self._pemisah is Pemisah.TAB and (is_daftar_isi(daftar_sel) or is_pasangan(daftar_sel))
        if is_kata or all(len(sel) < 2 for sel in daftar_sel):
            for nomor, sel in deret:
                self._add_paragraf(nomor, " ".join(filter(None, sel)).replace("\n", " "))
        elif tabel := build_tabel(deret, halaman=self.halaman):
            self._hasil.append(tabel)

    def _add_paragraf(self, nomor: int, teks: str, tingkat: int = 0) -> None:
        if not _HANYA_HURUF_MATI.fullmatch(teks):
            self._hasil.append(Paragraf(teks, Letak(halaman=self.halaman, baris=nomor), tingkat))


def _is_batas_tebal(kumpul: list[tuple[int, str]], baris: str) -> bool:
    """Whether a line begins a bold heading of its own, or follows one."""
    if not kumpul:
        return False
    is_utuh = len(kumpul) == 1 and kumpul[0][1].strip().startswith("**") and kumpul[0][1].strip().endswith("**")
    return is_utuh or (baris.strip().startswith("**") and "**" not in kumpul[-1][1])
