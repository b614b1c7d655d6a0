"""Addresses of pages within a year: ``/<instansi>/<tahun>/<periode>/…``."""

from __future__ import annotations

from django.urls import path

from tolok.web.portal import views

urlpatterns = [
    path("", views.beranda_tahun, name="beranda_tahun"),
    path("cari/", views.cari, name="cari"),
    path("riwayat/", views.riwayat, name="riwayat"),
    path("riwayat/<int:nomor>/", views.riwayat_catatan, name="riwayat_catatan"),
    path("hak/", views.hak, name="hak"),
]
