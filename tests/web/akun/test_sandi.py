"""Passwords: the rules, changing, and what an admin hands out."""

from __future__ import annotations

import re

import pytest
from django.conf import LazySettings
from django.contrib.auth.password_validation import get_default_password_validators, validate_password
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from tests.web.akun.conftest import SANDI, is_masuk, list_perbuatan, masuk

from tolok.web.akun.models import Pengguna
from tolok.web.akun.operations import create_pengguna, reset_sandi
from tolok.web.akun.sandi import list_aturan, make_sandi_sementara

BARU = "sungai pagi tujuh warna"


@pytest.mark.parametrize(
    ("sandi", "sebab"),
    [
        ("pendek-9", "terlalu pendek"),
        ("197801012005011003", "hanya angka"),
        ("Rahasia123456!", "dipakai banyak orang"),
        ("Indonesia1945", "dipakai banyak orang"),
        ("!!bismillah-2024", "dipakai banyak orang"),
        ("qwerty123456", "dipakai banyak orang"),
        ("budisantoso99", "terlalu mirip"),
        ("budi.santoso@dinas", "terlalu mirip"),
    ],
)
def test_a_weak_password_is_refused_with_the_reason(sandi: str, sebab: str) -> None:
    orang = Pengguna(username="budi.santoso", nama="Budi Santoso", email="budi.santoso@dinas.example")
    with pytest.raises(ValidationError, match=sebab):
        validate_password(sandi, orang)


@pytest.mark.parametrize("sandi", [SANDI, BARU, "rahasia-umum-bukan-lagi", "Indonesia raya merdeka 7 kali"])
def test_a_long_password_of_unrelated_words_is_taken(sandi: str) -> None:
    validate_password(sandi, Pengguna(username="budi", nama="Budi Contoh", email="budi@dinas.example"))


def test_every_rule_in_force_is_said_before_typing(budi: Pengguna, client: Client) -> None:
    masuk(client)
    halaman = client.get(reverse("account_change_password")).content.decode()
    assert len(list_aturan()) == len(get_default_password_validators())
    for aturan in list_aturan():
        assert aturan in halaman
    assert re.search(r'<input[^>]*name="password1"[^>]*aria-describedby="id_password1_helptext"', halaman)
    assert 'id="id_password1_helptext"' in halaman


def _ganti(klien: Client, lama: str, baru: str, ulang: str | None = None, **lain: str):
    isi = {"oldpassword": lama, "password1": baru, "password2": ulang if ulang is not None else baru}
    return klien.post(reverse("account_change_password"), isi, **lain)


def test_a_person_changes_the_password_and_stays_signed_in_here_only(budi: Pengguna, client: Client) -> None:
    lain = Client()
    masuk(lain)
    masuk(client)
    jawaban = _ganti(client, SANDI, BARU)
    assert jawaban.status_code == 302
    assert is_masuk(client)
    assert not is_masuk(lain)
    assert list_perbuatan()[-1] == "pengguna.sandi_diganti"
    assert masuk(Client(), sandi=SANDI).status_code == 200
    assert masuk(Client(), sandi=BARU).status_code == 302


@pytest.mark.parametrize(
    ("lama", "baru", "ulang", "pesan"),
    [
        ("salah", BARU, BARU, "Kata sandi sekarang salah"),
        (SANDI, BARU, BARU + "x", "tidak sama"),
        (SANDI, SANDI, SANDI, "harus berbeda"),
        (SANDI, "pendek", "pendek", "terlalu pendek"),
        (SANDI, "", "", "Isi kata sandi baru"),
    ],
)
def test_a_change_that_cannot_be_made_says_why(
    budi: Pengguna, client: Client, lama: str, baru: str, ulang: str, pesan: str
) -> None:
    masuk(client)
    jawaban = _ganti(client, lama, baru, ulang)
    assert jawaban.status_code == 200
    assert pesan in jawaban.content.decode()
    assert "pengguna.sandi_diganti" not in list_perbuatan()[2:]


def test_a_handed_out_password_opens_nothing_but_its_replacement(client: Client) -> None:
    _, sementara = create_pengguna(username="siti", nama="Siti Contoh", oleh=None)
    ganti = reverse("account_change_password")
    masuk(client, "siti", sementara)
    for jalur in (reverse("akun_saya"), reverse("mfa_index"), "/", "/tidak-ada/"):
        assert client.get(jalur)["Location"] == ganti
    assert client.post(reverse("usersessions_list"))["Location"] == ganti
    potongan = client.get(reverse("akun_saya"), HTTP_HX_REQUEST="true")
    assert (potongan.status_code, potongan["HX-Redirect"]) == (200, ganti)
    assert "kata sandi sementara" in client.get(ganti).content.decode()
    assert _ganti(client, sementara, sementara).status_code == 200
    assert _ganti(client, sementara, BARU).status_code == 302
    assert is_masuk(client)
    client.post(reverse("account_logout"))
    masuk(client, "siti", BARU)
    assert is_masuk(client)


def test_whoever_has_a_handed_out_password_can_leave(client: Client) -> None:
    _, sementara = create_pengguna(username="siti", nama="Siti Contoh", oleh=None)
    masuk(client, "siti", sementara)
    client.post(reverse("account_logout"))
    assert "_auth_user_id" not in client.session


def test_a_password_from_the_admin_ends_the_sessions_and_the_old_password(budi: Pengguna, client: Client) -> None:
    masuk(client)
    sementara = reset_sandi(pengguna_id=budi.pk, oleh=None)
    assert not is_masuk(client)
    assert masuk(client, sandi=SANDI).status_code == 200
    assert masuk(client, sandi=sementara).status_code == 302


def test_handed_out_passwords_differ_and_satisfy_the_rules() -> None:
    daftar = {make_sandi_sementara() for _ in range(50)}
    assert len(daftar) == 50
    for satu in daftar:
        validate_password(satu, Pengguna(username="budi", nama="Budi Contoh", email="budi@dinas.example"))


def test_where_no_mail_leaves_the_site_the_page_says_who_helps(client: Client) -> None:
    assert "admin instansi" in client.get(reverse("account_login")).content.decode()
    jawaban = client.post(reverse("account_reset_password"), {"email": "budi@dinas.example"})
    assert "admin instansi" in jawaban.content.decode()
    assert mail.outbox == []


def test_a_forgotten_password_is_replaced_by_mail(budi: Pengguna, client: Client, settings: LazySettings) -> None:
    settings.SUREL_AKTIF = True
    assert reverse("account_reset_password") in client.get(reverse("account_login")).content.decode()
    jawaban = client.post(reverse("account_reset_password"), {"email": "budi@dinas.example"}, follow=True)
    assert "Periksa surel Anda" in jawaban.content.decode()
    (surat,) = mail.outbox
    assert (surat.to, surat.subject) == (["budi@dinas.example"], "[Tolok] Kata sandi baru")
    tautan = re.search(r"https?://testserver(\S+)", surat.body).group(1)
    formulir = client.get(tautan, follow=True)
    assert formulir.request["PATH_INFO"].endswith("-set-password/")
    jawaban = client.post(formulir.request["PATH_INFO"], {"password1": BARU, "password2": BARU}, follow=True)
    assert "Kata sandi diganti" in jawaban.content.decode()
    assert masuk(Client(), sandi=BARU).status_code == 302
    assert "tidak berlaku lagi" in Client().get(tautan, follow=True).content.decode()


def test_asking_for_a_link_does_not_tell_who_has_an_account(
    budi: Pengguna, client: Client, settings: LazySettings
) -> None:
    settings.SUREL_AKTIF = True
    kenal = client.post(reverse("account_reset_password"), {"email": "budi@dinas.example"}, follow=True)
    asing = client.post(reverse("account_reset_password"), {"email": "siapa@dinas.example"}, follow=True)
    assert kenal.content == asing.content
    assert [surat.to for surat in mail.outbox] == [["budi@dinas.example"]]


def test_a_change_is_announced_where_mail_leaves_the_site(
    budi: Pengguna, client: Client, settings: LazySettings
) -> None:
    settings.ACCOUNT_EMAIL_NOTIFICATIONS = True
    masuk(client)
    _ganti(client, SANDI, BARU)
    (surat,) = mail.outbox
    assert surat.subject == "[Tolok] Kata sandi diganti"
    assert "Bukan Anda? Segera hubungi admin instansi." in surat.body
    assert BARU not in surat.body
