"""Heads of planning tables, as agencies print them, tell what their columns hold."""

from __future__ import annotations

import pytest

from tolok.core.bacaan.dokumen import Besaran
from tolok.ingest.pengenal.kolom_rencana import Arti, Kolom, classify_kolom

T, R, C = Besaran.TARGET, Besaran.REALISASI, Besaran.CAPAIAN


@pytest.mark.parametrize(
    ("kepala", "arti"),
    [
        ("NO", Arti.NOMOR), ("No.", Arti.NOMOR), ("N O", Arti.NOMOR), ("(1) Nomor", Arti.NOMOR),
        ("Kode", Arti.KODE), ("Kode Rekening", Arti.KODE),
        ("Tujuan", Arti.TUJUAN), ("Tujuan di RPJMD", Arti.TUJUAN),
        ("Sasaran", Arti.SASARAN), ("SASARAN STRATEGIS", Arti.SASARAN), ("Sasaran RENSTRA", Arti.SASARAN),
        ("KINERJA UTAMA/ SASARAN/ OUTCOME", Arti.SASARAN), ("Sasaran Strategis / Uraian", Arti.SASARAN),
        ("Kinerja", Arti.SASARAN), ("Sasaran Program", Arti.SASARAN), ("Sasaran Kegiatan", Arti.SASARAN),
        ("Program", Arti.PROGRAM), ("Kegiatan", Arti.KEGIATAN), ("Uraian Kegiatan", Arti.KEGIATAN),
        ("Sub Kegiatan", Arti.SUBKEGIATAN), ("Sub-Kegiatan", Arti.SUBKEGIATAN),
        ("Program / Kegiatan", Arti.PROGRAM_KEGIATAN), ("Program/Kegiatan/Sub Kegiatan", Arti.PROGRAM_KEGIATAN),
        ("Satuan", Arti.SATUAN), ("Sat.", Arti.SATUAN),
        ("Rumus", Arti.RUMUS), ("Formulasi", Arti.RUMUS), ("PENJELASAN/FORMULASI PERHITUNGAN", Arti.RUMUS),
        ("PENJELASAN/FORMASI PENGHITUNGAN", Arti.RUMUS), ("Cara Perhitungan", Arti.RUMUS),
        ("Metode Pengukuran", Arti.RUMUS), ("Formulasi Perhitungan Indikator Kinerja", Arti.RUMUS),
        ("Definisi Operasional", Arti.DEFINISI), ("Alasan Pemilihan", Arti.DEFINISI),
        ("Sumber Data", Arti.SUMBER_DATA), ("Data Dukung", Arti.SUMBER_DATA),
        ("Sumber Dana", Arti.SUMBER_DANA), ("Sumber Pendanaan", Arti.SUMBER_DANA),
        ("Penanggung Jawab", Arti.PENANGGUNG_JAWAB), ("Penanggungjawab", Arti.PENANGGUNG_JAWAB),
        ("Unit Kerja Perangkat Daerah Penanggung Jawab", Arti.PENANGGUNG_JAWAB), ("Pelaksana", Arti.PENANGGUNG_JAWAB),
        ("Rencana Aksi", Arti.AKSI), ("Keterangan", Arti.KETERANGAN), ("Ket.", Arti.KETERANGAN),
        ("Lokasi", Arti.LAIN), ("Strategi", Arti.LAIN), ("Tipe Perhitungan", Arti.LAIN), ("Target NSPK", Arti.LAIN),
        ("Target IKK", Arti.LAIN), ("", Arti.LAIN), ("Cara mencapai tujuan / Program dan kegiatan", Arti.LAIN),
    ],
)  # fmt: skip
def test_words(kepala: str, arti: Arti) -> None:
    assert classify_kolom(kepala).arti is arti


@pytest.mark.parametrize(
    ("kepala", "tingkat"),
    [
        ("Indikator", ""), ("Indikator Kinerja", ""), ("Indikator Kinerja Utama", "sasaran"), ("IKU", "sasaran"),
        ("Indikator Kinerja Sasaran", "sasaran"), ("Indikator Tujuan", "tujuan"), ("IKU KOTA", "tujuan"),
        ("Indikator Program", "program"), ("Indikator Kegiatan", "kegiatan"), ("Indikator Sub Kegiatan", "subkegiatan"),
        ("Indikator Kinerja Individu", "individu"), ("Indikator Kinerja Program (outcome) / Kegiatan (output)", ""),
    ],
)  # fmt: skip
def test_whose_indicator(kepala: str, tingkat: str) -> None:
    assert classify_kolom(kepala) == Kolom(arti=Arti.INDIKATOR, tingkat=tingkat)


@pytest.mark.parametrize(
    ("kepala", "harapan"),
    [
        ("Target", Kolom(arti=Arti.NILAI, besaran=T)),
        ("Target 2023", Kolom(arti=Arti.NILAI, besaran=T, tahun=2023)),
        ("Capaian 2022", Kolom(arti=Arti.NILAI, besaran=C, tahun=2022)),
        ("2024", Kolom(arti=Arti.NILAI, tahun=2024)),
        ("Target tahun / 2019 (%)", Kolom(arti=Arti.NILAI, besaran=T, tahun=2019, satuan="%")),
        ("Kondisi Awal / 2018 (%)", Kolom(arti=Arti.NILAI, besaran=Besaran.KONDISI_AWAL, tahun=2018, satuan="%")),
        ("Baseline 2024", Kolom(arti=Arti.NILAI, besaran=Besaran.KONDISI_AWAL, tahun=2024)),
        ("Data Capaian pada Tahun Awal Perencanaan", Kolom(arti=Arti.NILAI, besaran=Besaran.KONDISI_AWAL)),
        ("Target Akhir Renstra 2026", Kolom(arti=Arti.NILAI, besaran=Besaran.TARGET_AKHIR, tahun=2026)),
        ("Kondisi Kinerja pada Akhir Periode Renstra / Target", Kolom(arti=Arti.NILAI, besaran=Besaran.TARGET_AKHIR)),
        ("Target Renstra Perangkat Daerah Tahun ke- / 1", Kolom(arti=Arti.NILAI, besaran=T, urutan_tahun=1)),
        ("Realisasi Capaian Tahun ke- / 2", Kolom(arti=Arti.NILAI, besaran=R, urutan_tahun=2)),
        ("Rasio Capaian pada Tahun ke- / 3", Kolom(arti=Arti.NILAI, besaran=Besaran.RASIO, urutan_tahun=3)),
        ("Target / Tahun II", Kolom(arti=Arti.NILAI, besaran=T, urutan_tahun=2)),
        ("Capaian Tahun (n-1)", Kolom(arti=Arti.NILAI, besaran=C, geser_tahun=-1)),
        ("Target / Triwulan / I", Kolom(arti=Arti.NILAI, besaran=T, triwulan=1)),
        ("Target TW II", Kolom(arti=Arti.NILAI, besaran=T, triwulan=2)),
        ("Triwulan 3", Kolom(arti=Arti.NILAI, triwulan=3)),
        ("Target per Triwulan / TW IV", Kolom(arti=Arti.NILAI, besaran=T, triwulan=4)),
        ("Januari", Kolom(arti=Arti.NILAI, bulan=1)),
        ("Target Bulan / Peb", Kolom(arti=Arti.NILAI, besaran=T, bulan=2)),
        ("Jadwal Pelaksanaan / Des", Kolom(arti=Arti.NILAI, bulan=12)),
        ("Rata-rata Pertumbuhan / Realisasi", Kolom(arti=Arti.NILAI, besaran=Besaran.PERTUMBUHAN)),
    ],
)  # fmt: skip
def test_values(kepala: str, harapan: Kolom) -> None:
    assert classify_kolom(kepala) == harapan


@pytest.mark.parametrize(
    ("kepala", "harapan"),
    [
        ("Anggaran", Kolom(arti=Arti.ANGGARAN, besaran=Besaran.PAGU, satuan="Rp")),
        ("Anggaran / (Rp)", Kolom(arti=Arti.ANGGARAN, besaran=Besaran.PAGU, satuan="Rp")),
        ("Pagu Anggaran (juta rupiah)", Kolom(arti=Arti.ANGGARAN, besaran=Besaran.PAGU, satuan="Rp", kali=10**6)),
        ("Pagu (Rp ribu)", Kolom(arti=Arti.ANGGARAN, besaran=Besaran.PAGU, satuan="Rp", kali=1000)),
        ("Anggaran pada Tahun ke- / 1", Kolom(arti=Arti.ANGGARAN, besaran=Besaran.PAGU, satuan="Rp", urutan_tahun=1)),
        ("Realisasi Anggaran 2020", Kolom(arti=Arti.ANGGARAN, besaran=R, satuan="Rp", tahun=2020)),
        ("Rasio antara Realisasi dan Anggaran / 2020",
         Kolom(arti=Arti.ANGGARAN, besaran=Besaran.PERSEN, satuan="%", tahun=2020)),
        ("Rata-rata Pertumbuhan / Anggaran", Kolom(arti=Arti.ANGGARAN, besaran=Besaran.PERTUMBUHAN)),
        ("Target dan Pagu / 2026 / Rp", Kolom(arti=Arti.ANGGARAN, besaran=Besaran.PAGU, satuan="Rp", tahun=2026)),
        ("Target dan Pagu / 2026 / K", Kolom(arti=Arti.NILAI, besaran=T, tahun=2026)),
        ("Target Kinerja Program dan Kerangka Pendanaan / Tahun 2022 / Target",
         Kolom(arti=Arti.NILAI, besaran=T, tahun=2022)),
        ("Target Kinerja Program dan Kerangka Pendanaan / Tahun 2022 / Rp",
         Kolom(arti=Arti.ANGGARAN, besaran=Besaran.PAGU, satuan="Rp", tahun=2022)),
    ],
)  # fmt: skip
def test_money_and_performance_side_by_side(kepala: str, harapan: Kolom) -> None:
    assert classify_kolom(kepala) == harapan
