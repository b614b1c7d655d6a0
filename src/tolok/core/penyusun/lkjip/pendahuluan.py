"""Front matter and Bab I of the LKjIP: preface, summary, organisation, staff, legal basis, issues."""

from __future__ import annotations

from tolok.core.angka import Angka
from tolok.core.cetak_angka import format_angka, terbilang
from tolok.core.dokumen.lkjip import BarisPegawai, Pendahuluan, RingkasanSasaran
from tolok.core.dokumen.sel import Sel
from tolok.core.dokumen.tabel import TabelIsi
from tolok.core.dokumen.teks import Alinea, BlokTeks, Butir, Kalimat, make_kalimat
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.instansi import TahunInstansi
from tolok.core.kalimat import kalimat_rata_rata, kalimat_realisasi_total
from tolok.core.nilai import Bilangan
from tolok.core.penyusun.anggaran import count_program, nama_edisi
from tolok.core.penyusun.narator import Narator, belum_diisi
from tolok.core.penyusun.uang import UangLaporan
from tolok.core.periode import Periode


def compile_kata_pengantar(data: TahunInstansi, narator: Narator) -> tuple[BlokTeks, ...]:
    """Return the officers' preface, or one of our own that claims nothing about results."""
    if blok := narator.blok("kata_pengantar"):
        return blok
    instansi, tahun = data.instansi, data.tahun
    return tuple(
        Alinea(make_kalimat(teks))
        for teks in (
            f"Dengan rahmat Tuhan Yang Maha Esa, Laporan Kinerja Instansi Pemerintah (LKjIP) {instansi.nama} "
            f"{instansi.kota} Tahun {tahun} telah selesai disusun.",
            "Laporan ini memenuhi Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi "
            "Pemerintah dan Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun "
            "2014. Di dalamnya kami mempertanggungjawabkan target yang dijanjikan dalam Perjanjian Kinerja "
            f"Tahun {tahun} dan anggaran yang dipakai untuk mencapainya.",
            "Setiap angka dihitung dari data yang disebut sumbernya. Indikator yang tidak dapat dihitung atau tidak "
            "dievaluasi dilaporkan demikian, dan tidak diganti dengan angka lain.",
            "Kami berharap laporan ini berguna bagi perbaikan kinerja pada tahun berikutnya. Kepada semua pihak yang "
            "membantu penyusunannya kami mengucapkan terima kasih.",
        )
    )


def compile_ikhtisar(
    hasil: HasilTahun, narator: Narator, uang: UangLaporan, daftar_sasaran: tuple[RingkasanSasaran, ...]
) -> tuple[BlokTeks, ...]:
    """Return the generated summary followed by the officers' own."""
    data = hasil.data
    jumlah = sum(not satu.is_bagian for sasaran in daftar_sasaran for satu in sasaran.daftar_indikator)
    awal = make_kalimat(
        f"Perjanjian Kinerja {data.instansi.nama} {data.instansi.kota} Tahun {data.tahun} memuat "
        f"{terbilang(len(daftar_sasaran))} sasaran strategis dengan {terbilang(jumlah)} indikator kinerja."
    )
    ringkas = (Alinea(gabung(awal, kalimat_rata_rata_instansi(hasil))), Alinea(kalimat_anggaran(hasil, uang)))
    return (*ringkas, *narator.blok("ikhtisar_eksekutif"))


def kalimat_rata_rata_instansi(hasil: HasilTahun) -> Kalimat:
    """Return the sentence on the agency mean."""
    rata = hasil.rata_rata_instansi(Periode(hasil.data.tahun))
    return kalimat_rata_rata(
        nama="instansi", rata_rata=rata.hasil, terukur=rata.terukur, jumlah=rata.jumlah, predikat=rata.predikat
    )


def kalimat_anggaran(hasil: HasilTahun, uang: UangLaporan) -> Kalimat:
    """Return the sentence on the money of the agency."""
    data = hasil.data
    program, kegiatan = count_program(data, [satu.kode for satu in data.daftar_anggaran])
    return kalimat_realisasi_total(
        tahun=data.tahun,
        pagu=uang.pagu(),
        realisasi=uang.realisasi(),
        serapan=uang.serapan(),
        edisi=nama_edisi(data, uang.edisi),
        program=program,
        kegiatan=kegiatan,
    )


def gabung(*daftar: Kalimat) -> Kalimat:
    """Return sentences as one, a space between them."""
    hasil: Kalimat = ()
    for kalimat in daftar:
        hasil = (*hasil, *make_kalimat(" "), *kalimat) if hasil else kalimat
    return hasil


def compile_pendahuluan(hasil: HasilTahun, narator: Narator) -> Pendahuluan:
    """Return Bab I."""
    data = hasil.data
    return Pendahuluan(
        gambaran=narator.blok("gambaran_umum") or belum_diisi("gambaran umum organisasi"),
        sejarah=narator.blok("sejarah"),
        tugas=_tugas(data, narator),
        daftar_unit=data.daftar_unit,
        daftar_jabatan=data.daftar_jabatan,
        sumber_daya=narator.blok("sumber_daya"),
        pegawai=_pegawai(data),
        daftar_dasar_hukum=data.daftar_dasar_hukum,
        isu=_isu(data, narator),
    )


def _tugas(data: TahunInstansi, narator: Narator) -> tuple[BlokTeks, ...]:
    instansi = data.instansi
    if not instansi.tugas:
        return (*belum_diisi("tugas dan fungsi"), *narator.blok("tugas_fungsi"))
    blok: list[BlokTeks] = [Alinea(make_kalimat(f"Tugas {instansi.nama}: {_kecil(instansi.tugas)}"))]
    if instansi.fungsi:
        blok.append(Alinea(make_kalimat("Untuk melaksanakan tugas itu, fungsinya adalah sebagai berikut.")))
        blok.append(Butir(tuple(make_kalimat(fungsi) for fungsi in instansi.fungsi), "huruf"))
    return (*blok, *narator.blok("tugas_fungsi"))


def _kecil(teks: str) -> str:
    return teks[:1].lower() + teks[1:]


def _pegawai(data: TahunInstansi) -> TabelIsi[BarisPegawai]:
    jumlah = sum(kelompok.jumlah for kelompok in data.daftar_pegawai)
    pengantar = (
        f"Pada akhir tahun {data.tahun} jumlah pegawai {format_angka(Angka(jumlah))} ({terbilang(jumlah)}) orang."
        if data.daftar_pegawai
        else "Belum diisi: susunan pegawai."
    )
    baris = [(kelompok.nama, kelompok.jumlah) for kelompok in data.daftar_pegawai]
    return TabelIsi(
        nomor="1.3",
        judul=f"Susunan Pegawai pada Akhir Tahun {data.tahun}",
        baris=tuple(BarisPegawai(nama=nama, jumlah=_orang(orang)) for nama, orang in (*baris, ("Jumlah", jumlah))),
        pengantar=(make_kalimat(pengantar),),
    )


def _orang(jumlah: int) -> Sel:
    return Sel(format_angka(Angka(jumlah)), Bilangan(Angka(jumlah), "orang"))


def _isu(data: TahunInstansi, narator: Narator) -> tuple[BlokTeks, ...]:
    pengantar = narator.blok("permasalahan")
    if data.daftar_isu:
        return (*pengantar, Butir(tuple(make_kalimat(isu.uraian) for isu in data.daftar_isu), "angka"))
    return pengantar or belum_diisi("isu strategis")
