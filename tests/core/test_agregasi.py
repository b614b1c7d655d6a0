"""Aggregation over quarters, units and years: missing parts are named, ratios are recomputed, natures are warned of."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nilai_uji import angka
from tolok.core.agregasi import (
    GabunganUnitKeliru,
    RataRataNisbah,
    aggregate_tahun,
    aggregate_triwulan,
    aggregate_unit,
    aggregate_variabel,
    is_tergabung_unit,
    warn_sifat,
)
from tolok.core.angka import Angka
from tolok.core.indikator import AgregasiTahun, AgregasiTriwulan, AgregasiUnit, Sifat
from tolok.core.jejak import Jejak
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
    has_tanda,
)
from tolok.core.periode import Periode

TAHUN = Periode(2020)
LUAR = Tanda(JenisTanda.NILAI_LUAR, "BPS")


def orang(*daftar: int | Nilai | None, awal: int = 1) -> dict[int, Jejak]:
    """Quarters from ``awal`` on; ``None`` is a quarter nobody filled in."""
    return {
        t: Jejak("isian", f"TW {t}", Bilangan(Angka(n), "orang") if isinstance(n, int) else n)
        for t, n in enumerate(daftar, start=awal)
        if n is not None
    }


def variabel(sifat: Sifat, triwulan: int, isian: dict[int, Jejak]) -> Nilai:
    nilai, jejak = aggregate_variabel(
        label="PMKS", sifat=sifat, periode=Periode(2020, triwulan), jejak_per_triwulan=isian
    )
    assert jejak.nilai == nilai
    return nilai


PEMBILANG, PENYEBUT = orang(10, 30, 45, 50), orang(100, 100, 110, 120)


@pytest.mark.parametrize(
    ("sifat_pembilang", "sifat_penyebut", "pembilang", "penyebut", "tercetak"),
    [
        (Sifat.ARUS, Sifat.ARUS, 135, 430, "31.40"),
        (Sifat.KUMULATIF, Sifat.KUMULATIF, 50, 120, "41.67"),
        (Sifat.ARUS, Sifat.POSISI, 135, 120, "112.50"),
    ],
)
def test_four_quarters_of_a_ratio_by_nature(
    sifat_pembilang: Sifat, sifat_penyebut: Sifat, pembilang: int, penyebut: int, tercetak: str
) -> None:
    atas, bawah = angka(variabel(sifat_pembilang, 0, PEMBILANG)), angka(variabel(sifat_penyebut, 0, PENYEBUT))
    assert (atas, bawah) == (pembilang, penyebut)
    assert (atas / bawah * 100).bulat(2) == Angka.from_desimal(tercetak)


@pytest.mark.parametrize(
    ("pembilang", "penyebut", "diperingatkan"),
    [
        ([Sifat.ARUS], [Sifat.POSISI], True),
        ([Sifat.POSISI], [Sifat.ARUS, Sifat.ARUS], True),
        ([Sifat.ARUS], [Sifat.ARUS, Sifat.ARUS], False),
        ([Sifat.KUMULATIF], [Sifat.POSISI], False),
        ([Sifat.ARUS], [Sifat.KUMULATIF], False),
        ([], [Sifat.POSISI], False),
        ([Sifat.ARUS], [], False),
    ],
)
def test_flow_over_stock_is_warned_of(pembilang: list[Sifat], penyebut: list[Sifat], diperingatkan: bool) -> None:
    assert (warn_sifat(pembilang=pembilang, penyebut=penyebut) is not None) is diperingatkan


@pytest.mark.parametrize(("triwulan", "jumlah"), [(1, 10), (2, 40), (3, 85), (4, 135), (0, 135)])
def test_arus_adds_up_to_the_quarter(triwulan: int, jumlah: int) -> None:
    assert angka(variabel(Sifat.ARUS, triwulan, PEMBILANG)) == jumlah


def test_missing_quarter_of_arus_is_named_and_never_zero() -> None:
    nilai = variabel(Sifat.ARUS, 4, orang(10, None, 45, None))
    assert isinstance(nilai, BelumAda)
    assert nilai.alasan is AlasanBelumAda.BELUM_DIISI
    assert "Triwulan II dan Triwulan IV" in nilai.keterangan
    assert angka(variabel(Sifat.ARUS, 1, orang(10, None, 45, None))) == 10


@pytest.mark.parametrize("sifat", list(Sifat))
def test_a_blank_cell_is_named_by_its_quarter(sifat: Sifat) -> None:
    kosong = BelumAda(AlasanBelumAda.BELUM_DIISI)
    pesan = "PMKS belum diisi untuk Triwulan III Tahun 2020."
    assert variabel(sifat, 3, orang(10, 30, kosong)) == BelumAda(AlasanBelumAda.BELUM_DIISI, pesan)
    alasan = BelumAda(AlasanBelumAda.BELUM_DIISI, "Register sedang dipindahkan.")
    assert variabel(sifat, 3, orang(10, 30, alasan)) == alasan


def test_blank_and_absent_quarters_of_a_sum_are_named_together() -> None:
    nilai = variabel(Sifat.ARUS, 4, orang(10, BelumAda(AlasanBelumAda.BELUM_DIISI), 45, None))
    assert nilai == BelumAda(
        AlasanBelumAda.BELUM_DIISI, "PMKS belum diisi untuk Triwulan II dan Triwulan IV Tahun 2020."
    )


def test_state_of_a_quarter_stands_for_the_sum() -> None:
    lapor = BelumAda(AlasanBelumAda.TIDAK_DILAPORKAN, tanda=(LUAR,))
    assert variabel(Sifat.ARUS, 0, orang(10, lapor, 45, 50)) == lapor


def test_quarter_that_was_not_reported_is_not_hidden_by_one_without_a_row() -> None:
    lapor = BelumAda(AlasanBelumAda.TIDAK_DILAPORKAN)
    assert variabel(Sifat.ARUS, 4, orang(10, lapor, None, 50)) == lapor
    assert variabel(Sifat.ARUS, 4, orang(10, None, lapor, 50)) == lapor


def test_kumulatif_needs_the_quarter_itself() -> None:
    assert angka(variabel(Sifat.KUMULATIF, 2, PEMBILANG)) == 30
    nilai = variabel(Sifat.KUMULATIF, 2, orang(10))
    assert isinstance(nilai, BelumAda)
    assert "Triwulan II" in nilai.keterangan


def test_posisi_takes_the_last_known_one_and_says_so() -> None:
    assert variabel(Sifat.POSISI, 2, PENYEBUT) == Bilangan(Angka(100), "orang")
    for isian, terakhir, triwulan in (
        (orang(100), 100, "Triwulan I"),
        (orang(100, 110), 110, "Triwulan II"),
        (orang(100, 110, 105), 105, "Triwulan III"),
        (orang(100, BelumAda(AlasanBelumAda.BELUM_DIISI)), 100, "Triwulan I"),
    ):
        lama = variabel(Sifat.POSISI, 4, isian)
        keterangan = f"Posisi terakhir yang diketahui: {triwulan}."
        assert lama == Bilangan(Angka(terakhir), "orang", (Tanda(JenisTanda.SEMENTARA, keterangan),))
    belum = BelumAda(AlasanBelumAda.TIDAK_DILAPORKAN)
    assert isinstance(variabel(Sifat.POSISI, 4, orang(belum)), BelumAda)
    assert isinstance(variabel(Sifat.POSISI, 4, {}), BelumAda)


@pytest.mark.parametrize("sifat", list(Sifat))
def test_value_of_the_whole_year_stands_for_year_and_last_quarter_only(sifat: Sifat) -> None:
    setahun = orang(400, awal=0)
    assert angka(variabel(sifat, 0, setahun)) == 400
    assert angka(variabel(sifat, 4, setahun)) == 400
    nilai = variabel(sifat, 2, setahun)
    assert isinstance(nilai, BelumAda)
    assert nilai.alasan is AlasanBelumAda.BELUM_WAKTUNYA


def test_value_of_the_whole_year_beside_quarters() -> None:
    assert variabel(Sifat.ARUS, 0, {**orang(135, awal=0), **PEMBILANG}) == Bilangan(Angka(135), "orang")
    beda = variabel(Sifat.ARUS, 0, {**orang(140, awal=0), **PEMBILANG})
    assert angka(beda) == 140
    assert has_tanda(beda, JenisTanda.BERTENTANGAN)
    assert angka(variabel(Sifat.ARUS, 0, {**orang(140, awal=0), **orang(10)})) == 140
    assert angka(variabel(Sifat.ARUS, 1, {**orang(140, awal=0), **orang(10)})) == 10
    assert has_tanda(variabel(Sifat.POSISI, 0, {**orang(9, awal=0), **PENYEBUT}), JenisTanda.BERTENTANGAN)


@pytest.mark.parametrize(
    "nilai",
    [
        Kategori("Madya", 2, "kla"),
        Rentang(Angka(1), Angka(2), "orang"),
        BelumAda(AlasanBelumAda.TIDAK_DIEVALUASI),
    ],
)
def test_yearly_value_that_the_last_quarter_repeats_is_not_contradicted(nilai: Nilai) -> None:
    isian = {0: Jejak("isian", "setahun", nilai), 4: Jejak("isian", "TW 4", nilai)}
    assert variabel(Sifat.POSISI, 0, isian) == nilai


@pytest.mark.parametrize(
    ("setahun", "triwulan"),
    [
        (Kategori("Madya", 2, "kla"), Kategori("Nindya", 3, "kla")),
        (Kategori("B", 2, "akip"), Kategori("Madya", 2, "kla")),
        (Rentang(Angka(1), Angka(2), "orang"), Rentang(Angka(1), Angka(3), "orang")),
        (Rentang(Angka(1), Angka(2), "orang"), Rentang(Angka(0), Angka(2), "orang")),
        (Rentang(Angka(1), Angka(2), "orang"), Rentang(Angka(1), Angka(2), "kasus")),
        (Bilangan(Angka(1), "orang"), Bilangan(Angka(1), "kasus")),
        (BelumAda(AlasanBelumAda.TIDAK_DIEVALUASI), BelumAda(AlasanBelumAda.BELUM_TERBIT)),
    ],
)
def test_yearly_value_that_the_last_quarter_denies_is_kept_and_marked(setahun: Nilai, triwulan: Nilai) -> None:
    isian = {0: Jejak("isian", "setahun", setahun), 4: Jejak("isian", "TW 4", triwulan)}
    nilai = variabel(Sifat.POSISI, 0, isian)
    assert has_tanda(nilai, JenisTanda.BERTENTANGAN)
    assert replace(nilai, tanda=()) == setahun


@pytest.mark.parametrize(
    ("isian", "alasan"),
    [
        (orang(10, Kategori("Madya", 2, "kla")), AlasanTakTerhitung.BUKAN_ANGKA),
        (orang(10, Bilangan(Angka(3), "keluarga")), AlasanTakTerhitung.SATUAN_BERBEDA),
    ],
)
def test_unlike_parts_are_not_added(isian: dict[int, Jejak], alasan: AlasanTakTerhitung) -> None:
    nilai = variabel(Sifat.ARUS, 2, isian)
    assert isinstance(nilai, TidakDapatDihitung)
    assert nilai.alasan is alasan


def test_bare_numbers_of_a_story_count_without_unit() -> None:
    isian = {1: Jejak("isian", "TW 1", Angka(3)), 2: Jejak("isian", "TW 2", Angka(4))}
    assert variabel(Sifat.ARUS, 2, isian) == Bilangan(Angka(7), "")


def triwulanan(agregasi: AgregasiTriwulan, isian: dict[int, Jejak], triwulan: int = 0) -> tuple[Nilai, Jejak]:
    return aggregate_triwulan(
        label="Kunjungan", agregasi=agregasi, periode=Periode(2020, triwulan), jejak_per_triwulan=isian
    )


@pytest.mark.parametrize("agregasi", [a for a in AgregasiTriwulan if a is not AgregasiTriwulan.TERAKHIR])
def test_marks_of_every_quarter_travel_once_each_in_order(agregasi: AgregasiTriwulan) -> None:
    sementara = Tanda(JenisTanda.SEMENTARA, "TW II")
    ditandai = Bilangan(Angka(30), "orang", (sementara, LUAR))
    isian = orang(Bilangan(Angka(10), "orang", (LUAR,)), ditandai, 45, 50)
    assert triwulanan(agregasi, isian)[0].tanda == (LUAR, sementara)


@pytest.mark.parametrize(
    ("agregasi", "setahun", "semester"),
    [
        (AgregasiTriwulan.JUMLAH, Fraction(135), Fraction(40)),
        (AgregasiTriwulan.RATA_RATA, Fraction(135, 4), Fraction(20)),
        (AgregasiTriwulan.TERAKHIR, Fraction(50), Fraction(30)),
        (AgregasiTriwulan.MAKSIMUM, Fraction(50), Fraction(30)),
        (AgregasiTriwulan.MINIMUM, Fraction(10), Fraction(10)),
    ],
)
def test_indicator_without_formula_over_quarters(
    agregasi: AgregasiTriwulan, setahun: Fraction, semester: Fraction
) -> None:
    assert angka(triwulanan(agregasi, PEMBILANG)[0]).to_fraction() == setahun
    assert angka(triwulanan(agregasi, PEMBILANG, 2)[0]).to_fraction() == semester


@pytest.mark.parametrize(
    ("isian", "triwulan", "nilai", "sementara"),
    [
        (orang(10, 30, 45, 50), 0, 50, False),
        (orang(None, None, None, 50), 0, 50, False),
        (orang(10, None, 45), 3, 45, False),
        (orang(10, 30), 0, 30, True),
        (orang(10, 30, 45, BelumAda(AlasanBelumAda.BELUM_TERBIT)), 0, 45, True),
        (orang(10, 30, 45, 50), 2, 30, False),
    ],
)
def test_last_report_is_provisional_only_if_older_than_its_period(
    isian: dict[int, Jejak], triwulan: int, nilai: int, sementara: bool
) -> None:
    hasil, jejak = triwulanan(AgregasiTriwulan.TERAKHIR, isian, triwulan)
    assert angka(hasil) == nilai
    assert has_tanda(hasil, JenisTanda.SEMENTARA) is sementara
    assert jejak.anak[0].nilai == Bilangan(Angka(nilai), "orang")


def test_mean_of_ratios_is_refused() -> None:
    with pytest.raises(RataRataNisbah, match="hitung ulang"):
        aggregate_triwulan(
            label="PMKS",
            agregasi=AgregasiTriwulan.RATA_RATA,
            periode=TAHUN,
            jejak_per_triwulan=PEMBILANG,
            is_nisbah=True,
        )
    nilai, _ = aggregate_triwulan(
        label="PMKS",
        agregasi=AgregasiTriwulan.TERAKHIR,
        periode=TAHUN,
        jejak_per_triwulan=PEMBILANG,
        is_nisbah=True,
    )
    assert angka(nilai) == 50


@pytest.mark.parametrize("sifat", [Sifat.POSISI, Sifat.KUMULATIF])
def test_an_earlier_quarter_does_not_contradict_the_state_at_the_end_of_the_year(sifat: Sifat) -> None:
    assert variabel(sifat, 0, {**orang(110, awal=0), **orang(100, 105)}) == Bilangan(Angka(110), "orang")


def test_quarters_not_reported_are_said() -> None:
    nilai, jejak = triwulanan(AgregasiTriwulan.RATA_RATA, orang(10, None, 20))
    assert angka(nilai) == 15
    assert jejak.catatan == "2 dari 4 triwulan terisi."
    assert triwulanan(AgregasiTriwulan.RATA_RATA, PEMBILANG)[1].catatan is None
    terakhir, _ = triwulanan(AgregasiTriwulan.TERAKHIR, orang(10, None, 20))
    assert angka(terakhir) == 20
    assert has_tanda(terakhir, JenisTanda.SEMENTARA)
    jumlah, _ = triwulanan(AgregasiTriwulan.JUMLAH, orang(10, None, 20))
    assert isinstance(jumlah, BelumAda)


def test_last_value_before_a_quarter_that_was_not_reported() -> None:
    nilai, _ = triwulanan(AgregasiTriwulan.TERAKHIR, orang(10, 20, 30, BelumAda(AlasanBelumAda.TIDAK_DILAPORKAN)))
    assert angka(nilai) == 30
    assert has_tanda(nilai, JenisTanda.SEMENTARA)


def test_quarters_without_any_value() -> None:
    lapor = BelumAda(AlasanBelumAda.TIDAK_DILAPORKAN)
    assert triwulanan(AgregasiTriwulan.TERAKHIR, orang(lapor))[0] == lapor
    kosong, _ = triwulanan(AgregasiTriwulan.MAKSIMUM, {})
    assert isinstance(kosong, BelumAda)
    assert kosong.alasan is AlasanBelumAda.BELUM_DIISI


def unit(jejak: dict[str, Jejak], satuan: str = "orang", **lain: Any) -> tuple[Nilai, Jejak]:
    return aggregate_unit(label="PMKS", jejak_per_unit=jejak, satuan=satuan, periode=Periode(2020, 2), **lain)


def test_parts_are_summed_over_units_but_percentages_never() -> None:
    per_unit = {"Bidang A": PEMBILANG[1], "Bidang B": PEMBILANG[2]}
    nilai, jejak = unit(per_unit)
    assert angka(nilai) == 40
    assert jejak.anak == tuple(per_unit.values())
    for satuan in ("persen", "indeks", "kasus per 1.000 penduduk", "orang/km2"):
        with pytest.raises(GabunganUnitKeliru, match="dijumlahkan; jumlahkan bagian"):
            unit(per_unit, satuan)
    kosong, _ = unit({})
    assert isinstance(kosong, BelumAda)


@pytest.mark.parametrize(("agregasi", "hasil"), [("rata_rata", 20), ("maksimum", 30), ("minimum", 10)])
def test_indices_of_units_are_averaged_or_compared(agregasi: str, hasil: int) -> None:
    per_unit = {"Bidang A": PEMBILANG[1], "Bidang B": PEMBILANG[2]}
    assert angka(unit(per_unit, "indeks", agregasi=AgregasiUnit(agregasi))[0]) == hasil
    assert is_tergabung_unit(satuan="%", agregasi=AgregasiUnit(agregasi)) == (agregasi != "rata_rata")


def test_a_missing_unit_is_named_and_never_counted_as_nothing() -> None:
    nilai, jejak = unit({"Bidang A": PEMBILANG[1]}, unit_kurang=["Bidang B", "UPT"])
    assert nilai == BelumAda(
        AlasanBelumAda.BELUM_DIISI, "PMKS belum diisi oleh Bidang B dan UPT untuk Triwulan II Tahun 2020."
    )
    assert jejak.anak == (PEMBILANG[1],)
    lapor = Jejak("isian", "B", BelumAda(AlasanBelumAda.TIDAK_DILAPORKAN, "Data belum diterima."))
    nilai, _ = unit({"Bidang A": PEMBILANG[1], "Bidang B": lapor})
    assert nilai == BelumAda(
        AlasanBelumAda.TIDAK_DILAPORKAN, "PMKS dari Bidang B untuk Triwulan II Tahun 2020: Data belum diterima."
    )
    nilai, _ = unit({"Bidang B": lapor._replace(nilai=BelumAda(AlasanBelumAda.TIDAK_DILAPORKAN))})
    assert nilai == BelumAda(
        AlasanBelumAda.TIDAK_DILAPORKAN, "PMKS dari Bidang B untuk Triwulan II Tahun 2020: belum ada nilainya."
    )


def test_a_yearly_value_in_parts_is_compared_part_by_part() -> None:
    def paket(n: int) -> Majemuk:
        return Majemuk((BagianNilai("a", Bilangan(Angka(n), "orang")),), (LUAR,))

    for lain, is_beda in ((2, False), (3, True)):
        isi = {0: Jejak("isian", "", paket(2)), 4: Jejak("isian", "", paket(lain))}
        nilai, _ = aggregate_variabel(label="P", sifat=Sifat.KUMULATIF, periode=TAHUN, jejak_per_triwulan=isi)
        assert has_tanda(nilai, JenisTanda.BERTENTANGAN) == is_beda


def test_years_to_the_end_of_the_plan() -> None:
    per_tahun = {2020: PEMBILANG[2], 2019: PEMBILANG[1]}
    nilai, _ = aggregate_tahun(label="PMKS", agregasi=AgregasiTahun.JUMLAH, jejak_per_tahun=per_tahun)
    assert angka(nilai) == 40
    nilai, _ = aggregate_tahun(label="PMKS", agregasi=AgregasiTahun.TERAKHIR, jejak_per_tahun=per_tahun)
    assert angka(nilai) == 30


bilangan = st.fractions(min_value=-(10**6), max_value=10**6, max_denominator=999)


@settings(max_examples=100)
@given(daftar=st.lists(bilangan, min_size=4, max_size=4), urutan=st.permutations(range(4)))
def test_sums_means_and_extremes_do_not_depend_on_the_order(daftar: list[Fraction], urutan: list[int]) -> None:
    def isian(isi: list[Fraction]) -> dict[int, Jejak]:
        return {
            t: Jejak("isian", "", Bilangan(Angka(p.numerator, p.denominator), "orang"))
            for t, p in enumerate(isi, start=1)
        }

    acak = isian([daftar[i] for i in urutan])
    for agregasi in (AgregasiTriwulan.JUMLAH, AgregasiTriwulan.RATA_RATA, AgregasiTriwulan.MAKSIMUM):
        assert triwulanan(agregasi, isian(daftar))[0] == triwulanan(agregasi, acak)[0]
    assert angka(triwulanan(AgregasiTriwulan.JUMLAH, acak)[0]).to_fraction() == sum(daftar)
    assert angka(variabel(Sifat.ARUS, 0, acak)).to_fraction() == sum(daftar)
