"""The layout of the matrix of the Renstra: landscape, one block for each tujuan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tolok.core.anggaran import TingkatAnggaran
from tolok.core.dokumen.renstra import IndikatorRenstra, MatriksRenstra, SasaranRenstra, TujuanRenstra
from tolok.render.susunan.formulir import kaki_formulir, kepala_formulir
from tolok.render.susunan.rumus import sel_rumus
from tolok.render.susunan.unsur import (
    daftar_butir,
    kepala,
    paragraf,
    sel_angka,
    sel_teks,
    tabel,
    tanda_tangan,
)
from tolok.render.tata_letak import Blok, Judul, Naskah, Paragraf, Seksi, SelTabel, Tabel, Teks

_HURUF = 8
_TINGKAT_TERENDAH = 4
_HURUF_PER_BARIS_TUJUAN = 45
_HURUF_PER_BARIS_SASARAN = 24

Baris = tuple[SelTabel, ...]


def layout_renstra(model: MatriksRenstra) -> Naskah:
    """Return the matrix as a document of its own."""
    return Naskah(
        jenis="renstra",
        judul=f"{model.nama} {model.instansi.nama}",
        subjek="Matriks rencana strategis",
        penerbit=f"{model.instansi.nama}, {model.instansi.pemerintah}",
        tanggal=model.tanggal,
        seksi=seksi_renstra(model),
        nama_berkas=f"matriks-renstra-{model.daftar_tahun[0]}-{model.daftar_tahun[-1]}",
    )


def seksi_renstra(model: MatriksRenstra, *, tingkat_judul: int = 1) -> tuple[Seksi, ...]:
    """Return the matrix as one landscape section."""
    return (
        Seksi(
            (
                *kepala_formulir(model.nama, model.instansi, tingkat=tingkat_judul),
                *_kepala_instansi(model),
                *(
                    blok
                    for nomor, tujuan in enumerate(model.daftar_tujuan, 1)
                    for blok in _tujuan(model, nomor, tujuan, tingkat_judul)
                ),
                *kaki_formulir((), model.kaki),
                tanda_tangan(model.penanda),
            ),
            mendatar=True,
            nomor_halaman="arab",
            kaki=f"{model.nama} · {model.instansi.nama}",
        ),
    )


def _kepala_instansi(model: MatriksRenstra) -> Iterator[Blok]:
    if model.instansi.tugas:
        yield paragraf(Teks("Tugas: ", tebal=True), model.instansi.tugas)
    if model.instansi.fungsi:
        yield paragraf(Teks("Fungsi:", tebal=True))
        yield daftar_butir(model.instansi.fungsi, "huruf")


def _tujuan(model: MatriksRenstra, nomor: int, tujuan: TujuanRenstra, tingkat_judul: int) -> Iterator[Blok]:
    uraian = f": {tujuan.uraian}" if tujuan.uraian else ": belum dirumuskan"
    sebutan = f"Tujuan {nomor}" if len(model.daftar_tujuan) > 1 else "Tujuan"
    yield Judul(tingkat_judul + 1, f"{sebutan}{uraian}", tampil_di_daftar=False)
    tingkat_bawah = min(tingkat_judul + 2, _TINGKAT_TERENDAH)
    if tujuan.daftar_indikator:
        yield Judul(tingkat_bawah, "Indikator tujuan", tampil_di_daftar=False)
        yield _tabel_tujuan(model, tujuan.daftar_indikator)
    if tujuan.daftar_sasaran:
        yield Judul(tingkat_bawah, "Sasaran strategis", tampil_di_daftar=False)
        yield _tabel_sasaran(model, tujuan.daftar_sasaran)


def _tabel_tujuan(model: MatriksRenstra, daftar: Sequence[IndikatorRenstra]) -> Tabel:
    banyak = len(model.daftar_tahun)
    return tabel(
        kepala=(
            (
                *(kepala(teks, baris=2) for teks in ("Indikator kinerja tujuan", "Formulasi", "Satuan")),
                kepala(f"Kondisi awal {model.tahun_awal}", baris=2),
                kepala("Target tahun", kolom=banyak),
            ),
            tuple(kepala(str(tahun)) for tahun in model.daftar_tahun),
        ),
        baris=[
            (sel_teks(satu.nama), sel_rumus(satu.rumus, muat=_HURUF_PER_BARIS_TUJUAN), *_nilai(satu)) for satu in daftar
        ],
        lebar=(70, 70, 17, 20, *((80 // banyak,) * banyak)),
        ukuran_huruf=_HURUF,
    )


def _nilai(indikator: IndikatorRenstra) -> Baris:
    return (
        sel_teks(indikator.satuan, perataan="tengah"),
        sel_angka(indikator.kondisi_awal),
        *(sel_angka(sel) for sel in indikator.daftar_target),
    )


def _tabel_sasaran(model: MatriksRenstra, daftar: Sequence[SasaranRenstra]) -> Tabel:
    banyak = len(model.daftar_tahun)
    return tabel(
        kepala=(
            (
                *(
                    kepala(teks, baris=2)
                    for teks in ("No", "Sasaran strategis", "Indikator kinerja utama", "Formulasi")
                ),
                kepala("Satuan", baris=2),
                kepala(f"Kondisi awal {model.tahun_awal}", baris=2),
                kepala("Target tahun", kolom=banyak),
                kepala("Cara mencapai tujuan dan sasaran", kolom=2),
            ),
            (
                *(kepala(str(tahun)) for tahun in model.daftar_tahun),
                kepala("Strategi dan kebijakan"),
                kepala("Program dan kegiatan"),
            ),
        ),
        baris=[baris for sasaran in daftar for baris in _baris_sasaran(sasaran)],
        lebar=(7, 30, 30, 38, 13, 15, *((78 // banyak,) * banyak), 34, 34),
        ukuran_huruf=_HURUF - 1,
    )


def _baris_sasaran(sasaran: SasaranRenstra) -> Iterator[Baris]:
    tinggi = len(sasaran.daftar_indikator)
    for urut, satu in enumerate(sasaran.daftar_indikator):
        kiri = (sel_teks(sasaran.nomor, baris=tinggi, perataan="tengah"), sel_teks(sasaran.uraian, baris=tinggi))
        kanan = (_sel_strategi(sasaran, tinggi), _sel_program(sasaran, tinggi))
        yield (
            *(kiri if urut == 0 else ()),
            sel_teks(satu.nama),
            sel_rumus(satu.rumus, muat=_HURUF_PER_BARIS_SASARAN),
            *_nilai(satu),
            *(kanan if urut == 0 else ()),
        )


def _sel_strategi(sasaran: SasaranRenstra, tinggi: int) -> SelTabel:
    isi: list[Paragraf] = []
    for label, daftar in (("Strategi:", sasaran.strategi), ("Kebijakan:", sasaran.kebijakan)):
        if daftar:
            isi.append(paragraf(Teks(label, tebal=True), perataan="kiri"))
            isi += (paragraf(f"• {teks}", perataan="kiri") for teks in daftar)
    return SelTabel(tuple(isi) or (paragraf("–"),), baris=tinggi)


def _sel_program(sasaran: SasaranRenstra, tinggi: int) -> SelTabel:
    isi = tuple(
        paragraf(
            Teks(satu.nama, tebal=True) if satu.tingkat is TingkatAnggaran.PROGRAM else f"• {satu.nama}",
            perataan="kiri",
        )
        for satu in sasaran.daftar_program
    )
    return SelTabel(isi or (paragraf("Belum dipetakan ke sasaran ini"),), baris=tinggi)
