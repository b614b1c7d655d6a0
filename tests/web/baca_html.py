"""Reading a page as its reader does: tables row by row, and the texts of the page."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from django.http import HttpResponseBase


class _PembacaTabel(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.daftar_tabel: list[list[list[str]]] = []
        self._sel: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.daftar_tabel.append([])
        elif tag == "tr" and self.daftar_tabel:
            self.daftar_tabel[-1].append([])
        elif tag in ("td", "th") and self.daftar_tabel and self.daftar_tabel[-1]:
            self._sel = []

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th") and self._sel is not None:
            self.daftar_tabel[-1][-1].append(" ".join(" ".join(self._sel).split()))
            self._sel = None

    def handle_data(self, data: str) -> None:
        if self._sel is not None:
            self._sel.append(data)


def get_isi(jawaban: HttpResponseBase) -> str:
    """Return the HTML of an answer."""
    return jawaban.content.decode()  # type: ignore[attr-defined,no-any-return]


def list_tabel(jawaban: HttpResponseBase) -> list[list[list[str]]]:
    """Return the tables of a page: rows of the texts of their cells."""
    pembaca = _PembacaTabel()
    pembaca.feed(get_isi(jawaban))
    return pembaca.daftar_tabel


def get_baris(jawaban: HttpResponseBase, awal: str) -> list[str]:
    """Return the cells of the first row whose first cell holds a text."""
    for tabel in list_tabel(jawaban):
        for baris in tabel:
            if baris and awal in baris[0]:
                return baris
    raise AssertionError(f"tidak ada baris {awal!r}")


def get_teks(jawaban: HttpResponseBase) -> str:
    """Return everything a page says in the body, without marks and with plain spaces."""
    badan = re.sub(r"(?s)<(script|style|svg|head)\b.*?</\1>", " ", get_isi(jawaban))
    return " ".join(re.sub(r"<[^>]+>", " ", badan).replace("\xa0", " ").split())
