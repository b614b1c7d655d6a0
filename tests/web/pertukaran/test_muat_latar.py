"""A package too large for a request is loaded by the worker: the same preview, all or nothing, once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from tests.web.dunia import INSTANSI, buat_pengguna, masuk, muat_contoh

from tolok.contoh import path_contoh
from tolok.core.instansi import TahunInstansi
from tolok.paket.muat import load_paket
from tolok.paket.susun import susun_paket
from tolok.paket.tulis_buku import format_buku
from tolok.web.audit.models import Catatan
from tolok.web.jobs.models import Pekerjaan
from tolok.web.jobs.operations import retry_pekerjaan
from tolok.web.jobs.pekerja import kerjakan_semua
from tolok.web.organisasi.models import PenugasanPeran, Peran
from tolok.web.pertukaran import tasks
from tolok.web.pertukaran.operations import load_ke_basis_data
from tolok.web.pertukaran.queries import find_tahun, load_isi_tahun

PANGKAL = f"/{INSTANSI}/2020/tw4/paket/"


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Uploads of their own, and a limit that five rows pass."""
    settings.FOLDER_DATA = tmp_path / "data"
    monkeypatch.setattr(tasks, "BATAS_LANGSUNG", 4)
    return tmp_path / "data" / "unggahan"


@pytest.fixture
def client(db: None) -> Client:
    """A planner of the example."""
    muat_contoh()
    return masuk(buat_pengguna("perencana", Peran.PERENCANA))


def _contoh(**isi: Any) -> TahunInstansi:
    return replace(load_paket(path_contoh("probolinggo-2020")), **isi)


def _tersimpan() -> TahunInstansi:
    ada = find_tahun(INSTANSI, 2020)
    assert ada is not None
    return load_isi_tahun(ada)


def _kirim(client: Client, data: TahunInstansi) -> str:
    berkas = SimpleUploadedFile("paket.xlsx", format_buku(susun_paket(data)))
    return client.post(f"{PANGKAL}muat/", {"paket": berkas}).headers["Location"]


def _setujui(client: Client, alamat: str) -> HttpResponse:
    pratinjau = client.get(alamat)
    assert "dimuat sebagai pekerjaan latar" in pratinjau.content.decode()
    return client.post(alamat, {"nomor_riwayat": pratinjau.context["tampilan"].pratinjau.nomor_riwayat})


def test_a_large_package_is_loaded_by_the_worker_and_its_page_leads_to_the_entry(client: Client, folder: Path) -> None:
    baru = _contoh(daftar_isu=())
    jawab = _setujui(client, _kirim(client, baru))
    assert jawab.status_code == 302
    assert _tersimpan() != baru
    kerjakan_semua()
    assert _tersimpan() == baru
    catatan = Catatan.objects.filter(perbuatan="paket.dimuat").latest("nomor")
    assert catatan.pelaku_nama == "Contoh Perencana"
    isi = client.get(jawab.headers["Location"]).content.decode()
    assert "Paket tahun 2020" in isi
    assert f'href="/{INSTANSI}/2020/tahun/riwayat/{catatan.nomor}/"' in isi
    assert not [berkas for berkas in folder.rglob("*") if berkas.is_file()]


def test_a_small_package_is_loaded_at_once(client: Client) -> None:
    data = _contoh()
    alamat = _kirim(client, replace(data, daftar_isu=data.daftar_isu[:-1]))
    nomor = client.get(alamat).context["tampilan"].pratinjau.nomor_riwayat
    client.post(alamat, {"nomor_riwayat": nomor})
    assert len(_tersimpan().daftar_isu) == len(data.daftar_isu) - 1
    assert not Pekerjaan.objects.exists()


def test_what_moved_on_between_confirmation_and_job_is_not_overwritten(client: Client) -> None:
    jawab = _setujui(client, _kirim(client, _contoh(daftar_isu=())))
    lain = _contoh(daftar_penghargaan=())
    load_ke_basis_data(lain, oleh=None, sidik_paket="")
    kerjakan_semua()
    assert _tersimpan() == lain
    assert "Isi basis data berubah sesudah pratinjau dibuat" in client.get(jawab.headers["Location"]).content.decode()


def test_who_lost_the_right_meanwhile_loads_nothing(client: Client) -> None:
    _setujui(client, _kirim(client, _contoh(daftar_isu=())))
    PenugasanPeran.objects.all().delete()
    kerjakan_semua()
    assert _tersimpan() == _contoh()
    assert "tidak berhak memuat paketnya" in Pekerjaan.objects.get().pesan


def test_an_upload_that_is_gone_is_told_and_a_second_run_has_no_second_effect(client: Client, folder: Path) -> None:
    alamat = _kirim(client, _contoh(daftar_isu=()))
    _setujui(client, alamat)
    for berkas in folder.rglob("*.xlsx"):
        berkas.unlink()
    kerjakan_semua()
    pekerjaan = Pekerjaan.objects.get()
    assert pekerjaan.pesan == "Berkas paket sudah tidak tersimpan; belum ada yang dimuat. Kirim paketnya lagi."
    _kirim(client, _contoh(daftar_isu=()))
    retry_pekerjaan(pekerjaan=pekerjaan.pk, instansi=INSTANSI, oleh=None)
    kerjakan_semua()
    assert _tersimpan().daftar_isu == ()
    assert Catatan.objects.filter(perbuatan="paket.dimuat").count() == 2
