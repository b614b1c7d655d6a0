"""Addresses of pages within a year: ``/<instansi>/<tahun>/<periode>/…``."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
