"""
Random but valid agencies: the material of property tests, of the comparison with a second implementation, and of the
growth bench. The same seed gives the same agency on every machine.
"""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Final

from tolok.core.anggaran import SifatProgram
from tolok.core.angka import Angka
from tolok.core.instansi import TahunInstansi
from tolok.core.kebijakan import (
    DalamRentang,
    DasarHitung,
    Kebijakan,
    KebijakanNol,
    KebijakanTidakLapor,
    LuarRentang,
    RataRata,
    RumusEfisiensi,
    RumusTurun,
)
from tolok.core.naskah import Analisis, DasarHukum, Isu, Narasi, Penandatangan, Penghargaan, Perjanjian
from tolok.core.organisasi import Instansi, Jabatan, KelompokPegawai, Pejabat, StatusPejabat, Unit
from tolok.core.periode import Periode
from tolok.core.rencana import EdisiRencana, JenisSimpul, SimpulRencana
from tolok.core.skala import JENIS_KATEGORI, JENIS_KELAS, Kelas, Skala
from tolok.paket.acak_anggaran import BahanAnggaran
from tolok.paket.acak_indikator import BahanIndikator

_RENCANA: Final = "renstra"
_KOTA: Final = "Contoh Raya"
_BILANGAN: Final = ("Satu", "Dua", "Tiga", "Empat", "Lima", "Enam", "Tujuh", "Delapan", "Sembilan")


def make_instansi_acak(
    *,
    seed: int,
    jumlah_sasaran: int | None = None,
    ukuran: int = 1,
    jumlah_indikator: int = 0,
    jumlah_anggaran: int = 0,
) -> TahunInstansi:
    """
    Return a random agency-year that can be used as a package; at most units that did not report are warned of.

    :param jumlah_sasaran: number of sasaran before ``ukuran`` (default: 1 to 4, random)
    :param ukuran: multiplies the number of sasaran, and with it everything else
    :param jumlah_indikator: at least so many indicators, parts of composite ones among them
    :param jumlah_anggaran: at least so many budget nodes
    """
    acak = Random(seed)  # noqa: S311 - repeatable test material, no secret
    tahun = acak.randint(2018, 2027)
    tahun_awal = tahun - acak.randint(0, 3)
    daftar_skala = _daftar_skala(acak)
    daftar_perjanjian = tuple(_daftar_perjanjian(acak, tahun))
    daftar_unit, daftar_jabatan = _organisasi(acak, ukuran)
    rencana = BahanIndikator(
        acak=acak,
        tahun=tahun,
        tahun_awal=tahun_awal,
        tahun_akhir=tahun + acak.randint(0, 3),
        rencana=_RENCANA,
        daftar_perjanjian=tuple(perjanjian.id for perjanjian in daftar_perjanjian),
        daftar_skala=daftar_skala,
        daftar_unit=tuple(unit.id for unit in daftar_unit if unit.id.startswith("bidang")),
    )
    anggaran = BahanAnggaran(acak, tahun)
    anggaran.tambah_program(sifat=SifatProgram.PENUNJANG)
    daftar_simpul = _isi_rencana(rencana, anggaran, (jumlah_sasaran or acak.randint(1, 4)) * ukuran)
    daftar_sasaran = [simpul.id for simpul in daftar_simpul if simpul.jenis is JenisSimpul.SASARAN]
    while rencana.jumlah < jumlah_indikator:
        rencana.tambah(acak.choice(daftar_sasaran))
    while len(anggaran.anggaran) < jumlah_anggaran:
        anggaran.tambah_program(sifat=SifatProgram.URUSAN, simpul=acak.choice(daftar_sasaran))
    if not rencana.variabel:
        rencana.bilangan("orang", 5, 90)
    if acak.random() < 0.4:
        anggaran.tambah_program(sifat=SifatProgram.URUSAN)
    is_berubah = acak.random() < 0.7
    return TahunInstansi(
        instansi=_instansi(acak, seed),
        tahun=tahun,
        kebijakan=_kebijakan(acak),
        rencana_berlaku=_RENCANA,
        pagu_laporan="perubahan" if is_berubah else "murni",
        pagu_triwulan=("murni", "murni", "murni", "perubahan") if is_berubah else ("murni",) * 4,
        pemetaan_berlaku=acak.choice(("petunjuk", "laporan")),
        daftar_unit=daftar_unit,
        daftar_jabatan=daftar_jabatan,
        daftar_pejabat=tuple(_daftar_pejabat(acak, tahun, daftar_jabatan)),
        daftar_pegawai=tuple(
            KelompokPegawai(nama=nama, jumlah=acak.randint(0, 60))
            for nama in ("Golongan II", "Golongan III", "Golongan IV")
        ),
        daftar_edisi_rencana=(
            EdisiRencana(
                id=_RENCANA,
                dokumen="renstra",
                nama=f"Renstra {rencana.tahun_awal}-{rencana.tahun_akhir}",
                tahun_awal=rencana.tahun_awal,
                tahun_akhir=rencana.tahun_akhir,
                berlaku_mulai=acak.choice((None, date(tahun_awal, 1, 1))),
                dicatat_pada=date(tahun_awal, 1, 31),
            ),
        ),
        daftar_simpul=tuple(daftar_simpul),
        daftar_indikator=tuple(rencana.indikator),
        daftar_variabel=tuple(rencana.variabel),
        daftar_nilai_variabel=tuple(rencana.nilai_variabel),
        daftar_target=tuple(rencana.target),
        daftar_nilai_tercatat=tuple(rencana.nilai_tercatat),
        daftar_pembanding=tuple(rencana.pembanding),
        daftar_jembatan=tuple(rencana.jembatan),
        daftar_skala=daftar_skala,
        daftar_anggaran=tuple(anggaran.anggaran),
        daftar_edisi_pagu=tuple(anggaran.edisi_pagu),
        daftar_pagu=tuple(anggaran.pagu),
        daftar_realisasi=tuple(anggaran.realisasi),
        daftar_edisi_pemetaan=tuple(anggaran.edisi_pemetaan),
        daftar_pemetaan=tuple(anggaran.pemetaan),
        daftar_perjanjian=daftar_perjanjian,
        daftar_penandatangan=tuple(_daftar_penandatangan(acak, tahun)),
        daftar_analisis=tuple(_daftar_analisis(rencana)),
        daftar_narasi=tuple(_daftar_narasi(acak, rencana, anggaran, daftar_simpul)),
        daftar_penghargaan=tuple(
            Penghargaan(nama=f"Penghargaan Contoh {nomor}", tingkat=acak.choice(("kota", "provinsi")), tahun=tahun)
            for nomor in range(acak.randint(0, 3))
        ),
        daftar_isu=tuple(Isu(uraian=f"Isu strategis contoh {nomor}.") for nomor in range(1, acak.randint(2, 5))),
        daftar_dasar_hukum=(
            DasarHukum(
                nama="Peraturan Presiden Nomor 29 Tahun 2014",
                tentang="Sistem Akuntabilitas Kinerja Instansi Pemerintah",
            ),
        ),
    )


def _isi_rencana(rencana: BahanIndikator, anggaran: BahanAnggaran, jumlah_sasaran: int) -> list[SimpulRencana]:
    """Fill the plan and the programs that serve it; returns the nodes of the plan."""
    acak = rencana.acak
    daftar_simpul: list[SimpulRencana] = []
    tujuan = ""
    for nomor in range(1, jumlah_sasaran + 1):
        if not tujuan or acak.random() < 0.4:
            tujuan = f"t{nomor}"
            daftar_simpul.append(_simpul(acak, tujuan, JenisSimpul.TUJUAN, ""))
            if acak.random() < 0.3:
                rencana.tambah(tujuan, "tujuan")
        sasaran = f"s{nomor}"
        daftar_simpul.append(_simpul(acak, sasaran, JenisSimpul.SASARAN, tujuan))
        daftar_indikator = tuple(rencana.tambah(sasaran) for _ in range(acak.randint(1, 3)))
        for _ in range(acak.randint(0, 2) or 1):
            anggaran.tambah_program(sifat=SifatProgram.URUSAN, simpul=sasaran, daftar_indikator=daftar_indikator)
    return daftar_simpul


def _simpul(acak: Random, id_simpul: str, jenis: JenisSimpul, induk: str) -> SimpulRencana:
    return SimpulRencana(
        edisi=_RENCANA,
        id=id_simpul,
        jenis=jenis,
        uraian=f"Meningkatnya {acak.choice(('layanan', 'perlindungan', 'pemberdayaan'))} masyarakat ({id_simpul})",
        induk=induk,
        tujuan_rpjmd=acak.choice(("", "Mewujudkan kesejahteraan")),
        iku_kota=acak.choice(("", "Angka kemiskinan")),
        strategi=tuple(f"Strategi {nomor}" for nomor in range(acak.randint(0, 3))),
        kebijakan=tuple(f"Arah kebijakan {nomor}; tahap awal" for nomor in range(acak.randint(0, 2))),
    )


def _instansi(acak: Random, seed: int) -> Instansi:
    return Instansi(
        id=f"dinas-contoh-{seed}",
        nama=f"Dinas Contoh Nomor {seed}",
        nama_pendek="Dinas Contoh",
        pemerintah=f"Pemerintah Kota {_KOTA}",
        kota=_KOTA,
        alamat="Jalan Contoh Nomor 1",
        kepala_daerah="Wali Kota",
        urusan=tuple(acak.sample(("sosial", "pemberdayaan perempuan", "perlindungan anak"), acak.randint(1, 3))),
        tugas=acak.choice(("", "Membantu wali kota melaksanakan urusan pemerintahan.")),
        fungsi=acak.choice(((), ("perumusan kebijakan", "pelaksanaan kebijakan", "evaluasi"))),
    )


def _kebijakan(acak: Random) -> Kebijakan:
    return Kebijakan(
        rumus_turun=acak.choice(list(RumusTurun)),
        batas=acak.choice((None, Angka(100), Angka(110), Angka(120), Angka(1505, 10))),
        dasar_hitung=acak.choice(list(DasarHitung)),
        rata_rata=acak.choice(list(RataRata)),
        efisiensi=acak.choice(list(RumusEfisiensi)),
        skala="predikat",
        bagian_minimum=acak.choice((Angka(0), Angka(50), Angka(75), Angka(100))),
        turun_target_nol=acak.choice(list(KebijakanNol)),
        turun_realisasi_nol=acak.choice(list(KebijakanNol)),
        naik_target_nol=acak.choice(list(KebijakanNol)),
        tidak_lapor=acak.choice(list(KebijakanTidakLapor)),
        dalam_rentang=acak.choice(list(DalamRentang)),
        luar_rentang=acak.choice(list(LuarRentang)),
        dasar=acak.choice(("", "Peraturan Wali Kota Contoh")),
    )


def _daftar_skala(acak: Random) -> tuple[Skala, ...]:
    bawah = sorted(acak.sample(range(30, 100), 4))
    label = ("Sangat Rendah", "Rendah", "Sedang", "Tinggi", "Sangat Tinggi")
    kelas = [
        Kelas(label=label[0]),
        *(Kelas(label=nama, bawah=Angka(b)) for nama, b in zip(label[1:], bawah, strict=True)),
    ]
    if acak.random() < 0.5:
        kelas.reverse()
    ordinal = tuple(Kelas(label=nama) for nama in ("Pratama", "Madya", "Nindya", "Utama")[: acak.randint(2, 4)])
    return (
        Skala(id="predikat", nama="Predikat capaian", jenis=JENIS_KELAS, kelas=tuple(kelas), dasar="Peraturan Contoh"),
        Skala(id="kla", nama="Kota layak", jenis=JENIS_KATEGORI, kelas=ordinal),
        Skala(
            id="akreditasi",
            nama="Akreditasi",
            jenis=JENIS_KATEGORI,
            kelas=(Kelas(label="Cukup", kode="C"), Kelas(label="Baik", kode="B"), Kelas(label="Utama", kode="A")),
        ),
    )


def _organisasi(acak: Random, ukuran: int) -> tuple[tuple[Unit, ...], tuple[Jabatan, ...]]:
    daftar_unit = [
        Unit(id="dinas", nama="Dinas Contoh", jenis="dinas"),
        Unit(id="sekretariat", nama="Sekretariat", induk="dinas"),
    ]
    daftar_jabatan = [
        Jabatan(id="wali-kota", nama="Wali Kota", jenis="kepala daerah"),
        Jabatan(id="kepala", nama="Kepala Dinas", unit="dinas", jenis="kepala"),
        Jabatan(id="sekretaris", nama="Sekretaris", unit="sekretariat"),
    ]
    for nomor in range(1, acak.randint(1, 4) * ukuran + 1):
        daftar_unit.append(Unit(id=f"bidang-{nomor}", nama=f"Bidang Contoh {nomor}", induk="dinas", tugas="Melayani."))
        daftar_jabatan.append(Jabatan(id=f"kabid-{nomor}", nama=f"Kepala Bidang {nomor}", unit=f"bidang-{nomor}"))
        daftar_unit.extend(
            Unit(id=f"seksi-{nomor}-{anak}", nama=f"Seksi Contoh {nomor}.{anak}", induk=f"bidang-{nomor}")
            for anak in range(acak.randint(0, 3))
        )
    return tuple(daftar_unit), tuple(daftar_jabatan)


def _daftar_pejabat(acak: Random, tahun: int, daftar_jabatan: tuple[Jabatan, ...]) -> list[Pejabat]:
    return [
        Pejabat(
            jabatan=jabatan.id,
            nama=f"Contoh Pejabat {acak.choice(_BILANGAN)} {acak.choice(_BILANGAN)}",
            pangkat=acak.choice(("", "Pembina", "Pembina Utama Muda")),
            status=acak.choice(list(StatusPejabat)),
            berlaku_mulai=date(tahun, bulan, 1),
            dicatat_pada=date(tahun, bulan, 3),
        )
        for jabatan in daftar_jabatan
        for bulan in ((1, 7) if acak.random() < 0.2 else (1,))
    ]


def _daftar_perjanjian(acak: Random, tahun: int) -> list[Perjanjian]:
    awal = Perjanjian(
        id=f"pk-{tahun}",
        jenis="awal",
        nomor=acak.choice(("", f"050/{acak.randint(1, 99)}/{tahun}")),
        tanggal=date(tahun, 1, 2),
        tempat=_KOTA,
        pihak_pertama="kepala",
        pihak_kedua="wali-kota",
        edisi_pagu="murni",
    )
    if acak.random() < 0.5:
        return [awal]
    perubahan = Perjanjian(
        id=f"pk-perubahan-{tahun}",
        jenis="perubahan",
        tanggal=date(tahun, 10, 2),
        tempat=_KOTA,
        pihak_pertama="kepala",
        pihak_kedua="wali-kota",
        edisi_pagu="perubahan",
        alasan="2",
    )
    return [awal, perubahan]


def _daftar_penandatangan(acak: Random, tahun: int) -> list[Penandatangan]:
    daftar_dokumen = (
        "lkjip",
        "perjanjian",
        "renstra",
        "realisasi-anggaran",
        *(f"pengukuran-tw{t}" for t in range(1, 5)),
    )
    return [
        Penandatangan(
            dokumen=dokumen, jabatan="kepala", tempat=_KOTA, tanggal=acak.choice((None, date(tahun + 1, 1, 20)))
        )
        for dokumen in daftar_dokumen
    ]


def _daftar_analisis(rencana: BahanIndikator) -> list[Analisis]:
    acak = rencana.acak
    return [
        Analisis(
            indikator=indikator,
            periode=Periode(rencana.tahun, triwulan),
            penyebab=f"Capaian {{capaian:{indikator}@{Periode(rencana.tahun, triwulan).kunci}}} berkat layanan baru.",
            solusi=acak.choice(("", "Menambah titik layanan.")),
        )
        for indikator in dict.fromkeys(edisi.indikator for edisi in rencana.indikator)
        for triwulan in ((0, 1, 2, 3, 4) if acak.random() < 0.3 else (0,))
    ]


def _daftar_narasi(
    acak: Random, rencana: BahanIndikator, anggaran: BahanAnggaran, daftar_simpul: list[SimpulRencana]
) -> list[Narasi]:
    indikator = acak.choice(rencana.indikator).indikator
    sasaran = acak.choice([simpul.id for simpul in daftar_simpul if simpul.jenis is JenisSimpul.SASARAN])
    kode = acak.choice(anggaran.anggaran).kode
    teks_per_kunci = {
        "capaian_organisasi": f"Rata-rata capaian {{rata_rata_capaian:instansi}}; {{realisasi:{indikator}@tw2}}.",
        "gambaran_umum": "Dinas Contoh melayani **semua** warga.\n\n- layanan dasar\n- pemberdayaan",
        "realisasi_anggaran": f"Serapan {{serapan:total@tahun#murni}} dari {{pagu:{kode}#perubahan}}.",
        f"sasaran_{sasaran}": f"Sasaran ini mencapai {{rata_rata_capaian:{sasaran}}} dengan {{serapan:{sasaran}@tw3}}.",
        "langkah_perbaikan": "1. Memutakhirkan data\n2. Menata jadwal",
        "rencana_strategis": "Renstra memuat tujuan dan sasaran.",
    }
    return [Narasi(kunci=kunci, teks=teks) for kunci, teks in sorted(teks_per_kunci.items()) if acak.random() < 0.8]
