"""The page of an indicator: each step from the formula to the predicate, in the published year 2020."""

from __future__ import annotations

import json
import re
from datetime import date
from html import unescape
from pathlib import Path

import jsonschema
import pytest
from tests.web.dunia import buat_pengguna, muat_contoh
from tests.web.dunia import masuk as masuk_sebagai
from tests.web.penjelasan.conftest import Masuk, alamat, tandai, teks

import tolok.skema
from tolok.web.organisasi.models import Peran, Unit
from tolok.web.pengukuran.models import NilaiVariabel, StatusPengukuran
from tolok.web.perencanaan.models import EdisiVariabel, TahunKinerja

BAGIAN = ("indikator_definisi", "indikator_target", "indikator_bukti", "indikator_perubahan", "indikator_konvensi")
RUMUS_TERISI = (
    "<mfrac><mrow><mn>1.277</mn></mrow><mrow><mn>1.816</mn></mrow></mfrac>"
    "<mo>×</mo><mn>100</mn><mo>%</mo><mo>=</mo><mn>70,3193832…</mn><mo>%</mo>"
)
CAPAIAN_TERISI = (
    "<mfrac><mrow><mn>70,3193832…</mn></mrow><mrow><mn>86</mn></mrow></mfrac>"
    "<mo>×</mo><mn>100</mn><mo>%</mo><mo>=</mo><mn>81,7667247…</mn><mo>%</mo>"
)


def _polos(isi: str) -> str:
    """Return what a reader reads, with single spaces."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", isi)).split())


def test_the_number_is_told_from_its_formula_to_its_predicate(masuk: Masuk) -> None:
    isi = teks(masuk(), alamat("indikator", kode="pmks"))
    assert "<mtext>Jumlah PMKS yang terpenuhi kebutuhan dasarnya</mtext>" in isi
    assert RUMUS_TERISI in isi
    assert CAPAIAN_TERISI in isi
    polos = _polos(isi)
    for kalimat in (
        "Mengapa 81,77%?",
        "Definisi edisi pmks-jumlah-pmks, berlaku mulai 1 Oktober 2020, dicatat 31 Desember 2020.",
        "Tercetak 70,32%: dibulatkan ke 2 desimal hanya saat dicetak (angka 5 ke atas).",
        "Dipakai target setahun dari Perjanjian Kinerja 2020 (berlaku mulai 1 Januari 2020).",
        "Polaritas: makin tinggi makin baik.",
        "Dasar hitung: angka penuh, dibulatkan hanya saat dicetak.",
        "Di dalam batas antara 0% dan 120%. Batas untuk rata-rata: 120%.",
        "Tinggi (capaian ini) 76% sampai kurang dari 91%",
    ):
        assert kalimat in polos, kalimat


def test_every_input_leads_to_its_story_and_to_the_entry_that_recorded_it(masuk: Masuk) -> None:
    isi = teks(masuk(), alamat("indikator", kode="pmks"))
    masukan = alamat("angka", identitas="probolinggo-dinsos-pppa/2020/tahun/variabel:pmks-terpenuhi/nilai")
    assert f'href="{masukan}">1.277 orang' in isi
    assert f'<a href="{alamat("riwayat_catatan", nomor=1)}">catatan 1</a>' in isi
    assert "Terbatas" in isi


def test_rival_values_stand_side_by_side_with_what_would_follow(masuk: Masuk) -> None:
    polos = _polos(teks(masuk(), alamat("indikator", kode="pmks")))
    assert "70,32% Dihitung dari bagiannya: 1.277 / 1.816 × 100% (dipakai)" in polos
    assert "Capaian 81,77%; Tingkat kemajuan 93,76%" in polos
    assert "92% LKjIP 2020, Tabel 3.1.1.A sampai 3.1.1.I" in polos
    assert "Capaian menjadi 106,98%; Tingkat kemajuan menjadi 122,67%" in polos


def test_the_years_are_drawn_and_told(masuk: Masuk) -> None:
    isi = teks(masuk(), alamat("indikator", kode="pmks"))
    gambar = re.search(r'<svg class="tk-perjalanan"[^>]*aria-label="([^"]*)"', isi)
    assert gambar is not None
    assert gambar[1] == ("2019: realisasi 95,00%; 2020: realisasi 70,32%, target 86%, nilai lain 92%; 2024: target 75%")
    assert isi.count('class="hitung"') == 1
    assert isi.count('class="lawan"') == 1
    assert 'class="selisih"' in isi


def test_a_number_without_parts_says_so(masuk: Masuk) -> None:
    polos = _polos(teks(masuk(), alamat("indikator", kode="tkp")))
    assert "Bagian-bagian rumusnya belum dicatat; dipakai nilai yang dicatat dari sumbernya." in polos
    assert "Sangat tinggi" in polos
    assert "Capaian: 102,55%" in polos


def test_what_cannot_be_computed_names_what_is_missing(masuk: Masuk) -> None:
    isi = teks(masuk(), alamat("indikator", kode="kasus"))
    polos = _polos(isi)
    assert "Mengapa tidak ada capaiannya?" in polos
    assert "Jumlah kasus kekerasan terhadap perempuan dan anak tahun 2019 tidak dicatat." in polos
    assert "<mn>42</mn>" in isi
    assert "Capaian untuk rata-rata dan predikat" not in polos
    assert "161,5%" in polos


def test_a_category_that_was_not_evaluated_has_its_reason(masuk: Masuk) -> None:
    isi = teks(masuk(), alamat("indikator", kode="kla"))
    polos = _polos(isi)
    assert "Tanpa rumus: nilainya dicatat sebagaimana diberikan sumbernya." in polos
    assert "Evaluasi Kota Layak Anak 2020 tidak diselenggarakan karena pandemi; Madya adalah hasil 2019." in polos
    assert 'aria-label="2019: realisasi Madya; 2020: target Madya; 2024: target Madya"' in isi


def test_all_editions_of_the_definition_are_told_and_compared(masuk: Masuk) -> None:
    isi = teks(masuk(), alamat("indikator_definisi", kode="pmks"))
    polos = _polos(isi)
    assert "pmks-jumlah-pmks Berlaku mulai 1 Oktober 2020, dicatat 31 Desember 2020" in polos
    assert "Dipakai untuk periode ini" in polos
    assert "Sebanding: Pembilang dan penyebut pada keempat formulir sama persis" in polos
    assert isi.count("<math") == 2
    assert "PMKS yang kebutuhan dasarnya terpenuhi sampai dengan akhir triwulan." in polos
    assert "Keterbatasan Penyebut berganti rumusan pada Triwulan IV" in polos


def test_an_edition_is_judged_by_the_period_of_the_page(masuk: Masuk) -> None:
    polos = _polos(teks(masuk(), alamat("indikator_definisi", "tw3", kode="pmks")))
    assert "Disetujui setelah periode: berlaku untuk tahun berikutnya" in polos
    polos = _polos(teks(masuk(Peran.PIMPINAN), alamat("indikator_definisi", "tw1", kode="tkp")))
    assert "Dipakai untuk periode ini" in polos


def test_targets_of_all_documents_and_why_one_of_them_judges(masuk: Masuk) -> None:
    polos = _polos(teks(masuk(), alamat("indikator_target", kode="pmks")))
    assert "Perjanjian Kinerja 2020 Dipakai Tahun 2020 86% 1 Januari 2020" in polos
    assert "Target akhir Renstra menurut tabel C LKjIP 2020 Tahun 2024 75%" in polos
    assert "Target akhir 75% Tingkat kemajuan 93,76%" in polos


def test_change_against_the_quarter_before_names_the_new_definition(masuk: Masuk) -> None:
    polos = _polos(teks(masuk(), alamat("indikator_perubahan", "tw4", kode="pmks")))
    assert "Mengapa berubah sejak Triwulan III Tahun 2020?" in polos
    assert "Capaian Triwulan IV Tahun 2020 sama dengan Triwulan III Tahun 2020: 81,77%." in polos
    assert "Definisi indikator edisi pmks-target-tahun-n edisi pmks-jumlah-pmks tidak berpengaruh" in polos


def test_each_changed_input_is_shown_with_its_effect(masuk: Masuk, tahun: TahunKinerja) -> None:
    NilaiVariabel.objects.filter(buku=tahun, variabel__kode="pmks-terpenuhi", triwulan=2).update(mikro=1_362_000_000)
    isi = teks(masuk(), alamat("indikator_perubahan", "tw2", kode="pmks"))
    polos = _polos(isi)
    assert (
        "Capaian naik dari 81,77% (Triwulan I Tahun 2020) menjadi 87,21% (Triwulan II Tahun 2020): +5,44 poin." in polos
    )
    assert "Masukan Jumlah PMKS yang terpenuhi kebutuhan dasarnya 1.277 orang 1.362 orang +5,44 poin" in polos
    assert alamat("angka", "tw2", identitas="probolinggo-dinsos-pppa/2020/tw2/variabel:pmks-terpenuhi/nilai") in isi


def test_other_conventions_stand_beside_the_one_in_force(masuk: Masuk) -> None:
    polos = _polos(teks(masuk(), alamat("indikator_konvensi", kode="tkp")))
    assert "Kebijakan yang berlaku 102,55% 102,55% Sangat tinggi" in polos
    assert "Batas 100 102,55% 100,00% Sangat tinggi sama" in polos


def test_the_history_of_the_approval_is_on_the_page(masuk: Masuk, tahun: TahunKinerja) -> None:
    oleh = buat_pengguna("penyahih", Peran.PIMPINAN)
    tandai(tahun, "pmks", StatusPengukuran.DIAJUKAN)
    catatan = tandai(tahun, "pmks", StatusPengukuran.DISAHKAN, oleh=oleh)
    isi = teks(masuk(), alamat("indikator", kode="pmks"))
    polos = _polos(isi)
    assert polos.index("Disahkan oleh Contoh Penyahih") < polos.index("Diajukan oleh Sistem")
    assert alamat("riwayat_catatan", nomor=catatan.nomor) in isi
    tahunan = _polos(teks(masuk(Peran.PIMPINAN), alamat("indikator_perubahan", kode="pmks")))
    assert "Disahkan oleh Contoh Penyahih" in tahunan


@pytest.mark.parametrize("bagian", ["indikator", *BAGIAN])
def test_a_draft_shows_its_definition_but_no_number(masuk: Masuk, bagian: str) -> None:
    isi = teks(masuk(Peran.PEMBACA), alamat(bagian, kode="pmks"))
    for angka in ("70,3", "81,7", "1.277", "1.816", "93,76", "106,98"):
        assert angka not in isi, angka
    if bagian in ("indikator", "indikator_bukti", "indikator_konvensi", "indikator_perubahan"):
        assert "Belum diajukan" in isi


def test_a_draft_cannot_be_saved_as_data(masuk: Masuk) -> None:
    assert masuk(Peran.EVALUATOR).get(alamat("indikator_jejak", kode="pmks")).status_code == 404


def test_an_evaluator_reads_what_was_submitted(masuk: Masuk, tahun: TahunKinerja) -> None:
    tandai(tahun, "pmks", StatusPengukuran.DIAJUKAN)
    assert "81,77%" in teks(masuk(Peran.EVALUATOR), alamat("indikator", kode="pmks"))
    pembaca = teks(masuk(Peran.PEMBACA), alamat("indikator", kode="pmks"))
    assert "81,77%" not in pembaca
    assert "Belum disahkan" in pembaca


def test_a_quarter_that_is_no_longer_a_draft_is_not_compared_with_one_that_is(
    masuk: Masuk, tahun: TahunKinerja
) -> None:
    tandai(tahun, "pmks", StatusPengukuran.DISAHKAN)
    polos = _polos(teks(masuk(Peran.PEMBACA), alamat("indikator_perubahan", "tw4", kode="pmks")))
    assert "Angka Triwulan III Tahun 2020 belum dapat dilihat, jadi tidak ada yang dibandingkan." in polos


@pytest.mark.parametrize("bagian", ["indikator", *BAGIAN, "indikator_jejak"])
def test_what_is_of_another_unit_or_nobody_is_not_found(masuk: Masuk, bagian: str) -> None:
    client = masuk(Peran.PENANGGUNG_JAWAB, unit="bid-rehab")
    assert client.get(alamat(bagian, kode="kla")).status_code == 404
    assert client.get(alamat(bagian, kode="tidak-ada")).status_code == 404
    assert client.get(alamat(bagian, kode="pmks")).status_code == 200


@pytest.mark.parametrize(
    ("peran", "unit", "terbatas", "rahasia"),
    [
        (Peran.PERENCANA, None, True, True),
        (Peran.PENANGGUNG_JAWAB, "bid-rehab", True, True),
        (Peran.KEUANGAN, None, True, False),
        (Peran.PEMBINA, None, False, False),
    ],
)
def test_evidence_is_shown_by_its_class(
    masuk: Masuk, tahun: TahunKinerja, peran: Peran, unit: str | None, terbatas: bool, rahasia: bool
) -> None:
    NilaiVariabel.objects.filter(buku=tahun, triwulan=4).update(bukti="daftar-penerima.pdf")
    letak = alamat("indikator_bukti", kode="pmks")
    client = masuk(peran, unit=unit)
    EdisiVariabel.objects.filter(variabel__kode="pmks-jumlah").update(kelas_bukti="rahasia")
    isi = teks(client, letak)
    assert isi.count("daftar-penerima.pdf") == terbatas + rahasia
    assert isi.count("Ada, tidak ditampilkan") == (not terbatas) + (not rahasia)


def test_values_of_units_are_told_apart(masuk: Masuk, tahun: TahunKinerja) -> None:
    baris = NilaiVariabel.objects.get(buku=tahun, variabel__kode="pmks-jumlah", triwulan=4)
    unit = Unit.objects.filter(instansi=tahun.instansi, kode__in=["bid-rehab", "bid-dayasos"]).order_by("kode")
    for letak, satu in enumerate(unit):
        baris.pk, baris.unit, baris.mikro = None, satu, (1_000_000_000, 816_000_000)[letak]
        baris.save(force_insert=True)
    NilaiVariabel.objects.filter(buku=tahun, variabel__kode="pmks-jumlah", triwulan=4, unit=None).delete()
    polos = _polos(teks(masuk(), alamat("indikator", kode="pmks")))
    assert "Dari 2 isian" in polos
    unit = "Bidang Pemberdayaan Sosial dan Penanganan Fakir Miskin"
    assert f"Jumlah PMKS menurut {unit}, Triwulan IV Tahun 2020: 1.000 orang" in polos
    assert "Bidang Pemberdayaan Sosial" in _polos(teks(masuk(Peran.PIMPINAN), alamat("indikator_bukti", kode="pmks")))


def test_the_story_is_saved_in_the_form_of_the_command(masuk: Masuk) -> None:
    client, unduh = masuk(), alamat("indikator_jejak", kode="pmks")
    assert f'href="{unduh}"' in teks(client, alamat("indikator", kode="pmks"))
    jawab = client.get(unduh)
    assert jawab["Content-Disposition"] == 'attachment; filename="jejak-pmks-2020-tahun.json"'
    isi = json.loads(jawab.content)
    skema = json.loads((Path(tolok.skema.__file__).parent / "hitung.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(isi, skema)
    assert (isi["tercetak"], isi["nilai"]["pecahan"]) == ("81,77%", "798125/9761")
    assert [satu["nama"] for satu in isi["konvensi"]] == ["batas 100", "tanpa batas", "dasar hitung tercetak"]


def test_tabs_are_addresses_and_the_year_menu_knows_where_the_indicator_lives(masuk: Masuk) -> None:
    muat_contoh("probolinggo-2023")
    isi = teks(masuk(), alamat("indikator_definisi", kode="pmks"))
    for bagian in ("indikator", *BAGIAN):
        assert f'href="{alamat(bagian, kode="pmks")}"' in isi
    assert f'href="{alamat("indikator_definisi", tahun=2023, kode="pmks")}"' in isi
    isi = teks(masuk(Peran.PIMPINAN), alamat("indikator", kode="p0"))
    assert f'href="{alamat("indikator", tahun=2023, kode="p0")}"' not in isi
    assert f'href="{alamat("indikator_daftar", tahun=2023)}"' in isi


def test_a_role_that_ended_opens_nothing(tahun: TahunKinerja) -> None:
    pengguna = buat_pengguna("lama", Peran.PERENCANA, akhir=date(2020, 1, 1))
    assert masuk_sebagai(pengguna).get(alamat("indikator", kode="pmks")).status_code == 404
