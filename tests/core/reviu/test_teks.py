"""Numbers, years and left-overs in prose, and how the document is put together."""

from __future__ import annotations

import pytest
from tests.core.reviu.bangun import dokumen, indikator, nilai, tabel, temukan, uang

from tolok.core.bacaan.blok import Paragraf
from tolok.core.bacaan.dokumen import DokumenTerbaca, JenisDokumen
from tolok.core.reviu.temuan import Keyakinan

SERAPAN = (
    "Total anggaran sebesar Rp. 8.386.556.514,- dan realisasinya Rp7.655.837.652,- dengan rata-rata prosentase capaian "
    "anggaran program sebesar {}."
)


def test_an_aggregate_is_no_mean() -> None:
    (satu,) = temukan("teks.rata_rata", dokumen(SERAPAN.format("91,29 %"), SERAPAN.format("91,29 %")))
    assert (satu.keyakinan, len(satu.letak_lain)) == (Keyakinan.PASTI, 1)
    assert temukan("teks.persen", dokumen(SERAPAN.format("91,29 %"))) == ()


def test_a_percentage_that_its_amounts_contradict() -> None:
    (satu,) = temukan("teks.persen", dokumen(SERAPAN.format("92,19 %")))
    assert (satu.tercetak, satu.seharusnya) == ("92,19 %", "91,29%")
    assert temukan("teks.rata_rata", dokumen(SERAPAN.format("92,19 %"))) == ()


@pytest.mark.parametrize(
    "teks",
    [
        SERAPAN.replace("rata-rata prosentase ", "").format("91,29%"),
        "Realisasi anggaran 50% dari Rp 100.000.000,- tinggal Rp 50.000.000,-",
        "Realisasi Rp 10.000.000 dari Rp 100.000.000 yaitu 10%",
        "Harga Rp 100.000.000 dan Rp 50.000.000 naik 9%",
        "Anggaran Rp 100.000.000 dan Rp 50.000.000, realisasi 9% dan anggaran 8%",
    ],
)
def test_amounts_that_do_not_belong_together(teks: str) -> None:
    assert temukan("teks.rata_rata", dokumen(teks)) == ()
    assert temukan("teks.persen", dokumen(teks)) == ()


@pytest.mark.parametrize(
    ("teks", "jumlah"),
    [
        ("melalui 8 (Sembilan) Program", 1),
        ("sebanyak 1.277 (seribu dua ratus tujuh puluh tujuh) orang", 0),
        ("melalui 19 (Sembilan Belas) Kegiatan", 0),
        ("pasal 8 (lihat lampiran)", 0),
    ],
)
def test_numerals_and_words(teks: str, jumlah: int) -> None:
    assert len(temukan("teks.terbilang", dokumen(teks))) == jumlah


def test_counts_of_programs() -> None:
    daftar = (uang("A", "program"), uang("B", "program"), uang("K", "kegiatan"))
    teks = "dilaksanakan melalui 3 (tiga) Program dan 1 (satu) Kegiatan serta 5 (lima) orang"
    (satu,) = temukan("teks.banyak_program", dokumen(teks, teks, anggaran=daftar))
    assert (satu.tercetak, len(satu.letak_lain)) == ("3 (tiga) Program", 1)
    assert temukan("teks.banyak_program", dokumen(teks)) == ()


@pytest.mark.parametrize(
    ("teks", "tahun", "kata"),
    [
        ("total anggaran pada tahun ini sebesar Rp. 8.386.556.514,-", 2020, "belanja tidak langsung"),
        ("total anggaran pada tahun ini sebesar Rp. 8.386.556.514,-", 2022, "edisi pagu"),
        ("Jumlah Anggaran Tahun 2020 : Rp. 5.000.000", 2020, "edisi pagu"),
    ],
)
def test_a_total_in_prose_is_a_question(teks: str, tahun: int, kata: str) -> None:
    daftar = (uang("A", "program", pagu="6.000.000.000"), uang("Total", "total", pagu="6.671.923.749"))
    (satu,) = temukan("teks.total_anggaran", dokumen(teks, teks, anggaran=daftar, tahun=tahun))
    assert (satu.keyakinan, satu.seharusnya, len(satu.letak_lain)) == (Keyakinan.PERLU_DINILAI, None, 2)
    assert kata in satu.pesan


def test_a_total_in_prose_that_a_table_has() -> None:
    dua = (uang("A", "program", pagu="1.000.000"), uang("B", "program", pagu="2.000.000"))
    assert temukan("teks.total_anggaran", dokumen("Jumlah anggaran : Rp. 3.000.000", anggaran=dua)) == ()
    tanpa = (uang("A", "program", pagu="-"), uang("Total", "total", pagu="-"))
    assert temukan("teks.total_anggaran", dokumen("Jumlah anggaran : Rp. 3.000.000", anggaran=tanpa)) == ()
    realisasi = (uang("A", "program", realisasi="5"), uang("Total", "total", realisasi="5"))
    assert temukan("teks.total_anggaran", dokumen("Jumlah anggaran : Rp. 3.000.000", anggaran=realisasi)) == ()
    assert temukan("teks.total_anggaran", dokumen("Jumlah anggaran : Rp. 3.000.000")) == ()
    assert temukan("teks.total_anggaran", dokumen("Jumlah pegawai Rp. 4.000.000", anggaran=dua)) == ()


def test_pictures_prove_nothing() -> None:
    isi = DokumenTerbaca(JenisDokumen.LKJIP, tahun=2020, blok=(Paragraf("8 (sembilan) orang", is_hasil_ocr=True),))
    assert temukan("teks.terbilang", isi) == ()


@pytest.mark.parametrize(
    ("lain", "yakin"), [("Renstra 2019-2024", Keyakinan.MUNGKIN), ("Umum", Keyakinan.PERLU_DINILAI)]
)
def test_a_plan_that_is_over(lain: str, yakin: Keyakinan) -> None:
    teks = "target akhir tahun Renstra 2015-2019"
    (satu,) = temukan("masa.periode_usang", dokumen(teks, lain, "rencana strategi tahun 2015 s.d. 2019"))
    assert (satu.keyakinan, len(satu.letak_lain)) == (yakin, 1)


@pytest.mark.parametrize(
    "teks",
    [
        "Renstra 2019-2024",
        "Renstra 2025-2029",
        "Renstra sebelumnya 2015-2019",
        "masa jabatan 2015-2019",
        "Renstra 2018-2019",
    ],
)
def test_a_period_that_is_not_stale(teks: str) -> None:
    assert temukan("masa.periode_usang", dokumen(teks)) == ()
    assert temukan("masa.periode_usang", dokumen("Renstra 2015-2019", jenis="renstra")) == ()
    assert temukan("masa.periode_usang", dokumen("Renstra 2015-2019", tahun=None)) == ()


def test_a_quarter_of_another_form() -> None:
    teks = "Realisasi Pagu Anggaran Triwulan IV Tahun 2019 : Rp. 6"
    (satu,) = temukan("masa.triwulan", dokumen(teks, "Triwulan 1 tahun 2020", jenis="pengukuran", triwulan=1))
    assert satu.tercetak == "Triwulan IV Tahun 2019"
    assert temukan("masa.triwulan", dokumen(teks)) == ()


def test_a_year_that_has_not_happened() -> None:
    daftar = (indikator("A", nilai("realisasi", "5%", tahun=2021)), indikator("B", nilai("capaian", "6%", tahun=2021)))
    (satu,) = temukan("masa.belum_terjadi", dokumen(indikator=daftar))
    assert (satu.tercetak, len(satu.letak_lain)) == ("5%", 1)
    benar = (indikator("A", nilai("realisasi", "5%"), nilai("target", "6%", tahun=2021)),)
    assert (
        temukan("masa.belum_terjadi", dokumen(indikator=benar, anggaran=(uang("A", "program", realisasi="5"),))) == ()
    )
    assert temukan("masa.belum_terjadi", dokumen(indikator=daftar, tahun=None)) == ()


@pytest.mark.parametrize(
    ("judul", "kepala", "jumlah"),
    [
        ("Realisasi Tahun 2018", "Indikator | 2019 | 2020", 1),
        ("Realisasi 2019-2021", "Indikator | 2020", 0),
        ("Realisasi", "Indikator | 2020", 0),
        ("Realisasi 2020", "Indikator | Target", 0),
    ],
)
def test_years_of_a_caption(judul: str, kepala: str, jumlah: int) -> None:
    assert len(temukan("masa.judul_tabel", dokumen(tabel=(tabel(kepala, judul=judul),)))) == jumlah


def test_a_table_number_used_twice() -> None:
    satu = tabel("A | B", "1 | 2", nomor="3.1.G")
    dua = tabel("A | C", "1 | 2", nomor="3.1.g.", indeks=1)
    (temuan,) = temukan("tabel.nomor_ganda", dokumen(tabel=(satu, dua)))
    assert temuan.tercetak == "Tabel 3.1.G"
    sambungan = tabel("A | B", "1 | 2", nomor="3.1.G", indeks=1)
    assert temukan("tabel.nomor_ganda", dokumen(tabel=(satu, sambungan, tabel("A", indeks=2)))) == ()


def test_an_analysis_left_empty() -> None:
    isi = tabel("Indikator | Analisis Penyebab", "A | -", "B | Naik karena program", " | ", "C | ")
    (satu,) = temukan("tabel.analisis_kosong", dokumen(tabel=(isi,)))
    assert satu.pesan.startswith("2 sel")
    assert temukan("tabel.analisis_kosong", dokumen(tabel=(tabel("Indikator | Nilai", "A | -"),))) == ()


@pytest.mark.parametrize(
    ("teks", "jumlah"),
    [("Pada tahun 20XX dinas", 1), ("[Nama Dinas] melaksanakan", 1), ("Lorem ipsum dolor", 1), ("Tahun 2020 kami", 0)],
)
def test_template_text_left_in(teks: str, jumlah: int) -> None:
    assert len(temukan("teks.templat", dokumen(teks))) == jumlah
    assert len(temukan("teks.templat", dokumen(tabel=(tabel("A", teks),)))) == jumlah


def test_a_decree_number_that_differs_in_the_annex() -> None:
    isi = ("**NOMOR : 440-401.104/ 189 /2024**", "LAMPIRAN", "Nomor : 440-401.104/198/2024", "Nomor 12 Tahun 2011")
    (satu,) = temukan("keputusan.nomor", dokumen(*isi, jenis="iku"))
    assert satu.tercetak == "440-401.104/198/2024"
    assert temukan("keputusan.nomor", dokumen(*isi)) == ()
    assert temukan("keputusan.nomor", dokumen(isi[0], "Nomor: 440-401.104/189/2024", jenis="iku")) == ()


@pytest.mark.parametrize(
    ("judul", "teks", "jumlah"),
    [
        ("PERJANJIAN KINERJA TAHUN 2020", "sesuai DPPA perubahan", 1),
        ("PERJANJIAN KINERJA PERUBAHAN TAHUN 2020", "sesuai DPPA", 0),
        ("PERJANJIAN KINERJA TAHUN 2020", "sesuai DPA", 0),
        ("", "sesuai DPPA", 0),
    ],
)
def test_a_changed_agreement_says_so(judul: str, teks: str, jumlah: int) -> None:
    assert len(temukan("perjanjian.perubahan", dokumen(teks, judul=judul, jenis="perjanjian"))) == jumlah
    assert temukan("perjanjian.perubahan", dokumen(teks, judul=judul)) == ()


def test_a_program_twice_in_an_agreement() -> None:
    daftar = (uang("Pembinaan", "program"), uang("K", "kegiatan"), uang("Program Pembinaan", "program"))
    (satu,) = temukan("perjanjian.program_ganda", dokumen(anggaran=daftar, jenis="perjanjian"))
    assert satu.tercetak == "Program Pembinaan"
    assert temukan("perjanjian.program_ganda", dokumen(anggaran=daftar)) == ()
    berkode = (uang("A", "program", kode="1"), uang("A", "program", kode="2"))
    assert temukan("perjanjian.program_ganda", dokumen(anggaran=berkode, jenis="perjanjian")) == ()
