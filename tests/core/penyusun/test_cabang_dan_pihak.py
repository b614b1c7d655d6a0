"""Branches of the budget tree, and who signs."""

from __future__ import annotations

from datetime import date

from data_formulir import DATA, make_hasil
from tolok.core.naskah import Penandatangan
from tolok.core.organisasi import Pejabat
from tolok.core.penyusun.cabang import list_cabang, split_kode
from tolok.core.penyusun.pihak import RUAS_KOSONG, compile_pihak, find_jabatan_kepala


def _kode(*daftar: str) -> list[tuple[str, bool]]:
    return [(satu.simpul.kode, satu.utuh) for satu in list_cabang(make_hasil().anggaran, daftar)]


def test_branch_holds_what_is_below_and_the_way_down() -> None:
    assert _kode("2.1") == [("2", False), ("2.1", True)]
    assert _kode("2") == [("2", True), ("2.1", True), ("2.2", True)]
    assert _kode() == []


def test_branch_keeps_the_printed_order_whatever_the_order_asked() -> None:
    assert _kode("5.1", "1.2") == [("1", False), ("1.2", True), ("5", False), ("5.1", True)]


def test_codes_of_a_sasaran_are_split_over_its_indicators() -> None:
    hasil = make_hasil()
    assert split_kode(hasil, "s1", ["i1"]) == ({"i1": ("1",)}, ())
    assert split_kode(hasil, "s2", ["i2", "i3"]) == ({"i2": ("2.1",), "i3": ("2.2",)}, ("5",))
    assert split_kode(hasil, "s9", []) == ({}, ())


def test_first_known_document_names_the_signer() -> None:
    data = make_hasil(
        daftar_penandatangan=(Penandatangan(dokumen="b", jabatan="wali", tempat="Sana", tanggal=date(2020, 5, 6)),)
    ).data
    penanda, tanggal = compile_pihak(data, "a", "b", pada=date(2020, 1, 1))
    assert (penanda.nama, penanda.tempat, penanda.tanggal) == ("Contoh Wali", "Sana", "6 Mei 2020")
    assert tanggal == date(2020, 5, 6)


def test_without_a_signer_the_head_signs_with_a_blank_date() -> None:
    penanda, tanggal = compile_pihak(DATA, "lain", pada=date(2020, 6, 30))
    assert (penanda.nama, penanda.tempat, penanda.tanggal) == ("Contoh Satu", "Kota Contoh", RUAS_KOSONG)
    assert tanggal == date(2020, 6, 30)


def test_agency_without_positions_still_names_its_head() -> None:
    data = make_hasil(daftar_jabatan=(), daftar_unit=()).data
    assert find_jabatan_kepala(data) == ""
    penanda, _ = compile_pihak(data, "lain", pada=date(2020, 6, 30))
    assert (penanda.jabatan, penanda.nama) == ("Kepala Dinas Uji", RUAS_KOSONG)


def test_posting_that_begins_on_the_day_counts() -> None:
    baru = Pejabat(jabatan="kepala", nama="Contoh Tiga", berlaku_mulai=date(2020, 6, 30), dicatat_pada=date(2020, 7, 1))
    data = make_hasil(daftar_pejabat=(*DATA.daftar_pejabat, baru)).data
    assert compile_pihak(data, pada=date(2020, 6, 29))[0].nama == "Contoh Satu"
    assert compile_pihak(data, pada=date(2020, 6, 30))[0].nama == "Contoh Tiga"
