"""The source itself: the file as a download, and a page of it as a picture."""

from __future__ import annotations

from pathlib import Path
from typing import Final
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.http import content_disposition_header, parse_etags

from tolok.ingest.batas import BerkasDitolak
from tolok.ingest.gambar import HalamanTidakAda, render_terkurung
from tolok.ingest.simpanan import GalatSimpanan
from tolok.web.impor.jenis_berkas import TIPE
from tolok.web.impor.models import BerkasBacaan
from tolok.web.impor.queries import load_terbaca
from tolok.web.impor.views.bersama import find_bacaan
from tolok.web.pelaporan.berkas import BerkasBerbeda, read_berkas
from tolok.web.pelaporan.seluruh import halaman_seluruh
from tolok.web.perencanaan.konteks import TIDAK_ADA, Konteks
from tolok.web.ui.galat import render_galat
from tolok.web.ui.galat.isi import IsiGalat

_BERUBAH: Final = IsiGalat(
    500,
    "Berkas ini tidak dapat diberikan",
    "Berkas di penyimpanan tidak sama dengan yang tercatat.",
    "Sampaikan nomor di bawah kepada admin.",
    "",
)


@halaman_seluruh("impor.kelola")
def impor_berkas(request: HttpRequest, konteks: Konteks, bacaan: UUID) -> HttpResponse:
    """The uploaded file, always as a download."""
    baris = find_bacaan(konteks, bacaan)
    try:
        isi = read_berkas(baris.berkas, sidik=baris.sidik, nama=baris.nama)
    except BerkasBerbeda as galat:
        return render_galat(request, _BERUBAH, terjadi=str(galat), galat=galat)
    jawaban = HttpResponse(isi, content_type=TIPE[baris.format])
    jawaban["Content-Disposition"] = content_disposition_header(True, baris.nama) or ""
    jawaban["Cache-Control"] = "private, no-store"
    return jawaban


@halaman_seluruh("impor.kelola")
def impor_halaman(request: HttpRequest, konteks: Konteks, bacaan: UUID, nomor: int) -> HttpResponse:
    """
    A page of an uploaded PDF as PNG, drawn in a process of its own; ``?nilai=`` marks where a value stands.

    :raises Http404: if it is no PDF, or has no such page
    """
    baris = find_bacaan(konteks, bacaan)
    if baris.format != "pdf":
        raise Http404(TIDAK_ADA)
    kunci = request.GET.get("nilai", "")
    etag = f'"{baris.sidik[:32]}-{nomor}-{kunci}"'
    kepala = {"ETag": etag, "Cache-Control": "private, max-age=3600"}
    cari, dekat = _find_cetakan(baris, kunci)
    if etag in parse_etags(request.headers.get("If-None-Match", "")):
        return HttpResponseNotModified(headers=kepala)
    alamat = Path(settings.MEDIA_ROOT) / baris.berkas
    try:
        isi = render_terkurung(alamat, nomor, cari=cari, dekat=dekat)
    except (HalamanTidakAda, BerkasDitolak) as galat:
        raise Http404(str(galat)) from galat
    return HttpResponse(isi, content_type="image/png", headers=kepala)


def _find_cetakan(baris: BerkasBacaan, kunci: str) -> tuple[str, str]:
    """Return what is printed for a value (``<dokumen>.<i|a><baris>.<nilai>``), and the name in its row."""
    if not kunci or not baris.bacaan:
        return "", ""
    try:
        dokumen, urut, nomor = kunci.split(".")
        satu = load_terbaca(baris).dokumen[int(dokumen)]
        daftar = satu.indikator if urut[0] == "i" else satu.anggaran
        isi = daftar[int(urut[1:])]
        return isi.nilai[int(nomor)].tercetak, isi.nama
    except (ValueError, IndexError, GalatSimpanan) as galat:
        raise Http404(TIDAK_ADA) from galat
