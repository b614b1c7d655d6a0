"""Passkeys, in a real browser with a virtual authenticator."""

from __future__ import annotations

import json

import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import Page, expect
from tests.web.akun.conftest import SANDI, make_pengguna
from tests.web.peramban.conftest import BukaLayar

from tolok.web.akun.models import Pengguna
from tolok.web.audit.models import Catatan

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


def _pasang_pengotentik(halaman: Page) -> str:
    """Give the page a platform authenticator that says yes (a finger on the sensor) and return its id."""
    sesi = halaman.context.new_cdp_session(halaman)
    sesi.send("WebAuthn.enable")
    pilihan = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    return str(sesi.send("WebAuthn.addVirtualAuthenticator", {"options": pilihan})["authenticatorId"])


def _masuk(halaman: Page) -> None:
    halaman.goto("/akun/masuk/")
    halaman.get_by_label("Nama pengguna atau surel").fill("budi")
    halaman.get_by_label("Kata sandi", exact=True).fill(SANDI)
    halaman.get_by_role("button", name="Masuk", exact=True).click()
    halaman.wait_for_url(lambda url: "/akun/masuk/" not in url or "kode" in url)


def _keluar(halaman: Page) -> None:
    halaman.goto("/akun/")
    halaman.get_by_role("button", name="Keluar").click()
    expect(halaman.get_by_role("heading", name="Masuk")).to_be_visible()


def _daftarkan(halaman: Page, nama: str, *, tanpa_sandi: bool) -> None:
    halaman.goto("/akun/pengaman/kunci/tambah/")
    if "konfirmasi" in halaman.url:
        halaman.get_by_label("Kata sandi", exact=True).fill(SANDI)
        halaman.get_by_role("button", name="Lanjutkan").click()
    halaman.get_by_label("Nama kunci").fill(nama)
    if tanpa_sandi:
        halaman.get_by_label("Pakai untuk masuk tanpa kata sandi").check()
    halaman.get_by_role("button", name="Tambah").click()
    halaman.wait_for_url(lambda url: "/akun/pengaman/" in url and "/tambah/" not in url)


def test_a_passkey_is_registered_signs_in_alone_and_is_removed(buka: BukaLayar) -> None:
    make_pengguna("budi", "Budi Contoh", "budi@dinas.example")
    halaman = buka().page
    _pasang_pengotentik(halaman)
    _masuk(halaman)
    _daftarkan(halaman, "Laptop kantor", tanpa_sandi=True)
    expect(halaman.get_by_role("heading", name="Kode pemulihan")).to_be_visible()
    assert Authenticator.objects.get(type="webauthn").wrap().name == "Laptop kantor"

    _keluar(halaman)
    halaman.get_by_role("button", name="Masuk dengan kunci sandi").click()
    halaman.wait_for_url(lambda url: "/akun/masuk/" not in url)
    masuk_terakhir = Catatan.objects.filter(perbuatan="sesi.masuk").latest("nomor")
    assert (masuk_terakhir.objek, json.loads(masuk_terakhir.isi)["cara"]) == ("pengguna:budi", ["kunci sandi"])

    halaman.goto("/akun/pengaman/kunci/")
    expect(halaman.get_by_text("Tanpa kata sandi")).to_be_visible()
    halaman.get_by_role("link", name="Ganti nama Laptop kantor").click()
    if "konfirmasi" in halaman.url:
        halaman.get_by_role("link", name="Pakai kunci sandi").click()
        halaman.get_by_role("button", name="Pakai kunci sandi").click()
    halaman.get_by_label("Nama kunci").fill("Laptop rumah")
    halaman.get_by_role("button", name="Simpan").click()
    halaman.get_by_role("link", name="Cabut Laptop rumah").click()
    halaman.get_by_role("button", name="Cabut").click()
    expect(halaman.get_by_text("Belum ada kunci sandi")).to_be_visible()
    assert not Authenticator.objects.exists()


def test_a_passkey_is_the_second_step_and_another_persons_is_refused(buka: BukaLayar) -> None:
    make_pengguna("budi", "Budi Contoh", "budi@dinas.example")
    halaman = buka().page
    sesi = halaman.context.new_cdp_session(halaman)
    pengotentik = _pasang_pengotentik(halaman)
    _masuk(halaman)
    _daftarkan(halaman, "Ponsel", tanpa_sandi=False)
    _keluar(halaman)
    _masuk(halaman)
    expect(halaman.get_by_role("heading", name="Langkah kedua")).to_be_visible()
    halaman.get_by_role("button", name="Pakai kunci sandi").click()
    halaman.wait_for_url(lambda url: "/akun/masuk/" not in url)
    cara = json.loads(Catatan.objects.filter(perbuatan="sesi.masuk").latest("nomor").isi)["cara"]
    assert cara == ["sandi", "kunci sandi"]

    _keluar(halaman)
    sesi.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": pengotentik})
    _pasang_pengotentik(halaman)
    _masuk(halaman)
    halaman.get_by_role("button", name="Pakai kunci sandi").click()
    expect(halaman.get_by_role("alert")).to_contain_text("Kunci sandi tidak dipakai")
    halaman.goto("/akun/")
    assert "/akun/masuk/" in halaman.url
    assert Pengguna.objects.count() == 1
