"""Columns of money that their heads do not call so: told by what they hold and by the caption."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tolok.core.satuan import PERSEN, RUPIAH
from tolok.ingest.susun.arti import NAMA_ANGGARAN, NAMA_INDIKATOR, NILAI_KINERJA, NILAI_UANG, Arti, Kolom
from tolok.ingest.susun.jenis_sel import JenisSel, detect_jenis
from tolok.ingest.susun.petak_isi import Baris

_UANG_DARI: Final = {Arti.TARGET: Arti.PAGU, Arti.REALISASI: Arti.REALISASI_ANGGARAN}
_SATUAN: Final = re.compile(r"[^\W\d_]|%")
_RUPIAH: Final = re.compile(r"\b(?:rp|nihil)\b", re.IGNORECASE)
_KINERJA: Final = re.compile(r"kinerja|fisik|indikator|sasaran|output|outcome|\bk\b", re.IGNORECASE)
_JUDUL_UANG: Final = re.compile(r"\b(?:anggaran|rupiah|rp|belanja|keuangan|pendanaan)\b", re.IGNORECASE)
_JUDUL_PENGALI: Final = re.compile(
    r"\b(?:dalam|satuan|x|rp\.?)\s*:?\s*(?:rp\.?\s*)?(?P<kali>ribu|juta|miliar|milyar|000)(?:an)?\b", re.IGNORECASE
)
_PENGALI: Final = {"ribu": 10**3, "000": 10**3, "juta": 10**6, "miliar": 10**9, "milyar": 10**9}


def fix_uang(
    daftar_kolom: Sequence[Kolom], daftar_kepala: Sequence[str], daftar_baris: Sequence[Baris], judul: str
) -> tuple[Kolom, ...]:
    """
    Return the columns with money told from performance where the heads do not say it.

    "Program | Target | Realisasi | %" over amounts, or under a caption about the budget, holds rupiah and their share.
    A column of percentages only is no amount, whatever its head, and a "%" right behind an amount is the share of it.
    A caption "dalam juta rupiah" holds for every column of money that does not say otherwise.
    """
    hasil = list(daftar_kolom)
    arti = {kolom.arti for kolom in hasil}
    is_program = bool(arti & NAMA_ANGGARAN) and not arti & NAMA_INDIKATOR
    is_anggaran = is_program and (bool(arti & NILAI_UANG) or _JUDUL_UANG.search(judul) is not None)
    for k, kolom in enumerate(hasil):
        if kolom.arti not in _UANG_DARI or kolom.satuan not in ("", RUPIAH):
            continue
        if is_kolom_uang(daftar_baris, k) or (is_anggaran and not _has_satuan(daftar_baris, k)):
            hasil[k] = replace(kolom, arti=_UANG_DARI[kolom.arti], satuan=RUPIAH)
    is_kinerja = any(kolom.arti in NILAI_KINERJA - {Arti.CAPAIAN} for kolom in hasil)
    if any(kolom.arti in NILAI_UANG for kolom in hasil) and not is_kinerja and not arti & NAMA_INDIKATOR:
        hasil = [replace(k, arti=Arti.PERSEN_ANGGARAN, satuan=PERSEN) if k.arti is Arti.CAPAIAN else k for k in hasil]
    for k, kolom in enumerate(hasil):
        if kolom.arti in NILAI_UANG and _is_kolom_persen(daftar_baris, k):
            hasil[k] = replace(kolom, arti=Arti.PERSEN_ANGGARAN, satuan=PERSEN)
    for k in range(1, len(hasil)):
        is_persen = hasil[k].arti is Arti.CAPAIAN or (hasil[k].arti is Arti.REALISASI and hasil[k].satuan == PERSEN)
        if is_persen and hasil[k - 1].arti in NILAI_UANG and not _KINERJA.search(daftar_kepala[k]):
            hasil[k] = replace(hasil[k], arti=Arti.PERSEN_ANGGARAN, satuan=PERSEN)
    if pengali := _JUDUL_PENGALI.search(judul):
        kali = _PENGALI[pengali["kali"].casefold()]
        hasil = [replace(k, pengali=kali) if k.arti in NILAI_UANG and k.pengali == 1 else k for k in hasil]
    return tuple(hasil)


def is_kolom_uang(daftar_baris: Sequence[Baris], k: int) -> bool:
    """Whether nearly every number of a column is an amount of money, not a count of a few thousands."""
    daftar = [(detect_jenis(baris[k].teks), baris[k].teks) for baris in daftar_baris]
    uang = [teks for jenis, teks in daftar if jenis is JenisSel.UANG]
    lain = sum(1 for jenis, _ in daftar if jenis not in (JenisSel.UANG, JenisSel.KOSONG, JenisSel.STRIP))
    is_cacah = all("rp" not in teks.casefold() and sum(map(str.isdigit, teks)) <= 6 for teks in uang)
    return bool(uang) and lain * 5 <= len(uang) and not is_cacah


def _is_kolom_persen(daftar_baris: Sequence[Baris], k: int) -> bool:
    """Whether a column headed as money ("Serapan") holds percentages and no amount."""
    jenis = {detect_jenis(baris[k].teks) for baris in daftar_baris}
    return JenisSel.PERSEN in jenis and jenis.isdisjoint({JenisSel.UANG, JenisSel.ANGKA})


def _has_satuan(daftar_baris: Sequence[Baris], k: int) -> bool:
    """Whether a column holds percentages, words, or numbers with a unit other than Rp."""
    return any(_SATUAN.search(_RUPIAH.sub("", baris[k].teks)) for baris in daftar_baris)
