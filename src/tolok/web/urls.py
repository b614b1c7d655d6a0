"""All addresses of the site; an app contributes its own."""

from __future__ import annotations

from typing import Final

from django.urls import URLPattern, URLResolver, include, path

_TAHAP: Final = (
    "portal",
    "organisasi",
    "perencanaan",
    "anggaran",
    "perjanjian",
    "pengukuran",
    "penjelasan",
    "pelaporan",
    "pertukaran",
)

_halaman_tahun: list[URLPattern | URLResolver] = [path("", include(f"tolok.web.{tahap}.urls")) for tahap in _TAHAP]

urlpatterns = [
    path("akun/", include("tolok.web.akun.urls")),
    path("", include("tolok.web.portal.urls_umum")),
    path("<slug:instansi>/<int:tahun>/<str:periode>/", include(_halaman_tahun)),
]
