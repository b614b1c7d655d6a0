"""Names that drift between tables and documents."""

from __future__ import annotations

import pytest
from tests.core.reviu.bangun import dokumen, indikator, temukan, uang

KODE = "nama.berbeda"


@pytest.mark.parametrize(
    ("satu", "dua"),
    [
        ("PMKS yang terlayani", "PPKS yang terlayani"),
        ("Anak telantar", "Anak terlantar"),
        ("Kategori Kota Layak", "Kategori Kota Layak Anak"),
    ],
)
def test_one_name_written_in_two_ways(satu: str, dua: str) -> None:
    (temuan,) = temukan(KODE, dokumen(indikator=(indikator(satu),)), dokumen(indikator=(indikator(dua),)))
    assert (temuan.tercetak, temuan.letak_lain[0].berkas) == (satu, "2.txt")
    (temuan,) = temukan(
        KODE, dokumen(indikator=(indikator(satu, tabel=0), indikator(dua, tabel=1), indikator(dua, tabel=2)))
    )
    assert f"“{dua}”" in temuan.pesan


def test_programs_drift_too_but_not_into_kegiatan() -> None:
    satu = dokumen(anggaran=(uang("Pelembagaan PUG", "kegiatan"), uang("Total", "total")))
    dua = dokumen(anggaran=(uang("Pelebagaan Pengarusutamaan Gender (PUG)", "kegiatan"),))
    assert len(temukan(KODE, satu, dua)) == 1
    tiga = dokumen(anggaran=(uang("Pelebagaan PUG", "program"),))
    assert temukan(KODE, satu, tiga) == ()


@pytest.mark.parametrize(
    ("satu", "dua"),
    [
        ("NILAI  AKIP", "Nilai AKIP"),
        ("Sosial, Anak, dan Ibu", "Sosial Anak dan Ibu"),
        ("Jumlah laki-laki", "Jumlah perempuan"),
        ("Luas jalan", "Luas jalan baik"),
    ],
)
def test_names_that_are_the_same_or_two_things(satu: str, dua: str) -> None:
    assert temukan(KODE, dokumen(indikator=(indikator(satu),)), dokumen(indikator=(indikator(dua),))) == ()


def test_two_names_in_one_table_are_two_things() -> None:
    daftar = (indikator("Anak telantar", tabel=0), indikator("Anak terlantar", tabel=0))
    assert temukan(KODE, dokumen(indikator=daftar)) == ()


def test_many_names_are_one_finding() -> None:
    nama = ("Rumah tangga", "Jalan mantap", "Sekolah dasar", "Pasar rakyat", "Terminal bus", "Jembatan gantung")
    satu = dokumen(indikator=tuple(indikator(f"{n} PMKS") for n in nama))
    dua = dokumen(indikator=tuple(indikator(f"{n} PPKS") for n in nama))
    (temuan,) = temukan(KODE, satu, dua)
    assert temuan.pesan.startswith("6 nama")
    assert len(temuan.letak_lain) == 11
