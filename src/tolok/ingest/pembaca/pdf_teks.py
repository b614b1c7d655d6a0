"""Words become lines, lines become the text of a cell or a paragraph; hyphens that only break a word go away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tolok.ingest.pembaca.pdf_halaman import TANDA_PISAH, Kata

_TUMPANG: Final = 0.5
_SELA_KATA: Final = 0.12
_UJUNG: Final = re.compile(r"([^\W_]+)-$")
_PANGKAL: Final = re.compile(r"[^\W_]+")
_AKAR_TERPENDEK: Final = 3
"""A word that is said twice ("sekurang-kurangnya") has at least so many letters in common."""
_TETAP: Final = frozenset({"non", "e", "ke", "se", "pasca", "anti", "pra", "semi", "antar"})
"""Written with a hyphen often enough before another word."""

_NILAI: Final = re.compile(
    r"(?:Rp\.?\s*)?[-–(]?\d[\d.,]*(?:\s*(?:%|persen|juta|\)|,-|[A-Za-z]{1,12}))?|[-–]|N/?A|nihil", re.I
)


@dataclass(slots=True)
class Baris:
    """Words on one line, from left to right."""

    kata: list[Kata]
    atas: float
    bawah: float

    @property
    def x0(self) -> float:
        """Left end."""
        return self.kata[0].x0

    @property
    def x1(self) -> float:
        """Right end."""
        return max(kata.x1 for kata in self.kata)

    @property
    def ukuran(self) -> float:
        """Size of most of its letters."""
        return max(self.kata, key=lambda kata: len(kata.teks)).ukuran

    @property
    def teks(self) -> str:
        """Its text with single spaces."""
        return teks_baris(self.kata)


def susun_baris(daftar: Iterable[Kata]) -> list[Baris]:
    """Return words as lines from top to bottom; what is raised or lowered a little stays on its line."""
    hasil: list[Baris] = []
    for kata in sorted(daftar, key=lambda k: k.tengah_y):
        for baris in reversed(hasil[-3:]):
            tumpang = min(kata.bawah, baris.bawah) - max(kata.atas, baris.atas)
            if tumpang >= _TUMPANG * min(kata.bawah - kata.atas, baris.bawah - baris.atas):
                baris.kata.append(kata)
                if kata.bawah - kata.atas > baris.bawah - baris.atas:
                    baris.atas, baris.bawah = kata.atas, kata.bawah
                break
        else:
            hasil.append(Baris([kata], kata.atas, kata.bawah))
    for baris in hasil:
        baris.kata.sort(key=lambda k: k.x0)
    hasil.sort(key=lambda b: b.atas)
    return hasil


def teks_baris(daftar: Sequence[Kata]) -> str:
    """Return words of one line as text; what touches was one word to the eye."""
    hasil = []
    lama: Kata | None = None
    for kata in daftar:
        if lama is not None and (kata.spasi or kata.x0 - lama.x1 > _SELA_KATA * kata.ukuran):
            hasil.append(" ")
        hasil.append(kata.teks)
        lama = kata
    return "".join(hasil)


def is_nilai(teks: str) -> bool:
    """Whether a text looks like one value: a number with or without its unit, or what stands where there is none."""
    return _NILAI.fullmatch(teks) is not None


def gabung(daftar: Iterable[str], pemisah: str) -> str:
    """Return lines as one text with ``pemisah`` between them, none where a word goes on."""
    hasil = ""
    for teks in daftar:
        if not hasil:
            hasil = teks
        elif (awal := _sambungan(hasil, teks)) is not None:
            hasil = awal + teks
        else:
            hasil += pemisah + teks
    return hasil.replace(TANDA_PISAH, "").strip()


def _sambungan(kiri: str, kanan: str) -> str | None:
    """Return what stays of the left line if its last word goes on in the right one, else ``None``."""
    if kiri.endswith(TANDA_PISAH):
        return kiri[:-1]
    ujung, pangkal = _UJUNG.search(kiri), _PANGKAL.match(kanan)
    if ujung is None or pangkal is None:
        return None
    akhir, awal = ujung[1].casefold(), pangkal.group().casefold()
    is_ulang = any(akhir.endswith(awal[:panjang]) for panjang in range(_AKAR_TERPENDEK, len(awal) + 1))
    if (
        is_ulang
        or akhir.endswith(awal)
        or akhir in _TETAP
        or not (ujung[1][-1].islower() and pangkal.group()[0].islower())
    ):
        return kiri
    return kiri[:-1]


def teks_sel(daftar: Iterable[Kata]) -> str:
    """Return the text of a cell, its lines kept; turned words are read in their own direction, after the others."""
    per_arah: dict[int, list[Kata]] = {}
    for kata in daftar:
        per_arah.setdefault(kata.arah, []).append(kata if kata.arah == 0 else _tegak(kata))
    bagian = (gabung((baris.teks for baris in susun_baris(isi)), "\n") for _, isi in sorted(per_arah.items()))
    return "\n".join(satu for satu in bagian if satu)


def _tegak(kata: Kata) -> Kata:
    """Return a turned word with the place it has when its direction is level."""
    match kata.arah:
        case 1:
            tempat = (kata.atas, kata.bawah, -kata.x1, -kata.x0)
        case 2:
            tempat = (-kata.x1, -kata.x0, -kata.bawah, -kata.atas)
        case _:
            tempat = (-kata.bawah, -kata.atas, kata.x0, kata.x1)
    return replace(kata, x0=tempat[0], x1=tempat[1], atas=tempat[2], bawah=tempat[3], arah=0, tepi=())
