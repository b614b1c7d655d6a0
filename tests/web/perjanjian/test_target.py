"""Targets stand beside those of the plan, last year's result, and the version before."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.web.baca_html import get_baris, get_teks, list_tabel
from tests.web.dunia import buat_pengguna, muat_contoh
from tests.web.dunia_uang import buka, make_data, muat

from tolok.core.angka import Angka
from tolok.core.indikator import Polaritas
from tolok.core.nilai import Bilangan, Kategori, Nilai, Rentang
from tolok.web.akun.models import Pengguna
from tolok.web.organisasi.models import Peran
from tolok.web.perjanjian.tampil.target import describe_beda


@pytest.fixture
def perencana(db: None) -> Pengguna:
    muat(make_data())
    return buat_pengguna("perencana", Peran.PERENCANA)


@pytest.mark.django_db
def test_the_published_targets_are_measured_against_2019() -> None:
    muat_contoh()
    jawaban = buka(buat_pengguna("p", Peran.PERENCANA), "perjanjian", kode="pk-2020")
    pmks = get_baris(jawaban, "Persentase Penyandang Masalah")
    assert "Di bawah realisasi 2019 (95,00%): lebih ringan" in pmks[0]
    assert pmks[1] == "86%"
    assert "Di atas realisasi 2019 (26,76%)" in get_baris(jawaban, "Persentase tenaga kerja")[0]
    assert "Sama dengan realisasi 2019 (Madya)" in get_baris(jawaban, "Kategori Kota Layak Anak")[0]
    assert "Rencana tidak memuat target 2020." in pmks[2]
    assert "akhir rencana: 75%" in pmks[2]


@pytest.mark.django_db
def test_a_low_target_is_the_harder_one_where_less_is_better() -> None:
    data = make_data()
    muat(
        replace(
            data,
            daftar_indikator=tuple(
                replace(e, polaritas=Polaritas.TURUN) if e.indikator in ("pmks", "tkp") else e
                for e in data.daftar_indikator
            ),
        )
    )
    jawaban = buka(buat_pengguna("p", Peran.PERENCANA), "perjanjian", kode="pk-2020")
    assert "Di bawah realisasi 2019 (95,00%): lebih ringan" not in get_baris(jawaban, "Persentase Penyandang")[0]
    assert "Di bawah realisasi 2019 (95,00%)" in get_baris(jawaban, "Persentase Penyandang")[0]
    assert "Di atas realisasi 2019 (26,76%): lebih ringan" in get_baris(jawaban, "Persentase tenaga kerja")[0]


def test_a_target_that_differs_from_the_plan_says_by_how_much(perencana: Pengguna) -> None:
    sel = get_baris(buka(perencana, "perjanjian", kode="pk-2020"), "Persentase tenaga kerja")[2]
    assert sel.startswith("50% (lebih rendah 1,75 poin) Matriks Rencana Strategis 2019–2024")


def test_targets_that_changed_between_versions_are_listed_alone(perencana: Pengguna) -> None:
    tabel = next(
        t
        for t in list_tabel(buka(perencana, "perjanjian", kode="pk-2020-p"))
        if t[0] == ["Indikator", "Murni", "Perubahan", "Perbedaan"]
    )
    assert [baris[1:] for baris in tabel[1:]] == [["86%", "90%", "lebih tinggi 4 poin"]]


@pytest.mark.django_db
def test_a_budget_changed_alone_says_that_no_target_did() -> None:
    data = make_data()
    tetap = [t for t in data.daftar_target if t.dokumen == "pk-2020"]
    lain = tuple(t for t in data.daftar_target if t.dokumen != "pk-2020-p")
    muat(replace(data, daftar_target=(*lain, *(replace(t, dokumen="pk-2020-p") for t in tetap))))
    teks = get_teks(buka(buat_pengguna("p", Peran.PERENCANA), "perjanjian", kode="pk-2020-p"))
    assert "Tidak ada target yang berubah." in teks


def test_the_annex_stands_beside_that_of_the_version_before(perencana: Pengguna) -> None:
    jawaban = buka(perencana, "perjanjian", kode="pk-2020-p")
    assert get_baris(jawaban, "Pelayanan Rehabilitasi")[1:] == ["2.501.951.000", "986.235.100", "−60,58%"]
    assert get_baris(jawaban, "Pembinaan Lingkungan Sosial")[1:] == ["300.474.000", "300.474.000", "tetap"]
    assert get_baris(jawaban, "Jumlah")[1:] == ["6.671.923.749", "3.531.680.129", "−47,07%"]
    pertama = buka(perencana, "perjanjian", kode="pk-2020")
    assert get_baris(pertama, "Pelayanan Rehabilitasi")[1:] == ["2.501.951.000", "APBD"]


@pytest.mark.django_db
def test_a_year_without_result_is_not_compared() -> None:
    data = make_data()
    tanpa_2019 = tuple(
        n for n in data.daftar_nilai_tercatat if (n.indikator, n.periode.tahun) != ("tkp", 2019)
    )  # fmt: skip
    muat(replace(data, daftar_nilai_tercatat=tanpa_2019))
    baris = get_baris(buka(buat_pengguna("p", Peran.PERENCANA), "perjanjian", kode="pk-2020"), "Persentase tenaga")
    assert "Realisasi 2019 tidak dapat dibandingkan" in baris[0]


@pytest.mark.parametrize(
    ("target", "acuan", "kata"),
    [
        (Bilangan(Angka(95), "%"), Bilangan(Angka(90), "persen"), "lebih tinggi 5 poin"),
        (Bilangan(Angka(7), "dokumen"), Bilangan(Angka(9), "dokumen"), "lebih rendah 2 dokumen"),
        (Bilangan(Angka(90), "%"), Bilangan(Angka(90), "%"), "sama"),
        (Bilangan(Angka(1000), "orang"), Bilangan(Angka(50), "%"), "tidak dapat dibandingkan"),
        (Kategori("Utama", 4, "kla"), Kategori("Madya", 2, "kla"), "lebih tinggi 2 tingkat"),
        (Kategori("Madya", 2, "kla"), Kategori("Madya", 2, "kla-lama"), "tidak dapat dibandingkan"),
        (Rentang(Angka(7), Angka(8), "bulan"), Rentang(Angka(7), Angka(8), "bulan"), "sama"),
        (Rentang(Angka(7), Angka(8), "bulan"), Bilangan(Angka(7), "bulan"), "tidak dapat dibandingkan"),
    ],
)
def test_a_difference_is_said_in_the_unit_of_the_target(target: Nilai, acuan: Nilai, kata: str) -> None:
    assert describe_beda(target, acuan) == kata
