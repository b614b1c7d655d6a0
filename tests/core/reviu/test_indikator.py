"""Formulas, targets, and values that cannot be."""

from __future__ import annotations

import pytest
from tests.core.reviu.bangun import dokumen, indikator, nilai, tabel, temukan

from tolok.core.bacaan.dokumen import BarisIki, IkiTerbaca, IndikatorTerbaca
from tolok.core.reviu.temuan import Keyakinan


def test_a_thing_divided_by_itself() -> None:
    rumus = "Jumlah Pengaduan Kasus Kekerasan / Jumlah pengaduan kasus kekerasan x 100%"
    daftar = (indikator("Penurunan kasus", rumus=rumus), indikator("Penurunan kasus", rumus=rumus))
    (satu,) = temukan("rumus.penyebut_sama", dokumen(indikator=daftar))
    assert satu.keyakinan is Keyakinan.PASTI


@pytest.mark.parametrize("rumus", ["Jumlah A / Jumlah B x 100%", "Jumlah dokumen", ""])
def test_an_ordinary_formula_is_silent(rumus: str) -> None:
    daftar = (indikator("Nilai X", rumus=rumus), indikator("Nilai Y", rumus="Jumlah C / Jumlah D"))
    for kode in ("rumus.penyebut_sama", "rumus.penurunan", "rumus.ganda"):
        assert temukan(kode, dokumen(indikator=daftar)) == ()


def test_a_reduction_needs_two_years() -> None:
    rasio = indikator("Penurunan kasus", rumus="Jumlah A / Jumlah B x 100%")
    (satu,) = temukan("rumus.penurunan", dokumen(indikator=(rasio,)))
    assert "rasio" in satu.pesan
    benar = indikator("Penurunan kasus", rumus="(A tahun n-1 - A tahun n) / A tahun n-1 x 100%")
    assert temukan("rumus.penurunan", dokumen(indikator=(benar,))) == ()


def test_two_indicators_with_one_formula() -> None:
    rumus = "Jumlah A / Jumlah B x 100%"
    daftar = (indikator("Nilai satu", rumus=rumus), indikator("Nilai dua", rumus=rumus))
    (satu,) = temukan("rumus.ganda", dokumen(indikator=daftar))
    assert "“Nilai satu”" in satu.pesan


@pytest.mark.parametrize(
    ("target", "jumlah"),
    [
        ("5 Kecamatan 29 Kelurahan", 1),
        ("Terlaksananya kegiatan pembinaan kepada seluruh anak yang membutuhkan sepanjang tahun", 1),
        ("Tersusunnya dokumen", 1),
        ("86%", 0),
        ("100 dokumen yang disusun tepat waktu", 0),
        ("Madya", 0),
        ("Wajar Tanpa Pengecualian", 0),
    ],
)
def test_a_target_is_one_measure(target: str, jumlah: int) -> None:
    daftar = (indikator("X", nilai("target", target, angka=None)),)
    assert len(temukan("target.bukan_ukuran", dokumen(indikator=daftar))) == jumlah
    iki = IkiTerbaca("Kepala Bidang", baris=(BarisIki("S", "I", target=target), BarisIki("S", "I")))
    assert len(temukan("target.bukan_ukuran", dokumen(iki=(iki,), jenis="sk_iki"))) == jumlah


@pytest.mark.parametrize(
    ("nama", "yakin"),
    [("Persentase Penurunan Kasus", Keyakinan.PASTI), ("Persentase anak yang terlayani", Keyakinan.MUNGKIN)],
)
def test_a_share_above_the_whole(nama: str, yakin: Keyakinan) -> None:
    daftar = (
        indikator(nama, nilai("realisasi", "161,5%", baris=1)),
        indikator(nama, nilai("realisasi", "161,5%", baris=2)),
    )
    (satu,) = temukan("nilai.mustahil", dokumen(indikator=daftar))
    assert (satu.keyakinan, satu.tercetak, len(satu.letak_lain)) == (yakin, "161,5%", 1)


@pytest.mark.parametrize(
    ("nama", "realisasi", "satuan"),
    [
        ("Persentase peningkatan pendapatan", "161,5%", "%"),
        ("Nilai X", "161,5%", "%"),
        ("Persentase X", "161,5", ""),
        ("Persentase X", "161 orang", "orang"),
        ("Persentase X", "100%", "%"),
        ("Persentase X", "-", "%"),
    ],
)
def test_values_that_can_be(nama: str, realisasi: str, satuan: str) -> None:
    assert (
        temukan("nilai.mustahil", dokumen(indikator=(indikator(nama, nilai("realisasi", realisasi, satuan=satuan)),)))
        == ()
    )


def test_an_indicator_without_a_target_in_an_agreement() -> None:
    daftar = (
        indikator("A", nilai("target", "5%"), tabel=0),
        indikator("A", tabel=0),
        indikator("B", tabel=0),
        indikator("C", tabel=1),
    )
    (satu,) = temukan("target.kosong", dokumen(indikator=daftar, jenis="perjanjian"))
    assert (satu.tercetak, satu.letak_lain) == ("B", ())
    assert temukan("target.kosong", dokumen(indikator=daftar)) == ()
    assert temukan("target.kosong", dokumen(indikator=daftar[:2], jenis="perjanjian")) == ()


def test_units_that_differ() -> None:
    daftar = (nilai("target", "5 orang", satuan="orang"), nilai("realisasi", "80%"))
    (satu,) = temukan("nilai.satuan", dokumen(indikator=(indikator("X", *daftar),)))
    assert "orang" in satu.pesan


@pytest.mark.parametrize(
    "satu",
    [
        indikator("X", nilai("target", "5%"), nilai("realisasi", "80%")),
        indikator("X", nilai("target", "5", satuan=""), nilai("realisasi", "80%")),
        indikator("X", nilai("target", "5 orang", satuan="orang"), nilai("realisasi", "8 jiwa", satuan="jiwa")),
        indikator("X", nilai("target", "5 orang", satuan="orang", tahun=2019), nilai("realisasi", "80%")),
        indikator("X", nilai("target", "5 orang", satuan="orang"), nilai("realisasi", "-")),
        indikator("X", nilai("realisasi", "8", satuan="")),
    ],
)
def test_units_that_agree_or_are_not_told(satu: IndikatorTerbaca) -> None:
    assert temukan("nilai.satuan", dokumen(indikator=(satu,))) == ()


@pytest.mark.parametrize(
    ("target", "realisasi", "jumlah"),
    [
        ("80", "0,8", 1),
        ("0,8", "80", 1),
        ("80", "81", 0),
        ("0", "5", 0),
        ("5", "0", 0),
        ("-5", "-500", 0),
        ("5", "-", 0),
    ],
)
def test_magnitudes_of_a_misplaced_point(target: str, realisasi: str, jumlah: int) -> None:
    daftar = (nilai("target", target), nilai("realisasi", realisasi))
    assert len(temukan("nilai.besaran", dokumen(indikator=(indikator("X", *daftar),)))) == jumlah


def test_an_iku_without_formula_or_source() -> None:
    lengkap = indikator("A", rumus="Jumlah A", sumber_data=("Laporan",), penanggung_jawab=("Bidang",))
    daftar = (lengkap, indikator("B", sumber_data=("Laporan",), penanggung_jawab=("Bidang",)))
    (satu,) = temukan("indikator.kosong", dokumen(indikator=daftar, jenis="iku"))
    assert "1 indikator tanpa rumus" in satu.pesan
    assert temukan("indikator.kosong", dokumen(indikator=daftar)) == ()
    isi = {"sumber_data": ("L",), "penanggung_jawab": ("P",), "sasaran": "S"}
    bergabung = (indikator("A", rumus="R", **isi), indikator("B", **isi))
    assert temukan("indikator.kosong", dokumen(indikator=bergabung, jenis="iku")) == ()
    assert temukan("indikator.kosong", dokumen(indikator=daftar[:1], jenis="iku")) == ()
    assert temukan("indikator.kosong", dokumen(indikator=(indikator("A"),), jenis="iku")) == ()


def _berpenjelasan(penjelasan: str, nama: str, *daftar: object, kolom: str = "Analisa Penyebab") -> object:
    isi = tabel(f"INDIKATOR | REALISASI | {kolom}", f"{nama} | 161.5% | {penjelasan}", "Lain | 1 | Meningkat")
    return dokumen(tabel=(isi,), indikator=(indikator(nama, *daftar, tabel=0), indikator("Tanpa tabel")))  # type: ignore[arg-type]


NAIK = "Kasus Kekerasan terhadap Anak semakin meningkat karena pandemi"


def test_an_explanation_that_tells_the_opposite() -> None:
    isi = _berpenjelasan(NAIK, "Persentase Penurunan Kasus Kekerasan", nilai("realisasi", "161,5%"))
    (satu,) = temukan("narasi.arah", isi)  # type: ignore[arg-type]
    assert satu.tercetak == "161,5%"


@pytest.mark.parametrize(
    ("penjelasan", "nama", "realisasi", "kolom"),
    [
        ("Kasus Kekerasan menurun", "Persentase Penurunan Kasus Kekerasan", "5%", "Analisa"),
        ("Layanan kami meningkat", "Persentase Penurunan Kasus Kekerasan", "5%", "Analisa"),
        (NAIK, "Persentase Kasus Kekerasan", "5%", "Analisa"),
        (NAIK, "Persentase Penurunan Kasus Kekerasan", "-5%", "Analisa"),
        (NAIK, "Persentase Penurunan Kasus Kekerasan", "-", "Analisa"),
        (NAIK, "Persentase Penurunan Kasus Kekerasan", "5%", "Program"),
        ("", "Persentase Penurunan", "5%", "Analisa"),
        (NAIK, "Persentase Penurunan", "5%", "Analisa"),
    ],
)
def test_an_explanation_that_fits(penjelasan: str, nama: str, realisasi: str, kolom: str) -> None:
    isi = _berpenjelasan(penjelasan, nama, nilai("realisasi", realisasi), kolom=kolom)
    assert temukan("narasi.arah", isi) == ()  # type: ignore[arg-type]


def test_a_value_of_a_year_without_assessment() -> None:
    teks = "Tidak Ada Evaluasi karena Pandemi"
    isi = _berpenjelasan(teks, "Kategori KLA", nilai("realisasi", "Madya", kategori="Madya"))
    assert len(temukan("narasi.tidak_diukur", isi)) == 1  # type: ignore[arg-type]
    kosong = _berpenjelasan(teks, "Kategori KLA", nilai("realisasi", "-", angka=None))
    assert temukan("narasi.tidak_diukur", kosong) == ()  # type: ignore[arg-type]
    lain = _berpenjelasan("Naik", "Kategori KLA", nilai("realisasi", "Madya", kategori="Madya"))
    assert temukan("narasi.tidak_diukur", lain) == ()  # type: ignore[arg-type]
