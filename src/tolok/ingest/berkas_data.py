"""Blocks as plain data and back, for the way out of the worker process; what comes back is checked, not believed."""

from __future__ import annotations

from typing import Any, TypeVar

from tolok.core.bacaan.blok import Berkas, Blok, Format, Paragraf, SelBlok, Tabel
from tolok.core.dokumen.sel import Letak

_T = TypeVar("_T")


class DataRusak(ValueError):
    """The data is not what ``to_data`` gives."""


def to_data(berkas: Berkas) -> dict[str, Any]:
    """Return a file as lists, texts and numbers."""
    return {
        "format": berkas.format.value,
        "blok": [_data_blok(blok) for blok in berkas.daftar_blok],
        "jumlah_halaman": berkas.jumlah_halaman,
        "catatan": list(berkas.catatan),
    }


def from_data(data: object, *, nama: str, sidik: str) -> Berkas:
    """
    Return the file that data says.

    :raises DataRusak: if it is of another shape
    """
    isi = _jenis(dict, data)
    try:
        format_berkas = Format(_teks(isi.get("format")))
    except ValueError as galat:
        raise DataRusak("format") from galat
    return Berkas(
        nama,
        format_berkas,
        sidik,
        tuple(_blok(satu) for satu in _jenis(list, isi.get("blok"))),
        _bulat_bila_ada(isi.get("jumlah_halaman")),
        tuple(_teks(satu) for satu in _jenis(list, isi.get("catatan"))),
    )


def _data_blok(blok: Blok) -> list[Any]:
    if isinstance(blok, Paragraf):
        return ["p", blok.teks, _data_letak(blok.letak), blok.tingkat, blok.is_hasil_ocr]
    daftar_baris = [[None if sel is None else _data_sel(sel) for sel in baris] for baris in blok.sel]
    return ["t", daftar_baris, _data_letak(blok.letak), blok.judul, blok.jumlah_kepala]


def _data_sel(sel: SelBlok) -> list[Any]:
    return [sel.teks, _data_letak(sel.letak), sel.rentang_baris, sel.rentang_kolom, sel.is_hasil_ocr]


def _data_letak(letak: Letak) -> list[Any]:
    return [letak.halaman, letak.baris, letak.tabel, letak.sel]


def _blok(data: object) -> Blok:
    match data:
        case ["p", teks, letak, tingkat, is_hasil_ocr]:
            return Paragraf(_teks(teks), _letak(letak), _bulat(tingkat), _jenis(bool, is_hasil_ocr))
        case ["t", [*daftar_baris], letak, judul, jumlah_kepala]:
            sel = tuple(tuple(_sel(satu) for satu in _jenis(list, baris)) for baris in daftar_baris)
            if len({len(baris) for baris in sel}) > 1:
                raise DataRusak("lebar baris")
            return Tabel(sel, _letak(letak), _teks(judul), _bulat(jumlah_kepala))
    raise DataRusak("blok")


def _sel(data: object) -> SelBlok | None:
    match data:
        case None:
            return None
        case [teks, letak, rentang_baris, rentang_kolom, is_hasil_ocr]:
            rentang = _bulat(rentang_baris), _bulat(rentang_kolom)
            if min(rentang) < 1:
                raise DataRusak("rentang")
            return SelBlok(_teks(teks), _letak(letak), *rentang, _jenis(bool, is_hasil_ocr))
    raise DataRusak("sel")


def _letak(data: object) -> Letak:
    match data:
        case [halaman, baris, tabel, sel]:
            return Letak(_bulat_bila_ada(halaman), _bulat_bila_ada(baris), _teks_bila_ada(tabel), _teks_bila_ada(sel))
    raise DataRusak("letak")


def _jenis(jenis: type[_T], data: object) -> _T:
    if type(data) is not jenis:
        raise DataRusak(f"{jenis.__name__} diharapkan")
    return data


def _teks(data: object) -> str:
    return _jenis(str, data)


def _bulat(data: object) -> int:
    angka = _jenis(int, data)
    if not 0 <= angka < 2**31:
        raise DataRusak("bilangan")
    return angka


def _teks_bila_ada(data: object) -> str | None:
    return None if data is None else _teks(data)


def _bulat_bila_ada(data: object) -> int | None:
    return None if data is None else _bulat(data)
