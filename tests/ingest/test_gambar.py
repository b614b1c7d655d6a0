"""Pages as pictures: the right place marked, drawn in the cage, and nothing drawn of what is not there."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from tests.ingest.alih.pdf_kecil import make_pdf

from tolok.ingest.gambar import HalamanTidakAda, find_tempat, render_halaman, render_terkurung

PDF = make_pdf("Indeks satu 86", "Indeks dua 86", "Indeks tiga 186")


def _tempat(cari: str, dekat: str = "") -> tuple[int, int] | None:
    dokumen = pypdfium2.PdfDocument(PDF)
    try:
        kotak = find_tempat(dokumen[0], cari, dekat)
        return None if kotak is None else (round(kotak.kiri), round(kotak.bawah))
    finally:
        dokumen.close()


def test_a_value_is_found_in_the_row_of_its_name() -> None:
    pertama, kedua = _tempat("86", "Indeks satu"), _tempat("86", "Indeks dua")
    assert pertama is not None
    assert kedua is not None
    assert pertama[1] - kedua[1] == 24, "satu baris lebih bawah"
    assert _tempat("86") == pertama


def test_a_number_is_not_part_of_a_longer_one() -> None:
    tiga = _tempat("186")
    assert tiga is not None
    assert tiga != _tempat("86", "Indeks tiga")


def test_the_first_line_of_a_cell_stands_for_it_and_what_is_not_there_is_not_found() -> None:
    assert _tempat("Indeks dua\nyang lain lagi") == _tempat("Indeks dua")
    assert _tempat("Tidak ada") is None
    assert _tempat("") is None


def test_a_picture_is_the_same_drawn_in_the_cage(tmp_path: Path) -> None:
    berkas = tmp_path / "a.pdf"
    berkas.write_bytes(PDF)
    isi = render_terkurung(berkas, 1, cari="86", dekat="Indeks dua")
    assert isi == render_halaman(berkas, 1, cari="86", dekat="Indeks dua")
    assert isi != render_halaman(berkas, 1)
    assert Image.open(io.BytesIO(isi)).size == (1190, 1684)


@pytest.mark.parametrize(("isi", "nomor"), [(PDF, 0), (PDF, 2), (b"%PDF-1.4 rusak", 1), (b"", 1)])
def test_what_is_not_there_is_not_drawn(tmp_path: Path, isi: bytes, nomor: int) -> None:
    berkas = tmp_path / "a.pdf"
    berkas.write_bytes(isi)
    with pytest.raises(HalamanTidakAda):
        render_halaman(berkas, nomor)
    with pytest.raises(HalamanTidakAda):
        render_terkurung(berkas, nomor)
