"""The one list of documents: what a year has the data for, and that each can be made."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tolok.contoh import path_contoh
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.instansi import TahunInstansi
from tolok.paket.acak import make_instansi_acak
from tolok.paket.muat import load_paket
from tolok.render.daftar_dokumen import DAFTAR_JENIS, list_dokumen, susun_dokumen
from tolok.render.format import FORMAT, TIPE_ISI, render_format


@pytest.fixture(scope="module")
def contoh() -> TahunInstansi:
    return load_paket(path_contoh("probolinggo-2020"))


def test_documents_of_the_example(contoh: TahunInstansi) -> None:
    assert [satu.judul for satu in list_dokumen(contoh)] == [
        "LKjIP 2020",
        "Pengukuran Kinerja Triwulan I 2020",
        "Pengukuran Kinerja Triwulan II 2020",
        "Pengukuran Kinerja Triwulan III 2020",
        "Pengukuran Kinerja Triwulan IV 2020",
        "Perjanjian Kinerja 2020 (kepala perangkat daerah)",
        "Matriks Renstra 2019–2024",
        "Realisasi Anggaran 2020",
        "Keterkaitan IKU 2020",
    ]


@pytest.mark.parametrize("seed", range(6))
def test_every_listed_document_can_be_made_and_no_two_are_one_file(seed: int) -> None:
    data = make_instansi_acak(seed=seed)
    hasil = HasilTahun(data)
    daftar = list_dokumen(data)
    nama = [susun_dokumen(hasil, satu.jenis, satu.rujukan).naskah.nama_berkas for satu in daftar]
    assert len({(satu.jenis, satu.rujukan) for satu in daftar}) == len(daftar)
    assert len(set(nama)) >= len(daftar) - max(0, len(data.daftar_perjanjian) - 2)


def test_a_year_without_agreement_and_budget_lists_neither(contoh: TahunInstansi) -> None:
    data = replace(contoh, daftar_perjanjian=(), daftar_edisi_pagu=(), daftar_pagu=(), daftar_realisasi=())
    assert {satu.jenis for satu in list_dokumen(data)} == DAFTAR_JENIS.keys() - {"perjanjian", "realisasi"}


def test_a_form_of_one_quarter_and_of_all_are_named_apart(contoh: TahunInstansi) -> None:
    sebut = DAFTAR_JENIS["pengukuran"].sebut
    assert sebut(contoh, "tw3") == "Pengukuran Kinerja Triwulan III 2020"
    assert sebut(contoh, "") == "Pengukuran Kinerja Triwulan I–IV 2020"


def test_every_format_has_its_writer_and_its_media_type(contoh: TahunInstansi) -> None:
    naskah = susun_dokumen(HasilTahun(contoh), "perjanjian").naskah
    assert set(FORMAT) == TIPE_ISI.keys()
    awal = {"docx": b"PK", "xlsx": b"PK", "pdf": b"%PDF-", "html": b"<!doctype html>"}
    for nama in FORMAT:
        assert render_format(naskah, nama).startswith(awal[nama])
