"""When two printed names mean the same thing in spite of drift: abbreviations, renamed terms, typing errors, case."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from typing import Final

_KATA: Final = re.compile(r"[^\W_]+")
_SINGKATAN: Final = re.compile(r"\(\s*[A-Z][A-Z0-9/.\- ]{1,11}\)")
_PADANAN: Final[dict[str, str]] = {
    "prosentase": "persentase",
    "presentase": "persentase",
    "persen": "persentase",
    "analisa": "analisis",
    "aktifitas": "aktivitas",
    "pmks": "ppks",
    "penyandang masalah kesejahteraan sosial": "ppks",
    "pemerlu pelayanan kesejahteraan sosial": "ppks",
    "pengarusutamaan gender": "pug",
    "kota layak anak": "kla",
    "kabupaten layak anak": "kla",
    "kabupaten kota layak anak": "kla",
    "pelebagaan": "pelembagaan",
    "sdm": "sumber daya manusia",
    "dan atau": "dan",
    "thd": "terhadap",
    "yg": "yang",
    "dgn": "dengan",
    "utk": "untuk",
}
"""Words that documents use for each other; longer phrases first when they are replaced."""
_AWALAN: Final = re.compile(r"^(?:program|kegiatan|sub kegiatan|subkegiatan)\s+")
_HURUF_MINIMUM: Final = 5
_BATAS_SERUPA: Final = 85
"""Part of the letters of two words, in percent, that must be common to both in order."""
_SUSUNAN: Final = sorted(_PADANAN, key=len, reverse=True)


class Kesamaan(StrEnum):
    """How far two names agree."""

    PERSIS = "persis"
    SEPADAN = "sepadan"
    """The same but for letter case, punctuation, abbreviations and renamed terms."""
    MIRIP = "mirip"
    """The same but for a letter or two."""
    BEDA = "beda"


@lru_cache(maxsize=65536)
def make_kunci_serupa(nama: str) -> str:
    """Return the key of a name without its drift; names with the same key mean the same."""
    kata = " ".join(_KATA.findall(_SINGKATAN.sub(" ", nama).casefold()))
    for lama in _SUSUNAN:
        kata = re.sub(rf"\b{lama}\b", _PADANAN[lama], kata)
    return _AWALAN.sub("", re.sub(r"\b(\w+)( \1\b)+", r"\1", kata))


@lru_cache(maxsize=65536)
def compare_nama(satu: str, dua: str) -> Kesamaan:
    """Return how far the names agree. Names that differ in a numeral, or in which word stands, are never alike."""
    if " ".join(satu.split()) == " ".join(dua.split()):
        return Kesamaan.PERSIS
    kiri, kanan = make_kunci_serupa(satu), make_kunci_serupa(dua)
    if kiri == kanan:
        return Kesamaan.SEPADAN
    if re.findall(r"\d+", kiri) != re.findall(r"\d+", kanan) or abs(len(kiri) - len(kanan)) > max(3, len(kiri) // 20):
        return Kesamaan.BEDA
    kata_kiri, kata_kanan = kiri.split(), kanan.split()
    if len(kata_kiri) == len(kata_kanan):
        beda = [(a, b) for a, b in zip(kata_kiri, kata_kanan, strict=True) if a != b]
        is_mirip = len(beda) <= 2 and all(_is_salah_ketik(a, b) for a, b in beda)
        return Kesamaan.MIRIP if is_mirip else Kesamaan.BEDA
    return Kesamaan.MIRIP if kiri.replace(" ", "") == kanan.replace(" ", "") else Kesamaan.BEDA


def is_sama(satu: str, dua: str) -> bool:
    """Whether the names mean the same thing."""
    return compare_nama(satu, dua) is not Kesamaan.BEDA


def _is_salah_ketik(satu: str, dua: str) -> bool:
    """Whether one word is the other with a letter lost, doubled or replaced; short words must be equal."""
    if min(len(satu), len(dua)) < _HURUF_MINIMUM:
        return False
    sama = sum(blok.size for blok in SequenceMatcher(None, satu, dua, autojunk=False).get_matching_blocks())
    return 200 * sama >= _BATAS_SERUPA * (len(satu) + len(dua))
