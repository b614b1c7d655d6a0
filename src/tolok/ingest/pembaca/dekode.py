"""Bytes of a text file become characters: the encodings agencies' files really have, and what had to be guessed."""

from __future__ import annotations

import codecs
import re
from typing import Final, NamedTuple

_TANDA: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTOH: Final = 4096
_KENDALI: Final = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")


class TeksTerdekode(NamedTuple):
    """The characters, with ``\\n`` as the only line end, and Indonesian sentences about what was amiss."""

    teks: str
    catatan: tuple[str, ...] = ()


def decode_teks(isi: bytes) -> TeksTerdekode:
    """
    Return the text of a file: UTF-8 and UTF-16 with or without their mark, else Windows-1252 with a note.

    Control characters other than tab, line end and form feed are dropped.
    """
    teks, catatan = _decode(isi)
    return TeksTerdekode(_KENDALI.sub("", teks.replace("\r\n", "\n").replace("\r", "\n")), catatan)


def _decode(isi: bytes) -> TeksTerdekode:
    for tanda, nama in _TANDA:
        if isi.startswith(tanda):
            return _decode_sebagai(isi[len(tanda) :], nama)
    if urutan := _detect_utf16(isi):
        return _decode_sebagai(isi, urutan)
    try:
        return TeksTerdekode(isi.decode("utf-8"))
    except UnicodeDecodeError:
        catatan = "Berkas bukan UTF-8; dibaca sebagai Windows-1252, jadi huruf khusus perlu diperiksa."
        return TeksTerdekode(isi.decode("cp1252", errors="replace"), (catatan,))


def _decode_sebagai(isi: bytes, nama: str) -> TeksTerdekode:
    teks = isi.decode(nama, errors="replace")
    rusak = teks.count("\ufffd")
    catatan = (f"{rusak} huruf tidak dapat dibaca sebagai {nama.upper()}.",) if rusak else ()
    return TeksTerdekode(teks, catatan)


def _detect_utf16(isi: bytes) -> str:
    """Return the byte order of UTF-16 without a mark: nearly every other byte of Latin text is zero."""
    contoh = isi[:_CONTOH]
    setengah = len(contoh) // 2
    if setengah < 2:
        return ""
    if contoh[1::2].count(0) * 10 > setengah * 8:
        return "utf-16-le"
    return "utf-16-be" if contoh[0::2].count(0) * 10 > setengah * 8 else ""
