"""DOCX to blocks: the body in order, with headings by style, tables with their spans, and text boxes once."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final

from lxml import etree

from tolok.core.bacaan.blok import Berkas, Blok, Format, Paragraf, SelBlok, Tabel
from tolok.core.dokumen.sel import Letak
from tolok.ingest.arsip import Arsip
from tolok.ingest.batas import tolak
from tolok.ingest.kisi import Petak, TabelTerlaluLuas, make_tabel, rapatkan
from tolok.ingest.pembaca.docx_gaya import DaftarGaya, make_gaya
from tolok.ingest.pembaca.docx_nomor import Penomor, make_penomor
from tolok.ingest.pembaca.docx_teks import pilihan, read_paragraf
from tolok.ingest.pembaca.xml import anak, atribut, atribut_bulat, daftar_anak, is_nyala, nama_lokal

_PEMBUNGKUS: Final = frozenset({"ins", "moveTo", "customXml", "smartTag", "sdtContent", "body"})
_RENTANG_TERBESAR: Final = 200
_TIPIS: Final = 170
"""Twentieths of a point: a column narrower than this is a border drawn twice."""
_KECIL: Final = 4
"""A nested table with fewer cells than this holds a formula or a line, and stays part of its cell."""


def read_docx(arsip: Arsip, utama: str, sidik: str) -> Berkas:
    """
    Return the blocks of a document.

    ``letak.baris`` counts paragraphs outside tables, rows inside; ``letak.tabel`` says which table of the file.

    :param utama: name of the main part in the archive
    :raises BerkasDitolak: if a part is damaged or there are too many cells
    """
    badan = anak(arsip.pohon(utama), "body")
    hubungan = dict(arsip.hubungan(utama).values())
    pembaca = _Pembaca(
        arsip,
        make_gaya(arsip.pohon_bila_ada(hubungan.get("styles"))),
        make_penomor(arsip.pohon_bila_ada(hubungan.get("numbering"))),
    )
    if badan is None:
        raise tolak(
            arsip.nama, "berkas ini tidak punya isi dokumen", "Buka di Word atau LibreOffice, lalu simpan ulang"
        )
    try:
        daftar_blok = pembaca.blok(badan)
    except TabelTerlaluLuas as galat:
        raise tolak(arsip.nama, "ada tabel yang terlalu besar", "Pecah dokumennya, lalu baca satu per satu") from galat
    if any(posixpath.basename(nama).startswith("vbaProject") for nama in arsip.daftar_nama):
        pembaca.catatan.insert(0, "Berkas ini memuat makro; makro tidak dibaca dan tidak dijalankan.")
    return Berkas(arsip.nama, Format.DOCX, sidik, _pasang_keterangan(daftar_blok), None, tuple(pembaca.catatan))


@dataclass(frozen=True, slots=True)
class _Keterangan:
    """A caption; it becomes the title of a table right behind it, else a paragraph again."""

    paragraf: Paragraf


def _pasang_keterangan(daftar: list[Blok | _Keterangan]) -> tuple[Blok, ...]:
    hasil: list[Blok] = []
    for urut, satu in enumerate(daftar):
        sebelum = daftar[urut - 1] if urut else None
        if isinstance(satu, Tabel) and isinstance(sebelum, _Keterangan):
            hasil[-1] = Tabel(satu.sel, satu.letak, sebelum.paragraf.teks, satu.jumlah_kepala)
        else:
            hasil.append(satu.paragraf if isinstance(satu, _Keterangan) else satu)
    return tuple(hasil)


@dataclass(slots=True)
class _Pembaca:
    arsip: Arsip
    gaya: DaftarGaya
    penomor: Penomor
    catatan: list[str] = field(default_factory=list)
    jumlah_paragraf: int = 0
    jumlah_tabel: int = 0
    jumlah_sel: int = 0

    def blok(self, wadah: etree._Element) -> list[Blok | _Keterangan]:
        """Return the blocks of a container, in order."""
        hasil: list[Blok | _Keterangan] = []
        for unsur in self._list_unsur(wadah):
            hasil.extend(self._paragraf(unsur) if nama_lokal(unsur) == "p" else self._tabel(unsur))
        return hasil

    def _list_unsur(self, wadah: etree._Element) -> Iterator[etree._Element]:
        """Yield paragraphs and tables, looking into what only wraps them."""
        for unsur in wadah:
            match nama_lokal(unsur):
                case "p" | "tbl":
                    yield unsur
                case "sdt":
                    if (isi := anak(unsur, "sdtContent")) is not None:
                        yield from self._list_unsur(isi)
                case "AlternateContent":
                    if (cabang := pilihan(unsur)) is not None:
                        yield from self._list_unsur(cabang)
                case "altChunk":
                    self.catatan.append(
                        "Ada bagian dokumen yang disisipkan dari berkas lain; bagian itu tidak terbaca."
                    )
                case nama if nama in _PEMBUNGKUS:
                    yield from self._list_unsur(unsur)

    def _paragraf(self, unsur: etree._Element) -> Iterator[Blok | _Keterangan]:
        self.jumlah_paragraf += 1
        letak = Letak(baris=self.jumlah_paragraf)
        sifat = anak(unsur, "pPr")
        if is_nyala(anak(sifat, "rPr", "vanish")):
            return
        gaya = self.gaya.gaya_paragraf(sifat)
        isi = read_paragraf(unsur)
        if isi.teks:
            nomor = self.penomor.next_nomor(gaya.daftar, gaya.tingkat_daftar) if gaya.daftar else ""
            paragraf = Paragraf(f"{nomor} {isi.teks}".strip(), letak, gaya.tingkat)
            is_gambar = isi.teks.lower().startswith(("gambar", "grafik", "bagan", "diagram"))
            is_keterangan = isi.is_urutan_tabel or (gaya.is_keterangan and not is_gambar)
            yield _Keterangan(paragraf) if is_keterangan else paragraf
        for kotak in isi.kotak:
            yield from self.blok(kotak)

    def _tabel(self, unsur: etree._Element) -> Iterator[Blok | _Keterangan]:
        daftar_baris = list(_list_bagian(unsur, "tr"))
        if len(daftar_baris) == 1 and len(tunggal := list(_list_bagian(daftar_baris[0], "tc"))) == 1:
            yield from self.blok(tunggal[0])  # a frame around text
            return
        self.jumlah_tabel += 1
        tabel, dalam = self._urai_tabel(unsur, f"Tabel ke-{self.jumlah_tabel}")
        if tabel is not None:
            yield tabel
        yield from dalam

    def _urai_tabel(self, tbl: etree._Element, nama: str) -> tuple[Tabel | None, list[Tabel]]:
        """Return a table, and the tables that stand in its cells."""
        daftar_baris = list(_list_bagian(tbl, "tr"))
        lebar_kisi = [atribut_bulat(satu, "w") for satu in daftar_anak(anak(tbl, "tblGrid"), "gridCol")]
        daftar: list[Petak] = []
        dalam: list[Tabel] = []
        terbuka: dict[int, int] = {}
        baris = kepala = 0
        for tr in daftar_baris:
            sifat = anak(tr, "trPr")
            if anak(sifat, "del") is not None or is_nyala(anak(sifat, "hidden")):
                continue
            if is_nyala(anak(sifat, "tblHeader")) and kepala == baris:
                kepala += 1
            kolom = _rentang(anak(sifat, "gridBefore"), lain=0)
            for tc in _list_bagian(tr, "tc"):
                self.jumlah_sel += 1
                if self.jumlah_sel > self.arsip.batas.jumlah_sel:
                    sebab = f"ada lebih dari {self.arsip.batas.jumlah_sel} sel tabel di dalamnya"
                    raise tolak(self.arsip.nama, sebab, "Pecah dokumennya, lalu baca satu per satu")
                sifat_sel = anak(tc, "tcPr")
                lebar = max(_rentang(anak(sifat_sel, "gridSpan"), lain=1), 1)
                gabung, datar = anak(sifat_sel, "vMerge"), anak(sifat_sel, "hMerge")
                is_lanjutan = gabung is not None and atribut(gabung) != "restart"
                if datar is not None and atribut(datar) != "restart" and daftar and daftar[-1].baris == baris:
                    daftar[-1] = _perluas(daftar[-1], kolom=lebar)
                elif is_lanjutan and kolom in terbuka:
                    urut = terbuka[kolom]
                    daftar[urut] = _perluas(daftar[urut], sampai=baris)
                else:
                    teks, tabel_dalam = self._isi_sel(tc)
                    dalam.extend(tabel_dalam)
                    letak = Letak(baris=baris + 1, tabel=nama)
                    daftar.append(Petak(baris, kolom, SelBlok(teks, letak, 1, lebar)))
                    if gabung is None:
                        terbuka.pop(kolom, None)
                    else:
                        terbuka[kolom] = len(daftar) - 1
                kolom += lebar
            baris += 1
        return make_tabel(_rapatkan(daftar, lebar_kisi), letak=Letak(baris=1, tabel=nama), jumlah_kepala=kepala), dalam

    def _isi_sel(self, tc: etree._Element) -> tuple[str, list[Tabel]]:
        """Return the text of a cell, and the tables in it that are too large to be part of the text."""
        daftar_teks: list[str] = []
        dalam: list[Tabel] = []
        for unsur in self._list_unsur(tc):
            if nama_lokal(unsur) == "p":
                daftar_teks.append(self._paragraf_sel(unsur))
                continue
            self.jumlah_tabel += 1
            tabel, lebih_dalam = self._urai_tabel(unsur, f"Tabel ke-{self.jumlah_tabel}")
            if (
                tabel is not None
                and (banyak := _banyak_isi(tabel)) >= _KECIL
                and tabel.lebar > 1
                and banyak > tabel.lebar
            ):
                dalam.append(tabel)
            elif tabel is not None:
                daftar_teks.extend(" ".join(sel.teks for sel in baris if sel and sel.teks) for baris in tabel.sel)
            dalam.extend(lebih_dalam)
        return "\n".join(satu for satu in daftar_teks if satu), dalam

    def _paragraf_sel(self, unsur: etree._Element) -> str:
        sifat = anak(unsur, "pPr")
        gaya = self.gaya.gaya_paragraf(sifat)
        isi = read_paragraf(unsur)
        nomor = self.penomor.next_nomor(gaya.daftar, gaya.tingkat_daftar) if gaya.daftar else ""
        daftar = [f"{nomor} {isi.teks}".strip()]
        for kotak in isi.kotak:
            daftar.extend(_list_teks(self.blok(kotak)))
        return "\n".join(satu for satu in daftar if satu)


def _list_bagian(unsur: etree._Element, nama: str) -> Iterator[etree._Element]:
    """Yield the rows of a table or the cells of a row, also those inside content controls."""
    for satu in unsur:
        kini = nama_lokal(satu)
        if kini == nama:
            yield satu
        elif kini in _PEMBUNGKUS or kini == "sdt":
            yield from _list_bagian(satu, nama)


def _rentang(unsur: etree._Element | None, *, lain: int) -> int:
    return min(max(atribut_bulat(unsur, lain=lain), 0), _RENTANG_TERBESAR)


def _rapatkan(daftar: list[Petak], lebar_kisi: list[int]) -> list[Petak]:
    """Return the cells without the columns that only borders drawn beside each other make."""
    jumlah_kolom = max((petak.kolom + petak.sel.rentang_kolom for petak in daftar), default=0)
    if jumlah_kolom > len(lebar_kisi) or min(lebar_kisi, default=0) <= 0:
        return daftar
    return rapatkan(daftar, list(accumulate(lebar_kisi, initial=0)), _TIPIS)


def _perluas(petak: Petak, *, kolom: int = 0, sampai: int | None = None) -> Petak:
    sel = petak.sel
    tinggi = sel.rentang_baris if sampai is None else sampai - petak.baris + 1
    return Petak(petak.baris, petak.kolom, SelBlok(sel.teks, sel.letak, tinggi, sel.rentang_kolom + kolom))


def _banyak_isi(tabel: Tabel) -> int:
    return sum(1 for baris in tabel.sel for sel in baris if sel and sel.teks)


def _list_teks(daftar: list[Blok | _Keterangan]) -> Iterator[str]:
    for satu in daftar:
        if isinstance(satu, Tabel):
            yield from (" ".join(sel.teks for sel in baris if sel and sel.teks) for baris in satu.sel)
        else:
            yield satu.paragraf.teks if isinstance(satu, _Keterangan) else satu.teks
