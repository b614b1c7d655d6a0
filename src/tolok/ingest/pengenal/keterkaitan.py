"""
The cascade of IKU to program, kegiatan and money, where scanners do the most harm: cells that hold a whole page of
names run together, and amounts that lost their rows.

Names run together are parted only into as many as the indicators or amounts beside them count; amounts without a row
are given to the rows above that lack one only if both are equally many.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from tolok.core.bacaan.dokumen import TabelTerbaca, Tingkat
from tolok.core.dokumen.sel import Letak
from tolok.ingest.pengenal.baris_geser import align_baris
from tolok.ingest.pengenal.baris_rencana import IsiTabel, read_isi
from tolok.ingest.pengenal.butir_sel import split_indikator
from tolok.ingest.pengenal.kolom_rencana import Arti
from tolok.ingest.pengenal.nama_rapat import split_nama_rapat
from tolok.ingest.pengenal.nilai_rencana import Waktu
from tolok.ingest.pengenal.tata_rencana import KERJA, Tata

_RUPIAH: Final = re.compile(r"(?:rp\.?\s*)?\d{1,3}(?:[.,]\d{3})+(?:,-|,\d\d)?|rp\.?\s*-", re.IGNORECASE)
_HITUNGAN: Final = re.compile(r"\s*(?:\d+[.)]?\s*)?jumlah\b", re.IGNORECASE)


def is_keterkaitan(tata: Tata) -> bool:
    """Whether a table ties indicators of the agency to work and to the indicators of that work."""
    tingkat = {kolom.tingkat for kolom in tata.kolom if kolom.arti is Arti.INDIKATOR}
    return (
        tata.has(Arti.SASARAN, Arti.TUJUAN)
        and tata.has(Arti.PROGRAM, Arti.PROGRAM_KEGIATAN)
        and bool(tingkat & {"", "sasaran", "tujuan"})
        and bool(tingkat & {"program", "kegiatan", "subkegiatan"})
    )


def read_keterkaitan(
    tabel: TabelTerbaca, tata: Tata, *, waktu: Waktu, tingkat_per_nama: Mapping[str, Tingkat] | None = None
) -> IsiTabel:
    """Return the indicators of every level and the budget rows of a cascade."""
    return read_isi(mend_keterkaitan(tabel, tata), tata, waktu=waktu, tingkat_per_nama=tingkat_per_nama)


def mend_keterkaitan(tabel: TabelTerbaca, tata: Tata) -> TabelTerbaca:
    """Return the table with rows moved back, cells run together parted into rows, and lost amounts put back."""
    daftar_uang = tata.list_kolom(Arti.ANGGARAN)
    daftar_kerja = tata.list_kolom(*KERJA)
    daftar_indikator = tata.list_kolom(Arti.INDIKATOR)
    if len(daftar_uang) != 1 or not daftar_kerja or not daftar_indikator:
        return tabel
    uang, kerja, indikator = daftar_uang[0], daftar_kerja[-1], daftar_indikator[-1]
    lurus = align_baris(tabel, tata)
    isi: list[tuple[str, ...]] = []
    letak: list[tuple[Letak, ...]] = []
    tertunda: list[tuple[str, Letak]] = []
    for teks, tempat in zip(lurus.isi, lurus.letak_isi, strict=True):
        if _is_hanya_uang(teks, uang):
            tertunda.append((_satukan(teks[uang:]), tempat[uang]))
            continue
        _pasang(isi, letak, tertunda, uang=uang, indikator=indikator, kerja=kerja)
        for baru in _bagi(teks, uang=uang, indikator=indikator, kerja=kerja):
            isi.append(baru)
            letak.append(tempat)
    _pasang(isi, letak, tertunda, uang=uang, indikator=indikator, kerja=kerja)
    return replace(lurus, isi=tuple(isi), letak_isi=tuple(letak))


def _satukan(daftar: Sequence[str]) -> str:
    return " ".join(" ".join(daftar).split())


def _is_hanya_uang(teks: Sequence[str], uang: int) -> bool:
    """Whether a row holds an amount and nothing else."""
    return not any(satu.strip() for satu in teks[:uang]) and bool(_RUPIAH.search(_satukan(teks[uang:])))


def _bagi(teks: Sequence[str], *, uang: int, indikator: int, kerja: int) -> list[tuple[str, ...]]:
    """Return the rows a row holds: as many as its last indicator cell names indicators."""
    daftar_indikator = _list_indikator(teks[indikator])
    jumlah = len(daftar_indikator)
    if jumlah < 2:
        return [tuple(teks)]
    daftar_nama = split_nama_rapat(teks[kerja], jumlah)
    if daftar_nama is None:
        return [tuple(teks)]
    daftar_uang = _place_uang(_RUPIAH.findall(teks[uang]), daftar_indikator)
    hasil = []
    for i in range(jumlah):
        baris = list(teks) if i == 0 else [""] * len(teks)
        baris[kerja], baris[indikator] = daftar_nama[i], daftar_indikator[i]
        baris[uang] = daftar_uang[i] if daftar_uang is not None else ""
        hasil.append(tuple(baris))
    if daftar_uang is None and teks[uang].strip():
        return [tuple(teks)]
    return hasil


def _list_indikator(teks: str) -> tuple[str, ...]:
    """Return the indicators of a cell: one a line or marked, or run together before "Persentase" and "Jumlah"."""
    daftar = split_indikator(teks)
    if len(daftar) > 1:
        return daftar
    rapat = " ".join(teks.split())
    return tuple(satu.strip() for satu in _BATAS_INDIKATOR.split(rapat) if satu.strip())


_BATAS_INDIKATOR: Final = re.compile(
    r"(?<=[a-z)\d])\s+(?=(?:Jumlah|Persentase|Prosentase|Presentase|Rasio|Indeks)\s)"
    r"(?<!\bdan\s)(?<!\byang\s)(?<!\batau\s)(?<!\bdari\s)(?<!\bserta\s)"
)


def _place_uang(daftar: list[str], daftar_indikator: Sequence[str]) -> list[str] | None:
    """Return the amount of each row: all have one, only those that count something have one, or none has."""
    if not daftar:
        return [""] * len(daftar_indikator)
    if len(daftar) == len(daftar_indikator):
        return list(daftar)
    hitungan = [i for i, satu in enumerate(daftar_indikator) if _HITUNGAN.match(satu)]
    if len(hitungan) != len(daftar):
        return None
    hasil = [""] * len(daftar_indikator)
    for i, satu in zip(hitungan, daftar, strict=True):
        hasil[i] = satu
    return hasil


def _pasang(
    isi: list[tuple[str, ...]], letak: list[tuple[Letak, ...]], tertunda: list[tuple[str, Letak]], *,
    uang: int, indikator: int, kerja: int,
) -> None:  # fmt: skip
    """Give amounts that lost their rows to the rows just above that count something and have none, if equally many."""
    if not tertunda:
        return
    calon: list[int] = []
    for i in range(len(isi) - 1, -1, -1):
        if isi[i][uang].strip():
            break
        if isi[i][kerja].strip() and _HITUNGAN.match(isi[i][indikator]):
            calon.insert(0, i)
    if len(calon) == len(tertunda):
        for i, (teks, tempat) in zip(calon, tertunda, strict=True):
            isi[i] = (*isi[i][:uang], teks, *isi[i][uang + 1 :])
            letak[i] = (*letak[i][:uang], tempat, *letak[i][uang + 1 :])
    else:
        for teks, tempat in tertunda:
            isi.append(tuple(teks if k == uang else "" for k in range(len(isi[0]) if isi else uang + 1)))
            letak.append((tempat,) * len(isi[-1]))
    tertunda.clear()
