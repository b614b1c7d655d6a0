"""
Every address of the site, every role, every scope: who may open what.

The test walks the URL patterns themselves. An address that declares nobody (no ``aksi`` on its view, not among the
account addresses) fails, and so does one that the table of this test has no way to fill in.
"""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.alamat import DAFTAR, HALAMAN_TAHUN, ISIAN, TAHUN, isi_alamat
from tests.web.dunia import INSTANSI, buat_pengguna, masuk, muat_contoh

from tolok.web.akun.alamat import DAFTAR_ALAMAT
from tolok.web.organisasi.hak import HAK
from tolok.web.organisasi.models import Peran
from tolok.web.perencanaan.konteks import TERBUKA


def test_every_address_declares_who_may_open_it() -> None:
    akun = {satu.nama for satu in DAFTAR_ALAMAT}
    tanpa = [satu.nama for satu in DAFTAR if satu.aksi not in (*HAK, TERBUKA) and satu.nama not in akun]
    assert not tanpa


def test_every_page_of_a_year_is_in_the_matrix() -> None:
    tanpa_isian = {satu.nama: satu.bagian - TAHUN.keys() - ISIAN.keys() for satu in HALAMAN_TAHUN}
    assert not {nama: sisa for nama, sisa in tanpa_isian.items() if sisa}
    assert len(HALAMAN_TAHUN) >= 15


@pytest.fixture
def dunia(db: None) -> None:
    muat_contoh()


def _client(peran: Peran | None, **lain: Any) -> Client:
    return masuk(buat_pengguna(f"p{peran}{lain}", peran, **lain))


@pytest.mark.parametrize("peran", list(Peran))
def test_a_role_opens_what_the_table_of_rights_says_and_nothing_else(dunia: None, peran: Peran) -> None:
    client = _client(peran)
    for satu in HALAMAN_TAHUN:
        status = client.get(isi_alamat(satu)).status_code
        assert satu.aksi is not None
        if peran in HAK[satu.aksi][1]:
            assert status in (200, 302, 404, 405), (satu.nama, status)
        else:
            assert status in (403, 405), (satu.nama, status)


@pytest.mark.parametrize("peran", list(Peran))
def test_another_agency_does_not_exist_for_anybody(dunia: None, peran: Peran) -> None:
    from tolok.web.organisasi.models import Instansi

    Instansi.objects.create(kode="dinas-lain")
    client = _client(peran, instansi="dinas-lain")
    for satu in HALAMAN_TAHUN:
        assert client.get(isi_alamat(satu)).status_code in (404, 405), satu.nama


@pytest.mark.parametrize("ganti", [{"instansi": "tidak-ada"}, {"tahun": 1999}, {"periode": "tw9"}])
def test_what_is_not_there_is_not_found_for_anybody(dunia: None, ganti: dict[str, Any]) -> None:
    client = _client(Peran.PERENCANA)
    for satu in HALAMAN_TAHUN:
        assert client.get(isi_alamat(satu, **ganti)).status_code in (404, 405), satu.nama


def test_a_visitor_is_sent_to_sign_in(dunia: None) -> None:
    client = Client()
    for satu in HALAMAN_TAHUN:
        jawab = client.get(isi_alamat(satu))
        assert jawab.status_code in (302, 405), satu.nama
        if jawab.status_code == 302:
            assert jawab.headers["Location"].startswith(reverse("account_login")), satu.nama


@pytest.mark.parametrize("peran", [Peran.PENANGGUNG_JAWAB, Peran.PPTK])
def test_somebody_of_one_unit_reads_nothing_of_another(dunia: None, peran: Peran) -> None:
    client = _client(peran, unit="bid-rehab")
    for satu in HALAMAN_TAHUN:
        lain = {"kode": "kla", "identitas": f"{INSTANSI}/2020/tw4/indikator:kla/capaian"}
        if {"kode", "identitas"} & satu.bagian:
            assert client.get(isi_alamat(satu, **lain)).status_code in (403, 404, 405), satu.nama
        elif (jawab := client.get(isi_alamat(satu))).status_code == 200 and satu.aksi not in ("lkjip.lihat",):
            assert b"Persentase Penurunan Kasus Kekerasan" not in jawab.getvalue(), satu.nama
