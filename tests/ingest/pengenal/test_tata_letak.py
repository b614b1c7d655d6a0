"""
Measurement and budget tables in the layouts of different agencies: other words, orders, levels of heads, number
styles. Each case says every value that must come out, and nothing else may.
"""

from __future__ import annotations

import pytest

from tolok.core.bacaan.dokumen import BerkasTerbaca, DokumenTerbaca, JenisDokumen, NilaiTerbaca, Tingkat
from tolok.core.cetak_angka import format_angka
from tolok.ingest.pembaca.teks import read_teks
from tolok.ingest.pengenal import recognise


def _baca(teks: str) -> BerkasTerbaca:
    return recognise(read_teks(teks.encode(), "x.txt"))


def _satu(teks: str) -> DokumenTerbaca:
    (dokumen,) = _baca(teks).dokumen
    return dokumen


def _nilai(nilai: NilaiTerbaca) -> str:
    """One value as "besaran year[/quarter] number"; a category stands for its word, a range for both bounds."""
    waktu = f"{nilai.tahun}" + (f"/{nilai.triwulan}" if nilai.triwulan else "")
    angka = "" if nilai.angka is None else str(format_angka(nilai.angka))
    atas = "" if nilai.atas is None else f"..{format_angka(nilai.atas)}"
    return " ".join(filter(None, (str(nilai.besaran), waktu, nilai.kategori, f"{angka}{atas}")))


def _indikator(dokumen: DokumenTerbaca) -> dict[str, list[str]]:
    return {baris.nama: [_nilai(n) for n in baris.nilai] for baris in dokumen.indikator}


def _anggaran(dokumen: DokumenTerbaca) -> list[tuple[str, str, list[str]]]:
    return [(str(baris.tingkat), baris.nama, [_nilai(n) for n in baris.nilai]) for baris in dokumen.anggaran]


def test_units_in_a_column_and_two_number_styles() -> None:
    dokumen = _satu("""PENGUKURAN KINERJA
DINAS KESEHATAN KABUPATEN MALANG
TAHUN 2022

| No | Sasaran Strategis | Indikator Kinerja | Satuan | Target | Realisasi | % Capaian |
|---|---|---|---|---|---|---|
| 1 | Meningkatnya derajat kesehatan | Usia Harapan Hidup | Tahun | 72.5 | 72.75 | 100.34 |
| | | Angka Kematian Ibu | per 100.000 KH | 85 | 79,5 | 106,92 |
| 2 | Meningkatnya akuntabilitas | Nilai SAKIP | Nilai | BB (75,00) | BB (76,20) | 101,6 |
| | | Persentase Desa ODF | % | 0,95 | 0,90 | 94,74% |
| | | Jumlah kunjungan | orang | 12.500 | 13.250 | 106,00 |
| | | Rata-rata capaian | | | | 101,8 |
""")
    assert (dokumen.jenis, dokumen.perangkat_daerah, dokumen.tahun) == (
        JenisDokumen.PENGUKURAN,
        "DINAS KESEHATAN KABUPATEN MALANG",
        2022,
    )
    assert _indikator(dokumen) == {
        "Usia Harapan Hidup": ["target 2022 72,5", "realisasi 2022 72,75", "capaian 2022 100,34"],
        "Angka Kematian Ibu": ["target 2022 85", "realisasi 2022 79,5", "capaian 2022 106,92"],
        "Nilai SAKIP": ["target 2022 BB 75", "realisasi 2022 BB 76,2", "capaian 2022 101,6"],
        "Persentase Desa ODF": ["target 2022 95", "realisasi 2022 90", "capaian 2022 94,74"],
        "Jumlah kunjungan": ["target 2022 12.500", "realisasi 2022 13.250", "capaian 2022 106"],
    }
    assert [baris.sasaran for baris in dokumen.indikator] == [
        *["Meningkatnya derajat kesehatan"] * 2,
        *["Meningkatnya akuntabilitas"] * 3,
    ]


def test_three_levels_of_heads_with_performance_and_money_in_one_quarter() -> None:
    dokumen = _satu("""LAPORAN KINERJA TRIWULAN III TAHUN 2023
BADAN PERENCANAAN PEMBANGUNAN DAERAH KOTA MADIUN

<table><tr><th rowspan=3>No</th><th rowspan=3>Indikator Kinerja Utama</th><th rowspan=3>Target Tahunan</th>
<th colspan=4>Triwulan III</th><th rowspan=3>Ket</th></tr>
<tr><th colspan=2>Kinerja</th><th colspan=2>Keuangan</th></tr>
<tr><th>Target</th><th>Realisasi</th><th>Rp</th><th>%</th></tr>
<tr><td>1</td><td>Indeks Perencanaan</td><td>80-85</td><td>60</td><td>58,4</td><td>1.250.000.000</td><td>45,5</td>
<td>-</td></tr>
<tr><td>2</td><td>Persentase usulan terakomodir</td><td>75%</td><td>N/A</td><td>-</td><td>500.000.000</td><td>33</td>
<td></td></tr>
</table>""")
    assert (dokumen.jenis, dokumen.triwulan) == (JenisDokumen.PENGUKURAN, 3)
    assert _indikator(dokumen) == {
        "Indeks Perencanaan": ["target 2023 80..85", "target 2023/3 60", "realisasi 2023/3 58,4"],
        "Persentase usulan terakomodir": ["target 2023 75", "target 2023/3", "realisasi 2023/3"],
    }


def test_columns_for_each_quarter() -> None:
    dokumen = _satu(
        "PENGUKURAN CAPAIAN KINERJA DINAS PERHUBUNGAN KOTA BATU TAHUN 2021\n\n"
        "Indikator Kinerja\tSatuan\tTarget 2021\tTriwulan I\t\tTriwulan II\t\n"
        "\t\t\tTarget\tRealisasi\tTarget\tRealisasi\n"
        "(1)\t(2)\t(3)\t(4)\t(5)\t(6)\t(7)\n"
        "Rasio angkutan umum\trasio\t0,85\t0,2\t0,21\t0,4\t0,42\n"
    )
    assert _indikator(dokumen) == {
        "Rasio angkutan umum": [
            "target 2021 0,85",
            "target 2021/1 0,2",
            "realisasi 2021/1 0,21",
            "target 2021/2 0,4",
            "realisasi 2021/2 0,42",
        ]
    }


def test_columns_in_reverse_order() -> None:
    dokumen = _satu(
        "PENGUKURAN KINERJA TAHUN 2020\n\n% Capaian\tRealisasi\tTarget\tSatuan\tIndikator Kinerja\tSasaran\tNo\n"
        "(7)\t(6)\t(5)\t(4)\t(3)\t(2)\t(1)\n100,00\tA\tA\tPredikat\tPredikat SAKIP\tMeningkatnya akuntabilitas\t1\n"
    )
    assert _indikator(dokumen) == {"Predikat SAKIP": ["capaian 2020 100", "realisasi 2020 A", "target 2020 A"]}


def test_rows_that_name_the_sasaran_of_those_below() -> None:
    dokumen = _satu("""## Pengukuran Kinerja Tahun 2021

BADAN KEPEGAWAIAN DAERAH KABUPATEN JEMBER

| No. | Indikator Kinerja | Target | Realisasi | Persentase |
|---|---|---|---|---|
| **Sasaran 1 : Meningkatnya profesionalitas ASN** | | | | |
| 1. | Indeks Profesionalitas ASN | 65 | 70,2 | 108 % |
| | **Sasaran 2 : Terwujudnya pelayanan prima** | | | |
| 1. | Nilai SKM | 85,50 | 87,1 | 101,87 % |
""")
    assert [(b.nama, b.sasaran) for b in dokumen.indikator] == [
        ("Indeks Profesionalitas ASN", "Meningkatnya profesionalitas ASN"),
        ("Nilai SKM", "Terwujudnya pelayanan prima"),
    ]


def test_descriptions_that_read_like_indicators_are_indicators() -> None:
    dokumen = _satu(
        "PENGUKURAN KINERJA TAHUN 2022\n\nURAIAN\tTARGET\tREALISASI\tCAPAIAN\nMeningkatnya kualitas layanan\t\t\t\n"
        "Indeks Kepuasan Masyarakat\t85\t86,4\t101,65\nNilai SAKIP\t80\t79,2\t99\n"
    )
    assert _indikator(dokumen)["Nilai SAKIP"] == ["target 2022 80", "realisasi 2022 79,2", "capaian 2022 99"]
    assert {b.sasaran for b in dokumen.indikator} == {"Meningkatnya kualitas layanan"}
    lain = _satu("PENGUKURAN KINERJA TAHUN 2022\n\nURAIAN\tTARGET\tREALISASI\nRapat dinas\t4\t5\nKunjungan\t8\t9\n")
    assert (lain.indikator, len(lain.tabel_tak_dikenal)) == ((), 1)


def test_values_of_several_indicators_in_one_cell() -> None:
    dokumen = _satu(
        "PENGUKURAN KINERJA TAHUN 2020\n\n"
        "<table><tr><th>Sasaran</th><th>Indikator</th><th>Target</th><th>Realisasi</th></tr>"
        "<tr><td>Meningkatnya mutu</td><td>1. Angka Partisipasi Murni<br>2. Angka Melek Huruf</td><td>95%<br>99%</td>"
        "<td>94,2%<br>98,5%</td></tr></table>"
    )
    assert _indikator(dokumen) == {
        "Angka Partisipasi Murni": ["target 2020 95", "realisasi 2020 94,2"],
        "Angka Melek Huruf": ["target 2020 99", "realisasi 2020 98,5"],
    }
    assert {b.sasaran for b in dokumen.indikator} >= {"Meningkatnya mutu"}


def test_two_years_and_the_end_of_the_plan_side_by_side() -> None:
    dokumen = _satu(
        "LKjIP DINAS LINGKUNGAN HIDUP TAHUN 2021\n\nBAB III AKUNTABILITAS KINERJA\n\n"
        "Indikator Kinerja\tTahun 2020\t\t\tTahun 2021\t\t\tTarget Akhir RPJMD (2024)\t% thd Target Akhir RPJMD\n"
        "\tTarget\tRealisasi\t%\tTarget\tRealisasi\t%\t\t\n"
        "Indeks Kualitas Air\t55\t54,1\t98,36\t56\t57,2\t102,14\t60\t95,33\n"
    )
    assert (dokumen.jenis, dokumen.tabel[0].jenis) == (JenisDokumen.LKJIP, "C")
    assert _indikator(dokumen)["Indeks Kualitas Air"] == [
        "target 2020 55",
        "realisasi 2020 54,1",
        "capaian 2020 98,36",
        "target 2021 56",
        "realisasi 2021 57,2",
        "capaian 2021 102,14",
        "target_akhir 2024 60",
        "tingkat_kemajuan 2021 95,33",
    ]


def test_tables_of_a_report_are_known_by_their_columns() -> None:
    dokumen = _satu("""# LAPORAN KINERJA INSTANSI PEMERINTAH
# DINAS KOMUNIKASI DAN INFORMATIKA KABUPATEN BANYUWANGI
## TAHUN 2022

# BAB III AKUNTABILITAS KINERJA

### Sasaran Strategis 1: Meningkatnya kualitas layanan informasi

**Tabel 3.2 Target dan Realisasi Kinerja Tahun 2022**

| No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian | Kategori |
|:--:|---|---|---|---|---|---|
| (1) | (2) | (3) | (4) | (5) | (6)=(5)/(4)x100 | (7) |
| 1 | Indeks SPBE | Indeks | 3,25 | 3,41 | 104,92% | Sangat Tinggi |

Tabel 3.3 Perbandingan Capaian Kinerja Tahun 2021 dan 2022

| No | Indikator Kinerja | Realisasi | |
|:--:|---|---|---|
| | | 2021 | 2022 |
| 1 | Indeks SPBE | 3,10 | 3,41 |

| Indikator | % Capaian Kinerja | % Penyerapan Anggaran | Tingkat Efisiensi |
|---|---|---|---|
| Indeks SPBE | 104,92 | 91,50 | 13,42 |

## 3.2 Realisasi Anggaran

| No | Sasaran | Program | Pagu | Realisasi | % |
|---|---|---|---|---|---|
| 1 | Meningkatnya kualitas layanan | Program Aplikasi Informatika | 4.500.000.000 | 4.117.500.000 | 91,50 |
| | Jumlah | | 4.500.000.000 | 4.117.500.000 | 91,50 |
""")
    assert [tabel.jenis for tabel in dokumen.tabel] == ["A", "B", "G", "anggaran"]
    assert {b.sasaran for b in dokumen.indikator} == {"Meningkatnya kualitas layanan informasi"}
    assert [[_nilai(n) for n in b.nilai] for b in dokumen.indikator] == [
        ["target 2022 3,25", "realisasi 2022 3,41", "capaian 2022 104,92"],
        ["realisasi 2021 3,1", "realisasi 2022 3,41"],
        ["capaian 2022 104,92", "efisiensi 2022 13,42"],
    ]
    assert _anggaran(dokumen) == [
        (
            "program",
            "Program Aplikasi Informatika",
            ["pagu 2022 4.500.000.000", "realisasi 2022 4.117.500.000", "persen 2022 91,5"],
        ),
        ("total", "Jumlah", ["pagu 2022 4.500.000.000", "realisasi 2022 4.117.500.000", "persen 2022 91,5"]),
    ]


def test_budget_by_codes_in_english_style() -> None:
    dokumen = _satu("""LAPORAN REALISASI ANGGARAN TAHUN ANGGARAN 2023
DINAS SOSIAL KOTA PASURUAN

| Kode Rekening | Uraian Program/Kegiatan/Sub Kegiatan | Anggaran (Rp) | Realisasi | | Sisa Anggaran |
| | | | (Rp) | (%) | |
|---|---|---|---|---|---|
| 1.06.01 | PROGRAM PENUNJANG URUSAN | 2,500,000,000 | 2,400,000,000 | 96.00 | 100,000,000 |
| 1.06.01.2.01 | Perencanaan, Penganggaran | 500,000,000 | 450,000,000 | 90.00 | 50,000,000 |
| 1.06.01.2.01.0001 | Penyusunan Dokumen | 500,000,000 | 450,000,000 | 90.00 | 50,000,000 |
| | JUMLAH | 2,500,000,000 | 2,400,000,000 | 96.00 | 100,000,000 |
""")
    assert dokumen.jenis is JenisDokumen.REALISASI_ANGGARAN
    assert [(b.kode, b.tingkat, b.induk) for b in dokumen.anggaran] == [
        ("1.06.01", Tingkat.PROGRAM, None),
        ("1.06.01.2.01", Tingkat.KEGIATAN, 0),
        ("1.06.01.2.01.0001", Tingkat.SUBKEGIATAN, 1),
        ("", Tingkat.TOTAL, None),
    ]
    assert _anggaran(dokumen)[2][2] == ["pagu 2023 500.000.000", "realisasi 2023 450.000.000", "persen 2023 90"]


@pytest.mark.parametrize(
    ("judul", "kepala", "isi"),
    [
        (
            "Tabel 3.10 Penyerapan Anggaran Tahun 2022 (dalam juta rupiah)",
            "Target\tRealisasi\t%",
            "1.250,50\t1.200,25\t95,98",
        ),
        ("Tabel 3.10 Tahun 2022", "Pagu (Rp juta)\tRealisasi (Rp juta)\tSerapan (%)", "1.250,50\t1.200,25\t0,9598"),
        ("Tabel 3.10 Anggaran Tahun 2022", "Pagu\tRealisasi\t%", "Rp1.250.500.000,00\tRp1.200.250.000,00\t95.98"),
        ("Tahun 2022 (Rp. 000)", "Anggaran\tRealisasi Anggaran\tPersentase", "1,250,500\t1,200,250\t95.98"),
    ],
)
def test_one_budget_in_four_ways_of_printing(judul: str, kepala: str, isi: str) -> None:
    dokumen = _satu(f"{judul}\n\nNo\tProgram\t{kepala}\n1\tProgram Pengelolaan Sampah\t{isi}\n")
    assert _anggaran(dokumen) == [
        (
            "program",
            "Program Pengelolaan Sampah",
            ["pagu 2022 1.250.500.000", "realisasi 2022 1.200.250.000", "persen 2022 95,98"],
        )
    ]


def test_programs_are_told_from_kegiatan_by_their_sums() -> None:
    dokumen = _satu(
        "Realisasi Anggaran Tahun 2021\n\nUraian\tPagu\tRealisasi\n"
        "Pengelolaan Jalan\t9.000.000\t8.000.000\nPemeliharaan Rutin\t4.000.000\t4.000.000\n"
        "Rehabilitasi\t5.000.000\t4.000.000\nPengelolaan Air\t7.000.000\t1.000.000\nIrigasi\t7.000.000\t1.000.000\n"
    )
    assert [(b.tingkat, b.induk) for b in dokumen.anggaran] == [
        (Tingkat.PROGRAM, None),
        (Tingkat.KEGIATAN, 0),
        (Tingkat.KEGIATAN, 0),
        (Tingkat.PROGRAM, None),
        (Tingkat.KEGIATAN, 3),
    ]


def test_physical_progress_is_no_money() -> None:
    dokumen = _satu("""REALISASI KEUANGAN DAN FISIK TRIWULAN I TAHUN ANGGARAN 2024

<table><tr><th>No</th><th>Program / Kegiatan</th><th colspan=2>Realisasi</th><th>Pagu Anggaran</th></tr>
<tr><th></th><th></th><th>Keuangan (Rp)</th><th>Fisik (%)</th><th>(Rp)</th></tr>
<tr><td>A</td><td>PROGRAM PENYELENGGARAAN JALAN</td><td>1.500.<br>000.000</td><td>25</td><td>10.000.000.000,00</td>
</tr>
<tr><td>1</td><td>Pemeliharaan Jalan</td><td>1.500.000.000</td><td>20,5</td><td>10.000.000.000,00</td></tr>
<tr><td colspan=2>TOTAL</td><td>1.500.000.000</td><td></td><td>10.000.000.000,00</td></tr></table>
""")
    nilai = ["realisasi 2024/1 1.500.000.000", "pagu 2024/1 10.000.000.000"]
    assert _anggaran(dokumen) == [
        ("program", "PROGRAM PENYELENGGARAAN JALAN", nilai),
        ("kegiatan", "Pemeliharaan Jalan", nilai),
        ("total", "TOTAL", nilai),
    ]


def test_indicators_of_programs_beside_their_budget() -> None:
    dokumen = _satu("""Capaian Kinerja Program Tahun 2022

| Program | Indikator Program | Satuan | Target | Realisasi | Capaian | Anggaran (Rp) | Realisasi Anggaran (Rp) | % |
|---|---|---|---|---|---|---|---|---|
| Program Koperasi | Jumlah koperasi aktif | unit | 1.200 | 1.105 | 92,08 | Rp750.000.000 | Rp700.500.000 | 93,40 |
| Jumlah | | | | | | 750.000.000 | 700.500.000 | 93,40 |
""")
    assert [(b.nama, b.tingkat, b.program) for b in dokumen.indikator] == [
        ("Jumlah koperasi aktif", "program", "Program Koperasi")
    ]
    assert _indikator(dokumen)["Jumlah koperasi aktif"] == [
        "target 2022 1.200",
        "realisasi 2022 1.105",
        "capaian 2022 92,08",
    ]
    assert [b[0] for b in _anggaran(dokumen)] == ["program", "total"]
    assert _anggaran(dokumen)[0][2] == ["pagu 2022 750.000.000", "realisasi 2022 700.500.000", "persen 2022 93,4"]


def test_programs_beside_the_indicator_they_serve_in_a_report() -> None:
    dokumen = _satu("""LAPORAN KINERJA DINAS PERHUBUNGAN KABUPATEN Z TAHUN 2023

Tabel 3.7 Program, Kegiatan dan Realisasi Anggaran

| No | Sasaran | Indikator | Program | Kegiatan | Pagu (Rp) | Realisasi (Rp) | Capaian Anggaran |
|---|---|---|---|---|---|---|---|
| 1 | Terwujudnya X | Rasio Y | Program LLAJ | Perlengkapan Jalan | 1.200.000.000 | 1.150.000.000 | 95,83 |
| | | | | Pengujian Berkala | 300.000.000 | 290.000.000 | 96,67 |
| Total | | | | | 1.500.000.000 | 1.440.000.000 | 96 |
""")
    assert [tabel.jenis for tabel in dokumen.tabel] == ["anggaran"]
    assert _anggaran(dokumen) == [
        ("program", "Program LLAJ", []),
        (
            "kegiatan",
            "Perlengkapan Jalan",
            ["pagu 2023 1.200.000.000", "realisasi 2023 1.150.000.000", "persen 2023 95,83"],
        ),
        ("kegiatan", "Pengujian Berkala", ["pagu 2023 300.000.000", "realisasi 2023 290.000.000", "persen 2023 96,67"]),
        ("total", "Total", ["pagu 2023 1.500.000.000", "realisasi 2023 1.440.000.000", "persen 2023 96"]),
    ]


def test_pairs_of_performance_and_money() -> None:
    dokumen = _satu(
        "PENGUKURAN KINERJA TRIWULAN IV\nBAGIAN ORGANISASI SEKRETARIAT DAERAH KABUPATEN KEDIRI\nTAHUN ANGGARAN 2022\n\n"
        "No\tProgram/Kegiatan/Sub Kegiatan\tIndikator\tTarget\t\tRealisasi\t\tTingkat Capaian (%)\t\n"
        "\t\t\tK\tRp\tK\tRp\tK\tRp\n1\t2\t3\t4\t5\t6\t7\t8\t9\n"
        "1\tPROGRAM PENATAAN ORGANISASI\tPersentase OPD tepat ukuran"
        "\t100 %\t600.000.000\t95 %\t580.000.000\t95\t96,67\n"
        "\tKegiatan Kelembagaan\tJumlah dokumen kelembagaan"
        "\t5 Dokumen\t600.000.000\t4 Dokumen\t580.000.000\t80\t96,67\n"
    )
    assert _indikator(dokumen) == {
        "Persentase OPD tepat ukuran": ["target 2022/4 100", "realisasi 2022/4 95", "capaian 2022/4 95"],
        "Jumlah dokumen kelembagaan": ["target 2022/4 5", "realisasi 2022/4 4", "capaian 2022/4 80"],
    }
    assert [b.tingkat for b in dokumen.indikator] == ["program", "kegiatan"]
    uang = ["pagu 2022/4 600.000.000", "realisasi 2022/4 580.000.000", "persen 2022/4 96,67"]
    assert _anggaran(dokumen) == [
        ("program", "PROGRAM PENATAAN ORGANISASI", uang),
        ("kegiatan", "Kegiatan Kelembagaan", uang),
    ]


def test_formulir_e81() -> None:
    kepala = (
        "<td rowspan=3>No</td><td rowspan=3>Sasaran</td><td rowspan=3>Program/Kegiatan</td>"
        "<td rowspan=3>Indikator Kinerja Program (outcome)/Kegiatan (output)</td>"
        "<td rowspan=2 colspan=2>Target Renstra PD pada Tahun 2024 (akhir periode Renstra PD)</td>"
        "<td rowspan=2 colspan=2>Realisasi Capaian Kinerja Renstra PD s.d. Renja PD Tahun Lalu (2019)</td>"
        "<td rowspan=2 colspan=2>Target Kinerja dan Anggaran Renja PD Tahun berjalan yang dievaluasi (2020)</td>"
        "<td colspan=8>Realisasi Kinerja Pada Triwulan</td>"
        "<td rowspan=2 colspan=2>Realisasi Capaian Kinerja dan Anggaran Renja PD yang dievaluasi (2020)</td>"
        "<td rowspan=2 colspan=2>Tingkat Capaian Kinerja dan Realisasi Anggaran Renstra PD s.d. Tahun 2020 (%)</td>"
        "<td rowspan=3>Unit PD Penanggung Jawab</td>"
    )
    nomor = "".join(f"<td colspan={2 if 5 <= n <= 13 else 1}>{n}</td>" for n in range(1, 15))
    sel = ["1", "Meningkatnya kesejahteraan", "Program Rehabilitasi Sosial", "Persentase PMKS tertangani"]
    sel += ["90%", "10.000.000.000", "70%", "4.000.000.000", "80%", "2.000.000.000"]
    sel += ["20%", "300.000.000", "40%", "500.000.000", "60%", "400.000.000", "78%", "600.000.000"]
    sel += ["78%", "1.800.000.000", "86,67", "58,00", "Dinsos"]
    isi = "".join(f"<td>{satu}</td>" for satu in sel)
    dokumen = _satu(
        "FORMULIR E.81\nEVALUASI TERHADAP HASIL RENJA PERANGKAT DAERAH LINGKUP KABUPATEN/KOTA\n"
        "RENJA DINAS SOSIAL KOTA PROBOLINGGO\nPERIODE PELAKSANAAN: TAHUN 2020\n\n"
        f"<table><tr>{kepala}</tr><tr>{''.join(f'<td colspan=2>{n}</td>' for n in ('I', 'II', 'III', 'IV'))}</tr>"
        f"<tr>{'<td>K</td><td>Rp</td>' * 9}</tr><tr>{nomor}</tr><tr>{isi}</tr>"
        "<tr><td colspan=23>Rata-rata capaian kinerja (%)</td></tr></table>"
    )
    assert (dokumen.jenis, dokumen.tahun) == (JenisDokumen.EVALUASI_RENJA, 2020)
    (baris,) = dokumen.indikator
    assert (baris.sasaran, baris.tingkat) == ("Meningkatnya kesejahteraan", "program")
    assert _indikator(dokumen)["Persentase PMKS tertangani"] == [
        "target_akhir 2024 90",
        "realisasi 2019 70",
        "target 2020 80",
        *(f"realisasi 2020/{n} {nilai}" for n, nilai in ((1, 20), (2, 40), (3, 60), (4, 78))),
        "realisasi 2020 78",
        "tingkat_kemajuan 2020 86,67",
    ]
    assert _anggaran(dokumen) == [
        (
            "program",
            "Program Rehabilitasi Sosial",
            [
                "pagu 2024 10.000.000.000",
                "realisasi 2019 4.000.000.000",
                "pagu 2020 2.000.000.000",
                "realisasi 2020/1 300.000.000",
                "realisasi 2020/2 500.000.000",
                "realisasi 2020/3 400.000.000",
                "realisasi 2020/4 600.000.000",
                "realisasi 2020 1.800.000.000",
                "persen 2020 58",
            ],
        )
    ]


def test_several_agencies_and_quarters_in_one_file() -> None:
    def formulir(instansi: str, triwulan: str, realisasi: str) -> str:
        return (
            f"PENGUKURAN KINERJA TRIWULAN {triwulan} TAHUN 2022\n{instansi}\n\n"
            f"No\tIndikator\tTarget\tRealisasi\n1\tProduksi (ton)\t12.500\t{realisasi}\n\n"
        )

    berkas = _baca(
        formulir("DINAS PERTANIAN KABUPATEN BLITAR", "I", "3.100")
        + formulir("DINAS PERTANIAN KABUPATEN BLITAR", "II", "6.400")
        + formulir("DINAS PERIKANAN KABUPATEN BLITAR", "II", "9.000")
    )
    assert [
        (d.perangkat_daerah.split()[1], d.triwulan, _indikator(d)["Produksi (ton)"][1]) for d in berkas.dokumen
    ] == [
        ("PERTANIAN", 1, "realisasi 2022/1 3.100"),
        ("PERTANIAN", 2, "realisasi 2022/2 6.400"),
        ("PERIKANAN", 2, "realisasi 2022/2 9.000"),
    ]


def test_a_table_that_fits_nothing_is_reported_with_its_head() -> None:
    dokumen = _satu("Data Pegawai\n\nNo\tNama Jabatan\tGolongan\n1\tKepala Dinas\tIV/c\n")
    assert (dokumen.jenis, dokumen.indikator, dokumen.anggaran) == (JenisDokumen.LAIN, (), ())
    assert [tabel.kepala for tabel in dokumen.tabel_tak_dikenal] == [("No", "Nama Jabatan", "Golongan")]


def test_a_scale_of_predicates_is_no_measurement() -> None:
    dokumen = _satu(
        "PENGUKURAN KINERJA TAHUN 2020\n\nNo.\tCapaian Kinerja\tKeterangan\n1.\tLebih dari 89%\tSangat Baik\n"
    )
    assert (dokumen.indikator, len(dokumen.tabel_tak_dikenal)) == ((), 1)


def test_a_file_without_tables_is_one_document_of_its_blocks() -> None:
    dokumen = _satu("Sekadar catatan rapat.\n\nTidak ada tabel.")
    assert (dokumen.jenis, len(dokumen.blok), dokumen.tabel) == (JenisDokumen.LAIN, 2, ())
    assert recognise(read_teks(b"", "kosong.txt")).dokumen[0].blok == ()
