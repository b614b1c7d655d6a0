"""Where the division of a printed formula stands: a slash, a colon, words, or nothing but a factor of 100."""

from __future__ import annotations

import re
from typing import Final

from tolok.core.rumus.pembaca_lambang import (
    AWAL_HITUNG,
    BAGI,
    BUKA,
    GARIS,
    HITUNG,
    KALI,
    NAMA_DEPAN,
    PENGALI,
    SIGMA,
    TUTUP,
    has_operator,
    has_pembagian,
)
from tolok.core.rumus.pembaca_operan import (
    AWAL_DASAR,
    BILANGAN,
    DASAR,
    find_luar_kurung,
    get_kata,
    get_operan_kanan,
    get_operan_kiri,
    is_huruf,
    replace_at,
)

_BANDING: Final = r"(?:dibanding(?:kan)?|berbanding)(?:\s+(?:dengan|terhadap))?"
_TERHADAP: Final = r"(?<!kekerasan)\s+terhadap"
_PERBANDINGAN: Final = re.compile(
    r"^(?:mem)?(?:bandingkan|perbandingan|rasio|hasil bagi|bagi|hasil pembagian|pembagian|proporsi)\s+(?:antara\s+)?",
    re.IGNORECASE,
)
_SAMBUNG: Final = tuple(
    re.compile(pola, re.IGNORECASE)
    for pola in (
        rf"\s+(?:dengan|terhadap|dan|per)\s+(?={DASAR}\b)",
        rf"\s+{_BANDING}\s+",
        r"\s+dengan\s+",
        rf"{_TERHADAP}\s+",
    )
)
_DIBANDING: Final = re.compile(rf"\s+{_BANDING}\s+", re.IGNORECASE)
_DIBANDING_HITUNG: Final = re.compile(rf"\s+{_BANDING}\s+(?={HITUNG}\b)", re.IGNORECASE)
_SAMBUNG_SERATUS: Final = (
    re.compile(rf"\s+(?:terhadap|dari|per|dengan|atas)\s+(?={HITUNG}\b)", re.IGNORECASE),
    re.compile(rf"{_TERHADAP}\s+", re.IGNORECASE),
)
_NAMA_TERHADAP: Final = (
    re.compile(rf"\s+(?:terhadap|{_BANDING})\s+(?={DASAR}\b)", re.IGNORECASE),
    re.compile(rf"\s+dari\s+(?={HITUNG}\b)", re.IGNORECASE),
)
"""Without a factor of 100 only a counted thing can be the denominator: "kepuasan terhadap pelayanan" is a name."""
_NAMA_PERSENTASE: Final = re.compile(r"^(?:persentase|prosentase|presentase|proporsi)\s+", re.IGNORECASE)
_PER_SERIBU: Final = re.compile(rf"^({HITUNG}\b.+?)\s+per\s+(1[0.]{{2,7}})\s+(\D+)$", re.IGNORECASE | re.DOTALL)


def mark_bagi(teks: str) -> str:
    """Mark the division, the surest evidence first; without any the text stays as it is."""
    seratus = bool(PENGALI.search(teks)) or bool(re.match(rf"\s*1[\d.]*\s*%?\s*{KALI}", teks))
    teks = _mark_garis_miring_pasti(teks.replace("÷", f" {BAGI} "))
    teks = _mark_titik_dua(teks, seratus=seratus)
    if not has_pembagian(teks):
        teks = _mark_banding(teks, seratus=seratus)
    if not has_pembagian(teks) and seratus and not _is_terpotong(teks):
        if _NAMA_PERSENTASE.match(teks):
            teks = _mark_sambung(teks, seratus=True)
        if not has_pembagian(teks):
            teks = _pilih_tanda(teks)
    teks = _buang_nama(teks)
    if not has_pembagian(teks) and not _is_terpotong(teks):
        teks = _mark_sambung(teks, seratus=seratus)
    return teks


def _mark_garis_miring_pasti(teks: str) -> str:
    i = len(teks)
    luar = find_luar_kurung(teks)
    while (i := teks.rfind("/", 0, i)) >= 0:
        if luar[i] and _is_bagi_pasti(teks, i):
            teks = replace_at(teks, i, BAGI)
    return teks


def _is_bagi_pasti(teks: str, i: int) -> bool:
    kiri, kanan = teks[:i].rstrip(), teks[i + 1 :].lstrip()
    if not kiri or not kanan:
        return False
    a, b = get_operan_kiri(teks, i), get_operan_kanan(teks, i + 1)
    if kiri[-1] in TUTUP or kanan[0] in BUKA + SIGMA or AWAL_DASAR.match(kanan):
        return True
    if re.fullmatch(r"\d+(?:[.,]\d+)?", b.strip()) and not re.search(r"\d/?$", kiri):
        return True
    if re.fullmatch(r"\d+(?:[.,]\d+)?", a.strip()) and re.match(r"\d", kanan):
        return True
    return (is_huruf(a) or bool(BILANGAN.fullmatch(a.strip()))) and is_huruf(b)


def _pilih_tanda(teks: str) -> str:
    """Take the one slash or colon most likely meant as a division, since the formula is multiplied by 100."""
    luar = find_luar_kurung(teks)
    terbaik, nilai_terbaik = -1, (-1, -1, -1)
    for i, h in enumerate(teks):
        if h not in "/:" or not luar[i] or not teks[:i].strip() or not teks[i + 1 :].strip():
            continue
        spasi = int(teks[i - 1].isspace()) + int(teks[i + 1].isspace())
        if h == ":" and (spasi < 2 or NAMA_DEPAN.match(teks.lstrip())):
            continue
        a, b = get_operan_kiri(teks, i), get_operan_kanan(teks, i + 1)
        nilai = (int(spasi == 2), len(get_kata(a) & get_kata(b)), spasi)
        if nilai > nilai_terbaik:
            terbaik, nilai_terbaik = i, nilai
    return replace_at(teks, terbaik, BAGI) if terbaik >= 0 else teks


def _mark_titik_dua(teks: str, *, seratus: bool) -> str:
    """A colon between counts or brackets divides; after a name it only introduces the formula."""
    i = len(teks)
    luar = find_luar_kurung(teks)
    while (i := teks.rfind(":", 0, i)) >= 0:
        kiri, kanan = teks[:i].rstrip(), teks[i + 1 :].lstrip()
        if not luar[i]:
            continue
        if not kiri or not kanan:
            teks = teks[:i] + " " + teks[i + 1 :]
        elif (
            not has_pembagian(teks)
            and not NAMA_DEPAN.match(kiri.lstrip())
            and (
                kiri[-1] == TUTUP
                or kanan[0] == BUKA
                or (AWAL_DASAR.match(kanan) and (seratus or AWAL_HITUNG.match(kiri.lstrip(BUKA))))
                or (seratus and (AWAL_HITUNG.match(kiri.lstrip(BUKA + " ")) or BUKA in kiri))
            )
        ):
            teks = replace_at(teks, i, BAGI)
    return teks


def _buang_nama(teks: str) -> str:
    """Drop the name in front of a formula: ``Capaian : A / B``."""
    luar = find_luar_kurung(teks)
    i = teks.rfind(":")
    while i >= 0 and not luar[i]:
        i = teks.rfind(":", 0, i)
    if i < 0 or BUKA in teks[:i] or has_operator(teks[:i]):
        return teks
    return teks[i + 1 :]


def _belah(teks: str, m: re.Match[str] | None) -> str:
    return f"{teks[: m.start()]} {GARIS} {teks[m.end() :]}" if m else teks


def _cari(teks: str, daftar_pola: tuple[re.Pattern[str], ...]) -> re.Match[str] | None:
    """Return the last place of the first pattern that occurs."""
    return next((ada[-1] for pola in daftar_pola if (ada := list(pola.finditer(teks)))), None)


def _mark_banding(teks: str, *, seratus: bool) -> str:
    """Find a comparison in words: "perbandingan A dengan B", "A dibandingkan dengan B x 100%"."""
    if awal := _PERBANDINGAN.match(teks):
        isi = teks[awal.end() :]
        hasil = _belah(isi, _cari(isi, _SAMBUNG))
        return hasil if hasil != isi else teks
    return _belah(teks, (_DIBANDING if seratus else _DIBANDING_HITUNG).search(teks))


def _is_terpotong(teks: str) -> bool:
    """Whether a factor of 100 stands in the middle of names: the line of the fraction was lost in scanning."""
    m = PENGALI.search(teks)
    if m is None or has_operator(teks[m.end() :]):
        return False
    depan, belakang = teks[: m.start()], teks[m.end() :].strip()
    if not re.match(r"[^\W\d_]{3}|Σ", belakang) or has_operator(depan):
        return False
    return bool(AWAL_HITUNG.match(belakang)) or bool(get_kata(depan) & get_kata(belakang))


def _mark_sambung(teks: str, *, seratus: bool) -> str:
    """Find the division that is said with a preposition only: "A terhadap jumlah B x 100%"."""
    if not seratus:
        if awal := _NAMA_PERSENTASE.match(teks):
            isi = teks[awal.end() :]
            hasil = _belah(isi, _cari(isi, _NAMA_TERHADAP))
            return f"{hasil} {KALI} 100%" if hasil != isi else teks
        m = _PER_SERIBU.match(teks)
        return f"{m[1]} {GARIS} {m[3]} {KALI} {m[2]}" if m else teks
    if m := _cari(teks, _SAMBUNG_SERATUS):
        return _NAMA_PERSENTASE.sub("", _belah(teks, m))
    baris = [b for b in teks.split("\n") if b.strip()]
    if len(baris) == 2 and AWAL_HITUNG.match(baris[1]) and not has_operator(baris[0]):
        return f"{baris[0]} {GARIS} {baris[1]}"
    return teks
