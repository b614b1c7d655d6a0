"""Error pages: what failed, whether what was typed is safe, what to do, and a number that is in the log."""

from __future__ import annotations

import errno
import logging
import re
import sqlite3
from typing import Any

import pytest
from allauth.core.ratelimit import respond_429
from django.db import DatabaseError, IntegrityError, InterfaceError, OperationalError, ProgrammingError
from django.test import Client
from tests.web.pameran import views
from tests.web.ui.alat import make_permintaan

from tolok.web.organisasi.models import Instansi
from tolok.web.simpan.versi import update_berversi
from tolok.web.ui.galat import isi
from tolok.web.ui.galat.sebab import find_isi_galat

pytestmark = pytest.mark.urls("tests.web.pameran.urls")
NOMOR = re.compile(r"Nomor galat ([0-9a-f-]{36})")


@pytest.fixture
def klien() -> Client:
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(
    ("jenis", "status", "kata"),
    [
        ("400", 400, "rusak di perjalanan"),
        ("403", 403, "Mengesahkan dapat dilakukan oleh: Pimpinan."),
        ("404", 404, "Halaman ini tidak ada, atau bukan untuk Anda."),
        ("405", 405, "tidak dapat dibuka atau dikirimi dengan cara ini"),
        ("413", 413, "melebihi batas yang diterima"),
        ("500", 500, "kesalahan program"),
        ("503", 503, "basis datanya tidak menjawab"),
        ("sibuk", 503, "Terlalu banyak yang menyimpan"),
        ("507", 507, "tidak dapat menulis lagi"),
    ],
)
def test_a_failure_has_a_page_with_a_number_that_is_logged(
    jenis: str, status: int, kata: str, klien: Client, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "tolok.galat")
    jawaban = klien.get(f"/galat/{jenis}/")
    halaman = jawaban.content.decode()
    assert jawaban.status_code == status
    assert kata in halaman
    assert "Traceback" not in halaman
    assert "sengaja gagal" not in halaman
    assert "connection refused" not in halaman
    cocok = NOMOR.search(halaman)
    assert cocok is not None
    assert halaman.index(cocok.group()) > halaman.index(kata)
    catatan = [c for c in caplog.records if c.name == "tolok.galat"]
    assert [cocok.group(1) in c.getMessage() for c in catatan] == [True]
    assert bool(catatan[0].exc_info) is (status >= 500)
    assert jawaban["Cache-Control"] == "no-store"
    assert "default-src 'none'" in jawaban["Content-Security-Policy"]


def test_two_failures_have_two_numbers(klien: Client) -> None:
    dua = {NOMOR.search(klien.get("/galat/500/").content.decode()).group(1) for _ in range(2)}  # type: ignore[union-attr]
    assert len(dua) == 2


def test_what_was_sent_is_spoken_of_only_if_something_was_sent(klien: Client) -> None:
    assert "Isian" not in klien.get("/galat/503/").content.decode()
    assert "tidak ada yang tersimpan sebagian" in klien.post("/galat/503/").content.decode()
    assert "Belum ada yang disimpan" in klien.post("/galat/413/").content.decode()


def test_a_page_that_may_work_later_says_when_and_offers_it(klien: Client) -> None:
    jawaban = klien.get("/galat/503/?a=1")
    assert jawaban["Retry-After"] == "30"
    assert 'href="/galat/503/?a=1"' in jawaban.content.decode()
    assert "Coba lagi" not in klien.post("/galat/503/").content.decode()


def test_a_refused_method_names_the_ones_that_are_allowed(klien: Client) -> None:
    assert klien.get("/galat/405/")["Allow"] == "POST"


def test_a_form_that_is_too_large_is_refused_as_such(klien: Client) -> None:
    jawaban = klien.post("/dinas/2020/tw4/pengukuran/simpan/", {"jumlah": "9" * 3_000_000})
    assert jawaban.status_code == 413
    assert "melebihi batas yang diterima" in jawaban.content.decode()


def test_the_rate_limit_of_the_sign_in_has_our_page() -> None:
    jawaban = respond_429(make_permintaan("/"))
    assert jawaban.status_code == 429
    assert "Tunggu beberapa menit" in jawaban.content.decode()


def test_a_missing_page_says_nothing_about_what_is_there(klien: Client) -> None:
    assert "rahasia" not in klien.get("/galat/404/").content.decode()
    assert klien.get("/tidak/ada/").status_code == 404


def test_a_form_with_a_wrong_token_is_told_in_indonesian() -> None:
    jawaban = Client(enforce_csrf_checks=True).post("/dinas/2020/tw4/pengukuran/simpan/", {"jumlah": "1"})
    assert jawaban.status_code == 403
    assert "Tanda pengaman formulir tidak cocok" in jawaban.content.decode()


@pytest.mark.django_db
def test_a_reader_without_the_right_keeps_the_frame(klien: Client) -> None:
    halaman = klien.get("/galat/hak/").content.decode()
    assert "Mengesahkan pengukuran dapat dilakukan oleh: Pimpinan." in halaman
    assert "Pohon kinerja" in halaman


@pytest.mark.django_db
@pytest.mark.parametrize("htmx", [True, False])
def test_a_conflict_shows_both_values(htmx: bool, klien: Client) -> None:
    kepala = {"HX-Request": "true"} if htmx else {}
    jawaban = klien.post("/dinas/2020/tw4/pengukuran/simpan/", {"jumlah": "1.300", "jawab": "409"}, headers=kepala)
    halaman = jawaban.content.decode()
    assert jawaban.status_code == 409
    assert "<td>1.277</td><td>1.300</td>" in halaman
    assert "Diubah Perencana." in halaman
    assert ("<html" in halaman) is not htmx


def test_the_error_page_asks_neither_database_nor_session(klien: Client, django_assert_num_queries: Any) -> None:
    """Without the ``django_db`` mark any query fails; a message or session would be one."""
    klien.cookies["sessionid"] = "x" * 32
    klien.cookies["messages"] = "rusak"
    for jenis in ("404", "500", "503", "507"):
        assert klien.get(f"/galat/{jenis}/").status_code in (404, 500, 503, 507)


@pytest.mark.parametrize(
    ("galat", "halaman"),
    [
        (OperationalError("no such table: akun_pengguna"), isi.BASIS_DATA_PUTUS),
        (InterfaceError("connection already closed"), isi.BASIS_DATA_PUTUS),
        (OperationalError("database is locked"), isi.SIBUK),
        (OperationalError("disk I/O error"), isi.BASIS_DATA_PUTUS),
        (OSError(errno.EDQUOT, "quota"), isi.PENUH),
        (OSError(errno.ENOENT, "tidak ada"), isi.GAGAL),
        (IntegrityError("UNIQUE"), isi.GAGAL),
        (ProgrammingError("salah"), isi.GAGAL),
        (DatabaseError("file is not a database"), isi.BASIS_DATA_PUTUS),
        (ValueError("salah"), isi.GAGAL),
        (None, isi.GAGAL),
    ],
)
def test_the_cause_is_read_from_the_exception(galat: Exception | None, halaman: isi.IsiGalat) -> None:
    assert find_isi_galat(galat) is halaman


def test_the_cause_is_found_behind_another_exception() -> None:
    galat = RuntimeError("tidak dapat menyimpan")
    galat.__cause__ = OSError(errno.ENOSPC, "penuh")
    assert find_isi_galat(galat) is isi.PENUH


def test_sqlite_that_may_not_grow_is_a_full_disk() -> None:
    sambungan = sqlite3.connect(":memory:")
    sambungan.executescript("CREATE TABLE t (x); PRAGMA max_page_count = 2;")
    with pytest.raises(sqlite3.OperationalError) as galat:
        sambungan.execute("INSERT INTO t VALUES (zeroblob(100000))")
    sambungan.close()
    django = OperationalError(str(galat.value))
    django.__cause__ = galat.value
    assert find_isi_galat(django) is isi.PENUH


@pytest.mark.parametrize(
    ("sqlstate", "halaman"),
    [("53100", isi.PENUH), ("40P01", isi.SIBUK), ("57014", isi.SIBUK), ("08006", isi.BASIS_DATA_PUTUS)],
)
def test_postgresql_says_by_its_code_what_failed(sqlstate: str, halaman: isi.IsiGalat) -> None:
    asal = Exception("x")
    asal.sqlstate = sqlstate  # type: ignore[attr-defined]
    galat = OperationalError("x")
    galat.__cause__ = asal
    assert find_isi_galat(galat) is halaman


def test_an_unhandled_refusal_of_an_operation_is_no_program_error(
    klien: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    class TidakBoleh(PermissionError):
        pass

    def tolak(*_: object, **__: object) -> None:
        raise TidakBoleh("Mengesahkan dapat dilakukan oleh: Pimpinan.")

    monkeypatch.setattr(views, "_siapkan", tolak)
    jawaban = klien.get("/dinas/2020/tw4/pohon/")
    assert jawaban.status_code == 403
    assert "Pimpinan" in jawaban.content.decode()


@pytest.mark.django_db
def test_a_row_that_somebody_else_changed_gives_the_conflict_page(
    klien: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    instansi = Instansi.objects.create(kode="dinas", zona="Asia/Jakarta", versi=2)

    def ubah(*_: object, **__: object) -> None:
        update_berversi(instansi, versi=1, zona="Asia/Makassar")

    monkeypatch.setattr(views, "_siapkan", ubah)
    jawaban = klien.get("/dinas/2020/tw4/pohon/")
    assert jawaban.status_code == 409
    assert "<td>Asia/Jakarta</td><td>Asia/Makassar</td>" in jawaban.content.decode()
