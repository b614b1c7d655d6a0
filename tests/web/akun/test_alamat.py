"""Every address of the account: who may open it, in which words, under which policy."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.conf import LazySettings
from django.test import Client
from django.urls import get_resolver, reverse
from tests.web.akun.conftest import find_inggris, masuk
from tests.web.akun.kode import konfirmasi, pasang_aplikasi

from tolok.web.akun.alamat import AKSI_AKUN, DAFTAR_ALAMAT, Alamat
from tolok.web.akun.models import Pengguna

ISIAN = {"pk": 1, "provider_id": "kota", "uidb36": "1", "key": "rusak"}
SEMUA = pytest.mark.parametrize("alamat", DAFTAR_ALAMAT, ids=lambda satu: satu.nama)


def _jalur(alamat: Alamat) -> str:
    return reverse(alamat.nama, kwargs={k: v for k, v in ISIAN.items() if f":{k}>" in alamat.jalur})


class _Pembaca(HTMLParser):
    """Collects what a person reads or hears, and what the policy forbids."""

    def __init__(self, halaman: str) -> None:
        super().__init__()
        self.teks: list[str] = []
        self.terlarang: list[str] = []
        self._diam = ""
        self.feed(halaman)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        isi = dict(attrs)
        for nama in ("aria-label", "placeholder", "title", "alt"):
            self.teks.append(isi.get(nama) or "")
        if tag in ("script", "style"):
            self._diam = tag
        if tag == "style" or "style" in isi or any(nama.startswith("on") for nama in isi):
            self.terlarang.append(self.get_starttag_text() or "")
        if tag == "script" and "src" not in isi and isi.get("type") != "application/json":
            self.terlarang.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._diam:
            self._diam = ""

    def handle_data(self, data: str) -> None:
        if not self._diam:
            self.teks.append(data)


@pytest.fixture
def penyedia(settings: LazySettings) -> None:
    """A provider that is never asked."""
    pilihan: dict[str, Any] = {"server_url": "http://127.0.0.1:9", "email_authentication": False, "akun_baru": []}
    satu = {"provider_id": "kota", "name": "SSO Kota", "client_id": "tolok", "secret": "-", "settings": pilihan}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [satu]}}


def test_every_mounted_address_is_in_the_table() -> None:
    (akun,) = [satu for satu in get_resolver().url_patterns if str(satu.pattern) == "akun/"]
    assert {satu.name for satu in akun.url_patterns} == AKSI_AKUN.keys()
    assert len(DAFTAR_ALAMAT) == len(AKSI_AKUN)


@SEMUA
def test_who_is_not_signed_in_opens_what_is_public_and_is_sent_to_sign_in_else(
    penyedia: None, client: Client, alamat: Alamat
) -> None:
    for kirim in (client.get, client.post):
        jawaban = kirim(_jalur(alamat))
        ke_masuk = jawaban.status_code == 302 and jawaban["Location"].startswith(reverse("account_login") + "?next=")
        if alamat.siapa == "masuk":
            assert ke_masuk or (kirim == client.post and jawaban.status_code == 405)
        else:
            assert not ke_masuk
            assert jawaban.status_code in (200, 302, 401, 405, 502)


@SEMUA
def test_a_page_is_in_indonesian_and_within_the_policy(
    penyedia: None, budi: Pengguna, client: Client, alamat: Alamat, settings: LazySettings
) -> None:
    settings.SUREL_AKTIF = True
    daftar_halaman = [client.get(_jalur(alamat)), client.post(_jalur(alamat))]
    masuk(client)
    konfirmasi(client)
    daftar_halaman += [client.get(_jalur(alamat)), client.post(_jalur(alamat))]
    for jawaban in daftar_halaman:
        if jawaban.status_code in (302, 405) or "html" not in jawaban["Content-Type"]:
            continue
        halaman = jawaban.content.decode()
        bacaan = _Pembaca(halaman)
        assert re.search(r'<html lang="id"', halaman)
        assert "Tolok" in bacaan.teks
        assert find_inggris(" ".join(bacaan.teks)) == []
        assert bacaan.terlarang == []
        assert "'unsafe" not in jawaban["Content-Security-Policy"]


def test_pages_with_the_second_step_installed_are_in_indonesian_too(
    penyedia: None, budi: Pengguna, client: Client
) -> None:
    masuk(client)
    pasang_aplikasi(client)
    for alamat in DAFTAR_ALAMAT:
        jawaban = client.get(_jalur(alamat))
        if jawaban.status_code == 200:
            assert find_inggris(" ".join(_Pembaca(jawaban.content.decode()).teks)) == [], alamat.nama
    lain = Client()
    masuk(lain)
    bacaan = _Pembaca(lain.get(reverse("mfa_authenticate")).content.decode())
    assert find_inggris(" ".join(bacaan.teks)) == []


def test_the_scan_finds_english() -> None:
    bacaan = _Pembaca("<p>Enter your password</p><input aria-label='Remove' onclick='x'><script>the</script>")
    assert find_inggris(" ".join(bacaan.teks)) == ["enter", "password", "remove", "your"]
    assert len(bacaan.terlarang) == 2


def test_another_persons_key_does_not_exist(budi: Pengguna, client: Client) -> None:
    orang = Pengguna.objects.create(username="siti", nama="Siti Contoh")
    kunci = Authenticator.objects.create(user=orang, type="webauthn", data={"name": "Kunci", "credential": {}})
    masuk(client)
    konfirmasi(client)
    for nama in ("mfa_edit_webauthn", "mfa_remove_webauthn"):
        alamat = reverse(nama, kwargs={"pk": kunci.pk})
        assert client.get(alamat).status_code == 404
        assert client.post(alamat, {"name": "milikku"}).status_code == 404
    assert Authenticator.objects.filter(pk=kunci.pk).exists()
