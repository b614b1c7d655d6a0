"""The worked tables of ``docs/rumus`` on numbers, scales, efficiency, worksheet and editions: each is recomputed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

import pytest

from halaman_rumus import tabel
from tolok.core.angka import Angka
from tolok.core.baca_angka import GalatBaca, read_nilai
from tolok.core.baca_bebas import read_bebas
from tolok.core.cetak_angka import count_desimal_bersama, format_angka, format_nilai, terbilang
from tolok.core.edisi import find_edisi, is_berlaku_surut
from tolok.core.efisiensi import (
    KeluaranAnggaran,
    compute_efisiensi,
    compute_efisiensi_keluaran,
    describe_rumus,
    read_efisiensi,
)
from tolok.core.gaya_angka import detect_konteks
from tolok.core.hampiran import akar
from tolok.core.kebijakan import RumusEfisiensi
from tolok.core.lke import compute_lke_huruf, load_lke, propose_huruf
from tolok.core.nilai import BelumAda, Bilangan, Kategori, Rentang, TidakDapatDihitung
from tolok.core.peraturan import load_skala
from tolok.core.periode import NAMA_BULAN, ROMAWI, Periode
from tolok.core.rumus.evaluator import evaluate
from tolok.core.rumus.parser import parse_rumus
from tolok.core.skala import classify


def angka(teks: str) -> Angka:
    """Return a number, or the result of the plain arithmetic that a cell shows."""
    rapi = teks.replace("−", "-").replace("×", "*").replace("÷", "/").rstrip("%")
    nilai, _ = evaluate(parse_rumus(rapi), satuan_hasil="indeks", ambil=lambda _: Bilangan(Angka(0), "indeks"))
    assert isinstance(nilai, Bilangan)
    return nilai.angka


def persen(teks: str) -> Bilangan:
    return Bilangan(angka(teks), "%")


def label(nilai: object) -> str:
    assert isinstance(nilai, Kategori)
    return nilai.label


# --- angka.md -------------------------------------------------------------------------------------------------------


def test_page_of_roots() -> None:
    (kubik, tepat, tidak), (kuadrat, panjang, ya), _ = tabel("angka.md", "Hitungan", "Hasil", "Hampiran")
    assert (kubik, kuadrat) == ("akar pangkat 3 dari 27/8", "akar pangkat 2 dari 2")
    assert akar(Angka(27, 8), 3) == angka(tepat)
    assert (akar(Angka(27, 8), 3).hampiran, tidak) == (False, "tidak")
    assert format_angka(akar(Angka(2), 2), digit=49) == panjang
    assert (akar(Angka(2), 2).hampiran, ya) == (True, "ya")


@pytest.mark.parametrize(("nilai", "desimal", "tercetak"), tabel("angka.md", "Nilai", "Desimal", "Tercetak"))
def test_page_of_printing(nilai: str, desimal: str, tercetak: str) -> None:
    digit = None if desimal == "seperti diberikan" else int(desimal)
    assert format_angka(angka(nilai), digit=digit) == tercetak


@pytest.mark.parametrize(
    ("daftar", "tercetak"), tabel("angka.md", "Target satu indikator dalam satu dokumen", "Tercetak")
)
def test_page_of_shared_decimals(daftar: str, tercetak: str) -> None:
    nilai = [persen(teks) for teks in daftar.replace("`%`", "").strip().split("; ")]
    digit = count_desimal_bersama(nilai)
    assert "; ".join(format_nilai(satu, digit=digit) for satu in nilai) == tercetak


@pytest.mark.parametrize(("nilai", "ucapan"), tabel("angka.md", "Angka", "Terbilang"))
def test_page_of_words(nilai: str, ucapan: str) -> None:
    assert terbilang(angka(nilai)) == ucapan


@pytest.mark.parametrize(("tertulis", "satuan", "dibaca"), tabel("angka.md", "Tertulis", "Satuan", "Dibaca"))
def test_page_of_strict_reading(tertulis: str, satuan: str, dibaca: str) -> None:
    teks = tertulis.strip("`")
    if dibaca.startswith("ditolak"):
        with pytest.raises(GalatBaca):
            read_nilai(teks, satuan=satuan)
        return
    nilai = read_nilai(teks, satuan=satuan)
    match nilai:
        case Bilangan(angka=didapat):
            assert didapat == angka(dibaca)
        case Rentang(bawah=bawah, atas=atas):
            assert dibaca == f"rentang {format_angka(bawah)} sampai {format_angka(atas)}"
        case _:
            assert isinstance(nilai, BelumAda)
            assert dibaca.endswith(nilai.alasan.replace("_", " "))


@pytest.mark.parametrize(
    ("tercetak", "kolom", "dibaca", "keyakinan"),
    [
        baris[:4]
        for baris in tabel("angka.md", "Tercetak", "Kolom", "Dibaca", "Keyakinan", "Catatan")
        if "skala" not in baris[1]
    ],
)
def test_page_of_reading_documents(tercetak: str, kolom: str, dibaca: str, keyakinan: str) -> None:
    sel, lain = tercetak.strip("`"), re.findall(r"sel lain (.*)", kolom)
    satuan = next((satu for satu in ("%", "Rp") if kolom.startswith(satu)), "")
    konteks = detect_konteks([sel, *(lain[0].split(" dan ") if lain else [])], satuan=satuan)
    bacaan = read_bebas(sel, konteks=konteks)
    assert bacaan.keyakinan == keyakinan
    match bacaan.nilai:
        case None:
            assert dibaca == "–"
        case Rentang(bawah=bawah, atas=atas):
            assert dibaca == f"rentang {format_angka(bawah)} sampai {format_angka(atas)}"
        case nilai:
            assert format_nilai(nilai, dengan_satuan=True) == dibaca.replace("Rp ", "Rp\u00a0")


# --- skala.md -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("capaian", "bulat", "bawah", "atas"), tabel("skala.md", "Capaian", "Bulat", "Batas bawah", "Batas atas")
)
def test_page_of_the_three_readings(capaian: str, bulat: str, bawah: str, atas: str) -> None:
    for akhiran, kelas in (("bulat", bulat), ("batas-bawah", bawah), ("batas-atas", atas)):
        assert label(classify(angka(capaian), load_skala(f"permendagri-86-2017-{akhiran}"))) == kelas


@pytest.mark.parametrize(("skala", "nilai", "kelas"), tabel("skala.md", "Id skala", "Angka", "Kelas"))
def test_page_of_other_scales(skala: str, nilai: str, kelas: str) -> None:
    assert label(classify(angka(nilai), load_skala(skala.strip("`")))) == kelas


# --- efisiensi.md ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("id_rumus", "nama", "hasil"),
    [
        (baris[0], baris[1], baris[4])
        for baris in tabel("efisiensi.md", "Id", "Nama", "Rumus", "Efisien bila", "C = 110, S = 88")
    ],
)
def test_page_of_the_formulas(id_rumus: str, nama: str, hasil: str) -> None:
    rumus = RumusEfisiensi(id_rumus)
    nilai, _ = compute_efisiensi(rumus=rumus, capaian=persen("110"), serapan=persen("88"))
    assert describe_rumus(rumus).nama == nama
    assert format_nilai(nilai, digit=2, dengan_satuan=True) == hasil


@pytest.mark.parametrize(("c", "s", "e1", "e2"), tabel("efisiensi.md", "C", "S", "E1", "E2"))
def test_page_of_complements(c: str, s: str, e1: str, e2: str) -> None:
    for rumus, tercetak in ((RumusEfisiensi.E1, e1), (RumusEfisiensi.E2, e2)):
        nilai, _ = compute_efisiensi(rumus=rumus, capaian=persen(c), serapan=persen(s))
        assert format_nilai(nilai, digit=2) == f"{tercetak}%"


@pytest.mark.parametrize(
    ("c", "s", "id_rumus", "hasil", "pernyataan"),
    [
        baris[:5]
        for baris in tabel("efisiensi.md", "C", "S", "Rumus", "Nilai", "Pernyataan", "Catatan")
        if baris[0] != "belum ada"
    ],
)
def test_page_of_verdicts(c: str, s: str, id_rumus: str, hasil: str, pernyataan: str) -> None:
    for rumus in RumusEfisiensi if id_rumus == "semua" else [RumusEfisiensi(id_rumus)]:
        capaian, serapan = persen(c), persen(s)
        nilai, _ = compute_efisiensi(rumus=rumus, capaian=capaian, serapan=serapan)
        if hasil == "tidak dapat dihitung":
            assert isinstance(nilai, TidakDapatDihitung)
        else:
            assert format_nilai(nilai, digit=2, dengan_satuan=True) == hasil
        putusan = read_efisiensi(rumus=rumus, efisiensi=nilai, capaian=capaian, serapan=serapan).putusan
        assert putusan.replace("_", " ") == pernyataan


def test_page_of_outputs() -> None:
    *daftar, jumlah = tabel("efisiensi.md", "Keluaran", "C", "PA (Rp)", "RA (Rp)", "PA × C − RA (Rp)")
    for _, c, pa, ra, sisa in daftar:
        assert angka(pa) * angka(c) / 100 - angka(ra) == angka(sisa)
    for kolom in (2, 3, 4):
        assert sum((angka(baris[kolom]) for baris in daftar), Angka(0)) == angka(jumlah[kolom])
    keluaran = [
        KeluaranAnggaran(
            uraian=nama, capaian=angka(c), pagu_sen=angka(pa).pembilang * 100, realisasi_sen=angka(ra).pembilang * 100
        )
        for nama, c, pa, ra, _ in daftar
    ]
    e5, _ = compute_efisiensi_keluaran(daftar_keluaran=keluaran, rumus=RumusEfisiensi.E5)
    assert format_nilai(e5, digit=2) == "25,67%"


@pytest.mark.parametrize(("e5", "ne"), tabel("efisiensi.md", "E5", "NE"))
def test_page_of_ne(e5: str, ne: str) -> None:
    nilai, _ = compute_efisiensi(rumus=RumusEfisiensi.NE, capaian=persen("100"), serapan=Bilangan(100 - angka(e5), "%"))
    if isinstance(nilai, Bilangan):
        assert format_nilai(nilai) == ne.partition(" ")[0]
    else:
        assert angka(e5) < 0


# --- lke.md ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("bagian", "huruf", "nilai"), tabel("lke.md", "Bagian terpenuhi", "Usulan", "Nilai huruf"))
def test_page_of_letters(bagian: str, huruf: str, nilai: str) -> None:
    edisi = load_lke()
    assert format_angka(edisi.huruf[huruf]) == nilai
    if bagian != "pertimbangan penilai":
        bawah_tak_termasuk = bagian.startswith(">")
        batas = [Angka(int(teks)) for teks in re.findall(r"\d+", bagian)]
        seberang = Angka(1, 10**30)
        atas = batas[-1] - seberang if "<" in bagian else batas[-1]
        assert label(propose_huruf(atas, edisi=edisi)) == huruf
        if bawah_tak_termasuk:
            assert label(propose_huruf(batas[0] + seberang, edisi=edisi)) == huruf
            assert label(propose_huruf(batas[0], edisi=edisi)) != huruf


def test_page_of_the_worked_total() -> None:
    *daftar, (_, bobot, predikat, total) = tabel("lke.md", "Subkomponen", "Bobot", "Huruf", "Skor")
    edisi = load_lke()
    for kode, bobot_sub, huruf, skor in daftar:
        assert edisi.find_subkomponen(kode).bobot == angka(bobot_sub)
        assert format_angka(angka(bobot_sub) * edisi.huruf[huruf] / 100, digit=2) == skor
    hasil = compute_lke_huruf({kode: huruf for kode, _, huruf, _ in daftar}, edisi=edisi)
    assert (format_nilai(hasil.total, digit=2), label(hasil.predikat)) == (total, predikat)
    assert sum((angka(baris[1]) for baris in daftar), Angka(0)) == angka(bobot)


@pytest.mark.parametrize(("nilai", "predikat", "sebutan"), tabel("lke.md", "Nilai", "Predikat", "Sebutan"))
def test_page_of_predicates(nilai: str, predikat: str, sebutan: str) -> None:
    edisi = load_lke()
    assert label(classify(angka(nilai), edisi.predikat)) == predikat
    assert edisi.sebutan[predikat] == sebutan


# --- edisi.md -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Baris:
    nama: str
    berlaku_mulai: date
    dicatat_pada: date


def tanggal(teks: str) -> date:
    hari, bulan, tahun = teks.split(" ")
    return date(int(tahun), NAMA_BULAN.index(bulan), int(hari))


DAFTAR_BARIS = {
    nama: Baris(nama, tanggal(mulai), tanggal(dicatat))
    for nama, mulai, dicatat in tabel("edisi.md", "Baris", "Berlaku mulai", "Dicatat pada")
}


@pytest.mark.parametrize(
    ("pada", "diketahui", "nama"), tabel("edisi.md", "Berlaku pada (D)", "Diketahui pada (K)", "Yang berlaku")
)
def test_page_of_the_rule(pada: str, diketahui: str, nama: str) -> None:
    terpilih = find_edisi(
        DAFTAR_BARIS.values(), pada=tanggal(pada), diketahui=None if diketahui == "semua" else tanggal(diketahui)
    )
    assert (terpilih.nama if terpilih else "tidak ada") == nama


@pytest.mark.parametrize(("nama", "periode", "surut"), tabel("edisi.md", "Baris", "Periode", "Berlaku surut"))
def test_page_of_late_records(nama: str, periode: str, surut: str) -> None:
    triwulan, _, tahun = periode.rpartition("Tahun ")
    nomor = ROMAWI.index(triwulan.removeprefix("Triwulan ").strip()) if triwulan else 0
    assert is_berlaku_surut(DAFTAR_BARIS[nama], Periode(int(tahun), nomor)) == (surut == "ya")
