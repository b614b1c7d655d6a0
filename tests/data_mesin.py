"""
Hand-made agency-years for the tests of the engine.

``make_2020`` holds the published facts of one agency in 2020 (LKjIP 2020: forms of Triwulan I to IV, Tabel 3.2):
PMKS 1277 of 1816 beside 92 % in the text, 49,48 % without parts, 42 cases without a count of the year before, and a
category that was not evaluated.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from nilai_uji import persen
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
from tolok.core.indikator import EdisiIndikator, NilaiTercatat, NilaiVariabel, Pembanding, Sifat, Target, Variabel
from tolok.core.instansi import TahunInstansi
from tolok.core.kebijakan import Kebijakan
from tolok.core.naskah import Perjanjian
from tolok.core.nilai import AlasanBelumAda, BelumAda, Bilangan, Kategori, Nilai
from tolok.core.organisasi import Instansi, Jabatan
from tolok.core.periode import Periode
from tolok.core.rencana import EdisiRencana, JenisSimpul, SimpulRencana
from tolok.core.skala import Kelas, Skala

TAHUN = Periode(2020)
TW1, TW2, TW3, TW4 = (Periode(2020, triwulan) for triwulan in range(1, 5))

RUMUS_PMKS = "[Jumlah PMKS yang terpenuhi] / [Jumlah PMKS] * 100%"
RUMUS_KASUS = "([Jumlah kasus]@tahun_lalu - [Jumlah kasus]) / [Jumlah kasus]@tahun_lalu * 100%"

SKALA = Skala(
    id="permendagri-86-2017",
    nama="Permendagri 86/2017",
    jenis="kelas",
    kelas=(
        Kelas(label="Sangat rendah"),
        Kelas(label="Rendah", bawah=Angka(51)),
        Kelas(label="Sedang", bawah=Angka(66)),
        Kelas(label="Tinggi", bawah=Angka(76)),
        Kelas(label="Sangat tinggi", bawah=Angka(91)),
    ),
)
KLA = Skala(
    id="kla",
    nama="Kategori KLA",
    jenis="kategori",
    kelas=tuple(Kelas(label=label) for label in ("Pratama", "Madya", "Nindya", "Utama", "Kota Layak Anak")),
)

# kode, pagu Triwulan I, pagu Triwulan II, pagu Tabel 3.2, realisasi TW I, TW II, TW IV (rupiah)
_KEGIATAN = (
    ("2.1", 291188000, 234570500, 234570500, 19574500, 58935000, 222386500),
    ("2.2", 303817000, 245747000, 211317000, 8737500, 32609000, 159868100),
    ("2.3", 1906946000, 528917500, 540347600, 50062000, 268903250, 502988250),
    ("3.1", 146089500, 115184500, 115184500, 4466500, 10487500, 110097000),
    ("3.2", 313365000, 187858100, 262941000, 3246559, 47360059, 234129559),
    ("3.3", 202301250, 97529450, 100529450, 8756500, 35281500, 93954000),
    ("4.1", 100700000, 100700000, 100700000, 0, 0, 100693000),
    ("4.2", 50000000, 50000000, 50000000, 0, 0, 49858500),
    ("4.3", 66450000, 66450000, 66450000, 0, 0, 66447500),
    ("4.4", 83324000, 83324000, 83324000, 0, 0, 83323000),
    ("8.1", 195822750, 118612250, 46975000, 0, 2796500, 46065500),
    ("5.1", 450701500, 135694560, 135694560, 47757500, 53874500, 108372500),
    ("5.2", 152947000, 39797000, 39797000, 7615000, 8485000, 18050000),
    ("6.1", 214697000, 74358200, 74358200, 5621000, 36127500, 66814500),
    ("6.2", 141475375, 50444225, 70444225, 41225000, 42125000, 67902500),
    ("7.1", 161247500, 161247500, 161247500, 2796500, 3332800, 129814800),
    ("1.1", 62733100, 51458100, 51458100, 10424000, 22702500, 43332500),
    ("1.2", 1688858774, 992987325, 1114221494, 215870718, 403801453, 907915001),
    ("1.3", 139260000, 72120000, 72120000, 7289000, 20442500, 45577000),
)


def orang(n: int) -> Bilangan:
    return Bilangan(Angka(n), "orang")


def edisi(indikator: str, *, simpul: str = "s1", **lain: Any) -> EdisiIndikator:
    isi: dict[str, Any] = {
        "indikator": indikator,
        "edisi": f"{indikator}-1",
        "berlaku_mulai": date(2020, 1, 1),
        "dicatat_pada": date(2020, 1, 31),
        "simpul": simpul,
        "nama": f"Persentase {indikator}",
        "satuan": "%",
        **lain,
    }
    return EdisiIndikator(**isi)


def target(indikator: str, nilai: Nilai, periode: Periode = TAHUN, dokumen: str = "pk-2020", **lain: Any) -> Target:
    return Target(indikator=indikator, periode=periode, nilai=nilai, dokumen=dokumen, **lain)


def isian(variabel: str, periode: Periode, nilai: int | Nilai, **lain: Any) -> NilaiVariabel:
    isi = orang(nilai) if isinstance(nilai, int) else nilai
    return NilaiVariabel(variabel=variabel, periode=periode, nilai=isi, **lain)


def tercatat(indikator: str, periode: Periode, nilai: Nilai, sumber: str = "LKjIP 2020", **lain: Any) -> NilaiTercatat:
    return NilaiTercatat(indikator=indikator, periode=periode, nilai=nilai, sumber=sumber, **lain)


def variabel(id_: str, label: str, sifat: Sifat = Sifat.POSISI) -> Variabel:
    return Variabel(id=id_, label=label, satuan="orang", sifat=sifat)


def perjanjian(id_: str = "pk-2020", tanggal: date | None = None) -> Perjanjian:
    return Perjanjian(
        id=id_, jenis="kepala", tanggal=tanggal, pihak_pertama="kadis", pihak_kedua="wali-kota", edisi_pagu="t32"
    )


def make_data(**lain: Any) -> TahunInstansi:
    """A small agency: one sasaran ``s1`` under tujuan ``t1``, one agreement without a date, no indicator yet."""
    isi: dict[str, Any] = {
        "instansi": Instansi(
            id="dinas",
            nama="Dinas Contoh",
            nama_pendek="Dinas",
            pemerintah="Pemerintah Kota Contoh",
            kota="Kota Contoh",
            alamat="Jalan Contoh 1",
            kepala_daerah="Wali Kota Contoh",
        ),
        "tahun": 2020,
        "kebijakan": Kebijakan(skala=SKALA.id),
        "rencana_berlaku": "renstra",
        "daftar_edisi_rencana": (
            *(
                EdisiRencana(
                    id=id_,
                    dokumen="Renstra",
                    nama=f"Renstra {awal}-{akhir}",
                    tahun_awal=awal,
                    tahun_akhir=akhir,
                    dicatat_pada=date(awal, 1, 1),
                )
                for id_, awal, akhir in (("renstra-lama", 2014, 2019), ("renstra", 2019, 2024))
            ),
        ),
        "daftar_simpul": (
            SimpulRencana(edisi="renstra", id="t1", jenis=JenisSimpul.TUJUAN, uraian="Tujuan"),
            SimpulRencana(edisi="renstra", id="s1", jenis=JenisSimpul.SASARAN, uraian="Sasaran 1", induk="t1"),
        ),
        "daftar_perjanjian": (perjanjian(),),
        "daftar_skala": (SKALA, KLA),
        "daftar_edisi_pagu": (EdisiPagu(id="t32", nomor=1, nama="Murni", jenis="murni", cakupan="belanja langsung"),),
        "daftar_jabatan": (Jabatan(id="kadis", nama="Kepala Dinas"), Jabatan(id="wali-kota", nama="Wali Kota")),
        **lain,
    }
    return TahunInstansi(**isi)


def make_2020() -> TahunInstansi:
    """The published year 2020, as far as the engine needs it."""
    return make_data(
        daftar_simpul=(
            SimpulRencana(edisi="renstra", id="t1", jenis=JenisSimpul.TUJUAN, uraian="Kesejahteraan sosial"),
            *(
                SimpulRencana(edisi="renstra", id=f"s{n}", jenis=JenisSimpul.SASARAN, uraian=f"Sasaran {n}", induk="t1")
                for n in (1, 2, 3)
            ),
            SimpulRencana(edisi="renstra-lama", id="s1", jenis=JenisSimpul.SASARAN, uraian="Sasaran lama"),
        ),
        daftar_indikator=(
            edisi("pmks", nama="Persentase PMKS yang terpenuhi kebutuhan dasarnya", rumus=RUMUS_PMKS, maksimum="100"),
            edisi(
                "tkp",
                simpul="s2",
                nama="Persentase tenaga kerja perempuan",
                rumus="[Jumlah tenaga kerja perempuan] / [Jumlah tenaga kerja] * 100%",
            ),
            edisi("kasus", simpul="s3", nama="Persentase penurunan kasus kekerasan", rumus=RUMUS_KASUS),
            edisi("kla", simpul="s3", nama="Kategori Kota Layak Anak", satuan="kategori", digit=0, skala="kla"),
        ),
        daftar_variabel=(
            variabel("pmks-terpenuhi", "Jumlah PMKS yang terpenuhi"),
            variabel("pmks-jumlah", "Jumlah PMKS"),
            variabel("tk-perempuan", "Jumlah tenaga kerja perempuan"),
            variabel("tk", "Jumlah tenaga kerja"),
            replace(variabel("kasus", "Jumlah kasus", Sifat.ARUS), satuan="kasus"),
        ),
        daftar_nilai_variabel=(
            *(isian("pmks-terpenuhi", periode, 1277, sumber="Formulir") for periode in (TW1, TW2, TW3, TW4)),
            *(isian("pmks-jumlah", periode, 1816, sumber="Formulir") for periode in (TW1, TW2, TW3, TW4)),
            isian("kasus", TAHUN, Bilangan(Angka(42), "kasus"), sumber="P2TP2A"),
        ),
        daftar_nilai_tercatat=(
            tercatat("pmks", Periode(2019), persen("95")),
            tercatat("pmks", TAHUN, persen("92"), letak="Tabel 3.1.1.A"),
            tercatat("tkp", Periode(2019), persen("26.76")),
            tercatat("tkp", TAHUN, persen("49.48")),
            tercatat("kasus", Periode(2019), persen("53")),
            tercatat("kasus", TAHUN, persen("161.5")),
            tercatat("kla", Periode(2019), Kategori("Madya", 2, "kla")),
            tercatat("kla", TAHUN, BelumAda(AlasanBelumAda.TIDAK_DIEVALUASI, "Evaluasi 2020 tidak diselenggarakan.")),
        ),
        daftar_target=(
            target("pmks", persen("86")),
            target("tkp", persen("48.25")),
            target("kasus", persen("95")),
            target("kla", Kategori("Madya", 2, "kla")),
            target("pmks", persen("75"), Periode(2024), "renstra"),
        ),
        daftar_pembanding=(
            Pembanding(indikator="pmks", tahun=2019, cakupan="nasional", nilai=persen("60"), sumber="Kementerian"),
            Pembanding(indikator="pmks", tahun=2020, cakupan="provinsi", nilai=persen("65"), sumber="Provinsi"),
        ),
        daftar_anggaran=(
            *(
                SimpulAnggaran(
                    kode=str(n),
                    tingkat=TingkatAnggaran.PROGRAM,
                    nama=f"Program {n}",
                    sifat=SifatProgram.PENUNJANG if n == 1 else SifatProgram.URUSAN,
                )
                for n in range(1, 9)
            ),
            *(
                SimpulAnggaran(kode=kode, induk=kode[0], tingkat=TingkatAnggaran.KEGIATAN, nama=f"Kegiatan {kode}")
                for kode, *_ in _KEGIATAN
            ),
        ),
        daftar_edisi_pagu=tuple(
            EdisiPagu(id=id_, nomor=n, nama=nama, jenis="murni", cakupan="belanja langsung", sumber=nama)
            for n, (id_, nama) in enumerate(
                (("tw1", "Triwulan I"), ("tw2", "Triwulan II"), ("t32", "Tabel 3.2")), start=1
            )
        ),
        pagu_laporan="t32",
        pagu_triwulan=("tw1", "tw2", "tw1", "tw1"),
        daftar_pagu=tuple(
            Pagu(edisi=id_, kode=kode, sen=jumlah * 100)
            for kode, *daftar in _KEGIATAN
            for id_, jumlah in zip(("tw1", "tw2", "t32"), daftar[:3], strict=True)
        ),
        daftar_realisasi=tuple(
            Realisasi(kode=kode, periode=periode, sen=jumlah * 100, sumber=periode.label)
            for kode, *daftar in _KEGIATAN
            for periode, jumlah in zip((TW1, TW2, TW4), daftar[3:], strict=True)
        ),
        daftar_edisi_pemetaan=(
            EdisiPemetaan(id="tabel-e-i", nama="Tabel E dan I"),
            EdisiPemetaan(id="formulir", nama="Formulir"),
        ),
        pemetaan_berlaku="tabel-e-i",
        daftar_pemetaan=(
            *(Pemetaan(edisi="tabel-e-i", kode=kode, simpul="s1", indikator="pmks") for kode in "234"),
            *(Pemetaan(edisi="tabel-e-i", kode=kode, simpul="s2") for kode in "57"),
            Pemetaan(edisi="tabel-e-i", kode="6.1", simpul="s3", indikator="kasus"),
            Pemetaan(edisi="tabel-e-i", kode="6.2", indikator="kla"),
            Pemetaan(edisi="formulir", kode="8", simpul="s1"),
        ),
    )


def ubah(data: TahunInstansi, **lain: Any) -> TahunInstansi:
    return replace(data, **lain)
