"""
Number formats of worksheets: from a stored number and its format to what a person sees, with Indonesian separators.

Covers what printed tables use: sections and conditions, digits, thousands, percent, literals, accounting, exponents,
dates and times. A format it cannot follow (fractions) shows the number in full.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from functools import lru_cache
from typing import Final

UMUM: Final = "General"
POLA_BAWAAN: Final = {
    0: UMUM, 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: UMUM, 13: UMUM,
    14: "dd/mm/yyyy", 15: "dd-mmm-yy", 16: "dd-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm",
    21: "h:mm:ss", 22: "dd/mm/yyyy h:mm", 37: "#,##0;(#,##0)", 38: "#,##0;(#,##0)", 39: "#,##0.00;(#,##0.00)",
    40: "#,##0.00;(#,##0.00)", 41: '#,##0;(#,##0);"-"', 42: '"Rp"#,##0;"Rp"(#,##0);"Rp-"',
    43: '#,##0.00;(#,##0.00);"-"', 44: '"Rp"#,##0.00;"Rp"(#,##0.00);"Rp-"', 45: "mm:ss", 46: "[h]:mm:ss",
    47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
}  # fmt: skip
"""Formats that a workbook names by number only, as Excel for Indonesia shows them."""

_DIGIT: Final = Context(prec=15, rounding=ROUND_HALF_UP)
_LUAS: Final = Context(prec=400, rounding=ROUND_HALF_UP)
_PANJANG_TERBESAR: Final = 255
_TERBESAR: Final = Decimal("1e300")
_HARI_TERBESAR: Final = 2_958_466
"""The calendar of a worksheet ends with the year 9999."""
_POTONG: Final = re.compile(
    r'"(?P<kutip>[^"]*)"?|\\(?P<lolos>.)|_.|\*.|\[(?P<kurung>[^\]]*)\]|(?P<umum>General)|(?P<ampm>AM/PM|A/P)'
    r"|(?P<waktu>y+|m+|d+|h+|s+)|(?P<eksponen>E[+-])|(?P<angka>[0#?])|(?P<titik>\.)|(?P<koma>,)|(?P<persen>%)"
    r"|(?P<teks>@)|(?P<lain>.)",
    re.IGNORECASE | re.DOTALL,
)
_SYARAT: Final = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
_BULAN: Final = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip
_BULAN_PENDEK: Final = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
_HARI: Final = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


@dataclass(frozen=True, slots=True)
class _Unsur:
    jenis: str
    isi: str


@dataclass(frozen=True, slots=True)
class _Bagian:
    """One section of a format. ``syarat`` is a comparison and its bound."""

    unsur: tuple[_Unsur, ...]
    syarat: tuple[str, Decimal] | None

    def has(self, jenis: str) -> bool:
        return any(satu.jenis == jenis for satu in self.unsur)


def format_sel(mentah: str, pola: str, *, is_1904: bool = False) -> str:
    """
    Return a stored number as its format shows it; text that is no number comes back as it is.

    :param mentah: as stored, with a decimal point ("0.8695652173913043"); of its digits fifteen count
    """
    try:
        angka = _DIGIT.create_decimal(mentah.strip())
    except InvalidOperation:
        return mentah
    if not angka.is_finite() or abs(angka) > _TERBESAR:
        return mentah
    daftar = _urai(pola[:_PANJANG_TERBESAR])
    bagian, mutlak = _pilih(daftar, angka)
    if bagian is None or not bagian.unsur:
        return "" if len(daftar) > 1 else _umum(angka)
    if bagian.has("umum"):
        isi = _umum(abs(angka) if mutlak else angka)
        return "".join({"harfiah": satu.isi, "umum": isi}.get(satu.jenis, "") for satu in bagian.unsur).strip()
    if bagian.has("waktu") or bagian.has("lama"):
        return _waktu(angka, bagian, is_1904=is_1904)
    if bagian.has("pecahan") or (bagian.has("teks") and not bagian.has("angka")):
        return _umum(angka)
    return _angka(abs(angka), bagian, minus=angka < 0 and not mutlak)


def _umum(angka: Decimal) -> str:
    teks = format(angka, "f")
    if "." in teks:
        teks = teks.rstrip("0").rstrip(".")
    return "0" if teks in ("-0", "") else teks.replace(".", ",")


@lru_cache(maxsize=512)
def _urai(pola: str) -> tuple[_Bagian, ...]:
    daftar: list[_Bagian] = []
    kini: list[_Unsur] = []
    syarat: tuple[str, Decimal] | None = None
    for cocok in _POTONG.finditer(pola):
        jenis, isi = cocok.lastgroup or "", cocok.group(cocok.lastgroup) if cocok.lastgroup else ""
        if jenis == "lain" and isi == ";":
            daftar.append(_Bagian(tuple(kini), syarat))
            kini, syarat = [], None
        elif jenis == "kurung":
            if cocok_syarat := _SYARAT.fullmatch(isi):
                syarat = (cocok_syarat[1], Decimal(cocok_syarat[2]))
            elif isi.startswith("$"):
                kini.append(_Unsur("harfiah", isi[1:].split("-", 1)[0]))
            elif isi and set(isi.lower()) <= set("hms") and len(set(isi.lower())) == 1:
                kini.append(_Unsur("lama", isi.lower()))
        elif jenis in ("kutip", "lolos"):
            kini.append(_Unsur("harfiah", isi))
        elif jenis == "lain":
            kini.append(_Unsur("pecahan" if isi == "/" else "harfiah", isi))
        elif jenis:
            kini.append(_Unsur(jenis, isi.lower() if jenis == "waktu" else isi))
    daftar.append(_Bagian(tuple(kini), syarat))
    return tuple(_rapikan(bagian) for bagian in daftar)


def _rapikan(bagian: _Bagian) -> _Bagian:
    """A slash is a fraction only between digits; in a date it is a literal."""
    if bagian.has("angka") and not bagian.has("waktu"):
        return bagian
    return _Bagian(tuple(_Unsur("harfiah", s.isi) if s.jenis == "pecahan" else s for s in bagian.unsur), bagian.syarat)


def _pilih(daftar: tuple[_Bagian, ...], angka: Decimal) -> tuple[_Bagian | None, bool]:
    """Return the section for a number, and whether that section itself shows the sign."""
    if any(bagian.syarat for bagian in daftar):
        for urut, bagian in enumerate(daftar[:3]):
            if bagian.syarat is None or _berlaku(bagian.syarat, angka):
                return bagian, urut > 0 and angka < 0 and bagian.syarat is None and len(daftar) > 1
        return None, False
    if len(daftar) >= 3 and angka == 0:
        return daftar[2], False
    if len(daftar) >= 2 and angka < 0:
        return daftar[1], True
    return daftar[0], False


def _berlaku(syarat: tuple[str, Decimal], angka: Decimal) -> bool:
    tanda, batas = syarat
    banding = (angka > batas) - (angka < batas)
    return banding in {"<": (-1,), "<=": (-1, 0), ">": (1,), ">=": (1, 0), "=": (0,), "<>": (-1, 1)}[tanda]


def _angka(angka: Decimal, bagian: _Bagian, *, minus: bool) -> str:
    unsur = bagian.unsur
    letak_angka = [i for i, satu in enumerate(unsur) if satu.jenis == "angka"]
    if not letak_angka:
        return "".join(satu.isi for satu in unsur if satu.jenis in ("harfiah", "persen"))
    letak_titik = next((i for i, satu in enumerate(unsur) if satu.jenis == "titik"), len(unsur))
    letak_eksponen = next((i for i, satu in enumerate(unsur) if satu.jenis == "eksponen"), len(unsur))
    depan = [i for i in letak_angka if i < min(letak_titik, letak_eksponen)]
    belakang = [i for i in letak_angka if letak_titik < i < letak_eksponen]
    koma = [i for i, satu in enumerate(unsur) if satu.jenis == "koma"]
    is_kelompok = any(depan and depan[0] < i < depan[-1] for i in koma)
    akhir = max((*depan, *belakang), default=-1)
    angka = angka.scaleb(2 * sum(satu.jenis == "persen" for satu in unsur), _LUAS)
    angka = angka.scaleb(-3 * sum(1 for i in koma if i > akhir or (depan and depan[-1] < i < letak_titik)), _LUAS)
    pangkat = 0
    if letak_eksponen < len(unsur) and angka:
        pangkat = angka.adjusted() - max(len(depan), 1) + 1
        angka = angka.scaleb(-pangkat, _LUAS)
    bulat = angka.quantize(Decimal(1).scaleb(-len(belakang)), ROUND_HALF_UP, _LUAS)
    digit_depan, _, digit_belakang = format(bulat, "f").partition(".")
    if minus and bulat == 0:
        minus = False
    hasil_depan = _isi_depan(unsur, depan, digit_depan.lstrip("0"), is_kelompok=is_kelompok)
    hasil = ["-"] if minus else []
    hasil += [satu.isi for satu in unsur[: depan[0] if depan else letak_titik] if satu.jenis in ("harfiah", "persen")]
    hasil.append(hasil_depan)
    cetak_belakang = _isi_belakang(unsur, belakang, digit_belakang, letak_titik)
    if cetak_belakang:
        hasil.append("," + cetak_belakang)
    if letak_eksponen < len(unsur):
        tanda = "-" if pangkat < 0 else "+" if unsur[letak_eksponen].isi.endswith("+") else ""
        lebar = sum(1 for i in letak_angka if i > letak_eksponen)
        hasil.append(f"E{tanda}{abs(pangkat):0{max(lebar, 1)}d}")
    sesudah = max(letak_angka)
    hasil += [satu.isi for satu in unsur[sesudah + 1 :] if satu.jenis in ("harfiah", "persen")]
    return "".join(hasil).strip()


def _isi_depan(unsur: tuple[_Unsur, ...], depan: list[int], digit: str, *, is_kelompok: bool) -> str:
    """Return the digits before the decimal mark, put into their places from the right, with literals between."""
    if not depan:
        return digit or "0"
    hasil: list[str] = []
    tertulis = 0

    def tulis(satu: str) -> None:
        nonlocal tertulis
        if is_kelompok and tertulis and tertulis % 3 == 0:
            hasil.append(".")
        hasil.append(satu)
        tertulis += 1

    sisa = list(digit)
    for i in range(depan[-1], depan[0] - 1, -1):
        satu = unsur[i]
        if satu.jenis == "angka":
            if sisa:
                tulis(sisa.pop())
            elif satu.isi == "0":
                tulis("0")
        elif satu.jenis in ("harfiah", "persen") and (sisa or any(unsur[j].isi == "0" for j in depan if j < i)):
            hasil.append(satu.isi[::-1])
    while sisa:
        tulis(sisa.pop())
    return "".join(reversed(hasil))


def _isi_belakang(unsur: tuple[_Unsur, ...], belakang: list[int], digit: str, letak_titik: int) -> str:
    wajib = max((urut for urut, i in enumerate(belakang, start=1) if unsur[i].isi == "0"), default=0)
    digit = digit[:wajib] + digit[wajib:].rstrip("0")
    if not digit:
        return ""
    hasil, urut = [], 0
    for i in range(letak_titik + 1, belakang[-1] + 1):
        satu = unsur[i]
        if satu.jenis == "angka":
            hasil.append(digit[urut] if urut < len(digit) else "")
            urut += 1
        elif satu.jenis in ("harfiah", "persen"):
            hasil.append(satu.isi)
    return "".join(hasil)


def _waktu(angka: Decimal, bagian: _Bagian, *, is_1904: bool) -> str:
    """Return a serial number of days as date or time; one outside the calendar as a number."""
    if not 0 <= angka < _HARI_TERBESAR:
        return _umum(angka)
    awal = datetime(1904, 1, 1) if is_1904 else datetime(1899, 12, 30 if angka >= 60 else 31)  # noqa: DTZ001
    detik = int((angka * 86400).to_integral_value(ROUND_HALF_UP))
    try:
        saat = awal + timedelta(seconds=detik)
    except OverflowError:
        return _umum(angka)
    is_12 = bagian.has("ampm")
    hasil = []
    for urut, satu in enumerate(bagian.unsur):
        match satu.jenis:
            case "waktu":
                hasil.append(_bagian_waktu(satu.isi, saat, bagian.unsur, urut, is_12=is_12))
            case "lama":
                pembagi = {"h": 3600, "m": 60, "s": 1}[satu.isi[0]]
                hasil.append(str(detik // pembagi).zfill(len(satu.isi)))
            case "ampm":
                hasil.append("AM" if saat.hour < 12 else "PM")
            case "titik":
                hasil.append(".")
            case "koma":
                hasil.append(",")
            case "harfiah":
                hasil.append(satu.isi)
    return "".join(hasil).strip()


def _bagian_waktu(kode: str, saat: datetime, unsur: tuple[_Unsur, ...], urut: int, *, is_12: bool) -> str:
    panjang = len(kode)
    match kode[0]:
        case "y":
            return str(saat.year) if panjang > 2 else f"{saat.year % 100:02d}"
        case "d":
            if panjang > 2:
                return _HARI[saat.weekday()] if panjang > 3 else _HARI[saat.weekday()][:3]
            return str(saat.day).zfill(panjang)
        case "h":
            return str((saat.hour - 1) % 12 + 1 if is_12 else saat.hour).zfill(panjang)
        case "s":
            return str(saat.second).zfill(panjang)
    if panjang <= 2 and _is_menit(unsur, urut):
        return str(saat.minute).zfill(panjang)
    if panjang > 2:
        nama = _BULAN_PENDEK[saat.month - 1] if panjang == 3 else _BULAN[saat.month - 1]
        return nama[:1] if panjang == 5 else nama
    return str(saat.month).zfill(panjang)


def _is_menit(unsur: tuple[_Unsur, ...], urut: int) -> bool:
    """``m`` means minutes right after hours and right before seconds."""
    waktu = [i for i, satu in enumerate(unsur) if satu.jenis in ("waktu", "lama")]
    tempat = waktu.index(urut)
    sebelum = unsur[waktu[tempat - 1]].isi[:1] if tempat else ""
    sesudah = unsur[waktu[tempat + 1]].isi[:1] if tempat + 1 < len(waktu) else ""
    return sebelum == "h" or sesudah == "s"
