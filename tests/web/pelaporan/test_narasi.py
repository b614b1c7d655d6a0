"""Writing a text of the report."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.web.dunia import INSTANSI, buat_pengguna, masuk

from tolok.core.narasi import NarasiTidakTerbaca
from tolok.web.akun.models import Pengguna
from tolok.web.audit.models import Catatan
from tolok.web.organisasi.models import Peran
from tolok.web.pelaporan.laporan import get_laporan
from tolok.web.pelaporan.lkjip.token import list_token
from tolok.web.pelaporan.lkjip.tulisan import find_tulisan, list_tulisan
from tolok.web.pelaporan.models import Analisis, Narasi
from tolok.web.pelaporan.operations import save_tulisan
from tolok.web.pengukuran.hasil import clear_simpanan
from tolok.web.perencanaan.models import TahunKinerja
from tolok.web.simpan.versi import SudahBerubah

BATAS_SQL = 25


def _alamat(kunci: str = "kesimpulan") -> str:
    kwargs = {"instansi": INSTANSI, "tahun": 2020, "periode": "tahun", "kunci": kunci}
    return reverse("narasi_ubah", kwargs=kwargs)


def _teks(jawab: Any) -> str:
    return " ".join(jawab.content.decode().split())


def _simpan(tahun: TahunKinerja, kunci: str, teks: str, versi: int) -> None:
    hasil = get_laporan(tahun).hasil
    tulisan = find_tulisan(hasil, kunci)
    assert tulisan is not None
    save_tulisan(tahun, tulisan, teks, versi=versi, hasil=hasil, oleh=None)


@pytest.fixture
def client_perencana(perencana: Pengguna) -> Client:
    return masuk(perencana)


def test_a_text_is_stored_with_the_old_and_the_new_in_its_entry(tahun: TahunKinerja, client_perencana: Client) -> None:
    lama = Narasi.objects.get(tahun=tahun, kunci="kesimpulan").teks
    baru = "Capaian PMKS {capaian:pmks}.\n\n- Satu\n- Dua"
    isian = {"teks": f"\r\n{baru.replace(chr(10), chr(13) + chr(10))}  ", "versi": 1, "aksi": "simpan"}
    jawab = client_perencana.post(_alamat(), isian, follow=True)
    assert "Kesimpulan tersimpan" in _teks(jawab)
    assert jawab.redirect_chain[0][0].endswith("?bagian=bab-iv")
    narasi = Narasi.objects.get(tahun=tahun, kunci="kesimpulan")
    assert (narasi.teks, narasi.versi) == (baru, 2)
    catatan = Catatan.objects.latest("nomor")
    assert (catatan.perbuatan, catatan.objek) == ("narasi.diubah", "narasi:2020/kesimpulan")
    isi = json.loads(catatan.isi)
    assert isi["sebelum"] == {"teks": lama, "sidik": hashlib.sha256(lama.encode()).hexdigest()}
    assert isi["sesudah"] == {"teks": baru, "sidik": hashlib.sha256(baru.encode()).hexdigest()}
    assert "81,77%" in _teks(client_perencana.get(jawab.redirect_chain[0][0]))


def test_the_same_text_again_is_no_change(tahun: TahunKinerja) -> None:
    narasi = Narasi.objects.get(tahun=tahun, kunci="kesimpulan")
    _simpan(tahun, "kesimpulan", narasi.teks, narasi.versi)
    assert not Catatan.objects.filter(perbuatan="narasi.diubah").exists()


def test_a_text_that_was_never_written_is_added(tahun: TahunKinerja) -> None:
    Narasi.objects.filter(kunci="sejarah").delete()
    clear_simpanan()
    _simpan(tahun, "sejarah", "Dinas dibentuk pada 2016.", 0)
    narasi = Narasi.objects.get(kunci="sejarah")
    assert narasi.urutan == max(Narasi.objects.values_list("urutan", flat=True))
    with pytest.raises(SudahBerubah):
        _simpan(tahun, "sejarah", "Dinas dibentuk pada 2017.", 0)


def test_one_half_of_an_analysis_leaves_the_other_as_it_is(tahun: TahunKinerja) -> None:
    lama = Analisis.objects.get(indikator__kode="pmks", tahun_periode=2020, triwulan=0)
    _simpan(tahun, "solusi/pmks/2020", "Pendataan ulang.", lama.versi)
    baru = Analisis.objects.get(pk=lama.pk)
    assert (baru.penyebab, baru.solusi, baru.versi) == (lama.penyebab, "Pendataan ulang.", lama.versi + 1)
    assert Catatan.objects.latest("nomor").objek == "narasi:2020/solusi/pmks/2020"


def test_an_analysis_of_a_quarter_is_written_too(tahun: TahunKinerja) -> None:
    lama = Analisis.objects.get(indikator__kode="pmks", tahun_periode=2020, triwulan=2)
    _simpan(tahun, "penyebab/pmks/2020-tw2", "Pembatasan kegiatan.", lama.versi)
    assert Analisis.objects.get(pk=lama.pk).penyebab == "Pembatasan kegiatan."


def test_every_text_of_the_year_has_a_form(tahun: TahunKinerja, client_perencana: Client) -> None:
    daftar = list_tulisan(get_laporan(tahun).hasil)
    assert {satu.kunci for satu in Narasi.objects.all()} <= {satu.kunci for satu in daftar}
    for satu in daftar:
        assert client_perencana.get(_alamat(satu.kunci)).status_code == 200, satu.kunci


@pytest.mark.parametrize("kunci", ["bab_v", "penyebab/tidak-ada/2020", "penyebab/pmks/1999", "sasaran_s9", "a/b/c/d"])
def test_a_text_the_report_has_no_place_for_is_not_found(
    tahun: TahunKinerja, client_perencana: Client, kunci: str
) -> None:
    assert client_perencana.get(_alamat(kunci)).status_code == 404
    assert client_perencana.post(_alamat(kunci), {"teks": "x", "versi": 0, "aksi": "simpan"}).status_code == 404
    assert not Narasi.objects.filter(kunci=kunci).exists()


@pytest.mark.parametrize("htmx", [False, True])
def test_an_unknown_token_is_refused_with_its_place_and_a_suggestion(
    tahun: TahunKinerja, client_perencana: Client, htmx: bool
) -> None:
    lama = Narasi.objects.get(kunci="kesimpulan").teks
    isian = {"teks": "Satu.\nCapaian {capain:pmks} dan {capaian:pmk}.", "versi": 1, "aksi": "simpan"}
    headers = {"HX-Request": "true"} if htmx else {}
    jawab = client_perencana.post(_alamat(), isian, headers=headers)
    teks = _teks(jawab)
    assert jawab.status_code == 422
    assert "baris 2, kolom 9: Besaran “capain” tidak ada" in teks
    assert "Maksudnya “capaian”?" in teks
    assert "Maksudnya “pmks”?" in teks
    assert "Capaian {capain:pmks} dan {capaian:pmk}." in teks
    assert ("<html" in teks) is not htmx
    assert Narasi.objects.get(kunci="kesimpulan").teks == lama
    assert not Catatan.objects.filter(perbuatan="narasi.diubah").exists()


def test_the_operation_itself_refuses_an_unknown_token(tahun: TahunKinerja) -> None:
    with pytest.raises(NarasiTidakTerbaca):
        _simpan(tahun, "kesimpulan", "{capaian:tidak-ada}", 1)


def test_two_writers_see_both_texts_and_nothing_is_lost(tahun: TahunKinerja, client_perencana: Client) -> None:
    kedua = masuk(buat_pengguna("rekan", Peran.PERENCANA))
    versi = Narasi.objects.get(kunci="kesimpulan").versi
    client_perencana.post(_alamat(), {"teks": "Teks pertama.", "versi": versi, "aksi": "simpan"})
    jawab = kedua.post(_alamat(), {"teks": "Teks kedua.", "versi": versi, "aksi": "simpan"})
    teks = _teks(jawab)
    assert jawab.status_code == 409
    assert "Teks pertama." in teks
    assert "Teks kedua." in teks
    assert "Contoh Perencana" in teks
    assert f'name="versi" value="{versi + 1}"' in teks
    assert Narasi.objects.get(kunci="kesimpulan").teks == "Teks pertama."
    kedua.post(_alamat(), {"teks": "Teks gabungan.", "versi": versi + 1, "aksi": "simpan"})
    assert Narasi.objects.get(kunci="kesimpulan").teks == "Teks gabungan."
    isi = json.loads(Catatan.objects.latest("nomor").isi)
    assert (isi["sebelum"]["teks"], isi["sesudah"]["teks"]) == ("Teks pertama.", "Teks gabungan.")


@pytest.mark.parametrize("versi", ["", "0", "abc", "99999999999999999999", "-1"])
def test_a_form_without_a_version_of_this_row_overwrites_nothing(
    tahun: TahunKinerja, client_perencana: Client, versi: str
) -> None:
    lama = Narasi.objects.get(kunci="kesimpulan").teks
    jawab = client_perencana.post(_alamat(), {"teks": "Lain.", "versi": versi, "aksi": "simpan"})
    assert jawab.status_code == 409
    assert Narasi.objects.get(kunci="kesimpulan").teks == lama


@pytest.mark.parametrize("htmx", [False, True])
def test_a_text_is_seen_before_it_is_stored(tahun: TahunKinerja, client_perencana: Client, htmx: bool) -> None:
    isian = {"teks": "**Capaian** {capaian:pmks} dan serapan 12,34%.", "versi": 1, "aksi": "lihat"}
    headers = {"HX-Request": "true"} if htmx else {}
    jawab = client_perencana.post(_alamat(), isian, headers=headers)
    teks = _teks(jawab)
    assert jawab.status_code == 200
    assert "<b>Capaian</b>" in teks
    assert ">81,77%</data>" in teks
    assert "Tertulis 12,34%, sedangkan nilainya" in teks
    assert ("<textarea" in teks) is not htmx
    assert not Catatan.objects.filter(perbuatan="narasi.diubah").exists()


def test_what_is_typed_is_never_markup(tahun: TahunKinerja, client_perencana: Client) -> None:
    jahat = '<script>alert(1)</script> "><img src=x onerror=alert(1)>'
    client_perencana.post(_alamat(), {"teks": jahat, "versi": 1, "aksi": "simpan"})
    halaman = reverse("lkjip", kwargs={"instansi": INSTANSI, "tahun": 2020, "periode": "tahun"})
    for alamat in (_alamat(), f"{halaman}?bagian=bab-iv", f"{halaman}pratinjau/"):
        teks = client_perencana.get(alamat).content.decode()
        assert "<script>alert" not in teks
        assert "<img" not in teks
        assert "&lt;script&gt;alert(1)" in teks


def test_after_storing_htmx_is_led_back(tahun: TahunKinerja, client_perencana: Client) -> None:
    isian = {"teks": "Selesai.", "versi": 1, "aksi": "simpan"}
    jawab = client_perencana.post(_alamat(), isian, headers={"HX-Request": "true"})
    assert jawab.headers["HX-Redirect"].endswith("?bagian=bab-iv")


def test_a_visitor_who_sends_a_text_is_told_that_it_is_safe(tahun: TahunKinerja) -> None:
    jawab = Client().post(_alamat(), {"teks": "x", "versi": 1, "aksi": "simpan"})
    assert jawab.status_code == 401


@pytest.mark.parametrize("peran", [p for p in Peran if p is not Peran.PERENCANA])
def test_only_a_planner_writes(tahun: TahunKinerja, peran: Peran) -> None:
    client = masuk(buat_pengguna("seseorang", peran))
    assert client.get(_alamat()).status_code == 403
    assert client.post(_alamat(), {"teks": "x", "versi": 1, "aksi": "simpan"}).status_code == 403
    assert not Catatan.objects.filter(perbuatan="narasi.diubah").exists()


def test_every_listed_token_prints_what_it_says(tahun: TahunKinerja) -> None:
    from tolok.core.hasil.rujukan import PencariToken
    from tolok.core.narasi import parse_token

    hasil = get_laporan(tahun).hasil
    cari = PencariToken(hasil)
    for sasaran in ("", "s1"):
        daftar = [satu for kelompok in list_token(hasil, sasaran=sasaran) for satu in kelompok.daftar]
        assert daftar
        for satu in daftar:
            assert cari(parse_token(satu.token)) == satu.hasil
    assert len(list_token(hasil, sasaran="s1")) < len(list_token(hasil))


def test_the_form_takes_few_statements_even_when_nothing_is_in_memory(
    tahun: TahunKinerja, client_perencana: Client
) -> None:
    clear_simpanan()
    with CaptureQueriesContext(connection) as dingin:
        client_perencana.get(_alamat())
    assert len(dingin) <= BATAS_SQL
