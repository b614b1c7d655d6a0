"""Writing the organisation. The ``put_…`` functions are steps of a larger operation, which locks and records."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from tolok.core.instansi import TahunInstansi
from tolok.core.organisasi import Unit as UnitInti
from tolok.core.pohon import build_pohon
from tolok.web.organisasi.models import (
    BarisJabatan,
    BarisUnit,
    EdisiOrganisasi,
    Instansi,
    Jabatan,
    Pegawai,
    Penempatan,
    StatusEdisi,
    Unit,
)
from tolok.web.organisasi.queries import load_bagian_organisasi
from tolok.web.simpan.selaras import ensure_identitas


class OrganisasiTersimpan(NamedTuple):
    """What a year works with: the edition, the postings in printed order, and the keys of the positions by code."""

    edisi: EdisiOrganisasi
    daftar_penempatan: list[int]
    jabatan: dict[str, int]


def put_organisasi(instansi: Instansi, data: TahunInstansi, *, dicatat_pada: date) -> OrganisasiTersimpan:
    """
    Find the issued edition that says of the agency what ``data`` says, else make a new one.

    Postings are added; those that are there already stay as they are.
    """
    milik = {"instansi": instansi}
    jabatan = ensure_identitas(Jabatan, milik=milik, daftar_kode=(j.id for j in data.daftar_jabatan))
    unit = ensure_identitas(Unit, milik=milik, daftar_kode=(u.id for u in data.daftar_unit))
    edisi = _find_sama(instansi, data) or _add_edisi(instansi, data, unit, jabatan, dicatat_pada)
    return OrganisasiTersimpan(edisi, _put_penempatan(instansi, data, jabatan), jabatan)


def _find_sama(instansi: Instansi, data: TahunInstansi) -> EdisiOrganisasi | None:
    for edisi in instansi.daftar_edisi_organisasi.order_by("-nomor"):
        edisi.instansi = instansi
        bagian = load_bagian_organisasi(edisi)
        if (
            bagian["instansi"] == data.instansi
            and bagian["daftar_jabatan"] == data.daftar_jabatan
            and bagian["daftar_pegawai"] == data.daftar_pegawai
            and bagian["daftar_unit"] == data.daftar_unit
        ):
            return edisi
    return None


def _add_edisi(
    instansi: Instansi, data: TahunInstansi, unit: dict[str, int], jabatan: dict[str, int], dicatat_pada: date
) -> EdisiOrganisasi:
    terakhir = instansi.daftar_edisi_organisasi.order_by("-nomor").first()
    profil = data.instansi
    edisi = EdisiOrganisasi.objects.create(
        instansi=instansi,
        nomor=terakhir.nomor + 1 if terakhir is not None else 1,
        status=StatusEdisi.TERBIT,
        berlaku_mulai=date(data.tahun, 1, 1),
        dicatat_pada=dicatat_pada,
        nama=profil.nama,
        nama_pendek=profil.nama_pendek,
        pemerintah=profil.pemerintah,
        kota=profil.kota,
        alamat=profil.alamat,
        kepala_daerah=profil.kepala_daerah,
        urusan=list(profil.urusan),
        tugas=profil.tugas,
        fungsi=list(profil.fungsi),
        kelompok_pegawai=[[satu.nama, satu.jumlah] for satu in data.daftar_pegawai],
    )
    jalur = make_jalur(data.daftar_unit)
    BarisUnit.objects.bulk_create(
        BarisUnit(
            edisi=edisi,
            unit_id=unit[satu.id],
            induk_id=unit.get(satu.induk),
            jalur=jalur[satu.id],
            urutan=urutan,
            nama=satu.nama,
            jenis=satu.jenis,
            tugas=satu.tugas,
        )
        for urutan, satu in enumerate(data.daftar_unit)
    )
    BarisJabatan.objects.bulk_create(
        BarisJabatan(
            edisi=edisi,
            jabatan_id=jabatan[satu.id],
            unit_id=unit.get(satu.unit),
            urutan=urutan,
            nama=satu.nama,
            jenis=satu.jenis,
        )
        for urutan, satu in enumerate(data.daftar_jabatan)
    )
    return edisi


def make_jalur(daftar_unit: Iterable[UnitInti]) -> dict[str, str]:
    """Return the path of each unit from the top, ``/`` before and after each code."""
    pohon = build_pohon((satu.id, satu.induk) for satu in daftar_unit)
    return {kode: f"/{'/'.join(reversed(pohon.list_leluhur(kode)))}/" for kode in pohon.telusuri()}


def _put_penempatan(instansi: Instansi, data: TahunInstansi, jabatan: dict[str, int]) -> list[int]:
    """Add the postings that are new; return the keys of all in printed order."""
    orang = {(p.nama, p.nip): p for p in instansi.daftar_pegawai.all()}
    baru = dict.fromkeys((satu.nama, satu.nip) for satu in data.daftar_pejabat)
    Pegawai.objects.bulk_create(Pegawai(instansi=instansi, nama=n, nip=nip) for n, nip in baru if (n, nip) not in orang)
    orang = {(p.nama, p.nip): p for p in instansi.daftar_pegawai.all()}
    kolom = ("jabatan_id", "berlaku_mulai", "dicatat_pada")
    cari = Penempatan.objects.filter(jabatan__instansi=instansi).values_list(*kolom, "pk")
    ada = {tuple(kunci): pk for *kunci, pk in cari}
    daftar_kunci = [(jabatan[p.jabatan], p.berlaku_mulai, p.dicatat_pada) for p in data.daftar_pejabat]
    Penempatan.objects.bulk_create(
        Penempatan(
            **dict(zip(kolom, kunci, strict=True)),
            pegawai=orang[satu.nama, satu.nip],
            pangkat=satu.pangkat,
            status=satu.status.value,
            dasar=satu.dasar,
        )
        for kunci, satu in zip(daftar_kunci, data.daftar_pejabat, strict=True)
        if kunci not in ada
    )
    ada = {tuple(kunci): pk for *kunci, pk in cari.all()}
    return [ada[kunci] for kunci in daftar_kunci]
