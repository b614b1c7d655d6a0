"""One table over several pages or blank lines becomes one: its parts are joined, repeated heads dropped."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from tolok.core.bacaan.blok import TANPA_LETAK, Blok, Paragraf, Tabel
from tolok.core.dokumen.sel import Letak
from tolok.ingest.susun.baris_kepala import Kepala, find_kepala, is_baris_nomor
from tolok.ingest.susun.kata import make_kunci
from tolok.ingest.susun.kepala import is_kata_kepala
from tolok.ingest.susun.petak_isi import KOSONG, Baris, expand_tabel, is_kosong

_NOMOR_HALAMAN: Final = re.compile(
    r"[\s\-–—|]*(?:hal(?:aman)?\.?\s*)?(?:\d{1,4}|[ivxlc]{1,6})[\s\-–—|]*", re.IGNORECASE
)
_LANJUTAN: Final = re.compile(r"\b(?:lanjutan|sambungan)\b", re.IGNORECASE)
_BERJALAN: Final = 3
_BATAS_BERJALAN: Final = 150


@dataclass(slots=True)
class Gabungan:
    """
    A logical table in the making: ``baris`` are body rows as wide as the head, ``sambungan`` the indices of the rows
    a later part begins with. ``blok`` are the indices of the blocks its parts are.
    """

    kepala: Kepala
    baris: list[Baris]
    lebar: int
    blok: list[int]
    judul: str = ""
    sambungan: set[int] = field(default_factory=set)


def join_tabel(daftar_blok: Sequence[Blok]) -> list[Gabungan]:
    """Return the logical tables of a file in reading order."""
    berjalan = _find_berjalan(daftar_blok)
    hasil: list[Gabungan] = []
    terputus = True
    for urut, blok in enumerate(daftar_blok):
        if isinstance(blok, Paragraf):
            terputus = terputus or not _is_sela(blok, berjalan)
            continue
        for potongan in _split_petak([baris for baris in expand_tabel(blok) if not is_kosong(baris)]):
            baru = _begin(potongan, blok, urut)
            if hasil and not terputus and _is_lanjutan(hasil[-1], baru):
                _append(hasil[-1], baru)
            else:
                hasil.append(baru)
            terputus = False
    return hasil


def is_sela(paragraf: Paragraf) -> bool:
    """Whether a paragraph is only a page number or says that a table goes on."""
    return _NOMOR_HALAMAN.fullmatch(paragraf.teks) is not None or (
        len(paragraf.teks) < _BATAS_BERJALAN and _LANJUTAN.search(paragraf.teks) is not None
    )


def _is_sela(paragraf: Paragraf, berjalan: frozenset[str]) -> bool:
    return is_sela(paragraf) or _kunci_berjalan(paragraf.teks) in berjalan


def _kunci_berjalan(teks: str) -> str:
    return re.sub(r"\d", "", make_kunci(teks))


def _find_berjalan(daftar_blok: Sequence[Blok]) -> frozenset[str]:
    """Return the running heads and feet of pages: the same short text with a number, on three pages or more."""
    hitung: Counter[str] = Counter()
    for blok in daftar_blok:
        if isinstance(blok, Paragraf) and len(blok.teks) < _BATAS_BERJALAN and re.search(r"\d\W*$|^\W*\d", blok.teks):
            kunci = _kunci_berjalan(blok.teks)
            if len(kunci) > 8 and not kunci.startswith(("tabel", "triwulan", "tahun", "bab", "nip")):
                hitung[kunci] += 1
    return frozenset(kunci for kunci, jumlah in hitung.items() if jumlah >= _BERJALAN)


def _split_petak(petak: list[Baris]) -> Iterator[list[Baris]]:
    """Yield the tables printed without a gap between them: each begins with a head of its own."""
    mulai = 0
    for b in range(1, len(petak)):
        if b > mulai + 1 and _is_kepala_baru(petak[b]) and not _is_kepala_baru(petak[b - 1]):
            yield petak[mulai:b]
            mulai = b
    if petak:
        yield petak[mulai:]


def _is_kepala_baru(baris: Baris) -> bool:
    terisi = [isi.teks for isi in baris if isi.teks and not isi.is_ulang]
    return len(terisi) >= 3 and all(is_kata_kepala(teks) for teks in terisi) and not is_baris_nomor(baris)


def _begin(petak: list[Baris], tabel: Tabel, urut: int) -> Gabungan:
    kepala = find_kepala(petak, jumlah_kepala=tabel.jumlah_kepala if petak[0][0].letak == _letak_awal(tabel) else 0)
    return Gabungan(kepala, petak[kepala.awal :], tabel.lebar, [urut], tabel.judul)


def _letak_awal(tabel: Tabel) -> Letak:
    return next((sel.letak for sel in tabel.sel[0] if sel is not None), TANPA_LETAK)


def _is_lanjutan(lama: Gabungan, baru: Gabungan) -> bool:
    """Whether a part goes on with the table before it: the same head, or none and no more columns than that one."""
    if baru.kepala.tingkat:
        return baru.kepala.kunci == lama.kepala.kunci
    return baru.lebar <= lama.lebar + 1


def _append(lama: Gabungan, baru: Gabungan) -> None:
    lama.sambungan.add(len(lama.baris))
    lama.blok += baru.blok
    lebar = max(lama.lebar, baru.lebar)
    lama.baris = _widen(lama.baris, lebar)
    lama.baris += _widen(baru.baris, lebar)
    lama.lebar = lebar


def _widen(daftar_baris: list[Baris], lebar: int) -> list[Baris]:
    return [baris + [KOSONG] * (lebar - len(baris)) for baris in daftar_baris]
