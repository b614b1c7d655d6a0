"""Printed formulas: every published one we know, and many ways of writing them."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tolok.core.rumus.parser import parse_rumus
from tolok.core.rumus.pembaca import BATAS_HURUF, read_rumus_tercetak

DATA = Path(__file__).parent / "data"


def daftar_contoh(nama: str) -> list[dict[str, Any]]:
    return tomllib.loads((DATA / nama).read_text(encoding="utf-8"))["contoh"]


@pytest.mark.parametrize("contoh", daftar_contoh("tercetak.toml") + daftar_contoh("ragam.toml"), ids=lambda c: c["teks"][:60])
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
        ("1. Jumlah A 2. Jumlah B", "Teks memuat 2 rumus"),
        ("A / B || C / D", "Teks memuat 2 rumus"),
        ("(Jumlah A / Jumlah B) yang ada x 100%", "“yang ada” tidak ikut dibaca"),
        (r"P_{\alpha} = \frac{1}{n} \sum \left[\frac{z - y_i}{z} \right]^{\alpha}", "Alfa tidak disebut"),
    ],
)
def test_says_what_was_assumed_or_left_aside(teks: str, catatan: str) -> None:
    assert any(catatan in c for c in read_rumus_tercetak(teks).catatan)


def test_variables_are_the_names_without_their_years() -> None:
    assert read_rumus_tercetak("(A n - A n-1) / A n-1 x 100%").variabel == ("A",)


def test_to_dict_has_the_published_fields_first() -> None:
    isi = read_rumus_tercetak("Jumlah A / Jumlah B x 100").to_dict()
    assert list(isi)[:8] == ["teks", "bentuk", "rumus", "pembilang", "penyebut", "variabel", "alasan", "latex"]
    assert isi["variabel"] == ["Jumlah A", "Jumlah B"]


@pytest.mark.parametrize(
    "pola",
    ["(", ")", "[", "{", "<", "/", "a/", "a - ", r"\frac{", "^{", "1", "a 1 ", "Jumlah ", "x 100 ", "=a", "Jumlah a : ", "a.) ",
     "Jumlah a / ", "(a+b) ", "selisih a dan ", "n-1 ", "dibagi ", "A = bbb, ", "tahun ", "per 100 ", "a dari jumlah ", "$\\text{"],
)  # fmt: skip
def test_hostile_text_ends_soon(pola: str) -> None:
    mulai = time.perf_counter()
    read_rumus_tercetak((pola * BATAS_HURUF)[: BATAS_HURUF - 8] + " x 100%")
    assert time.perf_counter() - mulai < 3
