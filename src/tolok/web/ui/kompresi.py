"""Compression of pages; files (documents, archives) are compressed already and keep their length."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware


class GzipHalaman(GZipMiddleware):
    """gzip for HTML only (Django adds a random length, against guessing a page from its size)."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Compress a page, leave everything else alone."""
        if response.headers.get("Content-Type", "").startswith("text/html"):
            return super().process_response(request, response)
        return response
