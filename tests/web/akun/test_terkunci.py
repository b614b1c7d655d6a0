"""Locking an account for an address after too many wrong passwords or codes."""

from __future__ import annotations

import json
from datetime import timedelta

from axes.models import AccessAttempt
from django.conf import LazySettings
from django.db.models import F
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.web.akun.conftest import SANDI, is_masuk, list_perbuatan, make_pengguna, masuk

from tolok.web.akun.models import Pengguna
from tolok.web.akun.operations import reset_sandi
from tolok.web.audit.models import Catatan


def _gagal(klien: Client, kali: int, login: str = "budi", **lain: str) -> int:
    return [masuk(klien, login, "salah", **lain).status_code for _ in range(kali)][-1]


def test_the_fifth_wrong_password_locks(budi: Pengguna, client: Client) -> None:
    assert _gagal(client, 4) == 200
    jawaban = masuk(client, sandi="salah")
    assert jawaban.status_code == 429
    sampai = timezone.localtime(timezone.now() + timedelta(minutes=15))
    teks = jawaban.content.decode()
    assert f"{sampai:%H.%M} WIB" in teks or f"{sampai - timedelta(minutes=1):%H.%M} WIB" in teks
    assert 0 < int(jawaban["Retry-After"]) <= 15 * 60 + 1
    assert masuk(client).status_code == 429
    assert not is_masuk(client)


def test_a_lock_ends_after_fifteen_minutes(budi: Pengguna, client: Client) -> None:
    _gagal(client, 5)
    AccessAttempt.objects.update(attempt_time=F("attempt_time") - timedelta(minutes=14, seconds=50))
    assert masuk(client).status_code == 429
    AccessAttempt.objects.update(attempt_time=F("attempt_time") - timedelta(seconds=20))
    assert masuk(client).status_code == 302


def test_trying_during_the_lock_does_not_prolong_it(budi: Pengguna, client: Client) -> None:
    _gagal(client, 5)
    AccessAttempt.objects.update(attempt_time=F("attempt_time") - timedelta(minutes=10))
    sebelum = AccessAttempt.objects.get().attempt_time
    sisa = int(masuk(client, sandi="salah lagi")["Retry-After"])
    assert AccessAttempt.objects.get().attempt_time == sebelum
    assert sisa <= 5 * 60 + 1


def test_a_lock_is_written_down_once(budi: Pengguna, client: Client) -> None:
    _gagal(client, 8)
    assert list_perbuatan()[2:] == ["sesi.gagal"] * 4 + ["sesi.terkunci"]
    catatan = Catatan.objects.get(perbuatan="sesi.terkunci")
    assert catatan.objek == "pengguna:budi"
    assert json.loads(catatan.isi) == {"alamat": "127.0.0.1", "gagal": 5}


def test_all_names_of_an_account_are_counted_together(budi: Pengguna, client: Client) -> None:
    for login in ("budi", "BUDI", "budi@dinas.example", "Budi@dinas.example"):
        assert _gagal(client, 1, login) == 200
    assert _gagal(client, 1) == 429


def test_another_account_and_another_address_are_not_locked(budi: Pengguna, client: Client) -> None:
    make_pengguna("siti", "Siti Contoh")
    _gagal(client, 5)
    assert masuk(Client(), "siti").status_code == 302
    assert masuk(Client(), REMOTE_ADDR="10.1.2.3").status_code == 302


def test_a_name_that_no_account_has_is_locked_alike_and_not_kept(budi: Pengguna, client: Client) -> None:
    kenal = [masuk(client, "budi", "salah").status_code for _ in range(6)]
    asing = [masuk(client, "siapa", "salah").status_code for _ in range(6)]
    assert kenal == asing
    disimpan = " ".join(f"{satu.username} {satu.post_data}" for satu in AccessAttempt.objects.all())
    assert "siapa" not in disimpan
    assert "salah" not in disimpan


def test_a_successful_sign_in_starts_the_count_anew(budi: Pengguna, client: Client) -> None:
    _gagal(client, 4)
    masuk(client)
    client.post(reverse("account_logout"))
    assert _gagal(client, 4) == 200


def test_a_password_from_the_admin_opens_the_lock(budi: Pengguna, client: Client) -> None:
    _gagal(client, 5)
    sandi = reset_sandi(pengguna_id=budi.pk, oleh=None)
    assert masuk(client, sandi=sandi).status_code == 302


def test_wrong_passwords_while_confirming_count_too(budi: Pengguna, client: Client) -> None:
    masuk(client)
    alamat = reverse("account_reauthenticate")
    status = [client.post(alamat, {"password": "salah"}).status_code for _ in range(5)]
    assert status == [200] * 4 + [429]
    assert client.post(alamat, {"password": SANDI}).status_code == 429


def test_behind_proxies_the_address_is_what_the_trusted_one_saw(
    budi: Pengguna, client: Client, settings: LazySettings
) -> None:
    palsu = {"HTTP_X_FORWARDED_FOR": "1.1.1.1, 10.0.0.9"}
    _gagal(client, 5, **palsu)
    assert masuk(Client(), HTTP_X_FORWARDED_FOR="2.2.2.2, 10.0.0.8").status_code == 429  # nobody is trusted
    AccessAttempt.objects.all().delete()
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    _gagal(client, 5, **palsu)
    assert AccessAttempt.objects.get().ip_address == "10.0.0.9"
    assert masuk(Client(), HTTP_X_FORWARDED_FOR="1.1.1.1, 10.0.0.8").status_code == 302


def test_many_sign_ins_from_one_address_are_slowed_down(client: Client) -> None:
    status = [masuk(client, f"orang{n}", "salah").status_code for n in range(61)]
    assert set(status[:60]) == {200}
    jawaban = masuk(client, "orang99", "salah")
    assert jawaban.status_code == 429
    assert "Terlalu banyak percobaan" in jawaban.content.decode()
