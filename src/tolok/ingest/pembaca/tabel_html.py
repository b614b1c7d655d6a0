"""HTML tables inside a text: rows and cells with their spans, each with the line it begins on."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final

from tolok.core.bacaan.blok import Tabel
from tolok.core.dokumen.sel import Letak
from tolok.ingest.pembaca.petak import SelMentah, place_sel
from tolok.ingest.pembaca.tanda_teks import map_luar_rumus, strip_tanda_sel

_TANDA: Final = re.compile(
    r"</?(?:table|thead|tbody|tfoot|tr|t[dh]|caption|br|p|div|li|[uo]l)\b[^<>]{0,500}>", re.IGNORECASE
)
_BUANG: Final = re.compile(
    r"<!--(?:(?!-->)[^<]){0,2000}-->|</?[a-zA-Z][a-zA-Z0-9:]{0,15}\b[^<>]{0,500}>", re.IGNORECASE
)
_UJUNG: Final = re.compile(r"<(/?)table\b[^<>]{0,500}>", re.IGNORECASE)
_ANGKA: Final = re.compile(r"\d{1,6}")
_SEL: Final = frozenset({"td", "th"})
_GANTI_BARIS: Final = frozenset({"br", "p", "div", "li", "ul", "ol", "tr"})


def read_tabel_html(teks: str, *, baris: int, halaman: int | None = None) -> Tabel | None:
    """
    Return the table written in a piece of HTML, or ``None`` if it has no cell. A table within a cell is its text.

    Only the marks of tables reach the parser, each of bounded length, so that its time is linear in the text.

    :param baris: line of the text the piece begins on
    """
    pengurai = _Pengurai(baris)
    pengurai.feed(_keep_tanda_tabel(teks))
    pengurai.close()
    pengurai.end_baris()
    sel = place_sel(pengurai.daftar_baris, halaman=halaman)
    if not sel or not sel[0]:
        return None
    return Tabel(sel, Letak(halaman=halaman, baris=baris), strip_tanda_sel(pengurai.judul), pengurai.jumlah_kepala)


def find_akhir_tabel(teks: str, mulai: int) -> int:
    """Return where the table that begins at a place ends, with those inside it; the end of the text without an end."""
    dalam = 0
    for cocok in _UJUNG.finditer(teks, mulai):
        dalam += -1 if cocok[1] else 1
        if dalam == 0:
            return cocok.end()
    return len(teks)


def _keep_tanda_tabel(teks: str) -> str:
    """Return the text with every ``<`` and ``&`` escaped that does not belong to a mark of a table."""
    bersih = map_luar_rumus(teks, _buang_tanda_lain)
    hasil, akhir = [], 0
    for cocok in _TANDA.finditer(bersih):
        hasil += [_escape(bersih[akhir : cocok.start()]), cocok[0]]
        akhir = cocok.end()
    return "".join([*hasil, _escape(bersih[akhir:])])


def _buang_tanda_lain(teks: str) -> str:
    return _BUANG.sub(lambda cocok: cocok[0] if _TANDA.fullmatch(cocok[0]) else "\n" * cocok[0].count("\n"), teks)


def _escape(teks: str) -> str:
    return teks.replace("&", "&amp;").replace("<", "&lt;")


class _Pengurai(HTMLParser):
    """Collects the cells; rows and cells that are not closed end where the next one begins."""

    def __init__(self, baris: int) -> None:
        super().__init__(convert_charrefs=True)
        self.daftar_baris: list[list[SelMentah]] = []
        self.jumlah_kepala = 0
        self.judul = ""
        self._geser = baris - 1
        self._dalam = 0
        self._baris: list[SelMentah] | None = None
        self._sel: SelMentah | None = None
        self._isi: list[str] = []
        self._is_kepala = False
        self._is_judul = False
        self._semua_th = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, row or cell; a mark that ends a line within a cell is one."""
        if tag == "table":
            self._dalam += 1
        if self._dalam > 1:
            self._isi.append("\n" if tag in _GANTI_BARIS else " ")
        elif tag == "tr":
            self.end_baris()
            self._baris, self._semua_th = [], True
        elif tag in _SEL:
            self._begin_sel(tag, {nama: nilai or "" for nama, nilai in attrs})
        elif tag in ("thead", "caption"):
            self._is_kepala, self._is_judul = tag == "thead", tag == "caption"
        elif self._sel is not None and tag in _GANTI_BARIS:
            self._isi.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End a table, row or cell."""
        if tag == "table":
            self._dalam = max(0, self._dalam - 1)
        elif self._dalam > 1:
            return
        elif tag in _SEL:
            self._end_sel()
        elif tag == "tr":
            self.end_baris()
        elif tag == "thead":
            self.end_baris()
            self._is_kepala = False
        elif tag == "caption":
            self._is_judul = False
        elif self._sel is not None and tag in _GANTI_BARIS:
            self._isi.append("\n")

    def handle_data(self, data: str) -> None:
        """Keep the text of a cell or of the caption."""
        if self._sel is not None:
            self._isi.append(data)
        elif self._is_judul:
            self.judul += data

    def _begin_sel(self, tag: str, atribut: dict[str, str]) -> None:
        self._end_sel()
        if self._baris is None:
            self._baris, self._semua_th = [], True
        self._semua_th = self._semua_th and tag == "th"
        self._sel = SelMentah(
            "", self._geser + self.getpos()[0], _rentang(atribut.get("rowspan")), _rentang(atribut.get("colspan"))
        )

    def _end_sel(self) -> None:
        if self._sel is not None and self._baris is not None:
            self._baris.append(self._sel._replace(teks=strip_tanda_sel("".join(self._isi))))
        self._sel, self._isi = None, []

    def end_baris(self) -> None:
        """Put the row away, counting it as head if the table says so."""
        self._end_sel()
        if self._baris:
            is_awal = self.jumlah_kepala == len(self.daftar_baris)
            self.jumlah_kepala += is_awal and (self._is_kepala or self._semua_th)
            self.daftar_baris.append(self._baris)
        self._baris = None


def _rentang(teks: str | None) -> int:
    cocok = _ANGKA.match((teks or "").strip())
    return int(cocok[0]) if cocok else 1
