"""The second step: the app with codes, and recovery codes."""

from __future__ import annotations

import json

import pytest
from allauth.mfa.models import Authenticator
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse
from tests.web.akun.conftest import is_masuk, list_perbuatan, masuk
from tests.web.akun.kode import konfirmasi, list_kode_pemulihan, make_kode, pasang_aplikasi

from tolok.web.akun.models import Pengguna
from tolok.web.akun.operations import reset_sandi
from tolok.web.audit.models import Catatan


def _kode(klien: Client, kode: str):
    return klien.post(reverse("mfa_authenticate"), {"code": kode})


@pytest.fixture
def rahasia(budi: Pengguna) -> str:
    """Budi's app, installed from another browser."""
    klien = Client()
    masuk(klien)
    return pasang_aplikasi(klien)


def test_installing_the_app_gives_ten_recovery_codes(budi: Pengguna, client: Client) -> None:
    masuk(client)
    pasang_aplikasi(client)
    assert len(set(list_kode_pemulihan(client))) == 10
    jenis = [json.loads(c.isi) for c in Catatan.objects.filter(perbuatan="pengaman.ditambah").order_by("nomor")]
    assert {"jenis": "aplikasi kode"} in jenis


def test_a_wrong_code_installs_nothing(budi: Pengguna, client: Client) -> None:
    masuk(client)
    konfirmasi(client)
    client.get(reverse("mfa_activate_totp"))
    jawaban = client.post(reverse("mfa_activate_totp"), {"code": "000000"})
    assert "Kode salah" in jawaban.content.decode()
    assert not Authenticator.objects.exists()


def test_with_the_app_the_password_alone_signs_nobody_in(rahasia: str, client: Client) -> None:
    assert masuk(client)["Location"].startswith(reverse("mfa_authenticate"))
    assert not is_masuk(client)
    assert _kode(client, make_kode(rahasia, 1)).status_code == 302
    assert is_masuk(client)
    catatan = Catatan.objects.filter(perbuatan="sesi.masuk").latest("nomor")
    assert json.loads(catatan.isi)["cara"] == ["sandi", "aplikasi kode"]


def test_the_second_step_cannot_be_reached_without_the_first(rahasia: str, client: Client) -> None:
    assert client.get(reverse("mfa_authenticate"))["Location"] == reverse("account_login")
    assert _kode(client, make_kode(rahasia, 1))["Location"] == reverse("account_login")
    assert not is_masuk(client)


def test_a_code_is_taken_once(rahasia: str, client: Client) -> None:
    kode = make_kode(rahasia, 1)
    masuk(client)
    assert _kode(client, kode).status_code == 302
    lain = Client()
    masuk(lain)
    assert _kode(lain, kode).status_code == 200
    assert not is_masuk(lain)


def test_a_recovery_code_is_taken_once(budi: Pengguna, client: Client) -> None:
    masuk(client)
    pasang_aplikasi(client)
    kode = list_kode_pemulihan(client)[3]
    lain = Client()
    masuk(lain)
    assert _kode(lain, kode).status_code == 302
    assert is_masuk(lain)
    assert kode not in list_kode_pemulihan(client)
    lagi = Client()
    masuk(lagi)
    assert _kode(lagi, kode).status_code == 200
    assert not is_masuk(lagi)


def test_wrong_codes_lock_like_wrong_passwords(rahasia: str, client: Client) -> None:
    masuk(client)
    status = [_kode(client, "000000").status_code for _ in range(5)]
    assert status == [200] * 4 + [429]
    assert _kode(client, make_kode(rahasia, 1)).status_code == 429
    assert not is_masuk(client)
    assert masuk(Client()).status_code == 429
    assert list_perbuatan()[-5:] == ["sesi.gagal"] * 4 + ["sesi.terkunci"]


def test_wrong_passwords_and_wrong_codes_are_counted_together(rahasia: str, client: Client) -> None:
    for _ in range(3):
        masuk(client, sandi="salah")
    masuk(client)
    assert [_kode(client, "000000").status_code for _ in range(2)] == [200, 429]


@pytest.mark.parametrize(
    "nama",
    [
        "mfa_activate_totp", "mfa_add_webauthn", "mfa_generate_recovery_codes",
    ],
)  # fmt: skip
def test_the_second_step_is_changed_only_after_confirming(budi: Pengguna, client: Client, nama: str) -> None:
    masuk(client)
    assert client.get(reverse(nama))["Location"].startswith(reverse("account_reauthenticate"))
    assert client.post(reverse(nama), {"code": "1"})["Location"].startswith(reverse("account_reauthenticate"))
    assert client.post(reverse("account_reauthenticate"), {"password": "salah"}).status_code == 200
    assert client.get(reverse(nama)).status_code == 302
    konfirmasi(client)
    assert client.get(reverse(nama)).status_code == 200


def test_the_second_step_and_its_codes_are_removed_and_shown_only_after_confirming(
    rahasia: str, client: Client
) -> None:
    masuk(client)
    _kode(client, make_kode(rahasia, 1))
    for nama in ("mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_download_recovery_codes"):
        assert client.get(reverse(nama))["Location"].startswith(reverse("account_reauthenticate"))
    assert Authenticator.objects.count() == 2


def test_one_may_confirm_with_a_code_instead(rahasia: str, client: Client) -> None:
    masuk(client)
    _kode(client, make_kode(rahasia, 1))
    assert reverse("mfa_reauthenticate") in client.get(reverse("account_reauthenticate")).content.decode()
    kode = make_kode(rahasia, -1)
    assert client.post(reverse("mfa_reauthenticate"), {"code": kode}).status_code == 302
    assert client.get(reverse("mfa_deactivate_totp")).status_code == 200


def test_removing_the_app_removes_the_recovery_codes_too(rahasia: str, client: Client) -> None:
    masuk(client)
    _kode(client, make_kode(rahasia, 1))
    konfirmasi(client)
    assert client.post(reverse("mfa_deactivate_totp"))["Location"] == reverse("mfa_index")
    assert not Authenticator.objects.exists()
    assert list_perbuatan()[-2:] == ["pengaman.dicabut"] * 2
    assert masuk(Client()).status_code == 302


def test_new_recovery_codes_replace_the_old(budi: Pengguna, client: Client) -> None:
    masuk(client)
    pasang_aplikasi(client)
    lama = set(list_kode_pemulihan(client))
    client.post(reverse("mfa_generate_recovery_codes"))
    assert not lama & set(list_kode_pemulihan(client))


def test_recovery_codes_are_downloaded_as_a_text(budi: Pengguna, client: Client) -> None:
    masuk(client)
    pasang_aplikasi(client)
    berkas = client.get(reverse("mfa_download_recovery_codes"))
    assert berkas["Content-Disposition"] == 'attachment; filename="kode-pemulihan-tolok.txt"'
    assert berkas["Content-Type"] == "text/plain; charset=utf-8"
    teks = berkas.content.decode()
    assert teks.startswith("Kode pemulihan Tolok untuk budi\n")
    assert [baris for baris in teks.splitlines() if baris.isdigit()] == list_kode_pemulihan(client)


def test_secrets_are_not_stored_in_the_clear(rahasia: str) -> None:
    tersimpan = json.dumps(list(Authenticator.objects.values_list("data", flat=True)))
    assert rahasia not in tersimpan
    assert Authenticator.objects.get(type="totp").data["secret"].startswith("gAAAA")


def test_a_secret_of_an_older_key_still_opens_and_one_of_a_lost_key_fits_nothing(
    rahasia: str, client: Client, settings: LazySettings
) -> None:
    kunci = settings.SECRET_KEY
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "kunci baru", [kunci]
    masuk(client)
    assert _kode(client, make_kode(rahasia, 1)).status_code == 302
    settings.SECRET_KEY_FALLBACKS = []
    lain = Client()
    masuk(lain)
    assert _kode(lain, make_kode(rahasia, -1)).status_code == 200
    assert not is_masuk(lain)


def test_the_admin_can_remove_the_second_step_of_a_person_who_lost_it(
    rahasia: str, budi: Pengguna, client: Client
) -> None:
    sandi = reset_sandi(pengguna_id=budi.pk, oleh=None, cabut_pengaman=True)
    assert masuk(client, sandi=sandi)["Location"] != reverse("mfa_authenticate")
    assert json.loads(Catatan.objects.filter(perbuatan="pengguna.sandi_diatur_ulang").get().isi) == {
        "pengaman_dicabut": 2,
        "sesi_diakhiri": 1,
    }


def test_a_password_from_the_admin_leaves_the_second_step(rahasia: str, budi: Pengguna, client: Client) -> None:
    sandi = reset_sandi(pengguna_id=budi.pk, oleh=None)
    assert masuk(client, sandi=sandi)["Location"].startswith(reverse("mfa_authenticate"))
