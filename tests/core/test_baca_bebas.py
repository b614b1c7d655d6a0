from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from batas_cpu import batas_cpu
from tolok.core.angka import Angka
from tolok.core.baca_bebas import Bacaan, Keyakinan, read_bebas, read_kolom
from tolok.core.cetak_angka import format_nilai
from tolok.core.gaya_angka import CatatanBaca, Gaya, KonteksKolom
from tolok.core.lambang import BATAS_PANJANG
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
from tolok.core.peraturan import load_skala

C = CatatanBaca
PERSEN = KonteksKolom(satuan="%")
RUPIAH = KonteksKolom(satuan="Rp")


def _b(teks: str, satuan: str = "") -> Bilangan:
    return Bilangan(Angka.from_desimal(teks), satuan)


@pytest.mark.parametrize(
    ("teks", "nilai", "catatan"),
    [
        ("86%", _b("86", "%"), ()),
        ("48,25%", _b("48.25", "%"), ()),
        ("49.48%", _b("49.48", "%"), (C.GAYA_INGGRIS,)),
        ("Rp 2.501.951.000", _b("2501951000", "Rp"), ()),
        ("Rp. 661.755.750,-", _b("661755750", "Rp"), ()),
        ("Rp661.755.750,00", _b("661755750", "Rp"), ()),
        ("1,009,235,000", _b("1009235000"), (C.GAYA_INGGRIS,)),
        ("4.000 berkas", _b("4000", "berkas"), ()),
        ("87.25", _b("87.25"), (C.GAYA_INGGRIS,)),
        ("87,25", _b("87.25"), ()),
        ("75,5", _b("75.5"), ()),
        ("\u00a0−61,54\u202f%", _b("-61.54", "%"), ()),
        ("+5%", _b("5", "%"), ()),
        ("- 5", _b("-5"), ()),
        ("-Rp 1.250", _b("-1250", "Rp"), ()),
        ("(61,54)%", _b("-61.54", "%"), (C.KURUNG_NEGATIF,)),
        ("Rp (1.234)", _b("-1234", "Rp"), (C.KURUNG_NEGATIF,)),
        (">= 80", _b("80"), (C.BATAS_BAWAH,)),
        ("≥80%", _b("80", "%"), (C.BATAS_BAWAH,)),
        ("minimal 80%", _b("80", "%"), (C.BATAS_BAWAH,)),
        ("< 5 kasus", _b("5", "kasus"), (C.BATAS_ATAS,)),
        ("2 (dua) dokumen", _b("2", "dokumen"), (C.KETERANGAN,)),
        ("80% (naik)", _b("80", "%"), (C.KETERANGAN,)),
        ("86% dari target", _b("86", "%"), (C.KETERANGAN,)),
        ("10 keluarga yang telah menerima bantuan pangan", _b("10"), (C.KETERANGAN,)),
        ("BB (79,39)", _b("79.39"), ()),
        ("Rp 2,5 miliar", _b("2500000000", "Rp"), ()),
        ("Rp 1,5 jt", _b("1500000", "Rp"), ()),
        ("Rp 2 juta", _b("2000000", "Rp"), ()),
        ("Rp 3 milyar", _b("3000000000", "Rp"), ()),
        ("Rp 1,2 triliun", _b("1200000000000", "Rp"), ()),
        ("4 rb berkas", _b("4000", "berkas"), ()),
        ("5 orang penerima bantuan sosial", _b("5", "orang penerima bantuan sosial"), ()),
        ("9" * BATAS_PANJANG, _b("9" * BATAS_PANJANG), ()),
        ("3 ribu orang", _b("3000", "orang"), ()),
        ("86%*)", _b("86", "%"), (C.CATATAN_KAKI,)),
        ("92,5¹", _b("92.5"), (C.CATATAN_KAKI,)),
        ("٨٦٪", _b("86", "%"), (C.ANGKA_ASING,)),
        ("0,97 (97%)", _b("97", "%"), (C.PECAHAN,)),
        ("97% (0,97)", _b("97", "%"), (C.PECAHAN,)),
        ("0,97 = 97%", _b("97", "%"), (C.PECAHAN,)),
        ("85.6-87.5", Rentang(Angka(856, 10), Angka(875, 10), ""), (C.GAYA_INGGRIS,)),
        ("80%–90%", Rentang(Angka(80), Angka(90), "%"), ()),
        ("7 bulan - 8 bulan", Rentang(Angka(7), Angka(8), "bulan"), ()),
        ("7 s.d. 8 bulan", Rentang(Angka(7), Angka(8), "bulan"), ()),
        ("Rp 1.000 s/d Rp 2.000", Rentang(Angka(1000), Angka(2000), "Rp"), ()),
        ("-5 sampai dengan -1%", Rentang(Angka(-5), Angka(-1), "%"), ()),
        ("80-90% dari target", Rentang(Angka(80), Angka(90), "%"), (C.KETERANGAN,)),
        ("Tidak dievaluasi", BelumAda(AlasanBelumAda.TIDAK_DIEVALUASI, "Tidak dievaluasi"), ()),
        ("belum rilis", BelumAda(AlasanBelumAda.BELUM_TERBIT, "belum rilis"), ()),
        (
            "#DIV/0!",
            TidakDapatDihitung(AlasanTakTerhitung.PENYEBUT_NOL, "Tercetak “#DIV/0!” tanpa rincian."),
            (),
        ),
        ("N/A", None, (C.KOSONG,)),
        ("-", None, (C.KOSONG,)),
        ("–", None, (C.KOSONG,)),
        ("", None, (C.KOSONG,)),
    ],
)
def test_what_says_one_thing_is_read_as_sure(teks: str, nilai: Nilai | None, catatan: tuple[C, ...]) -> None:
    bacaan = read_bebas(teks)
    assert (bacaan.nilai, bacaan.keyakinan, bacaan.catatan) == (nilai, Keyakinan.PASTI, catatan)
    assert bacaan.teks == teks


@pytest.mark.parametrize(
    ("teks", "nilai", "catatan", "lain"),
    [
        ("1.234", None, (C.RIBUAN_ATAU_DESIMAL,), (_b("1234"), _b("1.234"))),
        ("(1.234)", None, (C.RIBUAN_ATAU_DESIMAL, C.KURUNG_NEGATIF), (_b("-1234"), _b("-1.234"))),
        ("(1.234.567)", _b("-1234567"), (C.KURUNG_NEGATIF,), (_b("1234567"),)),
        ("(3)", _b("-3"), (C.KURUNG_NEGATIF,), (_b("3"),)),
        ("6.671.923,749", None, (C.PENGELOMPOKAN_SALAH,), (_b("6671923.749"), _b("6671923749"))),
        ("Rp 6.671.923,749", _b("6671923749", "Rp"), (C.PENGELOMPOKAN_SALAH,), (_b("6671923.749", "Rp"),)),
        ("12.34.567", None, (C.PENGELOMPOKAN_SALAH,), (_b("1234567"),)),
        (
            "Rp 1,250 miliar",
            None,
            (C.RIBUAN_ATAU_DESIMAL,),
            (_b("1250000000", "Rp"), _b("1250000000000", "Rp")),
        ),
        ("0812", None, (C.NOL_DI_DEPAN,), (_b("812"),)),
        ("106.977%", None, (C.RIBUAN_ATAU_DESIMAL,), (_b("106977", "%"), _b("106.977", "%"))),
        (
            "5 Kecamatan 29 Kelurahan",
            None,
            (C.BEBERAPA_ANGKA,),
            (_b("5", "Kecamatan"), _b("29", "Kelurahan")),
        ),
        ("5 Kecamatan-29 Kelurahan", None, (C.BEBERAPA_ANGKA,), (_b("5", "Kecamatan"), _b("29", "Kelurahan"))),
        ("Rp 1.000 dan Rp 2.000", None, (C.BEBERAPA_ANGKA,), (_b("1000", "Rp"), _b("2000", "Rp"))),
        ("1277/1816", None, (C.BEBERAPA_ANGKA,), (_b("1277"), _b("1816"))),
        ("0,97 (96%)", None, (C.BEBERAPA_ANGKA,), (_b("0.97"), _b("96", "%"))),
        ("80% (90%)", None, (C.BEBERAPA_ANGKA,), (_b("80", "%"), _b("90", "%"))),
        ("1.234 (97%)", None, (C.BEBERAPA_ANGKA,), (_b("97", "%"),)),
        ("12/03/2020", None, (C.BEBERAPA_ANGKA,), (_b("12"), _b("2020"))),
        ("2020-2024", Rentang(Angka(2020), Angka(2024), ""), (C.MUNGKIN_TAHUN,), ()),
        ("90-80", None, (C.RENTANG_TERBALIK,), (_b("90"), _b("80"))),
        ("1.234-5", None, (C.RIBUAN_ATAU_DESIMAL,), (_b("5"), _b("1234"), _b("1.234"))),
        ("sekitar 80%", _b("80", "%"), (C.KIRA_KIRA,), ()),
        ("Level 3", None, (C.BUKAN_ANGKA,), (_b("3"),)),
        ("--5", None, (C.BUKAN_ANGKA,), (_b("5"),)),
        ("nihil", None, (C.NIHIL,), (_b("0"),)),
        ("Rp -", None, (C.NIHIL,), (_b("0", "Rp"),)),
        ("Madya", None, (C.BUKAN_ANGKA,), ()),
        ("5 # 6", None, (C.BEBERAPA_ANGKA,), (_b("5", "#"), _b("6"))),
        ("#REF!", None, (C.GALAT_LEMBAR,), ()),
        ("9" * (BATAS_PANJANG + 1), None, (C.TERLALU_PANJANG,), ()),
    ],
)
def test_what_leaves_doubt_is_reported_and_not_guessed(
    teks: str, nilai: Nilai | None, catatan: tuple[C, ...], lain: tuple[Nilai, ...]
) -> None:
    bacaan = read_bebas(teks)
    assert (bacaan.nilai, bacaan.keyakinan, bacaan.catatan) == (nilai, Keyakinan.RAGU, catatan)
    assert bacaan.angka_lain == lain


@pytest.mark.parametrize(
    ("teks", "konteks", "nilai", "keyakinan", "catatan"),
    [
        ("0,86", PERSEN, _b("86", "%"), Keyakinan.PASTI, (C.PECAHAN,)),
        ("0,86%", PERSEN, _b("0.86", "%"), Keyakinan.PASTI, ()),
        ("86", PERSEN, _b("86", "%"), Keyakinan.PASTI, ()),
        ("0", PERSEN, _b("0", "%"), Keyakinan.PASTI, ()),
        ("1", PERSEN, None, Keyakinan.RAGU, (C.PERSEN_ATAU_PECAHAN,)),
        ("0,8-0,9", PERSEN, Rentang(Angka(80), Angka(90), "%"), Keyakinan.PASTI, (C.PECAHAN,)),
        ("0,5-1,5", PERSEN, Rentang(Angka(5, 10), Angka(15, 10), "%"), Keyakinan.PASTI, ()),
        ("-5 s.d. -1", PERSEN, Rentang(Angka(-5), Angka(-1), "%"), Keyakinan.PASTI, ()),
        ("naik 3%", PERSEN, None, Keyakinan.RAGU, (C.BUKAN_ANGKA,)),
        ("5-5", PERSEN, Rentang(Angka(5), Angka(5), "%"), Keyakinan.PASTI, ()),
        ("0,8-1", PERSEN, None, Keyakinan.RAGU, (C.PECAHAN, C.PERSEN_ATAU_PECAHAN)),
        ("4 orang", PERSEN, _b("4", "orang"), Keyakinan.RAGU, (C.SATUAN_BERBEDA,)),
        ("4-5 orang", PERSEN, Rentang(Angka(4), Angka(5), "orang"), Keyakinan.RAGU, (C.SATUAN_BERBEDA,)),
        ("-", RUPIAH, None, Keyakinan.RAGU, (C.NIHIL,)),
        ("1,234", RUPIAH, _b("1234", "Rp"), Keyakinan.PASTI, (C.GAYA_INGGRIS,)),
        ("(1.234)", RUPIAH, _b("-1234", "Rp"), Keyakinan.PASTI, (C.KURUNG_NEGATIF,)),
        ("79,39", KonteksKolom(satuan="kategori"), _b("79.39", "kategori"), Keyakinan.PASTI, ()),
        ("79,39%", KonteksKolom(satuan="kategori"), _b("79.39", "%"), Keyakinan.PASTI, ()),
        (
            "5 Kecamatan 29 Kelurahan",
            KonteksKolom(satuan="kelurahan"),
            _b("29", "Kelurahan"),
            Keyakinan.PASTI,
            (C.BEBERAPA_ANGKA,),
        ),
        ("1.234", KonteksKolom(gaya=Gaya.INDONESIA), _b("1234"), Keyakinan.PASTI, (C.DARI_KOLOM,)),
    ],
)
def test_the_column_decides(
    teks: str, konteks: KonteksKolom, nilai: Nilai | None, keyakinan: Keyakinan, catatan: tuple[C, ...]
) -> None:
    bacaan = read_bebas(teks, konteks=konteks)
    assert (bacaan.nilai, bacaan.keyakinan, bacaan.catatan) == (nilai, keyakinan, catatan)


PREDIKAT = load_skala("lke-2021-predikat")
KLA = load_skala("kla")


@pytest.mark.parametrize(
    ("teks", "lain", "keyakinan"),
    [
        ("BB", (), Keyakinan.PASTI),
        ("bb", (), Keyakinan.PASTI),
        ("(BB)", (), Keyakinan.PASTI),
        ("Predikat BB", (), Keyakinan.PASTI),
        ("BB (79,39)", (_b("79.39"),), Keyakinan.PASTI),
        ("79,39 (BB)", (_b("79.39"),), Keyakinan.PASTI),
        ("BB (sangat baik)", (), Keyakinan.PASTI),
        ("BB (1.234)", (_b("1234"), _b("1.234")), Keyakinan.RAGU),
    ],
)
def test_a_category_is_read_with_its_score(teks: str, lain: tuple[Nilai, ...], keyakinan: Keyakinan) -> None:
    bacaan = read_bebas(teks, skala=PREDIKAT)
    assert bacaan.nilai == Kategori("BB", 5, "lke-2021-predikat")
    assert (bacaan.angka_lain, bacaan.keyakinan, bacaan.satuan) == (lain, keyakinan, "kategori")


def test_a_label_outside_its_scale_is_a_state_and_in_doubt() -> None:
    bacaan = read_bebas("Mentor", skala=KLA)
    assert isinstance(bacaan.nilai, TidakDapatDihitung)
    assert bacaan.nilai.alasan is AlasanTakTerhitung.KATEGORI_DI_LUAR_SKALA
    assert bacaan.keyakinan is Keyakinan.RAGU
    assert read_bebas("Kategori Madya", skala=KLA).nilai == Kategori("Madya", 2, "kla")
    assert read_bebas("79,39", skala=KLA).nilai == _b("79.39")


def test_words_beside_a_number_are_kept_as_its_label() -> None:
    assert read_bebas("BB (79,39)").label == "BB"
    assert read_bebas("79,39 (BB)").label == "BB"
    assert read_bebas("2 (dua) dokumen").label == "dua"
    assert read_bebas("86% dari target").label == "dari target"
    assert read_bebas("Level 3").label == "Level"
    assert read_bebas("80-90% dari target").label == "dari target"


def _nilai(daftar: tuple[Bacaan, ...]) -> list[Nilai | None]:
    return [bacaan.nilai for bacaan in daftar]


def test_thousands_and_decimals_are_told_apart_by_their_column() -> None:
    assert _nilai(read_kolom(["1.234", "950", "87"])) == [_b("1234"), _b("950"), _b("87")]
    assert _nilai(read_kolom(["88.125", "85", "90.5"], satuan="%"))[0] == _b("88.125", "%")
    assert _nilai(read_kolom(["1.234", "2.345"])) == [None, None]


def test_fractions_beside_percentages_are_percentages() -> None:
    assert _nilai(read_kolom(["0,97", "97%"], satuan="%")) == [_b("97", "%"), _b("97", "%")]


def test_small_percentages_in_a_column_of_small_ones_stay_what_they_are() -> None:
    assert _nilai(read_kolom(["0,86", "1,25", "2,40"], satuan="%"))[0] == _b("0.86", "%")
    ragu = read_kolom(["0,86", "85,5", "92,1"], satuan="%")[0]
    assert (ragu.nilai, ragu.angka_lain) == (None, (_b("0.86", "%"), _b("86", "%")))


def test_both_styles_in_one_rupiah_column_are_read() -> None:
    kolom = read_kolom(["Rp 161,247,500", "Rp 161.247.500", "Rp 1.234"])
    assert _nilai(kolom) == [_b("161247500", "Rp"), _b("161247500", "Rp"), _b("1234", "Rp")]


_DESIMAL = st.builds(lambda p, d: Angka(p, 10**d), st.integers(-(10**15), 10**15), st.integers(0, 6))


@given(_DESIMAL, st.sampled_from(["%", "indeks", "ton"]))
@example(Angka(1234), "indeks")
@example(Angka(1234567, 1000), "%")
def test_a_printed_number_reads_back_as_itself_in_its_column(angka: Angka, satuan: str) -> None:
    nilai = Bilangan(angka, satuan)
    konteks = KonteksKolom(satuan=satuan, gaya=Gaya.INDONESIA)
    bacaan = read_bebas(format_nilai(nilai, dengan_satuan=True), konteks=konteks)
    assert (bacaan.nilai, bacaan.keyakinan) == (nilai, Keyakinan.PASTI)


@given(st.integers(-(10**15), 10**15), st.sampled_from(["Rp", "orang", "berkas"]))
def test_a_printed_amount_or_count_reads_back_without_any_column(n: int, satuan: str) -> None:
    nilai = Bilangan(Angka(n), satuan)
    bacaan = read_bebas(format_nilai(nilai, dengan_satuan=True))
    assert (bacaan.nilai, bacaan.keyakinan) == (nilai, Keyakinan.PASTI)


@given(st.text(max_size=60) | st.text("0123456789.,-()%Rp #sd BAw", max_size=80), st.sampled_from([None, KLA]))
def test_any_text_is_answered(teks: str, skala: object) -> None:
    for konteks in (KonteksKolom(), PERSEN, RUPIAH):
        bacaan = read_bebas(teks, konteks=konteks, skala=KLA if skala else None)
        assert bacaan.teks == teks
        if bacaan.nilai is None and bacaan.keyakinan is Keyakinan.PASTI:
            assert C.KOSONG in bacaan.catatan


@pytest.mark.parametrize(
    "teks",
    [
        "(" * 200,
        "1," * 100,
        "1.111" * 40,
        "Rp " * 66,
        "-" * 200,
        "a (" * 66,
        "1-" * 100,
        "%" * 200,
        ") (1" * 50,
        "a " * 99,
    ],
)
def test_hostile_texts_end_in_bounded_time(teks: str) -> None:
    with batas_cpu():
        for konteks in (KonteksKolom(), PERSEN):
            read_bebas(teks, konteks=konteks, skala=KLA)
        read_kolom([teks] * 20)
