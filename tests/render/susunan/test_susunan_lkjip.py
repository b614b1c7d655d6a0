"""The LKjIP laid out: order of the parts, tables that hold together, cells that keep their identity."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from instansi_mini import MINI
from tolok.contoh import path_contoh
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.instansi import TahunInstansi
from tolok.core.kebijakan import Kebijakan
from tolok.core.penyusun.lkjip import compile_lkjip
from tolok.core.rencana import JenisSimpul, SimpulRencana
from tolok.paket.muat import load_paket
from tolok.render.identitas import collect_identitas
from tolok.render.kisi import place_tabel
from tolok.render.susunan.lkjip import layout_lkjip
from tolok.render.tata_letak import (
    Blok,
    DaftarButir,
    DaftarGambar,
    DaftarIsi,
    DaftarTabel,
    Gambar,
    Judul,
    Matematika,
    Naskah,
    Paragraf,
    SelTabel,
    Tabel,
    Teks,
)


def susun(data: TahunInstansi) -> Naskah:
    return layout_lkjip(compile_lkjip(HasilTahun(data)))


@pytest.fixture(scope="module")
def mini() -> Naskah:
    return susun(MINI)


@pytest.fixture(scope="module")
def probolinggo() -> Naskah:
    return susun(load_paket(path_contoh("probolinggo-2020")))


def semua_blok(naskah: Naskah) -> Iterator[Blok]:
    for seksi in naskah.seksi:
        yield from seksi.blok


def daftar_judul(naskah: Naskah, tingkat: int) -> list[str]:
    return [
        f"{blok.nomor} {blok.teks}".strip()
        for blok in semua_blok(naskah)
        if isinstance(blok, Judul) and blok.tingkat == tingkat
    ]


def tabel(naskah: Naskah, nomor: str) -> Tabel:
    (satu,) = [blok for blok in semua_blok(naskah) if isinstance(blok, Tabel) and blok.nomor == nomor]
    return satu


def teks_paragraf(paragraf: Paragraf) -> str:
    return "".join(isi.teks for isi in paragraf.isi if isinstance(isi, Teks))


def teks_sel(sel: SelTabel) -> str:
    return "\n".join(teks_paragraf(paragraf) for paragraf in sel.isi)


def baris(naskah: Naskah, nomor: str) -> list[list[str]]:
    return [[teks_sel(sel) for sel in satu] for satu in tabel(naskah, nomor).baris]


def test_urutan_bagian_dari_sampul_sampai_lampiran(mini: Naskah) -> None:
    assert daftar_judul(mini, 1) == [
        "KATA PENGANTAR",
        "IKHTISAR EKSEKUTIF",
        "DAFTAR ISI",
        "DAFTAR TABEL",
        "DAFTAR GAMBAR",
        "BAB I PENDAHULUAN",
        "BAB II PERENCANAAN KINERJA",
        "BAB III AKUNTABILITAS KINERJA",
        "BAB IV PENUTUP",
        "LAMPIRAN",
    ]
    assert [judul for judul in daftar_judul(mini, 2) if judul.startswith("Lampiran")] == [
        "Lampiran 1. Renstra 2024–2026",
        "Lampiran 2. Perjanjian Kinerja Tahun 2024",
        "Lampiran 3. Pengukuran Kinerja Triwulan I–IV Tahun 2024",
        "Lampiran 4. Penghargaan",
        "Lampiran 5. Cara Setiap Angka Dihitung",
    ]


def test_tidak_ada_pernyataan_reviu_yang_terisi_lebih_dahulu(mini: Naskah) -> None:
    assert not any("reviu" in judul.lower() for tingkat in (1, 2, 3) for judul in daftar_judul(mini, tingkat))


def test_bagian_depan_bernomor_romawi_dan_isi_bernomor_arab(mini: Naskah) -> None:
    assert [(seksi.nomor_halaman, seksi.mulai) for seksi in mini.seksi[:3]] == [
        ("", None),
        ("romawi", 2),
        ("arab", 1),
    ]
    assert all((seksi.nomor_halaman, seksi.mulai) == ("arab", None) for seksi in mini.seksi[3:])


def test_bagian_depan_memuat_daftar_isi_tabel_dan_gambar(mini: Naskah) -> None:
    jenis = [type(blok) for blok in mini.seksi[1].blok]
    assert [satu for satu in jenis if satu in (DaftarIsi, DaftarTabel, DaftarGambar)] == [
        DaftarIsi,
        DaftarTabel,
        DaftarGambar,
    ]


def test_nomor_tabel_dan_gambar_tidak_berulang(probolinggo: Naskah) -> None:
    tabel_ = [blok.nomor for blok in semua_blok(probolinggo) if isinstance(blok, Tabel) and blok.nomor]
    gambar = [blok.nomor for blok in semua_blok(probolinggo) if isinstance(blok, Gambar) and blok.nomor]
    assert len(set(tabel_)) == len(tabel_)
    assert {f"3.1.{k}.{huruf}" for k in (1, 2, 3) for huruf in "ABCDEFGHI"} < set(tabel_)
    assert gambar == ["1.2", "3.1", "3.2"]


@pytest.mark.parametrize("nama", ["mini", "probolinggo"])
def test_sel_setiap_tabel_mengisi_kisinya_tanpa_lubang(nama: str, request: pytest.FixtureRequest) -> None:
    naskah: Naskah = request.getfixturevalue(nama)
    jumlah = 0
    for blok in semua_blok(naskah):
        if isinstance(blok, Tabel):
            place_tabel(blok)
            jumlah += 1
    assert jumlah > 20


@pytest.mark.parametrize("nama", ["mini", "probolinggo"])
def test_setiap_angka_beridentitas_tercetak_sama_dengan_hitungannya(nama: str, request: pytest.FixtureRequest) -> None:
    data = MINI if nama == "mini" else load_paket(path_contoh("probolinggo-2020"))
    hasil = HasilTahun(data)
    daftar = collect_identitas(request.getfixturevalue(nama))
    assert len(daftar) > 300
    for satu in daftar:
        assert satu.tercetak == hasil.cari(satu.identitas).tercetak


def test_tabel_a_mencetak_tanda_catatan_di_samping_nilai(mini: Naskah) -> None:
    assert baris(mini, "3.1.1.A") == [["Cakupan layanan", "80%", "75,00%¹", "93,75%¹", "Sangat tinggi¹"]]
    assert teks_paragraf(tabel(mini, "3.1").catatan[0]).startswith("¹ Bertentangan, belum ditetapkan. Dipakai 75,00%")


def test_ringkasan_mencetak_rata_rata_dengan_cakupannya(mini: Naskah) -> None:
    isi = baris(mini, "3.1")
    assert isi[1] == ["Rata-rata sasaran 1 (1 dari 1 indikator)", "93,75%", "Sangat tinggi"]
    assert isi[-1] == ["Rata-rata Dincon (3 dari 4 indikator)", "91,25%", "Sangat tinggi"]


def test_standar_nasional_tidak_pernah_kosong(mini: Naskah) -> None:
    assert baris(mini, "3.1.1.D") == [
        ["Cakupan layanan", "75,00%¹", "Tidak ada standar nasional", "Tidak dibandingkan."]
    ]
    miskin, kla, _ = baris(mini, "3.1.2.D")
    assert miskin[2:] == ["nasional 2023: 9%", "Sumber nasional: BPS."]
    assert kla[2:] == ["Tidak ada standar nasional", "Belum terbit. Belum diumumkan."]


def test_analisis_kosong_tercetak_belum_diisi(mini: Naskah) -> None:
    assert [satu[3:] for satu in baris(mini, "3.1.2.H")] == [["Belum diisi", "Belum diisi"]] * 3
    assert baris(mini, "3.1.1.H")[0][3:] == ["Capaian 93,75% di bawah target.", "• Menambah petugas.\n• Membuka pos."]


def test_program_pendukung_membentang_di_samping_indikatornya(mini: Naskah) -> None:
    assert baris(mini, "3.1.1.I") == [
        ["Cakupan layanan", "80%", "75,00%¹", "Program Layanan", ""],
        ["Kegiatan Layanan", "90,00%"],
    ]
    assert baris(mini, "3.1.2.I")[0][3:] == ["Melalui program seluruh sasaran", ""]


def test_tabel_anggaran_berakhir_dengan_jumlah(mini: Naskah) -> None:
    assert baris(mini, "3.2")[-1] == ["Jumlah", "Rp\u00a01.000.000.000", "Rp\u00a0860.000.000", "86,00%"]
    assert tabel(mini, "3.2").baris[0][1].peran == "program"


def test_rumus_kebijakan_dan_cara_hitung_adalah_matematika(mini: Naskah) -> None:
    matematika = [
        isi
        for blok in semua_blok(mini)
        for paragraf in ([blok] if isinstance(blok, Paragraf) else [])
        for isi in paragraf.isi
        if isinstance(isi, Matematika)
    ]
    assert len(matematika) == 2
    sel = [s for b in semua_blok(mini) if isinstance(b, Tabel) and not b.nomor for r in b.baris for s in r]
    assert any(isinstance(isi, Matematika) for s in sel for p in s.isi for isi in p.isi)


def test_isu_dan_dasar_hukum_menjadi_daftar(mini: Naskah) -> None:
    butir = [
        "".join(isi.teks for isi in satu if isinstance(isi, Teks))
        for blok in semua_blok(mini)
        if isinstance(blok, DaftarButir)
        for satu in blok.butir
    ]
    assert "Data belum lengkap." in butir
    assert "Perpres 29 Tahun 2014 tentang SAKIP." in butir


def test_instansi_hampir_kosong_tetap_tersusun() -> None:
    kosong = TahunInstansi(instansi=MINI.instansi, tahun=2024, kebijakan=Kebijakan(), rencana_berlaku="")
    naskah = susun(kosong)
    teks = [teks_paragraf(blok) for blok in semua_blok(naskah) if isinstance(blok, Paragraf)]
    assert "Belum diisi: susunan organisasi." in teks
    assert "Belum diisi: landasan hukum." in teks
    for blok in semua_blok(naskah):
        if isinstance(blok, Tabel):
            place_tabel(blok)


def test_sasaran_yang_belum_dipetakan_dan_unit_lepas_tetap_tercetak() -> None:
    unit = (*MINI.daftar_unit, replace(MINI.daftar_unit[1], id="lepas", nama="Unit Lepas", induk="dinas", tugas=""))
    naskah = susun(replace(MINI, daftar_pemetaan=(), daftar_unit=unit))
    assert baris(naskah, "3.1.1.I")[0][3:] == ["Belum dipetakan", ""]
    assert baris(naskah, "1.2")[-1] == ["3", "Unit Lepas", "Belum diisi"]


def test_rencana_tanpa_tujuan_dan_tujuan_tanpa_sasaran_tetap_tercetak() -> None:
    lain = replace(MINI.daftar_edisi_rencana[0], id="rpd", nama="RPD 2023–2026")
    simpul = (
        SimpulRencana(edisi="rpd", id="r1", jenis=JenisSimpul.SASARAN, uraian="Sasaran lepas"),
        SimpulRencana(edisi="rpd", id="r2", jenis=JenisSimpul.TUJUAN, uraian="Tujuan kosong"),
    )
    naskah = susun(
        replace(
            MINI,
            daftar_edisi_rencana=(*MINI.daftar_edisi_rencana, lain),
            daftar_simpul=(*MINI.daftar_simpul, *simpul),
        )
    )
    assert "2.1.2 RPD 2023–2026" in daftar_judul(naskah, 3)
    teks = [teks_paragraf(blok) for blok in semua_blok(naskah) if isinstance(blok, Paragraf)]
    assert "Tujuan: Tujuan kosong." in teks
    assert "Tujuan: ." not in teks


def test_naskah_bernama_menurut_tahun(mini: Naskah) -> None:
    assert (mini.nama_berkas, mini.data) == ("lkjip-2024", {"instansi": "mini", "tahun": "2024"})
