"""
The complete year as documents are made from it, kept in memory until the history of the agency grows.

It is ``pengukuran.hasil`` with what officers write; the LKjIP is compiled once for each state, so that its preview can
be read chapter by chapter.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from functools import cached_property
from threading import Lock
from typing import Final

from tolok.core.hasil.tahun import HasilTahun
from tolok.render.daftar_dokumen import ButirDokumen, list_dokumen
from tolok.web.pelaporan.lkjip.isi import IsiLkjip
from tolok.web.pelaporan.polos import compute_sidik, to_teks
from tolok.web.pelaporan.queries.naskah import with_naskah
from tolok.web.perencanaan.hasil import get_hasil
from tolok.web.perencanaan.models import TahunKinerja

BATAS_SIMPANAN: Final = 8
"""Complete years with their LKjIP kept in the memory of one process."""


class Laporan:
    """One complete year in one state; readers share it."""

    def __init__(self, dasar: HasilTahun, hasil: HasilTahun) -> None:
        """
        Take the year.

        :param dasar: the same year without what officers write, as ``get_hasil`` gave it
        """
        self.dasar: Final = dasar
        self.hasil: Final = hasil

    def sidik_data(self, jenis: str) -> str:
        """Return the SHA-256 of the data a document of this kind is made from."""
        return self._sidik_lkjip if jenis == "lkjip" else self._sidik_formulir

    @cached_property
    def _sidik_lkjip(self) -> str:
        return compute_sidik(to_teks(self.hasil.data))

    @cached_property
    def _sidik_formulir(self) -> str:
        """Narratives stand in the LKjIP only, so that writing one makes no other document old."""
        data = self.hasil.data
        return compute_sidik(
            to_teks(replace(data, daftar_narasi=(), daftar_penghargaan=(), daftar_isu=(), daftar_dasar_hukum=()))
        )

    @cached_property
    def daftar_dokumen(self) -> tuple[ButirDokumen, ...]:
        """The documents the year has the data for."""
        return list_dokumen(self.hasil.data)

    @cached_property
    def lkjip(self) -> IsiLkjip:
        """
        The LKjIP with its parts and notes.

        :raises NarasiTidakTerbaca: if narratives hold tokens that name nothing
        """
        return IsiLkjip(self.hasil)


_simpanan: Final[OrderedDict[int, Laporan]] = OrderedDict()
_kunci: Final = Lock()


def get_laporan(tahun: TahunKinerja) -> Laporan:
    """
    Return the complete year as the database has it now.

    :param tahun: with ``instansi``, ``organisasi``, ``rencana_berlaku`` and ``kebijakan`` already read
    """
    dasar = get_hasil(tahun)
    with _kunci:
        ada = _simpanan.get(tahun.pk)
        if ada is not None and ada.dasar is dasar:
            _simpanan.move_to_end(tahun.pk)
            return ada
    while True:
        laporan = Laporan(dasar, HasilTahun(with_naskah(dasar.data, tahun)))
        # The narratives belong to the same state only if the history stood still while they were read.
        if (sesudah := get_hasil(tahun)) is dasar:
            break
        dasar = sesudah
    with _kunci:
        _simpanan[tahun.pk] = laporan
        _simpanan.move_to_end(tahun.pk)
        while len(_simpanan) > BATAS_SIMPANAN:
            _simpanan.popitem(last=False)
    return laporan
