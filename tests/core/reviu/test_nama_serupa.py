"""Names that drift, and names that only look alike."""

from __future__ import annotations

import pytest

from tolok.core.reviu.nama_serupa import Kesamaan, compare_nama, is_sama, make_kunci_serupa


@pytest.mark.parametrize(
    ("satu", "dua", "kesamaan"),
    [
        ("Nilai  AKIP", "Nilai AKIP", Kesamaan.PERSIS),
        ("Program REHABILITASI SOSIAL", "Rehabilitasi Sosial", Kesamaan.SEPADAN),
        ("Prosentase PMKS yang terlayani", "Persentase PPKS yang terlayani", Kesamaan.SEPADAN),
        ("Pelebagaan Pengarusutamaan Gender (PUG)", "Pelembagaan PUG", Kesamaan.SEPADAN),
        ("anak terlantar", "anak telantar", Kesamaan.MIRIP),
        ("Sub Kegiatan Luar Panti", "luarpanti", Kesamaan.MIRIP),
        ("Kategori Kota Layak", "Kategori Kota Layak Anak", Kesamaan.BEDA),
        ("Penurunan kasus", "Peningkatan kasus", Kesamaan.BEDA),
        ("Jumlah laki-laki", "Jumlah perempuan", Kesamaan.BEDA),
        ("Kelas 1", "Kelas 2", Kesamaan.BEDA),
        ("Jumlah korban anak", "Jumlah korban aset", Kesamaan.BEDA),
        ("Jumlah anak dan ibu", "Jumlah anaknya ibu", Kesamaan.BEDA),
        ("satu dua tiga", "satu duatigx", Kesamaan.BEDA),
    ],
)
def test_names_are_compared(satu: str, dua: str, kesamaan: Kesamaan) -> None:
    assert compare_nama(satu, dua) is kesamaan
    assert is_sama(satu, dua) is (kesamaan is not Kesamaan.BEDA)


def test_a_name_in_brackets_that_is_no_abbreviation_counts() -> None:
    assert make_kunci_serupa("Jumlah korban (anak)") != make_kunci_serupa("Jumlah korban")
