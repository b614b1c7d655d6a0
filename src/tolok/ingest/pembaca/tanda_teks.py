"""Marks inside a line of text: HTML and markdown marks become plain lines, formulas between ``$`` stay as they are."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Final

_RUMUS: Final = re.compile(r"(\$\$[^$]{1,4000}\$\$|\$[^$\n]{1,4000}\$)")
_GANTI_BARIS: Final = re.compile(r"<\s*(?:br|/?p|/?div|/?li|/?ul|/?ol|hr)\b[^<>]{0,500}>", re.IGNORECASE)
_TANDA_HTML: Final = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]{0,10}\b[^<>]{0,500}/?>|<!--[^<>]{0,500}-->")
_GAMBAR: Final = re.compile(r"!\[[^\[\]]{0,300}\]\([^()\s]{0,500}\)")
_TAUTAN: Final = re.compile(r"\[([^\[\]]{1,300})\]\([^()\s]{1,500}\)")
_TEBAL: Final = re.compile(r"\*{2,3}|__(?=\S)|(?<=\S)__(?!\w)")
_MIRING: Final = re.compile(r"(?<![\w*\\])\*(?=[^\s*])([^*\n]{1,300}?)(?<=\S)\*(?![\w*])")
_LOLOS: Final = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>%&$])")
_BARIS_KOSONG: Final = re.compile(r"\s*\n\s*")


def map_luar_rumus(teks: str, ubah: Callable[[str], str]) -> str:
    """Return the text with ``ubah`` applied to every stretch outside formulas between ``$``."""
    if "$" not in teks:
        return ubah(teks)
    return "".join(bagian if urut % 2 else ubah(bagian) for urut, bagian in enumerate(_RUMUS.split(teks)))


def strip_tanda_sel(teks: str) -> str:
    """Return the text of a cell: ``<br>``, ``<p>``, ``<li>`` end a line, other marks go, entities are letters."""
    polos = map_luar_rumus(teks, lambda luar: _strip_markdown(_TANDA_HTML.sub("", _GANTI_BARIS.sub("\n", luar))))
    return _BARIS_KOSONG.sub("\n", polos).strip()


def strip_tanda_baris(teks: str) -> str:
    """Return one line of running text without marks; it stays one line."""
    polos = map_luar_rumus(teks, lambda luar: _strip_markdown(_TANDA_HTML.sub("", _GANTI_BARIS.sub(" ", luar))))
    return polos.strip()


def _strip_markdown(teks: str) -> str:
    teks = _TAUTAN.sub(r"\1", _GAMBAR.sub("", teks))
    teks = _MIRING.sub(r"\1", _TEBAL.sub("", teks))
    return html.unescape(_LOLOS.sub(r"\1", teks)).replace("\xa0", " ")
