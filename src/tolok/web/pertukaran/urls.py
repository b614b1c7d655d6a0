"""Addresses of pages within a year: ``/<instansi>/<tahun>/<periode>/…``."""

from __future__ import annotations

from django.urls import path

from tolok.web.pertukaran import views

urlpatterns = [
    path("paket/", views.paket, name="paket"),
    path("paket/unduh/<slug:bentuk>/", views.paket_unduh, name="paket_unduh"),
    path("paket/muat/", views.muat, name="muat"),
    path("paket/muat/<slug:sidik>/", views.muat_pratinjau, name="muat_pratinjau"),
    path("paket/muat/<slug:sidik>/batal/", views.muat_batal, name="muat_batal"),
]
