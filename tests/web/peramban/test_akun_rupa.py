"""Every account page, looked at in both sizes and themes."""

from __future__ import annotations

import pytest
from django.conf import LazySettings
from playwright.sync_api import Page, expect
from tests.web.akun.conftest import SANDI, make_pengguna
from tests.web.akun.kode import make_kode
from tests.web.peramban.conftest import BukaLayar
from tests.web.peramban.layar import periksa_axe, periksa_tanpa_gulir_samping

from tolok.web.akun.operations import create_pengguna

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]

PENYEDIA = {
    "openid_connect": {
        "APPS": [
            {
                "provider_id": "kota",
                "name": "SSO Kota",
                "client_id": "tolok",
                "secret": "-",
                "settings": {"server_url": "http://127.0.0.1:9", "email_authentication": False, "akun_baru": []},
            }
        ]
    }
}


@pytest.fixture(autouse=True)
def _siap(settings: LazySettings) -> None:
    settings.SOCIALACCOUNT_PROVIDERS = PENYEDIA


def _lihat(page: Page, judul: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(judul)
    periksa_axe(page)
    periksa_tanpa_gulir_samping(page)


def _isi_sandi(page: Page, sandi: str = SANDI) -> None:
    page.get_by_label("Kata sandi", exact=True).fill(sandi)


def _masuk(page: Page, nama: str, sandi: str = SANDI) -> None:
    page.goto("/akun/masuk/")
    page.get_by_label("Nama pengguna atau surel").fill(nama)
    _isi_sandi(page, sandi)
    page.get_by_role("button", name="Masuk", exact=True).click()


def test_pages_before_signing_in(buka: BukaLayar, rupa: dict[str, str], settings: LazySettings) -> None:
    settings.SUREL_AKTIF = True
    settings.AXES_FAILURE_LIMIT = 2
    make_pengguna("budi", "Budi Contoh")
    page = buka(**rupa, boleh_status={401, 429}).page
    page.goto("/akun/masuk/")
    _lihat(page, "Masuk")
    page.get_by_role("button", name="Masuk", exact=True).click()
    expect(page.get_by_text("Isi nama pengguna atau surel.")).to_be_visible()
    _lihat(page, "Masuk")
    _masuk(page, "budi", "salah")
    expect(page.get_by_role("alert").filter(has_text="salah")).to_be_visible()
    _lihat(page, "Masuk")
    _masuk(page, "budi", "salah")
    _lihat(page, "Masuk dikunci sementara")
    for jalur, judul in {
        "sandi/lupa/": "Lupa kata sandi",
        "sandi/lupa/terkirim/": "Periksa surel Anda",
        "sandi/baru/1-rusak/": "Tautan tidak berlaku lagi",
        "sandi/baru/selesai/": "Kata sandi diganti",
        "nonaktif/": "Akun ini nonaktif",
        "penyedia/batal/": "Masuk dibatalkan",
        "penyedia/gagal/": "Masuk melalui penyedia gagal",
        "penyedia/kota/masuk/": "Masuk dengan SSO Kota",
    }.items():
        page.goto(f"/akun/{jalur}")
        _lihat(page, judul)


def test_pages_of_ones_own_account(buka: BukaLayar, rupa: dict[str, str]) -> None:
    make_pengguna("budi", "Budi Contoh", "budi@dinas.example")
    page = buka(**rupa).page
    _masuk(page, "budi")
    page.wait_for_url(lambda alamat: "/akun/masuk/" not in alamat)
    for jalur, judul in {
        "": "Budi Contoh",
        "sandi/": "Ganti kata sandi",
        "pengaman/": "Pengaman dua langkah",
        "pengaman/kunci/": "Kunci sandi",
        "sesi/": "Di mana saja Anda masuk",
        "penyedia/": "Penyedia identitas",
        "keluar/": "Keluar dari Tolok",
    }.items():
        page.goto(f"/akun/{jalur}")
        _lihat(page, judul)
    page.goto("/akun/sandi/")
    page.get_by_label("Kata sandi sekarang").fill("salah")
    page.get_by_label("Kata sandi baru", exact=True).fill("pendek")
    page.get_by_label("Ulangi kata sandi baru").fill("lain")
    page.get_by_role("button", name="Ganti kata sandi").click()
    _lihat(page, "Ganti kata sandi")


def test_pages_of_the_second_step(buka: BukaLayar, rupa: dict[str, str]) -> None:
    make_pengguna("budi", "Budi Contoh", "budi@dinas.example")
    page = buka(**rupa).page
    _masuk(page, "budi")
    page.wait_for_url(lambda alamat: "/akun/masuk/" not in alamat)
    page.goto("/akun/pengaman/aplikasi/")
    _lihat(page, "Pastikan ini Anda")
    _isi_sandi(page)
    page.get_by_role("button", name="Lanjutkan").click()
    _lihat(page, "Pasang aplikasi kode")
    rahasia = page.locator("#rahasia").inner_text()
    page.get_by_label("Kode enam angka dari aplikasi").fill(make_kode(rahasia))
    page.get_by_role("button", name="Pasang").click()
    _lihat(page, "Kode pemulihan")
    for jalur, judul in {
        "pengaman/": "Pengaman dua langkah",
        "pengaman/aplikasi/cabut/": "Cabut aplikasi kode",
        "pengaman/kunci/tambah/": "Tambah kunci sandi",
        "pengaman/pemulihan/baru/": "Buat kode pemulihan baru",
        "konfirmasi/": "Pastikan ini Anda",
        "konfirmasi/kode/": "Pastikan ini Anda",
    }.items():
        page.goto(f"/akun/{jalur}")
        _lihat(page, judul)
    page.goto("/akun/keluar/")
    page.get_by_role("button", name="Keluar").click()
    _masuk(page, "budi")
    _lihat(page, "Langkah kedua")


def test_the_page_that_replaces_a_handed_out_password(buka: BukaLayar, rupa: dict[str, str]) -> None:
    _, sementara = create_pengguna(username="siti", nama="Siti Contoh", oleh=None)
    page = buka(**rupa).page
    _masuk(page, "siti", sementara)
    expect(page.get_by_text("Anda masuk dengan kata sandi sementara")).to_be_visible()
    _lihat(page, "Ganti kata sandi")
    baru = page.get_by_label("Kata sandi baru", exact=True)
    baru.fill("sungai pagi tujuh")
    page.get_by_role("button", name="Lihat kata sandi baru").first.click()
    assert baru.get_attribute("type") == "text"
    assert baru.input_value() == "sungai pagi tujuh"
