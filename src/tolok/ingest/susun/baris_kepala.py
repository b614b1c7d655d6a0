"""Which first rows of a table are its head, and what the levels over each column are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from tolok.ingest.susun.jenis_sel import BERANGKA, JenisSel, detect_jenis
from tolok.ingest.susun.kata import join_baris, make_kunci, read_kata
from tolok.ingest.susun.kepala import is_kata_kepala
from tolok.ingest.susun.petak_isi import Baris

_BATAS_BARIS: Final = 8
_KATA: Final = frozenset({JenisSel.KATA, JenisSel.INDIKATOR})
_NOMOR_KOLOM: Final = re.compile(
    r"\(?\s*(?:kol(?:om)?\.?\s*)?(\d{1,2})[a-z]?\s*\)?\s*(?:[=:].{0,40}|\([^()]{0,40}\))?\s*\)?", re.IGNORECASE
)


class Kepala(NamedTuple):
    """
    The head of a printed table.

    :param judul: rows above it that are one text over the whole width
    :param tingkat: the levels over each column, outermost first
    :param awal: index of the first row of the body
    """

    judul: tuple[str, ...]
    tingkat: tuple[tuple[str, ...], ...]
    awal: int

    @property
    def kunci(self) -> tuple[str, ...]:
        """What repeated heads of one table have in common; empty columns at the end do not count."""
        daftar = [make_kunci("".join(tingkat)) for tingkat in self.tingkat]
        while daftar and not daftar[-1]:
            daftar.pop()
        return tuple(daftar)


_URUT: Final = re.compile(r"\(?(\d{1,2}|I{1,3}|IV|VI?)\)?", re.IGNORECASE)
_BERURUT: Final = re.compile(r"\b(?:tahun|triwulan|tw|bulan)\b(?:\s*\(?ke\b)?", re.IGNORECASE)


def find_kepala(daftar_baris: Sequence[Baris], *, jumlah_kepala: int = 0) -> Kepala:
    """
    Return the head of a table; one without a head has ``awal`` 0 (or the row after its column numbers).

    :param jumlah_kepala: how many rows the format marks as head; more are found by their words
    """
    judul: list[str] = []
    mulai = 0
    while mulai < min(len(daftar_baris) - 1, _BATAS_BARIS) and _is_baris_judul(daftar_baris[mulai]):
        judul.append(join_baris(next(isi.teks for isi in daftar_baris[mulai] if isi.teks)))
        mulai += 1
    dekat = range(mulai, min(len(daftar_baris), mulai + _BATAS_BARIS))
    urutan = next((b for b in dekat if b > mulai and _is_urutan(daftar_baris[mulai:b], daftar_baris[b])), None)
    nomor = next((b for b in dekat if b != urutan and is_baris_nomor(daftar_baris[b])), None)
    if nomor is not None:
        akhir, awal = nomor, nomor + 1
    elif urutan is not None:
        akhir = awal = urutan + 1
    else:
        akhir = awal = max(jumlah_kepala, mulai + _count_kepala(daftar_baris[mulai:]))
    if akhir <= mulai:
        return Kepala((), (), 0 if nomor is None else awal)
    return Kepala(tuple(judul), _resolve_tingkat(daftar_baris[mulai:akhir]), awal)


def _is_urutan(atas: Sequence[Baris], baris: Baris) -> bool:
    """Whether a row counts years or quarters under heads that say so ("Target tahun ke-" over "1 2 3 4 5")."""
    daftar = [(k, _URUT.fullmatch(isi.teks.strip())) for k, isi in enumerate(baris) if isi.teks and not isi.is_ulang]
    if len(daftar) < 3 or daftar[0][0] == 0 or any(cocok is None for _, cocok in daftar):
        return False
    nomor = [_ke_angka(cocok[1]) for _, cocok in daftar if cocok]
    is_urut = nomor[0] == 1 and all(kanan in (kiri + 1, 1) for kiri, kanan in pairwise(nomor))
    kepala = next((isi.teks for satu in reversed(atas) for isi in reversed(satu[: daftar[0][0] + 1]) if isi.teks), "")
    return is_urut and _BERURUT.search(join_baris(kepala)) is not None


def _ke_angka(teks: str) -> int:
    return int(teks) if teks.isdigit() else ("", "I", "II", "III", "IV", "V", "VI").index(teks.upper())


def is_baris_nomor(baris: Baris) -> bool:
    """Whether a row only numbers the columns: "(1) (2) (3)", "1 2 3", "6 = 5/4 x 100"."""
    daftar = [_NOMOR_KOLOM.fullmatch(join_baris(isi.teks)) for isi in baris if isi.teks and not isi.is_ulang]
    if len(daftar) < 3 or any(cocok is None for cocok in daftar):
        return False
    nomor = [int(cocok[1]) for cocok in daftar if cocok]
    naik = sum(1 for kiri, kanan in pairwise(nomor) if 0 <= kanan - kiri <= 2)
    return nomor[0] <= 2 and naik >= len(nomor) - 2 and nomor[-1] >= len(nomor) - 2


def _is_baris_judul(baris: Baris) -> bool:
    """Whether a row is one text over the table, and no head itself."""
    terisi = [isi for isi in baris if isi.teks]
    if not terisi or len(baris) < 3:
        return False
    sama = all(isi.teks == terisi[0].teks for isi in terisi)
    return sama and (len(terisi) == 1 or len(terisi) == len(baris)) and len(read_kata(terisi[0].teks).daftar) > 2


def _count_kepala(daftar_baris: Sequence[Baris]) -> int:
    jumlah = 0
    for baris in daftar_baris[:_BATAS_BARIS]:
        if jumlah and _is_menyambung(daftar_baris[jumlah - 1], baris):
            jumlah += 1
            continue
        terisi = {isi.teks for isi in baris if isi.teks and not (jumlah and isi.is_ulang)}
        kepala = sum(1 for teks in terisi if is_kata_kepala(teks))
        if not terisi or kepala * 10 < len(terisi) * (6 if jumlah == 0 else 9) or (jumlah == 0 and len(terisi) < 2):
            break
        if any(detect_jenis(teks) in BERANGKA and not is_kata_kepala(teks) for teks in terisi):
            break
        jumlah += 1
    if jumlah == 0 and _is_kepala_asing(daftar_baris):
        return 1
    return jumlah if jumlah < len(daftar_baris) else max(1, jumlah - 1) if jumlah > 1 else jumlah


def _is_menyambung(atas: Baris, baris: Baris) -> bool:
    """Whether a cell of the head row above is merged down into a row, which so belongs to the head."""
    return any(
        isi.is_ulang and isi.teks and isi.letak == lama.letak and isi.teks == lama.teks and not _is_mendatar(baris, k)
        for k, (lama, isi) in enumerate(zip(atas, baris, strict=True))
    )


def _is_mendatar(baris: Baris, k: int) -> bool:
    """Whether a repeated cell only goes on to the right from the cell before it in its own row."""
    return k > 0 and baris[k - 1].letak == baris[k].letak and not baris[k - 1].is_ulang


def _is_kepala_asing(daftar_baris: Sequence[Baris]) -> bool:
    """Whether the first row is a head of unknown words: short words over rows that have numbers, or are numbered."""
    if len(daftar_baris) < 2:
        return False
    pertama, kedua = ([detect_jenis(isi.teks) for isi in baris] for baris in daftar_baris[:2])
    if not all(jenis in _KATA for jenis in pertama):
        return False
    is_bernomor = is_kata_kepala(daftar_baris[0][0].teks) and kedua[0] is JenisSel.NOMOR
    is_dikenal = any(is_kata_kepala(isi.teks) for isi in daftar_baris[0])
    return is_bernomor or (is_dikenal and not BERANGKA.isdisjoint(kedua))


def _resolve_tingkat(daftar_baris: Sequence[Baris]) -> tuple[tuple[str, ...], ...]:
    """Return the levels over each column; a group head stands over the columns to its right that have none."""
    lebar = len(daftar_baris[0])
    hasil: list[list[str]] = [[] for _ in range(lebar)]
    for b, baris in enumerate(daftar_baris):
        bawah = daftar_baris[b + 1 :]
        induk = ""
        for k, isi in enumerate(baris):
            if isi.teks:
                induk = isi.teks if _has_bawah(bawah, k) else ""
                teks = isi.teks
            else:
                teks = induk if _has_bawah(bawah, k) and _is_sekelompok(hasil, k) else ""
                induk = teks
            rapi = join_baris(teks)
            if rapi and rapi not in hasil[k][-1:]:
                hasil[k].append(rapi)
    return tuple(tuple(tingkat) for tingkat in hasil)


def _has_bawah(bawah: Sequence[Baris], k: int) -> bool:
    return any(baris[k].teks for baris in bawah)


def _is_sekelompok(hasil: Sequence[Sequence[str]], k: int) -> bool:
    """Whether column ``k`` stands under the same outer heads as the column before it, so that a group can reach it."""
    return not hasil[k] or (k > 0 and list(hasil[k]) == list(hasil[k - 1])[: len(hasil[k])])
