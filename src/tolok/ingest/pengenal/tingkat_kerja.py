"""
Whether a row of work is a program, a kegiatan or a subkegiatan: by its column, its code, its words, what other tables
of the file say of its name, its number, its letters, or the sums of money under it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from tolok.core.bacaan.dokumen import Tingkat
from tolok.ingest.pengenal.kolom_rencana import Arti
from tolok.ingest.pengenal.tingkat_anggaran import read_tingkat_kata, read_tingkat_kode
from tolok.ingest.susun.kata import make_kunci

if TYPE_CHECKING:
    from tolok.ingest.pengenal.baris_rencana import Rekam
    from tolok.ingest.pengenal.tata_rencana import Tata

TINGKAT: Final = ("program", "kegiatan", "subkegiatan")
_KODE: Final = re.compile(r"^\s*((?:\d{1,4}|[xX]{1,2})(?:\s?\.\s?(?:\d{1,4}|[xX]{1,2})){1,6})\.?\s+(?=\S)")
_PENOMORAN: Final = re.compile(r"^\s*(?:([IVX]+)|([A-Z])|(\d{1,2})|([a-z])|\((\d{1,2}|[a-z])\))[.)]\s+(?=\S)")
_DIDAHULUI: Final = re.compile(r"^\s*(?:[IVX]+|[A-Za-z]|\d{1,2})[.)]\s+|^\s*[-–•●]\s+|^\s*\((?:\d{1,2}|[a-z])\)\s+")
_HITUNGAN: Final = re.compile(r"\s*jumlah\b", re.IGNORECASE)
_CUKUP: Final = 3


def find_kode(teks: str) -> tuple[str, str]:
    """Return the code in front of a name, ``""`` if there is none, and the name without it."""
    cocok = _KODE.match(teks)
    if cocok is None or len(cocok[1]) < 3:
        return "", teks
    return re.sub(r"\s", "", cocok[1]), teks[cocok.end() :].strip(" -–:")


def infer_tingkat(daftar: Sequence[Rekam], tata: Tata, tingkat_per_nama: Mapping[str, Tingkat]) -> list[str]:
    """
    Return the level of each row of work.

    A code decides where one column holds all rows. Else a column that names one level gives it, but for kegiatan
    that list their subkegiatan under them; a column that mixes levels needs a sign in the rows.
    """
    hasil = [rekam.tingkat for rekam in daftar]
    is_sekolom = len({rekam.kolom for rekam in daftar}) == 1
    if is_sekolom and daftar:
        dari_kode = [_dari_kode(rekam.kode) for rekam in daftar]
        if sum(map(bool, dari_kode)) * 2 > len(daftar):
            hasil = _isi_celah(dari_kode, TINGKAT)
            campur = []
        else:
            campur = [i for i, rekam in enumerate(daftar) if not rekam.tingkat]
    else:
        campur = [i for i, rekam in enumerate(daftar) if not rekam.tingkat]
    if campur:
        rekam_campur = [daftar[i] for i in campur]
        boleh = tata.kolom[rekam_campur[0].kolom].campur or TINGKAT
        for i, tingkat in zip(campur, _infer_campur(rekam_campur, boleh, tingkat_per_nama), strict=True):
            hasil[i] = tingkat
    kegiatan = [i for i, tingkat in enumerate(hasil) if tingkat == "kegiatan" and daftar[i].tingkat == "kegiatan"]
    if (
        kegiatan
        and not tata.has(Arti.SUBKEGIATAN)
        and not (is_sekolom and not campur and hasil != ["kegiatan"] * len(hasil))
    ):
        for i, tingkat in zip(kegiatan, _infer_kegiatan([daftar[i] for i in kegiatan]), strict=True):
            hasil[i] = tingkat
    for rekam in daftar:
        rekam.nama = _DIDAHULUI.sub("", rekam.nama).strip()
    return hasil


def _dari_kode(kode: str) -> str:
    tingkat = read_tingkat_kode(kode)
    return "" if tingkat is None else tingkat.value


def _infer_kegiatan(daftar: Sequence[Rekam]) -> list[str]:
    """Return which rows of a column for kegiatan are the subkegiatan under them."""
    dari_kode = [_dari_kode(rekam.kode) for rekam in daftar]
    if any(satu == "subkegiatan" for satu in dari_kode):
        return [satu or "kegiatan" for satu in dari_kode]
    beruang = [bool(rekam.nilai) for rekam in daftar]
    if all(beruang):
        pohon = _infer_jumlah(daftar, ("kegiatan", "subkegiatan"))
        return ["kegiatan"] * len(daftar) if pohon is None else pohon
    if not any(beruang) or beruang[0]:
        return ["kegiatan"] * len(daftar)
    is_hitungan = _is_hitungan_beruang(daftar, beruang)
    return [
        "subkegiatan" if uang or (is_hitungan and _HITUNGAN.match(rekam.indikator)) else "kegiatan"
        for rekam, uang in zip(daftar, beruang, strict=True)
    ]


def _is_hitungan_beruang(daftar: Sequence[Rekam], beruang: Sequence[bool]) -> bool:
    """Whether in this table rows with money have indicators that count ("Jumlah …")."""
    dengan = [rekam for rekam, uang in zip(daftar, beruang, strict=True) if uang and rekam.indikator]
    return len(dengan) >= _CUKUP and all(_HITUNGAN.match(rekam.indikator) for rekam in dengan)


def _infer_campur(daftar: Sequence[Rekam], boleh: Sequence[str], tingkat_per_nama: Mapping[str, Tingkat]) -> list[str]:
    """Return the level of each row of a column that mixes the levels ``boleh``."""
    tersurat = [_dari_kode(rekam.kode) or _find_kata(rekam.nama) for rekam in daftar]
    if any(tersurat):
        dikenal = [satu or _dari_nama(rekam, tingkat_per_nama) for satu, rekam in zip(tersurat, daftar, strict=True)]
        return _isi_celah(_fill_dari_bawah(daftar, dikenal, boleh), boleh)
    for tebakan in (
        _infer_nomor(daftar, boleh),
        _infer_jumlah(daftar, boleh),
        [_dari_nama(rekam, tingkat_per_nama) for rekam in daftar],
        _infer_huruf(daftar, boleh),
        _infer_indikator(daftar, boleh),
    ):
        if tebakan is not None and any(tebakan):
            return _isi_celah(tebakan, boleh)
    return [boleh[0]] * len(daftar)


def _fill_dari_bawah(daftar: Sequence[Rekam], dikenal: list[str], boleh: Sequence[str]) -> list[str]:
    """Return the levels with those of rows below a program told by sums, or by what their indicators count."""
    sisa = [i for i, satu in enumerate(dikenal) if not satu]
    bawah = tuple(satu for satu in boleh if satu != "program")
    if len(bawah) < 2 or not sisa or "kegiatan" in dikenal:
        return dikenal
    bagian = [daftar[i] for i in sisa]
    tebakan = _infer_jumlah(bagian, bawah) or _infer_indikator(bagian, bawah)
    hasil = list(dikenal)
    for i, satu in zip(sisa, tebakan or [""] * len(sisa), strict=True):
        hasil[i] = satu
    return hasil


def _dari_nama(rekam: Rekam, tingkat_per_nama: Mapping[str, Tingkat]) -> str:
    tingkat = tingkat_per_nama.get(make_kunci(rekam.nama))
    return "" if tingkat is None or tingkat is Tingkat.TOTAL else tingkat.value


def _find_kata(nama: str) -> str:
    tingkat = read_tingkat_kata(_DIDAHULUI.sub("", nama))
    return "" if tingkat is None else tingkat.value


def _isi_celah(daftar: Sequence[str], boleh: Sequence[str]) -> list[str]:
    """Give a row without a sign of its level the one below the last sign above it, as far as its column goes."""
    hasil: list[str] = []
    acuan = ""
    for satu in daftar:
        if satu:
            acuan = satu
        lanjut = (
            boleh[0]
            if not acuan
            else boleh[min(boleh.index(acuan) + 1, len(boleh) - 1)]
            if acuan in boleh
            else boleh[-1]
        )
        hasil.append(satu or lanjut)
    return hasil


def _infer_huruf(daftar: Sequence[Rekam], boleh: Sequence[str]) -> list[str] | None:
    """Return the highest level for names in capitals, where other names are not."""
    besar = [rekam.nama.isupper() for rekam in daftar]
    if not any(besar) or all(besar) or len(boleh) < 2:
        return None
    return [boleh[0] if satu else "" for satu in besar]


def _infer_indikator(daftar: Sequence[Rekam], boleh: Sequence[str]) -> list[str] | None:
    """Return the lowest level for rows whose indicator counts, where others have percentages."""
    hitungan = [bool(rekam.indikator and _HITUNGAN.match(rekam.indikator)) for rekam in daftar]
    if not any(hitungan) or all(hitungan) or hitungan[0] or len(boleh) < 2:
        return None
    return [boleh[-1] if satu else boleh[-2] for satu in hitungan]


def _infer_nomor(daftar: Sequence[Rekam], boleh: Sequence[str]) -> list[str] | None:
    """Return levels by the kinds of numbers in front of the names: the first kind is the highest."""
    jenis: list[int] = []
    for rekam in daftar:
        if re.fullmatch(r"\d{1,2}(?:\.\d{1,2}){0,2}", rekam.kode):
            jenis.append(100 + rekam.kode.count("."))
            continue
        cocok = _PENOMORAN.match(rekam.nama)
        jenis.append(cocok.lastindex or 0 if cocok else 0)
    urut = list(dict.fromkeys(jenis))
    if not 2 <= len(urut) <= len(boleh):
        return None
    return [boleh[urut.index(satu)] for satu in jenis]


def _infer_jumlah(daftar: Sequence[Rekam], boleh: Sequence[str]) -> list[str] | None:
    """
    Return levels by money: a row whose amount is the sum of the rows that follow stands above them.

    ``None`` if fewer than half of the rows are part of such a sum.
    """
    uang = [_read_uang(rekam) for rekam in daftar]
    akhir = list(range(1, len(daftar) + 1))
    for i in range(len(daftar) - 1, -1, -1):
        posisi, jumlah = i + 1, 0
        while posisi < len(daftar) and uang[posisi] > 0 and jumlah < uang[i]:
            jumlah += uang[posisi]
            posisi = akhir[posisi]
        if jumlah == uang[i] and jumlah > 0:
            akhir[i] = posisi
    dalam = [0] * len(daftar)
    for i, batas in enumerate(akhir):
        for k in range(i + 1, batas):
            dalam[k] += 1
    bagian = sum(1 for i in range(len(daftar)) if dalam[i] or akhir[i] > i + 1)
    if bagian * 2 < len(daftar) or bagian < 2:
        return None
    return [boleh[min(satu, len(boleh) - 1)] for satu in dalam]


def _read_uang(rekam: Rekam) -> int:
    """Return the digits of the first amount of a row, for comparing with others of its table; 0 without one."""
    teks = next(iter(rekam.nilai.values()), ("",))[0]
    angka = re.sub(r"[,.]\d{1,2}\s*$|,-+\s*$", "", teks.strip())
    return int(re.sub(r"\D", "", angka) or 0)
