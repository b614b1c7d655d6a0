"""All addresses of the site; an app contributes its own."""

from __future__ import annotations

from typing import Final

from django.urls import URLPattern, URLResolver, include, path

_TAHAP: Final = (
    "portal",
    "perencanaan",
    "anggaran",
    "perjanjian",
    "pengukuran",
    "penjelasan",
    "pelaporan",
    "pertukaran",
    "impor",
)

_halaman_tahun: list[URLPattern | URLResolver] = [path("", include(f"tolok.web.{tahap}.urls")) for tahap in _TAHAP]

urlpatterns = [
    path("akun/", include("tolok.web.akun.urls")),
    path("", include("tolok.web.portal.urls_umum")),
    path("", include("tolok.web.pelaporan.urls_umum")),
    path("pekerjaan/", include("tolok.web.jobs.urls")),
    path("<slug:instansi>/<int:tahun>/<str:periode>/", include(_halaman_tahun)),
]

handler400 = "tolok.web.ui.galat.views.show_rusak"
handler403 = "tolok.web.ui.galat.views.show_tidak_berhak"
handler404 = "tolok.web.ui.galat.views.show_tidak_ada"
handler429 = "tolok.web.ui.galat.views.show_terlalu_sering"
handler500 = "tolok.web.ui.galat.views.show_gagal"
