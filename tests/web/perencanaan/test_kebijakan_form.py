"""The form of the conventions: what is typed comes back, what cannot be is said, what changed meanwhile is shown."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import HttpResponseBase
from django.test import Client
from django.utils import timezone
from tests.web.baca_html import get_baris, get_isi, get_teks
from tests.web.dunia import buat_pengguna, masuk, muat_contoh
from tests.web.dunia_uang import make_alamat

from tolok.web.akun.models import Pengguna
from tolok.web.organisasi.models import Peran
from tolok.web.pengukuran.models import Pengukuran, StatusPengukuran
from tolok.web.perencanaan.forms import make_awal
from tolok.web.perencanaan.models import EdisiKebijakan, Indikator, TahunKinerja
from tolok.web.perencanaan.queries import make_kebijakan


@pytest.fixture
def perencana(db: None) -> Pengguna:
    muat_contoh()
    return buat_pengguna("perencana", Peran.PERENCANA)


def _isian(**ganti: str) -> dict[str, Any]:
    tahun = TahunKinerja.objects.select_related("kebijakan").get()
    assert tahun.kebijakan is not None
    return {**make_awal(make_kebijakan(tahun.kebijakan)), "versi": tahun.versi, "alasan": "Keputusan 2.", **ganti}


def _kirim(pengguna: Pengguna, isian: dict[str, Any]) -> HttpResponseBase:
    return masuk(pengguna).post(make_alamat("pengaturan_kebijakan"), isian)


def test_a_sent_form_makes_an_edition_and_the_page_says_who_when_and_why(perencana: Pengguna) -> None:
    klien = masuk(perencana)
    jawaban = klien.post(make_alamat("pengaturan_kebijakan"), _isian(batas="115,5%", rumus_turun="T/R"), follow=True)
    teks = get_teks(jawaban)
    assert jawaban.redirect_chain == [(make_alamat("pengaturan"), 302)]
    assert "Kebijakan edisi 2 ditetapkan" in teks
    assert "Alasan: Keputusan 2." in teks
    assert "Contoh Perencana" in teks
    assert get_baris(jawaban, "Batas capaian")[1] == "115,5%"
    assert get_baris(jawaban, "Capaian indikator yang makin kecil")[1] == "target ÷ realisasi"


def test_who_may_not_read_the_history_reads_the_reason_without_the_name(perencana: Pengguna) -> None:
    _kirim(perencana, _isian(batas=""))
    teks = get_teks(masuk(buat_pengguna("pembaca", Peran.PEMBACA)).get(make_alamat("pengaturan")))
    assert "Alasan: Keputusan 2." in teks
    assert "Contoh Perencana" not in teks


@pytest.mark.parametrize(
    ("isian", "pesan"),
    [
        ({"alasan": "   "}, "Tulis alasan perubahannya."),
        ({"batas": "90"}, "Batas capaian paling rendah 100%"),
        ({"batas": "banyak"}, "Batas capaian"),
        ({"batas": "100-120"}, "bukan satu angka"),
        ({"batas": "100,1234567"}, "berdesimal lebih dari enam"),
        ({"bagian_minimum": "101"}, "Isi antara 0 dan 100."),
        ({"bagian_minimum": ""}, "Bagian terukur minimum"),
        ({"batas": "", "naik_target_nol": "batas"}, "memerlukan batas capaian"),
        ({"batas": "", "rumus_turun": "T/R"}, "memerlukan batas capaian"),
        ({"efisiensi": "E7"}, "Rumus efisiensi"),
        ({"skala": "kla"}, "Skala predikat"),
        ({}, "Belum ada yang berubah"),
    ],
)
def test_what_cannot_be_is_said_and_what_was_typed_stays(
    perencana: Pengguna, isian: dict[str, str], pesan: str
) -> None:
    jawaban = _kirim(perencana, _isian(dasar="Keputusan yang sedang ditulis" if isian else _isian()["dasar"], **isian))
    assert jawaban.status_code == 422
    assert pesan in get_teks(jawaban)
    assert EdisiKebijakan.objects.count() == 1
    if isian:
        assert "Keputusan yang sedang ditulis" in get_isi(jawaban)


def test_without_a_cap_the_difference_formula_needs_none(perencana: Pengguna) -> None:
    assert _kirim(perencana, _isian(batas="")).status_code == 302
    assert EdisiKebijakan.objects.get(nomor=2).batas is None


def test_two_people_see_both_values_and_nothing_is_overwritten(perencana: Pengguna) -> None:
    milik_kedua = _isian(batas="110")
    assert _kirim(perencana, _isian(batas="100")).status_code == 302
    jawaban = _kirim(buat_pengguna("admin", Peran.ADMIN), milik_kedua)
    assert jawaban.status_code == 409
    assert get_baris(jawaban, "Batas capaian") == ["Batas capaian", "100%", "110%"]
    assert [e.batas for e in EdisiKebijakan.objects.order_by("nomor")] == [120_000_000, 100_000_000]


def test_an_approved_quarter_is_said_before_and_after_sending(perencana: Pengguna) -> None:
    tahun = TahunKinerja.objects.get()
    Pengukuran.objects.create(
        tahun=tahun, triwulan=2, indikator=Indikator.objects.get(kode="pmks"),
        status=StatusPengukuran.DISAHKAN, diubah_pada=timezone.now(),
    )  # fmt: skip
    pesan = "Triwulan II sudah disahkan (1 indikator); kembalikan pengukurannya lebih dahulu."
    assert pesan in get_teks(masuk(perencana).get(make_alamat("pengaturan_kebijakan")))
    jawaban = _kirim(perencana, _isian(batas="100"))
    assert jawaban.status_code == 422
    assert pesan in get_teks(jawaban)
    assert EdisiKebijakan.objects.count() == 1


def test_a_page_of_effects_hands_its_choice_to_the_form(perencana: Pengguna) -> None:
    klien = masuk(perencana)
    isi = get_isi(klien.get(make_alamat("pengaturan_akibat"), {"batas": "100"}))
    assert f"{make_alamat('pengaturan_kebijakan')}?batas=100" in isi
    formulir = get_isi(klien.get(make_alamat("pengaturan_kebijakan"), {"batas": "100"}))
    assert 'name="batas" value="100"' in formulir


def test_the_version_in_the_form_is_never_taken_from_the_address(perencana: Pengguna) -> None:
    versi = TahunKinerja.objects.get().versi
    isi = get_isi(masuk(perencana).get(make_alamat("pengaturan_kebijakan"), {"versi": "99"}))
    assert f'name="versi" value="{versi}"' in isi


def test_a_planner_of_one_unit_is_told_who_may(perencana: Pengguna) -> None:
    orang = buat_pengguna("unit", Peran.PERENCANA, unit="bid-rehab")
    jawaban = masuk(orang).get(make_alamat("pengaturan_kebijakan"))
    assert jawaban.status_code == 403
    assert "seluruh perangkat daerah" in get_teks(jawaban)
    assert _kirim(orang, _isian(batas="100")).status_code == 403
    assert "Ubah kebijakan" not in get_teks(masuk(orang).get(make_alamat("pengaturan")))


def test_a_form_from_another_site_is_refused(perencana: Pengguna) -> None:
    klien = Client(enforce_csrf_checks=True)
    klien.force_login(perencana, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert klien.post(make_alamat("pengaturan_kebijakan"), _isian(batas="100")).status_code == 403
    assert EdisiKebijakan.objects.count() == 1


def test_whose_session_ended_is_told_without_losing_the_form(perencana: Pengguna, client: Any) -> None:
    jawaban = client.post(make_alamat("pengaturan_kebijakan"), _isian(batas="100"), headers={"HX-Request": "true"})
    assert jawaban.status_code == 401
    assert EdisiKebijakan.objects.get().batas == 120_000_000
