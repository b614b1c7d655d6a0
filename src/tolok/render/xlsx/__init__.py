"""
The layout as XLSX.

A document with a table of contents is a report: a sheet for each table, ``Daftar`` with links to them, ``Naskah`` with
the text. Any other document is a form: each section is a sheet as printed, with title, footer and signatures. The
hidden sheet ``_identitas`` says for every printed quantity which it is and what its exact value is.
"""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from typing import Any, Final

from tolok.render import gaya, identitas
from tolok.render.susun_tabel import susun_tabel
from tolok.render.tata_letak import DaftarIsi, DaftarTabel, Judul, Naskah, Paragraf, Seksi, Tabel, Teks
from tolok.render.warna import WARNA
from tolok.render.xlsx.blok import PenulisBlok, batas_kisi, tautan_lembar
from tolok.render.xlsx.lembar import Buku, Lembar, new_buku
from tolok.render.zip_tetap import rewrite_zip

__all__ = ["LEMBAR_IDENTITAS", "render_xlsx"]

LEMBAR_IDENTITAS: Final = "_identitas"
_LEBAR_NASKAH_MM: Final = 150.0
_BATAS_KAKI: Final = 200
_TANPA_TABEL: Final = (0, 250, 500, 750, 1000)


def render_xlsx(naskah: Naskah) -> bytes:
    """
    Return the document as a workbook; numbers are the printed ones, so a sheet adds up to what is on paper.

    :raises GalatKisi: if the cells of a table do not fill it
    """
    penampung = BytesIO()
    buku = new_buku(penampung)
    buku.buku.set_properties(
        {
            "title": gaya.clean_teks(naskah.judul),
            "subject": gaya.clean_teks(naskah.subjek),
            "author": gaya.clean_teks(naskah.penerbit),
            "created": datetime(naskah.tanggal.year, naskah.tanggal.month, naskah.tanggal.day),  # noqa: DTZ001
        }
    )
    buku.nama_lembar(LEMBAR_IDENTITAS)
    if any(isinstance(blok, DaftarIsi | DaftarTabel) for seksi in naskah.seksi for blok in seksi.blok):
        _laporan(buku, naskah)
    else:
        for urut, seksi in enumerate(naskah.seksi, start=1):
            _formulir(buku, seksi, urut)
    _identitas(buku)
    buku.buku.close()
    return rewrite_zip(penampung.getvalue())


def _lebar_mm(batas: tuple[int, ...], seluruh: float) -> list[float]:
    return [(kanan - kiri) * seluruh / batas[-1] for kiri, kanan in itertools.pairwise(batas)]


def _siapkan_cetak(lembar: Lembar, penulis: PenulisBlok, kaki: str, *, bernomor: bool) -> None:
    """Set what a printer needs: the area, the rows of a single table's head on each page, and the footer."""
    lembar.lembar.print_area(0, 0, max(lembar.baris - 1, 0), lembar.jumlah_kolom - 1)
    if len(penulis.kepala) == 1:
        lembar.lembar.repeat_rows(*penulis.kepala[0])
    kiri = "&L&9" + kaki.replace("&", "&&")[:_BATAS_KAKI] if kaki else ""
    kanan = ("&R&9&P" if kaki else "&C&9&P") if bernomor else ""
    if kiri or kanan:
        lembar.lembar.set_footer(kiri + kanan)


def _formulir(buku: Buku, seksi: Seksi, urut: int) -> None:
    halaman = _bidang(seksi)
    susunan = [susun_tabel(blok, halaman) for blok in seksi.blok if isinstance(blok, Tabel)]
    batas = batas_kisi(satu.lebar for satu in susunan) if susunan else _TANPA_TABEL
    lebar = _lebar_mm(batas, halaman.lebar_isi)
    lembar = buku.tambah(_nama_seksi(seksi, urut), mendatar=seksi.mendatar, lebar_mm=lebar)
    penulis = PenulisBlok(lembar, batas, susunan=susunan)
    for blok in seksi.blok:
        penulis.tulis(blok)
    _siapkan_cetak(lembar, penulis, seksi.kaki, bernomor=bool(seksi.nomor_halaman))


def _bidang(seksi: Seksi) -> gaya.Halaman:
    """The page of a section; a list to filter is read on a screen and is as wide as its columns ask (millimetres)."""
    halaman = gaya.halaman(seksi.mendatar)
    lebar = max((sum(b.lebar) for b in seksi.blok if isinstance(b, Tabel) and b.saringan), default=0)
    return replace(halaman, lebar=max(halaman.lebar, halaman.kiri + lebar + halaman.kanan))


def _nama_seksi(seksi: Seksi, urut: int) -> str:
    """The shortest name that tells sections apart: of the first table, else of the first heading."""
    for blok in seksi.blok:
        if isinstance(blok, Tabel) and (blok.nomor or blok.judul):
            return blok.nomor or blok.judul
    for blok in seksi.blok:
        if isinstance(blok, Judul):
            return blok.teks
    return f"Halaman {urut}"


def _laporan(buku: Buku, naskah: Naskah) -> None:
    daftar = buku.tambah("Daftar", mendatar=False, lebar_mm=(20, 85, 50))
    teks = buku.tambah("Naskah", mendatar=False, lebar_mm=(_LEBAR_NASKAH_MM,))
    daftar_nama: list[str] = []
    _kepala_daftar(daftar, naskah)
    for seksi in naskah.seksi:
        judul = ""
        for blok in seksi.blok:
            if isinstance(blok, Judul):
                judul = blok.teks
            elif isinstance(blok, Tabel):
                nama = _lembar_tabel(buku, blok, seksi, judul or f"Tabel {len(daftar_nama) + 1}")
                daftar_nama.append(nama)
                _baris_daftar(daftar, blok, judul, nama)
    penulis = PenulisBlok(teks, (0, 1000), tautan=iter(daftar_nama))
    for seksi in naskah.seksi:
        for blok in seksi.blok:
            penulis.tulis(blok)
    _siapkan_cetak(teks, penulis, "", bernomor=True)
    daftar.lembar.print_area(0, 0, max(daftar.baris - 1, 0), 2)


def _kepala_daftar(lembar: Lembar, naskah: Naskah) -> None:
    for baris, (teks, ukuran) in enumerate(((naskah.judul, 14), (naskah.penerbit, 11))):
        jumlah = lembar.tulis((_polos(teks),), baris=baris, kolom=0, lebar=3, ukuran=ukuran, bold=not baris)
        lembar.tinggi_baris(baris, jumlah, ukuran)
    rupa: dict[str, Any] = {
        "bold": True,
        "border": 1,
        "bg_color": f"#{WARNA['latar']}",
        "border_color": f"#{WARNA['garis']}",
    }
    for kolom, kepala in enumerate(("Nomor", "Judul", "Lembar")):
        lembar.tulis((_polos(kepala),), baris=3, kolom=kolom, **rupa)
    lembar.lembar.freeze_panes(4, 0)
    lembar.lembar.repeat_rows(3)
    lembar.baris = 4


def _baris_daftar(lembar: Lembar, tabel: Tabel, judul: str, nama: str) -> None:
    rupa: dict[str, Any] = {"border": 1, "border_color": f"#{WARNA['garis']}", "valign": "top"}
    lembar.tulis((_polos(tabel.nomor),), baris=lembar.baris, kolom=0, **rupa)
    jumlah = lembar.tulis((_polos(tabel.judul or judul),), baris=lembar.baris, kolom=1, **rupa)
    tautan = lembar.buku.format(font_size=10, font_color=f"#{WARNA['utama']}", underline=1, **rupa)
    lembar.lembar.write_url(lembar.baris, 2, tautan_lembar(nama), tautan, nama)
    lembar.tinggi_baris(lembar.baris, jumlah)
    lembar.baris += 1


def _lembar_tabel(buku: Buku, tabel: Tabel, seksi: Seksi, judul: str) -> str:
    halaman = gaya.halaman(seksi.mendatar)
    susunan = susun_tabel(tabel, halaman)
    batas = batas_kisi((susunan.lebar,))
    lebar = _lebar_mm(batas, halaman.lebar_isi)
    lembar = buku.tambah(tabel.nomor or tabel.judul or judul, mendatar=seksi.mendatar, lebar_mm=lebar)
    penulis = PenulisBlok(lembar, batas, susunan=(susunan,))
    penulis.tulis(tabel)
    _siapkan_cetak(lembar, penulis, seksi.kaki, bernomor=True)
    if penulis.kepala:
        lembar.lembar.freeze_panes(penulis.kepala[0][1] + 1, 0)
    return lembar.nama


def _polos(teks: str) -> Paragraf:
    return Paragraf((Teks(teks),))


def _identitas(buku: Buku) -> None:
    lembar = buku.buku.add_worksheet(LEMBAR_IDENTITAS)
    for kolom, kepala in enumerate(("lembar", "sel", "identitas", "tercetak", "nilai_tepat", "satuan")):
        lembar.write_string(0, kolom, kepala)
    for baris, satu in enumerate(buku.daftar_identitas, start=1):
        isi = (
            satu.lembar,
            satu.sel,
            satu.identitas,
            satu.tercetak,
            identitas.format_nilai_tepat(satu.nilai),
            identitas.satuan_nilai(satu.nilai),
        )
        for kolom, teks in enumerate(isi):
            lembar.write_string(baris, kolom, teks)
    lembar.hide()
