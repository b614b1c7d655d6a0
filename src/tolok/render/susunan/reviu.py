"""The layout of catatan reviu on paper: what was reviewed, the counts, the findings by level, and what was accepted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import PurePath
from typing import Final

from tolok.core.angka import Angka
from tolok.core.dokumen.sel import Sel
from tolok.core.nilai import Bilangan
from tolok.core.periode import format_tanggal
from tolok.core.reviu.catatan import BerkasDireviu, ButirReviu, CatatanReviu, KelompokReviu
from tolok.core.reviu.sebutan import SEBUTAN_KEYAKINAN, format_daftar_tempat
from tolok.core.reviu.temuan import Keyakinan, TingkatTemuan
from tolok.render.susunan.reviu_lembar import TEMPAT_LAIN, seksi_lembar
from tolok.render.susunan.unsur import (
    Bahan,
    daftar_butir,
    kepala,
    keterangan,
    paragraf,
    sel_alinea,
    sel_angka,
    sel_teks,
    tabel,
)
from tolok.render.tata_letak import Blok, Judul, Naskah, Seksi, SelTabel, Tabel, Teks

JUDUL: Final = "Catatan reviu"
TAK_PASTI: Final = "tidak dapat dipastikan"
_ARTI: Final = {
    TingkatTemuan.GALAT: "Isi yang tidak sesuai dengan hitungannya sendiri, dengan bagian lain, atau dengan ketentuan.",
    TingkatTemuan.PERINGATAN: "Isi yang patut diperiksa; mungkin ada penjelasannya.",
    TingkatTemuan.SARAN: "Hal yang sebaiknya dibenahi.",
}
_PANJANG_KUTIPAN: Final = 300
_PANJANG_NAMA: Final = 60
_HURUF: Final = 9
_TANPA_TANGGAL: Final = date(2000, 1, 1)
"""Dates the file when neither the day of the review nor a year is known: the bytes depend on nothing but the input."""

Baris = tuple[SelTabel, ...]


def layout_catatan_reviu(model: CatatanReviu, *, format_berkas: str) -> Naskah:
    """
    Return the document for a file format: pages, or for ``xlsx`` a list to filter and behind it the summary.

    Its name is made from that of the first file.
    """
    ringkasan = Seksi(
        (*_kepala(model), *_dokumen(model.daftar_berkas), *_ringkasan(model)),
        mendatar=True,
        nomor_halaman="arab",
        kaki=_kaki(model),
    )
    if format_berkas == "xlsx":
        seksi: tuple[Seksi, ...] = (*seksi_lembar(model), ringkasan)
    else:
        seksi = (Seksi((*ringkasan.blok, *_temuan(model)), mendatar=True, nomor_halaman="arab", kaki=ringkasan.kaki),)
    return Naskah(
        jenis="catatan_reviu",
        judul=f"{JUDUL} {sebut_berkas(model)}".strip(),
        subjek="Temuan reviu dokumen kinerja",
        penerbit="Tolok",
        tanggal=model.tanggal or (date(model.tahun, 12, 31) if model.tahun else _TANPA_TANGGAL),
        seksi=seksi,
        nama_berkas=nama_berkas(model, "catatan-reviu"),
    )


def sebut_berkas(model: CatatanReviu) -> str:
    """Return the name of the first file, and how many others there are."""
    if not model.daftar_berkas:
        return ""
    lain = len(model.daftar_berkas) - 1
    return model.daftar_berkas[0].nama + (f" dan {lain} berkas lain" if lain else "")


def nama_berkas(model: CatatanReviu, awalan: str) -> str:
    """Return the name of a document about the files: ``awalan``, and what the first of them is called."""
    pokok = PurePath(model.daftar_berkas[0].nama).stem if model.daftar_berkas else ""
    rapi = re.sub(r"[^a-z0-9]+", "-", pokok.lower())[:_PANJANG_NAMA].strip("-")
    lain = len(model.daftar_berkas) - 1
    return "-".join(filter(None, (awalan, rapi, f"dan-{lain}-lain" if lain > 0 else "")))


def _kaki(model: CatatanReviu) -> str:
    return f"{JUDUL} · {sebut_berkas(model)}"


def _kepala(model: CatatanReviu) -> Iterator[Blok]:
    yield Judul(1, JUDUL)
    if model.tanggal:
        yield paragraf(f"Diperiksa pada {format_tanggal(model.tanggal)}", gaya="tengah")
    yield paragraf(
        "Catatan ini memuat temuan mesin, beserta letak, yang tercetak, dan yang seharusnya bila dapat dipastikan. "
        "Kesimpulan tetap pada pemeriksa."
    )


def _dokumen(daftar: Sequence[BerkasDireviu]) -> Iterator[Blok]:
    yield Judul(2, "Yang diperiksa", tampil_di_daftar=False)
    yield tabel(
        kepala=(
            tuple(kepala(teks) for teks in ("No", "Berkas", "Jenis dokumen", "Judul", "Perangkat daerah", "Masa")),
        ),
        baris=[baris for nomor, berkas in enumerate(daftar, start=1) for baris in _baris_berkas(nomor, berkas)],
        lebar=(9, 48, 38, 74, 62, 26),
        ukuran_huruf=_HURUF,
        catatan=[keterangan(f"SHA-256 {berkas.nama}: {berkas.sidik}") for berkas in daftar if berkas.sidik],
    )
    daftar_catatan = [f"{berkas.nama}: {satu}" for berkas in daftar for satu in berkas.catatan]
    if daftar_catatan:
        yield paragraf("Yang tidak terbaca atau tidak terbaca seluruhnya, sehingga tidak diperiksa:")
        yield daftar_butir(daftar_catatan, "bulatan")


def _baris_berkas(nomor: int, berkas: BerkasDireviu) -> Iterator[Baris]:
    tinggi = max(1, len(berkas.daftar_dokumen))
    kiri = (sel_teks(str(nomor), baris=tinggi, perataan="tengah"), sel_teks(berkas.nama, baris=tinggi))
    if not berkas.daftar_dokumen:
        yield (*kiri, sel_teks("Tidak ada dokumen yang dikenali di dalamnya", kolom=4))
    for urut, dokumen in enumerate(berkas.daftar_dokumen):
        yield (
            *(kiri if urut == 0 else ()),
            sel_teks(dokumen.jenis),
            sel_teks(dokumen.judul or "–"),
            sel_teks(dokumen.perangkat_daerah or "–"),
            sel_teks(dokumen.masa or "–"),
        )


def _ringkasan(model: CatatanReviu) -> Iterator[Blok]:
    yield Judul(2, "Ringkasan", tampil_di_daftar=False)
    yield _tabel_ringkasan(model.daftar_kelompok)
    cakupan = f"{model.banyak_aturan} aturan diperiksa."
    if model.aturan_dilewati:
        dilewati = "; ".join(f"{aturan.judul} ({aturan.kode})" for aturan in model.aturan_dilewati)
        cakupan += f" {len(model.aturan_dilewati)} aturan tidak diperiksa atas pilihan pemakai: {dilewati}."
    if model.daftar_diterima:
        cakupan += f" {len(model.daftar_diterima)} temuan lain diterima dengan alasan dan tidak dihitung di atas."
    yield paragraf(cakupan)
    if not model.daftar_butir:
        sisa = "selain yang diterima dengan alasan" if model.daftar_diterima else "dari aturan yang diperiksa"
        yield paragraf(
            Teks(f"Tidak ada temuan {sisa}. ", tebal=True),
            "Tolok hanya memeriksa yang disebut pada aturannya dan yang terbaca dari berkas; dokumen tanpa temuan "
            "belum tentu tanpa kesalahan.",
        )


def _tabel_ringkasan(daftar: Sequence[KelompokReviu]) -> Tabel:
    return tabel(
        kepala=(
            tuple(
                kepala(teks) for teks in ("Tingkat", "Arti", *map(str.capitalize, SEBUTAN_KEYAKINAN.values()), "Jumlah")
            ),
        ),
        baris=[
            *(
                (sel_teks(satu.sebutan), sel_teks(_ARTI[satu.tingkat]), *_sel_jumlah(satu.daftar_butir))
                for satu in daftar
            ),
            (
                sel_teks("Jumlah", kolom=2, peran="total"),
                *_sel_jumlah([butir for satu in daftar for butir in satu.daftar_butir], peran="total"),
            ),
        ],
        lebar=(32, 117, 27, 27, 27, 27),
        ukuran_huruf=_HURUF,
    )


def _sel_jumlah(daftar: Sequence[ButirReviu], *, peran: str = "") -> Baris:
    jumlah = Counter(butir.temuan.keyakinan for butir in daftar)
    return tuple(
        sel_angka(Sel(str(banyak), Bilangan(Angka(banyak), "")), peran=peran)
        for banyak in (*(jumlah[satu] for satu in SEBUTAN_KEYAKINAN), len(daftar))
    )


def _temuan(model: CatatanReviu) -> Iterator[Blok]:
    for kelompok in model.daftar_kelompok:
        if kelompok.daftar_butir:
            yield Judul(2, f"{kelompok.sebutan} ({len(kelompok.daftar_butir)})", tampil_di_daftar=False)
            yield _tabel_temuan(kelompok.daftar_butir, "Aturan dan dasar", _sel_aturan)
    if model.daftar_diterima:
        yield Judul(2, f"Diterima dengan alasan ({len(model.daftar_diterima)})", tampil_di_daftar=False)
        yield _tabel_temuan(model.daftar_diterima, "Alasan diterima", _sel_alasan)


def _tabel_temuan(daftar: Iterable[ButirReviu], judul_akhir: str, akhir: Callable[[ButirReviu], SelTabel]) -> Tabel:
    return tabel(
        kepala=(tuple(kepala(teks) for teks in ("No", "Letak", "Temuan", "Tercetak", "Seharusnya", judul_akhir)),),
        baris=[
            (
                sel_teks(str(butir.nomor), perataan="tengah"),
                _sel_letak(butir),
                _sel_uraian(butir),
                sel_teks(_kutip(butir.temuan.tercetak) or "–"),
                sel_teks(TAK_PASTI if butir.temuan.seharusnya is None else _kutip(butir.temuan.seharusnya)),
                akhir(butir),
            )
            for butir in daftar
        ],
        lebar=(9, 40, 92, 38, 34, 44),
        ukuran_huruf=_HURUF,
    )


def _sel_letak(butir: ButirReviu) -> SelTabel:
    daftar = [butir.letak or "seluruh dokumen"]
    if butir.letak_lain:
        daftar.append(f"Juga: {format_daftar_tempat(butir.letak_lain, paling_banyak=TEMPAT_LAIN)}")
    return sel_alinea(daftar)


def _sel_uraian(butir: ButirReviu) -> SelTabel:
    pesan: tuple[Bahan, ...] = (butir.temuan.pesan,)
    if butir.temuan.keyakinan is not Keyakinan.PASTI:
        sebutan = SEBUTAN_KEYAKINAN[butir.temuan.keyakinan].capitalize()
        pesan = (Teks(f"{sebutan}. ", tebal=True), *pesan)
    return sel_alinea([(Teks(butir.aturan.judul, tebal=True),), pesan])


def _sel_aturan(butir: ButirReviu) -> SelTabel:
    return sel_alinea([butir.aturan.kode, butir.aturan.dasar, f"Sidik {butir.sidik}"])


def _sel_alasan(butir: ButirReviu) -> SelTabel:
    return sel_alinea([butir.alasan, f"{butir.aturan.kode}, sidik {butir.sidik}"])


def _kutip(teks: str) -> str:
    rapat = " ".join(teks.split())
    return rapat if len(rapat) <= _PANJANG_KUTIPAN else rapat[: _PANJANG_KUTIPAN - 1] + "…"
