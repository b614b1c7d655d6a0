"""
One PDF page as words and ruling lines, upright and measured from the upper left corner, in points.

The page is turned so that most of its text reads from left to right; whether the file turned the page or the text is
then no longer seen.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import pypdfium2.raw as mentah

_TIPIS: Final = 3.0
"""A filled area thinner than this is a line."""
_LURUS: Final = 0.7
_PENDEK: Final = 1.0
_JUMLAH_OBJEK: Final = 60_000
_JUMLAH_HURUF: Final = 300_000
_JUMLAH_RUAS: Final = 400
_DALAM_BENTUK: Final = 8
_LIGATUR: Final = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "ft", 0xFB06: "st"}
_SPASI: Final = frozenset((0, 9, 10, 13, 32, 160, 0x2002, 0x2003, 0x2009, 0x200A, 0x202F, 0x3000, 0xFFFE, 0xFFFF))
_TANPA_LEBAR: Final = frozenset((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
TANDA_PISAH: Final = "\u00ad"
"""At the end of a line: a hyphen that only breaks a word over two lines."""
_PISAH_BARIS: Final = 2
"""How the library gives any hyphen at the end of a line."""
_BULATAN: Final = frozenset((0xF0B7, 0xF0A7, 0xF0D8, 0xF076, 0xF0FC))
_MIRING: Final = 0.06
_TUMPUK: Final = 0.12
_PINDAIAN: Final = 0.6
_HALAMAN_PENUH: Final = 0.9


@dataclass(slots=True)
class Kata:
    """
    A run of letters without a gap.

    ``arah``: 0 upright, 1 reads down, 2 upside down, 3 reads up. ``tepi``: left edge of every letter and the right
    edge of the last, to cut it where a line of a table goes through.
    """

    teks: str
    x0: float
    x1: float
    atas: float
    bawah: float
    ukuran: float
    arah: int
    spasi: bool
    """A space stands before it."""
    tepi: tuple[float, ...] = ()

    @property
    def tengah_x(self) -> float:
        """Middle between left and right."""
        return (self.x0 + self.x1) / 2

    @property
    def tengah_y(self) -> float:
        """Middle between top and bottom."""
        return (self.atas + self.bawah) / 2


@dataclass(frozen=True, slots=True)
class Garis:
    """
    A straight line: at ``letak`` on its own axis, from ``awal`` to ``akhir`` on the other.

    ``lunak``: only the edge of a coloured area.
    """

    datar: bool
    letak: float
    awal: float
    akhir: float
    lunak: bool = False


@dataclass(slots=True)
class Halaman:
    """
    What stands on a page.

    ``ada_gambar``: it holds a picture, which may show text. ``lapis_ocr``: a picture fills it, and its text, unseen,
    says what some program read there.
    """

    nomor: int
    lebar: float
    tinggi: float
    kata: list[Kata]
    garis: list[Garis]
    ada_gambar: bool = False
    lapis_ocr: bool = False
    is_hasil_ocr: bool = False
    terlalu_rumit: bool = False
    """Its drawing was not looked through to the end."""


@dataclass(frozen=True, slots=True)
class _Huruf:
    """
    A letter, first in the coordinates of the file, then upright.

    ``dasar``: place of the base line on the axis across the writing; ``awal`` and ``akhir``: its extent along it.
    """

    teks: str
    arah: int
    ukuran: float
    spasi: bool
    x0: float
    atas: float
    x1: float
    bawah: float
    dasar: float
    awal: float
    akhir: float


Pemutar = Callable[[float, float], tuple[float, float]]


def read_halaman(halaman: Any, nomor: int) -> Halaman:
    """Return a page of ``pypdfium2`` as words and lines; ``nomor`` counts from 1."""
    kotak = halaman.get_cropbox()
    kiri, bawah, kanan, atas = kotak if kotak[2] - kotak[0] > 1 and kotak[3] - kotak[1] > 1 else (0, 0, 612, 792)
    daftar = list(_list_huruf(halaman))
    arah_per_jumlah = Counter(huruf[1] for huruf in daftar if huruf[1] >= 0)
    arah = arah_per_jumlah.most_common(1)[0][0] if arah_per_jumlah else 0
    putar = _pemutar(arah, kiri, bawah, kanan, atas)
    lebar, tinggi = (kanan - kiri, atas - bawah) if arah % 2 == 0 else (atas - bawah, kanan - kiri)
    hasil = Halaman(nomor, lebar, tinggi, [], [])
    hasil.kata = list(_list_kata(_tegakkan(satu, arah, putar) for satu in daftar if satu[1] >= 0))
    _read_gambar(halaman, hasil, putar)
    return hasil


def _pemutar(arah: int, kiri: float, bawah: float, kanan: float, atas: float) -> Pemutar:
    """Return what takes a point of the page to its place from the upper left corner of the upright page."""
    match arah:
        case 1:
            return lambda x, y: (atas - y, kanan - x)
        case 2:
            return lambda x, y: (kanan - x, y - bawah)
        case 3:
            return lambda x, y: (y - bawah, x - kiri)
        case _:
            return lambda x, y: (x - kiri, atas - y)


_Mentah = tuple[str, int, float, bool, float, float, float, float, float, float]


def _list_huruf(halaman: Any) -> Iterator[_Mentah]:
    """Yield text, direction (-1: none of the four), size, space before, box and origin of letters in file order."""
    teks = halaman.get_textpage()
    try:
        x, y = ctypes.c_double(), ctypes.c_double()
        kotak = mentah.FS_RECTF()
        spasi = False
        for i in range(min(mentah.FPDFText_CountChars(teks.raw), _JUMLAH_HURUF)):
            kode = mentah.FPDFText_GetUnicode(teks.raw, i)
            if kode in _SPASI or (kode < 32 and kode != _PISAH_BARIS):
                spasi = True
                continue
            if kode in _TANPA_LEBAR or not (huruf := _huruf(kode)):
                continue
            mentah.FPDFText_GetCharOrigin(teks.raw, i, x, y)
            mentah.FPDFText_GetLooseCharBox(teks.raw, i, kotak)
            sudut = mentah.FPDFText_GetCharAngle(teks.raw, i) / (math.pi / 2)
            arah = round(sudut) % 4 if abs(sudut - round(sudut)) < _MIRING else -1
            ukuran = mentah.FPDFText_GetFontSize(teks.raw, i)
            yield huruf, arah, ukuran, spasi, kotak.left, kotak.bottom, kotak.right, kotak.top, x.value, y.value
            spasi = False
    finally:
        teks.close()


def _huruf(kode: int) -> str:
    if kode == _PISAH_BARIS:
        return "-"
    if kode in _LIGATUR:
        return _LIGATUR[kode]
    if 0xF000 <= kode <= 0xF0FF:  # a symbol font, of which tables use bullets
        return "•" if kode in _BULATAN else chr(kode - 0xF000) if kode > 0xF020 else ""
    return chr(kode) if kode <= 0x10FFFF and not 0xD800 <= kode <= 0xDFFF else ""


def _tegakkan(huruf: _Mentah, arah_utama: int, putar: Pemutar) -> _Huruf:
    teks, arah, ukuran, spasi, kiri, bawah, kanan, atas, x, y = huruf
    (xa, ya), (xb, yb), (xd, yd) = putar(kiri, bawah), putar(kanan, atas), putar(x, y)
    x0, x1, y0, y1 = min(xa, xb), max(xa, xb), min(ya, yb), max(ya, yb)
    arah = (arah - arah_utama) % 4
    tinggi = y1 - y0 if arah % 2 == 0 else x1 - x0
    if not tinggi / 2 <= ukuran <= tinggi * 1.6:  # the size is then scaled elsewhere
        ukuran = tinggi / 1.15
    ukuran = max(ukuran, 1.0)
    match arah:
        case 0:
            # Boxes of some fonts reach far beyond their letters.
            y0, y1 = max(y0, yd - 0.85 * ukuran), max(min(y1, yd + 0.25 * ukuran), yd)
            return _Huruf(teks, arah, ukuran, spasi, x0, y0, x1, y1, yd, x0, x1)
        case 1:
            return _Huruf(teks, arah, ukuran, spasi, x0, y0, x1, y1, xd, y0, y1)
        case 2:
            return _Huruf(teks, arah, ukuran, spasi, x0, y0, x1, y1, yd, -x1, -x0)
        case _:
            return _Huruf(teks, arah, ukuran, spasi, x0, y0, x1, y1, xd, -y1, -y0)


def _list_kata(daftar: Iterable[_Huruf]) -> Iterator[Kata]:
    kini: list[_Huruf] = []
    for huruf in daftar:
        if kini:
            lama = kini[-1]
            if (
                huruf.teks == lama.teks
                and huruf.dasar == lama.dasar
                and abs(huruf.awal - lama.awal) < _TUMPUK * huruf.ukuran
            ):
                continue  # printed twice for a bold look
            if _is_putus(lama, huruf):
                yield _kata(kini)
                kini = []
        kini.append(huruf)
    if kini:
        yield _kata(kini)


def _is_putus(lama: _Huruf, huruf: _Huruf) -> bool:
    """Whether a letter begins a new word."""
    ukuran = max(huruf.ukuran, lama.ukuran)
    return (
        huruf.spasi
        or huruf.arah != lama.arah
        or abs(huruf.dasar - lama.dasar) > 0.15 * ukuran
        or not -0.5 * ukuran < huruf.awal - lama.akhir < 0.22 * ukuran
    )


def _kata(isi: list[_Huruf]) -> Kata:
    return Kata(
        teks="".join(huruf.teks for huruf in isi),
        x0=min(huruf.x0 for huruf in isi),
        x1=max(huruf.x1 for huruf in isi),
        atas=min(huruf.atas for huruf in isi),
        bawah=max(huruf.bawah for huruf in isi),
        ukuran=isi[0].ukuran,
        arah=isi[0].arah,
        spasi=isi[0].spasi,
        tepi=(*(huruf.x0 for huruf in isi), isi[-1].x1),
    )


_Matriks = tuple[float, float, float, float, float, float]
_SATUAN: Final[_Matriks] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def _kali(dalam: _Matriks, luar: _Matriks) -> _Matriks:
    a, b, c, d, e, f = dalam
    g, h, i, j, k, m = luar
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _read_gambar(halaman: Any, hasil: Halaman, putar: Pemutar) -> None:
    """Collect the straight lines, and whether there is a picture; a drawing without end is left unfinished."""
    sisa = _JUMLAH_OBJEK
    teks_per_rupa: Counter[int] = Counter()
    luas_gambar = 0.0

    def telusuri(wadah: Any, hitung: Any, ambil: Any, luar: _Matriks, dalam: int) -> None:
        nonlocal sisa, luas_gambar
        matriks = mentah.FS_MATRIX()
        for i in range(hitung(wadah)):
            objek = ambil(wadah, i)
            jenis = mentah.FPDFPageObj_GetType(objek)
            if jenis == mentah.FPDF_PAGEOBJ_IMAGE:
                hasil.ada_gambar = True
                luas_gambar = max(luas_gambar, _luas(objek, luar))
            elif jenis == mentah.FPDF_PAGEOBJ_TEXT:
                teks_per_rupa[mentah.FPDFTextObj_GetTextRenderMode(objek)] += 1
            if jenis not in (mentah.FPDF_PAGEOBJ_PATH, mentah.FPDF_PAGEOBJ_FORM):
                continue
            sisa -= 1
            if sisa < 0:
                hasil.terlalu_rumit = True
                return
            kini = luar
            if mentah.FPDFPageObj_GetMatrix(objek, matriks):
                kini = _kali((matriks.a, matriks.b, matriks.c, matriks.d, matriks.e, matriks.f), luar)
            if jenis == mentah.FPDF_PAGEOBJ_PATH:
                hasil.garis.extend(_list_garis(objek, kini, putar, hasil))
            elif dalam < _DALAM_BENTUK:
                telusuri(objek, mentah.FPDFFormObj_CountObjects, mentah.FPDFFormObj_GetObject, kini, dalam + 1)

    telusuri(halaman.raw, mentah.FPDFPage_CountObjects, mentah.FPDFPage_GetObject, _SATUAN, 0)
    tak_tampak = teks_per_rupa[mentah.FPDF_TEXTRENDERMODE_INVISIBLE]
    is_penuh = luas_gambar > _PINDAIAN * hasil.lebar * hasil.tinggi
    hasil.lapis_ocr = is_penuh and 2 * tak_tampak > teks_per_rupa.total()


def _luas(objek: Any, luar: _Matriks) -> float:
    """Return the area that a picture covers on the page."""
    kiri, bawah, kanan, atas = (ctypes.c_float() for _ in range(4))
    if not mentah.FPDFPageObj_GetBounds(objek, kiri, bawah, kanan, atas):
        return 0.0
    a, b, c, d, _, _ = luar
    return abs((kanan.value - kiri.value) * (atas.value - bawah.value) * (a * d - b * c))


def _list_garis(objek: Any, matriks: _Matriks, putar: Pemutar, halaman: Halaman) -> Iterator[Garis]:
    """Yield the straight lines of a path: its strokes, a thin area as one line, the edges of any other area."""
    isi, tepi = ctypes.c_int(), ctypes.c_int()
    if not mentah.FPDFPath_GetDrawMode(objek, isi, tepi) or not (isi.value or tepi.value):
        return
    titik = _titik(objek, matriks, putar)
    if isi.value and len(titik) > 1:
        semua = [satu for lintasan in titik for satu in lintasan]
        x0, x1 = min(x for x, _ in semua), max(x for x, _ in semua)
        y0, y1 = min(y for _, y in semua), max(y for _, y in semua)
        if (x1 - x0) * (y1 - y0) > _HALAMAN_PENUH * halaman.lebar * halaman.tinggi:
            return
    for lintasan in titik:
        yield from _garis_lintasan(lintasan, is_isi=bool(isi.value), lunak=not tepi.value, halaman=halaman)


def _titik(objek: Any, matriks: _Matriks, putar: Pemutar) -> list[list[tuple[float, float]]]:
    """Return the corners of the parts of a path; the curved ones as far as they go."""
    a, b, c, d, e, f = matriks
    hasil: list[list[tuple[float, float]]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for i in range(min(mentah.FPDFPath_CountSegments(objek), _JUMLAH_RUAS)):
        ruas = mentah.FPDFPath_GetPathSegment(objek, i)
        if not mentah.FPDFPathSegment_GetPoint(ruas, x, y):
            continue
        tempat = putar(a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        if not hasil or mentah.FPDFPathSegment_GetType(ruas) == mentah.FPDF_SEGMENT_MOVETO:
            hasil.append([])
        hasil[-1].append(tempat)
        if mentah.FPDFPathSegment_GetClose(ruas) and hasil[-1][0] != tempat:
            hasil[-1].append(hasil[-1][0])
    return hasil


def _garis_lintasan(
    titik: list[tuple[float, float]], *, is_isi: bool, lunak: bool, halaman: Halaman
) -> Iterator[Garis]:
    x0, x1 = min(x for x, _ in titik), max(x for x, _ in titik)
    y0, y1 = min(y for _, y in titik), max(y for _, y in titik)
    if x1 - x0 > _HALAMAN_PENUH * halaman.lebar and y1 - y0 > _HALAMAN_PENUH * halaman.tinggi:
        return
    if is_isi and min(x1 - x0, y1 - y0) < _TIPIS:
        if max(x1 - x0, y1 - y0) > _PENDEK:
            datar = x1 - x0 >= y1 - y0
            yield Garis(datar, (y0 + y1) / 2, x0, x1) if datar else Garis(datar, (x0 + x1) / 2, y0, y1)
        return
    for (xa, ya), (xb, yb) in pairwise(titik):
        if abs(ya - yb) < _LURUS < abs(xa - xb):
            yield Garis(True, (ya + yb) / 2, min(xa, xb), max(xa, xb), lunak)
        elif abs(xa - xb) < _LURUS < abs(ya - yb):
            yield Garis(False, (xa + xb) / 2, min(ya, yb), max(ya, yb), lunak)
