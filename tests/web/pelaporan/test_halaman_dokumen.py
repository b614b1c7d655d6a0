"""The pages of the documents, from the first draft to what replaces it."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.web.dunia import INSTANSI, buat_pengguna, masuk
from tests.web.pelaporan.bantu import buat, ubah_data

from tolok.web.akun.models import Pengguna
from tolok.web.jobs.models import Pekerjaan
from tolok.web.jobs.pekerja import kerjakan_semua
from tolok.web.organisasi.models import Peran
from tolok.web.pelaporan.models import BerkasTerbitan, Dokumen, StatusDokumen, Terbitan
from tolok.web.pengukuran.hasil import clear_simpanan
from tolok.web.perencanaan.models import TahunKinerja

BATAS_SQL = 25
TAHUN = {"instansi": INSTANSI, "tahun": 2020, "periode": "tahun"}
PINDAIAN = SimpleUploadedFile("../../rahasia.pdf", b"%PDF-1.7 pindaian")


def _alamat(nama: str, **lain: Any) -> str:
    return reverse(nama, kwargs={**TAHUN, **lain})


@pytest.fixture
def client_perencana(perencana: Pengguna) -> Client:
    return masuk(perencana)


def _teks(jawab: Any) -> str:
    return " ".join(jawab.content.decode().split())


def test_the_list_names_every_document_and_what_can_be_done(tahun: TahunKinerja, client_perencana: Client) -> None:
    teks = _teks(client_perencana.get(_alamat("dokumen_daftar")))
    for judul in ("LKjIP 2020", "Pengukuran Kinerja Triwulan III 2020", "Matriks Renstra 2019–2024"):
        assert judul in teks
    assert "Berkasnya belum pernah dibuat" in teks
    assert teks.count("Buat berkas") == 9


def test_files_are_asked_for_watched_and_downloaded(tahun: TahunKinerja, client_perencana: Client) -> None:
    jawab = client_perencana.post(_alamat("dokumen_buat", jenis="perjanjian", rujukan="pk-2020"))
    assert jawab.headers["Location"] == _alamat("dokumen_daftar")
    teks = _teks(client_perencana.get(_alamat("dokumen_daftar")))
    assert "Sedang dibuat: Menunggu giliran" in teks
    potongan = f"{_alamat('dokumen_daftar')}?dokumen=perjanjian/pk-2020"
    assert f'hx-get="{potongan}" hx-trigger="load delay:1s"' in teks
    kerjakan_semua()
    baris = _teks(client_perencana.get(potongan, headers={"HX-Request": "true"}))
    assert "hx-get" not in baris
    assert "<html" not in baris
    assert "Sesuai data" in baris
    assert baris.count("/dokumen/berkas/") == 4
    assert "Contoh Perencana" in baris


def test_a_failed_job_says_why(tahun: TahunKinerja, client_perencana: Client) -> None:
    ubah_data(tahun, "Capaian {capaian:tidak-ada}.")
    client_perencana.post(_alamat("dokumen_buat", jenis="lkjip"))
    kerjakan_semua()
    teks = _teks(client_perencana.get(_alamat("dokumen_daftar")))
    assert "Narasi kesimpulan, baris 1, kolom 9" in teks
    assert "Buat berkas" in teks


def test_all_that_is_missing_or_old_is_asked_for_at_once(tahun: TahunKinerja, client_perencana: Client) -> None:
    buat(tahun)
    buat(tahun, "lkjip", "")
    ubah_data(tahun)
    client_perencana.post(_alamat("dokumen_buat_semua"))
    diminta = set(Pekerjaan.objects.filter(status="menunggu").values_list("judul", flat=True))
    assert len(diminta) == 8
    assert "LKjIP 2020" in diminta
    assert "Perjanjian Kinerja 2020 (kepala perangkat daerah)" not in diminta
    kerjakan_semua()
    assert "Buat yang belum sesuai" not in _teks(client_perencana.get(_alamat("dokumen_daftar")))


def test_the_list_says_when_the_data_have_changed(tahun: TahunKinerja, client_perencana: Client) -> None:
    buat(tahun, "lkjip", "")
    buat(tahun)
    teks = _teks(client_perencana.get(_alamat("dokumen_daftar")))
    assert (teks.count("Sesuai data"), teks.count("Data berubah sejak dibuat")) == (2, 0)
    ubah_data(tahun)
    teks = _teks(client_perencana.get(_alamat("dokumen_daftar")))
    assert (teks.count("Sesuai data"), teks.count("Data berubah sejak dibuat")) == (1, 1)


def test_a_document_goes_from_draft_to_signed_to_replaced(tahun: TahunKinerja, client_perencana: Client) -> None:
    buat(tahun, "lkjip", "")
    halaman = _alamat("dokumen", jenis="lkjip")

    def langkah(nama: str, **isian: Any) -> Any:
        alamat = _alamat("dokumen_langkah", jenis="lkjip", langkah=nama)
        assert client_perencana.get(alamat).status_code == 200
        dokumen = Dokumen.objects.latest("ke")
        return client_perencana.post(alamat, {"versi": dokumen.versi, **isian}, follow=True)

    assert "siap ditandatangani" in _teks(langkah("siap"))
    assert "Perbarui" not in _teks(client_perencana.get(halaman))
    assert "kembali menjadi konsep" in _teks(langkah("kembali", alasan="Salah cetak."))
    assert "Catatan: Salah cetak." in _teks(client_perencana.get(halaman))
    langkah("siap")
    PINDAIAN.seek(0)
    teks = _teks(langkah("tanda-tangan", nomor="000.8/12", tanggal="2021-02-26", berkas=PINDAIAN))
    assert "tercatat ditandatangani" in teks
    assert "Nomor 000.8/12, 26 Februari 2021" in teks
    ttd = BerkasTerbitan.objects.get(format="ttd")
    assert ttd.nama == "lkjip-2020-ditandatangani.pdf"
    assert "rahasia" not in ttd.berkas.name
    assert ttd.sidik in teks
    teks = _teks(langkah("ganti", alasan="Angka serapan dibetulkan."))
    assert "LKjIP 2020 (versi 2)" in teks
    assert "Versi sebelumnya" in teks


@pytest.mark.parametrize(
    ("isian", "pesan"),
    [
        ({"tanggal": "2021-02-26"}, "Isi nomor dokumen"),
        ({"nomor": "1", "tanggal": "kemarin"}, "Tanggal ini tidak terbaca"),
        ({"nomor": "1", "tanggal": "2099-01-01"}, "belum tiba"),
        ({"nomor": "1", "tanggal": "2021-02-26", "berkas": SimpleUploadedFile("a.pdf", b"<html>")}, "bukan PDF"),
        ({"nomor": "1", "tanggal": "2021-02-26", "berkas": None}, "Pilih pindaian"),
    ],
)
def test_a_wrong_signature_form_keeps_what_was_typed(
    tahun: TahunKinerja, client_perencana: Client, isian: dict[str, Any], pesan: str
) -> None:
    buat(tahun, "lkjip", "")
    client_perencana.post(_alamat("dokumen_langkah", jenis="lkjip", langkah="siap"), {"versi": 1})
    PINDAIAN.seek(0)
    isian = {"versi": 2, "berkas": PINDAIAN} | isian
    kirim = {kunci: nilai for kunci, nilai in isian.items() if nilai is not None}
    jawab = client_perencana.post(_alamat("dokumen_langkah", jenis="lkjip", langkah="tanda-tangan"), kirim)
    assert jawab.status_code == 422
    assert pesan in _teks(jawab)
    assert f'value="{isian["tanggal"]}"' in _teks(jawab)
    assert Dokumen.objects.get().status == StatusDokumen.SIAP
    assert not Terbitan.objects.filter(is_resmi=True).exists()


def test_a_file_that_is_too_large_is_refused(
    tahun: TahunKinerja, client_perencana: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tolok.web.pelaporan import forms

    monkeypatch.setattr(forms, "BATAS_UNGGAHAN", 4)
    buat(tahun, "lkjip", "")
    client_perencana.post(_alamat("dokumen_langkah", jenis="lkjip", langkah="siap"), {"versi": 1})
    PINDAIAN.seek(0)
    isian = {"versi": 2, "nomor": "1", "tanggal": "2021-02-26", "berkas": PINDAIAN}
    jawab = client_perencana.post(_alamat("dokumen_langkah", jenis="lkjip", langkah="tanda-tangan"), isian)
    assert (jawab.status_code, "Kecilkan hasil pindaiannya" in _teks(jawab)) == (422, True)


def test_data_that_changed_meanwhile_stop_a_document_from_being_ready(
    tahun: TahunKinerja, client_perencana: Client
) -> None:
    buat(tahun, "lkjip", "")
    ubah_data(tahun)
    jawab = client_perencana.post(_alamat("dokumen_langkah", jenis="lkjip", langkah="siap"), {"versi": 1})
    assert (jawab.status_code, "Perbarui berkas dahulu" in _teks(jawab)) == (422, True)


def test_a_step_taken_by_two_is_a_conflict(tahun: TahunKinerja, client_perencana: Client) -> None:
    buat(tahun, "lkjip", "")
    client_perencana.raise_request_exception = False
    alamat = _alamat("dokumen_langkah", jenis="lkjip", langkah="siap")
    assert client_perencana.post(alamat, {"versi": 7}).status_code == 409
    assert Dokumen.objects.get().status == StatusDokumen.KONSEP


def test_only_the_head_revokes(tahun: TahunKinerja, client_perencana: Client) -> None:
    assert client_perencana.get(_alamat("dokumen_cabut", jenis="lkjip")).status_code == 403
    buat(tahun, "lkjip", "")
    kepala = masuk(buat_pengguna("kepala", Peran.PIMPINAN))
    jawab = kepala.post(_alamat("dokumen_cabut", jenis="lkjip"), {"versi": 1, "alasan": "x"})
    assert (jawab.status_code, "langkah itu untuk yang ditandatangani" in _teks(jawab)) == (422, True)


def test_a_reader_sees_what_is_signed_and_no_draft(tahun: TahunKinerja, client_perencana: Client) -> None:
    pembaca = masuk(buat_pengguna("pembaca", Peran.PEMBACA))
    buat(tahun, "lkjip", "")
    teks = _teks(pembaca.get(_alamat("dokumen_daftar")))
    assert "Belum ada dokumen yang ditandatangani" in teks
    assert "LKjIP 2020" not in teks
    assert pembaca.get(_alamat("dokumen", jenis="lkjip")).status_code == 404
    client_perencana.post(_alamat("dokumen_langkah", jenis="lkjip", langkah="siap"), {"versi": 1})
    assert pembaca.get(_alamat("dokumen", jenis="lkjip")).status_code == 404
    PINDAIAN.seek(0)
    isian = {"versi": 2, "nomor": "000.8/12", "tanggal": "2021-02-26", "berkas": PINDAIAN}
    client_perencana.post(_alamat("dokumen_langkah", jenis="lkjip", langkah="tanda-tangan"), isian)
    teks = _teks(pembaca.get(_alamat("dokumen_daftar")))
    assert "LKjIP 2020" in teks
    assert "Pengukuran Kinerja" not in teks
    teks = _teks(pembaca.get(_alamat("dokumen", jenis="lkjip")))
    assert "Terbitan 2" in teks
    assert "Terbitan 1" not in teks
    assert "Buat pengganti" not in teks


def test_somebody_of_one_unit_makes_and_previews_nothing_of_the_whole_agency(tahun: TahunKinerja) -> None:
    client = masuk(buat_pengguna("perencana-bidang", Peran.PERENCANA, unit="bid-rehab"))
    for alamat in (_alamat("lkjip"), _alamat("lkjip_pratinjau"), _alamat("dokumen_pratinjau", jenis="realisasi")):
        jawab = client.get(alamat)
        assert jawab.status_code == 403
        assert "terbatas pada unit tertentu" in _teks(jawab)
    assert client.post(_alamat("dokumen_buat", jenis="lkjip")).status_code == 403
    assert client.get(_alamat("narasi_ubah", kunci="kesimpulan")).status_code == 403
    assert f'href="{_alamat("lkjip")}"' not in _teks(client.get(_alamat("dokumen_daftar")))
    assert not Dokumen.objects.exists()


def test_every_document_can_be_read_before_it_is_made(tahun: TahunKinerja, client_perencana: Client) -> None:
    for jenis, rujukan in (("pengukuran", "tw2"), ("perjanjian", "pk-2020"), ("renstra", ""), ("keterkaitan", "")):
        lain = {"rujukan": rujukan} if rujukan else {}
        teks = _teks(client_perencana.get(_alamat("dokumen_pratinjau", jenis=jenis, **lain)))
        assert "data-identitas=" in teks, jenis
    assert client_perencana.get(_alamat("dokumen_pratinjau", jenis="pengukuran", rujukan="tw9")).status_code == 404


@pytest.mark.parametrize("nama", ["dokumen_daftar", "dokumen"])
def test_a_page_takes_few_statements_even_when_nothing_is_in_memory(
    tahun: TahunKinerja, client_perencana: Client, nama: str
) -> None:
    buat(tahun, "lkjip", "")
    buat(tahun)
    alamat = _alamat(nama, **({"jenis": "lkjip"} if nama == "dokumen" else {}))
    clear_simpanan()
    with CaptureQueriesContext(connection) as dingin:
        client_perencana.get(alamat)
    assert len(dingin) <= BATAS_SQL
    with CaptureQueriesContext(connection) as hangat:
        client_perencana.get(alamat)
    assert len(hangat) <= 10
