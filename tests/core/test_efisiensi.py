from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nilai_uji import alasan, angka
from tolok.core.angka import Angka
from tolok.core.cetak_angka import format_nilai
from tolok.core.efisiensi import (
    KeluaranAnggaran,
    PutusanEfisiensi,
    compute_efisiensi,
    compute_efisiensi_keluaran,
    describe_rumus,
    list_catatan_efisiensi,
    read_efisiensi,
)
from tolok.core.jejak import Jejak
from tolok.core.kebijakan import RumusEfisiensi
from tolok.core.nilai import (
    AlasanBelumAda,
    AlasanTakTerhitung,
    BelumAda,
    Bilangan,
    JenisTanda,
    Kategori,
    Nilai,
    Tanda,
    TidakDapatDihitung,
    has_tanda,
)

R = RumusEfisiensi


def _persen(angka: int | Angka) -> Bilangan:
    return Bilangan(Angka(angka) if isinstance(angka, int) else angka, "%")


def _hitung(rumus: RumusEfisiensi, c: Nilai, s: Nilai) -> Nilai:
    return compute_efisiensi(rumus=rumus, capaian=c, serapan=s)[0]


@pytest.mark.parametrize(
    ("rumus", "hasil"),
    [
        (R.E1, Bilangan(Angka(80), "%")),
        (R.E2, Bilangan(Angka(20), "%")),
        (R.E3, Bilangan(Angka(22), "poin")),
        (R.E4, Bilangan(Angka(125, 100), "")),
        (R.E5, Bilangan(Angka(20), "%")),
        (R.E6, Bilangan(Angka(12), "%")),
        (R.NE, Bilangan(Angka(100), "%")),
    ],
)
def test_each_formula_for_capaian_110_and_serapan_88(rumus: RumusEfisiensi, hasil: Nilai) -> None:
    assert _hitung(rumus, _persen(110), _persen(88)) == hasil


def test_e1_of_86_over_107_prints_80_37_and_e2_is_its_complement() -> None:
    e1, e2 = angka(_hitung(R.E1, _persen(107), _persen(86))), angka(_hitung(R.E2, _persen(107), _persen(86)))
    assert e1.bulat(2) == Angka(8037, 100)
    assert e2.bulat(2) == Angka(1963, 100)
    assert e1 + e2 == 100


KELUARAN = (
    KeluaranAnggaran(uraian="Satu", pagu_sen=4 * 10**11, realisasi_sen=38 * 10**10, capaian=Angka(122)),
    KeluaranAnggaran(uraian="Dua", pagu_sen=10**11, realisasi_sen=975 * 10**8, capaian=Angka(80)),
    KeluaranAnggaran(
        uraian="Tiga", pagu_sen=5 * 10**11, realisasi_sen=4725 * 10**8, capaian=Angka(142), identitas="k3"
    ),
)


def test_e5_over_outputs_follows_the_published_example() -> None:
    nilai, jejak = compute_efisiensi_keluaran(daftar_keluaran=KELUARAN)
    assert angka(nilai) == Angka(1278 - 950, 1278) * 100
    assert angka(nilai).bulat(2) == Angka(2567, 100)
    assert [angka(anak.nilai) for anak in jejak.anak if not isinstance(anak.nilai, Angka)] == [
        Angka(1080_000_000),
        Angka(-175_000_000),
        Angka(2_375_000_000),
    ]
    assert jejak.anak[2].identitas == "k3"
    assert [(masukan.uraian, format_nilai(masukan.nilai)) for masukan in jejak.anak[2].anak] == [
        ("Pagu (PA)", "Rp\u00a05.000.000.000"),
        ("Capaian keluaran (C)", "142%"),
        ("Realisasi (RA)", "Rp\u00a04.725.000.000"),
    ]
    assert jejak.operasi == "efisiensi.E5"
    assert jejak.sumber is not None
    assert "214/PMK.02/2017" in jejak.sumber


def test_ne_over_outputs_is_clamped() -> None:
    nilai, jejak = compute_efisiensi_keluaran(daftar_keluaran=KELUARAN, rumus=R.NE)
    assert nilai == _persen(100)
    assert jejak.operasi == "efisiensi.NE"


def test_outputs_without_anything_to_deliver_have_no_efficiency() -> None:
    kosong = KeluaranAnggaran(uraian="Kosong", pagu_sen=100, realisasi_sen=100, capaian=Angka(0))
    for daftar in ((), (kosong,)):
        assert alasan(compute_efisiensi_keluaran(daftar_keluaran=daftar)[0]) is AlasanTakTerhitung.PENYEBUT_NOL


def test_only_e5_and_ne_are_computed_over_outputs() -> None:
    with pytest.raises(ValueError, match="pilih E5 atau NE"):
        compute_efisiensi_keluaran(daftar_keluaran=KELUARAN, rumus=R.E1)


@pytest.mark.parametrize(
    ("c", "s", "ne"),
    [
        (Angka(100), Angka(100), Angka(50)),
        (Angka(100), Angka(90), Angka(75)),
        (Angka(100), Angka(80), Angka(100)),
        (Angka(100), Angka(120), Angka(0)),
        (Angka(100), Angka(130), Angka(0)),
        (Angka(100), Angka(2597, 100), Angka(100)),  # E5 = 74.03, published without the clamp as 235 %
    ],
)
def test_ne_is_clamped_beyond_twenty(c: Angka, s: Angka, ne: Angka) -> None:
    assert _hitung(R.NE, _persen(c), _persen(s)) == _persen(ne)


@pytest.mark.parametrize("rumus", list(R))
def test_without_capaian_there_is_no_efficiency(rumus: RumusEfisiensi) -> None:
    assert alasan(_hitung(rumus, _persen(0), _persen(50))) is AlasanTakTerhitung.PENYEBUT_NOL
    assert alasan(_hitung(rumus, _persen(-5), _persen(50))) is AlasanTakTerhitung.PENYEBUT_NOL
    assert alasan(_hitung(rumus, _persen(100), _persen(-1))) is AlasanTakTerhitung.SYARAT_TIDAK_TERPENUHI
    assert alasan(_hitung(rumus, Bilangan(Angka(9), "orang"), _persen(1))) is AlasanTakTerhitung.SATUAN_BERBEDA
    assert alasan(_hitung(rumus, _persen(9), Kategori("Madya", 2, "kla"))) is AlasanTakTerhitung.BUKAN_ANGKA


def test_a_missing_operand_keeps_its_reason() -> None:
    tidak_dievaluasi = BelumAda(AlasanBelumAda.TIDAK_DIEVALUASI)
    hasil = _hitung(R.E1, tidak_dievaluasi, _persen(80))
    assert hasil == BelumAda(AlasanBelumAda.TIDAK_DIEVALUASI, "Efisiensi menunggu capaian: tidak dievaluasi.")
    tanpa_pagu = TidakDapatDihitung(AlasanTakTerhitung.PENYEBUT_NOL, "Pagu nol.")
    assert alasan(_hitung(R.E1, _persen(100), tanpa_pagu)) is AlasanTakTerhitung.PENYEBUT_NOL


def test_an_unused_budget_is_computed_where_possible_and_remarked_upon() -> None:
    nilai, jejak = compute_efisiensi(rumus=R.E1, capaian=_persen(100), serapan=_persen(0))
    assert nilai == _persen(0)
    assert jejak.catatan == "Serapan 0% padahal ada capaian: anggaran tidak dipakai atau kaitannya keliru."
    assert alasan(_hitung(R.E4, _persen(100), _persen(0))) is AlasanTakTerhitung.PENYEBUT_NOL


def test_overspending_is_remarked_upon() -> None:
    nilai, jejak = compute_efisiensi(rumus=R.E3, capaian=_persen(100), serapan=_persen(Angka(1005, 10)))
    assert nilai == Bilangan(Angka(-1, 2), "poin")
    assert jejak.catatan == "Serapan 100,50% melebihi 100%: periksa realisasi dan edisi pagu yang dipakai."


def test_the_smallest_capaian_is_remarked_upon_and_counts_for_an_unused_budget() -> None:
    daftar = list_catatan_efisiensi(capaian=_persen(Angka(1, 2)), serapan=_persen(0))
    assert [catatan.split(":")[0] for catatan in daftar] == [
        "Capaian 0,50% di bawah 100%",
        "Serapan 0% padahal ada capaian",
    ]


def test_remarks_on_ordinary_values_are_none() -> None:
    assert list_catatan_efisiensi(capaian=_persen(100), serapan=_persen(100)) == ()
    assert list_catatan_efisiensi(capaian=_persen(0), serapan=_persen(0)) == ()
    assert list_catatan_efisiensi(capaian=BelumAda(AlasanBelumAda.BELUM_DIISI), serapan=_persen(0)) == ()
    assert list_catatan_efisiensi(capaian=_persen(100), serapan=BelumAda(AlasanBelumAda.BELUM_DIISI)) == ()


def test_e6_is_only_for_indicators_that_met_their_target() -> None:
    assert alasan(_hitung(R.E6, _persen(Angka(9999, 100)), _persen(50))) is AlasanTakTerhitung.SYARAT_TIDAK_TERPENUHI
    assert _hitung(R.E6, _persen(100), _persen(50)) == _persen(50)


@pytest.mark.parametrize(
    ("rumus", "c", "s", "putusan", "kalimat"),
    [
        (R.E1, 110, 88, PutusanEfisiensi.EFISIEN, "Efisien: Tingkat efisiensi (rasio) (E1) 80,00%, kurang dari 100%."),
        (R.E2, 110, 88, PutusanEfisiensi.EFISIEN, "20,00%, lebih dari 0%."),
        (R.E3, 110, 88, PutusanEfisiensi.EFISIEN, "22,00 poin, lebih dari 0 poin."),
        (R.E4, 110, 88, PutusanEfisiensi.EFISIEN, "1,25, lebih dari 1."),
        (R.NE, 110, 88, PutusanEfisiensi.EFISIEN, "100,00%, lebih dari 50%."),
        (R.E1, 100, 100, PutusanEfisiensi.TIDAK_EFISIEN, "100,00%, tidak kurang dari 100%."),
        (R.E2, 100, 100, PutusanEfisiensi.TIDAK_EFISIEN, "0,00%, tidak lebih dari 0%."),
        (R.E2, 100, 101, PutusanEfisiensi.TIDAK_EFISIEN, "−1,00%, tidak lebih dari 0%."),
        (R.E3, 60, 40, PutusanEfisiensi.TIDAK_DAPAT_DINYATAKAN, "capaian 60,00% belum mencapai 100%"),
    ],
)
def test_efficiency_is_only_claimed_when_the_capaian_is_reached(
    rumus: RumusEfisiensi, c: int, s: int, putusan: PutusanEfisiensi, kalimat: str
) -> None:
    capaian = _persen(c)
    pembacaan = read_efisiensi(rumus=rumus, efisiensi=_hitung(rumus, capaian, _persen(s)), capaian=capaian)
    assert pembacaan.putusan is putusan
    assert kalimat in pembacaan.kalimat


@pytest.mark.parametrize(
    ("s", "putusan", "kalimat"),
    [
        (0, PutusanEfisiensi.TIDAK_DAPAT_DINYATAKAN, "anggaran tidak dipakai atau kaitannya keliru"),
        (101, PutusanEfisiensi.TIDAK_DAPAT_DINYATAKAN, "melebihi 100%"),
        (88, PutusanEfisiensi.EFISIEN, "Efisien: "),
        (100, PutusanEfisiensi.TIDAK_EFISIEN, "tidak kurang dari 100%"),
    ],
)
def test_an_odd_serapan_is_pointed_out_and_not_judged(s: int, putusan: PutusanEfisiensi, kalimat: str) -> None:
    capaian, serapan = _persen(100), _persen(s)
    efisiensi = _hitung(R.E1, capaian, serapan)
    pembacaan = read_efisiensi(rumus=R.E1, efisiensi=efisiensi, capaian=capaian, serapan=serapan)
    assert pembacaan.putusan is putusan
    assert kalimat in pembacaan.kalimat


def test_a_low_serapan_with_a_low_capaian_says_under_delivery() -> None:
    _, jejak = compute_efisiensi(rumus=R.E1, capaian=_persen(60), serapan=_persen(40))
    assert jejak.catatan is not None
    assert "kinerja belum tercapai" in jejak.catatan


def test_a_missing_efficiency_reads_as_its_reason() -> None:
    tanpa_nilai = _hitung(R.E1, BelumAda(AlasanBelumAda.TIDAK_DIEVALUASI), _persen(80))
    pembacaan = read_efisiensi(rumus=R.E1, efisiensi=tanpa_nilai, capaian=BelumAda(AlasanBelumAda.TIDAK_DIEVALUASI))
    assert pembacaan == (
        PutusanEfisiensi.TIDAK_DAPAT_DINYATAKAN,
        "Efisiensi menunggu capaian: tidak dievaluasi.",
    )
    tanpa_capaian = read_efisiensi(rumus=R.E1, efisiensi=_persen(80), capaian=BelumAda(AlasanBelumAda.BELUM_DIISI))
    assert tanpa_capaian.putusan is PutusanEfisiensi.TIDAK_DAPAT_DINYATAKAN
    assert "karena capaian atau serapannya tidak ada" in tanpa_capaian.kalimat


def test_the_trace_names_the_formula_and_carries_its_inputs() -> None:
    asal = (
        Jejak("capaian.naik", "Capaian", _persen(110), identitas="c"),
        Jejak("serapan", "Serapan", _persen(88), identitas="s"),
    )
    _, jejak = compute_efisiensi(rumus=R.E1, capaian=_persen(110), serapan=_persen(88), asal=asal)
    assert jejak.anak == asal
    assert jejak.uraian == "Tingkat efisiensi (rasio) (E1): S ÷ C × 100%"
    _, jejak = compute_efisiensi(rumus=R.E1, capaian=_persen(110), serapan=_persen(88))
    assert [anak.uraian for anak in jejak.anak] == ["Capaian (C)", "Serapan anggaran (S)"]
    assert jejak.catatan is None


def test_marks_of_both_inputs_travel_with_the_result() -> None:
    sementara = Tanda(JenisTanda.SEMENTARA, "angka sementara")
    luar = Tanda(JenisTanda.NILAI_LUAR, "dari luar")
    nilai, _ = compute_efisiensi(
        rumus=R.E1, capaian=Bilangan(Angka(100), "%", (sementara,)), serapan=Bilangan(Angka(50), "%", (luar,))
    )
    assert has_tanda(nilai, JenisTanda.SEMENTARA)
    assert has_tanda(nilai, JenisTanda.NILAI_LUAR)


@pytest.mark.parametrize("rumus", list(R))
def test_every_formula_has_a_description(rumus: RumusEfisiensi) -> None:
    keterangan = describe_rumus(rumus)
    assert keterangan.nama
    assert keterangan.rumus
    assert keterangan.dasar_hukum
    assert keterangan.arah in ("naik", "turun")


_POSITIF = st.builds(Angka, st.integers(1, 10**9), st.integers(1, 10**6))
_SERAPAN = st.builds(Angka, st.integers(0, 10**9), st.integers(1, 10**6))


@given(_POSITIF, _SERAPAN)
def test_the_formulas_agree_with_each_other(c: Angka, s: Angka) -> None:
    """For C > 0 and S >= 0: E2 = 100 − E1 = E5, E3 = C × E2 / 100, and NE lies in 0..100."""
    nilai = {rumus: _hitung(rumus, _persen(c), _persen(s)) for rumus in R}
    assert angka(nilai[R.E1]) + angka(nilai[R.E2]) == 100
    assert angka(nilai[R.E5]) == angka(nilai[R.E2])
    assert angka(nilai[R.E3]) == c * angka(nilai[R.E2]) / 100
    assert 0 <= angka(nilai[R.NE]) <= 100
    if s > 0:
        assert angka(nilai[R.E4]) * angka(nilai[R.E1]) == 100


@given(_POSITIF, st.integers(1, 10**15), st.integers(0, 10**15))
def test_e5_over_one_output_is_e5_of_the_pair(c: Angka, pagu: int, realisasi: int) -> None:
    keluaran = KeluaranAnggaran(uraian="Satu", pagu_sen=pagu, realisasi_sen=realisasi, capaian=c)
    serapan = _persen(Angka(realisasi, pagu) * 100)
    assert compute_efisiensi_keluaran(daftar_keluaran=(keluaran,))[0] == _hitung(R.E5, _persen(c), serapan)


@given(st.permutations(KELUARAN))
def test_e5_does_not_depend_on_the_order_of_outputs(daftar: list[KeluaranAnggaran]) -> None:
    assert (
        compute_efisiensi_keluaran(daftar_keluaran=daftar)[0] == compute_efisiensi_keluaran(daftar_keluaran=KELUARAN)[0]
    )
