"""Jobs whose worker died, and workers that were only thought dead."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tolok.web.audit.models import Catatan
from tolok.web.audit.operations import record
from tolok.web.jobs.kendali import Kendali
from tolok.web.jobs.models import Pekerjaan, StatusPekerjaan
from tolok.web.jobs.pekerja import kerjakan_semua
from tolok.web.jobs.pelaksanaan import reclaim_pekerjaan, start_pekerjaan

pytestmark = pytest.mark.django_db
Minta = Callable[..., Pekerjaan]
BASI = timedelta(seconds=30)


def _tewas(pekerjaan: Pekerjaan) -> None:
    """Leave things as a worker leaves them that was killed a minute ago while it held the job."""
    lampau = timezone.now() - timedelta(minutes=1)
    DBTaskResult.objects.ready().get().claim("tewas")
    assert start_pekerjaan(pekerjaan.id) is not None
    DBTaskResult.objects.update(started_at=lampau)
    Pekerjaan.objects.update(denyut=lampau)


def test_the_job_of_a_dead_worker_runs_again(minta: Minta, saat_dikerjakan: Callable) -> None:
    saat_dikerjakan(lambda _k, nomor: {"nomor": nomor})
    pekerjaan = minta()
    _tewas(pekerjaan)
    assert reclaim_pekerjaan(basi=BASI) == 1
    assert reclaim_pekerjaan(basi=BASI) == 0
    kerjakan_semua()
    pekerjaan.refresh_from_db()
    assert (pekerjaan.status, pekerjaan.percobaan) == (StatusPekerjaan.SELESAI, 2)
    assert not DBTaskResult.objects.running().exists()
    assert Catatan.objects.filter(perbuatan="pekerjaan.diantrekan_ulang").count() == 1


def test_a_worker_that_gives_signs_of_life_keeps_its_job(minta: Minta) -> None:
    pekerjaan = minta()
    _tewas(pekerjaan)
    Pekerjaan.objects.update(denyut=timezone.now() - timedelta(seconds=20))
    assert reclaim_pekerjaan(basi=BASI) == 0


def test_a_job_whose_task_was_taken_by_a_worker_that_died_before_it_began_runs(
    minta: Minta, saat_dikerjakan: Callable
) -> None:
    saat_dikerjakan(lambda _k, nomor: {"nomor": nomor})
    pekerjaan = minta()
    DBTaskResult.objects.get().claim("tewas")
    assert reclaim_pekerjaan(basi=BASI) == 0
    DBTaskResult.objects.update(started_at=timezone.now() - timedelta(minutes=1))
    assert reclaim_pekerjaan(basi=BASI) == 1
    kerjakan_semua()
    pekerjaan.refresh_from_db()
    assert pekerjaan.status == StatusPekerjaan.SELESAI


def test_a_job_whose_task_is_gone_runs(minta: Minta, saat_dikerjakan: Callable) -> None:
    saat_dikerjakan(lambda _k, nomor: {"nomor": nomor})
    pekerjaan = minta()
    DBTaskResult.objects.all().delete()
    assert reclaim_pekerjaan(basi=BASI) == 1
    kerjakan_semua()
    pekerjaan.refresh_from_db()
    assert pekerjaan.status == StatusPekerjaan.SELESAI


def test_a_job_that_kills_its_worker_is_given_up(minta: Minta) -> None:
    pekerjaan = minta()
    for kali in range(1, 4):
        _tewas(pekerjaan)
        assert reclaim_pekerjaan(basi=BASI) == 1
        pekerjaan.refresh_from_db()
        assert pekerjaan.status == (StatusPekerjaan.GAGAL if kali == 3 else StatusPekerjaan.MENUNGGU)
    assert "berkali-kali terhenti" in pekerjaan.pesan
    assert not DBTaskResult.objects.ready().exists()


def test_a_job_of_a_dead_worker_that_was_called_off_does_not_run_again(minta: Minta) -> None:
    pekerjaan = minta()
    _tewas(pekerjaan)
    Pekerjaan.objects.update(minta_batal=True)
    reclaim_pekerjaan(basi=BASI)
    pekerjaan.refresh_from_db()
    assert pekerjaan.status == StatusPekerjaan.DIBATALKAN


@pytest.mark.parametrize("saat", ["sebelum_efek", "sesudah_efek"])
def test_a_worker_that_was_only_thought_dead_has_no_second_effect(
    minta: Minta, saat_dikerjakan: Callable, saat: str
) -> None:
    """The first attempt is held up while the second does everything; then the first goes on."""

    def efek(kendali: Kendali) -> dict[str, Any]:
        def tulis() -> dict[str, Any]:
            record("uji.efek", rantai="dinas", objek="x", isi={"percobaan": kendali.percobaan}, oleh=None)
            return {"nomor": kendali.percobaan}

        return kendali.sekali("tulis", tulis)

    def kerja(kendali: Kendali, nomor: int) -> dict[str, Any]:
        if kendali.percobaan == 1:
            if saat == "sesudah_efek":
                efek(kendali)
            Pekerjaan.objects.update(denyut=timezone.now() - timedelta(minutes=1))
            assert reclaim_pekerjaan(basi=BASI) == 1
            kerjakan_semua()
        return efek(kendali)

    saat_dikerjakan(kerja)
    pekerjaan = minta()
    kerjakan_semua()
    pekerjaan.refresh_from_db()
    assert (pekerjaan.status, pekerjaan.percobaan) == (StatusPekerjaan.SELESAI, 2)
    assert pekerjaan.hasil == {"nomor": 1 if saat == "sesudah_efek" else 2}
    assert Catatan.objects.filter(perbuatan="uji.efek").count() == 1
    assert Catatan.objects.filter(perbuatan="pekerjaan.selesai").count() == 1
