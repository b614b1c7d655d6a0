"""
Which stored object a printed name means, in spite of case, punctuation, abbreviations and slips of the pen.

A name that is the same but for letter case, spaces and punctuation is found; anything less is a proposal that a person
confirms, and where two objects come close there is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from typing import Final

from tolok.core.angka import Angka


class Cara(StrEnum):
    """How a match was found; only ``MIRIP`` needs somebody's word."""

    KODE = "kode"
    NAMA = "nama"
    MIRIP = "mirip"


@dataclass(frozen=True, slots=True)
class Padanan:
    """The object a name was matched with."""

    id: str
    cara: Cara


AMBANG_MIRIP: Final = Angka(3, 4)
"""Share of words two names must have in common to be proposed."""
_SELISIH: Final = Angka(1, 10)
"""By how much the best match must lead the second."""
_MIRIP_KATA: Final = 0.84
_KATA: Final = re.compile(r"[^\W_]+")
_KURUNG: Final = re.compile(r"\(([^()]*)\)")
_SAMA: Final = {
    "prosentase": "persentase", "persen": "persentase", "jml": "jumlah", "thn": "tahun", "kab": "kabupaten",
    "kec": "kecamatan", "sub": "", "adm": "administrasi", "rp": "rupiah",
}  # fmt: skip
_LEWAT: Final = frozenset({"", "yang", "dan", "di", "pada", "dengan", "serta", "untuk", "dari", "ke", "para"})
_LAWAN: Final = (
    frozenset({"tidak", "bukan", "belum", "non", "tanpa"}),
    frozenset({"penurunan", "menurun", "menurunnya", "turun", "berkurangnya"}),
    frozenset({"peningkatan", "meningkat", "meningkatnya", "naik", "bertambahnya"}),
)
"""Words of one group do the same to a meaning; names of which only one has such a word mean different things."""


def make_kunci(nama: str) -> str:
    """Return the key of a name: its words without case and punctuation."""
    return " ".join(_KATA.findall(nama.casefold()))


def find_padanan(nama: str, daftar_calon: Iterable[tuple[str, str]]) -> Padanan | None:
    """
    Return the object that ``nama`` means, or ``None`` if none or more than one may be meant.

    :param daftar_calon: pairs of id and name; an id may stand under several names
    """
    daftar = tuple(daftar_calon)
    kunci = make_kunci(nama)
    sama = dict.fromkeys(id_calon for id_calon, satu in daftar if make_kunci(satu) == kunci)
    if sama:
        return Padanan(next(iter(sama)), Cara.NAMA) if len(sama) == 1 else None
    terbaik: dict[str, Angka] = {}
    for id_calon, satu in daftar:
        terbaik[id_calon] = max(terbaik.get(id_calon, Angka(0)), compare_nama(nama, satu))
    urut = sorted(terbaik.items(), key=lambda pasangan: pasangan[1], reverse=True)
    if not urut or urut[0][1] < AMBANG_MIRIP:
        return None
    if len(urut) > 1 and urut[0][1] - urut[1][1] < _SELISIH:
        return None
    return Padanan(urut[0][0], Cara.MIRIP)


@lru_cache(maxsize=1 << 17)
def compare_nama(satu: str, dua: str) -> Angka:
    """Return how much two names have in common: 0 to 1, and 0 where a number or a direction differs."""
    kata_satu, kata_dua = _list_kata(satu, dua), _list_kata(dua, satu)
    if not kata_satu or not kata_dua:
        return Angka(0)
    if _angka(kata_satu) != _angka(kata_dua) or any(
        bool(grup.intersection(kata_satu)) != bool(grup.intersection(kata_dua)) for grup in _LAWAN
    ):
        return Angka(0)
    return Angka(2 * _count_sama(kata_satu, kata_dua), len(kata_satu) + len(kata_dua))


def _list_kata(nama: str, lain: str) -> list[str]:
    """Return the words that count, abbreviations written out as far as either name does so."""
    kata = _pecah(_KURUNG.sub(_Pengganti(nama), nama))
    panjang = _pecah(lain)
    hasil: list[str] = []
    for satu in kata:
        hasil += _urai(satu, panjang) or [satu]
    return [rapi for satu in hasil if (rapi := _SAMA.get(satu, satu)) not in _LEWAT]


@lru_cache(maxsize=1 << 13)
def _pecah(nama: str) -> tuple[str, ...]:
    return tuple(_KATA.findall(nama.casefold()))


class _Pengganti:
    """Takes a bracket away that only abbreviates the words before it."""

    def __init__(self, nama: str) -> None:
        self._nama = nama

    def __call__(self, cocok: re.Match[str]) -> str:
        isi = _pecah(cocok[1])
        depan = _pecah(self._nama[: cocok.start()])
        if len(isi) == 1 and _urai(isi[0], depan):
            return " "
        return cocok[0]


def _urai(kata: str, daftar: Sequence[str]) -> list[str]:
    """Return the consecutive words of ``daftar`` whose first letters spell ``kata``, as an abbreviation does."""
    if not 2 <= len(kata) <= 8 or not kata.isalpha() or kata in _LEWAT:
        return []
    awal_kata = {satu[0] for satu in daftar}
    if not awal_kata.issuperset(kata):
        return []
    penting = [satu for satu in daftar if satu not in _LEWAT]
    for sumber in (penting, daftar):
        for awal in range(len(sumber) - len(kata) + 1):
            potong = sumber[awal : awal + len(kata)]
            if all(satu[0] == huruf for satu, huruf in zip(potong, kata, strict=True)):
                return list(potong)
    return []


def _angka(kata: Iterable[str]) -> list[str]:
    return sorted(satu for satu in kata if any(huruf.isdigit() for huruf in satu))


def _count_sama(satu: Sequence[str], dua: Sequence[str]) -> int:
    """Return how many words of one name stand in the other, slips of the pen forgiven."""
    sisa = list(dua)
    banyak = 0
    for kata in satu:
        cocok = kata if kata in sisa else next((lain for lain in sisa if _is_salah_tulis(kata, lain)), None)
        if cocok is not None:
            sisa.remove(cocok)
            banyak += 1
    return banyak


def _is_salah_tulis(satu: str, dua: str) -> bool:
    if satu[0] != dua[0] or min(len(satu), len(dua)) < 5 or abs(len(satu) - len(dua)) > 3:
        return False
    banding = SequenceMatcher(None, satu, dua)
    return banding.quick_ratio() >= _MIRIP_KATA and banding.ratio() >= _MIRIP_KATA
