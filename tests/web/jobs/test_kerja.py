"""``tolok kerja`` as a process: it ends in order, and takes over from one that was killed."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from tests.web.tempat import TOLOK, Tempat

MINTA = """
import django, sys
django.setup()
from tolok.web.jobs.operations import request_pekerjaan
request_pekerjaan(jenis="uji.tahan", kunci="1", judul="", masukan={"nomor": 1, "milidetik": int(sys.argv[1])},
                  instansi="", oleh=None)
"""


@pytest.fixture
def tahan(tempat_siap: Tempat) -> Tempat:
    """A place whose worker knows the job of the kill test, and gives a dead one up after a second."""
    tambahan = {"DJANGO_SETTINGS_MODULE": "tests.web.tahan.pengaturan", "TOLOK_PEKERJAAN_BASI": "1"}
    return replace(tempat_siap, lingkungan=tempat_siap.lingkungan | tambahan)


@pytest.fixture
def mulai(tahan: Tempat) -> Iterator[Callable[[], subprocess.Popen[str]]]:
    """Start a worker; those that still run at the end of the test are killed."""
    daftar: list[subprocess.Popen[str]] = []

    def mulai() -> subprocess.Popen[str]:
        proses = subprocess.Popen([*TOLOK, "kerja"], env=tahan.lingkungan, stderr=subprocess.PIPE, text=True)
        daftar.append(proses)
        return proses

    yield mulai
    for proses in daftar:
        proses.kill()
        proses.communicate()


def _minta(tahan: Tempat, milidetik: int) -> None:
    tahan.python(MINTA, str(milidetik))


def _baca(tahan: Tempat) -> dict[str, object]:
    ((status, percobaan, sisa, langkah),) = tahan.sql(
        "SELECT status, percobaan, sisa_percobaan, langkah FROM jobs_pekerjaan"
    )
    ((efek,),) = tahan.sql("SELECT count(*) FROM audit_catatan WHERE perbuatan = 'uji.efek'")
    ((pekerja,),) = tahan.sql("SELECT count(*) FROM jobs_pekerja")
    return {
        "status": status,
        "percobaan": percobaan,
        "sisa": sisa,
        "langkah": langkah,
        "efek": efek,
        "pekerja": pekerja,
    }


def _tunggu(tahan: Tempat, **harap: object) -> dict[str, object]:
    batas = time.monotonic() + 30
    while time.monotonic() < batas:
        isi = _baca(tahan)
        if harap.items() <= isi.items():
            return isi
        time.sleep(0.05)
    raise AssertionError(f"{isi} tidak menjadi {harap}")


def test_a_worker_asked_to_end_finishes_its_job(tahan: Tempat, mulai: Callable[[], subprocess.Popen[str]]) -> None:
    _minta(tahan, 400)
    proses = mulai()
    _tunggu(tahan, status="berjalan")
    proses.send_signal(signal.SIGTERM)
    assert proses.wait(timeout=20) == 0
    assert _baca(tahan) == {"status": "selesai", "percobaan": 1, "sisa": 2, "langkah": 4, "efek": 1, "pekerja": 0}


def test_a_worker_asked_twice_puts_its_job_back(tahan: Tempat, mulai: Callable[[], subprocess.Popen[str]]) -> None:
    _minta(tahan, 5000)
    proses = mulai()
    _tunggu(tahan, status="berjalan")
    proses.send_signal(signal.SIGTERM)
    time.sleep(0.2)
    proses.send_signal(signal.SIGTERM)
    assert proses.wait(timeout=20) == 0
    isi = _baca(tahan)
    assert (isi["status"], isi["sisa"], isi["pekerja"]) == ("menunggu", 3, 0)


def test_the_job_of_a_killed_worker_is_taken_over_and_has_one_effect(
    tahan: Tempat, mulai: Callable[[], subprocess.Popen[str]]
) -> None:
    _minta(tahan, 800)
    proses = mulai()
    _tunggu(tahan, efek=1)
    os.kill(proses.pid, signal.SIGKILL)
    proses.wait()
    assert _baca(tahan)["status"] == "berjalan"
    mulai()
    isi = _tunggu(tahan, status="selesai")
    assert (isi["percobaan"], isi["efek"]) == (2, 1)


def test_an_idle_worker_ends_at_once(tahan: Tempat, mulai: Callable[[], subprocess.Popen[str]]) -> None:
    proses = mulai()
    assert proses.stderr is not None
    assert "berjalan" in proses.stderr.readline()
    time.sleep(0.5)
    proses.send_signal(signal.SIGTERM)
    assert proses.wait(timeout=5) == 0


def test_a_worker_asked_to_work_once_ends_with_the_queue(tahan: Tempat) -> None:
    _minta(tahan, 0)
    assert tahan.tolok("kerja", "--sekali").returncode == 0
    assert _baca(tahan)["status"] == "selesai"
