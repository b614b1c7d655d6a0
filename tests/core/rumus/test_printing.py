"""Formulas as text, LaTeX, MathML, OMML and Typst."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
import typst

from tolok.core.angka import Angka
from tolok.core.hampiran import pangkat_pecahan
from tolok.core.jejak import Jejak
from tolok.core.nilai import Bilangan
from tolok.core.rumus.bilangan import format_potong, format_tetap
from tolok.core.rumus.nodes import BilanganTetap, Operasi, Peubah
from tolok.core.rumus.parser import parse_rumus
from tolok.core.rumus.printing import label_terbaca, to_latex, to_mathml, to_omml, to_teks, to_typst, with_nilai

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
DAFTAR_RUMUS = [
    "[Jumlah PMKS terpenuhi] / [Jumlah PMKS] * 100%",
    "([Kasus]@tahun_lalu - [Kasus]) / [Kasus]@tahun_lalu * 100%",
    "rata_rata([Umum]; [BMD]) + abs([A] - 2)",
    "[A]^2 * ([B] + 1,5)^-[C]",
    "(-[A])^2 - -[B]",
    "kategori([Level KLA])",
    "fgt([pengeluaran]; [garis]; 0) * 100%",
    '[nama "aneh" \\ & <b> $x$ #let a_b^c ~ {%}] / 1.277,5',
    "[A] / ([B] / [C]) / 2 * ([D] / 3)",
]


@pytest.mark.parametrize(
    ("teks", "kanonik"),
    [
        ("[A]/[B]x100 %", "[A] / [B] * 100%"),
        ("(([A])) − (2)", "[A] - 2"),
        ("[A] - ([B] + [C])", "[A] - ([B] + [C])"),
        ("([A] - [B]) + [C]", "[A] - [B] + [C]"),
        ("[A] * ([B] * [C])", "[A] * ([B] * [C])"),
        ("(-[A])^2", "(-[A])^2"),
        ("(2^3)^2", "(2^3)^2"),
        ("2^(3^2)", "2^3^2"),
        ("2^([A] + 1)", "2^([A] + 1)"),
        ("-([A] + 1)", "-([A] + 1)"),
        ("jumlah( [A];2 )", "jumlah([A]; 2)"),
        ("1277,50", "1.277,5"),
        ("0,0000001", "0,0000001"),
    ],
)
def test_canonical_text(teks: str, kanonik: str) -> None:
    assert to_teks(parse_rumus(teks)) == kanonik


def test_text_for_sentences_uses_printed_signs_and_plain_names() -> None:
    assert to_teks(parse_rumus("([A]@tahun_lalu - -2) * rata_rata([B])"), cetak=True) == (
        "(A tahun lalu − (−2)) × rata-rata(B)"
    )


@pytest.mark.parametrize(
    ("teks", "latex"),
    [
        (DAFTAR_RUMUS[0], r"\frac{\text{Jumlah PMKS terpenuhi}}{\text{Jumlah PMKS}} \times 100\%"),
        ("[A]^2", r"{\text{A}}^{2}"),
        ("([A] + 1)^2", r"{\left(\text{A} + 1\right)}^{2}"),
        ("abs([A])", r"\left|\text{A}\right|"),
        ("0,5 * ([A] - [B])", r"0{,}5 \times \left(\text{A} - \text{B}\right)"),
        ("[A] - -[B]", r"\text{A} - \left( - \text{B}\right)"),
        ("[50% & {x}_1]", r"\text{50\% \& \{x\}\_1}"),
        ("kategori([Level])", r"\text{Level}"),
    ],
)
def test_latex(teks: str, latex: str) -> None:
    assert to_latex(parse_rumus(teks)) == latex


@pytest.mark.parametrize("teks", DAFTAR_RUMUS)
def test_xml_forms_are_well_formed_and_keep_names(teks: str) -> None:
    simpul = parse_rumus(teks)
    mathml = ET.fromstring(to_mathml(simpul))
    omml = ET.fromstring(to_omml(simpul))
    nama = teks[1 : teks.index("]")] if teks.startswith("[") else ""
    assert nama in "".join(mathml.itertext())
    assert nama in "".join(omml.itertext())


def test_omml_has_a_real_fraction() -> None:
    akar = ET.fromstring(to_omml(parse_rumus(DAFTAR_RUMUS[0])))
    pecahan = akar.find(f"{M}f")
    assert pecahan is not None
    assert "".join(pecahan.find(f"{M}num").itertext()) == "Jumlah PMKS terpenuhi"  # type: ignore[union-attr]
    assert "".join(pecahan.find(f"{M}den").itertext()) == "Jumlah PMKS"  # type: ignore[union-attr]
    assert "".join(akar.itertext()).endswith("×100%")


def test_mathml_has_a_real_fraction() -> None:
    teks = to_mathml(parse_rumus("[A] / [B] * 100%"))
    assert "<mfrac><mrow><mtext>A</mtext></mrow><mrow><mtext>B</mtext></mrow></mfrac>" in teks
    assert teks.endswith("<mo>×</mo><mn>100</mn><mo>%</mo></mrow></math>")


@pytest.mark.parametrize("teks", DAFTAR_RUMUS)
def test_typst_compiles(teks: str) -> None:
    isi = f"#set page(width: auto, height: auto)\n$ {to_typst(parse_rumus(teks))} $"
    assert typst.compile(isi.encode(), format="svg").startswith(b"<svg")


def test_typst_quotes_names() -> None:
    assert to_typst(parse_rumus('[a "b" \\ $] / 2')) == 'frac("a \\"b\\" \\\\ $", "2")'


def test_control_characters_never_reach_xml_or_typst() -> None:
    simpul = Peubah("a\x01b\ud800")
    ET.fromstring(to_mathml(simpul))
    ET.fromstring(to_omml(simpul))
    assert to_typst(simpul) == '"ab"'


def test_numbers_without_end_are_cut_with_an_ellipsis() -> None:
    assert format_potong(Angka(31925, 454)) == "70,3193832…"
    assert format_potong(Angka(-1, 3)) == "−0,3333333…"
    assert format_potong(Angka(1, 8)) == "0,125"
    assert format_potong(Angka(1, 2, hampiran=True)) == "0,5000000…"
    assert format_tetap(Angka(1, 3)) == "0,3333333…"
    assert format_tetap(Angka(1, 10**9)) == "0,000000001"
    assert to_latex(BilanganTetap(Angka(-1, 3))) == r"-0{,}3333333\ldots"


def test_negative_number_put_in_gets_brackets() -> None:
    minus = BilanganTetap(Angka(-5))
    assert to_teks(Operasi("-", minus, minus), cetak=True) == "−5 − (−5)"
    assert to_latex(Operasi("^", minus, BilanganTetap(Angka(2)))) == r"{\left(-5\right)}^{2}"


def test_with_nilai_refuses_a_trace_without_formula() -> None:
    with pytest.raises(ValueError, match="rumus"):
        with_nilai(Jejak("capaian.naik", "Capaian", Angka(1)))


def test_label_names_the_period() -> None:
    assert label_terbaca(Peubah("Kasus", "triwulan_lalu")) == "Kasus triwulan lalu"
    assert label_terbaca(Peubah("Kasus")) == "Kasus"


@pytest.mark.parametrize(
    ("hasil", "ekor"),
    [
        (Bilangan(Angka(31925, 454), "%"), "<mo>=</mo><mn>70,3193832…</mn><mo>%</mo>"),
        (Bilangan(Angka(1500), "Rp"), "<mo>=</mo><mtext>Rp\u00a0</mtext><mn>1.500</mn>"),
        (Bilangan(Angka(3), "orang & anak"), "<mo>=</mo><mn>3</mn><mtext>\u00a0orang &amp; anak</mtext>"),
        (Bilangan(Angka(1, 2), ""), "<mo>=</mo><mn>0,5</mn>"),
    ],
)
def test_mathml_says_what_the_formula_comes_to(hasil: Bilangan, ekor: str) -> None:
    assert to_mathml(parse_rumus("[A]"), hasil=hasil).endswith(f"<mtext>A</mtext>{ekor}</mrow></math>")


def test_mathml_of_an_approximation_does_not_claim_equality() -> None:
    akar_dua = pangkat_pecahan(Angka(2), Angka(1, 2))
    assert "<mo>≈</mo><mn>1,4142135…</mn>" in to_mathml(parse_rumus("[A]"), hasil=Bilangan(akar_dua, ""))
