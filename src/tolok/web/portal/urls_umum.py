"""Addresses that belong to no year: the front door and what everybody may see."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
