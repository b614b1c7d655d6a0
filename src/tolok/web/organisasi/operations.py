"""
Writing the organisation, and who holds which role in it.

The ``put_…`` functions are steps of a larger operation, which locks and records.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import Q

from tolok.core.instansi import TahunInstansi
from tolok.core.organisasi import Unit as UnitInti
from tolok.core.pohon import build_pohon
from tolok.web.akun.models import Pengguna
from tolok.web.audit.operations import lock_rantai, record
from tolok.web.organisasi.models import (
    BarisJabatan,
    BarisUnit,
    EdisiOrganisasi,
    Instansi,
    Jabatan,
    Pegawai,
    Penempatan,
    PenugasanPeran,
    Peran,
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


class PeranDitolak(ValueError):
    """A role cannot be given or taken back like this; the message says why and what to do."""


def grant_peran(
    *,
    pengguna: Pengguna,
    peran: Peran,
    instansi: str,
    unit: str = "",
    mulai: date,
    akhir: date | None = None,
    dasar: str = "",
    oleh: Pengguna | None,
) -> PenugasanPeran:
    """
    Give a role over an agency or one of its units with everything below, from ``mulai`` to ``akhir`` (both included).

    :param instansi: code of the agency; ``""``: every agency, written down on the chain of the installation
    :raises PeranDitolak: if there is no such agency or unit, the time is empty, or the person has the role already
    """
    if akhir is not None and akhir < mulai:
        raise PeranDitolak(f"Masa peran kosong: mulai {mulai}, berakhir {akhir}. Periksa kedua tanggalnya.")
    if unit and not instansi:
        raise PeranDitolak("Unit hanya bersama instansinya. Sebutkan instansi, atau hapus unit.")
    with transaction.atomic():
        lock_rantai(instansi)
        milik = _get_instansi(instansi) if instansi else None
        bagian = _get_unit(milik, unit) if milik is not None and unit else None
        sama = PenugasanPeran.objects.filter(pengguna=pengguna, peran=peran, instansi=milik, unit=bagian)
        bertindih = sama.filter(Q(akhir__isnull=True) | Q(akhir__gte=mulai))
        if akhir is not None:
            bertindih = bertindih.filter(mulai__lte=akhir)
        if ada := bertindih.first():
            sampai = f"sampai {ada.akhir}" if ada.akhir else "tanpa akhir"
            raise PeranDitolak(
                f"{pengguna.username} sudah {peran.label} di sana sejak {ada.mulai}, {sampai}. "
                "Cabut yang itu dahulu, atau pilih masa yang lain."
            )
        penugasan = PenugasanPeran.objects.create(
            pengguna=pengguna, peran=peran, instansi=milik, unit=bagian, mulai=mulai, akhir=akhir, dasar=dasar
        )
        _catat_peran("peran.diberikan", penugasan, {"mulai": mulai, "akhir": akhir, "dasar": dasar}, oleh=oleh)
    return penugasan


def revoke_peran(*, penugasan_id: int, akhir: date, oleh: Pengguna | None, dasar: str = "") -> None:
    """
    Let a role end with ``akhir``, its last day; one that would not even begin by then is removed.

    :raises PeranDitolak: if it has ended by then anyway
    """
    kode = PenugasanPeran.objects.values_list("instansi__kode", flat=True).get(pk=penugasan_id) or ""
    with transaction.atomic():
        lock_rantai(kode)
        penugasan = PenugasanPeran.objects.select_related("pengguna", "instansi", "unit").get(pk=penugasan_id)
        semula = penugasan.akhir
        if semula is not None and semula <= akhir:
            raise PeranDitolak(f"Peran itu sudah berakhir pada {semula}.")
        isi: dict[str, Any] = {"akhir": akhir, "akhir_semula": semula, "mulai": penugasan.mulai, "dasar": dasar}
        _catat_peran("peran.dicabut", penugasan, isi, oleh=oleh)
        if akhir < penugasan.mulai:
            penugasan.delete()
        else:
            penugasan.akhir = akhir
            penugasan.save(update_fields=["akhir"])


def _catat_peran(perbuatan: str, penugasan: PenugasanPeran, isi: dict[str, Any], *, oleh: Pengguna | None) -> None:
    tempat = {"unit": penugasan.unit.kode if penugasan.unit else ""}
    record(
        perbuatan,
        rantai=penugasan.instansi.kode if penugasan.instansi else "",
        objek=f"peran:{penugasan.pengguna.username}/{penugasan.peran}",
        isi=isi | tempat,
        oleh=oleh,
    )


def _get_instansi(kode: str) -> Instansi:
    ada = Instansi.objects.filter(kode=kode).first()
    if ada is None:
        daftar = ", ".join(Instansi.objects.order_by("kode").values_list("kode", flat=True)[:10])
        raise PeranDitolak(f"Instansi {kode!r} tidak ada di basis data. Yang ada: {daftar or 'belum satu pun'}.")
    return ada


def _get_unit(instansi: Instansi, kode: str) -> Unit:
    ada = instansi.daftar_unit.filter(kode=kode).first()
    if ada is None:
        daftar = ", ".join(instansi.daftar_unit.order_by("kode").values_list("kode", flat=True))
        raise PeranDitolak(f"Unit {kode!r} tidak ada di {instansi.kode}. Yang ada: {daftar or 'belum satu pun'}.")
    return ada
