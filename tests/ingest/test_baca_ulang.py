"""Our own documents read back from every format, by what is printed and not by the identities they carry."""

from __future__ import annotations

import pytest
from bench.baca import DAFTAR_FORMAT, bandingkan, list_naskah

from tolok.core.hasil.tahun import HasilTahun
from tolok.core.penyusun.lkjip import compile_lkjip
from tolok.paket.acak import make_instansi_acak
from tolok.render.susunan.lkjip import layout_lkjip
from tolok.render.tata_letak import Naskah


@pytest.fixture(scope="module")
def naskah_per_jenis() -> dict[str, Naskah]:
    return dict(list_naskah())


@pytest.mark.parametrize("rupa", DAFTAR_FORMAT)
@pytest.mark.parametrize("jenis", ["lkjip", "pengukuran", "perjanjian", "renstra", "realisasi", "keterkaitan"])
def test_every_printed_cell_is_found_and_no_other(naskah_per_jenis: dict[str, Naskah], jenis: str, rupa: str) -> None:
    hasil = bandingkan(naskah_per_jenis[jenis], rupa)
    assert hasil.tercetak > 40
    assert hasil.hilang == ()
    assert hasil.salah == ()


def test_every_document_of_the_demo_is_compared(naskah_per_jenis: dict[str, Naskah]) -> None:
    assert set(naskah_per_jenis) == {"lkjip", "pengukuran", "perjanjian", "renstra", "realisasi", "keterkaitan"}


@pytest.mark.parametrize("rupa", DAFTAR_FORMAT)
def test_the_report_of_another_agency_reads_back_as_well(rupa: str) -> None:
    hasil_tahun = HasilTahun(make_instansi_acak(seed=11, jumlah_sasaran=3))
    hasil = bandingkan(layout_lkjip(compile_lkjip(hasil_tahun)), rupa)
    assert hasil.tercetak > 500
    assert (hasil.hilang, hasil.salah) == ((), ())
