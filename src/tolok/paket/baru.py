"""New packages: a small valid one to start from, or the next year of an old one with its values emptied."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from tolok.core.anggaran import (
    EdisiPagu,
    EdisiPemetaan,
    Pagu,
    Pemetaan,
    SifatProgram,
    SimpulAnggaran,
    TingkatAnggaran,
)
from tolok.core.angka import Angka
from tolok.core.indikator import EdisiIndikator, NilaiVariabel, Sifat, Target, Variabel
from tolok.core.instansi import TahunInstansi
from tolok.core.kebijakan import Kebijakan
from tolok.core.naskah import DasarHukum, Narasi, Penandatangan, Perjanjian
from tolok.core.nilai import AlasanBelumAda, BelumAda, Bilangan
from tolok.core.organisasi import Instansi, Jabatan, Pejabat, Unit
from tolok.core.periode import Periode
from tolok.core.rencana import EdisiRencana, JenisSimpul, SimpulRencana
from tolok.core.skala import JENIS_KELAS, Kelas, Skala
from tolok.paket.periksa_isian import AWALAN_ISIAN
from tolok.paket.skema import format_acuan_kolom

KOSONG: Final = BelumAda(AlasanBelumAda.BELUM_DIISI)
PETUNJUK: Final = "PETUNJUK.md"
_KELAS_86: Final = (("Sangat Rendah", None), ("Rendah", 51), ("Sedang", 66), ("Tinggi", 76), ("Sangat Tinggi", 91))


def make_paket_awal(*, tahun: int, id_instansi: str = "dinas-baru") -> TahunInstansi:
    """
    Return a small agency-year that can be used: one sasaran, one indicator with its formula, two programs.

    What the officer has to write begins with ``AWALAN_ISIAN`` and is a peringatan of every check until it is written.

    :source: the scale is that of Permendagri 86/2017, lower bounds as domain handbook 11
    """
    awal = date(tahun, 1, 1)
    rencana, pagu, pemetaan, perjanjian = f"renstra-{tahun}", f"murni-{tahun}", f"pemetaan-{tahun}", f"pk-{tahun}"
    return TahunInstansi(
        instansi=Instansi(
            id=id_instansi,
            nama=_isi("nama lengkap perangkat daerah"),
            nama_pendek=_isi("nama pendek"),
            pemerintah=_isi("Pemerintah Kota atau Kabupaten beserta namanya"),
            kota=_isi("Kota atau Kabupaten beserta namanya"),
            alamat=_isi("jalan, nomor, kota"),
            kepala_daerah=_isi("Wali Kota atau Bupati beserta nama daerahnya"),
        ),
        tahun=tahun,
        kebijakan=Kebijakan(skala="permendagri-86-2017"),
        rencana_berlaku=rencana,
        pagu_laporan=pagu,
        pagu_triwulan=(pagu,) * 4,
        pemetaan_berlaku=pemetaan,
        daftar_unit=(Unit(id="dinas", nama=_isi("nama perangkat daerah"), jenis="dinas"),),
        daftar_jabatan=(
            Jabatan(id="kepala-daerah", nama=_isi("Wali Kota atau Bupati beserta nama daerahnya")),
            Jabatan(id="kepala-dinas", nama=_isi("sebutan jabatan kepala perangkat daerah"), unit="dinas"),
        ),
        daftar_pejabat=(
            Pejabat(jabatan="kepala-dinas", nama=_isi("nama pejabat"), berlaku_mulai=awal, dicatat_pada=awal),
        ),
        daftar_edisi_rencana=(
            EdisiRencana(
                id=rencana,
                dokumen="renstra",
                nama=_isi("nama Renstra dengan tahunnya"),
                tahun_awal=tahun,
                tahun_akhir=tahun + 4,
                dicatat_pada=awal,
            ),
        ),
        daftar_simpul=(
            SimpulRencana(edisi=rencana, id="t1", jenis=JenisSimpul.TUJUAN, uraian=_isi("bunyi tujuan")),
            SimpulRencana(edisi=rencana, id="s1", jenis=JenisSimpul.SASARAN, uraian=_isi("bunyi sasaran"), induk="t1"),
        ),
        daftar_indikator=(
            EdisiIndikator(
                indikator="iku-1",
                edisi=f"iku-1-{tahun}",
                berlaku_mulai=awal,
                dicatat_pada=awal,
                simpul="s1",
                nama="Persentase warga yang terlayani",
                satuan="%",
                rumus="[Jumlah warga yang terlayani] / [Jumlah warga yang memerlukan layanan] * 100%",
            ),
        ),
        daftar_variabel=(
            Variabel(id="terlayani", label="Jumlah warga yang terlayani", satuan="orang", sifat=Sifat.KUMULATIF),
            Variabel(id="memerlukan", label="Jumlah warga yang memerlukan layanan", satuan="orang", sifat=Sifat.POSISI),
        ),
        daftar_nilai_variabel=_nilai_kosong(("terlayani", "memerlukan"), tahun, {}),
        daftar_target=tuple(
            Target(indikator="iku-1", periode=Periode(tahun), nilai=Bilangan(Angka(100), "%"), dokumen=dokumen)
            for dokumen in (rencana, perjanjian)
        ),
        daftar_skala=(
            Skala(
                id="permendagri-86-2017",
                nama="Skala nilai peringkat kinerja",
                jenis=JENIS_KELAS,
                dasar="Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2017",
                kelas=tuple(Kelas(label=label, bawah=None if b is None else Angka(b)) for label, b in _KELAS_86),
            ),
        ),
        daftar_anggaran=(
            SimpulAnggaran(
                kode="1.06.01",
                tingkat=TingkatAnggaran.PROGRAM,
                nama=_isi("nama program penunjang"),
                sifat=SifatProgram.PENUNJANG,
            ),
            SimpulAnggaran(kode="1.06.02", tingkat=TingkatAnggaran.PROGRAM, nama=_isi("nama program urusan")),
        ),
        daftar_edisi_pagu=(_edisi_pagu(pagu, "seluruh belanja program"),),
        daftar_pagu=tuple(Pagu(edisi=pagu, kode=kode, sen=0) for kode in ("1.06.01", "1.06.02")),
        daftar_edisi_pemetaan=(EdisiPemetaan(id=pemetaan, nama="Pemetaan anggaran ke sasaran"),),
        daftar_pemetaan=(Pemetaan(edisi=pemetaan, kode="1.06.02", simpul="s1", indikator="iku-1"),),
        daftar_perjanjian=(
            Perjanjian(
                id=perjanjian,
                jenis="awal",
                tempat=_isi("tempat tanda tangan"),
                pihak_pertama="kepala-dinas",
                pihak_kedua="kepala-daerah",
                edisi_pagu=pagu,
            ),
        ),
        daftar_penandatangan=tuple(
            Penandatangan(dokumen=dokumen, jabatan="kepala-dinas", tempat=_isi("tempat tanda tangan"))
            for dokumen in ("lkjip", "perjanjian", *(f"pengukuran-tw{triwulan}" for triwulan in range(1, 5)))
        ),
        daftar_narasi=(
            Narasi(kunci="capaian_organisasi", teks="Rata-rata capaian tahun ini {rata_rata_capaian:instansi}."),
        ),
        daftar_dasar_hukum=(
            DasarHukum(
                nama="Peraturan Presiden Nomor 29 Tahun 2014",
                tentang="Sistem Akuntabilitas Kinerja Instansi Pemerintah",
            ),
        ),
    )


def make_paket_lanjutan(lama: TahunInstansi, *, tahun: int) -> TahunInstansi:
    """
    Return the package of another year made from an old one.

    Organisation, plan with its targets, indicators, scales, policies, budget tree and mapping stay, and so do values
    of earlier years, which formulas and comparisons need. Values, pagu, realisasi, dates and texts of the year start
    empty; the old agreements are replaced by one empty agreement.
    """
    pagu, perjanjian = f"murni-{tahun}", f"pk-{tahun}"
    rencana = {edisi.id for edisi in lama.daftar_edisi_rencana}
    sasaran_berlaku = {simpul.id for simpul in lama.daftar_simpul if simpul.edisi == lama.rencana_berlaku}
    simpul_per_induk = {edisi.indikator: edisi.simpul for edisi in lama.daftar_indikator}
    daftar_majemuk = {edisi.indikator for edisi in lama.daftar_indikator if edisi.gabungan is not None}
    daftar_indikator = dict.fromkeys(
        edisi.indikator
        for edisi in lama.daftar_indikator
        if (edisi.simpul or simpul_per_induk.get(edisi.bagian_dari)) in sasaran_berlaku
        and edisi.indikator not in daftar_majemuk
    )
    unit_per_variabel: dict[str, dict[str, None]] = {}
    for nilai in lama.daftar_nilai_variabel:
        if nilai.unit:
            unit_per_variabel.setdefault(nilai.variabel, {})[nilai.unit] = None
    target_rencana = tuple(target for target in lama.daftar_target if target.dokumen in rencana)
    cakupan = lama.daftar_edisi_pagu[0].cakupan if lama.daftar_edisi_pagu else "seluruh belanja program"
    terakhir = lama.daftar_perjanjian[-1:]
    return replace(
        lama,
        tahun=tahun,
        pagu_laporan=pagu,
        pagu_triwulan=(pagu,) * 4,
        daftar_nilai_variabel=tuple(nilai for nilai in lama.daftar_nilai_variabel if nilai.periode.tahun < tahun)
        + _nilai_kosong((satu.id for satu in lama.daftar_variabel), tahun, unit_per_variabel),
        daftar_target=target_rencana
        + tuple(
            Target(indikator=indikator, periode=Periode(tahun), nilai=KOSONG, dokumen=perjanjian)
            for indikator in (daftar_indikator if terakhir else ())
        ),
        daftar_nilai_tercatat=tuple(nilai for nilai in lama.daftar_nilai_tercatat if nilai.periode.tahun < tahun),
        daftar_edisi_pagu=(_edisi_pagu(pagu, cakupan),),
        daftar_pagu=(),
        daftar_realisasi=(),
        daftar_perjanjian=tuple(
            Perjanjian(
                id=perjanjian,
                jenis="awal",
                tempat=lama_terakhir.tempat,
                pihak_pertama=lama_terakhir.pihak_pertama,
                pihak_kedua=lama_terakhir.pihak_kedua,
                edisi_pagu=pagu,
            )
            for lama_terakhir in terakhir
        ),
        daftar_penandatangan=tuple(replace(penanda, tanggal=None) for penanda in lama.daftar_penandatangan),
        daftar_analisis=(),
        daftar_narasi=tuple(replace(narasi, teks="") for narasi in lama.daftar_narasi),
        daftar_penghargaan=(),
    )


def format_petunjuk() -> str:
    """Return the guide that is put beside a new package."""
    pembuka = (
        "# Petunjuk pengisian\n\n"
        "Isi `paket.toml` dahulu, lalu tabel-tabel CSV (dapat dibuka di Excel atau LibreOffice), lalu `narasi/`.\n"
        "Teks yang diawali `ISI:` menyebut apa yang ditulis di situ; ganti seluruhnya, termasuk kata `ISI:`.\n"
        "Periksa kapan saja dengan `tolok paket periksa FOLDER`: yang belum diganti dan setiap masalah disebut\n"
        "berkas, baris, dan kolomnya. Simpan CSV sebagai 'CSV UTF-8'. Berkas ini boleh dihapus.\n\n"
    )
    return pembuka + format_acuan_kolom()


def _isi(petunjuk: str) -> str:
    return f"{AWALAN_ISIAN} {petunjuk}"


def _nilai_kosong(
    daftar_variabel: Iterable[str], tahun: int, unit_per_variabel: Mapping[str, Iterable[str]]
) -> tuple[NilaiVariabel, ...]:
    """Return empty values of the four quarters, one for each unit that reports a variable."""
    return tuple(
        NilaiVariabel(variabel=variabel, periode=Periode(tahun, triwulan), unit=unit, nilai=KOSONG)
        for variabel in daftar_variabel
        for triwulan in range(1, 5)
        for unit in unit_per_variabel.get(variabel, ("",))
    )


def _edisi_pagu(id_edisi: str, cakupan: str) -> EdisiPagu:
    return EdisiPagu(id=id_edisi, nomor=1, nama="APBD murni", jenis="murni", cakupan=cakupan)
