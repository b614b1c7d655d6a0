"""The grid of a quarter, its drawer, and the grid as a file."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.vary import vary_on_headers

from tolok.web.pengukuran.kisi import Kisi
from tolok.web.pengukuran.laci import Laci
from tolok.web.pengukuran.saringan import PILIHAN_STATUS, read_saringan
from tolok.web.pengukuran.unduhan import make_unduhan
from tolok.web.perencanaan.konteks import TIDAK_ADA, Konteks, halaman
from tolok.web.ui.unduhan import BENTUK, make_jawaban


@halaman("pengukuran.lihat")
@vary_on_headers("HX-Request")
def kisi(request: HttpRequest, konteks: Konteks) -> HttpResponse:
    """
    The grid of a quarter or the year; ``?pilih=`` opens the drawer of an indicator.

    For htmx it is the drawer alone, its narrative (``&narasi=1``), or (``?baris=``) one row as it stands now.
    """
    isi = Kisi(konteks, read_saringan(request.GET))
    if getattr(request, "htmx", False) and "baris" in request.GET:
        daftar = [isi.make_baris(isi.tampak.get_indikator(request.GET["baris"]))]
        return render(request, "pengukuran/baris_jawaban.html", {"konteks": konteks, "kisi": isi, "daftar": daftar})
    pilih = request.GET.get("pilih", "")
    laci = None
    if pilih:
        edisi = isi.tampak.get_indikator(pilih)
        if edisi not in isi.tampak.daftar_indikator():
            raise Http404(TIDAK_ADA)
        laci = Laci(isi, edisi)
    lengkap = {
        "konteks": konteks,
        "kisi": isi,
        "laci": laci,
        "pilih": pilih,
        "pilihan_status": PILIHAN_STATUS,
        "alamat_lkjip": isi.penaut.find_alamat("lkjip"),
    }
    if laci is None or not getattr(request, "htmx", False):
        return render(request, "pengukuran/kisi.html", lengkap)
    # The whole page leaves the narrative to a request of its own, to stay within the statements of a page.
    templat = "narasi.html" if "narasi" in request.GET else "kisi.html#laci"
    return render(request, f"pengukuran/{templat}", lengkap | {"is_potongan": True})


@halaman("pengukuran.lihat")
def unduh(request: HttpRequest, konteks: Konteks, *, bentuk: str) -> HttpResponse:
    """The rows of the grid as they are filtered and sorted, as a workbook or as text for a spreadsheet."""
    if bentuk not in BENTUK:
        raise Http404(TIDAK_ADA)
    return make_jawaban(make_unduhan(Kisi(konteks, read_saringan(request.GET))), bentuk)
