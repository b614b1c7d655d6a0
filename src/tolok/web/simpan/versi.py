"""
Optimistic locking: a row knows how often it was changed, and a write names the version it was made from.

Two people who change the same row both see both values; nobody's work is lost silently.
"""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import F


class SudahBerubah(Exception):
    """
    The row was changed after the writer read it.

    ``kini`` is the row as it is now, ``diminta`` what the writer wanted to set; nothing was written.
    """

    def __init__(self, kini: models.Model, diminta: dict[str, Any]) -> None:
        super().__init__("Baris ini sudah diubah orang lain sesudah Anda membukanya; belum ada yang disimpan.")
        self.kini = kini
        self.diminta = diminta


class BerversiModel(models.Model):
    """A row with a version, counted from 1."""

    versi = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True


def update_berversi(baris: BerversiModel, *, versi: int, **isian: Any) -> None:
    """
    Set columns of a row if it still has the version the writer read, and count the version up.

    :raises SudahBerubah: if it has not
    """
    kelas = type(baris)
    jumlah = kelas._default_manager.filter(pk=baris.pk, versi=versi).update(versi=F("versi") + 1, **isian)
    if not jumlah:
        raise SudahBerubah(kelas._default_manager.get(pk=baris.pk), isian)
    for nama, isi in isian.items():
        setattr(baris, nama, isi)
    baris.versi = versi + 1
