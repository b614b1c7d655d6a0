from __future__ import annotations

import copy
import operator
import pickle
import re
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tolok.core.angka import Angka, PembagianNol

_BAGIAN = st.integers(-(10**30), 10**30)
_PENYEBUT = st.integers(-(10**30), 10**30).filter(bool)
_ANGKA = st.builds(Angka, _BAGIAN, _PENYEBUT)
_KECIL = st.builds(Angka, st.integers(-50, 50), st.integers(1, 50))

ARITMETIKA = (operator.add, operator.sub, operator.mul, operator.truediv)
PERBANDINGAN = (operator.eq, operator.ne, operator.lt, operator.le, operator.gt, operator.ge)


@pytest.mark.parametrize("operasi", ARITMETIKA)
@given(satu=_ANGKA, dua=_ANGKA | _BAGIAN)
def test_arithmetic_equals_that_of_fractions(operasi: Callable[[Any, Any], Any], satu: Angka, dua: Angka | int) -> None:
    assume(dua != 0 or operasi is not operator.truediv)
    pecahan = dua.to_fraction() if isinstance(dua, Angka) else Fraction(dua)
    assert operasi(satu, dua).to_fraction() == operasi(satu.to_fraction(), pecahan)


@pytest.mark.parametrize("operasi", ARITMETIKA)
@given(satu=_BAGIAN, dua=_ANGKA)
def test_an_int_on_the_left_works_too(operasi: Callable[[Any, Any], Any], satu: int, dua: Angka) -> None:
    assume(dua != 0 or operasi is not operator.truediv)
    assert operasi(satu, dua).to_fraction() == operasi(Fraction(satu), dua.to_fraction())


@pytest.mark.parametrize("operasi", PERBANDINGAN)
@given(satu=_KECIL, dua=_KECIL | st.integers(-50, 50))
def test_comparison_equals_that_of_fractions(
    operasi: Callable[[Any, Any], bool], satu: Angka, dua: Angka | int
) -> None:
    pecahan = dua.to_fraction() if isinstance(dua, Angka) else Fraction(dua)
    assert operasi(satu, dua) == operasi(satu.to_fraction(), pecahan)
    assert operasi(dua, satu) == operasi(pecahan, satu.to_fraction())


@given(_KECIL, _KECIL, st.integers(-30, 30).filter(bool))
def test_equal_numbers_have_equal_hashes(satu: Angka, dua: Angka, kali: int) -> None:
    tak_sederhana = Angka(satu.pembilang * kali, satu.penyebut * kali)
    assert tak_sederhana == satu
    assert hash(tak_sederhana) == hash(satu)
    assert repr(tak_sederhana) == repr(satu)
    if satu.is_bulat:
        assert hash(satu) == hash(satu.pembilang)
    assert len({satu, dua}) == (1 if satu == dua else 2)


@given(_ANGKA)
def test_parts_are_in_lowest_terms_with_a_positive_denominator(angka: Angka) -> None:
    pecahan = angka.to_fraction()
    assert (angka.pembilang, angka.penyebut) == (pecahan.numerator, pecahan.denominator)
    assert (-angka).to_fraction() == -pecahan
    assert abs(angka).to_fraction() == abs(pecahan)
    assert bool(angka) == bool(pecahan)
    assert angka.is_bulat == (pecahan.denominator == 1)


@given(_KECIL, st.integers(-6, 6))
def test_powers_equal_those_of_fractions(angka: Angka, pangkat: int) -> None:
    assume(angka or pangkat >= 0)
    assert (angka**pangkat).to_fraction() == angka.to_fraction() ** pangkat


@given(st.builds(Angka, st.integers(-(10**12), 10**12), st.integers(1, 10**6)), st.integers(0, 8))
def test_rounding_is_half_up_away_from_zero(angka: Angka, digit: int) -> None:
    bulat = angka.bulat(digit)
    assert (bulat * 10**digit).is_bulat
    selisih = abs(bulat) - abs(angka)
    separuh = Angka(1, 2 * 10**digit)
    assert -separuh < selisih <= separuh


@pytest.mark.parametrize(
    ("angka", "digit", "bulat"),
    [
        (Angka(5, 2), 0, Angka(3)),
        (Angka(-5, 2), 0, Angka(-3)),
        (Angka(1005, 1000), 2, Angka(101, 100)),
        (Angka(2675, 1000), 2, Angka(268, 100)),
        (Angka(9200, 86), 2, Angka(10698, 100)),
        (Angka(-4, 1000), 2, Angka(0)),
    ],
)
def test_rounding_at_ties_and_published_values(angka: Angka, digit: int, bulat: Angka) -> None:
    assert angka.bulat(digit) == bulat


def test_rounding_to_negative_decimals_is_refused() -> None:
    with pytest.raises(ValueError, match="Jumlah desimal -1"):
        Angka(15).bulat(-1)


@given(st.lists(_KECIL, max_size=60))
def test_sums_and_long_chains_stay_exact(daftar: list[Angka]) -> None:
    assert sum(daftar, Angka(0)).to_fraction() == sum((a.to_fraction() for a in daftar), Fraction(0))
    assert sum(daftar) == sum(reversed(daftar))


def test_the_sign_of_a_denominator_moves_to_the_numerator() -> None:
    for angka, bagian in ((Angka(3, -4), (-3, 4)), (Angka(-6, -8), (3, 4)), (Angka(0, -5), (0, 1))):
        assert (angka.pembilang, angka.penyebut) == bagian
    assert Angka(1, -2) < Angka(0) < Angka(-1, -2)


def test_a_long_product_keeps_its_denominator_small() -> None:
    hasil = Angka(1)
    for n in range(1, 2000):
        hasil = hasil * Angka(n, n + 1)
    assert hasil == Angka(1, 2000)
    assert hasil._q.bit_length() < 600


@pytest.mark.parametrize("lain", [1.5, "1", None, Fraction(1, 2)])
def test_foreign_types_are_refused_and_never_equal(lain: object) -> None:
    angka: Any = Angka(1)
    for operasi in (*ARITMETIKA, operator.lt, operator.le, operator.gt, operator.ge, operator.pow):
        with pytest.raises(TypeError):
            operasi(angka, lain)
    assert angka != lain
    with pytest.raises(TypeError):
        lain - angka


def test_a_float_never_becomes_an_angka() -> None:
    for bagian in ((0.5,), (1, 0.5), ("1",)):
        with pytest.raises(TypeError, match="bilangan bulat"):
            Angka(*bagian)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        float(Angka(1))  # type: ignore[arg-type]


def test_division_by_zero_has_its_own_error() -> None:
    for kerja in (lambda: Angka(1) / Angka(0), lambda: Angka(1) / 0, lambda: 1 / Angka(0), lambda: Angka(0) ** -1):
        with pytest.raises(PembagianNol):
            kerja()
    with pytest.raises(PembagianNol):
        Angka(1, 0)


@pytest.mark.parametrize(
    ("teks", "angka"),
    [
        ("0", Angka(0)),
        ("86", Angka(86)),
        ("-12.50", Angka(-25, 2)),
        ("0.001", Angka(1, 1000)),
        ("007", Angka(7)),
        ("6.671923749", Angka(6671923749, 10**9)),
    ],
)
def test_from_desimal_reads_machine_decimals(teks: str, angka: Angka) -> None:
    assert Angka.from_desimal(teks) == angka


@pytest.mark.parametrize(
    "teks", ["", "-", "1.", ".5", "1,5", "1.2.3", "--1", "+1", "1e5", " 1", "²", "٣", "1_0", "0x1"]
)
def test_from_desimal_refuses_everything_else(teks: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(teks)}$"):
        Angka.from_desimal(teks)


def test_the_mark_hampiran_survives_every_operation() -> None:
    kira, tepat = Angka(1, 3, hampiran=True), Angka(2)
    for hasil in (
        kira + tepat, tepat + kira, kira + 1, 1 + kira, kira - tepat, tepat - kira, 1 - kira, kira * tepat,
        tepat * kira, 2 * kira, kira / tepat, tepat / kira, kira / 2, 2 / kira, kira**2, kira**-2,
        -kira, abs(kira), kira.bulat(2),
    ):  # fmt: skip
        assert hasil.hampiran
    assert not (tepat + 1).hampiran
    assert not (tepat / 3).hampiran
    assert repr(kira) == "Angka(1, 3, hampiran=True)"
    assert repr(tepat) == "Angka(2)"
    assert kira == Angka(1, 3)


def test_a_number_cannot_be_changed_from_outside() -> None:
    with pytest.raises(AttributeError):
        Angka(1).hampiran = True  # type: ignore[misc]
    with pytest.raises(AttributeError):
        Angka(1).satuan = "%"  # type: ignore[attr-defined]


def test_looking_at_a_number_does_not_change_its_pair() -> None:
    """Threads share numbers; a pair reduced in two steps would be wrong between them."""
    angka = Angka(6, 4)
    assert (angka.pembilang, angka.penyebut, hash(angka), repr(angka)) == (3, 2, hash(Fraction(3, 2)), "Angka(3, 2)")
    assert (angka._p, angka._q) == (6, 4)


def test_a_number_can_be_copied_and_pickled() -> None:
    for angka in (Angka(1, 3, hampiran=True), Angka(7)):
        for salinan in (copy.deepcopy(angka), pickle.loads(pickle.dumps(angka))):
            assert salinan == angka
            assert salinan.hampiran == angka.hampiran
