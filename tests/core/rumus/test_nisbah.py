"""Which variables of a formula stand above the line and which below."""

from __future__ import annotations

import pytest

from tolok.core.rumus.nisbah import iter_peubah, split_nisbah
from tolok.core.rumus.parser import parse_rumus


@pytest.mark.parametrize(
    ("rumus", "pembilang", "penyebut"),
    [
        ("[A] / [B] * 100%", ["A"], ["B"]),
        ("-([A] + [B]) / ([C] / [D]) * 100", ["A", "B", "D"], ["C"]),
        ("100 * jumlah([A]; -[B]) / [C]", ["A", "B"], ["C"]),
        ("([A]@tahun_lalu - [A]) / [A]@tahun_lalu * 100%", ["A", "A"], ["A"]),
    ],
)
def test_ratio_is_taken_apart(rumus: str, pembilang: list[str], penyebut: list[str]) -> None:
    nisbah = split_nisbah(parse_rumus(rumus))
    assert nisbah is not None
    assert [peubah.label for peubah in nisbah.pembilang] == pembilang
    assert [peubah.label for peubah in nisbah.penyebut] == penyebut


@pytest.mark.parametrize("rumus", ["[A] + [B]", "[A] / 12", "([A] + [B]) / 2", "rata_rata([A]; [B])"])
def test_other_formulas_are_no_ratio(rumus: str) -> None:
    assert split_nisbah(parse_rumus(rumus)) is None


def test_variables_come_in_reading_order() -> None:
    assert [p.label for p in iter_peubah(parse_rumus("-[C] * ([A] - jumlah([B]; [D])) ^ 2"))] == ["C", "A", "B", "D"]
