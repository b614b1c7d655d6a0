"""Packages in and out on the site: download a year, upload a package, look at what it would change, confirm."""

from __future__ import annotations

from typing import Final

from django.contrib import messages
from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from tolok.core.instansi import TahunInstansi
from tolok.paket.masalah import GalatPaket, Masalah, PaketTidakTerbaca
from tolok.paket.susun import susun_paket
from tolok.paket.tulis_buku import format_buku
from tolok.paket.tulis_folder import format_folder
from tolok.render.zip_tetap import write_zip
from tolok.web.akun.models import Pengguna
from tolok.web.pelaporan.seluruh import halaman_seluruh
from tolok.web.perencanaan.konteks import TIDAK_ADA, Konteks
from tolok.web.pertukaran.operations import PratinjauUsang, load_ke_basis_data
from tolok.web.pertukaran.penolakan import PemuatanDitolak, Penolakan, SebabTolak
from tolok.web.pertukaran.queries import Pratinjau, load_isi_tahun, preview_muat
from tolok.web.pertukaran.tampilan import make_tampilan, make_tampilan_masalah
from tolok.web.pertukaran.tasks import is_besar, request_muat
from tolok.web.pertukaran.unggahan import (
    BATAS_UNGGAHAN,
    MB,
    Unggahan,
    UnggahanTerbaca,
    delete_unggahan,
    find_unggahan,
    read_unggahan,
    store_unggahan,
)

TIPE: Final = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}
_RUANG_FORMULIR: Final = 64 * 1024
"""What the rest of the form may take beside the file."""
_TANPA_BERKAS: Final = "Pilih berkas paket dahulu: buku kerja .xlsx, atau folder paket yang dijadikan .zip."


@halaman_seluruh("paket.tulis")
def paket(request: HttpRequest, konteks: Konteks) -> HttpResponse:
    """What a package is, the year as one, and the way to load one."""
    return _render_paket(request, konteks)


@halaman_seluruh("paket.tulis")
def paket_unduh(request: HttpRequest, konteks: Konteks, bentuk: str) -> HttpResponse:
    """The year as a workbook, or as its package folder in an archive; the same state gives the same bytes."""
    if bentuk not in TIPE:
        raise Http404(TIDAK_ADA)
    nama = f"{konteks.instansi}-{konteks.tahun.tahun}"
    try:
        tersusun = susun_paket(load_isi_tahun(konteks.tahun))
        if bentuk == "xlsx":
            isi = format_buku(tersusun)
        else:
            isi = write_zip({f"{nama}/{berkas}": bita for berkas, bita in format_folder(tersusun).items()})
    except GalatPaket as galat:
        return _render_paket(request, konteks, masalah=galat.daftar_masalah, is_tulis=True, status=409)
    jawaban = HttpResponse(isi, content_type=TIPE[bentuk])
    jawaban["Content-Disposition"] = content_disposition_header(True, f"{nama}.{bentuk}") or ""
    jawaban["Cache-Control"] = "private, no-store"
    return jawaban


@halaman_seluruh("paket.muat", metode=("GET", "HEAD", "POST"))
@csrf_exempt
def muat(request: HttpRequest, konteks: Konteks) -> HttpResponseBase:
    """
    The form of an upload, and its reception.

    What is too large is refused by what it says of itself, before the token of the form makes Django read all of it.
    """
    if int(request.META.get("CONTENT_LENGTH") or 0) > BATAS_UNGGAHAN + _RUANG_FORMULIR:
        raise RequestDataTooBig(f"Unggahan lebih dari {BATAS_UNGGAHAN // MB} MB.")
    return _muat(request, konteks)


@csrf_protect
def _muat(request: HttpRequest, konteks: Konteks) -> HttpResponseBase:
    if request.method != "POST":
        return _render_paket(request, konteks)
    berkas = request.FILES.get("paket")
    isi = b"" if berkas is None else berkas.read()
    if not isi:
        return _render_paket(request, konteks, salah=_TANPA_BERKAS, status=422)
    unggahan = store_unggahan(isi, pengguna=_pengguna(request).pk, instansi=konteks.instansi)
    terbaca = _baca(unggahan)
    if isinstance(terbaca, list):
        delete_unggahan(unggahan)
        return _render_paket(request, konteks, masalah=terbaca, status=422)
    return HttpResponseRedirect(_alamat("muat_pratinjau", konteks, sidik=unggahan.sidik))


@halaman_seluruh("paket.muat", metode=("GET", "HEAD", "POST"))
def muat_pratinjau(request: HttpRequest, konteks: Konteks, sidik: str) -> HttpResponse:
    """What an uploaded package would change; sent back with the history it was read from, it is loaded."""
    unggahan = _cari(request, konteks, sidik)
    terbaca = _baca(unggahan)
    if isinstance(terbaca, list):
        return _render_paket(request, konteks, masalah=terbaca, status=422)
    data = terbaca.hasil.data
    assert data is not None
    if asing := _tolak_asing(data, konteks):
        return _render_pratinjau(request, konteks, unggahan, terbaca, asing)
    if request.method != "POST":
        return _render_pratinjau(request, konteks, unggahan, terbaca, _bandingkan(data, konteks))
    nomor = _read_nomor(request)
    pratinjau = _bandingkan(data, konteks)
    if is_besar(pratinjau) and not pratinjau.is_ditolak and nomor == pratinjau.nomor_riwayat:
        pekerjaan = request_muat(unggahan, pratinjau, oleh=_pengguna(request))
        return redirect("pekerjaan", pekerjaan=pekerjaan.pk)
    try:
        hasil = load_ke_basis_data(
            data, oleh=_pengguna(request), sidik_paket=sidik, lingkup=konteks.lingkup, nomor_riwayat=nomor
        )
    except (PratinjauUsang, PemuatanDitolak) as galat:
        pratinjau = galat.pratinjau if isinstance(galat, PratinjauUsang) else _bandingkan(data, konteks)
        return _render_pratinjau(request, konteks, unggahan, terbaca, pratinjau, is_usang=True, status=409)
    delete_unggahan(unggahan)
    messages.success(request, f"Paket tahun {data.tahun} dimuat; catatan riwayat nomor {hasil.catatan.nomor}.")
    return HttpResponseRedirect(_alamat("paket", konteks, tahun=data.tahun))


@halaman_seluruh("paket.muat", metode=("POST",))
def muat_batal(request: HttpRequest, konteks: Konteks, sidik: str) -> HttpResponse:
    """Forget an upload."""
    delete_unggahan(_cari(request, konteks, sidik))
    messages.info(request, "Paket tidak dimuat; tidak ada yang berubah.")
    return HttpResponseRedirect(_alamat("paket", konteks))


def _render_paket(
    request: HttpRequest,
    konteks: Konteks,
    *,
    salah: str = "",
    masalah: list[Masalah] | tuple[Masalah, ...] = (),
    is_tulis: bool = False,
    status: int = 200,
) -> HttpResponse:
    isi = {
        "konteks": konteks,
        "alamat_buku": _alamat("paket_unduh", konteks, bentuk="xlsx"),
        "alamat_arsip": _alamat("paket_unduh", konteks, bentuk="zip"),
        "alamat_muat": _alamat("muat", konteks) if _is_boleh_muat(konteks) else "",
        "batas": f"{BATAS_UNGGAHAN // MB} MB",
        "salah": salah,
        "masalah": make_tampilan_masalah(masalah) if masalah else None,
        "is_tulis": is_tulis,
    }
    return render(request, "pertukaran/paket.html", isi, status=status)


def _render_pratinjau(
    request: HttpRequest,
    konteks: Konteks,
    unggahan: Unggahan,
    terbaca: UnggahanTerbaca,
    pratinjau: Pratinjau,
    *,
    is_usang: bool = False,
    status: int = 200,
) -> HttpResponse:
    isi = {
        "konteks": konteks,
        "tampilan": make_tampilan(pratinjau),
        "is_besar": is_besar(pratinjau),
        "jenis": "Buku kerja .xlsx" if unggahan.is_buku else "Folder paket (.zip)",
        "sidik": unggahan.sidik,
        "daftar_peringatan": [str(masalah) for masalah in terbaca.hasil.daftar_masalah],
        "diabaikan": terbaca.diabaikan,
        "is_usang": is_usang,
        "is_tahun_lain": pratinjau.tahun != konteks.tahun.tahun,
        "alamat_batal": _alamat("muat_batal", konteks, sidik=unggahan.sidik),
    }
    return render(request, "pertukaran/pratinjau.html", isi, status=status)


def _baca(unggahan: Unggahan) -> UnggahanTerbaca | list[Masalah]:
    """Return the package, or why it cannot be used."""
    try:
        terbaca = read_unggahan(unggahan)
    except PaketTidakTerbaca as galat:
        return list(galat.daftar_masalah)
    return terbaca if terbaca.hasil.data is not None else list(terbaca.hasil.daftar_masalah)


def _bandingkan(data: TahunInstansi, konteks: Konteks) -> Pratinjau:
    tersimpan = konteks.tahun if konteks.tahun.tahun == data.tahun else None
    return preview_muat(data, lingkup=konteks.lingkup, tersimpan=tersimpan)


def _tolak_asing(data: TahunInstansi, konteks: Konteks) -> Pratinjau | None:
    """Return a preview that only refuses, if the package is of another agency than the page."""
    if data.instansi.id == konteks.instansi:
        return None
    pesan = f"Paket ini milik perangkat daerah {data.instansi.id!r}, sedangkan halaman ini milik {konteks.instansi!r}."
    penolakan = Penolakan(
        SebabTolak.HAK, "instansi", "id", pesan, "Buka halaman Paket perangkat daerah itu, atau perbaiki id-nya."
    )
    return Pratinjau(data.instansi.id, data.tahun, True, 0, (), (penolakan,))


def _cari(request: HttpRequest, konteks: Konteks, sidik: str) -> Unggahan:
    unggahan = find_unggahan(sidik, pengguna=_pengguna(request).pk, instansi=konteks.instansi)
    if unggahan is None:
        raise Http404(TIDAK_ADA)
    return unggahan


def _read_nomor(request: HttpRequest) -> int:
    """Return the history the confirmed preview was made from, -1 if the form does not say."""
    nomor = request.POST.get("nomor_riwayat", "")
    return int(nomor) if nomor.isascii() and nomor.isdigit() else -1


def _pengguna(request: HttpRequest) -> Pengguna:
    assert isinstance(request.user, Pengguna)
    return request.user


def _is_boleh_muat(konteks: Konteks) -> bool:
    return konteks.lingkup.is_seluruh("paket.muat", konteks.instansi)


def _alamat(nama: str, konteks: Konteks, **lain: object) -> str:
    kunci = {"instansi": konteks.instansi, "tahun": konteks.tahun.tahun, "periode": konteks.periode.kunci}
    return reverse(nama, kwargs={**kunci, **lain})
