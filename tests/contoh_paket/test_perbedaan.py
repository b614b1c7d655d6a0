"""Every difference from the published documents is listed, and what we say instead follows."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

from .conftest import AKAR_CONTOH, read_csv
from .hitungan import cetak, hitung

KOLOM = ["letak", "besaran", "tercetak", "tolok", "sebab", "jenis", "identitas", "hitungan"]
JENIS = {"salah hitung", "salah salin", "bertentangan", "definisi", "cakupan", "pembulatan", "penulisan"}
NAMA = ("probolinggo-2020", "probolinggo-2023")
BARIS = [(nama, baris) for nama in NAMA for baris in read_csv(AKAR_CONTOH / nama / "perbedaan.csv")]
BERHITUNG = [(nama, baris) for nama, baris in BARIS if baris["hitungan"]]


@pytest.mark.parametrize("nama", NAMA)
def test_setiap_perbedaan_terisi_lengkap(nama: str) -> None:
    for baris in (b for n, b in BARIS if n == nama):
        assert list(baris) == KOLOM
        assert all(baris[kolom] for kolom in KOLOM[:6]), baris
        assert baris["jenis"] in JENIS
        assert baris["sebab"].endswith((".", "!")), baris
        if baris["jenis"] != "definisi":
            assert baris["tercetak"] != baris["tolok"], baris


@pytest.mark.parametrize(("nama", "baris"), BERHITUNG, ids=lambda x: x["besaran"] if isinstance(x, dict) else x)
def test_yang_kita_tulis_mengikuti_dari_hitungannya(nama: str, baris: dict[str, str]) -> None:
    assert cetak(hitung(baris["hitungan"]), baris["tolok"]) == baris["tolok"]


def test_besaran_yang_wajib_tercatat_ada() -> None:
    tolok = {(b["tercetak"], b["tolok"]) for nama, b in BARIS if nama == "probolinggo-2020"}
    assert {
        ("70,31%", "70,32%"), ("81,75%", "81,77%"), ("107%", "106,98%"), ("215%", "122,67%"),
        ("1.765.363.950", "1.765.364.050"), ("23%", "49,99%"), ("7.387.500", "129.814.800"),
        ("2.935.162.410", "3.057.589.710"), ("2.955.162.410", "3.057.589.710"),
        ("7.338.201.108", "6.671.923.749"), ("6.671.923,749", "6.671.923.749"), ("100,00%", "99,72%"),
        ("8.386.556.514", "3.531.680.129"), ("80%", "80,37%"), ("66.214.500", "66.814.500"),
        ("356.175.375", "356.172.375"), ("161.5%", "Tidak dapat dihitung"), ("161.5%", "−61,54%"),
        ("2015–2019", "2019–2024"), ("1.524.295.409", "1.623.745.409"), ("93,01%", "93,09%"),
    } <= tolok  # fmt: skip


def test_selisih_dalam_penjelasan_benar() -> None:
    sebab = " ".join(b["sebab"] for nama, b in BARIS if nama == "probolinggo-2020")
    for kiri, kanan in (
        (8_386_556_514, 3_531_680_129),
        (7_655_837_652, 3_057_589_710),
        (3_057_589_710, 2_935_162_410),
        (1_623_745_409, 1_524_295_409),
    ):
        assert f"Rp {kiri - kanan:,}".replace(",", ".") in sebab


@pytest.mark.parametrize(
    ("teks", "nilai"),
    [("1277 / 1816", Fraction(1277, 1816)), ("(26 - 42) / 26 * 100", Fraction(-800, 13)), ("48,25", Fraction(193, 4))],
)
def test_hitungan_dibaca_sebagai_pecahan(teks: str, nilai: Fraction) -> None:
    assert hitung(teks) == nilai


def test_pembulatan_setengah_menjauhi_nol() -> None:
    assert [cetak(Fraction(n, 200), "0,00") for n in (1, -1)] == ["0,01", "−0,01"]
    assert cetak(Fraction(1_999_995, 1000), "1.000,00%") == "2.000,00%"


def test_kutipan_tidak_menyebut_nama_orang() -> None:
    gelar = re.compile(r"\b(Drs?|S\.Sos|M\.Si|SH|MM)\b\.?")
    assert not [b for _, b in BARIS if gelar.search(b["tercetak"] + b["tolok"])]
