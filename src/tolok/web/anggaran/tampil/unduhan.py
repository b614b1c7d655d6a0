"""The table of the page as a file: the same rows and texts, as a workbook or as lines for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Final

from tolok.core.cetak_angka import SPASI_KERAS
from tolok.core.dokumen.sel import Sel
from tolok.core.hasil.anggaran import TOTAL
from tolok.core.jejak import Hasil
from tolok.render.susunan.unsur import kepala, keterangan, paragraf, sel_angka, sel_teks, tabel
from tolok.render.tata_letak import Judul, Naskah, Seksi, SelTabel
from tolok.render.xlsx import render_xlsx
from tolok.web.anggaran.tampil.edisi import describe_dokumen
from tolok.web.anggaran.tampil.pilihan import Pilihan, list_periode, nama_periode
from tolok.web.anggaran.tampil.tabel import NAMA_TINGKAT, TabelAnggaran

_BOM: Final = "\ufeff"
_AWAL_RUMUS: Final = ("=", "+", "-", "@", "\t", "\r")
_TERSEMBUNYI: Final = "tidak ditampilkan"


def render_csv(pilihan: Pilihan, isi: TabelAnggaran) -> bytes:
    """
    Return the rows as text a spreadsheet in Indonesian opens as it is: semicolons, decimal commas, no thousands.

    Texts that a spreadsheet would run as a formula are disarmed with an apostrophe.
    """
    wadah = io.StringIO()
    penulis = csv.writer(wadah, delimiter=";", lineterminator="\r\n")
    penulis.writerow(_kepala(pilihan))
    for teks, daftar_hasil in _daftar_baris(pilihan, isi):
        angka = (_angka_polos(hasil) for hasil in daftar_hasil)
        penulis.writerow([*map(_jinakkan, teks), *(angka if daftar_hasil else ())])
    return (_BOM + wadah.getvalue()).encode()


def render_buku(pilihan: Pilihan, isi: TabelAnggaran) -> bytes:
    """Return the rows as a workbook; the hidden sheet says which quantity each number is."""
    data, edisi = pilihan.hasil.data, pilihan.edisi
    judul = f"Pagu dan realisasi {pilihan.periode.label}"
    nama_kolom = _kepala(pilihan)
    jumlah = len(nama_kolom) - _TEKS
    baris = [
        (*(sel_teks(satu) for satu in teks), *_sel_uang(daftar_hasil, jumlah))
        for teks, daftar_hasil in _daftar_baris(pilihan, isi)
    ]
    catatan = [
        keterangan(f"{satu.nama} ({satu.jenis}): {describe_dokumen(satu)}. Cakupan: {satu.cakupan.rstrip('.')}.")
        for satu in pilihan.daftar_edisi
    ]
    naskah = Naskah(
        jenis="anggaran",
        judul=f"{judul}, {data.instansi.nama}",
        subjek="Pagu dan realisasi anggaran",
        penerbit=f"{data.instansi.nama}, {data.instansi.pemerintah}",
        tanggal=pilihan.periode.akhir,
        seksi=(
            Seksi(
                (
                    Judul(1, judul),
                    paragraf(f"Rupiah. Realisasi kumulatif. Serapan dan bagian terhadap {edisi.nama}."),
                    tabel(
                        kepala=[[kepala(satu) for satu in nama_kolom]],
                        baris=baris,
                        lebar=[8, 8, 28, 8, 14, *([10] * jumlah)],
                        catatan=catatan,
                    ),
                ),
                mendatar=True,
            ),
        ),
        nama_berkas=make_nama_berkas(pilihan),
    )
    return render_xlsx(naskah)


def make_nama_berkas(pilihan: Pilihan) -> str:
    """Return the name of the file without its ending."""
    data = pilihan.hasil.data
    return f"anggaran-{data.instansi.id}-{data.tahun}-{pilihan.periode.kunci}"


_TEKS: Final = 5


def _kepala(pilihan: Pilihan) -> list[str]:
    return [
        "Kode",
        "Tingkat",
        "Nama",
        "Sifat",
        "Penanggung jawab",
        *(f"Pagu {edisi.nama}" for edisi in pilihan.daftar_edisi),
        *(f"Realisasi {nama_periode(satu)}" for satu in list_periode(pilihan.periode)),
        "Serapan (%)",
        "Bagian (%)",
    ]


def _daftar_baris(pilihan: Pilihan, isi: TabelAnggaran) -> Iterator[tuple[tuple[str, ...], tuple[Hasil, ...]]]:
    for baris in isi.daftar_baris:
        simpul = baris.simpul
        teks = (simpul.kode, NAMA_TINGKAT[simpul.tingkat], simpul.nama, simpul.sifat.value, simpul.penanggung_jawab)
        yield teks, _uang(pilihan, simpul.kode) if baris.uang is not None else ()
    if isi.total is not None:
        yield ("", "", "Total", "", ""), _uang(pilihan, TOTAL)


def _uang(pilihan: Pilihan, kode: str) -> tuple[Hasil, ...]:
    anggaran, edisi = pilihan.hasil.anggaran, pilihan.edisi.id
    bagian = (anggaran.bagian(kode, edisi),) if pilihan.tampak.anggaran.is_seluruh else ()
    return (
        *(anggaran.pagu(kode, satu.id) for satu in pilihan.daftar_edisi),
        *(anggaran.realisasi(kode, satu) for satu in list_periode(pilihan.periode)),
        anggaran.serapan(kode, pilihan.periode, edisi),
        *bagian,
    )


def _sel_uang(daftar: tuple[Hasil, ...], jumlah: int) -> tuple[SelTabel, ...]:
    if not daftar:
        return tuple(sel_teks(_TERSEMBUNYI) for _ in range(jumlah))
    isi = [sel_angka(Sel.from_hasil(hasil)) for hasil in daftar]
    return (*isi, *(sel_teks("") for _ in range(jumlah - len(isi))))


def _angka_polos(hasil: Hasil) -> str:
    """Return the printed number without thousands, ``Rp`` and ``%``; nothing where there is no value."""
    teks = hasil.tercetak.replace("Rp", "").replace(SPASI_KERAS, "").removesuffix("%")
    return teks.replace(".", "").replace("−", "-").replace("–", "")


def _jinakkan(teks: str) -> str:
    return f"'{teks}" if teks.startswith(_AWAL_RUMUS) else teks
