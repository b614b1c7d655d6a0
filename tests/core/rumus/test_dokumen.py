"""The page docs/rumus/bahasa-rumus.md: every table with examples is computed again."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import pytest

from tolok.core.angka import Angka
from tolok.core.cetak_angka import format_angka
from tolok.core.nilai import Bilangan
from tolok.core.rumus.evaluator import DaftarNilai, evaluate
from tolok.core.rumus.functions import DAFTAR_FUNGSI
from tolok.core.rumus.parser import GalatRumus, parse_rumus
from tolok.core.rumus.pembaca import read_rumus_tercetak

HALAMAN = (Path(__file__).parents[3] / "docs" / "rumus" / "bahasa-rumus.md").read_text(encoding="utf-8")


def tabel(kepala: str) -> list[list[str]]:
    """Return the rows of the table with this first head cell."""
    baris = HALAMAN[HALAMAN.index(f"\n| {kepala} |") + 1 :].split("\n\n")[0].splitlines()[2:]
    return [[sel.strip().strip("`") for sel in re.split(r"(?<!\\)\|", b)[1:-1]] for b in baris]


@pytest.mark.parametrize("baris", tabel("Ditulis"), ids=lambda b: b[0])
def test_percent_rule(baris: list[str]) -> None:
    rumus, diterima, saran = baris
    galat = ""
    try:
        evaluate(parse_rumus(rumus), satuan_hasil="%", ambil=lambda _p: Bilangan(Angka(2), "orang"))
    except GalatRumus as g:
        galat = g.saran
    assert (galat == "") == (diterima == "ya")
    assert galat == saran


@pytest.mark.parametrize("baris", tabel("Rumus"), ids=lambda b: b[0])
def test_results(baris: list[str]) -> None:
    rumus, a, b, hasil, tercetak = baris
    isi = {"A": Bilangan(Angka(int(a)), "x"), "B": Bilangan(Angka(int(b)), "x")}
    nilai, _ = evaluate(parse_rumus(rumus), satuan_hasil="indeks", ambil=lambda p: isi[p.label])
    assert isinstance(nilai, Bilangan)
    assert nilai.angka.to_fraction() == Fraction(hasil)
    assert format_angka(nilai.angka, digit=2) == tercetak


@pytest.mark.parametrize("baris", tabel("Alfa"), ids=lambda b: b[0])
def test_fgt(baris: list[str]) -> None:
    data = DaftarNilai(tuple(map(Angka, (3, 5, 6, 10))), "Rp")
    nilai, _ = evaluate(parse_rumus(f"fgt([y]; 6; {baris[0]})"), satuan_hasil="indeks", ambil=lambda _p: data)
    assert isinstance(nilai, Bilangan)
    assert nilai.angka.to_fraction() == Fraction(baris[1])


@pytest.mark.parametrize("baris", tabel("Tercetak"), ids=lambda b: b[0])
def test_printed_formulas(baris: list[str]) -> None:
    tercetak, bentuk, rumus = baris
    bacaan = read_rumus_tercetak(tercetak)
    assert (bacaan.bentuk, bacaan.rumus or "") == (bentuk, rumus)


def test_every_function_is_described() -> None:
    assert {nama for sel, *_ in tabel("Fungsi") for nama in re.findall(r"(\w+)\(", sel)} == set(DAFTAR_FUNGSI)


def test_every_shape_is_shown_but_fgt_which_has_its_own_part() -> None:
    assert len({bentuk for _, bentuk, _ in tabel("Tercetak")}) == 10
