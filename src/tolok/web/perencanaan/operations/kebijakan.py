"""Changing the conventions of a year: a new edition with its reason, and nothing that was approved stands on others."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max

from tolok.core.kebijakan import Kebijakan
from tolok.web.audit.operations import lock_rantai, record
from tolok.web.organisasi.hak import HAK
from tolok.web.organisasi.lingkup import Lingkup, TidakBerhak
from tolok.web.perencanaan.models import EdisiKebijakan, TahunKinerja
from tolok.web.perencanaan.operations.rencana import make_kolom_kebijakan
from tolok.web.perencanaan.penjaga import list_halangan
from tolok.web.perencanaan.queries import make_kebijakan
from tolok.web.simpan.versi import update_berversi

AKSI = "pengaturan.ubah"
PERBUATAN = "kebijakan.ditetapkan"


class KebijakanTerkunci(ValueError):
    """Something that was decided stands on the conventions in force; ``daftar_sebab`` says what."""

    def __init__(self, daftar_sebab: tuple[str, ...]) -> None:
        super().__init__(" ".join(daftar_sebab))
        self.daftar_sebab = daftar_sebab


class KebijakanSama(ValueError):
    """The new conventions are those in force."""


@transaction.atomic
def set_kebijakan(
    *, tahun_id: int, kebijakan: Kebijakan, alasan: str, versi: int, lingkup: Lingkup, pada: date
) -> EdisiKebijakan:
    """
    Make other conventions those of a year, as a new edition; the old one stays.

    :param alasan: why; not empty
    :param versi: the version of the year the writer read
    :raises TidakBerhak: if the writer may not change the conventions of the whole agency
    :raises KebijakanTerkunci: if a later stage objects (results of a quarter are approved)
    :raises KebijakanSama: if nothing would change
    :raises SudahBerubah: if the year was changed meanwhile
    """
    assert alasan.strip(), "alasan wajib"
    kode = TahunKinerja.objects.values_list("instansi__kode", flat=True).get(pk=tahun_id)
    lock_rantai(kode)
    tahun = TahunKinerja.objects.select_related("instansi", "kebijakan").get(pk=tahun_id)
    ensure_boleh_mengubah(lingkup, kode)
    if daftar_sebab := list_halangan(tahun):
        raise KebijakanTerkunci(daftar_sebab)
    lama = Kebijakan() if tahun.kebijakan is None else make_kebijakan(tahun.kebijakan)
    if tahun.versi == versi and lama == kebijakan:
        raise KebijakanSama
    terakhir = tahun.daftar_kebijakan.aggregate(n=Max("nomor"))["n"] or 0
    edisi = EdisiKebijakan.objects.create(
        tahun=tahun, nomor=terakhir + 1, dicatat_pada=pada, **make_kolom_kebijakan(kebijakan)
    )
    update_berversi(tahun, versi=versi, kebijakan=edisi)
    record(
        PERBUATAN,
        rantai=kode,
        objek=make_objek(tahun),
        isi={"nomor": edisi.nomor, "alasan": alasan.strip(), "berubah": _berubah(lama, kebijakan)},
        oleh=lingkup.pengguna,
    )
    return edisi


def ensure_boleh_mengubah(lingkup: Lingkup, instansi: str) -> None:
    """
    Do nothing if the conventions of the whole agency are this user's to change.

    :raises TidakBerhak: otherwise; they are not a matter of one unit
    """
    lingkup.ensure(AKSI, instansi)
    if not lingkup.is_seluruh(AKSI, instansi):
        raise TidakBerhak(f"{HAK[AKSI][0]} berlaku bagi seluruh perangkat daerah; peran Anda hanya untuk satu unit.")


def make_objek(tahun: TahunKinerja) -> str:
    """Return the name under which the history of a year's conventions stands."""
    return f"kebijakan:{tahun.tahun}"


def _berubah(lama: Kebijakan, baru: Kebijakan) -> dict[str, list[Any]]:
    """Return each convention that differs, as it was and as it is, in stored form."""
    kolom_lama, kolom_baru = make_kolom_kebijakan(lama), make_kolom_kebijakan(baru)
    return {nama: [kolom_lama[nama], isi] for nama, isi in kolom_baru.items() if kolom_lama[nama] != isi}
