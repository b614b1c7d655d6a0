"""
Telling thousands from decimals: ``1.234`` is 1234 in one document and 1,234 in another, and the column knows.

One printed numeral has at most two readings. Which one holds follows from its unit, from the style of the other
cells of its column, or from their size; otherwise it stays open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from tolok.core.angka import Angka
from tolok.core.lambang import BATAS_PANJANG, normalize_lambang
from tolok.core.satuan import PERSEN, RUPIAH, is_satuan_utuh, normalize_satuan

NUMERAL: Final = re.compile(r"\d(?:[\d.,]*\d)?")
"""A run of digits with marks inside it, as a whole numeral or a faulty one."""

_INDONESIA: Final = re.compile(r"(?:[1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:,\d+)?")
_INGGRIS: Final = re.compile(r"(?:[1-9]\d{0,2}(?:,\d{3})+|\d+)(?:\.\d+)?")
_CAMPURAN_TIGA: Final = re.compile(r"\d[\d.]*\.\d{3},\d{3}|\d[\d,]*,\d{3}\.\d{3}")
_RUPIAH: Final = re.compile(r"\b(?:rp|idr)", re.IGNORECASE)
_CUKUP_CONTOH: Final = 2


class Gaya(StrEnum):
    """Which mark sets the decimals apart: the comma (Indonesian) or the point (English)."""

    INDONESIA = "indonesia"
    INGGRIS = "inggris"


class CatatanBaca(StrEnum):
    """What a reader noticed about a printed value; ``uraian`` says it in Indonesian."""

    ANGKA_ASING = "angka_asing"
    BATAS_ATAS = "batas_atas"
    BATAS_BAWAH = "batas_bawah"
    BEBERAPA_ANGKA = "beberapa_angka"
    BESARAN_JANGGAL = "besaran_janggal"
    BUKAN_ANGKA = "bukan_angka"
    CATATAN_KAKI = "catatan_kaki"
    DARI_KOLOM = "dari_kolom"
    GALAT_LEMBAR = "galat_lembar"
    GAYA_INGGRIS = "gaya_inggris"
    KETERANGAN = "keterangan"
    KIRA_KIRA = "kira_kira"
    KOSONG = "kosong"
    KURUNG_NEGATIF = "kurung_negatif"
    MUNGKIN_TAHUN = "mungkin_tahun"
    NIHIL = "nihil"
    NOL_DI_DEPAN = "nol_di_depan"
    PECAHAN = "pecahan"
    PENGELOMPOKAN_SALAH = "pengelompokan_salah"
    PERSEN_ATAU_PECAHAN = "persen_atau_pecahan"
    RENTANG_TERBALIK = "rentang_terbalik"
    RIBUAN_ATAU_DESIMAL = "ribuan_atau_desimal"
    SATUAN_BERBEDA = "satuan_berbeda"
    TERLALU_PANJANG = "terlalu_panjang"

    @property
    def uraian(self) -> str:
        """The remark as an Indonesian sentence."""
        return _URAIAN[self]


_URAIAN: Final = {
    CatatanBaca.ANGKA_ASING: "Ditulis dengan angka bukan Latin.",
    CatatanBaca.BATAS_ATAS: "Angka ini batas atas (paling banyak).",
    CatatanBaca.BATAS_BAWAH: "Angka ini batas bawah (paling sedikit).",
    CatatanBaca.BEBERAPA_ANGKA: "Sel memuat beberapa angka.",
    CatatanBaca.BESARAN_JANGGAL: "Besarnya jauh berbeda dengan sel lain dalam kolom yang sama.",
    CatatanBaca.BUKAN_ANGKA: "Teks ini bukan angka, kategori, atau keadaan yang dikenal.",
    CatatanBaca.CATATAN_KAKI: "Ada tanda catatan kaki.",
    CatatanBaca.DARI_KOLOM: "Ribuan atau desimal diputuskan dari sel lain dalam kolom yang sama.",
    CatatanBaca.GALAT_LEMBAR: "Sel memuat pesan galat lembar kerja.",
    CatatanBaca.GAYA_INGGRIS: "Titik dan koma dipakai menurut gaya Inggris.",
    CatatanBaca.KETERANGAN: "Kata di samping angka tidak ikut dibaca.",
    CatatanBaca.KIRA_KIRA: "Angka ini dinyatakan sebagai perkiraan.",
    CatatanBaca.KOSONG: "Sel kosong atau bertanda kosong.",
    CatatanBaca.KURUNG_NEGATIF: "Angka dalam kurung dibaca sebagai angka negatif.",
    CatatanBaca.MUNGKIN_TAHUN: "Mungkin rentang tahun, bukan rentang nilai.",
    CatatanBaca.NIHIL: "Tanda ini dapat berarti nol, dapat pula berarti tidak ada data.",
    CatatanBaca.NOL_DI_DEPAN: "Diawali nol; mungkin kode, bukan nilai.",
    CatatanBaca.PECAHAN: "Ditulis sebagai pecahan, dibaca sebagai persen.",
    CatatanBaca.PENGELOMPOKAN_SALAH: "Pemisah ribuan tidak teratur.",
    CatatanBaca.PERSEN_ATAU_PECAHAN: "Tanpa tanda persen; dapat berarti persen, dapat pula pecahan.",
    CatatanBaca.RENTANG_TERBALIK: "Batas bawah rentang lebih besar daripada batas atasnya.",
    CatatanBaca.RIBUAN_ATAU_DESIMAL: "Satu pemisah dengan tiga angka: dapat berarti ribuan, dapat pula desimal.",
    CatatanBaca.SATUAN_BERBEDA: "Satuan yang tertulis berbeda dengan satuan kolom.",
    CatatanBaca.TERLALU_PANJANG: "Teks terlalu panjang untuk sebuah nilai.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class KonteksKolom:
    """
    What the other cells of a column tell about one of them; the default knows nothing.

    ``terkecil`` and ``terbesar`` bound the sizes of the values that are read without doubt; ``persen_pecahan`` says
    whether cells of a % column without a % sign hold fractions (``None``: no such cell).
    """

    satuan: str = ""
    gaya: Gaya | None = None
    terkecil: Angka | None = None
    terbesar: Angka | None = None
    persen_pecahan: bool | None = None

    def is_wajar(self, angka: Angka) -> bool:
        """Whether a value is within ten times the sizes known (``False`` if none is known)."""
        if self.terkecil is None or self.terbesar is None:
            return False
        return self.terkecil <= abs(angka) * 10 and abs(angka) <= self.terbesar * 10


class Numeral(NamedTuple):
    """The readings of one printed numeral: in either style (``None``: impossible) and with all marks left out."""

    indonesia: Angka | None
    inggris: Angka | None
    gabung: Angka

    @property
    def daftar_arti(self) -> tuple[Angka, ...]:
        """The different readings, the Indonesian one first."""
        return tuple(dict.fromkeys(a for a in (self.indonesia, self.inggris) if a is not None))


class Pilihan(NamedTuple):
    """The reading chosen (``None``: undecided), the other ones, remarks, and whether there is no doubt."""

    angka: Angka | None
    lain: tuple[Angka, ...] = ()
    catatan: tuple[CatatanBaca, ...] = ()
    pasti: bool = True


def read_numeral(tercetak: str) -> Numeral:
    """Return the readings of a printed numeral that ``NUMERAL`` matches, without sign and unit."""
    indonesia = inggris = None
    if _INDONESIA.fullmatch(tercetak):
        indonesia = Angka.from_desimal(tercetak.replace(".", "").replace(",", "."))
    if _INGGRIS.fullmatch(tercetak):
        inggris = Angka.from_desimal(tercetak.replace(",", ""))
    return Numeral(indonesia, inggris, Angka.from_desimal(re.sub(r"[.,]", "", tercetak)))


def choose_arti(tercetak: str, *, konteks: KonteksKolom, satuan: str, utuh: bool | None = None) -> Pilihan:
    """
    Return what a printed numeral means in its column.

    :param satuan: unit of the cell, or ``""``
    :param utuh: whether thousandths are impossible (``None``: as the unit says)
    """
    if len(tercetak) > 1 and tercetak[0] == "0" and tercetak[1].isdigit():
        return Pilihan(None, (read_numeral(tercetak).gabung,), (CatatanBaca.NOL_DI_DEPAN,), False)
    numeral = read_numeral(tercetak)
    utuh = is_satuan_utuh(satuan) if utuh is None else utuh
    match numeral.daftar_arti:
        case ():
            lain = (numeral.gabung, *_read_desimal_akhir(tercetak))
            return Pilihan(None, lain, (CatatanBaca.PENGELOMPOKAN_SALAH,), False)
        case (angka,):
            return _choose_tunggal(tercetak, numeral, angka, konteks=konteks, satuan=satuan, utuh=utuh)
        case _:
            return _choose_ganda(tercetak, numeral, konteks=konteks, utuh=utuh)


def _choose_tunggal(
    tercetak: str, numeral: Numeral, angka: Angka, *, konteks: KonteksKolom, satuan: str, utuh: bool
) -> Pilihan:
    gaya = Gaya.INGGRIS if numeral.indonesia is None else Gaya.INDONESIA
    if _CAMPURAN_TIGA.fullmatch(tercetak):
        if utuh:
            return Pilihan(numeral.gabung, (angka,), (CatatanBaca.PENGELOMPOKAN_SALAH,), False)
        if not satuan or konteks.gaya is not gaya:
            return Pilihan(None, (angka, numeral.gabung), (CatatanBaca.PENGELOMPOKAN_SALAH,), False)
    return Pilihan(angka, (), (CatatanBaca.GAYA_INGGRIS,) if gaya is Gaya.INGGRIS else ())


def _choose_ganda(tercetak: str, numeral: Numeral, *, konteks: KonteksKolom, utuh: bool) -> Pilihan:
    """Decide between thousands and decimals: by the unit, then by the style of the column, then by its sizes."""
    indonesia, inggris = numeral.daftar_arti
    if utuh:
        return Pilihan(numeral.gabung, (), (CatatanBaca.GAYA_INGGRIS,) if "," in tercetak else ())
    if konteks.gaya is not None:
        terpilih, lain = (indonesia, inggris) if konteks.gaya is Gaya.INDONESIA else (inggris, indonesia)
        if konteks.is_wajar(lain) and not konteks.is_wajar(terpilih):
            return Pilihan(terpilih, (lain,), (CatatanBaca.DARI_KOLOM, CatatanBaca.BESARAN_JANGGAL), False)
        return Pilihan(terpilih, (), (CatatanBaca.DARI_KOLOM,))
    if konteks.is_wajar(indonesia) != konteks.is_wajar(inggris):
        return Pilihan(indonesia if konteks.is_wajar(indonesia) else inggris, (), (CatatanBaca.DARI_KOLOM,))
    return Pilihan(None, (indonesia, inggris), (CatatanBaca.RIBUAN_ATAU_DESIMAL,), False)


def _read_desimal_akhir(tercetak: str) -> tuple[Angka, ...]:
    """Return the reading of a faulty numeral that takes a last group of one or two digits as decimals."""
    bagian = re.split(r"[.,]", tercetak)
    if len(bagian[-1]) > 2 or "" in bagian:
        return ()
    return (Angka.from_desimal(f"{''.join(bagian[:-1])}.{bagian[-1]}"),)


def detect_konteks(daftar_teks: Iterable[str], *, satuan: str = "") -> KonteksKolom:
    """
    Return what the cells of one column tell about each other.

    :param satuan: unit of the column head; ``""`` takes % or Rp if every cell with a number shows it
    """
    daftar_rapi = [normalize_lambang(teks).teks for teks in daftar_teks if len(teks) <= BATAS_PANJANG]
    daftar_sel = [(rapi, NUMERAL.findall(rapi)) for rapi in daftar_rapi if NUMERAL.search(rapi)]
    satuan = normalize_satuan(satuan) or _detect_satuan([rapi for rapi, _ in daftar_sel])
    daftar_gaya: set[Gaya] = set()
    daftar_angka: list[Angka] = []
    daftar_polos: list[Angka] = []
    for rapi, daftar_numeral in daftar_sel:
        for tercetak in daftar_numeral:
            numeral = read_numeral(tercetak)
            if len(numeral.daftar_arti) != 1 or _CAMPURAN_TIGA.fullmatch(tercetak):
                continue
            if numeral.indonesia is None or numeral.inggris is None:
                daftar_gaya.add(Gaya.INGGRIS if numeral.indonesia is None else Gaya.INDONESIA)
            daftar_angka.append(numeral.daftar_arti[0])
            if "%" not in rapi:
                daftar_polos.append(numeral.daftar_arti[0])
    persen = satuan == PERSEN
    daftar_besar = [angka for angka in daftar_angka if angka > (1 if persen else 0)]
    cukup = len(daftar_besar) >= _CUKUP_CONTOH
    return KonteksKolom(
        satuan=satuan,
        gaya=daftar_gaya.pop() if len(daftar_gaya) == 1 else None,
        terkecil=min(daftar_besar) if cukup else None,
        terbesar=max(daftar_besar) if cukup else None,
        persen_pecahan=_detect_pecahan(daftar_polos) if persen else None,
    )


def _detect_satuan(daftar_rapi: list[str]) -> str:
    if daftar_rapi and all("%" in rapi for rapi in daftar_rapi):
        return PERSEN
    if daftar_rapi and all(_RUPIAH.search(rapi) for rapi in daftar_rapi):
        return RUPIAH
    return ""


def _detect_pecahan(daftar_polos: list[Angka]) -> bool | None:
    """Whether the cells without a % sign are fractions: none is above 1, and one lies between 0 and 1."""
    if all(angka in (0, 1) for angka in daftar_polos):
        return None
    return all(angka <= 1 for angka in daftar_polos)
