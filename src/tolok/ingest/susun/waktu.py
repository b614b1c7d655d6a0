"""Years, quarters and months in heads, captions and titles."""

from __future__ import annotations

import re
from typing import Final

from tolok.core.periode import NAMA_BULAN

_TAHUN: Final = re.compile(r"(?<![\d.,/])(20[0-4]\d|199\d)(?![\d/]|[.,]\d)")
_TAHUN_ANGGARAN: Final = re.compile(
    r"\b(?:tahun(?:\s+anggaran)?|t\.?\s?a\.?)\s*:?\s*((?:20[0-4]|199)\d)\b", re.IGNORECASE
)
_RENTANG: Final = re.compile(
    r"(?<!\d)((?:20[0-4]|199)\d)\s*(?:-|–|—|s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?|hingga)\s*((?:20[0-4]|199)\d)(?!\d)",
    re.IGNORECASE,
)
_BERSAMA: Final = re.compile(r"\b(?:dan|dengan|terhadap|perbandingan|serta|atau)\b|[,/&]", re.IGNORECASE)
_ROMAWI: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4,
                  "pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4}  # fmt: skip
_TRIWULAN: Final = re.compile(
    r"\b(?:tri\s?wulan|tribulan|trw|tw)\b[\s.:\-]*(?:ke\s*-?\s*)?[\s(]*(pertama|kedua|ketiga|keempat|i{1,3}|iv|[1-4])\b"
    r"|\btw([1-4]|i{1,3}|iv)\b",
    re.IGNORECASE,
)
_NOMOR_TRIWULAN: Final = re.compile(r"[\s(]*(i{1,3}|iv|[1-4])[\s.)]*", re.IGNORECASE)
_BULAN: Final = {
    singkat: nomor
    for nomor, nama in enumerate(NAMA_BULAN)
    if nama
    for singkat in {nama.casefold(), nama.casefold()[:3]}
} | {"agt": 8, "ags": 8, "agust": 8, "sept": 9, "nop": 11, "nopember": 11, "pebruari": 2, "peb": 2, "may": 5}
_KUMULATIF: Final = re.compile(r"\bs\.?\s?/?\s?d\.?\b|\bsampai\b|\bhingga\b|\bkumulatif\b", re.IGNORECASE)


def list_tahun(teks: str) -> tuple[int, ...]:
    """Return the years a text names, in its order and each once."""
    return tuple(dict.fromkeys(int(tahun) for tahun in _TAHUN.findall(teks)))


def read_rentang_tahun(teks: str) -> tuple[int, int] | None:
    """Return the first span of years ("2019-2024", "2018 s/d 2023"), or ``None``."""
    cocok = _RENTANG.search(teks)
    return (int(cocok[1]), int(cocok[2])) if cocok and cocok[1] < cocok[2] else None


def read_tahun(teks: str) -> int | None:
    """Return the one year a text is about, spans of years left out; ``None`` without one, or with several."""
    tanpa_rentang = _RENTANG.sub(" ", teks)
    daftar = list_tahun(tanpa_rentang)
    if len(daftar) > 1 and not _BERSAMA.search(tanpa_rentang):
        daftar = tuple(dict.fromkeys(int(tahun) for tahun in _TAHUN_ANGGARAN.findall(tanpa_rentang)))
    return daftar[0] if len(daftar) == 1 else None


def has_tahun(teks: str) -> bool:
    """Whether a text names a year outside a span of years."""
    return bool(list_tahun(_RENTANG.sub(" ", teks)))


def list_triwulan(teks: str) -> tuple[int, ...]:
    """Return the quarters a text names, each once."""
    return tuple(dict.fromkeys(_ROMAWI[(satu or dua).casefold()] for satu, dua in _TRIWULAN.findall(teks)))


def read_triwulan(teks: str) -> int | None:
    """Return the one quarter a text is about, or ``None``."""
    daftar = list_triwulan(teks)
    return daftar[0] if len(daftar) == 1 else None


def read_nomor_triwulan(teks: str) -> int | None:
    """Return the quarter of a head that is only its number ("II"), under a head that says triwulan."""
    cocok = _NOMOR_TRIWULAN.fullmatch(teks)
    return _ROMAWI[cocok[1].casefold()] if cocok else None


def read_bulan(teks: str) -> int | None:
    """Return the month a head consists of, or ``None``."""
    return _BULAN.get(teks.strip(" .()").casefold())


def is_kumulatif(teks: str) -> bool:
    """Whether a head speaks of a value up to a period."""
    return _KUMULATIF.search(teks) is not None


def strip_waktu(teks: str) -> str:
    """Return the text without its years and quarters."""
    return _TAHUN.sub(" ", _TRIWULAN.sub(" ", teks))
