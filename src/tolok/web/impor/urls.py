"""Addresses of pages within a year: ``/<instansi>/<tahun>/<periode>/…``."""

from __future__ import annotations

from django.urls import path

from tolok.web.impor.views import bacaan, sumber, unggah

urlpatterns = [
    path("impor/", unggah.impor, name="impor"),
    path("impor/<uuid:bacaan>/", bacaan.impor_bacaan, name="impor_bacaan"),
    path("impor/<uuid:bacaan>/simpan/", bacaan.impor_simpan, name="impor_simpan"),
    path("impor/<uuid:bacaan>/buang/", bacaan.impor_buang, name="impor_buang"),
    path("impor/<uuid:bacaan>/berkas/", sumber.impor_berkas, name="impor_berkas"),
    path("impor/<uuid:bacaan>/halaman/<int:nomor>/", sumber.impor_halaman, name="impor_halaman"),
]
