from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tolok.core.angka import Angka, PembagianNol
from tolok.core.hampiran import DIGIT_HAMPIRAN, GalatPangkat, akar, pangkat_pecahan, rata_rata_geometrik

_POSITIF = st.builds(Angka, st.integers(1, 10**18), st.integers(1, 10**18))


@given(st.builds(Angka, st.integers(0, 10**6), st.integers(1, 10**6)), st.integers(1, 9))
def test_the_root_of_a_perfect_power_is_exact(angka: Angka, n: int) -> None:
    hasil = akar(angka**n, n)
    assert hasil == angka
    assert not hasil.hampiran


@given(_POSITIF, st.integers(2, 12))
def test_a_root_is_right_to_fifty_digits(angka: Angka, n: int) -> None:
    hasil = akar(angka, n)
    toleransi = Angka(1, 10 ** (DIGIT_HAMPIRAN - 1))
    assert (hasil * (1 - toleransi)) ** n < angka < (hasil * (1 + toleransi)) ** n
    if hasil.hampiran:
        angka_berarti = str((hasil * 10**90).pembilang).rstrip("0")
        assert len(angka_berarti) <= DIGIT_HAMPIRAN


def test_the_root_of_two_has_its_published_digits() -> None:
    hasil = akar(Angka(2), 2)
    assert hasil.hampiran
    assert hasil == Angka.from_desimal("1.4142135623730950488016887242096980785696718753769")


def test_the_last_digit_of_a_root_is_rounded() -> None:
    """The root of three goes on with …538103 8062."""
    assert akar(Angka(3), 2) == Angka.from_desimal("1.7320508075688772935274463415058723669428052538104")


def test_roots_of_very_large_and_very_small_numbers() -> None:
    akar_dua = akar(Angka(2), 2)
    assert akar(Angka(2 * 10**400), 2) == akar_dua * 10**200
    assert akar(Angka(2, 10**400), 2) == akar_dua / 10**200


def test_odd_roots_of_negative_numbers_exist_and_even_ones_do_not() -> None:
    assert akar(Angka(-27, 8), 3) == Angka(-3, 2)
    with pytest.raises(GalatPangkat, match="Akar pangkat 2 dari angka negatif"):
        akar(Angka(-4), 2)


@pytest.mark.parametrize("n", [-1, 0, 1001])
def test_roots_outside_the_range_are_refused(n: int) -> None:
    with pytest.raises(GalatPangkat, match="1 sampai 1000"):
        akar(Angka(2), n)


def test_the_mark_of_an_approximate_number_survives_an_exact_root() -> None:
    assert akar(Angka(4, hampiran=True), 2).hampiran


@pytest.mark.parametrize(
    ("angka", "pangkat", "hasil"),
    [
        (Angka(8), Angka(2, 3), Angka(4)),
        (Angka(4, 9), Angka(-3, 2), Angka(27, 8)),
        (Angka(5), Angka(0), Angka(1)),
        (Angka(0), Angka(1, 2), Angka(0)),
        (Angka(3, 2), Angka(2), Angka(9, 4)),
    ],
)
def test_rational_powers_with_rational_results_are_exact(angka: Angka, pangkat: Angka, hasil: Angka) -> None:
    didapat = pangkat_pecahan(angka, pangkat)
    assert didapat == hasil
    assert not didapat.hampiran


def test_powers_without_a_value_or_too_large_are_refused() -> None:
    with pytest.raises(PembagianNol):
        pangkat_pecahan(Angka(0), Angka(-1, 2))
    with pytest.raises(GalatPangkat, match="di luar"):
        pangkat_pecahan(Angka(2), Angka(1001))
    with pytest.raises(GalatPangkat, match="terlalu besar"):
        pangkat_pecahan(Angka(10**100), Angka(1000))
    with pytest.raises(GalatPangkat, match="Akar pangkat 1001"):
        pangkat_pecahan(Angka(2), Angka(1, 1001))


def test_the_geometric_mean_follows_the_published_example() -> None:
    hasil = rata_rata_geometrik([Angka(122, 100), Angka(80, 100), Angka(142, 100)])
    assert (hasil * 100).bulat(1) == Angka(1115, 10)
    assert hasil.hampiran


@given(st.permutations([Angka(1, 3), Angka(7), Angka(2, 9), Angka(5)]))
def test_the_geometric_mean_does_not_depend_on_order(daftar: list[Angka]) -> None:
    assert rata_rata_geometrik(daftar) == rata_rata_geometrik(sorted(daftar))


def test_the_geometric_mean_of_equal_numbers_is_exact_and_zero_stays_zero() -> None:
    assert rata_rata_geometrik([Angka(86, 7)] * 5) == Angka(86, 7)
    assert rata_rata_geometrik([Angka(0), Angka(4)]) == 0
    assert rata_rata_geometrik([Angka(4), Angka(9)]) == 6


def test_the_geometric_mean_refuses_nothing_and_negative_numbers() -> None:
    with pytest.raises(GalatPangkat, match="paling sedikit satu angka"):
        rata_rata_geometrik([])
    with pytest.raises(GalatPangkat, match="negatif"):
        rata_rata_geometrik([Angka(-1), Angka(-1)])
