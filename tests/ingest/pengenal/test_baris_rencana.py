"""Rows of planning tables in the layouts of agencies: what is taken over from above, parted, joined, or left out."""

from __future__ import annotations

from tabel_uji import make_tabel
from tolok.core.angka import Angka
from tolok.core.bacaan.dokumen import Besaran, NilaiTerbaca, TabelTerbaca, Tingkat
from tolok.ingest.pengenal.baris_rencana import IsiTabel, read_isi
from tolok.ingest.pengenal.nilai_rencana import Waktu
from tolok.ingest.pengenal.tata_rencana import make_tata


def baca(tabel: TabelTerbaca, *, tahun: int | None = 2025, **waktu: int) -> IsiTabel:
    return read_isi(tabel, make_tata(tabel), waktu=Waktu(tahun=tahun, **waktu))


def ringkas(nilai: NilaiTerbaca) -> tuple[object, ...]:
    return (nilai.besaran.value, nilai.tahun, nilai.angka)


def test_pk_with_units_and_merged_sasaran() -> None:
    isi = baca(
        make_tabel(
            ["No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target"],
            ["1", "Meningkatnya akses", "Persentase rumah layak", "%", "86,5"],
            ["^", "^", "Jumlah unit dibangun", "Unit", "1.250"],
            ["2", "Meningkatnya tata kelola", "Nilai SAKIP", "Nilai", "BB (72,5)"],
        )
    )
    assert [(i.sasaran, i.nama, i.satuan, i.tingkat) for i in isi.indikator] == [
        ("Meningkatnya akses", "Persentase rumah layak", "%", "sasaran"),
        ("Meningkatnya akses", "Jumlah unit dibangun", "Unit", "sasaran"),
        ("Meningkatnya tata kelola", "Nilai SAKIP", "Nilai", "sasaran"),
    ]
    assert [ringkas(i.nilai[0]) for i in isi.indikator] == [
        ("target", 2025, Angka(865, 10)), ("target", 2025, Angka(1250)), ("target", 2025, Angka(725, 10)),
    ]  # fmt: skip
    assert isi.indikator[2].nilai[0].kategori == "BB"
    assert isi.anggaran == ()


def test_columns_in_another_order() -> None:
    isi = baca(
        make_tabel(
            ["Target Tahun 2026", "Satuan", "Indikator", "Sasaran Program", "Penanggung Jawab"],
            ["7,5", "Indeks", "Indeks kepuasan", "Layanan baik", "Sekretaris"],
            ["80", "Persen", "Persentase temuan", "", "Kepala Bidang A"],
        )
    )
    satu, dua = isi.indikator
    assert (satu.sasaran, satu.satuan, satu.penanggung_jawab) == ("Layanan baik", "Indeks", ("Sekretaris",))
    assert (dua.sasaran, dua.satuan, ringkas(dua.nilai[0])) == ("Layanan baik", "Persen", ("target", 2026, Angka(80)))


def test_several_indicators_in_one_cell() -> None:
    isi = baca(
        make_tabel(
            ["No", "Sasaran", "Indikator", "Target", "Sumber Data", "Penanggung Jawab"],
            ["1", "S", "1. Persentase A\n2. Indeks B yang\npanjang", "80%\n3,5", "• Laporan X\n• Data Y", "Bidang"],
        )
    )
    assert [(i.nama, i.nilai[0].angka) for i in isi.indikator] == [
        ("Persentase A", Angka(80)), ("Indeks B yang panjang", Angka(35, 10)),
    ]  # fmt: skip
    assert isi.indikator[0].sumber_data == ("Laporan X",)
    assert isi.indikator[1].penanggung_jawab == ("Bidang",)


def test_wrapped_lines_of_one_indicator_stay_one() -> None:
    isi = baca(make_tabel(["Sasaran", "Indikator", "Target"], ["S", "Persentase anak\nyang sekolah", "90\n%"]))
    assert [(i.nama, i.nilai[0].angka, i.satuan) for i in isi.indikator] == [
        ("Persentase anak yang sekolah", Angka(90), "%")
    ]


def test_target_per_quarter_and_month() -> None:
    isi = baca(
        make_tabel(
            ["Indikator", "Target / TW I", "Target / TW II", "Target / TW III", "Target / TW IV", "Target"],
            ["Jumlah laporan", "1", "2", "3", "4", "10"],
        )
    )
    assert [(n.triwulan, n.angka) for n in isi.indikator[0].nilai] == [
        (1, Angka(1)), (2, Angka(2)), (3, Angka(3)), (4, Angka(4)), (None, Angka(10)),
    ]  # fmt: skip
    bulanan = baca(make_tabel(["Indikator", "Jan", "Feb", "Maret"], ["Jumlah laporan", "1", "-", ""]))
    assert [(n.bulan, n.tercetak, n.angka) for n in bulanan.indikator[0].nilai] == [(1, "1", Angka(1)), (2, "-", None)]


def test_years_by_number_count_from_the_first_of_the_plan() -> None:
    tabel = make_tabel(
        ["Indikator", "Target / Tahun 1", "Target / Tahun 2", "Kondisi Akhir"], ["Persentase X", "70", "75", "80"]
    )
    assert [ringkas(n) for n in baca(tabel, tahun_awal=2025).indikator[0].nilai] == [
        ("target", 2025, Angka(70)), ("target", 2026, Angka(75)), ("target_akhir", None, Angka(80)),
    ]  # fmt: skip
    assert [n.tahun for n in baca(tabel).indikator[0].nilai] == [None, None, None]


def test_achievement_over_years_with_ratio_and_growth() -> None:
    isi = baca(
        make_tabel(
            ["No", "Indikator Kinerja", "Target / 2023", "Target / 2024", "Realisasi / 2023",
             "Realisasi / 2024", "Rasio Capaian / 2023", "Rasio Capaian / 2024"],
            ["1", "Persentase X", "80%", "85%", "78%", "86%", "0,975", "1,01"],
        )
    )  # fmt: skip
    assert [ringkas(n) for n in isi.indikator[0].nilai] == [
        ("target", 2023, Angka(80)), ("target", 2024, Angka(85)), ("realisasi", 2023, Angka(78)),
        ("realisasi", 2024, Angka(86)), ("rasio", 2023, Angka(975, 1000)), ("rasio", 2024, Angka(101, 100)),
    ]  # fmt: skip


def test_fractions_under_a_percentage_are_points() -> None:
    isi = baca(make_tabel(["Indikator", "Satuan", "Target"], ["A", "%", "0,86"], ["Persentase B", "", "0,9"]))
    assert [(i.nilai[0].angka, i.nilai[0].catatan) for i in isi.indikator] == [
        (Angka(86), ("pecahan",)), (Angka(90), ("pecahan",)),
    ]  # fmt: skip


def test_program_budget_with_total_and_sources() -> None:
    isi = baca(
        make_tabel(
            ["No", "Program", "Anggaran", "Keterangan"],
            ["1", "Program A", "Rp. 1.890.851.874,-", "APBD"],
            ["2", "Program B", "Rp 1.000.000", "DAK"],
            ["", "Jumlah", "Rp 1.891.851.874", ""],
        )
    )
    assert [(a.nama, a.tingkat, a.sumber_dana, a.nilai[0].angka) for a in isi.anggaran] == [
        ("Program A", Tingkat.PROGRAM, "APBD", Angka(1_890_851_874)),
        ("Program B", Tingkat.PROGRAM, "DAK", Angka(1_000_000)),
        ("Jumlah", Tingkat.TOTAL, "", Angka(1_891_851_874)),
    ]
    assert isi.indikator == ()


def test_money_in_millions_is_multiplied_out() -> None:
    isi = baca(make_tabel(["Kegiatan", "Pagu (juta rupiah)"], ["Kegiatan A", "1.250,5"]))
    nilai = isi.anggaran[0].nilai[0]
    assert (nilai.angka, nilai.catatan, nilai.satuan, isi.anggaran[0].tingkat) == (
        Angka(1_250_500_000), ("juta",), "Rp", Tingkat.KEGIATAN,
    )  # fmt: skip


def test_levels_of_mixed_rows_by_code_by_word_by_number_and_by_capitals() -> None:
    kepala = ["Program / Kegiatan / Sub Kegiatan", "Anggaran (Rp)"]
    for nama in (
        ("1.06.02 A", "1.06.02.2.01 B", "1.06.02.2.01.0001 C"),
        ("Program A", "Kegiatan B", "Sub Kegiatan C"),
        ("I. A", "1. B", "a. C"),
        ("A. A", "1) B", "a) C"),
    ):
        isi = baca(make_tabel(kepala, *([satu, "100"] for satu in nama)))
        assert [a.tingkat for a in isi.anggaran] == [Tingkat.PROGRAM, Tingkat.KEGIATAN, Tingkat.SUBKEGIATAN], nama
        assert [a.induk for a in isi.anggaran] == [None, 0, 1]
    huruf = baca(
        make_tabel(
            ["Program/Kegiatan", "Anggaran"], ["PROGRAM INDUK", "300"], ["Urusan satu", "100"], ["Urusan dua", "200"]
        )
    )
    assert [a.tingkat for a in huruf.anggaran] == [Tingkat.PROGRAM, Tingkat.KEGIATAN, Tingkat.KEGIATAN]


def test_codes_in_a_column_of_their_own() -> None:
    isi = baca(
        make_tabel(
            ["Kode", "Uraian Program/Kegiatan", "Indikator", "Target 2026", "Pagu 2026 (Rp)"],
            ["2.07.01", "Penunjang", "Indeks A", "80", "5.000.000"],
            ["2.07.01.2.01", "Perencanaan", "Jumlah dokumen", "6", "3.000.000"],
        )
    )
    assert [(a.kode, a.nama, a.tingkat) for a in isi.anggaran] == [
        ("2.07.01", "Penunjang", Tingkat.PROGRAM), ("2.07.01.2.01", "Perencanaan", Tingkat.KEGIATAN),
    ]  # fmt: skip
    assert [(i.tingkat, i.nama) for i in isi.indikator] == [("program", "Indeks A"), ("kegiatan", "Jumlah dokumen")]


def test_levels_of_work_in_columns_of_their_own() -> None:
    isi = baca(
        make_tabel(
            ["No", "Program", "Kegiatan", "Sub Kegiatan", "Pagu (Rp)"],
            ["1", "Program A", "Kegiatan A1", "Sub A11", "100"],
            ["^", "^", "^", "Sub A12", "200"],
            ["", "", "Kegiatan A2", "Sub A11", "300"],
            ["Total", "", "", "", "600"],
        )
    )
    assert [(a.nama, a.tingkat.value, a.induk, [n.angka for n in a.nilai]) for a in isi.anggaran] == [
        ("Program A", "program", None, []), ("Kegiatan A1", "kegiatan", 0, []),
        ("Sub A11", "subkegiatan", 1, [Angka(100)]), ("Sub A12", "subkegiatan", 1, [Angka(200)]),
        ("Kegiatan A2", "kegiatan", 0, []), ("Sub A11", "subkegiatan", 4, [Angka(300)]),
        ("Total", "total", None, [Angka(600)]),
    ]  # fmt: skip


def test_performance_and_money_in_pairs() -> None:
    isi = baca(
        make_tabel(
            ["Tujuan", "Sasaran", "Program/Kegiatan", "Indikator", "2025 / K", "2025 / Rp", "2026 / K", "2026 / Rp"],
            ["T", "", "", "Indeks T", "60", "", "61", ""],
            ["", "S", "", "Persentase S", "70", "", "71", ""],
            ["", "", "Program A", "Persentase A", "10", "5.000.000", "20", "6.000.000"],
        )
    )
    assert [(i.tingkat, i.tujuan, i.sasaran, [n.angka for n in i.nilai]) for i in isi.indikator] == [
        ("tujuan", "T", "", [Angka(60), Angka(61)]), ("sasaran", "T", "S", [Angka(70), Angka(71)]),
        ("program", "T", "S", [Angka(10), Angka(20)]),
    ]  # fmt: skip
    assert [ringkas(n) for n in isi.anggaran[0].nilai] == [
        ("pagu", 2025, Angka(5_000_000)), ("pagu", 2026, Angka(6_000_000)),
    ]  # fmt: skip


def test_rows_that_only_name_what_follows() -> None:
    isi = baca(
        make_tabel(
            ["No", "Indikator Kinerja", "Satuan", "Target"],
            ["Sasaran 1: Meningkatnya akses", "", "", ""],
            ["1", "Persentase A", "%", "80"],
            ["Sasaran 2: Meningkatnya mutu"] * 4,
            ["2", "Indeks B", "Indeks", "3"],
        )
    )
    assert [(i.sasaran, i.nama) for i in isi.indikator] == [
        ("Meningkatnya akses", "Persentase A"), ("Meningkatnya mutu", "Indeks B"),
    ]  # fmt: skip


def test_a_second_formula_belongs_to_the_indicator_above() -> None:
    isi = baca(make_tabel(["Indikator", "Formulasi", "Sumber Data"], ["Persentase A", "A / B", "X"], ["", "C / D", ""]))
    assert [(i.nama, i.rumus) for i in isi.indikator] == [("Persentase A", "A / B\nC / D")]


def test_an_indicator_repeated_for_each_program_is_one() -> None:
    isi = baca(
        make_tabel(
            ["Sasaran", "Indikator", "Target", "Program", "Anggaran"],
            ["S", "Persentase A", "80", "Program X", "100"],
            ["^", "^", "^", "Program Y", "200"],
            ["S", "Persentase A", "80", "Program Z", "300"],
        )
    )
    assert [(i.nama, [n.angka for n in i.nilai]) for i in isi.indikator] == [("Persentase A", [Angka(80)])]
    assert [(a.nama, a.nilai[0].angka) for a in isi.anggaran] == [
        ("Program X", Angka(100)), ("Program Y", Angka(200)), ("Program Z", Angka(300)),
    ]  # fmt: skip


def test_same_indicator_for_another_sasaran_is_another_row() -> None:
    isi = baca(make_tabel(["Sasaran", "Indikator", "Target"], ["S1", "Indeks A", "3"], ["S2", "Indeks A", "3"]))
    assert [i.sasaran for i in isi.indikator] == ["S1", "S2"]


def test_column_numbers_and_blank_rows_say_nothing() -> None:
    isi = baca(
        make_tabel(
            ["No", "Sasaran", "Indikator", "Target"],
            ["(1)", "(2)", "(3)", "(4)"],
            ["", "", "", ""],
            ["1", "S", "Indeks A", "3"],
        )
    )
    assert [i.nama for i in isi.indikator] == ["Indeks A"]


def test_what_is_doubtful_is_left_open() -> None:
    isi = baca(make_tabel(["Indikator", "Target"], ["Nilai A", "1.234"], ["Jumlah B", "5 Kecamatan 29 Kelurahan"]))
    assert [(i.nilai[0].angka, i.nilai[0].catatan, i.nilai[0].tercetak) for i in isi.indikator] == [
        (None, ("ragu",), "1.234"), (None, ("ragu",), "5 Kecamatan 29 Kelurahan"),
    ]  # fmt: skip


def test_the_table_tells_thousands_from_decimals() -> None:
    isi = baca(make_tabel(["Indikator", "Target"], ["Nilai A", "1.234"], ["Indeks B", "86,5"]))
    assert isi.indikator[0].nilai[0].angka == Angka(1234)


def test_categories_ranges_and_bounds() -> None:
    isi = baca(
        make_tabel(
            ["Indikator", "Target"], ["Kategori KLA", "Madya"], ["Indeks", "85.6-87.5"], ["Lama layanan", "≤ 5 hari"]
        )
    )
    kategori, rentang, batas = (i.nilai[0] for i in isi.indikator)
    assert (kategori.angka, kategori.kategori) == (None, "Madya")
    assert (rentang.angka, rentang.atas) == (Angka(856, 10), Angka(875, 10))
    assert (batas.angka, batas.satuan) == (Angka(5), "hari")


def test_money_beside_an_indicator_without_a_column_of_work() -> None:
    isi = baca(make_tabel(["Sasaran", "Indikator", "Target", "Anggaran"], ["S", "Persentase A", "80", "Rp 5.000"]))
    assert [(n.besaran, n.angka) for n in isi.indikator[0].nilai] == [
        (Besaran.TARGET, Angka(80)), (Besaran.PAGU, Angka(5000)),
    ]  # fmt: skip
    assert isi.anggaran == ()
