"""Pages for what does not exist, is not allowed, or went wrong."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def render_tidak_berhak(request: HttpRequest, pesan: str) -> HttpResponse:
    """Return the 403 page; ``pesan`` names the roles that have the right."""
    return render(request, "ui/tidak_berhak.html", {"pesan": pesan}, status=403)
