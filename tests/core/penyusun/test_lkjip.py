"""The LKjIP compiled: printed values of a hand-checked agency and of the published year 2020."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from datetime import date

import pytest

from instansi_mini import AWAL, JUTA, MINI, TAHUN, persen
from tolok.contoh import path_contoh
from tolok.core.anggaran import Pagu, Pemetaan, Realisasi, SimpulAnggaran, TingkatAnggaran
from tolok.core.angka import Angka
from tolok.core.dokumen.lkjip import CapaianSasaran, Lkjip
from tolok.core.dokumen.sel import Sel
from tolok.core.dokumen.tabel import TabelIsi
from tolok.core.dokumen.teks import BlokTeks, Butir, to_teks
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.indikator import NilaiTercatat, Target
from tolok.core.instansi import TahunInstansi
from tolok.core.kebijakan import (
    DalamRentang,
    DasarHitung,
    Kebijakan,
    KebijakanTidakLapor,
    RataRata,
    RumusEfisiensi,
    RumusTurun,
)
from tolok.core.narasi import NarasiTidakTerbaca
from tolok.core.naskah import Narasi, Penandatangan
from tolok.core.nilai import BelumAda, JenisTanda, Tanda
from tolok.core.penyusun.catatan import compile_catatan
from tolok.core.penyusun.lkjip import compile_lkjip
from tolok.core.penyusun.lkjip.metode import RUMUS_CAPAIAN_TURUN, RUMUS_EFISIENSI, list_kelas
from tolok.core.penyusun.uang import TANPA_EDISI
from tolok.core.periode import Periode
from tolok.core.rencana import EdisiRencana, JenisSimpul, SimpulRencana
from tolok.core.skala import Kelas, Skala
from tolok.paket.muat import load_paket


def susun(data: TahunInstansi = MINI, **lain: object) -> Lkjip:
    return compile_lkjip(HasilTahun(replace(data, **lain)))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def mini() -> Lkjip:
    return susun()


@pytest.fixture(scope="module")
def probolinggo() -> Lkjip:
    return susun(load_paket(path_contoh("probolinggo-2020")))


def teks_blok(daftar: tuple[BlokTeks, ...]) -> str:
    return "\n".join(
        "\n".join(to_teks(butir) for butir in blok.daftar) if isinstance(blok, Butir) else to_teks(blok.isi)
        for blok in daftar
    )


def teks_tabel(tabel: TabelIsi[object]) -> str:
    return "\n".join(to_teks(kalimat) for kalimat in tabel.pengantar)


def teks_catatan(tabel: TabelIsi[object]) -> list[str]:
    return [to_teks(satu.isi) for satu in tabel.catatan]


def sasaran(model: Lkjip, nomor: int) -> CapaianSasaran:
    return model.akuntabilitas.daftar_sasaran[nomor - 1]


def kumpulkan_sel(isi: object) -> list[Sel]:
    """Return every cell of a model, in order."""
    if isinstance(isi, Sel):
        return [isi]
    if isinstance(isi, tuple):
        return [sel for satu in isi for sel in kumpulkan_sel(satu)]
    if is_dataclass(isi):
        return [sel for bidang in fields(isi) for sel in kumpulkan_sel(getattr(isi, bidang.name))]
    return []


# --- a hand-checked agency -------------------------------------------------------------------------------------------


def test_tabel_a_sampai_i_mencetak_nilai_yang_dihitung_dengan_tangan(mini: Lkjip) -> None:
    s = sasaran(mini, 1)
    a, c, e, f, g = s.a.baris[0], s.c.baris[0], s.e.baris[0], s.f.baris[0], s.g.baris[0]
    assert [sel.tercetak for sel in (a.target, a.realisasi, a.capaian, a.predikat)] == [
        "80%", "75,00%", "93,75%", "Sangat tinggi",
    ]  # fmt: skip
    assert [sel.tercetak for sel in s.b.baris[0].daftar_realisasi] == ["70,00%", "75,00%"]
    assert [sel.tercetak for sel in (c.target_akhir, c.realisasi, c.tingkat_kemajuan)] == ["90%", "75,00%", "83,33%"]
    assert c.sumber == "Dokumen renstra"
    assert [sel.tercetak for sel in (e.pagu, e.bagian)] == ["Rp\u00a0600.000.000", "60,00%"]
    assert [sel.tercetak for sel in (f.pagu, f.realisasi_anggaran, f.serapan)] == [
        "Rp\u00a0600.000.000", "Rp\u00a0540.000.000", "90,00%",
    ]  # fmt: skip
    assert (g.efisiensi.tercetak, g.bacaan) == ("96,00%", "Tidak dinyatakan efisien karena capaian di bawah 100%.")


def test_nomor_tabel_mengikuti_sasaran(mini: Lkjip) -> None:
    s = sasaran(mini, 2)
    assert [getattr(s, huruf).nomor for huruf in "abcdefghi"] == [f"3.1.2.{huruf}" for huruf in "ABCDEFGHI"]


def test_besaran_yang_sama_beridentitas_sama_di_tabel_a_f_dan_g(mini: Lkjip) -> None:
    s = sasaran(mini, 1)
    assert s.a.baris[0].capaian == s.f.baris[0].capaian == s.g.baris[0].capaian
    assert s.f.baris[0].serapan == s.g.baris[0].serapan
    assert (
        s.a.baris[0].realisasi == s.b.baris[0].daftar_realisasi[-1] == s.c.baris[0].realisasi == s.h.baris[0].realisasi
    )
    assert s.a.baris[0].capaian.identitas == "mini/2024/tahun/indikator:cakupan/capaian"


@pytest.mark.parametrize("nama", ["mini", "probolinggo"])
def test_setiap_sel_beridentitas_tercetak_sama_dengan_hitungan_ulangnya(
    nama: str, request: pytest.FixtureRequest
) -> None:
    model: Lkjip = request.getfixturevalue(nama)
    data = MINI if nama == "mini" else load_paket(path_contoh("probolinggo-2020"))
    ulang = HasilTahun(data)
    daftar = [sel for sel in kumpulkan_sel(model) if sel.identitas]
    assert len(daftar) > 200
    for sel in daftar:
        assert sel.identitas is not None
        hasil = ulang.cari(sel.identitas)
        assert sel.nilai is not None
        assert sel.tercetak == hasil.tercetak
        assert replace(sel.nilai, tanda=()) == replace(hasil.nilai, tanda=())


def test_ringkasan_mencetak_n_dari_m_dan_predikat(mini: Lkjip) -> None:
    rata = mini.akuntabilitas.rata_rata_instansi
    assert (rata.rata_rata.tercetak, rata.terukur, rata.jumlah, rata.predikat.tercetak) == (
        "91,25%", 3, 4, "Sangat tinggi",
    )  # fmt: skip
    kedua = mini.akuntabilitas.ringkasan.baris[1].rata_rata
    assert (kedua.rata_rata.tercetak, kedua.terukur, kedua.jumlah) == ("90,00%", 2, 3)
    assert "hanya 66,67% indikator yang terukur" in teks_catatan(mini.akuntabilitas.ringkasan)[-1]
    assert mini.akuntabilitas.ringkasan.tanda(kedua.predikat) == mini.akuntabilitas.ringkasan.catatan[-1].nomor


def test_nilai_bertentangan_menyebut_kedua_nilai_dan_sumbernya(mini: Lkjip) -> None:
    assert teks_catatan(mini.akuntabilitas.ringkasan)[0] == (
        "Bertentangan, belum ditetapkan. Dipakai 75,00% (Register); sumber lain mencatat 78% (Naskah lama, Tabel 1)."
    )
    tabel = sasaran(mini, 1).a
    assert teks_catatan(tabel) == ["Bertentangan, belum ditetapkan; lihat catatan 1 di bawah Tabel 3.1."]
    assert tabel.tanda(tabel.baris[0].realisasi) == "1"
    assert tabel.tanda(tabel.baris[0].capaian) == "1"
    assert tabel.tanda(tabel.baris[0].target) == ""


def test_keadaan_dan_tanda_menjadi_catatan(mini: Lkjip) -> None:
    assert teks_catatan(sasaran(mini, 2).a) == [
        "Nilai dari luar. Diterbitkan BPS.",
        "Tidak dievaluasi. Evaluasi ditunda.",
        "Nilai dari luar. Tanpa rincian, menurut Register.",
    ]


def test_pembanding_kosong_dan_pembanding_tanpa_nilai_dibedakan(mini: Lkjip) -> None:
    miskin, kla, waktu = sasaran(mini, 2).d.baris
    assert [(satu.nilai.tercetak, satu.cakupan, satu.tahun, satu.sumber) for satu in miskin.daftar] == [
        ("9%", "nasional", 2023, "BPS")
    ]
    assert (kla.daftar, kla.keterangan) == ((), "Belum terbit. Belum diumumkan.")
    assert (waktu.daftar, waktu.keterangan) == ((), "")


def test_anggaran_yang_dipetakan_ke_sasaran_disebut_sekali(mini: Lkjip) -> None:
    s = sasaran(mini, 2)
    assert [baris.pagu.tercetak for baris in s.e.baris] == ["–", "–", "–", "Rp\u00a0200.000.000"]
    assert teks_tabel(s.e) == (
        "Anggaran untuk seluruh sasaran ini sebesar Rp\u00a0200.000.000 atau 20,00% dari pagu perubahan "
        "sebesar Rp\u00a01.000.000.000."
    )
    assert teks_catatan(s.e) == ["Anggaran dipetakan ke sasaran, tidak ke indikator ini; lihat baris seluruh sasaran."]
    assert [baris.is_bersama for baris in s.i.baris] == [True, True, True, False]
    assert [program.nama for program in s.i.baris[-1].daftar_program] == ["Program Layanan", "Kegiatan Perlindungan"]
    assert s.i.baris[-1].daftar_program[0].serapan is None
    assert s.g.baris[0].bacaan == "Tidak dinyatakan karena anggaran dipetakan ke seluruh sasaran."
    assert s.f.baris[-1].capaian is None


def test_indikator_tunggal_memakai_semua_anggaran_sasarannya(mini: Lkjip) -> None:
    (baris,) = sasaran(mini, 1).i.baris
    assert [(p.nama, p.serapan and p.serapan.tercetak) for p in baris.daftar_program] == [
        ("Program Layanan", None),
        ("Kegiatan Layanan", "90,00%"),
    ]


def test_subkegiatan_hanya_disebut_bila_dipetakan_sendiri() -> None:
    def tambah(kode: str) -> SimpulAnggaran:
        return SimpulAnggaran(kode=kode, induk="1.1", tingkat=TingkatAnggaran.SUBKEGIATAN, nama=f"Sub {kode}")

    pagu = tuple(replace(satu, kode="1.1.1") if satu.kode == "1.1" else satu for satu in MINI.daftar_pagu)
    lengkap = replace(
        MINI,
        daftar_anggaran=(*MINI.daftar_anggaran[:2], tambah("1.1.1"), tambah("1.1.2"), *MINI.daftar_anggaran[2:]),
        daftar_pagu=(
            *pagu,
            Pagu(edisi="perubahan", kode="1.1.2", sen=JUTA),
            Pagu(edisi="murni", kode="1.1.2", sen=JUTA),
        ),
        daftar_realisasi=(Realisasi(kode="1.1.1", periode=Periode(2024, 4), sen=JUTA), *MINI.daftar_realisasi[1:]),
    )
    nama = [p.nama for p in sasaran(susun(lengkap), 1).i.baris[0].daftar_program]
    assert nama == ["Program Layanan", "Kegiatan Layanan"]
    peta = (Pemetaan(edisi="peta", kode="1.1.1", simpul="s1"), MINI.daftar_pemetaan[1])
    nama = [p.nama for p in sasaran(susun(lengkap, daftar_pemetaan=peta), 1).i.baris[0].daftar_program]
    assert nama == ["Program Layanan", "Kegiatan Layanan", "Sub 1.1.1"]


def test_sasaran_tanpa_anggaran_dinyatakan_belum_dipetakan() -> None:
    model = susun(daftar_pemetaan=())
    assert sasaran(model, 1).i.baris[0].daftar_program == ()
    assert "Tabel 3.1.1.I: belum ada program atau kegiatan untuk Cakupan layanan." in model.daftar_cacat
    assert teks_tabel(sasaran(model, 1).i).startswith("Belum ada program")


def test_analisis_terbaca_dan_yang_kosong_menjadi_cacat(mini: Lkjip) -> None:
    baris = sasaran(mini, 1).h.baris[0]
    assert teks_blok(baris.penyebab) == "Capaian 93,75% di bawah target."
    assert teks_blok(baris.solusi) == "Menambah petugas.\nMembuka pos."
    assert "Tabel 3.1.2.H: solusi untuk Penduduk miskin belum diisi." in mini.daftar_cacat
    assert not any("Cakupan layanan" in cacat for cacat in mini.daftar_cacat)


def test_tabel_b_memuat_paling_banyak_empat_tahun_lampau() -> None:
    lampau = tuple(
        NilaiTercatat(indikator="cakupan", periode=Periode(tahun), nilai=persen(50), sumber="Arsip")
        for tahun in range(2016, 2022)
    )
    model = susun(daftar_nilai_tercatat=(*MINI.daftar_nilai_tercatat, *lampau))
    assert sasaran(model, 1).daftar_tahun == (2019, 2020, 2021, 2023, 2024)
    assert len(sasaran(model, 1).b.baris[0].daftar_realisasi) == 5
    assert sasaran(model, 2).daftar_tahun == (2023, 2024)


def test_tabel_anggaran_menurut_pohon_dengan_jumlah(mini: Lkjip) -> None:
    baris = [(b.nomor, b.nama, b.pagu.tercetak, b.serapan.tercetak) for b in mini.akuntabilitas.anggaran.baris]
    assert baris == [
        ("1", "Program Layanan", "Rp\u00a0800.000.000", "92,50%"),
        ("", "Kegiatan Layanan", "Rp\u00a0600.000.000", "90,00%"),
        ("", "Kegiatan Perlindungan", "Rp\u00a0200.000.000", "100,00%"),
        ("2", "Program Penunjang", "Rp\u00a0150.000.000", "80,00%"),
        ("", "Kegiatan Penunjang", "Rp\u00a0150.000.000", "80,00%"),
        ("3", "Program Lain", "Rp\u00a050.000.000", "0,00%"),
        ("", "Kegiatan Lain", "Rp\u00a050.000.000", "0,00%"),
    ]
    total = mini.akuntabilitas.total_anggaran
    assert [sel.tercetak for sel in (total.pagu, total.realisasi, total.serapan)] == [
        "Rp\u00a01.000.000.000", "Rp\u00a0860.000.000", "86,00%",
    ]  # fmt: skip


def test_bagian_anggaran_memisahkan_penunjang_dari_yang_tanpa_sasaran(mini: Lkjip) -> None:
    assert [to_teks(kalimat) for kalimat in mini.akuntabilitas.daftar_bagian] == [
        "Anggaran untuk sasaran 1 (Layanan terpenuhi) sebesar Rp\u00a0600.000.000 atau 60,00% dari pagu perubahan.",
        "Anggaran untuk sasaran 2 (Perlindungan meningkat) sebesar Rp\u00a0200.000.000 atau 20,00% "
        "dari pagu perubahan.",
        "Anggaran program penunjang sebesar Rp\u00a0150.000.000 atau 15,00% dari pagu perubahan.",
        "Anggaran program urusan yang belum dihubungkan dengan sasaran sebesar Rp\u00a050.000.000 atau 5,00% "
        "dari pagu perubahan.",
    ]
    assert [to_teks(satu) for satu in mini.akuntabilitas.anggaran.keterangan] == [
        "Pagu yang dipakai: Pagu perubahan, sumber DPPA 1 tanggal 1 Oktober 2024. Cakupan: belanja langsung."
    ]


def test_perjanjian_memakai_edisi_pagunya_sendiri(mini: Lkjip) -> None:
    bab = mini.perencanaan
    assert [(b.nomor, b.nama, b.target.tercetak) for b in bab.perjanjian.baris] == [
        ("1", "Cakupan layanan", "80%"),
        ("2", "Penduduk miskin", "10%"),
        ("2", "Kategori Kota Layak Anak", "Madya"),
        ("2", "Lama layanan", "7–8"),
    ]
    assert to_teks(bab.perjanjian.keterangan[0]) == (
        "Dokumen: Perjanjian Kinerja kepala dinas, Nomor 1/PK, tanggal 15 Januari 2024."
    )
    assert [(b.nomor, b.nama, b.sumber_dana) for b in bab.program_perjanjian.baris] == [
        ("1", "Program Layanan", "APBD"),
        ("2", "Program Penunjang", "APBD"),
        ("3", "Program Lain", "APBD"),
    ]
    assert bab.total_perjanjian.identitas == "mini/2024/tahun/anggaran:total/pagu@murni"


def test_rencana_mencetak_target_menurut_dokumennya_sendiri(mini: Lkjip) -> None:
    (rencana,) = mini.perencanaan.daftar_rencana
    assert rencana.daftar_tahun == (2024, 2025, 2026)
    (baris,) = rencana.target.baris
    assert (baris.simpul, [sel.tercetak for sel in baris.daftar_target]) == (
        "Sasaran: Layanan terpenuhi",
        ["–", "–", "90%"],
    )
    (tujuan,) = rencana.daftar_tujuan
    assert (tujuan.uraian, [s.uraian for s in tujuan.daftar_sasaran]) == (
        "Warga sejahtera",
        ["Layanan terpenuhi", "Perlindungan meningkat"],
    )


def test_dua_rencana_bernomor_sendiri_dan_sasaran_lepas_tidak_hilang() -> None:
    lain = EdisiRencana(
        id="rpd", dokumen="RPD", nama="RPD 2023–2025", tahun_awal=2023, tahun_akhir=2025, dicatat_pada=AWAL
    )
    lama = replace(lain, id="lama", tahun_awal=2010, tahun_akhir=2015)
    lepas = SimpulRencana(edisi="rpd", id="r1", jenis=JenisSimpul.SASARAN, uraian="Sasaran lepas")
    model = susun(
        daftar_edisi_rencana=(*MINI.daftar_edisi_rencana, lain, lama), daftar_simpul=(*MINI.daftar_simpul, lepas)
    )
    pertama, kedua = model.perencanaan.daftar_rencana
    assert (pertama.target.nomor, kedua.target.nomor) == ("2.1.1", "2.1.2")
    assert kedua.daftar_tujuan[0].uraian == ""
    assert kedua.daftar_tujuan[0].daftar_sasaran[0].uraian == "Sasaran lepas"
    assert kedua.target.keterangan == ()


def test_pegawai_dijumlahkan_dengan_terbilang(mini: Lkjip) -> None:
    pegawai = mini.pendahuluan.pegawai
    assert to_teks(pegawai.pengantar[0]) == "Pada akhir tahun 2024 jumlah pegawai 38 (tiga puluh delapan) orang."
    assert [(baris.nama, baris.jumlah.tercetak) for baris in pegawai.baris] == [
        ("Struktural", "12"),
        ("Staf", "26"),
        ("Jumlah", "38"),
    ]


def test_penanda_adalah_pemegang_jabatan_pada_tanggal_laporan(mini: Lkjip) -> None:
    assert (mini.penanda.jabatan, mini.penanda.nama, mini.penanda.tanggal) == (
        "Plt. Kepala Dinas Contoh",
        "Contoh Pejabat Dua",
        "20 Januari 2025",
    )
    assert mini.tanggal == date(2025, 1, 20)


def test_tanggal_laporan_yang_tidak_diketahui_dikosongkan() -> None:
    model = susun(daftar_penandatangan=(Penandatangan(dokumen="lkjip", jabatan="kepala", tempat="Contoh"),))
    assert set(model.penanda.tanggal) == {"."}
    assert model.tanggal == date(2025, 1, 31)


def test_cara_hitung_memuat_masukan_dengan_sumber_dan_langkah(mini: Lkjip) -> None:
    cakupan, miskin = mini.daftar_cara_hitung[:2]
    assert [(m.label, m.nilai.tercetak, m.sumber) for m in cakupan.daftar_masukan] == [
        ("Warga terlayani", "45", "Register"),
        ("Warga sasaran", "60", "Pendataan"),
        ("Realisasi", "75,00%", "Register; Pendataan"),
        ("Target", "80%", "Dokumen pk"),
    ]
    assert any("45 / 60" in langkah for langkah in cakupan.daftar_langkah)
    assert "Capaian Cakupan layanan = 75% / 80% × 100% = 93,75%." in cakupan.daftar_langkah
    assert cakupan.daftar_langkah[-1] == "Bertentangan dengan 78% (Naskah lama, Tabel 1)."
    assert cakupan.rumus.simpul is not None
    assert cakupan.rumus.terisi is not None
    assert miskin.rumus.simpul is None
    assert [m.label for m in miskin.daftar_masukan] == ["Realisasi", "Target"]


def test_narasi_dan_kalimat_buatan_berdampingan(mini: Lkjip) -> None:
    assert teks_blok(mini.kesimpulan).splitlines() == [
        "Rata-rata capaian instansi adalah 91,25% atas 3 dari 4 indikator dengan predikat Sangat tinggi. "
        "Realisasi anggaran tahun 2024 sebesar Rp\u00a0860.000.000 dari pagu perubahan sebesar "
        "Rp\u00a01.000.000.000 atau 86,00%, melalui tiga program dan empat kegiatan.",
        "Serapan 86,00% baik.",
    ]
    assert teks_blok(mini.ikhtisar).startswith(
        "Perjanjian Kinerja Dinas Contoh Kota Contoh Tahun 2024 memuat dua sasaran strategis dengan empat indikator"
    )
    assert "Peraturan Presiden Nomor 29 Tahun 2014" in teks_blok(mini.kata_pengantar)
    assert teks_blok(mini.pendahuluan.tugas).startswith("Tugas Dinas Contoh: membantu Wali Kota.")


def test_narasi_dari_petugas_menggantikan_kata_pengantar_bawaan() -> None:
    narasi = (*MINI.daftar_narasi, Narasi(kunci="kata_pengantar", teks="Kata kami."))
    assert teks_blok(susun(daftar_narasi=narasi).kata_pengantar) == "Kata kami."


def test_token_rusak_di_narasi_dan_analisis_dilaporkan_semua() -> None:
    narasi = (Narasi(kunci="sejarah", teks="{capaian:tidakada}"), Narasi(kunci="lain", teks="{rusak"))
    analisis = tuple(replace(satu, solusi="{target:cakupam}") for satu in MINI.daftar_analisis)
    with pytest.raises(NarasiTidakTerbaca) as galat:
        susun(daftar_narasi=narasi, daftar_analisis=analisis)
    assert [satu.kunci for satu in galat.value.daftar] == ["sejarah", "lain", "solusi cakupan (Tahun 2024)"]


def test_angka_yang_diketik_dalam_narasi_dan_analisis_ditemukan() -> None:
    analisis = tuple(replace(satu, penyebab="Capaian Cakupan layanan 95%.") for satu in MINI.daftar_analisis)
    narasi = (Narasi(kunci="kesimpulan", teks="Serapan total 86,00%."),)
    model = susun(daftar_analisis=analisis, daftar_narasi=narasi)
    assert [(t.kunci, t.jenis, t.tertulis, t.seharusnya) for t in model.daftar_temuan_narasi] == [
        ("kesimpulan", "berulang", "86,00%", "86,00%"),
        ("penyebab cakupan (Tahun 2024)", "bertentangan", "95%", "93,75%"),
    ]


def test_narasi_tanpa_angka_tidak_memberi_temuan(mini: Lkjip) -> None:
    assert mini.daftar_temuan_narasi == ()


# --- what is missing is said -----------------------------------------------------------------------------------------


def test_instansi_hampir_kosong_tetap_menjadi_laporan_yang_menyebut_kekurangannya() -> None:
    kosong = TahunInstansi(
        instansi=replace(MINI.instansi, tugas="", fungsi=()),
        tahun=2024,
        kebijakan=Kebijakan(),
        rencana_berlaku="",
    )
    model = susun(kosong)
    assert teks_blok(model.pendahuluan.tugas) == "Belum diisi: tugas dan fungsi."
    assert teks_blok(model.pendahuluan.isu) == "Belum diisi: isu strategis."
    assert to_teks(model.pendahuluan.pegawai.pengantar[0]) == "Belum diisi: susunan pegawai."
    assert teks_blok(model.langkah) == "Belum diisi: langkah perbaikan."
    assert model.perencanaan.daftar_rencana == ()
    assert (model.matriks_renstra, model.perjanjian) == (None, None)
    assert (
        model.akuntabilitas.metode.nama_skala == "Skala predikat tidak ditetapkan, sehingga predikat tidak diberikan."
    )
    assert model.akuntabilitas.total_anggaran.pagu == Sel.from_hasil(TANPA_EDISI)
    assert isinstance(model.perencanaan.total_perjanjian.nilai, BelumAda)
    assert to_teks(model.akuntabilitas.anggaran.keterangan[0]) == "Pagu yang dipakai: belum ditentukan."
    assert model.daftar_cacat == (
        "Belum diisi: gambaran umum organisasi (narasi gambaran_umum).",
        "Belum diisi: uraian rencana strategis (narasi rencana_strategis).",
        "Belum diisi: langkah perbaikan (narasi langkah_perbaikan).",
        "Belum diisi: dokumen Perjanjian Kinerja.",
    )


def test_instansi_tanpa_fungsi_hanya_menyebut_tugas() -> None:
    model = susun(instansi=replace(MINI.instansi, fungsi=()))
    assert len(model.pendahuluan.tugas) == 1


def test_tanpa_edisi_laporan_dipakai_edisi_terakhir() -> None:
    model = susun(pagu_laporan="")
    assert model.akuntabilitas.total_anggaran.pagu.identitas == "mini/2024/tahun/anggaran:total/pagu@perubahan"


def test_tanpa_edisi_pagu_setiap_uang_menyebut_sebabnya() -> None:
    model = susun(
        pagu_laporan="", pagu_triwulan=(), daftar_edisi_pagu=(), daftar_pagu=(), daftar_perjanjian=(), daftar_narasi=()
    )
    assert sasaran(model, 1).e.baris[0].pagu.tercetak == "–"
    assert sasaran(model, 1).g.baris[0].bacaan == "Tidak dinyatakan karena penyerapan belum diisi."
    assert "Edisi pagu laporan belum ditentukan" in teks_catatan(sasaran(model, 1).e)[0]


def test_pemetaan_dan_rencana_yang_tidak_dikenal_tidak_dinamai() -> None:
    model = susun(daftar_edisi_pemetaan=(), rencana_berlaku="renstra")
    assert len(sasaran(model, 1).e.keterangan) == 2
    tanpa_dasar = tuple(replace(satu, dasar="") for satu in MINI.daftar_edisi_pemetaan)
    assert to_teks(sasaran(susun(daftar_edisi_pemetaan=tanpa_dasar), 1).i.keterangan[0]) == "Pemetaan resmi."


def test_tabel_c_tanpa_edisi_rencana_memakai_tahun_laporan() -> None:
    model = susun(daftar_edisi_rencana=())
    assert sasaran(model, 1).c.judul.endswith("Target Akhir Rencana (2024)")
    assert sasaran(model, 1).c.baris[0].sumber == ""


def test_edisi_pagu_tanpa_dokumen_menyebut_sumbernya_atau_tidak_sama_sekali() -> None:
    def uraian(**lain: object) -> str:
        edisi = tuple(replace(satu, nomor_dokumen="", tanggal=None, **lain) for satu in MINI.daftar_edisi_pagu)  # type: ignore[arg-type]
        return to_teks(susun(daftar_edisi_pagu=edisi).akuntabilitas.anggaran.keterangan[0])

    assert uraian(sumber="Formulir").startswith("Pagu yang dipakai: Pagu perubahan, sumber Formulir. ")
    assert uraian(sumber="").startswith("Pagu yang dipakai: Pagu perubahan. ")


def test_perjanjian_tanpa_nomor_dan_tanggal_disebut_demikian() -> None:
    perjanjian = tuple(replace(satu, nomor="", tanggal=None) for satu in MINI.daftar_perjanjian)
    keterangan = susun(daftar_perjanjian=perjanjian).perencanaan.perjanjian.keterangan
    assert to_teks(keterangan[0]).endswith("nomor dan tanggalnya tidak dicatat.")
    tanpa = susun(daftar_perjanjian=()).perencanaan.perjanjian.keterangan
    assert to_teks(tanpa[0]) == "Belum diisi: dokumen Perjanjian Kinerja."


@pytest.mark.parametrize(
    ("tanda", "catatan"),
    [
        (Tanda(JenisTanda.SEMENTARA, "menunggu rilis"), "Nilai sementara. Menunggu rilis."),
        (Tanda(JenisTanda.TAHUN_DATA, "rilis lama", 2022), "Memakai data tahun 2022. Rilis lama."),
        (Tanda(JenisTanda.ALIH_DATA, "dari aplikasi lama"), "Hasil alih data. Dari aplikasi lama."),
    ],
)
def test_setiap_jenis_tanda_mempunyai_kalimat(tanda: Tanda, catatan: str) -> None:
    tercatat = tuple(
        replace(satu, nilai=persen(12, 1, tanda)) if satu.indikator == "miskin" and satu.periode == TAHUN else satu
        for satu in MINI.daftar_nilai_tercatat
    )
    assert catatan in teks_catatan(sasaran(susun(daftar_nilai_tercatat=tercatat), 2).a)


def test_target_yang_bertentangan_tidak_menyebut_realisasi_lain() -> None:
    saingan = Target(indikator="miskin", periode=TAHUN, nilai=persen(8), dokumen="pk", dasar="Salinan")
    catatan = teks_catatan(susun(daftar_target=(*MINI.daftar_target, saingan)).akuntabilitas.ringkasan)[1]
    assert catatan.startswith("Bertentangan, belum ditetapkan. Perjanjian Kinerja 2024 juga memuat target ")
    assert "8%" in catatan
    assert "Dipakai" not in catatan


def test_nilai_yang_tercetak_dua_kali_hanya_bercatatan_sekali() -> None:
    hasil = HasilTahun(MINI)
    realisasi = hasil.realisasi("kla", TAHUN)
    (catatan,) = compile_catatan(hasil, ("kla", TAHUN, (realisasi, realisasi)))
    assert catatan.identitas == (realisasi.identitas,)


# --- conventions -----------------------------------------------------------------------------------------------------


def kebijakan(**lain: object) -> dict[str, str]:
    model = susun(kebijakan=replace(MINI.kebijakan, **lain))  # type: ignore[arg-type]
    return {satu.nama: to_teks(satu.isi) for satu in model.akuntabilitas.metode.daftar_kebijakan}


def test_kebijakan_tercetak_dengan_pilihannya() -> None:
    bawaan = kebijakan()
    assert bawaan["Batas capaian"].startswith("Paling tinggi 120% dan paling rendah 0% dalam rata-rata.")
    assert bawaan["Syarat predikat"].startswith("Sekurang-kurangnya 75% indikator terukur")
    assert bawaan["Dasar hitung"] == "Angka penuh; pembulatan lima ke atas hanya saat dicetak."
    assert bawaan["Indikator tidak dilaporkan"] == "Rata-rata yang memuatnya tidak dicetak."
    assert bawaan["Dasar kebijakan"] == "Keputusan Kepala Dinas Contoh."
    lain = kebijakan(
        batas=None,
        dasar_hitung=DasarHitung.TERCETAK,
        rata_rata=RataRata.SASARAN,
        efisiensi=RumusEfisiensi.E4,
        tidak_lapor=KebijakanTidakLapor.NOL,
        dalam_rentang=DalamRentang.BATAS_ATAS,
        dasar="",
    )
    assert lain["Batas capaian"] == "Tidak dibatasi."
    assert lain["Dasar hitung"].startswith("Realisasi dibulatkan")
    assert lain["Rata-rata instansi"] == "Rata-rata dari rata-rata capaian setiap sasaran."
    assert lain["Efisiensi (E4)"].startswith("Nisbah di atas 1 berarti efisien")
    assert lain["Indikator tidak dilaporkan"] == "Dihitung dengan capaian 0%."
    assert lain["Capaian, target rentang"].startswith("Di dalam rentang realisasi dibagi batas atas")
    assert "Dasar kebijakan" not in lain


def test_rumus_kebijakan_adalah_rumus_yang_dipilih() -> None:
    model = susun(kebijakan=replace(MINI.kebijakan, rumus_turun=RumusTurun.NISBAH, efisiensi=RumusEfisiensi.E2))
    rumus = {satu.nama: satu.rumus for satu in model.akuntabilitas.metode.daftar_kebijakan}
    assert rumus["Capaian, makin rendah makin baik"] == RUMUS_CAPAIAN_TURUN[RumusTurun.NISBAH]
    assert rumus["Efisiensi (E2)"] == RUMUS_EFISIENSI[RumusEfisiensi.E2]
    assert sasaran(model, 1).g.judul == "Efisiensi Penggunaan Sumber Daya ((1 − Penyerapan / Capaian) × 100%)"


def test_hanya_polaritas_yang_dipakai_yang_dijelaskan() -> None:
    hanya_naik = tuple(satu for satu in MINI.daftar_indikator if satu.indikator == "cakupan")
    nama = [satu.nama for satu in susun(daftar_indikator=hanya_naik).akuntabilitas.metode.daftar_kebijakan]
    assert nama[:2] == ["Capaian, makin tinggi makin baik", "Target 0, makin tinggi makin baik"]
    assert not {"Capaian kategori", "Capaian, target rentang", "Capaian, makin rendah makin baik"} & set(nama)
    hanya_turun = tuple(satu for satu in MINI.daftar_indikator if satu.indikator == "miskin")
    model = susun(daftar_indikator=hanya_turun, daftar_analisis=())
    nama = [satu.nama for satu in model.akuntabilitas.metode.daftar_kebijakan]
    assert nama[0] == "Capaian, makin rendah makin baik"
    assert "Target 0, makin tinggi makin baik" not in nama


def test_narasi_metode_menggantikan_pengantar_bawaan() -> None:
    narasi = (Narasi(kunci="metode_pengukuran", teks="Cara kami."),)
    assert teks_blok(susun(daftar_narasi=narasi).akuntabilitas.metode.pengantar) == "Cara kami."


def test_setiap_batas_skala_dimiliki_satu_kelas() -> None:
    skala = Skala(
        id="x",
        nama="X",
        jenis="capaian",
        kelas=(
            Kelas(label="rendah"),
            Kelas(label="sedang", bawah=Angka(50), bawah_termasuk=False),
            Kelas(label="tinggi", bawah=Angka(801, 10)),
            Kelas(label="puncak", bawah=Angka(100), bawah_termasuk=False),
        ),
    )
    assert [kelas.batas for kelas in list_kelas(skala)] == [
        "Lebih dari 100%",
        "80,1% sampai paling tinggi 100%",
        "Lebih dari 50% sampai kurang dari 80,1%",
        "Paling tinggi 50%",
    ]
    satu = Skala(id="y", nama="Y", jenis="capaian", kelas=(Kelas(label="semua"),))
    assert [kelas.batas for kelas in list_kelas(satu)] == ["Semua capaian"]


def test_kelas_yang_ditulis_dari_yang_tertinggi_tercetak_sama() -> None:
    kelas = tuple(Kelas(bawah=Angka(n) if n else None, label=str(n), kode="") for n in (0, 51, 91))
    naik = Skala(id="k", nama="K", jenis="capaian", kelas=kelas)
    assert list_kelas(naik) == list_kelas(replace(naik, kelas=kelas[::-1]))
    assert [satu.batas for satu in list_kelas(naik)] == [
        "91% ke atas", "51% sampai kurang dari 91%", "Kurang dari 51%",
    ]  # fmt: skip


def test_skala_tanpa_dasar_hanya_disebut_namanya() -> None:
    skala = tuple(replace(satu, dasar="") for satu in MINI.daftar_skala)
    assert susun(daftar_skala=skala).akuntabilitas.metode.nama_skala == "Skala capaian."


# --- one variable changed --------------------------------------------------------------------------------------------


def test_mengubah_satu_variabel_mengubah_tepat_besaran_yang_bergantung_padanya(mini: Lkjip) -> None:
    lain = tuple(
        replace(satu, nilai=replace(satu.nilai, angka=Angka(48))) if satu.variabel == "terlayani" else satu  # type: ignore[arg-type, call-arg]
        for satu in MINI.daftar_nilai_variabel
    )
    diubah = susun(daftar_nilai_variabel=lain)

    def per_identitas(model: Lkjip) -> dict[str, str]:
        return {sel.identitas: sel.tercetak for sel in kumpulkan_sel(model) if sel.identitas}

    awal, akhir = per_identitas(mini), per_identitas(diubah)
    berubah = {identitas for identitas in awal if awal[identitas] != akhir[identitas]}
    hasil = HasilTahun(MINI)
    bergantung: Callable[[str], bool] = lambda identitas: any(  # noqa: E731
        "variabel:terlayani" in asal for asal in (*hasil.cari(identitas).asal(), identitas)
    )
    assert berubah
    assert all(bergantung(identitas) for identitas in berubah)
    assert akhir["mini/2024/tahun/indikator:cakupan/capaian"] == "100,00%"
    assert akhir["mini/2024/tahun/instansi/rata_rata_capaian"] == "93,33%"
    assert teks_blok(sasaran(diubah, 1).h.baris[0].penyebab) == "Capaian 100,00% di bawah target."


# --- the published year ----------------------------------------------------------------------------------------------


def test_probolinggo_2020_mencetak_angka_yang_dapat_dibuktikan(probolinggo: Lkjip) -> None:
    a = sasaran(probolinggo, 1).a.baris[0]
    assert [sel.tercetak for sel in (a.target, a.realisasi, a.capaian, a.predikat)] == [
        "86%", "70,32%", "81,77%", "Tinggi",
    ]  # fmt: skip
    rata = probolinggo.akuntabilitas.rata_rata_instansi
    assert (rata.rata_rata.tercetak, rata.terukur, rata.jumlah, rata.predikat.tercetak) == ("92,16%", 2, 4, "–")
    e, f, g = (
        tabel.baris[0] for tabel in (sasaran(probolinggo, 1).e, sasaran(probolinggo, 1).f, sasaran(probolinggo, 1).g)
    )
    assert (e.pagu.tercetak, e.bagian.tercetak) == ("Rp\u00a01.765.364.050", "49,99%")  # type: ignore[union-attr]
    assert (f.realisasi_anggaran.tercetak, f.serapan.tercetak) == ("Rp\u00a01.623.745.409", "91,98%")  # type: ignore[union-attr]
    assert (g.efisiensi.tercetak, g.bacaan) == (  # type: ignore[union-attr]
        "112,49%", "Tidak dinyatakan efisien karena capaian di bawah 100%.",
    )  # fmt: skip


def test_probolinggo_2020_menyebut_kedua_nilai_pmks(probolinggo: Lkjip) -> None:
    catatan = teks_catatan(probolinggo.akuntabilitas.ringkasan)[0]
    assert catatan.startswith("Bertentangan, belum ditetapkan. Dipakai 70,32% (Formulir Pengukuran Kinerja")
    assert "sumber lain mencatat 92% (LKjIP 2020" in catatan


def test_probolinggo_2020_memisahkan_penunjang_dan_tanpa_sasaran(probolinggo: Lkjip) -> None:
    teks = "\n".join(to_teks(kalimat) for kalimat in probolinggo.akuntabilitas.daftar_bagian)
    assert "program penunjang sebesar Rp\u00a01.237.799.594 atau 35,05%" in teks
    assert "belum dihubungkan dengan sasaran sebesar Rp\u00a046.975.000 atau 1,33%" in teks
    assert probolinggo.akuntabilitas.total_anggaran.realisasi.tercetak == "Rp\u00a03.057.589.710"


def test_probolinggo_2020_tidak_menyatakan_capaian_yang_tidak_ada(probolinggo: Lkjip) -> None:
    kasus, kla = sasaran(probolinggo, 3).a.baris
    assert (kasus.capaian.tercetak, kla.capaian.tercetak) == ("–", "–")
    assert any(catatan.startswith("Tidak dievaluasi") for catatan in teks_catatan(sasaran(probolinggo, 3).a))


def test_probolinggo_2020_lengkap_dan_narasinya_tanpa_angka_ketikan(probolinggo: Lkjip) -> None:
    assert probolinggo.daftar_cacat == ()
    assert probolinggo.daftar_temuan_narasi == ()
