"""Printed text and what its column says become a value: number, range, category, unit, and how it was read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from tolok.core.angka import NOL, Angka
from tolok.core.baca_bebas import TANPA_KONTEKS, Bacaan, Keyakinan, read_bebas
from tolok.core.bacaan.dokumen import Besaran, NilaiTerbaca
from tolok.core.gaya_angka import NUMERAL, CatatanBaca, Gaya, KonteksKolom, detect_konteks, read_numeral
from tolok.core.nama import make_kunci_nama
from tolok.core.nilai import Bilangan, Rentang
from tolok.core.peraturan import list_skala
from tolok.core.satuan import PERSEN, normalize_satuan
from tolok.ingest.susun.arti import Arti, Kolom
from tolok.ingest.susun.kata import join_baris

BESARAN_PER_ARTI: Final = {
    Arti.TARGET: Besaran.TARGET,
    Arti.REALISASI: Besaran.REALISASI,
    Arti.CAPAIAN: Besaran.CAPAIAN,
    Arti.RASIO: Besaran.RASIO,
    Arti.KONDISI_AWAL: Besaran.KONDISI_AWAL,
    Arti.TARGET_AKHIR: Besaran.TARGET_AKHIR,
    Arti.TINGKAT_KEMAJUAN: Besaran.TINGKAT_KEMAJUAN,
    Arti.EFISIENSI: Besaran.EFISIENSI,
    Arti.PERTUMBUHAN: Besaran.PERTUMBUHAN,
    Arti.PAGU: Besaran.PAGU,
    Arti.PAGU_AKHIR: Besaran.PAGU,
    Arti.REALISASI_ANGGARAN: Besaran.REALISASI,
    Arti.PERSEN_ANGGARAN: Besaran.PERSEN,
    Arti.PERTUMBUHAN_ANGGARAN: Besaran.PERTUMBUHAN,
}
"""Columns whose cells are values of a document; others ("realisasi nasional", "sisa anggaran") are not."""

RAGU: Final = "ragu"
JUTA: Final = "juta"
RIBU: Final = "ribu"
OCR: Final = "ocr"

_PENGALI: Final = {10**3: RIBU, 10**6: JUTA, 10**9: "miliar"}
_DIAM: Final = frozenset(
    {
        CatatanBaca.DARI_KOLOM,
        CatatanBaca.KOSONG,
        CatatanBaca.GAYA_INGGRIS,
        CatatanBaca.BUKAN_ANGKA,
        CatatanBaca.KETERANGAN,
    }
)
_PUTUS: Final = re.compile(r"(?<=[\d.,])\n(?=[.,%])|(?<=[.,])\n(?=\d)")
_SATUAN_BERANGKA: Final = re.compile(r"(?P<isi>[^a-z]*\d)\s*(?P<satuan>(?:per|/)\s*1[\d.]{2,}\b.*)", re.IGNORECASE)
_LEVEL_BERSKOR: Final = re.compile(
    r"(?P<level>(?:level|tipe|kelas|tingkat|peringkat)\s+(?:\d|[ivx]{1,3}))\s*\((?P<skor>\d+(?:[.,]\d+)?)\)",
    re.IGNORECASE,
)
_KAKI: Final = re.compile(r"(?<=%)\s?\(\d{1,2}(?:,\s?\d{1,2})+\)$")
_STRIP_BERKAKI: Final = re.compile(r"^([-–—])\s?(?:[*¹²³⁴⁵⁶⁷⁸⁹⁰†‡)]+|\(\d{1,2}(?:,\s?\d{1,2})*\))$")
_AWALAN: Final = re.compile(r"(?:kategori|predikat|peringkat|opini|nilai)\s*:?\s+", re.IGNORECASE)
_KATEGORI_BERNOMOR: Final = re.compile(
    r"(?:level|tipe|kelas|tingkat|kategori|peringkat|maturitas)\s+(?:\d|[ivx]+)\b.*", re.IGNORECASE
)
_BATAS_KATA: Final = 4
_RIBUAN_BULAT: Final = re.compile(r"[1-9]\d{0,2}\.\d00")
_PERSEN_WAJAR: Final = 1000
_KATEGORI_LAIN: Final = """
    a aa b baik bb buruk c cc cukup d efektif informatif istimewa kurang mandiri memuaskan rendah sedang tercapai tinggi
    wdp wtp
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class KonteksNilai:
    """What decides the reading of one cell: its column, the unit of its row, and the other cells of both."""

    kolom: Kolom
    konteks: KonteksKolom = TANPA_KONTEKS
    satuan_baris: str = ""


def detect_konteks_kolom(
    daftar_sel: Sequence[tuple[str, str]], kolom: Kolom, *, gaya: Gaya | None = None
) -> dict[str, KonteksKolom]:
    """
    Return the context of a column for each unit its rows have.

    :param daftar_sel: the cells as (text, unit of the row); a unit in the head of the column outweighs it
    :param gaya: number style of the table or the document; it holds where the column shows none
    """
    per_satuan: dict[str, list[str]] = {}
    for teks, satuan in daftar_sel:
        per_satuan.setdefault(_choose_satuan(kolom, satuan), []).append(join_angka(teks))
    hasil = {}
    for satuan, daftar_teks in per_satuan.items():
        konteks = detect_konteks(daftar_teks, satuan=satuan)
        if konteks.gaya is None:
            konteks = replace(konteks, gaya=(_detect_gaya_persen(daftar_teks) if satuan == PERSEN else None) or gaya)
        hasil[satuan] = konteks
    return hasil


def detect_gaya(daftar_teks: Iterable[str]) -> Gaya | None:
    """
    Return the number style of many cells, if nearly all numerals that tell agree.

    Where none tells, numerals that end in hundreds ("12.500", "100.000") speak for points between thousands.
    """
    hitung: Counter[Gaya] = Counter()
    bulat = 0
    for teks in daftar_teks:
        for tercetak in NUMERAL.findall(teks):
            numeral = read_numeral(tercetak)
            if numeral.indonesia is None and numeral.inggris is not None:
                hitung[Gaya.INGGRIS] += 1
            elif numeral.inggris is None and numeral.indonesia is not None:
                hitung[Gaya.INDONESIA] += 1
            bulat += _RIBUAN_BULAT.fullmatch(tercetak) is not None
    if not hitung:
        return Gaya.INDONESIA if bulat > 1 else None
    gaya, jumlah = hitung.most_common(1)[0]
    return gaya if jumlah * 10 >= hitung.total() * 9 else None


def _detect_gaya_persen(daftar_teks: Sequence[str]) -> Gaya | None:
    """Return the style under which ambiguous percentages are not absurd (85.125 is no 85 125 %)."""
    daftar = [n for teks in daftar_teks for t in NUMERAL.findall(teks) if len((n := read_numeral(t)).daftar_arti) > 1]
    if daftar and all(n.indonesia is not None and n.indonesia > _PERSEN_WAJAR for n in daftar):
        return Gaya.INGGRIS
    if daftar and all(n.inggris is not None and n.inggris > _PERSEN_WAJAR for n in daftar):
        return Gaya.INDONESIA
    return None


def read_nilai(teks: str, konteks: KonteksNilai, *, is_ocr: bool = False) -> NilaiTerbaca | None:
    """
    Return the value of one cell, without year, quarter and place; ``None`` for an empty cell.

    ``angka`` is ``None`` where the cell holds no number ("-", "N/A", a category) or more than one reading ("ragu").
    """
    besaran = BESARAN_PER_ARTI.get(konteks.kolom.arti)
    rapi = join_angka(teks)
    if besaran is None or not rapi:
        return None
    isi, satuan, kategori_depan = _split_isi(_KAKI.sub("", _STRIP_BERKAKI.sub(r"\1", rapi)))
    bacaan = read_bebas(isi, konteks=konteks.konteks)
    hasil = NilaiTerbaca(besaran, rapi, satuan=satuan or bacaan.satuan or konteks.konteks.satuan)
    catatan = [str(c) for c in bacaan.catatan if c not in _DIAM]
    pengali = (
        1 if re.search(r"juta|jt\b|miliar|milyar|ribu|[^\W\d_]{6,}", rapi, re.IGNORECASE) else konteks.kolom.pengali
    )
    match bacaan.nilai:
        case Bilangan(angka=angka):
            hasil = replace(hasil, angka=angka * pengali, kategori=kategori_depan or _find_label(bacaan.label))
        case Rentang(bawah=bawah, atas=atas):
            hasil = replace(hasil, angka=bawah * pengali, atas=atas * pengali)
        case None if CatatanBaca.NIHIL in bacaan.catatan and rapi.casefold().startswith(("rp", "idr")):
            hasil = replace(hasil, angka=NOL)
        case None:
            kategori = find_kategori(rapi)
            if kategori is not None:
                return replace(hasil, kategori=kategori, satuan="", catatan=(OCR,) if is_ocr else ())
            if bacaan.keyakinan is Keyakinan.RAGU and re.search(r"\d", rapi):
                catatan = [RAGU, *catatan]
        case _:
            pass
    if _is_dua_arti(bacaan, hasil.angka):
        hasil, catatan = replace(hasil, angka=None, atas=None), [RAGU, *catatan]
    if hasil.angka is not None and pengali in _PENGALI:
        catatan.append(_PENGALI[pengali])
    if is_ocr:
        catatan.append(OCR)
    return replace(hasil, catatan=tuple(dict.fromkeys(catatan)))


def _split_isi(teks: str) -> tuple[str, str, str | None]:
    """Return number, unit and level of a cell whose unit or level has a number of its own ("85 per 100.000 KH")."""
    if cocok := _SATUAN_BERANGKA.fullmatch(teks):
        return cocok["isi"], cocok["satuan"], None
    if cocok := _LEVEL_BERSKOR.fullmatch(teks):
        return cocok["skor"], "", cocok["level"]
    return teks, "", None


def make_konteks(kolom: Kolom, konteks_per_satuan: dict[str, KonteksKolom], satuan_baris: str) -> KonteksNilai:
    """Return the context of one cell from those of its column."""
    satuan = _choose_satuan(kolom, satuan_baris)
    return KonteksNilai(
        kolom=kolom,
        konteks=konteks_per_satuan.get(satuan, KonteksKolom(satuan=satuan)),
        satuan_baris=satuan_baris,
    )


def weigh_baris(konteks: KonteksNilai, teks: str, sebaris: Iterable[str]) -> KonteksNilai:
    """
    Return the context for a numeral of two readings of which only one has the size of the other values of its row.

    Target and realisasi of one indicator are of one size, whatever the other rows of the column hold.
    """
    ganda = [n for t in NUMERAL.findall(teks) if len((n := read_numeral(t)).daftar_arti) > 1]
    lain = [read_numeral(t).daftar_arti for sel in sebaris for t in NUMERAL.findall(sel)]
    jelas = [arti[0] for arti in lain if len(arti) == 1]
    if len(ganda) != 1 or not jelas or min(jelas) <= 0:
        return konteks
    ukuran = replace(konteks.konteks, gaya=None, terkecil=min(jelas), terbesar=max(jelas))
    wajar = [angka for angka in ganda[0].daftar_arti if ukuran.is_wajar(angka)]
    return replace(konteks, konteks=ukuran) if len(wajar) == 1 else konteks


def join_angka(teks: str) -> str:
    """Return a cell as one line, with a number that was parted at a line end rejoined ("1.009." / "235.000")."""
    return join_baris(_PUTUS.sub("", teks.strip()))


def find_kategori(teks: str) -> str | None:
    """Return the category a text without a number is ("Madya", "Predikat BB"), or ``None``."""
    rapi = _AWALAN.sub("", teks, count=1).strip(" .\"“”'")
    if _KATEGORI_BERNOMOR.fullmatch(teks):
        return teks
    if (
        not rapi
        or re.search(r"\d", rapi)
        or not any(huruf.isalpha() for huruf in rapi)
        or len(rapi.split()) > _BATAS_KATA
    ):
        return None
    bacaan = read_bebas(teks)
    is_keadaan = bacaan.nilai is not None or CatatanBaca.KOSONG in bacaan.catatan or CatatanBaca.NIHIL in bacaan.catatan
    return None if is_keadaan or rapi.casefold() in ("tidak ada", "belum ada", "tidak dinilai") else rapi


def _find_label(label: str) -> str | None:
    """Return the category printed beside a number ("BB (79,39)"); other words beside it are none."""
    rapi = _AWALAN.sub("", label.strip(), count=1)
    return rapi if rapi and make_kunci_nama(rapi) in _daftar_kategori() else None


@cache
def _daftar_kategori() -> frozenset[str]:
    daftar = [nama for skala in list_skala() for kelas in skala.kelas for nama in (kelas.label, kelas.kode)]
    return frozenset(make_kunci_nama(nama) for nama in (*daftar, *_KATEGORI_LAIN.split()) if nama)


def _choose_satuan(kolom: Kolom, satuan_baris: str) -> str:
    """Return the unit of a cell: that of the head, for target and realisasi else that of the row."""
    if kolom.satuan or kolom.arti not in (Arti.TARGET, Arti.REALISASI, Arti.KONDISI_AWAL, Arti.TARGET_AKHIR):
        return normalize_satuan(kolom.satuan)
    return normalize_satuan(satuan_baris)


def _is_dua_arti(bacaan: Bacaan, angka: Angka | None) -> bool:
    """Whether the reading chosen is one of several; amounts of rupiah with faulty marks have only one."""
    if angka is None or bacaan.keyakinan is Keyakinan.PASTI or CatatanBaca.PENGELOMPOKAN_SALAH in bacaan.catatan:
        return False
    daftar = {lain.angka for lain in bacaan.angka_lain if isinstance(lain, Bilangan)} - {angka}
    return bool(daftar) and CatatanBaca.NIHIL not in bacaan.catatan
