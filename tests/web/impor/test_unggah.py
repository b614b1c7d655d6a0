"""Published files come in: what is taken, where it is kept, who may open it, and the job that reads it."""

from __future__ import annotations

import hashlib
import io
import zipfile
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client
from tests.web.dunia import buat_pengguna, masuk
from tests.web.impor.bantu import PANGKAL, PDF, get_baris, kirim, siapkan

from tolok.web.audit.models import Catatan
from tolok.web.impor import jenis_berkas
from tolok.web.impor.models import BerkasBacaan, StatusBacaan
from tolok.web.jobs.models import StatusPekerjaan
from tolok.web.jobs.pekerja import kerjakan_semua
from tolok.web.organisasi.models import Peran


def _arsip(*nama: str) -> bytes:
    isi = io.BytesIO()
    with zipfile.ZipFile(isi, "w") as arsip:
        for satu in nama:
            arsip.writestr(satu, "<x/>")
    return isi.getvalue()


@pytest.mark.parametrize(
    ("isi", "format_berkas"),
    [
        (PDF, "pdf"),
        (b"\xef\xbb\xbf" + PDF, "pdf"),
        (_arsip("word/document.xml"), "docx"),
        (_arsip("xl/workbook.xml"), "xlsx"),
        (b"Nilai SAKIP\t86%\n", "txt"),
        ("Nilai".encode("utf-16"), "txt"),
        (_arsip("word/document.xml", "word/vbaProject.bin"), ""),
        (_arsip("apa.txt"), ""),
        (b"PK\x03\x04 rusak", ""),
        (b"\x89PNG\r\n\x1a\n\x00\x00", ""),
        (b"MZ\x00\x01", ""),
        (b"   \n", ""),
        (b"", ""),
    ],
)
def test_the_content_says_what_a_file_is(isi: bytes, format_berkas: str) -> None:
    assert jenis_berkas.find_format(isi) == format_berkas


def test_a_file_is_kept_by_its_hash_and_its_reading_asked_for(client: Client, folder: Path) -> None:
    jawab = kirim(client, nama="../../etc/lap oran.pdf")
    assert jawab.status_code == 302
    baris = get_baris(jawab.headers["Location"])
    sidik = hashlib.sha256(PDF).hexdigest()
    assert (baris.nama, baris.format, baris.sidik, baris.ukuran) == ("lap oran.pdf", "pdf", sidik, len(PDF))
    assert [b.relative_to(folder).as_posix() for b in folder.rglob("*") if b.is_file()] == [
        f"bacaan/{sidik[:2]}/{sidik}.pdf"
    ]
    assert baris.pekerjaan is not None
    assert baris.pekerjaan.status == StatusPekerjaan.MENUNGGU
    assert "Menunggu giliran" in client.get(jawab.headers["Location"]).content.decode()
    assert Catatan.objects.filter(perbuatan="impor.diunggah").count() == 1


@pytest.mark.parametrize("isi", [b"MZ\x00", _arsip("word/document.xml", "word/vbaProject.bin")])
def test_what_is_no_document_is_refused_and_not_kept(client: Client, folder: Path, isi: bytes) -> None:
    jawab = kirim(client, isi, "laporan.pdf")
    assert jawab.status_code == 422
    assert "bukan PDF, DOCX, XLSX, atau teks" in jawab.content.decode()
    assert not BerkasBacaan.objects.exists()
    assert not folder.exists()


def test_a_form_without_a_file_or_class_says_so(client: Client) -> None:
    jawab = client.post(PANGKAL, {"kelas": "terbatas"})
    assert (jawab.status_code, "Pilih dokumennya dahulu" in jawab.content.decode()) == (422, True)
    jawab = kirim(client, kelas="apa")
    assert (jawab.status_code, "siapa yang boleh" in jawab.content.decode()) == (422, True)


def test_what_is_too_large_is_refused(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tolok.web.impor.views.unggah.BATAS_UNGGAHAN", 10)
    jawab = kirim(client)
    assert jawab.status_code == 422
    jawab = client.post(PANGKAL, {"isi": "x" * 100_000})
    assert jawab.status_code in (400, 413)
    assert not BerkasBacaan.objects.exists()


def test_the_worker_reads_it_and_the_preview_waits(client: Client) -> None:
    alamat = kirim(client, b"# Laporan\n\nTidak ada tabel.\n", "laporan.md").headers["Location"]
    kerjakan_semua()
    baris = get_baris(alamat)
    assert baris.pekerjaan is not None
    assert (baris.pekerjaan.status, baris.status) == (StatusPekerjaan.SELESAI, StatusBacaan.TERBACA)
    assert client.get(alamat).status_code == 200
    assert "Periksa laporan.md" in client.get(f"/pekerjaan/{baris.pekerjaan_id}/").content.decode()


def test_a_file_that_cannot_be_read_says_why_and_may_be_let_go(client: Client) -> None:
    alamat = kirim(client, b"%PDF-1.4 rusak", "rusak.pdf").headers["Location"]
    kerjakan_semua()
    baris = get_baris(alamat)
    assert baris.pekerjaan is not None
    assert baris.pekerjaan.status == StatusPekerjaan.GAGAL
    isi = client.get(alamat).content.decode()
    assert baris.pekerjaan.pesan in isi
    assert "rusak.pdf tidak dapat dibaca" in isi
    assert "Tidak terbaca" in client.get(PANGKAL).content.decode()
    assert client.post(f"{alamat}buang/").headers["Location"] == PANGKAL
    assert client.get(alamat).status_code == 404
    assert "rusak.pdf" not in client.get(PANGKAL).context["daftar"].__repr__()


def test_a_file_that_changed_on_disk_is_not_read(client: Client, folder: Path) -> None:
    alamat = kirim(client).headers["Location"]
    (berkas,) = (b for b in folder.rglob("*") if b.is_file())
    berkas.write_bytes(b"lain")
    kerjakan_semua()
    assert "tidak sama dengan yang tercatat" in client.get(alamat).content.decode()


def test_the_file_is_only_ever_a_download(client: Client) -> None:
    alamat = siapkan(client, isi=b"<html><script>alert(1)</script>", nama="jahat.html")
    jawab = client.get(f"{alamat}berkas/")
    assert jawab.status_code == 200
    assert jawab.headers["Content-Disposition"] == 'attachment; filename="jahat.html"'
    assert jawab.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert jawab.headers["X-Content-Type-Options"] == "nosniff"


def _alamat_semua(alamat: str) -> tuple[str, ...]:
    return (alamat, f"{alamat}berkas/", f"{alamat}halaman/1/")


def test_secret_evidence_does_not_exist_for_who_may_not_open_it(client: Client) -> None:
    rahasia, terbatas = siapkan(client, kelas="rahasia"), siapkan(client, kelas="terbatas")
    admin = masuk(buat_pengguna("admin", Peran.ADMIN))
    assert [admin.get(satu).status_code for satu in _alamat_semua(rahasia)] == [404, 404, 404]
    assert admin.get(terbatas).status_code == 200
    assert admin.post(f"{rahasia}simpan/").status_code == 404
    assert rahasia not in _teks(admin.get(PANGKAL))
    assert terbatas in _teks(admin.get(PANGKAL))
    assert kirim(admin, kelas="rahasia").status_code == 422
    baris = get_baris(rahasia)
    assert baris.pekerjaan is not None
    assert "laporan.pdf" not in baris.pekerjaan.judul


def test_a_role_of_one_unit_does_not_import(client: Client) -> None:
    alamat = siapkan(client)
    orang = masuk(buat_pengguna("satu", Peran.PERENCANA, unit="bid-rehab"))
    assert orang.get(PANGKAL).status_code == 403
    assert orang.get(alamat).status_code == 403


def _teks(jawab: HttpResponse) -> str:
    return jawab.content.decode()
