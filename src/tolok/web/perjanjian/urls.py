"""Addresses of pages within a year: ``/<instansi>/<tahun>/<periode>/…``."""

from __future__ import annotations

from django.urls import path

from tolok.web.perjanjian import views

urlpatterns = [
    path("perjanjian/", views.perjanjian_list, name="perjanjian_daftar"),
    path("perjanjian/<str:kode>/", views.perjanjian_detail, name="perjanjian"),
    path("perjanjian/<str:kode>/pratinjau/", views.perjanjian_pratinjau, name="perjanjian_pratinjau"),
]
