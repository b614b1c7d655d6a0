"""The matrix of the Renstra: the targets of that document, and a way to reach them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from data_formulir import DATA, list_sel, make_hasil
from tolok.core.anggaran import Pemetaan, SimpulAnggaran, TingkatAnggaran
from tolok.core.dokumen.teks import to_teks
from tolok.core.penyusun.renstra import RencanaTidakAda, compile_renstra, find_renstra
from tolok.core.rencana import EdisiRencana, SimpulRencana


def test_targets_are_those_of_the_plan_not_of_the_agreement() -> None:
    indikator = compile_renstra(make_hasil()).daftar_tujuan[0].daftar_sasaran[0].daftar_indikator[0]
    assert [satu.tercetak for satu in indikator.daftar_target] == ["40%", "41%", "42%"]
    assert indikator.kondisi_awal.tercetak == "38,00%"


def test_year_without_a_target_in_the_plan_is_a_dash() -> None:
    indeks = compile_renstra(make_hasil()).daftar_tujuan[0].daftar_sasaran[1].daftar_indikator[0]
    assert [satu.tercetak for satu in indeks.daftar_target] == ["–", "–", "–"]


def test_tujuan_holds_its_indicators_and_sasaran() -> None:
    model = compile_renstra(make_hasil())
    (tujuan,) = model.daftar_tujuan
    assert (tujuan.uraian, [satu.nama for satu in tujuan.daftar_indikator]) == ("Warga sejahtera", ["Warga sejahtera"])
    assert [(satu.nomor, satu.uraian) for satu in tujuan.daftar_sasaran] == [
        ("1", "Layanan bermutu"), ("2", "Warga terlindungi"),
    ]  # fmt: skip
    assert (model.tahun_awal, model.daftar_tahun) == (2019, (2020, 2021, 2022))


def test_sasaran_names_strategi_kebijakan_program_and_kegiatan() -> None:
    sasaran = compile_renstra(make_hasil()).daftar_tujuan[0].daftar_sasaran[0]
    assert (sasaran.strategi, sasaran.kebijakan) == (("Memperluas layanan",), ("Menambah petugas",))
    assert [satu.nama for satu in sasaran.daftar_program] == ["Program Layanan", "Layanan Dasar", "Layanan Lanjutan"]


def test_sub_kegiatan_are_too_fine_for_the_matrix() -> None:
    bawah = SimpulAnggaran(kode="2.1.1", induk="2.1", tingkat=TingkatAnggaran.SUBKEGIATAN, nama="Sosialisasi")
    hasil = make_hasil(daftar_anggaran=(*DATA.daftar_anggaran, bawah))
    nama = [satu.nama for satu in compile_renstra(hasil).daftar_tujuan[0].daftar_sasaran[1].daftar_program]
    assert "Pencegahan" in nama
    assert "Sosialisasi" not in nama


def test_mapping_of_another_edition_serves_where_the_one_in_use_is_silent() -> None:
    hasil = make_hasil(daftar_pemetaan=(Pemetaan(edisi="lama", kode="4", simpul="s1"),))
    sasaran = compile_renstra(hasil).daftar_tujuan[0].daftar_sasaran
    assert [satu.nama for satu in sasaran[0].daftar_program] == ["Keberdayaan", "Partisipasi"]
    assert sasaran[1].daftar_program == ()


def test_sasaran_without_tujuan_is_not_lost() -> None:
    simpul = tuple(replace(satu, induk="") if satu.id == "s2" else satu for satu in DATA.daftar_simpul)
    tujuan = compile_renstra(make_hasil(daftar_simpul=simpul)).daftar_tujuan
    assert [(satu.uraian, len(satu.daftar_sasaran)) for satu in tujuan] == [("Warga sejahtera", 1), ("", 1)]
    assert tujuan[1].daftar_indikator == ()


def test_unknown_dates_are_shown() -> None:
    edisi = replace(DATA.daftar_edisi_rencana[0], berlaku_mulai=None, dasar="")
    model = compile_renstra(make_hasil(daftar_edisi_rencana=(edisi,)))
    assert to_teks(model.kaki[0]) == "Renstra 2020–2022, tanggal berlakunya tidak diketahui."
    assert model.tanggal == date(2020, 1, 1)
    assert to_teks(compile_renstra(make_hasil()).kaki[0]) == (
        "Renstra 2020–2022, berlaku mulai 1 Januari 2020. Dasar: Keputusan 1."
    )


def test_edition_can_be_named_and_the_one_in_use_stands_in_for_a_renstra() -> None:
    lain = EdisiRencana(
        id="rpd", dokumen="RPD", nama="RPD", tahun_awal=2020, tahun_akhir=2020, dicatat_pada=date(2020, 1, 1)
    )
    simpul = SimpulRencana(edisi="rpd", id="x", jenis=DATA.daftar_simpul[1].jenis, uraian="Lain")
    hasil = make_hasil(
        daftar_edisi_rencana=(*DATA.daftar_edisi_rencana, lain), daftar_simpul=(*DATA.daftar_simpul, simpul)
    )
    assert find_renstra(hasil).id == "r1"
    assert find_renstra(hasil, "rpd").id == "rpd"
    iku = replace(DATA.daftar_edisi_rencana[0], dokumen="IKU")
    assert find_renstra(make_hasil(daftar_edisi_rencana=(iku,))).id == "r1"


def test_unknown_edition_names_those_there_are() -> None:
    with pytest.raises(RencanaTidakAda, match="yang dapat dicetak: r1"):
        find_renstra(make_hasil(), "x")
    with pytest.raises(RencanaTidakAda, match="tidak ada"):
        find_renstra(make_hasil(daftar_edisi_rencana=()))


def test_every_cell_with_an_identity_is_found_again() -> None:
    hasil = make_hasil()
    for sel in list_sel(compile_renstra(hasil)):
        assert sel.identitas is None or hasil.cari(sel.identitas).tercetak == sel.tercetak
