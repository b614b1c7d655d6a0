"""A list of a page as a file: the same rows and texts, as a workbook or as lines for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.http import HttpResponse

from tolok.core.cetak_angka import KOSONG, MINUS, SPASI_KERAS
from tolok.core.dokumen.sel import Sel
from tolok.core.nilai import Bilangan
from tolok.render.susunan.unsur import kepala, keterangan, paragraf, sel_angka, sel_teks, tabel
from tolok.render.tata_letak import Judul, Naskah, Seksi, SelTabel
from tolok.render.xlsx import render_xlsx

BENTUK: Final = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_BOM: Final = "\ufeff"
_AWAL_RUMUS: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""With what a spreadsheet begins a formula, also in the wide forms that East Asian ones read."""

Isi = str | Sel
"""A cell: a text, or a quantity with its identity."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unduhan:
    """A list to be saved; ``lebar`` are the relative widths of its columns, ``pada`` the day it speaks of."""

    nama_berkas: str
    judul: str
    pengantar: str
    penerbit: str
    pada: date
    kepala: Sequence[str]
    lebar: Sequence[int]
    daftar_baris: Sequence[Sequence[Isi]]
    daftar_catatan: Sequence[str] = ()


def make_jawaban(unduhan: Unduhan, bentuk: str) -> HttpResponse:
    """
    Return the list as a file.

    :param bentuk: a key of ``BENTUK``
    """
    isi = render_csv(unduhan) if bentuk == "csv" else render_buku(unduhan)
    jawaban = HttpResponse(isi, content_type=BENTUK[bentuk])
    jawaban["Content-Disposition"] = f'attachment; filename="{unduhan.nama_berkas}.{bentuk}"'
    return jawaban


def render_csv(unduhan: Unduhan) -> bytes:
    """
    Return the rows as text that a spreadsheet in Indonesian opens as it is: semicolons, decimal commas, no thousands.

    Texts that a spreadsheet would run as a formula are disarmed with an apostrophe; numbers stay numbers.
    """
    wadah = io.StringIO()
    penulis = csv.writer(wadah, delimiter=";", lineterminator="\r\n")
    penulis.writerow(map(_tulis_polos, unduhan.kepala))
    penulis.writerows([_tulis_polos(satu) for satu in baris] for baris in unduhan.daftar_baris)
    return (_BOM + wadah.getvalue()).encode()


def render_buku(unduhan: Unduhan) -> bytes:
    """Return the rows as a workbook; the hidden sheet says which quantity each number is."""
    isi = tabel(
        kepala=[[kepala(satu) for satu in unduhan.kepala]],
        baris=[[_tulis_sel(satu) for satu in baris] for baris in unduhan.daftar_baris],
        lebar=unduhan.lebar,
        catatan=[keterangan(satu) for satu in unduhan.daftar_catatan],
    )
    naskah = Naskah(
        jenis="daftar",
        judul=f"{unduhan.judul}, {unduhan.penerbit}",
        subjek=unduhan.judul,
        penerbit=unduhan.penerbit,
        tanggal=unduhan.pada,
        seksi=(Seksi((Judul(1, unduhan.judul), paragraf(unduhan.pengantar), isi), mendatar=True),),
        nama_berkas=unduhan.nama_berkas,
    )
    return render_xlsx(naskah)


def _tulis_polos(isi: Isi) -> str:
    """Return a number without thousands, ``Rp`` and ``%``, nothing where there is no value, or a text."""
    if isinstance(isi, str):
        return _jinakkan(isi)
    if not isinstance(isi.nilai, Bilangan):
        return "" if isi.tercetak == KOSONG else _jinakkan(isi.tercetak)
    polos = isi.tercetak.replace("Rp", "").replace(SPASI_KERAS, "").removesuffix("%")
    return polos.replace(".", "").replace(MINUS, "-")


def _jinakkan(teks: str) -> str:
    """
    Return a text that no spreadsheet takes for a formula.

    Some drop blanks and control characters before they look, so what follows those counts, and those themselves do.
    """
    is_rumus = teks.lstrip().startswith(_AWAL_RUMUS) or teks.startswith(("\t", "\r", "\n"))
    return f"'{teks}" if is_rumus else teks


def _tulis_sel(isi: Isi) -> SelTabel:
    return sel_teks(isi) if isinstance(isi, str) else sel_angka(isi)
