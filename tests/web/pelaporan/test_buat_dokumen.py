"""The job that makes the files of a document."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from tests.web.pelaporan.bantu import buat, butir, daftar_berkas_di, isi_berkas, kerjakan, ubah_data

from tolok.cli import main
from tolok.contoh import path_contoh
from tolok.render.daftar_dokumen import list_dokumen
from tolok.web.audit.models import Catatan
from tolok.web.jobs.kendali import Berhenti, Kendali
from tolok.web.jobs.models import Pekerjaan
from tolok.web.jobs.pekerja import kerjakan_semua
from tolok.web.jobs.pelaksanaan import requeue_pekerjaan, start_pekerjaan
from tolok.web.pelaporan.laporan import get_laporan
from tolok.web.pelaporan.models import BerkasTerbitan, Dokumen, Terbitan
from tolok.web.pelaporan.operations import BukanKonsep, ensure_dokumen, ready_dokumen, request_terbitan
from tolok.web.pelaporan.tasks import buat_dokumen
from tolok.web.perencanaan.models import TahunKinerja

FORMAT = {"docx", "pdf", "xlsx", "html"}


def _jumlah(perbuatan: str) -> int:
    return Catatan.objects.filter(perbuatan=perbuatan).count()


def test_files_are_byte_for_byte_those_of_the_command(tahun: TahunKinerja, tmp_path: Path) -> None:
    terbitan = buat(tahun, "lkjip", "")
    perintah = ["lkjip", str(path_contoh("probolinggo-2020")), "--keluaran", str(tmp_path / "perintah")]
    assert main([*perintah, "--format", "docx,pdf,xlsx,html"]) == 0
    harapan = {nama: (tmp_path / "perintah" / f"lkjip-2020.{nama}").read_bytes() for nama in FORMAT}
    assert isi_berkas(terbitan) == harapan


def test_every_document_of_the_year_can_be_made(tahun: TahunKinerja) -> None:
    daftar = get_laporan(tahun).daftar_dokumen
    assert [satu.jenis for satu in daftar].count("pengukuran") == 4
    for satu in daftar:
        assert set(isi_berkas(buat(tahun, satu.jenis, satu.rujukan))) == FORMAT, satu
    assert Dokumen.objects.count() == len(daftar)


def test_a_snapshot_names_its_files_their_hashes_and_the_state_they_came_from(tahun: TahunKinerja) -> None:
    terbitan = buat(tahun)
    for satu in terbitan.daftar_berkas.all():
        isi = Path(satu.berkas.path).read_bytes()
        assert (satu.sidik, satu.ukuran) == (hashlib.sha256(isi).hexdigest(), len(isi))
        assert Path(satu.berkas.path).stem == satu.sidik
        assert satu.nama == f"perjanjian-kinerja-2020.{satu.format}"
    assert terbitan.nomor_riwayat == Catatan.objects.get(perbuatan="paket.dimuat").nomor
    assert hashlib.sha256(terbitan.model.encode()).hexdigest() == terbitan.sidik_model
    catatan = json.loads(Catatan.objects.get(perbuatan="dokumen.dibuat").isi)
    assert catatan["berkas"] == dict(terbitan.daftar_berkas.values_list("format", "sidik"))


def test_the_model_keeps_names_ranks_and_positions(tahun: TahunKinerja) -> None:
    model = json.loads(buat(tahun).model)
    pihak = model["pihak_pertama"]
    pejabat = next(p for p in get_laporan(tahun).hasil.data.daftar_pejabat if p.nama == pihak["nama"])
    assert (pihak["pangkat"], pihak["nip"]) == (pejabat.pangkat, pejabat.nip)
    assert pihak["jabatan"]


def test_the_same_document_of_the_same_data_is_made_once(tahun: TahunKinerja) -> None:
    pertama = buat(tahun)
    kedua = buat(tahun)
    assert pertama == kedua
    assert Pekerjaan.objects.latest("diminta_pada").hasil == {"terbitan": 1, "sudah_ada": True}
    assert _jumlah("dokumen.dibuat") == 1


def test_changed_data_give_another_snapshot(tahun: TahunKinerja) -> None:
    pertama = buat(tahun, "lkjip", "")
    ubah_data(tahun)
    kedua = buat(tahun, "lkjip", "")
    assert kedua.nomor == 2
    assert kedua.nomor_riwayat > pertama.nomor_riwayat
    assert isi_berkas(kedua)["pdf"] != isi_berkas(pertama)["pdf"]


def test_a_narrative_makes_no_form_old(tahun: TahunKinerja) -> None:
    pertama = buat(tahun)
    ubah_data(tahun)
    assert buat(tahun) == pertama


def test_equal_data_give_equal_bytes(tahun: TahunKinerja) -> None:
    pertama = buat(tahun, "lkjip", "")
    ubah_data(tahun, "Sementara.")
    buat(tahun, "lkjip", "")
    semula = next(n for n in get_laporan(tahun).hasil.data.daftar_narasi if n.kunci == "kesimpulan")
    assert semula.teks == "Sementara."
    from tolok.paket.muat import load_paket
    from tolok.web.pertukaran.operations import load_ke_basis_data

    load_ke_basis_data(load_paket(path_contoh("probolinggo-2020")), oleh=None, sidik_paket="")
    ketiga = buat(tahun, "lkjip", "")
    assert ketiga.nomor == 3
    assert isi_berkas(ketiga) == isi_berkas(pertama)
    assert ketiga.sidik_model == pertama.sidik_model


class Mati(BaseException):
    """The worker dies here."""


class KendaliMati(Kendali):
    """An attempt whose worker dies at one of its steps."""

    def __init__(self, pekerjaan: Pekerjaan, mati_pada: int) -> None:
        super().__init__(pekerjaan, Berhenti())
        self._mati_pada = mati_pada

    def maju(self, langkah: int, jumlah: int, sebutan: str = "") -> None:
        super().maju(langkah, jumlah, sebutan)
        if langkah == self._mati_pada:
            raise Mati

    def sekali(self, nama: str, fungsi: Any) -> dict[str, Any]:
        hasil = super().sekali(nama, fungsi)
        if self._mati_pada == SESUDAH_SIMPAN:
            raise Mati
        return hasil


SESUDAH_SIMPAN = 99


@pytest.mark.parametrize("mati_pada", [0, 1, 2, 3, 4, 5, 6, SESUDAH_SIMPAN])
def test_a_job_that_dies_anywhere_and_runs_again_has_one_effect(tahun: TahunKinerja, mati_pada: int) -> None:
    pekerjaan = request_terbitan(tahun, butir(tahun, "perjanjian", "pk-2020"), oleh=None)
    mulai = start_pekerjaan(pekerjaan.id)
    assert mulai is not None
    with pytest.raises(Mati):
        buat_dokumen(KendaliMati(mulai, mati_pada), **mulai.masukan)
    assert Terbitan.objects.count() == (1 if mati_pada == SESUDAH_SIMPAN else 0)
    requeue_pekerjaan(mulai.id, percobaan=mulai.percobaan, instansi=mulai.instansi, is_dihitung=True)
    kerjakan_semua()
    pekerjaan.refresh_from_db()
    assert (pekerjaan.status, pekerjaan.percobaan) == ("selesai", 2), pekerjaan.pesan
    terbitan = Terbitan.objects.get()
    assert set(isi_berkas(terbitan)) == FORMAT
    assert _jumlah("dokumen.dibuat") == 1


def test_a_full_disk_leaves_no_row_and_no_file(
    tahun: TahunKinerja, folder_berkas: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import errno
    import os

    asli = os.fsync
    kali = [0]

    def penuh(nomor: int) -> None:
        kali[0] += 1
        if kali[0] > 4:
            raise OSError(errno.ENOSPC, "penuh")
        asli(nomor)

    monkeypatch.setattr(os, "fsync", penuh)
    pekerjaan = kerjakan(tahun)
    assert pekerjaan.status == "gagal"
    assert "penyimpanan penuh" in pekerjaan.pesan
    assert str(folder_berkas) not in pekerjaan.pesan
    assert not Terbitan.objects.exists()
    assert not BerkasTerbitan.objects.exists()
    assert all(not Path(satu).name.startswith(".") for satu in daftar_berkas_di(folder_berkas))
    monkeypatch.undo()
    assert set(isi_berkas(buat(tahun))) == FORMAT


def test_a_file_that_was_lost_is_made_again_without_another_snapshot(tahun: TahunKinerja) -> None:
    terbitan = buat(tahun)
    semula = isi_berkas(terbitan)
    Path(terbitan.daftar_berkas.get(format="pdf").berkas.path).unlink()
    Path(terbitan.daftar_berkas.get(format="docx").berkas.path).write_bytes(b"rusak")
    assert buat(tahun) == terbitan
    assert isi_berkas(terbitan) == semula


def test_a_year_without_what_the_document_needs_says_what_is_missing(tahun: TahunKinerja) -> None:
    from django.db import transaction

    from tolok.web.audit.operations import record
    from tolok.web.pelaporan.models import Narasi

    with transaction.atomic():
        Narasi.objects.filter(tahun=tahun, kunci="kesimpulan").update(teks="Capaian {capaian:tidak-ada}.")
        record("uji.diubah", rantai=tahun.instansi.kode, objek="uji", isi={}, oleh=None)
    pekerjaan = kerjakan(tahun, "lkjip", "")
    assert pekerjaan.status == "gagal"
    assert "Narasi kesimpulan, baris 1, kolom 9" in pekerjaan.pesan


def test_a_document_that_is_ready_to_be_signed_is_not_made_again(tahun: TahunKinerja) -> None:
    terbitan = buat(tahun)
    ready_dokumen(terbitan.dokumen_id, versi=1, sidik_model=terbitan.sidik_model, oleh=None)
    with pytest.raises(BukanKonsep, match="sudah siap tanda tangan"):
        request_terbitan(tahun, butir(tahun, "perjanjian", "pk-2020"), oleh=None)


def test_a_document_made_ready_while_its_job_runs_stays_as_it_was(tahun: TahunKinerja) -> None:
    terbitan = buat(tahun, "lkjip", "")
    ubah_data(tahun)
    request_terbitan(tahun, butir(tahun), oleh=None)
    ready_dokumen(terbitan.dokumen_id, versi=1, sidik_model=terbitan.sidik_model, oleh=None)
    kerjakan_semua()
    pekerjaan = Pekerjaan.objects.latest("diminta_pada")
    assert pekerjaan.status == "gagal"
    assert "sudah siap tanda tangan" in pekerjaan.pesan
    assert Terbitan.objects.count() == 1


def test_all_documents_of_a_year_are_entered_once_with_one_entry(tahun: TahunKinerja) -> None:
    daftar = list_dokumen(get_laporan(tahun).hasil.data)
    pertama = ensure_dokumen(tahun, daftar, oleh=None)
    assert ensure_dokumen(tahun, daftar, oleh=None) == pertama
    assert len(pertama) == len(daftar) == Dokumen.objects.count()
    assert _jumlah("dokumen.didaftarkan") == 1
