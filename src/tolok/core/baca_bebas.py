"""
Reading cells of published documents: value, unit, how sure, and what was noticed. Doubt is reported, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from tolok.core.angka import NOL, Angka
from tolok.core.cetak_angka import LABEL_BELUM_ADA, LABEL_TAK_TERHITUNG
from tolok.core.gaya_angka import NUMERAL, CatatanBaca, KonteksKolom, Pilihan, choose_arti, detect_konteks
from tolok.core.lambang import BATAS_PANJANG, normalize_lambang
from tolok.core.nilai import (
    AlasanBelumAda,
    AlasanTakTerhitung,
    BelumAda,
    Bilangan,
    Nilai,
    Rentang,
    TidakDapatDihitung,
)
from tolok.core.satuan import KATEGORI, PERSEN, RUPIAH, is_satuan_sama, normalize_satuan
from tolok.core.skala import Skala, find_kategori, read_kategori


class Keyakinan(StrEnum):
    """Whether a reading may be used as it is, or a person must look."""

    PASTI = "pasti"
    RAGU = "ragu"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bacaan:
    """
    What one cell says.

    ``nilai`` is ``None`` if the cell is empty or nothing speaks for one reading; ``angka_lain`` holds further
    numbers of the cell and the readings not chosen; ``label`` words that stand beside the number.
    """

    teks: str
    nilai: Nilai | None = None
    satuan: str = ""
    keyakinan: Keyakinan = Keyakinan.PASTI
    catatan: tuple[CatatanBaca, ...] = ()
    angka_lain: tuple[Nilai, ...] = ()
    label: str = ""


TANPA_KONTEKS: Final = KonteksKolom()

_KOSONG: Final = frozenset({"", "-", "--", "---", "n/a", "na", "n.a", "n.a.", "#n/a", "...", "…", "tidak ada data"})
_KEADAAN: Final = {
    **{label.casefold(): alasan for alasan, label in LABEL_BELUM_ADA.items()},
    "belum dievaluasi": AlasanBelumAda.TIDAK_DIEVALUASI,
    "tidak ada evaluasi": AlasanBelumAda.TIDAK_DIEVALUASI,
    "belum dirilis": AlasanBelumAda.BELUM_TERBIT,
    "belum rilis": AlasanBelumAda.BELUM_TERBIT,
    "belum ada data": AlasanBelumAda.BELUM_DIISI,
    "belum ada": AlasanBelumAda.BELUM_DIISI,
}
_TAK_TERHITUNG: Final = {
    LABEL_TAK_TERHITUNG.casefold(): AlasanTakTerhitung.TANPA_DATA,
    "#div/0!": AlasanTakTerhitung.PENYEBUT_NOL,
}
_KALI: Final = {
    "ribu": 10**3, "rb": 10**3, "juta": 10**6, "jt": 10**6, "miliar": 10**9, "milyar": 10**9, "triliun": 10**12,
}  # fmt: skip

_RP: Final = r"(?:rp\.?|idr)"
_SATUAN: Final = r"(?:[^\W\d_]|%)[^#()]*"
_BATAS_BAWAH: Final = r">=|>|minimal|min\.?|paling sedikit|sekurang-kurangnya|lebih dari"
_BATAS_ATAS: Final = r"<=|<|maksimal|maks\.?|paling banyak|kurang dari"
_KIRA: Final = r"±|~|≈|\+/-|sekitar|kurang lebih|kira-kira"
_TUNGGAL: Final = re.compile(
    rf"(?:(?P<bawah>{_BATAS_BAWAH})|(?P<atas>{_BATAS_ATAS}))?\s?(?P<kira>{_KIRA})?\s?(?P<tanda>[-+]?)\s?"
    rf"(?P<rp>{_RP}?)\s?(?P<tanda_dalam>[-+]?)\s?#\s?(?P<kali>(?:{'|'.join(_KALI)})\b)?\s?(?P<satuan>{_SATUAN})?",
    re.IGNORECASE,
)
_RENTANG: Final = re.compile(
    rf"(?P<tanda>-?)\s?(?P<rp>{_RP}?)\s?#\s?(?P<satuan_bawah>(?:%|[^\W\d_]+)?)\s?"
    rf"(?:-|s\.?\s?d\.?|s/d|sampai(?: dengan)?|hingga)\s?"
    rf"{_RP}?\s?(?P<tanda_atas>-?)\s?#\s?(?P<satuan>{_SATUAN})?",
    re.IGNORECASE,
)
_KURUNG: Final = re.compile(rf"{_RP}?\s?\([^()]*#[^()]*\)\s?%?", re.IGNORECASE)
_LABEL_KURUNG: Final = re.compile(rf"(?P<label>[^\W\d_][^#()]*?)\s?\((?P<isi>\s?-?#\s?(?:{_SATUAN})?)\)")
_PECAHAN_PERSEN: Final = re.compile(r"#\s?(?P<depan>%?)\s?[(/=]\s?#\s?(?P<belakang>%?)\s?\)?")
_KATA_KURUNG: Final = re.compile(r"\s?\(([^()#]*)\)")
_CATATAN_KAKI: Final = re.compile(r"(?<=[#%])\s?(?:\*+|[†‡¹²³⁴⁵⁶⁷⁸⁹⁰]+)\)?")
_EKOR_RUPIAH: Final = re.compile(r"#\s?[,.](?:-+|=)")
_AWALAN_KATEGORI: Final = re.compile(r"(?:kategori|predikat|peringkat|tingkat|level)\s+", re.IGNORECASE)
_RUPIAH_STRIP: Final = re.compile(rf"{_RP}\s?-+", re.IGNORECASE)
_RUPIAH_DEPAN: Final = re.compile(rf"{_RP}\s?$", re.IGNORECASE)
_PEMISAH: Final = re.compile(r"[,;/()&+=]|\bdan\b|\b(?:rp|idr)\b", re.IGNORECASE)
_KATA_SATUAN: Final = 4
_TAHUN: Final = re.compile(r"(?:19|20)\d\d")


def read_kolom(daftar_teks: Iterable[str], *, satuan: str = "", skala: Skala | None = None) -> tuple[Bacaan, ...]:
    """Read the cells of one column; what they have in common decides between thousands and decimals."""
    daftar = tuple(daftar_teks)
    konteks = detect_konteks(daftar, satuan=satuan)
    return tuple(read_bebas(teks, konteks=konteks, skala=skala) for teks in daftar)


def read_bebas(teks: str, *, konteks: KonteksKolom = TANPA_KONTEKS, skala: Skala | None = None) -> Bacaan:
    """
    Read one cell as documents print it.

    It takes ``48,25%``, ``49.48%``, ``Rp. 661.755.750,-``, ``1,009,235,000``, ``(1.234)``, ``4.000 berkas``,
    ``85.6-87.5``, ``BB (79,39)``, ``>= 80``, ``2,5 juta``, ``N/A`` and the like. Any text is answered, in bounded time.

    :param konteks: what the column tells, from ``detect_konteks``
    :param skala: ordered scale if the column holds categories
    """
    if len(teks) > BATAS_PANJANG:
        return _ragu(teks, CatatanBaca.TERLALU_PANJANG)
    rapi, angka_asing = normalize_lambang(teks)
    bacaan = _read_kata(teks, rapi, konteks) or _read_label(teks, rapi, skala) or _read_angka(teks, rapi, konteks)
    if bacaan is None:
        bacaan = _read_lain(teks, rapi, konteks, skala)
    return replace(bacaan, catatan=(CatatanBaca.ANGKA_ASING, *bacaan.catatan)) if angka_asing else bacaan


def _ragu(teks: str, *catatan: CatatanBaca, angka_lain: tuple[Nilai, ...] = (), label: str = "") -> Bacaan:
    return Bacaan(teks=teks, keyakinan=Keyakinan.RAGU, catatan=catatan, angka_lain=angka_lain, label=label)


def _read_kata(teks: str, rapi: str, konteks: KonteksKolom) -> Bacaan | None:
    """Read cells without a number: empty ones, states, and errors of a spreadsheet."""
    kecil = rapi.casefold()
    is_strip = kecil != "" and not kecil.strip("-")
    if kecil == "nihil" or _RUPIAH_STRIP.fullmatch(kecil) or (is_strip and konteks.satuan == RUPIAH):
        satuan = RUPIAH if kecil.startswith(("rp", "idr")) else konteks.satuan
        return replace(_ragu(teks, CatatanBaca.NIHIL, angka_lain=(Bilangan(NOL, satuan),)), satuan=satuan)
    if kecil in _KOSONG:
        return Bacaan(teks=teks, satuan=konteks.satuan, catatan=(CatatanBaca.KOSONG,))
    if kecil in _KEADAAN:
        return Bacaan(teks=teks, nilai=BelumAda(_KEADAAN[kecil], rapi), satuan=konteks.satuan)
    if kecil in _TAK_TERHITUNG:
        nilai = TidakDapatDihitung(_TAK_TERHITUNG[kecil], f"Tercetak “{rapi}” tanpa rincian.")
        return Bacaan(teks=teks, nilai=nilai, satuan=konteks.satuan)
    return _ragu(teks, CatatanBaca.GALAT_LEMBAR) if rapi.startswith("#") else None


def _read_label(teks: str, rapi: str, skala: Skala | None) -> Bacaan | None:
    """Read a category, alone (``Predikat BB``) or with its score (``BB (79,39)``, ``79,39 (BB)``)."""
    if skala is None:
        return None
    tanpa_awalan = _AWALAN_KATEGORI.sub("", rapi, count=1)
    luar, _, dalam = tanpa_awalan.rstrip(")").partition("(")
    for label, sisa in ((tanpa_awalan, ""), (luar, dalam), (dalam, luar)):
        kategori = find_kategori(label, skala)
        if kategori is not None:
            bacaan = Bacaan(teks=teks, nilai=kategori, satuan=KATEGORI)
            skor = _read_angka(teks, sisa.strip(), TANPA_KONTEKS)
            if skor is None:
                return bacaan
            angka_lain = skor.angka_lain if skor.nilai is None else (skor.nilai, *skor.angka_lain)
            return replace(bacaan, keyakinan=skor.keyakinan, catatan=skor.catatan, angka_lain=angka_lain)
    return None


def _read_angka(teks: str, rapi: str, konteks: KonteksKolom) -> Bacaan | None:
    """Read one number, a range, or a percentage given twice; ``None`` if the cell has another shape."""
    daftar_numeral = NUMERAL.findall(rapi)
    if not daftar_numeral or "#" in rapi:
        return None
    pola, catatan, label = _rapikan_pola(NUMERAL.sub("#", rapi))
    bacaan = None
    if len(daftar_numeral) == 1:
        bacaan = _read_tunggal(teks, pola, daftar_numeral[0], konteks)
    elif len(daftar_numeral) == 2:
        bacaan = _read_ganda(teks, pola, daftar_numeral, konteks)
    return bacaan and replace(bacaan, catatan=(*catatan, *bacaan.catatan), label=bacaan.label or label)


def _rapikan_pola(pola: str) -> tuple[str, tuple[CatatanBaca, ...], str]:
    """Return the shape without footnote marks, rupiah tails and words in brackets, and what was taken away."""
    catatan = []
    pola = _EKOR_RUPIAH.sub("#", pola)
    tanpa_kaki = _CATATAN_KAKI.sub("", pola)
    if tanpa_kaki != pola:
        catatan.append(CatatanBaca.CATATAN_KAKI)
    kata = _KATA_KURUNG.search(tanpa_kaki)
    if kata:
        catatan.append(CatatanBaca.KETERANGAN)
    return _KATA_KURUNG.sub("", tanpa_kaki).strip(), tuple(catatan), kata[1].strip() if kata else ""


def _read_tunggal(teks: str, pola: str, tercetak: str, konteks: KonteksKolom) -> Bacaan | None:
    label = ""
    kurung = _KURUNG.fullmatch(pola) is not None
    if kurung:
        pola = pola.replace("(", "-", 1).replace(")", "", 1)
    elif berlabel := _LABEL_KURUNG.fullmatch(pola):
        label, pola = berlabel["label"], berlabel["isi"].strip()
    cocok = _TUNGGAL.fullmatch(pola)
    if cocok is None or (cocok["tanda"] and cocok["tanda_dalam"]):
        return None
    satuan_tertulis, keterangan = _pisahkan_satuan(cocok["satuan"] or "")
    tertulis = RUPIAH if cocok["rp"] else satuan_tertulis
    satuan = tertulis or konteks.satuan
    kali = _KALI[cocok["kali"].casefold()] if cocok["kali"] else 1
    if "-" in (cocok["tanda"], cocok["tanda_dalam"]):
        kali = -kali
    pilihan = choose_arti(tercetak, konteks=konteks, satuan=satuan, utuh=False if cocok["kali"] else None)
    if satuan == PERSEN and not tertulis:
        pilihan = _choose_persen(pilihan, konteks)
    daftar_catatan = [*pilihan.catatan, *((CatatanBaca.KETERANGAN,) if keterangan else ())]
    daftar_lain = [angka * kali for angka in pilihan.lain]
    pasti = pilihan.pasti
    if _is_satuan_berbeda(tertulis, konteks):
        daftar_catatan.append(CatatanBaca.SATUAN_BERBEDA)
        pasti = False
    if kurung:
        daftar_catatan.append(CatatanBaca.KURUNG_NEGATIF)
        if not satuan and pilihan.angka is not None:
            daftar_lain.append(pilihan.angka)
            pasti = False
    if cocok["kira"]:
        daftar_catatan.append(CatatanBaca.KIRA_KIRA)
        pasti = False
    if cocok["bawah"]:
        daftar_catatan.append(CatatanBaca.BATAS_BAWAH)
    if cocok["atas"]:
        daftar_catatan.append(CatatanBaca.BATAS_ATAS)
    return Bacaan(
        teks=teks,
        nilai=None if pilihan.angka is None else Bilangan(pilihan.angka * kali, satuan),
        satuan=satuan,
        keyakinan=Keyakinan.PASTI if pasti else Keyakinan.RAGU,
        catatan=tuple(daftar_catatan),
        angka_lain=tuple(Bilangan(angka, satuan) for angka in daftar_lain),
        label=label or keterangan,
    )


def _pisahkan_satuan(kata: str) -> tuple[str, str]:
    """Return the unit behind a number and the words that are no part of it: ``% dari target`` is ``%``."""
    kata = kata.strip(" .,;:-")
    if kata.startswith("%"):
        return PERSEN, kata[1:].strip()
    return (normalize_satuan(kata), "") if len(kata.split()) <= _KATA_SATUAN else ("", kata)


def _is_satuan_berbeda(tertulis: str, konteks: KonteksKolom) -> bool:
    return bool(tertulis) and konteks.satuan not in ("", KATEGORI) and not is_satuan_sama(tertulis, konteks.satuan)


def _choose_persen(pilihan: Pilihan, konteks: KonteksKolom) -> Pilihan:
    """Decide whether a number from 0 to 1 without a % sign in a % column is a fraction or points."""
    angka = pilihan.angka
    if angka is None or not 0 < angka <= 1:
        return pilihan
    pecahan = (*pilihan.catatan, CatatanBaca.PECAHAN)
    if konteks.persen_pecahan:
        return Pilihan(angka * 100, (), pecahan)
    if konteks.persen_pecahan is None and angka != 1:
        return Pilihan(angka * 100, (angka,), pecahan)
    if konteks.is_wajar(angka):
        return pilihan
    return Pilihan(None, (angka, angka * 100), (*pilihan.catatan, CatatanBaca.PERSEN_ATAU_PECAHAN), False)


def _read_ganda(teks: str, pola: str, daftar_numeral: list[str], konteks: KonteksKolom) -> Bacaan | None:
    """Read two numbers: a range, or a fraction beside the same percentage (``0,97 (97%)``)."""
    cocok = _RENTANG.fullmatch(pola)
    if cocok and (
        not cocok["satuan_bawah"] or is_satuan_sama(cocok["satuan_bawah"], (cocok["satuan"] or "").strip(" .,;:-"))
    ):
        return _read_rentang(teks, cocok, daftar_numeral, konteks)
    cocok = _PECAHAN_PERSEN.fullmatch(pola)
    if cocok is None or bool(cocok["depan"]) == bool(cocok["belakang"]):
        return None
    satu, dua = (choose_arti(numeral, konteks=konteks, satuan=PERSEN) for numeral in daftar_numeral)
    persen, pecahan = (satu, dua) if cocok["depan"] else (dua, satu)
    if persen.angka is None or pecahan.angka is None or pecahan.angka * 100 != persen.angka:
        return None
    return Bacaan(
        teks=teks, nilai=Bilangan(persen.angka, PERSEN), satuan=PERSEN, catatan=(*persen.catatan, CatatanBaca.PECAHAN)
    )


def _read_rentang(teks: str, cocok: re.Match[str], daftar_numeral: list[str], konteks: KonteksKolom) -> Bacaan:
    satuan_tertulis, keterangan = _pisahkan_satuan(cocok["satuan"] or "")
    tertulis = RUPIAH if cocok["rp"] else satuan_tertulis
    satuan = tertulis or konteks.satuan
    daftar_pilihan = [choose_arti(numeral, konteks=konteks, satuan=satuan) for numeral in daftar_numeral]
    if satuan == PERSEN and not tertulis and all(p.angka is not None and p.angka <= 1 for p in daftar_pilihan):
        daftar_pilihan = [_choose_persen(pilihan, konteks) for pilihan in daftar_pilihan]
    daftar_angka: list[Angka | None] = []
    daftar_lain: list[Angka] = []
    daftar_catatan = [CatatanBaca.KETERANGAN] if keterangan else []
    pasti = True
    for pilihan, tanda in zip(daftar_pilihan, (cocok["tanda"], cocok["tanda_atas"]), strict=True):
        kali = -1 if tanda else 1
        daftar_angka.append(None if pilihan.angka is None else pilihan.angka * kali)
        daftar_lain += [angka * kali for angka in pilihan.lain]
        daftar_catatan += [catatan for catatan in pilihan.catatan if catatan not in daftar_catatan]
        pasti = pasti and pilihan.pasti
    if _is_satuan_berbeda(tertulis, konteks):
        daftar_catatan.append(CatatanBaca.SATUAN_BERBEDA)
        pasti = False
    if not satuan and all(_TAHUN.fullmatch(numeral) for numeral in daftar_numeral):
        daftar_catatan.append(CatatanBaca.MUNGKIN_TAHUN)
        pasti = False
    bawah, atas = daftar_angka
    rentang = None
    if bawah is not None and atas is not None:
        if bawah <= atas:
            rentang = Rentang(bawah, atas, satuan)
        else:
            daftar_catatan.append(CatatanBaca.RENTANG_TERBALIK)
    if rentang is None:
        daftar_lain = [*(angka for angka in daftar_angka if angka is not None), *daftar_lain]
    return Bacaan(
        teks=teks,
        nilai=rentang,
        satuan=satuan,
        keyakinan=Keyakinan.PASTI if pasti and rentang is not None else Keyakinan.RAGU,
        catatan=tuple(daftar_catatan),
        angka_lain=tuple(Bilangan(angka, satuan) for angka in daftar_lain),
        label=keterangan,
    )


def _read_lain(teks: str, rapi: str, konteks: KonteksKolom, skala: Skala | None) -> Bacaan:
    """Report a cell of any other shape: the numbers in it with the words behind them, or the words alone."""
    daftar_numeral = NUMERAL.findall(rapi)
    if not daftar_numeral:
        bacaan = _ragu(teks, CatatanBaca.BUKAN_ANGKA, label=rapi)
        return bacaan if skala is None else replace(bacaan, nilai=read_kategori(rapi, skala), satuan=KATEGORI)
    daftar_nilai = []
    daftar_kata = NUMERAL.split(rapi)
    for numeral, depan, belakang in zip(daftar_numeral, daftar_kata, daftar_kata[1:], strict=False):
        kata = _PEMISAH.split(belakang)[0].strip(" .:-")
        satuan = RUPIAH if _RUPIAH_DEPAN.search(depan) else normalize_satuan(kata)
        angka = choose_arti(numeral, konteks=konteks, satuan=satuan).angka
        if angka is not None:
            daftar_nilai.append(Bilangan(angka, satuan))
    sesuai = [nilai for nilai in daftar_nilai if konteks.satuan and is_satuan_sama(nilai.satuan, konteks.satuan)]
    if len(daftar_numeral) > 1 and len(sesuai) == 1:
        lain = tuple(nilai for nilai in daftar_nilai if nilai is not sesuai[0])
        catatan = (CatatanBaca.BEBERAPA_ANGKA,)
        return Bacaan(teks=teks, nilai=sesuai[0], satuan=sesuai[0].satuan, catatan=catatan, angka_lain=lain)
    sebab = CatatanBaca.BEBERAPA_ANGKA if len(daftar_numeral) > 1 else CatatanBaca.BUKAN_ANGKA
    return _ragu(teks, sebab, angka_lain=tuple(daftar_nilai), label=daftar_kata[0].strip())
