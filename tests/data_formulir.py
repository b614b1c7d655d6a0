"""A small agency-year whose sums can be checked by hand; every form is tested on it through the real engine."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from tolok.core.anggaran import (
    EdisiPagu,
    EdisiPemetaan,
    Pagu,
    Pemetaan,
    Realisasi,
    SifatProgram,
    SimpulAnggaran,
    TingkatAnggaran,
)
from tolok.core.angka import Angka
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.indikator import EdisiIndikator, NilaiTercatat, NilaiVariabel, Sifat, Target, Variabel
from tolok.core.instansi import TahunInstansi
from tolok.core.kebijakan import Kebijakan
from tolok.core.naskah import Penandatangan, Perjanjian
from tolok.core.nilai import Bilangan
from tolok.core.organisasi import Instansi, Jabatan, Pejabat, StatusPejabat, Unit
from tolok.core.periode import Periode
from tolok.core.rencana import EdisiRencana, JenisSimpul, SimpulRencana

TAHUN = 2020
AWAL = date(2020, 1, 1)
JUTA = 1_000_000_00
"""A million rupiah in sen."""

PAGU = {
    "murni": {"1.1": 100, "1.2": 50, "2.1": 20, "2.2": 30, "3": 80, "4.1": 10, "5.1": 10},
    "ubah": {"1.1": 60, "1.2": 40, "2.1": 20, "2.2": 20, "3": 50, "4.1": 5, "5.1": 5},
}
"""Pagu in million rupiah: 300 and 200 in all."""
REALISASI = {
    1: {"1.1": 10, "1.2": 0, "2.1": 0, "2.2": 0, "3": 0, "4.1": 0, "5.1": 0},
    2: {"1.1": 20, "1.2": 10, "2.1": 0, "2.2": 0, "3": 10, "4.1": 0, "5.1": 0},
    3: {"1.1": 30, "1.2": 20, "2.1": 5, "2.2": 5, "3": 15, "4.1": 5, "5.1": 0},
    4: {"1.1": 54, "1.2": 36, "2.1": 10, "2.2": 20, "3": 25, "4.1": 5, "5.1": 0},
}
"""Realisasi since January in million rupiah: 10, 40, 80 and 150 in all."""


def _indikator(kode: str, simpul: str, nama: str, **lain: Any) -> EdisiIndikator:
    isi: dict[str, Any] = {"satuan": "%", "edisi": f"{kode}-1", "berlaku_mulai": AWAL, "dicatat_pada": AWAL, **lain}
    return EdisiIndikator(indikator=kode, simpul=simpul, nama=nama, **isi)


def persen(bilangan: int) -> Bilangan:
    return Bilangan(Angka(bilangan), "%")


DAFTAR_ANGGARAN = (
    SimpulAnggaran(kode="1", tingkat=TingkatAnggaran.PROGRAM, nama="Program Layanan", indikator="Mutu layanan"),
    SimpulAnggaran(
        kode="1.1", induk="1", tingkat=TingkatAnggaran.KEGIATAN, nama="Layanan Dasar", indikator="Orang dilayani"
    ),
    SimpulAnggaran(kode="1.2", induk="1", tingkat=TingkatAnggaran.KEGIATAN, nama="Layanan Lanjutan"),
    SimpulAnggaran(kode="2", tingkat=TingkatAnggaran.PROGRAM, nama="Perlindungan"),
    SimpulAnggaran(kode="2.1", induk="2", tingkat=TingkatAnggaran.KEGIATAN, nama="Pencegahan"),
    SimpulAnggaran(kode="2.2", induk="2", tingkat=TingkatAnggaran.KEGIATAN, nama="Penanganan"),
    SimpulAnggaran(kode="3", tingkat=TingkatAnggaran.PROGRAM, nama="Penunjang Urusan", sifat=SifatProgram.PENUNJANG),
    SimpulAnggaran(kode="4", tingkat=TingkatAnggaran.PROGRAM, nama="Keberdayaan"),
    SimpulAnggaran(kode="4.1", induk="4", tingkat=TingkatAnggaran.KEGIATAN, nama="Partisipasi"),
    SimpulAnggaran(kode="5", tingkat=TingkatAnggaran.PROGRAM, nama="Data Bersama"),
    SimpulAnggaran(kode="5.1", induk="5", tingkat=TingkatAnggaran.KEGIATAN, nama="Pendataan"),
)

DATA = TahunInstansi(
    instansi=Instansi(
        id="dinas-uji",
        nama="Dinas Uji",
        nama_pendek="Dinas Uji",
        pemerintah="Pemerintah Kota Contoh",
        kota="Kota Contoh",
        alamat="Jalan Contoh 1",
        kepala_daerah="Wali Kota Contoh",
        tugas="Menguji formulir.",
        fungsi=("Menyusun.", "Mengukur."),
    ),
    tahun=TAHUN,
    kebijakan=Kebijakan(),
    rencana_berlaku="r1",
    pagu_laporan="ubah",
    pagu_triwulan=("murni", "murni", "ubah", "ubah"),
    pemetaan_berlaku="m1",
    daftar_unit=(Unit(id="dinas", nama="Dinas Uji"), Unit(id="bidang", nama="Bidang Satu", induk="dinas")),
    daftar_jabatan=(
        Jabatan(id="wali", nama="Wali Kota Contoh"),
        Jabatan(id="kepala", nama="Kepala Dinas Uji", unit="dinas"),
    ),
    daftar_pejabat=(
        Pejabat(jabatan="wali", nama="Contoh Wali", berlaku_mulai=date(2019, 1, 1), dicatat_pada=AWAL),
        Pejabat(
            jabatan="kepala",
            nama="Contoh Satu",
            pangkat="Pembina",
            nip="1",
            berlaku_mulai=date(2019, 1, 1),
            dicatat_pada=AWAL,
        ),
        Pejabat(
            jabatan="kepala",
            nama="Contoh Dua",
            status=StatusPejabat.PLT,
            berlaku_mulai=date(2020, 12, 1),
            dicatat_pada=date(2020, 12, 1),
        ),
    ),
    daftar_edisi_rencana=(
        EdisiRencana(
            id="r1",
            dokumen="Renstra",
            nama="Renstra 2020–2022",
            tahun_awal=2020,
            tahun_akhir=2022,
            berlaku_mulai=AWAL,
            dicatat_pada=AWAL,
            dasar="Keputusan 1",
        ),
    ),
    daftar_simpul=(
        SimpulRencana(edisi="r1", id="t1", jenis=JenisSimpul.TUJUAN, uraian="Warga sejahtera"),
        SimpulRencana(
            edisi="r1",
            id="s1",
            jenis=JenisSimpul.SASARAN,
            uraian="Layanan bermutu",
            induk="t1",
            tujuan_rpjmd="Kota sejahtera",
            iku_kota="Angka kemiskinan",
            strategi=("Memperluas layanan",),
            kebijakan=("Menambah petugas",),
        ),
        SimpulRencana(edisi="r1", id="s2", jenis=JenisSimpul.SASARAN, uraian="Warga terlindungi", induk="t1"),
    ),
    daftar_indikator=(
        _indikator("it", "t1", "Warga sejahtera", rumus="[Terlayani] / [Semua] * 100%"),
        _indikator("i1", "s1", "Warga terlayani", rumus="[Terlayani] / [Semua] * 100%"),
        _indikator("i2", "s2", "Indeks perlindungan", satuan="indeks", sumber_data=("Survei",)),
        _indikator("i3", "s2", "Penurunan kasus", rumus="([Kasus]@tahun_lalu - [Kasus]) / [Kasus]@tahun_lalu * 100%"),
    ),
    daftar_variabel=(
        Variabel(id="terlayani", label="Terlayani", satuan="orang", sifat=Sifat.KUMULATIF),
        Variabel(id="semua", label="Semua", satuan="orang", sifat=Sifat.POSISI),
        Variabel(id="kasus", label="Kasus", satuan="kasus", sifat=Sifat.ARUS),
    ),
    daftar_nilai_variabel=tuple(
        NilaiVariabel(variabel=variabel, periode=Periode(TAHUN, triwulan), nilai=Bilangan(Angka(n), "orang"))
        for triwulan, isi in {1: (10, 100), 2: (30, 100), 3: (45, 110), 4: (50, 120)}.items()
        for variabel, n in zip(("terlayani", "semua"), isi, strict=True)
    ),
    daftar_target=(
        *(Target(indikator="i1", periode=Periode(TAHUN + n), nilai=persen(40 + n), dokumen="r1") for n in range(3)),
        Target(indikator="i1", periode=Periode(TAHUN), nilai=persen(50), dokumen="pk"),
        Target(indikator="i2", periode=Periode(TAHUN), nilai=Bilangan(Angka(80), "indeks"), dokumen="pk"),
        Target(indikator="i3", periode=Periode(TAHUN), nilai=persen(10), dokumen="pk"),
        Target(
            indikator="i1", periode=Periode(TAHUN), nilai=persen(25), dokumen="pk-ubah", berlaku_mulai=date(2020, 10, 1)
        ),
    ),
    daftar_nilai_tercatat=(
        NilaiTercatat(indikator="i1", periode=Periode(TAHUN - 1), nilai=persen(38), sumber="LKjIP 2019"),
        NilaiTercatat(indikator="i2", periode=Periode(TAHUN), nilai=Bilangan(Angka(80), "indeks"), sumber="Survei"),
    ),
    daftar_anggaran=DAFTAR_ANGGARAN,
    daftar_edisi_pagu=(
        EdisiPagu(id="ubah", nomor=2, nama="Pagu perubahan", jenis="perubahan", cakupan="Semua belanja."),
        EdisiPagu(
            id="murni",
            nomor=1,
            nama="Pagu murni",
            jenis="murni",
            cakupan="Semua belanja.",
            nomor_dokumen="DPA 1/2020",
            tanggal=date(2020, 1, 3),
        ),
    ),
    daftar_pagu=tuple(
        Pagu(edisi=edisi, kode=kode, sen=juta * JUTA, sumber_dana="DAK" if kode == "1.2" else "APBD")
        for edisi, isi in PAGU.items()
        for kode, juta in isi.items()
    ),
    daftar_realisasi=tuple(
        Realisasi(kode=kode, periode=Periode(TAHUN, triwulan), sen=juta * JUTA)
        for triwulan, isi in REALISASI.items()
        for kode, juta in isi.items()
    ),
    daftar_edisi_pemetaan=(EdisiPemetaan(id="m1", nama="Pemetaan"),),
    daftar_pemetaan=(
        Pemetaan(edisi="m1", kode="1", simpul="s1"),
        Pemetaan(edisi="m1", kode="2.1", simpul="s2", indikator="i2"),
        Pemetaan(edisi="m1", kode="2.2", simpul="s2", indikator="i3"),
        Pemetaan(edisi="m1", kode="5", simpul="s2"),
    ),
    daftar_perjanjian=(
        Perjanjian(
            id="pk",
            jenis="kepala perangkat daerah",
            nomor="1/PK/2020",
            tanggal=date(2020, 1, 10),
            tempat="Contoh",
            pihak_pertama="kepala",
            pihak_kedua="wali",
            edisi_pagu="murni",
        ),
        Perjanjian(
            id="pk-ubah",
            jenis="kepala perangkat daerah",
            tempat="Contoh",
            pihak_pertama="kepala",
            pihak_kedua="wali",
            edisi_pagu="ubah",
            alasan="2",
        ),
    ),
    daftar_penandatangan=(
        Penandatangan(dokumen="pengukuran-tw1", jabatan="kepala", tempat="Contoh", tanggal=date(2020, 4, 3)),
        Penandatangan(dokumen="pengukuran-tw4", jabatan="kepala", tempat="Contoh"),
    ),
)


def make_hasil(**ganti: Any) -> HasilTahun:
    """Return the results of the small agency, with fields of it replaced."""
    return HasilTahun(replace(DATA, **ganti))


def list_sel(model: object) -> list[Any]:
    """Return every cell in a model, however deep."""
    from dataclasses import fields, is_dataclass

    from tolok.core.dokumen.sel import Sel

    if isinstance(model, Sel):
        return [model]
    if isinstance(model, tuple):
        return [sel for satu in model for sel in list_sel(satu)]
    if is_dataclass(model):
        return [sel for ruas in fields(model) for sel in list_sel(getattr(model, ruas.name))]
    return []
