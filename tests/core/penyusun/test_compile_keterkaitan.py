"""The cascade: programs below indicators, sums from the leaves, and nothing left out of the total."""

from __future__ import annotations

import pytest

from data_formulir import DATA, list_sel, make_hasil
from tolok.core.dokumen.nomor_catatan import index_catatan
from tolok.core.dokumen.tabel import CatatanTabel
from tolok.core.dokumen.teks import make_kalimat, to_teks
from tolok.core.penyusun.keterkaitan import compile_keterkaitan
from tolok.core.penyusun.uang import PaguTidakAda

RP = "Rp\u00a0"


def test_sasaran_carries_goal_indicator_of_the_region_and_sum() -> None:
    sasaran = compile_keterkaitan(make_hasil()).daftar_sasaran[0]
    assert (sasaran.tujuan, sasaran.iku_kota, sasaran.jumlah.tercetak) == (
        "Kota sejahtera", "Angka kemiskinan", f"{RP}100.000.000",
    )  # fmt: skip


def test_indicator_stands_beside_target_and_realisasi_of_the_year_before() -> None:
    indikator = compile_keterkaitan(make_hasil()).daftar_sasaran[0].daftar_indikator[0]
    assert (indikator.target.tercetak, indikator.realisasi_lalu.tercetak) == ("25%", "38,00%")


def test_program_holds_its_kegiatan_and_its_sum() -> None:
    program = compile_keterkaitan(make_hasil()).daftar_sasaran[0].daftar_indikator[0].daftar_program[0]
    assert (program.nama, program.indikator, program.jumlah.tercetak) == (
        "Program Layanan", "Mutu layanan", f"{RP}100.000.000",
    )  # fmt: skip
    assert [(satu.nama, satu.indikator, satu.anggaran.tercetak) for satu in program.daftar_kegiatan] == [
        ("Layanan Dasar", "Orang dilayani", f"{RP}60.000.000"),
        ("Layanan Lanjutan", "", f"{RP}40.000.000"),
    ]


def test_program_split_between_indicators_has_no_sum() -> None:
    sasaran = compile_keterkaitan(make_hasil()).daftar_sasaran[1]
    assert [satu.daftar_program[0].jumlah for satu in sasaran.daftar_indikator] == [None, None]
    assert [satu.nama for satu in sasaran.daftar_program] == ["Data Bersama"]


def test_total_is_that_of_the_named_edition() -> None:
    hasil = make_hasil()
    assert compile_keterkaitan(hasil).total.tercetak == f"{RP}200.000.000"
    murni = compile_keterkaitan(hasil, edisi="murni")
    assert murni.total.tercetak == f"{RP}300.000.000"
    assert [satu.nama for satu in murni.daftar_penunjang] == ["Penunjang Urusan"]
    assert [satu.nama for satu in murni.daftar_tanpa_sasaran] == ["Keberdayaan"]
    assert to_teks(murni.kaki[0]) == "Anggaran menurut Pagu murni; cakupan: Semua belanja."
    assert "5 program, 6 kegiatan;" in to_teks(murni.kaki[1])


def test_without_an_edition_amounts_are_dashes() -> None:
    model = compile_keterkaitan(make_hasil(pagu_laporan=""))
    assert model.total.tercetak == "–"
    assert model.daftar_sasaran[0].jumlah.tercetak == "–"
    assert model.daftar_penunjang[0].jumlah.tercetak == "–"
    assert to_teks(model.kaki[0]) == "Edisi pagu belum ditetapkan."


def test_unknown_edition_names_those_there_are() -> None:
    with pytest.raises(PaguTidakAda, match="ubah, murni"):
        compile_keterkaitan(make_hasil(), edisi="x")


def test_footnotes_are_numbered_in_printed_order() -> None:
    model = compile_keterkaitan(make_hasil(daftar_target=()))
    sel = [
        satu
        for sasaran in model.daftar_sasaran
        for indikator in sasaran.daftar_indikator
        for satu in (indikator.target, indikator.realisasi_lalu)
    ]
    tanda = index_catatan(model.catatan)
    nomor = [int(tanda[satu.identitas]) for satu in sel if satu.identitas in tanda]
    assert nomor[0] == 1
    assert nomor == sorted(nomor)
    assert model.total.identitas not in tanda


def test_cell_with_several_footnotes_names_them_all() -> None:
    isi = make_kalimat("x")
    satu = CatatanTabel(nomor="1", identitas=("a", "b"), isi=isi)
    dua = CatatanTabel(nomor="2", identitas=("a",), isi=isi)
    assert index_catatan((satu, dua)) == {"a": "1,2", "b": "1"}


def test_head_signs_where_no_signer_is_named() -> None:
    model = compile_keterkaitan(make_hasil())
    assert (model.penanda.jabatan, model.penanda.nama) == ("Kepala Dinas Uji", "Contoh Satu")


def test_every_cell_is_found_again_by_its_identity() -> None:
    hasil = make_hasil(instansi=DATA.instansi)
    for sel in list_sel(compile_keterkaitan(hasil)):
        assert hasil.cari(sel.identitas).tercetak == sel.tercetak
