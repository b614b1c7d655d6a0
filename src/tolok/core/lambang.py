"""One spelling for characters that look alike in documents: spaces, minus signs, percent signs and digits."""

from __future__ import annotations

import unicodedata
from typing import Final, NamedTuple

_MINUS: Final = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_HILANG: Final = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_GANTI: Final = str.maketrans(
    {
        **dict.fromkeys(_MINUS, "-"),
        **dict.fromkeys(_HILANG, ""),
        "\uff05": "%", "\ufe6a": "%", "\u066a": "%",
        "\uff0c": ",", "\u066b": ",", "\uff0e": ".", "\u066c": ".",
        "\uff08": "(", "\uff09": ")", "\u2264": "<=", "\u2265": ">=",
    }
)  # fmt: skip


BATAS_PANJANG: Final = 200
"""Longer texts are no value and are left unread, so that reading ends in bounded time."""


class TeksRapi(NamedTuple):
    """A text in one spelling; ``angka_asing`` says that digits of another script were replaced."""

    teks: str
    angka_asing: bool


def normalize_lambang(teks: str) -> TeksRapi:
    """Return the text with ASCII digits, ``-``, ``%`` and single ordinary spaces, and none at its ends."""
    asing = False
    huruf = []
    for h in teks.translate(_GANTI):
        if not h.isascii() and h.isdecimal():
            asing = True
            h = str(unicodedata.decimal(h))
        huruf.append(h)
    return TeksRapi(" ".join("".join(huruf).split()), asing)
