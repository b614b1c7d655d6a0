"""The quarterly form: the right sums beside the right indicators, each cell traceable."""

from __future__ import annotations

from dataclasses import replace

from data_formulir import DATA, TAHUN, list_sel, make_hasil, persen
from tolok.core.anggaran import Pemetaan
from tolok.core.dokumen.nomor_catatan import index_catatan
from tolok.core.dokumen.teks import to_teks
from tolok.core.indikator import NilaiTercatat
from tolok.core.nilai import JenisTanda, Tanda, with_tanda
from tolok.core.penyusun.pengukuran import compile_pengukuran
from tolok.core.periode import Periode

RP = "Rp\u00a0"


def _triwulan(nomor: int, **ganti: object):
    return compile_pengukuran(make_hasil(**ganti), daftar_triwulan=(nomor,)).daftar_triwulan[0]


def test_all_four_quarters_are_compiled_in_order() -> None:
    model = compile_pengukuran(make_hasil())
    assert [satu.periode for satu in model.daftar_triwulan] == [Periode(TAHUN, n) for n in (1, 2, 3, 4)]


def test_totals_are_those_of_the_pagu_edition_of_the_quarter() -> None:
    tw1, tw4 = _triwulan(1), _triwulan(4)
    assert [s.tercetak for s in (tw1.uang.pagu, tw1.uang.realisasi, tw1.uang.serapan)] == [
        f"{RP}300.000.000", f"{RP}10.000.000", "3,33%",
    ]  # fmt: skip
    assert [s.tercetak for s in (tw4.uang.pagu, tw4.uang.realisasi, tw4.uang.serapan)] == [
        f"{RP}200.000.000", f"{RP}150.000.000", "75,00%",
    ]  # fmt: skip


def test_indicator_has_target_realisasi_and_capaian_of_the_quarter() -> None:
    indikator = _triwulan(4).daftar_sasaran[0].daftar_indikator[0]
    assert (indikator.target.tercetak, indikator.realisasi.tercetak) == ("25%", "41,67%")
    assert indikator.capaian.tercetak == "166,67%"


def test_only_indicator_of_a_sasaran_gets_all_its_programs_with_subtotals() -> None:
    sasaran = _triwulan(4).daftar_sasaran[0]
    daftar = sasaran.daftar_indikator[0].daftar_anggaran
    assert [(satu.kode, satu.uang.realisasi.tercetak) for satu in daftar] == [
        ("1", f"{RP}90.000.000"), ("1.1", f"{RP}54.000.000"), ("1.2", f"{RP}36.000.000"),
    ]  # fmt: skip
    assert sasaran.uang.serapan.tercetak == "90,00%"
    assert sasaran.daftar_anggaran == ()


def test_program_split_between_indicators_prints_no_sum_of_its_own() -> None:
    sasaran = _triwulan(4).daftar_sasaran[1]
    indeks, kasus = sasaran.daftar_indikator
    assert [(satu.kode, satu.uang is None) for satu in indeks.daftar_anggaran] == [("2", True), ("2.1", False)]
    assert [(satu.kode, satu.uang is None) for satu in kasus.daftar_anggaran] == [("2", True), ("2.2", False)]
    assert [satu.kode for satu in sasaran.daftar_anggaran] == ["5", "5.1"]
    assert any("(sebagian)" in to_teks(satu) for satu in _triwulan(4).kaki)


def test_penunjang_and_program_without_sasaran_stand_apart() -> None:
    tw4 = _triwulan(4)
    assert [satu.kode for satu in tw4.daftar_penunjang] == ["3"]
    assert [satu.kode for satu in tw4.daftar_tanpa_sasaran] == ["4", "4.1"]


def test_budget_that_serves_two_indicators_is_marked_and_explained() -> None:
    ganda = (*DATA.daftar_pemetaan, Pemetaan(edisi="m1", kode="2.1", simpul="s2", indikator="i3"))
    tw4 = _triwulan(4, daftar_pemetaan=ganda)
    for indikator in tw4.daftar_sasaran[1].daftar_indikator:
        assert {satu.kode: satu.berbagi for satu in indikator.daftar_anggaran}["2.1"]
    assert any("lebih dari satu indikator" in to_teks(satu) for satu in tw4.kaki)
    assert tw4.uang.pagu.tercetak == f"{RP}200.000.000"


def test_missing_value_is_a_dash_with_its_reason_once() -> None:
    tw4 = _triwulan(4)
    kasus = tw4.daftar_sasaran[1].daftar_indikator[1]
    assert (kasus.realisasi.tercetak, kasus.capaian.tercetak) == ("–", "–")
    tanda = index_catatan(tw4.catatan)
    assert kasus.realisasi.identitas in tanda
    assert kasus.capaian.identitas not in tanda


def test_mean_says_over_how_many_indicators() -> None:
    tw4 = _triwulan(4)
    assert (tw4.rata_rata.tercetak, tw4.terukur, tw4.jumlah) == ("110,00%", 2, 3)
    assert any("110,00% (2 dari 3 indikator terukur)" in to_teks(satu) for satu in tw4.kaki)


def test_signer_holds_the_position_on_the_day() -> None:
    tw1, tw2, tw4 = _triwulan(1), _triwulan(2), _triwulan(4)
    assert (tw1.penanda.nama, tw1.penanda.tanggal) == ("Contoh Satu", "3 April 2020")
    assert tw2.penanda.jabatan == "Kepala Dinas Uji"
    assert (tw4.penanda.nama, tw4.penanda.jabatan) == ("Contoh Dua", "Plt. Kepala Dinas Uji")
    assert (tw1.tanggal.isoformat(), tw4.tanggal.isoformat()) == ("2020-04-03", "2020-12-31")


def test_rivals_recorded_for_the_year_are_named_beside_the_quarter() -> None:
    tanda = Tanda(JenisTanda.BERTENTANGAN, "Dua sumber berbeda.")
    nilai = tuple(
        satu if satu.variabel != "terlayani" else _beri_tanda(satu, tanda) for satu in DATA.daftar_nilai_variabel
    )
    saingan = (*DATA.daftar_nilai_tercatat, _tercatat(92, TAHUN, "Naskah"))
    tw4 = _triwulan(4, daftar_nilai_variabel=nilai, daftar_nilai_tercatat=saingan)
    isi = " ".join(to_teks(satu.isi) for satu in tw4.catatan)
    assert "41,67%" in isi
    assert "92" in isi
    assert "Naskah" in isi


def test_rivals_of_the_quarter_itself_are_named_once() -> None:
    tanda = Tanda(JenisTanda.BERTENTANGAN, "Dua sumber berbeda.")
    nilai = tuple(
        satu if satu.variabel != "terlayani" else _beri_tanda(satu, tanda) for satu in DATA.daftar_nilai_variabel
    )
    tercatat = (*DATA.daftar_nilai_tercatat, replace(_tercatat(90, TAHUN, "Formulir"), periode=Periode(TAHUN, 4)))
    tw4 = _triwulan(4, daftar_nilai_variabel=nilai, daftar_nilai_tercatat=tercatat)
    isi = " ".join(to_teks(satu.isi) for satu in tw4.catatan)
    assert isi.count("Formulir") == 1
    assert "Nilai setahun" not in isi


def test_footer_explains_no_mark_that_is_not_there() -> None:
    utuh = tuple(satu for satu in DATA.daftar_pemetaan if not satu.indikator)
    kaki = " ".join(to_teks(satu) for satu in _triwulan(4, daftar_pemetaan=utuh).kaki)
    assert "(sebagian)" not in kaki
    assert "*:" not in kaki


def test_rival_without_source_is_named_without_brackets() -> None:
    tanda = Tanda(JenisTanda.BERTENTANGAN, "Dua sumber berbeda.")
    nilai = tuple(
        satu if satu.variabel != "terlayani" else _beri_tanda(satu, tanda) for satu in DATA.daftar_nilai_variabel
    )
    tw1 = _triwulan(
        1, daftar_nilai_variabel=nilai, daftar_nilai_tercatat=(*DATA.daftar_nilai_tercatat, _tercatat(92, TAHUN, ""))
    )
    assert any("menurut sumber lain: 92" in to_teks(satu.isi) for satu in tw1.catatan)


def test_without_a_pagu_edition_the_form_says_so_and_prints_dashes() -> None:
    tw1 = _triwulan(1, pagu_triwulan=(), pagu_laporan="", daftar_edisi_pagu=(), daftar_pagu=())
    assert tw1.uang.pagu.tercetak == "–"
    assert tw1.uang.realisasi.tercetak == f"{RP}10.000.000"
    assert to_teks(tw1.kaki[0]).startswith("Pagu: belum ada")


def test_every_cell_is_found_again_by_its_identity() -> None:
    hasil = make_hasil()
    daftar = [sel for sel in list_sel(compile_pengukuran(hasil)) if sel.identitas]
    assert len(daftar) > 100
    for sel in daftar:
        assert hasil.cari(sel.identitas).tercetak == sel.tercetak


def _beri_tanda(satu, tanda):
    return replace(satu, nilai=with_tanda(satu.nilai, tanda))


def _tercatat(bilangan: int, tahun: int, sumber: str):
    return NilaiTercatat(indikator="i1", periode=Periode(tahun), nilai=persen(bilangan), sumber=sumber)
