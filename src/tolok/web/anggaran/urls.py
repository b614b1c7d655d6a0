"""Addresses of pages within a year: ``/<instansi>/<tahun>/<periode>/…``."""

from __future__ import annotations

from django.urls import path

from tolok.web.anggaran import views

urlpatterns = [
    path("anggaran/", views.anggaran, name="anggaran"),
    path("anggaran/edisi/", views.anggaran_edisi, name="anggaran_edisi"),
    path("anggaran/rincian/", views.anggaran_rincian, name="anggaran_rincian"),
    path("anggaran/sasaran/", views.anggaran_layanan, name="anggaran_layanan"),
    path("anggaran/unduh/<slug:bentuk>/", views.anggaran_unduh, name="anggaran_unduh"),
]
