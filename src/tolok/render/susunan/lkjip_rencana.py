"""Bab II of the LKjIP, and the budget table it shares with Bab III."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tolok.core.anggaran import TingkatAnggaran
from tolok.core.dokumen.lkjip import BarisAnggaran, Perencanaan, Rencana, SasaranRencana, TotalAnggaran
from tolok.core.dokumen.tabel import TabelIsi
from tolok.render.susunan.unsur import (
    blok_teks,
    catatan_tabel,
    daftar_butir,
    gabung_sama,
    kepala,
    paragraf,
    sel_angka,
    sel_nilai,
    sel_teks,
    tabel,
)
from tolok.render.tata_letak import Blok, Judul, SelTabel, Tabel, Teks

_PERAN = {TingkatAnggaran.PROGRAM: "program", TingkatAnggaran.KEGIATAN: "", TingkatAnggaran.SUBKEGIATAN: ""}
_INDENTASI = {TingkatAnggaran.PROGRAM: 0, TingkatAnggaran.KEGIATAN: 1, TingkatAnggaran.SUBKEGIATAN: 2}


def layout_perencanaan(bab: Perencanaan) -> tuple[Blok, ...]:
    """Return Bab II."""
    return (
        Judul(1, "PERENCANAAN KINERJA", "BAB II"),
        Judul(2, "Rencana Strategis", "2.1"),
        *blok_teks(bab.narasi_rencana),
        *(blok for rencana in bab.daftar_rencana for blok in _rencana(rencana)),
        Judul(2, "Program dan Kegiatan", "2.2"),
        *blok_teks(bab.narasi_program),
        layout_tabel_anggaran(bab.program, bab.total_program),
        Judul(2, "Perjanjian Kinerja", "2.3"),
        *blok_teks(bab.narasi_perjanjian),
        _perjanjian(bab),
        _program_perjanjian(bab),
    )


def _rencana(rencana: Rencana) -> tuple[Blok, ...]:
    nomor = rencana.target.nomor
    blok: list[Blok] = [Judul(3, rencana.nama, nomor if nomor.count(".") > 1 else "")]
    for tujuan in rencana.daftar_tujuan:
        if tujuan.uraian:
            blok.append(paragraf(Teks("Tujuan: ", tebal=True), f"{tujuan.uraian}."))
        blok += _daftar_sasaran(tujuan.daftar_sasaran)
    if rencana.target.baris:
        blok.append(_target(rencana))
    return tuple(blok)


def _daftar_sasaran(daftar: Sequence[SasaranRencana]) -> Iterator[Blok]:
    """Yield the sasaran as one list, or one by one where each has its strategi and kebijakan."""
    if not any(sasaran.strategi or sasaran.kebijakan for sasaran in daftar):
        if daftar:
            yield paragraf("Sasaran:", tebal=True)
            yield daftar_butir([f"{sasaran.uraian}." for sasaran in daftar])
        return
    for sasaran in daftar:
        yield paragraf(Teks("Sasaran: ", tebal=True), f"{sasaran.uraian}.")
        for nama, isi in (("Strategi", sasaran.strategi), ("Kebijakan", sasaran.kebijakan)):
            if isi:
                yield paragraf(f"{nama}:")
                yield daftar_butir([f"{satu.rstrip('.')}." for satu in isi], "bulatan")


def _target(rencana: Rencana) -> Tabel:
    sumber = rencana.target
    jumlah = len(rencana.daftar_tahun)
    return tabel(
        kepala=[
            [kepala("Tujuan / Sasaran", baris=2), kepala("Indikator", baris=2), kepala("Target", kolom=jumlah)],
            [kepala(str(tahun)) for tahun in rencana.daftar_tahun],
        ],
        baris=[
            [
                *gabung_sama(sumber.baris, nomor, lambda satu: satu.simpul),
                sel_teks(satu.nama),
                *(sel_nilai(sumber, sel) for sel in satu.daftar_target),
            ]
            for nomor, satu in enumerate(sumber.baris)
        ],
        lebar=(36, 42, *(14 for _ in range(jumlah))),
        nomor=sumber.nomor,
        judul=sumber.judul,
        catatan=catatan_tabel(sumber),
    )


def layout_tabel_anggaran(sumber: TabelIsi[BarisAnggaran], total: TotalAnggaran) -> Tabel:
    """Return a table of programs and what is below them, with subtotals on the program rows and the total."""
    return tabel(
        kepala=[
            [
                kepala("No."),
                kepala("Program / Kegiatan"),
                kepala("Pagu Anggaran"),
                kepala("Realisasi"),
                kepala("Serapan"),
            ]
        ],
        baris=[
            *(_baris_anggaran(sumber, satu) for satu in sumber.baris),
            [
                sel_teks("Jumlah", kolom=2, peran="total", tebal=True, perataan="tengah"),
                *(sel_angka(sel, peran="total", tebal=True) for sel in (total.pagu, total.realisasi, total.serapan)),
            ],
        ],
        lebar=(9, 73, 32, 32, 16),
        nomor=sumber.nomor,
        judul=sumber.judul,
        catatan=catatan_tabel(sumber),
        ukuran_huruf=9,
    )


def _baris_anggaran(sumber: TabelIsi[BarisAnggaran], satu: BarisAnggaran) -> list[SelTabel]:
    peran = _PERAN[satu.tingkat]
    tebal = satu.tingkat is TingkatAnggaran.PROGRAM
    return [
        sel_teks(satu.nomor, perataan="tengah", peran=peran, tebal=tebal),
        sel_teks(satu.nama, peran=peran, tebal=tebal, indentasi=_INDENTASI[satu.tingkat]),
        *(sel_nilai(sumber, sel, peran=peran, tebal=tebal) for sel in (satu.pagu, satu.realisasi, satu.serapan)),
    ]


def _perjanjian(bab: Perencanaan) -> Tabel:
    sumber = bab.perjanjian
    return tabel(
        kepala=[[kepala("No."), kepala("Sasaran Strategis"), kepala("Indikator Kinerja"), kepala("Target")]],
        baris=[
            [
                *gabung_sama(sumber.baris, nomor, lambda satu: satu.nomor, perataan="tengah"),
                *gabung_sama(sumber.baris, nomor, lambda satu: satu.sasaran),
                sel_teks(satu.nama),
                sel_nilai(sumber, satu.target),
            ]
            for nomor, satu in enumerate(sumber.baris)
        ],
        lebar=(9, 60, 68, 23),
        nomor=sumber.nomor,
        judul=sumber.judul,
        catatan=catatan_tabel(sumber),
    )


def _program_perjanjian(bab: Perencanaan) -> Tabel:
    sumber = bab.program_perjanjian
    return tabel(
        kepala=[[kepala("No."), kepala("Program"), kepala("Anggaran"), kepala("Keterangan")]],
        baris=[
            *(
                [
                    sel_teks(satu.nomor, perataan="tengah"),
                    sel_teks(satu.nama),
                    sel_nilai(sumber, satu.anggaran),
                    sel_teks(satu.sumber_dana, perataan="tengah"),
                ]
                for satu in sumber.baris
            ),
            [
                sel_teks("Jumlah", kolom=2, peran="total", tebal=True, perataan="tengah"),
                sel_angka(bab.total_perjanjian, peran="total", tebal=True),
                sel_teks("", peran="total"),
            ],
        ],
        lebar=(9, 89, 36, 26),
        nomor=sumber.nomor,
        judul=sumber.judul,
        catatan=catatan_tabel(sumber),
    )
