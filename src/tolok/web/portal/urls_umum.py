"""Addresses that belong to no year: the front door and what everybody may see."""

from __future__ import annotations

from django.urls import path

from tolok.web.portal import views

urlpatterns = [
    path("", views.beranda, name="beranda"),
    path("favicon.ico", views.lambang, name="lambang"),
    path("publik/<slug:instansi>/<int:tahun>/", views.publik_tahun, name="publik_tahun"),
]
