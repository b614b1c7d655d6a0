"""Laws of the formula language over random trees and random text."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tolok.core.angka import Angka
from tolok.core.nilai import Bilangan, TidakDapatDihitung
from tolok.core.rumus.evaluator import evaluate
from tolok.core.rumus.explain import explain
from tolok.core.rumus.nodes import BilanganTetap, Negatif, Operasi, Panggilan, Peubah, Simpul
from tolok.core.rumus.parser import GalatRumus, parse_rumus
from tolok.core.rumus.pembaca import read_rumus_tercetak
from tolok.core.rumus.printing import to_latex, to_mathml, to_omml, to_teks, to_typst, with_nilai

HURUF = st.characters(blacklist_categories=["Cc", "Cs"], blacklist_characters="[]")
LABEL = st.text(HURUF, min_size=1, max_size=12).map(lambda t: " ".join(t.split())).filter(bool)
PEUBAH = st.builds(Peubah, LABEL, st.sampled_from(["", "tahun_lalu", "triwulan_lalu"]))
TETAP = st.builds(lambda p, d: BilanganTetap(Angka(p, 10**d)), st.integers(0, 10**9), st.integers(0, 6))
PERSEN = st.builds(lambda p: BilanganTetap(Angka(p, 4), persen=True), st.integers(0, 4000))
SERATUS = st.just(BilanganTetap(Angka(100), persen=True))


def _cabang(anak: st.SearchStrategy[Simpul]) -> st.SearchStrategy[Simpul]:
    bukan_persen = anak.filter(lambda s: not _is_persen(s))
    return st.one_of(
        st.builds(Negatif, anak),
        st.builds(Operasi, st.sampled_from("+-"), st.one_of(anak, PERSEN), st.one_of(anak, PERSEN)),
        st.builds(Operasi, st.just("*"), st.one_of(bukan_persen, SERATUS), st.one_of(bukan_persen, SERATUS)),
        st.builds(Operasi, st.just("/"), st.one_of(bukan_persen, SERATUS), bukan_persen),
        st.builds(Operasi, st.just("^"), bukan_persen, st.integers(0, 3).map(lambda n: BilanganTetap(Angka(n)))),
        st.builds(
            lambda f, a: Panggilan(f, tuple(a)),
            st.sampled_from(["jumlah", "rata_rata", "maks", "min"]),
            st.lists(anak, min_size=1, max_size=3),
        ),
        st.builds(lambda a: Panggilan("abs", (a,)), anak),
    )


def _is_persen(simpul: Simpul) -> bool:
    while isinstance(simpul, Negatif):
        simpul = simpul.isi
    return isinstance(simpul, BilanganTetap) and simpul.persen


POHON = st.recursive(st.one_of(PEUBAH, TETAP), _cabang, max_leaves=12)


class _Tak(Exception):
    pass


def oracle(simpul: Simpul, nilai: dict[str, Fraction]) -> Fraction:
    """A second, naive evaluator on ``Fraction``."""
    match simpul:
        case BilanganTetap(angka=angka):
            return angka.to_fraction()
        case Peubah(label=label):
            return nilai[label]
        case Negatif(isi=isi):
            return -oracle(isi, nilai)
        case Operasi(operator=operator, kiri=kiri, kanan=kanan):
            a, b = oracle(kiri, nilai), oracle(kanan, nilai)
            if operator == "/" and b == 0:
                raise _Tak
            match operator:
                case "+":
                    return a + b
                case "-":
                    return a - b
                case "*":
                    return a * b
                case "/":
                    return a / b
                case _:
                    return a ** int(b)
        case Panggilan(fungsi=fungsi, argumen=argumen):
            daftar = [oracle(a, nilai) for a in argumen]
            match fungsi:
                case "jumlah":
                    return sum(daftar, Fraction(0))
                case "rata_rata":
                    return sum(daftar, Fraction(0)) / len(daftar)
                case "maks":
                    return max(daftar)
                case "min":
                    return min(daftar)
                case _:
                    return abs(daftar[0])


@given(POHON)
def test_parse_after_print_gives_the_tree_back(simpul: Simpul) -> None:
    assert parse_rumus(to_teks(simpul)) == simpul


@given(POHON)
def test_every_printed_form_is_well_formed(simpul: Simpul) -> None:
    ET.fromstring(to_mathml(simpul))
    ET.fromstring(to_omml(simpul))
    latex = to_latex(simpul)
    assert latex.count("{") - latex.count(r"\{") == latex.count("}") - latex.count(r"\}")
    assert to_typst(simpul).replace("\\\\", "").replace('\\"', "").count('"') % 2 == 0


@settings(max_examples=200)
@given(POHON, st.data())
def test_value_is_that_of_a_naive_evaluator(simpul: Simpul, data: st.DataObject) -> None:
    nilai: dict[str, Fraction] = {}

    def ambil(peubah: Peubah) -> Bilangan:
        if peubah.label not in nilai:
            nilai[peubah.label] = Fraction(data.draw(st.integers(-1000, 1000)), data.draw(st.integers(1, 50)))
        isi = nilai[peubah.label]
        return Bilangan(Angka(isi.numerator, isi.denominator), "orang")

    hasil, jejak = evaluate(simpul, satuan_hasil="indeks", ambil=ambil)
    try:
        harapan = oracle(simpul, nilai)
    except _Tak:
        assert isinstance(hasil, TidakDapatDihitung)
        return
    assume(isinstance(hasil, Bilangan))  # powers of more than 2048 bits are refused
    assert isinstance(hasil, Bilangan)
    assert hasil.angka.to_fraction() == harapan
    assert not hasil.angka.hampiran
    assert explain(jejak, digit=2)
    assert to_latex(with_nilai(jejak))


POTONGAN = st.sampled_from(
    [
        "Jumlah ",
        "A",
        "[A]",
        "dibagi ",
        "x 100%",
        "/",
        " - ",
        "+",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        r"\frac{",
        r"\text{",
        "$",
        "Σ",
        " tahun n",
        " n-1",
        ":",
        "=",
        "-----",
        "1.277",
        "0,5",
        "%",
        "\n",
        "<br>",
        "||",
        "rata-rata ",
        " dengan ",
        "^",
        "_",
        "@tahun_lalu",
        "selisih ",
        " dan ",
        "Keterangan : ",
        "B = ",
        ";",
        "fgt(",
        "jumlah(",
        "α",
        "\ue004",
        "\x00",
        " per 1.000 ",
    ]
)
TEKS = st.one_of(st.text(max_size=200), st.lists(POTONGAN, max_size=25).map("".join))


@settings(max_examples=200)
@given(TEKS)
def test_random_text_raises_nothing_but_galat_rumus(teks: str) -> None:
    galat: GalatRumus | None = None
    try:
        simpul = parse_rumus(teks)
    except GalatRumus as g:
        galat = g
    if galat is None:
        assert parse_rumus(to_teks(simpul)) == simpul
    else:
        assert galat.pesan
        assert 0 <= galat.kolom <= len(teks) + 1


@settings(max_examples=200)
@given(TEKS)
def test_every_text_is_read_or_refused_with_a_reason(teks: str) -> None:
    bacaan = read_rumus_tercetak(teks)
    assert (bacaan.rumus is None) == (bacaan.bentuk == "tidak_dapat_dihitung") == (bacaan.alasan is not None)
    if bacaan.rumus is not None:
        assert parse_rumus(bacaan.rumus) == bacaan.simpul
