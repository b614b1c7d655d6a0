"""Sign-in and account."""

from __future__ import annotations

from django.urls import path

from tolok.web.akun.alamat import DAFTAR_ALAMAT

urlpatterns = [path(satu.jalur, satu.view, name=satu.nama) for satu in DAFTAR_ALAMAT]
