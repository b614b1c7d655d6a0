"""The life of a document: what each step does, and when it is refused."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from tests.web.pelaporan.bantu import buat, butir, dokumen, isi_berkas, ubah_data

from tolok.web.audit.models import Catatan
from tolok.web.audit.operations import record
from tolok.web.pelaporan.berkas import store_berkas
from tolok.web.pelaporan.models import Dokumen, StatusDokumen, Terbitan
from tolok.web.pelaporan.operations import (
    BukanKonsep,
    Ditolak,
    TandaTangan,
    ready_dokumen,
    renew_dokumen,
    request_terbitan,
    return_dokumen,
    revoke_dokumen,
    sign_dokumen,
)
from tolok.web.perencanaan.models import TahunKinerja
from tolok.web.perjanjian.models import Perjanjian
from tolok.web.simpan.versi import SudahBerubah

PINDAIAN = b"%PDF-1.7 pindaian bertanda tangan"


def _tanda_tangan(**lain: object) -> TandaTangan:
    berkas = store_berkas("ttd", "lkjip-2020-ditandatangani.pdf", PINDAIAN)
    return replace(TandaTangan(nomor="000.8/12/2021", tanggal=date(2021, 2, 26), berkas=berkas), **lain)


def _siap(tahun: TahunKinerja, jenis: str = "lkjip", rujukan: str = "") -> Dokumen:
    terbitan = buat(tahun, jenis, rujukan)
    versi = dokumen(terbitan).versi
    return ready_dokumen(terbitan.dokumen_id, versi=versi, sidik_model=terbitan.sidik_model, oleh=None)


def _bertanda(tahun: TahunKinerja, jenis: str = "lkjip", rujukan: str = "") -> Dokumen:
    baris = _siap(tahun, jenis, rujukan)
    return sign_dokumen(baris.pk, versi=baris.versi, tanda_tangan=_tanda_tangan(), oleh=None)


def _perbuatan() -> list[str]:
    daftar = Catatan.objects.order_by("nomor").values_list("perbuatan", flat=True)
    return [satu for satu in daftar if satu.startswith("dokumen.")]


def test_every_step_has_one_entry(tahun: TahunKinerja) -> None:
    baris = _bertanda(tahun)
    renew_dokumen(baris.pk, versi=baris.versi, alasan="Angka serapan dibetulkan.", oleh=None)
    assert _perbuatan() == [
        "dokumen.didaftarkan",
        "dokumen.dibuat",
        "dokumen.siap",
        "dokumen.ditandatangani",
        "dokumen.diperbarui",
    ]


def test_the_signed_snapshot_repeats_the_files_that_were_printed_and_adds_the_signed_one(tahun: TahunKinerja) -> None:
    baris = _siap(tahun)
    konsep = Terbitan.objects.get()
    sign_dokumen(baris.pk, versi=baris.versi, tanda_tangan=_tanda_tangan(), oleh=None)
    resmi = Terbitan.objects.get(is_resmi=True)
    semula = isi_berkas(konsep)
    assert isi_berkas(resmi) == semula | {"ttd": PINDAIAN}
    assert (resmi.model, resmi.nomor_riwayat, resmi.nomor) == (konsep.model, konsep.nomor_riwayat, 2)
    isi = json.loads(Catatan.objects.get(perbuatan="dokumen.ditandatangani").isi)
    assert isi["sidik_tanda_tangan"] == resmi.daftar_berkas.get(format="ttd").sidik
    assert isi["sidik_model"] == resmi.sidik_model
    assert isi["berkas"]["pdf"] == konsep.daftar_berkas.get(format="pdf").sidik
    assert (isi["nomor"], isi["tanggal"]) == ("000.8/12/2021", "2021-02-26")


def test_a_draft_without_files_is_not_ready(tahun: TahunKinerja) -> None:
    request_terbitan(tahun, butir(tahun), oleh=None)
    with pytest.raises(Ditolak, match="belum dibuat"):
        ready_dokumen(Dokumen.objects.get().pk, versi=1, sidik_model="", oleh=None)


def test_a_draft_whose_data_changed_is_not_ready(tahun: TahunKinerja) -> None:
    terbitan = buat(tahun, "lkjip", "")
    with pytest.raises(Ditolak, match="Perbarui berkas dahulu"):
        ready_dokumen(terbitan.dokumen_id, versi=1, sidik_model="lain", oleh=None)
    assert dokumen(terbitan).status == StatusDokumen.KONSEP


def test_what_was_sent_back_is_made_again(tahun: TahunKinerja) -> None:
    baris = _siap(tahun)
    return_dokumen(baris.pk, versi=baris.versi, alasan="Salah tanggal.", oleh=None)
    ubah_data(tahun)
    assert buat(tahun, "lkjip", "").nomor == 2
    assert Dokumen.objects.get().alasan == "Salah tanggal."


@pytest.mark.parametrize(
    ("ganti", "pesan"),
    [({"nomor": "  "}, "Isi nomor"), ({"tanggal": timezone.localdate() + timedelta(days=1)}, "belum tiba")],
)
def test_signing_is_refused(tahun: TahunKinerja, ganti: dict[str, object], pesan: str) -> None:
    baris = _siap(tahun)
    with pytest.raises(Ditolak, match=pesan):
        sign_dokumen(baris.pk, versi=baris.versi, tanda_tangan=_tanda_tangan(**ganti), oleh=None)
    assert not Terbitan.objects.filter(is_resmi=True).exists()


def test_the_unsigned_file_is_no_signed_one(tahun: TahunKinerja) -> None:
    baris = _siap(tahun)
    pdf = isi_berkas(Terbitan.objects.get())["pdf"]
    tanda_tangan = _tanda_tangan(berkas=store_berkas("ttd", "x.pdf", pdf))
    with pytest.raises(Ditolak, match="belum ditandatangani"):
        sign_dokumen(baris.pk, versi=baris.versi, tanda_tangan=tanda_tangan, oleh=None)


def test_a_step_out_of_turn_is_refused(tahun: TahunKinerja) -> None:
    terbitan = buat(tahun)
    pk = terbitan.dokumen_id
    with pytest.raises(Ditolak, match="Dokumen ini konsep; langkah itu untuk yang siap tanda tangan"):
        sign_dokumen(pk, versi=1, tanda_tangan=_tanda_tangan(), oleh=None)
    with pytest.raises(Ditolak):
        return_dokumen(pk, versi=1, alasan="x", oleh=None)
    with pytest.raises(Ditolak):
        revoke_dokumen(pk, versi=1, alasan="x", oleh=None)
    with pytest.raises(Ditolak):
        renew_dokumen(pk, versi=1, alasan="x", oleh=None)


def test_a_signed_document_cannot_go_back(tahun: TahunKinerja) -> None:
    baris = _bertanda(tahun)
    sidik = Terbitan.objects.latest("nomor").sidik_model
    for langkah in (
        lambda: ready_dokumen(baris.pk, versi=baris.versi, sidik_model=sidik, oleh=None),
        lambda: return_dokumen(baris.pk, versi=baris.versi, alasan="x", oleh=None),
        lambda: sign_dokumen(baris.pk, versi=baris.versi, tanda_tangan=_tanda_tangan(), oleh=None),
    ):
        with pytest.raises(Ditolak):
            langkah()
    with pytest.raises(BukanKonsep, match="Buat penggantinya"):
        request_terbitan(tahun, butir(tahun), oleh=None)


def test_a_reason_is_asked_for(tahun: TahunKinerja) -> None:
    baris = _bertanda(tahun)
    with pytest.raises(Ditolak, match="Isi alasannya"):
        revoke_dokumen(baris.pk, versi=baris.versi, alasan=" ", oleh=None)


def test_two_people_do_not_take_a_step_twice(tahun: TahunKinerja) -> None:
    terbitan = buat(tahun)
    ready_dokumen(terbitan.dokumen_id, versi=1, sidik_model=terbitan.sidik_model, oleh=None)
    return_dokumen(terbitan.dokumen_id, versi=2, alasan="Keliru.", oleh=None)
    with pytest.raises(SudahBerubah):
        ready_dokumen(terbitan.dokumen_id, versi=1, sidik_model=terbitan.sidik_model, oleh=None)


def test_a_signed_document_stays_in_force_until_its_successor_is_signed(tahun: TahunKinerja) -> None:
    lama = _bertanda(tahun)
    baru = renew_dokumen(lama.pk, versi=lama.versi, alasan="Angka serapan dibetulkan.", oleh=None)
    assert (baru.ke, baru.status) == (2, StatusDokumen.KONSEP)
    with pytest.raises(Ditolak, match="Penggantinya sudah ada"):
        renew_dokumen(lama.pk, versi=lama.versi + 1, alasan="Lagi.", oleh=None)
    ubah_data(tahun)
    siap = _siap(tahun)
    assert siap.pk == baru.pk
    assert Dokumen.objects.get(pk=lama.pk).status == StatusDokumen.DITANDATANGANI
    sign_dokumen(siap.pk, versi=siap.versi, tanda_tangan=_tanda_tangan(nomor="000.8/40/2021"), oleh=None)
    assert Dokumen.objects.get(pk=lama.pk).status == StatusDokumen.DIGANTI
    isi = json.loads(Catatan.objects.filter(perbuatan="dokumen.ditandatangani").latest("nomor").isi)
    assert isi["menggantikan"] == ["dokumen:2020/lkjip"]


def test_a_revoked_document_can_be_written_anew(tahun: TahunKinerja) -> None:
    baris = _bertanda(tahun)
    dicabut = revoke_dokumen(baris.pk, versi=baris.versi, alasan="Salah tanda tangan.", oleh=None)
    assert (dicabut.status, dicabut.alasan) == (StatusDokumen.DICABUT, "Salah tanda tangan.")
    assert renew_dokumen(baris.pk, versi=dicabut.versi, alasan="Tanda tangan ulang.", oleh=None).ke == 2


def test_a_changed_agreement_replaces_the_one_before_it(tahun: TahunKinerja) -> None:
    lama = _bertanda(tahun, "perjanjian", "pk-2020")
    asal = Perjanjian.objects.get(kode="pk-2020")
    with transaction.atomic():
        asal.pk, asal.kode, asal.urutan = None, "pk-2020-p", 1
        asal.save(force_insert=True)
        record("uji.diubah", rantai=tahun.instansi.kode, objek="uji", isi={}, oleh=None)
    baru = _bertanda(tahun, "perjanjian", "pk-2020-p")
    assert baru.status == StatusDokumen.DITANDATANGANI
    assert Dokumen.objects.get(pk=lama.pk).status == StatusDokumen.DIGANTI


@pytest.mark.parametrize("status", [StatusDokumen.DITANDATANGANI, StatusDokumen.DIGANTI])
def test_the_database_knows_no_signed_document_without_number_and_date(
    tahun: TahunKinerja, status: StatusDokumen
) -> None:
    buat(tahun)
    with pytest.raises(IntegrityError), transaction.atomic():
        Dokumen.objects.update(status=status)


def test_the_database_knows_one_signed_snapshot_of_a_document(tahun: TahunKinerja) -> None:
    _bertanda(tahun)
    with pytest.raises(IntegrityError), transaction.atomic():
        Terbitan.objects.update(is_resmi=True)
