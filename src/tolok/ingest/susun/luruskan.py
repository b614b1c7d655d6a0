"""
Rows whose cells slipped into other columns are put back, by what the cells hold and what the columns mean.

Only a row that cannot be right as it stands is moved (words under "No", an amount under a formula), and only if one
placement is clearly better than it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from tolok.core.satuan import RUPIAH
from tolok.ingest.susun.arti import BERKALIMAT, NAMA_INDIKATOR, NILAI_KINERJA, NILAI_UANG, Arti, Kolom
from tolok.ingest.susun.jenis_sel import TERTULIS, JenisSel, detect_jenis
from tolok.ingest.susun.petak_isi import KOSONG, Baris

_SALAH: Final = 5.0
_PINDAH: Final = 1.0
_UNTUNG: Final = 1.0
_RAPI: Final = 1.0
_KATA_KATEGORI: Final = 2
_RP: Final = re.compile(r"(?:rp|idr)\.?", re.IGNORECASE)
_JUMLAH: Final = re.compile(r"\W*(?:grand\s+)?(?:total|jumlah|rata-rata)\b", re.IGNORECASE)


def count_lebar(daftar_baris: Sequence[Baris], daftar_kepala: Sequence[Sequence[str]]) -> int:
    """
    Return how many columns a table has: empty heads at its end do not count if no row needs them.

    :param daftar_kepala: the levels over each column
    """
    lebar = len(daftar_kepala)
    while lebar > 1 and not daftar_kepala[lebar - 1]:
        lebar -= 1
    is_cukup = any(daftar_kepala) and all(len(_narrow(baris, lebar)) <= lebar for baris in daftar_baris)
    return lebar if is_cukup else len(daftar_kepala)


def realign_baris(daftar_baris: Sequence[Baris], daftar_kolom: Sequence[Kolom]) -> list[Baris]:
    """
    Return the rows with slipped cells put back.

    :param daftar_baris: rows as wide as the head
    :param daftar_kolom: meaning of each column
    """
    isian = _count_isian(daftar_baris, daftar_kolom)
    return [_realign(baris, daftar_kolom, isian) for baris in daftar_baris]


def fit_baris(daftar_baris: Sequence[Baris], lebar: int) -> list[Baris]:
    """Return the rows, each as wide as the head; the parts of an amount that stand in two columns are joined."""
    return [_fit(_narrow(baris, lebar), lebar) for baris in daftar_baris]


def _fit(baris: Baris, lebar: int) -> Baris:
    """Return a row of the width of the head; what does not fit stands in the last cell."""
    if len(baris) <= lebar:
        return baris + [KOSONG] * (lebar - len(baris))
    sisa = " ".join(isi.teks for isi in baris[lebar - 1 :] if isi.teks)
    return [*baris[: lebar - 1], baris[lebar - 1]._replace(teks=sisa)]


def _narrow(baris: Baris, lebar: int) -> Baris:
    """Return a row without a column of its own for "Rp", and without empty places beyond the head, where it can be."""
    while len(baris) > lebar and (pisah := _find_rp(baris)) is not None:
        jumlah = baris[pisah + 1]._replace(teks=f"{baris[pisah].teks} {baris[pisah + 1].teks}")
        baris = [*baris[:pisah], jumlah, *baris[pisah + 2 :]]
    while len(baris) > lebar and not baris[-1].teks:
        baris = baris[:-1]
    return baris


def _find_rp(baris: Baris) -> int | None:
    return next(
        (
            k
            for k in range(len(baris) - 1)
            if _RP.fullmatch(baris[k].teks)
            and detect_jenis(baris[k + 1].teks) in (JenisSel.UANG, JenisSel.STRIP, JenisSel.ANGKA, JenisSel.NOMOR)
        ),
        None,
    )


def _count_isian(daftar_baris: Sequence[Baris], daftar_kolom: Sequence[Kolom]) -> list[float]:
    """Return how often each column is filled in the rows that stand right, from 0 to 1."""
    benar = [baris for baris in daftar_baris if _cost_baris(baris, daftar_kolom) <= _RAPI]
    if not benar:
        return [0.5] * len(daftar_kolom)
    return [sum(1 for baris in benar if baris[k].teks) / len(benar) for k in range(len(daftar_kolom))]


def _realign(baris: Baris, daftar_kolom: Sequence[Kolom], isian: Sequence[float]) -> Baris:
    asal = [k for k, isi in enumerate(baris) if isi.teks]
    lama = _cost_baris(baris, daftar_kolom)
    if lama < 3 or any(baris[k].is_ulang for k in asal):
        return baris
    biaya, tujuan = _place(baris, asal, daftar_kolom, isian)
    if tujuan is None or biaya + _UNTUNG > lama + sum(1 - isian[k] for k in asal) * 0.5:
        return baris
    hasil: Baris = [KOSONG] * len(daftar_kolom)
    for dari, ke in zip(asal, tujuan, strict=True):
        hasil[ke] = baris[dari]
    return hasil


def _place(
    baris: Baris, asal: Sequence[int], daftar_kolom: Sequence[Kolom], isian: Sequence[float]
) -> tuple[float, tuple[int, ...] | None]:
    """Return the cheapest placement of the cells in their order, and what it costs."""
    lebar = len(daftar_kolom)
    papan: dict[int, tuple[float, tuple[int, ...]]] = {-1: (0.0, ())}
    for urut, dari in enumerate(asal):
        baru: dict[int, tuple[float, tuple[int, ...]]] = {}
        for akhir, (biaya, jejak) in papan.items():
            for ke in range(akhir + 1, lebar - (len(asal) - urut - 1)):
                tambah = _cost_kolom(baris[dari].teks, daftar_kolom[ke]) + (1 - isian[ke]) * 0.5
                if ke != dari:
                    tambah += _PINDAH if not jejak or ke - dari != jejak[-1] - asal[urut - 1] else _PINDAH / 2
                lama = baru.get(ke)
                # Of two places as good, words belong to the values right of them, so the later one.
                if lama is None or biaya + tambah < lama[0] or (biaya + tambah == lama[0] and jejak > lama[1][:-1]):
                    baru[ke] = (biaya + tambah, (*jejak, ke))
        papan = baru
    return min(papan.values(), key=lambda satu: satu[0], default=(0.0, None))


def _cost_baris(baris: Baris, daftar_kolom: Sequence[Kolom]) -> float:
    return sum(_cost_kolom(isi.teks, kolom) for isi, kolom in zip(baris, daftar_kolom, strict=True) if isi.teks)


def _cost_kolom(teks: str, kolom: Kolom) -> float:
    """Return how wrong a text is in a column; nothing and amounts in millions look like plain numbers."""
    is_polos = kolom.arti in NILAI_UANG and detect_jenis(teks) in (JenisSel.ANGKA, JenisSel.NOMOR)
    if is_polos and (kolom.pengali > 1 or teks.strip() == "0"):
        return 0
    return _cost(teks, kolom.arti)


@lru_cache(maxsize=65536)
def _cost(teks: str, arti: Arti) -> float:
    """Return how wrong a text is in a column: 0 right, 5 impossible."""
    jenis = detect_jenis(teks)
    if jenis is JenisSel.STRIP or _JUMLAH.match(teks):
        return 0
    if arti in (Arti.NOMOR, Arti.KODE):
        return _SALAH if jenis in TERTULIS or jenis in (JenisSel.PERSEN, JenisSel.RUMUS) else 0
    if arti in NILAI_UANG:
        if jenis is JenisSel.UANG or RUPIAH.casefold() in teks.casefold():
            return 0
        return 2 if jenis in (JenisSel.ANGKA, JenisSel.NOMOR) else _SALAH
    if arti in (Arti.PERSEN_ANGGARAN, Arti.PERTUMBUHAN_ANGGARAN):
        return _SALAH if jenis in TERTULIS or jenis in (JenisSel.UANG, JenisSel.RUMUS) else 0
    if arti in NILAI_KINERJA:
        if jenis is JenisSel.KATA:
            return 0 if len(teks.split()) <= _KATA_KATEGORI else 2
        return {JenisSel.UANG: 3.0, JenisSel.KALIMAT: 4.0, JenisSel.RUMUS: 4.0, JenisSel.PERNYATAAN: 4.0}.get(jenis, 0)
    if arti in BERKALIMAT:
        return 3 if jenis is JenisSel.UANG else 0
    return _cost_kata(jenis, arti)


def _cost_kata(jenis: JenisSel, arti: Arti) -> float:
    """Return how wrong a kind is in a column of words."""
    if jenis in (JenisSel.UANG, JenisSel.PERSEN):
        return 0 if arti is Arti.SATUAN and jenis is JenisSel.PERSEN else _SALAH
    if jenis is JenisSel.ANGKA:
        return 3
    if jenis is JenisSel.RUMUS:
        return 4
    if jenis is JenisSel.INDIKATOR and arti in (Arti.SASARAN, Arti.TUJUAN):
        return 3
    if jenis is JenisSel.PERNYATAAN:
        return 3 if arti in NAMA_INDIKATOR else 1 if arti is Arti.TUJUAN else 0
    return 0


def is_jumlah(teks: str) -> bool:
    """Whether a label begins a row of totals."""
    return _JUMLAH.match(teks) is not None
