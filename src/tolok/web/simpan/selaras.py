"""Bringing stored rows into line with a list, in few statements: what is new, changed, or gone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from django.db import models

from tolok.web.simpan.versi import BerversiModel


class Selisih(NamedTuple):
    """How many rows were added, changed and deleted."""

    ditambah: int = 0
    diubah: int = 0
    dihapus: int = 0

    def __add__(self, lain: object) -> Selisih:
        if not isinstance(lain, Selisih):
            return NotImplemented
        return Selisih(*(satu + dua for satu, dua in zip(self, lain, strict=True)))


class EdisiBerbeda(ValueError):
    """Rows of an issued edition would change; the message (Indonesian) names the edition and what differs."""


def selaraskan(
    kelas: type[models.Model],
    *,
    milik: Mapping[str, Any],
    kunci: Sequence[str],
    daftar: Iterable[Mapping[str, Any]],
    cari: Mapping[str, Any] | None = None,
    hapus_sisa: bool = True,
    beku: str = "",
) -> Selisih:
    """
    Make the rows of ``kelas`` under ``milik`` equal to ``daftar``; rows that are equal already are not touched.

    :param milik: filter of the rows, and their columns when they are added
    :param cari: filter of the rows where it differs from ``milik``
    :param kunci: the columns that name a row within ``milik``
    :param daftar: the wanted rows as columns (foreign keys as ``…_id``), all with the same columns
    :param hapus_sisa: whether rows that are not in ``daftar`` go
    :param beku: the name of an issued edition; then nothing may differ once it has rows
    :raises EdisiBerbeda: if something would change in an issued edition
    """
    manajer = kelas._default_manager
    lama = {
        tuple(getattr(baris, nama) for nama in kunci): baris
        for baris in manajer.filter(**(milik if cari is None else cari))
    }
    baru: list[models.Model] = []
    berubah: list[models.Model] = []
    kolom_berubah: set[str] = set()
    ada_lama = bool(lama)
    for isi in daftar:
        baris = lama.pop(tuple(isi[nama] for nama in kunci), None)
        if baris is None:
            baru.append(kelas(**milik, **isi))
            continue
        beda = [nama for nama, nilai in isi.items() if getattr(baris, nama) != nilai]
        if beda:
            if beku:
                raise EdisiBerbeda(f"{beku}: {_sebut(kunci, baris)} berbeda pada {', '.join(sorted(beda))}.")
            for nama in beda:
                setattr(baris, nama, isi[nama])
            if isinstance(baris, BerversiModel):
                baris.versi += 1
                beda.append("versi")
            kolom_berubah.update(beda)
            berubah.append(baris)
    sisa = list(lama.values()) if hapus_sisa else []
    if beku and ada_lama and (baru or sisa):
        raise EdisiBerbeda(f"{beku}: {_sebut(kunci, (baru or sisa)[0])} {'ditambahkan' if baru else 'hilang'}.")
    manajer.bulk_create(baru, batch_size=500)
    if berubah:
        manajer.bulk_update(berubah, sorted(kolom_berubah), batch_size=200)
    if sisa:
        manajer.filter(pk__in=[baris.pk for baris in sisa]).delete()
    return Selisih(len(baru), len(berubah), len(sisa))


def ensure_identitas(
    kelas: type[models.Model], *, milik: Mapping[str, Any], daftar_kode: Iterable[str]
) -> dict[str, int]:
    """Return the primary key of each code's row under ``milik``; rows that are not there yet are added."""
    wajib = dict.fromkeys(kode for kode in daftar_kode if kode)
    ada = dict(kelas._default_manager.filter(**milik, kode__in=list(wajib)).values_list("kode", "pk"))
    kelas._default_manager.bulk_create([kelas(**milik, kode=kode) for kode in wajib if kode not in ada], batch_size=500)
    return dict(kelas._default_manager.filter(**milik, kode__in=list(wajib)).values_list("kode", "pk"))


def _sebut(kunci: Sequence[str], baris: models.Model) -> str:
    return ", ".join(f"{nama.removesuffix('_id')} {getattr(baris, nama)}" for nama in kunci)
