"""Numbers typed into narratives beside what is known."""

from __future__ import annotations

import pytest

from tolok.core.angka import Angka
from tolok.core.angka_literal import NilaiDikenal, find_angka_literal, has_angka_literal
from tolok.core.dokumen.temuan_narasi import TemuanNarasi
from tolok.core.jejak import Hasil, Jejak
from tolok.core.narasi import Token
from tolok.core.nilai import Bilangan, Kategori, Nilai

NAMA = "Cakupan layanan"


def dikenal(
    besaran: str, objek: str, nilai: Nilai, tercetak: str, *, nama: str = NAMA, tahun: int = 2024
) -> NilaiDikenal:
    hasil = Hasil(f"{objek}/{besaran}/{tahun}", nilai, 2, tercetak, Jejak(besaran, nama, nilai))
    return NilaiDikenal(hasil=hasil, nama=nama, tahun=tahun, token=Token(besaran, objek))


def persen(angka: int, penyebut: int = 1) -> Bilangan:
    return Bilangan(Angka(angka, penyebut), "%")


DAFTAR = (
    dikenal("target", "cakupan", persen(86), "86%"),
    dikenal("realisasi", "cakupan", persen(127700, 1816), "70,32%"),
    dikenal("realisasi", "cakupan", persen(95), "95,00%", tahun=2023),
    dikenal("capaian", "cakupan", persen(8177, 100), "81,77%"),
    dikenal("serapan", "total", persen(8658, 100), "86,58%", nama=""),
    dikenal("realisasi_anggaran", "total", Bilangan(Angka(3057589710), "Rp"), "Rp\u00a03.057.589.710", nama=""),
    dikenal("nilai", "kasus", Bilangan(Angka(42), "kasus"), "42", nama="Jumlah kasus"),
    dikenal("predikat", "cakupan", Kategori("Tinggi", 4, "x"), "Tinggi"),
)


def temukan(teks: str) -> list[tuple[str, str, str]]:
    return [(t.jenis, t.tertulis, t.identitas) for t in find_angka_literal("uji", teks, DAFTAR)]


@pytest.mark.parametrize(
    ("teks", "temuan"),
    [
        ("Nilainya 81,77% tahun ini.", ("berulang", "81,77%", "cakupan/capaian/2024")),
        ("Capaian Cakupan layanan hampir 82 persen.", ("berulang", "82 persen", "cakupan/capaian/2024")),
        ("Target Cakupan layanan 86%.", ("berulang", "86%", "cakupan/target/2024")),
        ("Terpakai Rp 3.057.589.710,- saja.", ("berulang", "Rp 3.057.589.710,-", "total/realisasi_anggaran/2024")),
        ("Ada 42 kasus yang diadukan.", ("berulang", "42", "kasus/nilai/2024")),
        ("Realisasi Cakupan layanan tahun 2023 adalah 95%.", ("berulang", "95%", "cakupan/realisasi/2023")),
    ],
)
def test_angka_yang_sudah_diketahui_dilaporkan_berulang(teks: str, temuan: tuple[str, str, str]) -> None:
    assert temukan(teks) == [temuan]


@pytest.mark.parametrize(
    ("teks", "temuan"),
    [
        ("Capaian Cakupan layanan sebesar 90%.", ("bertentangan", "90%", "cakupan/capaian/2024")),
        ("Serapan anggaran mencapai 91,29%.", ("bertentangan", "91,29%", "total/serapan/2024")),
        ("Realisasi {target:cakupan} ini 92%.", ("bertentangan", "92%", "cakupan/realisasi/2024")),
        (
            "Realisasi anggaran Rp. 7.655.837.652 lebih.",
            ("bertentangan", "Rp. 7.655.837.652", "total/realisasi_anggaran/2024"),
        ),
        ("Jumlah kasus ada 50 kasus.", ("bertentangan", "50", "kasus/nilai/2024")),
    ],
)
def test_angka_yang_lain_dari_yang_disebut_kalimatnya_bertentangan(teks: str, temuan: tuple[str, str, str]) -> None:
    assert temukan(teks) == [temuan]


@pytest.mark.parametrize(
    "teks",
    [
        "Peraturan Presiden Nomor 29 Tahun 2014 dan PP 13/2019.",
        "Pasal 14 ayat (1), Tabel 3.1, Bab 2, dan TW 4.",
        "Pada 31 Desember 2024, 31-12-2024, dan 2019–2024.",
        "1. Pertama\n2. Kedua",
        "Covid-19 dan {capaian:cakupan}.",
        "Sebanyak 86 orang hadir.",
        "Naik 12% menurut warga.",
        "Ada 42 orang dan 3 desa.",
        "Realisasi Cakupan layanan tahun 2022 adalah 60%.",
        "Serapan {serapan:1.1} berbeda dari 10% kegiatan lain.",
        "Sekitar 82% warga puas.",
        "Sekitar 86% warga puas.",
        "Kode rekening 1.06.04 dipakai.",
        "Ada 0 kasus.",
    ],
)
def test_tahun_tanggal_nomor_dan_angka_tanpa_makna_dibiarkan(teks: str) -> None:
    assert temukan(teks) == []


def test_kata_besaran_terdekat_sebelum_angka_yang_berlaku() -> None:
    teks = "Target Cakupan layanan 86% dan capaiannya 90%."
    assert temukan(teks) == [
        ("berulang", "86%", "cakupan/target/2024"),
        ("bertentangan", "90%", "cakupan/capaian/2024"),
    ]


def test_kalimat_lain_tidak_memberi_makna() -> None:
    assert temukan("Capaian Cakupan layanan baik. Harga naik 9%.") == []
    assert temukan("- Capaian Cakupan layanan\n- Harga naik 9%") == []


def test_letak_dan_pesan_menyebut_token_penggantinya() -> None:
    (temuan,) = find_angka_literal("ikhtisar", "Baris satu.\nCapaian Cakupan layanan 90%.", DAFTAR)
    assert temuan == TemuanNarasi(
        kunci="ikhtisar",
        baris=2,
        kolom=25,
        jenis="bertentangan",
        tertulis="90%",
        seharusnya="81,77%",
        identitas="cakupan/capaian/2024",
        pesan="Tertulis 90%, sedangkan nilainya 81,77% (Cakupan layanan). Periksa, lalu tulis {capaian:cakupan}.",
    )
    (ulang,) = find_angka_literal("x", "Daya serap 86,58%.", DAFTAR)
    assert ulang.pesan == "Angka 86,58% sudah diketahui. Tulis {serapan:total} agar selalu sama dengan tabel."


def test_token_tahun_lain_menyebut_tahunnya() -> None:
    lalu = NilaiDikenal(hasil=DAFTAR[2].hasil, nama=NAMA, tahun=2023, token=Token("realisasi", "cakupan", "2023", ""))
    (temuan,) = find_angka_literal("x", "Realisasi Cakupan layanan tahun 2023 95%.", (lalu,))
    assert "{realisasi:cakupan@2023}" in temuan.pesan


def test_teks_tanpa_angka_besaran_dikenali() -> None:
    assert not has_angka_literal("Nomor 29 Tahun 2014 {capaian:pmks}")
    assert has_angka_literal("naik 5%")
