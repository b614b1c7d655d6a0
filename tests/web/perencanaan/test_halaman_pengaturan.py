"""The settings in words: conventions, their editions, scales, plans, tables of regulations, and effects."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.web.baca_html import get_baris, get_isi, get_teks, list_tabel
from tests.web.dunia import buat_pengguna, masuk
from tests.web.dunia_uang import buka, make_alamat, make_data, muat

from tolok.core.angka import Angka
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.kebijakan import Kebijakan, RumusEfisiensi
from tolok.core.peraturan import list_skala
from tolok.core.periode import Periode
from tolok.core.skala import Kelas
from tolok.web.akun.models import Pengguna
from tolok.web.organisasi.models import Peran
from tolok.web.perencanaan.tampil.kebijakan import DAFTAR_POKOK, NAMA_LAIN


@pytest.fixture
def perencana(db: None) -> Pengguna:
    muat(make_data())
    return buat_pengguna("perencana", Peran.PERENCANA)


def test_every_convention_has_words_for_each_of_its_choices() -> None:
    pokok = {satu.kunci: satu for satu in DAFTAR_POKOK}
    assert pokok.keys() | NAMA_LAIN.keys() == set(Kebijakan.__dataclass_fields__)
    for satu in DAFTAR_POKOK:
        jenis = type(getattr(Kebijakan(), satu.kunci))
        assert set(satu.pilihan) == set(jenis)
        assert len({kata for kata, _ in satu.pilihan.values()}) == len(satu.pilihan)


def test_each_convention_says_what_holds_what_it_means_and_what_else_could(perencana: Pengguna) -> None:
    jawaban = buka(perencana, "pengaturan")
    baris = get_baris(jawaban, "Capaian indikator yang makin kecil")
    assert baris[1] == "(2 × target − realisasi) ÷ target"
    assert "dua kali target menjadi 0%" in baris[2]
    assert baris[3] == "target ÷ realisasi"
    assert get_baris(jawaban, "Batas capaian")[1] == "120%"
    assert f"{make_alamat('pengaturan_akibat')}?rumus_turun=T%2FR" in get_isi(jawaban)


def test_scales_show_classes_bounds_and_that_they_are_sound(perencana: Pengguna) -> None:
    jawaban = buka(perencana, "pengaturan")
    assert get_baris(jawaban, "Sangat tinggi (ST)")[1] == "91% ke atas"
    assert "Dipakai untuk predikat" in get_teks(jawaban)
    assert "Batasnya tanpa celah dan tanpa tumpang tindih." in get_teks(jawaban)


@pytest.mark.django_db
def test_a_scale_with_a_gap_says_which_values_it_leaves_out() -> None:
    data = make_data()
    skala, *lain = data.daftar_skala
    rusak = replace(
        skala,
        id="rusak",
        nama="Skala rusak",
        kelas=(Kelas(label="A", bawah=Angka(50)), Kelas(label="B", bawah=Angka(80))),
    )
    muat(replace(data, daftar_skala=(skala, rusak, *lain)))
    teks = get_teks(buka(buat_pengguna("p", Peran.PERENCANA), "pengaturan"))
    assert "Skala rusak Tidak dapat dipakai" in teks
    assert "Nilai dari 0 di bawah 50 tidak masuk kelas mana pun." in teks


def test_plan_editions_and_reference_tables_stand_with_their_basis(perencana: Pengguna) -> None:
    jawaban = buka(perencana, "pengaturan")
    teks = get_teks(jawaban)
    assert "Sasarannya dilaporkan" in get_baris(jawaban, "Sasaran dan indikator Perjanjian Kinerja 2020")[0]
    for skala in list_skala():
        assert skala.nama in teks
        assert skala.dasar in teks
    assert get_baris(jawaban, "E5")[2].startswith("Peraturan Menteri Keuangan 214/PMK.02/2017")
    assert get_baris(jawaban, "AA") == ["AA", "Lebih dari 90"]  # a value, not a percentage


def test_the_effect_lists_exactly_what_the_core_computes_otherwise(perencana: Pengguna) -> None:
    data = make_data()
    asal = HasilTahun(data)
    lain = HasilTahun(data, kebijakan=replace(data.kebijakan, batas=Angka(100), efisiensi=RumusEfisiensi.E3))
    periode = Periode(2020, 4)
    jawaban = buka(perencana, "pengaturan_akibat", kueri={"batas": "100", "efisiensi": "E3"})
    (tabel,) = list_tabel(jawaban)
    kini = asal.rata_rata_instansi(periode).hasil.tercetak
    menjadi = lain.rata_rata_instansi(periode).hasil.tercetak
    assert kini != menjadi
    assert [data.instansi.nama, "Rata-rata capaian", kini, menjadi] in tabel
    edisi = asal.anggaran.edisi_untuk(periode)
    assert [
        "Persentase tenaga kerja perempuan di eksekutif, legislatif, dan swasta", "Efisiensi",
        asal.efisiensi("tkp", periode, edisi).tercetak, lain.efisiensi("tkp", periode, edisi).tercetak,
    ] in tabel  # fmt: skip
    assert not [baris for baris in tabel if baris[0].startswith("Kategori Kota")]


def test_the_effect_follows_the_period_of_the_address(perencana: Pengguna) -> None:
    teks = get_teks(buka(perencana, "pengaturan_akibat", periode="tw1", kueri={"batas": "100"}))
    assert "Akibat terhadap Triwulan I Tahun 2020" in teks


def test_without_a_difference_nothing_is_said_to_change(perencana: Pengguna) -> None:
    assert "Sama dengan kebijakan yang berlaku" in get_teks(buka(perencana, "pengaturan_akibat"))


@pytest.mark.parametrize("kueri", [{"batas": "99"}, {"batas": "seratus"}, {"efisiensi": "E9"}, {"skala": "tidak-ada"}])
def test_a_choice_that_cannot_be_is_refused_with_words(perencana: Pengguna, kueri: dict[str, str]) -> None:
    jawaban = buka(perencana, "pengaturan_akibat", kueri=kueri)
    assert "Pilihan ini belum dapat dihitung." in get_teks(jawaban)
    assert not list_tabel(jawaban)


def test_a_fragment_is_the_effect_alone(perencana: Pengguna) -> None:
    alamat = make_alamat("pengaturan_akibat")
    isi = get_isi(masuk(perencana).get(alamat, {"batas": "100"}, headers={"HX-Request": "true"}))
    assert "<html" not in isi
    assert "nilai berubah." in isi


def test_a_unit_sees_the_effect_on_its_indicators_alone(perencana: Pengguna) -> None:
    orang = buat_pengguna("pj", Peran.PENANGGUNG_JAWAB, unit="bid-perempuan")
    teks = get_teks(buka(orang, "pengaturan_akibat", kueri={"batas": "100"}))
    assert "Persentase tenaga kerja perempuan" in teks
    assert "Rata-rata capaian" not in teks
    assert "Persentase Penyandang" not in teks


@pytest.mark.parametrize("peran", [Peran.EVALUATOR, Peran.PEMBACA])
def test_who_may_not_see_drafts_reads_the_settings_without_effects(perencana: Pengguna, peran: Peran) -> None:
    orang = buat_pengguna("orang", peran)
    assert "pengaturan/akibat" not in get_isi(buka(orang, "pengaturan"))
    assert buka(orang, "pengaturan_akibat", kueri={"batas": "100"}).status_code == 403
    assert "Ubah kebijakan" not in get_teks(buka(orang, "pengaturan"))
