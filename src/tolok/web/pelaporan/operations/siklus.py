"""
The life of a document: konsep, ready to be signed, signed, replaced or revoked.

What is ready to be signed is frozen: its files are made no more until somebody sends it back. Signing adds the snapshot
that was signed once more, together with the signed file, so that nothing can come between the two.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from tolok.web.akun.models import Pengguna
from tolok.web.audit.operations import lock_rantai, record
from tolok.web.pelaporan.berkas import FORMAT_TANDA_TANGAN, BerkasTertulis
from tolok.web.pelaporan.models import Dokumen, StatusDokumen, Terbitan
from tolok.web.pelaporan.operations.dokumen import (
    IsiTerbitan,
    get_terbitan_terakhir,
    put_terbitan,
    sebut_dokumen,
)
from tolok.web.perjanjian.models import Perjanjian
from tolok.web.simpan.versi import update_berversi


class Ditolak(Exception):
    """The step is not possible; the message (Indonesian) says why and what to do. Nothing was written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TandaTangan:
    """How a document was signed: its number and date, and the signed file."""

    nomor: str
    tanggal: date
    berkas: BerkasTertulis


@transaction.atomic
def ready_dokumen(dokumen: int, *, versi: int, sidik_model: str, oleh: Pengguna | None) -> Dokumen:
    """
    Freeze the last snapshot of a draft for signing; number and date may still be unknown.

    :param sidik_model: hash of the document as the data are now, which must be that of the snapshot
    :raises Ditolak: if it is no draft, has no files, or its data changed since they were made
    :raises SudahBerubah: if somebody changed the document meanwhile
    """
    baris = _lock(dokumen)
    _ensure_status(baris, StatusDokumen.KONSEP)
    terbitan = get_terbitan_terakhir(baris)
    if terbitan is None:
        raise Ditolak("Berkasnya belum dibuat. Buat berkas dahulu, lalu periksa.")
    if terbitan.sidik_model != sidik_model:
        raise Ditolak("Data berubah sejak berkas dibuat. Perbarui berkas dahulu, lalu periksa lagi.")
    update_berversi(baris, versi=versi, status=StatusDokumen.SIAP, alasan="")
    _record("dokumen.siap", baris, _sebut_terbitan(terbitan), oleh=oleh)
    return baris


@transaction.atomic
def return_dokumen(dokumen: int, *, versi: int, alasan: str, oleh: Pengguna | None) -> Dokumen:
    """
    Make a document that was ready to be signed a draft again.

    :raises Ditolak: if it is not ready to be signed, or no reason is given
    :raises SudahBerubah: if somebody changed the document meanwhile
    """
    baris = _lock(dokumen)
    _ensure_status(baris, StatusDokumen.SIAP)
    alasan = _ensure_alasan(alasan)
    update_berversi(baris, versi=versi, status=StatusDokumen.KONSEP, alasan=alasan)
    _record("dokumen.dikembalikan", baris, {"alasan": alasan}, oleh=oleh)
    return baris


def check_tanda_tangan(dokumen: int, *, nomor: str, tanggal: date, sidik: str) -> None:
    """
    Do nothing if the document can be signed so; called before the signed file is stored, and again by the operation.

    :param sidik: hash of the signed file
    :raises Ditolak: otherwise
    """
    baris = Dokumen.objects.get(pk=dokumen)
    _ensure_status(baris, StatusDokumen.SIAP)
    if not nomor.strip():
        raise Ditolak("Isi nomor dokumen seperti tercetak pada lembar yang ditandatangani.")
    if tanggal > timezone.localdate():
        raise Ditolak("Tanggal penandatanganan belum tiba. Isi tanggal seperti tercetak pada dokumen.")
    terbitan = get_terbitan_terakhir(baris)
    if terbitan is not None and terbitan.daftar_berkas.filter(sidik=sidik).exists():
        raise Ditolak("Ini berkas yang belum ditandatangani. Unggah pindaian atau PDF yang sudah ditandatangani.")


@transaction.atomic
def sign_dokumen(dokumen: int, *, versi: int, tanda_tangan: TandaTangan, oleh: Pengguna | None) -> Dokumen:
    """
    Record that a document was signed; what it replaces is replaced from now on.

    :raises Ditolak: if it is not ready to be signed, the number is missing, the date is to come, or the file is the
        unsigned one
    :raises SudahBerubah: if somebody changed the document meanwhile
    """
    baris = _lock(dokumen)
    nomor, tanggal, berkas = tanda_tangan.nomor.strip(), tanda_tangan.tanggal, tanda_tangan.berkas
    check_tanda_tangan(dokumen, nomor=nomor, tanggal=tanggal, sidik=berkas.sidik)
    terbitan = get_terbitan_terakhir(baris)
    assert terbitan is not None, "yang siap tanda tangan mempunyai terbitan"
    update_berversi(baris, versi=versi, status=StatusDokumen.DITANDATANGANI, nomor=nomor, tanggal=tanggal, alasan="")
    put_terbitan(
        baris,
        IsiTerbitan(
            nomor_riwayat=terbitan.nomor_riwayat,
            versi_mesin=terbitan.versi_mesin,
            model=terbitan.model,
            sidik_model=terbitan.sidik_model,
            sidik_data=terbitan.sidik_data,
            daftar_berkas=(*_list_berkas(terbitan), berkas._replace(format=FORMAT_TANDA_TANGAN)),
        ),
        kunci=f"{terbitan.kunci}#resmi",
        is_resmi=True,
        oleh=oleh,
    )
    digantikan = [sebut_dokumen(satu) for satu in _list_digantikan(baris) if _replace(satu)]
    isi = {"nomor": nomor, "tanggal": tanggal, "sidik_tanda_tangan": berkas.sidik, "menggantikan": digantikan}
    _record("dokumen.ditandatangani", baris, isi | _sebut_terbitan(terbitan), oleh=oleh)
    return baris


@transaction.atomic
def revoke_dokumen(dokumen: int, *, versi: int, alasan: str, oleh: Pengguna | None) -> Dokumen:
    """
    Take a signed document out of force.

    :raises Ditolak: if it is not signed, or no reason is given
    :raises SudahBerubah: if somebody changed the document meanwhile
    """
    baris = _lock(dokumen)
    _ensure_status(baris, StatusDokumen.DITANDATANGANI)
    alasan = _ensure_alasan(alasan)
    update_berversi(baris, versi=versi, status=StatusDokumen.DICABUT, alasan=alasan)
    _record("dokumen.dicabut", baris, {"alasan": alasan}, oleh=oleh)
    return baris


@transaction.atomic
def renew_dokumen(dokumen: int, *, versi: int, alasan: str, oleh: Pengguna | None) -> Dokumen:
    """
    Begin a new version of a signed or revoked document; a signed one stays in force until the new one is signed.

    :raises Ditolak: if it is neither signed nor revoked, has a newer version, or no reason is given
    :raises SudahBerubah: if somebody changed the document meanwhile
    """
    baris = _lock(dokumen)
    _ensure_status(baris, StatusDokumen.DITANDATANGANI, StatusDokumen.DICABUT)
    alasan = _ensure_alasan(alasan)
    if Dokumen.objects.filter(tahun=baris.tahun, jenis=baris.jenis, rujukan=baris.rujukan, ke__gt=baris.ke).exists():
        raise Ditolak("Penggantinya sudah ada. Lanjutkan yang itu.")
    update_berversi(baris, versi=versi)
    baru = Dokumen.objects.create(
        tahun=baris.tahun,
        jenis=baris.jenis,
        rujukan=baris.rujukan,
        ke=baris.ke + 1,
        judul=baris.judul,
        alasan=alasan,
    )
    _record("dokumen.diperbarui", baru, {"alasan": alasan, "pengganti_dari": sebut_dokumen(baris)}, oleh=oleh)
    return baru


def _lock(dokumen: int) -> Dokumen:
    """Lock the history of the agency and return the document as it is now."""
    lock_rantai(Dokumen.objects.values_list("tahun__instansi__kode", flat=True).get(pk=dokumen))
    return Dokumen.objects.select_related("tahun__instansi").get(pk=dokumen)


def _ensure_status(baris: Dokumen, *daftar: StatusDokumen) -> None:
    if baris.status not in daftar:
        sebutan = StatusDokumen(baris.status).label.lower()
        perlu = " atau ".join(satu.label.lower() for satu in daftar)
        raise Ditolak(f"Dokumen ini {sebutan}; langkah itu untuk yang {perlu}.")


def _ensure_alasan(alasan: str) -> str:
    if not (alasan := alasan.strip()):
        raise Ditolak("Isi alasannya.")
    return alasan


def _list_berkas(terbitan: Terbitan) -> tuple[BerkasTertulis, ...]:
    daftar = terbitan.daftar_berkas.order_by("pk").values_list("format", "nama", "berkas", "ukuran", "sidik")
    return tuple(BerkasTertulis(*satu) for satu in daftar)


def _list_digantikan(baris: Dokumen) -> list[Dokumen]:
    """Return the signed documents this one replaces: its older version; of an agreement also the ones before it."""
    sama = Dokumen.objects.select_related("tahun").filter(
        tahun=baris.tahun, jenis=baris.jenis, status=StatusDokumen.DITANDATANGANI
    )
    daftar = list(sama.filter(rujukan=baris.rujukan, ke__lt=baris.ke))
    perjanjian = Perjanjian.objects.filter(tahun=baris.tahun, kode=baris.rujukan).first()
    if baris.jenis == "perjanjian" and perjanjian is not None:
        sebelum = Perjanjian.objects.filter(
            tahun=baris.tahun, pihak_pertama=perjanjian.pihak_pertama_id, urutan__lt=perjanjian.urutan
        )
        daftar += sama.filter(rujukan__in=list(sebelum.values_list("kode", flat=True)))
    return daftar


def _replace(lama: Dokumen) -> Dokumen:
    update_berversi(lama, versi=lama.versi, status=StatusDokumen.DIGANTI)
    return lama


def _sebut_terbitan(terbitan: Terbitan) -> dict[str, Any]:
    return {
        "terbitan": terbitan.nomor,
        "sidik_model": terbitan.sidik_model,
        "berkas": dict(terbitan.daftar_berkas.order_by("pk").values_list("format", "sidik")),
    }


def _record(perbuatan: str, baris: Dokumen, isi: dict[str, Any], *, oleh: Pengguna | None) -> None:
    record(perbuatan, rantai=baris.tahun.instansi.kode, objek=sebut_dokumen(baris), isi=isi, oleh=oleh)
