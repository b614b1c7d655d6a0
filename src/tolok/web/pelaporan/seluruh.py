"""Pages that show numbers of all units: a role that is limited to some of them does not open these."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Final

from django.http import HttpRequest, HttpResponseBase

from tolok.web.organisasi.hak import HAK
from tolok.web.perencanaan.konteks import Halaman, Konteks, halaman
from tolok.web.ui.galat import render_tidak_berhak

PESAN: Final = (
    "{nama}: halaman ini memuat angka semua unit, sedangkan peran Anda terbatas pada unit tertentu. "
    "Yang dapat membukanya berperan untuk seluruh perangkat daerah."
)


def halaman_seluruh(aksi: str, *, metode: tuple[str, ...] = ("GET", "HEAD")) -> Callable[[Halaman], Halaman]:
    """Declare a page as ``halaman`` does, for those who have the right over the whole agency (403 for others)."""

    def bungkus(view: Halaman) -> Halaman:
        @halaman(aksi, metode=metode)
        @wraps(view)
        def dalam(request: HttpRequest, konteks: Konteks, **lain: Any) -> HttpResponseBase:
            if not konteks.is_boleh_seluruh(aksi):
                return render_tidak_berhak(request, PESAN.format(nama=HAK[aksi][0]))
            return view(request, konteks, **lain)

        dalam.is_seluruh = True  # type: ignore[attr-defined]  # links and menus leave it out for the others
        return dalam

    return bungkus
