"""Printed formulas: every published one we know, and many ways of writing them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from batas_cpu import batas_cpu
from tolok.core.rumus.nodes import Operasi, Peubah
from tolok.core.rumus.parser import parse_rumus
from tolok.core.rumus.pembaca import BATAS_HURUF, read_rumus_tercetak
from tolok.core.rumus.pembaca_lambang import BUKA, KALI, TUTUP
from tolok.core.rumus.pembaca_urai import TidakTerurai, urai

DATA = Path(__file__).parent / "data"


def daftar_contoh(nama: str) -> list[dict[str, Any]]:
    return tomllib.loads((DATA / nama).read_text(encoding="utf-8"))["contoh"]


@pytest.mark.parametrize(
    "contoh", daftar_contoh("tercetak.toml") + daftar_contoh("ragam.toml"), ids=lambda c: c["teks"][:60]
)
def test_reads_what_people_wrote(contoh: dict[str, Any]) -> None:
    bacaan = read_rumus_tercetak(contoh["teks"])
    assert bacaan.bentuk == contoh["bentuk"], bacaan
    assert (bacaan.pembilang, bacaan.penyebut) == (contoh.get("pembilang"), contoh.get("penyebut"))
    if "rumus" in contoh:
        assert bacaan.rumus == contoh["rumus"]
    assert bacaan.teks == contoh["teks"]
    if bacaan.bentuk == "tidak_dapat_dihitung":
        assert bacaan.alasan
        assert bacaan.rumus is bacaan.latex is bacaan.simpul is None
    else:
        assert bacaan.alasan is None
        assert bacaan.latex
        assert parse_rumus(bacaan.rumus or "") == bacaan.simpul


def test_all_published_formulas_are_there() -> None:
    assert len(daftar_contoh("tercetak.toml")) > 150


@pytest.mark.parametrize("contoh", daftar_contoh("tercetak.toml"), ids=lambda c: c["teks"][:60])
def test_reading_our_own_latex_gives_the_formula_back(contoh: dict[str, Any]) -> None:
    bacaan = read_rumus_tercetak(contoh["teks"])
    if bacaan.bentuk == "rasio":
        ulang = read_rumus_tercetak(f"${bacaan.latex}$")
        assert (ulang.pembilang, ulang.penyebut) == (bacaan.pembilang, bacaan.penyebut)


@pytest.mark.parametrize(
    ("teks", "alasan"),
    [
        ("", "kosong"),
        ("22%", "target"),
        ("Jumlah 150 Orang 1 tahun", "target"),
        ("Persentase PMKS yang tertangani", "pembilang dan penyebutnya"),
        ("Sesuai ketentuan", "ketentuan"),
        ("Persentase kepuasan masyarakat terhadap pelayanan", "pembilang dan penyebutnya"),
        ("Diklat Prajabatan", "mengulang"),
        ("Kegiatan " * 15, "Uraian"),
        ("12 + 3", "Hanya berisi bilangan"),
        ("Jumlah PMKS x 100%", "penyebutnya tidak tercetak"),
        ("A = / x 100%", "tanpa nama"),
        ("(" * 30 + "A / B" + ")" * 30 + " x 100%", "terlalu dalam"),
        ("x" * (BATAS_HURUF + 1), "lebih dari 4000 huruf"),
        ("[A] / [B", "belum ditutup"),
        ("50% * [A]", "selain 100%"),
        ("Jumlah a + " * 70 + "Jumlah b", "tingkat"),
    ],
)
def test_refuses_honestly(teks: str, alasan: str) -> None:
    bacaan = read_rumus_tercetak(teks)
    assert bacaan.bentuk == "tidak_dapat_dihitung", bacaan
    assert alasan in (bacaan.alasan or "")


@pytest.mark.parametrize(
    ("teks", "catatan"),
    [
        ("Jumlah A x 100% Jumlah B", "Garis pecahan tidak tercetak"),
        ("Jumlah A / Jumlah B x 100% menurut data", "“menurut data” tidak ikut dibaca"),
        (r"\frac{\text{Jumlah Kasus}}{\text{Jumlah kasus}} \times 100\%", "tercetak sama"),
        ("Nilai = Σ (bobot x nilai)", "Tanda Σ"),
        ("1. Jumlah A 2. Jumlah B", "Teks memuat 2 rumus"),
        ("A / B || C / D", "Teks memuat 2 rumus"),
        ("(Jumlah A / Jumlah B) yang ada x 100%", "“yang ada” tidak ikut dibaca"),
        (r"P_{\alpha} = \frac{1}{n} \sum \left[\frac{z - y_i}{z} \right]^{\alpha}", "Alfa tidak disebut"),
    ],
)
def test_says_what_was_assumed_or_left_aside(teks: str, catatan: str) -> None:
    assert any(catatan in c for c in read_rumus_tercetak(teks).catatan)


@pytest.mark.parametrize(
    ("teks", "bentuk", "pembilang"),
    [
        ("[A] / [B] * 100%", "rasio", "A"),
        ("100 * ([A] - 2) / [B]", "rasio", "A - 2"),
        ("([K]@tahun_lalu - [K]) / [K]@tahun_lalu * 100%", "penurunan", "K tahun lalu - K"),
        ("([K] - [K]@tahun_lalu) / [K]@tahun_lalu * 100%", "perubahan", "K - K tahun lalu"),
        ("[K] - [K]@tahun_lalu", "selisih", None),
        ("[A] - [B] / [B]", "ekspresi", None),
        ("([A] + [B]) / 2", "rata_rata", None),
        ("[A] + [B]", "jumlah", None),
        ("[A]", "jumlah", None),
        ("jumlah([A]; [B])", "jumlah", None),
        ("rata_rata([A]; [B])", "rata_rata", None),
        ("fgt([A]; [B]; 0) * 100%", "fgt", None),
        ("kategori([A])", "kategori", None),
        ("abs([A])", "ekspresi", None),
        ("-[A] / maks([B]; 2)", "ekspresi", None),
    ],
)
def test_the_formula_language_is_kept_as_typed(teks: str, bentuk: str, pembilang: str | None) -> None:
    bacaan = read_rumus_tercetak(teks)
    assert (bacaan.bentuk, bacaan.pembilang) == (bentuk, pembilang)
    assert bacaan.rumus == teks


@pytest.mark.parametrize(
    ("teks", "bentuk", "rumus"),
    [
        ("[Jumlah A / Jumlah B] x 100%", "rasio", "[Jumlah A] / [Jumlah B] * 100%"),
        ("3 orang yang dilatih", "tidak_dapat_dihitung", None),
        ("a / b x 100% Ket: a = ; b = jumlah kasus", "rasio", "[a] / [jumlah kasus] * 100%"),
        ("Jumlah A (rasio 1:2) / Jumlah B x 100", "rasio", "[Jumlah A (rasio 1:2)] / [Jumlah B] * 100"),
        ("Perbandingan kasus", "tidak_dapat_dihitung", None),
        ("Jumlah A\nJumlah B x 100%", "rasio", "[Jumlah A] / [Jumlah B] * 100%"),
        ("Jumlah A x 100% Jumlah B / Jumlah C", "tidak_dapat_dihitung", None),
        ("Capaian: kasus selesai / kasus masuk x 100%", "rasio", "[kasus selesai] / [kasus masuk] * 100%"),
        ("Selisih kasus / Jumlah kasus x 100%", "rasio", "[Selisih kasus] / [Jumlah kasus] * 100%"),
        ("A x 1.2.3 + B", "ekspresi", "[A] * [1.2.3] + [B]"),
        ("A - B / C", "ekspresi", "[A] - [B] / [C]"),
        ("A1 / B1 - C1", "ekspresi", "[A1] / [B1] - [C1]"),
        ("A + B + C / 2", "ekspresi", "[A] + [B] + [C] / 2"),
        ("(A - B) / C x 100%", "rasio", "([A] - [B]) / [C] * 100%"),
        ("(Kasus A - Kasus B) / Kasus A x 100%", "penurunan", "([Kasus A] - [Kasus B]) / [Kasus A] * 100%"),
        ("(PAD 2021 - PAD tahun 2018) / PAD tahun 2018 x 100%", "perubahan", None),
        ("(PAD tahun 2021 - PAD tahun 2018) / PAD tahun 2018 x 100%", "perubahan", None),
        ("(PAD tahun 2018 - PAD tahun 2021) / PAD tahun 2021 x 100%", "penurunan", None),
        (
            "(Jumlah rawat jalan tahun n - Jumlah rawat jaIan tahun n-1) / Jumlah rawat jalan tahun n-1",
            "perubahan",
            None,
        ),
        (
            "Jumlah kasus triwulan n - Jumlah kasus triwulan n-1",
            "selisih",
            "[Jumlah kasus] - [Jumlah kasus]@triwulan_lalu",
        ),
        ("(n - (n-1)) / (n-1) x 100%", "perubahan", "([Nilai] - [Nilai]@tahun_lalu) / [Nilai]@tahun_lalu * 100%"),
        ("Rata-rata (A + B) x 2", "ekspresi", "([A] + [B]) * 2"),
        ("Jumlah nilai / 9", "rata_rata", "[Jumlah nilai] / 9"),
        ("1/2 (A + B)", "rata_rata", "rata_rata([A]; [B])"),
        ("1 / A x B", "rasio", "1 / [A] * [B]"),
        ("A dibagi B dikali 2 ditambah C", "ekspresi", "[A] / [B] * 2 + [C]"),
        ("A dibagi B dikali 2 / 5", "ekspresi", "[A] / [B] * 2 / 5"),
        ("PAD tahun n - Belanja tahun n-1", "selisih", "[PAD tahun n] - [Belanja tahun n-1]"),
        ("(Kasus - Kasus) / Jumlah B x 100%", "rasio", "([Kasus] - [Kasus]) / [Jumlah B] * 100%"),
        ("\\frac {Jumlah A} {Jumlah B}", "rasio", "[Jumlah A] / [Jumlah B]"),
    ],
)
def test_reads_rare_forms(teks: str, bentuk: str, rumus: str | None) -> None:
    bacaan = read_rumus_tercetak(teks)
    assert bacaan.bentuk == bentuk, bacaan
    if rumus is not None:
        assert bacaan.rumus == rumus


def test_variables_are_the_names_without_their_years() -> None:
    assert read_rumus_tercetak("(A n - A n-1) / A n-1 x 100%").variabel == ("A",)


def test_a_colon_inside_brackets_belongs_to_the_name() -> None:
    bacaan = read_rumus_tercetak("Jumlah (nilai: akhir) / Jumlah B x 100%")
    assert (bacaan.pembilang, bacaan.penyebut) == ("Jumlah (nilai: akhir)", "Jumlah B")
    assert bacaan.rumus == "[Jumlah (nilai: akhir)] / [Jumlah B] * 100%"


@pytest.mark.parametrize("teks", [": Jumlah a / Jumlah b x 100%", "Jumlah a / Jumlah b x 100% :"])
def test_a_colon_at_an_end_divides_nothing(teks: str) -> None:
    assert read_rumus_tercetak(teks).rumus == "[Jumlah a] / [Jumlah b] * 100%"


def test_a_group_cut_short_is_closed() -> None:
    assert urai(f"{BUKA} A {KALI} B").simpul == Operasi("*", Peubah("A"), Peubah("B"))


def test_brackets_that_do_not_pair_are_refused() -> None:
    with pytest.raises(TidakTerurai, match="berpasangan"):
        urai(f"A {KALI} B {TUTUP} {KALI} C")


def test_to_dict_has_the_published_fields_first() -> None:
    isi = read_rumus_tercetak("Jumlah A / Jumlah B x 100").to_dict()
    assert list(isi)[:8] == ["teks", "bentuk", "rumus", "pembilang", "penyebut", "variabel", "alasan", "latex"]
    assert isi["variabel"] == ["Jumlah A", "Jumlah B"]


@pytest.mark.parametrize(
    "pola",
    [
        "(",
        ")",
        "[",
        "{",
        "<",
        "/",
        "a/",
        "a - ",
        r"\frac{",
        "^{",
        "1",
        "a 1 ",
        "Jumlah ",
        "x 100 ",
        "=a",
        "Jumlah a : ",
        "a.) ",
        "Jumlah a / ",
        "(a+b) ",
        "selisih a dan ",
        "n-1 ",
        "dibagi ",
        "A = bbb, ",
        "tahun ",
        "per 100 ",
        "a dari jumlah ",
        "$\\text{",
    ],
)
def test_hostile_text_ends_soon(pola: str) -> None:
    with batas_cpu():
        read_rumus_tercetak((pola * BATAS_HURUF)[: BATAS_HURUF - 8] + " x 100%")


@pytest.mark.parametrize("teks", ["Jumlah a + " * 300, "Jumlah a x " * 200 + "2", "(" * 300 + "a / b" + ")" * 300])
def test_a_formula_of_hundreds_of_operations_is_refused_not_climbed(teks: str) -> None:
    bacaan = read_rumus_tercetak(teks[:3_900])
    assert bacaan.bentuk == "tidak_dapat_dihitung" or bacaan.rumus == "[a] / [b]"


def test_the_refusal_of_a_long_formula_says_how_long_it_may_be() -> None:
    bacaan = read_rumus_tercetak(" + ".join(f"Jumlah a{i}" for i in range(302)))
    assert bacaan.alasan == "Lebih dari 300 hitungan dalam satu rumus; pecah menjadi beberapa variabel."
    assert read_rumus_tercetak(" + ".join(f"Jumlah a{i}" for i in range(50))).bentuk == "jumlah"


def test_a_root_is_refused_and_a_square_metre_is_not() -> None:
    alasan = "Memuat akar, pangkat, atau logaritma yang tidak terbaca dari cetakan."
    assert read_rumus_tercetak("(A x B)^(1/2)").alasan == alasan
    assert read_rumus_tercetak("Jumlah luas (m^2) / Jumlah luas rencana (m^2)").alasan is None
