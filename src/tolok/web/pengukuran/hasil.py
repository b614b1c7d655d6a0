"""
The computed year, kept in memory until the history of the agency grows.

Drafts are computed on read. A year is read from the database once per state of its agency's history, and every quantity
is computed when somebody first asks for it.
"""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import Final

from tolok.core.hasil.tahun import HasilTahun
from tolok.web.audit.models import Rantai
from tolok.web.pengukuran.queries import load_tahun
from tolok.web.perencanaan.models import TahunKinerja

BATAS_SIMPANAN: Final = 32
"""Agency-years kept in the memory of one process."""

_simpanan: OrderedDict[int, tuple[int, HasilTahun]] = OrderedDict()
_kunci = Lock()


def get_hasil(tahun: TahunKinerja) -> HasilTahun:
    """
    Return the year as the database has it now; do not change it, other readers share it.

    :param tahun: with ``instansi``, ``organisasi``, ``rencana_berlaku`` and ``kebijakan`` already read
    """
    nomor = _baca_nomor(tahun)
    with _kunci:
        tersimpan = _simpanan.get(tahun.pk)
        if tersimpan is not None and tersimpan[0] == nomor:
            _simpanan.move_to_end(tahun.pk)
            return tersimpan[1]
    hasil = HasilTahun(load_tahun(tahun))
    # A write in between would leave parts of two states: read again until the history stood still.
    while (sesudah := _baca_nomor(tahun)) != nomor:
        nomor = sesudah
        segar = TahunKinerja.objects.select_related("instansi", "organisasi", "rencana_berlaku", "kebijakan")
        hasil = HasilTahun(load_tahun(segar.get(pk=tahun.pk)))
    with _kunci:
        _simpanan[tahun.pk] = nomor, hasil
        _simpanan.move_to_end(tahun.pk)
        while len(_simpanan) > BATAS_SIMPANAN:
            _simpanan.popitem(last=False)
    return hasil


def clear_simpanan() -> None:
    """Forget all years (after the database was exchanged, and between tests)."""
    with _kunci:
        _simpanan.clear()


def _baca_nomor(tahun: TahunKinerja) -> int:
    return Rantai.objects.values_list("nomor", flat=True).get(kode=tahun.instansi.kode)
