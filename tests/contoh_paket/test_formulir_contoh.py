"""The forms of the example year against the published ones: totals, percentages and signers."""

from __future__ import annotations

import pytest

from tolok.core.dokumen.teks import to_teks
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.instansi import TahunInstansi
from tolok.core.penyusun.keterkaitan import compile_keterkaitan
from tolok.core.penyusun.pengukuran import compile_pengukuran
from tolok.core.penyusun.perjanjian import compile_perjanjian
from tolok.core.penyusun.realisasi_anggaran import compile_realisasi_anggaran
from tolok.core.penyusun.renstra import compile_renstra

RP = "Rp\u00a0"


@pytest.fixture(scope="module")
def hasil(tahun_2020: TahunInstansi) -> HasilTahun:
    return HasilTahun(tahun_2020)


@pytest.mark.parametrize(
    ("triwulan", "pagu", "realisasi", "serapan"),
    [
        (1, "6.671.923.749", "433.442.277", "6,50%"),
        (2, "3.407.000.210", "1.047.264.062", "30,74%"),
        (3, "6.671.923.749", "1.693.705.935", "25,39%"),
        (4, "6.671.923.749", "3.057.589.710", "45,83%"),
    ],
)
def test_total_of_each_quarter(hasil: HasilTahun, triwulan: int, pagu: str, realisasi: str, serapan: str) -> None:
    (satu,) = compile_pengukuran(hasil, daftar_triwulan=(triwulan,)).daftar_triwulan
    tercetak = [sel.tercetak for sel in (satu.uang.pagu, satu.uang.realisasi, satu.uang.serapan)]
    assert tercetak == [RP + pagu, RP + realisasi, serapan]


def test_fourth_quarter_shows_pmks_with_its_counts_and_both_sources(hasil: HasilTahun) -> None:
    (satu,) = compile_pengukuran(hasil, daftar_triwulan=(4,)).daftar_triwulan
    pmks = satu.daftar_sasaran[0].daftar_indikator[0]
    assert [s.tercetak for s in (pmks.target, pmks.realisasi, pmks.capaian)] == ["86%", "70,32%", "81,77%"]
    assert [s.nilai.tercetak for s in pmks.rumus.daftar_huruf if s.nilai] == ["1.277", "1.816"]
    catatan = " ".join(to_teks(c.isi) for c in satu.catatan if pmks.realisasi.identitas in c.identitas)
    assert "70,32%" in catatan
    assert "92" in catatan
    assert (satu.rata_rata.tercetak, satu.terukur, satu.jumlah) == ("92,16%", 2, 4)
    assert satu.penanda.jabatan.startswith("Plt. Kepala Dinas Sosial")


def test_cases_of_violence_cannot_be_computed_and_kla_was_not_evaluated(hasil: HasilTahun) -> None:
    (satu,) = compile_pengukuran(hasil, daftar_triwulan=(4,)).daftar_triwulan
    kasus, kla = satu.daftar_sasaran[2].daftar_indikator
    assert [s.tercetak for s in (kasus.realisasi, kasus.capaian, kla.realisasi, kla.capaian)] == ["–"] * 4
    assert kasus.rumus.terisi is None
    isi = [to_teks(c.isi) for c in satu.catatan]
    assert any(teks.startswith("Tidak dapat dihitung") for teks in isi)
    assert any(teks.startswith("Tidak dievaluasi") for teks in isi)


def test_agreement_total_is_the_sum_of_its_leaves_in_words(hasil: HasilTahun) -> None:
    model = compile_perjanjian(hasil)
    assert model.total.tercetak == f"{RP}6.671.923.749"
    assert model.terbilang == (
        "Enam miliar enam ratus tujuh puluh satu juta sembilan ratus dua puluh tiga ribu tujuh ratus empat puluh "
        "sembilan rupiah"
    )
    assert (model.nomor, model.tanggal, model.pihak_kedua.jabatan) == ("", None, "Wali Kota Probolinggo")
    assert not model.pihak_pertama.jabatan.startswith("Plt.")


def test_budget_shares_of_the_report(hasil: HasilTahun) -> None:
    daftar = compile_realisasi_anggaran(hasil).daftar_bagian
    assert [satu.bagian.tercetak for satu in daftar] == ["49,99%", "9,53%", "4,10%", "35,05%", "1,33%"]


def test_matrix_of_the_renstra_keeps_its_own_indicator(hasil: HasilTahun) -> None:
    (tujuan,) = compile_renstra(hasil).daftar_tujuan
    (indikator,) = tujuan.daftar_sasaran[0].daftar_indikator
    assert [satu.nilai.angka.to_fraction() * 100 for satu in indikator.daftar_target] == [710, 705, 700, 695, 690, 690]
    assert indikator.kondisi_awal.tercetak == "7,20%"


def test_cascade_of_2023_holds_all_programs_and_adds_them_up(tahun_2023: TahunInstansi) -> None:
    model = compile_keterkaitan(HasilTahun(tahun_2023))
    program = [p for s in model.daftar_sasaran for i in s.daftar_indikator for p in (*i.daftar_program,)]
    program += [p for s in model.daftar_sasaran for p in s.daftar_program]
    assert len({satu.nama for satu in program}) == 10
    assert sum(len(satu.daftar_kegiatan) for satu in program) == 17 + 33
    assert model.total.tercetak == f"{RP}3.092.651.500"
