"""A whole published LKjIP with its annexes, read from ``TOLOK_DOKUMEN_NYATA``: every budget and performance value."""

from __future__ import annotations

import csv
import os
import time
from pathlib import Path

import pytest

from tolok.core.angka import Angka
from tolok.core.bacaan.dokumen import (
    AnggaranTerbaca,
    BerkasTerbaca,
    Besaran,
    DokumenTerbaca,
    IndikatorTerbaca,
    JenisDokumen,
    Tingkat,
)
from tolok.core.cetak_angka import format_angka
from tolok.ingest.pembaca.teks import read_teks
from tolok.ingest.pengenal import recognise

FOLDER = os.environ.get("TOLOK_DOKUMEN_NYATA", "")
BERKAS = Path(FOLDER or "-") / "lkjip_probolinggo_2020.txt"
FAKTA = Path(__file__).resolve().parents[1] / "fakta"
FAKTA_ANGGARAN = Path(__file__).resolve().parents[2] / "contoh_paket" / "fakta" / "anggaran-2020.csv"

pytestmark = [
    pytest.mark.dokumen_nyata,
    pytest.mark.skipif(not BERKAS.is_file(), reason="folder dokumen nyata (TOLOK_DOKUMEN_NYATA) tidak ada"),
]


@pytest.fixture(scope="module")
def terbaca() -> BerkasTerbaca:
    return recognise(read_teks(BERKAS.read_bytes(), BERKAS.name))


def _baris(jalur: Path) -> list[dict[str, str]]:
    with jalur.open(encoding="utf-8", newline="") as berkas:
        return list(csv.DictReader(berkas))


def _dokumen(terbaca: BerkasTerbaca, nama: str) -> DokumenTerbaca:
    """The document a table of the facts stands in."""
    if nama.startswith("TW"):
        return next(d for d in terbaca.dokumen if d.jenis is JenisDokumen.PENGUKURAN and d.triwulan == int(nama[2]))
    jenis = JenisDokumen.PERJANJIAN if nama == "PK2020" else JenisDokumen.LKJIP
    return next(d for d in terbaca.dokumen if d.jenis is jenis)


def _anggaran(terbaca: BerkasTerbaca, nama: str) -> list[AnggaranTerbaca]:
    """The rows with values of one table of the facts."""
    dokumen = _dokumen(terbaca, nama)
    baris_awal = {"T2.2": 559, "T2.3": 600, "T3.2": 892}.get(nama)
    return [
        baris
        for baris in dokumen.anggaran
        if baris.nilai and (baris_awal is None or dokumen.tabel[baris.tabel].letak.baris == baris_awal)
    ]


def _angka(baris: AnggaranTerbaca, besaran: Besaran) -> Angka | None:
    return next((n.angka for n in baris.nilai if n.besaran is besaran), None)


def test_the_file_is_its_report_and_its_annexes(terbaca: BerkasTerbaca) -> None:
    daftar = [(d.jenis, d.tahun, d.triwulan) for d in terbaca.dokumen if d.jenis is not JenisDokumen.LAIN]
    assert [d for d in daftar if d[0] is not JenisDokumen.RENSTRA] == [
        (JenisDokumen.LKJIP, 2020, None),
        (JenisDokumen.PERJANJIAN, 2020, None),
        *((JenisDokumen.PENGUKURAN, 2020, triwulan) for triwulan in (1, 2, 3, 4)),
    ]
    assert all("SOSIAL" in d.perangkat_daerah.upper() for d in terbaca.dokumen)


@pytest.mark.parametrize("nama", ["T2.2", "T2.3", "T3.2", "PK2020", "TW1", "TW2", "TW3", "TW4"])
def test_every_budget_row_is_read_as_it_is_printed(terbaca: BerkasTerbaca, nama: str) -> None:
    semua = [*_baris(FAKTA_ANGGARAN), *_baris(FAKTA / "anggaran-2.3.csv")]
    assert len(semua) == 166
    fakta = [baris for baris in semua if baris["tabel"] == nama]
    terbaca_anggaran = _anggaran(terbaca, nama)
    assert len(fakta) == len(terbaca_anggaran) > 0
    for benar, baris in zip(fakta, terbaca_anggaran, strict=True):
        pagu, realisasi = _angka(baris, Besaran.PAGU), _angka(baris, Besaran.REALISASI)
        assert (baris.tingkat, pagu) == (Tingkat(benar["tingkat"]), Angka.from_desimal(benar["pagu"])), baris
        assert realisasi == (Angka.from_desimal(benar["realisasi"]) if benar["realisasi"] else None), baris
        if benar["persen"] and nama != "T2.2":
            assert _angka(baris, Besaran.PERSEN) == Angka.from_desimal(benar["persen"]), baris
        assert all(
            n.tahun == 2020 and n.triwulan == (int(nama[2]) if nama.startswith("TW") else None) for n in baris.nilai
        )


def _indikator(terbaca: BerkasTerbaca, sumber: str) -> list[IndikatorTerbaca]:
    dokumen = _dokumen(terbaca, sumber)
    if sumber.startswith("TW"):
        return list(dokumen.indikator)
    nomor = sumber.split(" ")[0]
    return [baris for baris in dokumen.indikator if dokumen.tabel[baris.tabel].nomor == nomor]


def test_every_indicator_row_is_read_as_it_is_printed(terbaca: BerkasTerbaca) -> None:
    fakta = _baris(FAKTA / "pengukuran-2020.csv")
    assert len(fakta) > 20
    for benar in fakta:
        (baris,) = [b for b in _indikator(terbaca, benar["sumber"]) if b.nama == benar["indikator"]]
        tahun = 2019 if "2019" in benar["sumber"] else 2020
        for besaran in (Besaran.TARGET, Besaran.REALISASI, Besaran.CAPAIAN):
            tercetak = [n.tercetak for n in baris.nilai if n.besaran is besaran and n.tahun == tahun]
            if benar[besaran]:
                assert [t.replace(" ", "").replace(",", ".") for t in tercetak] == [
                    benar[besaran].replace(" ", "").replace(",", ".")
                ], baris
            elif tahun == 2020:
                assert tercetak == [], baris


def test_percent_comes_in_points_and_categories_as_words(terbaca: BerkasTerbaca) -> None:
    persen, kategori = _indikator(terbaca, "3.1.3.A")
    assert [(str(n.besaran), n.angka and format_angka(n.angka), n.kategori) for n in persen.nilai] == [
        ("target", "95", None),
        ("realisasi", "161,5", None),
        ("capaian", "170", None),
    ]
    assert {(n.angka, n.kategori) for n in kategori.nilai} == {(None, "Madya")}
    assert persen.sasaran.startswith("Meningkatnya Perlindungan Perempuan dan Anak")


def test_the_tables_of_each_sasaran_are_known_by_their_letter(terbaca: BerkasTerbaca) -> None:
    lkjip = _dokumen(terbaca, "T2.2")
    huruf = [tabel.jenis for tabel in lkjip.tabel if tabel.nomor.startswith("3.1")]
    assert huruf == list("ABCDEFGHI") * 3


def test_a_cut_name_is_whole_again(terbaca: BerkasTerbaca) -> None:
    (baris,) = _indikator(terbaca, "3.1.1.I")
    assert baris.nama == ("Persentase Penyandang Masalah Kesejahteraan Sosial (PMKS) yang terpenuhi kebutuhan dasarnya")


def test_places_are_the_lines_of_the_file(terbaca: BerkasTerbaca) -> None:
    (baris,) = _indikator(terbaca, "3.1.1.A")
    assert (baris.letak.baris, baris.letak.tabel, baris.letak.sel) == (654, "Tabel 3.1.1.A", "A2")
    assert [n.letak.sel for n in baris.nilai] == ["B2", "C2", "D2"]


def test_the_file_is_read_in_a_second() -> None:
    isi = BERKAS.read_bytes()
    mulai = time.process_time()
    recognise(read_teks(isi, BERKAS.name))
    assert time.process_time() - mulai < 1
