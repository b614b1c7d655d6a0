"""Scales with gaps, shared bounds, and missing levels."""

from __future__ import annotations

import pytest
from tests.core.reviu.bangun import dokumen, indikator, tabel, temukan

RESMI = (
    "≥ 91% | Sangat tinggi",
    "76% - 90% | Tinggi",
    "66% - 75% | Sedang",
    "51% - 65% | Rendah",
    "≤ 50% | Sangat rendah",
)
CACAT = (
    "Lebih dari 89% | Sangat Baik",
    "60% hingga 80% | Baik",
    "40% hingga 60% | Cukup",
    "20% hingga 40% | Kurang",
    "Kurang dari 20% | Sangat Kurang",
)


def test_a_gap_and_shared_bounds_are_named() -> None:
    isi = dokumen(tabel=(tabel("Capaian | Keterangan", *CACAT),))
    (celah,) = temukan("skala.celah", isi)
    assert "di antara 80 dan 89" in celah.pesan
    (tumpang,) = temukan("skala.tumpang", isi)
    assert "40, 60" in tumpang.pesan


@pytest.mark.parametrize(
    "isi",
    [
        RESMI,
        ("> 90 | Baik", "> 75 s.d. 90 | Cukup", "75 | Kurang"),
        ("90 < x ≤ 100 | Baik", "75 < x ≤ 90 | Cukup", "≤ 75 | Kurang"),
        ("91,00 - 100,00 | Baik", "81,00 - 90,99 | Cukup", "< 81 | Kurang"),
        ("> 90 | Baik", "50 - 90 | Cukup", "< 50 | Kurang"),
        ("> 90 | Baik", "> 80 | Cukup", "> 70 | Kurang"),
        ("1 - 2 | A", "3 - 4 | B", "5 - 6 | C"),
        ("90 - 100 | Baik", "80 - 89 | Cukup"),
    ],
)
def test_a_scale_without_fault_and_what_is_no_scale(isi: tuple[str, ...]) -> None:
    satu = dokumen(tabel=(tabel("Capaian | Keterangan", *isi),))
    assert temukan("skala.celah", satu) == ()
    assert temukan("skala.tumpang", satu) == ()


def test_a_single_value_between_two_strict_bounds_is_a_gap() -> None:
    isi = ("> 90 | Baik", "70 - 80 | Cukup", "80 < x < 90 | Sedang", "< 70 | Kurang")
    (celah,) = temukan("skala.celah", dokumen(tabel=(tabel("Capaian | Keterangan", *isi),)))
    assert "tepat 90" in celah.pesan


def test_bounds_written_downward_are_understood() -> None:
    isi = ("100 - 91 | Baik", "90 - 81 | Cukup", "79 - 0 | Kurang")
    (celah,) = temukan("skala.celah", dokumen(tabel=(tabel("Capaian | Keterangan", *isi),)))
    assert "di antara 79 dan 81" in celah.pesan


def test_a_recognised_table_is_no_scale() -> None:
    assert temukan("skala.celah", dokumen(tabel=(tabel("Capaian | Keterangan", *CACAT, jenis="A"),))) == ()


def test_an_order_without_one_of_its_levels() -> None:
    rumus = "Kota Layak Anak: Kategori I Pratama, Kategori II Nindia, Kategori III Utama"
    (satu,) = temukan("skala.tingkatan", dokumen(indikator=(indikator("X"), indikator("KLA", rumus=rumus))))
    assert "tidak memuat Madya" in satu.pesan
    di_tabel = dokumen(tabel=(tabel("Tingkat", "Lain", "Kota Layak Anak: Pratama, Madya, Utama"),))
    assert len(temukan("skala.tingkatan", di_tabel)) == 1
    sesudahnya = dokumen(tabel=(tabel("Tingkat", "Lain"),), indikator=(indikator("KLA", rumus=rumus),))
    assert len(temukan("skala.tingkatan", sesudahnya)) == 1


@pytest.mark.parametrize(
    "rumus",
    [
        "Kota Layak Anak: Pratama, Madya, Nindya, Utama",
        "Kota Layak Anak kategori Madya",
        "Penghargaan Pratama, Nindya, Utama",
    ],
)
def test_an_order_that_is_whole_or_another(rumus: str) -> None:
    assert temukan("skala.tingkatan", dokumen(indikator=(indikator("KLA", rumus=rumus),))) == ()
