"""The texts of cells: what each means, and what is said about every other."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tolok.core.angka import Angka
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
from tolok.core.skala import Kelas, Skala
from tolok.paket.teks_nilai import (
    KONTEKS_TAK_DIKENAL,
    Konteks,
    LabelSkala,
    format_teks_nilai,
    read_tanda,
    read_teks_nilai,
)
from tolok.paket.teks_sel import (
    GalatTeks,
    TeksAngka,
    format_angka,
    format_sen,
    read_angka,
    read_sen,
    read_tanggal,
    read_teks,
)

KLA = LabelSkala.from_skala(
    Skala(
        id="kla",
        nama="KLA",
        jenis="kategori",
        kelas=(Kelas(label="Pratama"), Kelas(label="Madya", kode="M"), Kelas(label="1")),
    )
)
LAIN = LabelSkala.from_skala(Skala(id="lain", nama="L", jenis="kategori", kelas=(Kelas(label="Madya"),)))
PERSEN = Konteks("%")
ORANG = Konteks("orang", ("kasus",))
KATEGORI = Konteks("kategori", (), (KLA,), {"kla": KLA, "lain": LAIN})
DUA_SKALA = Konteks("kategori", (), (KLA, LAIN), {"kla": KLA, "lain": LAIN})


@pytest.mark.parametrize(
    ("teks", "konteks", "nilai"),
    [
        ("86%", PERSEN, Bilangan(Angka(86), "%")),
        ("48,25%", PERSEN, Bilangan(Angka(4825, 100), "%")),
        ("48,25", PERSEN, Bilangan(Angka(4825, 100), "%")),
        ("0,86%", PERSEN, Bilangan(Angka(86, 100), "%")),
        ("0", PERSEN, Bilangan(Angka(0), "%")),
        ("-61,54%", PERSEN, Bilangan(Angka(-6154, 100), "%")),
        ("\u221261,54 %", PERSEN, Bilangan(Angka(-6154, 100), "%")),
        ("1.277", ORANG, Bilangan(Angka(1277), "orang")),
        ("1277 Orang", ORANG, Bilangan(Angka(1277), "orang")),
        ("42 kasus", ORANG, Bilangan(Angka(42), "kasus")),
        ("Rp 2.501.951.000", Konteks("Rp"), Bilangan(Angka(2501951000), "Rp")),
        ("Rp. 661.755.750,-", Konteks("Rp"), Bilangan(Angka(661755750), "Rp")),
        ("80%-90%", PERSEN, Rentang(Angka(80), Angka(90), "%")),
        ("80 \u2013 90,5", PERSEN, Rentang(Angka(80), Angka(181, 2), "%")),
        ("80 s.d. 90", PERSEN, Rentang(Angka(80), Angka(90), "%")),
        ("-5--2", ORANG, Rentang(Angka(-5), Angka(-2), "orang")),
        ("madya", KATEGORI, Kategori("Madya", 2, "kla")),
        ("M", KATEGORI, Kategori("Madya", 2, "kla")),
        ("lain:Madya", KATEGORI, Kategori("Madya", 1, "lain")),
        ("1", KATEGORI, Kategori("1", 3, "kla")),
        ("", PERSEN, BelumAda(AlasanBelumAda.BELUM_DIISI)),
        ("belum_ada:tidak_dievaluasi", PERSEN, BelumAda(AlasanBelumAda.TIDAK_DIEVALUASI)),
        ("tidak_dapat_dihitung:tanpa_data", PERSEN, TidakDapatDihitung(AlasanTakTerhitung.TANPA_DATA, "")),
        (TeksAngka("48,25"), PERSEN, Bilangan(Angka(4825, 100), "%")),
        (TeksAngka("0"), PERSEN, Bilangan(Angka(0), "%")),
        (TeksAngka("1277"), ORANG, Bilangan(Angka(1277), "orang")),
    ],
)
def test_a_text_means_one_value(teks: str, konteks: Konteks, nilai: Nilai) -> None:
    assert read_teks_nilai(teks, konteks) == nilai


@pytest.mark.parametrize(
    ("teks", "konteks", "potongan"),
    [
        ("49.48", PERSEN, "'49,48'"),
        ("49.48%", PERSEN, "'49,48'"),
        ("0.125", ORANG, "'0,125'"),
        ("1,009,235,000", ORANG, "'1.009.235.000'"),
        ("1.00", ORANG, "'1,00'"),
        ("0,86", PERSEN, "'0,86' dapat berarti 0,86% atau 86%"),
        (TeksAngka("0,86"), PERSEN, "0,86% atau 86%"),
        (TeksAngka("1,2"), PERSEN, "1,2% atau 120%"),
        ("86%", ORANG, "'86%' bersatuan '%', padahal seharusnya 'orang'"),
        ("12 lembaga", ORANG, "'lembaga'"),
        ("90%-80%", PERSEN, "lebih besar"),
        ("80kg-90%", KONTEKS_TAK_DIKENAL, "bukan angka"),
        ("80-90%", KONTEKS_TAK_DIKENAL, "berbeda satuan"),
        ("80%-90 orang", Konteks("%", ("orang",)), "bukan angka"),
        ("Mandya", KATEGORI, "Mungkin maksudnya 'Madya'"),
        ("lain:Utama", KATEGORI, "tidak ada di skala 'lain'; yang ada: 'Madya'"),
        ("Madya", DUA_SKALA, "tulis salah satu dari 'kla:Madya', 'lain:Madya'"),
        ("N/A", PERSEN, "bukan angka dan bukan keadaan"),
        ("belum_ada:entah", PERSEN, "pilih salah satu dari 'tidak_dievaluasi'"),
        ("belum_ad:tidak_dievaluasi", PERSEN, "Mungkin maksudnya 'belum_ada'"),
        ("12abc", ORANG, "bukan angka"),
        ("1,1234567", ORANG, "7 desimal"),
        ("99999999999999", ORANG, "di luar jangkauan"),
        ("9" * 5000, ORANG, "di luar jangkauan"),
        ("5\x00", ORANG, "U+0000"),
    ],
)
def test_a_wrong_text_is_refused_with_what_to_write(teks: str, konteks: Konteks, potongan: str) -> None:
    with pytest.raises(GalatTeks) as galat:
        read_teks_nilai(teks, konteks)
    assert potongan in str(galat.value)
    assert len(str(galat.value)) < 400


@given(angka=st.integers(-(10**12), 10**12), digit=st.integers(0, 6))
def test_a_number_reads_back_as_it_was_written(angka: int, digit: int) -> None:
    nilai = Angka(angka, 10**digit)
    assert read_angka(format_angka(nilai)) == nilai


@given(sen=st.integers(0, 10**17))
def test_money_reads_back_to_the_sen(sen: int) -> None:
    assert read_sen(format_sen(sen)) == sen


@pytest.mark.parametrize(
    ("teks", "sen"), [("Rp 7.500,50", 750050), ("7500,5", 750050), ("2.501.951.000", 250195100000)]
)
def test_money_is_read_as_printed(teks: str, sen: int) -> None:
    assert read_sen(teks) == sen


@pytest.mark.parametrize(
    ("teks", "potongan"),
    [
        ("\u22125", "bukan jumlah rupiah"),
        ("-5", "negatif"),
        ("1,005", "satu sen"),
        ("2,501,951,000", "'2.501.951.000'"),
        ("lima", "bukan angka"),
        ("9" * 18, "luar"),
    ],
)
def test_wrong_money_is_refused(teks: str, potongan: str) -> None:
    with pytest.raises(GalatTeks, match=potongan):
        read_sen(teks)


@pytest.mark.parametrize("teks", ["2020-04-03", "3 April 2020", "03 april 2020"])
def test_a_date_is_read(teks: str) -> None:
    assert read_tanggal(teks) == date(2020, 4, 3)


@pytest.mark.parametrize(
    ("teks", "potongan"),
    [
        ("03/04/2020", "dua cara; tulis tahun-bulan-hari, misalnya '2020-04-03'"),
        ("2020-02-30", "tidak ada di kalender"),
        ("30 Februari 2020", "tidak ada di kalender"),
        ("1020-01-01", "di luar jangkauan"),
        ("kemarin", "bukan tanggal"),
    ],
)
def test_a_doubtful_date_is_refused(teks: str, potongan: str) -> None:
    with pytest.raises(GalatTeks, match=potongan):
        read_tanggal(teks)


@pytest.mark.parametrize("teks", [TeksAngka("1,06"), TeksAngka("197001012000000000")])
def test_a_code_that_a_workbook_turned_into_a_number_is_refused(teks: str) -> None:
    with pytest.raises(GalatTeks, match="tipe selnya menjadi Teks"):
        read_teks(teks)


@pytest.mark.parametrize(
    ("tanda", "keterangan", "kolom", "potongan"),
    [
        ("sementra", "", "tanda", "Mungkin maksudnya 'sementara'"),
        ("tahun_data", "", "tanda", "memerlukan tahunnya"),
        ("tahun_data:2", "", "tanda", "di luar jangkauan"),
        ("", "teks", "keterangan", "1 keterangan untuk 0 tanda"),
        ("sementara", "a | b", "keterangan", "2 keterangan untuk 1 tanda"),
    ],
)
def test_marks_are_judged_in_their_own_column(tanda: str, keterangan: str, kolom: str, potongan: str) -> None:
    with pytest.raises(GalatTeks, match=potongan) as galat:
        read_tanda(Bilangan(Angka(1), "%"), tanda, keterangan)
    assert galat.value.kolom == kolom


@pytest.mark.parametrize(
    ("nilai", "konteks", "teks"),
    [
        (Rentang(Angka(-5), Angka(-2), "orang"), ORANG, "-5--2"),
        (Rentang(Angka(80), Angka(181, 2), "%"), PERSEN, "80%-90,5%"),
        (Bilangan(Angka(42), "kasus"), ORANG, "42 kasus"),
        (Bilangan(Angka(1277), "orang"), ORANG, "1.277"),
        (TidakDapatDihitung(AlasanTakTerhitung.PENYEBUT_NOL, "teks lain"), ORANG, "tidak_dapat_dihitung:penyebut_nol"),
    ],
)
def test_a_value_is_written_so_that_it_reads_back(nilai: Nilai, konteks: Konteks, teks: str) -> None:
    assert format_teks_nilai(nilai, konteks) == teks


def test_a_category_named_like_one_of_another_scale_is_written_with_its_scale() -> None:
    assert format_teks_nilai(Kategori("Madya", 1, "lain"), KATEGORI) == "lain:Madya"
    assert format_teks_nilai(Kategori("Madya", 2, "kla"), DUA_SKALA) == "kla:Madya"


def test_a_number_that_would_read_as_a_category_is_not_written() -> None:
    assert format_teks_nilai(Bilangan(Angka(2), "kategori"), KATEGORI) == "2"
    assert format_teks_nilai(Bilangan(Angka(1), "kategori"), KATEGORI) == "1 kategori"
