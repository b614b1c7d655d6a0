"""One meaning, many wordings: every way of writing a formula reads the same for every pair of names."""

from __future__ import annotations

import itertools
import re

import pytest

from tolok.core.rumus.pembaca import read_rumus_tercetak

PASANGAN = [
    ("Jumlah PMKS yang terpenuhi kebutuhan dasarnya", "Jumlah PMKS"),
    ("Jumlah desa/kelurahan yang memiliki PATBM", "Jumlah desa/kelurahan"),
    ("Jumlah kasus kekerasan terhadap anak yang tertangani (fisik/psikis)", "Jumlah kasus kekerasan terhadap anak"),
    ("Jumlah penduduk usia 15-64 tahun yang bekerja", "Jumlah penduduk usia 15-64 tahun"),
    ("Jumlah tenaga kerja laki-laki", "Jumlah tenaga kerja laki-laki dan perempuan"),
    ("Jumlah lembaga (LKSA, LKS-LU) terakreditasi", "Jumlah lembaga (LKSA, LKS-LU)"),
    ("kasus kekerasan terhadap perempuan yang ditangani pada tahun N", "perempuan pada tahun N"),
    ("disabilitas yang mendapatkan layanan", "PMKS yang mendapatkan bantuan / layanan"),
    ("Realisasi pendapatan", "Target pendapatan"),
    ("Panjang jalan dalam kondisi baik", "Panjang seluruh jalan"),
]
RASIO = [
    "{A} dibagi {B} x 100%",
    "{A} / {B} x 100",
    "({A})/({B})x100%",
    "({A} : {B}) × 100%",
    "{A} : {B} x 100%",
    "Persentase capaian = ({A} / {B}) x 100 %",
    "{A} dibagi dengan {b} dikalikan seratus persen",
    "Rumus : {A} di bagi {b} kali 100%",
    "$f(x) = \\frac{{\\sum \\text{{{A}}}}}{{\\sum \\text{{{B}}}}} \\times 100 \\%$",
    "\\frac{{\\mathrm{{{A}}}}}{{\\mathrm{{{B}}}}}\\times 100",
    "{A} ------------------------ x 100% {B}",
    "{A}<br>________________<br>{B} x 100%",
    "<p>{A}</p><p>--------- x 100%</p><p>{B}</p>",
    "∑ {A} / ∑ {B} x l00%",
    "Perbandingan antara {a} dengan {b} dikali 100%",
    "{A} dibandingkan dengan {b} dikali 1OO %",
    "Persentase {a} terhadap {b} x 100%",
    "100% x ({A} / {B})",
    "{A} x 100% / {B}",
    "{A} x 100% {B}",
    "Formulasi Penghitungan : {A} ÷ {B} × 100%. Keterangan : data dinas",
    "{A} dibagi {b}",
]

NAMA = ["Jumlah kasus kekerasan terhadap anak", "PAD", "Jumlah desa/kelurahan rawan", "Jumlah kunjungan (orang)"]
WAKTU = [
    (" tahun n", " tahun n-1"),
    (" tahun (n)", " tahun (n-1)"),
    (" n", " n-1"),
    ("(t)", "(t-1)"),
    (" tahun ke-n", " tahun ke-(n-1)"),
    (" tahun ini", " tahun lalu"),
    (" pada tahun berjalan", " pada tahun sebelumnya"),
    (" tahun 2020", " tahun 2019"),
]
DUA_TAHUN = [
    ("perubahan", "({X} - {Y}) / {Y} x 100%"),
    ("perubahan", "{X} – {Y} : {Y} x 100%"),
    ("perubahan", "{X} dikurangi {y} dibagi {y} dikali 100%"),
    ("perubahan", "Selisih {x} dengan {y} dibagi {y} dikali 100%"),
    ("perubahan", "$\\frac{{\\text{{{X} - {Y}}}}}{{\\text{{{Y}}}}} \\times 100\\%$"),
    ("perubahan", "{X} − {Y} ______________ X 100% {Y}"),
    ("penurunan", "(({Y} - {X}) / {Y}) * 100%"),
    ("penurunan", "Persentase penurunan = ({Y} – {X}) : {Y} × 100 %"),
    ("selisih", "{X} - {Y}"),
    ("selisih", "Selisih antara {x} dan {y}"),
    ("selisih", "{Y} dikurangi {x}"),
]

BAGIAN = [
    ("Umum", "Kepegawaian", "BMD", "Program", "Keuangan"),
    ("Nilai perencanaan", "Nilai pengukuran", "Nilai pelaporan"),
    ("TW I", "TW II", "TW III", "TW IV"),
]
RATA_RATA = [
    "({j}) / {n}",
    "({r})/{n}",
    "{j} dibagi {n}",
    "{j} / {n}",
    "1/{n} ({j})",
    "%capaian ({r})/{n}",
    "Rata-rata ({j})",
    "Rata-rata dari {j}",
    "$\\frac{{\\text{{{r}}}}}{{{n}}}$",
]


def polos(teks: str | None) -> str:
    return re.sub(r"\W+", " ", (teks or "").casefold()).strip()


def kecil(teks: str) -> str:
    return teks[0].lower() + teks[1:]


@pytest.mark.parametrize("pola", RASIO)
def test_ratio(pola: str) -> None:
    for a, b in PASANGAN:
        teks = pola.format(A=a, B=b, a=kecil(a), b=kecil(b))
        bacaan = read_rumus_tercetak(teks)
        assert (bacaan.bentuk, polos(bacaan.pembilang), polos(bacaan.penyebut)) == ("rasio", polos(a), polos(b)), teks


@pytest.mark.parametrize(("bentuk", "pola"), DUA_TAHUN)
def test_two_years(bentuk: str, pola: str) -> None:
    for nama, (kini, lalu) in itertools.product(NAMA, WAKTU):
        x, y = nama + kini, nama + lalu
        teks = pola.format(X=x, Y=y, x=kecil(x), y=kecil(y))
        bacaan = read_rumus_tercetak(teks)
        assert bacaan.bentuk == bentuk, teks
        assert [polos(v) for v in bacaan.variabel] == [polos(nama)], teks
        assert "@tahun_lalu" in (bacaan.rumus or "")


@pytest.mark.parametrize("pola", RATA_RATA)
def test_mean(pola: str) -> None:
    for bagian in BAGIAN:
        teks = pola.format(j=" + ".join(bagian), r="+".join(bagian), n=len(bagian))
        bacaan = read_rumus_tercetak(teks)
        assert (bacaan.bentuk, bacaan.variabel) == ("rata_rata", bagian), teks
