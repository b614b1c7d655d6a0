"""Reading the history."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from tests.web.dunia import INSTANSI, buat_pengguna, masuk, muat_contoh
from tests.web.pengukuran.bantu import sahkan_semua

from tolok.web.audit.models import Catatan
from tolok.web.organisasi.models import Peran
from tolok.web.pengukuran.models import HasilDisahkan
from tolok.web.portal.isi_catatan import list_butir, sebut_objek

ALAMAT = f"/{INSTANSI}/2020/tw4/riwayat/"


def _client(peran: Peran) -> Client:
    muat_contoh()
    return masuk(buat_pengguna("pembaca", peran))


@pytest.mark.django_db
def test_the_loading_of_a_package_stands_in_the_history() -> None:
    client = _client(Peran.PERENCANA)
    assert ">Paket dimuat</td>" in client.get(ALAMAT).content.decode()
    isi = client.get(f"{ALAMAT}1/").content.decode()
    assert "Isi catatan ini cocok dengan sidiknya dan tersambung dengan catatan sebelumnya." in isi
    assert "tidak lagi cocok" not in isi


@pytest.mark.django_db
def test_every_entry_of_an_approved_quarter_follows_from_its_hash() -> None:
    muat_contoh()
    perencana, pimpinan = (buat_pengguna(peran.value, peran) for peran in (Peran.PERENCANA, Peran.PIMPINAN))
    sahkan_semua(perencana, perencana, pimpinan)
    client = masuk(pimpinan)
    jumlah = Catatan.objects.count()
    assert jumlah > 10
    for nomor in range(1, jumlah + 1):
        assert "Isi catatan ini cocok dengan sidiknya" in client.get(f"{ALAMAT}{nomor}/").content.decode()


@pytest.mark.django_db
def test_an_entry_tells_what_it_holds_in_words_and_leads_to_the_numbers_it_approved() -> None:
    muat_contoh()
    perencana, pimpinan = (buat_pengguna(peran.value, peran) for peran in (Peran.PERENCANA, Peran.PIMPINAN))
    sahkan_semua(perencana, perencana, pimpinan)
    nomor = Catatan.objects.get(perbuatan="pengukuran.disahkan", objek="pengukuran:2020/tw4/pmks").nomor
    isi = masuk(pimpinan).get(f"{ALAMAT}{nomor}/").content.decode()
    assert "Pengukuran pmks, Triwulan IV Tahun 2020" in isi
    identitas = f"{INSTANSI}/2020/tahun/indikator:pmks/capaian"
    sidik = HasilDisahkan.objects.get(identitas=identitas).sidik
    assert f'href="/{INSTANSI}/2020/tw4/angka/{identitas}">{identitas}</a></dt><dd class="pecah">{sidik}</dd>' in isi


@pytest.mark.django_db
def test_the_start_page_tells_the_last_deeds_in_words_and_leads_to_their_entries() -> None:
    isi = _client(Peran.PERENCANA).get(f"/{INSTANSI}/2020/tw4/").content.decode()
    bagian = isi[isi.index("Terakhir terjadi") :]
    assert f'href="{ALAMAT}1/">Paket dimuat</a><br>Tahun 2020<br>' in bagian
    assert "paket.dimuat" not in bagian


@pytest.mark.parametrize(
    ("objek", "kata"),
    [
        ("pengukuran:2020/tw4/pmks", "Pengukuran pmks, Triwulan IV Tahun 2020"),
        ("nilai:2020/tahun/variabel:pmks@bid-rehab", "Nilai variabel:pmks@bid-rehab, Tahun 2020"),
        ("narasi:2020/kesimpulan", "Narasi kesimpulan, Tahun 2020"),
        ("kebijakan:2020", "Kebijakan, Tahun 2020"),
        ("tahun:2020", "Tahun 2020"),
        ("peran:kepala/pimpinan", "Peran kepala/pimpinan"),
        ("uji", "Uji"),
    ],
)
def test_an_object_is_named_in_words(objek: str, kata: str) -> None:
    assert sebut_objek(objek) == kata


def test_fields_within_fields_are_told_one_by_one() -> None:
    (butir, lain, kosong) = list_butir({"berubah": {"batas": [None, "120"]}, "pesan": "", "daftar": [{"a": True}]}, str)
    assert (butir.nama, butir.daftar_anak[0].nama, butir.daftar_anak[0].teks) == ("Berubah", "Batas", "–; 120")
    assert (lain.nama, lain.teks) == ("Pesan", "–")
    assert [(a.nama, [(b.nama, b.teks) for b in a.daftar_anak]) for a in kosong.daftar_anak] == [("1", [("A", "ya")])]


@pytest.mark.django_db
def test_an_entry_that_was_changed_afterwards_is_shown_as_broken() -> None:
    client = _client(Peran.PERENCANA)
    with connection.cursor() as kursor:
        kursor.execute("UPDATE audit_catatan SET isi = '{}'")
    assert "Catatan ini tidak lagi cocok dengan sidiknya." in client.get(f"{ALAMAT}1/").content.decode()


@pytest.mark.django_db
def test_an_evaluator_does_not_read_entries_about_drafts() -> None:
    client = _client(Peran.EVALUATOR)
    assert "Paket dimuat" not in client.get(ALAMAT).content.decode()
    assert client.get(f"{ALAMAT}1/").status_code == 404


@pytest.mark.django_db
def test_a_reader_without_the_right_is_told_who_has_it() -> None:
    jawab = _client(Peran.PEMBACA).get(ALAMAT)
    assert jawab.status_code == 403
    assert "Evaluator (APIP)" in jawab.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("kueri", ["?dari=kemarin", "?halaman=999", "?perbuatan=tidak.ada", "?objek=%00"])
def test_odd_filters_do_no_harm(kueri: str) -> None:
    assert _client(Peran.PERENCANA).get(ALAMAT + kueri).status_code == 200
