"""Addresses that belong to no signed-in reader: files of signed documents."""

from __future__ import annotations

from django.urls import path

from tolok.render.html import NAMA_GAYA
from tolok.web.pelaporan.views import unduh

urlpatterns = [
    path("publik/<slug:instansi>/<int:tahun>/berkas/<int:berkas>/", unduh.dokumen_umum, name="dokumen_umum"),
    path(
        f"publik/<slug:instansi>/<int:tahun>/berkas/<int:berkas>/{NAMA_GAYA}",
        unduh.dokumen_umum_gaya,
        name="dokumen_umum_gaya",
    ),
]
