"""Names are matched in spite of drift; what may mean something else is left to a person."""

from __future__ import annotations

import pytest

from tolok.core.angka import Angka
from tolok.ingest.alih.padanan import Cara, Padanan, compare_nama, find_padanan

PMKS = "Persentase Penyandang Masalah Kesejahteraan Sosial (PMKS) yang terpenuhi kebutuhan dasarnya"
KASUS = "Persentase Penurunan Kasus Kekerasan terhadap Perempuan dan Anak"
KLA = "Kategori Kota Layak Anak"
CALON = (("pmks", PMKS), ("kasus", KASUS), ("kla", KLA))


@pytest.mark.parametrize(
    "nama",
    [
        PMKS.upper(),
        "Persentase  Penyandang Masalah Kesejahteraan Sosial (PMKS), yang terpenuhi kebutuhan dasarnya.",
    ],
)
def test_case_spaces_and_punctuation_do_not_matter(nama: str) -> None:
    assert find_padanan(nama, CALON) == Padanan("pmks", Cara.NAMA)


@pytest.mark.parametrize(
    ("nama", "id_calon"),
    [
        ("Prosentase PMKS yang terpenuhi kebutuhan dasarnya", "pmks"),
        ("Persentase PMKS terpenuhi kebutuhan dasar", "pmks"),
        ("Persentase penyandang masalah kesejahtraan sosial yg terpenuhi kebutuhan dasarnya", "pmks"),
        ("Persentase penurunan kasus kekerasan pada perempuan & anak", "kasus"),
        ("Kategori KLA", "kla"),
    ],
)
def test_abbreviations_and_slips_are_proposed_and_not_more(nama: str, id_calon: str) -> None:
    assert find_padanan(nama, CALON) == Padanan(id_calon, Cara.MIRIP)


@pytest.mark.parametrize(
    "nama",
    [
        "Persentase Peningkatan Kasus Kekerasan terhadap Perempuan dan Anak",
        "Persentase PMKS yang tidak terpenuhi kebutuhan dasarnya",
        "Nilai SAKIP",
        "",
        "!!!",
    ],
)
def test_another_meaning_is_not_proposed(nama: str) -> None:
    assert find_padanan(nama, CALON) is None


def test_two_that_come_close_are_left_to_a_person() -> None:
    calon = (("a", "Jumlah dokumen perencanaan yang disusun"), ("b", "Jumlah dokumen perencanaan yang dibuat"))
    assert find_padanan("Jumlah dokumen perencanaan yang terbit", calon) is None
    assert find_padanan("Indeks P1", (("p0", "Indeks P0"), ("p2", "Indeks P2"))) is None


def test_the_same_name_twice_is_left_to_a_person_but_one_object_may_have_it_twice() -> None:
    assert find_padanan(KLA, (("satu", KLA), ("dua", KLA))) is None
    assert find_padanan(KLA, (("satu", KLA), ("satu", KLA.lower()))) == Padanan("satu", Cara.NAMA)


def test_the_measure_is_the_share_of_words_in_common() -> None:
    assert compare_nama("Jumlah pasar rakyat", "Jumlah pasar rakyat tertata") == Angka(6, 7)
    assert compare_nama("Jumlah pasar tipe 1", "Jumlah pasar tipe 2") == 0
    assert compare_nama("Kesehatan di kota", "Kesehatan dan ibu kota") == Angka(4, 5), "kata depan bukan singkatan"
