"""
How a table stands on a page: where its cells are, how wide its columns become, which rows stay whole.

The layout gives weights; here a column whose longest number or word would not fit takes from those with room to
spare, and only if the page is too narrow for all of them words are broken and then the type is made smaller.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from tolok.core.rumus.printing import to_teks
from tolok.render.gaya import (
    PERAN_TEBAL,
    UKURAN_KETERANGAN,
    Halaman,
    clean_teks,
    taksir_jumlah_baris,
    teks_paragraf,
    ukuran_tabel,
)
from tolok.render.kisi import Petak, place_tabel
from tolok.render.penggalan import penggal
from tolok.render.tata_letak import Matematika, SelTabel, Tabel, Teks
from tolok.render.ukur_huruf import lebar_teks_mm

INDEN_MM: Final = 3
_TEPI_SEL_MM: Final = 3.6
"""The two margins of a cell and its rule, with a little room for the differences between word processors."""

_HURUF_TERKECIL: Final = 6
_PER_MM: Final = 100
_TITIK_PISAH: Final = re.compile("(?<=[/-])|[ \n\t\u200b]+")
_BARIS_UTUH: Final = 8
"""A table row of at most this many lines is never split over two pages, however low the page is."""

_BAGIAN_HALAMAN: Final = 2
"""Rows stay on one page with each other if together they take at most one part in this many of its height."""

_BAGIAN_MENYATU: Final = 3
"""A table of at most one part in this many of the height of a page is not split at all."""

_TINGGI_UTUH_MM: Final = 80
"""A row of at most this height is not split either, however many lines it has."""

_BARIS_RUMUS: Final = 3
"""Lines of text that a displayed fraction takes."""

_TINGGI_BARIS: Final = 0.43
"""Height of a line of text in millimetres for each point of size."""

_PERAN_JUMLAH: Final = frozenset({"subtotal", "total"})

_KisiTabel = tuple[tuple[Petak, ...], ...]


@dataclass(frozen=True, slots=True)
class SusunanTabel:
    """
    A table on a page: ``lebar`` in hundredths of a millimetre fills the page exactly, ``ukuran`` is in points.

    ``kisi`` holds for each row, head rows first, the cells that cover it; ``utuh`` whether the row stays on one page,
    ``bersama`` whether it stays on the same page as the next row: because a short cell joins them, because the text of
    a long one begins here, or because a program and its first kegiatan, a last row and its sum are not torn apart.
    ``menyatu`` says that the whole table is so short that it stays on one page with its caption and notes,
    ``catatan_pendek`` that the notes are so short that they stay with the last row.
    """

    kisi: _KisiTabel
    lebar: tuple[int, ...]
    ukuran: int
    utuh: tuple[bool, ...]
    bersama: tuple[bool, ...]
    menyatu: bool
    catatan_pendek: bool

    def boleh_terbelah(self, petak: Petak) -> bool:
        """Whether a cell may go on on the next page."""
        if petak.sel.baris == 1:
            return not self.utuh[petak.baris]
        return not all(self.bersama[petak.baris : petak.baris + petak.sel.baris - 1])

    def daftar_rangkai(self, awal: int) -> tuple[int, ...]:
        """Return how many rows each run of rows that stay together has, from row ``awal`` on; a lone row is a run."""
        hasil = [1]
        for bersama in self.bersama[awal:-1]:
            if bersama:
                hasil[-1] += 1
            else:
                hasil.append(1)
        return tuple(hasil)

    def ruang_mm(self, petak: Petak) -> float:
        """Return the width that the text of a cell has."""
        return _lebar_petak(self.lebar, petak) - _TEPI_SEL_MM - INDEN_MM * petak.sel.indentasi


def susun_tabel(tabel: Tabel, halaman: Halaman) -> SusunanTabel:
    """
    Return how the table stands on pages of this size.

    :raises GalatKisi: if the cells do not fill the table
    """
    kisi = place_tabel(tabel)
    lebar, ukuran = _susun_kolom(tabel, kisi, halaman.lebar_isi * _PER_MM)
    jumlah_baris = [_taksir_baris(baris, nomor, lebar, ukuran) for nomor, baris in enumerate(kisi)]
    tinggi = [jumlah * ukuran * _TINGGI_BARIS + _TEPI_SEL_MM for jumlah in jumlah_baris]
    bersama = _baris_bersama(kisi, len(tabel.kepala), tinggi, lebar, ukuran, halaman.tinggi_isi / _BAGIAN_HALAMAN)
    catatan, batas = _taksir_catatan(tabel, halaman), halaman.tinggi_isi / _BAGIAN_MENYATU
    utuh = tuple(
        jumlah <= _BARIS_UTUH or satu <= _TINGGI_UTUH_MM for jumlah, satu in zip(jumlah_baris, tinggi, strict=True)
    )
    return SusunanTabel(kisi, lebar, ukuran, utuh, bersama, sum(tinggi) + catatan <= batas, catatan <= batas)


def lebar_kata_mm(kata: str, *, ukuran: int, tebal: bool) -> float:
    """Return the width of a word; words come back often, so widths are remembered."""
    return _lebar_kata(kata, ukuran, tebal)


def is_tebal(sel: SelTabel) -> bool:
    """Whether any text of a cell is bold, by its role or its runs."""
    return sel.peran in PERAN_TEBAL or any(
        isinstance(isi, Teks) and isi.tebal for paragraf in sel.isi for isi in paragraf.isi
    )


def _lebar_petak(lebar: tuple[int, ...], petak: Petak) -> float:
    return sum(lebar[petak.kolom : petak.kolom + petak.sel.kolom]) / _PER_MM


def _taksir_baris(baris: tuple[Petak, ...], nomor: int, lebar: tuple[int, ...], ukuran: int) -> int:
    """
    Return about how many lines of text a row takes.

    Rows of a few lines stay whole; a row with a long cell may break, or it would leave half a page empty.
    """
    terbanyak = 1
    for petak in baris:
        if petak.baris != nomor or petak.sel.baris > 1:
            continue
        terbanyak = max(terbanyak, _taksir_petak(petak, lebar, ukuran))
    return terbanyak


def _taksir_catatan(tabel: Tabel, halaman: Halaman) -> float:
    """Return about how high the notes under a table are, in millimetres."""
    jumlah = sum(
        taksir_jumlah_baris(teks_paragraf(satu), lebar_mm=halaman.lebar_isi, ukuran=UKURAN_KETERANGAN)
        for satu in tabel.catatan
    )
    return jumlah * UKURAN_KETERANGAN * _TINGGI_BARIS


def _taksir_petak(petak: Petak, lebar: tuple[int, ...], ukuran: int) -> int:
    ruang = max(1, int(_lebar_petak(lebar, petak) - _TEPI_SEL_MM))
    return sum(
        _BARIS_RUMUS
        if any(isinstance(isi, Matematika) for isi in paragraf.isi)
        else taksir_jumlah_baris(teks_paragraf(paragraf), lebar_mm=ruang, ukuran=ukuran)
        for paragraf in petak.sel.isi
    )


def _baris_bersama(
    kisi: _KisiTabel, kepala: int, tinggi: list[float], lebar: tuple[int, ...], ukuran: int, batas: float
) -> tuple[bool, ...]:
    hasil = [False] * len(kisi)
    for nomor, baris in enumerate(kisi):
        for petak in baris:
            if petak.baris == nomor and petak.sel.baris > 1:
                perlu = _taksir_petak(petak, lebar, ukuran) * ukuran * _TINGGI_BARIS + _TEPI_SEL_MM
                banyak = _count_bersama(tinggi[nomor : nomor + petak.sel.baris], perlu, batas)
                hasil[nomor : nomor + banyak - 1] = [True] * (banyak - 1)
    for nomor in _list_rangkai(kisi, kepala):
        awal, akhir = nomor, nomor + 2
        while awal > kepala and hasil[awal - 1]:
            awal -= 1
        while hasil[akhir - 1]:
            akhir += 1
        if sum(tinggi[awal:akhir]) <= batas:
            hasil[nomor] = True
    return tuple(hasil)


def _count_bersama(tinggi: list[float], perlu: float, batas: float) -> int:
    """Return how many of the rows of a cell stay together: all if they are short, else those beside its text."""
    if sum(tinggi) <= batas:
        return len(tinggi)
    jumlah = 0.0
    for banyak, satu in enumerate(tinggi):
        if jumlah >= perlu or jumlah + satu > batas:
            return max(banyak, 1)
        jumlah += satu
    return len(tinggi)


def _list_rangkai(kisi: _KisiTabel, kepala: int) -> Iterator[int]:
    """Yield the body rows that should not be the last on a page: a program, what stands above a sum, the first row."""
    daftar_peran = [{petak.sel.peran for petak in baris} for baris in kisi]
    for nomor in range(kepala, len(kisi) - 1):
        kini, berikut = daftar_peran[nomor], daftar_peran[nomor + 1]
        if "program" in kini - berikut or berikut & _PERAN_JUMLAH or nomor == kepala:
            yield nomor


def _susun_kolom(tabel: Tabel, kisi: _KisiTabel, seluruh: int) -> tuple[tuple[int, ...], int]:
    awal = ukuran_tabel(tabel)
    kata_per_tempat = _kata_per_tempat(kisi)
    terkecil: list[int] = []
    for ukuran, boleh_penggal in _daftar_cara(awal):
        terkecil = _lebar_terkecil(kata_per_tempat, len(tabel.lebar), ukuran, boleh_penggal=boleh_penggal)
        if sum(terkecil) <= seluruh:
            return _bagi(tabel.lebar, terkecil, seluruh), ukuran
    return _bagi(tuple(terkecil), [0] * len(terkecil), seluruh), min(awal, _HURUF_TERKECIL)


def _daftar_cara(awal: int) -> Iterator[tuple[int, bool]]:
    """Yield font sizes and whether words may be broken, the best way first: one point less is better than hyphens."""
    terkecil = min(awal, _HURUF_TERKECIL)
    yield awal, False
    if awal > terkecil:
        yield awal - 1, False
    for ukuran in range(awal, terkecil - 1, -1):
        yield ukuran, True


def _bagi(bobot: tuple[int, ...], terkecil: list[int], seluruh: int) -> tuple[int, ...]:
    """
    Share out by weight; whoever would get less than its least width gets that, the others share the rest.

    The least widths together are at most ``seluruh``, so there is always somebody left to share.
    """
    tetap: dict[int, int] = {}
    while True:
        bebas = [urut for urut in range(len(bobot)) if urut not in tetap]
        sisa = seluruh - sum(tetap.values())
        jumlah_bobot = sum(bobot[urut] for urut in bebas)
        kurang = [urut for urut in bebas if sisa * bobot[urut] < terkecil[urut] * jumlah_bobot]
        if not kurang:
            break
        tetap |= {urut: terkecil[urut] for urut in kurang}
    hasil = [tetap.get(urut, 0) for urut in range(len(bobot))]
    terbagi = 0
    for ke, urut in enumerate(bebas, start=1):
        batas = sisa * sum(bobot[satu] for satu in bebas[:ke]) // jumlah_bobot
        hasil[urut] = batas - terbagi
        terbagi = batas
    return tuple(hasil)


class _Tempat(NamedTuple):
    """What decides the room of a word besides the column widths: cells alike in this are measured together."""

    kolom: int
    jumlah: int
    indentasi: int
    tebal: bool


def _kata_per_tempat(kisi: _KisiTabel) -> dict[_Tempat, set[str]]:
    hasil: dict[_Tempat, set[str]] = {}
    for nomor, baris in enumerate(kisi):
        for petak in baris:
            if petak.baris == nomor:
                sel = petak.sel
                tempat = _Tempat(petak.kolom, sel.kolom, sel.indentasi, is_tebal(sel))
                hasil.setdefault(tempat, set()).update(_daftar_kata(sel))
    return hasil


def _lebar_terkecil(
    kata_per_tempat: dict[_Tempat, set[str]], jumlah_kolom: int, ukuran: int, *, boleh_penggal: bool
) -> list[int]:
    """The least width of each column, in hundredths of a millimetre, at which nothing sticks out of its cell."""
    hasil = [0] * jumlah_kolom
    gabungan = []
    for tempat, daftar_kata in kata_per_tempat.items():
        daftar = {bagian for kata in daftar_kata for bagian in _potongan(kata)} if boleh_penggal else daftar_kata
        terlebar = max((_lebar_kata(kata, ukuran, tempat.tebal) for kata in daftar), default=0.0)
        perlu = int((terlebar + _TEPI_SEL_MM + INDEN_MM * tempat.indentasi) * _PER_MM) + 1
        if tempat.jumlah == 1:
            hasil[tempat.kolom] = max(hasil[tempat.kolom], perlu)
        else:
            gabungan.append((tempat.kolom, tempat.jumlah, perlu))
    for kolom, jumlah, perlu in gabungan:
        kurang = perlu - sum(hasil[kolom : kolom + jumlah])
        if kurang > 0:
            for urut in range(jumlah):
                hasil[kolom + urut] += -(-kurang // jumlah)
    return hasil


@lru_cache(maxsize=50_000)
def _potongan(kata: str) -> tuple[str, ...]:
    *awal, akhir = penggal(kata)
    return (*(f"{satu}-" for satu in awal), akhir)


@lru_cache(maxsize=50_000)
def _lebar_kata(kata: str, ukuran: int, tebal: bool) -> float:
    return lebar_teks_mm(kata, ukuran=ukuran, tebal=tebal)


def _daftar_kata(sel: SelTabel) -> Iterator[str]:
    """Yield what must stay on one line: words, and numbers with the hard space inside them."""
    for paragraf in sel.isi:
        teks = "".join(
            clean_teks(isi.teks) if isinstance(isi, Teks) else to_teks(isi.simpul, cetak=True) for isi in paragraf.isi
        )
        yield from split_kata(teks)


def split_kata(teks: str) -> list[str]:
    """Return the parts of a text between which a line may break."""
    return [kata for kata in _TITIK_PISAH.split(teks) if kata]
