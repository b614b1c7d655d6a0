"""Whether a row of work is a program, a kegiatan or a subkegiatan: by its code, its words, its letters, its money."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from tolok.ingest.pengenal.kolom_rencana import Arti

if TYPE_CHECKING:
    from tolok.ingest.pengenal.baris_rencana import Rekam
    from tolok.ingest.pengenal.tata_rencana import Tata

TINGKAT: Final = ("program", "kegiatan", "subkegiatan")
_KODE: Final = re.compile(r"^\s*((?:\d{1,4}|[xX]{1,2})(?:\s?\.\s?(?:\d{1,4}|[xX]{1,2})){1,6})\.?\s+(?=\S)")
_KODE_SAJA: Final = re.compile(r"(?:\d{1,4}|[xX]{1,2})(?:\.(?:\d{1,4}|[xX]{1,2})){1,6}\.?")
_AWALAN: Final = re.compile(r"^(program|kegiatan|sub\s*-?\s*kegiatan)\b", re.IGNORECASE)
_PENOMORAN: Final = re.compile(r"^\s*(?:([IVX]+)|([A-Z])|(\d{1,2})|([a-z])|\((\d{1,2}|[a-z])\))[.)]\s+(?=\S)")
_DIDAHULUI: Final = re.compile(r"^\s*(?:[IVX]+|[A-Za-z]|\d{1,2})[.)]\s+|^\s*[-–•●]\s+|^\s*\((?:\d{1,2}|[a-z])\)\s+")


def find_kode(teks: str) -> tuple[str, str]:
    """Return the code in front of a name, ``""`` if there is none, and the name without code, number and bullet."""
    cocok = _KODE.match(teks)
    if cocok is None or len(cocok[1]) < 3:
        return "", teks
    return re.sub(r"\s", "", cocok[1]), teks[cocok.end() :].strip(" -–:")


def infer_tingkat(daftar: Sequence[Rekam], tata: Tata) -> list[str]:
    """
    Return the level of each row of work; rows whose column names one level keep it.

    In a column for kegiatan that also lists their subkegiatan, the code tells; else, where some rows have money and
    some have none, those with money are subkegiatan.
    """
    hasil = [rekam.tingkat for rekam in daftar]
    campur = [i for i, rekam in enumerate(daftar) if not rekam.tingkat]
    if campur:
        for i, tingkat in zip(campur, _infer_campur([daftar[i] for i in campur]), strict=True):
            hasil[i] = tingkat
    kegiatan = [i for i, rekam in enumerate(daftar) if rekam.tingkat == "kegiatan"]
    if kegiatan and not tata.has(Arti.SUBKEGIATAN):
        for i, tingkat in zip(kegiatan, _infer_kegiatan([daftar[i] for i in kegiatan]), strict=True):
            hasil[i] = tingkat
    for rekam in daftar:
        rekam.nama = _DIDAHULUI.sub("", rekam.nama).strip()
    return hasil


def find_tingkat_kode(kode: str) -> str:
    """Return the level a code stands for: ``1.06.04`` program, ``1.06.04.2.01`` kegiatan, a part more subkegiatan."""
    bersih = kode.strip().rstrip(".")
    if not _KODE_SAJA.fullmatch(bersih):
        return ""
    match len(bersih.split(".")):
        case 3:
            return "program"
        case 4 | 5:
            return "kegiatan"
        case banyak if banyak > 5:
            return "subkegiatan"
        case _:
            return ""


def _infer_kegiatan(daftar: Sequence[Rekam]) -> list[str]:
    dari_kode = [find_tingkat_kode(rekam.kode) for rekam in daftar]
    if any(satu == "subkegiatan" for satu in dari_kode):
        return [satu or "kegiatan" for satu in dari_kode]
    beruang = [bool(rekam.nilai) for rekam in daftar]
    if all(beruang) or not any(beruang) or beruang[0]:
        return ["kegiatan"] * len(daftar)
    kata = _learn_kata(daftar, beruang)
    return [
        "subkegiatan" if uang or (kata is not None and kata(rekam)) else "kegiatan"
        for rekam, uang in zip(daftar, beruang, strict=True)
    ]


_HITUNGAN: Final = re.compile(r"\s*jumlah\b", re.IGNORECASE)


def _learn_kata(daftar: Sequence[Rekam], beruang: Sequence[bool]):  # type: ignore[no-untyped-def]
    """Return a test by the first word of the indicator, if in this table rows with money count ("Jumlah …")."""
    dengan = [rekam for rekam, uang in zip(daftar, beruang, strict=True) if uang and rekam.indikator]
    if len(dengan) < 3 or not all(_HITUNGAN.match(rekam.indikator) for rekam in dengan):
        return None
    return lambda rekam: bool(_HITUNGAN.match(rekam.indikator))


def _infer_campur(daftar: Sequence[Rekam]) -> list[str]:
    """Return the level of each row of a column that mixes them."""
    dari_kode = [find_tingkat_kode(rekam.kode) for rekam in daftar]
    if all(dari_kode):
        return dari_kode
    dari_kata = [_find_kata(rekam.nama) for rekam in daftar]
    if any(dari_kata):
        return _isi_celah([kode or kata for kode, kata in zip(dari_kode, dari_kata, strict=True)])
    relatif = _infer_nomor(daftar)
    if relatif is not None:
        return relatif
    if any(rekam.nama.isupper() for rekam in daftar) and not all(rekam.nama.isupper() for rekam in daftar):
        return ["program" if rekam.nama.isupper() else "kegiatan" for rekam in daftar]
    return _isi_celah(dari_kode)


def _find_kata(nama: str) -> str:
    cocok = _AWALAN.match(_DIDAHULUI.sub("", nama))
    if cocok is None:
        return ""
    kata = cocok[1].casefold()
    return "subkegiatan" if kata.startswith("sub") else kata


def _isi_celah(daftar: list[str]) -> list[str]:
    """Give a row without a sign of its level the one below the last sign above it."""
    hasil: list[str] = []
    acuan = ""
    for satu in daftar:
        if satu:
            acuan = satu
        hasil.append(satu or {"": "program", "program": "kegiatan"}.get(acuan, "subkegiatan"))
    return hasil


def _infer_nomor(daftar: Sequence[Rekam]) -> list[str] | None:
    """Return levels by the kinds of numbers in front of the names: the first kind is the highest."""
    jenis: list[int] = []
    for rekam in daftar:
        dari_kode = re.fullmatch(r"\d{1,2}(?:\.\d{1,2}){0,2}", rekam.kode)
        if dari_kode:
            jenis.append(100 + rekam.kode.count("."))
            continue
        cocok = _PENOMORAN.match(rekam.nama)
        jenis.append(cocok.lastindex or 0 if cocok else 0)
    urut = list(dict.fromkeys(jenis))
    if len(urut) < 2 or len(urut) > 3:
        return None
    return [TINGKAT[urut.index(satu)] for satu in jenis]
