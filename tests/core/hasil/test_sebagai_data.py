"""Values and stories as plain data: what they look like, and that they come back exactly."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_mesin import TAHUN, TW4, make_2020
from instansi_majemuk import make_majemuk
from tolok.core.angka import Angka
from tolok.core.hasil.dasar import describe_kebijakan, list_kebijakan, make_jawaban_data
from tolok.core.hasil.konvensi import compute_andaian
from tolok.core.hasil.sebagai_data import (
    DataRusak,
    make_jejak_data,
    make_kebijakan_data,
    make_nilai_data,
    read_jejak_data,
    read_nilai_data,
)
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.jejak import Jejak
from tolok.core.kebijakan import Kebijakan, RataRata
from tolok.core.nilai import (
    AlasanBelumAda,
    AlasanTakTerhitung,
    BagianNilai,
    BelumAda,
    Bilangan,
    JenisTanda,
    Kategori,
    Majemuk,
    Nilai,
    Rentang,
    Tanda,
    TidakDapatDihitung,
)
from tolok.core.periode import Periode

LAMA = Tanda(JenisTanda.TAHUN_DATA, "Data 2019.", 2019)
SEMENTARA = Tanda(JenisTanda.SEMENTARA, "Belum final.")

CONTOH: tuple[tuple[Nilai | Angka, dict[str, Any]], ...] = (
    (
        Bilangan(Angka(1277, 1816), "%", (LAMA, SEMENTARA)),
        {
            "jenis": "bilangan",
            "angka": "0.70319383259911894273",
            "pecahan": "1277/1816",
            "satuan": "%",
            "tanda": [
                {"jenis": "tahun_data", "keterangan": "Data 2019.", "tahun": 2019},
                {"jenis": "sementara", "keterangan": "Belum final."},
            ],
        },
    ),
    (
        Bilangan(Angka(-5, 2, hampiran=True), "orang"),
        {"jenis": "bilangan", "angka": "-2.5", "pecahan": "-5/2", "hampiran": True, "satuan": "orang", "tanda": []},
    ),
    (Angka(3), {"jenis": "bilangan", "angka": "3", "pecahan": "3/1", "satuan": "", "polos": True, "tanda": []}),
    (
        Kategori("Madya", 2, "kla"),
        {"jenis": "kategori", "kategori": "Madya", "peringkat": 2, "skala": "kla", "tanda": []},
    ),
    (
        Rentang(Angka(1, 3), Angka(15, 2), "%"),
        {
            "jenis": "rentang",
            "bawah": "0." + "3" * 20,
            "pecahan_bawah": "1/3",
            "atas": "7.5",
            "pecahan_atas": "15/2",
            "satuan": "%",
            "tanda": [],
        },
    ),
    (
        Majemuk((BagianNilai("a", Bilangan(Angka(1), "paket"), 0), BagianNilai("b", Kategori("B", 1, "s")))),
        {
            "jenis": "majemuk",
            "bagian": [
                {
                    "indikator": "a",
                    "nilai": {
                        "jenis": "bilangan",
                        "angka": "1",
                        "pecahan": "1/1",
                        "satuan": "paket",
                        "tanda": [],
                    },
                    "digit": 0,
                },
                {
                    "indikator": "b",
                    "nilai": {"jenis": "kategori", "kategori": "B", "peringkat": 1, "skala": "s", "tanda": []},
                },
            ],
            "tanda": [],
        },
    ),
    (
        BelumAda(AlasanBelumAda.TIDAK_DIEVALUASI, "Tidak ada evaluasi.", (SEMENTARA,)),
        {
            "jenis": "belum_ada",
            "alasan": "tidak_dievaluasi",
            "keterangan": "Tidak ada evaluasi.",
            "tanda": [{"jenis": "sementara", "keterangan": "Belum final."}],
        },
    ),
    (
        TidakDapatDihitung(AlasanTakTerhitung.PENYEBUT_NOL, "Penyebut 0."),
        {"jenis": "tidak_dapat_dihitung", "alasan": "penyebut_nol", "keterangan": "Penyebut 0.", "tanda": []},
    ),
)


@pytest.mark.parametrize(("nilai", "isi"), CONTOH)
def test_every_kind_of_value_has_its_form_and_comes_back(nilai: Nilai | Angka, isi: dict[str, Any]) -> None:
    assert make_nilai_data(nilai) == isi
    assert tepat(read_nilai_data(json.loads(json.dumps(isi))), nilai)


def tepat(satu: Nilai | Angka, dua: Nilai | Angka) -> bool:
    """Equal, of the same kind, and equally approximate."""
    return satu == dua and type(satu) is type(dua) and repr(satu) == repr(dua)


@pytest.mark.parametrize(
    "isi",
    [
        {},
        {"jenis": "lain", "tanda": []},
        {"jenis": "bilangan", "pecahan": "1/0", "satuan": "", "tanda": []},
        {"jenis": "bilangan", "pecahan": "setengah", "satuan": "", "tanda": []},
        {"jenis": "bilangan", "pecahan": 3, "satuan": "", "tanda": []},
        {"jenis": "belum_ada", "alasan": "malas", "keterangan": "", "tanda": []},
        {"jenis": "kategori", "kategori": "A", "peringkat": 1, "skala": "s", "tanda": [{"jenis": "merah"}]},
        {
            "jenis": "majemuk",
            "tanda": [],
            "bagian": [{"indikator": "a", "nilai": {"polos": True, "pecahan": "1/1"}}],
        },
        None,
    ],
)
def test_data_that_is_no_value_is_refused(isi: Any) -> None:
    with pytest.raises(DataRusak, match="bukan sebuah nilai"):
        read_nilai_data(isi)


@pytest.mark.parametrize("isi", [{}, None, {"operasi": "bagi", "uraian": "", "nilai": {}, "anak": []}])
def test_data_that_is_no_story_is_refused(isi: Any) -> None:
    with pytest.raises(DataRusak, match="bukan sebuah jejak"):
        read_jejak_data(isi)


def test_a_story_keeps_every_step() -> None:
    daun = Jejak(
        "isian", "Jumlah", Bilangan(Angka(42), "kasus"), (), "a/2020/tw1/variabel:x/isian", "Rekap", "Catatan."
    )
    jejak = Jejak("bagi", "Jumlah / 2", Angka(21), (daun, Jejak("tetap", "2", Angka(2))))
    isi = make_jejak_data(jejak)
    assert [isi["operasi"], isi["anak"][0]["identitas"], isi["anak"][0]["sumber"]] == [
        "bagi",
        "a/2020/tw1/variabel:x/isian",
        "Rekap",
    ]
    assert read_jejak_data(json.loads(json.dumps(isi))) == jejak


def test_the_answer_on_a_quantity_holds_all_it_stands_on() -> None:
    hasil = HasilTahun(make_2020())
    isi = make_jawaban_data(hasil, hasil.capaian("pmks", TW4))
    assert (isi["tahun"], isi["triwulan"], isi["objek"], isi["besaran"]) == (2020, 4, "indikator:pmks", "capaian")
    assert isi["tercetak"] == "81,77%"
    assert {masukan["identitas"].rsplit("/", 2)[1] for masukan in isi["masukan"]} == {
        "variabel:pmks-terpenuhi",
        "variabel:pmks-jumlah",
        "indikator:pmks",
    }
    assert read_jejak_data(isi["jejak"]) == hasil.capaian("pmks", TW4).jejak
    assert "konvensi" not in isi


def test_the_answer_tells_editions_disclosures_and_other_conventions() -> None:
    hasil = HasilTahun(make_2020())
    capaian = hasil.capaian("pmks", TAHUN)
    isi = make_jawaban_data(hasil, capaian, compute_andaian(hasil, capaian.identitas))
    assert isi["edisi"] == [
        {
            "nama": "Definisi Persentase PMKS yang terpenuhi kebutuhan dasarnya",
            "edisi": "pmks-1, berlaku mulai 1 Januari 2020",
        },
        {
            "nama": "Target Persentase PMKS yang terpenuhi kebutuhan dasarnya",
            "edisi": "Perjanjian Kinerja 2020 (pk-2020)",
        },
    ]
    assert isi["kebijakan"]["batas untuk rata-rata"] == "120%"
    assert {k["nama"]: (k["tercetak"], k["berbeda"]) for k in isi["konvensi"]}["batas 100"] == ("81,77%", False)
    assert isi["mutu"] == {}
    mutu = make_jawaban_data(HasilTahun(make_majemuk()), HasilTahun(make_majemuk()).realisasi("dokumen", Periode(2024)))
    assert mutu["mutu"] == {"Cara pengumpulan": "Arsip.", "Cakupan": "Semua bidang."}


def test_a_budget_quantity_names_its_pagu_and_no_disclosures() -> None:
    hasil = HasilTahun(make_2020())
    isi = make_jawaban_data(hasil, hasil.serapan("total", TW4, "t32"))
    assert isi["edisi"] == [{"nama": "Pagu", "edisi": "Tabel 3.2"}]
    assert isi["mutu"] == {}


def test_conventions_are_told_for_machines_and_in_the_words_of_reports() -> None:
    hasil = HasilTahun(make_2020(), kebijakan=Kebijakan(batas=None, rata_rata=RataRata.SASARAN))
    assert dict(list_kebijakan(hasil.kebijakan))["batas untuk rata-rata"] == "tanpa batas"
    sebutan = dict(describe_kebijakan(hasil))
    assert sebutan["rumus turun"] == "(2T − R) / T"
    assert (sebutan["batas untuk rata-rata"], sebutan["skala"]) == ("tanpa batas", "tidak ditetapkan")
    assert sebutan["rata-rata atas"] == "rata-rata setiap sasaran"
    assert sebutan["efisiensi"] == "E1 (Penyerapan / Capaian × 100%)"
    bawaan = dict(describe_kebijakan(HasilTahun(make_2020())))
    assert (bawaan["batas untuk rata-rata"], bawaan["skala"]) == ("120%", "Permendagri 86/2017")
    assert bawaan["bagian minimum"] == "predikat bila sekurang-kurangnya 75% indikator terukur"


def test_the_answer_on_a_composite_indicator_comes_back() -> None:
    hasil = HasilTahun(make_majemuk())
    nilai = hasil.realisasi("paket", Periode(2024))
    assert read_nilai_data(make_jawaban_data(hasil, nilai)["nilai"]) == nilai.nilai


def test_every_convention_is_told() -> None:
    isi = make_kebijakan_data(Kebijakan(batas=None, bagian_minimum=Angka(125, 2), dasar="SK 1"))
    assert isi["batas"] is None
    assert (isi["bagian_minimum"], isi["rumus_turun"], isi["dasar"]) == ("62.5", "(2T-R)/T", "SK 1")
    assert isi.keys() == set(Kebijakan.__slots__)


def test_every_story_of_the_example_comes_back() -> None:
    hasil = HasilTahun(make_2020())
    for indikator in ("pmks", "tkp", "kasus", "kla"):
        for satu in (hasil.capaian(indikator, TAHUN), hasil.predikat(indikator, TAHUN)):
            assert read_jejak_data(make_jejak_data(satu.jejak)) == satu.jejak


teks = st.text(max_size=8)
angka = st.builds(Angka, st.integers(-(10**40), 10**40), st.integers(1, 10**40), hampiran=st.booleans())
tanda = st.lists(
    st.builds(Tanda, st.sampled_from(JenisTanda), teks, st.none() | st.integers(1900, 2200)), max_size=2
).map(tuple)
polos = st.one_of(
    st.builds(Bilangan, angka, teks, tanda),
    st.builds(Kategori, teks, st.integers(1, 9), teks, tanda),
    st.builds(Rentang, angka, angka, teks, tanda),
    st.builds(BelumAda, st.sampled_from(AlasanBelumAda), teks, tanda),
    st.builds(TidakDapatDihitung, st.sampled_from(AlasanTakTerhitung), teks, tanda),
)
bagian = st.builds(BagianNilai, teks, polos, st.none() | st.integers(0, 6))
nilai_acak = polos | st.builds(Majemuk, st.lists(bagian, max_size=3).map(tuple), tanda)


def jejak_atas(anak: st.SearchStrategy[tuple[Jejak, ...]]) -> st.SearchStrategy[Jejak]:
    # Every field is given: Hypothesis would make up those of a named tuple that are not.
    keterangan = st.none() | teks
    return st.builds(Jejak, teks, teks, nilai_acak | angka, anak, keterangan, keterangan, keterangan)


jejak_acak = st.recursive(
    jejak_atas(st.just(())), lambda anak: jejak_atas(st.lists(anak, max_size=3).map(tuple)), max_leaves=8
)


@given(jejak_acak)
def test_any_story_comes_back_exactly_through_json_text(jejak: Jejak) -> None:
    kembali = read_jejak_data(json.loads(json.dumps(make_jejak_data(jejak))))
    assert kembali == jejak
    assert repr(kembali) == repr(jejak)
