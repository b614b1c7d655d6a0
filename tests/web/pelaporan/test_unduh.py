"""Giving files out: to whom, and only if they are still what was recorded."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.dunia import INSTANSI, buat_pengguna, masuk
from tests.web.pelaporan.bantu import buat

from tolok.render.html import NAMA_GAYA, gaya_kertas
from tolok.web.organisasi.models import Instansi, Peran
from tolok.web.pelaporan.berkas import store_berkas
from tolok.web.pelaporan.models import BerkasTerbitan, Terbitan
from tolok.web.pelaporan.operations import TandaTangan, ready_dokumen, revoke_dokumen, sign_dokumen
from tolok.web.perencanaan.models import TahunKinerja

YANG_MELIHAT_KONSEP = set(Peran) - {Peran.EVALUATOR, Peran.PEMBACA}
TAHUN = {"instansi": INSTANSI, "tahun": 2020, "periode": "tahun"}


def _alamat(berkas: BerkasTerbitan) -> str:
    return reverse("dokumen_unduh", kwargs={**TAHUN, "berkas": berkas.pk})


def _umum(berkas: BerkasTerbitan) -> str:
    return reverse("dokumen_umum", kwargs={"instansi": INSTANSI, "tahun": 2020, "berkas": berkas.pk})


@pytest.fixture
def konsep(tahun: TahunKinerja) -> Terbitan:
    """A draft with its files."""
    return buat(tahun)


@pytest.fixture
def resmi(konsep: Terbitan) -> Terbitan:
    """The same document, signed."""
    ready_dokumen(konsep.dokumen_id, versi=1, sidik_model=konsep.sidik_model, oleh=None)
    berkas = store_berkas("ttd", "pk-ditandatangani.pdf", b"%PDF-1.7 bertanda tangan")
    tanda_tangan = TandaTangan(nomor="1/2020", tanggal=date(2020, 1, 31), berkas=berkas)
    sign_dokumen(konsep.dokumen_id, versi=2, tanda_tangan=tanda_tangan, oleh=None)
    return Terbitan.objects.get(is_resmi=True)


@pytest.mark.parametrize("peran", list(Peran))
def test_a_draft_is_for_those_who_write_or_guide(konsep: Terbitan, peran: Peran) -> None:
    client = masuk(buat_pengguna("seseorang", peran))
    status = {client.get(_alamat(satu)).status_code for satu in konsep.daftar_berkas.all()}
    assert status == {200 if peran in YANG_MELIHAT_KONSEP else 404}


@pytest.mark.parametrize("peran", list(Peran))
def test_a_signed_document_is_for_everybody_who_sees_the_agency(resmi: Terbitan, peran: Peran) -> None:
    client = masuk(buat_pengguna("seseorang", peran))
    assert resmi.daftar_berkas.count() == 5
    assert {client.get(_alamat(satu)).status_code for satu in resmi.daftar_berkas.all()} == {200}


@pytest.mark.parametrize("peran", [Peran.PENANGGUNG_JAWAB, Peran.PERENCANA, Peran.PIMPINAN])
def test_somebody_of_one_unit_gets_what_is_signed_but_no_draft(konsep: Terbitan, resmi: Terbitan, peran: Peran) -> None:
    client = masuk(buat_pengguna("seseorang", peran, unit="bid-rehab"))
    assert {client.get(_alamat(satu)).status_code for satu in konsep.daftar_berkas.all()} == {404}
    assert {client.get(_alamat(satu)).status_code for satu in resmi.daftar_berkas.all()} == {200}


@pytest.mark.parametrize("peran", list(Peran))
def test_files_of_another_agency_do_not_exist(resmi: Terbitan, peran: Peran) -> None:
    Instansi.objects.create(kode="dinas-lain")
    client = masuk(buat_pengguna("seseorang", peran, instansi="dinas-lain"))
    assert {client.get(_alamat(satu)).status_code for satu in resmi.daftar_berkas.all()} == {404}


def test_a_file_is_not_found_under_another_year(konsep: Terbitan) -> None:
    from tests.web.dunia import muat_contoh

    muat_contoh("probolinggo-2023")
    client = masuk(buat_pengguna("seseorang", Peran.PERENCANA))
    berkas = konsep.daftar_berkas.get(format="pdf")
    assert client.get(_alamat(berkas).replace("/2020/", "/2023/")).status_code == 404


def test_a_visitor_gets_signed_documents_in_force_and_nothing_else(konsep: Terbitan, resmi: Terbitan) -> None:
    client = Client()
    assert {client.get(_umum(satu)).status_code for satu in resmi.daftar_berkas.all()} == {200}
    assert {client.get(_umum(satu)).status_code for satu in konsep.daftar_berkas.all()} == {404}
    assert client.post(_umum(resmi.daftar_berkas.first())).status_code == 405  # type: ignore[arg-type]
    assert client.get(_alamat(resmi.daftar_berkas.first())).status_code == 302  # type: ignore[arg-type]
    revoke_dokumen(konsep.dokumen_id, versi=3, alasan="Dicabut.", oleh=None)
    assert {client.get(_umum(satu)).status_code for satu in resmi.daftar_berkas.all()} == {404}
    pembaca = masuk(buat_pengguna("pembaca", Peran.PEMBACA))
    assert {pembaca.get(_alamat(satu)).status_code for satu in resmi.daftar_berkas.all()} == {200}


@pytest.mark.parametrize(
    ("format_berkas", "tipe", "cara"),
    [
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "attachment"),
        ("pdf", "application/pdf", "attachment"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "attachment"),
        ("html", "text/html; charset=utf-8", "inline"),
    ],
)
def test_a_file_comes_with_its_name_type_and_hash(konsep: Terbitan, format_berkas: str, tipe: str, cara: str) -> None:
    client = masuk(buat_pengguna("seseorang", Peran.PERENCANA))
    berkas = konsep.daftar_berkas.get(format=format_berkas)
    jawab = client.get(_alamat(berkas))
    assert jawab["Content-Type"] == tipe
    assert jawab["Content-Disposition"] == f'{cara}; filename="perjanjian-kinerja-2020.{format_berkas}"'
    assert jawab["ETag"] == f'"{berkas.sidik}"'
    assert jawab["X-Content-Type-Options"] == "nosniff"
    assert jawab.content == Path(berkas.berkas.path).read_bytes()
    ulang = client.get(_alamat(berkas), headers={"If-None-Match": jawab["ETag"]})
    assert (ulang.status_code, ulang.content, ulang["ETag"]) == (304, b"", jawab["ETag"])


def test_an_uploaded_file_is_never_shown_in_the_page(resmi: Terbitan) -> None:
    jawab = Client().get(_umum(resmi.daftar_berkas.get(format="ttd")))
    assert jawab["Content-Disposition"] == 'attachment; filename="pk-ditandatangani.pdf"'
    assert "public" in jawab["Cache-Control"]


def test_the_page_of_a_draft_finds_its_stylesheet_beside_it(konsep: Terbitan) -> None:
    client = masuk(buat_pengguna("seseorang", Peran.PERENCANA))
    alamat = _alamat(konsep.daftar_berkas.get(format="html"))
    assert f'href="{NAMA_GAYA}"' in client.get(alamat).content.decode()
    jawab = client.get(f"{alamat}{NAMA_GAYA}")
    assert (jawab.content, jawab["Content-Type"]) == (gaya_kertas(), "text/css; charset=utf-8")
    assert masuk(buat_pengguna("pembaca", Peran.PEMBACA)).get(f"{alamat}{NAMA_GAYA}").status_code == 404


@pytest.mark.parametrize("rusak", ["diubah", "hilang"])
def test_a_file_that_is_not_what_was_recorded_is_kept_back(konsep: Terbitan, rusak: str) -> None:
    client = masuk(buat_pengguna("seseorang", Peran.PERENCANA))
    berkas = konsep.daftar_berkas.get(format="pdf")
    jalur = Path(berkas.berkas.path)
    if rusak == "diubah":
        jalur.write_bytes(jalur.read_bytes().replace(b"%PDF-1.7", b"%PDF-1.6"))
    else:
        jalur.unlink()
    jawab = client.get(_alamat(berkas))
    teks = jawab.content.decode()
    assert jawab.status_code == 500
    assert ("tidak sama dengan yang tercatat" if rusak == "diubah" else "tidak terbaca di server: tidak ada") in teks
    assert str(jalur.parent) not in teks


def test_nothing_but_a_number_reaches_the_disk(konsep: Terbitan) -> None:
    client = masuk(buat_pengguna("seseorang", Peran.PERENCANA))
    dasar = f"/{INSTANSI}/2020/tahun/dokumen/berkas/"
    for jalur in ("../../../etc/passwd/", "%2e%2e%2fetc%2fpasswd/", "999999/", "-1/", "1/../2/"):
        assert client.get(dasar + jalur).status_code == 404, jalur
