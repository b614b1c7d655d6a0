"""
Second stage of reading a printed formula: decide which signs are operators.

A sign is an operator only with evidence: the words beside it, brackets, a factor of 100, year marks. What remains is
part of a name.
"""

from __future__ import annotations

import re
from typing import Final

from tolok.core.rumus.pembaca_bagi import mark_bagi
from tolok.core.rumus.pembaca_lambang import (
    BAGI,
    BUKA,
    GARIS,
    HITUNG,
    KALI,
    KURANG,
    MIN,
    MIRING,
    OPERATOR,
    RENTANG,
    SIGMA,
    TAMBAH,
    TUTUP,
    has_operator,
)
from tolok.core.rumus.pembaca_operan import (
    AWAL_DASAR,
    BILANGAN,
    find_luar_kurung,
    get_kata,
    get_operan_kanan,
    get_operan_kiri,
    is_huruf,
    match_kurung,
    replace_at,
)

_PASANGAN: Final = re.compile(
    r"(?:kab(?:upaten)?\.?/kota|dan/atau|desa/kelurahan|kelurahan/desa|barang/jasa|juklak/juknis|laki-laki/perempuan|"
    r"sarana/prasarana|pa/kpa|l/p|kota/kabupaten|bupati/wali\s?kota|wali\s?kota/bupati|k/l|a\.n|smp/mts|sma/smk(?:/ma)?|"
    r"sd/mi|atau/dan|24/7)(?![a-z])",
    re.IGNORECASE,
)

_WAKTU_LALU: Final = re.compile(r"(?<![^\W\d_])([nt]\s*)-(\s*1)(?![a-z\d])", re.IGNORECASE)
_AKHIR_LALU: Final = re.compile(rf"{MIN}\s*1\s*[)\]]?\s*$")
_RENTANG: Final = re.compile(r"(?<=\d)\s?-\s?(?=\d)")

_KE_TAHUN: Final = re.compile(r"\b(ke)\s?-\s?(?=\(?[nt\d])", re.IGNORECASE)
_TAHUN: Final = re.compile(r"\b(?:tahun|thn|periode|triwulan|semester)\b", re.IGNORECASE)

_GARIS: Final = re.compile(r"[-_=]{3,}|\.{6,}")
_KATA_BAGI: Final = re.compile(
    r"[\s,;]*(?<!yang )\bdi\s?-?bagi\b(?!\s+(?:kepada|untuk|menjadi|dalam))"
    r"(?:\s+(?:dengan|oleh|terhadap|atas))?\s*[:/]?\s*",
    re.IGNORECASE,
)
_KATA_KALI: Final = re.compile(r"(?<!\d)[\s,;]+kali(?:kan)?(?:\s+dengan)?\s+(?=\d)", re.IGNORECASE)
_KATA_DIKALI: Final = re.compile(r"[\s,;]*\bdi\s?-?kali(?:kan)?\b(?:\s+dengan)?\s*", re.IGNORECASE)
_KATA_KURANG: Final = re.compile(r"[\s,;]*(?<!yang )\bdikurangi?(?:kan)?\b(?:\s+dengan)?\s*", re.IGNORECASE)
_KATA_TAMBAH: Final = re.compile(r"[\s,;]*(?<!yang )\bditambah(?:kan)?\b(?:\s+dengan)?\s*", re.IGNORECASE)
_PEMBUKA: Final = re.compile(
    r"^(?:(?:menghitung|dihitung|penghitungan|perhitungan|diukur|diperoleh|didapat(?:kan)?|menjumlahkan|merupakan|"
    r"hasil(?=\s+(?:bagi|pembagian|perbandingan))|adalah|yaitu|membagi)(?:\s+(?:dari|dengan|cara|melalui|hasil))*\s+)+",
    re.IGNORECASE,
)


def mark(teks: str) -> str:
    """Mark the operators of a cleaned text; what stays unmarked belongs to names."""
    teks = _WAKTU_LALU.sub(rf"\1{MIN}\2", teks)
    teks = _PASANGAN.sub(lambda m: m[0].replace("/", MIRING), teks)
    teks = _KE_TAHUN.sub(rf"\1{RENTANG}", _RENTANG.sub(RENTANG, teks))
    teks = pick_sisi(_GARIS.sub(f" {GARIS} ", teks))
    teks = _PEMBUKA.sub("", teks.strip())
    teks = _mark_kata(teks)
    teks = _mark_kali(teks)
    teks = _mark_kurung(teks)
    teks = _mark_tambah(teks)
    teks = _mark_kurang(teks)
    return mark_bagi(teks).replace("\n", " ")


def pick_sisi(teks: str) -> str:
    """Return the side of ``name = formula`` that holds the formula."""
    bagian = [b for b in re.split(r"=", teks) if b.strip(" \n.:;")]
    if len(bagian) < 2:
        return teks.replace("=", " ")

    def bobot(indeks: int) -> tuple[int, int]:
        b = bagian[indeks]
        kata = len(re.findall(r"[^\W\d_]{3,}", b))
        huruf = bool(re.search(r"[^\W\d_]", re.sub(r"\b[xX]\b", "", b)))
        tanda = len(re.findall(rf"[{OPERATOR}/+×*÷]|{HITUNG}\b|dibagi|rata-rata", b, re.IGNORECASE))
        is_rumus = 2 if tanda and huruf else 1 if kata and indeks else 0
        return (is_rumus, -indeks if indeks else -len(bagian))

    terpilih = max(range(len(bagian)), key=bobot)
    ekor = bagian[terpilih + 1] if terpilih + 1 < len(bagian) else ""
    if re.fullmatch(r"\s*[×xX*]\s*1[\d.]*\s*%?\s*", ekor):
        return bagian[terpilih] + ekor
    return bagian[terpilih]


def _mark_kata(teks: str) -> str:
    teks = _KATA_BAGI.sub(f" {GARIS} ", teks)
    teks = _KATA_KURANG.sub(f" {KURANG} ", teks)
    teks = _KATA_TAMBAH.sub(f" {TAMBAH} ", teks)
    teks = _KATA_DIKALI.sub(f" {KALI} ", teks)
    return _KATA_KALI.sub(f" {KALI} ", teks)


def _mark_kali(teks: str) -> str:
    teks = re.sub(r"×|(?<![*\n])\*(?![*])", f" {KALI} ", teks)
    teks = re.sub(r"(?<=[\d)%\]\s" + TUTUP + r"])[xX](?=\s*1[0.]{2,})", f" {KALI} ", teks)
    teks = re.sub(r"(?<=[a-z])\s+[xX](?=\s*\d)", f" {KALI} ", teks)
    teks = re.sub(r"(?<=[\d)%" + TUTUP + r"])\s*[xX]\s*(?=[(\w" + BUKA + r"])", f" {KALI} ", teks)
    return re.sub(r"(?<=\S)\s+(?:[xX]\s+(?=[(" + BUKA + r"\d])|x\s+(?=[^\W\d_]))", f" {KALI} ", teks)


_TANDA_HITUNG: Final = re.compile(rf"[{OPERATOR}÷/:]|\+|\s-\s|Σ|{HITUNG}\b", re.IGNORECASE)
_SEBELUM: Final = re.compile(rf"(?:^|[{OPERATOR}{BUKA}+/:÷({SIGMA}\[]|\s-)\s*$")
_DIBAGI_BILANGAN: Final = re.compile(rf"\s*{TUTUP}?\s*[{BAGI}{GARIS}/:÷]\s*{BUKA}?\s*\d")
_SESUDAH: Final = re.compile(rf"\s*(?:$|[{OPERATOR}{TUTUP}+/:÷)\].,;\n]|-\s)")


def _mark_kurung(teks: str) -> str:
    """Mark the brackets that group; those around an acronym or a remark stay part of the name."""
    pasangan = match_kurung(teks)
    huruf = list(teks)
    for i, j in pasangan.items():
        if j < i:
            continue
        isi, depan, belakang = teks[i + 1 : j], teks[max(0, i - 40) : i], teks[j + 1 : j + 20]
        awal, akhir = bool(_SEBELUM.search(depan)), bool(_SESUDAH.match(belakang))
        ada_hitung = bool(_TANDA_HITUNG.search(isi))
        angka_di_depan = bool(re.search(r"\d\s*$", depan))
        sebutan = "+" in isi and (bool(_DIBAGI_BILANGAN.match(belakang)) or len(get_operan_kiri(teks, i).split()) <= 2)
        if (awal and (akhir or ada_hitung)) or (akhir and (sebutan or (angka_di_depan and ada_hitung))):
            huruf[i], huruf[j] = BUKA, TUTUP
    for i, h in enumerate(huruf):
        if h in "()[]" and i not in pasangan:
            huruf[i] = " "
    return "".join(huruf)


def _mark_tambah(teks: str) -> str:
    luar = find_luar_kurung(teks)
    hasil = []
    for i, h in enumerate(teks):
        hasil.append(f" {TAMBAH} " if h == "+" and luar[i] and teks[i + 1 :].strip() and teks[:i].strip() else h)
    return "".join(hasil)


def _mark_kurang(teks: str) -> str:
    """Mark a minus where both sides can be operands: year marks, counts, brackets, numbers, or shared words."""
    i = len(teks)
    luar = find_luar_kurung(teks)
    while (i := teks.rfind("-", 0, i)) >= 0:
        kiri, kanan = teks[:i], teks[i + 1 :]
        rapat = kiri[-1:].isalnum() and kanan[:1].isalnum()
        if not kiri.strip() or not kanan.strip() or rapat or not luar[i]:
            continue
        a, b = get_operan_kiri(teks, i), get_operan_kanan(teks, i + 1)
        terbukti = (
            kiri.rstrip()[-1] == TUTUP
            or bool(_AKHIR_LALU.search(kiri))
            or kanan.lstrip()[0] in BUKA + SIGMA
            or MIN in b
            or bool(AWAL_DASAR.match(kanan))
            or bool(BILANGAN.fullmatch(a.strip()))
            or (is_huruf(re.split("[/:]", a)[-1]) and is_huruf(re.split("[/:]", b)[0]))
            or bool(_TAHUN.search(a) and _TAHUN.search(b) and get_kata(a) & get_kata(b))
            or (
                has_operator(teks)
                and len(get_kata(a) & get_kata(b)) >= max(1, min(len(get_kata(a)), len(get_kata(b))) // 2)
            )
        )
        if terbukti:
            teks = replace_at(teks, i, KURANG)
    return teks
