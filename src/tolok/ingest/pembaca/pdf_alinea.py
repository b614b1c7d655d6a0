"""Free lines become paragraphs and headings, across the end of a page where a sentence goes on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from tolok.core.bacaan.blok import Blok, Paragraf
from tolok.ingest.pembaca.pdf_tata import Tata
from tolok.ingest.pembaca.pdf_teks import Baris, gabung

_RENGGANG: Final = 0.75
"""White space between two lines of a paragraph, at most, in letter sizes."""
_UKURAN_BEDA: Final = 1.1
_JUDUL_BESAR: Final = 1.12
_SPASI: Final = 0.2
_LONGGAR: Final = 0.02
_DAFTAR: Final = re.compile(r"(?:\s*[.…·]){4,}\s*(\d{1,4}|[ivxlc]{1,8})$")
"""A line of a table of contents."""
_BUTIR: Final = re.compile(
    r"(?:[-–•▪●○◦✓*]|\(?[0-9]{1,3}[.)]|\(?[a-zA-Z][.)]|\(?[ivxIVX]{1,5}[.)]|[0-9]+(?:\.[0-9]+)+\.?"
    r"|(?:BAB|Bab|Tabel|TABEL|Gambar|GAMBAR|Lampiran|LAMPIRAN|KESATU|KEDUA|KETIGA|KEEMPAT|KELIMA)\b)(?:\s|$)"
)
_ISIAN: Final = re.compile(r"^[^:]{2,40}\s:\s")
_AKHIR: Final = re.compile(r"[.:;?!]\W*$")
_TINGKAT_TERBANYAK: Final = 3
_PANJANG_JUDUL: Final = 160


def ukuran_isi(daftar: Iterable[Tata]) -> float:
    """Return the letter size of the running text: that of most letters outside tables."""
    jumlah: Counter[float] = Counter()
    for tata in daftar:
        for baris in tata.baris:
            for kata in baris.kata:
                jumlah[round(kata.ukuran * 2) / 2] += len(kata.teks)
    return jumlah.most_common(1)[0][0] if jumlah else 11.0


def tingkat_per_ukuran(daftar: Iterable[Tata], isi: float) -> dict[float, int]:
    """Return the heading level of each larger letter size, the largest first."""
    besar = {
        round(baris.ukuran * 2) / 2
        for tata in daftar
        for baris in tata.baris
        if baris.ukuran > _JUDUL_BESAR * isi and re.search(r"[^\W\d_]{3}", baris.teks)
    }
    return {ukuran: min(i, _TINGKAT_TERBANYAK) for i, ukuran in enumerate(sorted(besar, reverse=True), start=1)}


def susun_alinea(tata: Tata, daftar: Sequence[Baris], tingkat: dict[float, int]) -> list[Paragraf]:
    """Return lines that follow each other as paragraphs."""
    kanan = max((baris.x1 for baris in tata.baris), default=0.0)
    kiri = min((baris.x0 for baris in tata.baris), default=0.0)
    hasil: list[list[Baris]] = []
    for baris in daftar:
        if hasil and (_is_lanjut_butir(hasil[-1], baris) or _is_lanjut(hasil[-1], baris, kiri, kanan)):
            hasil[-1].append(baris)
        else:
            hasil.append([baris])
    return [_paragraf(tata, isi, tingkat) for isi in hasil]


def _is_lanjut_butir(sebelum: Sequence[Baris], baris: Baris) -> bool:
    """Whether a line hangs below the text of a list item."""
    awal, lama = sebelum[0], sebelum[-1]
    return (
        _BUTIR.match(awal.teks) is not None
        and len(awal.kata) > 1
        and abs(baris.x0 - awal.kata[1].x0) < 0.3 * awal.ukuran
        and baris.atas - lama.bawah <= _RENGGANG * lama.ukuran
        and not _BUTIR.match(baris.teks)
    )


def _is_lanjut(sebelum: Sequence[Baris], baris: Baris, kiri: float, kanan: float) -> bool:
    """Whether a line goes on with the paragraph above it."""
    lama = sebelum[-1]
    ukuran = max(lama.ukuran, 1.0)
    if baris.atas - lama.bawah > _RENGGANG * ukuran or not 1 / _UKURAN_BEDA < baris.ukuran / ukuran < _UKURAN_BEDA:
        return False
    teks = baris.teks
    if _BUTIR.match(teks) or _ISIAN.match(teks):
        return False
    lebar = max(kanan - kiri, 1.0)
    di_tengah = abs((lama.x0 + lama.x1) - (kiri + kanan)) < 0.04 * lebar and lama.x0 - kiri > 0.03 * lebar
    if di_tengah:  # a title in several lines, all centred
        return abs((baris.x0 + baris.x1) - (kiri + kanan)) < 0.04 * lebar and baris.x0 - kiri > 0.005 * lebar
    if _DAFTAR.search(lama.teks):
        return False
    kata_pertama = baris.kata[0].x1 - baris.kata[0].x0
    return lama.x1 + _SPASI * ukuran + kata_pertama > kanan - _LONGGAR * lebar  # it had no room there


def _paragraf(tata: Tata, isi: Sequence[Baris], tingkat: dict[float, int]) -> Paragraf:
    teks = _DAFTAR.sub(r"\t\1", gabung((baris.teks for baris in isi), " "))
    kini = tingkat.get(round(isi[0].ukuran * 2) / 2, 0) if len(teks) <= _PANJANG_JUDUL else 0
    letak = tata.letak((isi[0].atas + isi[0].bawah) / 2)
    return Paragraf(teks, letak, kini, tata.halaman.is_hasil_ocr)


def sambung_halaman(daftar: Iterable[Blok]) -> list[Blok]:
    """Return the blocks with a sentence that a page end cut made one paragraph again."""
    hasil: list[Blok] = []
    for blok in daftar:
        lama = hasil[-1] if hasil else None
        if (
            isinstance(lama, Paragraf)
            and isinstance(blok, Paragraf)
            and lama.letak.halaman != blok.letak.halaman
            and not (lama.tingkat or blok.tingkat or _AKHIR.search(lama.teks))
            and blok.teks[:1].islower()
            and not _BUTIR.match(blok.teks)
        ):
            hasil[-1] = Paragraf(gabung((lama.teks, blok.teks), " "), lama.letak, 0, lama.is_hasil_ocr)
        else:
            hasil.append(blok)
    return hasil
