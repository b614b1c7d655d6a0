"""
What was read as JSON and back, value for value: how a reading waits between its worker and the person who checks it.

The outward form is ``core.bacaan.sebagai_data``, which is for readers and leaves out what they do not need; this one
loses nothing, follows the fields of the models, and promises nothing to anybody but the same version of Tolok.
"""

from __future__ import annotations

from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, Final, cast, get_args, get_origin, get_type_hints

from tolok.core.angka import Angka
from tolok.core.bacaan.dokumen import BerkasTerbaca

_JENIS: Final = "_"
"""Names the class of a value whose field may hold several."""


class GalatSimpanan(ValueError):
    """A stored reading does not fit the models any more; the file must be read again."""


def to_simpanan(berkas: BerkasTerbaca) -> dict[str, Any]:
    """Return a reading as plain JSON data; what has its default is left out."""
    return cast("dict[str, Any]", _tulis(berkas))


def from_simpanan(data: Any) -> BerkasTerbaca:
    """
    Return the reading that ``to_simpanan`` wrote.

    :raises GalatSimpanan: if the data is anything else
    """
    try:
        return cast("BerkasTerbaca", _baca(BerkasTerbaca, data))
    except (TypeError, ValueError, KeyError, AttributeError) as galat:
        raise GalatSimpanan("Hasil bacaan ini dari versi lain atau rusak. Baca ulang berkasnya.") from galat


def _tulis(isi: Any) -> Any:
    if isinstance(isi, Angka):
        return f"{isi.pembilang}/{isi.penyebut}"
    if isinstance(isi, StrEnum):
        return isi.value
    if isinstance(isi, tuple):
        return [_tulis(satu) for satu in isi]
    if not is_dataclass(isi) or isinstance(isi, type):
        return isi
    kelas = type(isi)
    hasil = {_JENIS: kelas.__name__} if kelas.__name__ in _list_pilihan() else {}
    for ruas in fields(kelas):
        nilai = getattr(isi, ruas.name)
        if not _is_bawaan(ruas, nilai):
            hasil[ruas.name] = _tulis(nilai)
    return hasil


def _is_bawaan(ruas: Field[Any], nilai: Any) -> bool:
    return ruas.default is not MISSING and type(nilai) is type(ruas.default) and nilai == ruas.default


def _baca(tipe: Any, isi: Any) -> Any:
    asal = get_origin(tipe)
    if asal is tuple:
        return tuple(_baca(get_args(tipe)[0], satu) for satu in isi)
    if asal is UnionType:
        return _baca_pilihan(get_args(tipe), isi)
    if tipe is Angka:
        pembilang, penyebut = isi.split("/")
        return Angka(int(pembilang), int(penyebut))
    if isinstance(tipe, type) and issubclass(tipe, StrEnum):
        return tipe(isi)
    if isinstance(tipe, type) and is_dataclass(tipe):
        petunjuk = _get_petunjuk(tipe)
        return tipe(**{nama: _baca(petunjuk[nama], satu) for nama, satu in isi.items() if nama != _JENIS})
    if type(isi) is not tipe:
        raise TypeError(tipe)
    return isi


def _baca_pilihan(daftar: tuple[Any, ...], isi: Any) -> Any:
    """Read a value of one of several types: nothing, the class it names, or the only one there is."""
    if isi is None and NoneType in daftar:
        return None
    pilihan = [satu for satu in daftar if satu is not NoneType]
    if len(pilihan) > 1:
        pilihan = [satu for satu in pilihan if satu.__name__ == isi[_JENIS]]
    return _baca(pilihan[0], isi)


@lru_cache(maxsize=64)
def _get_petunjuk(kelas: type) -> dict[str, Any]:
    return get_type_hints(kelas)


@lru_cache(maxsize=1)
def _list_pilihan() -> frozenset[str]:
    """Return the names of the classes that share a field with another class."""
    antre, sudah, hasil = list[type]([BerkasTerbaca]), set[type](), set[str]()
    while antre:
        kelas = antre.pop()
        sudah.add(kelas)
        for tipe in _get_petunjuk(kelas).values():
            anggota = [satu for satu in _list_kelas(tipe) if satu not in sudah]
            antre += anggota
            if len(_list_kelas(tipe)) > 1:
                hasil |= {satu.__name__ for satu in anggota}
    return frozenset(hasil)


def _list_kelas(tipe: Any) -> list[type]:
    """Return the dataclasses within a type, below tuples and unions."""
    if isinstance(tipe, type) and is_dataclass(tipe):
        return [tipe]
    return [kelas for satu in get_args(tipe) for kelas in _list_kelas(satu)]
