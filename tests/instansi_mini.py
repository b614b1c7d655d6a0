"""
A small invented agency whose numbers can be checked in the head; every kind of indicator and of budget line is in it.

cakupan 45/60 = 75 % of 80 % (93,75 %); miskin 12 % of at most 10 % (80 %); kla not evaluated; waktu 7,5 within 7-8
months (100 %): mean 91,25 % over 3 dari 4. Pagu 1.000 juta, realisasi 860 juta.
"""

from __future__ import annotations

from datetime import date

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
from tolok.core.indikator import (
    EdisiIndikator,
    NilaiTercatat,
    NilaiVariabel,
    Pembanding,
    Polaritas,
    Sifat,
    Target,
    Variabel,
)
from tolok.core.instansi import TahunInstansi
from tolok.core.kebijakan import Kebijakan
from tolok.core.naskah import (
    Analisis,
    DasarHukum,
    Isu,
    Narasi,
    Penandatangan,
    Penghargaan,
    Perjanjian,
)
from tolok.core.nilai import AlasanBelumAda, BelumAda, Bilangan, JenisTanda, Kategori, Rentang, Tanda
from tolok.core.organisasi import Instansi, Jabatan, KelompokPegawai, Pejabat, StatusPejabat, Unit
from tolok.core.periode import Periode
from tolok.core.rencana import EdisiRencana, JenisSimpul, SimpulRencana
from tolok.core.skala import Kelas, Skala

AWAL = date(2024, 1, 1)
TAHUN = Periode(2024)
LALU = Periode(2023)
JUTA = 100_000_000
"""A million rupiah in sen."""


def persen(angka: int, penyebut: int = 1, *tanda: Tanda) -> Bilangan:
    """Return a number of percent."""
    return Bilangan(Angka(angka, penyebut), "%", tanda)


def _indikator(indikator: str, simpul: str, nama: str, **lain: object) -> EdisiIndikator:
    isi: dict[str, object] = {"satuan": "%", "edisi": f"{indikator}-1", "berlaku_mulai": AWAL, "dicatat_pada": AWAL}
    return EdisiIndikator(indikator=indikator, simpul=simpul, nama=nama, **{**isi, **lain})  # type: ignore[arg-type]


def _target(indikator: str, nilai: Bilangan | Kategori | Rentang, *, tahun: int = 2024, dokumen: str = "pk") -> Target:
    return Target(indikator=indikator, periode=Periode(tahun), nilai=nilai, dokumen=dokumen, dasar=f"Dokumen {dokumen}")


def _anggaran(kode: str, induk: str, tingkat: TingkatAnggaran, nama: str, *, penunjang: bool = False) -> SimpulAnggaran:
    sifat = SifatProgram.PENUNJANG if penunjang else SifatProgram.URUSAN
    return SimpulAnggaran(kode=kode, induk=induk, tingkat=tingkat, nama=nama, sifat=sifat)


MADYA = Kategori("Madya", 2, "kla")
P, K = TingkatAnggaran.PROGRAM, TingkatAnggaran.KEGIATAN

MINI = TahunInstansi(
    instansi=Instansi(
        id="mini",
        nama="Dinas Contoh",
        nama_pendek="Dincon",
        pemerintah="Pemerintah Kota Contoh",
        kota="Kota Contoh",
        alamat="Jalan Contoh 1",
        kepala_daerah="Wali Kota Contoh",
        tugas="Membantu Wali Kota.",
        fungsi=("Merumuskan kebijakan.", "Melaksanakan kebijakan."),
    ),
    tahun=2024,
    kebijakan=Kebijakan(skala="predikat", dasar="Keputusan Kepala Dinas Contoh."),
    rencana_berlaku="renstra",
    pagu_laporan="perubahan",
    pagu_triwulan=("murni", "murni", "perubahan", "perubahan"),
    pemetaan_berlaku="peta",
    daftar_unit=(
        Unit(id="dinas", nama="Dinas Contoh", tugas="Memimpin."),
        Unit(id="bidang", nama="Bidang Sosial", induk="dinas"),
    ),
    daftar_jabatan=(Jabatan(id="kepala", nama="Kepala Dinas Contoh", unit="dinas"),),
    daftar_pejabat=(
        Pejabat(
            jabatan="kepala",
            nama="Contoh Pejabat Satu",
            pangkat="Pembina",
            nip="1",
            berlaku_mulai=AWAL,
            dicatat_pada=AWAL,
        ),
        Pejabat(
            jabatan="kepala",
            nama="Contoh Pejabat Dua",
            status=StatusPejabat.PLT,
            berlaku_mulai=date(2024, 12, 1),
            dicatat_pada=date(2024, 12, 1),
        ),
    ),
    daftar_pegawai=(KelompokPegawai(nama="Struktural", jumlah=12), KelompokPegawai(nama="Staf", jumlah=26)),
    daftar_edisi_rencana=(
        EdisiRencana(
            id="renstra",
            dokumen="Renstra",
            nama="Renstra 2024–2026",
            tahun_awal=2024,
            tahun_akhir=2026,
            dicatat_pada=AWAL,
            dasar="Peraturan Wali Kota Contoh",
        ),
    ),
    daftar_simpul=(
        SimpulRencana(edisi="renstra", id="t1", jenis=JenisSimpul.TUJUAN, uraian="Warga sejahtera"),
        SimpulRencana(
            edisi="renstra",
            id="s1",
            jenis=JenisSimpul.SASARAN,
            uraian="Layanan terpenuhi",
            induk="t1",
            strategi=("Memperluas layanan",),
            kebijakan=("Layanan bergerak",),
        ),
        SimpulRencana(edisi="renstra", id="s2", jenis=JenisSimpul.SASARAN, uraian="Perlindungan meningkat", induk="t1"),
    ),
    daftar_indikator=(
        _indikator(
            "cakupan",
            "s1",
            "Cakupan layanan",
            rumus="[Warga terlayani] / [Warga sasaran] * 100%",
            definisi="Bagian warga yang terlayani.",
            mutu_sumber="Dihitung dari daftar nama.",
        ),
        _indikator("miskin", "s2", "Penduduk miskin", polaritas=Polaritas.TURUN),
        _indikator("kla", "s2", "Kategori Kota Layak Anak", satuan="kategori", skala="kla", digit=0),
        _indikator("waktu", "s2", "Lama layanan", satuan="bulan", digit=1, polaritas=Polaritas.RENTANG),
    ),
    daftar_variabel=(
        Variabel(id="terlayani", label="Warga terlayani", satuan="orang", sifat=Sifat.KUMULATIF),
        Variabel(id="sasaran", label="Warga sasaran", satuan="orang", sifat=Sifat.POSISI),
    ),
    daftar_nilai_variabel=(
        NilaiVariabel(
            variabel="terlayani", periode=Periode(2024, 4), nilai=Bilangan(Angka(45), "orang"), sumber="Register"
        ),
        NilaiVariabel(
            variabel="sasaran", periode=Periode(2024, 4), nilai=Bilangan(Angka(60), "orang"), sumber="Pendataan"
        ),
    ),
    daftar_target=(
        _target("cakupan", persen(80)),
        _target("cakupan", persen(90), tahun=2026, dokumen="renstra"),
        _target("miskin", persen(10)),
        _target("kla", MADYA),
        _target("waktu", Rentang(Angka(7), Angka(8), "bulan")),
    ),
    daftar_nilai_tercatat=(
        NilaiTercatat(indikator="cakupan", periode=TAHUN, nilai=persen(78), sumber="Naskah lama", letak="Tabel 1"),
        NilaiTercatat(indikator="cakupan", periode=LALU, nilai=persen(70), sumber="LKjIP 2023"),
        NilaiTercatat(
            indikator="miskin",
            periode=TAHUN,
            nilai=persen(12, 1, Tanda(JenisTanda.NILAI_LUAR, "Diterbitkan BPS.")),
            sumber="BPS",
        ),
        NilaiTercatat(indikator="miskin", periode=LALU, nilai=persen(11), sumber="BPS"),
        NilaiTercatat(
            indikator="kla",
            periode=TAHUN,
            nilai=BelumAda(AlasanBelumAda.TIDAK_DIEVALUASI, "Evaluasi ditunda."),
            sumber="Kementerian",
        ),
        NilaiTercatat(indikator="waktu", periode=TAHUN, nilai=Bilangan(Angka(15, 2), "bulan"), sumber="Register"),
    ),
    daftar_pembanding=(
        Pembanding(indikator="miskin", tahun=2023, cakupan="nasional", nilai=persen(9), sumber="BPS"),
        Pembanding(
            indikator="kla",
            tahun=2024,
            cakupan="nasional",
            nilai=BelumAda(AlasanBelumAda.BELUM_TERBIT, "Belum diumumkan."),
            sumber="Kementerian",
        ),
    ),
    daftar_skala=(
        Skala(
            id="predikat",
            nama="Skala capaian",
            jenis="capaian",
            dasar="Permendagri 86/2017",
            kelas=(
                Kelas(label="Sangat rendah", kode="SR"),
                Kelas(label="Rendah", kode="R", bawah=Angka(51)),
                Kelas(label="Sedang", kode="S", bawah=Angka(66)),
                Kelas(label="Tinggi", kode="T", bawah=Angka(76)),
                Kelas(label="Sangat tinggi", kode="ST", bawah=Angka(91)),
            ),
        ),
        Skala(id="kla", nama="KLA", jenis="kategori", kelas=tuple(Kelas(label=k) for k in ("Pratama", "Madya"))),
    ),
    daftar_anggaran=(
        _anggaran("1", "", P, "Program Layanan"),
        _anggaran("1.1", "1", K, "Kegiatan Layanan"),
        _anggaran("1.2", "1", K, "Kegiatan Perlindungan"),
        _anggaran("2", "", P, "Program Penunjang", penunjang=True),
        _anggaran("2.1", "2", K, "Kegiatan Penunjang", penunjang=True),
        _anggaran("3", "", P, "Program Lain"),
        _anggaran("3.1", "3", K, "Kegiatan Lain"),
    ),
    daftar_edisi_pagu=(
        EdisiPagu(id="murni", nomor=1, nama="Pagu murni", jenis="murni", cakupan="Belanja langsung"),
        EdisiPagu(
            id="perubahan",
            nomor=2,
            nama="Pagu perubahan",
            jenis="perubahan",
            cakupan="Belanja langsung",
            nomor_dokumen="DPPA 1",
            tanggal=date(2024, 10, 1),
        ),
    ),
    daftar_pagu=tuple(
        Pagu(edisi=edisi, kode=kode, sen=juta * JUTA)
        for edisi in ("murni", "perubahan")
        for kode, juta in (("1.1", 600), ("1.2", 200), ("2.1", 150), ("3.1", 50))
    ),
    daftar_realisasi=tuple(
        Realisasi(kode=kode, periode=Periode(2024, 4), sen=juta * JUTA, sumber="LRA")
        for kode, juta in (("1.1", 540), ("1.2", 200), ("2.1", 120), ("3.1", 0))
    ),
    daftar_edisi_pemetaan=(EdisiPemetaan(id="peta", nama="Pemetaan resmi", dasar="Keputusan 1."),),
    daftar_pemetaan=(
        Pemetaan(edisi="peta", kode="1.1", simpul="s1"),
        Pemetaan(edisi="peta", kode="1.2", simpul="s2"),
    ),
    daftar_perjanjian=(
        Perjanjian(
            id="pk",
            jenis="kepala dinas",
            nomor="1/PK",
            tanggal=date(2024, 1, 15),
            tempat="Contoh",
            pihak_pertama="kepala",
            pihak_kedua="wali",
            edisi_pagu="murni",
        ),
    ),
    daftar_penandatangan=(
        Penandatangan(dokumen="lkjip", jabatan="kepala", tempat="Contoh", tanggal=date(2025, 1, 20)),
    ),
    daftar_analisis=(
        Analisis(
            indikator="cakupan",
            periode=TAHUN,
            penyebab="Capaian {capaian:cakupan} di bawah target.",
            solusi="- Menambah petugas.\n- Membuka pos.",
        ),
    ),
    daftar_narasi=(
        Narasi(kunci="gambaran_umum", teks="Dinas Contoh melayani warga."),
        Narasi(kunci="kesimpulan", teks="Serapan {serapan:total} **baik**."),
    ),
    daftar_penghargaan=(Penghargaan(nama="Pelayanan Prima", tingkat="nasional", tahun=2024),),
    daftar_isu=(Isu(uraian="Data belum lengkap."),),
    daftar_dasar_hukum=(DasarHukum(nama="Perpres 29 Tahun 2014", tentang="SAKIP"),),
)
"""The agency in the year 2024; tests change it with ``dataclasses.replace``."""
