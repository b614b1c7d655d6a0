"""The pages of jobs: who sees which, what they show, what can be done there."""

from __future__ import annotations

import uuid
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.dunia import buat_pengguna, masuk

from tolok.web.akun.models import Pengguna
from tolok.web.audit.models import Catatan
from tolok.web.jobs.kendali import Kendali, PekerjaanGagal
from tolok.web.jobs.models import Pekerjaan, StatusPekerjaan
from tolok.web.jobs.pekerja import kerjakan_semua
from tolok.web.jobs.pelaksanaan import note_langkah, start_pekerjaan
from tolok.web.organisasi.models import Instansi, PenugasanPeran, Peran

pytestmark = pytest.mark.django_db
Minta = Callable[..., Pekerjaan]
HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture(autouse=True)
def instansi(perencana: Pengguna) -> None:
    """Two agencies; the planner belongs to the first."""
    dinas, _ = Instansi.objects.create(kode="dinas"), Instansi.objects.create(kode="lain")
    PenugasanPeran.objects.create(pengguna=perencana, peran=Peran.PERENCANA, instansi=dinas, mulai="2020-01-01")


def _buka(client: Client, pekerjaan: Pekerjaan, **lain: str) -> str:
    jawab = client.get(reverse("pekerjaan", args=[pekerjaan.id]), **lain)
    assert jawab.status_code == 200
    return jawab.content.decode()


def test_whoever_asked_sees_the_job_and_its_progress(minta: Minta, perencana: Pengguna) -> None:
    pekerjaan, client = minta(), masuk(perencana)
    assert "Menunggu giliran" in _buka(client, pekerjaan)
    start_pekerjaan(pekerjaan.id)
    assert "<progress" in (isi := _buka(client, pekerjaan))
    assert "value=" not in isi.partition("<progress")[2].partition(">")[0]
    note_langkah(pekerjaan.id, percobaan=1, langkah=2, jumlah_langkah=5, sebutan_langkah="Bab II")
    isi = _buka(client, pekerjaan)
    assert "Langkah 2 dari 5: Bab II" in isi
    assert 'max="5" value="2"' in isi


def test_only_the_state_is_asked_for_again_and_only_while_there_is_something_to_wait_for(
    minta: Minta, perencana: Pengguna, saat_dikerjakan: Callable
) -> None:
    saat_dikerjakan(lambda _k, nomor: {"nomor": nomor})
    pekerjaan, client = minta(), masuk(perencana)
    potongan = _buka(client, pekerjaan, **HTMX)
    assert "<html" not in potongan
    assert f'hx-get="/pekerjaan/{pekerjaan.id}/" hx-trigger="load delay:1s"' in potongan
    kerjakan_semua()
    potongan = _buka(client, pekerjaan, **HTMX)
    assert "hx-trigger" not in potongan
    assert '<a class="btn btn-primary" href="/hasil/7/">' in potongan


def test_a_failed_job_says_why_and_can_be_repeated(
    minta: Minta, perencana: Pengguna, saat_dikerjakan: Callable
) -> None:
    def kerja(kendali: Kendali, nomor: int) -> dict[str, int]:
        if kendali.percobaan == 1:
            raise PekerjaanGagal("Target iku-1 belum ada <isi dahulu>.")
        return {"nomor": nomor}

    saat_dikerjakan(kerja)
    pekerjaan, client = minta(), masuk(perencana)
    kerjakan_semua()
    assert "Target iku-1 belum ada &lt;isi dahulu&gt;." in _buka(client, pekerjaan)
    jawab = client.post(reverse("pekerjaan_ulang", args=[pekerjaan.id]))
    assert jawab.headers["Location"] == reverse("pekerjaan", args=[pekerjaan.id])
    kerjakan_semua()
    assert "Buka hasil" in _buka(client, pekerjaan)


def test_a_job_is_called_off_by_whoever_asked(minta: Minta, perencana: Pengguna) -> None:
    pekerjaan, client = minta(), masuk(perencana)
    assert "Batalkan" in _buka(client, pekerjaan)
    client.post(reverse("pekerjaan_batal", args=[pekerjaan.id]))
    isi = _buka(client, pekerjaan)
    assert "Tidak dilanjutkan" in isi
    assert Catatan.objects.get(perbuatan="pekerjaan.dibatalkan").pelaku == perencana


def test_what_came_too_late_is_said(minta: Minta, perencana: Pengguna, saat_dikerjakan: Callable) -> None:
    saat_dikerjakan(lambda _k, nomor: {"nomor": nomor})
    pekerjaan, client = minta(), masuk(perencana)
    kerjakan_semua()
    for nama, kata in (("pekerjaan_batal", "jadi tidak dibatalkan"), ("pekerjaan_ulang", "tidak perlu diulang")):
        jawab = client.post(reverse(nama, args=[pekerjaan.id]), follow=True)
        assert kata in jawab.content.decode()


def test_a_job_of_somebody_else_does_not_exist(minta: Minta) -> None:
    pekerjaan = minta()
    for pengguna in (
        buat_pengguna("pptk", Peran.PPTK, instansi="dinas"),
        buat_pengguna("tanpa", None),
        buat_pengguna("adminlain", Peran.ADMIN, instansi="lain"),
        buat_pengguna("pembina", Peran.PEMBINA, instansi=None),
    ):
        client = masuk(pengguna)
        assert client.get(reverse("pekerjaan", args=[pekerjaan.id])).status_code == 404
        for nama in ("pekerjaan_batal", "pekerjaan_ulang"):
            assert client.post(reverse(nama, args=[pekerjaan.id])).status_code == 404
        assert "LKjIP 2020" not in client.get(reverse("pekerjaan_list")).content.decode()
    assert masuk(pengguna).get(reverse("pekerjaan", args=[uuid.uuid4()])).status_code == 404


@pytest.mark.parametrize("instansi_admin", ["dinas", None])
def test_an_admin_sees_and_calls_off_the_jobs_of_the_agency(minta: Minta, instansi_admin: str | None) -> None:
    pekerjaan = minta()
    client = masuk(buat_pengguna("admin", Peran.ADMIN, instansi=instansi_admin))
    assert "LKjIP 2020" in client.get(reverse("pekerjaan_list")).content.decode()
    assert client.post(reverse("pekerjaan_batal", args=[pekerjaan.id])).status_code == 302
    pekerjaan.refresh_from_db()
    assert pekerjaan.status == StatusPekerjaan.DIBATALKAN


def test_whoever_asked_for_the_same_sees_the_job_but_does_not_call_it_off(minta: Minta) -> None:
    pekerjaan = minta()
    lain = buat_pengguna("pimpinan", Peran.PIMPINAN, instansi="dinas")
    minta(oleh=lain)
    client = masuk(lain)
    assert "Batalkan" not in _buka(client, pekerjaan)
    assert client.post(reverse("pekerjaan_batal", args=[pekerjaan.id])).status_code == 404


def test_whoever_has_no_role_any_more_sees_no_job(minta: Minta, perencana: Pengguna) -> None:
    pekerjaan = minta()
    PenugasanPeran.objects.update(akhir="2021-01-01")
    assert masuk(perencana).get(reverse("pekerjaan", args=[pekerjaan.id])).status_code == 404


def test_the_list_is_filtered_and_says_when_it_is_empty(
    minta: Minta, perencana: Pengguna, saat_dikerjakan: Callable
) -> None:
    client = masuk(perencana)
    assert "Belum ada pekerjaan" in client.get(reverse("pekerjaan_list")).content.decode()
    minta()
    assert "LKjIP 2020" in client.get(reverse("pekerjaan_list"), {"status": "menunggu"}).content.decode()
    isi = client.get(reverse("pekerjaan_list"), {"status": "gagal"}).content.decode()
    assert "LKjIP 2020" not in isi
    assert "hapus saringannya" in isi
    assert "LKjIP 2020" in client.get(reverse("pekerjaan_list"), {"status": "ngawur"}).content.decode()


def test_a_visitor_signs_in_first(minta: Minta, client: Client) -> None:
    alamat = reverse("pekerjaan", args=[minta().id])
    assert client.get(alamat).headers["Location"].startswith(reverse("account_login"))
    assert client.get(alamat, **HTMX).status_code == 401
    assert client.post(f"{alamat}batal/").status_code == 401


def test_other_methods_are_refused(minta: Minta, perencana: Pengguna) -> None:
    alamat, client = reverse("pekerjaan", args=[minta().id]), masuk(perencana)
    assert client.post(alamat).status_code == 405
    assert client.get(f"{alamat}batal/").status_code == 405


def test_a_page_takes_few_statements(
    minta: Minta, perencana: Pengguna, django_assert_max_num_queries: Callable
) -> None:
    for nomor in range(30):
        minta(kunci=f"uji:{nomor}")
    client = masuk(perencana)
    with django_assert_max_num_queries(10):
        client.get(reverse("pekerjaan_list"))
    with django_assert_max_num_queries(10):
        client.get(reverse("pekerjaan", args=[Pekerjaan.objects.earliest("diminta_pada").id]))
