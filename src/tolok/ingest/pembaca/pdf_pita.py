"""
Rows that no rule parts: in a table with upright rules alone, the values of several columns stand line beside line.

A cell that holds several values looks the same in a table whose rows are ruled, so only a band that is most of its
table is cut, and only where all its columns begin at its top.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tolok.ingest.pembaca.pdf_halaman import Kata
from tolok.ingest.pembaca.pdf_kisi import Bidang, Kisi
from tolok.ingest.pembaca.pdf_teks import Baris, is_nilai, susun_baris

_BARIS_TERKECIL: Final = 4
_KOLOM_TERKECIL: Final = 2
_SELISIH: Final = 0.45


def belah_pita(kisi: Kisi, dalam: Sequence[list[Kata]]) -> Kisi:
    """Return the grid with borders put between the rows of such a band; the same grid if there is none."""
    for baris, pita in enumerate(kisi.pada):
        daftar = sorted(set(pita), key=pita.index)
        if any(kisi.bidang[nomor].rentang_baris != 1 for nomor in daftar):
            continue
        awal = _awal_baris([susun_baris(k for k in dalam[nomor] if k.arah == 0) for nomor in daftar])
        if len(awal) > len(kisi.pada):
            return _sisipkan(kisi, baris, awal[1:])
    return kisi


def _awal_baris(kolom: Sequence[list[Baris]]) -> list[float]:
    """Return where the rows begin, if the columns agree about it; else nothing."""
    nilai = [isi for isi in kolom if len(isi) >= _BARIS_TERKECIL and all(is_nilai(satu.teks) for satu in isi)]
    if len(nilai) < _KOLOM_TERKECIL:
        return []
    acuan = max(nilai, key=len)
    sama = [
        isi for isi in nilai if len(isi) == len(acuan) and all(_setinggi(a, b) for a, b in zip(isi, acuan, strict=True))
    ]
    di_atas = all(isi[0].atas <= acuan[0].atas + _SELISIH * acuan[0].ukuran for isi in kolom if isi)
    return [satu.atas for satu in acuan] if len(sama) >= _KOLOM_TERKECIL and di_atas else []


def _setinggi(a: Baris, b: Baris) -> bool:
    return abs(a.atas - b.atas) < _SELISIH * a.ukuran


def _sisipkan(kisi: Kisi, baris: int, daftar_y: Sequence[float]) -> Kisi:
    tambah = len(daftar_y)
    bidang: list[Bidang] = []
    for satu in kisi.bidang:
        if satu.baris == baris and satu.rentang_baris == 1:
            bidang.extend(Bidang(baris + i, satu.kolom, 1, satu.rentang_kolom) for i in range(tambah + 1))
        else:
            awal = satu.baris + (tambah if satu.baris > baris else 0)
            bidang.append(Bidang(awal, satu.kolom, satu.rentang_baris, satu.rentang_kolom))
    batas_y = [*kisi.batas_y[: baris + 1], *(y - 0.5 for y in daftar_y), *kisi.batas_y[baris + 1 :]]
    pada = [[-1] * len(kisi.pada[0]) for _ in range(len(batas_y) - 1)]
    for nomor, satu in enumerate(bidang):
        for b in range(satu.baris, satu.baris + satu.rentang_baris):
            pada[b][satu.kolom : satu.kolom + satu.rentang_kolom] = [nomor] * satu.rentang_kolom
    return Kisi(kisi.batas_x, batas_y, bidang, pada)
