"""Where an Indonesian word may be broken at the end of a line."""

from __future__ import annotations

import itertools
import re
from typing import Final

_SATUAN: Final = re.compile(r"(?:ai|au|oi|ei)(?![aeiou])|[aeiou]|ng|ny|sy|kh|[a-z]", re.IGNORECASE)
_VOKAL: Final = frozenset("aeiou")
_TEPI: Final = 2
"""Letters that stay together at either end of a word."""


def penggal(kata: str) -> tuple[str, ...]:
    """
    Return the parts of a word of letters between which a line may break; a hyphen is then printed.

    Between two vowels one consonant goes with the second, of more the first stays with the first vowel; ``ng``,
    ``ny``, ``sy`` and ``kh`` count as one. Anything but letters is not broken.

    :source: EYD V, pemenggalan kata
    """
    if not (kata.isascii() and kata.isalpha()) or kata.isupper():
        return (kata,)
    satuan = _SATUAN.findall(kata)
    daftar_vokal = [urut for urut, satu in enumerate(satuan) if satu[0].lower() in _VOKAL]
    hasil, awal = [], 0
    for kiri, kanan in itertools.pairwise(daftar_vokal):
        batas = kanan if kanan == kiri + 1 else kanan - 1 if kanan == kiri + 2 else kiri + 2
        bagian, sisa = "".join(satuan[awal:batas]), "".join(satuan[batas:])
        if len(bagian) >= _TEPI and len(sisa) >= _TEPI:
            hasil.append(bagian)
            awal = batas
    return (*hasil, "".join(satuan[awal:]))
