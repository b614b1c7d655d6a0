"""Changes of an account and the history of the installation are one transaction."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.db.models.signals import post_save
from django.test import Client
from django.urls import reverse
from tests.web.akun.conftest import SANDI, list_perbuatan, make_pengguna, masuk
from tests.web.akun.kode import konfirmasi, list_kode_pemulihan, make_kode, pasang_aplikasi

from tolok.web.akun.models import Pengguna
from tolok.web.akun.operations import change_sandi, create_pengguna, reset_sandi, set_aktif
from tolok.web.audit.models import Catatan
from tolok.web.audit.sidik import SIDIK_AWAL, Baris, compute_sidik

pytestmark = pytest.mark.django_db(transaction=True)


class DiskPenuh(Exception):
    """The entry cannot be written."""


@pytest.fixture
def tanpa_riwayat() -> Any:
    """From the moment it is called, no entry can be written."""

    def gagal(**_: Any) -> None:
        raise DiskPenuh

    def mulai() -> None:
        post_save.connect(gagal, sender=Catatan)

    yield mulai
    post_save.disconnect(gagal, sender=Catatan)


def _isi(pengguna: Pengguna) -> dict[str, Any]:
    segar = Pengguna.objects.get(pk=pengguna.pk)
    return {satu.name: getattr(segar, satu.name) for satu in Pengguna._meta.fields}


@pytest.mark.parametrize(
    "ubah",
    [
        lambda budi: create_pengguna(username="siti", nama="Siti Contoh", surel="siti@dinas.example", oleh=None),
        lambda budi: reset_sandi(pengguna_id=budi.pk, oleh=None, cabut_pengaman=True),
        lambda budi: change_sandi(budi, "sungai pagi tujuh warna"),
        lambda budi: set_aktif(pengguna_id=budi.pk, aktif=False, oleh=None),
    ],
)
def test_without_its_entry_nothing_changes(
    client: Client, tanpa_riwayat: Callable[[], None], ubah: Callable[[Pengguna], object]
) -> None:
    budi = make_pengguna("budi", "Budi Contoh", "budi@dinas.example")
    masuk(client)
    pasang_aplikasi(client)
    sebelum, catatan = _isi(budi), list_perbuatan()
    tanpa_riwayat()
    with pytest.raises(DiskPenuh):
        ubah(budi)
    assert _isi(budi) == sebelum
    assert list_perbuatan() == catatan
    assert Pengguna.objects.count() == 1
    assert Authenticator.objects.count() == 2
    assert client.get(reverse("akun_saya")).status_code == 200


def test_without_its_entry_no_second_step_is_added_or_removed(
    client: Client, tanpa_riwayat: Callable[[], None]
) -> None:
    make_pengguna("budi", "Budi Contoh")
    make_pengguna("siti", "Siti Contoh")
    lain = Client()
    masuk(lain, "siti")
    konfirmasi(lain)
    rahasia = lain.get(reverse("mfa_activate_totp")).context["form"].secret
    masuk(client)
    pasang_aplikasi(client)
    kode = list_kode_pemulihan(client)
    tanpa_riwayat()
    with pytest.raises(DiskPenuh):
        lain.post(reverse("mfa_activate_totp"), {"code": make_kode(rahasia)})
    with pytest.raises(DiskPenuh):
        client.post(reverse("mfa_generate_recovery_codes"))
    with pytest.raises(DiskPenuh):
        client.post(reverse("mfa_deactivate_totp"))
    assert set(Authenticator.objects.values_list("user__username", flat=True)) == {"budi"}
    assert list_kode_pemulihan(client) == kode


def test_nobody_signs_in_whose_entry_cannot_be_written(client: Client, tanpa_riwayat: Callable[[], None]) -> None:
    make_pengguna("budi", "Budi Contoh")
    tanpa_riwayat()
    with pytest.raises(DiskPenuh):
        masuk(client)
    assert client.get(reverse("akun_saya")).status_code == 302


def test_the_chain_of_an_eventful_day_is_whole(client: Client) -> None:
    budi = make_pengguna("budi", "Budi Contoh", "budi@dinas.example")
    masuk(client, sandi="salah")
    masuk(client, "siapa", "salah")
    masuk(client)
    pasang_aplikasi(client)
    client.post(reverse("mfa_deactivate_totp"))
    reset_sandi(pengguna_id=budi.pk, oleh=budi)
    set_aktif(pengguna_id=budi.pk, aktif=False, oleh=budi)
    daftar = list(Catatan.objects.order_by("nomor"))
    assert [satu.perbuatan for satu in daftar] == [
        "pengguna.dibuat", "pengguna.sandi_diganti", "sesi.gagal", "sesi.gagal", "sesi.masuk",
        "pengaman.ditambah", "pengaman.ditambah", "pengaman.dicabut", "pengaman.dicabut",
        "pengguna.sandi_diatur_ulang", "pengguna.dinonaktifkan",
    ]  # fmt: skip
    sebelum = SIDIK_AWAL
    for satu in Catatan.objects.order_by("nomor").values_list(*Baris._fields):
        baris = Baris(*satu)
        assert (baris.sidik_sebelum, compute_sidik("", baris)) == (sebelum, baris.sidik)
        sebelum = baris.sidik
    assert SANDI not in " ".join(satu.isi for satu in daftar)
