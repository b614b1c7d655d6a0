"""The list of uploads of a year, and the way to add one."""

from __future__ import annotations

from typing import Final

from django.core.exceptions import RequestDataTooBig
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from tolok.web.impor.jenis_berkas import BATAS_UNGGAHAN, DITERIMA, MB, find_format
from tolok.web.impor.models import BerkasBacaan, StatusBacaan
from tolok.web.impor.operations import upload_berkas
from tolok.web.impor.queries import list_bacaan, list_kelas
from tolok.web.impor.views.bersama import alamat, get_pengguna
from tolok.web.jobs.models import StatusPekerjaan
from tolok.web.pelaporan.berkas import GalatSimpan
from tolok.web.pelaporan.seluruh import halaman_seluruh
from tolok.web.perencanaan.konteks import Konteks
from tolok.web.perencanaan.models import KelasBukti

PER_HALAMAN: Final = 25
_RUANG_FORMULIR: Final = 64 * 1024
"""What the rest of the form may take beside the file."""
_TANPA_BERKAS: Final = "Pilih dokumennya dahulu: PDF, DOCX, XLSX, atau teks."
_BUKAN_DOKUMEN: Final = (
    "Berkas ini bukan PDF, DOCX, XLSX, atau teks, atau memuat makro. Simpan ulang dalam salah satu bentuk itu tanpa "
    "makro, lalu kirim lagi."
)


@halaman_seluruh("impor.kelola", metode=("GET", "HEAD", "POST"))
@csrf_exempt
def impor(request: HttpRequest, konteks: Konteks) -> HttpResponseBase:
    """
    What was uploaded, and the form of an upload.

    What is too large is refused by what it says of itself, before the token of the form makes Django read all of it.
    """
    if int(request.META.get("CONTENT_LENGTH") or 0) > BATAS_UNGGAHAN + _RUANG_FORMULIR:
        raise RequestDataTooBig(f"Unggahan lebih dari {BATAS_UNGGAHAN // MB} MB.")
    return _impor(request, konteks)


@csrf_protect
def _impor(request: HttpRequest, konteks: Konteks) -> HttpResponseBase:
    if request.method != "POST":
        return _render(request, konteks)
    berkas = request.FILES.get("dokumen")
    kelas = request.POST.get("kelas", "")
    if berkas is None or not berkas.size:
        return _render(request, konteks, salah=_TANPA_BERKAS, kelas=kelas)
    if berkas.size > BATAS_UNGGAHAN:
        return _render(request, konteks, salah=f"Berkas ini lebih dari {BATAS_UNGGAHAN // MB} MB.", kelas=kelas)
    if kelas not in list_kelas(konteks):
        return _render(request, konteks, salah_kelas="Pilih siapa yang boleh membuka berkas ini.")
    isi = berkas.read()
    format_berkas = find_format(isi)
    if not format_berkas:
        return _render(request, konteks, salah=_BUKAN_DOKUMEN, kelas=kelas)
    try:
        bacaan = upload_berkas(
            konteks.tahun,
            isi=isi,
            nama=berkas.name or "",
            format_berkas=format_berkas,
            kelas_bukti=kelas,
            oleh=get_pengguna(konteks),
        )
    except GalatSimpan as galat:
        return _render(request, konteks, salah=str(galat), kelas=kelas)
    return HttpResponseRedirect(alamat(konteks, "impor_bacaan", bacaan=bacaan.pk))


def _render(
    request: HttpRequest, konteks: Konteks, *, salah: str = "", salah_kelas: str = "", kelas: str = ""
) -> HttpResponse:
    halaman = Paginator(list_bacaan(konteks), PER_HALAMAN).get_page(request.GET.get("halaman"))
    pilih = kelas or KelasBukti.TERBATAS.value
    isi = {
        "konteks": konteks,
        "halaman": halaman,
        "daftar": [
            (baris, _sebut_status(baris), alamat(konteks, "impor_bacaan", bacaan=baris.pk)) for baris in halaman
        ],
        "daftar_kelas": [(satu.value, satu.label, satu.value == pilih) for satu in list_kelas(konteks)],
        "batas": f"{BATAS_UNGGAHAN // MB} MB",
        "diterima": DITERIMA,
        "salah": salah,
        "salah_kelas": salah_kelas,
    }
    return render(request, "impor/bacaan_list.html", isi, status=422 if salah or salah_kelas else 200)


def _sebut_status(baris: BerkasBacaan) -> tuple[str, str]:
    """Return the badge of an upload and its word."""
    if baris.status == StatusBacaan.DISIMPAN:
        return "selesai", baris.get_status_display()
    if baris.status == StatusBacaan.TERBACA:
        return "diajukan", baris.get_status_display()
    pekerjaan = baris.pekerjaan
    gagal = pekerjaan is not None and pekerjaan.status in (StatusPekerjaan.GAGAL, StatusPekerjaan.DIBATALKAN)
    return ("gagal", "Tidak terbaca") if gagal else ("berjalan", baris.get_status_display())
