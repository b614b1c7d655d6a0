"""What stands around a table: its number and caption, the year and quarter it is about, the sasaran of its section."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tolok.core.bacaan.blok import Blok, Paragraf
from tolok.ingest.susun.kata import join_baris
from tolok.ingest.susun.sambung import is_sela
from tolok.ingest.susun.waktu import has_tahun, list_triwulan, read_tahun, read_triwulan

_TABEL: Final = re.compile(
    r"\W*(?:tabel|table|tbl)\.?\s*(?P<nomor>(?:\d+|[IVXLC]+)(?:\s?[.\-]\s?(?:\d+|[A-Z]\b|[IVX]+\b))*(?:\s?[a-zA-Z]\b)?)\s*[.:)\-–]*\s*(?P<judul>.*)",
    re.IGNORECASE | re.DOTALL,
)
_SASARAN: Final = re.compile(
    r"\bsasaran(?:\s+strategis)?(?:\s+(?:ke\s*-?\s*)?(?:\d{1,2}|[IVX]+))?\s*[:.\-–]*\s*[\"“']?"
    r"(?P<isi>(?:me|ter|ber|pe|op)\w+(?:nya|kan)\b.{5,300})",
    re.IGNORECASE | re.DOTALL,
)
_BUTIR: Final = re.compile(r"\s*(?:[-•]\s|(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s)")
_PENDEK: Final = 200
_JANGKAUAN: Final = 12
_DEKAT: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Sekitar:
    """
    What the text around a table says of it.

    ``judul_dalam``: titles printed inside the table, or the sheet's name. ``paragraf``: those since the table before
    it, nearest last. ``bagian``: the headings above it, outermost first.
    """

    nomor: str = ""
    judul: str = ""
    tahun: int | None = None
    triwulan: int | None = None
    sasaran: str = ""
    judul_dalam: tuple[str, ...] = ()
    paragraf: tuple[Paragraf, ...] = ()
    bagian: tuple[str, ...] = ()


def read_sekitar(
    daftar_blok: Sequence[Blok], *, awal: int, akhir: int, judul_dalam: Sequence[str], bagian: Sequence[str]
) -> Sekitar:
    """
    Return what stands around the table of the blocks ``awal`` to ``akhir``.

    :param judul_dalam: titles printed inside the table or given by the format (a sheet's name)
    :param bagian: the headings it stands under, outermost first
    """
    sebelum = _list_sebelum(daftar_blok, awal)
    nomor, judul = next((dibaca for teks in judul_dalam if (dibaca := read_nomor_tabel(teks))), None) or _read_judul(
        sebelum, daftar_blok, akhir
    )
    dalam = " ".join(judul_dalam)
    dekat = [join_baris(p.teks) for p in reversed(sebelum) if len(p.teks) <= _PENDEK][:_DEKAT]
    sumber = [dalam, judul, *dekat, *reversed(bagian)]
    return Sekitar(
        nomor=nomor,
        judul=judul or dalam,
        tahun=_read_tahun(sumber),
        triwulan=_read_triwulan(sumber),
        sasaran=next((isi for teks in (*dekat, *reversed(bagian)) if (isi := read_sasaran(teks))), ""),
        judul_dalam=tuple(judul_dalam),
        paragraf=tuple(sebelum),
        bagian=tuple(bagian),
    )


def read_nomor_tabel(teks: str) -> tuple[str, str] | None:
    """Return number and words of a caption ("Tabel 3.1.1.A. …"), or ``None`` if the text is none."""
    cocok = _TABEL.match(teks)
    if cocok is None or len(teks) > 400:
        return None
    return re.sub(r"\s", "", cocok["nomor"]).rstrip("."), join_baris(cocok["judul"])


def read_sasaran(teks: str) -> str:
    """Return the sasaran a heading names ("Sasaran Strategis 1: Meningkatnya …"), or ``""``."""
    cocok = _SASARAN.search(teks)
    return join_baris(cocok["isi"]).strip(" .\"”'") if cocok else ""


def _list_sebelum(daftar_blok: Sequence[Blok], awal: int) -> list[Paragraf]:
    """Return the paragraphs between the table before and this one, at most some, in reading order."""
    hasil: list[Paragraf] = []
    for blok in reversed(daftar_blok[max(0, awal - _JANGKAUAN) : awal]):
        if not isinstance(blok, Paragraf):
            break
        if not is_sela(blok):
            hasil.append(blok)
    return hasil[::-1]


def _read_judul(sebelum: Sequence[Paragraf], daftar_blok: Sequence[Blok], akhir: int) -> tuple[str, str]:
    """Return the number and the caption: from the paragraphs above, else from the one right below."""
    for urut in range(len(sebelum) - 1, max(-1, len(sebelum) - 1 - _DEKAT), -1):
        if dibaca := read_nomor_tabel(sebelum[urut].teks):
            nomor, judul = dibaca
            sesudah = [join_baris(p.teks) for p in sebelum[urut + 1 :] if len(p.teks) <= _PENDEK]
            sebelumnya = join_baris(sebelum[urut - 1].teks) if urut and len(sebelum[urut - 1].teks) <= _PENDEK else ""
            return nomor, judul or " ".join(sesudah) or sebelumnya
    bawah = daftar_blok[akhir + 1 : akhir + 4]
    if bawah and all(isinstance(blok, Paragraf) for blok in bawah) and isinstance(bawah[0], Paragraf):
        dibaca = read_nomor_tabel(bawah[0].teks)
        if dibaca:
            return dibaca
    terdekat = [join_baris(p.teks) for p in sebelum[-1:] if p.tingkat or _is_judul(p.teks)]
    return "", terdekat[0] if terdekat else ""


def _is_judul(teks: str) -> bool:
    """Whether a paragraph can be a caption: short, no item of a list and no sentence."""
    return len(teks) <= _PENDEK and not _BUTIR.match(teks) and teks.rstrip()[-1:] not in ".;,"


class Bagian:
    """The headings each place of a file stands under; places are asked for in reading order."""

    def __init__(self, daftar_blok: Sequence[Blok]) -> None:
        self._daftar_blok = daftar_blok
        self._sampai = 0
        self._tumpukan: list[tuple[int, str]] = []

    def list_bagian(self, awal: int) -> tuple[str, ...]:
        """Return the headings above a block, outermost first."""
        for blok in self._daftar_blok[self._sampai : awal]:
            if isinstance(blok, Paragraf) and blok.tingkat:
                while self._tumpukan and self._tumpukan[-1][0] >= blok.tingkat:
                    self._tumpukan.pop()
                self._tumpukan.append((blok.tingkat, join_baris(blok.teks)))
        self._sampai = max(self._sampai, awal)
        return tuple(teks for _, teks in self._tumpukan)


def _read_tahun(sumber: Sequence[str]) -> int | None:
    """Return the year the nearest text with years is about; spans of years say nothing."""
    return next((read_tahun(teks) for teks in sumber if has_tahun(teks)), None)


def _read_triwulan(sumber: Sequence[str]) -> int | None:
    """Return the quarter the nearest text names; a text that names several is about none."""
    for teks in sumber:
        if list_triwulan(teks):
            return read_triwulan(teks)
    return None
