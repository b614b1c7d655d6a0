"""Realisasi Anggaran: every percentage names its edition, and the parts make the whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data_formulir import DATA, list_sel, make_hasil
from tolok.core.anggaran import Pemetaan
from tolok.core.dokumen.teks import to_teks
from tolok.core.penyusun.realisasi_anggaran import compile_realisasi_anggaran
from tolok.core.penyusun.uang import PaguTidakAda

RP = "Rp\u00a0"


def test_editions_stand_in_the_order_of_their_numbers() -> None:
    model = compile_realisasi_anggaran(make_hasil())
    assert [(satu.edisi.nama, satu.total.tercetak) for satu in model.daftar_edisi] == [
        ("Pagu murni", f"{RP}300.000.000"), ("Pagu perubahan", f"{RP}200.000.000"),
    ]  # fmt: skip
    assert (model.edisi_laporan.id, model.indeks_laporan) == ("ubah", 1)


def test_total_has_every_quarter_and_a_serapan_for_each_edition() -> None:
    total = compile_realisasi_anggaran(make_hasil()).total
    assert [satu.tercetak for satu in total.daftar_realisasi] == [
        f"{RP}{juta}.000.000" for juta in (10, 40, 80, 150)
    ]  # fmt: skip
    assert [satu.tercetak for satu in total.daftar_serapan] == ["50,00%", "75,00%"]


def test_rows_follow_the_tree_and_only_programs_are_numbered() -> None:
    model = compile_realisasi_anggaran(make_hasil())
    assert [(satu.nomor, satu.kode) for satu in model.daftar_baris] == [
        ("1", "1"), ("", "1.1"), ("", "1.2"), ("2", "2"), ("", "2.1"), ("", "2.2"), ("3", "3"), ("4", "4"),
        ("", "4.1"), ("5", "5"), ("", "5.1"),
    ]  # fmt: skip
    assert [satu.tercetak for satu in model.daftar_baris[0].daftar_serapan] == ["60,00%", "90,00%"]


def test_shares_of_sasaran_penunjang_and_the_rest_make_the_whole() -> None:
    daftar = compile_realisasi_anggaran(make_hasil()).daftar_bagian
    assert [(satu.uraian, satu.bagian.tercetak, satu.serapan.tercetak) for satu in daftar] == [
        ("Sasaran 1: Layanan bermutu", "50,00%", "90,00%"),
        ("Sasaran 2: Warga terlindungi", "22,50%", "66,67%"),
        ("Program penunjang", "25,00%", "50,00%"),
        ("Program tanpa sasaran", "2,50%", "100,00%"),
    ]


def test_kinds_without_any_program_are_not_listed() -> None:
    semua = tuple(Pemetaan(edisi="m1", kode=str(n), simpul="s1") for n in range(1, 6))
    daftar = compile_realisasi_anggaran(make_hasil(daftar_pemetaan=semua)).daftar_bagian
    assert [satu.uraian for satu in daftar] == ["Sasaran 1: Layanan bermutu", "Sasaran 2: Warga terlindungi"]


def test_footer_names_every_serapan_by_its_edition() -> None:
    kaki = [to_teks(satu) for satu in compile_realisasi_anggaran(make_hasil()).kaki]
    assert f"Realisasi tahun 2020 {RP}150.000.000: 50,00% dari Pagu murni; 75,00% dari Pagu perubahan." in kaki
    assert not any("Cakupan" in satu for satu in kaki)


def test_different_scopes_are_said_to_be_no_comparison() -> None:
    ubah, murni = DATA.daftar_edisi_pagu
    hasil = make_hasil(daftar_edisi_pagu=(replace(ubah, cakupan="Belanja langsung"), murni))
    assert "Cakupan edisi pagu berbeda-beda" in to_teks(compile_realisasi_anggaran(hasil).kaki[-1])


def test_last_edition_is_that_of_the_report_where_none_is_declared() -> None:
    model = compile_realisasi_anggaran(make_hasil(pagu_laporan=""))
    assert model.edisi_laporan.id == "ubah"


def test_package_without_pagu_is_refused() -> None:
    with pytest.raises(PaguTidakAda, match="belum memuat edisi pagu"):
        compile_realisasi_anggaran(make_hasil(daftar_edisi_pagu=(), daftar_pagu=()))


def test_every_cell_is_found_again_by_its_identity() -> None:
    hasil = make_hasil()
    for sel in list_sel(compile_realisasi_anggaran(hasil)):
        assert hasil.cari(sel.identitas).tercetak == sel.tercetak
