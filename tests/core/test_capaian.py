"""Capaian: the worked values of the domain handbook 9.1 to 9.5, and the laws with their conditions."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from nilai_uji import alasan, persen
from tolok.core.angka import Angka
from tolok.core.capaian import compute_capaian, limit_capaian, list_kebijakan_lain
from tolok.core.cetak_angka import format_nilai
from tolok.core.indikator import AturanOrdinal, Polaritas
from tolok.core.jejak import Jejak
from tolok.core.kebijakan import DalamRentang, DasarHitung, Kebijakan, KebijakanNol, LuarRentang, RumusTurun
from tolok.core.nilai import (
    AlasanBelumAda,
    AlasanTakTerhitung,
    BelumAda,
    Bilangan,
    JenisTanda,
    Kategori,
    Nilai,
    Rentang,
    Tanda,
    TidakDapatDihitung,
)
from tolok.core.skala import Kelas, Skala

SELISIH = Kebijakan()
NISBAH = Kebijakan(rumus_turun=RumusTurun.NISBAH)
KLA = Skala(
    id="kla",
    nama="Predikat KLA",
    jenis="kategori",
    kelas=tuple(Kelas(label=label) for label in ("Pratama", "Madya", "Nindya", "Utama", "KLA")),
)
AKIP = Skala(
    id="akip",
    nama="Predikat AKIP",
    jenis="kelas",
    kelas=(
        Kelas(label="B", bawah=Angka(60), bawah_termasuk=False),
        Kelas(label="BB", bawah=Angka(70), bawah_termasuk=False),
        Kelas(label="A", bawah=Angka(80), bawah_termasuk=False),
    ),
)


def kla(label: str) -> Kategori:
    return Kategori(label, [kelas.label for kelas in KLA.kelas].index(label) + 1, "kla")


def hitung(
    target: Nilai | str, realisasi: Nilai | str, polaritas: str = "naik", kebijakan: Kebijakan = SELISIH, **lain: object
) -> Nilai:
    nilai, jejak = compute_capaian(
        target=persen(target) if isinstance(target, str) else target,
        realisasi=persen(realisasi) if isinstance(realisasi, str) else realisasi,
        polaritas=Polaritas(polaritas),
        kebijakan=kebijakan,
        **lain,  # type: ignore[arg-type]
    )
    assert jejak.nilai == nilai
    return nilai


def cetak(*args: object, **lain: object) -> str:
    return format_nilai(hitung(*args, **lain), digit=2)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("target", "realisasi", "tercetak"),
    [
        ("86", "92", "106,98%"),
        ("75", "92", "122,67%"),
        ("48.25", "49.48", "102,55%"),
        ("10", "0", "0,00%"),
        ("10", "10", "100,00%"),
    ],
)
def test_naik_divides_realisasi_by_target(target: str, realisasi: str, tercetak: str) -> None:
    assert cetak(target, realisasi) == tercetak


@pytest.mark.parametrize(
    ("realisasi", "selisih", "nisbah"),
    [
        ("8", "120,00%", "125,00%"),
        ("10", "100,00%", "100,00%"),
        ("12", "80,00%", "83,33%"),
        ("5", "150,00%", "200,00%"),
        ("20", "0,00%", "50,00%"),
        ("25", "−50,00%", "40,00%"),
        ("0", "200,00%", "120,00%"),
    ],
)
def test_turun_follows_the_declared_formula(realisasi: str, selisih: str, nisbah: str) -> None:
    assert cetak("10", realisasi, "turun", SELISIH) == selisih
    assert cetak("10", realisasi, "turun", NISBAH) == nisbah


@pytest.mark.parametrize(
    ("pilihan", "tercetak"), [("100", "100,00%"), ("0", "0,00%"), ("batas", "120,00%"), ("tanpa_capaian", "–")]
)
def test_turun_with_realisasi_nol_is_a_policy(pilihan: str, tercetak: str) -> None:
    kebijakan = replace(NISBAH, turun_realisasi_nol=KebijakanNol(pilihan))
    assert cetak("10", "0", "turun", kebijakan) == tercetak
    assert cetak("10", "-1", "turun", kebijakan) == tercetak


@pytest.mark.parametrize(
    ("pilihan", "tercetak"), [("100", "100,00%"), ("0", "0,00%"), ("batas", "200,00%"), ("tanpa_capaian", "–")]
)
def test_turun_with_realisasi_nol_is_a_policy_of_both_forms(pilihan: str, tercetak: str) -> None:
    kebijakan = replace(SELISIH, turun_realisasi_nol=KebijakanNol(pilihan))
    assert cetak("10", "0", "turun", kebijakan) == tercetak
    assert cetak("10", "-1", "turun", kebijakan) == "210,00%"


def test_policy_that_points_to_a_missing_cap_gives_no_capaian() -> None:
    nilai = hitung("10", "0", "turun", replace(NISBAH, batas=None))
    assert alasan(nilai) is AlasanTakTerhitung.PENYEBUT_NOL


@pytest.mark.parametrize("rumus", list(RumusTurun))
@pytest.mark.parametrize(
    ("pilihan", "meleset"), [("0", "0,00%"), ("100", "100,00%"), ("batas", "120,00%"), ("tanpa_capaian", "–")]
)
def test_turun_with_target_nol_is_met_by_zero_cases_only(rumus: RumusTurun, pilihan: str, meleset: str) -> None:
    kebijakan = Kebijakan(rumus_turun=rumus, turun_target_nol=KebijakanNol(pilihan))
    assert cetak("0", "0", "turun", kebijakan) == "100,00%"
    assert cetak("0", "2", "turun", kebijakan) == meleset


@pytest.mark.parametrize(
    ("pilihan", "tercetak"), [("tanpa_capaian", "–"), ("100", "100,00%"), ("0", "0,00%"), ("batas", "120,00%")]
)
def test_naik_with_target_nol_is_a_policy(pilihan: str, tercetak: str) -> None:
    assert cetak("0", "5", "naik", Kebijakan(naik_target_nol=KebijakanNol(pilihan))) == tercetak


def test_naik_with_target_nol_and_negative_realisasi_is_never_rewarded() -> None:
    nilai = hitung("0", "-5", "naik", Kebijakan(naik_target_nol=KebijakanNol.SERATUS))
    assert alasan(nilai) is AlasanTakTerhitung.TARGET_NOL


def test_reduction_that_is_negative_stays_negative_and_counts_as_zero_in_averages() -> None:
    penurunan = Bilangan((Angka(26) - Angka(42)) / 26 * 100, "%")
    assert format_nilai(penurunan, digit=2) == "−61,54%"
    capaian = hitung(persen("95"), penurunan)
    assert format_nilai(capaian, digit=2) == "−64,78%"
    assert limit_capaian(capaian, kebijakan=SELISIH) == persen("0")


@pytest.mark.parametrize("polaritas", ["naik", "turun", "tetap", "rentang"])
def test_negative_target_is_left_to_people(polaritas: str) -> None:
    assert alasan(hitung("-3", "-2", polaritas)) is AlasanTakTerhitung.TARGET_NEGATIF


@pytest.mark.parametrize(
    ("batas", "terbatas"), [("100", "100,00%"), ("120", "120,00%"), ("150", "150,00%"), (None, "200,00%")]
)
def test_cap_limits_averages_and_keeps_the_raw_value(batas: str | None, terbatas: str) -> None:
    kebijakan = Kebijakan(batas=Angka.from_desimal(batas) if batas else None)
    mentah = hitung("10", "20", "naik", kebijakan)
    assert format_nilai(mentah, digit=2) == "200,00%"
    assert format_nilai(limit_capaian(mentah, kebijakan=kebijakan), digit=2) == terbatas


def test_limit_lets_states_pass() -> None:
    belum = BelumAda(AlasanBelumAda.BELUM_TERBIT)
    assert limit_capaian(belum, kebijakan=SELISIH) is belum


def rentang(bawah: str, atas: str, satuan: str = "%") -> Rentang:
    return Rentang(Angka.from_desimal(bawah), Angka.from_desimal(atas), satuan)


@pytest.mark.parametrize(
    ("realisasi", "polaritas", "tercetak"),
    [
        ("70", "naik", "87,50%"),
        ("92", "naik", "102,22%"),
        ("80", "naik", "100,00%"),
        ("90", "naik", "100,00%"),
        ("85", "turun", "100,00%"),
        ("70", "rentang", "87,50%"),
        ("92", "rentang", "102,22%"),
        ("70", "tetap", "87,50%"),
        ("99", "tetap", "90,00%"),
    ],
)
def test_range_is_judged_by_its_nearer_bound(realisasi: str, polaritas: str, tercetak: str) -> None:
    assert cetak(rentang("80", "90"), realisasi, polaritas) == tercetak


@pytest.mark.parametrize(("realisasi", "tercetak"), [("6.5", "107,14%"), ("7.5", "100,00%"), ("9", "87,50%")])
def test_range_of_months_where_shorter_is_better(realisasi: str, tercetak: str) -> None:
    nilai = hitung(rentang("7", "8", "bulan"), Bilangan(Angka.from_desimal(realisasi), "bulan"), "turun")
    assert format_nilai(nilai, digit=2) == tercetak


@pytest.mark.parametrize(
    ("realisasi", "tercetak"), [("70", "87,50%"), ("81", "90,00%"), ("90", "100,00%"), ("95", "100,00%")]
)
def test_range_against_its_upper_bound_as_one_region_does(realisasi: str, tercetak: str) -> None:
    kebijakan = Kebijakan(dalam_rentang=DalamRentang.BATAS_ATAS)
    assert cetak(rentang("80", "90"), realisasi, "rentang", kebijakan) == tercetak
    assert cetak(rentang("80", "90"), realisasi, "naik", kebijakan) == tercetak
    assert cetak(rentang("0", "90"), "45", "rentang", kebijakan) == "50,00%"


def test_range_policy_of_the_upper_bound_leaves_lower_is_better_alone() -> None:
    kebijakan = Kebijakan(dalam_rentang=DalamRentang.BATAS_ATAS)
    assert cetak(rentang("80", "90"), "81", "turun", kebijakan) == "100,00%"


def test_range_below_zero_is_met_inside_and_left_to_people_outside() -> None:
    assert cetak(rentang("-1", "1"), "0", "rentang") == "100,00%"
    assert alasan(hitung(rentang("-1", "1"), "-2", "rentang")) is AlasanTakTerhitung.TARGET_NEGATIF
    kebijakan = Kebijakan(dalam_rentang=DalamRentang.BATAS_ATAS)
    assert cetak(rentang("-1", "1"), "0", "rentang", kebijakan) == "100,00%"


def test_range_remark_keeps_the_remark_of_the_bound() -> None:
    _, jejak = compute_capaian(
        target=rentang("0", "0"), realisasi=persen("2"), polaritas=Polaritas.TURUN, kebijakan=SELISIH
    )
    assert jejak.catatan is not None
    assert "batas terdekat" in jejak.catatan
    assert "kebijakan" in jejak.catatan
    assert [anak.uraian for anak in jejak.anak] == ["Batas atas target", "Realisasi"]


@pytest.mark.parametrize(
    ("realisasi", "tercetak"), [("50", "100,00%"), ("45", "90,00%"), ("55", "90,00%"), ("110", "−20,00%")]
)
def test_tetap_falls_off_on_both_sides(realisasi: str, tercetak: str) -> None:
    assert cetak("50", realisasi, "tetap") == tercetak


def test_tetap_with_target_nol() -> None:
    assert cetak("0", "0", "tetap") == "100,00%"
    assert cetak("0", "1", "tetap") == "0,00%"
    assert cetak("0", "-1", "tetap") == "0,00%"


@pytest.mark.parametrize(
    ("target", "realisasi", "aturan", "tercetak"),
    [
        ("Utama", "Nindya", "tercapai", "0,00%"),
        ("Nindya", "Utama", "tercapai", "100,00%"),
        ("Madya", "Madya", "tercapai", "100,00%"),
        ("Utama", "Nindya", "peringkat", "75,00%"),
        ("Nindya", "Utama", "peringkat", "133,33%"),
    ],
)
def test_categories_are_compared_by_rank_not_by_text(target: str, realisasi: str, aturan: str, tercetak: str) -> None:
    assert cetak(kla(target), kla(realisasi), skala=KLA, aturan_ordinal=AturanOrdinal(aturan)) == tercetak
    assert cetak(kla(target), kla(realisasi), aturan_ordinal=AturanOrdinal(aturan)) == tercetak


@pytest.mark.parametrize(
    ("realisasi", "polaritas", "tercetak"),
    [
        ("Pratama", "turun", "100,00%"),
        ("Utama", "turun", "0,00%"),
        ("Utama", "tetap", "0,00%"),
        ("Madya", "rentang", "100,00%"),
    ],
)
def test_categories_follow_the_polarity(realisasi: str, polaritas: str, tercetak: str) -> None:
    assert cetak(kla("Madya"), kla(realisasi), polaritas) == tercetak


def test_scores_of_categories() -> None:
    bb, a = Kategori("BB", 2, "akip"), Kategori("A", 3, "akip")
    assert cetak(a, bb, skala=AKIP, aturan_ordinal=AturanOrdinal.SKOR) == "87,50%"
    assert (
        cetak(a, Bilangan(Angka.from_desimal("79.39"), "nilai"), skala=AKIP, aturan_ordinal=AturanOrdinal.SKOR)
        == "99,24%"
    )
    tanpa_skor = Kategori("Tanpa skor", 1, "akip-tanpa-batas")
    lengkap = Bilangan(Angka(75), "nilai")
    for target, realisasi in ((tanpa_skor, lengkap), (lengkap, tanpa_skor)):
        nilai = hitung(target, realisasi, aturan_ordinal=AturanOrdinal.SKOR)
        assert alasan(nilai) is AlasanTakTerhitung.TANPA_DATA
    for skala, target in ((KLA, kla("Utama")), (None, bb), (None, rentang("1", "2"))):
        nilai = hitung(target, kla("Nindya"), skala=skala, aturan_ordinal=AturanOrdinal.SKOR)
        assert alasan(nilai) is AlasanTakTerhitung.TANPA_DATA


@pytest.mark.parametrize(
    "asing", [Kategori("Paripurna", 5, "kla"), Kategori("Utama", 2, "kla"), Kategori("Utama", 4, "kla-lama")]
)
def test_category_outside_its_scale_is_refused(asing: Kategori) -> None:
    assert alasan(hitung(kla("Madya"), asing, skala=KLA)) is AlasanTakTerhitung.KATEGORI_DI_LUAR_SKALA


def test_categories_of_two_scales_and_mixed_kinds_are_refused() -> None:
    assert alasan(hitung(kla("Madya"), Kategori("BB", 2, "akip"))) is AlasanTakTerhitung.SATUAN_BERBEDA
    assert alasan(hitung(kla("Madya"), "60")) is AlasanTakTerhitung.SATUAN_BERBEDA
    assert alasan(hitung("60", kla("Madya"))) is AlasanTakTerhitung.SATUAN_BERBEDA


def test_different_units_are_refused_and_named() -> None:
    nilai = hitung("86", Bilangan(Angka(92), "orang"))
    assert isinstance(nilai, TidakDapatDihitung)
    assert nilai.alasan is AlasanTakTerhitung.SATUAN_BERBEDA
    assert "%" in nilai.keterangan
    assert "orang" in nilai.keterangan


def test_range_as_realisasi_is_refused() -> None:
    assert alasan(hitung("86", rentang("80", "90"))) is AlasanTakTerhitung.BUKAN_ANGKA


def test_missing_realisasi_keeps_its_reason_before_a_missing_target() -> None:
    belum = BelumAda(AlasanBelumAda.TIDAK_DILAPORKAN)
    tanpa = TidakDapatDihitung(AlasanTakTerhitung.TANPA_TARGET, "Tidak ada target.")
    assert hitung(tanpa, belum) == belum
    assert hitung(tanpa, "80") == tanpa
    assert hitung("80", tanpa) == tanpa
    assert hitung(belum, "80") == belum


def test_marks_of_both_operands_travel_on() -> None:
    sementara, luar = Tanda(JenisTanda.SEMENTARA, "angka sementara"), Tanda(JenisTanda.NILAI_LUAR, "BPS")
    nilai = hitung(replace(persen("80"), tanda=(sementara,)), replace(persen("40"), tanda=(luar,)))
    assert nilai == replace(persen("50"), tanda=(sementara, luar))


def test_basis_of_printed_numbers_rounds_the_realisasi_first() -> None:
    pmks = Bilangan(Angka(1277, 1816) * 100, "%")
    penuh, tercetak = Kebijakan(), Kebijakan(dasar_hitung=DasarHitung.TERCETAK)
    assert hitung("86", pmks, "naik", penuh, digit=0) == Bilangan(Angka(127700, 1816) / 86 * 100, "%")
    assert hitung("86", pmks, "naik", tercetak, digit=2) == Bilangan(Angka.from_desimal("70.32") / 86 * 100, "%")
    assert hitung("86", pmks, "naik", tercetak, digit=0) == Bilangan(Angka(70) / 86 * 100, "%")
    assert hitung("86", pmks, "naik", tercetak) == hitung("86", pmks, "naik", penuh)
    _, jejak = compute_capaian(
        target=persen("86"), realisasi=pmks, polaritas=Polaritas.NAIK, kebijakan=tercetak, digit=2
    )
    assert jejak.anak[1].nilai == persen("70.32")
    assert jejak.anak[1].anak[0].nilai == pmks


def test_realisasi_above_the_attainable_maximum_is_remarked() -> None:
    for realisasi, ada in (("130", True), ("100", False)):
        nilai, jejak = compute_capaian(
            target=persen("80"),
            realisasi=persen(realisasi),
            polaritas=Polaritas.NAIK,
            kebijakan=SELISIH,
            maksimum=Angka(100),
        )
        assert isinstance(nilai, Bilangan)
        assert (jejak.catatan is not None and "melebihi" in jejak.catatan) is ada


def test_story_carries_the_stories_of_the_operands() -> None:
    target = Jejak("target", "Target", persen("86"), identitas="x/2020/tahun/indikator:pmks/target")
    realisasi = Jejak("realisasi", "Realisasi", persen("43"), identitas="x/2020/tahun/indikator:pmks/realisasi")
    _, jejak = compute_capaian(
        target=persen("86"),
        realisasi=persen("43"),
        polaritas=Polaritas.NAIK,
        kebijakan=SELISIH,
        jejak_target=target,
        jejak_realisasi=realisasi,
    )
    assert jejak.anak == (target, realisasi)


def test_other_conventions_change_one_thing_each() -> None:
    tercetak = {}
    for nama, kebijakan in list_kebijakan_lain(SELISIH, polaritas=Polaritas.TURUN):
        capaian, _ = compute_capaian(
            target=persen("10"), realisasi=persen("5.004"), polaritas=Polaritas.TURUN, kebijakan=kebijakan, digit=2
        )
        terbatas = limit_capaian(capaian, kebijakan=kebijakan)
        tercetak[nama] = (format_nilai(capaian, digit=2), format_nilai(terbatas, digit=2))
    assert tercetak == {
        "rumus turun T/R": ("199,84%", "120,00%"),
        "batas 100": ("149,96%", "100,00%"),
        "tanpa batas": ("149,96%", "149,96%"),
        "dasar hitung tercetak": ("150,00%", "120,00%"),
    }


def test_other_turun_formula_is_offered_only_where_it_matters() -> None:
    nama = [nama for nama, _ in list_kebijakan_lain(replace(SELISIH, batas=Angka(110)), polaritas=Polaritas.NAIK)]
    assert nama == ["batas 100", "batas 120", "tanpa batas", "dasar hitung tercetak"]


pecahan = st.fractions(min_value=Fraction(1, 1000), max_value=10**9, max_denominator=1000)
realisasi_bebas = st.fractions(min_value=-(10**9), max_value=10**9, max_denominator=1000)


def dari(pecahan: Fraction) -> Bilangan:
    return Bilangan(Angka(pecahan.numerator, pecahan.denominator), "%")


def angka_capaian(target: Nilai, realisasi: Fraction, polaritas: Polaritas, kebijakan: Kebijakan) -> Angka:
    nilai = hitung(target, dari(realisasi), polaritas, kebijakan)
    assert isinstance(nilai, Bilangan)
    return nilai.angka


@settings(max_examples=100)
@given(target=pecahan, polaritas=st.sampled_from(Polaritas), rumus=st.sampled_from(RumusTurun))
def test_meeting_a_positive_target_is_100(target: Fraction, polaritas: Polaritas, rumus: RumusTurun) -> None:
    assert angka_capaian(dari(target), target, polaritas, Kebijakan(rumus_turun=rumus)) == 100


@settings(max_examples=100)
@given(target=pecahan, a=realisasi_bebas, b=realisasi_bebas)
def test_naik_and_turun_selisih_are_strictly_monotone(target: Fraction, a: Fraction, b: Fraction) -> None:
    assume(a < b)
    assert angka_capaian(dari(target), a, Polaritas.NAIK, SELISIH) < angka_capaian(
        dari(target), b, Polaritas.NAIK, SELISIH
    )
    assert angka_capaian(dari(target), a, Polaritas.TURUN, SELISIH) > angka_capaian(
        dari(target), b, Polaritas.TURUN, SELISIH
    )


@settings(max_examples=100)
@given(target=pecahan, a=pecahan, b=pecahan)
def test_turun_nisbah_is_strictly_monotone_over_positive_realisasi(target: Fraction, a: Fraction, b: Fraction) -> None:
    assume(a < b)
    assert angka_capaian(dari(target), a, Polaritas.TURUN, NISBAH) > angka_capaian(
        dari(target), b, Polaritas.TURUN, NISBAH
    )


@settings(max_examples=100)
@given(target=pecahan, a=pecahan, b=pecahan)
def test_tetap_and_rentang_that_must_not_be_left_fall_with_the_distance(
    target: Fraction, a: Fraction, b: Fraction
) -> None:
    assume(a < b)
    menjauh = replace(SELISIH, luar_rentang=LuarRentang.MENJAUH)
    for polaritas in (Polaritas.TETAP, Polaritas.RENTANG):
        dekat, jauh = (angka_capaian(dari(target), target + d, polaritas, menjauh) for d in (a, b))
        assert 100 > dekat > jauh
        dekat, jauh = (angka_capaian(dari(target), target - d, polaritas, menjauh) for d in (a, b))
        assert 100 > dekat > jauh


def test_above_a_range_the_policy_decides() -> None:
    menjauh = Kebijakan(luar_rentang=LuarRentang.MENJAUH)
    assert cetak(rentang("80", "90"), "92", "rentang", menjauh) == "97,78%"
    assert cetak(rentang("80", "90"), "92", "rentang", replace(menjauh, rumus_turun=RumusTurun.NISBAH)) == "97,78%"
    assert cetak(rentang("80", "90"), "92", "naik", menjauh) == "102,22%"
    assert [nama for nama, _ in list_kebijakan_lain(menjauh, polaritas=Polaritas.RENTANG)] == [
        "rumus turun T/R",
        "di atas rentang R/U",
        "batas 100",
        "tanpa batas",
        "dasar hitung tercetak",
    ]
    assert ("di atas rentang R/U", Kebijakan()) in list_kebijakan_lain(menjauh, polaritas=Polaritas.RENTANG)


@pytest.mark.parametrize(
    ("realisasi", "menjauh", "nisbah"),
    [("8", "80,00%", "80,00%"), ("10", "100,00%", "100,00%"), ("12", "80,00%", "120,00%")],
)
def test_one_number_as_target_of_a_rentang_is_a_range_without_width(realisasi: str, menjauh: str, nisbah: str) -> None:
    assert cetak("10", realisasi, "rentang", Kebijakan(luar_rentang=LuarRentang.MENJAUH)) == menjauh
    assert cetak("10", realisasi, "rentang", Kebijakan()) == nisbah


@settings(max_examples=100)
@given(
    bawah=pecahan, lebar=pecahan, bagian=st.fractions(min_value=0, max_value=1), polaritas=st.sampled_from(Polaritas)
)
def test_inside_a_range_is_100(bawah: Fraction, lebar: Fraction, bagian: Fraction, polaritas: Polaritas) -> None:
    target = Rentang(dari(bawah).angka, dari(bawah + lebar).angka, "%")
    assert angka_capaian(target, bawah + lebar * bagian, polaritas, SELISIH) == 100


@settings(max_examples=100)
@given(
    target=pecahan, realisasi=realisasi_bebas, polaritas=st.sampled_from(Polaritas), rumus=st.sampled_from(RumusTurun)
)
def test_limited_capaian_lies_between_0_and_the_cap(
    target: Fraction, realisasi: Fraction, polaritas: Polaritas, rumus: RumusTurun
) -> None:
    kebijakan = Kebijakan(rumus_turun=rumus)
    nilai = limit_capaian(hitung(dari(target), dari(realisasi), polaritas, kebijakan), kebijakan=kebijakan)
    assert isinstance(nilai, Bilangan)
    assert 0 <= nilai.angka <= 120
