"""A package workbook (.xlsx) to raw tables: a sheet a table, ``paket`` for what a folder keeps in ``paket.toml``."""

from __future__ import annotations

import io
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from python_calamine import CalamineError, CalamineWorkbook

from tolok.berkas import sebab_galat
from tolok.paket.arsip import ArsipRusak, GalatArsip, ensure_buku_wajar
from tolok.paket.baca_csv import catat_berkas_asing, read_kepala, tambah_baris
from tolok.paket.baca_toml import KUNCI_VERSI, pesan_versi
from tolok.paket.kolom import (
    INSTANSI,
    KEBIJAKAN,
    KELAS,
    KOLOM_INDUK_KELAS,
    SKALA,
    TABEL,
    TABEL_WAJIB,
    UMUM,
    Bentuk,
    Isian,
    Tabel,
)
from tolok.paket.masalah import Catatan, Masalah, PaketTidakTerbaca, sebut, usulkan
from tolok.paket.mentah import BarisMentah, NarasiMentah, PaketMentah, TabelMentah
from tolok.paket.teks_sel import TeksAngka, tanggal_dari

LEMBAR_UMUM: Final = "paket"
LEMBAR_NARASI: Final = "narasi"
_KOLOM_UMUM: Final = ("kunci", "nilai")
_KOLOM_NARASI: Final = ("kunci", "teks")
_BESAR_TERBUKA: Final = 512 * 1024 * 1024
"""A workbook that unpacks to more than this is refused."""
_KUNCI_UMUM: Final = Tabel("paket", object, tuple(Isian(k, Bentuk.TEKS, (k,), True, None) for k in _KOLOM_UMUM))
_NARASI: Final = Tabel("narasi", object, tuple(Isian(k, Bentuk.TEKS, (k,), True, None) for k in _KOLOM_NARASI))
_INDUK_KELAS: Final = Isian(KOLOM_INDUK_KELAS, Bentuk.TEKS, (KOLOM_INDUK_KELAS,), True, None)

TABEL_BUKU: Final[dict[str, Tabel]] = {
    "skala": SKALA,
    "kelas": Tabel("kelas", KELAS.kelas, (_INDUK_KELAS, *KELAS.daftar_isian)),
    **TABEL,
}
"""Sheets that are tables, by name; ``paket`` and ``narasi`` stand beside them."""


def read_buku(jalur: Path) -> PaketMentah:
    """
    Read every sheet of the workbook that belongs to the format.

    :raises PaketTidakTerbaca: if it is no workbook, or has no sheet ``paket``
    """
    buku = _buka(jalur)
    if LEMBAR_UMUM not in buku.sheet_names:
        pesan = f"Buku kerja ini bukan paket: lembar {LEMBAR_UMUM!r} tidak ada; yang ada {sebut(buku.sheet_names)}."
        raise PaketTidakTerbaca([Masalah(str(jalur), None, None, pesan)])
    pembaca = _Pembaca(buku, jalur.name)
    pembaca.tolak_lembar_asing()
    tabel = pembaca.umum()
    for nama, bentuk in TABEL_BUKU.items():
        tabel[nama] = pembaca.tabel(nama, bentuk)
    return PaketMentah(str(jalur), tabel, pembaca.narasi(), pembaca.catatan)


def _buka(jalur: Path) -> CalamineWorkbook:
    try:
        isi = jalur.read_bytes()
        ensure_buku_wajar(isi, batas=_BESAR_TERBUKA)
        return CalamineWorkbook.from_filelike(io.BytesIO(isi))
    except OSError as galat:
        pesan = f"Berkas tidak dapat dibuka: {sebab_galat(galat)}. Periksa izinnya."
        raise PaketTidakTerbaca([Masalah(str(jalur), None, None, pesan)]) from galat
    except (ArsipRusak, CalamineError) as galat:
        pesan = "Berkas ini bukan buku kerja .xlsx yang utuh. Buka di Excel atau LibreOffice lalu simpan ulang."
        raise PaketTidakTerbaca([Masalah(str(jalur), None, None, pesan)]) from galat
    except GalatArsip as galat:
        raise PaketTidakTerbaca([Masalah(str(jalur), None, None, str(galat))]) from galat


class _Pembaca:
    def __init__(self, buku: CalamineWorkbook, nama: str) -> None:
        self.buku = buku
        self.nama = nama
        self.catatan = Catatan()

    def letak(self, lembar: str) -> str:
        return f"{self.nama}, lembar {lembar}"

    def tolak_lembar_asing(self) -> None:
        dikenal = (LEMBAR_UMUM, *TABEL_BUKU, LEMBAR_NARASI)
        for nama in self.buku.sheet_names:
            if nama not in dikenal:
                catat_berkas_asing(nama, self.letak(nama), dikenal, self.catatan)

    def tabel(self, nama: str, bentuk: Tabel) -> TabelMentah:
        """Return one sheet as a table; an absent sheet is an empty table."""
        mentah = TabelMentah(self.letak(nama))
        if nama not in self.buku.sheet_names:
            mentah.is_ada = False
            if nama in TABEL_WAJIB:
                pesan = f"Lembar {nama!r} tidak ada padahal wajib; buat dengan kepala: {', '.join(bentuk.kolom)}."
                self.catatan.tambah(Masalah(mentah.berkas, None, None, pesan))
            return mentah
        daftar_baris = self.buku.get_sheet_by_name(nama).to_python(skip_empty_area=False)
        for nomor, baris in enumerate(daftar_baris, 1):
            daftar_sel = [_teks(sel) for sel in baris]
            if nomor == 1:
                mentah.kolom = read_kepala(daftar_sel, berkas=mentah.berkas, tabel=bentuk, catatan=self.catatan)
            else:
                tambah_baris(mentah, nomor, daftar_sel, self.catatan)
        mentah.is_utuh = set(bentuk.kolom_wajib) <= set(mentah.kolom)
        if not daftar_baris:
            pesan = f"Lembar ini kosong; baris pertama harus berisi nama kolom: {', '.join(bentuk.kolom)}."
            self.catatan.tambah(Masalah(mentah.berkas, 1, None, pesan))
        return mentah

    def umum(self) -> dict[str, TabelMentah]:
        """Return the sections of ``paket.toml`` from the sheet of keys and values."""
        berkas = self.letak(LEMBAR_UMUM)
        lembar = self.tabel(LEMBAR_UMUM, _KUNCI_UMUM)
        huruf = "B" if lembar.kolom[:1] == ("kunci",) else None
        hasil = {
            nama: TabelMentah(berkas, is_lembar=False, awalan=awalan, huruf=huruf)
            for nama, awalan in (("umum", ""), ("instansi", "instansi."), ("kebijakan", "kebijakan."))
        }
        isi = {nama: BarisMentah(1, {}) for nama in hasil}
        dikenal = {kolom: ("umum", kolom) for kolom in UMUM.kolom}
        dikenal |= {f"instansi.{kolom}": ("instansi", kolom) for kolom in INSTANSI.kolom}
        dikenal |= {f"kebijakan.{kolom}": ("kebijakan", kolom) for kolom in KEBIJAKAN.kolom}
        terlihat: dict[str, int] = {}
        for baris in lembar.daftar_baris:
            kunci = baris.teks("kunci")
            if kunci in terlihat:
                pesan = f"Kunci {kunci!r} ada dua kali (baris {terlihat[kunci]} dan {baris.nomor}); hapus salah satu."
                self.catatan.tambah(lembar.masalah(baris, "kunci", pesan))
            elif kunci in dikenal:
                nama, kolom = dikenal[kunci]
                isi[nama].nomor_per_kolom[kolom] = baris.nomor
                if "nilai" in baris.sel:
                    isi[nama].sel[kolom] = baris.sel["nilai"]
            elif kunci != KUNCI_VERSI:
                pesan = f"Kunci {kunci!r} tidak dikenal.{usulkan(kunci, dikenal)}"
                self.catatan.tambah(lembar.masalah(baris, "kunci", pesan))
            elif pesan := pesan_versi(baris.teks("nilai")):
                self.catatan.tambah(lembar.masalah(baris, "nilai", pesan))
            terlihat[kunci] = baris.nomor
        if KUNCI_VERSI not in terlihat:
            self.catatan.tambah(Masalah(berkas, None, KUNCI_VERSI, pesan_versi("")))
        for nama, baris in isi.items():
            hasil[nama].daftar_baris.append(baris)
        return hasil

    def narasi(self) -> list[NarasiMentah]:
        """Return the narratives of the sheet of keys and texts."""
        lembar = self.tabel(LEMBAR_NARASI, _NARASI) if LEMBAR_NARASI in self.buku.sheet_names else None
        if lembar is None:
            return []
        return [
            NarasiMentah(lembar.berkas, baris.nomor, baris.teks("kunci"), baris.teks("teks"), is_sel=True)
            for baris in lembar.daftar_baris
        ]


def _teks(sel: Any) -> str:
    """Return the text of a workbook cell as an officer would have typed it into a text cell."""
    match sel:
        case str():
            return sel.strip().replace("\r\n", "\n")
        case bool():
            return "ya" if sel else "tidak"
        case int() | float():
            # Fifteen digits are what a workbook itself shows and keeps; the rest is binary noise.
            return TeksAngka(format(Decimal(format(sel, ".15g")), "f").replace(".", ","))
        case datetime() | date():
            return tanggal_dari(sel)
    return str(sel)
