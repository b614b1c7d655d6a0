"""One worksheet: merged cells with text or numbers, formats made once, and where each quantity stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from tolok.core.dokumen.sel import Sel
from tolok.core.nilai import Nilai
from tolok.core.rumus.printing import to_teks
from tolok.render import gaya
from tolok.render.susun_tabel import lebar_kata_mm
from tolok.render.tata_letak import Isi, Paragraf, Teks
from tolok.render.xlsx.angka import AngkaLembar, to_angka_lembar

BATAS_TEKS: Final = 32_767
"""A cell holds at most this many characters; longer text is cut with an ellipsis (it is whole in the other formats)."""

_PANJANG_NAMA: Final = 31
_MM_PER_HURUF: Final = 1.852
_SELA_KOLOM: Final = 0.71
_TINGGI_BARIS: Final = 1.25
_TEPI_SEL_MM: Final = 1.6
_KELONGGARAN: Final = 1.03
"""Programs set the same type a little wider or narrower; a line too many is better than one cut off."""

_TINGGI_TERBESAR: Final = 409
_ANGKA_KECIL: Final = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class BarisIdentitas:
    """One row of the hidden sheet."""

    lembar: str
    sel: str
    identitas: str
    tercetak: str
    nilai: Nilai | None


@dataclass(slots=True)
class Buku:
    """The workbook with what all its sheets share."""

    buku: Any
    daftar_identitas: list[BarisIdentitas] = field(default_factory=list)
    _format: dict[tuple[tuple[str, Any], ...], Any] = field(default_factory=dict)
    _nama: set[str] = field(default_factory=set)

    def format(self, **sifat: Any) -> Any:
        """Return the format of these properties; each combination exists once in the file."""
        kunci = tuple(sorted({"font_name": gaya.HURUF, "text_wrap": True, **sifat}.items()))
        if kunci not in self._format:
            self._format[kunci] = self.buku.add_format(dict(kunci))
        return self._format[kunci]

    def nama_lembar(self, usul: str) -> str:
        """Return a sheet name that the format allows and that is not taken: at most 31 characters, no ``[]:*?/\\``."""
        bersih = "".join("-" if huruf in "[]:*?/\\" else huruf for huruf in gaya.clean_teks(usul))
        bersih = " ".join(bersih.split()).strip("'")
        if len(bersih) > _PANJANG_NAMA:
            bersih = bersih[: _PANJANG_NAMA + 1].rpartition(" ")[0] or bersih
        bersih = bersih[:_PANJANG_NAMA].strip("' ") or "Lembar"
        nama, urut = bersih, 1
        while nama.casefold() in self._nama or nama.casefold() == "history":
            urut += 1
            ekor = f" ({urut})"
            nama = bersih[: _PANJANG_NAMA - len(ekor)] + ekor
        self._nama.add(nama.casefold())
        return nama

    def tambah(self, usul: str, *, mendatar: bool, lebar_mm: Iterable[float]) -> Lembar:
        """Add a sheet for A4, scaled to the width of one page."""
        nama = self.nama_lembar(usul)
        lembar = self.buku.add_worksheet(nama)
        lebar = list(lebar_mm)
        for kolom, mm in enumerate(lebar):
            lembar.set_column(kolom, kolom, max(1.0, round(mm / _MM_PER_HURUF - _SELA_KOLOM, 2)))
        lembar.set_paper(9)
        if mendatar:
            lembar.set_landscape()
        halaman = gaya.halaman(mendatar)
        lembar.set_margins(*(mm / 25.4 for mm in (halaman.kiri, halaman.kanan, halaman.atas, halaman.bawah)))
        lembar.fit_to_pages(1, 0)
        lembar.hide_gridlines(2)
        return Lembar(self, lembar, nama, lebar)


@dataclass(slots=True)
class Lembar:
    """A sheet that is written from top to bottom; ``baris`` is the next free row, from 0."""

    buku: Buku
    lembar: Any
    nama: str
    lebar_mm: list[float]
    baris: int = 0

    @property
    def jumlah_kolom(self) -> int:
        """The number of columns of the sheet's grid."""
        return len(self.lebar_mm)

    def tulis(
        self,
        daftar: Iterable[Paragraf],
        *,
        baris: int,
        kolom: int,
        tinggi: int = 1,
        lebar: int = 1,
        ukuran: int = 10,
        **sifat: Any,
    ) -> int:
        """Write paragraphs into a cell, merged over ``tinggi`` rows and ``lebar`` columns; return its lines of text."""
        daftar = tuple(daftar)
        isi = [satu for paragraf in daftar for satu in paragraf.isi]
        teks = "\n".join("".join(teks_isi(satu) for satu in paragraf.isi) for paragraf in daftar)
        angka = _angka_tunggal(isi)
        tebal = bool(sifat.pop("bold", False)) or (bool(isi) and all(isinstance(s, Teks) and s.tebal for s in isi))
        sifat |= {"bold": True} if tebal else {}
        rupa = self.buku.format(font_size=ukuran, **sifat, **({"num_format": angka.pola} if angka else {}))
        if tinggi > 1 or lebar > 1:
            self.lembar.merge_range(baris, kolom, baris + tinggi - 1, kolom + lebar - 1, "", rupa)
        if angka is not None:
            self.lembar.write_number(baris, kolom, angka.nilai, rupa)
        elif teks:
            self.lembar.write_string(
                baris, kolom, teks if len(teks) <= BATAS_TEKS else teks[: BATAS_TEKS - 1] + "…", rupa
            )
        else:
            self.lembar.write_blank(baris, kolom, None, rupa)
        for satu in isi:
            if isinstance(satu, Teks) and satu.sel is not None:
                self.catat(satu.sel.identitas, satu.teks, satu.sel.nilai, baris, kolom)
        lebar_mm = sum(self.lebar_mm[kolom : kolom + lebar]) - _TEPI_SEL_MM
        return sum(count_baris(satu, lebar_mm=lebar_mm, ukuran=ukuran, tebal=tebal) for satu in teks.split("\n"))

    def catat(self, identitas: str | None, tercetak: str, nilai: Nilai | None, baris: int, kolom: int) -> None:
        """Note that a cell prints a quantity."""
        if identitas:
            sel = xl_rowcol_to_cell(baris, kolom)
            self.buku.daftar_identitas.append(BarisIdentitas(self.nama, sel, identitas, tercetak, nilai))

    def tinggi_baris(self, baris: int, jumlah: int, ukuran: int = 10) -> None:
        """Give a row the height of this many lines; programs do not fit merged cells by themselves."""
        self.lembar.set_row(baris, min(_TINGGI_TERBESAR, round(jumlah * ukuran * _TINGGI_BARIS + 4, 1)))


def count_baris(teks: str, *, lebar_mm: float, ukuran: int, tebal: bool = False) -> int:
    """Return how many lines a text without line breaks takes in a column, measured word by word."""
    jumlah, kini = 1, 0.0
    spasi = lebar_kata_mm(" ", ukuran=ukuran, tebal=tebal)
    for kata in teks.split(" "):
        lebar = lebar_kata_mm(kata, ukuran=ukuran, tebal=tebal) * _KELONGGARAN
        if kini and kini + spasi + lebar > lebar_mm:
            jumlah, kini = jumlah + 1, 0.0
        kini += lebar + (spasi if kini else 0)
        while kini > lebar_mm > 0:
            jumlah, kini = jumlah + 1, kini - lebar_mm
    return jumlah


def teks_isi(isi: Isi) -> str:
    """Return a run as plain text; a formula as it is read aloud."""
    return gaya.clean_teks(isi.teks) if isinstance(isi, Teks) else to_teks(isi.simpul, cetak=True)


def _angka_tunggal(daftar: list[Isi]) -> AngkaLembar | None:
    """The number of a cell that prints one quantity and nothing else but the raised number of a footnote."""
    sel: Sel | None = None
    ekor = ""
    for isi in daftar:
        if not isinstance(isi, Teks):
            return None
        if isi.sel is not None and sel is None and not ekor:
            sel = isi.sel
        elif isi.sel is None and _ANGKA_KECIL.issuperset(isi.teks):
            ekor += isi.teks
        else:
            return None
    return to_angka_lembar(sel.tercetak, sel.nilai, ekor=ekor) if sel is not None else None


def new_buku(penampung: Any) -> Buku:
    """
    Return an empty workbook that is written to ``penampung`` when closed.

    Column widths count digits of the default font, so that is ours too; where another were missing, a wider substitute
    would stretch every sheet.
    """
    huruf = {"font_name": gaya.HURUF, "font_size": 11}
    return Buku(xlsxwriter.Workbook(penampung, {"in_memory": True, "default_format_properties": huruf}))
