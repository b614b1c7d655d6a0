"""The quarter as a page: what its readers see, and what they take away."""

from __future__ import annotations

import pytest
from tests.web.dunia import INSTANSI, buat_pengguna, masuk
from tests.web.pengukuran.bantu import konteks, sahkan_semua

from tolok.web.akun.models import Pengguna
from tolok.web.organisasi.models import Peran
from tolok.web.pengukuran.models import NilaiVariabel, Pengukuran, StatusPengukuran
from tolok.web.pengukuran.operations import submit_pengukuran

pytestmark = pytest.mark.django_db
ALAMAT = f"/{INSTANSI}/2020/tw4/pengukuran/"


def test_the_quarter_shows_values_their_variables_and_how_many_are_measured(perencana: Pengguna) -> None:
    isi = masuk(perencana).get(ALAMAT).content.decode()
    for teks in ("70,32%", "81,77%", "1.277", "1.816", "dari 4 indikator"):
        assert teks in isi, teks


@pytest.mark.parametrize(
    "ekor",
    [
        "?pilih=pmks",
        "?status=draf&unit=bid-rehab&urut=-capaian",
        "variabel/pmks-terpenuhi/",
        "indikator/kla/",
        "ajukan/",
    ],
)
def test_every_part_of_the_quarter_opens(perencana: Pengguna, ekor: str) -> None:
    assert masuk(perencana).get(ALAMAT + ekor).status_code == 200


def test_a_download_holds_what_is_seen(perencana: Pengguna) -> None:
    teks = masuk(perencana).get(f"{ALAMAT}unduh.csv").content.decode("utf-8-sig")
    assert "70,32%" in teks
    assert masuk(perencana).get(f"{ALAMAT}unduh.xlsx").content.startswith(b"PK")


def test_an_evaluator_reads_the_numbers_once_they_were_submitted(perencana: Pengguna) -> None:
    evaluator = masuk(buat_pengguna("apip", Peran.EVALUATOR))
    assert "70,32%" not in evaluator.get(ALAMAT).content.decode()
    submit_pengukuran(konteks(perencana), indikator="pmks")
    assert "70,32%" in evaluator.get(ALAMAT).content.decode()


def test_a_typed_text_that_is_no_number_stays_in_the_form(perencana: Pengguna) -> None:
    client = masuk(perencana)
    jawab = client.post(f"{ALAMAT}variabel/pmks-terpenuhi/", {"nilai": "seribu lebih", "sumber": "Rekap", "versi": "1"})
    assert jawab.status_code == 422
    assert "seribu lebih" in jawab.content.decode()
    assert not NilaiVariabel.objects.filter(sumber="Rekap").exists()


def test_whoever_comes_second_sees_both_values_and_loses_nothing(perencana: Pengguna) -> None:
    client, isian = masuk(perencana), {"sumber": "Rekap", "keadaan": "", "versi": "1"}
    alamat = f"{ALAMAT}variabel/pmks-terpenuhi/"
    assert client.post(alamat, {**isian, "nilai": "1.300"}).status_code in (200, 302)
    kedua = client.post(alamat, {**isian, "nilai": "1.400"})
    assert kedua.status_code == 409
    for teks in ("1.300", "1.400"):
        assert teks in kedua.content.decode(), teks


def test_an_approved_quarter_offers_no_form(perencana: Pengguna) -> None:
    sahkan_semua(buat_pengguna("pj", Peran.PENANGGUNG_JAWAB), perencana, buat_pengguna("kepala", Peran.PIMPINAN))
    assert set(Pengukuran.objects.values_list("status", flat=True)) == {StatusPengukuran.DISAHKAN}
    jawab = masuk(perencana).post(f"{ALAMAT}variabel/pmks-terpenuhi/", {"nilai": "1", "sumber": "x", "versi": "1"})
    assert jawab.status_code in (403, 409, 422)
    assert not NilaiVariabel.objects.filter(sumber="x").exists()
