"""Levels of rows of work, where nothing but the rows themselves tells them."""

from __future__ import annotations

from tabel_uji import make_tabel
from tolok.core.bacaan.dokumen import Tingkat
from tolok.ingest.pengenal.baris_rencana import read_isi
from tolok.ingest.pengenal.nilai_rencana import Waktu
from tolok.ingest.pengenal.tata_rencana import make_tata
from tolok.ingest.susun.kata import make_kunci


def tingkat(kepala: list[str], *baris: list[str], dikenal: dict[str, Tingkat] | None = None) -> list[str]:
    tabel = make_tabel(kepala, *baris)
    peta = {make_kunci(nama): satu for nama, satu in (dikenal or {}).items()}
    isi = read_isi(tabel, make_tata(tabel), waktu=Waktu(tahun=2025), tingkat_per_nama=peta)
    return [satu.tingkat.value for satu in isi.anggaran]


def test_a_row_stands_over_those_it_is_the_sum_of() -> None:
    kepala = ["Program/Kegiatan/Sub Kegiatan", "Anggaran (Rp)"]
    assert tingkat(kepala, ["A", "600"], ["B", "400"], ["C", "150"], ["D", "250"], ["E", "200"], ["F", "200"]) == [
        "program", "kegiatan", "subkegiatan", "subkegiatan", "kegiatan", "subkegiatan",
    ]  # fmt: skip
    assert tingkat(["Kegiatan/Sub Kegiatan", "Pagu"], ["B", "300"], ["C", "100"], ["D", "200"]) == [
        "kegiatan", "subkegiatan", "subkegiatan",
    ]  # fmt: skip


def test_sums_below_a_column_for_kegiatan_are_their_subkegiatan() -> None:
    assert tingkat(["Kegiatan", "Pagu (Rp)"], ["B", "300"], ["C", "100"], ["D", "200"], ["E", "50"], ["F", "50"]) == [
        "kegiatan", "subkegiatan", "subkegiatan", "kegiatan", "subkegiatan",
    ]  # fmt: skip
    assert tingkat(["Kegiatan", "Pagu (Rp)"], ["B", "300"], ["C", "110"], ["D", "250"]) == ["kegiatan"] * 3


def test_other_tables_of_the_file_know_names() -> None:
    kepala = ["Program/Kegiatan", "Anggaran (Rp)"]
    dikenal = {"Penataan": Tingkat.PROGRAM, "Pembinaan": Tingkat.KEGIATAN}
    assert tingkat(kepala, ["Penataan", "700"], ["Pembinaan", "310"], dikenal=dikenal) == ["program", "kegiatan"]


def test_what_is_counted_tells_subkegiatan_under_a_program_in_words() -> None:
    kepala = ["Program/Kegiatan/Sub Kegiatan", "Indikator", "Target"]
    assert tingkat(
        kepala,
        ["PROGRAM A", "Persentase capaian", "80"],
        ["Penetapan kurikulum", "Persentase penetapan", "38"],
        ["Penyusunan silabus", "Jumlah silabus", "270"],
    ) == ["program", "kegiatan", "subkegiatan"]


def test_codes_overrule_the_head() -> None:
    kepala = ["Kode", "Program", "Pagu (Rp)"]
    assert tingkat(kepala, ["2.11.01", "A", "9"], ["2.11.01.2.01", "B", "7"], ["2.11.01.2.01.0001", "C", "7"]) == [
        "program", "kegiatan", "subkegiatan",
    ]  # fmt: skip


def test_a_column_that_names_one_level_keeps_it() -> None:
    assert tingkat(["Program", "Pagu (Rp)"], ["A", "300"], ["B", "100"], ["C", "200"]) == ["program"] * 3
