"""Evaluation: exact values, states that name the variable, marks, and a trace that tells all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tolok.core.angka import Angka
from tolok.core.jejak import Hasil, Jejak
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
from tolok.core.rumus import evaluator
from tolok.core.rumus.evaluator import DaftarNilai, compile_rumus, evaluate
from tolok.core.rumus.nodes import Peubah
from tolok.core.rumus.parser import GalatRumus, parse_rumus

SEMENTARA = Tanda(JenisTanda.SEMENTARA, "angka sementara")
BERTENTANGAN = Tanda(JenisTanda.BERTENTANGAN, "dua sumber")
BELUM_TERBIT = BelumAda(AlasanBelumAda.BELUM_TERBIT, tanda=(SEMENTARA,))
TANPA_DATA = TidakDapatDihitung(AlasanTakTerhitung.TANPA_DATA, "Jumlah kasus 2019 tidak diterbitkan.")
MADYA = Kategori("Madya", 2, "kla")


def orang(n: int, *tanda: Tanda) -> Bilangan:
    return Bilangan(Angka(n), "orang", tanda)


def hitung(rumus: str, satuan: str = "orang", **isi: object) -> tuple[Nilai, Jejak]:
    return evaluate(parse_rumus(rumus), satuan_hasil=satuan, ambil=lambda p: isi[p.label])  # type: ignore[arg-type, return-value]


def angka(rumus: str, satuan: str = "indeks", **isi: object) -> Angka:
    nilai, _ = hitung(rumus, satuan, **isi)
    assert isinstance(nilai, Bilangan), nilai
    return nilai.angka


def keadaan(rumus: str, satuan: str = "indeks", **isi: object) -> BelumAda | TidakDapatDihitung:
    nilai, _ = hitung(rumus, satuan, **isi)
    assert isinstance(nilai, BelumAda | TidakDapatDihitung), nilai
    return nilai


def test_published_ratio_of_pmks_is_exact() -> None:
    """Pengukuran Kinerja Dinsos PPPA Kota Probolinggo 2020: 1277/1816, printed 70,31% (cut, not rounded)."""
    nilai, _ = hitung("[A] / [B] * 100%", "%", A=orang(1277), B=orang(1816))
    assert nilai == Bilangan(Angka(127700, 1816), "%")


@pytest.mark.parametrize(
    ("rumus", "hasil"),
    [
        ("([L] - [K]) / [L] * 100%", Angka(-1600, 26)),  # handbook 9.2: (26-42)/26 is negative when cases rise
        ("2 * [L] - [K]", Angka(10)),
        ("-[L]^2", Angka(-676)),
        ("[L]^-1", Angka(1, 26)),
        ("0^0", Angka(1)),
        ("0,5 * [L] + 50% - 50%", Angka(13)),
        ("jumlah([L]; [K]; 2)", Angka(70)),
        ("rata_rata([L]; [K])", Angka(34)),
        ("maks([L]; [K])", Angka(42)),
        ("min([L]; [K])", Angka(26)),
        ("abs([L] - [K])", Angka(16)),
        ("4^0,5", Angka(2)),
        ("rata_rata_geometrik(4; 9)", Angka(6)),
    ],
)
def test_computes(rumus: str, hasil: Angka) -> None:
    assert angka(rumus, L=orang(26), K=orang(42)) == hasil


def test_percent_factor_and_plain_100_are_one_thing() -> None:
    isi = {"A": orang(3), "B": orang(7)}
    assert angka("[A] / [B] * 100%", "%", **isi) == angka("[A] / [B] * 100", "%", **isi) == Angka(300, 7)


@pytest.mark.parametrize(
    "rumus", ["[A] / [B]", "0,5 * [A] / [B]", "-([A] / [B])", "[A] / ([B] + 1)", "[A] * (1 / [B])"]
)
def test_bare_ratio_under_percent_is_refused(rumus: str) -> None:
    with pytest.raises(GalatRumus, match=r"100%") as galat:
        hitung(rumus, "%", A=orang(1), B=orang(2))
    assert "* 100%" in galat.value.saran


@pytest.mark.parametrize(
    ("rumus", "hasil"),
    [
        ("100 * [A] / [B]", Angka(50)),
        ("[A] / [B] * 100", Angka(50)),
        ("([A] + [B]) / 2", Angka(3, 2)),
        ("100% - [A] / [B] * 100%", Angka(50)),
    ],
)
def test_formula_with_points_is_accepted_under_percent(rumus: str, hasil: Angka) -> None:
    assert hitung(rumus, "%", A=orang(1), B=orang(2))[0] == Bilangan(hasil, "%")


def test_bare_ratio_is_fine_for_another_unit() -> None:
    assert angka("[A] / [B]", "rasio", A=orang(1), B=orang(2)) == Angka(1, 2)


def test_a_power_is_bounded_by_its_exponent_and_by_the_length_of_its_result() -> None:
    """64 times the 32 binary digits of 2^31 is 2048, the most that is computed."""
    assert angka("[A]^64", A=Bilangan(Angka(2**31), "")) == Angka(2 ** (31 * 64))
    assert angka("[A]^[B]", A=Bilangan(Angka(2**31), ""), B=orang(-64)) == Angka(1, 2 ** (31 * 64))
    for dasar, pangkat in ((Angka(2**32), 64), (Angka(1, 2**32), 64), (Angka(2**32), -64), (Angka(1), 65)):
        alasan = keadaan("[A]^[B]", A=Bilangan(dasar, ""), B=orang(pangkat))
        assert "terlalu besar" in alasan.keterangan


def test_geometric_mean_of_the_handbook() -> None:
    """Handbook 9.7: (1,22 x 0,80 x 1,42)^(1/3) = 111,5 %."""
    hasil = angka("rata_rata_geometrik(1,22; 0,8; 1,42) * 100")
    assert hasil.hampiran
    assert hasil.bulat(1) == Angka(1115, 10)


@pytest.mark.parametrize(
    ("alfa", "hasil"),
    [("0", Angka(2, 4)), ("1", Angka(3 + 1, 6 * 4)), ("2", Angka(9 + 1, 36 * 4))],
)
def test_fgt_is_exact_for_whole_alfa(alfa: str, hasil: Angka) -> None:
    """Line 6; spending 3 and 5 are below it, 6 and 10 are not (strictly below counts)."""
    data = DaftarNilai(tuple(map(Angka, (3, 5, 6, 10))), "Rp")
    assert angka(f"fgt([D]; 6; {alfa})", D=data) == hasil


def test_fgt_takes_a_line_below_one() -> None:
    data = DaftarNilai((Angka(1, 4), Angka(1)), "juta rupiah")
    assert angka("fgt([D]; 0,5; 1)", D=data) == Angka(1, 4)


def test_fgt_with_fractional_alfa_is_marked_as_approximation() -> None:
    hasil = angka("fgt([D]; 6; 0,5)", D=DaftarNilai((Angka(3),), "Rp"))
    assert hasil.hampiran
    assert hasil.bulat(6) == Angka(707107, 10**6)


def test_list_variable_counts_with_all_its_numbers() -> None:
    data = DaftarNilai((Angka(80), Angka(90)), "%", (SEMENTARA,), "d/2020/tahun/variabel:x/nilai", "survei")
    nilai, jejak = hitung("rata_rata([D]; [A])", "%", D=data, A=orang(100))
    assert nilai == Bilangan(Angka(90), "%", (SEMENTARA,))
    daftar = next(j for j in jejak.telusuri() if j.operasi == "daftar")
    assert daftar.identitas == data.identitas
    assert daftar.sumber == "survei"
    assert daftar.nilai == Bilangan(Angka(2), "data")


@pytest.mark.parametrize(
    ("rumus", "alasan", "sebut"),
    [
        ("[A] / [N] * 100", AlasanTakTerhitung.PENYEBUT_NOL, "Penyebut [N] bernilai 0"),
        ("[A] / ([A] - [A])", AlasanTakTerhitung.PENYEBUT_NOL, "Penyebut [A] - [A] bernilai 0"),
        ("[N]^-1", AlasanTakTerhitung.PENYEBUT_NOL, "Pangkat negatif dari 0"),
        ("[A] + [T]", AlasanTakTerhitung.TANPA_DATA, "“T” tidak dapat dihitung: Jumlah kasus 2019 tidak diterbitkan."),
        ("[A] + [K]", AlasanTakTerhitung.BUKAN_ANGKA, "“K” berupa kategori (Madya)"),
        ("[A] + [R]", AlasanTakTerhitung.BUKAN_ANGKA, "“R” berupa rentang"),
        ("[A] + [D]", AlasanTakTerhitung.BUKAN_ANGKA, "“D” berupa daftar nilai"),
        ("fgt([A]; 6; 0)", AlasanTakTerhitung.BUKAN_ANGKA, "“A” berupa satu bilangan"),
        ("fgt([O]; 6; 0)", AlasanTakTerhitung.TANPA_DATA, "“O” kosong"),
        ("fgt([D]; [N]; 0)", AlasanTakTerhitung.PENYEBUT_NOL, "Garis kemiskinan"),
        ("fgt([D]; 6; -1)", AlasanTakTerhitung.BUKAN_ANGKA, "alfa"),
        ("fgt([D]; 6; 65)", AlasanTakTerhitung.BUKAN_ANGKA, "alfa"),
        ("fgt([D]; 6; 0,123456)", AlasanTakTerhitung.BUKAN_ANGKA, "fgt([D]; 6; 0,123456)"),
        ("rata_rata([O])", AlasanTakTerhitung.TANPA_DATA, "rata-rata"),
        ("rata_rata_geometrik([A]; -4)", AlasanTakTerhitung.BUKAN_ANGKA, "negatif"),
        ("(-[A])^0,5", AlasanTakTerhitung.BUKAN_ANGKA, "negatif"),
        ("[A]^[A]^[A]^[A]", AlasanTakTerhitung.BUKAN_ANGKA, "terlalu besar"),
        ("((9^64)^64)^64", AlasanTakTerhitung.BUKAN_ANGKA, "terlalu besar"),
    ],
)
def test_states_why_it_cannot_be_computed(rumus: str, alasan: AlasanTakTerhitung, sebut: str) -> None:
    hasil = keadaan(
        rumus,
        A=orang(8), N=orang(0), T=TANPA_DATA, K=MADYA, R=Rentang(Angka(1), Angka(2), "orang"),
        D=DaftarNilai((Angka(3), Angka(5)), "Rp"), O=DaftarNilai((), "Rp"),
    )  # fmt: skip
    assert isinstance(hasil, TidakDapatDihitung)
    assert hasil.alasan is alasan
    assert sebut in hasil.keterangan
    assert hasil.keterangan.endswith(".")


@pytest.mark.parametrize(
    "rumus",
    [
        "[B] / [A] * 100",
        "[A] / [B] * 100",
        "-[B]",
        "[B]^2",
        "2^[B]",
        "rata_rata([A]; [B])",
        "abs([B])",
        "fgt([D]; [B]; 0)",
    ],
)
def test_value_that_is_not_there_yet_makes_the_result_wait(rumus: str) -> None:
    hasil = keadaan(rumus, A=orang(1), B=BELUM_TERBIT, D=DaftarNilai((Angka(1),), "Rp"))
    assert hasil == BelumAda(
        AlasanBelumAda.BELUM_TERBIT, "Nilai variabel “B” belum ada: belum terbit.", tanda=(SEMENTARA,)
    )


def test_gap_within_the_story_of_a_variable_does_not_outweigh_the_value_of_the_variable() -> None:
    lapor = BelumAda(AlasanBelumAda.TIDAK_DILAPORKAN)
    triwulan = (Jejak("isian", "Triwulan I", TANPA_DATA), Jejak("isian", "Triwulan II", lapor))
    variabel = Hasil("v", lapor, None, "–", Jejak("agregasi.arus", "B", lapor, triwulan, "v"))
    assert keadaan("[A] / [B] * 100%", "%", A=orang(1), B=variabel) == replace(
        lapor, keterangan="Nilai variabel “B” belum ada: tidak dilaporkan."
    )


def test_missing_for_good_outweighs_not_yet_and_all_are_named() -> None:
    hasil = keadaan("[B] + [T] + [B]", B=BELUM_TERBIT, T=TANPA_DATA)
    assert isinstance(hasil, TidakDapatDihitung)
    assert hasil.keterangan.count("“B”") == 1
    assert "“T”" in hasil.keterangan


@pytest.mark.parametrize("rumus", ["[B] + [A] * 2", "rata_rata([B] + 1; [A])", "([A] - [B]) / [B]"])
def test_only_the_missing_variable_is_named_and_not_the_steps_above_it(rumus: str) -> None:
    assert keadaan(rumus, B=BELUM_TERBIT, A=orang(1)).keterangan == "Nilai variabel “B” belum ada: belum terbit."


def test_a_missing_variable_is_named_also_when_its_own_story_lacks_a_part() -> None:
    belum = BelumAda(AlasanBelumAda.BELUM_DIISI, "TW II belum diisi.")
    cerita = Jejak("agregasi.arus", "B", belum, (Jejak("isian", "TW II", belum),))
    hasil = keadaan("[B] * 2", B=Hasil("d/2020/tahun/variabel:b/nilai", belum, None, "–", cerita))
    assert hasil.keterangan == "Nilai variabel “B” belum ada: TW II belum diisi."


def test_trace_stays_complete_when_a_variable_is_missing() -> None:
    _, jejak = hitung("[A] / [B] * 100", A=BELUM_TERBIT, B=orang(0))
    assert [j.uraian for j in jejak.telusuri() if j.operasi == "variabel"] == ["A", "B"]


def test_marks_travel_once_each_in_order() -> None:
    nilai, _ = hitung("[A] + [B] + [A]", A=orang(1, BERTENTANGAN), B=orang(2, SEMENTARA, BERTENTANGAN))
    assert nilai.tanda == (BERTENTANGAN, SEMENTARA)


def test_trace_has_one_step_for_each_part() -> None:
    nilai, jejak = hitung("([A]@tahun_lalu - [A]) / 2", A=orang(10))
    assert jejak.operasi == "rumus"
    assert jejak.uraian == "([A]@tahun_lalu - [A]) / 2"
    assert jejak.nilai == nilai
    assert [(j.operasi, j.uraian) for j in jejak.telusuri()][1:] == [
        ("bagi", "([A]@tahun_lalu - [A]) / 2"),
        ("kurang", "[A]@tahun_lalu - [A]"),
        ("variabel", "A tahun lalu"),
        ("variabel", "A"),
        ("tetap", "2"),
    ]


def test_hasil_of_a_variable_keeps_identity_source_and_its_own_story() -> None:
    asal = Jejak("variabel", "tw1", orang(7), identitas="d/2020/tw1/variabel:a/nilai")
    cerita = Jejak("jumlah", "jumlah triwulan", orang(7), (asal,), sumber="Laporan", catatan="sampai TW I")
    masukan = Hasil("d/2020/tahun/variabel:a/nilai", orang(7), None, "7", cerita)
    _, jejak = hitung("[A] * 2", A=masukan)
    daun = next(j for j in jejak.telusuri() if j.uraian == "A")
    assert (daun.identitas, daun.sumber, daun.catatan, daun.anak) == (
        masukan.identitas,
        "Laporan",
        "sampai TW I",
        (asal,),
    )
    assert {j.identitas for j in jejak.telusuri()} == {None, masukan.identitas, asal.identitas}


def test_kategori_passes_the_level_through() -> None:
    nilai, jejak = hitung("kategori([K])", "kategori", K=MADYA)
    assert nilai == MADYA
    assert (jejak.operasi, jejak.anak[0].uraian) == ("kategori", "K")


@pytest.mark.parametrize(
    ("isi", "jenis", "sebut"),
    [
        (BELUM_TERBIT, BelumAda, "belum terbit"),
        (TANPA_DATA, TidakDapatDihitung, "2019"),
        (orang(2), TidakDapatDihitung, "bukan kategori"),
        (Hasil("x", orang(2), None, "2", Jejak("variabel", "K", orang(2))), TidakDapatDihitung, "bukan kategori"),
        (DaftarNilai((), "orang"), TidakDapatDihitung, "bukan kategori"),
    ],
)
def test_kategori_without_a_level_says_why(isi: object, jenis: type, sebut: str) -> None:
    hasil = keadaan("kategori([K])", "kategori", K=isi)
    assert isinstance(hasil, jenis)
    if "bukan kategori" in sebut:
        assert hasil.alasan is AlasanTakTerhitung.KATEGORI_DI_LUAR_SKALA
    assert sebut in hasil.keterangan
    assert "“K”" in hasil.keterangan


def test_what_the_source_raises_passes_through() -> None:
    with pytest.raises(KeyError, match="Z"):
        hitung("[Z]")


def test_ambil_gets_the_variable_with_its_period() -> None:
    diminta: list[Peubah] = []

    def ambil(peubah: Peubah) -> Bilangan:
        diminta.append(peubah)
        return orang(1)

    evaluate(parse_rumus("[A]@triwulan_lalu + [A]"), satuan_hasil="orang", ambil=ambil)
    assert diminta == [Peubah("A", "triwulan_lalu"), Peubah("A")]


def test_same_tree_is_compiled_once_and_the_store_stays_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evaluator, "_simpanan", {})
    monkeypatch.setattr(evaluator, "_BATAS_SIMPANAN", 2)
    satu = parse_rumus("[A] + 1")
    siap = compile_rumus(satu)
    compile_rumus(parse_rumus("[B] + 1"))
    assert compile_rumus(satu) is siap
    for n in range(5):
        compile_rumus(parse_rumus(f"[A] + {n}"))
    assert len(evaluator._simpanan) <= 2


def test_formulas_can_be_evaluated_with_other_sources_at_once() -> None:
    simpul = parse_rumus("[A] * 2")
    sumber: list[Callable[[Peubah], Bilangan]] = [lambda _p, n=n: orang(n) for n in (1, 2)]  # type: ignore[misc]
    hasil = [evaluate(simpul, satuan_hasil="orang", ambil=s)[0] for s in sumber]
    assert hasil == [orang(2), orang(4)]
