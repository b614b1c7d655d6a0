"""
PDF to blocks: ruled tables by their lines, other tables by their columns, text by paragraphs, in reading order.

Pages are taken one at a time and the work on each depends on what stands on it alone; only running heads and the
letter size of the text are looked for over all pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import pypdfium2
import pypdfium2.raw as mentah

from tolok.core.bacaan.blok import Berkas, Blok, Format, Paragraf
from tolok.ingest.batas import Batas, BerkasDitolak, tolak
from tolok.ingest.pembaca.ocr import OcrGagal, cari_tesseract, list_garis_gambar, read_halaman_ocr
from tolok.ingest.pembaca.pdf_alinea import sambung_halaman, susun_alinea, tingkat_per_ukuran, ukuran_isi
from tolok.ingest.pembaca.pdf_halaman import Halaman, read_halaman
from tolok.ingest.pembaca.pdf_kaki import buang_kaki
from tolok.ingest.pembaca.pdf_kolom import TabelPolos, pisah_tabel
from tolok.ingest.pembaca.pdf_tata import Tata, make_tata
from tolok.ingest.pembaca.pdf_teks import Baris

_SEDIKIT_HURUF: Final = 25
"""A page with a picture and fewer letters than this is a scan."""


def read_pdf(isi: bytes, nama: str, sidik: str, batas: Batas) -> Berkas:
    """
    Return the blocks of a PDF; ``letak.baris`` is the line on the page.

    :raises BerkasDitolak: if it is locked, damaged or too long, or holds no text that can be read
    """
    dokumen = _buka(isi, nama)
    try:
        jumlah = len(dokumen)
        if jumlah > batas.jumlah_halaman:
            sebab = f"tebalnya {jumlah} halaman, paling banyak {batas.jumlah_halaman}"
            raise tolak(nama, sebab, "Pecah dokumennya, lalu baca satu per satu")
        daftar_tata, catatan = _read_semua(dokumen, nama, batas)
    finally:
        dokumen.close()
    buang_kaki(daftar_tata)
    besar = ukuran_isi(daftar_tata)
    tingkat = tingkat_per_ukuran(daftar_tata, besar)
    daftar_blok = sambung_halaman(blok for tata in daftar_tata for blok in _list_blok(tata, tingkat))
    return Berkas(nama, Format.PDF, sidik, tuple(daftar_blok), jumlah, tuple(catatan))


def _buka(isi: bytes, nama: str) -> pypdfium2.PdfDocument:
    try:
        dokumen = pypdfium2.PdfDocument(isi)
        if len(dokumen) == 0:
            raise tolak(nama, "PDF ini tidak punya halaman", "Unduh lagi, atau minta berkas aslinya")
    except pypdfium2.PdfiumError as galat:
        if getattr(galat, "err_code", None) in (mentah.FPDF_ERR_PASSWORD, mentah.FPDF_ERR_SECURITY):
            saran = "Buka dengan sandinya, lalu cetak atau simpan ulang tanpa sandi"
            raise tolak(nama, "PDF ini terkunci sandi", saran) from galat
        raise tolak(nama, "PDF ini terpotong atau rusak", "Unduh lagi, atau minta berkas aslinya") from galat
    return dokumen


@dataclass(slots=True)
class _Catatan:
    """Numbers of the pages that were not read as usual, and why the program for pictures gave up."""

    rusak: list[int] = field(default_factory=list)
    rumit: list[int] = field(default_factory=list)
    ocr: list[int] = field(default_factory=list)
    jumlah_ocr: int = 0
    """How many of these were read here, not by whoever made the file."""
    tanpa_teks: list[int] = field(default_factory=list)
    sebab: str = "tesseract tidak terpasang"

    def kalimat(self) -> Iterator[str]:
        """Yield what a person should know."""
        if self.rusak:
            yield f"Halaman {sebut_halaman(self.rusak)} rusak dan tidak terbaca."
        if self.ocr:
            yield f"Halaman {sebut_halaman(self.ocr)} dibaca mesin dari gambar (OCR); periksa setiap angkanya."
        if self.tanpa_teks:
            yield f"Halaman {sebut_halaman(self.tanpa_teks)} adalah gambar tanpa teks dan tidak terbaca: {self.sebab}."
        if self.rumit:
            yield f"Gambar di halaman {sebut_halaman(self.rumit)} terlalu rumit; tabel di sana mungkin tidak utuh."


def _read_semua(dokumen: pypdfium2.PdfDocument, nama: str, batas: Batas) -> tuple[list[Tata], list[str]]:
    """Return all pages taken apart, and the notes about them."""
    daftar: list[Tata] = []
    catatan = _Catatan()
    for nomor in range(1, len(dokumen) + 1):
        try:
            halaman_pdf = dokumen[nomor - 1]
        except pypdfium2.PdfiumError:
            catatan.rusak.append(nomor)
            continue
        try:
            halaman = read_halaman(halaman_pdf, nomor)
            if halaman.ada_gambar and sum(len(kata.teks) for kata in halaman.kata) < _SEDIKIT_HURUF:
                halaman = _halaman_gambar(halaman_pdf, halaman, catatan, batas)
            elif halaman.lapis_ocr:
                halaman.is_hasil_ocr = True
                halaman.garis.extend(list_garis_gambar(halaman_pdf))
                catatan.ocr.append(nomor)
        except pypdfium2.PdfiumError:
            catatan.rusak.append(nomor)
            continue
        finally:
            halaman_pdf.close()
        if halaman.terlalu_rumit:
            catatan.rumit.append(nomor)
        daftar.append(make_tata(halaman))
    if not any(tata.halaman.kata for tata in daftar):
        raise _tanpa_isi(nama, catatan)
    return daftar, list(catatan.kalimat())


def _halaman_gambar(halaman_pdf: pypdfium2.PdfPage, halaman: Halaman, catatan: _Catatan, batas: Batas) -> Halaman:
    """Return a page that is a picture, read by machine if that can be done, else as it is."""
    if cari_tesseract() is not None and catatan.jumlah_ocr < batas.jumlah_halaman_ocr:
        try:
            terbaca = read_halaman_ocr(halaman_pdf, halaman.nomor, detik=batas.detik_ocr_per_halaman)
        except OcrGagal as galat:
            catatan.sebab = str(galat)
        else:
            catatan.ocr.append(halaman.nomor)
            catatan.jumlah_ocr += 1
            return terbaca
    catatan.tanpa_teks.append(halaman.nomor)
    return halaman


def _tanpa_isi(nama: str, catatan: _Catatan) -> BerkasDitolak:
    if catatan.tanpa_teks:
        saran = "Minta berkas aslinya (DOCX, XLSX, atau PDF berteks), atau pasang tesseract dengan bahasa eng dan ind"
        return tolak(nama, f"PDF ini hasil pindaian tanpa teks, dan {catatan.sebab}", saran)
    sebab = "PDF ini rusak" if catatan.rusak else "PDF ini tidak memuat teks"
    return tolak(nama, sebab, "Unduh lagi, atau minta berkas aslinya")


def sebut_halaman(daftar: list[int]) -> str:
    """Return page numbers as people write them: "3–5, 8"."""
    hasil: list[list[int]] = []
    for nomor in daftar:
        if hasil and nomor == hasil[-1][1] + 1:
            hasil[-1][1] = nomor
        else:
            hasil.append([nomor, nomor])
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in hasil)


def _list_blok(tata: Tata, tingkat: dict[float, int]) -> Iterator[Blok]:
    """Yield the blocks of a page from top to bottom."""
    sisa = list(tata.baris)
    benda: list[tuple[float, float, Blok]] = [(satu.atas, satu.x0, satu.tabel) for satu in tata.tabel]
    benda += [(atas, 0.0, Paragraf(teks, letak)) for letak, atas, teks in tata.bagan]
    for atas, _, blok in sorted(benda, key=lambda satu: satu[:2]):
        sebelum = [baris for baris in sisa if (baris.atas + baris.bawah) / 2 < atas]
        yield from _list_blok_polos(tata, sebelum, tingkat)
        sisa = sisa[len(sebelum) :]
        yield blok
    yield from _list_blok_polos(tata, sisa, tingkat)


def _list_blok_polos(tata: Tata, daftar: list[Baris], tingkat: dict[float, int]) -> Iterator[Blok]:
    kini: list[Baris] = []
    for satu in pisah_tabel(tata, daftar):
        if isinstance(satu, TabelPolos):
            yield from susun_alinea(tata, kini, tingkat)
            kini = []
            yield satu.tabel
        else:
            kini.append(satu)
    yield from susun_alinea(tata, kini, tingkat)
