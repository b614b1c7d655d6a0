"""A page for answers that carry only a number."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from tolok.web.ui.galat import isi
from tolok.web.ui.galat.halaman import render_galat


def write_halaman_galat(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Give a refused method (405) a page; its ``Allow`` header stays."""

    def jawab(request: HttpRequest) -> HttpResponse:
        jawaban = get_response(request)
        if jawaban.status_code == 405 and not jawaban.streaming and not jawaban.content:
            halaman = render_galat(request, isi.CARA_LAIN)
            halaman["Allow"] = jawaban.headers.get("Allow", "")
            return halaman
        return jawaban

    return jawab
