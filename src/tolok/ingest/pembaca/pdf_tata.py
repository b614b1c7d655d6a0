"""A page as ruled tables and free lines of text; tables without rules and paragraphs are found in the lines later."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from tolok.core.bacaan.blok import SelBlok, Tabel
from tolok.core.dokumen.sel import Letak
from tolok.ingest.kisi import Petak, make_tabel, rapatkan
from tolok.ingest.pembaca.pdf_halaman import Garis, Halaman, Kata
from tolok.ingest.pembaca.pdf_kisi import Bidang, Kisi, make_kisi, rapikan_garis
from tolok.ingest.pembaca.pdf_pecahan import rangkai_pecahan
from tolok.ingest.pembaca.pdf_pita import belah_pita
from tolok.ingest.pembaca.pdf_teks import Baris, susun_baris, teks_sel

_RENGGANG: Final = 2.5
_BERISI: Final = 0.4
_TIPIS: Final = 7.0
"""A column narrower than this is a border drawn twice."""
_LEWAT: Final = 1.0
"""How far a word reaches over a rule before it is cut there."""


@dataclass(slots=True)
class TabelBergaris:
    """A table with where it stands on the page."""

    tabel: Tabel
    atas: float
    bawah: float
    x0: float
    x1: float


@dataclass(slots=True)
class Tata:
    """
    A page taken apart. ``garis`` and ``tegak``: the level and the upright lines that are no part of a grid.

    ``puncak``: the middle of every printed line, so that a place on the page has a line number.
    """

    halaman: Halaman
    tabel: list[TabelBergaris] = field(default_factory=list)
    baris: list[Baris] = field(default_factory=list)
    garis: list[Garis] = field(default_factory=list)
    tegak: list[Garis] = field(default_factory=list)
    lajur: list[Kisi] = field(default_factory=list)
    """Coloured rows of a table that has no rules: where its columns are."""
    puncak: list[float] = field(default_factory=list)
    bagan: list[tuple[Letak, float, str]] = field(default_factory=list)
    """Texts in the boxes of a drawing: place, height on the page, text."""

    def letak(self, y: float, *, sel: str | None = None) -> Letak:
        """Return page and line, from 1, of a height on the page."""
        i = bisect_left(self.puncak, y)
        if i == len(self.puncak) or (i > 0 and y - self.puncak[i - 1] <= self.puncak[i] - y):
            i -= 1
        return Letak(halaman=self.halaman.nomor, baris=i + 1 if i >= 0 else None, sel=sel)


def make_tata(halaman: Halaman) -> Tata:
    """Return the page taken apart."""
    hasil = Tata(halaman, puncak=_puncak(halaman.kata))
    datar, tegak = rapikan_garis(halaman.garis)
    daftar_kisi, lepas = make_kisi(datar, tegak)
    daftar_kisi.sort(key=lambda k: (k.batas_x[-1] - k.batas_x[0]) * (k.batas_y[-1] - k.batas_y[0]))
    hasil.garis = [satu for satu in lepas if satu.datar]
    hasil.tegak = [satu for satu in lepas if not satu.datar]
    kosong: list[Garis] = []
    sisa = halaman.kata
    for kisi in daftar_kisi:
        if kisi.lunak and len(kisi.pada) == 1 and sum(1 for isi in _bagi(kisi, sisa)[0] if isi) > 1:
            hasil.lajur.append(kisi)
            kosong.extend(Garis(True, y, kisi.batas_x[0], kisi.batas_x[-1]) for y in kisi.batas_y)
            continue
        sisa_lama, sisa = sisa, _isi_kisi(hasil, kisi, sisa)
        if sisa is sisa_lama:  # boxes without text in them
            x0, x1, y0, y1 = kisi.batas_x[0], kisi.batas_x[-1], kisi.batas_y[0], kisi.batas_y[-1]
            kosong.extend(Garis(True, y, x0, x1) for y in kisi.batas_y)
            hasil.tegak.extend(Garis(False, x, y0, y1) for x in kisi.batas_x)
    hasil.garis = sorted((*hasil.garis, *kosong), key=lambda g: g.letak)
    hasil.tabel.sort(key=lambda t: (t.atas, t.x0))
    hasil.baris = susun_baris(kata for kata in rangkai_pecahan(sisa, hasil.garis) if kata.arah == 0)
    return hasil


def _puncak(daftar: list[Kata]) -> list[float]:
    """Return the heights at which lines stand; words on one line differ by less than half their size."""
    hasil: list[float] = []
    for kata in sorted((k for k in daftar if k.arah == 0), key=lambda k: k.tengah_y):
        if not hasil or kata.tengah_y - hasil[-1] > kata.ukuran * 0.45:
            hasil.append(kata.tengah_y)
    return hasil


def _isi_kisi(tata: Tata, kisi: Kisi, daftar: list[Kata]) -> list[Kata]:
    """Put the words inside a grid into its cells and add the table; return the words that are left."""
    x0, x1, y0, y1 = kisi.batas_x[0], kisi.batas_x[-1], kisi.batas_y[0], kisi.batas_y[-1]
    dalam, sisa = _bagi(kisi, daftar)
    belah = belah_pita(kisi, dalam)
    if belah is not kisi:
        kisi = belah
        dalam, sisa = _bagi(kisi, daftar)
    if sum(1 for isi in dalam if isi) < 2:
        return daftar
    if _is_bagan(kisi, dalam):
        tata.bagan.extend((tata.letak(isi[0].tengah_y), isi[0].atas, teks_sel(isi)) for isi in dalam if isi)
        return sisa
    daftar_petak = []
    for bidang, isi in zip(kisi.bidang, dalam, strict=True):
        teks = teks_sel(rangkai_pecahan(isi, _garis_dalam(tata, kisi, bidang)))
        y = min((kata.tengah_y for kata in isi), default=kisi.batas_y[bidang.baris] + 1)
        sel = SelBlok(teks, tata.letak(y), bidang.rentang_baris, bidang.rentang_kolom, tata.halaman.is_hasil_ocr)
        daftar_petak.append(Petak(bidang.baris, bidang.kolom, sel))
    tabel = make_tabel(rapatkan(daftar_petak, kisi.batas_x, _TIPIS), letak=tata.letak(y0 + 1))
    if tabel is None:
        return daftar
    tata.tabel.append(TabelBergaris(tabel, y0, y1, x0, x1))
    return sisa


def _bagi(kisi: Kisi, daftar: list[Kata]) -> tuple[list[list[Kata]], list[Kata]]:
    """Return the words of every cell, and the words outside the grid."""
    x0, x1, y0, y1 = kisi.batas_x[0], kisi.batas_x[-1], kisi.batas_y[0], kisi.batas_y[-1]
    dalam: list[list[Kata]] = [[] for _ in kisi.bidang]
    sisa = []
    for kata in daftar:
        if not (y0 <= kata.tengah_y <= y1 and kata.x1 > x0 and kata.x0 < x1):
            sisa.append(kata)
            continue
        for potong in _potong(kisi, kata):
            nomor = kisi.cari(potong.tengah_x, potong.tengah_y)
            (sisa if nomor is None else dalam[nomor]).append(potong)
    return dalam, sisa


def _garis_dalam(tata: Tata, kisi: Kisi, bidang: Bidang) -> list[Garis]:
    """Return the level lines in a cell that part nothing of the grid."""
    atas, bawah = kisi.batas_y[bidang.baris], kisi.batas_y[bidang.baris + bidang.rentang_baris]
    kiri, kanan = kisi.batas_x[bidang.kolom], kisi.batas_x[bidang.kolom + bidang.rentang_kolom]
    awal = bisect_left(tata.garis, atas, key=lambda g: g.letak)
    akhir = bisect_left(tata.garis, bawah, key=lambda g: g.letak)
    return [g for g in tata.garis[awal:akhir] if g.awal > kiri - 1 and g.akhir < kanan + 1]


def _is_bagan(kisi: Kisi, dalam: list[list[Kata]]) -> bool:
    """Whether boxes joined by lines were taken for a table: most of its cells are empty and reach over many places."""
    luas = len(kisi.pada) * len(kisi.pada[0])
    return luas > _RENGGANG * len(dalam) and sum(1 for isi in dalam if isi) < _BERISI * len(dalam)


def _potong(kisi: Kisi, kata: Kata) -> list[Kata]:
    """Return the word, cut where an upright rule of its row goes through it."""
    if kata.arah != 0 or len(kata.tepi) < 3:
        return [kata]
    batas = [x for x in kisi.batas_x if kata.x0 + _LEWAT < x < kata.x1 - _LEWAT]
    batas = [x for x in batas if kisi.cari(x - _LEWAT, kata.tengah_y) != kisi.cari(x + _LEWAT, kata.tengah_y)]
    if not batas:
        return [kata]
    tengah = [(a + b) / 2 for a, b in pairwise(kata.tepi)]
    if len(tengah) != len(kata.teks):
        return [kata]
    hasil, awal = [], 0
    for akhir in (*(bisect_left(tengah, x) for x in batas), len(tengah)):
        if akhir > awal:
            tepi = kata.tepi[awal : akhir + 1]
            hasil.append(
                replace(
                    kata, teks=kata.teks[awal:akhir], x0=tepi[0], x1=tepi[-1], tepi=tepi, spasi=awal > 0 or kata.spasi
                )
            )
        awal = max(awal, akhir)
    return hasil
