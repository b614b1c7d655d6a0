"""The agreement: who promises what to whom, with which money, and what stays blank."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from data_formulir import DATA, list_sel, make_hasil
from tolok.core.anggaran import Pagu
from tolok.core.dokumen.teks import to_teks
from tolok.core.penyusun.perjanjian import PerjanjianTidakAda, compile_perjanjian

RP = "Rp\u00a0"


def test_last_agreement_is_taken_where_none_is_named() -> None:
    model = compile_perjanjian(make_hasil())
    assert (model.id, model.is_perubahan) == ("pk-ubah", True)
    assert model.alasan.startswith("perubahan strategi")


def test_agreement_prints_its_own_targets_not_those_that_replaced_them() -> None:
    hasil = make_hasil()
    target = [
        compile_perjanjian(hasil, id_perjanjian=satu).daftar_sasaran[0].daftar_indikator[0].target
        for satu in ("pk", "pk-ubah")
    ]
    assert [satu.tercetak for satu in target] == ["50%", "25%"]


def test_target_an_agreement_does_not_change_stays_in_force() -> None:
    indeks = compile_perjanjian(make_hasil()).daftar_sasaran[1].daftar_indikator[0]
    assert (indeks.nama, indeks.satuan, indeks.target.tercetak) == ("Indeks perlindungan", "indeks", "80")


def test_programs_add_up_to_the_total_in_words() -> None:
    model = compile_perjanjian(make_hasil(), id_perjanjian="pk")
    assert [(satu.nomor, satu.anggaran.tercetak, satu.sumber_dana) for satu in model.daftar_program] == [
        ("1", f"{RP}150.000.000", "APBD, DAK"),
        ("2", f"{RP}50.000.000", "APBD"),
        ("3", f"{RP}80.000.000", "APBD"),
        ("4", f"{RP}10.000.000", "APBD"),
        ("5", f"{RP}10.000.000", "APBD"),
    ]
    assert model.total.tercetak == f"{RP}300.000.000"
    assert model.terbilang == "Tiga ratus juta rupiah"
    assert "DPA 1/2020 tanggal 3 Januari 2020" in to_teks(model.keterangan[0]).replace("(", "").replace(")", "")


def test_sen_are_read_out() -> None:
    pagu = (*DATA.daftar_pagu[:-1], Pagu(edisi="ubah", kode="5.1", sen=500_000_050))
    assert compile_perjanjian(make_hasil(daftar_pagu=pagu)).terbilang.endswith("koma lima nol rupiah")


def test_number_date_and_holders_of_the_day() -> None:
    murni, ubah = (compile_perjanjian(make_hasil(), id_perjanjian=satu) for satu in ("pk", "pk-ubah"))
    assert (murni.nomor, murni.tanggal, murni.is_perubahan) == ("1/PK/2020", date(2020, 1, 10), False)
    assert murni.pihak_pertama.nama == "Contoh Satu"
    assert murni.pihak_kedua.jabatan == "Wali Kota Contoh"
    assert ubah.pihak_pertama.nama == "Contoh Dua"
    assert (ubah.nomor, ubah.tanggal, ubah.tanggal_naskah) == ("", None, date(2020, 12, 31))


def test_undated_changed_agreement_is_signed_by_the_holder_when_its_budget_was_set() -> None:
    edisi = tuple(replace(satu, tanggal=date(2020, 10, 5)) for satu in DATA.daftar_edisi_pagu)
    model = compile_perjanjian(make_hasil(daftar_edisi_pagu=edisi))
    assert (model.tanggal_naskah, model.pihak_pertama.nama) == (date(2020, 10, 5), "Contoh Satu")


def test_undated_first_agreement_is_signed_in_january() -> None:
    pertama = replace(DATA.daftar_perjanjian[0], tanggal=None, nomor="")
    model = compile_perjanjian(make_hasil(daftar_perjanjian=(pertama,)))
    assert (model.tanggal_naskah, model.pihak_pertama.tanggal) == (date(2020, 1, 31), "." * 30)


def test_holder_nobody_knows_is_a_blank() -> None:
    model = compile_perjanjian(make_hasil(daftar_pejabat=()))
    assert model.pihak_pertama.nama == "." * 30


def test_edition_of_the_pagu_that_is_not_there_leaves_dashes() -> None:
    perjanjian = replace(DATA.daftar_perjanjian[1], edisi_pagu="")
    model = compile_perjanjian(make_hasil(daftar_perjanjian=(perjanjian,)))
    assert (model.total.tercetak, model.terbilang) == ("–", "")
    assert {satu.anggaran.tercetak for satu in model.daftar_program} == {"–"}
    assert "belum ditetapkan" in to_teks(model.keterangan[0])
    assert model.tanggal_naskah == date(2020, 12, 31)


def test_unknown_agreement_names_those_there_are() -> None:
    with pytest.raises(PerjanjianTidakAda, match="pk, pk-ubah"):
        compile_perjanjian(make_hasil(), id_perjanjian="pk-9")
    with pytest.raises(PerjanjianTidakAda, match="belum memuat"):
        compile_perjanjian(make_hasil(daftar_perjanjian=()))


def test_every_cell_is_found_again_by_its_identity() -> None:
    hasil = make_hasil()
    for satu in ("pk", "pk-ubah"):
        for sel in list_sel(compile_perjanjian(hasil, id_perjanjian=satu)):
            assert hasil.cari(sel.identitas).tercetak == sel.tercetak
