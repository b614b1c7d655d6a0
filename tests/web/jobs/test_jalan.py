"""Running a job."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import pytest
from django.db import OperationalError, transaction
from django_tasks_db.models import DBTaskResult

from tolok.web.audit.models import Catatan
from tolok.web.audit.operations import record
from tolok.web.jobs import jalan
from tolok.web.jobs.kendali import TENGGANG_BERHENTI_DETIK, Berhenti, Kendali, PekerjaanGagal
from tolok.web.jobs.models import Pekerjaan, StatusPekerjaan
from tolok.web.jobs.operations import cancel_pekerjaan, retry_pekerjaan
from tolok.web.jobs.pekerja import kerjakan_semua

pytestmark = pytest.mark.django_db
Minta = Callable[..., Pekerjaan]


def _tulis(kendali: Kendali) -> dict[str, Any]:
    """Do what a real job does: write with an entry, once."""

    def tulis() -> dict[str, Any]:
        record("uji.efek", rantai=kendali.instansi, objek=kendali.kunci, isi={}, oleh=kendali.oleh)
        return {"nomor": 7}

    return kendali.sekali("tulis", tulis)


def _jumlah_efek() -> int:
    return Catatan.objects.filter(perbuatan="uji.efek").count()


def test_a_job_ends_with_its_result_and_an_entry(minta: Minta, saat_dikerjakan: Callable) -> None:
    saat_dikerjakan(lambda k, nomor: {"nomor": nomor, "kunci": k.kunci, "oleh": str(k.oleh)})
    pekerjaan = minta()
    kerjakan_semua()
    pekerjaan.refresh_from_db()
    assert pekerjaan.status == StatusPekerjaan.SELESAI
    assert pekerjaan.hasil == {"nomor": 7, "kunci": "uji:1", "oleh": "Perencana Uji"}
    assert pekerjaan.selesai_pada is not None
    assert Catatan.objects.latest("nomor").perbuatan == "pekerjaan.selesai"
    assert DBTaskResult.objects.successful().count() == 1


def test_progress_is_noted(minta: Minta, saat_dikerjakan: Callable) -> None:
    dilihat = []

    def kerja(kendali: Kendali, nomor: int) -> dict[str, Any]:
        for langkah in range(1, 4):
            kendali.maju(langkah, 3, f"Bab {langkah}")
            dilihat.append(Pekerjaan.objects.values_list("langkah", "sebutan_langkah").get())
        return {}

    saat_dikerjakan(kerja)
    pekerjaan = minta()
    kerjakan_semua()
    pekerjaan.refresh_from_db()
    assert dilihat[0] == (1, "Bab 1")
    assert dilihat[1] == (1, "Bab 1"), "ditulis paling banyak dua kali sedetik"
    assert (pekerjaan.langkah, pekerjaan.jumlah_langkah, pekerjaan.sebutan_langkah) == (3, 3, "Bab 3")


def test_progress_is_not_written_inside_a_transaction(minta: Minta, saat_dikerjakan: Callable) -> None:
    def kerja(kendali: Kendali, nomor: int) -> dict[str, Any]:
        with transaction.atomic():
            kendali.maju(1, 3)
        return {}

    saat_dikerjakan(kerja)
    pekerjaan = minta()
    kerjakan_semua()
    pekerjaan.refresh_from_db()
    assert pekerjaan.langkah == 0


def test_a_running_job_is_called_off_at_its_next_step(minta: Minta, saat_dikerjakan: Callable) -> None:
    def kerja(kendali: Kendali, nomor: int) -> dict[str, Any]:
        cancel_pekerjaan(pekerjaan=kendali.id, instansi="dinas", oleh=None)
        kendali.maju(1, 2)
        _tulis(kendali)
        return {}

    saat_dikerjakan(kerja)
    pekerjaan = minta()
    kerjakan_semua()
    pekerjaan.refresh_from_db()
    assert pekerjaan.status == StatusPekerjaan.DIBATALKAN
    assert _jumlah_efek() == 0


def test_a_reason_for_people_is_kept(minta: Minta, saat_dikerjakan: Callable) -> None:
    def kerja(_kendali: Kendali, nomor: int) -> dict[str, Any]:
        raise PekerjaanGagal("Target iku-1 belum ada. Isi dahulu.")

    saat_dikerjakan(kerja)
    pekerjaan = minta()
    kerjakan_semua()
    pekerjaan.refresh_from_db()
    assert (pekerjaan.status, pekerjaan.pesan) == (StatusPekerjaan.GAGAL, "Target iku-1 belum ada. Isi dahulu.")


def test_a_fault_of_ours_shows_no_traceback_but_logs_it(
    minta: Minta, saat_dikerjakan: Callable, caplog: pytest.LogCaptureFixture
) -> None:
    def kerja(_kendali: Kendali, nomor: int) -> dict[str, Any]:
        raise KeyError("rahasia-dalam")

    saat_dikerjakan(kerja)
    pekerjaan = minta()
    with caplog.at_level(logging.ERROR):
        kerjakan_semua()
    pekerjaan.refresh_from_db()
    assert pekerjaan.status == StatusPekerjaan.GAGAL
    assert str(pekerjaan.id) in pekerjaan.pesan
    assert "rahasia-dalam" not in pekerjaan.pesan
    assert "rahasia-dalam" in caplog.text
    assert not DBTaskResult.objects.exclude(traceback="").exists()


def test_a_failed_job_runs_again_without_repeating_what_it_had_done(minta: Minta, saat_dikerjakan: Callable) -> None:
    def kerja(kendali: Kendali, nomor: int) -> dict[str, Any]:
        hasil = _tulis(kendali)
        if kendali.percobaan == 1:
            raise PekerjaanGagal("Cakram penuh.")
        return hasil

    saat_dikerjakan(kerja)
    pekerjaan = minta()
    kerjakan_semua()
    retry_pekerjaan(pekerjaan=pekerjaan.id, instansi="dinas", oleh=pekerjaan.diminta_oleh)
    kerjakan_semua()
    pekerjaan.refresh_from_db()
    assert (pekerjaan.status, pekerjaan.hasil, pekerjaan.pesan) == (StatusPekerjaan.SELESAI, {"nomor": 7}, "")
    assert _jumlah_efek() == 1


def test_a_part_that_fails_leaves_nothing_and_is_done_the_next_time(minta: Minta, saat_dikerjakan: Callable) -> None:
    def kerja(kendali: Kendali, nomor: int) -> dict[str, Any]:
        def tulis() -> dict[str, Any]:
            record("uji.efek", rantai="dinas", objek="x", isi={}, oleh=None)
            if kendali.percobaan == 1:
                raise PekerjaanGagal("Tidak jadi.")
            return {"nomor": 1}

        return kendali.sekali("tulis", tulis)

    saat_dikerjakan(kerja)
    pekerjaan = minta()
    kerjakan_semua()
    assert _jumlah_efek() == 0
    retry_pekerjaan(pekerjaan=pekerjaan.id, instansi="dinas", oleh=None)
    kerjakan_semua()
    assert _jumlah_efek() == 1


def test_a_database_that_fails_in_the_middle_means_another_attempt(minta: Minta, saat_dikerjakan: Callable) -> None:
    def kerja(kendali: Kendali, nomor: int) -> dict[str, Any]:
        if kendali.percobaan < 3:
            raise OperationalError("terputus")
        return {"nomor": 3}

    saat_dikerjakan(kerja)
    pekerjaan = minta()
    kerjakan_semua()
    pekerjaan.refresh_from_db()
    assert (pekerjaan.status, pekerjaan.percobaan) == (StatusPekerjaan.SELESAI, 3)


def test_a_job_is_given_up_after_three_interruptions(minta: Minta, saat_dikerjakan: Callable) -> None:
    def kerja(kendali: Kendali, nomor: int) -> dict[str, Any]:
        raise OperationalError("terputus")

    saat_dikerjakan(kerja)
    pekerjaan = minta()
    kerjakan_semua()
    pekerjaan.refresh_from_db()
    assert (pekerjaan.status, pekerjaan.percobaan) == (StatusPekerjaan.GAGAL, 3)
    assert "berkali-kali terhenti" in pekerjaan.pesan


def test_a_worker_that_must_end_puts_its_job_back_without_counting(
    minta: Minta, saat_dikerjakan: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Mendesak(Berhenti):
        is_mendesak = True  # type: ignore[assignment]

    monkeypatch.setattr(jalan.KEADAAN, "berhenti", Mendesak())

    def kerja(kendali: Kendali, nomor: int) -> dict[str, Any]:
        if kendali.percobaan == 1:
            kendali.maju(1, 2)
        monkeypatch.setattr(jalan.KEADAAN, "berhenti", Berhenti())
        return {}

    saat_dikerjakan(kerja)
    pekerjaan = minta()
    kerjakan_semua()
    pekerjaan.refresh_from_db()
    assert (pekerjaan.status, pekerjaan.percobaan, pekerjaan.sisa_percobaan) == (StatusPekerjaan.SELESAI, 2, 2)


def test_a_wish_to_end_is_urgent_only_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    kini = [100.0]
    monkeypatch.setattr("time.monotonic", lambda: kini[0])
    berhenti = Berhenti()
    assert not berhenti.is_mendesak
    berhenti.minta()
    assert not berhenti.is_mendesak
    kini[0] += TENGGANG_BERHENTI_DETIK + 1
    assert berhenti.is_mendesak


def test_a_kind_that_no_app_knows_any_more_is_told(minta: Minta) -> None:
    pekerjaan = minta()
    Pekerjaan.objects.update(jenis="uji.lama")
    kerjakan_semua()
    pekerjaan.refresh_from_db()
    assert pekerjaan.pesan == "Versi Tolok yang terpasang tidak mengenal pekerjaan uji.lama."
