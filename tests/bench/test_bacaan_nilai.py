"""Scores of what was read: what is found, what is missed, what is wrong."""

from __future__ import annotations

from dataclasses import replace

from bench.bacaan.nilai import Nilai, score_berkas
from bench.bacaan.tata.naskah import Kebenaran

from tolok.core.angka import Angka
from tolok.core.bacaan.dokumen import (
    AnggaranTerbaca,
    Besaran,
    DokumenTerbaca,
    IndikatorTerbaca,
    JenisDokumen,
    NilaiTerbaca,
    Tingkat,
)

TARGET = NilaiTerbaca(besaran=Besaran.TARGET, tercetak="86%", angka=Angka(86), tahun=2020)
REALISASI = NilaiTerbaca(besaran=Besaran.REALISASI, tercetak="92%", angka=Angka(92), tahun=2020)
PAGU = NilaiTerbaca(besaran=Besaran.PAGU, tercetak="5", angka=Angka(5), tahun=2020)
IKU = IndikatorTerbaca(nama="Persentase PPKS", sasaran="Meningkatnya layanan", satuan="%", nilai=(TARGET, REALISASI))
PROGRAM = AnggaranTerbaca(nama="PROGRAM SATU", tingkat=Tingkat.PROGRAM, kode="1.06.02", nilai=(PAGU,))
DOKUMEN = DokumenTerbaca(jenis=JenisDokumen.LKJIP, tahun=2020, indikator=(IKU,), anggaran=(PROGRAM,))


def score(*daftar: DokumenTerbaca, benar: DokumenTerbaca = DOKUMEN, boleh: tuple[DokumenTerbaca, ...] = ()) -> Nilai:
    return score_berkas(Kebenaran(dokumen=(benar,), boleh=boleh), daftar)


def with_nilai(*daftar: NilaiTerbaca) -> DokumenTerbaca:
    return replace(DOKUMEN, indikator=(replace(IKU, nilai=daftar),))


def test_nothing_read_finds_nothing_and_is_never_wrong() -> None:
    nilai = score()
    assert (nilai.angka.benar, nilai.angka.ada, nilai.angka.salah) == (0, 3, 0)
    assert nilai.angka.rekal == 0
    assert nilai.angka.presisi == 1


def test_letter_case_spaces_and_marks_of_lists_do_not_count() -> None:
    baris = replace(IKU, nama=" PERSENTASE\nPPKS", sasaran="1. Meningkatnya  layanan".removeprefix("1. "))
    nilai = score(replace(DOKUMEN, indikator=(baris,)))
    assert nilai.angka.rekal == nilai.teks.rekal == 1


def test_a_wrong_number_is_missed_and_wrong() -> None:
    nilai = score(with_nilai(TARGET, replace(REALISASI, angka=Angka(29))))
    assert (nilai.angka.benar, nilai.angka.salah) == (2, 1)


def test_a_number_in_the_wrong_column_or_year_is_wrong() -> None:
    assert score(with_nilai(replace(TARGET, besaran=Besaran.CAPAIAN), REALISASI)).angka.salah == 1
    assert score(with_nilai(replace(TARGET, tahun=2019), REALISASI)).angka.salah == 1
    assert score(with_nilai(replace(TARGET, triwulan=2), REALISASI)).angka.salah == 1


def test_the_quarter_of_a_target_does_not_count_in_a_quarterly_form() -> None:
    benar = replace(with_nilai(replace(TARGET, triwulan=2), replace(REALISASI, triwulan=2)), triwulan=2)
    assert score(replace(with_nilai(TARGET, replace(REALISASI, triwulan=2)), triwulan=2), benar=benar).angka.benar == 3
    assert score(replace(with_nilai(TARGET, REALISASI), triwulan=2), benar=benar).angka.benar == 2


def test_the_year_of_a_final_target_does_not_count() -> None:
    akhir = replace(TARGET, besaran=Besaran.TARGET_AKHIR, tahun=2024)
    assert score(with_nilai(replace(akhir, tahun=None)), benar=with_nilai(akhir)).angka.rekal == 1


def test_what_is_printed_twice_must_be_found_twice() -> None:
    dua = replace(DOKUMEN, indikator=(IKU, IKU))
    assert score(DOKUMEN, benar=dua).angka.benar == 3
    assert score(DOKUMEN, benar=dua).angka.ada == 5
    assert score(dua).angka.salah == 0


def test_what_may_be_found_costs_nothing_but_another_number_does() -> None:
    lebih = replace(REALISASI, besaran=Besaran.RASIO, angka=Angka(7))
    boleh = (replace(DOKUMEN, indikator=(replace(IKU, nilai=(replace(lebih, besaran=Besaran.TARGET),)),)),)
    assert score(with_nilai(TARGET, REALISASI, lebih), boleh=boleh).angka.salah == 0
    assert score(with_nilai(TARGET, REALISASI, replace(lebih, angka=Angka(8))), boleh=boleh).angka.salah == 1


def test_a_row_that_is_none_is_wrong_and_its_values_too() -> None:
    palsu = IndikatorTerbaca(nama="Rata-rata", nilai=(replace(TARGET, besaran=Besaran.CAPAIAN),))
    nilai = score(replace(DOKUMEN, indikator=(IKU, palsu)))
    assert (nilai.angka.salah, nilai.teks.salah) == (1, 1)


def test_a_sasaran_of_another_section_is_wrong_one_of_its_own_is_not() -> None:
    benar = replace(DOKUMEN, indikator=(replace(IKU, sasaran=""),))
    boleh = (replace(DOKUMEN, indikator=(replace(IKU, nilai=()),)),)
    assert score(DOKUMEN, benar=benar, boleh=boleh).teks.salah == 0
    lain = replace(DOKUMEN, indikator=(replace(IKU, sasaran="Menurunnya kemiskinan"),))
    assert score(lain, benar=benar, boleh=boleh).teks.salah == 1


def test_a_total_is_a_total_whatever_it_is_called() -> None:
    total = AnggaranTerbaca(nama="JUMLAH", tingkat=Tingkat.TOTAL, nilai=(PAGU,))
    benar = replace(DOKUMEN, anggaran=(total,))
    assert score(replace(DOKUMEN, anggaran=(replace(total, nama=""),)), benar=benar).angka.rekal == 1


def test_digits_beyond_the_fourth_decimal_are_the_spreadsheets() -> None:
    assert score(with_nilai(replace(TARGET, angka=Angka(8600000001, 100000000)), REALISASI)).angka.rekal == 1


def test_the_document_is_scored_by_kind_year_quarter_and_agency() -> None:
    assert score(replace(DOKUMEN, jenis=JenisDokumen.LAIN, tahun=None)).dokumen.benar == 2
    benar = replace(DOKUMEN, perangkat_daerah="Dinas Sosial")
    assert score(replace(benar, perangkat_daerah="DINAS SOSIAL KOTA TIRTA"), benar=benar).dokumen.rekal == 1
