"""
The engine and the twin agree on the print of every identity: both example packages, random agencies, shaken ones.

``TOLOK_KEMBAR_KALI=10`` compares ten times as many.
"""

from __future__ import annotations

import pytest
from benih import daftar_benih
from goyah import goyahkan

from kembar import Kembar
from tolok.contoh import path_contoh
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.indikator import AgregasiUnit, Gabungan
from tolok.core.instansi import TahunInstansi
from tolok.core.periode import Periode
from tolok.paket.acak import make_instansi_acak
from tolok.paket.muat import load_paket

BENIH = daftar_benih(60)
BESARAN_WAJIB = {
    "nilai", "target", "realisasi", "capaian", "capaian_terbatas", "predikat", "rata_rata_capaian", "target_akhir",
    "tingkat_kemajuan", "realisasi_rencana", "pagu", "realisasi_anggaran", "serapan", "bagian", "efisiensi",
}  # fmt: skip


def bandingkan(data: TahunInstansi) -> set[str]:
    """Compare every identity; returns the quantities met."""
    hasil, kembar = HasilTahun(data), Kembar(data)
    beda = []
    besaran = set()
    for identitas in hasil.daftar_identitas():
        mesin, kita = hasil.cari(identitas).tercetak, kembar.cetak(identitas)
        besaran.add(identitas.rsplit("/", 1)[1].partition("@")[0])
        if mesin != kita:
            beda.append(f"{identitas}: mesin {mesin}, kembar {kita}")
    assert not beda, "\n".join(beda[:20])
    assert besaran >= BESARAN_WAJIB
    return besaran


def bandingkan_bagian(data: TahunInstansi) -> None:
    """Compare the n and m of every mean."""
    hasil, kembar = HasilTahun(data), Kembar(data)
    for triwulan in range(5):
        periode = Periode(data.tahun, triwulan)
        rata_rata = hasil.rata_rata_instansi(periode)
        assert (rata_rata.terukur, rata_rata.jumlah) == kembar.rata_rata("instansi", periode)[1:]
        for simpul in hasil.daftar_sasaran():
            rata_rata = hasil.rata_rata_sasaran(simpul.id, periode)
            assert (rata_rata.terukur, rata_rata.jumlah) == kembar.rata_rata(f"sasaran:{simpul.id}", periode)[1:]


@pytest.mark.parametrize("nama", ["probolinggo-2020", "probolinggo-2023"])
def test_examples_agree(nama: str) -> None:
    data = load_paket(path_contoh(nama))
    bandingkan(data)
    bandingkan_bagian(data)


@pytest.mark.parametrize("seed", BENIH)
def test_random_agencies_agree(seed: int) -> None:
    data = make_instansi_acak(seed=seed)
    bandingkan(data)
    bandingkan_bagian(data)


def test_random_agencies_hold_every_kind_of_whole_and_unit() -> None:
    daftar = [make_instansi_acak(seed=seed) for seed in BENIH]
    gabungan = {edisi.gabungan for data in daftar for edisi in data.daftar_indikator}
    assert gabungan == {*Gabungan, None}
    assert any(nilai.unit for data in daftar for nilai in data.daftar_nilai_variabel)
    agregasi = {
        edisi.agregasi_unit
        for data in daftar
        for nilai in data.daftar_nilai_tercatat
        for edisi in data.daftar_indikator
        if nilai.unit and edisi.indikator == nilai.indikator
    }
    assert agregasi == {AgregasiUnit.RATA_RATA, AgregasiUnit.MAKSIMUM, AgregasiUnit.MINIMUM}


@pytest.mark.parametrize("seed", BENIH)
def test_shaken_agencies_agree(seed: int) -> None:
    data = goyahkan(make_instansi_acak(seed=seed), seed=seed)
    bandingkan(data)
    bandingkan_bagian(data)
