"""A preview in the words of the page: every number is a text, long lists are cut and say so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final, NamedTuple

from tolok.core.angka import Angka
from tolok.core.cetak_angka import format_angka
from tolok.paket.banding import BedaBaris, BedaTabel
from tolok.paket.masalah import BATAS_MASALAH, Masalah, Tingkat
from tolok.web.pertukaran.penolakan import JUDUL_SEBAB, Penolakan
from tolok.web.pertukaran.queries import Pratinjau

BATAS_SEL: Final = 200
BATAS_BARIS: Final = 50


class KelompokTolak(NamedTuple):
    """Refusals of one kind."""

    judul: str
    daftar: tuple[Penolakan, ...]


class RingkasTabel(NamedTuple):
    """How much of a table differs, as texts (``""``: nothing)."""

    nama: str
    ditambah: str
    diubah: str
    dihapus: str
    is_urutan: bool


class SelBerubah(NamedTuple):
    """A cell that would change."""

    tabel: str
    baris: str
    kolom: str
    lama: str
    baru: str


class DaftarBaris(NamedTuple):
    """Rows of a table that would come or go, and how many more there are (``""``: these are all)."""

    judul: str
    daftar: tuple[str, ...]
    sisa: str


@dataclass(frozen=True)
class TampilanPratinjau:
    """Everything the page of a preview shows."""

    pratinjau: Pratinjau
    daftar_tolak: tuple[KelompokTolak, ...]
    daftar_tabel: tuple[RingkasTabel, ...]
    daftar_sel: tuple[SelBerubah, ...]
    sisa_sel: str
    daftar_baris: tuple[DaftarBaris, ...]
    jumlah: str

    @property
    def is_boleh(self) -> bool:
        """Whether there is something to confirm."""
        return not self.pratinjau.is_ditolak and not self.pratinjau.is_sama


def make_tampilan(pratinjau: Pratinjau) -> TampilanPratinjau:
    """Return the page of a preview; of a year that is all new only how much of each table comes."""
    semua_sel = [
        SelBerubah(sebut_tabel(tabel.nama), baris.sebutan, *sel)
        for tabel in pratinjau.daftar_tabel
        for baris in tabel.diubah
        for sel in baris.daftar_sel
    ]
    ditambah, diubah, dihapus = (_cacah(n) or "0" for n in pratinjau.jumlah)
    return TampilanPratinjau(
        pratinjau,
        daftar_tolak=tuple(_kelompokkan(pratinjau.daftar_penolakan)),
        daftar_tabel=tuple(_ringkas(tabel) for tabel in pratinjau.daftar_tabel),
        daftar_sel=tuple(semua_sel[:BATAS_SEL]),
        sisa_sel=_sisa(semua_sel, BATAS_SEL),
        daftar_baris=() if pratinjau.is_baru else tuple(_list_baris(pratinjau.daftar_tabel)),
        jumlah=f"{ditambah} baris ditambah, {diubah} diubah, {dihapus} dihapus",
    )


def sebut_tabel(nama: str) -> str:
    """Return the name of a table as people write it."""
    return nama.replace("_", " ")


@dataclass(frozen=True)
class TampilanMasalah:
    """The problems of a package that cannot be used."""

    daftar: tuple[tuple[str, str, str, str, str], ...]
    sisa: str


def make_tampilan_masalah(daftar: Sequence[Masalah]) -> TampilanMasalah:
    """Return problems as rows: kind, file, row, column, message."""
    galat = [masalah for masalah in daftar if masalah.tingkat is Tingkat.GALAT]
    return TampilanMasalah(
        tuple(
            (
                masalah.tingkat.value,
                masalah.berkas,
                "" if masalah.baris is None else str(masalah.baris),
                f"{masalah.kolom} ({masalah.sel})" if masalah.sel else masalah.kolom or "",
                masalah.pesan,
            )
            for masalah in galat[:BATAS_MASALAH]
        ),
        _sisa(galat, BATAS_MASALAH),
    )


def _kelompokkan(daftar: Iterable[Penolakan]) -> Iterable[KelompokTolak]:
    urut = list(JUDUL_SEBAB)
    for sebab, isi in groupby(sorted(daftar, key=lambda p: urut.index(p.sebab)), lambda p: p.sebab):
        yield KelompokTolak(JUDUL_SEBAB[sebab], tuple(isi))


def _ringkas(tabel: BedaTabel) -> RingkasTabel:
    ditambah, diubah, dihapus = (_cacah(len(daftar)) for daftar in (tabel.ditambah, tabel.diubah, tabel.dihapus))
    return RingkasTabel(sebut_tabel(tabel.nama), ditambah, diubah, dihapus, tabel.is_urutan)


def _list_baris(daftar_tabel: Iterable[BedaTabel]) -> Iterable[DaftarBaris]:
    for tabel in daftar_tabel:
        for sebutan, daftar in (("ditambah", tabel.ditambah), ("dihapus", tabel.dihapus)):
            if daftar:
                yield DaftarBaris(
                    f"{sebut_tabel(tabel.nama).capitalize()}: {sebutan}",
                    tuple(_sebut(baris) for baris in daftar[:BATAS_BARIS]),
                    _sisa(daftar, BATAS_BARIS),
                )


def _sebut(baris: BedaBaris) -> str:
    return baris.sebutan or "isinya"


def _cacah(banyak: int) -> str:
    return format_angka(Angka(banyak)) if banyak else ""


def _sisa(daftar: Sequence[Any], batas: int) -> str:
    return f"… dan {_cacah(len(daftar) - batas)} lagi" if len(daftar) > batas else ""
