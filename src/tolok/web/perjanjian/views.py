"""Pages of the Perjanjian Kinerja."""

from __future__ import annotations

from csp.constants import NONE
from csp.decorators import csp_replace
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static

from tolok.render.html import NAMA_GAYA, render_html
from tolok.render.susunan.perjanjian import layout_perjanjian
from tolok.web.perencanaan.konteks import TIDAK_ADA, Konteks, halaman
from tolok.web.perencanaan.tampak import RencanaTampak
from tolok.web.perencanaan.tautan import Penaut
from tolok.web.perjanjian.tampil.lampiran import make_lampiran
from tolok.web.perjanjian.tampil.target import list_perubahan, list_sasaran
from tolok.web.perjanjian.tampil.versi import Kelompok, Versi, list_kelompok


@halaman("perjanjian.lihat")
def perjanjian_list(request: HttpRequest, konteks: Konteks) -> HttpResponse:
    """All versions of all agreements of the year."""
    penaut = Penaut(konteks)
    isi = {"konteks": konteks, "daftar_kelompok": list_kelompok(RencanaTampak(konteks), penaut)}
    return render(request, "perjanjian/perjanjian_list.html", isi)


@halaman("perjanjian.lihat")
def perjanjian_detail(request: HttpRequest, konteks: Konteks, kode: str) -> HttpResponse:
    """One version: targets beside the plan and last year, budget annex, differences, preview of the paper."""
    tampak, penaut = RencanaTampak(konteks), Penaut(konteks)
    kelompok, versi, sebelum = _get_versi(tampak, penaut, kode)
    isi = {
        "konteks": konteks,
        "kelompok": kelompok,
        "versi": versi,
        "sebelum": sebelum,
        "daftar_sasaran": list_sasaran(tampak, penaut, versi),
        "daftar_perubahan": list_perubahan(tampak, penaut, dari=sebelum, ke=versi) if sebelum is not None else (),
        "lampiran": make_lampiran(tampak, penaut, versi, sebelum),
        "alamat_pratinjau": penaut.find_alamat("perjanjian_pratinjau", kode=kode) if versi.is_utuh else "",
        "alamat_dokumen": penaut.find_alamat("dokumen", jenis="perjanjian", rujukan=kode)
        if konteks.lingkup.is_seluruh("dokumen.konsep", konteks.instansi)
        else "",
    }
    return render(request, "perjanjian/perjanjian_detail.html", isi)


@csp_replace({"script-src": [NONE], "connect-src": [NONE], "form-action": [NONE]})
@halaman("perjanjian.lihat")
def perjanjian_pratinjau(_request: HttpRequest, konteks: Konteks, kode: str) -> HttpResponse:
    """The paper of a version as a page of its own, for the frame of the preview; only for who may see all of it."""
    _, versi, _ = _get_versi(RencanaTampak(konteks), Penaut(konteks), kode)
    if not versi.is_utuh:
        raise Http404(TIDAK_ADA)
    return HttpResponse(render_html(layout_perjanjian(versi.dokumen), tautan_gaya=static(f"kertas/{NAMA_GAYA}")))


def _get_versi(tampak: RencanaTampak, penaut: Penaut, kode: str) -> tuple[Kelompok, Versi, Versi | None]:
    """
    Return a version, its agreement, and the version before.

    :raises Http404: if there is none of this code for this reader
    """
    for kelompok in list_kelompok(tampak, penaut):
        for urut, versi in enumerate(kelompok.daftar_versi):
            if versi.perjanjian.id == kode:
                return kelompok, versi, kelompok.daftar_versi[urut - 1] if urut else None
    raise Http404(TIDAK_ADA)
