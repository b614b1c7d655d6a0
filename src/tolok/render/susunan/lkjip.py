"""The LKjIP as a neutral layout, from cover to annexes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tolok.core.dokumen.lkjip import Lkjip
from tolok.render.susunan.lkjip_capaian import layout_akuntabilitas
from tolok.render.susunan.lkjip_depan import layout_depan, layout_pendahuluan, layout_sampul
from tolok.render.susunan.lkjip_lampiran import layout_cara_hitung, layout_penghargaan
from tolok.render.susunan.lkjip_rencana import layout_perencanaan
from tolok.render.susunan.pengukuran import seksi_pengukuran
from tolok.render.susunan.perjanjian import seksi_perjanjian
from tolok.render.susunan.renstra import seksi_renstra
from tolok.render.susunan.unsur import blok_teks, daftar_butir
from tolok.render.tata_letak import Blok, GantiHalaman, Judul, Naskah, Seksi

TINGKAT_LAMPIRAN = 3


def layout_lkjip(model: Lkjip) -> Naskah:
    """Return the report; the statement of the reviewer is no part of it, for nobody may write it in advance."""
    instansi = model.instansi
    kaki = f"LKjIP {instansi.nama_pendek} Tahun {model.tahun}"
    daftar_lampiran = tuple(_lampiran(model, kaki))
    return Naskah(
        jenis="lkjip",
        judul=f"Laporan Kinerja Instansi Pemerintah (LKjIP) {instansi.nama} {instansi.kota} Tahun {model.tahun}",
        subjek=f"Laporan kinerja tahun {model.tahun}",
        penerbit=f"{instansi.nama}, {instansi.pemerintah}",
        tanggal=model.tanggal,
        seksi=(
            Seksi(layout_sampul(model)),
            Seksi(layout_depan(model), nomor_halaman="romawi", mulai=2, kaki=kaki),
            Seksi(_isi(model, [judul for judul, _ in daftar_lampiran]), nomor_halaman="arab", mulai=1, kaki=kaki),
            *(
                seksi
                for nomor, (judul, daftar_seksi) in enumerate(daftar_lampiran, start=1)
                for seksi in _beri_judul(daftar_seksi, f"Lampiran {nomor}.", judul)
            ),
        ),
        nama_berkas=f"lkjip-{model.tahun}",
        data={"instansi": instansi.id, "tahun": str(model.tahun)},
    )


def _isi(model: Lkjip, daftar_lampiran: list[str]) -> tuple[Blok, ...]:
    return (
        *layout_pendahuluan(model),
        GantiHalaman(),
        *layout_perencanaan(model.perencanaan),
        GantiHalaman(),
        *layout_akuntabilitas(model.akuntabilitas, tahun=model.tahun),
        GantiHalaman(),
        Judul(1, "PENUTUP", "BAB IV"),
        Judul(2, "Kesimpulan", "4.1"),
        *blok_teks(model.kesimpulan),
        Judul(2, "Langkah Perbaikan", "4.2"),
        *blok_teks(model.langkah),
        GantiHalaman(),
        Judul(1, "LAMPIRAN"),
        daftar_butir(daftar_lampiran),
    )


def _lampiran(model: Lkjip, kaki: str) -> Iterator[tuple[str, tuple[Seksi, ...]]]:
    """Yield each annex with its title; what the package has nothing for is left out."""
    if model.matriks_renstra:
        yield model.matriks_renstra.nama, seksi_renstra(model.matriks_renstra, tingkat_judul=TINGKAT_LAMPIRAN)
    if model.perjanjian:
        judul = f"Perjanjian Kinerja Tahun {model.tahun}"
        yield judul, seksi_perjanjian(model.perjanjian, tingkat_judul=TINGKAT_LAMPIRAN)
    yield (
        f"Pengukuran Kinerja Triwulan I–IV Tahun {model.tahun}",
        seksi_pengukuran(model.pengukuran, tingkat_judul=TINGKAT_LAMPIRAN),
    )
    if model.daftar_penghargaan:
        yield "Penghargaan", (_seksi(layout_penghargaan(model.daftar_penghargaan), kaki),)
    if model.daftar_cara_hitung:
        yield "Cara Setiap Angka Dihitung", (_seksi(layout_cara_hitung(model.daftar_cara_hitung), kaki),)


def _seksi(blok: tuple[Blok, ...], kaki: str) -> Seksi:
    return Seksi(blok, nomor_halaman="arab", kaki=kaki)


def _beri_judul(daftar_seksi: tuple[Seksi, ...], nomor: str, judul: str) -> tuple[Seksi, ...]:
    """Return the sections of an annex with its number on the first title; a form of that title is not named twice."""
    awal, *sisa = (replace(seksi, nomor_halaman="arab", mulai=None) for seksi in daftar_seksi)
    pertama = awal.blok[0]
    isi = awal.blok[1:] if isinstance(pertama, Judul) and pertama.teks == judul else awal.blok
    return (replace(awal, blok=(Judul(2, judul, nomor), *isi)), *sisa)
