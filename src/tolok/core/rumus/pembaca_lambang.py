"""
The marks that the stages of reading a printed formula leave in its text, and how a name is freed from them.

They are characters of a private area: an operator that is certain (a printed fraction, "dibagi", a rule line) is told
apart from a sign that may belong to a name ("Kab/Kota", "n-1", "(PMKS)").
"""

from __future__ import annotations

import re
from typing import Final

TAMBAH: Final = "\ue001"
KURANG: Final = "\ue002"
KALI: Final = "\ue003"
BAGI: Final = "\ue004"
GARIS: Final = "\ue005"
"""A division printed as a rule line between two lines, or said in words: it divides all that came before."""
BUKA: Final = "\ue006"
TUTUP: Final = "\ue007"
BARIS: Final = "\ue008"
"""The end of a printed line."""
MIRING: Final = "\ue00f"
"""A slash that belongs to a name."""
SIGMA: Final = "Σ"
OPERATOR: Final = TAMBAH + KURANG + KALI + BAGI + GARIS
MIN: Final = "\ue011"
"""The hyphen of ``n-1`` and ``t-1``."""
RENTANG: Final = "\ue012"
"""The hyphen between two numbers: ``15-64``."""

HITUNG: Final = r"(?:jumlah|jml|jlh|jmlh|juml|total|banyaknya|seluruh|keseluruhan|Σ)"
AWAL_HITUNG: Final = re.compile(rf"\W*{HITUNG}(?![a-z])", re.IGNORECASE)
PENGALI: Final = re.compile(rf"{KALI}\s*(\d[\d.,]*)\s*(%|persen\b)?", re.IGNORECASE)
_NAMA_PERSEN: Final = re.compile(
    r"^(?:persentase|prosentase|presentase|prosentasi|persen|%|rasio|tingkat|capaian)\s+"
    rf"(?=(?:dari\s+)?{HITUNG}\b)",
    re.IGNORECASE,
)
_TANDA_TEKS: Final = {MIN: "-", RENTANG: "-", MIRING: "/", SIGMA: " ", BARIS: " ", "\n": " "}

NAMA_DEPAN: Final = re.compile(
    r"(?:per?o?sentase|prosentase|presentase|prosentasi|indeks|nilai|rumus|formula|rasio|tingkat|capaian|cakupan|[a-z]\s*\(|%)",
    re.IGNORECASE,
)
"""How the name of an indicator begins, as against a thing that is counted."""


def has_operator(teks: str) -> bool:
    """Whether anything in the marked text is an operator."""
    return any(tanda in teks for tanda in OPERATOR)


def has_pembagian(teks: str) -> bool:
    """Whether a division has been found."""
    return BAGI in teks or GARIS in teks


def clean_nama(teks: str) -> str:
    """Return a name as printed: single spaces, no bullets, no marks, no loose punctuation at its ends."""
    for tanda, ganti in _TANDA_TEKS.items():
        teks = teks.replace(tanda, ganti)
    teks = " ".join(teks.replace("[", "(").replace("]", ")").split())
    teks = re.sub(r"\s+([,.;:)])", r"\1", teks)
    teks = re.sub(r"\(\s+", "(", teks)
    teks = _NAMA_PERSEN.sub("", teks.strip(" .,;:|\"'*_=-"))
    teks = re.sub(r"^(?:dari|adalah|antara|yaitu)\s+(?=" + HITUNG + r"\b)", "", teks, flags=re.IGNORECASE)
    teks = re.sub(r"^(?:[f]\s*\(x\)|\d{1,2}[.)](?!\d)|[a-z][.)])\s*[:=]?\s*", "", teks, flags=re.IGNORECASE)
    if teks.count("(") != teks.count(")"):
        teks = teks.strip("()") if teks.count("(") + teks.count(")") == 1 and teks[:1] + teks[-1:] != "" else teks
    return teks.strip(" .,;:|\"'*_=")
