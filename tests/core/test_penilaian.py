"""Averages of capaian: who is in, who is out and why, and when no predicate may be given."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tolok.core.angka import Angka
from tolok.core.cetak_angka import format_nilai
from tolok.core.jejak import Jejak
from tolok.core.kebijakan import Kebijakan, KebijakanTidakLapor
from tolok.core.nilai import (
    AlasanBelumAda,
    AlasanTakTerhitung,
    BelumAda,
    Bilangan,
    JenisTanda,
    Nilai,
    Tanda,
    TidakDapatDihitung,
)
from tolok.core.penilaian import Butir, RataRataButir, compute_rata_rata, compute_rata_rata_kelompok, has_bagian_cukup

TAK_DIEVALUASI = BelumAda(AlasanBelumAda.TIDAK_DIEVALUASI)
TAK_LAPOR = BelumAda(AlasanBelumAda.TIDAK_DILAPORKAN)
TAK_TERHITUNG = TidakDapatDihitung(AlasanTakTerhitung.TANPA_DATA, "Tidak ada data.")
PMKS = Angka(1277, 1816) * 100 / 86 * 100
TENAGA_KERJA = Angka(4948, 4825) * 100


def butir(isi: Angka | int | Nilai, bobot: int | None = None) -> Butir:
    angka = Angka(isi) if isinstance(isi, int) else isi
    nilai = Bilangan(angka, "%") if isinstance(angka, Angka) else angka
    return Butir(
        "Indikator", nilai, Jejak("capaian.batas", "Indikator", nilai), None if bobot is None else Angka(bobot)
    )


def rata(*daftar: Butir, kebijakan: Kebijakan | None = None) -> RataRataButir:
    return compute_rata_rata(daftar, label="Rata-rata", kebijakan=kebijakan or Kebijakan())


def test_mean_of_the_example_rests_on_2_of_4() -> None:
    hasil = rata(butir(PMKS), butir(TENAGA_KERJA), butir(TAK_TERHITUNG), butir(TAK_DIEVALUASI))
    assert format_nilai(hasil.nilai, digit=2) == "92,16%"
    assert (hasil.terukur, hasil.jumlah) == (2, 4)
    assert hasil.jejak.catatan == "2 dari 4 indikator."
    assert not has_bagian_cukup(terukur=2, jumlah=4, kebijakan=Kebijakan())


@pytest.mark.parametrize(
    ("terukur", "jumlah", "cukup"), [(3, 4, True), (2, 3, False), (75, 100, True), (74, 100, False), (0, 0, False)]
)
def test_share_for_a_predicate_is_compared_exactly(terukur: int, jumlah: int, cukup: bool) -> None:
    assert has_bagian_cukup(terukur=terukur, jumlah=jumlah, kebijakan=Kebijakan()) is cukup


@pytest.mark.parametrize(
    ("kebijakan", "tercetak", "terukur"),
    [
        (KebijakanTidakLapor.NOL, "50,00%", 2),
        (KebijakanTidakLapor.KELUAR, "100,00%", 1),
        (KebijakanTidakLapor.TAHAN, "–", 1),
    ],
)
def test_silence_is_treated_by_policy(kebijakan: KebijakanTidakLapor, tercetak: str, terukur: int) -> None:
    hasil = rata(butir(100), butir(TAK_LAPOR), kebijakan=Kebijakan(tidak_lapor=kebijakan))
    assert format_nilai(hasil.nilai, digit=2) == tercetak
    assert (hasil.terukur, hasil.jumlah) == (terukur, 2)


def test_mean_kept_back_says_for_whom() -> None:
    hasil = rata(butir(100), butir(TAK_LAPOR))
    assert isinstance(hasil.nilai, BelumAda)
    assert hasil.nilai.alasan is AlasanBelumAda.TIDAK_DILAPORKAN
    assert "Indikator" in hasil.nilai.keterangan


def test_mean_of_nothing_is_not_zero() -> None:
    for hasil in (rata(), rata(butir(TAK_TERHITUNG))):
        assert isinstance(hasil.nilai, TidakDapatDihitung)


def test_weights_count_only_if_every_indicator_has_one() -> None:
    assert rata(butir(100, 3), butir(60, 1)).nilai == Bilangan(Angka(90), "%")
    assert rata(butir(100, 3), butir(60)).nilai == Bilangan(Angka(80), "%")
    assert rata(butir(100, 3), butir(60, 1), butir(TAK_DIEVALUASI, 6)).nilai == Bilangan(Angka(90), "%")
    assert rata(butir(100, 3), butir(60, 1)).jejak.operasi == "rata_rata_berbobot"


def test_weights_that_add_up_to_nothing_are_refused() -> None:
    hasil = rata(butir(100, 0), butir(TAK_DIEVALUASI, 5))
    assert isinstance(hasil.nilai, TidakDapatDihitung)
    assert hasil.nilai.alasan is AlasanTakTerhitung.PENYEBUT_NOL


def test_marks_travel_into_the_mean() -> None:
    tanda = Tanda(JenisTanda.SEMENTARA, "angka sementara")
    asal = butir(100)
    hasil = rata(
        asal._replace(
            capaian=replace(asal.capaian, tanda=(tanda,)),
            jejak=Jejak("capaian.batas", "", replace(asal.capaian, tanda=(tanda,))),
        )
    )
    assert hasil.nilai == Bilangan(Angka(100), "%", (tanda,))


def test_mean_over_sasaran_differs_from_mean_over_indicators() -> None:
    satu, dua, kosong = rata(butir(100), butir(80)), rata(butir(60)), rata(butir(TAK_TERHITUNG))
    hasil = compute_rata_rata_kelompok([("A", satu), ("B", dua), ("C", kosong)], label="Rata-rata")
    assert hasil.nilai == Bilangan(Angka(75), "%")
    assert rata(butir(100), butir(80), butir(60)).nilai == Bilangan(Angka(80), "%")
    assert (hasil.terukur, hasil.jumlah) == (3, 4)
    assert hasil.jejak.catatan == "2 dari 3 sasaran; 3 dari 4 indikator."


def test_one_sasaran_kept_back_keeps_the_agency_back() -> None:
    hasil = compute_rata_rata_kelompok([("A", rata(butir(100))), ("B", rata(butir(TAK_LAPOR)))], label="Rata-rata")
    assert isinstance(hasil.nilai, BelumAda)
    assert "B" in hasil.nilai.keterangan
