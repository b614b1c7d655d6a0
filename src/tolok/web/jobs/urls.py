"""Background jobs."""

from __future__ import annotations

from django.urls import path

from tolok.web.jobs import views

urlpatterns = [
    path("", views.pekerjaan_list, name="pekerjaan_list"),
    path("<uuid:pekerjaan>/", views.pekerjaan_detail, name="pekerjaan"),
    path("<uuid:pekerjaan>/batal/", views.pekerjaan_batal, name="pekerjaan_batal"),
    path("<uuid:pekerjaan>/ulang/", views.pekerjaan_ulang, name="pekerjaan_ulang"),
]
