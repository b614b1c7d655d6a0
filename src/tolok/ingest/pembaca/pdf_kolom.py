"""
Tables without upright rules, found in free lines: where gaps stand one above the other over several lines.

A list ("1. …"), a form line ("Nama : …"), a table of contents and running text are no tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from tolok.core.bacaan.blok import SelBlok, Tabel
from tolok.ingest.kisi import Petak, make_tabel
from tolok.ingest.pembaca.pdf_baris import Keping, susun_baris_tabel
from tolok.ingest.pembaca.pdf_halaman import Kata
from tolok.ingest.pembaca.pdf_tata import Tata
from tolok.ingest.pembaca.pdf_teks import Baris, is_nilai, teks_baris, teks_sel

_SELA: Final = 0.85
"""A gap of this many letter sizes parts two pieces of a line."""
_SELA_KOLOM: Final = 0.5
"""A gap at the border of two columns that parts them, in letter sizes."""
_PARIT: Final = 4.0
"""Points of a gap between two columns, at least."""
_BARIS_TERKECIL: Final = 3
_BARIS_TERBANYAK: Final = 300
_TEGAK_TERBANYAK: Final = 3
_JARAK: Final = 3.2
_BUTIR: Final = re.compile(r"(?:[-–•▪●○◦✓*]|\(?[0-9]{1,3}[.)]|\(?[a-zA-Z][.)]|\(?[ivxIVX]{1,5}[.)])(?:[0-9.]*)")
_TITIK: Final = re.compile(r"(?:[.…]\s?){4,}")


@dataclass(frozen=True, slots=True)
class _Larik:
    """A line in pieces."""

    baris: Baris
    potong: tuple[tuple[Kata, ...], ...]
    is_kaya: bool
    """It has two pieces or more and looks like the row of a table."""


@dataclass(frozen=True, slots=True)
class TabelPolos:
    """A table found in lines, with its upper edge."""

    tabel: Tabel
    atas: float


def pisah_tabel(tata: Tata, daftar: Sequence[Baris]) -> Iterator[Baris | TabelPolos]:
    """Yield lines that follow each other without a ruled table between them, those that make a table as one."""
    larik = [_larik(baris) for baris in daftar]
    i = 0
    while i < len(larik):
        if larik[i].is_kaya:
            j = _sejauh(larik, i)
            tabel = _tabel(tata, larik[i:j])
            if tabel is not None:
                yield tabel
                i = j
                continue
        yield larik[i].baris
        i += 1


def _larik(baris: Baris) -> _Larik:
    potong: list[list[Kata]] = [[baris.kata[0]]]
    for kiri, kanan in pairwise(baris.kata):
        if kanan.x0 - kiri.x1 > _SELA * max(kanan.ukuran, kiri.ukuran, 4):
            potong.append([])
        potong[-1].append(kanan)
    teks = [teks_baris(satu) for satu in potong]
    is_daftar = len(teks) == 2 and (_BUTIR.fullmatch(teks[0]) or teks[1].startswith(":") or teks[0].endswith(":"))
    is_isian = len(teks) == 3 and teks[1] == ":"
    is_kaya = len(teks) > 1 and not is_daftar and not is_isian and not _TITIK.search(baris.teks)
    return _Larik(baris, tuple(tuple(satu) for satu in potong), bool(is_kaya))


def _sejauh(larik: Sequence[_Larik], awal: int) -> int:
    """Return where the run of lines ends that may be one table with the line at ``awal``."""
    kolom = [(potong[0].x0, potong[-1].x1) for potong in larik[awal].potong]
    akhir = i = awal + 1
    while i < min(len(larik), awal + _BARIS_TERBANYAK):
        sebelum, kini = larik[i - 1].baris, larik[i]
        if kini.baris.atas - sebelum.bawah > _JARAK * kini.baris.ukuran or _TITIK.search(kini.baris.teks):
            break
        if kini.is_kaya:
            kolom.extend((potong[0].x0, potong[-1].x1) for potong in kini.potong)
            akhir = i + 1
        elif not any(x0 - 3 <= kini.baris.x0 and kini.baris.x1 <= x1 + 3 for x0, x1 in kolom):
            # text across the columns: a row of its own if the table goes on right after it
            if not (i + 1 < len(larik) and larik[i + 1].is_kaya and kini.baris.x0 >= min(x for x, _ in kolom) - 3):
                break
        else:
            akhir = i + 1
        i += 1
    return akhir


def _tabel(tata: Tata, larik: Sequence[_Larik]) -> TabelPolos | None:
    kaya = [satu for satu in larik if satu.is_kaya]
    atas, bawah = larik[0].baris.atas, larik[-1].baris.bawah
    x0, x1 = min(satu.baris.x0 for satu in kaya), max(satu.baris.x1 for satu in kaya)
    garis = [
        g for g in tata.garis
        if atas - 15 < g.letak < bawah + 15 and min(g.akhir, x1) - max(g.awal, x0) > 0.6 * (x1 - x0)
    ]  # fmt: skip
    if sum(1 for g in tata.tegak if x0 + 5 < g.letak < x1 - 5 and g.awal < bawah and g.akhir > atas) > _TEGAK_TERBANYAK:
        return None  # bars or boxes of a drawing
    if len(kaya) < (_BARIS_TERKECIL if len(garis) < 2 else 2):
        return None
    batas = _batas_lajur(tata, atas, bawah) or _batas_kolom(kaya)
    if len(batas) < 2 or not _is_wajar(kaya, batas, bergaris=len(garis) >= 2):
        return None
    keping = [
        Keping(awal, lebar, tuple(kata), nomor, _is_patokan(teks_baris(kata)))
        for nomor, satu in enumerate(larik)
        for potong in satu.potong
        for awal, lebar, kata in _bagi(potong, batas)
    ]
    daftar_petak = []
    for nomor, kelompok in enumerate(susun_baris_tabel(keping, garis)):
        isi: dict[tuple[int, int], list[Kata]] = {}
        for bagian in kelompok:
            isi.setdefault((bagian.kolom, bagian.lebar), []).extend(bagian.kata)
        for (awal, lebar), daftar_kata in isi.items():
            y = min(kata.tengah_y for kata in daftar_kata)
            sel = SelBlok(teks_sel(daftar_kata), tata.letak(y), 1, lebar, tata.halaman.is_hasil_ocr)
            daftar_petak.append(Petak(nomor, awal, sel))
    tabel = make_tabel(daftar_petak, letak=tata.letak(atas + 1))
    return TabelPolos(tabel, atas) if tabel is not None and tabel.lebar > 1 else None


def _is_patokan(teks: str) -> bool:
    """Whether a text looks like what stands once in every row: a value or the number of the row."""
    return is_nilai(teks) or _BUTIR.fullmatch(teks) is not None


def _batas_kolom(kaya: Sequence[_Larik]) -> list[float]:
    """Return the left borders of the columns: where the gaps end that nearly all lines leave free."""
    tepi: list[tuple[float, int]] = []
    for satu in kaya:
        for potong in satu.potong:
            tepi.append((potong[0].x0, 1))
            tepi.append((potong[-1].x1, -1))
    tepi.sort()
    boleh = len(kaya) // 12
    hasil: list[float] = []
    tinggi, mulai = 0, tepi[0][0] - 1000.0
    for x, langkah in tepi:
        sebelum = tinggi
        tinggi += langkah
        if sebelum > boleh >= tinggi:
            mulai = x
        elif sebelum <= boleh < tinggi and x - mulai >= _PARIT:
            hasil.append(x - 1)
    return hasil


def _kolom(x: float, batas: Sequence[float]) -> int:
    return max(sum(1 for satu in batas if satu <= x) - 1, 0)


def _bagi(potong: Sequence[Kata], batas: Sequence[float]) -> Iterator[tuple[int, int, list[Kata]]]:
    """Yield a piece of a line as first column, width and words; one without a gap at a border covers both sides."""
    kini = [potong[0]]
    for kiri, kanan in pairwise(potong):
        if kanan.x0 - kiri.x1 > _SELA_KOLOM * kanan.ukuran and _kolom(kanan.tengah_x, batas) > _kolom(
            kiri.tengah_x, batas
        ):
            yield _selebar(kini, batas)
            kini = []
        kini.append(kanan)
    yield _selebar(kini, batas)


def _selebar(daftar: list[Kata], batas: Sequence[float]) -> tuple[int, int, list[Kata]]:
    awal, akhir = _kolom(daftar[0].tengah_x, batas), _kolom(daftar[-1].tengah_x, batas)
    return awal, akhir - awal + 1, daftar


def _batas_lajur(tata: Tata, atas: float, bawah: float) -> list[float]:
    """Return the left borders of the columns as coloured rows show them; nothing if there are none."""
    daftar = [k for k in tata.lajur if k.batas_y[0] < bawah and k.batas_y[1] > atas]
    return max((k.batas_x[:-1] for k in daftar), key=len, default=[])


def _is_wajar(kaya: Sequence[_Larik], batas: Sequence[float], *, bergaris: bool) -> bool:
    """Whether what was found is a table rather than text set in two columns, a list or signatures."""
    teks_per_kolom: list[list[str]] = [[] for _ in batas]
    for satu in kaya:
        for potong in satu.potong:
            teks_per_kolom[_kolom(potong[0].tengah_x, batas)].append(teks_baris(potong))
    if any(isi and all(teks == ":" for teks in isi) for isi in teks_per_kolom):
        return False
    berisi = [isi for isi in teks_per_kolom if isi]
    nilai = [sum(1 for teks in isi if is_nilai(teks)) >= 0.5 * len(isi) for isi in berisi]
    if len(berisi) == 2 and all(_BUTIR.fullmatch(teks) for teks in berisi[0]):
        return False
    if bergaris:
        return True
    return any(nilai) if len(berisi) < 4 else len(kaya) >= _BARIS_TERKECIL
