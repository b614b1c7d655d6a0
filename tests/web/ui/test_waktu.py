"""Dates and times in the zone of the agency."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import include, path
from django.utils import timezone
from tests.web.dunia import INSTANSI, buat_pengguna, muat_contoh
from tests.web.ui.alat import render

from tolok.web.organisasi.models import Instansi, Peran
from tolok.web.perencanaan.konteks import Konteks, halaman

SAAT = datetime(2020, 4, 3, 16, 42, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zona", "tanggal", "jam"),
    [
        ("Asia/Jakarta", "3 April 2020", "23.42 WIB"),
        ("Asia/Makassar", "4 April 2020", "00.42 WITA"),
        ("Asia/Jayapura", "4 April 2020", "01.42 WIT"),
    ],
)
def test_a_moment_is_told_in_the_zone_of_the_agency(zona: str, tanggal: str, jam: str) -> None:
    with timezone.override(zona):
        assert render("{{ s|tanggal }}|{{ s|jam }}", s=SAAT) == f"{tanggal}|{jam}"
        assert render("{{ s|waktu }}", s=SAAT) == f"{tanggal} pukul {jam}"


def test_a_legal_date_has_no_zone() -> None:
    with timezone.override("Asia/Jayapura"):
        assert render("{{ s|tanggal }}", s=date(2020, 4, 3)) == "3 April 2020"


def test_what_has_no_time_prints_nothing() -> None:
    assert render("[{{ s|tanggal }}{{ s|jam }}{{ s|waktu }}]", s=None) == "[]"


@halaman("beranda.lihat", metode=("GET", "POST"))
def _jam_dinas(request: HttpRequest, konteks: Konteks) -> HttpResponse:
    return HttpResponse(render("{{ s|waktu }}", request, s=SAAT))


urlpatterns = [
    path("akun/", include("tolok.web.akun.urls")),
    path("<slug:instansi>/<int:tahun>/<str:periode>/", _jam_dinas),
]


@pytest.mark.django_db
@pytest.mark.urls(__name__)
def test_a_page_of_a_year_is_written_in_the_zone_of_its_agency() -> None:
    muat_contoh()
    Instansi.objects.filter(kode=INSTANSI).update(zona="Asia/Jayapura")
    klien = Client()
    klien.force_login(buat_pengguna("seseorang", Peran.PERENCANA), backend=settings.AUTHENTICATION_BACKENDS[-1])
    assert klien.get(f"/{INSTANSI}/2020/tw4/").content.decode() == "4 April 2020 pukul 01.42 WIT"
    assert timezone.get_current_timezone_name() == "Asia/Jakarta"


@pytest.mark.django_db
@pytest.mark.urls(__name__)
@pytest.mark.parametrize("kepala", [{}, {"HX-Request": "true"}])
def test_what_is_sent_without_a_session_is_answered_with_where_to_sign_in(kepala: dict[str, str]) -> None:
    jawaban = Client().post("/dinas/2020/tw4/", headers=kepala)
    assert jawaban.status_code == 401
    assert 'href="/akun/masuk/" target="_blank"' in jawaban.content.decode()
    assert "Belum ada yang disimpan" in jawaban.content.decode()
