"""Bytes of one CSV file to a table of texts; whatever may be wrong with the bytes is said with its line."""

from __future__ import annotations

import csv
import io
from typing import Final

from tolok.paket.kolom import Tabel
from tolok.paket.masalah import Catatan, Masalah, Tingkat, sebut, usulkan
from tolok.paket.mentah import BarisMentah, TabelMentah

PANJANG_SEL: Final = 100_000
"""Longer cells are refused; the csv module of Python itself stops at 131.072 characters."""
_PEMISAH: Final = (",", ";", "\t")
_SIMPAN_CSV: Final = "Di Excel: Simpan Sebagai, pilih jenis 'CSV UTF-8 (dibatasi koma)'."
_SIMPAN_TEKS: Final = "Di penyunting teks: Simpan Sebagai, pilih penyandian (encoding) UTF-8."


def read_utf8(isi: bytes, *, berkas: str, catatan: Catatan) -> str | None:
    """Decode a text file (a leading BOM is fine); ``None`` and a problem if it is no UTF-8."""
    simpan = _SIMPAN_CSV if berkas.lower().endswith(".csv") else _SIMPAN_TEKS
    if isi.startswith((b"\xff\xfe", b"\xfe\xff")):
        catatan.tambah(Masalah(berkas, 1, None, f"Berkas ini UTF-16, bukan UTF-8. {simpan}"))
        return None
    if (letak := isi.find(b"\0")) >= 0:
        baris = isi.count(b"\n", 0, letak) + 1
        catatan.tambah(
            Masalah(berkas, baris, None, f"Bita ke-{letak + 1} bernilai NUL; berkas rusak atau bukan teks. {simpan}")
        )
        return None
    try:
        return isi.decode("utf-8-sig")
    except UnicodeDecodeError as galat:
        letak = galat.start + 3 * isi.startswith(b"\xef\xbb\xbf")
        baris = isi.count(b"\n", 0, letak) + 1
        pesan = f"Bita ke-{letak + 1} (0x{isi[letak]:02X}) bukan UTF-8; berkas disimpan dengan sandi lain. {simpan}"
        catatan.tambah(Masalah(berkas, baris, None, pesan))
        return None


def read_csv(isi: bytes, *, berkas: str, tabel: Tabel, catatan: Catatan) -> TabelMentah:
    """Return the rows of a CSV file (comma, semicolon or tab, told by its header); problems go to ``catatan``."""
    mentah = TabelMentah(berkas)
    teks = read_utf8(isi, berkas=berkas, catatan=catatan)
    if teks is None:
        mentah.is_utuh = False
        return mentah
    pembaca = csv.reader(io.StringIO(teks, newline=""), delimiter=_pemisah(teks), strict=True)
    nomor = 0
    try:
        for nomor, sel in enumerate(pembaca, 1):
            if nomor == 1:
                mentah.kolom = read_kepala([teks.strip() for teks in sel], berkas=berkas, tabel=tabel, catatan=catatan)
            else:
                tambah_baris(mentah, nomor, sel, catatan)
    except csv.Error as galat:
        mentah.is_utuh = False
        catatan.tambah(Masalah(berkas, nomor + 1, None, _pesan_csv(str(galat), pembaca.line_num)))
    mentah.is_utuh &= set(tabel.kolom_wajib) <= set(mentah.kolom)
    if nomor == 0:
        catatan.tambah(
            Masalah(berkas, 1, None, f"Berkas kosong; baris pertama harus berisi nama kolom: {','.join(tabel.kolom)}.")
        )
    return mentah


def _pemisah(teks: str) -> str:
    """Tell the separator by the header; where that has one column, by which one leaves every row a single cell."""
    kepala = teks.partition("\n")[0]
    if any(kepala.count(pemisah) for pemisah in _PEMISAH):
        return max(_PEMISAH, key=kepala.count)
    return ";" if _is_satu_kolom(teks, ";") and not _is_satu_kolom(teks, ",") else ","


def _is_satu_kolom(teks: str, pemisah: str) -> bool:
    try:
        return all(len(sel) <= 1 for sel in csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah, strict=True))
    except csv.Error:
        return False


def _pesan_csv(galat: str, baris_teks: int) -> str:
    if "field larger" in galat:
        return f'Ada sel yang lebih dari {PANJANG_SEL} karakter; mungkin tanda kutip (") tidak ditutup.'
    if "unexpected end" in galat:
        return f'Tanda kutip (") di baris ini tidak ditutup sampai akhir berkas (baris teks {baris_teks}).'
    return f'Tanda kutip (") salah tempat; tulis ganda ("") bila ia bagian dari teks (baris teks {baris_teks}).'


def read_kepala(daftar: list[str], *, berkas: str, tabel: Tabel, catatan: Catatan) -> tuple[str, ...]:
    """Judge a header: unknown, doubled and missing columns; returns the names by position."""
    while daftar and not daftar[-1]:
        daftar.pop()
    for posisi, nama in enumerate(daftar):
        if not nama:
            catatan.tambah(Masalah(berkas, 1, None, f"Kolom ke-{posisi + 1} tidak bernama; beri nama atau hapus."))
        elif nama not in tabel.kolom:
            usul = usulkan(nama, tabel.kolom) or f" Yang ada: {sebut(tabel.kolom, paling_banyak=40)}."
            catatan.tambah(Masalah(berkas, 1, nama, f"Kolom {nama!r} tidak dikenal.{usul}", tertulis=nama))
        elif nama in daftar[:posisi]:
            catatan.tambah(Masalah(berkas, 1, nama, f"Kolom {nama!r} ada dua kali; hapus salah satu.", tertulis=nama))
    for nama in tabel.kolom_wajib:
        if nama not in daftar:
            pesan = f"Kolom {nama!r} tidak ada padahal wajib; tambahkan di baris kepala."
            catatan.tambah(Masalah(berkas, 1, nama, pesan))
    return tuple(daftar)


def tambah_baris(mentah: TabelMentah, nomor: int, daftar_sel: list[str], catatan: Catatan) -> None:
    """Add one row to the table; blank rows are passed over but counted."""
    sel = {}
    for posisi, teks in enumerate(daftar_sel):
        bersih = teks if type(teks) is not str else teks.strip().replace("\r\n", "\n")
        if not bersih:
            continue
        if posisi >= len(mentah.kolom):
            pesan = (
                f"Ada isi {bersih[:40]!r} di luar kolom bernama; mungkin sebuah sel berisi pemisah (koma) tanpa tanda "
                'kutip. Apit sel itu dengan tanda kutip (").'
            )
            catatan.tambah(Masalah(mentah.berkas, nomor, None, pesan, tertulis=bersih))
        elif len(bersih) > PANJANG_SEL:
            kolom = mentah.kolom[posisi]
            pesan = f'Sel ini lebih dari {PANJANG_SEL} karakter; mungkin tanda kutip (") tidak ditutup.'
            catatan.tambah(Masalah(mentah.berkas, nomor, kolom, pesan))
        else:
            sel[mentah.kolom[posisi]] = bersih
    if sel:
        mentah.daftar_baris.append(BarisMentah(nomor, sel))


def catat_berkas_asing(nama: str, berkas: str, dikenal: tuple[str, ...], catatan: Catatan) -> None:
    """Note a table that is not part of the format: wrong if its name is nearly right, else only not read."""
    if usul := usulkan(nama, dikenal, kemiripan=0.8):
        catatan.tambah(Masalah(berkas, None, None, f"{nama!r} bukan nama tabel.{usul} Ganti namanya."))
    else:
        pesan = f"{nama!r} bukan nama tabel, jadi tidak dibaca."
        catatan.tambah(Masalah(berkas, None, None, pesan, Tingkat.PERINGATAN))
