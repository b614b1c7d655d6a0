"""The list of indicators."""

from __future__ import annotations

from typing import Any, Final

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from tolok.web.pengukuran.models import StatusPengukuran
from tolok.web.pengukuran.tampak import TahunTampak
from tolok.web.penjelasan.daftar.baris import PenyusunDaftar
from tolok.web.penjelasan.daftar.pilih import Calon, Saringan, filter_calon, list_calon, sort_calon
from tolok.web.penjelasan.daftar.unduh import make_unduhan
from tolok.web.penjelasan.tampak import AngkaTampak
from tolok.web.penjelasan.views.bersama import list_unduh, read_cari
from tolok.web.perencanaan.konteks import TIDAK_ADA, Konteks, halaman
from tolok.web.perencanaan.tautan import Penaut
from tolok.web.ui.unduhan import BENTUK, make_jawaban

PER_LEMBAR: Final = 50


@halaman("rencana.lihat")
def indikator_daftar(request: HttpRequest, konteks: Konteks) -> HttpResponse:
    """All indicators of the period with their numbers, and the means."""
    penaut = Penaut(konteks)
    tampak = AngkaTampak(TahunTampak(konteks))
    semua = list_calon(tampak)
    saringan = _read_saringan(request)
    terpilih = sort_calon(tampak, filter_calon(semua, saringan), request.GET.get("urut", ""))
    lembar = Paginator(terpilih, PER_LEMBAR).get_page(request.GET.get("halaman"))
    penyusun = PenyusunDaftar(tampak, penaut)
    return render(
        request,
        "penjelasan/indikator_list.html",
        {
            "konteks": konteks,
            "lembar_indikator": lembar,
            "daftar_baris": [baris for calon in lembar for baris in penyusun.list_baris(calon)],
            "daftar_rata_rata": penyusun.list_rata_rata() if semua else (),
            "saringan": saringan,
            "is_kosong": not semua,
            "daftar_unduh": list_unduh(request, penaut, "indikator_unduh"),
            **_list_pilihan(semua),
        },
    )


@halaman("rencana.lihat")
def indikator_unduh(request: HttpRequest, konteks: Konteks, bentuk: str) -> HttpResponse:
    """The same list as a file."""
    if bentuk not in BENTUK:
        raise Http404(TIDAK_ADA)
    tampak = AngkaTampak(TahunTampak(konteks))
    terpilih = filter_calon(list_calon(tampak), _read_saringan(request))
    terpilih = sort_calon(tampak, terpilih, request.GET.get("urut", ""))
    penyusun = PenyusunDaftar(tampak, Penaut(konteks))
    return make_jawaban(make_unduhan([b for calon in terpilih for b in penyusun.list_baris(calon)], konteks), bentuk)


def _read_saringan(request: HttpRequest) -> Saringan:
    lain = {nama: request.GET.get(nama, "") for nama in ("sasaran", "tingkat", "status", "pemilik")}
    return Saringan(cari=read_cari(request), **lain)


def _list_pilihan(daftar: tuple[Calon, ...]) -> dict[str, Any]:
    """Return what the filter offers: only what occurs."""
    ada = {calon.status for calon in daftar}
    return {
        "daftar_sasaran": tuple({calon.simpul.id: calon.simpul for calon in daftar}.values()),
        "daftar_tingkat": tuple(dict.fromkeys(calon.edisi.tingkat for calon in daftar)),
        "daftar_status": tuple(status for status in StatusPengukuran if status in ada),
        "daftar_pemilik": tuple(dict.fromkeys(nama for calon in daftar for nama in calon.edisi.penanggung_jawab)),
    }
