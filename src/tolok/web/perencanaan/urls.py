"""Addresses of pages within a year: ``/<instansi>/<tahun>/<periode>/…``."""

from __future__ import annotations

from django.urls import path

from tolok.web.perencanaan.views import organisasi, pengaturan

urlpatterns = [
    path("organisasi/", organisasi.organisasi, name="organisasi"),
    path("pengaturan/", pengaturan.pengaturan, name="pengaturan"),
    path("pengaturan/akibat/", pengaturan.pengaturan_akibat, name="pengaturan_akibat"),
    path("pengaturan/kebijakan/", pengaturan.pengaturan_kebijakan, name="pengaturan_kebijakan"),
]
