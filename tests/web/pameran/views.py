"""The pages of the small site."""

from __future__ import annotations

import errno
import os
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.core.paginator import Paginator
from django.db import OperationalError, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.template import Template, engines
from tests.web.pameran.data import make_data
from tests.web.pameran.konteks import make_konteks_pameran

from tolok.web.organisasi.models import Instansi
from tolok.web.ui.galat import BarisBentrok, render_bentrok, render_sesi_berakhir, render_tidak_berhak

FOLDER = Path(__file__).parent


@cache
def _templat(nama: str) -> Template:
    return engines["django"].from_string((FOLDER / "templat" / nama).read_text(encoding="utf-8"))


def _jawab(request: HttpRequest, nama: str, data: dict[str, Any] | None = None, status: int = 200) -> HttpResponse:
    return HttpResponse(_templat(nama).render(data or {}, request), status=status)


def _siapkan(request: HttpRequest, instansi: str, tahun: int, periode: str) -> None:
    request.konteks = make_konteks_pameran(instansi, tahun, periode)  # type: ignore[attr-defined]


def polos(request: HttpRequest) -> HttpResponse:
    """A page without navigation."""
    return _jawab(request, "polos.html")


def komponen(request: HttpRequest, **alamat: Any) -> HttpResponse:
    """Every component in every state."""
    _siapkan(request, **alamat)
    halaman = Paginator(range(1234), 50).get_page(request.GET.get("halaman", "7"))
    saat = datetime(2020, 4, 3, 3, 42, tzinfo=UTC)
    return _jawab(request, "komponen.html", {"halaman": halaman, "saat": saat, **make_data()})


def pohon(request: HttpRequest, **alamat: Any) -> HttpResponse:
    """A tree that folds and is searched."""
    _siapkan(request, **alamat)
    return _jawab(request, "pohon.html")


def pengukuran(request: HttpRequest, **alamat: Any) -> HttpResponse:
    """A grid that is typed into, with a drawer and a form sent by htmx."""
    _siapkan(request, **alamat)
    return _jawab(request, "pengukuran.html")


def kosong(request: HttpRequest, kode: str = "", **alamat: Any) -> HttpResponse:
    """A page with nothing on it."""
    _siapkan(request, **alamat)
    return _jawab(request, "kosong.html", {"kode": kode})


def potongan(request: HttpRequest, **alamat: Any) -> HttpResponse:
    """A fragment."""
    return HttpResponse("<p>Potongan dari server</p>")


def simpan(request: HttpRequest, **alamat: Any) -> HttpResponse:
    """Answer what was sent with the status it asks for."""
    _siapkan(request, **alamat)
    jumlah = request.POST.get("jumlah", "")
    match request.POST.get("jawab", "200"):
        case "401":
            # Signed in again in another tab, the same request goes through.
            if request.COOKIES.get("sudah-masuk"):
                return _jawab(request, "tersimpan.html", {"jumlah": jumlah})
            return render_sesi_berakhir(request)
        case "409":
            return render_bentrok(request, [BarisBentrok("Jumlah PMKS", "1.277", jumlah)], oleh="Diubah Perencana.")
        case "422":
            return _jawab(request, "salah.html", {"jumlah": jumlah}, status=422)
        case "500":
            raise RuntimeError("sengaja gagal")
    return _jawab(request, "tersimpan.html", {"jumlah": jumlah})


def simpanan(request: HttpRequest) -> HttpResponse:
    """Read how many rows there are, or write two in one transaction."""
    if request.method == "POST":
        with transaction.atomic():
            for _ in range(2):
                Instansi.objects.create(kode=uuid4().hex)
    return HttpResponse(f"<p>{Instansi.objects.count()}</p>")


def gagal(request: HttpRequest, jenis: str) -> HttpResponse:
    """Fail in the way the address names."""
    galat: dict[str, Exception] = {
        "400": SuspiciousOperation("rusak"),
        "403": PermissionDenied("Mengesahkan dapat dilakukan oleh: Pimpinan."),
        "404": Http404("rahasia"),
        "413": RequestDataTooBig("besar"),
        "500": RuntimeError("sengaja gagal"),
        "503": OperationalError("connection refused"),
        "sibuk": OperationalError("database is locked"),
        "507": OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)),
    }
    if jenis == "405":
        return HttpResponseNotAllowed(["POST"])
    if jenis == "hak":
        _siapkan(request, "dinas", 2020, "tw4")
        return render_tidak_berhak(request, "Mengesahkan pengukuran dapat dilakukan oleh: Pimpinan.")
    raise galat[jenis]
