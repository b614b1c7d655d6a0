"""A reading survives JSON value for value."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.ingest.alih.bacaan_uji import berkas, berkas_lengkap

from tolok.ingest.simpanan import GalatSimpanan, from_simpanan, to_simpanan


def test_a_reading_comes_back_as_it_was() -> None:
    asli = berkas_lengkap()
    teks = json.dumps(to_simpanan(asli))
    assert from_simpanan(json.loads(teks)) == asli


def test_what_has_its_default_takes_no_room() -> None:
    assert to_simpanan(berkas()) == {"berkas": "laporan.pdf", "sidik": "ab" * 32, "dokumen": []}


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"berkas": 1, "sidik": "", "dokumen": []},
        {"berkas": "x", "sidik": "", "dokumen": [{"jenis": "puisi"}]},
        {"berkas": "x", "sidik": "", "dokumen": [{"jenis": "lkjip", "asing": 1}]},
        [],
        None,
    ],
)
def test_anything_else_is_refused(data: Any) -> None:
    with pytest.raises(GalatSimpanan, match="Baca ulang"):
        from_simpanan(data)
