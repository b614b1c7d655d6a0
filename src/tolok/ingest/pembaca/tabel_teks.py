"""Rows of a table written as plain lines: cells between tabs or between ``|``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from tolok.core.bacaan.blok import Tabel
from tolok.core.dokumen.sel import Letak
from tolok.ingest.pembaca.petak import SelMentah, place_sel
from tolok.ingest.pembaca.tanda_teks import strip_tanda_sel


class Pemisah(StrEnum):
    """What parts the cells of a line."""

    TAB = "\t"
    GARIS = "|"


_GARIS_PEMISAH: Final = re.compile(r"\s*:?[-=_]{2,}:?\s*")
_GARIS_KOTAK: Final = re.compile(r"\s*\+(?:[-=]+\+)+\s*")
_NOMOR_HALAMAN: Final = re.compile(r"[ivxlc]{1,8}|\d{0,3}|\.*\s?\d{1,3}", re.IGNORECASE)
_KEPALA_TERBANYAK: Final = 3
_RUMUS: Final = re.compile(r"\$[^$\n]{1,4000}\$")


def find_pemisah(baris: str) -> Pemisah | None:
    """Return what parts the cells of a line, or ``None`` if it is no row of a table."""
    rapi = baris.strip()
    if "\t" in baris.rstrip("\n") and rapi:
        return Pemisah.TAB
    if _GARIS_KOTAK.fullmatch(baris):
        return Pemisah.GARIS
    jumlah = _count_garis(rapi)
    if jumlah >= 2 and rapi.startswith("|"):
        return Pemisah.GARIS
    is_pemisah = jumlah >= 1 and all(_GARIS_PEMISAH.fullmatch(sel) for sel in rapi.strip("|").split("|"))
    return Pemisah.GARIS if is_pemisah or jumlah >= 2 else None


def _count_garis(rapi: str) -> int:
    if "|" not in rapi:
        return 0
    tanpa_rumus = _RUMUS.sub("", rapi) if "$" in rapi else rapi
    return tanpa_rumus.count("|") - tanpa_rumus.count("\\|")


def split_sel(baris: str, pemisah: Pemisah) -> list[str]:
    """Return the printed cells of a line, without marks."""
    if pemisah is Pemisah.TAB:
        return [strip_tanda_sel(sel) for sel in baris.split("\t")]
    rapi = baris.strip()
    rapi = rapi[1:] if rapi.startswith("|") else rapi
    rapi = rapi[:-1] if rapi.endswith("|") and not rapi.endswith("\\|") else rapi
    return [strip_tanda_sel(sel) for sel in _split_garis(rapi)]


def _split_garis(rapi: str) -> list[str]:
    """Split at every ``|`` that is neither escaped nor part of a formula."""
    daftar_rumus = [cocok.span() for cocok in _RUMUS.finditer(rapi)] if "$" in rapi else []
    hasil, mulai, urut = [], 0, 0
    for cocok in re.finditer(r"(?<!\\)\|", rapi):
        while urut < len(daftar_rumus) and daftar_rumus[urut][1] <= cocok.start():
            urut += 1
        if urut < len(daftar_rumus) and daftar_rumus[urut][0] < cocok.start():
            continue
        hasil.append(rapi[mulai : cocok.start()])
        mulai = cocok.end()
    return [*hasil, rapi[mulai:]]


def is_garis(daftar_sel: Sequence[str]) -> bool:
    """Whether a row only draws a line (``---|---``)."""
    return any(daftar_sel) and all(
        _GARIS_PEMISAH.fullmatch(sel) or _GARIS_KOTAK.fullmatch(sel) for sel in daftar_sel if sel
    )


def is_daftar_isi(daftar_baris: Sequence[Sequence[str]]) -> bool:
    """Whether the rows are entries of a table of contents: words, then a page number or nothing."""
    return all(
        len(baris) == 2 and len(baris[0]) > 4 and _NOMOR_HALAMAN.fullmatch(baris[1]) for baris in daftar_baris
    ) and any(baris[1] for baris in daftar_baris)


def is_pasangan(daftar_baris: Sequence[Sequence[str]]) -> bool:
    """Whether the rows are pairs set with a colon (``Nama<tab>: …``) or a single cell behind an indent."""
    return all(
        (sum(map(bool, baris)) <= 1 and len(baris) <= 3 and not (len(baris) > 1 and baris[0]))
        or any(sel.startswith(":") for sel in baris[1:])
        for baris in daftar_baris
    )


def build_tabel(daftar_baris: Sequence[tuple[int, list[str]]], *, halaman: int | None = None) -> Tabel | None:
    """Return the table of numbered rows without the lines drawn between them, or ``None`` if nothing is left."""
    terisi = [(nomor, baris) for nomor, baris in daftar_baris if any(baris) and not is_garis(baris)]
    if not terisi:
        return None
    sel = place_sel([[SelMentah(teks, nomor) for teks in baris] for nomor, baris in terisi], halaman=halaman)
    return Tabel(sel, Letak(halaman=halaman, baris=terisi[0][0]), jumlah_kepala=_count_kepala(daftar_baris))


def _count_kepala(daftar_baris: Sequence[tuple[int, list[str]]]) -> int:
    """Return how many rows stand over the only line of a markdown table; 0 if there is none, or several."""
    daftar_garis = [urut for urut, (_, baris) in enumerate(daftar_baris) if is_garis(baris)]
    is_kepala = len(daftar_garis) == 1 and 0 < daftar_garis[0] < len(daftar_baris) - 1
    return daftar_garis[0] if is_kepala and daftar_garis[0] <= _KEPALA_TERBANYAK else 0
