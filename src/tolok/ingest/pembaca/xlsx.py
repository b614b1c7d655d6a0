"""XLSX to blocks: every visible sheet as the tables and lines of text that a person sees on it."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from tolok.core.bacaan.blok import Berkas, Blok, Format
from tolok.ingest.arsip import Arsip
from tolok.ingest.batas import BerkasDitolak, tolak
from tolok.ingest.kisi import TabelTerlaluLuas
from tolok.ingest.pembaca.pola_angka import format_sel
from tolok.ingest.pembaca.xlsx_gaya import GayaSel, make_gaya
from tolok.ingest.pembaca.xlsx_lembar import Gabungan, Lembar, SelLembar, list_blok
from tolok.ingest.pembaca.xml import anak, atribut, atribut_bulat, daftar_anak, nama_lokal

_ALAMAT: Final = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")
_ULANG: Final = re.compile(r"\$([0-9]{1,7}):\$([0-9]{1,7})")
_KODE: Final = re.compile("_x([0-9A-Fa-f]{4})_")
_KOLOM_TERAKHIR: Final = 16_384
_BARIS_TERAKHIR: Final = 1_048_576
_JUMLAH_GABUNGAN: Final = 200_000
_TERSEMBUNYI: Final = ("hidden", "veryHidden")


@dataclass(slots=True)
class _Buku:
    """What all sheets share."""

    arsip: Arsip
    teks: list[str] = field(default_factory=list)
    gaya: tuple[GayaSel, ...] = ()
    is_1904: bool = False
    jumlah_sel: int = 0
    tanpa_hasil: int = 0
    """Cells with a formula whose result the file does not hold."""


def read_xlsx(arsip: Arsip, utama: str, sidik: str) -> Berkas:
    """
    Return the blocks of a workbook; the title of a table is the name of its sheet, ``letak.baris`` the row on it.

    :param utama: name of the workbook part in the archive
    :raises BerkasDitolak: if a part is damaged, there are too many cells, or they lie too far apart
    """
    akar = arsip.pohon(utama)
    hubungan = arsip.hubungan(utama)
    bagian = dict(hubungan.values())
    buku = _Buku(arsip, is_1904=atribut(anak(akar, "workbookPr"), "date1904") in ("1", "true"))
    if (teks := bagian.get("sharedStrings")) in arsip.daftar_nama and teks:
        buku.teks = [_teks_kaya(satu) for satu in arsip.unsur(teks, "{*}si")]
    buku.gaya = make_gaya(arsip.pohon_bila_ada(bagian.get("styles")))
    ulang = _baris_ulang(akar)
    daftar_blok: list[Blok] = []
    catatan: list[str] = []
    for urut, satu in enumerate(daftar_anak(anak(akar, "sheets"), "sheet")):
        nama = atribut(satu, "name") or f"Lembar {urut + 1}"
        jenis, sasaran = hubungan.get(_id_hubungan(satu), ("", ""))
        if atribut(satu, "state") in _TERSEMBUNYI:
            catatan.append(f"Lembar {nama!r} tersembunyi; tidak dibaca. Tampilkan lembar itu bila isinya diperlukan.")
        elif jenis == "worksheet" and sasaran in arsip.daftar_nama:
            lembar = _read_lembar(buku, nama, sasaran, ulang.get(urut))
            try:
                daftar_blok.extend(list_blok(lembar))
            except TabelTerlaluLuas as galat:
                raise _terlalu_jauh(arsip.nama, nama) from galat
            if lembar.tersembunyi:
                catatan.append(f"Lembar {nama!r}: baris atau kolom yang disembunyikan tidak dibaca.")
    if buku.tanpa_hasil:
        catatan.append(
            f"{buku.tanpa_hasil} sel berisi rumus tanpa hasil tersimpan. Buka di Excel atau LibreOffice, simpan ulang, "
            "lalu baca lagi."
        )
    if any(posixpath.basename(nama).startswith("vbaProject") for nama in arsip.daftar_nama):
        catatan.insert(0, "Berkas ini memuat makro; makro tidak dibaca dan tidak dijalankan.")
    return Berkas(arsip.nama, Format.XLSX, sidik, tuple(daftar_blok), None, tuple(catatan))


def _terlalu_jauh(nama: str, lembar: str) -> BerkasDitolak:
    sebab = f"di lembar {lembar!r} ada isi yang sangat jauh dari tabelnya"
    return tolak(nama, sebab, "Hapus baris dan kolom di bawah dan di kanan setiap tabel, lalu simpan ulang")


def _id_hubungan(unsur: etree._Element) -> str:
    return next((nilai for nama, nilai in unsur.attrib.items() if str(nama).endswith("}id")), "")


def _baris_ulang(akar: etree._Element) -> dict[int, tuple[int, int]]:
    """Return for sheets, by their place, the first and last row that are printed at the top of every page."""
    hasil = {}
    for satu in daftar_anak(anak(akar, "definedNames"), "definedName"):
        cocok = _ULANG.search(satu.text or "")
        if atribut(satu, "name") == "_xlnm.Print_Titles" and cocok:
            hasil[atribut_bulat(satu, "localSheetId", lain=-1)] = (int(cocok[1]), int(cocok[2]))
    return hasil


def _teks_kaya(unsur: etree._Element | None) -> str:
    """Return the text of a string with its runs, without what tells how it is pronounced."""
    hasil = []
    for satu in unsur if unsur is not None else ():
        if nama_lokal(satu) == "t":
            hasil.append(satu.text or "")
        elif nama_lokal(satu) == "r":
            hasil.extend(t.text or "" for t in daftar_anak(satu, "t"))
    teks = _KODE.sub(lambda cocok: chr(int(cocok[1], 16)), "".join(hasil))
    return teks.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ").replace("\0", "").strip()


def _read_lembar(buku: _Buku, nama: str, anggota: str, ulang: tuple[int, int] | None) -> Lembar:
    lembar = Lembar(nama, ulang)
    kolom_hilang: set[int] = set()
    induk: etree._Element | None = None
    baris = kolom = 0
    for unsur in buku.arsip.unsur(anggota, "{*}c", "{*}mergeCell", "{*}col"):
        match nama_lokal(unsur):
            case "col" if unsur.get("hidden") in ("1", "true"):
                akhir = min(atribut_bulat(unsur, "max"), _KOLOM_TERAKHIR)
                kolom_hilang.update(range(max(atribut_bulat(unsur, "min"), 1), akhir + 1))
            case "mergeCell" if len(lembar.gabungan) < _JUMLAH_GABUNGAN:
                if gabungan := _gabungan(unsur.get("ref") or ""):
                    lembar.gabungan.append(gabungan)
            case "c":
                if (kini := unsur.getparent()) is not induk:
                    induk, kolom = kini, 0
                    baris = atribut_bulat(kini, "r", lain=baris + 1)
                if tempat := _alamat(unsur.get("r") or ""):
                    baris, kolom = tempat
                else:
                    kolom += 1
                sel = _read_sel(buku, unsur)
                if not (sel.teks or sel.is_bingkai):
                    continue
                is_baris_hilang = induk is not None and induk.get("hidden") in ("1", "true")
                if is_baris_hilang or kolom in kolom_hilang:
                    if is_baris_hilang:
                        lembar.baris_hilang.add(baris)
                    lembar.tersembunyi = lembar.tersembunyi or bool(sel.teks)
                    continue
                buku.jumlah_sel += 1
                if buku.jumlah_sel > buku.arsip.batas.jumlah_sel:
                    sebab = f"ada lebih dari {buku.arsip.batas.jumlah_sel} sel di dalamnya"
                    raise tolak(buku.arsip.nama, sebab, "Pecah buku kerjanya, lalu baca satu per satu")
                lembar.sel.setdefault(baris, {})[kolom] = sel
    return lembar


def _alamat(teks: str) -> tuple[int, int] | None:
    """Return row and column, from 1, of an address like ``B2``."""
    cocok = _ALAMAT.fullmatch(teks)
    if cocok is None:
        return None
    kolom = 0
    for huruf in cocok[1]:
        kolom = kolom * 26 + ord(huruf) - 64
    baris = int(cocok[2])
    return (baris, kolom) if kolom <= _KOLOM_TERAKHIR and baris <= _BARIS_TERAKHIR else None


def _gabungan(teks: str) -> Gabungan | None:
    awal, _, akhir = teks.partition(":")
    kiri_atas, kanan_bawah = _alamat(awal), _alamat(akhir or awal)
    if kiri_atas is None or kanan_bawah is None or kanan_bawah < kiri_atas or kanan_bawah[1] < kiri_atas[1]:
        return None
    return Gabungan(*kiri_atas, *kanan_bawah)


def _read_sel(buku: _Buku, unsur: etree._Element) -> SelLembar:
    nomor = atribut_bulat(unsur, "s")
    gaya = buku.gaya[nomor] if 0 <= nomor < len(buku.gaya) else GayaSel()
    nilai = anak(unsur, "v")
    mentah = (nilai.text or "") if nilai is not None else ""
    match unsur.get("t"):
        case "s":
            urut = int(mentah) if mentah.isascii() and mentah.isdecimal() and len(mentah) < 10 else -1
            teks = buku.teks[urut] if 0 <= urut < len(buku.teks) else ""
        case "inlineStr":
            teks = _teks_kaya(anak(unsur, "is"))
        case "b":
            teks = {"1": "TRUE", "0": "FALSE"}.get(mentah, mentah)
        case "str" | "e" | "d":
            teks = _KODE.sub(lambda cocok: chr(int(cocok[1], 16)), mentah).replace("\u00a0", " ").strip()
        case _:
            teks = format_sel(mentah, gaya.pola, is_1904=buku.is_1904) if mentah else ""
    if nilai is None and anak(unsur, "f") is not None:
        buku.tanpa_hasil += 1
    return SelLembar(teks.replace("\0", ""), gaya.is_bingkai)
