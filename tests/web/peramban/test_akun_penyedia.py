"""Going to an identity provider and back in a real browser, under the strict content security policy."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import LazySettings
from playwright.sync_api import expect
from tests.web.akun.conftest import make_pengguna
from tests.web.akun.penyedia_uji import jalankan_penyedia
from tests.web.akun.test_oidc import tulis_toml
from tests.web.peramban.conftest import BukaLayar

from tolok.web.settings.oidc import list_asal, read_penyedia_oidc

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("diizinkan", [True, False])
def test_the_form_leads_to_the_provider_only_if_the_policy_names_it(
    buka: BukaLayar, settings: LazySettings, tmp_path: Path, diizinkan: bool
) -> None:
    make_pengguna("budi", "Budi Contoh", "budi@dinas.example")
    with jalankan_penyedia(sub="u-1", email="budi@dinas.example", email_verified=True, name="Budi Contoh") as penyedia:
        isi = read_penyedia_oidc(tulis_toml(tmp_path, penyedia.alamat, "hubungkan_surel = true"))
        settings.SOCIALACCOUNT_PROVIDERS = isi
        aturan = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
        boleh = [*aturan["form-action"], *(list_asal(isi) if diizinkan else [])]
        settings.CONTENT_SECURITY_POLICY = {"DIRECTIVES": aturan | {"form-action": boleh}}
        layar = buka()
        layar.page.goto("/akun/masuk/")
        tombol = layar.page.get_by_role("button", name="Masuk dengan SSO Kota")
        if diizinkan:
            tombol.click()
            expect(layar.page.locator(".tk-orang")).to_contain_text("Budi Contoh")
            return
        with layar.page.expect_console_message(lambda pesan: "form-action" in pesan.text):
            tombol.click()
        assert "/izin" not in penyedia.daftar_permintaan
        layar.daftar_kesalahan.clear()
