"""Giving files out: only those a row speaks of, only to whom they belong, and only if they are still what they were."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.http import content_disposition_header, parse_etags
from django.views.decorators.http import require_safe

from tolok.render.html import gaya_kertas
from tolok.web.pelaporan.berkas import TIPE, BerkasBerbeda, read_berkas
from tolok.web.pelaporan.models import BerkasTerbitan
from tolok.web.pelaporan.queries.dokumen import get_berkas, get_berkas_umum
from tolok.web.perencanaan.konteks import Konteks, halaman, terbuka
from tolok.web.ui.galat import render_galat
from tolok.web.ui.galat.isi import IsiGalat

_BERUBAH = IsiGalat(
    500,
    "Berkas ini tidak dapat diberikan",
    "Berkas di penyimpanan tidak sama dengan yang tercatat.",
    "Sampaikan nomor di bawah kepada admin. Konsep dapat dibuat ulang dari halaman Dokumen.",
    "",
)


@halaman("dokumen.lihat")
def dokumen_unduh(request: HttpRequest, konteks: Konteks, berkas: int) -> HttpResponse:
    """One file of a snapshot."""
    return _beri(request, get_berkas(konteks, berkas), cache="private, no-cache")


@halaman("dokumen.lihat")
def dokumen_gaya(_request: HttpRequest, konteks: Konteks, berkas: int) -> HttpResponse:
    """The stylesheet that an HTML file looks for beside itself."""
    get_berkas(konteks, berkas)
    return HttpResponse(gaya_kertas(), content_type="text/css; charset=utf-8")


@terbuka
@require_safe
def dokumen_umum(request: HttpRequest, instansi: str, tahun: int, berkas: int) -> HttpResponse:
    """One file of a signed document in force, for everybody."""
    return _beri(request, get_berkas_umum(instansi, tahun, berkas), cache="public, no-cache")


@terbuka
@require_safe
def dokumen_umum_gaya(_request: HttpRequest, instansi: str, tahun: int, berkas: int) -> HttpResponse:
    """The stylesheet of a public HTML file."""
    get_berkas_umum(instansi, tahun, berkas)
    return HttpResponse(gaya_kertas(), content_type="text/css; charset=utf-8")


def _beri(request: HttpRequest, berkas: BerkasTerbitan, *, cache: str) -> HttpResponse:
    etag = f'"{berkas.sidik}"'
    kepala = {"ETag": etag, "Cache-Control": cache}
    if etag in parse_etags(request.headers.get("If-None-Match", "")):
        return HttpResponseNotModified(headers=kepala)
    try:
        isi = read_berkas(str(berkas.berkas.name), sidik=berkas.sidik, nama=berkas.nama)
    except BerkasBerbeda as galat:
        return render_galat(request, _BERUBAH, terjadi=str(galat), galat=galat)
    akhiran = berkas.nama.rpartition(".")[2]
    jawaban = HttpResponse(isi, content_type=TIPE[akhiran], headers=kepala)
    # A page of ours may be read in the browser; everything else, above all what was uploaded, is a download.
    jawaban["Content-Disposition"] = content_disposition_header(akhiran != "html", berkas.nama) or ""
    return jawaban
