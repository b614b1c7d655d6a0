"""Numbers inside formulas: in full where that is finite, cut with an ellipsis and never rounded elsewhere."""

from __future__ import annotations

import pytest

from tolok.core.angka import Angka
from tolok.core.rumus.bilangan import format_potong, format_tetap


@pytest.mark.parametrize(
    ("angka", "tetap", "potong"),
    [
        (Angka(5109, 4), "1.277,25", "1.277,25"),
        (Angka(1, 3), "0,3333333…", "0,3333333…"),
        (Angka(2, 3), "0,6666666…", "0,6666666…"),
        (Angka(-2, 3), "−0,6666666…", "−0,6666666…"),
        (Angka(123456789, 10**7), "12,3456789", "12,3456789"),
        (Angka(123456789, 10**8), "1,23456789", "1,2345678…"),
        (Angka(1, 10**9), "0,000000001", "0,0000000…"),
        (Angka(0), "0", "0"),
        (Angka(3, 2, hampiran=True), "1,5", "1,5000000…"),
    ],
)
def test_a_number_is_written_in_full_or_cut(angka: Angka, tetap: str, potong: str) -> None:
    assert (format_tetap(angka), format_potong(angka)) == (tetap, potong)
