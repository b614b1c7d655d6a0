"""
Which values are locked: those that the result of a submitted or approved quarter stands on.

A value is locked by its own quarter, and by a later one that adds it up or reads it on. What every quarter stands on is
looked up once for a page, since a page shows a thousand values.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from tolok.core.hasil.cari import read_identitas
from tolok.core.indikator import EdisiIndikator, Sifat
from tolok.core.periode import Periode
from tolok.web.pengukuran.alur import KEMBALIKAN, TERBUKA, list_peran
from tolok.web.pengukuran.isian import TempatIsian, sebut_objek
from tolok.web.pengukuran.models import StatusPengukuran
from tolok.web.pengukuran.tampak import TahunTampak


class Terkunci(Exception):
    """A value may not be changed now; the message says because of what, and who can open it."""


class _Pengunci(NamedTuple):
    """A quarter of an indicator that locks; ``urutan``: by quarter, then as printed."""

    urutan: int
    periode: Periode
    edisi: EdisiIndikator
    status: StatusPengukuran


class PencariKunci:
    """Finds what locks values on the page of a period."""

    def __init__(self, tampak: TahunTampak) -> None:
        self._tampak = tampak
        self._sendiri = tampak.konteks.periode.triwulan or 4

    def find(self, tempat: TempatIsian) -> str:
        """Return why a value is locked, ``""`` if it is open."""
        pengunci = min(self._list_pengunci(tempat), default=None, key=lambda satu: satu.urutan)
        if pengunci is None:
            return ""
        return (
            f"Nilai ini dipakai “{pengunci.edisi.nama}”, yang berstatus {pengunci.status.label} pada "
            f"{pengunci.periode.label}. Agar dapat diubah, pengukurannya dikembalikan dahulu (oleh "
            f"{list_peran(KEMBALIKAN)})."
        )

    def _list_pengunci(self, tempat: TempatIsian) -> Iterator[_Pengunci]:
        for edisi in tempat.daftar_pengguna:
            if pengunci := self._per_indikator.get(edisi.indikator):
                yield pengunci
        if pengunci := self._per_asal.get((tempat.untuk, sebut_objek(tempat))):
            yield pengunci
        variabel = tempat.variabel
        if variabel is not None and variabel.sifat is Sifat.ARUS and (ada := self._per_bahan.get(variabel.id)):
            yield ada

    @cached_property
    def _daftar(self) -> tuple[_Pengunci, ...]:
        tampak, tahun = self._tampak, self._tampak.konteks.periode.tahun
        semua = (
            (periode, edisi, tampak.status(edisi.indikator, periode))
            for periode in (Periode(tahun, triwulan) for triwulan in range(1, 5))
            for edisi in tampak.hasil.daftar_indikator(None, periode)
        )
        terkunci = (satu for satu in semua if satu[2] not in TERBUKA)
        return tuple(_Pengunci(urutan, *satu) for urutan, satu in enumerate(terkunci))

    @cached_property
    def _per_indikator(self) -> dict[str, _Pengunci]:
        """What is locked in the quarter of the page itself."""
        return {satu.edisi.indikator: satu for satu in self._daftar if satu.periode.triwulan == self._sendiri}

    @cached_property
    def _per_asal(self) -> dict[tuple[Periode, str], _Pengunci]:
        """The first that locks in another quarter, by what its realisasi stands on."""
        hasil: dict[tuple[Periode, str], _Pengunci] = {}
        for satu in self._daftar:
            if satu.periode.triwulan != self._sendiri:
                for identitas in self._tampak.hasil.realisasi(satu.edisi.indikator, satu.periode).asal():
                    bagian = read_identitas(identitas)
                    hasil.setdefault((bagian.periode, f"{bagian.jenis}:{bagian.nama}"), satu)
        return hasil

    @cached_property
    def _per_bahan(self) -> dict[str, _Pengunci]:
        """The first that locks in a later quarter, by the variables it reads: a flow would be added up if it came."""
        hasil: dict[str, _Pengunci] = {}
        for satu in self._daftar:
            if satu.periode.triwulan > self._sendiri:
                for bahan in self._tampak.hasil.daftar_bahan(satu.edisi.indikator, satu.periode):
                    hasil.setdefault(bahan.variabel.id, satu)
        return hasil


def ensure_terbuka(tampak: TahunTampak, tempat: TempatIsian) -> None:
    """
    Do nothing if the value may be changed now.

    :raises Terkunci: otherwise
    """
    if sebab := PencariKunci(tampak).find(tempat):
        raise Terkunci(sebab)
