"""Cover, front matter and Bab I of the LKjIP."""

from __future__ import annotations

from tolok.core.dokumen.lkjip import BarisPegawai, Lkjip, Pendahuluan
from tolok.core.dokumen.tabel import TabelIsi
from tolok.core.organisasi import Unit
from tolok.render.susunan.bagan_organisasi import layout_bagan_organisasi
from tolok.render.susunan.sampul import susun_sampul
from tolok.render.susunan.unsur import (
    blok_teks,
    catatan_tabel,
    daftar_butir,
    kepala,
    paragraf,
    pengantar,
    sel_angka,
    sel_teks,
    tabel,
    tanda_tangan,
)
from tolok.render.tata_letak import (
    Blok,
    DaftarGambar,
    DaftarIsi,
    DaftarTabel,
    GantiHalaman,
    Judul,
    Paragraf,
    SelTabel,
    Tabel,
)


def layout_sampul(model: Lkjip) -> tuple[Blok, ...]:
    """Return the cover."""
    judul = ("LAPORAN KINERJA\nINSTANSI PEMERINTAH", "(LKjIP)", f"TAHUN {model.tahun}")
    return susun_sampul(model.instansi, judul)


def layout_depan(model: Lkjip) -> tuple[Blok, ...]:
    """Return preface, executive summary and the lists of contents, tables and figures."""
    return (
        Judul(1, "KATA PENGANTAR"),
        *blok_teks(model.kata_pengantar),
        tanda_tangan(model.penanda),
        GantiHalaman(),
        Judul(1, "IKHTISAR EKSEKUTIF"),
        *blok_teks(model.ikhtisar),
        GantiHalaman(),
        Judul(1, "DAFTAR ISI", tampil_di_daftar=False),
        DaftarIsi(),
        GantiHalaman(),
        Judul(1, "DAFTAR TABEL", tampil_di_daftar=False),
        DaftarTabel(),
        Judul(1, "DAFTAR GAMBAR", tampil_di_daftar=False),
        DaftarGambar(),
    )


def layout_pendahuluan(model: Lkjip) -> tuple[Blok, ...]:
    """Return Bab I."""
    bab = model.pendahuluan
    return (
        Judul(1, "PENDAHULUAN", "BAB I"),
        Judul(2, "Gambaran Umum Organisasi", "1.1"),
        *blok_teks(bab.gambaran),
        *_sejarah(bab),
        Judul(2, "Tugas, Fungsi, dan Susunan Organisasi", "1.2"),
        *blok_teks(bab.tugas),
        *_unit(bab.daftar_unit),
        layout_bagan_organisasi(
            bab.daftar_unit, bab.daftar_jabatan, nomor="1.2", judul=f"Bagan Susunan Organisasi {model.instansi.nama}"
        ),
        Judul(2, "Sumber Daya Manusia", "1.3"),
        *pengantar(bab.pegawai),
        *_pegawai(bab.pegawai),
        *blok_teks(bab.sumber_daya),
        Judul(2, "Landasan Hukum", "1.4"),
        *_dasar_hukum(bab),
        Judul(2, "Isu Strategis", "1.5"),
        *blok_teks(bab.isu),
    )


def _sejarah(bab: Pendahuluan) -> tuple[Blok, ...]:
    return (Judul(3, "Sejarah Singkat", "1.1.1"), *blok_teks(bab.sejarah)) if bab.sejarah else ()


def _unit(daftar_unit: tuple[Unit, ...]) -> tuple[Blok, ...]:
    if not daftar_unit:
        return (_belum("susunan organisasi"),)
    dalam = _kedalaman(daftar_unit)
    baris = tuple(
        (
            sel_teks(str(nomor), perataan="tengah"),
            sel_teks(unit.nama, indentasi=dalam[unit.id]),
            sel_teks(unit.tugas or "Belum diisi"),
        )
        for nomor, unit in enumerate(daftar_unit, start=1)
    )
    return (
        paragraf("Tugas setiap unit kerja adalah sebagai berikut."),
        tabel(
            kepala=[[kepala("No."), kepala("Unit"), kepala("Tugas")]],
            baris=baris,
            lebar=(8, 58, 94),
            nomor="1.2",
            judul="Unit Kerja dan Tugasnya",
        ),
    )


def _kedalaman(daftar_unit: tuple[Unit, ...]) -> dict[str, int]:
    """Return how deep each unit stands below the top; a unit above that is not listed counts as the top."""
    induk = {unit.id: unit.induk for unit in daftar_unit}
    dalam: dict[str, int] = {}
    for unit in daftar_unit:
        jalur = [unit.id]
        while (atas := induk[jalur[-1]]) in induk and atas not in jalur:
            jalur.append(atas)
        dalam[unit.id] = len(jalur) - 1
    return dalam


def _pegawai(sumber: TabelIsi[BarisPegawai]) -> tuple[Tabel, ...]:
    if len(sumber.baris) == 1:
        return ()
    *isi, jumlah = sumber.baris
    baris: list[tuple[SelTabel, ...]] = [
        (sel_teks(str(nomor), perataan="tengah"), sel_teks(satu.nama), sel_angka(satu.jumlah))
        for nomor, satu in enumerate(isi, start=1)
    ]
    baris.append(
        (
            sel_teks("Jumlah", kolom=2, peran="total", tebal=True, perataan="tengah"),
            sel_angka(jumlah.jumlah, peran="total", tebal=True),
        )
    )
    return (
        tabel(
            kepala=[[kepala("No."), kepala("Kelompok Pegawai"), kepala("Jumlah (orang)")]],
            baris=baris,
            lebar=(10, 100, 40),
            nomor=sumber.nomor,
            judul=sumber.judul,
            catatan=catatan_tabel(sumber),
        ),
    )


def _dasar_hukum(bab: Pendahuluan) -> tuple[Blok, ...]:
    if not bab.daftar_dasar_hukum:
        return (_belum("landasan hukum"),)
    return (
        paragraf("Laporan ini disusun dengan landasan hukum berikut."),
        daftar_butir([f"{satu.nama} tentang {satu.tentang}." for satu in bab.daftar_dasar_hukum]),
    )


def _belum(apa: str) -> Paragraf:
    return paragraf(f"Belum diisi: {apa}.", tebal=True)
