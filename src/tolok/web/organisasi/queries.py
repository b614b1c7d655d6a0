"""The organisation of a year as core values."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from django.db.models import F

from tolok.core.organisasi import Instansi, Jabatan, KelompokPegawai, Pejabat, StatusPejabat, Unit
from tolok.web.organisasi.models import BarisJabatan, BarisUnit, EdisiOrganisasi


class BagianOrganisasi(TypedDict):
    """The fields of ``core.instansi.TahunInstansi`` that tell of the organisation."""

    instansi: Instansi
    daftar_unit: tuple[Unit, ...]
    daftar_jabatan: tuple[Jabatan, ...]
    daftar_pejabat: tuple[Pejabat, ...]
    daftar_pegawai: tuple[KelompokPegawai, ...]


def load_bagian_organisasi(edisi: EdisiOrganisasi, *, sampai: date) -> BagianOrganisasi:
    """
    Return an edition of the organisation with the postings to its positions that begin by ``sampai`` (two queries).

    :param edisi: with its ``instansi`` already read
    """
    daftar_jabatan: dict[str, Jabatan] = {}
    pejabat_per_id: dict[int, Pejabat] = {}
    baris_jabatan = (
        BarisJabatan.objects.filter(edisi=edisi)
        .order_by("urutan")
        .annotate(penempatan=F("jabatan__daftar_penempatan__id"))
    )
    for isi in baris_jabatan.values_list(
        "jabatan__kode", "nama", "unit__kode", "jenis", "penempatan", "jabatan__daftar_penempatan__pegawai__nama",
        "jabatan__daftar_penempatan__pangkat", "jabatan__daftar_penempatan__pegawai__nip",
        "jabatan__daftar_penempatan__status", "jabatan__daftar_penempatan__berlaku_mulai",
        "jabatan__daftar_penempatan__dicatat_pada", "jabatan__daftar_penempatan__dasar",
    ):  # fmt: skip
        kode, nama, unit, jenis, penempatan, orang, pangkat, nip, status, mulai, dicatat, dasar = isi
        daftar_jabatan[kode] = Jabatan(id=kode, nama=nama, unit=unit or "", jenis=jenis)
        if penempatan is not None and mulai <= sampai:
            pejabat_per_id[penempatan] = Pejabat(
                jabatan=kode,
                nama=orang,
                pangkat=pangkat,
                nip=nip,
                status=StatusPejabat(status),
                berlaku_mulai=mulai,
                dicatat_pada=dicatat,
                dasar=dasar,
            )
    return BagianOrganisasi(
        instansi=make_instansi(edisi),
        daftar_unit=list_unit(edisi),
        daftar_jabatan=tuple(daftar_jabatan.values()),
        daftar_pejabat=tuple(pejabat_per_id[kunci] for kunci in sorted(pejabat_per_id)),
        daftar_pegawai=tuple(KelompokPegawai(nama=nama, jumlah=jumlah) for nama, jumlah in edisi.kelompok_pegawai),
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
