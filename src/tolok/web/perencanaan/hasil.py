"""
The computed year, kept in memory until the history of the agency grows: one for all stages.

Drafts are computed on read. A year is read from the database once per state of its agency's history, and every quantity
is computed when somebody first asks for it. What a year consists of is known to a later stage only (measured values);
that stage says how it is read (``register_pembaca``), so that pages of every stage stand on the same numbers.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Any, Final

from django.conf import settings
from django.db.models import OuterRef, Subquery

from tolok.core.hasil.tahun import HasilTahun
from tolok.core.instansi import TahunInstansi
from tolok.web.audit.models import Rantai
from tolok.web.perencanaan.models import TahunKinerja

Pembaca = Callable[[TahunKinerja], TahunInstansi]
Keadaan = tuple[Any, ...]

_KOLOM: Final = ("versi", "organisasi_id", "rencana_berlaku_id", "kebijakan_id", "jembatan")
_simpanan: OrderedDict[int, tuple[Keadaan, HasilTahun]] = OrderedDict()
_kunci = Lock()
_kunci_per_tahun: dict[int, Lock] = {}
_pembaca: list[Pembaca] = []


def register_pembaca(pembaca: Pembaca) -> None:
    """Say how a year is read from the database; the stage that knows all its parts does so when the site starts."""
    _pembaca[:] = [pembaca]


def get_hasil(tahun: TahunKinerja) -> HasilTahun:
    """
    Return the year as the database has it now; do not change it, other readers share it.

    :param tahun: with ``instansi``, ``organisasi``, ``rencana_berlaku`` and ``kebijakan`` already read; if it was read
        with ``query_nomor_riwayat`` as ``nomor_riwayat``, that is believed once
    """
    nomor = tahun.__dict__.pop("nomor_riwayat", None)
    keadaan = _baca_keadaan(tahun) if nomor is None else (nomor, *(getattr(tahun, kolom) for kolom in _KOLOM))
    if (hasil := _find_tersimpan(tahun, keadaan)) is not None:
        return hasil
    with _kunci:
        milik_tahun = _kunci_per_tahun.setdefault(tahun.pk, Lock())
    with milik_tahun:
        # Whoever asked for the same year a moment ago has read it meanwhile.
        return _find_tersimpan(tahun, keadaan) or _baca(tahun, keadaan)


def _find_tersimpan(tahun: TahunKinerja, keadaan: Keadaan) -> HasilTahun | None:
    with _kunci:
        tersimpan = _simpanan.get(tahun.pk)
        if tersimpan is None or tersimpan[0] != keadaan:
            return None
        _simpanan.move_to_end(tahun.pk)
        return tersimpan[1]


def _baca(tahun: TahunKinerja, keadaan: Keadaan) -> HasilTahun:
    """Read the year and keep it; the year that was not asked for the longest makes room."""
    hasil = _hitung(tahun, keadaan)
    # A write in between would leave parts of two states: read again until the history stood still.
    while (sesudah := _baca_keadaan(tahun)) != keadaan:
        keadaan = sesudah
        hasil = _hitung(tahun, keadaan)
    with _kunci:
        _simpanan[tahun.pk] = keadaan, hasil
        _simpanan.move_to_end(tahun.pk)
        while len(_simpanan) > settings.SIMPANAN_TAHUN:
            _simpanan.popitem(last=False)
    return hasil


def query_nomor_riwayat() -> Subquery:
    """Return the number of the last history entry of a year's agency, to be read together with its row."""
    return Subquery(Rantai.objects.filter(kode=OuterRef("instansi__kode")).values("nomor"))


def clear_simpanan() -> None:
    """Forget all years (after the database was exchanged, and between tests)."""
    with _kunci:
        _simpanan.clear()


def _hitung(tahun: TahunKinerja, keadaan: Keadaan) -> HasilTahun:
    """Return the year; its own row is read again if it is older than the state that was asked for."""
    if [getattr(tahun, kolom) for kolom in _KOLOM] != list(keadaan[1:]):
        segar = TahunKinerja.objects.select_related("instansi", "organisasi", "rencana_berlaku", "kebijakan")
        tahun = segar.get(pk=tahun.pk)
    (pembaca,) = _pembaca
    return HasilTahun(pembaca(tahun))


def _baca_keadaan(tahun: TahunKinerja) -> Keadaan:
    """Return the number of the agency's last history entry and what the row of the year says (one query)."""
    return tuple(TahunKinerja.objects.values_list(query_nomor_riwayat(), *_KOLOM).get(pk=tahun.pk))
