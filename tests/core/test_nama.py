from __future__ import annotations

import pytest

from tolok.core.nama import make_kunci_nama


@pytest.mark.parametrize("nama", ["Jumlah PMKS", "jumlah pmks", "  JUMLAH\u00a0 Pmks\n"])
def test_letter_case_and_spaces_make_no_other_name(nama: str) -> None:
    assert make_kunci_nama(nama) == "jumlah pmks"


def test_other_words_are_another_name() -> None:
    assert make_kunci_nama("Jumlah PMKS") != make_kunci_nama("JumlahPMKS")
