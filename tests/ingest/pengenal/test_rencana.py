"""Documents of plans in markdown, from their lines to what they say: titles, captions, periods, and what is left alone."""

from __future__ import annotations

from tolok.core.angka import Angka
from tolok.core.bacaan.dokumen import DokumenTerbaca, Tingkat
from tolok.ingest.pembaca.teks import read_teks
from tolok.ingest.pengenal import recognise


def baca(*baris: str) -> list[DokumenTerbaca]:
    return list(recognise(read_teks("\n".join(baris).encode(), "x.md")).dokumen)


def tabel(*baris: str) -> list[str]:
    kepala, *isi = baris
    return ["", kepala, "|" + "---|" * (kepala.count("|") - 1), *isi, ""]


def test_a_renstra_with_numbered_years_and_its_programs() -> None:
    (dokumen,) = baca(
        "RENCANA STRATEGIS DINAS KESEHATAN KABUPATEN CONTOH",
        "TAHUN 2025-2027",
        *tabel(
            "| No | Tujuan | Sasaran | Indikator | Satuan | Target Tahun ke-1 | Target Tahun ke-2 | Target Tahun ke-3 |",
            "| 1 | Sehat | Ibu selamat | Angka kematian ibu | Kasus | 12 | 10 | 8 |",
        ),
        *tabel(
            "| Kode | Program/Kegiatan | Indikator | Target 2025 | Pagu 2025 (Rp) | Target 2026 | Pagu 2026 (Rp) |",
            "| 1.02.02 | Program Upaya Kesehatan | Persentase puskesmas | 80% | 5.000.000 | 85% | 6.000.000 |",
            "| 1.02.02.2.01 | Penyediaan Fasilitas | Jumlah unit | 4 | 5.000.000 | 5 | 6.000.000 |",
        ),
    )
    assert (dokumen.jenis.value, dokumen.tahun, dokumen.tahun_akhir) == ("renstra", 2025, 2027)
    assert [(n.tahun, n.angka) for n in dokumen.indikator[0].nilai] == [(2025, Angka(12)), (2026, Angka(10)), (2027, Angka(8))]
    assert [(a.kode, a.tingkat, [(n.tahun, n.angka) for n in a.nilai]) for a in dokumen.anggaran] == [
        ("1.02.02", Tingkat.PROGRAM, [(2025, Angka(5_000_000)), (2026, Angka(6_000_000))]),
        ("1.02.02.2.01", Tingkat.KEGIATAN, [(2025, Angka(5_000_000)), (2026, Angka(6_000_000))]),
    ]
    assert dokumen.tabel_tak_dikenal == ()


def test_a_performance_agreement_of_a_bidang_in_thousands() -> None:
    (dokumen,) = baca(
        "PERJANJIAN KINERJA TAHUN 2025",
        "KEPALA BIDANG BINA MARGA DINAS PEKERJAAN UMUM KOTA CONTOH",
        *tabel(
            "| No | Sasaran Program | Indikator Kinerja | Satuan | Target TW I | Target TW II | Target TW III | Target TW IV |",
            "| 1 | Jalan mantap | Persentase jalan mantap | % | 20 | 40 | 60 | 80 |",
        ),
        *tabel(
            "| No | Kegiatan | Anggaran (Rp. 000) | Keterangan |",
            "| 1 | Penyelenggaraan Jalan | 1.250.000 | DAK |",
            "| | Jumlah | 1.250.000 | |",
        ),
    )
    assert dokumen.jenis.value == "perjanjian"
    assert [(n.tahun, n.triwulan, n.angka) for n in dokumen.indikator[0].nilai] == [
        (2025, 1, Angka(20)), (2025, 2, Angka(40)), (2025, 3, Angka(60)), (2025, 4, Angka(80)),
    ]  # fmt: skip
    assert [(a.nama, a.tingkat.value, a.sumber_dana, a.nilai[0].angka) for a in dokumen.anggaran] == [
        ("Penyelenggaraan Jalan", "kegiatan", "DAK", Angka(1_250_000_000)), ("Jumlah", "total", "", Angka(1_250_000_000)),
    ]  # fmt: skip


def test_an_action_plan_with_months() -> None:
    (dokumen,) = baca(
        "RENCANA AKSI PENCAPAIAN KINERJA TAHUN 2025",
        "DINAS SOSIAL KOTA CONTOH",
        *tabel(
            "| No | Sasaran | Indikator | Target | Januari | Februari | Maret | Penanggung Jawab |",
            "| 1 | S | Jumlah laporan | 12 | 1 | 1 | - | Sekretaris |",
        ),
    )
    assert dokumen.jenis.value == "rencana_aksi"
    assert [(n.bulan, n.angka) for n in dokumen.indikator[0].nilai] == [
        (None, Angka(12)), (1, Angka(1)), (2, Angka(1)), (3, None),
    ]  # fmt: skip


def test_an_iku_decree_with_targets_of_its_years() -> None:
    (dokumen,) = baca(
        "INDIKATOR KINERJA UTAMA DINAS SOSIAL KOTA CONTOH TAHUN 2025-2026",
        *tabel(
            "| No | Sasaran | IKU | Formula | Sumber Data | Target 2025 | Target 2026 | Penanggung Jawab |",
            "| 1 | S | Persentase A | A / B x 100% | 1. Laporan 2. Survei | 0,8 | 0,9 | Bidang A; Bidang B |",
        ),
    )
    indikator = dokumen.indikator[0]
    assert (indikator.rumus, indikator.sumber_data) == ("A / B x 100%", ("Laporan", "Survei"))
    assert indikator.penanggung_jawab == ("Bidang A", "Bidang B")
    assert [(n.tahun, n.angka, n.catatan) for n in indikator.nilai] == [
        (2025, Angka(80), ("pecahan",)), (2026, Angka(90), ("pecahan",)),
    ]  # fmt: skip


def test_a_table_without_any_title_is_known_by_its_columns() -> None:
    (iku,) = baca(*tabel("| Sasaran | Indikator | Cara Menghitung | Sumber Data |", "| S | Indeks A | Survei | BPS |"))
    assert iku.jenis.value == "iku"
    (renstra,) = baca(*tabel("| Sasaran | Indikator | 2025 | 2026 | 2027 |", "| S | Indeks A | 70 | 71 | 72 |"))
    assert (renstra.jenis.value, renstra.tahun, renstra.tahun_akhir) == ("renstra", 2025, 2027)
    (pk,) = baca(*tabel("| No | Sasaran Strategis | Indikator Kinerja | Target |", "| 1 | S | Indeks A | 70 |"))
    assert pk.jenis.value == "perjanjian"


def test_other_tables_are_reported_not_guessed() -> None:
    (dokumen,) = baca(
        "RENCANA STRATEGIS DINAS SOSIAL KOTA CONTOH TAHUN 2025-2029",
        *tabel("| Kekuatan | Kelemahan | Peluang | Ancaman |", "| SDM | Dana | Regulasi | Bencana |"),
        *tabel("| No | Nama Pegawai | Golongan |", "| 1 | A | III/a |"),
    )
    assert [t.kepala[0] for t in dokumen.tabel_tak_dikenal] == ["Kekuatan", "No"]
    assert (dokumen.indikator, dokumen.anggaran) == ((), ())


def test_years_of_a_renstra_that_do_not_fit_its_numbers_stay_open() -> None:
    (dokumen,) = baca(
        "RENCANA STRATEGIS DINAS SOSIAL KOTA CONTOH TAHUN 2025-2029",
        *tabel("| Sasaran | Indikator | Target Tahun ke-1 | Target Tahun ke-2 |", "| S | Indeks A | 70 | 71 |"),
    )
    assert [n.tahun for n in dokumen.indikator[0].nilai] == [None, None]
