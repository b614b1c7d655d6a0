"""Heads of columns, as agencies word them, and what they mean."""

from __future__ import annotations

import pytest

from tolok.ingest.susun.arti import Arti, Kolom
from tolok.ingest.susun.kepala import is_kata_kepala, read_deret_kepala, read_kepala

RENSTRA_AKHIR = "Target Renstra OPD pada Tahun 2018 s/d 2023 (akhir periode Renstra OPD)"
RENSTRA_LALU = "Realisasi Capaian Kinerja Renstra OPD s/d Renja OPD Tahun lalu (2020)"
RENJA_KINI = "Target Kinerja dan Anggaran Renja OPD Tahun berjalan yang dievaluasi (2021)"
RENJA_HASIL = "Realisasi Capaian Kinerja dan Anggaran Renja OPD yang Dievaluasi"
RENSTRA_TINGKAT = "Tingkat Capaian Kinerja dan Realisasi Anggaran Renstra OPD s/d tahun 2021 (%)"


@pytest.mark.parametrize(
    ("tingkat", "arti"),
    [
        (("N O",), Arti.NOMOR),
        (("Kode Rekening",), Arti.KODE),
        (("Tujuan di RPJMD",), Arti.TUJUAN),
        (("Sasaran strategis",), Arti.SASARAN),
        (("KINERJA UTAMA/ SASARAN/ OUTCOME",), Arti.SASARAN),
        (("Sasaran Strategis", "Uraian"), Arti.SASARAN),
        (("KINERJA",), Arti.SASARAN),
        (("IKU KOTA",), Arti.IKU_DAERAH),
        (("INDIKATOR KINERJA UTAMA (IKU)",), Arti.INDIKATOR),
        (("Indikator Kinerja Program (outcome) / Kegiatan (output)",), Arti.INDIKATOR),
        (("Indikator Kinerja Tujuan",), Arti.INDIKATOR_TUJUAN),
        (("Indikator Program",), Arti.INDIKATOR_PROGRAM),
        (("Indikator Kegiatan",), Arti.INDIKATOR_KEGIATAN),
        (("Indikator Sub Kegiatan",), Arti.INDIKATOR_SUBKEGIATAN),
        (("Formulasi Perhitungan Indikator Kinerja",), Arti.RUMUS),
        (("PENJALASAN/FORMULASI PENGHITUNGAN",), Arti.RUMUS),
        (("Definisi Operasional",), Arti.DEFINISI),
        (("Sumber Data",), Arti.SUMBER_DATA),
        (("Sumber Dana",), Arti.SUMBER_DANA),
        (("Unit OPD penanggung jawab",), Arti.PENANGGUNG_JAWAB),
        (("Keterang an",), Arti.KETERANGAN),
        (("Analisa Penyebab",), Arti.ANALISIS),
        (("Rencana Tindak Lanjut",), Arti.ANALISIS),
        (("Satuan",), Arti.SATUAN),
        (("Program / Kegiatan / Sub Kegiatan",), Arti.PROGRAM_KEGIATAN),
        (("Urusan/Bidang Urusan Pemerintah Daerah dan Program/Kegiatan",), Arti.PROGRAM_KEGIATAN),
        (("Sub Kegiatan",), Arti.SUBKEGIATAN),
        (("Strategi/kebijakan",), Arti.STRATEGI),
        (("Kriteria",), Arti.PREDIKAT),
        (("Bobot",), Arti.LAIN),
        (("TARGET",), Arti.TARGET),
        (("Capaian Kinerja", "Target"), Arti.TARGET),
        (("Realisasi Kinerja",), Arti.REALISASI),
        (("Realisasi (%)",), Arti.REALISASI),
        (("Realisasi", "Fisik (%)"), Arti.REALISASI),
        (("PERSENTASE",), Arti.CAPAIAN),
        (("Capaian Kinerja", "%"), Arti.CAPAIAN),
        (("% Realisasi",), Arti.CAPAIAN),
        (("Tingkat Capaian",), Arti.CAPAIAN),
        (("PERSENTASE CAPAIAN KINERJA",), Arti.CAPAIAN),
        (("Rasio Capaian pada Tahun ke-", "2021"), Arti.RASIO),
        (("Data Capaian pada Tahun Awal Perencanaan",), Arti.KONDISI_AWAL),
        (("Kondisi Kinerja pada akhir periode Renstra", "Target"), Arti.TARGET_AKHIR),
        (("Kondisi Kinerja pada akhir periode Renstra", "Rp"), Arti.PAGU_AKHIR),
        (("TARGET AKHIR RENSTRA",), Arti.TARGET_AKHIR),
        (("TINGKAT KEMAJUAN",), Arti.TINGKAT_KEMAJUAN),
        (("Realisasi 2020 terhadap Target Renstra 2024 (%)",), Arti.TINGKAT_KEMAJUAN),
        (("TINGKAT EFISIENSI",), Arti.EFISIENSI),
        (("REALISASI NASIONAL",), Arti.NASIONAL),
        (("Rata-rata Pertumbuhan", "Anggaran"), Arti.PERTUMBUHAN_ANGGARAN),
        (("PAGU ANGGARAN",), Arti.PAGU),
        (("Jumlah Anggaran",), Arti.PAGU),
        (("Alokasi Dana (Rp)",), Arti.PAGU),
        (("ANGGARAN", "TARGET"), Arti.PAGU),
        (("Capaian Kinerja dan Kerangka Pendanaan", "2021", "Target"), Arti.TARGET),
        (("Capaian Kinerja dan Kerangka Pendanaan", "2021", "Rp"), Arti.PAGU),
        (("ANGGARAN", "REALISASI"), Arti.REALISASI_ANGGARAN),
        (("Realisasi", "Keuangan", "Rp"), Arti.REALISASI_ANGGARAN),
        (("ANGGARAN", "CAPAIAN"), Arti.PERSEN_ANGGARAN),
        (("Serapan (%)",), Arti.PERSEN_ANGGARAN),
        (("Realisasi Anggaran (%)",), Arti.PERSEN_ANGGARAN),
        (("PERSENTASE PENYERAPAN ANGGARAN",), Arti.PERSEN_ANGGARAN),
        (("Sisa Anggaran",), Arti.SISA_ANGGARAN),
        ((RENSTRA_AKHIR, "K"), Arti.TARGET_AKHIR),
        ((RENSTRA_AKHIR, "Rp"), Arti.PAGU_AKHIR),
        ((RENSTRA_LALU, "K"), Arti.REALISASI),
        ((RENJA_KINI, "K"), Arti.TARGET),
        ((RENJA_KINI, "Rp"), Arti.PAGU),
        ((RENJA_HASIL, "K"), Arti.REALISASI),
        ((RENJA_HASIL, "Rp"), Arti.REALISASI_ANGGARAN),
        ((RENSTRA_TINGKAT, "K"), Arti.TINGKAT_KEMAJUAN),
        ((RENSTRA_TINGKAT, "Rp"), Arti.PERSEN_ANGGARAN),
    ],
)
def test_words_in_any_order_and_wording_give_the_meaning(tingkat: tuple[str, ...], arti: Arti) -> None:
    assert read_kepala(tingkat).arti is arti


@pytest.mark.parametrize(
    ("tingkat", "kolom"),
    [
        (("REALISASI", "Tahun 2019"), Kolom(arti=Arti.REALISASI, tahun=2019)),
        (("Target tahun", "2020 (%)"), Kolom(arti=Arti.TARGET, tahun=2020, satuan="%")),
        (("Kondisi Awal", "2018"), Kolom(arti=Arti.KONDISI_AWAL, tahun=2018)),
        (("TW I", "Realisasi"), Kolom(arti=Arti.REALISASI, triwulan=1)),
        (("Realisasi Kinerja Pada Triwulan", "IV", "Rp"), Kolom(arti=Arti.REALISASI_ANGGARAN, triwulan=4, satuan="Rp")),
        (("s.d. Triwulan II", "Realisasi"), Kolom(arti=Arti.REALISASI, triwulan=2, is_kumulatif=True)),
        (("Target Tahunan",), Kolom(arti=Arti.TARGET, is_setahun=True)),
        (("Anggaran (Rp. Juta)",), Kolom(arti=Arti.PAGU, satuan="Rp", pengali=1_000_000)),
        (("Pagu (ribu rupiah)",), Kolom(arti=Arti.PAGU, satuan="Rp", pengali=1000)),
        (("Target (orang)",), Kolom(arti=Arti.TARGET, satuan="orang")),
        (("Target", "Maret"), Kolom(arti=Arti.TARGET, bulan=3)),
    ],
)
def test_year_quarter_unit_and_factor_are_read_from_the_head(tingkat: tuple[str, ...], kolom: Kolom) -> None:
    assert read_kepala(tingkat) == kolom


def test_a_long_text_is_no_head() -> None:
    assert read_kepala((" ".join(["target"] * 31),)) == Kolom()


def test_a_percent_beside_rupiah_under_one_realisasi_is_their_share() -> None:
    daftar = read_deret_kepala((("Pagu",), ("Realisasi", "Rp"), ("Realisasi", "%")))
    assert [kolom.arti for kolom in daftar] == [Arti.PAGU, Arti.REALISASI_ANGGARAN, Arti.PERSEN_ANGGARAN]


def test_a_percent_beside_an_amount_of_work_is_its_capaian() -> None:
    daftar = read_deret_kepala((("Realisasi", "Volume"), ("Realisasi", "%")))
    assert [kolom.arti for kolom in daftar] == [Arti.REALISASI, Arti.CAPAIAN]


@pytest.mark.parametrize(
    "teks",
    [
        "No",
        "Indikator Kinerja",
        "Tahun 2019",
        "2020 (%)",
        "TW II",
        "(Rp)",
        "%",
        "K",
        "Januari",
        "Keterang an",
        "Uraian",
    ],
)
def test_words_of_heads_are_known(teks: str) -> None:
    assert is_kata_kepala(teks)


@pytest.mark.parametrize(
    "teks",
    [
        "Persentase Penurunan Kasus Kekerasan",
        "Program Rehabilitasi Sosial",
        "Meningkatnya kinerja perangkat daerah",
        "6. Jumlah Dokumen Rencana Kebijakan Strategis",
        "Jumlah Dokumen Rencana Program dan Kegiatan Sektoral",
        "86%",
        "Rp 5.000",
        "Sangat Baik",
        "Jumlah",
        "Orang",
    ],
)
def test_words_of_rows_are_not(teks: str) -> None:
    assert not is_kata_kepala(teks)
