"""
Whole published documents, read from the folder ``TOLOK_DOKUMEN_NYATA``: every amount, percentage and formula in them
must be readable, and the arithmetic they print must be found again.
"""

from __future__ import annotations

import csv
import os
import re
from pathlib import Path

import pytest

from tolok.contoh import path_contoh
from tolok.core.angka import Angka
from tolok.core.baca_bebas import Bacaan, Keyakinan, read_bebas, read_kolom
from tolok.core.cetak_angka import format_angka
from tolok.core.gaya_angka import detect_konteks
from tolok.core.nilai import Bilangan
from tolok.core.rumus.pembaca import read_rumus_tercetak

FOLDER = os.environ.get("TOLOK_DOKUMEN_NYATA", "")
LKJIP = "lkjip_probolinggo_2020.txt"
FAKTA = Path(__file__).resolve().parents[1] / "contoh_paket" / "fakta"

pytestmark = [
    pytest.mark.dokumen_nyata,
    pytest.mark.skipif(not Path(FOLDER or "-").is_dir(), reason="folder dokumen nyata (TOLOK_DOKUMEN_NYATA) tidak ada"),
]

RUPIAH = re.compile(r"Rp\.?\s*(?:-|\d[\d.,]*\d)(?:,-)?")
PERSEN = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)?\s?%")
NAMA_RESMI = (
    "Dinas Sosial, Pemberdayaan Perempuan, dan Perlindungan Anak",
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
    "urusan pemberdayaan perempuan dan perlindungan anak",
)
LATEX = re.compile(r"\$([^$]*\\frac[^$]*)\$")


def _teks(nama: str) -> str:
    return (Path(FOLDER) / nama).read_text(encoding="utf-8")


def _angka(bacaan: Bacaan) -> Angka:
    assert isinstance(bacaan.nilai, Bilangan), bacaan
    return bacaan.nilai.angka


def _triwulan() -> dict[str, str]:
    """The text of each quarterly form of the annex."""
    teks = _teks(LKJIP)
    potongan = re.split(r"^TRIWULAN (I{1,3}|IV)\s*$", teks, flags=re.MULTILINE)
    nomor = {nama: f"TW{urut}" for urut, nama in enumerate(("I", "II", "III", "IV"), start=1)}
    return {nomor[nama]: isi for nama, isi in zip(potongan[1::2], potongan[2::2], strict=True)}


def test_every_rupiah_amount_is_read_surely_except_the_malformed_one() -> None:
    ragu = []
    for tercetak in RUPIAH.findall(_teks(LKJIP)):
        bacaan = read_bebas(tercetak, konteks=detect_konteks([tercetak], satuan="Rp"))
        if "-" in tercetak and not any(huruf.isdigit() for huruf in tercetak):
            assert bacaan.nilai is None
        elif bacaan.keyakinan is not Keyakinan.PASTI or bacaan.nilai is None:
            ragu.append(tercetak)
    assert set(ragu) <= {"Rp. 6.671.923,749"}
    assert "Rp. 6.671.923,749" in RUPIAH.findall(_teks(LKJIP))


def test_the_amounts_of_every_quarterly_row_are_the_recorded_facts() -> None:
    fakta: dict[str, set[tuple[int, int]]] = {}
    with (FAKTA / "anggaran-2020.csv").open(encoding="utf-8", newline="") as berkas:
        for baris in csv.DictReader(berkas):
            if baris["tabel"].startswith("TW"):
                fakta.setdefault(baris["tabel"], set()).add((int(baris["pagu"]), int(baris["realisasi"])))
    for triwulan, teks in _triwulan().items():
        daftar_angka = {
            int(_angka(bacaan).pembilang)
            for bacaan in read_kolom([sel.strip() for sel in re.findall(r"\d[\d.,]{5,}\d", teks)], satuan="Rp")
            if isinstance(bacaan.nilai, Bilangan)
        }
        for pagu, realisasi in fakta[triwulan]:
            assert pagu in daftar_angka, (triwulan, pagu)
            assert realisasi in daftar_angka or realisasi == 0, (triwulan, realisasi)


def test_every_printed_percentage_prints_back_as_it_stands() -> None:
    daftar = PERSEN.findall(_teks(LKJIP))
    assert len(daftar) > 150
    for tercetak in daftar:
        angka = _angka(read_bebas(tercetak, konteks=detect_konteks([tercetak], satuan="%")))
        digit = len(re.split(r"[.,]", tercetak.rstrip(" %"), maxsplit=1)[1]) if re.search(r"[.,]", tercetak) else 0
        assert format_angka(angka, digit=digit, ribuan=False) == tercetak.rstrip(" %").replace(".", ",")


@pytest.mark.parametrize(
    ("nama", "jumlah"),
    [
        (LKJIP, 12),
        ("iku_probolinggo_perubahan.txt", 3),
        ("sk_iki_probolinggo_2023.txt", 23),
        ("sk_iku_madiun_2025_2026.txt", 5),
    ],
)
def test_every_printed_fraction_is_read_as_a_formula(nama: str, jumlah: int) -> None:
    daftar = [f"${rumus}$" for rumus in LATEX.findall(_teks(nama))]
    assert len(daftar) == jumlah
    for teks in daftar:
        bacaan = read_rumus_tercetak(teks)
        if re.search(r"\\frac\{\d+\}\{\d+\}", teks):
            continue
        assert bacaan.bentuk in {"rasio", "fgt", "perubahan", "penurunan", "rata_rata", "ekspresi"}, teks
        if bacaan.bentuk == "rasio":
            assert bacaan.pembilang
            assert bacaan.penyebut


def _kata(teks: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", teks.lower().replace("-", " "))


def test_the_narratives_of_the_example_are_in_our_own_words() -> None:
    """No eight words in a row are those of a published document, but for official names."""
    terbitan: set[tuple[str, ...]] = set()
    for jalur in sorted(Path(FOLDER).glob("*.txt")):
        kata = _kata(jalur.read_text(encoding="utf-8"))
        terbitan.update(zip(*(kata[i:] for i in range(8)), strict=False))
    contoh = path_contoh("probolinggo-2020")
    tulisan = {jalur.name: jalur.read_text(encoding="utf-8") for jalur in sorted((contoh / "narasi").glob("*.md"))}
    tulisan |= {nama: (contoh / nama).read_text(encoding="utf-8") for nama in ("analisis.csv", "isu.csv")}
    assert len(tulisan) > 15
    assert terbitan
    for nama_resmi in NAMA_RESMI:
        tulisan = {nama: teks.replace(nama_resmi, " § ") for nama, teks in tulisan.items()}
    for nama, teks in tulisan.items():
        for kalimat in teks.split("§"):
            kata = _kata(kalimat)
            sama = [" ".join(k) for k in zip(*(kata[i:] for i in range(8)), strict=False) if k in terbitan]
            assert not sama, (nama, sama)
