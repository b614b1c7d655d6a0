"""The cascade with the harm scanners do to it: rows moved, names run together, amounts that lost their rows."""

from __future__ import annotations

import pytest

from tabel_uji import make_tabel
from tolok.core.angka import Angka
from tolok.ingest.pengenal.baris_rencana import IsiTabel
from tolok.ingest.pengenal.keterkaitan import is_keterkaitan, read_keterkaitan
from tolok.ingest.pengenal.nama_rapat import split_nama_rapat
from tolok.ingest.pengenal.nilai_rencana import Waktu
from tolok.ingest.pengenal.tata_rencana import make_tata

KEPALA = (
    "No", "Sasaran", "Indikator Kinerja", "Target 2025", "Program", "Indikator Program", "Kegiatan",
    "Indikator Kegiatan", "Anggaran (Rp)",
)  # fmt: skip
AWAL = ["1", "S", "Persentase S", "80%", "PROGRAM A", "Persentase A"]


def baca(*baris: list[str]) -> IsiTabel:
    tabel = make_tabel(KEPALA, *baris)
    tata = make_tata(tabel)
    assert is_keterkaitan(tata)
    return read_keterkaitan(tabel, tata, waktu=Waktu(tahun=2025))


def kerja(isi: IsiTabel) -> list[tuple[str, str, int | None]]:
    return [
        (a.tingkat.value, a.nama, int(str(a.nilai[0].angka.pembilang)) if a.nilai and a.nilai[0].angka else None)
        for a in isi.anggaran
    ]


def test_kegiatan_without_money_stand_over_those_with_money() -> None:
    isi = baca(
        [*AWAL, "Rehabilitasi dasar", "Persentase R", ""],
        [*[""] * 6, "Penyediaan Permakanan", "Jumlah orang", "Rp 783.242.000"],
        [*[""] * 6, "Rehabilitasi lain", "Persentase L", ""],
        [*[""] * 6, "Penyediaan Permakanan", "Jumlah orang", "Rp 19.800.000"],
    )
    assert kerja(isi) == [
        ("program", "PROGRAM A", None), ("kegiatan", "Rehabilitasi dasar", None),
        ("subkegiatan", "Penyediaan Permakanan", 783_242_000), ("kegiatan", "Rehabilitasi lain", None),
        ("subkegiatan", "Penyediaan Permakanan", 19_800_000),
    ]  # fmt: skip
    assert [(i.tingkat, i.nama, i.program) for i in isi.indikator][2:4] == [
        ("kegiatan", "Persentase R", "PROGRAM A"), ("subkegiatan", "Jumlah orang", "PROGRAM A"),
    ]  # fmt: skip


def test_names_run_together_are_parted_by_what_stands_beside_them() -> None:
    isi = baca(
        [
            *AWAL,
            "Pengelolaan Data Daerah Kabupaten/Kota Pengelolaan Data Daerah Kabupaten/Kota Fasilitasi Bantuan Keluarga",
            "Persentase Data yang terkelola Jumlah Data yang Didata Jumlah Keluarga yang Dibantu",
            "Rp 325.524.000 Rp 52.750.000",
        ]
    )
    assert kerja(isi)[1:] == [
        ("kegiatan", "Pengelolaan Data Daerah Kabupaten/Kota", None),
        ("subkegiatan", "Pengelolaan Data Daerah Kabupaten/Kota", 325_524_000),
        ("subkegiatan", "Fasilitasi Bantuan Keluarga", 52_750_000),
    ]


def test_rows_moved_left_are_put_back() -> None:
    isi = baca(
        [*AWAL, "", "", ""],
        ["Penyelenggaraan Pemberdayaan", "Persentase Pemberdayaan", *[""] * 7],
        ["Koordinasi Taruna Siaga", "Jumlah Orang", "Rp 201.900.000", *[""] * 6],
    )
    assert kerja(isi)[1:] == [
        ("kegiatan", "Penyelenggaraan Pemberdayaan", None), ("subkegiatan", "Koordinasi Taruna Siaga", 201_900_000),
    ]  # fmt: skip


def test_lost_amounts_go_to_as_many_rows_that_count() -> None:
    baris = [
        [*AWAL, "Pencegahan", "Persentase kasus", ""],
        [*[""] * 6, "Koordinasi Pencegahan", "Jumlah Dokumen", ""],
        [*[""] * 6, "Penyediaan Layanan", "Jumlah Layanan", ""],
        [*[""] * 8, "Rp 51.500.000"],
    ]
    assert [uang for _, _, uang in kerja(baca(*baris, [*[""] * 8, "Rp 24.000.000"]))] == [
        None, None, 51_500_000, 24_000_000,
    ]  # fmt: skip
    satu = kerja(baca(*baris))
    assert 51_500_000 not in [uang for _, nama, uang in satu if nama == "Koordinasi Pencegahan"]


@pytest.mark.parametrize(
    ("teks", "jumlah", "harapan"),
    [
        ("Pengelolaan A Kabupaten/Kota Fasilitasi B", 2, ("Pengelolaan A Kabupaten/Kota", "Fasilitasi B")),
        ("1. Satu\n2. Dua", 2, ("Satu", "Dua")),
        ("Satu\nDua", 2, ("Satu", "Dua")),
        ("Koordinasi dan Sinkronisasi Data", 2, None),
        ("Tanpa batas sama sekali", 3, None),
        ("Pelayanan A Pembinaan B Pengawasan C", 2, None),
    ],
)
def test_names_are_parted_only_where_it_is_clear(teks: str, jumlah: int, harapan: object) -> None:
    assert split_nama_rapat(teks, jumlah) == harapan


def test_targets_of_the_cascade_have_their_year() -> None:
    isi = baca([*AWAL, "Kegiatan A", "Persentase K", "Rp 1.000.000"])
    assert [(n.besaran.value, n.tahun, n.angka) for n in isi.indikator[0].nilai] == [("target", 2025, Angka(80))]
