"""Signing in and out."""

from __future__ import annotations

import json
import re

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse
from tests.web.akun.conftest import SANDI, is_masuk, list_perbuatan, masuk

from tolok.web.akun.models import Pengguna
from tolok.web.akun.operations import set_aktif
from tolok.web.audit.models import Catatan


@pytest.mark.parametrize("login", ["budi", "BUDI", "budi@dinas.example", " Budi@Dinas.Example "])
def test_a_person_signs_in_by_name_or_by_address_in_any_case(budi: Pengguna, client: Client, login: str) -> None:
    assert masuk(client, login).status_code == 302
    assert is_masuk(client)
    assert list_perbuatan()[-1] == "sesi.masuk"


def test_a_sign_in_is_written_down_with_who_where_and_how(budi: Pengguna, client: Client) -> None:
    masuk(client)
    catatan = Catatan.objects.get(perbuatan="sesi.masuk")
    assert (catatan.pelaku, catatan.objek) == (budi, "pengguna:budi")
    assert json.loads(catatan.isi) == {"alamat": "127.0.0.1", "cara": ["sandi"]}


def test_a_wrong_password_does_not_sign_in_and_is_written_down_without_it(budi: Pengguna, client: Client) -> None:
    jawaban = masuk(client, sandi="salah sama sekali")
    assert jawaban.status_code == 200
    assert "Nama atau kata sandi salah" in jawaban.content.decode()
    assert not is_masuk(client)
    catatan = Catatan.objects.get(perbuatan="sesi.gagal")
    assert (catatan.pelaku, catatan.objek) == (None, "pengguna:budi")
    assert json.loads(catatan.isi) == {"alamat": "127.0.0.1", "sebab": "kata sandi salah"}


def test_a_name_that_no_account_has_is_not_kept(budi: Pengguna, client: Client) -> None:
    masuk(client, "kuda baja lampu 42", "budi")
    catatan = Catatan.objects.get(perbuatan="sesi.gagal")
    assert catatan.objek == "pengguna:(tak dikenal)"
    assert "kuda" not in catatan.isi


def _tanpa_yang_berganti(teks: str, login: str) -> str:
    teks = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", teks)
    return teks.replace(f'value="{login}"', "")


@pytest.mark.parametrize("login", ["siapa", "siapa@dinas.example"])
def test_the_answer_for_an_unknown_person_is_that_for_a_wrong_password(
    budi: Pengguna, client: Client, login: str
) -> None:
    kenal, asing = masuk(client, "budi", "salah"), masuk(client, login, "salah")
    assert (kenal.status_code, kenal.headers.keys()) == (asing.status_code, asing.headers.keys())
    assert _tanpa_yang_berganti(kenal.content.decode(), "budi") == _tanpa_yang_berganti(asing.content.decode(), login)


def test_the_typed_password_is_not_in_the_answer(budi: Pengguna, client: Client) -> None:
    assert "salah sama sekali" not in masuk(client, sandi="salah sama sekali").content.decode()


def test_an_inactive_account_is_told_so_only_after_the_right_password(budi: Pengguna, client: Client) -> None:
    set_aktif(pengguna_id=budi.pk, aktif=False, oleh=None)
    assert "nonaktif" not in masuk(client, sandi="salah").content.decode()
    jawaban = masuk(client, follow=True)
    assert "Akun ini nonaktif" in jawaban.content.decode()
    assert not is_masuk(client)


def test_a_deactivated_account_is_out_at_once(budi: Pengguna, client: Client) -> None:
    masuk(client)
    set_aktif(pengguna_id=budi.pk, aktif=False, oleh=None)
    assert not is_masuk(client)


def test_a_form_from_elsewhere_is_refused(budi: Pengguna) -> None:
    klien = Client(enforce_csrf_checks=True)
    assert masuk(klien).status_code == 403
    token = klien.get(reverse("account_login")).context["csrf_token"]
    jawaban = klien.post(
        reverse("account_login"), {"login": "budi", "password": SANDI, "csrfmiddlewaretoken": str(token)}
    )
    assert jawaban.status_code == 302


def test_signing_in_gives_a_new_session(budi: Pengguna, client: Client) -> None:
    client.get(reverse("account_login"))
    sesi = client.session
    sesi["sebelum"] = "masuk"
    sesi.save()
    lama = sesi.session_key
    masuk(client)
    assert client.session.session_key != lama
    assert not Client(cookies={"sessionid": lama}).session.get("_auth_user_id")


def test_the_cookie_of_the_session_is_hidden_from_scripts_and_ends_with_the_browser(
    budi: Pengguna, client: Client
) -> None:
    kuki = masuk(client).cookies["sessionid"]
    assert kuki["httponly"]
    assert kuki["samesite"] == "Lax"
    assert kuki["max-age"] == ""
    assert client.session.get_expiry_age() == 12 * 60 * 60


def test_cookies_are_for_https_only_where_the_site_is(budi: Pengguna, client: Client, settings: LazySettings) -> None:
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    client.get(reverse("account_login"), secure=True)
    jawaban = masuk(client, secure=True)
    assert jawaban.cookies["sessionid"]["secure"]
    assert client.cookies["csrftoken"]["secure"]


@pytest.mark.parametrize(
    "tujuan",
    ["https://jahat.example/", "//jahat.example/", "/\\jahat.example", "javascript:alert(1)", "http:///jahat.example"],
)
def test_nobody_is_sent_to_another_site(budi: Pengguna, client: Client, tujuan: str) -> None:
    jawaban = client.post(reverse("account_login") + "?next=" + tujuan, {
        "login": "budi", "password": SANDI, "next": tujuan,
    })  # fmt: skip
    assert jawaban.status_code == 302
    assert "jahat" not in jawaban["Location"]
    assert jawaban["Location"].startswith("/")


def test_a_person_goes_on_to_the_page_that_asked_for_sign_in(budi: Pengguna, client: Client) -> None:
    ke_masuk = client.get(reverse("usersessions_list"))
    assert ke_masuk.status_code == 302
    halaman = client.get(ke_masuk["Location"]).content.decode()
    assert f'name="next" value="{reverse("usersessions_list")}"' in halaman
    assert masuk(client, QUERY_STRING=ke_masuk["Location"].partition("?")[2])["Location"] == reverse(
        "usersessions_list"
    )


def test_signing_out_takes_a_form(budi: Pengguna, client: Client) -> None:
    masuk(client)
    lama = client.session.session_key
    assert client.get(reverse("account_logout")).status_code == 200
    assert is_masuk(client)
    assert client.post(reverse("account_logout")).status_code == 302
    assert not is_masuk(client)
    assert client.session.session_key != lama


def test_nobody_can_make_an_account_for_themselves(client: Client) -> None:
    for jalur in ("daftar/", "signup/", "email/", "3rdparty/", "2fa/"):
        assert client.get(f"/akun/{jalur}").status_code == 404
