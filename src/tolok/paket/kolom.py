"""
The tables of a package and their columns, derived from the dataclasses of the core.

A new field of the core is a new column here without another line of code; what a type cannot say (money, periods,
values) stands in ``_bentuk``.
"""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields
from datetime import date
from enum import StrEnum
from types import UnionType
from typing import Any, Final, get_args, get_origin, get_type_hints

from tolok.core.angka import Angka
from tolok.core.instansi import TahunInstansi
from tolok.core.kebijakan import Kebijakan
from tolok.core.nilai import Nilai
from tolok.core.organisasi import Instansi
from tolok.core.periode import Periode
from tolok.core.skala import Kelas, Skala

VERSI_FORMAT: Final = 1


class Bentuk(StrEnum):
    """How one field of a dataclass is written in cells."""

    TEKS = "teks"
    BULAT = "bilangan bulat"
    TANGGAL = "tanggal"
    YA_TIDAK = "ya/tidak"
    PILIHAN = "pilihan"
    DAFTAR = "daftar"
    ANGKA = "angka"
    UANG = "rupiah"
    PERIODE = "periode"
    NILAI = "nilai"


KOLOM_PERIODE: Final = ("tahun", "triwulan")
KOLOM_NILAI: Final = ("nilai", "tanda", "keterangan")
KOLOM_UANG: Final = "jumlah"


@dataclass(frozen=True, slots=True)
class Isian:
    """One field and the columns it is written in; ``bawaan`` is its default when ``wajib`` is false."""

    nama: str
    bentuk: Bentuk
    kolom: tuple[str, ...]
    wajib: bool
    bawaan: Any
    pilihan: type[StrEnum] | None = None
    boleh_kosong: bool = False


@dataclass(frozen=True, slots=True)
class Tabel:
    """One table: a CSV file, a sheet of the workbook, or a section of ``paket.toml``."""

    nama: str
    kelas: type[Any]
    daftar_isian: tuple[Isian, ...]

    @property
    def kolom(self) -> tuple[str, ...]:
        """The header, in order."""
        return tuple(kolom for isian in self.daftar_isian for kolom in isian.kolom)

    @property
    def kolom_wajib(self) -> tuple[str, ...]:
        """Columns that must stand in the header."""
        return tuple(isian.kolom[0] for isian in self.daftar_isian if isian.wajib)


def _bentuk(nama: str, tipe: Any) -> tuple[Bentuk, tuple[str, ...], type[StrEnum] | None, bool]:
    if tipe == Nilai:
        return Bentuk.NILAI, KOLOM_NILAI, None, False
    boleh_kosong = False
    if get_origin(tipe) is UnionType:
        (tipe,) = (anggota for anggota in get_args(tipe) if anggota is not type(None))
        boleh_kosong = True
    if tipe is Periode:
        return Bentuk.PERIODE, KOLOM_PERIODE, None, False
    if nama == "sen":
        return Bentuk.UANG, (KOLOM_UANG,), None, False
    if get_origin(tipe) is tuple:
        return Bentuk.DAFTAR, (nama,), None, False
    if issubclass(tipe, StrEnum):
        return Bentuk.PILIHAN, (nama,), tipe, boleh_kosong
    bentuk_per_tipe = {
        str: Bentuk.TEKS,
        bool: Bentuk.YA_TIDAK,
        int: Bentuk.BULAT,
        date: Bentuk.TANGGAL,
        Angka: Bentuk.ANGKA,
    }
    return bentuk_per_tipe[tipe], (nama,), None, boleh_kosong


def _tabel(nama: str, kelas: type[Any], *, lewati: tuple[str, ...] = ()) -> Tabel:
    tipe_per_nama = get_type_hints(kelas)
    daftar_isian = []
    for ruas in fields(kelas):
        if ruas.name in lewati:
            continue
        bentuk, kolom, pilihan, boleh_kosong = _bentuk(ruas.name, tipe_per_nama[ruas.name])
        wajib = ruas.default is MISSING
        bawaan = None if wajib else ruas.default
        daftar_isian.append(Isian(ruas.name, bentuk, kolom, wajib, bawaan, pilihan, boleh_kosong))
    return Tabel(nama, kelas, tuple(daftar_isian))


def _daftar_tabel() -> dict[str, Tabel]:
    tabel_per_nama = {}
    tipe_per_nama = get_type_hints(TahunInstansi)
    for ruas in fields(TahunInstansi):
        if ruas.name.startswith("daftar_") and ruas.name not in ("daftar_narasi", "daftar_skala"):
            nama = ruas.name.removeprefix("daftar_")
            tabel_per_nama[nama] = _tabel(nama, get_args(tipe_per_nama[ruas.name])[0])
    return tabel_per_nama


TABEL: Final = _daftar_tabel()
"""Tables that are CSV files in a folder, by name, in the order of ``TahunInstansi``."""

UMUM: Final = _tabel(
    "umum",
    TahunInstansi,
    lewati=(
        "instansi",
        "kebijakan",
        *(ruas.name for ruas in fields(TahunInstansi) if ruas.name.startswith("daftar_")),
    ),
)
INSTANSI: Final = _tabel("instansi", Instansi)
KEBIJAKAN: Final = _tabel("kebijakan", Kebijakan)
SKALA: Final = _tabel("skala", Skala, lewati=("kelas",))
KELAS: Final = _tabel("kelas", Kelas)
KOLOM_INDUK_KELAS: Final = "skala"
"""First column of the sheet ``kelas``: the scale a class belongs to."""

TABEL_WAJIB: Final = ("edisi_rencana", "simpul", "indikator")
"""Without these a year says nothing; every other file may be absent and then stands for an empty table."""
