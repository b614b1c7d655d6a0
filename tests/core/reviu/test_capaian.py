"""Capaian, progress, direction, and columns swapped: silent under every convention, speaking where none fits."""

from __future__ import annotations

import pytest
from tests.core.reviu.bangun import baris_capaian, dokumen, indikator, nilai, temukan

from tolok.core.reviu.temuan import Keyakinan, TingkatTemuan


@pytest.mark.parametrize(
    ("target", "realisasi", "capaian"),
    [
        ("86%", "92%", "107%"),
        ("86%", "70,31%", "81,76%"),
        ("86%", "70,31%", "81,75%"),  # truncated
        ("48,25%", "49,48%", "103%"),
        ("48,25%", "49%", "102%"),  # from the full 49,48 as well as from the printed 49
        ("10%", "8%", "120%"),  # (2T-R)/T
        ("10%", "8%", "125%"),  # T/R
        ("10%", "30%", "120%"),  # capped
        ("10%", "30%", "0%"),  # floor of (2T-R)/T
        ("0%", "3%", "100%"),  # a policy decides
        ("5%", "0%", "0%"),
        ("95%", "161,5%", "170%"),
    ],
)
def test_every_convention_is_accepted(target: str, realisasi: str, capaian: str) -> None:
    baris = baris_capaian(target, realisasi, capaian, nama="Angka X")
    assert temukan("capaian.hitungan", dokumen(indikator=(baris,))) == ()


@pytest.mark.parametrize(
    ("target", "realisasi", "capaian", "seharusnya"),
    [
        ("86%", "92%", "117%", "107%"),
        ("86%", "70,31%", "82,75%", "81,76%"),
        ("95%", "161,5%", "161,5%", "170,0%"),
    ],
)
def test_what_no_convention_gives_is_named(target: str, realisasi: str, capaian: str, seharusnya: str) -> None:
    (satu,) = temukan("capaian.hitungan", dokumen(indikator=(baris_capaian(target, realisasi, capaian),)))
    assert (satu.tercetak, satu.seharusnya, satu.keyakinan) == (capaian, seharusnya, Keyakinan.PASTI)
    assert satu.letak.letak.sel == "capaian"
    assert realisasi in satu.pesan


def test_nothing_should_be_where_less_is_better_by_its_name() -> None:
    (satu,) = temukan(
        "capaian.hitungan", dokumen(indikator=(baris_capaian("10%", "8%", "60%", nama="Angka kemiskinan"),))
    )
    assert satu.seharusnya is None


@pytest.mark.parametrize("capaian", ["100%", "106%", "94%", "87,5%"])
def test_a_range_may_be_judged_by_either_bound(capaian: str) -> None:
    sasaran = nilai("target", "80-85%", angka=nilai("target", "80%").angka, atas=nilai("target", "85%").angka)
    baris = indikator("Nilai X", sasaran, nilai("realisasi", "85%"), nilai("capaian", capaian))
    daftar = temukan("capaian.hitungan", dokumen(indikator=(baris,)))
    assert bool(daftar) is (capaian == "87,5%")
    assert all(satu.seharusnya is None for satu in daftar)


def test_a_table_of_another_convention_is_one_question() -> None:
    baris = tuple(baris_capaian("50%", "40%", f"{n}%", nama=f"Nilai {n}", tabel=1, baris=n) for n in (11, 12, 13))
    baik = baris_capaian("50%", "40%", "80%", tabel=1)
    (satu,) = temukan("capaian.hitungan", dokumen(indikator=(*baris, baik)))
    assert (satu.tingkat, satu.keyakinan, len(satu.letak_lain)) == (
        TingkatTemuan.PERINGATAN,
        Keyakinan.PERLU_DINILAI,
        2,
    )


@pytest.mark.parametrize(
    "baris",
    [
        indikator("X", nilai("target", "5%"), nilai("capaian", "70%")),
        indikator("X", nilai("target", "5%", tahun=2019), nilai("realisasi", "4%"), nilai("capaian", "70%")),
        indikator("X", nilai("target", "5 orang", satuan="orang"), nilai("realisasi", "4%"), nilai("capaian", "70%")),
        indikator("X", nilai("target", "A", kategori="A"), nilai("realisasi", "4%"), nilai("capaian", "70%")),
        indikator("X", nilai("target", "5%"), nilai("realisasi", "4%"), nilai("capaian", "A", kategori="A")),
        indikator(
            "X", nilai("target", "5%"), nilai("realisasi", "4%"), nilai("realisasi", "3%"), nilai("capaian", "9%")
        ),
        indikator(
            "X",
            nilai("target", "5%"),
            nilai("realisasi", "3-4%", angka=nilai("target", "3%").angka, atas=nilai("target", "4%").angka),
            nilai("capaian", "9%"),
        ),
    ],
)
def test_a_row_that_is_not_complete_is_left_alone(baris: object) -> None:
    assert temukan("capaian.hitungan", dokumen(indikator=(baris,))) == ()


def test_numbers_without_a_year_belong_together() -> None:
    baris = baris_capaian("50", "40", "90", tahun=None)
    assert len(temukan("capaian.hitungan", dokumen(indikator=(baris,)))) == 1


def test_a_target_of_the_year_serves_its_quarters() -> None:
    baris = indikator(
        "X", nilai("target", "50%"), nilai("realisasi", "40%", triwulan=2), nilai("capaian", "85%", triwulan=2)
    )
    (satu,) = temukan("capaian.hitungan", dokumen(indikator=(baris,)))
    assert satu.seharusnya == "80%"


def test_progress_is_measured_against_the_last_target() -> None:
    daftar = (nilai("target_akhir", "75%", tahun=2024), nilai("realisasi", "92%"), nilai("tingkat_kemajuan", "215%"))
    (satu,) = temukan("kemajuan.hitungan", dokumen(indikator=(indikator("PMKS yang terpenuhi", *daftar),)))
    assert (satu.tercetak, satu.seharusnya) == ("215%", "123%")
    benar = (*daftar[:2], nilai("tingkat_kemajuan", "122,67%"))
    assert temukan("kemajuan.hitungan", dokumen(indikator=(indikator("PMKS yang terpenuhi", *benar),))) == ()


def test_an_inverted_ratio_is_asked_about_where_the_name_says_more_is_better() -> None:
    (satu,) = temukan(
        "capaian.arah", dokumen(indikator=(baris_capaian("90%", "60%", "150%", nama="Kasus yang tertangani"),))
    )
    assert (satu.tercetak, satu.seharusnya, satu.keyakinan) == ("150%", None, Keyakinan.MUNGKIN)


@pytest.mark.parametrize(
    ("nama", "realisasi", "capaian"),
    [
        ("Kasus yang tertangani", "60%", "66,67%"),
        ("Angka kemiskinan", "60%", "150%"),
        ("Hal lain", "60%", "150%"),
        ("Kasus yang tertangani", "60%", "133,33%"),
        ("Kasus yang tertangani", "60%", "77%"),
        ("Kasus yang tertangani", "0%", "100%"),
    ],
)
def test_direction_is_not_asked_otherwise(nama: str, realisasi: str, capaian: str) -> None:
    assert temukan("capaian.arah", dokumen(indikator=(baris_capaian("90%", realisasi, capaian, nama=nama),))) == ()


def test_a_capaian_in_the_realisasi_column_is_asked_about() -> None:
    (satu,) = temukan("capaian.salah_kolom", dokumen(indikator=(baris_capaian("48%", "103%", "103%"),)))
    assert satu.letak_lain[0].letak.sel == "capaian"


@pytest.mark.parametrize(("target", "realisasi"), [("100%", "97%"), ("50%", "100%"), ("0%", "5%"), ("5%", "0%")])
def test_equal_columns_can_be_right(target: str, realisasi: str) -> None:
    assert temukan("capaian.salah_kolom", dokumen(indikator=(baris_capaian(target, realisasi, realisasi),))) == ()
