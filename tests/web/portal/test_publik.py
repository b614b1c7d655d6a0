"""What everybody may see."""

from __future__ import annotations

import pytest
from django.test import Client
from tests.web.dunia import INSTANSI, buat_pengguna, muat_contoh
from tests.web.pengukuran.bantu import konteks, sahkan_semua

from tolok.web.organisasi.models import Peran
from tolok.web.pengukuran.operations import return_pengukuran

ALAMAT = f"/publik/{INSTANSI}/2020/"


@pytest.fixture
def pimpinan(db: None):
    muat_contoh()
    daftar = [buat_pengguna(p, p) for p in (Peran.PENANGGUNG_JAWAB, Peran.PERENCANA, Peran.PIMPINAN)]
    sahkan_semua(*daftar)
    return daftar[2]


def test_an_approved_quarter_is_shown_to_everybody(pimpinan) -> None:
    client = Client()
    assert ALAMAT in client.get("/").content.decode()
    isi = client.get(ALAMAT).content.decode()
    for teks in ("70,32%", "81,77%", "Tidak dievaluasi", "Triwulan IV Tahun 2020"):
        assert teks in isi, teks


def test_what_was_returned_is_not_public_any_more(pimpinan) -> None:
    return_pengukuran(konteks(pimpinan), indikator="pmks", alasan="Diperiksa lagi.")
    assert "70,32%" not in Client().get(ALAMAT).content.decode()


@pytest.mark.django_db
def test_nothing_of_a_draft_is_public() -> None:
    muat_contoh()
    assert Client().get(ALAMAT).status_code == 404
    assert INSTANSI not in Client().get("/").content.decode()
