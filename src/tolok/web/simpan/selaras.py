"""Bringing stored rows into line with a list, in few statements: what is new, changed, or gone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any, Final, NamedTuple

from django.db import models

from tolok.web.simpan.versi import BerversiModel

_SEKALI: Final = 500
"""Rows in one statement: SQLite takes only so many parameters."""


class Selisih(NamedTuple):
    """How many rows were added, changed and deleted."""

    ditambah: int = 0
    diubah: int = 0
    dihapus: int = 0

    def __add__(self, lain: object) -> Selisih:
        if not isinstance(lain, Selisih):
            return NotImplemented
        return Selisih(*(satu + dua for satu, dua in zip(self, lain, strict=True)))


def selaraskan(
    kelas: type[models.Model],
    *,
    milik: Mapping[str, Any],
    kunci: Sequence[str],
    daftar: Iterable[Mapping[str, Any]],
    cari: Mapping[str, Any] | None = None,
    hapus_sisa: bool = True,
) -> Selisih:
    """
    Make the rows of ``kelas`` under ``milik`` equal to ``daftar``; rows that are equal already are not touched.

    :param milik: filter of the rows, and their columns when they are added
    :param cari: filter of the rows where it differs from ``milik``
    :param kunci: the columns that name a row within ``milik``
    :param daftar: the wanted rows as columns (foreign keys as ``…_id``)
    :param hapus_sisa: whether rows that are not in ``daftar`` go
    """
    manajer = kelas._default_manager
    lama = {
        tuple(getattr(baris, nama) for nama in kunci): baris
        for baris in manajer.filter(**(milik if cari is None else cari))
    }
    baru: list[models.Model] = []
    berubah: list[models.Model] = []
    kolom_berubah: set[str] = set()
    for isi in daftar:
        baris = lama.pop(tuple(isi[nama] for nama in kunci), None)
        if baris is None:
            baru.append(kelas(**milik, **isi))
        elif beda := set_kolom(baris, isi):
            kolom_berubah.update(beda)
            berubah.append(baris)
    sisa = list(lama.values()) if hapus_sisa else []
    # First what goes: a key that is free again may be taken by a row that changes or comes.
    hapus = iter([baris.pk for baris in sisa])
    while sekali := list(islice(hapus, _SEKALI)):
        manajer.filter(pk__in=sekali).delete()
    if berubah:
        manajer.bulk_update(berubah, sorted(kolom_berubah), batch_size=200)
    manajer.bulk_create(baru, batch_size=_SEKALI)
    return Selisih(len(baru), len(berubah), len(sisa))


def set_kolom(baris: models.Model, isi: Mapping[str, Any]) -> list[str]:
    """Give a row these columns and count its version up; return the columns to save, none if it was equal already."""
    beda = [nama for nama, nilai in isi.items() if getattr(baris, nama) != nilai]
    for nama in beda:
        setattr(baris, nama, isi[nama])
    if beda and isinstance(baris, BerversiModel):
        baris.versi += 1
        beda.append("versi")
    return beda


def ensure_identitas(
    kelas: type[models.Model], *, milik: Mapping[str, Any], daftar_kode: Iterable[str]
) -> dict[str, int]:
    """Return the primary key of each code's row under ``milik``; missing ones of ``daftar_kode`` are added."""
    ada = dict(kelas._default_manager.filter(**milik).values_list("kode", "pk"))
    baru = [kelas(**milik, kode=kode) for kode in dict.fromkeys(daftar_kode) if kode and kode not in ada]
    if not baru:
        return ada
    kelas._default_manager.bulk_create(baru, batch_size=_SEKALI)
    return dict(kelas._default_manager.filter(**milik).values_list("kode", "pk"))
