"""The pages of jobs: all of mine, and one with its progress."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Final
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.urls import reverse

from tolok.core.angka import Angka
from tolok.core.cetak_angka import format_angka
from tolok.web.akun.models import Pengguna
from tolok.web.jobs.jangkauan import LIHAT
from tolok.web.jobs.models import Pekerjaan, StatusPekerjaan
from tolok.web.jobs.operations import (
    PekerjaanBelumGagal,
    PekerjaanSudahSelesai,
    cancel_pekerjaan,
    retry_pekerjaan,
)
from tolok.web.jobs.queries import LihatPekerjaan, get_pekerjaan, list_pekerjaan
from tolok.web.ui.galat import render_sesi_berakhir

PER_HALAMAN: Final = 25
TIDAK_ADA: Final = "Pekerjaan ini tidak ada, atau bukan untuk Anda."
Halaman = Callable[..., HttpResponse]


def _masuk(*metode: str) -> Callable[[Halaman], Halaman]:
    """Declare a page for whoever is signed in; which jobs exist for them is for the queries to say."""

    def bungkus(view: Halaman) -> Halaman:
        @wraps(view)
        def dalam(request: HttpRequest, **lain: Any) -> HttpResponse:
            if request.method not in metode:
                return HttpResponseNotAllowed(metode)
            if not isinstance(request.user, Pengguna):
                if getattr(request, "htmx", False) or request.method == "POST":
                    return render_sesi_berakhir(request)
                return redirect_to_login(request.get_full_path())
            return view(request, request.user, **lain)

        dalam.aksi = LIHAT  # type: ignore[attr-defined]
        return dalam

    return bungkus


@_masuk("GET", "HEAD")
def pekerjaan_list(request: HttpRequest, pengguna: Pengguna) -> HttpResponse:
    """Show the jobs somebody may see."""
    status = request.GET.get("status", "")
    status = status if status in StatusPekerjaan.values else ""
    halaman = Paginator(list_pekerjaan(pengguna, status=status), PER_HALAMAN).get_page(request.GET.get("halaman"))
    isi = {"halaman": halaman, "status": status, "daftar_status": StatusPekerjaan.choices}
    return render(request, "jobs/pekerjaan_list.html", isi)


@_masuk("GET", "HEAD")
def pekerjaan_detail(request: HttpRequest, pengguna: Pengguna, pekerjaan: UUID) -> HttpResponse:
    """Show one job; asked by htmx, only its state, which asks again until it has ended."""
    lihat = _get(pengguna, pekerjaan)
    template = "jobs/pekerjaan_detail.html" + ("#keadaan" if getattr(request, "htmx", False) else "")
    return render(request, template, {"lihat": lihat, "baris": lihat.baris, "maju": _sebut_langkah(lihat.baris)})


@_masuk("POST")
def pekerjaan_batal(request: HttpRequest, pengguna: Pengguna, pekerjaan: UUID) -> HttpResponse:
    """Call a job off."""
    baris = _get_untuk_diatur(pengguna, pekerjaan)
    try:
        cancel_pekerjaan(pekerjaan=pekerjaan, instansi=baris.instansi, oleh=pengguna)
    except PekerjaanSudahSelesai:
        messages.info(request, "Pekerjaan ini sudah berakhir, jadi tidak dibatalkan.")
    return redirect("pekerjaan", pekerjaan=pekerjaan)


@_masuk("POST")
def pekerjaan_ulang(request: HttpRequest, pengguna: Pengguna, pekerjaan: UUID) -> HttpResponse:
    """Ask again for a job."""
    baris = _get_untuk_diatur(pengguna, pekerjaan)
    try:
        kini = retry_pekerjaan(pekerjaan=pekerjaan, instansi=baris.instansi, oleh=pengguna)
    except PekerjaanBelumGagal:
        messages.info(request, "Pekerjaan ini tidak perlu diulang.")
        return redirect("pekerjaan", pekerjaan=pekerjaan)
    return redirect("pekerjaan", pekerjaan=kini.id)


def _get(pengguna: Pengguna, pekerjaan: UUID) -> LihatPekerjaan:
    try:
        return get_pekerjaan(pengguna, pekerjaan)
    except Pekerjaan.DoesNotExist as galat:
        raise Http404(TIDAK_ADA) from galat


def _get_untuk_diatur(pengguna: Pengguna, pekerjaan: UUID) -> Pekerjaan:
    lihat = _get(pengguna, pekerjaan)
    if not lihat.is_boleh_atur:
        raise Http404(TIDAK_ADA)
    return lihat.baris


def _sebut_langkah(baris: Pekerjaan) -> dict[str, str]:
    """Return how far a job is, as texts; no number while it has not said how many steps it has."""
    alamat = {"alamat": reverse("pekerjaan", kwargs={"pekerjaan": baris.id})}
    if not baris.jumlah_langkah:
        return {**alamat, "kata": "Menunggu giliran" if baris.status == StatusPekerjaan.MENUNGGU else "Dimulai"}
    langkah, jumlah = (format_angka(Angka(n)) for n in (baris.langkah, baris.jumlah_langkah))
    kata = f"Langkah {langkah} dari {jumlah}"
    return {
        **alamat,
        "kata": f"{kata}: {baris.sebutan_langkah}" if baris.sebutan_langkah else kata,
        "langkah": str(baris.langkah),
        "jumlah": str(baris.jumlah_langkah),
    }
