"""What is odd about an amount stands beside it in words, and above the table with the way to its row."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from tests.web.baca_html import get_baris, get_isi, get_teks
from tests.web.dunia import buat_pengguna, muat_contoh
from tests.web.dunia_uang import buka, make_data, muat

from tolok.web.akun.models import Pengguna
from tolok.web.organisasi.models import Peran


@pytest.fixture
def perencana(db: None) -> Pengguna:
    muat(make_data())
    return buat_pengguna("perencana", Peran.PERENCANA)


def test_spending_above_the_pagu_is_said_in_words(perencana: Pengguna) -> None:
    jawaban = buka(perencana, "anggaran", kueri={"edisi": "t32"})
    baris = get_baris(jawaban, "5.2 Pelembagaan")
    assert baris[7] == "40.000.000 Melebihi pagu"
    assert baris[8] == "100,51%"
    assert get_baris(jawaban, "5.1 Pemberdayaan")[7] == "108.372.500"


def test_it_is_judged_against_the_edition_in_the_head(perencana: Pengguna) -> None:
    assert get_baris(buka(perencana, "anggaran", kueri={"edisi": "tw1"}), "5.2 Pelembagaan")[7] == "40.000.000"


def test_a_pagu_of_nothing_and_spending_without_pagu_are_said(perencana: Pengguna) -> None:
    baris = get_baris(buka(perencana, "anggaran", kueri={"edisi": "refocusing"}), "8.1 Peningkatan")
    assert baris[2] == "0 Pagu nol"
    assert baris[7] == "46.065.500 Tanpa pagu"
    assert baris[8].startswith("–")


def test_a_cumulative_sum_that_falls_is_said(perencana: Pengguna) -> None:
    baris = get_baris(buka(perencana, "anggaran", kueri={"edisi": "t32"}), "8.1 Peningkatan")
    assert baris[5:8] == ["2.796.500", "2.000.000 Turun dari TW II", "46.065.500"]


def test_the_message_leads_to_the_row(perencana: Pengguna) -> None:
    isi = get_isi(buka(perencana, "anggaran", kueri={"edisi": "t32"}))
    teks = get_teks(buka(perencana, "anggaran", kueri={"edisi": "t32"}))
    assert "Pelembagaan Pengarusutamaan Gender (PUG) : realisasinya melebihi pagu." in teks
    (id_baris,) = re.findall(r'<a href="#(a\d+)">Pelembagaan', isi)
    assert re.search(rf'<tr id="{id_baris}"[^>]*data-tanda="1"', isi)


def test_rows_with_marks_can_be_shown_alone(perencana: Pengguna) -> None:
    teks = get_teks(buka(perencana, "anggaran", kueri={"edisi": "t32", "saring": "bertanda"}))
    assert "Pelembagaan Pengarusutamaan Gender" in teks
    assert "Pemberdayaan Perempuan" in teks  # the way to it
    assert "Pengelolaan Administrasi Keuangan" not in teks
    assert "Total" not in teks.split("Pagu (Rp)")[1].split("Serapan tanpa warna")[0].split("Jumlah di tiap")[0]


@pytest.mark.django_db
def test_sound_amounts_carry_no_mark() -> None:
    muat_contoh()
    isi = get_isi(buka(buat_pengguna("p", Peran.PERENCANA), "anggaran", periode="tahun"))
    assert "data-tanda" not in isi
    assert "Ada yang perlu diperiksa" not in isi


@pytest.mark.django_db
def test_a_missing_realisasi_is_a_dash_with_words_and_stops_the_sums() -> None:
    data = make_data()
    muat(
        replace(
            data, daftar_realisasi=tuple(r for r in data.daftar_realisasi if (r.kode, r.periode.triwulan) != ("2.1", 4))
        )
    )
    jawaban = buka(buat_pengguna("p", Peran.PERENCANA), "anggaran")
    assert get_baris(jawaban, "2.1 Pelayanan")[7] == "– Belum diisi"
    assert get_baris(jawaban, "2 Pelayanan")[7] == "– Belum diisi"
    assert get_baris(jawaban, "Total")[7:9] == ["– Belum diisi", "– Belum diisi"]
