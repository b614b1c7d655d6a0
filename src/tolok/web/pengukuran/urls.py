"""Addresses of pages within a year: ``/<instansi>/<tahun>/<periode>/…``."""

from __future__ import annotations

from django.urls import path

from tolok.web.pengukuran import views

urlpatterns = [
    path("pengukuran/", views.kisi, name="pengukuran"),
    path("pengukuran/unduh.<str:bentuk>", views.unduh, name="pengukuran_unduh"),
    path("pengukuran/variabel/<str:variabel>/", views.isi_variabel, name="pengukuran_isi"),
    path("pengukuran/indikator/<str:kode>/", views.isi_indikator, name="pengukuran_isi_indikator"),
    path("pengukuran/ajukan/", views.ajukan, name="pengukuran_ajukan"),
    path("pengukuran/verifikasi/", views.verifikasi, name="pengukuran_verifikasi"),
    path("pengukuran/sahkan/", views.sahkan, name="pengukuran_sahkan"),
    path("pengukuran/kembalikan/", views.kembalikan, name="pengukuran_kembalikan"),
]
