"""Packages on the site: download, upload, preview, confirmation."""

from __future__ import annotations

import io
import json
import os
import time
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.web.dunia import INSTANSI, buat_pengguna, masuk, muat_contoh

from tolok.contoh import path_contoh
from tolok.core.instansi import TahunInstansi
from tolok.paket.muat import load_paket
from tolok.paket.susun import susun_paket
from tolok.paket.tulis import write_paket
from tolok.paket.tulis_buku import format_buku
from tolok.paket.tulis_folder import format_folder
from tolok.render.zip_tetap import write_zip
from tolok.web.audit.models import Catatan
from tolok.web.organisasi.models import Peran
from tolok.web.pengukuran.hasil import clear_simpanan
from tolok.web.pertukaran import unggahan
from tolok.web.pertukaran.operations import load_ke_basis_data
from tolok.web.pertukaran.queries import find_tahun, load_isi_tahun

PANGKAL = f"/{INSTANSI}/2020/tw4/paket/"
MUAT = f"{PANGKAL}muat/"


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Path:
    settings.FOLDER_DATA = tmp_path / "data"
    return tmp_path / "data" / "unggahan"


@pytest.fixture
def client(db: None) -> Client:
    """A planner of the example."""
    muat_contoh()
    return masuk(buat_pengguna("perencana", Peran.PERENCANA))


def _contoh(**isi: Any) -> TahunInstansi:
    return replace(load_paket(path_contoh("probolinggo-2020")), **isi)


def _buku(data: TahunInstansi) -> bytes:
    return format_buku(susun_paket(data))


def _arsip(data: TahunInstansi) -> bytes:
    return write_zip(format_folder(susun_paket(data)))


def _kirim(client: Client, isi: bytes, nama: str = "apa saja.bin") -> HttpResponse:
    return client.post(MUAT, {"paket": SimpleUploadedFile(nama, isi)})


def _tersimpan(tahun: int = 2020) -> TahunInstansi:
    ada = find_tahun(INSTANSI, tahun)
    assert ada is not None
    return load_isi_tahun(ada)


def _muat(client: Client, isi: bytes, **lain: str) -> HttpResponse:
    alamat = _kirim(client, isi).headers["Location"]
    nomor = client.get(alamat).context["tampilan"].pratinjau.nomor_riwayat
    return client.post(alamat, {"nomor_riwayat": nomor, **lain})


@pytest.mark.parametrize("bentuk", ["xlsx", "zip"])
def test_a_year_is_downloaded_as_the_package_it_was_loaded_from(client: Client, bentuk: str, tmp_path: Path) -> None:
    jawab = client.get(f"{PANGKAL}unduh/{bentuk}/")
    assert jawab.status_code == 200
    assert jawab.headers["Content-Disposition"] == f'attachment; filename="{INSTANSI}-2020.{bentuk}"'
    assert jawab.content == client.get(f"{PANGKAL}unduh/{bentuk}/").content
    tempat = tmp_path / "unduhan.xlsx"
    if bentuk == "xlsx":
        tempat.write_bytes(jawab.content)
    else:
        zipfile.ZipFile(io.BytesIO(jawab.content)).extractall(tmp_path)
        tempat = tmp_path / f"{INSTANSI}-2020"
    assert load_paket(tempat) == _contoh()


def test_there_is_no_other_form(client: Client) -> None:
    assert client.get(f"{PANGKAL}unduh/ods/").status_code == 404


@pytest.mark.parametrize("bentuk", [_buku, _arsip])
def test_an_upload_is_previewed_and_loaded_once_confirmed(client: Client, bentuk: Any, folder: Path) -> None:
    baru = _contoh(daftar_isu=(), daftar_variabel=_variabel_berubah())
    jawab = _kirim(client, bentuk(baru))
    assert jawab.status_code == 302
    alamat = jawab.headers["Location"]
    isi = client.get(alamat).content.decode()
    assert "0 baris ditambah, 1 diubah, 5 dihapus" in isi
    assert "<del>Seluruh PMKS di Kota Probolinggo.</del>" in isi
    assert "<ins>Semua PMKS.</ins>" in isi
    assert _tersimpan() == _contoh(), "belum disetujui"
    nomor = client.get(alamat).context["tampilan"].pratinjau.nomor_riwayat
    jawab = client.post(alamat, {"nomor_riwayat": nomor}, follow=True)
    assert "Paket tahun 2020 dimuat" in jawab.content.decode()
    assert _tersimpan() == baru
    catatan = Catatan.objects.get(perbuatan="paket.dimuat", nomor=nomor + 1)
    assert catatan.pelaku is not None
    assert catatan.pelaku.username == "perencana"
    assert json.loads(catatan.isi)["sidik_paket"] in alamat
    assert client.get(alamat).status_code == 404, "unggahan dihapus sesudah dimuat"
    assert not [b for b in folder.rglob("*") if b.is_file()]


def _variabel_berubah() -> Any:
    daftar = list(_contoh().daftar_variabel)
    nomor = next(n for n, v in enumerate(daftar) if v.id == "pmks-jumlah")
    daftar[nomor] = replace(daftar[nomor], definisi="Semua PMKS.")
    return tuple(daftar)


def test_a_preview_that_is_out_of_date_is_shown_anew_and_nothing_is_written(client: Client) -> None:
    alamat = _kirim(client, _buku(_contoh(daftar_isu=()))).headers["Location"]
    nomor = client.get(alamat).context["tampilan"].pratinjau.nomor_riwayat
    sementara = _contoh(daftar_penghargaan=())
    load_ke_basis_data(sementara, oleh=None, sidik_paket="")
    jawab = client.post(alamat, {"nomor_riwayat": nomor})
    assert jawab.status_code == 409
    isi = jawab.content.decode()
    assert "belum ada yang disimpan" in isi
    assert "penghargaan" in isi
    assert _tersimpan() == sementara
    assert client.post(alamat, {"nomor_riwayat": nomor + 1}).status_code == 302
    assert _tersimpan() == _contoh(daftar_isu=())


@pytest.mark.parametrize("nomor", ["", "abc", "-1", "²", "99999999999999999999"])
def test_a_confirmation_without_the_history_it_saw_is_none(client: Client, nomor: str) -> None:
    alamat = _kirim(client, _buku(_contoh(daftar_isu=()))).headers["Location"]
    assert client.post(alamat, {"nomor_riwayat": nomor}).status_code == 409
    assert _tersimpan() == _contoh()


def test_a_refused_package_cannot_be_confirmed(client: Client) -> None:
    daftar_pagu = list(_contoh().daftar_pagu)
    daftar_pagu[0] = replace(daftar_pagu[0], sen=100)
    alamat = _kirim(client, _buku(_contoh(daftar_pagu=tuple(daftar_pagu), daftar_isu=()))).headers["Location"]
    jawab = client.get(alamat)
    isi = jawab.content.decode()
    assert "ditolak seluruhnya" in isi
    assert "Tambahkan edisi pagu baru" in isi
    assert 'name="nomor_riwayat"' not in isi
    nomor = jawab.context["tampilan"].pratinjau.nomor_riwayat
    assert client.post(alamat, {"nomor_riwayat": nomor}).status_code == 409
    assert _tersimpan() == _contoh()


def test_a_package_that_is_wrong_is_told_by_file_row_and_column(client: Client, folder: Path) -> None:
    berkas = format_folder(susun_paket(_contoh()))
    berkas["target.csv"] = berkas["target.csv"].replace(b"86%", b"49.48", 1)
    jawab = _kirim(client, write_zip(berkas))
    assert jawab.status_code == 422
    isi = jawab.content.decode()
    assert "target.csv" in isi
    assert "nilai (" in isi
    assert "49,48" in isi
    assert not [b for b in folder.rglob("*") if b.is_file()]


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        (b"bukan apa-apa", "rusak"),
        (write_zip({"catatan.txt": b"x"}), "bukan paket"),
        (write_zip({"../paket.toml": b"x"}), "menunjuk ke luar foldernya"),
        (write_zip({"paket.toml": b"0" * (unggahan.BATAS_TERBUKA + 1)}), "lebih dari 64 MB bila dibuka"),
    ],
)
def test_what_is_no_package_is_told(client: Client, isi: bytes, pesan: str) -> None:
    jawab = _kirim(client, isi, "paket.xlsx")
    assert jawab.status_code == 422
    assert pesan in jawab.content.decode()


def test_no_file_is_told_beside_the_field(client: Client) -> None:
    for isian in ({}, {"paket": SimpleUploadedFile("a.xlsx", b"")}):
        jawab = client.post(MUAT, isian)
        assert jawab.status_code == 422
        assert "Pilih berkas paket dahulu" in jawab.content.decode()


def test_too_large_a_request_is_refused_before_it_is_read(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tolok.web.pertukaran.views.BATAS_UNGGAHAN", 1000)
    jawab = _kirim(client, b"0" * 100_000)
    assert jawab.status_code == 413
    assert "terlalu besar" in jawab.content.decode()


def test_a_form_without_its_token_is_refused(client: Client) -> None:
    ketat = Client(enforce_csrf_checks=True)
    ketat.cookies = client.cookies
    jawab = ketat.post(MUAT, {"paket": SimpleUploadedFile("a.xlsx", _buku(_contoh()))})
    assert jawab.status_code == 403


def test_a_package_of_another_year_is_loaded_as_that_year(client: Client) -> None:
    nanti = _contoh(tahun=2021, daftar_analisis=())
    alamat = _kirim(client, _buku(nanti)).headers["Location"]
    assert "Tahun 2021 belum tersimpan" in client.get(alamat).content.decode()
    jawab = _muat(client, _buku(nanti))
    assert jawab.headers["Location"] == f"/{INSTANSI}/2021/tw4/paket/"
    assert (_tersimpan(2020), _tersimpan(2021)) == (_contoh(), nanti)


def test_a_package_of_another_agency_is_refused_and_nothing_of_it_is_told(client: Client) -> None:
    lain = _contoh(instansi=replace(_contoh().instansi, id="dinas-lain"))
    load_ke_basis_data(lain, oleh=None, sidik_paket="")
    baru = replace(lain, daftar_isu=())
    alamat = _kirim(client, _buku(baru)).headers["Location"]
    isi = client.get(alamat).content.decode()
    assert "milik perangkat daerah" in isi
    assert "Ringkasan" not in isi
    assert client.post(alamat, {"nomor_riwayat": 1}).status_code == 200
    ada = find_tahun("dinas-lain", 2020)
    assert ada is not None
    assert load_isi_tahun(ada) == lain


def test_an_upload_belongs_to_who_sent_it(client: Client) -> None:
    alamat = _kirim(client, _buku(_contoh(daftar_isu=()))).headers["Location"]
    lain = masuk(buat_pengguna("admin", Peran.ADMIN))
    assert lain.get(alamat).status_code == 404
    assert lain.post(f"{alamat}batal/").status_code == 404
    assert client.get(alamat).status_code == 200


def test_an_upload_that_was_touched_is_gone(client: Client, folder: Path) -> None:
    alamat = _kirim(client, _buku(_contoh(daftar_isu=()))).headers["Location"]
    (berkas,) = (b for b in folder.rglob("*") if b.is_file())
    berkas.write_bytes(_buku(_contoh()))
    assert client.get(alamat).status_code == 404


def test_a_called_off_upload_is_forgotten(client: Client, folder: Path) -> None:
    alamat = _kirim(client, _buku(_contoh(daftar_isu=()))).headers["Location"]
    assert client.post(f"{alamat}batal/").status_code == 302
    assert client.get(alamat).status_code == 404
    assert not [b for b in folder.rglob("*") if b.is_file()]


def test_uploads_nobody_confirmed_go_after_a_day_and_few_are_kept(client: Client, folder: Path) -> None:
    daftar = []
    for nomor in range(unggahan.BANYAK_DISIMPAN + 2):
        data = _contoh(
            daftar_isu=_contoh().daftar_isu[: nomor % 5], daftar_penghargaan=_contoh().daftar_penghargaan[:nomor]
        )
        daftar.append(_kirim(client, _buku(data)).headers["Location"])
        for tempat in (folder).glob("*/*"):
            waktu = tempat.stat().st_mtime - 60
            os.utime(tempat, (waktu, waktu))
    assert [client.get(alamat).status_code for alamat in daftar] == [404] * 2 + [200] * unggahan.BANYAK_DISIMPAN
    for tempat in (folder).glob("*/*"):
        os.utime(tempat, (time.time() - unggahan.UMUR_DETIK - 5,) * 2)
    _kirim(client, _buku(_contoh(daftar_isu=(), daftar_penghargaan=())))
    assert len(list(folder.glob("*/*"))) == 1


def test_uploads_lie_where_the_web_server_shows_nothing(settings: Any) -> None:
    akar = Path(settings.FOLDER_DATA) / "unggahan"
    for tempat in (settings.MEDIA_ROOT, settings.STATIC_ROOT):
        assert Path(tempat) != akar
        assert not akar.is_relative_to(tempat)


def test_a_role_of_one_unit_neither_downloads_nor_uploads_the_agency(client: Client) -> None:
    sebagian = masuk(buat_pengguna("bidang", Peran.PERENCANA, unit="bid-rehab"))
    for alamat in (PANGKAL, f"{PANGKAL}unduh/xlsx/", MUAT):
        jawab = sebagian.get(alamat)
        assert jawab.status_code == 403
        assert "seluruh perangkat daerah" in jawab.content.decode()
    assert _kirim(sebagian, _buku(_contoh(daftar_isu=()))).status_code == 403


def test_who_may_download_but_not_load_sees_no_form(client: Client) -> None:
    pimpinan = masuk(buat_pengguna("pimpinan", Peran.PIMPINAN))
    isi = pimpinan.get(PANGKAL).content.decode()
    assert "Buku kerja .xlsx" in isi
    assert 'type="file"' not in isi
    assert pimpinan.get(MUAT).status_code == 403


def test_the_preview_of_changed_values_stays_within_the_statements_of_a_page(client: Client) -> None:
    nilai = tuple(replace(satu, sumber="Laporan lain") for satu in _contoh().daftar_nilai_variabel)
    alamat = _kirim(client, _buku(_contoh(daftar_nilai_variabel=nilai, daftar_isu=()))).headers["Location"]
    clear_simpanan()
    with CaptureQueriesContext(connection) as kueri:
        assert client.get(alamat).status_code == 200
    assert len(kueri) <= 25


def test_a_text_that_has_no_place_in_a_package_is_named(client: Client) -> None:
    with connection.cursor() as kursor:
        kursor.execute("UPDATE pelaporan_narasi SET teks = ' di depan ada spasi'")
    jawab = client.get(f"{PANGKAL}unduh/zip/")
    assert jawab.status_code == 409
    assert "belum dapat ditulis" in jawab.content.decode()


def test_a_workbook_written_by_the_command_is_taken_by_the_site(client: Client, tmp_path: Path) -> None:
    write_paket(_contoh(), tmp_path / "a.xlsx")
    alamat = _kirim(client, (tmp_path / "a.xlsx").read_bytes()).headers["Location"]
    assert "sama dengan yang tersimpan" in client.get(alamat).content.decode()
