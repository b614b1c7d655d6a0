"""Rendering a piece of a template as a page would."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.template import engines
from django.test import RequestFactory
from django.urls import resolve


def make_permintaan(alamat: str = "/", **lain: Any) -> HttpRequest:
    """Return a GET of an address of the small site, resolved."""
    request = RequestFactory().get(alamat, **lain)
    request.user = AnonymousUser()
    request.resolver_match = resolve(alamat.split("?")[0])
    return request


def render(teks: str, request: HttpRequest | None = None, **isi: Any) -> str:
    """Return what a template of the product would write."""
    return engines["django"].from_string(teks).render(isi, request)
