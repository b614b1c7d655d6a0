"""The performance tree."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from tolok.web.pengukuran.tampak import TahunTampak
from tolok.web.penjelasan.pohon import SARINGAN, PohonKinerja, make_pohon
from tolok.web.penjelasan.pohon.unduh import make_unduhan
from tolok.web.penjelasan.tampak import AngkaTampak
from tolok.web.penjelasan.views.bersama import list_unduh, read_cari, read_pilihan
from tolok.web.perencanaan.konteks import TIDAK_ADA, Konteks, halaman
from tolok.web.perencanaan.tautan import Penaut
from tolok.web.ui.unduhan import BENTUK, make_jawaban


@halaman("rencana.lihat")
def pohon(request: HttpRequest, konteks: Konteks) -> HttpResponse:
    """The tree from tujuan to sub kegiatan."""
    penaut = Penaut(konteks)
    isi = _make_pohon(request, konteks, penaut)
    return render(
        request,
        "penjelasan/pohon.html",
        {
            "konteks": konteks,
            "pohon": isi,
            "data": isi.pilihan.hasil.data,
            "daftar_saringan": SARINGAN.items(),
            "saring": read_pilihan(request, "saring", SARINGAN),
            "cari": read_cari(request),
            "daftar_unduh": list_unduh(request, penaut, "pohon_unduh"),
            "alamat_pagu": penaut.find_alamat("anggaran"),
        },
    )


@halaman("rencana.lihat")
def pohon_unduh(request: HttpRequest, konteks: Konteks, bentuk: str) -> HttpResponse:
    """The same tree as a file."""
    if bentuk not in BENTUK:
        raise Http404(TIDAK_ADA)
    return make_jawaban(make_unduhan(_make_pohon(request, konteks, Penaut(konteks), batas=None), konteks), bentuk)


def _make_pohon(request: HttpRequest, konteks: Konteks, penaut: Penaut, **lain: Any) -> PohonKinerja:
    return make_pohon(
        AngkaTampak(TahunTampak(konteks)),
        penaut,
        edisi=request.GET.get("edisi", ""),
        cari=read_cari(request),
        saring=read_pilihan(request, "saring", SARINGAN),
        dibuka=request.GET.get("buka", ""),
        **lain,
    )
