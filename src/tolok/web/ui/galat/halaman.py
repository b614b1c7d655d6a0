"""The error page, written without touching anything that may have failed."""

from __future__ import annotations

import logging
import uuid
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html, format_html_join

from tolok.web.ui.galat import isi
from tolok.web.ui.galat.isi import IsiGalat

_CATATAN: Final = logging.getLogger("tolok.galat")


def render_galat(
    request: HttpRequest, satu: IsiGalat, *, terjadi: str = "", galat: BaseException | None = None
) -> HttpResponse:
    """
    Return an error page with a number that is logged together with the exception.

    :param terjadi: what failed, where that is known better than the page itself knows it
    """
    nomor = write_catatan(request, satu.status, galat)
    konteks = make_konteks(request, satu, nomor=nomor, terjadi=terjadi)
    try:
        teks: str = render_to_string("ui/galat/galat.html", konteks)
    except Exception:
        _CATATAN.exception("galat %s: halamannya pun gagal dibuat", nomor)
        teks = _render_seadanya(konteks)
    return make_jawaban(teks, satu)


def _render_seadanya(konteks: dict[str, Any]) -> str:
    """Return the same words without style sheet or icon: on a site that was never prepared even those are missing."""
    daftar = [konteks[nama] for nama in ("terjadi", "isian", "langkah") if konteks[nama]]
    return format_html(
        '<!doctype html><html lang="id"><meta charset="utf-8"><title>{0}</title><h1>{0}</h1>{1}<p>Nomor galat {2}</p>',
        konteks["judul"], format_html_join("", "<p>{}</p>", ((satu,) for satu in daftar)), konteks["nomor"],
    )  # fmt: skip


def render_tidak_berhak(request: HttpRequest, pesan: str) -> HttpResponse:
    """Return the 403 page inside the frame of its year; ``pesan`` names the roles that have the right."""
    nomor = write_catatan(request, isi.TIDAK_BERHAK.status, None)
    konteks = make_konteks(request, isi.TIDAK_BERHAK, nomor=nomor, terjadi=pesan)
    return make_jawaban(render_to_string("ui/galat/tidak_berhak.html", konteks, request), isi.TIDAK_BERHAK)


def render_sesi_berakhir(request: HttpRequest) -> HttpResponse:
    """Return the 401 page for something that was sent without being signed in."""
    return render_galat(request, isi.SESI_BERAKHIR)


def make_konteks(request: HttpRequest, satu: IsiGalat, *, nomor: str, terjadi: str = "") -> dict[str, Any]:
    """Return what the templates of this folder need."""
    is_membaca = request.method in ("GET", "HEAD")
    return {
        "judul": satu.judul,
        "terjadi": terjadi or satu.terjadi,
        "isian": "" if is_membaca else satu.isian,
        "langkah": satu.langkah,
        "ulang": request.get_full_path() if is_membaca and (satu.coba_lagi or satu.status == 500) else "",
        "masuk": _alamat("account_login") if satu.status == 401 else "",
        "nomor": nomor,
    }


def make_jawaban(teks: str, satu: IsiGalat) -> HttpResponse:
    """Return the response; it is never stored by a browser or proxy."""
    jawaban = HttpResponse(teks, status=satu.status)
    jawaban["Cache-Control"] = "no-store"
    if satu.coba_lagi:
        jawaban["Retry-After"] = str(satu.coba_lagi)
    return jawaban


def write_catatan(request: HttpRequest, status: int, galat: BaseException | None) -> str:
    """Log a failed request and return its number."""
    nomor = str(uuid.uuid4())
    tingkat = logging.ERROR if status >= 500 else logging.INFO
    _CATATAN.log(tingkat, "galat %s: %s %s %s", nomor, status, request.method, request.path, exc_info=galat)
    return nomor


def _alamat(nama: str) -> str:
    try:
        return reverse(nama)
    except NoReverseMatch:
        return ""
