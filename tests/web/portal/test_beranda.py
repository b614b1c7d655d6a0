"""The start page of each role."""

from __future__ import annotations

import pytest
from django.test import Client
from tests.web.dunia import INSTANSI, buat_pengguna, masuk, muat_contoh

from tolok.web.organisasi.models import Peran

ALAMAT = f"/{INSTANSI}/2020/tw4/"


@pytest.fixture
def client_untuk(db: None):
    muat_contoh()

    return lambda peran, **lain: masuk(buat_pengguna(f"p-{peran}", peran, **lain))


def test_a_head_of_agency_reads_the_figures_of_the_quarter(client_untuk) -> None:
    isi = client_untuk(Peran.PIMPINAN).get(ALAMAT).content.decode()
    for angka in ("81,77%", "70,32% dari target 86%", "Tidak dievaluasi", "Bertentangan"):
        assert angka in isi, angka


def test_the_mean_says_how_many_were_measured(client_untuk) -> None:
    isi = client_untuk(Peran.PIMPINAN).get(f"/{INSTANSI}/2020/tahun/").content.decode()
    assert "2 dari 4 indikator" in isi
    assert "92,16%" in isi
    assert "tanpa predikat" in isi


def test_an_evaluator_reads_no_draft(client_untuk) -> None:
    isi = client_untuk(Peran.EVALUATOR).get(ALAMAT).content.decode()
    assert "Belum diajukan" in isi
    for angka in ("81,77", "70,32", "3.057.589.710"):
        assert angka not in isi, angka


def test_somebody_of_one_unit_finds_only_its_indicators(client_untuk) -> None:
    isi = client_untuk(Peran.PENANGGUNG_JAWAB, unit="bid-rehab").get(ALAMAT).content.decode()
    assert "Penyandang Masalah Kesejahteraan Sosial" in isi
    assert "Kategori Kota Layak Anak" not in isi
    assert "Rata-rata capaian" not in isi


def test_somebody_without_a_role_sees_no_agency(client_untuk) -> None:
    client = client_untuk(None)
    assert client.get(ALAMAT).status_code == 404
    assert "Belum ada yang dapat Anda buka" in client.get("/").content.decode()


def test_one_agency_is_opened_at_once(client_untuk) -> None:
    assert client_untuk(Peran.PERENCANA).get("/").headers["Location"] == ALAMAT


def test_a_visitor_is_shown_what_is_public_and_sent_to_sign_in_for_the_rest(client_untuk) -> None:
    client = Client()
    assert "Belum ada yang diumumkan" in client.get("/").content.decode()
    assert client.get(ALAMAT).headers["Location"].endswith(f"?next={ALAMAT}")


@pytest.mark.parametrize("alamat", ["/tidak-ada/2020/tw4/", f"/{INSTANSI}/2019/tw4/", f"/{INSTANSI}/2020/tw5/"])
def test_what_is_not_there_is_not_found(client_untuk, alamat: str) -> None:
    assert client_untuk(Peran.PERENCANA).get(alamat).status_code == 404
