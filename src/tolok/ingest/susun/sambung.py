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
from tolok.ingest.susun.petak_isi import KOSONG, Baris, Isi, expand_tabel, is_kosong

_NOMOR_HALAMAN: Final = re.compile(
    r"[\s\-–—|]*(?:hal(?:aman)?\.?\s*)?(?:\d{1,4}|[ivxlc]{1,6})[\s\-–—|]*", re.IGNORECASE
)
_KEPALA_NOMOR: Final = re.compile(r"\W*(?:no|n\s?o|nomor)\W*(?:urut)?\W*", re.IGNORECASE)
_NOMOR_BARIS: Final = re.compile(r"\(?\d{1,3}[.)]?")
_BAGIAN: Final = re.compile(
    r"\W*(?:misi|tujuan|sasaran(?:\s+(?:strategis|program|kegiatan))?|program|kegiatan|sub\s?-?\s?kegiatan)\b[\s\d]*:\s*\S",
    re.IGNORECASE,
)
_PANJANG_BAGIAN: Final = 250
_KOLOM_HILANG: Final = 2
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
            if hasil and sela and _is_bagian(hasil[-1], baru, sela):
                _append_bagian(hasil[-1], sela)
                _append(hasil[-1], baru)
            elif hasil and sela is not None and _is_bersambung(hasil[-1], baru, sela):
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


def _is_bagian(lama: Gabungan, baru: Gabungan, sela: Sequence[Paragraf]) -> bool:
    """Whether a part goes on below lines that only name what its rows are about ("Sasaran: …")."""
    return (
        bool(lama.kepala.tingkat)
        and not baru.kepala.tingkat
        and baru.lebar == lama.lebar
        and all(_BAGIAN.match(p.teks) and len(p.teks) <= _PANJANG_BAGIAN for p in sela)
    )


def _append_bagian(lama: Gabungan, sela: Sequence[Paragraf]) -> None:
    """Put such lines into the table, each as a row of one cell."""
    for paragraf in sela:
        lama.baris.append([Isi(paragraf.teks, paragraf.letak), *[KOSONG] * (lama.lebar - 1)])


def _is_nomor_lanjut(lama: Gabungan, baru: Gabungan) -> bool:
    """Whether the first row of a part has the number after the last one, or none."""
    if not baru.baris or not lama.baris:
        return False
    daftar = [int(cocok[1]) for baris in lama.baris if (cocok := _NOMOR.fullmatch(baris[0].teks))]
    teks = baru.baris[0][0].teks
    cocok = _NOMOR.fullmatch(teks)
    return bool(daftar) and (not teks or (cocok is not None and int(cocok[1]) == daftar[-1] + 1))


def _is_lanjutan(lama: Gabungan, baru: Gabungan) -> bool:
    """Whether a part goes on with the table before it: the same head, or none and about as many columns as that one."""
    if baru.kepala.tingkat:
        return baru.kepala.kunci == lama.kepala.kunci
    is_selebar = lama.lebar - _KOLOM_HILANG <= baru.lebar <= lama.lebar + 1
    return is_selebar or (baru.lebar < lama.lebar and _place_huruf(lama, baru) is not None)


def _append(lama: Gabungan, baru: Gabungan) -> None:
    lama.sambungan.add(len(lama.baris))
    lama.blok += baru.blok
    baris_baru = _place_huruf(lama, baru) or _shift_sempit(lama, baru)
    lebar = max(lama.lebar, *(len(baris) for baris in baris_baru)) if baris_baru else lama.lebar
    lama.baris = _widen(lama.baris, lebar)
    lama.baris += _widen(baris_baru, lebar)
    lama.lebar = lebar


def _place_huruf(lama: Gabungan, baru: Gabungan) -> list[Baris] | None:
    """
    Return the rows of a part of a sheet with every cell in the column of its letter.

    Empty columns are left out of each part, so that its third column need not be the third of the table.
    """
    huruf_lama, huruf_baru = _list_huruf(lama), _list_huruf(baru)
    if len(huruf_lama) != lama.lebar or len(huruf_baru) != baru.lebar or huruf_baru.items() <= huruf_lama.items():
        return None
    urut = {huruf: k for k, huruf in huruf_lama.items()}
    if len(urut) != len(huruf_lama) or not set(huruf_baru.values()) <= set(urut):
        return None
    hasil = []
    for baris in baru.baris:
        pindah = [KOSONG] * lama.lebar
        for k, isi in enumerate(baris):
            pindah[urut[huruf_baru[k]]] = isi
        hasil.append(pindah)
    return hasil


def _list_huruf(gabungan: Gabungan) -> dict[int, int]:
    """
    Return the numbers of the columns in their sheet, as the places of their cells tell.

    An empty column has the number after the one to its left, if any tells.
    """
    hasil: dict[int, int] = {}
    for baris in gabungan.baris:
        for k, isi in enumerate(baris):
            if k not in hasil and not isi.is_ulang and isi.letak.sel:
                hasil[k] = _ke_nomor(isi.letak.sel.rstrip("0123456789"))
    for k in range(1, gabungan.lebar):
        if k not in hasil and k - 1 in hasil:
            hasil[k] = hasil[k - 1] + 1
    return hasil


def _ke_nomor(huruf: str) -> int:
    nomor = 0
    for satu in huruf:
        nomor = nomor * 26 + ord(satu) - 64
    return nomor


def _shift_sempit(lama: Gabungan, baru: Gabungan) -> list[Baris]:
    """
    Return the rows of a part, moved right where it has no head and lost its first column, the one of the numbers.

    It lost it if what is left begins with words, or its first cells are all blank, as those of merged cells are.
    """
    kurang = lama.lebar - baru.lebar
    is_bernomor = bool(lama.kepala.tingkat) and _KEPALA_NOMOR.fullmatch(" ".join(lama.kepala.tingkat[0])) is not None
    awal = [baris[0].teks for baris in baru.baris]
    if kurang != 1 or baru.kepala.tingkat or not is_bernomor or any(_NOMOR_BARIS.fullmatch(teks) for teks in awal):
        return baru.baris
    return [[KOSONG, *baris] for baris in baru.baris]


def _widen(daftar_baris: list[Baris], lebar: int) -> list[Baris]:
    return [baris + [KOSONG] * (lebar - len(baris)) for baris in daftar_baris]
