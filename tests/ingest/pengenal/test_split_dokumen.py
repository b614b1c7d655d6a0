"""Where documents begin in a file: chapters hold together, annexes stand apart."""

from __future__ import annotations

import pytest

from tolok.core.bacaan.dokumen import BerkasTerbaca, JenisDokumen
from tolok.ingest.pembaca.teks import read_teks
from tolok.ingest.pengenal import recognise
from tolok.ingest.pengenal.judul_dokumen import read_jenis_judul
from tolok.ingest.pengenal.perangkat_daerah import find_perangkat_daerah, is_instansi_sama

TABEL = "Indikator\tTarget\tRealisasi\nIKM\t80\t82\n\n"
LAPORAN = (
    "LAPORAN KINERJA INSTANSI PEMERINTAH (LKjIP)\n\nDINAS PERTANIAN KABUPATEN BLITAR\n\nTAHUN 2021\n\n"
    "DAFTAR ISI\n\nBAB I PENDAHULUAN\t1\nBAB III AKUNTABILITAS KINERJA\t9\nBAB IV PENUTUP\t20\nLAMPIRAN\t21\n"
    "1. Perjanjian Kinerja\t22\n\nDAFTAR TABEL\n\n# BAB I PENDAHULUAN\n\n# BAB II PERENCANAAN KINERJA\n\n"
    "## 2.1 PERJANJIAN KINERJA TAHUN 2021\n\n" + TABEL + "# BAB III AKUNTABILITAS KINERJA\n\n"
    "## PENGUKURAN KINERJA\n\n" + TABEL + "# BAB IV PENUTUP\n\nSelesai.\n\n"
)


def _ringkas(berkas: BerkasTerbaca) -> list[tuple[str, int | None, int | None, int]]:
    return [(str(d.jenis), d.tahun, d.triwulan, len(d.tabel)) for d in berkas.dokumen]


def _baca(teks: str) -> BerkasTerbaca:
    return recognise(read_teks(teks.encode(), "x.txt"))


def test_chapters_of_a_report_are_one_document_whatever_their_titles() -> None:
    assert _ringkas(_baca(LAPORAN)) == [("lkjip", 2021, None, 2)]


@pytest.mark.parametrize(
    "lampiran",
    [
        "LAMPIRAN\n\n**PERJANJIAN KINERJA TAHUN 2022**\n\n"
        + TABEL
        + "**PENGUKURAN KINERJA TRIWULAN IV TAHUN 2021**\n\n"
        + TABEL,
        f"LAMPIRAN\n\nLampiran 1. Perjanjian Kinerja Tahun 2022\n\n{TABEL}"
        f"Lampiran 2. Pengukuran Kinerja Triwulan IV Tahun 2021\n\n{TABEL}",
    ],
)
def test_annexes_are_documents_of_their_own(lampiran: str) -> None:
    assert _ringkas(_baca(LAPORAN + lampiran)) == [
        ("lkjip", 2021, None, 2),
        ("perjanjian", 2022, None, 1),
        ("pengukuran", 2021, 4, 1),
    ]


def test_every_agreement_of_a_file_is_a_document_with_its_annex() -> None:
    perjanjian = "PERJANJIAN KINERJA TAHUN 2022\n\nLAMPIRAN PERJANJIAN KINERJA TAHUN 2022\n\n" + TABEL
    assert _ringkas(_baca(perjanjian * 2)) == [("perjanjian", 2022, None, 1)] * 2


def test_the_head_of_each_page_begins_nothing() -> None:
    halaman = "PENGUKURAN KINERJA TAHUN 2022\nDINAS PERTANIAN KABUPATEN BLITAR\n\n" + TABEL
    assert _ringkas(_baca(halaman * 3)) == [("pengukuran", 2022, None, 3)]


def test_tables_are_numbered_within_their_document_and_no_block_is_lost() -> None:
    teks = f"{LAPORAN}LAMPIRAN\n\n**PENGUKURAN KINERJA TRIWULAN IV TAHUN 2021**\n\n{TABEL}"
    daftar_dokumen = _baca(teks).dokumen
    for dokumen in daftar_dokumen:
        assert [tabel.indeks for tabel in dokumen.tabel] == list(range(len(dokumen.tabel)))
        assert all(baris.tabel is not None and baris.tabel < len(dokumen.tabel) for baris in dokumen.indikator)
    daftar_blok = read_teks(teks.encode(), "x").daftar_blok
    assert tuple(blok for dokumen in daftar_dokumen for blok in dokumen.blok) == daftar_blok


@pytest.mark.parametrize(
    ("teks", "jenis"),
    [
        ("LAPORAN AKUNTABILITAS KINERJA INSTANSI PEMERINTAH", JenisDokumen.LKJIP),
        ("PENETAPAN KINERJA TAHUN 2012", JenisDokumen.PERJANJIAN),
        ("RENCANA AKSI PERJANJIAN KINERJA TAHUN 2023", JenisDokumen.RENCANA_AKSI),
        ("LAPORAN KINERJA TRIWULAN II", JenisDokumen.PENGUKURAN),
        ("FORMULIR E.81", JenisDokumen.EVALUASI_RENJA),
        ("MATRIKS RENSTRA 2021-2026", JenisDokumen.RENSTRA),
        ("KEPUTUSAN KEPALA DINAS TENTANG INDIKATOR KINERJA UTAMA", JenisDokumen.IKU),
        ("Perjanjian Kinerja merupakan tolok ukur", None),
        ("PERJANJIAN KINERJA ADALAH LEMBAR JANJI", None),
        ("2. Perjanjian Kinerja Tahun 2020", None),
        ("DAFTAR ISI", None),
    ],
)
def test_titles_are_told_from_sentences(teks: str, jenis: JenisDokumen | None) -> None:
    assert read_jenis_judul(teks) is jenis


def test_agencies_are_found_on_title_pages_and_in_forms() -> None:
    assert find_perangkat_daerah(["PEMERINTAH KOTA X", "DINAS PEKERJAAN UMUM KOTA X"]) == "DINAS PEKERJAAN UMUM KOTA X"
    assert find_perangkat_daerah(["- Instansi : Kecamatan Dringu Tahun 2020", "DINAS LAIN"]) == "Kecamatan Dringu"
    assert find_perangkat_daerah(["Melaksanakan tugas dinas lain dari Kepala Dinas sesuai aturan"]) == ""
    assert find_perangkat_daerah([]) == ""


def test_short_forms_of_a_name_are_the_same_agency() -> None:
    assert is_instansi_sama("Dinas Sosial PPPA", "DINAS SOSIAL, PEMBERDAYAAN PEREMPUAN KOTA PROBOLINGGO")
    assert not is_instansi_sama("Dinas Sosial Kota Madiun", "Dinas Sosial Kota Blitar")
    assert not is_instansi_sama("Dinas Sosial", "Dinas Kesehatan")
    assert is_instansi_sama("", "Dinas Kesehatan")
