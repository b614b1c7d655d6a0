"""A composite indicator in the documents: its parts stand below it and are counted nowhere else."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from instansi_majemuk import make_majemuk
from instansi_mini import MINI, TAHUN
from tolok.core.angka import Angka
from tolok.core.dokumen.lkjip import ButirMutu, Lkjip
from tolok.core.dokumen.tabel import TabelIsi
from tolok.core.dokumen.teks import to_teks
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.indikator import NilaiTercatat
from tolok.core.instansi import TahunInstansi
from tolok.core.kebijakan import KebijakanTidakLapor
from tolok.core.nilai import Bilangan
from tolok.core.penyusun.keterkaitan import compile_keterkaitan
from tolok.core.penyusun.lkjip import compile_lkjip
from tolok.core.penyusun.pengukuran import compile_pengukuran
from tolok.core.penyusun.perjanjian import compile_perjanjian
from tolok.core.penyusun.renstra import compile_renstra


@pytest.fixture(scope="module")
def data() -> TahunInstansi:
    return make_majemuk()


@pytest.fixture(scope="module")
def model(data: TahunInstansi) -> Lkjip:
    return compile_lkjip(HasilTahun(data))


def _nama(tabel: TabelIsi[Any]) -> list[tuple[str, bool]]:
    return [(baris.nama, baris.is_bagian) for baris in tabel.baris]


def _teks(tabel: TabelIsi[Any]) -> str:
    return "\n".join(to_teks(kalimat) for kalimat in tabel.pengantar)


BERURUTAN = [("Cakupan layanan", False), ("Banyak paket", False), ("Banyak dokumen", True), ("Banyak kegiatan", True)]


def test_parts_stand_below_their_indicator_in_the_tables_of_performance(model: Lkjip) -> None:
    s1 = model.akuntabilitas.daftar_sasaran[0]
    for tabel in (s1.a, s1.b, s1.c, s1.d, s1.h):
        assert _nama(tabel) == BERURUTAN
    assert _nama(s1.f) == [*BERURUTAN, ("Seluruh sasaran", False)]
    for tabel in (s1.e, s1.g, s1.i):
        assert [baris.nama for baris in tabel.baris] == ["Cakupan layanan", "Banyak paket"] + (
            ["Seluruh sasaran"] if tabel is not s1.g else []
        )
    ringkasan = model.akuntabilitas.ringkasan.baris[0]
    assert [(b.nama, b.is_bagian) for b in ringkasan.daftar_indikator] == BERURUTAN


def test_the_cells_of_the_whole_name_its_parts(model: Lkjip) -> None:
    s1 = model.akuntabilitas.daftar_sasaran[0]
    induk = s1.a.baris[1]
    assert [sel.tercetak for sel in (induk.target, induk.realisasi, induk.capaian)] == [
        "2\u00a0dokumen; 4\u00a0kegiatan", "2\u00a0dokumen; 3\u00a0kegiatan", "87,50%",
    ]  # fmt: skip
    assert s1.c.baris[1].tingkat_kemajuan.tercetak == "50,00%"
    assert [sel.tercetak for sel in s1.b.baris[1].daftar_realisasi] == [
        "–; 1\u00a0kegiatan",
        "2\u00a0dokumen; 3\u00a0kegiatan",
    ]
    bagian = s1.f.baris[3]
    assert (bagian.pagu, bagian.realisasi_anggaran, bagian.serapan) == (None, None, None)
    assert bagian.capaian is not None
    assert bagian.capaian.tercetak == "75,00%"


def test_means_and_counts_leave_the_parts_out(model: Lkjip) -> None:
    rata = model.akuntabilitas.ringkasan.baris[0].rata_rata
    assert (rata.terukur, rata.jumlah) == (2, 2)
    assert rata.rata_rata.tercetak == "90,63%"
    assert "lima indikator kinerja" in "".join(to_teks(b.isi) for b in model.ikhtisar if hasattr(b, "isi"))


def test_sentences_speak_of_the_whole_or_of_its_parts(model: Lkjip) -> None:
    s1 = model.akuntabilitas.daftar_sasaran[0]
    assert (
        "Target Banyak paket tahun 2024 adalah 2\u00a0dokumen; 4\u00a0kegiatan dan realisasinya "
        "2\u00a0dokumen; 3\u00a0kegiatan, sehingga capaiannya 87,50% dengan predikat"
    ) in _teks(s1.a)
    assert "Banyak dokumen tahun" not in _teks(s1.a)
    assert "Realisasi Banyak kegiatan tahun 2024 (3 kegiatan) lebih tinggi daripada" in _teks(s1.b)
    assert "Banyak paket" not in _teks(s1.b)
    assert "Target Banyak paket pada akhir rencana (2026) adalah 4\u00a0dokumen; 6\u00a0kegiatan" in _teks(s1.c)
    assert "nilai provinsi tahun 2024 9 kegiatan" in _teks(s1.d)
    assert s1.d.baris[1].keterangan == "Dibandingkan bagian demi bagian."
    assert "Banyak paket" not in _teks(s1.d)
    assert "Banyak kegiatan" not in _teks(s1.f)


def test_only_the_analysis_of_the_whole_is_missed(model: Lkjip) -> None:
    s1 = model.akuntabilitas.daftar_sasaran[0]
    assert s1.h.baris[3].penyebab
    assert f"Tabel {s1.h.nomor}: analisis penyebab untuk Banyak paket belum diisi." in model.daftar_cacat
    assert not any("Banyak dokumen" in cacat or "Banyak kegiatan" in cacat for cacat in model.daftar_cacat)


def test_a_disputed_part_is_footnoted_once_for_all_its_cells(model: Lkjip) -> None:
    catatan = [
        (to_teks(satu.isi), satu.identitas)
        for satu in model.akuntabilitas.daftar_sasaran[0].a.catatan
        if "Dipakai 2 (Rekap)" in to_teks(satu.isi)
    ]
    ((isi, identitas),) = catatan
    assert isi == "Bertentangan, belum ditetapkan. Dipakai 2 (Rekap)."
    assert {satu.split(":")[1] for satu in identitas} == {
        f"{kode}/{besaran}" for kode in ("paket", "dokumen") for besaran in ("realisasi", "capaian", "predikat")
    }


def test_a_record_of_the_whole_is_footnoted_as_its_rival(data: TahunInstansi) -> None:
    """A package refuses such a record; made by hand it is still not lost."""
    lain = NilaiTercatat(indikator="paket", periode=TAHUN, nilai=Bilangan(Angka(9), "paket"), sumber="Naskah")
    polos = (replace(satu, nilai=replace(satu.nilai, tanda=())) for satu in data.daftar_nilai_tercatat)
    hasil = HasilTahun(replace(data, daftar_nilai_tercatat=(*polos, lain)))
    isi = [to_teks(satu.isi) for satu in compile_lkjip(hasil).akuntabilitas.ringkasan.catatan]
    dipakai = "2\u00a0dokumen; 3\u00a0kegiatan (Rekap)"
    assert f"Bertentangan, belum ditetapkan. Dipakai {dipakai}; sumber lain mencatat 9 (Naskah)." in isi


def test_the_annex_shows_whole_and_parts_with_their_data_quality(model: Lkjip) -> None:
    cara = {satu.nama: satu for satu in model.daftar_cara_hitung}
    assert list(cara)[:4] == [nama for nama, _ in BERURUTAN]
    assert cara["Banyak paket"].rumus.keterangan == (
        "Majemuk; capaiannya rata-rata capaian bagiannya. Bagiannya: Banyak dokumen; Banyak kegiatan."
    )
    assert "Capaian Banyak paket = (100% + 75%) / 2 = 87,5%. 2 bagian." in cara["Banyak paket"].daftar_langkah
    assert cara["Banyak dokumen"].daftar_mutu == (
        ButirMutu(nama="Cara pengumpulan", isi="Arsip."),
        ButirMutu(nama="Cakupan", isi="Semua bidang."),
        ButirMutu(nama="Waktu", isi=""),
        ButirMutu(nama="Keterbatasan", isi=""),
        ButirMutu(nama="Pemeriksaan", isi=""),
    )


def test_the_method_tells_how_wholes_are_made(model: Lkjip, data: TahunInstansi) -> None:
    butir = {satu.nama: to_teks(satu.isi) for satu in model.akuntabilitas.metode.daftar_kebijakan}
    assert butir["Indikator majemuk"] == (
        "Capaiannya rata-rata capaian bagiannya; batas dikenakan sesudahnya. "
        "Bagian tanpa nilai membuat capaiannya tidak dinyatakan."
    )
    nol = replace(data.kebijakan, tidak_lapor=KebijakanTidakLapor.NOL)
    lain = compile_lkjip(HasilTahun(replace(data, kebijakan=nol))).akuntabilitas.metode.daftar_kebijakan
    assert "Bagian yang tidak dilaporkan dihitung dengan capaian 0%." in to_teks(
        next(satu.isi for satu in lain if satu.nama == "Indikator majemuk")
    )
    assert "Indikator majemuk" not in {
        satu.nama for satu in compile_lkjip(HasilTahun(MINI)).akuntabilitas.metode.daftar_kebijakan
    }


def test_the_quarterly_form_prints_the_parts_below(data: TahunInstansi) -> None:
    triwulan = compile_pengukuran(HasilTahun(data), daftar_triwulan=(4,)).daftar_triwulan[0]
    baris = triwulan.daftar_sasaran[0].daftar_indikator
    assert [(satu.nama, satu.is_bagian) for satu in baris] == BERURUTAN
    assert [satu.capaian.tercetak for satu in baris[1:]] == ["87,50%", "100,00%", "75,00%"]
    assert all(not satu.daftar_anggaran for satu in baris[2:])
    assert (triwulan.terukur, triwulan.jumlah) == (4, 5)


def test_agreement_plan_and_cascade_print_what_was_promised(data: TahunInstansi) -> None:
    hasil = HasilTahun(data)
    perjanjian = compile_perjanjian(hasil).daftar_sasaran[0].daftar_indikator
    assert [(satu.nama, satu.target.tercetak) for satu in perjanjian] == [
        ("Cakupan layanan", "80%"), ("Banyak paket", "2\u00a0dokumen; 4\u00a0kegiatan"),
    ]  # fmt: skip
    renstra = compile_renstra(hasil).daftar_tujuan[0].daftar_sasaran[0].daftar_indikator[1]
    assert renstra.daftar_target[-1].tercetak == "4\u00a0dokumen; 6\u00a0kegiatan"
    keterkaitan = compile_keterkaitan(hasil).daftar_sasaran[0].daftar_indikator[1]
    assert keterkaitan.realisasi_lalu.tercetak == "–; 1\u00a0kegiatan"
