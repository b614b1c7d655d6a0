from __future__ import annotations

import pytest

from tolok.core.lambang import normalize_lambang
from tolok.core.satuan import is_satuan_sama, is_satuan_utuh, normalize_satuan


@pytest.mark.parametrize(
    ("teks", "satuan"),
    [
        ("%", "%"),
        ("Persen", "%"),
        ("rp.", "Rp"),
        ("Rupiah", "Rp"),
        ("Predikat", "kategori"),
        (" kasus ", "kasus"),
        ("per  1.000 penduduk", "per 1.000 penduduk"),
        ("", ""),
    ],
)
def test_known_units_have_one_spelling(teks: str, satuan: str) -> None:
    assert normalize_satuan(teks) == satuan


def test_letter_case_and_spaces_make_no_other_unit() -> None:
    assert is_satuan_sama("Orang", " orang ")
    assert is_satuan_sama("persen", "%")
    assert not is_satuan_sama("orang", "kasus")


@pytest.mark.parametrize(
    ("satuan", "utuh"),
    [
        ("Rp", True),
        ("orang", True),
        ("Berkas", True),
        ("orang penyandang disabilitas", True),
        ("%", False),
        ("ton", False),
        ("", False),
        ("kasus per 1.000 penduduk", False),
        ("kasus/tahun", False),
        ("orang/hari", False),
        ("ton beras per orang", False),
    ],
)
def test_money_and_counted_things_have_no_thousandths(satuan: str, utuh: bool) -> None:
    assert is_satuan_utuh(satuan) is utuh


@pytest.mark.parametrize(
    ("teks", "rapi"),
    [
        ("\u00a086\u202f%\u200b", "86 %"),
        ("\u22126\u201312", "-6-12"),
        ("８６，５％", "86,5%"),
        ("2 501\u2009951", "2 501 951"),
        ("\u226580", ">=80"),
        ("m²", "m²"),
    ],
)
def test_look_alike_characters_get_one_spelling(teks: str, rapi: str) -> None:
    assert normalize_lambang(teks).teks == rapi


def test_digits_of_other_scripts_are_replaced_and_reported() -> None:
    assert normalize_lambang("٨٦") == ("86", True)
    assert normalize_lambang("86") == ("86", False)
