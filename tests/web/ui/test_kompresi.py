"""Pages travel compressed, files as they are."""

from __future__ import annotations

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from tolok.web.ui.kompresi import GzipHalaman


@pytest.mark.parametrize(
    ("jenis", "kode"),
    [("text/html; charset=utf-8", "gzip"), ("application/pdf", None), ("text/csv", None)],
)
def test_only_html_is_compressed(jenis: str, kode: str | None) -> None:
    request = RequestFactory().get("/", headers={"Accept-Encoding": "gzip"})
    jawaban = GzipHalaman(lambda _: HttpResponse("isi " * 500, content_type=jenis))(request)
    assert jawaban.headers.get("Content-Encoding") == kode
