"""``tolok pengguna``, on the database under test and once as a process."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stderr, redirect_stdout

import pytest
from django.test import Client
from django.utils import timezone
from tests.web.akun.conftest import is_masuk, list_perbuatan, masuk
from tests.web.akun.kode import pasang_aplikasi
from tests.web.tempat import Tempat

from tolok.cli import main
from tolok.web.akun.models import Pengguna
from tolok.web.audit.models import Catatan
from tolok.web.organisasi.models import Instansi, PenugasanPeran


def tolok(*masukan: str) -> tuple[int, str, str]:
    """Run a command here; return its exit code and what it printed (results, messages)."""
    hasil, pesan = io.StringIO(), io.StringIO()
    with redirect_stdout(hasil), redirect_stderr(pesan):
        try:
            kode = main(["pengguna", *masukan])
        except SystemExit as henti:
            kode = int(henti.code or 0)
    return kode, hasil.getvalue(), " ".join(pesan.getvalue().split())


@pytest.fixture
def dinas() -> Instansi:
    """An agency."""
    return Instansi.objects.create(kode="dinas")


def test_an_account_made_at_the_terminal_signs_in_with_the_printed_password(client: Client) -> None:
    kode, hasil, pesan = tolok("buat", "Siti.Aminah", "--nama", "Siti  Aminah", "--surel", "Siti@Dinas.Example")
    assert kode == 0, pesan
    siti = Pengguna.objects.get()
    assert (siti.username, siti.nama, siti.email) == ("siti.aminah", "Siti Aminah", "siti@dinas.example")
    assert masuk(client, "siti.aminah", hasil.strip()).status_code == 302
    catatan = Catatan.objects.get(perbuatan="pengguna.dibuat")
    assert (catatan.pelaku, catatan.pelaku_nama, catatan.objek) == (None, "Sistem", "pengguna:siti.aminah")
    assert hasil.strip() not in catatan.isi


@pytest.mark.parametrize(
    ("masukan", "sebab"),
    [
        (("buat", "budi", "--nama", "Budi"), "sudah dipakai"),
        (("buat", "lain", "--nama", "Lain", "--surel", "BUDI@dinas.example"), "sudah dipakai akun lain"),
        (("buat", "budi@dinas.example", "--nama", "Budi"), "tidak dapat dipakai"),
        (("buat", "ab", "--nama", "Budi"), "tidak dapat dipakai"),
        (("buat", "lain", "--nama", " "), "Nama lengkap harus diisi"),
        (("buat", "lain", "--nama", "Lain", "--surel", "bukan surel"), "bukan alamat surel"),
        (("sandi", "siapa"), "Tidak ada akun 'siapa'"),
        (("aktif", "budi"), "sudah aktif"),
        (("peran", "budi", "--peran", "ketua", "--instansi", "dinas", "--mulai", "2026-01-01"), "yang ada: admin"),
        (("cabut-peran", "budi", "--peran", "perencana", "--instansi", "dinas"), "tidak sedang dan tidak akan"),
    ],
)
def test_what_cannot_be_done_says_why_and_changes_nothing(budi: Pengguna, masukan: tuple[str, ...], sebab: str) -> None:
    sebelum = list_perbuatan()
    kode, hasil, pesan = tolok(*masukan)
    assert (kode, hasil) == (2, "")
    assert sebab in pesan
    assert list_perbuatan() == sebelum
    assert Pengguna.objects.count() == 1


def test_a_new_password_at_the_terminal_replaces_the_old(budi: Pengguna, client: Client) -> None:
    kode, hasil, _ = tolok("sandi", "budi")
    assert kode == 0
    assert masuk(client).status_code == 200
    assert masuk(client, sandi=hasil.strip()).status_code == 302


def test_the_second_step_is_removed_only_when_asked(budi: Pengguna, client: Client) -> None:
    masuk(client)
    pasang_aplikasi(client)
    sandi = tolok("sandi", "budi")[1].strip()
    assert "/masuk/kode/" in masuk(Client(), sandi=sandi)["Location"]
    sandi = tolok("sandi", "budi", "--cabut-pengaman")[1].strip()
    assert "/masuk/kode/" not in masuk(Client(), sandi=sandi)["Location"]


def test_an_account_is_switched_off_and_on(budi: Pengguna, client: Client) -> None:
    masuk(client)
    assert tolok("nonaktif", "budi")[0] == 0
    assert not is_masuk(client)
    assert tolok("sandi", "budi")[0] == 2
    assert tolok("aktif", "budi")[0] == 0
    masuk(client)
    assert is_masuk(client)
    assert [satu for satu in list_perbuatan() if satu.startswith("pengguna.di")] == [
        "pengguna.dibuat",
        "pengguna.dinonaktifkan",
        "pengguna.diaktifkan",
    ]


def test_a_role_is_given_and_taken_back_at_once(budi: Pengguna, dinas: Instansi) -> None:
    tempat = ("budi", "--peran", "perencana", "--instansi", "dinas")
    kode, _, pesan = tolok("peran", *tempat, "--mulai", "2020-01-01", "--dasar", "SK 1")
    assert kode == 0, pesan
    assert "Perencana di dinas sejak 2020-01-01" in pesan
    assert tolok("cabut-peran", *tempat)[0] == 0
    penugasan = PenugasanPeran.objects.get()
    assert penugasan.akhir is not None
    assert penugasan.akhir < timezone.localdate()
    assert list(Catatan.objects.filter(rantai__kode="dinas").values_list("perbuatan", flat=True)) == [
        "peran.diberikan",
        "peran.dicabut",
    ]


def test_a_role_over_everything_has_to_be_said(budi: Pengguna) -> None:
    evaluator = ("peran", "budi", "--peran", "evaluator", "--mulai", "2026-01-01")
    kode, _, pesan = tolok(*evaluator)
    assert kode == 2
    assert "--instansi --semua-instansi" in pesan
    assert not PenugasanPeran.objects.exists()
    assert tolok(*evaluator, "--semua-instansi")[0] == 0
    assert PenugasanPeran.objects.get().instansi is None


def test_the_list_shows_accounts_and_roles_in_force(budi: Pengguna, dinas: Instansi) -> None:
    tolok("buat", "siti", "--nama", "Siti Contoh")
    tolok("peran", "budi", "--peran", "perencana", "--instansi", "dinas", "--mulai", "2020-01-01")
    lama = ("budi", "--peran", "pimpinan", "--instansi", "dinas", "--mulai", "2019-01-01", "--akhir", "2019-12-31")
    tolok("peran", *lama)
    _, hasil, _ = tolok("daftar")
    assert hasil.splitlines() == [
        "budi  Budi Contoh  <budi@dinas.example>",
        "    perencana dinas sejak 2020-01-01",
        "siti  Siti Contoh  (belum mengganti kata sandi sementara)",
        "    tanpa peran",
    ]
    isi = json.loads(tolok("daftar", "--format", "json")[1])["pengguna"]
    assert [(satu["pengguna"], satu["aktif"], satu["peran"]) for satu in isi] == [
        ("budi", True, ["perencana dinas sejak 2020-01-01"]),
        ("siti", True, []),
    ]


def test_an_empty_list_says_how_to_begin() -> None:
    assert "tolok pengguna buat" in tolok("daftar")[2]


def test_a_date_that_is_none_is_told(budi: Pengguna) -> None:
    kode, _, pesan = tolok("peran", "budi", "--peran", "evaluator", "--semua-instansi", "--mulai", "31-01-2026")
    assert kode == 2
    assert "'31-01-2026' bukan tanggal" in pesan


def test_accounts_are_made_on_a_fresh_installation(tempat: Tempat) -> None:
    tempat.siapkan()
    jalan = tempat.tolok("pengguna", "buat", "siti", "--nama", "Siti Contoh")
    assert jalan.returncode == 0, jalan.stderr
    assert len(jalan.stdout.strip()) == 19
    assert tempat.tolok("pengguna", "daftar").stdout.startswith("siti  Siti Contoh")
