"""The job that loads a confirmed package which is too large to be loaded while somebody waits."""

from __future__ import annotations

from typing import Any, Final

from django.urls import reverse
from django.utils import timezone

from tolok.core.instansi import TahunInstansi
from tolok.paket.masalah import PaketTidakTerbaca
from tolok.web.akun.models import Pengguna
from tolok.web.jobs.daftar import JenisPekerjaan, Tautan, register
from tolok.web.jobs.kendali import Kendali, PekerjaanGagal
from tolok.web.jobs.models import Pekerjaan
from tolok.web.jobs.operations import request_pekerjaan
from tolok.web.organisasi.lingkup import get_lingkup
from tolok.web.pertukaran.operations import PratinjauUsang, load_ke_basis_data
from tolok.web.pertukaran.penolakan import PemuatanDitolak
from tolok.web.pertukaran.queries import Pratinjau
from tolok.web.pertukaran.unggahan import Unggahan, delete_unggahan, find_unggahan, read_unggahan

JENIS_PEKERJAAN: Final = "paket.muat"
BATAS_LANGSUNG: Final = 2_000
"""A package that changes more rows than this is loaded by the worker."""
_JUMLAH_LANGKAH: Final = 3
_USANG: Final = "Isi basis data berubah sesudah pratinjau dibuat; belum ada yang disimpan. Kirim paketnya lagi."
_HILANG: Final = "Berkas paket sudah tidak tersimpan; belum ada yang dimuat. Kirim paketnya lagi."


def is_besar(pratinjau: Pratinjau) -> bool:
    """Whether a package is too large to be loaded within a request."""
    return sum(pratinjau.jumlah) > BATAS_LANGSUNG


def request_muat(unggahan: Unggahan, pratinjau: Pratinjau, *, oleh: Pengguna) -> Pekerjaan:
    """Ask for a confirmed upload to be loaded."""
    return request_pekerjaan(
        jenis=JENIS_PEKERJAAN,
        kunci=f"paket:{oleh.pk}/{unggahan.sidik}",
        judul=f"Paket tahun {pratinjau.tahun}",
        masukan={
            "pengguna": oleh.pk,
            "sidik": unggahan.sidik,
            "tahun": pratinjau.tahun,
            "nomor_riwayat": pratinjau.nomor_riwayat,
        },
        instansi=pratinjau.instansi,
        oleh=oleh,
    )


def muat_paket(kendali: Kendali, pengguna: int, sidik: str, tahun: int, nomor_riwayat: int) -> dict[str, Any]:
    """
    Load an upload, all or nothing, as whoever confirmed it and with the rights they have now.

    :raises PekerjaanGagal: if the upload is gone, is refused, or the data moved on since the preview
    """
    kendali.maju(0, _JUMLAH_LANGKAH, "Membaca paket")
    unggahan = find_unggahan(sidik, pengguna=pengguna, instansi=kendali.instansi)

    def muat() -> dict[str, Any]:
        if unggahan is None:
            raise PekerjaanGagal(_HILANG)
        oleh = Pengguna.objects.get(pk=pengguna)
        hasil = load_ke_basis_data(
            _read(unggahan),
            oleh=oleh,
            sidik_paket=sidik,
            lingkup=get_lingkup(oleh, pada=timezone.localdate()),
            nomor_riwayat=nomor_riwayat,
        )
        return {"tahun": tahun, "catatan": hasil.catatan.nomor}

    kendali.maju(1, _JUMLAH_LANGKAH, "Membandingkan dan menyimpan")
    try:
        hasil = kendali.sekali("muat", muat)
    except PratinjauUsang as galat:
        raise PekerjaanGagal(_USANG) from galat
    except PemuatanDitolak as galat:
        raise PekerjaanGagal(str(galat)) from galat
    if unggahan is not None:
        delete_unggahan(unggahan)
    return hasil


def _read(unggahan: Unggahan) -> TahunInstansi:
    try:
        data = read_unggahan(unggahan).hasil.data
    except PaketTidakTerbaca as galat:
        raise PekerjaanGagal(_HILANG) from galat
    if data is None:
        raise PekerjaanGagal(_HILANG)
    return data


def _tautan(pekerjaan: Pekerjaan) -> tuple[Tautan, ...]:
    """Link to the year that was loaded and to the entry that tells of it."""
    kunci = {"instansi": pekerjaan.instansi, "tahun": pekerjaan.hasil["tahun"], "periode": "tahun"}
    catatan = reverse("riwayat_catatan", kwargs={**kunci, "nomor": pekerjaan.hasil["catatan"]})
    return (Tautan("Buka tahun itu", reverse("beranda_tahun", kwargs=kunci)), Tautan("Catatan riwayatnya", catatan))


def register_jenis() -> None:
    """Make the job known (when the site and the worker start)."""
    register(JenisPekerjaan(JENIS_PEKERJAAN, "Memuat paket", muat_paket, _tautan, "paket.muat"))
