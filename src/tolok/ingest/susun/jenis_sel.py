"""What kind of thing a cell holds, by its shape alone: an amount, a percentage, a number, a formula, words."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import Final


class JenisSel(StrEnum):
    """Kinds of cells."""

    KOSONG = "kosong"
    STRIP = "strip"
    NOMOR = "nomor"
    UANG = "uang"
    PERSEN = "persen"
    ANGKA = "angka"
    RUMUS = "rumus"
    INDIKATOR = "indikator"
    PERNYATAAN = "pernyataan"
    KATA = "kata"
    KALIMAT = "kalimat"


_BILANGAN: Final = r"\d(?:[\d.,]*\d)?"
_RP: Final = r"(?:rp\.?|idr)\s?"
_UANG: Final = re.compile(
    rf"{_RP}(?:\(?-?\s?{_BILANGAN}\)?(?:,?-+)?|-+)|\(?\d{{1,3}}(?:([.,])\d{{3}})(?:\1\d{{3}})+(?:[.,]\d{{1,2}})?\)?(?:,-+)?",
    re.IGNORECASE,
)
_PERSEN: Final = re.compile(rf"[-(]?\s?{_BILANGAN}\s?(?:%|persen)\s?\)?", re.IGNORECASE)
_ANGKA: Final = re.compile(rf"[-(<>=≤≥±~]*\s?{_BILANGAN}\s?\)?(?:\s*(?:[a-z]+(?:[\s/][a-z]+){{0,2}}))?", re.IGNORECASE)
_NOMOR: Final = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]?\)?", re.IGNORECASE)
_STRIP: Final = re.compile(r"[-–—.…\s]+|n/?a\.?|nihil|#n/a|#div/0!", re.IGNORECASE)
_INDIKATOR: Final = re.compile(
    r"(?:persentase|prosentase|presentase|jumlah|indeks|nilai|rasio|cakupan|rata-rata|predikat|opini|skor|proporsi"
    r"|tingkat|angka|level|kategori|kontribusi|pertumbuhan|laju|prevalensi|indikator)\s+\w",
    re.IGNORECASE,
)
_PERNYATAAN: Final = re.compile(r"(?:me\w+(?:nya|kan)|ter\w+nya|ber\w+nya|optimalnya|menurunnya)\s+\w", re.IGNORECASE)
_BATAS_KATA: Final = 6


@lru_cache(maxsize=16384)
def detect_jenis(teks: str) -> JenisSel:
    """Return the kind of a cell; its line ends are spaces."""
    rapi = " ".join(teks.split())
    if not rapi:
        return JenisSel.KOSONG
    if len(rapi) <= 60:
        for jenis, pola in _POLA:
            if pola.fullmatch(rapi):
                return jenis
    if "$" in rapi and re.search(r"\$[^$]*[\\=/×]", rapi):
        return JenisSel.RUMUS
    if _INDIKATOR.match(rapi):
        return JenisSel.INDIKATOR
    if _PERNYATAAN.match(rapi):
        return JenisSel.PERNYATAAN
    return JenisSel.KATA if len(rapi.split()) <= _BATAS_KATA else JenisSel.KALIMAT


_POLA: Final = (
    (JenisSel.STRIP, _STRIP),
    (JenisSel.UANG, _UANG),
    (JenisSel.PERSEN, _PERSEN),
    (JenisSel.NOMOR, _NOMOR),
    (JenisSel.ANGKA, _ANGKA),
)

TERTULIS: Final = frozenset({JenisSel.INDIKATOR, JenisSel.PERNYATAAN, JenisSel.KATA, JenisSel.KALIMAT})
"""Cells of words."""
BERANGKA: Final = frozenset({JenisSel.UANG, JenisSel.PERSEN, JenisSel.ANGKA})
"""Cells of one number."""
