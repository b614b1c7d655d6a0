"""What the pages share: reading the query string, and links to files."""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse

from tolok.web.perencanaan.tautan import Penaut
from tolok.web.ui.navigasi import Butir
from tolok.web.ui.unduhan import BENTUK

_BATAS_CARI = 100


def read_cari(request: HttpRequest) -> str:
    """Return the words that are looked for."""
    return request.GET.get("q", "").strip()[:_BATAS_CARI]


def read_pilihan(request: HttpRequest, nama: str, daftar: Container[str]) -> str:
    """Return one choice of the query string, ``""`` if it is none of the list."""
    isi = request.GET.get(nama, "")
    return isi if isi in daftar else ""


def list_unduh(request: HttpRequest, penaut: Penaut, nama: str) -> list[Butir]:
    """Return links to the same list as files, with the same filter."""
    ekor = f"?{request.GET.urlencode()}" if request.GET else ""
    daftar = ((bentuk, penaut.find_alamat(nama, bentuk=bentuk)) for bentuk in reversed(BENTUK))
    return [Butir(bentuk.upper(), alamat + ekor) for bentuk, alamat in daftar if alamat]


def make_unduhan_jejak(isi: dict[str, Any], nama: str) -> HttpResponse:
    """Return a story as a JSON file."""
    jawaban = JsonResponse(isi, json_dumps_params={"ensure_ascii": False, "indent": 2})
    jawaban["Content-Disposition"] = f'attachment; filename="{nama}.json"'
    return jawaban
