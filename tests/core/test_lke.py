from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nilai_uji import angka
from tolok.core.angka import Angka
from tolok.core.cetak_angka import format_nilai
from tolok.core.lke import (
    ModusLke,
    StatusKriteria,
    compute_bagian_terpenuhi,
    compute_lke_huruf,
    compute_lke_rata_rata,
    load_lke,
    propose_huruf,
)
from tolok.core.nilai import AlasanTakTerhitung, Bilangan, Kategori, Nilai, TidakDapatDihitung
from tolok.core.peraturan import PeraturanTidakDikenal
from tolok.core.skala import classify

LKE = load_lke()
DAFTAR_KODE = [sub.kode for sub in LKE.daftar_subkomponen]


def _label(nilai: Nilai) -> str:
    assert isinstance(nilai, Kategori)
    return nilai.label


def test_weights_follow_the_regulation() -> None:
    per_dimensi = {
        dimensi: sum((s.bobot for s in LKE.daftar_subkomponen if s.dimensi == dimensi), Angka(0))
        for dimensi in ("keberadaan", "kualitas", "pemanfaatan")
    }
    assert per_dimensi == {"keberadaan": 20, "kualitas": 30, "pemanfaatan": 50}
    assert [k.bobot for k in LKE.daftar_komponen] == [30, 30, 15, 25]
    for komponen in LKE.daftar_komponen:
        sub = [s.bobot for s in LKE.daftar_subkomponen if s.komponen == komponen.kode]
        assert sub == [komponen.bobot * 20 / 100, komponen.bobot * 30 / 100, komponen.bobot * 50 / 100]


def test_the_list_of_criteria_has_80_items() -> None:
    per_komponen = {
        k.kode: [s.kriteria for s in LKE.daftar_subkomponen if s.komponen == k.kode] for k in LKE.daftar_komponen
    }
    assert per_komponen == {"1": [6, 11, 8], "2": [3, 7, 10], "3": [6, 9, 7], "4": [3, 5, 5]}
    assert sum(s.kriteria for s in LKE.daftar_subkomponen) == 80


def test_letters_have_their_values() -> None:
    assert dict(LKE.huruf) == {"AA": 100, "A": 90, "BB": 80, "B": 70, "CC": 60, "C": 50, "D": 30, "E": 0}


@pytest.mark.parametrize(
    ("bagian", "huruf"),
    [
        (Angka(0), "E"),
        (Angka(1, 1000), "D"),
        (Angka(25), "D"),
        (Angka(25001, 1000), "C"),
        (Angka(50), "C"),
        (Angka(50001, 1000), "CC"),
        (Angka(75), "CC"),
        (Angka(75001, 1000), "B"),
        (Angka(99999, 1000), "B"),
        (Angka(100), "BB"),
    ],
)
def test_a_share_of_criteria_proposes_a_letter_up_to_bb(bagian: Angka, huruf: str) -> None:
    assert _label(propose_huruf(bagian, edisi=LKE)) == huruf


def test_a_share_beyond_100_proposes_nothing() -> None:
    assert isinstance(propose_huruf(Angka(101), edisi=LKE), TidakDapatDihitung)


def test_status_of_criteria_gives_the_share() -> None:
    penuh, sebagian, belum = StatusKriteria
    assert compute_bagian_terpenuhi([penuh, sebagian, belum]) == Bilangan(Angka(50), "%")
    assert compute_bagian_terpenuhi([penuh] * 6) == Bilangan(Angka(100), "%")
    kosong = compute_bagian_terpenuhi([])
    assert isinstance(kosong, TidakDapatDihitung)
    assert kosong.alasan is AlasanTakTerhitung.PENYEBUT_NOL


@pytest.mark.parametrize(
    ("huruf", "total", "predikat"),
    [
        ("AA", 100, "AA"),
        ("A", 90, "A"),
        ("BB", 80, "BB"),
        ("B", 70, "B"),
        ("CC", 60, "CC"),
        ("C", 50, "C"),
        ("D", 30, "D"),
        ("E", 0, "D"),
    ],
)
def test_one_letter_everywhere_gives_its_value_and_the_lower_predicate(huruf: str, total: int, predikat: str) -> None:
    hasil = compute_lke_huruf(dict.fromkeys(DAFTAR_KODE, huruf), edisi=LKE)
    assert hasil.total == Bilangan(Angka(total), "skor")
    assert _label(hasil.predikat) == predikat
    assert hasil.modus is ModusLke.HURUF


@pytest.mark.parametrize(
    ("total", "predikat"),
    [
        ("30", "D"), ("30.0001", "C"), ("50", "C"), ("50.0001", "CC"), ("60", "CC"), ("60.0001", "B"),
        ("70", "B"), ("70.0001", "BB"), ("79.39", "BB"), ("80", "BB"), ("80.0001", "A"), ("90", "A"), ("90.0001", "AA"),
        ("100", "AA"), ("0", "D"),
    ],
)  # fmt: skip
def test_a_predicate_takes_its_upper_bound_and_leaves_its_lower_one(total: str, predikat: str) -> None:
    assert _label(classify(Angka.from_desimal(total), LKE.predikat)) == predikat
    assert LKE.sebutan[predikat]


def test_a_mixed_worksheet_adds_up_by_component() -> None:
    huruf = {
        "1.a": "BB", "1.b": "B", "1.c": "CC", "2.a": "A", "2.b": "BB", "2.c": "B",
        "3.a": "BB", "3.b": "B", "3.c": "B", "4.a": "CC", "4.b": "C", "4.c": "D",
    }  # fmt: skip
    hasil = compute_lke_huruf(huruf, edisi=LKE)
    # By hand: 4.8 + 6.3 + 9 | 5.4 + 7.2 + 10.5 | 2.4 + 3.15 + 5.25 | 3 + 3.75 + 3.75
    assert [format_nilai(k.nilai, digit=2) for k in hasil.jejak.anak if not isinstance(k.nilai, Angka)] == [
        "20,10", "23,10", "10,80", "10,50",
    ]  # fmt: skip
    assert angka(hasil.total) == Angka(645, 10)
    assert _label(hasil.predikat) == "B"
    assert hasil.jejak.anak[0].anak[0].uraian == "1.a keberadaan (bobot 6): BB = 80"


def test_all_criteria_fulfilled_is_80_by_letters_but_100_by_the_mean() -> None:
    huruf = _label(propose_huruf(Angka(100), edisi=LKE))
    per_huruf = compute_lke_huruf(dict.fromkeys(DAFTAR_KODE, huruf), edisi=LKE)
    per_rata = compute_lke_rata_rata(
        {s.kode: ["Y"] * s.kriteria for s in LKE.daftar_subkomponen},
        himpunan=dict.fromkeys(DAFTAR_KODE, "Y/T"),
        edisi=LKE,
    )
    assert (angka(per_huruf.total), _label(per_huruf.predikat)) == (80, "BB")
    assert (angka(per_rata.total), _label(per_rata.predikat)) == (100, "AA")
    assert per_rata.modus is ModusLke.RATA_RATA
    assert per_rata.jejak.catatan == "Modus rata-rata; nilai dari modus lain tidak sebanding."


@pytest.mark.parametrize(
    ("himpunan", "jawaban", "rata"),
    [
        ("Y/T", "YT", Angka(1, 2)),
        ("A-C", "ABC", Angka(1, 2)),
        ("A-D", "ABCD", Angka(199, 400)),
        ("A-E", "ABCDE", Angka(1, 2)),
    ],
)
def test_answer_sets_have_their_values(himpunan: str, jawaban: str, rata: Angka) -> None:
    hasil = compute_lke_rata_rata(
        {kode: list(jawaban) for kode in DAFTAR_KODE}, himpunan=dict.fromkeys(DAFTAR_KODE, himpunan), edisi=LKE
    )
    assert angka(hasil.total) == rata * 100


def test_a_missing_subcomponent_is_named_and_never_counted_as_0() -> None:
    hasil = compute_lke_huruf({kode: "BB" for kode in DAFTAR_KODE if kode != "3.b"}, edisi=LKE)
    assert isinstance(hasil.total, TidakDapatDihitung)
    assert hasil.predikat == hasil.total
    assert hasil.total.keterangan == "Subkomponen 3.b belum dinilai."
    assert [isinstance(k.nilai, TidakDapatDihitung) for k in hasil.jejak.anak] == [False, False, True, False]
    tanpa_jawaban = compute_lke_rata_rata({"1.a": []}, himpunan={"1.a": "Y/T"}, edisi=LKE)
    assert isinstance(tanpa_jawaban.total, TidakDapatDihitung)
    assert "1.a" in tanpa_jawaban.total.keterangan


def test_what_the_edition_does_not_hold_is_refused() -> None:
    with pytest.raises(LookupError, match=r"Subkomponen “5.a” tidak ada"):
        compute_lke_huruf({"5.a": "BB"}, edisi=LKE)
    with pytest.raises(LookupError, match=r"Huruf “F” untuk 1.a tidak ada. Yang ada: AA, A, BB"):
        compute_lke_huruf({"1.a": "F"}, edisi=LKE)
    with pytest.raises(LookupError, match=r"Himpunan jawaban 1.a tidak dikenal. Yang ada: Y/T"):
        compute_lke_rata_rata({"1.a": ["Y"]}, himpunan={}, edisi=LKE)
    with pytest.raises(LookupError, match=r"Jawaban “D” untuk 1.a tidak ada. Yang ada: A, B, C"):
        compute_lke_rata_rata({"1.a": ["D"]}, himpunan={"1.a": "A-C"}, edisi=LKE)
    with pytest.raises(PeraturanTidakDikenal, match="lke-1999"):
        load_lke("lke-1999")


_HURUF = st.sampled_from(list(LKE.huruf))


@given(st.fixed_dictionaries(dict.fromkeys(DAFTAR_KODE, _HURUF)))
def test_the_total_is_the_exact_weighted_sum(huruf: dict[str, str]) -> None:
    seharusnya = sum((s.bobot * LKE.huruf[huruf[s.kode]] for s in LKE.daftar_subkomponen), Angka(0)) / 100
    hasil = compute_lke_huruf(huruf, edisi=LKE)
    assert hasil.total == Bilangan(seharusnya, "skor")
    assert 0 <= seharusnya <= 100


@given(st.fixed_dictionaries(dict.fromkeys(DAFTAR_KODE, _HURUF)), st.sampled_from(DAFTAR_KODE), _HURUF)
def test_a_better_letter_never_lowers_total_or_predicate(huruf: dict[str, str], kode: str, lain: str) -> None:
    lebih = lain if LKE.huruf[lain] > LKE.huruf[huruf[kode]] else huruf[kode]
    satu, dua = compute_lke_huruf(huruf, edisi=LKE), compute_lke_huruf({**huruf, kode: lebih}, edisi=LKE)
    assert angka(satu.total) <= angka(dua.total)
    assert isinstance(satu.predikat, Kategori)
    assert isinstance(dua.predikat, Kategori)
    assert satu.predikat.peringkat <= dua.predikat.peringkat
