"""One table over several pages or blank lines becomes one: its parts are joined, repeated heads dropped."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from tolok.core.bacaan.blok import Blok, Paragraf, Tabel
from tolok.ingest.susun.baris_kepala import Kepala, find_kepala, is_baris_nomor
from tolok.ingest.susun.kata import make_kunci
from tolok.ingest.susun.kepala import is_kata_kepala
from tolok.ingest.susun.petak_isi import KOSONG, Baris, expand_tabel, is_kosong

_NOMOR_HALAMAN: Final = re.compile(
    r"[\s\-–—|]*(?:hal(?:aman)?\.?\s*)?(?:\d{1,4}|[ivxlc]{1,6})[\s\-–—|]*", re.IGNORECASE
)
_LANJUTAN: Final = re.compile(r"\b(?:lanjutan|sambungan)\b", re.IGNORECASE)
_JUDUL: Final = re.compile(
    r"\W*(?:tabel|triwulan|tw|lampiran|tahun|sasaran|tujuan|program|[a-z0-9]{1,3}[.)])\b", re.IGNORECASE
)
_NOMOR: Final = re.compile(r"(\d{1,3})\.?")
_BATAS_SELA: Final = 2
_PANJANG_KAKI: Final = 80
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
    sela: list[Paragraf] | None = None
    for urut, blok in enumerate(daftar_blok):
        if isinstance(blok, Paragraf):
            if sela is not None and not _is_sela(blok, berjalan):
                sela.append(blok)
            continue
        petak = [baris for baris in expand_tabel(blok) if not is_kosong(baris)]
        for baru in _split_petak(petak, blok, urut):
            if hasil and sela is not None and _is_bersambung(hasil[-1], baru, sela):
                _append(hasil[-1], baru)
            else:
                hasil.append(baru)
            sela = []
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


def _split_petak(petak: list[Baris], tabel: Tabel, urut: int) -> Iterator[Gabungan]:
    """Yield the tables printed without a gap between them: each begins with a head of its own."""
    mulai, jumlah_kepala = 0, tabel.jumlah_kepala
    while mulai < len(petak):
        kepala = find_kepala(petak[mulai:], jumlah_kepala=jumlah_kepala)
        awal = mulai + kepala.awal
        akhir = next((b for b in range(awal + 1, len(petak)) if _is_kepala_baru(petak[b])), len(petak))
        yield Gabungan(kepala, petak[awal:akhir], tabel.lebar, [urut], tabel.judul if mulai == 0 else "")
        mulai, jumlah_kepala = akhir, 0


def _is_kepala_baru(baris: Baris) -> bool:
    terisi = [isi.teks for isi in baris if isi.teks and not isi.is_ulang]
    return len(terisi) >= 3 and all(is_kata_kepala(teks) for teks in terisi) and not is_baris_nomor(baris)


def _is_bersambung(lama: Gabungan, baru: Gabungan, sela: Sequence[Paragraf]) -> bool:
    """
    Whether a part goes on with the table before it, seen what stands between them.

    A short line that is no caption or heading may be the foot of a page, if the rows are numbered on across it.
    """
    if not _is_lanjutan(lama, baru):
        return False
    if not sela:
        return True
    is_kaki = len(sela) <= _BATAS_SELA and all(
        len(p.teks) <= _PANJANG_KAKI and not p.tingkat and not _JUDUL.match(p.teks) for p in sela
    )
    return is_kaki and _is_nomor_lanjut(lama, baru)


def _is_nomor_lanjut(lama: Gabungan, baru: Gabungan) -> bool:
    """Whether the first row of a part has the number after the last one, or none."""
    if not baru.baris or not lama.baris:
        return False
    daftar = [int(cocok[1]) for baris in lama.baris if (cocok := _NOMOR.fullmatch(baris[0].teks))]
    teks = baru.baris[0][0].teks
    cocok = _NOMOR.fullmatch(teks)
    return bool(daftar) and (not teks or (cocok is not None and int(cocok[1]) == daftar[-1] + 1))


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
