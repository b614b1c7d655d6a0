from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tolok.core.angka import Angka
from tolok.core.cetak_angka import format_angka
from tolok.core.gaya_angka import (
    NUMERAL,
    CatatanBaca,
    Gaya,
    KonteksKolom,
    Numeral,
    Pilihan,
    choose_arti,
    detect_konteks,
    read_numeral,
)
from tolok.core.lambang import BATAS_PANJANG


def _a(teks: str) -> Angka:
    return Angka.from_desimal(teks)


@pytest.mark.parametrize(
    ("tercetak", "indonesia", "inggris"),
    [
        ("86", "86", "86"),
        ("87,25", "87.25", None),
        ("87.25", None, "87.25"),
        ("1.234", "1234", "1.234"),
        ("1,234", "1.234", "1234"),
        ("1.009.235", "1009235", None),
        ("1,009,235,000", None, "1009235000"),
        ("6.671.923,749", "6671923.749", None),
        ("6,671,923.75", None, "6671923.75"),
        ("0.123", None, "0.123"),
        ("0,123", "0.123", None),
        ("1234.567", None, "1234.567"),
        ("12.34.567", None, None),
        ("1..2", None, None),
    ],
)
def test_a_numeral_has_at_most_two_readings(tercetak: str, indonesia: str | None, inggris: str | None) -> None:
    numeral = read_numeral(tercetak)
    assert numeral.indonesia == (None if indonesia is None else _a(indonesia))
    assert numeral.inggris == (None if inggris is None else _a(inggris))


INDONESIA = KonteksKolom(satuan="indeks", gaya=Gaya.INDONESIA)
INGGRIS = KonteksKolom(satuan="indeks", gaya=Gaya.INGGRIS)
PULUHAN = KonteksKolom(satuan="%", terkecil=Angka(80), terbesar=Angka(95))
C = CatatanBaca


@pytest.mark.parametrize(
    ("tercetak", "konteks", "satuan", "pilihan"),
    [
        ("1.234", KonteksKolom(), "", Pilihan(None, (Angka(1234), _a("1.234")), (C.RIBUAN_ATAU_DESIMAL,), False)),
        ("1.234", KonteksKolom(), "orang", Pilihan(Angka(1234))),
        ("1,234", KonteksKolom(), "Rp", Pilihan(Angka(1234), (), (C.GAYA_INGGRIS,))),
        ("1.234", INDONESIA, "indeks", Pilihan(Angka(1234), (), (C.DARI_KOLOM,))),
        ("1.234", INGGRIS, "indeks", Pilihan(_a("1.234"), (), (C.DARI_KOLOM,))),
        ("88.125", PULUHAN, "%", Pilihan(_a("88.125"), (), (C.DARI_KOLOM,))),
        ("88,125", PULUHAN, "%", Pilihan(_a("88.125"), (), (C.DARI_KOLOM,))),
        ("5.000.000", PULUHAN, "%", Pilihan(Angka(5000000))),
        ("1.000", PULUHAN, "%", Pilihan(None, (Angka(1000), Angka(1)), (C.RIBUAN_ATAU_DESIMAL,), False)),
        (
            "88.125",
            KonteksKolom(gaya=Gaya.INDONESIA, terkecil=Angka(80), terbesar=Angka(95)),
            "",
            Pilihan(Angka(88125), (_a("88.125"),), (C.DARI_KOLOM, C.BESARAN_JANGGAL), False),
        ),
        ("87.25", INDONESIA, "indeks", Pilihan(_a("87.25"), (), (C.GAYA_INGGRIS,))),
        (
            "6.671.923,749",
            KonteksKolom(),
            "Rp",
            Pilihan(Angka(6671923749), (_a("6671923.749"),), (C.PENGELOMPOKAN_SALAH,), False),
        ),
        (
            "6.671.923,749",
            KonteksKolom(),
            "",
            Pilihan(None, (_a("6671923.749"), Angka(6671923749)), (C.PENGELOMPOKAN_SALAH,), False),
        ),
        ("6.671.923,749", INDONESIA, "indeks", Pilihan(_a("6671923.749"))),
        ("6,671,923.749", INGGRIS, "indeks", Pilihan(_a("6671923.749"), (), (C.GAYA_INGGRIS,))),
        (
            "6,671,923.749",
            INDONESIA,
            "indeks",
            Pilihan(None, (_a("6671923.749"), Angka(6671923749)), (C.PENGELOMPOKAN_SALAH,), False),
        ),
        ("12.34.567", KonteksKolom(), "", Pilihan(None, (Angka(1234567),), (C.PENGELOMPOKAN_SALAH,), False)),
        (
            "661.755.750.00",
            KonteksKolom(),
            "Rp",
            Pilihan(None, (Angka(66175575000), Angka(661755750)), (C.PENGELOMPOKAN_SALAH,), False),
        ),
        ("1..2", KonteksKolom(), "", Pilihan(None, (Angka(12),), (C.PENGELOMPOKAN_SALAH,), False)),
        ("0812", KonteksKolom(), "", Pilihan(None, (Angka(812),), (C.NOL_DI_DEPAN,), False)),
        ("0", KonteksKolom(), "", Pilihan(Angka(0))),
        ("0,5", KonteksKolom(), "", Pilihan(_a("0.5"))),
    ],
)
def test_unit_then_style_then_size_decide(tercetak: str, konteks: KonteksKolom, satuan: str, pilihan: Pilihan) -> None:
    assert choose_arti(tercetak, konteks=konteks, satuan=satuan) == pilihan


def test_a_multiplier_leaves_thousandths_possible_in_rupiah() -> None:
    assert choose_arti("1,250", konteks=KonteksKolom(), satuan="Rp", utuh=False).angka is None


@pytest.mark.parametrize(
    ("daftar_teks", "satuan", "konteks"),
    [
        ([], "orang", KonteksKolom(satuan="orang")),
        (["1.234", "-", "Madya"], "", KonteksKolom()),
        (["1.234", "950", "87"], "", KonteksKolom(terkecil=Angka(87), terbesar=Angka(950))),
        (
            ["87,5", "1.234.567"],
            "",
            KonteksKolom(gaya=Gaya.INDONESIA, terkecil=_a("87.5"), terbesar=Angka(1234567)),
        ),
        (["87.5", "12.25"], "", KonteksKolom(gaya=Gaya.INGGRIS, terkecil=_a("12.25"), terbesar=_a("87.5"))),
        (["87.5", "12,25"], "", KonteksKolom(terkecil=_a("12.25"), terbesar=_a("87.5"))),
        (
            ["86%", "48,25 %"],
            "",
            KonteksKolom(satuan="%", gaya=Gaya.INDONESIA, terkecil=_a("48.25"), terbesar=_a("86")),
        ),
        (["Rp 5", "Rp. 7"], "", KonteksKolom(satuan="Rp", terkecil=Angka(5), terbesar=Angka(7))),
        (["0", "5", "7"], "orang", KonteksKolom(satuan="orang", terkecil=Angka(5), terbesar=Angka(7))),
        (["86%", "12"], "", KonteksKolom(terkecil=Angka(12), terbesar=Angka(86))),
        (["Rp 5", "7"], "", KonteksKolom(terkecil=Angka(5), terbesar=Angka(7))),
        (["0,97", "97%"], "persen", KonteksKolom(satuan="%", gaya=Gaya.INDONESIA, persen_pecahan=True)),
        (["0,97", "1", "97%"], "%", KonteksKolom(satuan="%", gaya=Gaya.INDONESIA, persen_pecahan=True)),
        (["0", "1", "97%"], "%", KonteksKolom(satuan="%")),
        (["0,86", "92"], "%", KonteksKolom(satuan="%", gaya=Gaya.INDONESIA, persen_pecahan=False)),
        (["6.671.923,749", "12.34.5"], "Rp", KonteksKolom(satuan="Rp")),
        (["1.234 dari 12,5", "7"], "", KonteksKolom(gaya=Gaya.INDONESIA, terkecil=Angka(7), terbesar=_a("12.5"))),
        (["9" * (BATAS_PANJANG + 1)], "", KonteksKolom()),
    ],
)
def test_a_column_tells_unit_style_and_sizes(daftar_teks: list[str], satuan: str, konteks: KonteksKolom) -> None:
    assert detect_konteks(daftar_teks, satuan=satuan) == konteks


def test_the_order_of_cells_does_not_matter() -> None:
    kolom = ["1.234", "87,5", "3,25", "0,4", "12%"]
    assert detect_konteks(kolom) == detect_konteks(kolom[::-1])


def test_sizes_within_ten_times_are_ordinary() -> None:
    konteks = KonteksKolom(terkecil=Angka(10), terbesar=Angka(100))
    assert [konteks.is_wajar(_a(n)) for n in ("0.95", "1", "-50", "1000", "1000.1")] == [False, True, True, True, False]
    assert not KonteksKolom().is_wajar(Angka(1))


def test_every_remark_says_itself_in_indonesian() -> None:
    assert len({catatan.uraian for catatan in CatatanBaca}) == len(CatatanBaca)
    assert all(catatan.uraian.endswith(".") for catatan in CatatanBaca)


@given(st.builds(lambda p, d: Angka(p, 10**d), st.integers(0, 10**15), st.integers(0, 6)))
def test_a_printed_numeral_is_one_token_and_reads_back_in_its_column(angka: Angka) -> None:
    tercetak = format_angka(angka)
    assert NUMERAL.fullmatch(tercetak)
    assert read_numeral(tercetak).indonesia == angka
    assert choose_arti(tercetak, konteks=INDONESIA, satuan="indeks").angka == angka


@given(st.text("0123456789.,", min_size=1, max_size=40))
def test_any_run_of_digits_and_marks_is_answered(teks: str) -> None:
    for tercetak in NUMERAL.findall(teks):
        numeral: Numeral = read_numeral(tercetak)
        pilihan = choose_arti(tercetak, konteks=KonteksKolom(), satuan="")
        assert pilihan.angka is None or pilihan.angka in numeral.daftar_arti
        assert pilihan.pasti == (pilihan.angka is not None)
