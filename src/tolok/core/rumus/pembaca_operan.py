"""What stands on both sides of a sign in a printed formula: names, brackets, symbols, shared words."""

from __future__ import annotations

import re
from typing import Final

from tolok.core.rumus.pembaca_lambang import BUKA, HITUNG, OPERATOR, TUTUP

DASAR: Final = (
    rf"(?:{HITUNG}|target|realisasi|pagu|rencana|standar|nilai maksimal|nilai ideal|skor maksimal|skor ideal)"
)
AWAL_DASAR: Final = re.compile(rf"[\s(]*{DASAR}(?![a-z])", re.IGNORECASE)
BILANGAN: Final = re.compile(r"\d[\d.,]*")
_KATA_UMUM: Final = frozenset({
    "jumlah", "yang", "dan", "atau", "tahun", "pada", "dengan", "total", "seluruh", "dari", "untuk", "dalam", "jml",
    "persentase", "prosentase", "presentase",
})  # fmt: skip


def match_kurung(teks: str) -> dict[int, int]:
    """Return the partner of each bracket that has one."""
    buka: list[int] = []
    hasil: dict[int, int] = {}
    for i, huruf in enumerate(teks):
        if huruf in "([":
            buka.append(i)
        elif huruf in ")]" and buka:
            j = buka.pop()
            hasil[j] = i
            hasil[i] = j
    return hasil


def find_luar_kurung(teks: str) -> list[bool]:
    """Say of each character whether it stands outside brackets that belong to a name."""
    pasangan = match_kurung(teks)
    luar = [True] * len(teks)
    for i, j in pasangan.items():
        if i < j:
            luar[i : j + 1] = [False] * (j + 1 - i)
    return luar


def replace_at(teks: str, posisi: int, tanda: str) -> str:
    """Put a mark in the place of one character."""
    return f"{teks[:posisi]} {tanda} {teks[posisi + 1 :]}"


def get_kata(teks: str) -> set[str]:
    """Return the words of a name that tell it from others."""
    return {k for k in re.findall(r"[^\W\d_]{3,}", teks.casefold()) if k not in _KATA_UMUM}


def get_operan_kiri(teks: str, i: int) -> str:
    """Return what stands before position ``i``, back to the nearest mark."""
    return re.split(rf"[{OPERATOR}{BUKA}]", teks[:i])[-1]


def get_operan_kanan(teks: str, i: int) -> str:
    """Return what stands from position ``i`` on, up to the nearest mark."""
    return re.split(rf"[{OPERATOR}{TUTUP}]", teks[i:])[0]


def is_huruf(teks: str) -> bool:
    """Whether the operand is a symbol such as ``A`` or ``X1``."""
    return bool(re.fullmatch(r"\s*[A-Za-z]{1,2}\d{0,2}\s*", teks))
