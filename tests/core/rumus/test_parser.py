"""The formula language: what is read, and what is refused where and with which advice."""

from __future__ import annotations

import contextlib

import pytest

from batas_cpu import batas_cpu
from tolok.core.angka import Angka
from tolok.core.rumus.nodes import BilanganTetap, Negatif, Operasi, Panggilan, Peubah
from tolok.core.rumus.parser import BATAS_KEDALAMAN, BATAS_SIMPUL, GalatRumus, parse_rumus, read_bilangan

A, B, C = Peubah("A"), Peubah("B"), Peubah("C")
SERATUS_PERSEN = BilanganTetap(Angka(100), persen=True)


@pytest.mark.parametrize(
    ("teks", "simpul"),
    [
        ("[Jumlah PMKS]", Peubah("Jumlah PMKS")),
        ("[  Jumlah \t PMKS ]", Peubah("Jumlah PMKS")),
        ("[Kasus]@tahun_lalu", Peubah("Kasus", "tahun_lalu")),
        ("[Kasus]@triwulan_lalu", Peubah("Kasus", "triwulan_lalu")),
        ("1.277", BilanganTetap(Angka(1277))),
        ("1.277,25", BilanganTetap(Angka(127725, 100))),
        ("0,5", BilanganTetap(Angka(1, 2))),
        ("1816", BilanganTetap(Angka(1816))),
        ("100 %", SERATUS_PERSEN),
        ("[A] / [B] * 100%", Operasi("*", Operasi("/", A, B), SERATUS_PERSEN)),
        ("[A] ÷ [B] × 100%", Operasi("*", Operasi("/", A, B), SERATUS_PERSEN)),
        ("[A] : [B] · 2", Operasi("*", Operasi("/", A, B), BilanganTetap(Angka(2)))),
        ("[A] x 100", Operasi("*", A, BilanganTetap(Angka(100)))),
        ("[A] − [B] - [C]", Operasi("-", Operasi("-", A, B), C)),
        ("[A] - ([B] - [C])", Operasi("-", A, Operasi("-", B, C))),
        ("[A] + [B] * [C]", Operasi("+", A, Operasi("*", B, C))),
        ("-[A]^2", Negatif(Operasi("^", A, BilanganTetap(Angka(2))))),
        ("2^3^[A]", Operasi("^", BilanganTetap(Angka(2)), Operasi("^", BilanganTetap(Angka(3)), A))),
        ("[A]^-1", Operasi("^", A, Negatif(BilanganTetap(Angka(1))))),
        ("rata_rata([A]; [B])", Panggilan("rata_rata", (A, B))),
        ("fgt([A]; [B]; 0)", Panggilan("fgt", (A, B, BilanganTetap(Angka(0))))),
        ("kategori([A])", Panggilan("kategori", (A,))),
        ("100% - [A]", Operasi("-", SERATUS_PERSEN, A)),
        ("[a/b: (c) 1,5]", Peubah("a/b: (c) 1,5")),
    ],
)
def test_reads(teks: str, simpul: object) -> None:
    assert parse_rumus(teks) == simpul


@pytest.mark.parametrize(
    ("teks", "kolom", "pesan", "saran"),
    [
        ("", 0, "kosong", "[A] / [B]"),
        ("[A", 1, "belum ditutup", "]"),
        ("[A [B]", 1, "belum ditutup", "]"),
        ("A] + 1", 2, "tanpa kurung buka", "["),
        ("([A] + 1", 1, "belum ditutup", ")"),
        ("[A])", 4, "tanpa kurung buka", "hapus"),
        ("[]", 1, "kosong", "[Nama variabel]"),
        ("[A] * ", 6, "berhenti", "lengkapi"),
        ("[A] [B]", 5, "tanpa operator", "tambahkan"),
        ("[A] 5", 5, "tanpa operator", "tambahkan"),
        ("* [A]", 1, "Sebelum tanda *", ""),
        ("[A] + * [B]", 7, "Sebelum tanda *", ""),
        ("Jumlah PMKS / 3", 1, "kurung siku", "[Jumlah PMKS]"),
        ("[A] / penduduk", 7, "kurung siku", "[penduduk]"),
        ("3 / rata_rata", 5, "kurung siku", "rata_rata([A]; [B])"),
        ("ratarata([A])", 1, "tidak dikenal", "rata_rata"),
        ("average([A])", 1, "tidak dikenal", "rata_rata"),
        ("zzz([A])", 1, "tidak dikenal", ""),
        ("abs([A]; [B])", 1, "1 bagian", "abs([A])"),
        ("fgt([A]; [B])", 1, "3 bagian", "fgt("),
        ("fgt(3; [B]; 0)", 5, "harus sebuah variabel", "fgt("),
        ("kategori(2)", 10, "harus sebuah variabel", "kategori("),
        ("kategori([A]) + 1", 1, "berdiri sendiri", "pisahkan"),
        ("1 + rata_rata(kategori([A]))", 15, "berdiri sendiri", "pisahkan"),
        ("[A]@kemarin", 4, "tidak dikenal", ""),
        ("[A]@tahun_lau", 4, "tidak dikenal", "@tahun_lalu"),
        ("@tahun_lalu", 1, "mengikuti variabel", ""),
        ("0.5 * [A]", 1, "desimal memakai koma", "0,5"),
        ("1.27,5", 1, "desimal memakai koma", "1.277"),
        ("1" * 31, 1, "lebih dari 30", "periksa"),
        ("50% * [A]", 1, "selain 100%", "0,5"),
        ("[A] * -12,5%", 7, "selain 100%", "0,125"),
        ("[A] / 50%", 7, "selain 100%", "0,5"),
        ("[A] / 100%", 7, "pengali", "100 tanpa"),
        ("[A] ^ 100%", 7, "pengali", "100 tanpa"),
        ("2^65", 3, "lebih besar dari 64", "lebih kecil"),
        ("2^-65", 3, "lebih besar dari 64", "lebih kecil"),
        ("[A]%", 4, "mengikuti bilangan", "* 100%"),
        ("rata_rata([A], [B])", 14, "Koma", ";"),
        ("[A]; [B]", 4, "Titik koma", "rata_rata("),
        ("[P] = [A]", 5, "tanpa nama di kiri", "kanannya"),
        ("jumlah?([A])", 7, "Tanda '?' tidak dikenal", "+ - * /"),
        ("[A] ? 2", 5, "tidak dikenal", "+ - * /"),
        ("[A]\x00", 4, "kendali", "ketik ulang"),
        ("x" * 10_001, 0, "terlalu panjang", "pecah"),
        ("-" * 70 + "1", 7, "tingkat", "jumlah("),
        ("jumlah(" + "; ".join(["[A]"] * 500) + ")", 1, "500 bagian", "pecah"),
    ],
)
def test_refuses_with_column_and_advice(teks: str, kolom: int, pesan: str, saran: str) -> None:
    with pytest.raises(GalatRumus) as galat:
        parse_rumus(teks)
    assert galat.value.kolom == kolom
    assert pesan in galat.value.pesan
    assert saran in galat.value.saran
    assert (saran == "") == (galat.value.saran == "")


@pytest.mark.parametrize("fungsi", ["jumlah", "rata_rata", "rata_rata_geometrik", "maks", "min", "abs", "kategori"])
def test_one_part_is_enough_for_every_function_but_fgt(fungsi: str) -> None:
    assert parse_rumus(f"{fungsi}([A])") == Panggilan(fungsi, (A,))


def test_a_hundred_percent_may_stand_in_front_of_the_ratio() -> None:
    assert parse_rumus("100% * [A] / [B]") == Operasi("/", Operasi("*", SERATUS_PERSEN, A), B)
    assert parse_rumus("100% / [A]") == Operasi("/", SERATUS_PERSEN, A)


def test_message_names_column_and_advice() -> None:
    assert str(GalatRumus("Salah.", 3, "tulis 1")) == "Kolom 3: Salah. Saran: tulis 1."
    assert str(GalatRumus("Salah.")) == "Salah."


@pytest.mark.parametrize("daun", ["[A]", "[A]@tahun_lalu", "1", "100%"])
def test_depth_and_size_are_bounded_exactly(daun: str) -> None:
    assert parse_rumus("+".join([daun] * BATAS_KEDALAMAN))
    with pytest.raises(GalatRumus, match=f"{BATAS_KEDALAMAN} tingkat"):
        parse_rumus("+".join([daun] * (BATAS_KEDALAMAN + 1)))
    assert parse_rumus("jumlah(" + "; ".join([daun] * (BATAS_SIMPUL - 1)) + ")")
    with pytest.raises(GalatRumus, match=f"{BATAS_SIMPUL} bagian"):
        parse_rumus("jumlah(" + "; ".join([daun] * BATAS_SIMPUL) + ")")


@pytest.mark.parametrize(
    "teks", ["(" * 4999 + "1" + ")" * 4999, "1+" * 4999 + "1", "[" * 9999, "-" * 9999, "jumlah(" * 1400]
)
def test_hostile_text_ends_soon(teks: str) -> None:
    with batas_cpu(), contextlib.suppress(GalatRumus):
        parse_rumus(teks)


def test_same_text_gives_same_tree_object() -> None:
    assert parse_rumus("[A] + 1") is parse_rumus("[A] + 1")


def test_read_bilangan_refuses_foreign_forms() -> None:
    for tempat, kolom in (((), 0), ((4,), 4)):
        with pytest.raises(GalatRumus, match="1,5") as galat:
            read_bilangan("1.5", *tempat)
        assert galat.value.kolom == kolom
