"""
The page of the organisation.

It stands here, not in the stage of the organisation, because it says which indicators and budget each unit answers for.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tolok.web.perencanaan.konteks import Konteks, halaman
from tolok.web.perencanaan.tampak import RencanaTampak
from tolok.web.perencanaan.tampil.edisi_organisasi import make_pilihan_edisi
from tolok.web.perencanaan.tampil.organisasi import make_bagan
from tolok.web.perencanaan.tautan import Penaut


@halaman("organisasi.lihat")
def organisasi(request: HttpRequest, konteks: Konteks) -> HttpResponse:
    """Units, positions with their holders, staff, duties; indicators and budget of each unit."""
    tampak = RencanaTampak(konteks)
    pilihan = make_pilihan_edisi(tampak, request.GET.get("edisi", ""))
    bagan = make_bagan(tampak, Penaut(konteks), pilihan)
    isi = {"konteks": konteks, "pilihan": pilihan, "bagan": bagan, "instansi": pilihan.bagian["instansi"]}
    return render(request, "perencanaan/organisasi_detail.html", isi)
