"""The budget added up: leaves only, named gaps, the mapping resolved, and linear in size."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from batas_cpu import batas_cpu
from data_mesin import TAHUN, TW1, TW2, TW4, make_data
from tolok.core.anggaran import EdisiPagu, Pagu, Pemetaan, Realisasi, SifatProgram, SimpulAnggaran, TingkatAnggaran
from tolok.core.angka import Angka
from tolok.core.hasil.anggaran import UangGanda
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.jejak import Jejak
from tolok.core.nilai import AlasanBelumAda, AlasanTakTerhitung, BelumAda, Bilangan, Nilai, TidakDapatDihitung
from tolok.core.periode import Periode
from tolok.core.pohon import PohonRusak, build_pohon
from tolok.core.rekap_anggaran import BarisUang, KodeTakDikenal, UangBukanDaun, build_peta, roll_up


def simpul(kode: str, induk: str = "", *, penunjang: bool = False) -> SimpulAnggaran:
    return SimpulAnggaran(
        kode=kode,
        induk=induk,
        tingkat=TingkatAnggaran.KEGIATAN if induk else TingkatAnggaran.PROGRAM,
        nama=f"Nama {kode}",
        sifat=SifatProgram.PENUNJANG if penunjang else SifatProgram.URUSAN,
    )


ANGGARAN = (
    simpul("1", penunjang=True),
    simpul("1.1", "1"),
    simpul("2"),
    simpul("2.1", "2"),
    simpul("2.2", "2"),
    simpul("3"),
)


def pagu(kode: str, rupiah: int, edisi: str = "murni", **lain: Any) -> Pagu:
    return Pagu(edisi=edisi, kode=kode, sen=rupiah * 100, **lain)


def realisasi(kode: str, rupiah: int, periode: Periode = TW1) -> Realisasi:
    return Realisasi(kode=kode, periode=periode, sen=rupiah * 100)


def hasil(**lain: Any) -> HasilTahun:
    isi: dict[str, Any] = {
        "daftar_anggaran": ANGGARAN,
        "daftar_edisi_pagu": (
            EdisiPagu(id="murni", nomor=1, nama="Murni", jenis="murni", cakupan="semua belanja", nomor_dokumen="DPA/1"),
        ),
        "pagu_laporan": "murni",
        "daftar_pagu": (pagu("1.1", 50), pagu("2.1", 30), pagu("2.2", 20)),
        **lain,
    }
    return HasilTahun(make_data(**isi))


def rupiah(nilai: Nilai) -> Angka:
    assert isinstance(nilai, Bilangan)
    assert nilai.satuan == "Rp"
    return nilai.angka


def test_money_adds_up_level_by_level() -> None:
    tahun = hasil()
    assert rupiah(tahun.pagu("2", "murni").nilai) == 50
    assert rupiah(tahun.pagu("total", "murni").nilai) == 100
    total = tahun.pagu("total", "murni").jejak
    assert [anak.uraian for anak in total.anak] == ["Nama 1", "Nama 2"]
    assert [anak.uraian for anak in total.anak[1].anak] == ["Nama 2.1", "Nama 2.2"]
    assert total.catatan == "Edisi pagu: Murni (DPA/1); cakupan: semua belanja."


def test_leaves_keep_the_source_of_their_amounts() -> None:
    daftar_baris = (
        BarisUang("1.1", 300, "Pagu"),
        BarisUang("2.1", 100, "Pagu", "DPA 1"),
        BarisUang("2.2", 250, "Pagu operasi", "DPA 2"),
        BarisUang("2.2", 150, "Pagu modal"),
    )
    rekap = roll_up(
        build_pohon((s.kode, s.induk) for s in ANGGARAN),
        daftar_baris,
        nama_per_kode={s.kode: s.nama for s in ANGGARAN},
        make_identitas=str,
        operasi="pagu",
    )
    assert [rekap[kode].sumber for kode in ("1.1", "2.1", "2.2", "2")] == [None, "DPA 1", None, None]
    assert [anak.sumber for anak in rekap["2.2"].anak] == ["DPA 2", None]
    assert [anak.nilai for anak in rekap["2.2"].anak] == [Bilangan(Angka(5, 2), "Rp"), Bilangan(Angka(3, 2), "Rp")]
    assert rupiah(rekap["2"].nilai) == 5  # type: ignore[arg-type]


def test_program_without_pagu_in_the_edition_stays_out() -> None:
    nilai = hasil().pagu("3", "murni").nilai
    assert isinstance(nilai, TidakDapatDihitung)
    assert nilai.alasan is AlasanTakTerhitung.TANPA_DATA


def test_kinds_of_spending_of_one_leaf_add_up() -> None:
    tahun = hasil(daftar_pagu=(pagu("2.1", 30, jenis_belanja="operasi"), pagu("2.1", 5, jenis_belanja="modal")))
    baris = tahun.pagu("2.1", "murni")
    assert rupiah(baris.nilai) == 35
    assert [anak.uraian for anak in baris.jejak.anak] == ["Pagu operasi, APBD", "Pagu modal, APBD"]


def test_missing_realisasi_is_named_and_never_zero() -> None:
    tahun = hasil(daftar_realisasi=(realisasi("1.1", 10), realisasi("2.1", 5)))
    nilai = tahun.realisasi_anggaran("total", TW1).nilai
    assert isinstance(nilai, BelumAda)
    assert nilai.alasan is AlasanBelumAda.BELUM_DIISI
    assert "Nama 2" in nilai.keterangan
    nilai = tahun.realisasi_anggaran("2", TW1).nilai
    assert isinstance(nilai, BelumAda)
    assert "Nama 2.2" in nilai.keterangan
    assert rupiah(tahun.realisasi_anggaran("1", TW1).nilai) == 10
    assert isinstance(tahun.serapan("total", TW1, "murni").nilai, BelumAda)


def test_money_spent_without_pagu_does_not_vanish_from_a_later_quarter() -> None:
    daftar = (realisasi("3", 7), *(realisasi(kode, 10, TW2) for kode in ("1.1", "2.1", "2.2")))
    tahun = hasil(daftar_realisasi=daftar)
    assert rupiah(tahun.realisasi_anggaran("3", TW1).nilai) == 7
    assert isinstance(tahun.realisasi_anggaran("3", TW2).nilai, BelumAda)
    nilai = tahun.realisasi_anggaran("total", TW2).nilai
    assert isinstance(nilai, BelumAda)
    assert "Nama 3" in nilai.keterangan
    lengkap = hasil(daftar_realisasi=(*daftar, realisasi("3", 7, TW2)))
    assert rupiah(lengkap.realisasi_anggaran("total", TW2).nilai) == 37


@pytest.mark.parametrize(
    ("banyak", "ekor"),
    [(2, "Nama 9.2."), (3, "Nama 9.3."), (4, "Nama 9.3 dan 1 lainnya."), (5, "Nama 9.3 dan 2 lainnya.")],
)
def test_long_lists_of_missing_leaves_are_cut(banyak: int, ekor: str) -> None:
    daftar_kode = [f"9.{n}" for n in range(1, banyak + 1)]
    daftar = (simpul("9"), *(simpul(kode, "9") for kode in daftar_kode))
    tahun = hasil(daftar_anggaran=daftar, daftar_pagu=tuple(pagu(kode, 1) for kode in daftar_kode))
    nilai = tahun.realisasi_anggaran("9", TW1).nilai
    assert isinstance(nilai, BelumAda)
    assert nilai.keterangan.startswith("Nama 9 belum lengkap: Nama 9.1; ")
    assert nilai.keterangan.endswith(f"; {ekor}")


def test_year_names_the_quarter_it_was_taken_from() -> None:
    tahun = hasil(daftar_realisasi=tuple(realisasi(kode, 10, TW4) for kode in ("1.1", "2.1", "2.2")))
    asal = tahun.serapan("total", TAHUN, "murni").asal()
    for kode in ("1.1", "2.1", "2.2"):
        assert tahun.realisasi_anggaran(kode, TW4).identitas in asal
        assert tahun.realisasi_anggaran(kode, TW4).identitas in tahun.realisasi_anggaran(kode, TAHUN).asal()


def test_year_is_the_end_of_the_fourth_quarter() -> None:
    semua = ("1.1", "2.1", "2.2")
    tw4 = hasil(daftar_realisasi=tuple(realisasi(kode, 10, TW4) for kode in semua))
    assert rupiah(tw4.realisasi_anggaran("total", TAHUN).nilai) == 30
    setahun = hasil(daftar_realisasi=tuple(realisasi(kode, 10, TAHUN) for kode in semua))
    assert rupiah(setahun.realisasi_anggaran("total", TW4).nilai) == 30
    assert isinstance(setahun.realisasi_anggaran("total", TW2).nilai, BelumAda)
    assert isinstance(setahun.realisasi_anggaran("total", Periode(2019)).nilai, TidakDapatDihitung)


def test_serapan_without_pagu_or_with_pagu_zero() -> None:
    tahun = hasil(
        daftar_pagu=(pagu("2.1", 0),), daftar_realisasi=(realisasi("2.1", 0), realisasi("2.2", 5), realisasi("1.1", 1))
    )
    nol = tahun.serapan("2.1", TW1, "murni").nilai
    assert isinstance(nol, TidakDapatDihitung)
    assert nol.alasan is AlasanTakTerhitung.PENYEBUT_NOL
    tanpa = tahun.serapan("2.2", TW1, "murni").nilai
    assert isinstance(tanpa, TidakDapatDihitung)
    assert tanpa.alasan is AlasanTakTerhitung.TANPA_DATA


def test_serapan_is_no_mean_of_percentages() -> None:
    tahun = hasil(daftar_realisasi=(realisasi("1.1", 50), realisasi("2.1", 0), realisasi("2.2", 0)))
    assert tahun.serapan("total", TW1, "murni").tercetak == "50,00%"
    assert [tahun.serapan(kode, TW1, "murni").tercetak for kode in ("1.1", "2.1", "2.2")] == [
        "100,00%",
        "0,00%",
        "0,00%",
    ]


@pytest.mark.parametrize(
    ("lain", "galat", "pesan"),
    [
        ({"daftar_pagu": (pagu("2", 1),)}, UangBukanDaun, "bukan simpul paling bawah"),
        ({"daftar_pagu": (pagu("7", 1),)}, UangBukanDaun, "7"),
        ({"daftar_pagu": (pagu("2.1", 1), pagu("2.1", 2))}, UangGanda, "lebih dari sekali"),
        ({"daftar_realisasi": (realisasi("2.1", 1), realisasi("2.1", 2))}, UangGanda, "lebih dari sekali"),
        ({"daftar_anggaran": (simpul("1", "2"), simpul("2", "1"))}, PohonRusak, "1 → 2 → 1"),
        (
            {"pemetaan_berlaku": "p", "daftar_pemetaan": (Pemetaan(edisi="p", kode="9", simpul="s1"),)},
            KodeTakDikenal,
            "9",
        ),
    ],
)
def test_faulty_budget_is_refused(lain: dict[str, Any], galat: type[Exception], pesan: str) -> None:
    tahun = hasil(**lain)
    with pytest.raises(galat, match=pesan):
        (tahun.pagu("total", "murni"), tahun.realisasi_anggaran("total", TW1), tahun.pagu_penunjang("murni"))


def peta(*daftar: Pemetaan, anggaran: tuple[SimpulAnggaran, ...] = ANGGARAN) -> Any:
    return build_peta(
        build_pohon((s.kode, s.induk) for s in anggaran),
        daftar_anggaran=anggaran,
        daftar_pemetaan=daftar,
        simpul_per_indikator={"i1": "s1", "i2": "s2"},
    )


def petakan(kode: str, simpul: str = "", indikator: str = "") -> Pemetaan:
    return Pemetaan(edisi="p", kode=kode, simpul=simpul, indikator=indikator)


def test_unmapped_budget_is_support_or_without_sasaran() -> None:
    hasil = peta()
    assert hasil.kode_penunjang == ("1",)
    assert hasil.kode_tanpa_sasaran == ("2", "3")


def test_nearest_mapping_counts() -> None:
    hasil = peta(petakan("2", "s1"), petakan("2.2", "s2"), petakan("1", "s1"))
    assert hasil.kode_per_simpul == {"s1": ("1", "2.1"), "s2": ("2.2",)}
    assert hasil.kode_penunjang == ()
    assert hasil.kode_tanpa_sasaran == ("3",)


def test_empty_mapping_takes_a_node_out() -> None:
    hasil = peta(petakan("2", "s1"), petakan("2.2"), petakan("1", "s1"), petakan("1.1"))
    assert hasil.kode_per_simpul == {"s1": ("2.1",)}
    assert hasil.kode_penunjang == ("1",)
    assert hasil.kode_tanpa_sasaran == ("2.2", "3")


def test_mapping_to_an_indicator_serves_its_sasaran() -> None:
    hasil = peta(petakan("2.1", indikator="i1"), petakan("2.2", indikator="asing"))
    assert hasil.kode_per_simpul == {"s1": ("2.1",)}
    assert hasil.kode_per_indikator == {"i1": ("2.1",), "asing": ("2.2",)}
    assert hasil.kode_berbagi == frozenset()


def test_shared_budget_counts_in_each_and_says_so() -> None:
    hasil_peta = peta(petakan("2", "s1", "i1"), petakan("2", "s2", "i2"))
    assert hasil_peta.kode_per_simpul == {"s1": ("2",), "s2": ("2",)}
    assert hasil_peta.kode_berbagi == {"2"}
    assert peta(petakan("2", "s1"), petakan("2", "s2")).kode_berbagi == {"2"}
    assert peta(petakan("2", "s1", "i1"), petakan("2", "s1", "i2")).kode_berbagi == {"2"}
    assert peta(petakan("2", "s1", "i1"), petakan("2.1", "s2", "i2")).kode_berbagi == frozenset()
    tahun = hasil(pemetaan_berlaku="p", daftar_pemetaan=(petakan("2", "s1", "i1"), petakan("2", "t1", "i2")))
    assert "Juga dihitung pada sasaran atau indikator lain: Nama 2." in (
        tahun.pagu_simpul("s1", "murni").jejak.catatan or ""
    )


def test_node_without_mapped_budget_has_none() -> None:
    nilai = hasil().pagu_simpul("s1", "murni").nilai
    assert isinstance(nilai, TidakDapatDihitung)
    assert nilai.alasan is AlasanTakTerhitung.TANPA_DATA


@settings(max_examples=60)
@given(
    induk=st.lists(st.integers(min_value=-1, max_value=30), min_size=1, max_size=40),
    uang=st.lists(st.integers(min_value=-(10**15), max_value=10**15), min_size=40, max_size=40),
)
def test_roll_up_equals_the_sum_of_the_leaves(induk: list[int], uang: list[int]) -> None:
    pasangan = [(str(n), str(i % n) if n and i >= 0 else "") for n, i in enumerate(induk)]
    pohon = build_pohon(pasangan)
    sen_per_daun = {kode: uang[int(kode)] for kode, _ in pasangan if pohon.is_daun(kode)}
    jejak = roll_up(
        pohon,
        [BarisUang(kode, sen, "Pagu") for kode, sen in sen_per_daun.items()],
        nama_per_kode={kode: kode for kode, _ in pasangan},
        make_identitas=str,
        operasi="pagu",
    )
    for kode, _ in pasangan:
        bawah = sum(sen_per_daun.get(simpul, 0) for simpul in pohon.telusuri(kode))
        assert rupiah(jejak[kode].nilai) == Angka(bawah, 100)  # type: ignore[arg-type]


def _besar(n: int) -> dict[str, Jejak]:
    daftar = tuple(s for p in range(n) for s in (simpul(f"{p}"), *(simpul(f"{p}.{k}", f"{p}") for k in range(30))))
    pohon = build_pohon((s.kode, s.induk) for s in daftar)
    hasil = roll_up(
        pohon,
        (BarisUang(s.kode, 100, "Pagu") for s in daftar if s.induk),
        nama_per_kode={s.kode: s.nama for s in daftar},
        make_identitas=str,
        operasi="pagu",
    )
    build_peta(pohon, daftar_anggaran=daftar, daftar_pemetaan=(), simpul_per_indikator={})
    return hasil


def test_a_large_budget_is_added_up_soon() -> None:
    with batas_cpu():
        hasil = _besar(2000)
    assert rupiah(hasil["1999"].nilai) == 30  # type: ignore[arg-type]
