"""The forms as layouts: sound tables, every cell of the model on the page, groups that survive a page break."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from data_formulir import DATA, list_sel, make_hasil
from tolok.core.anggaran import EdisiPagu, Pagu, Pemetaan, Realisasi, SimpulAnggaran, TingkatAnggaran
from tolok.core.dokumen.sel import Sel
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.penyusun.keterkaitan import compile_keterkaitan
from tolok.core.penyusun.pengukuran import compile_pengukuran
from tolok.core.penyusun.perjanjian import compile_perjanjian
from tolok.core.penyusun.realisasi_anggaran import compile_realisasi_anggaran
from tolok.core.penyusun.renstra import compile_renstra
from tolok.core.periode import Periode
from tolok.core.rencana import JenisSimpul, SimpulRencana
from tolok.core.rumus.parser import parse_rumus
from tolok.render.kisi import place_tabel
from tolok.render.pdf import render_pdf
from tolok.render.susunan.formulir import bagi_rata
from tolok.render.susunan.keterkaitan import layout_keterkaitan
from tolok.render.susunan.pengukuran import layout_pengukuran
from tolok.render.susunan.perjanjian import layout_perjanjian, seksi_perjanjian
from tolok.render.susunan.realisasi_anggaran import layout_realisasi_anggaran
from tolok.render.susunan.renstra import layout_renstra
from tolok.render.susunan.rumus import measure_rumus
from tolok.render.tata_letak import (
    Gambar,
    Judul,
    Matematika,
    Naskah,
    Paragraf,
    SelTabel,
    Tabel,
    TandaTangan,
    Teks,
    TeksGambar,
)

FORMULIR: dict[str, tuple[Callable[[HasilTahun], Any], Callable[[Any], Naskah]]] = {
    "pengukuran": (compile_pengukuran, layout_pengukuran),
    "perjanjian": (compile_perjanjian, layout_perjanjian),
    "keterkaitan": (compile_keterkaitan, layout_keterkaitan),
    "renstra": (compile_renstra, layout_renstra),
    "realisasi": (compile_realisasi_anggaran, layout_realisasi_anggaran),
}


def _banyak_kegiatan(banyak: int) -> dict[str, Any]:
    """Return the fields of the small agency with so many more kegiatan below program 1."""
    kode = [f"1.{nomor}" for nomor in range(3, banyak + 3)]
    return {
        "daftar_anggaran": (
            *DATA.daftar_anggaran,
            *(SimpulAnggaran(kode=k, induk="1", tingkat=TingkatAnggaran.KEGIATAN, nama=f"Kegiatan {k}") for k in kode),
        ),
        "daftar_pagu": (*DATA.daftar_pagu, *(Pagu(edisi=e, kode=k, sen=100) for k in kode for e in ("murni", "ubah"))),
        "daftar_realisasi": (
            *DATA.daftar_realisasi,
            *(Realisasi(kode=k, periode=Periode(2020, n), sen=100) for k in kode for n in (1, 2, 3, 4)),
        ),
    }


RAGAM: dict[str, dict[str, Any]] = {
    "biasa": {},
    "banyak kegiatan": _banyak_kegiatan(30),
    "tanpa pemetaan": {"daftar_pemetaan": ()},
    "hanya sasaran": {"daftar_pemetaan": (Pemetaan(edisi="m1", kode="2", simpul="s2"),)},
    "tanpa target": {"daftar_target": ()},
    "tanpa pagu laporan": {"pagu_laporan": "", "pagu_triwulan": ()},
    "empat edisi": {
        "daftar_edisi_pagu": (
            *DATA.daftar_edisi_pagu,
            *(
                EdisiPagu(id=f"e{n}", nomor=n, nama=f"Pergeseran {n}", jenis="pergeseran", cakupan="Semua.")
                for n in (3, 4)
            ),
        )
    },
    "dua tujuan": {
        "daftar_simpul": (
            *DATA.daftar_simpul,
            SimpulRencana(edisi="r1", id="t2", jenis=JenisSimpul.TUJUAN, uraian="Tata kelola"),
            SimpulRencana(edisi="r1", id="s3", jenis=JenisSimpul.SASARAN, uraian="Lepas"),
        )
    },
}


def _susun(jenis: str, **ganti: Any) -> tuple[Any, Naskah]:
    compile_satu, layout = FORMULIR[jenis]
    model = compile_satu(make_hasil(**ganti))
    return model, layout(model)


def _blok(naskah: Naskah, jenis: type) -> list[Any]:
    return [blok for seksi in naskah.seksi for blok in seksi.blok if isinstance(blok, jenis)]


def _paragraf(naskah: Naskah) -> Iterator[Paragraf]:
    for seksi in naskah.seksi:
        for blok in seksi.blok:
            if isinstance(blok, Paragraf):
                yield blok
            if isinstance(blok, Tabel):
                yield from (p for baris in (*blok.kepala, *blok.baris) for sel in baris for p in sel.isi)
                yield from blok.catatan


def _sel(naskah: Naskah) -> set[tuple[str, str | None]]:
    daftar = {
        (isi.sel.tercetak, isi.sel.identitas)
        for paragraf in _paragraf(naskah)
        for isi in paragraf.isi
        if isinstance(isi, Teks) and isi.sel
    }
    gambar = {(b.teks, b.identitas) for g in _blok(naskah, Gambar) for b in g.bentuk if isinstance(b, TeksGambar)}
    return daftar | gambar


def _teks(baris: tuple[SelTabel, ...]) -> list[str]:
    return ["".join(i.teks for p in sel.isi for i in p.isi if isinstance(i, Teks)) for sel in baris]


@pytest.mark.parametrize("ragam", RAGAM)
@pytest.mark.parametrize("jenis", FORMULIR)
def test_tables_fill_their_grid_and_every_cell_of_the_model_is_printed(jenis: str, ragam: str) -> None:
    model, naskah = _susun(jenis, **RAGAM[ragam])
    for tabel in _blok(naskah, Tabel):
        place_tabel(tabel)
    tercetak = _sel(naskah)
    for sel in list_sel(model):
        assert (sel.tercetak, sel.identitas) in tercetak
    assert naskah.penerbit == "Dinas Uji, Pemerintah Kota Contoh"
    assert naskah.tanggal.year == 2020


@pytest.mark.parametrize("jenis", FORMULIR)
def test_form_is_printed_as_pdf(jenis: str) -> None:
    _, naskah = _susun(jenis, **RAGAM["banyak kegiatan"])
    assert render_pdf(naskah).startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("jenis", "kolom"), [("pengukuran", 12), ("keterkaitan", 12), ("perjanjian", 5), ("realisasi", 6)]
)
def test_first_table_has_the_columns_of_the_form(jenis: str, kolom: int) -> None:
    _, naskah = _susun(jenis)
    assert len(_blok(naskah, Tabel)[0].lebar) == kolom


@pytest.mark.parametrize("jenis", ["pengukuran", "keterkaitan"])
def test_head_repeats_with_a_row_of_column_numbers(jenis: str) -> None:
    _, naskah = _susun(jenis)
    assert _teks(_blok(naskah, Tabel)[0].kepala[-1]) == [str(nomor) for nomor in range(1, 13)]


@pytest.mark.parametrize(("jenis", "paling_banyak"), [("pengukuran", 24), ("keterkaitan", 12)])
def test_no_cell_spans_more_rows_than_a_page_can_hold(jenis: str, paling_banyak: int) -> None:
    _, naskah = _susun(jenis, **RAGAM["banyak kegiatan"])
    tabel = _blok(naskah, Tabel)[0]
    assert max(sel.baris for baris in tabel.baris for sel in baris) <= paling_banyak
    lanjutan = [teks for baris in tabel.baris for teks in _teks(baris) if teks.startswith("Lanjutan: Warga terlayani")]
    assert lanjutan


def test_formula_of_the_quarter_is_mathematics_with_letters_and_counts() -> None:
    _, naskah = _susun("pengukuran")
    rumus = [i.simpul for p in _paragraf(naskah) for i in p.isi if isinstance(i, Matematika)]
    assert parse_rumus("[a] / [b] * 100%") in rumus
    assert parse_rumus("50 / 120 * 100%") in rumus
    teks = ["".join(i.teks for i in p.isi if isinstance(i, Teks)) for p in _paragraf(naskah)]
    assert "a = Terlayani: 50 orang" in teks
    assert "a = Kasus tahun lalu: –" in teks


def test_formula_too_wide_for_its_column_is_text_that_wraps() -> None:
    panjang = "fgt([Pengeluaran]; [Garis]; 0) * 100%"
    indikator = tuple(
        replace(satu, rumus=panjang) if satu.indikator == "i1" else satu for satu in DATA.daftar_indikator
    )
    _, naskah = _susun("pengukuran", daftar_indikator=indikator)
    assert any(isinstance(i, Teks) and "FGT(a; b; 0)" in i.teks for p in _paragraf(naskah) for i in p.isi)
    assert measure_rumus(parse_rumus("[a] / [bc]")) == 2
    assert measure_rumus(parse_rumus("[a] + [bc]")) == 6


def test_total_row_closes_the_table() -> None:
    _, naskah = _susun("pengukuran")
    akhir = [tabel.baris[-1] for tabel in _blok(naskah, Tabel)]
    assert [_teks(baris)[1:] for baris in akhir] == [
        ["Rp\u00a0300.000.000", "Rp\u00a010.000.000", "3,33%"],
        ["Rp\u00a0300.000.000", "Rp\u00a040.000.000", "13,33%"],
        ["Rp\u00a0200.000.000", "Rp\u00a080.000.000", "40,00%"],
        ["Rp\u00a0200.000.000", "Rp\u00a0150.000.000", "75,00%"],
    ]
    assert {sel.peran for baris in akhir for sel in baris} == {"total"}


def test_one_quarter_is_named_in_its_file() -> None:
    model = compile_pengukuran(make_hasil(), daftar_triwulan=(2,))
    assert layout_pengukuran(model).nama_berkas == "pengukuran-kinerja-2020-tw2"
    assert _susun("pengukuran")[1].nama_berkas == "pengukuran-kinerja-2020"


def test_agreement_is_signed_twice_by_both_parties_at_the_same_height() -> None:
    _, naskah = _susun("perjanjian")
    tanda = _blok(naskah, TandaTangan)
    assert len(tanda) == 2
    kiri, kanan = tanda[0].kolom
    assert len(kiri.atas) == len(kanan.atas)
    assert (kiri.atas[1], kanan.atas[1]) == ("Pihak Kedua,", "Pihak Pertama,")
    assert kanan.atas[0] == f"Contoh, {'.' * 30}"
    assert (kiri.bawah[0], kanan.bawah[0]) == ("Contoh Wali", "Contoh Dua")


def test_agreement_says_what_it_replaces_and_may_have_a_cover() -> None:
    hasil = make_hasil()
    ubah = compile_perjanjian(hasil)
    teks = " ".join("".join(i.teks for i in p.isi) for p in _paragraf(layout_perjanjian(ubah)))
    assert "menggantikan perjanjian kinerja tahun 2020 yang sebelumnya karena perubahan strategi" in teks
    assert "Nomor: ...." in teks
    assert layout_perjanjian(ubah).nama_berkas == "perjanjian-kinerja-2020-perubahan"
    assert len(layout_perjanjian(ubah, sampul=True).seksi) == len(seksi_perjanjian(ubah)) + 1
    murni = layout_perjanjian(compile_perjanjian(hasil, id_perjanjian="pk"))
    teks = " ".join("".join(i.teks for i in p.isi) for p in _paragraf(murni))
    assert "menggantikan" not in teks
    assert "Nomor 1/PK/2020 tanggal 10 Januari 2020" in teks
    assert "Terbilang: Tiga ratus juta rupiah." in teks


def test_agreement_without_number_or_date_says_it_waits_for_signing() -> None:
    hasil = make_hasil()
    murni, ubah = (layout_perjanjian(compile_perjanjian(hasil, id_perjanjian=satu)) for satu in ("pk", "pk-ubah"))
    assert murni.seksi[-1].kaki == "Perjanjian Kinerja Tahun 2020"
    assert ubah.seksi[-1].kaki == "Perubahan Perjanjian Kinerja Tahun 2020 · siap tanda tangan"


def test_unexplained_change_and_missing_total_print_nothing_false() -> None:
    perjanjian = (*DATA.daftar_perjanjian[:1], replace(DATA.daftar_perjanjian[1], alasan="", edisi_pagu=""))
    _, naskah = _susun("perjanjian", daftar_perjanjian=perjanjian)
    teks = " ".join("".join(i.teks for i in p.isi) for p in _paragraf(naskah))
    assert "yang sebelumnya." in teks
    assert "Terbilang" not in teks


def test_program_of_the_cascade_is_named_again_in_a_new_group() -> None:
    _, naskah = _susun("keterkaitan", **RAGAM["banyak kegiatan"])
    tabel = _blok(naskah, Tabel)[0]
    nama = [teks for baris in tabel.baris for teks in _teks(baris) if teks == "Program Layanan"]
    assert len(nama) >= 3
    jumlah = [teks for baris in tabel.baris for teks in _teks(baris) if teks.startswith("Jumlah ")]
    assert jumlah[:2] == ["Jumlah Program Layanan", "Jumlah sasaran 1"]


def test_cascade_program_without_kegiatan_is_one_row_with_its_amount() -> None:
    _, naskah = _susun("keterkaitan")
    baris = [_teks(satu) for satu in _blok(naskah, Tabel)[0].baris]
    assert [satu[-2:] for satu in baris if "Penunjang Urusan" in satu] == [["Penunjang Urusan", "Rp\u00a050.000.000"]]


def test_renstra_says_what_is_missing() -> None:
    _, naskah = _susun("renstra", daftar_pemetaan=(), **RAGAM["dua tujuan"])
    teks = [t for tabel in _blok(naskah, Tabel) for baris in tabel.baris for t in _teks(baris)]
    assert "Belum dipetakan ke sasaran ini" in teks
    judul = [blok.teks for blok in _blok(naskah, Judul)]
    assert [satu for satu in judul if satu.startswith("Tujuan ")] == [
        "Tujuan 1: Warga sejahtera",
        "Tujuan 2: Tata kelola",
        "Tujuan 3: belum dirumuskan",
    ]


def test_renstra_of_an_agency_without_duties_begins_with_its_goals() -> None:
    instansi = replace(DATA.instansi, tugas="", fungsi=())
    _, naskah = _susun("renstra", instansi=instansi)
    teks = " ".join("".join(i.teks for i in p.isi if isinstance(i, Teks)) for p in _paragraf(naskah))
    assert "Tugas:" not in teks


def test_more_editions_than_fit_get_a_table_of_their_own() -> None:
    _, tiga = _susun("realisasi")
    _, empat = _susun("realisasi", **RAGAM["empat edisi"])
    assert len(_blok(empat, Tabel)) == len(_blok(tiga, Tabel)) + 1


def test_edition_without_number_date_or_source_says_so() -> None:
    edisi = tuple(replace(satu, nomor_dokumen="", tanggal=None, sumber="") for satu in DATA.daftar_edisi_pagu)
    _, naskah = _susun("realisasi", daftar_edisi_pagu=edisi)
    assert [_teks(baris)[3] for baris in _blok(naskah, Tabel)[0].baris] == ["Tidak diketahui", "Tidak diketahui"]
    _, naskah = _susun("realisasi")
    assert _teks(_blok(naskah, Tabel)[0].baris[0])[3] == "DPA 1/2020 tanggal 3 Januari 2020"


@pytest.mark.parametrize(("jumlah", "hasil"), [(1, (1,)), (7, (7,)), (8, (4, 4)), (15, (5, 5, 5)), (16, (6, 5, 5))])
def test_groups_are_few_and_about_equally_long(jumlah: int, hasil: tuple[int, ...]) -> None:
    assert sorted(bagi_rata(jumlah, 7), reverse=True) == list(hasil)


def test_printed_text_of_a_cell_is_that_of_its_quantity() -> None:
    for jenis in FORMULIR:
        _, naskah = _susun(jenis)
        for paragraf in _paragraf(naskah):
            for isi in paragraf.isi:
                if isinstance(isi, Teks) and isinstance(isi.sel, Sel):
                    assert isi.teks == isi.sel.tercetak
