"""How the columns of a planning table belong together: whose indicator, which value to which, whose money."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tolok.core.bacaan.dokumen import Besaran, TabelTerbaca
from tolok.core.satuan import PERSEN, RUPIAH
from tolok.ingest.pengenal.kolom_rencana import Arti, Kolom, classify_kolom

URAIAN: Final = (
    Arti.TUJUAN, Arti.SASARAN, Arti.PROGRAM, Arti.KEGIATAN, Arti.SUBKEGIATAN, Arti.PROGRAM_KEGIATAN,
)  # fmt: skip
"""Columns that say what the rest of a row is about, the highest level first."""
KERJA: Final = (Arti.PROGRAM, Arti.KEGIATAN, Arti.SUBKEGIATAN, Arti.PROGRAM_KEGIATAN)
"""Those of them that can have a budget."""
SIFAT: Final = (Arti.SATUAN, Arti.RUMUS, Arti.DEFINISI, Arti.SUMBER_DATA, Arti.PENANGGUNG_JAWAB)
"""Columns that describe an indicator."""
TINGKAT_URAIAN: Final = {
    Arti.TUJUAN: "tujuan", Arti.SASARAN: "sasaran", Arti.PROGRAM: "program", Arti.KEGIATAN: "kegiatan",
    Arti.SUBKEGIATAN: "subkegiatan",
}  # fmt: skip
_SUMBER_DANA: Final = re.compile(
    r"apbd|apbn|dak|dau|dbh|pad|dbhcht|blud|pinjaman|hibah|dana (?:desa|alokasi|bagi)|bantuan", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Tata:
    """
    The columns of a table and their ties.

    ``pemilik[k]``: for a column of values or of what describes an indicator, the column of that indicator; for a
    budget column the columns of work it can be the budget of, in order; empty if there is none.
    """

    kolom: tuple[Kolom, ...]
    pemilik: tuple[tuple[int, ...], ...]
    tersirat: frozenset[int] = frozenset()
    """Columns of indicators whose head does not say whose; the words in the row tell."""

    def list_kolom(self, *daftar_arti: Arti) -> tuple[int, ...]:
        """Return the columns with these meanings, from left to right."""
        return tuple(k for k, kolom in enumerate(self.kolom) if kolom.arti in daftar_arti)

    def has(self, *daftar_arti: Arti) -> bool:
        """Whether there is a column with one of these meanings."""
        return any(kolom.arti in daftar_arti for kolom in self.kolom)


def make_tata(tabel: TabelTerbaca) -> Tata:
    """Return what the columns of a table mean and how they belong together."""
    kolom = [classify_kolom(kepala) for kepala in tabel.kepala]
    kolom = _mend_asing(kolom, tabel)
    kolom = _mend_kosong(kolom, tabel)
    kolom = _mend_keterangan(kolom, tabel)
    kolom = _mend_terpotong(kolom, tabel)
    kolom = _mend_ganda(kolom)
    kolom = _mend_uang(kolom)
    tersirat = frozenset(k for k, satu in enumerate(kolom) if satu.arti is Arti.INDIKATOR and not satu.tingkat)
    kolom = _fill_tingkat(kolom)
    return Tata(tuple(kolom), tuple(_find_pemilik(kolom, k) for k in range(len(kolom))), tersirat)


def _isi_kolom(tabel: TabelTerbaca, k: int) -> Iterable[str]:
    return (baris[k] for baris in tabel.isi if baris[k].strip())


_DARI_SUSUN: Final = {
    "nomor": Kolom(arti=Arti.NOMOR), "kode": Kolom(arti=Arti.KODE), "tujuan": Kolom(arti=Arti.TUJUAN),
    "sasaran": Kolom(arti=Arti.SASARAN), "indikator": Kolom(arti=Arti.INDIKATOR),
    "indikator_tujuan": Kolom(arti=Arti.INDIKATOR, tingkat="tujuan"),
    "indikator_program": Kolom(arti=Arti.INDIKATOR, tingkat="program"),
    "indikator_kegiatan": Kolom(arti=Arti.INDIKATOR, tingkat="kegiatan"),
    "indikator_subkegiatan": Kolom(arti=Arti.INDIKATOR, tingkat="subkegiatan"),
    "satuan": Kolom(arti=Arti.SATUAN), "rumus": Kolom(arti=Arti.RUMUS), "definisi": Kolom(arti=Arti.DEFINISI),
    "sumber_data": Kolom(arti=Arti.SUMBER_DATA), "penanggung_jawab": Kolom(arti=Arti.PENANGGUNG_JAWAB),
    "program": Kolom(arti=Arti.PROGRAM), "kegiatan": Kolom(arti=Arti.KEGIATAN),
    "subkegiatan": Kolom(arti=Arti.SUBKEGIATAN), "program_kegiatan": Kolom(arti=Arti.PROGRAM_KEGIATAN),
    "sumber_dana": Kolom(arti=Arti.SUMBER_DANA), "keterangan": Kolom(arti=Arti.KETERANGAN),
    "target": Kolom(arti=Arti.NILAI, besaran=Besaran.TARGET),
    "pagu": Kolom(arti=Arti.ANGGARAN, besaran=Besaran.PAGU, satuan=RUPIAH),
}  # fmt: skip
"""What the dictionary of heads that all tables share says, in the terms of a plan."""


def _mend_asing(kolom: list[Kolom], tabel: TabelTerbaca) -> list[Kolom]:
    """
    Take a column whose head is no word of plans for what the dictionary of all tables says, and one of work that is
    only called "Uraian" for a mixed one, where the table has no other.
    """
    hasil = [
        _DARI_SUSUN.get(arti, satu) if satu.arti is Arti.LAIN and tabel.kepala[k].strip() else satu
        for k, (satu, arti) in enumerate(zip(kolom, tabel.arti or ("",) * len(kolom), strict=True))
    ]
    if any(satu.arti is Arti.ANGGARAN for satu in hasil) and not any(satu.arti in KERJA for satu in hasil):
        for k, satu in enumerate(hasil):
            if satu.arti is Arti.LAIN and _URAIAN.search(tabel.kepala[k]):
                hasil[k] = Kolom(arti=Arti.PROGRAM_KEGIATAN)
                break
    return hasil


_URAIAN: Final = re.compile(r"\buraian\b|\bnama\b|\bjenis belanja\b", re.IGNORECASE)


def _mend_kosong(kolom: list[Kolom], tabel: TabelTerbaca) -> list[Kolom]:
    """Take a first column without a head for the numbers it holds."""
    if kolom and kolom[0].arti is Arti.LAIN and not tabel.kepala[0].strip():
        isi = list(_isi_kolom(tabel, 0))
        if isi and all(
            re.fullmatch(r"\(?(?:\d{1,3}(?:\.\d+)*|[ivx]+|[a-z])[.)]?", satu.strip(), re.IGNORECASE) for satu in isi
        ):
            return [Kolom(arti=Arti.NOMOR), *kolom[1:]]
    return kolom


def _mend_keterangan(kolom: list[Kolom], tabel: TabelTerbaca) -> list[Kolom]:
    """Take a column of remarks that names nothing but sources of money for just that."""
    return [
        Kolom(arti=Arti.SUMBER_DANA)
        if satu.arti is Arti.KETERANGAN
        and (isi := list(_isi_kolom(tabel, k)))
        and all(_SUMBER_DANA.search(teks) and len(teks.split()) <= 6 for teks in isi)
        else satu
        for k, satu in enumerate(kolom)
    ]


def _mend_terpotong(kolom: list[Kolom], tabel: TabelTerbaca) -> list[Kolom]:
    """Take a last head that the edge of the page cut short ("S") for the one it begins, beside a column of formulas."""
    ekor = tabel.kepala[-1].strip().casefold() if kolom else ""
    is_terpotong = len(kolom) > 2 and kolom[-1].arti is Arti.LAIN and kolom[-2].arti is Arti.RUMUS
    if is_terpotong and ekor and "sumber data".startswith(ekor):
        return [*kolom[:-1], Kolom(arti=Arti.SUMBER_DATA)]
    return kolom


def _mend_uang(kolom: list[Kolom]) -> list[Kolom]:
    """Take "Realisasi" and the like for money in a table that has no indicators but amounts."""
    daftar_arti = {satu.arti for satu in kolom}
    if Arti.INDIKATOR in daftar_arti or Arti.ANGGARAN not in daftar_arti:
        return kolom
    return [_ke_uang(satu) if satu.arti is Arti.NILAI else satu for satu in kolom]


def _ke_uang(kolom: Kolom) -> Kolom:
    besaran: Besaran
    match kolom.besaran:
        case Besaran.REALISASI | Besaran.PERTUMBUHAN:
            besaran, satuan = kolom.besaran, RUPIAH if kolom.besaran is Besaran.REALISASI else ""
        case Besaran.CAPAIAN | Besaran.RASIO | Besaran.TINGKAT_KEMAJUAN:
            besaran, satuan = Besaran.PERSEN, PERSEN
        case _:
            besaran, satuan = Besaran.PAGU, RUPIAH
    return replace(kolom, arti=Arti.ANGGARAN, besaran=besaran, satuan=satuan)


def _mend_ganda(kolom: list[Kolom]) -> list[Kolom]:
    """Keep the first of two columns with one meaning where only one can be: units, numbers, codes, the same level."""
    terlihat: set[Arti] = set()
    hasil = []
    for satu in kolom:
        if satu.arti in URAIAN and satu.arti in terlihat:
            satu = Kolom(arti=Arti.LAIN)
        terlihat.add(satu.arti)
        hasil.append(satu)
    return hasil


def _fill_tingkat(kolom: list[Kolom]) -> list[Kolom]:
    """Say whose indicators a column holds by the column of words to its left, where its head does not."""
    hasil = []
    for k, satu in enumerate(kolom):
        if satu.arti is Arti.INDIKATOR and not satu.tingkat:
            kiri = [lain for lain in reversed(kolom[:k]) if lain.arti in URAIAN]
            terdekat = kiri[0] if kiri else next((lain for lain in kolom[k:] if lain.arti in URAIAN), None)
            if terdekat is not None:
                satu = replace(satu, tingkat=TINGKAT_URAIAN.get(terdekat.arti, ""))
        hasil.append(satu)
    return hasil


def _find_pemilik(kolom: Sequence[Kolom], k: int) -> tuple[int, ...]:
    arti = kolom[k].arti
    if arti in SIFAT or arti is Arti.NILAI:
        return _terdekat([i for i, satu in enumerate(kolom) if satu.arti is Arti.INDIKATOR], k)
    if arti is Arti.ANGGARAN or arti is Arti.SUMBER_DANA:
        return tuple(i for i, satu in enumerate(kolom) if satu.arti in KERJA)
    return ()


def _terdekat(daftar: list[int], k: int) -> tuple[int, ...]:
    """Return the nearest column to the left, else the nearest to the right."""
    kiri = [i for i in daftar if i < k]
    kanan = [i for i in daftar if i > k]
    return (kiri[-1],) if kiri else tuple(kanan[:1])
