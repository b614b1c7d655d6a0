"""The organisation of a year as core values."""

from __future__ import annotations

from datetime import date
from typing import Final, TypedDict

from django.db.models import Q, QuerySet

from tolok.core.organisasi import Instansi, Jabatan, KelompokPegawai, Pejabat, StatusPejabat, Unit
from tolok.web.organisasi.models import BarisJabatan, BarisUnit, EdisiOrganisasi, PenugasanPeran


class BagianOrganisasi(TypedDict):
    """The fields of ``core.instansi.TahunInstansi`` that an edition of the organisation tells."""

    instansi: Instansi
    daftar_unit: tuple[Unit, ...]
    daftar_jabatan: tuple[Jabatan, ...]
    daftar_pegawai: tuple[KelompokPegawai, ...]


def load_bagian_organisasi(edisi: EdisiOrganisasi) -> BagianOrganisasi:
    """
    Return an edition of the organisation (two queries).

    :param edisi: with its ``instansi`` already read
    """
    return BagianOrganisasi(
        instansi=make_instansi(edisi),
        daftar_unit=list_unit(edisi),
        daftar_jabatan=tuple(
            Jabatan(id=kode, nama=nama, unit=unit or "", jenis=jenis)
            for kode, nama, unit, jenis in BarisJabatan.objects.filter(edisi=edisi)
            .order_by("urutan")
            .values_list("jabatan__kode", "nama", "unit__kode", "jenis")
        ),
        daftar_pegawai=tuple(KelompokPegawai(nama=nama, jumlah=jumlah) for nama, jumlah in edisi.kelompok_pegawai),
    )


KOLOM_PENEMPATAN: Final = (
    "jabatan__kode",
    "pegawai__nama",
    "pangkat",
    "pegawai__nip",
    "status",
    "berlaku_mulai",
    "dicatat_pada",
    "dasar",
)
"""The columns ``make_pejabat`` takes."""


def make_pejabat(
    jabatan: str, nama: str, pangkat: str, nip: str, status: str, mulai: date, dicatat: date, dasar: str
) -> Pejabat:
    """Return the posting of one row (``KOLOM_PENEMPATAN``)."""
    return Pejabat(
        jabatan=jabatan,
        nama=nama,
        pangkat=pangkat,
        nip=nip,
        status=StatusPejabat(status),
        berlaku_mulai=mulai,
        dicatat_pada=dicatat,
        dasar=dasar,
    )


def make_instansi(edisi: EdisiOrganisasi) -> Instansi:
    """Return the agency as an edition names it."""
    return Instansi(
        id=edisi.instansi.kode,
        nama=edisi.nama,
        nama_pendek=edisi.nama_pendek,
        pemerintah=edisi.pemerintah,
        kota=edisi.kota,
        alamat=edisi.alamat,
        kepala_daerah=edisi.kepala_daerah,
        urusan=tuple(edisi.urusan),
        tugas=edisi.tugas,
        fungsi=tuple(edisi.fungsi),
    )


def list_unit(edisi: EdisiOrganisasi) -> tuple[Unit, ...]:
    """Return the units of an edition in printed order (one query)."""
    return tuple(
        Unit(id=kode, nama=nama, induk=induk or "", jenis=jenis, tugas=tugas)
        for kode, nama, induk, jenis, tugas in BarisUnit.objects.filter(edisi=edisi)
        .order_by("urutan")
        .values_list("unit__kode", "nama", "induk__kode", "jenis", "tugas")
    )


def list_penugasan(*, sejak: date) -> QuerySet[PenugasanPeran]:
    """Return the roles in force on a day or later, by user name and beginning, with what they refer to."""
    berlaku = PenugasanPeran.objects.filter(Q(akhir__isnull=True) | Q(akhir__gte=sejak))
    return berlaku.select_related("pengguna", "instansi", "unit").order_by("pengguna__username", "mulai", "pk")
