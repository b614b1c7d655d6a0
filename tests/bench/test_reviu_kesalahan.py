"""The faults that score the review: each is printed, and it alone; a finding counts only if it names the place."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from bench.bacaan.tata.bahan import make_bahan
from bench.bacaan.tata.cetak import print_kuantitas
from bench.bacaan.tata.jenis import DAFTAR_JENIS
from bench.bacaan.tata.naskah import NaskahCetak, Paragraf, TabelCetak
from bench.bacaan.tata.tata_letak import load_tata_letak
from bench.reviu.__main__ import Catatan, Hasil, _is_cocok, _sisipkan, print_hasil
from bench.reviu.kesalahan import DAFTAR_KESALAHAN, Harapan, Kesalahan

from tolok.core.angka import Angka

TATA = next(tata for tata in load_tata_letak() if tata.id == "03_html_bungkus")


def tercetak(naskah: NaskahCetak) -> list[str]:
    """Return every printed line and cell."""
    hasil = []
    for bagian in naskah.daftar:
        if isinstance(bagian, Paragraf):
            hasil.append(bagian.teks)
        elif isinstance(bagian, TabelCetak):
            hasil += [" ".join(k.teks.split()) for d in (*bagian.kepala, *bagian.isi) for k in d if k]
    return hasil


@pytest.mark.parametrize("kesalahan", DAFTAR_KESALAHAN, ids=lambda satu: satu.nama)
def test_a_fault_is_printed_and_quoted_and_little_else_changes(kesalahan: Kesalahan) -> None:
    jenis = kesalahan.jenis[0]
    dibuat = _sisipkan(kesalahan, jenis, TATA, 9001)
    assert dibuat is not None
    naskah, harapan, seed = dibuat
    salah = Counter(tercetak(naskah))
    kutipan = [print_kuantitas(isi, TATA.angka, is_kolom_persen=True).teks for isi in harapan.nilai]
    kutipan += harapan.teks
    assert not kutipan or any(satu in teks for satu in kutipan for teks in salah)
    benar = Counter(tercetak(DAFTAR_JENIS[jenis](make_bahan(seed, is_lengkap=True), TATA)))
    beda = (salah - benar) + (benar - salah)
    assert 0 < len(beda) <= (60 if kesalahan.nama == "realisasi disalin dari tahun lalu" else 14)


def test_agencies_for_the_review_know_all_their_values() -> None:
    for seed in range(9000, 9005):
        bahan = make_bahan(seed, is_lengkap=True)
        assert all(("realisasi", bahan.tahun, 0) in ukuran.isi for ukuran in bahan.ukuran)


def test_spending_above_a_budget_still_adds_up() -> None:
    kesalahan = next(satu for satu in DAFTAR_KESALAHAN if satu.nama == "realisasi melebihi pagu")
    bahan = make_bahan(9002, is_lengkap=True)
    assert kesalahan.sisipkan(bahan, Random(1), 4)
    kunci = ("serap", bahan.tahun, 0)
    program = [mata.isi[kunci].angka for mata in bahan.mata if mata.tingkat == "program"]
    assert bahan.total.isi[kunci].angka == sum(program, Angka(0))


def test_a_finding_of_another_rule_or_place_does_not_count() -> None:
    harapan = Harapan(aturan=frozenset({"capaian.hitungan"}), teks=("Persentase koperasi sehat",))
    assert _is_cocok(Catatan("capaian.hitungan", "galat", "capaian persentase koperasi sehat 12"), harapan, TATA)
    assert not _is_cocok(Catatan("capaian.arah", "galat", "capaian persentase koperasi sehat 12"), harapan, TATA)
    assert not _is_cocok(Catatan("capaian.hitungan", "galat", "capaian koperasi aktif"), harapan, TATA)


def test_the_tables_count_misses_and_accusations(capsys: pytest.CaptureFixture[str]) -> None:
    nama = DAFTAR_KESALAHAN[0].nama
    tuduhan = Catatan("nilai.satuan", "peringatan", "x")
    daftar = [
        Hasil("a", "pdf", "lkjip", nama, True, ()),
        Hasil("a", "teks", "lkjip", nama, False, ()),
        Hasil("a", "pdf", "lkjip", "", False, (tuduhan, tuduhan, Catatan("x.y", "saran", "hint"))),
    ]
    assert not print_hasil(daftar)
    cetak = capsys.readouterr().out
    assert "50%" in cetak
    assert "seluruhnya pada 1 dokumen" in cetak
    assert "lebih dari satu salah tuduh: 1 dari 1" in cetak
    assert "x.y" not in cetak
