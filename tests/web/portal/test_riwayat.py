"""Reading the history."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from tests.web.dunia import INSTANSI, buat_pengguna, masuk, muat_contoh

from tolok.web.organisasi.models import Peran

ALAMAT = f"/{INSTANSI}/2020/tw4/riwayat/"


def _client(peran: Peran) -> Client:
    muat_contoh()
    return masuk(buat_pengguna("pembaca", peran))


@pytest.mark.django_db
def test_the_loading_of_a_package_stands_in_the_history() -> None:
    client = _client(Peran.PERENCANA)
    assert "paket.dimuat" in client.get(ALAMAT).content.decode()
    assert "cocok dengan sidiknya" in client.get(f"{ALAMAT}1/").content.decode()


@pytest.mark.django_db
def test_an_entry_that_was_changed_afterwards_is_shown_as_broken() -> None:
    client = _client(Peran.PERENCANA)
    with connection.cursor() as kursor:
        kursor.execute("UPDATE audit_catatan SET isi = '{}'")
    assert "tidak lagi cocok dengan sidiknya" in client.get(f"{ALAMAT}1/").content.decode()


@pytest.mark.django_db
def test_an_evaluator_does_not_read_entries_about_drafts() -> None:
    client = _client(Peran.EVALUATOR)
    assert "paket.dimuat" not in client.get(ALAMAT).content.decode()
    assert client.get(f"{ALAMAT}1/").status_code == 404


@pytest.mark.django_db
def test_a_reader_without_the_right_is_told_who_has_it() -> None:
    jawab = _client(Peran.PEMBACA).get(ALAMAT)
    assert jawab.status_code == 403
    assert "Evaluator (APIP)" in jawab.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("kueri", ["?dari=kemarin", "?halaman=999", "?perbuatan=tidak.ada", "?objek=%00"])
def test_odd_filters_do_no_harm(kueri: str) -> None:
    assert _client(Peran.PERENCANA).get(ALAMAT + kueri).status_code == 200
