"""Random agencies: whatever their shape, quantities are found, agree with a plain recomputation, and depend truly."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from tolok.core.angka import Angka
from tolok.core.hasil.penjelasan import explain_hasil
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.instansi import TahunInstansi
from tolok.core.kebijakan import Kebijakan, KebijakanTidakLapor, RataRata
from tolok.core.nilai import Bilangan, Nilai
from tolok.core.periode import Periode
from tolok.paket.acak import make_instansi_acak

SEED = range(6)


def pecahan(nilai: Nilai) -> Fraction:
    assert isinstance(nilai, Bilangan)
    return nilai.angka.to_fraction()


def kebijakan(data: TahunInstansi) -> Kebijakan:
    return replace(data.kebijakan, rata_rata=RataRata.INDIKATOR, tidak_lapor=KebijakanTidakLapor.KELUAR)


@pytest.mark.parametrize("seed", SEED)
def test_every_quantity_and_every_origin_is_found_and_told(seed: int) -> None:
    hasil = HasilTahun(make_instansi_acak(seed=seed))
    daftar_asal: set[str] = set()
    for identitas in hasil.daftar_identitas():
        ditemukan = hasil.cari(identitas)
        assert ditemukan.identitas == identitas
        assert all(explain_hasil(ditemukan))
        daftar_asal |= ditemukan.asal()
    for identitas in daftar_asal:
        assert hasil.cari(identitas).identitas == identitas


@pytest.mark.parametrize("seed", SEED)
def test_budget_totals_are_the_sums_of_the_rows(seed: int) -> None:
    data = make_instansi_acak(seed=seed)
    hasil = HasilTahun(data)
    for edisi in data.daftar_edisi_pagu:
        rupiah = sum((Fraction(baris.sen, 100) for baris in data.daftar_pagu if baris.edisi == edisi.id), Fraction(0))
        assert pecahan(hasil.pagu("total", edisi.id).nilai) == rupiah


@pytest.mark.parametrize("seed", SEED)
def test_agency_mean_is_the_mean_of_what_is_measured(seed: int) -> None:
    data = make_instansi_acak(seed=seed)
    hasil = HasilTahun(data, kebijakan=kebijakan(data))
    tahun = Periode(data.tahun)
    batas = hasil.kebijakan.batas
    daftar_edisi = hasil.daftar_indikator()
    daftar = [hasil.capaian(edisi.indikator, tahun).nilai for edisi in daftar_edisi]
    terbatas = [
        (
            min((max(pecahan(n), Fraction(0)), *([batas.to_fraction()] if batas is not None else []))),
            edisi.bobot,
        )
        for n, edisi in zip(daftar, daftar_edisi, strict=True)
        if isinstance(n, Bilangan)
    ]
    rata_rata = hasil.rata_rata_instansi(tahun)
    assert (rata_rata.terukur, rata_rata.jumlah) == (len(terbatas), len(daftar))
    if terbatas:
        berbobot = all(edisi.bobot for edisi in daftar_edisi)
        bobot = [Fraction(teks.rstrip("%").replace(",", ".")) if berbobot else Fraction(1) for _, teks in terbatas]
        harapan = sum((c * b for (c, _), b in zip(terbatas, bobot, strict=True)), Fraction(0)) / sum(bobot)
        assert pecahan(rata_rata.hasil.nilai) == harapan


@pytest.mark.parametrize("seed", SEED)
def test_changing_an_entry_changes_only_what_rests_on_it(seed: int) -> None:
    data = make_instansi_acak(seed=seed)
    daftar_nomor = [
        n
        for n, b in enumerate(data.daftar_nilai_variabel)
        if isinstance(b.nilai, Bilangan) and b.periode.tahun == data.tahun
    ]
    assert any(len(ubah_isian(data, nomor)) for nomor in daftar_nomor[:3])


def ubah_isian(data: TahunInstansi, nomor: int) -> list[str]:
    """Add 1 to an entry and return what changed, after seeing that all of it rests on the entry."""
    baris = data.daftar_nilai_variabel[nomor]
    assert isinstance(baris.nilai, Bilangan)
    diganti = replace(baris, nilai=replace(baris.nilai, angka=baris.nilai.angka + Angka(1)))
    daftar = (*data.daftar_nilai_variabel[:nomor], diganti, *data.daftar_nilai_variabel[nomor + 1 :])
    lama, baru = HasilTahun(data), HasilTahun(replace(data, daftar_nilai_variabel=daftar))
    awal = f"{data.instansi.id}/{baris.periode.tahun}/{baris.periode.kunci}/variabel:{baris.variabel}/isian"
    sumber = {f"{awal}@{baris.unit}"} if baris.unit else {awal, f"{awal}_instansi"}
    berubah = [satu for satu in lama.daftar_identitas() if lama.cari(satu).nilai != baru.cari(satu).nilai]
    for identitas in berubah:
        assert sumber & lama.cari(identitas).asal(), identitas
    return berubah
