"""A package as one .xlsx workbook: typed cells, frozen heads, filters, lists to choose from; always the same bytes."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Final

import xlsxwriter

from tolok.paket.baca_buku import LEMBAR_NARASI, LEMBAR_UMUM, TABEL_BUKU
from tolok.paket.baca_toml import KUNCI_VERSI
from tolok.paket.keterangan import KOLOM_KETERANGAN
from tolok.paket.kolom import INSTANSI, KEBIJAKAN, UMUM, VERSI_FORMAT, Bentuk, Isian, Tabel
from tolok.paket.masalah import GalatPaket, Masalah
from tolok.paket.susun import Baris, PaketTersusun

_DIBUAT: Final = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed date keeps the bytes equal
_PANJANG_SEL: Final = 32_767
_LEBAR: Final = (10, 60)
_BARIS_PILIHAN: Final = 2_000
"""Lists to choose from reach so many rows below the header, at least."""
_SEN_TEPAT: Final = 10**15
"""Amounts of more sen than this are written as text: a workbook number keeps fifteen digits."""


def format_buku(paket: PaketTersusun) -> bytes:
    """
    Return the bytes of the workbook.

    :raises GalatPaket: if a text is longer than a cell can hold
    """
    wadah = io.BytesIO()
    buku = xlsxwriter.Workbook(wadah, {"in_memory": True})
    buku.set_properties({"title": "Paket Tolok", "created": _DIBUAT})
    penulis = _Penulis(buku)
    penulis.lembar(LEMBAR_UMUM, ("kunci", "nilai"), _umum(paket))
    isi = {
        "skala": tuple(skala.isi for skala in paket.daftar_skala),
        "kelas": tuple((skala.isi[0], *kelas) for skala in paket.daftar_skala for kelas in skala.daftar_kelas),
        **paket.tabel,
    }
    for nama, tabel in TABEL_BUKU.items():
        penulis.tabel(tabel, isi[nama])
    penulis.lembar(LEMBAR_NARASI, ("kunci", "teks"), paket.narasi)
    buku.close()
    if penulis.daftar_masalah:
        raise GalatPaket(penulis.daftar_masalah)
    return wadah.getvalue()


def _umum(paket: PaketTersusun) -> Iterable[Baris]:
    yield KUNCI_VERSI, str(VERSI_FORMAT)
    for awalan, tabel, baris in (
        ("", UMUM, paket.umum),
        ("instansi.", INSTANSI, paket.instansi),
        ("kebijakan.", KEBIJAKAN, paket.kebijakan),
    ):
        for isian, teks in zip(tabel.daftar_isian, baris, strict=True):
            yield f"{awalan}{isian.nama}", teks


class _Penulis:
    def __init__(self, buku: Any) -> None:
        self.buku = buku
        self.daftar_masalah: list[Masalah] = []
        self.kepala = buku.add_format({"bold": True, "bg_color": "#E8EEF7", "bottom": 1, "valign": "top"})
        self.teks = buku.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        self.bulat = buku.add_format({"num_format": "0", "valign": "top"})
        self.uang = buku.add_format({"num_format": "#,##0", "valign": "top"})
        self.uang_sen = buku.add_format({"num_format": "#,##0.00", "valign": "top"})
        self.tanggal = buku.add_format({"num_format": "yyyy-mm-dd", "valign": "top"})

    def lembar(self, nama: str, kolom: tuple[str, ...], daftar_baris: Iterable[Baris]) -> None:
        """Write a sheet of texts."""
        bentuk_per_kolom = dict.fromkeys(kolom, Bentuk.TEKS)
        self._isi(nama, bentuk_per_kolom, tuple(daftar_baris))

    def tabel(self, tabel: Tabel, daftar_baris: tuple[Baris, ...]) -> None:
        """Write a sheet with a type for each column, and lists where the words are closed."""
        bentuk_per_kolom = {kolom: _bentuk(isian, kolom) for isian in tabel.daftar_isian for kolom in isian.kolom}
        lembar = self._isi(tabel.nama, bentuk_per_kolom, daftar_baris)
        akhir = max(len(daftar_baris), _BARIS_PILIHAN)
        for isian in tabel.daftar_isian:
            if pilihan := _pilihan(isian):
                kolom = tabel.kolom.index(isian.kolom[-1])
                aturan = {
                    "validate": "list",
                    "source": pilihan,
                    "error_title": "Isi tidak dikenal",
                    "error_message": "Pilih salah satu dari daftar.",
                }
                lembar.data_validation(1, kolom, akhir, kolom, aturan)

    def _isi(self, nama: str, bentuk_per_kolom: dict[str, Bentuk], daftar_baris: tuple[Baris, ...]) -> Any:
        lembar = self.buku.add_worksheet(nama)
        lembar.freeze_panes(1, 1)
        lembar.autofilter(0, 0, max(len(daftar_baris), 1), len(bentuk_per_kolom) - 1)
        for nomor, (kolom, bentuk) in enumerate(bentuk_per_kolom.items()):
            terpanjang = max((len(baris[nomor]) for baris in daftar_baris), default=0)
            lebar = min(max(terpanjang, len(kolom) + 3, _LEBAR[0]) + 2, _LEBAR[1])
            lembar.set_column(nomor, nomor, lebar, self._format(bentuk, ""))
            lembar.write_string(0, nomor, kolom, self.kepala)
            if keterangan := KOLOM_KETERANGAN.get(nama, {}).get(kolom):
                lembar.write_comment(0, nomor, keterangan, {"author": "Tolok", "x_scale": 2})
        for nomor_baris, baris in enumerate(daftar_baris, 1):
            for nomor, (teks, (kolom, bentuk)) in enumerate(zip(baris, bentuk_per_kolom.items(), strict=True)):
                if len(teks) > _PANJANG_SEL:
                    pesan = (
                        f"Teks ini {len(teks)} karakter; sebuah sel memuat {_PANJANG_SEL}. Tulis paket sebagai folder."
                    )
                    self.daftar_masalah.append(Masalah(f"lembar {nama}", nomor_baris + 1, kolom, pesan))
                elif teks:
                    self._sel(lembar, nomor_baris, nomor, teks, bentuk)
        return lembar

    def _format(self, bentuk: Bentuk, teks: str) -> Any:
        if bentuk is Bentuk.UANG:
            return self.uang_sen if "," in teks else self.uang
        return {Bentuk.BULAT: self.bulat, Bentuk.TANGGAL: self.tanggal}.get(bentuk, self.teks)

    def _sel(self, lembar: Any, baris: int, kolom: int, teks: str, bentuk: Bentuk) -> None:
        if bentuk is Bentuk.TANGGAL:
            lembar.write_datetime(baris, kolom, date.fromisoformat(teks), self.tanggal)
        elif bentuk is Bentuk.BULAT:
            lembar.write_number(baris, kolom, int(teks), self.bulat)
        elif bentuk is Bentuk.UANG and len(teks) - teks.count(".") <= len(str(_SEN_TEPAT)) - 3:
            lembar.write_number(
                baris, kolom, float(teks.replace(".", "").replace(",", ".")), self._format(bentuk, teks)
            )
        else:
            lembar.write_string(baris, kolom, teks, self.teks)


def _bentuk(isian: Isian, kolom: str) -> Bentuk:
    if isian.bentuk is Bentuk.PERIODE:
        return Bentuk.BULAT
    if isian.bentuk is Bentuk.NILAI or kolom != isian.kolom[0]:
        return Bentuk.TEKS
    return isian.bentuk


def _pilihan(isian: Isian) -> list[str]:
    if isian.pilihan is not None:
        return [anggota.value for anggota in isian.pilihan]
    if isian.bentuk is Bentuk.YA_TIDAK:
        return ["ya", "tidak"]
    return ["0", "1", "2", "3", "4"] if isian.bentuk is Bentuk.PERIODE else []
