"""Signing in through an identity provider (one that the tests run themselves)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from django.conf import LazySettings
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from tests.web.akun.conftest import SANDI, is_masuk, list_perbuatan, make_pengguna, masuk
from tests.web.akun.kode import konfirmasi, pasang_aplikasi
from tests.web.akun.penyedia_uji import KLIEN, RAHASIA, Penyedia, jalankan_penyedia

from tolok.web.akun.models import Pengguna
from tolok.web.akun.operations import set_aktif
from tolok.web.audit.models import Catatan
from tolok.web.settings.oidc import list_asal, read_penyedia_oidc

Pasang = Callable[..., None]
MASUK, KEMBALI = "/akun/penyedia/kota/masuk/", "/akun/penyedia/kota/kembali/"


@pytest.fixture
def penyedia() -> Iterator[Penyedia]:
    """A provider that lets in Budi."""
    with jalankan_penyedia(sub="u-1", email="Budi@dinas.example", email_verified=True, name="Budi Contoh") as ada:
        yield ada


def tulis_toml(folder: Path, alamat: str, lain: str = "") -> str:
    """Write the configuration of a provider and return its address."""
    berkas = folder / "oidc.toml"
    isi = (
        f'[[penyedia]]\nid = "kota"\nnama = "SSO Kota"\nalamat = "{alamat}"\nklien = "{KLIEN}"\nrahasia = "{RAHASIA}"\n'
    )
    berkas.write_text(isi + lain, encoding="utf-8")
    return str(berkas)


@pytest.fixture
def pasang(penyedia: Penyedia, settings: LazySettings, tmp_path: Path) -> Pasang:
    """Configure the provider, with further lines of its TOML."""

    def _pasang(lain: str = "") -> None:
        settings.SOCIALACCOUNT_PROVIDERS = read_penyedia_oidc(tulis_toml(tmp_path, penyedia.alamat, lain))

    _pasang()
    return _pasang


def lewat_penyedia(klien: Client, proses: str = "login", **isi: str) -> HttpResponse:
    """Go to the provider and come back, as a browser does."""
    ke_sana = klien.post(f"{MASUK}?process={proses}", isi)
    assert ke_sana.status_code == 302, ke_sana.content.decode()
    pulang = requests.get(ke_sana["Location"], allow_redirects=False, timeout=5)
    return klien.get(pulang.headers["Location"])  # type: ignore[return-value]


def test_the_sign_in_page_offers_the_provider(pasang: Pasang, client: Client) -> None:
    assert "Masuk dengan SSO Kota" in client.get(reverse("account_login")).content.decode()


@pytest.mark.parametrize("ada_akun", [False, True])
def test_nobody_gets_in_whom_the_configuration_does_not_let_in(pasang: Pasang, client: Client, ada_akun: bool) -> None:
    if ada_akun:
        make_pengguna("budi", "Budi Contoh", "budi@dinas.example")
    jumlah = Pengguna.objects.count()
    jawaban = lewat_penyedia(client)
    assert jawaban.status_code == 403
    assert "Akun Anda belum terdaftar di Tolok" in jawaban.content.decode()
    assert not is_masuk(client)
    assert Pengguna.objects.count() == jumlah


def test_a_known_address_gets_in_if_the_configuration_says_so(
    pasang: Pasang, penyedia: Penyedia, budi: Pengguna, client: Client
) -> None:
    pasang("hubungkan_surel = true")
    lewat_penyedia(client)
    assert is_masuk(client)
    assert list_perbuatan()[2:] == ["penyedia.dihubungkan", "sesi.masuk"]
    assert json.loads(Catatan.objects.get(perbuatan="sesi.masuk").isi)["cara"] == ["penyedia kota"]
    penyedia.orang["email"] = "lain@dinas.example"
    lagi = Client()
    lewat_penyedia(lagi)
    assert is_masuk(lagi)
    assert masuk(Client(), sandi=SANDI).status_code == 302
    assert Pengguna.objects.get() == budi


def test_an_address_the_provider_has_not_verified_counts_for_nothing(
    pasang: Pasang, penyedia: Penyedia, budi: Pengguna, client: Client
) -> None:
    pasang('hubungkan_surel = true\nakun_baru = ["@dinas.example"]')
    penyedia.orang["email_verified"] = False
    assert lewat_penyedia(client).status_code == 403
    penyedia.orang |= {"sub": "u-2", "email": "baru@dinas.example"}
    assert lewat_penyedia(client).status_code == 403
    assert not is_masuk(client)
    assert Pengguna.objects.count() == 1


@pytest.mark.parametrize("pola", ["@dinas.example", "budi@dinas.example"])
def test_an_address_on_the_list_gets_an_account_without_role_or_password(
    pasang: Pasang, client: Client, pola: str
) -> None:
    pasang(f'akun_baru = ["{pola}"]')
    lewat_penyedia(client)
    assert is_masuk(client)
    baru = Pengguna.objects.get()
    assert (baru.username, baru.nama, baru.email) == ("budi", "Budi Contoh", "budi@dinas.example")
    assert not baru.has_usable_password()
    assert not baru.daftar_penugasan.exists()
    dibuat = Catatan.objects.get(perbuatan="pengguna.dibuat")
    assert json.loads(dibuat.isi) == {"nama": "Budi Contoh", "surel": "budi@dinas.example", "penyedia": "kota"}
    assert "tanpa kata sandi" in client.get(reverse("account_change_password")).content.decode()
    assert "diatur di sana" in client.get(reverse("mfa_index")).content.decode()
    lagi = Client()
    lewat_penyedia(lagi)
    assert is_masuk(lagi)
    assert Pengguna.objects.count() == 1


@pytest.mark.parametrize("pola", ["@inas.example", "@kota.example", "siti@dinas.example"])
def test_an_address_off_the_list_gets_none(pasang: Pasang, client: Client, pola: str) -> None:
    pasang(f'akun_baru = ["{pola}"]')
    assert lewat_penyedia(client).status_code == 403
    assert not Pengguna.objects.exists()


def test_a_taken_user_name_is_numbered(pasang: Pasang, client: Client) -> None:
    make_pengguna("budi", "Budi Lain", "budi@kota.example")
    pasang('akun_baru = ["@dinas.example"]')
    lewat_penyedia(client)
    assert is_masuk(client)
    assert set(Pengguna.objects.values_list("username", flat=True)) == {"budi", "budi.2"}


def test_a_person_links_the_provider_after_confirming_and_unlinks_it(
    pasang: Pasang, penyedia: Penyedia, budi: Pengguna, client: Client
) -> None:
    penyedia.orang["email"] = "pribadi@lain.example"
    masuk(client)
    assert lewat_penyedia(client, "connect")["Location"].startswith(reverse("account_reauthenticate"))
    konfirmasi(client)
    halaman = client.get(reverse("socialaccount_connections")).content.decode()
    assert "Terhubung" in halaman
    lain = Client()
    lewat_penyedia(lain)
    assert is_masuk(lain)
    akun = budi.socialaccount_set.get()
    assert client.post(reverse("socialaccount_connections"), {"account": akun.pk}).status_code == 302
    assert lewat_penyedia(Client()).status_code == 403
    assert [nama for nama in list_perbuatan() if nama.startswith("penyedia.")] == [
        "penyedia.dihubungkan",
        "penyedia.dilepas",
    ]


def test_the_only_way_in_cannot_be_unlinked(pasang: Pasang, client: Client) -> None:
    pasang('akun_baru = ["@dinas.example"]')
    lewat_penyedia(client)
    akun = Pengguna.objects.get().socialaccount_set.get()
    jawaban = client.post(reverse("socialaccount_connections"), {"account": akun.pk})
    assert "satu-satunya cara Anda masuk" in jawaban.content.decode()
    assert Pengguna.objects.get().socialaccount_set.exists()


def test_the_second_step_is_asked_after_the_provider_too(pasang: Pasang, budi: Pengguna, client: Client) -> None:
    pasang("hubungkan_surel = true")
    kantor = Client()
    masuk(kantor)
    pasang_aplikasi(kantor)
    assert lewat_penyedia(client)["Location"].startswith(reverse("mfa_authenticate"))
    assert not is_masuk(client)


def test_an_inactive_account_does_not_get_in(pasang: Pasang, budi: Pengguna, client: Client) -> None:
    pasang("hubungkan_surel = true")
    lewat_penyedia(Client())
    set_aktif(pengguna_id=budi.pk, aktif=False, oleh=None)
    assert lewat_penyedia(client)["Location"] == reverse("account_inactive")
    assert not is_masuk(client)


def test_an_answer_nobody_asked_for_is_refused(pasang: Pasang, budi: Pengguna, client: Client) -> None:
    pasang("hubungkan_surel = true")
    ke_sana = Client().post(MASUK)
    pulang = requests.get(ke_sana["Location"], allow_redirects=False, timeout=5).headers["Location"]
    jawaban = client.get(pulang)
    assert "Masuk melalui penyedia gagal" in jawaban.content.decode()
    assert not is_masuk(client)


def test_a_code_used_twice_is_refused(pasang: Pasang, budi: Pengguna, penyedia: Penyedia, client: Client) -> None:
    pasang("hubungkan_surel = true")
    ke_sana = client.post(MASUK)
    pulang = requests.get(ke_sana["Location"], allow_redirects=False, timeout=5).headers["Location"]
    penyedia.kode.clear()
    assert "Masuk melalui penyedia gagal" in client.get(pulang).content.decode()
    assert not is_masuk(client)


@pytest.mark.parametrize(
    ("menolak", "judul"), [("access_denied", "Masuk dibatalkan"), ("server_error", "Masuk melalui penyedia gagal")]
)
def test_a_refusal_of_the_provider_is_told(
    pasang: Pasang, penyedia: Penyedia, client: Client, menolak: str, judul: str
) -> None:
    penyedia.menolak = menolak
    jawaban = lewat_penyedia(client)
    if jawaban.status_code == 302:
        jawaban = client.get(jawaban["Location"])
    assert judul in jawaban.content.decode()


def test_a_provider_that_does_not_answer_is_told(settings: LazySettings, tmp_path: Path, client: Client) -> None:
    with jalankan_penyedia(sub="u-1") as mati:
        alamat = mati.alamat
    settings.SOCIALACCOUNT_PROVIDERS = read_penyedia_oidc(tulis_toml(tmp_path, alamat))
    jawaban = client.post(MASUK)
    assert "Masuk melalui penyedia gagal" in jawaban.content.decode()


def test_the_request_carries_pkce_and_no_secret(pasang: Pasang, penyedia: Penyedia, client: Client) -> None:
    minta = parse_qs(urlsplit(client.post(MASUK)["Location"]).query)
    assert minta["code_challenge_method"] == ["S256"]
    assert minta["redirect_uri"] == [f"http://testserver{KEMBALI}"]
    assert RAHASIA not in str(minta)


def test_nobody_is_sent_to_another_site_after_the_provider(pasang: Pasang, budi: Pengguna, client: Client) -> None:
    pasang("hubungkan_surel = true")
    jawaban = lewat_penyedia(client, next="https://jahat.example/")
    assert "jahat" not in jawaban["Location"]


def test_looking_at_the_page_starts_nothing(pasang: Pasang, penyedia: Penyedia, client: Client) -> None:
    jawaban = client.get(MASUK)
    assert "Lanjutkan" in jawaban.content.decode()
    assert penyedia.daftar_permintaan == []


def test_an_unknown_provider_does_not_exist(pasang: Pasang, client: Client) -> None:
    assert client.get("/akun/penyedia/lain/masuk/").status_code == 404


def test_the_origins_of_providers_are_what_forms_may_lead_to(tmp_path: Path) -> None:
    isi = read_penyedia_oidc(tulis_toml(tmp_path, "https://sso.kota.example/realms/asn"))
    assert list_asal(isi) == ["https://sso.kota.example"]
    assert list_asal(read_penyedia_oidc("")) == []


@pytest.mark.parametrize(
    ("ganti", "sebab"),
    [
        (("klien = ", "client = "), "tidak dikenal: client"),
        (('rahasia = "rahasia-penyedia"', 'rahasia = ""'), "rahasia harus berisi"),
        (("https://", "ftp://"), "harus dimulai dengan https"),
        (("https://", "http://"), "harus dimulai dengan https"),
        (("[[penyedia]]", "[penyedia]"), "tidak ada"),
        (("[[penyedia]]", "[[penyedia]"), "tidak dapat dibaca"),
        (("# akhir", "hubungkan_surel = 1"), "true atau false"),
        (("# akhir", 'akun_baru = "@dinas.example"'), "harus daftar"),
        (("# akhir", 'akun_baru = ["dinas.example"]'), "harus daftar"),
    ],
)
def test_a_configuration_that_cannot_be_used_says_where_and_why(
    tmp_path: Path, ganti: tuple[str, str], sebab: str
) -> None:
    alamat = tulis_toml(tmp_path, "https://sso.kota.example", "# akhir")
    teks = Path(alamat).read_text(encoding="utf-8")
    assert ganti[0] in teks
    Path(alamat).write_text(teks.replace(*ganti), encoding="utf-8")
    with pytest.raises(ImproperlyConfigured, match=sebab) as galat:
        read_penyedia_oidc(alamat)
    assert alamat in str(galat.value)


def test_a_missing_file_and_one_id_twice_are_told(tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured, match="tidak dapat dibaca"):
        read_penyedia_oidc(str(tmp_path / "tidak-ada.toml"))
    alamat = Path(tulis_toml(tmp_path, "https://sso.kota.example"))
    alamat.write_text(alamat.read_text(encoding="utf-8") * 2, encoding="utf-8")
    with pytest.raises(ImproperlyConfigured, match="tidak boleh sama"):
        read_penyedia_oidc(str(alamat))
