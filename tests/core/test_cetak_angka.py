from __future__ import annotations

import pytest

from tolok.core.angka import Angka
from tolok.core.cetak_angka import (
    count_desimal_bersama,
    format_angka,
    format_nilai,
    format_persen,
    format_rupiah,
    label_keadaan,
    terbilang,
    terbilang_rupiah,
)
from tolok.core.nilai import (
    AlasanBelumAda,
    AlasanTakTerhitung,
    BelumAda,
    Bilangan,
    Kategori,
    Nilai,
    Rentang,
    TidakDapatDihitung,
)


@pytest.mark.parametrize(
    ("angka", "digit", "tercetak"),
    [
        (Angka(0), None, "0"),
        (Angka(0), 2, "0,00"),
        (Angka(86), None, "86"),
        (Angka(1277), None, "1.277"),
        (Angka(999), 0, "999"),
        (Angka(193, 4), None, "48,25"),
        (Angka(1, 64), None, "0,015625"),
        (Angka(1, 128), None, "0,01"),
        (Angka(1, 3), None, "0,33"),
        (Angka(2, 3), 0, "1"),
        (Angka(9200, 86), 2, "106,98"),
        (Angka(127700, 1816), 2, "70,32"),
        (Angka(-1600, 26), 2, "−61,54"),
        (Angka(5, 2), 0, "3"),
        (Angka(-5, 2), 0, "−3"),
        (Angka(1005, 1000), 2, "1,01"),
        (Angka(-1, 1000), 2, "0,00"),
        (Angka(3057589710), 0, "3.057.589.710"),
        (Angka(12345), 1, "12.345,0"),
    ],
)
def test_format_angka_prints_indonesian_style_and_rounds_half_up(
    angka: Angka, digit: int | None, tercetak: str
) -> None:
    assert format_angka(angka, digit=digit) == tercetak


def test_format_angka_can_leave_out_the_thousands_dots() -> None:
    assert format_angka(Angka(12345678), ribuan=False) == "12345678"


def test_format_persen_and_rupiah() -> None:
    assert format_persen(Angka(8177, 100)) == "81,77%"
    assert format_persen(Angka(86), digit=None) == "86%"
    assert format_rupiah(250195100000) == "Rp\u00a02.501.951.000"
    assert format_rupiah(105) == "Rp\u00a01,05"
    assert format_rupiah(-150) == "−Rp\u00a01,50"
    assert format_rupiah(0) == "Rp\u00a00"
    assert format_rupiah(66175575000, simbol=False) == "661.755.750"


@pytest.mark.parametrize(
    ("nilai", "tercetak", "bersatuan"),
    [
        (Bilangan(Angka(86), "%"), "86%", "86%"),
        (Bilangan(Angka(193, 4), "persen"), "48,25%", "48,25%"),
        (Bilangan(Angka(1277), "orang"), "1.277", "1.277 orang"),
        (Bilangan(Angka(4), ""), "4", "4"),
        (Bilangan(Angka(2501951000), "Rp"), "Rp\u00a02.501.951.000", "Rp\u00a02.501.951.000"),
        (Bilangan(Angka(1, 2), "Rp"), "Rp\u00a00,50", "Rp\u00a00,50"),
        (Bilangan(Angka(1, 3), "Rp"), "Rp\u00a00,33", "Rp\u00a00,33"),
        (Kategori("Madya", 2, "kla"), "Madya", "Madya"),
        (Rentang(Angka(80), Angka(90), "%"), "80–90%", "80–90%"),
        (Rentang(Angka(0), Angka(10), "%"), "0–10%", "0–10%"),
        (Rentang(Angka(7), Angka(8), "bulan"), "7–8", "7–8 bulan"),
        (Rentang(Angka(-5), Angka(-1), "%"), "−5\u00a0s.d.\u00a0−1%", "−5\u00a0s.d.\u00a0−1%"),
        (Rentang(Angka(1), Angka(2), "Rp"), "Rp\u00a01\u00a0s.d.\u00a0Rp\u00a02", "Rp\u00a01\u00a0s.d.\u00a0Rp\u00a02"),
        (BelumAda(AlasanBelumAda.BELUM_TERBIT), "–", "–"),
        (TidakDapatDihitung(AlasanTakTerhitung.TANPA_DATA, "Tidak ada data."), "–", "–"),
    ],
)
def test_format_nilai_prints_a_cell(nilai: Nilai, tercetak: str, bersatuan: str) -> None:
    assert format_nilai(nilai) == tercetak
    assert format_nilai(nilai, dengan_satuan=True) == bersatuan


def test_format_nilai_rounds_only_when_digits_are_asked_for() -> None:
    assert format_nilai(Bilangan(Angka(127700, 1816), "%"), digit=2) == "70,32%"
    assert format_nilai(Bilangan(Angka(0), "%"), digit=2) == "0,00%"
    assert format_nilai(Bilangan(Angka(3, 2), "Rp"), digit=0) == "Rp\u00a02"
    assert format_nilai(Rentang(Angka(171, 2), Angka(175, 2), "%"), digit=1) == "85,5–87,5%"


def test_label_keadaan_names_every_missing_state() -> None:
    tercetak = [label_keadaan(BelumAda(alasan)) for alasan in AlasanBelumAda]
    assert tercetak == ["Tidak dievaluasi", "Belum terbit", "Tidak dilaporkan", "Belum diukur", "Belum diisi"]
    assert {label_keadaan(TidakDapatDihitung(a, "")) for a in AlasanTakTerhitung} == {"Tidak dapat dihitung"}
    assert label_keadaan(Bilangan(Angka(1), "%")) == ""


@pytest.mark.parametrize(
    ("n", "kata"),
    [
        (0, "nol"),
        (7, "tujuh"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (19, "sembilan belas"),
        (20, "dua puluh"),
        (21, "dua puluh satu"),
        (100, "seratus"),
        (111, "seratus sebelas"),
        (999, "sembilan ratus sembilan puluh sembilan"),
        (1000, "seribu"),
        (1001, "seribu satu"),
        (2020, "dua ribu dua puluh"),
        (11_000, "sebelas ribu"),
        (21_000, "dua puluh satu ribu"),
        (100_000, "seratus ribu"),
        (101_000, "seratus satu ribu"),
        (1_000_000, "satu juta"),
        (1_001_000, "satu juta seribu"),
        (2_501_951_000, "dua miliar lima ratus satu juta sembilan ratus lima puluh satu ribu"),
        (1_000_000_000_000, "satu triliun"),
        (10**15, "seribu triliun"),
        (10**15 + 11, "seribu triliun sebelas"),
        (3 * 10**15 + 10**12, "tiga ribu satu triliun"),
        (-11, "minus sebelas"),
    ],
)
def test_terbilang_says_whole_numbers(n: int, kata: str) -> None:
    assert terbilang(n) == kata


def test_terbilang_says_decimals_as_printed() -> None:
    assert terbilang(Angka(1205, 100)) == "dua belas koma nol lima"
    assert terbilang(Angka(-1600, 26), digit=2) == "minus enam puluh satu koma lima empat"
    assert terbilang(Angka(86)) == "delapan puluh enam"
    assert terbilang(Angka(2020)) == "dua ribu dua puluh"
    assert terbilang(Angka(1, 3)) == "nol koma tiga tiga"


def test_terbilang_refuses_what_could_be_read_in_two_ways() -> None:
    assert terbilang(10**24 - 1).count("triliun") == 1
    with pytest.raises(ValueError, match="24"):
        terbilang(10**24)
    with pytest.raises(ValueError, match="24"):
        terbilang(-(10**24))


def test_terbilang_rupiah_says_rupiah_and_sen() -> None:
    assert terbilang_rupiah(0) == "nol rupiah"
    assert terbilang_rupiah(66175575000) == (
        "enam ratus enam puluh satu juta tujuh ratus lima puluh lima ribu tujuh ratus lima puluh rupiah"
    )
    assert terbilang_rupiah(150) == "satu rupiah lima puluh sen"
    assert terbilang_rupiah(-1) == "minus nol rupiah satu sen"
    assert terbilang_rupiah(-150) == "minus satu rupiah lima puluh sen"


@pytest.mark.parametrize(
    ("daftar", "desimal"),
    [
        (("7.1", "7.05", "7"), 2),
        (("80", "86.5"), 1),
        (("86", "90"), None),
        ((), None),
        (("7.05", "1/3"), None),
        (("7.05", "0.1234567"), None),
    ],
)
def test_values_of_one_row_share_the_decimals_of_the_most_precise(daftar: tuple[str, ...], desimal: int | None) -> None:
    def baca(teks: str) -> Angka:
        atas, _, bawah = teks.partition("/")
        return Angka.from_desimal(atas) / int(bawah or 1)

    assert count_desimal_bersama([Bilangan(baca(satu), "%") for satu in daftar]) == desimal


def test_ranges_count_and_states_do_not() -> None:
    rentang = Rentang(Angka(80), Angka.from_desimal("90.25"), "%")
    assert count_desimal_bersama([rentang, BelumAda(AlasanBelumAda.BELUM_DIISI), Kategori("Madya", 2, "kla")]) == 2
    assert count_desimal_bersama([Bilangan(Angka(3, 2), "Rp"), Bilangan(Angka(5, 2), "rupiah")]) is None
