"""Pages across all stages."""

from __future__ import annotations

from datetime import date
from typing import Final

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.utils import timezone
from django.views.decorators.http import require_safe

from tolok.web.organisasi.lingkup import get_lingkup
from tolok.web.pengukuran.tampak import TahunTampak
from tolok.web.perencanaan.konteks import Konteks, halaman, terbuka
from tolok.web.portal.alasan import list_alasan
from tolok.web.portal.beranda import compile_beranda
from tolok.web.portal.cari import search
from tolok.web.portal.instansi import list_instansi
from tolok.web.portal.publik import get_halaman_publik, list_tahun_publik
from tolok.web.portal.riwayat import BarisRiwayat, Saringan, get_catatan, list_catatan, list_perbuatan, make_baris
from tolok.web.portal.tugas import list_tugas

PER_LEMBAR: Final = 50
BANYAK_TERAKHIR: Final = 6


@terbuka
@require_safe
def beranda(request: HttpRequest) -> HttpResponse:
    """The front door: a visitor sees what is public, a reader goes to the year or chooses an agency."""
    if not request.user.is_authenticated:
        return render(request, "portal/publik.html", {"daftar": list_tahun_publik()})
    hari_ini = timezone.localdate()
    daftar = list_instansi(get_lingkup(request.user, pada=hari_ini), hari_ini=hari_ini)
    if len(daftar) == 1:
        return redirect(daftar[0].alamat)
    return render(request, "portal/instansi.html", {"daftar": daftar})


@terbuka
@require_safe
def lambang(_request: HttpRequest) -> HttpResponse:
    """The icon that browsers ask for on their own beside papers, which name none."""
    return redirect(static("ui/lambang.svg"), permanent=True)


@terbuka
@require_safe
def publik_tahun(request: HttpRequest, instansi: str, tahun: int) -> HttpResponse:
    """What everybody may see of one year."""
    return render(request, "portal/publik_tahun.html", {"halaman": get_halaman_publik(instansi, tahun)})


@halaman("beranda.lihat")
def beranda_tahun(request: HttpRequest, konteks: Konteks) -> HttpResponse:
    """The start page of a year."""
    tampak = TahunTampak(konteks)
    isi = {
        "konteks": konteks,
        "beranda": compile_beranda(tampak),
        "daftar_tugas": list_tugas(tampak),
        "daftar_catatan": _list_terakhir(konteks),
    }
    return render(request, "portal/beranda.html", isi)


@halaman("beranda.lihat")
def cari(request: HttpRequest, konteks: Konteks) -> HttpResponse:
    """Search in the year."""
    kata = _teks(request, "q")
    daftar = search(TahunTampak(konteks), kata) if kata else ()
    return render(request, "portal/cari.html", {"konteks": konteks, "kata": kata, "daftar": daftar})


@halaman("riwayat.lihat")
def riwayat(request: HttpRequest, konteks: Konteks) -> HttpResponse:
    """The history of the agency."""
    saringan = Saringan(
        objek=_teks(request, "objek"),
        pelaku=_teks(request, "pelaku"),
        perbuatan=_teks(request, "perbuatan"),
        dari=_tanggal(request.GET.get("dari", "")),
        sampai=_tanggal(request.GET.get("sampai", "")),
    )
    lembar = Paginator(list_catatan(konteks, saringan), PER_LEMBAR).get_page(request.GET.get("halaman"))
    isi = {
        "konteks": konteks,
        "saringan": saringan,
        "is_tersaring": saringan != Saringan(),
        "daftar_perbuatan": list_perbuatan(konteks),
        "lembar_catatan": lembar,
        "daftar_baris": [make_baris(konteks, catatan) for catatan in lembar],
    }
    return render(request, "portal/riwayat.html", isi)


@halaman("riwayat.lihat")
def riwayat_catatan(request: HttpRequest, konteks: Konteks, nomor: int) -> HttpResponse:
    """One entry of the history."""
    return render(request, "portal/riwayat_catatan.html", {"konteks": konteks, "isi": get_catatan(konteks, nomor)})


@halaman("hak.lihat")
def hak(request: HttpRequest, konteks: Konteks) -> HttpResponse:
    """Why the reader may or may not do each thing."""
    daftar = list_alasan(konteks, TahunTampak(konteks).hasil.data.daftar_unit)
    return render(request, "portal/hak.html", {"konteks": konteks, "daftar": daftar})


def _list_terakhir(konteks: Konteks) -> list[BarisRiwayat]:
    if not konteks.is_boleh("riwayat.lihat"):
        return []
    # What the worker does stands in the history too; here it would hide what people did.
    daftar = list_catatan(konteks, Saringan()).exclude(perbuatan__startswith="pekerjaan.")
    return [make_baris(konteks, catatan) for catatan in daftar[:BANYAK_TERAKHIR]]


def _teks(request: HttpRequest, nama: str) -> str:
    """Return what was typed into a field of an address, without what no database text can hold."""
    return request.GET.get(nama, "").replace("\0", "").strip()[:200]


def _tanggal(teks: str) -> date | None:
    """Return a date a form sent; what is no date does not restrict."""
    try:
        return date.fromisoformat(teks)
    except ValueError:
        return None
