"""Addresses of pages within a year: ``/<instansi>/<tahun>/<periode>/…``."""

from __future__ import annotations

from django.urls import path

from tolok.web.penjelasan.views import indikator as satu
from tolok.web.penjelasan.views.angka import angka, angka_jejak
from tolok.web.penjelasan.views.daftar import indikator_daftar, indikator_unduh
from tolok.web.penjelasan.views.pohon import pohon, pohon_unduh

urlpatterns = [
    path("pohon/", pohon, name="pohon"),
    path("pohon/unduh/<slug:bentuk>/", pohon_unduh, name="pohon_unduh"),
    path("indikator/", indikator_daftar, name="indikator_daftar"),
    path("unduh/indikator/<slug:bentuk>/", indikator_unduh, name="indikator_unduh"),
    path("indikator/<str:kode>/", satu.indikator, name="indikator"),
    path("indikator/<str:kode>/definisi/", satu.indikator_definisi, name="indikator_definisi"),
    path("indikator/<str:kode>/target/", satu.indikator_target, name="indikator_target"),
    path("indikator/<str:kode>/bukti/", satu.indikator_bukti, name="indikator_bukti"),
    path("indikator/<str:kode>/perubahan/", satu.indikator_perubahan, name="indikator_perubahan"),
    path("indikator/<str:kode>/kebijakan-lain/", satu.indikator_konvensi, name="indikator_konvensi"),
    path("indikator/<str:kode>/jejak.json", satu.indikator_jejak, name="indikator_jejak"),
    path("angka/<path:identitas>/jejak.json", angka_jejak, name="angka_jejak"),
    path("angka/<path:identitas>", angka, name="angka"),
]
