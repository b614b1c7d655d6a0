"""XLSX as offices fill it in: a title above the table, merged heads, numbers as text or as formatted numbers."""

from __future__ import annotations

from io import BytesIO
from typing import Final

import xlsxwriter

from bench.bacaan.tata.naskah import Deret, GantiHalaman, NaskahCetak, Paragraf, TabelCetak

_LEBAR_SATUAN: Final = 4


def write_xlsx(naskah: NaskahCetak) -> bytes:
    """Return the document as XLSX: one sheet, or one for each table."""
    berkas = BytesIO()
    buku = xlsxwriter.Workbook(berkas, {"in_memory": True})
    _Penulis(buku, naskah).write()
    buku.close()
    return berkas.getvalue()


class _Penulis:
    def __init__(self, buku: xlsxwriter.Workbook, naskah: NaskahCetak) -> None:
        self.buku, self.naskah = buku, naskah
        self.bentuk: dict[tuple[str, bool], object] = {}
        self.lembar = buku.add_worksheet("Lembar1")
        self.baris = 0
        self.is_isi = False

    def write(self) -> None:
        for bagian in self.naskah.daftar:
            match bagian:
                case Paragraf():
                    self._pisah()
                    for teks in bagian.teks.split("\n"):
                        self.lembar.write_string(self.baris, 0, teks)
                        self.baris += 1
                case TabelCetak():
                    self._tabel(bagian)
                    self.baris += 1
                case GantiHalaman():
                    self._pisah(paksa=True)

    def _pisah(self, *, paksa: bool = False) -> None:
        """Begin a new sheet after a table, where each table has its own."""
        if self.is_isi and paksa and not self.naskah.is_lembar_tunggal:
            self.lembar = self.buku.add_worksheet(f"Lembar{len(self.buku.worksheets()) + 1}")
            self.baris, self.is_isi = 0, False

    def _tabel(self, tabel: TabelCetak) -> None:
        self.is_isi = True
        for kolom, lebar in enumerate(tabel.lebar):
            self.lembar.set_column(kolom, kolom, lebar * _LEBAR_SATUAN)
        for deret in (*tabel.kepala, *tabel.isi):
            self._deret(deret, is_bergaris=tabel.is_bergaris)
            self.baris += 1

    def _deret(self, deret: Deret, *, is_bergaris: bool) -> None:
        for kolom, kotak in enumerate(deret):
            if kotak is None:
                continue
            bentuk = self._bentuk(kotak.mentah.bentuk if kotak.mentah else "", is_bergaris=is_bergaris)
            if kotak.baris > 1 or kotak.kolom > 1:
                akhir = (self.baris + kotak.baris - 1, kolom + kotak.kolom - 1)
                self.lembar.merge_range(self.baris, kolom, *akhir, "", bentuk)
            if kotak.mentah and self.naskah.is_angka_lembar:
                self.lembar.write_number(self.baris, kolom, kotak.mentah.angka, bentuk)
            elif kotak.teks:
                self.lembar.write_string(self.baris, kolom, kotak.teks, bentuk)

    def _bentuk(self, angka: str, *, is_bergaris: bool) -> object:
        kunci = (angka, is_bergaris)
        if kunci not in self.bentuk:
            sifat = {"text_wrap": True, "valign": "top", **({"border": 1} if is_bergaris else {})}
            self.bentuk[kunci] = self.buku.add_format(sifat | ({"num_format": angka} if angka else {}))
        return self.bentuk[kunci]
