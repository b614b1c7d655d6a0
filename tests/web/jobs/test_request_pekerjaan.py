"""Asking for a job."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from django_tasks_db.models import DBTaskResult

from tolok.web.akun.models import Pengguna
from tolok.web.audit.models import Catatan
from tolok.web.jobs.daftar import JenisTidakAda
from tolok.web.jobs.models import Pekerjaan, StatusPekerjaan
from tolok.web.jobs.operations import (
    PekerjaanBelumGagal,
    PekerjaanSudahSelesai,
    cancel_pekerjaan,
    retry_pekerjaan,
)
from tolok.web.jobs.pekerja import kerjakan_semua

pytestmark = pytest.mark.django_db
Minta = Callable[..., Pekerjaan]


def test_a_job_its_task_and_its_entry_appear_together(minta: Minta, perencana: Pengguna) -> None:
    pekerjaan = minta()
    catatan = Catatan.objects.get(rantai__kode="dinas")
    assert DBTaskResult.objects.ready().get().pk == pekerjaan.tugas
    assert (catatan.perbuatan, catatan.objek) == ("pekerjaan.diminta", f"pekerjaan:{pekerjaan.id}")
    assert catatan.pelaku == perencana
    assert json.loads(catatan.isi)["masukan"] == {"nomor": 7}


def test_nothing_appears_if_the_entry_cannot_be_written(minta: Minta) -> None:
    with pytest.raises(TypeError, match="bukan bilangan eksak"):
        minta(masukan={"nomor": 0.5})
    assert not Pekerjaan.objects.exists()
    assert not DBTaskResult.objects.exists()


def test_an_unknown_kind_is_refused(minta: Minta) -> None:
    with pytest.raises(JenisTidakAda):
        minta(jenis="uji.lain")


def test_a_second_request_of_the_same_key_returns_the_one_that_waits(minta: Minta) -> None:
    lain = Pengguna.objects.create_user("pptk", nama="PPTK Uji")
    pertama, kedua, ketiga = minta(), minta(oleh=lain), minta(oleh=lain)
    assert pertama == kedua == ketiga
    assert DBTaskResult.objects.count() == 1
    assert set(pertama.daftar_peminta.all()) == {pertama.diminta_oleh, lain}
    assert list(Catatan.objects.order_by("nomor").values_list("perbuatan", "pelaku_nama")) == [
        ("pekerjaan.diminta", "Perencana Uji"),
        ("pekerjaan.ikut_diminta", "PPTK Uji"),
    ]


def test_a_finished_job_can_be_asked_for_anew(minta: Minta, saat_dikerjakan: Callable) -> None:
    saat_dikerjakan(lambda _k, nomor: {"nomor": nomor})
    pertama = minta()
    kerjakan_semua()
    assert minta() != pertama


def test_a_waiting_job_is_called_off_at_once_and_never_runs(minta: Minta, saat_dikerjakan: Callable) -> None:
    saat_dikerjakan(lambda _k, nomor: pytest.fail("dikerjakan"))
    pekerjaan = minta()
    cancel_pekerjaan(pekerjaan=pekerjaan.id, instansi="dinas", oleh=pekerjaan.diminta_oleh)
    kerjakan_semua()
    pekerjaan.refresh_from_db()
    assert pekerjaan.status == StatusPekerjaan.DIBATALKAN
    assert Catatan.objects.filter(perbuatan="pekerjaan.dibatalkan").count() == 1


def test_a_finished_job_cannot_be_called_off_nor_repeated(minta: Minta, saat_dikerjakan: Callable) -> None:
    saat_dikerjakan(lambda _k, nomor: {"nomor": nomor})
    pekerjaan = minta()
    with pytest.raises(PekerjaanBelumGagal):
        retry_pekerjaan(pekerjaan=pekerjaan.id, instansi="dinas", oleh=None)
    kerjakan_semua()
    with pytest.raises(PekerjaanSudahSelesai):
        cancel_pekerjaan(pekerjaan=pekerjaan.id, instansi="dinas", oleh=None)
    with pytest.raises(PekerjaanBelumGagal):
        retry_pekerjaan(pekerjaan=pekerjaan.id, instansi="dinas", oleh=None)


def test_a_job_is_found_in_its_own_agency_only(minta: Minta) -> None:
    with pytest.raises(Pekerjaan.DoesNotExist):
        cancel_pekerjaan(pekerjaan=minta().id, instansi="lain", oleh=None)


def test_a_repeated_job_gives_way_to_one_that_was_asked_for_meanwhile(minta: Minta) -> None:
    batal = minta()
    cancel_pekerjaan(pekerjaan=batal.id, instansi="dinas", oleh=None)
    baru = minta()
    assert retry_pekerjaan(pekerjaan=batal.id, instansi="dinas", oleh=None) == baru
