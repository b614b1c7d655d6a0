"""Value cells become numbers and categories, read together, since the cells of a table tell how each is read."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from tolok.core.angka import Angka
from tolok.core.baca_bebas import Bacaan, Keyakinan, read_bebas
from tolok.core.bacaan.blok import TANPA_LETAK
from tolok.core.bacaan.dokumen import Besaran, NilaiTerbaca
from tolok.core.dokumen.sel import Letak
from tolok.core.gaya_angka import CatatanBaca, Gaya, KonteksKolom, detect_konteks
from tolok.core.nilai import Bilangan, Kategori, Rentang
from tolok.core.satuan import KATEGORI, PERSEN, RUPIAH, normalize_satuan
from tolok.ingest.pengenal.kolom_rencana import Arti, Kolom

_NAMA_KALI: Final = {10**3: "ribu", 10**6: "juta", 10**9: "miliar"}
_NAMA_PERSEN: Final = re.compile(
    r"\s*(?:\d+[.)]\s*)?(?:persentase|prosentase|presentase|persentasi|prosentasi|persen|%)\b", re.I
)
_SATUAN_PERSEN: Final = re.compile(r"(?:persen(?:tase)?|prosentase)?\s*\(?\s*%\s*\)?", re.I)
_KATA_KATEGORI: Final = 5
_TAK_BERSATUAN: Final = frozenset({Besaran.RASIO, Besaran.PERTUMBUHAN, Besaran.EFISIENSI, Besaran.TINGKAT_KEMAJUAN})
"""Quantities that are not in the unit of their indicator."""
_BUKAN_SATUAN: Final = frozenset({"kategori", "predikat", "nilai", "indeks", "angka", "skor", "poin", "point", "level"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SelNilai:
    """One value cell with what its row tells: the printed unit and the name of what is measured."""

    kolom: Kolom
    teks: str
    letak: Letak = TANPA_LETAK
    satuan: str = ""
    nama: str = ""

    @property
    def satuan_baca(self) -> str:
        """The unit to read the cell in: of the row, of the head, or % if the name says a percentage."""
        if self.kolom.arti is Arti.ANGGARAN or self.kolom.besaran in _TAK_BERSATUAN:
            return self.kolom.satuan
        if self.kolom.besaran is Besaran.CAPAIAN and self.kolom.satuan:
            return self.kolom.satuan
        rapi = " ".join(self.satuan.split())
        if rapi and _SATUAN_PERSEN.fullmatch(rapi):
            return PERSEN
        if rapi.casefold() in _BUKAN_SATUAN:
            return ""
        return normalize_satuan(rapi) or self.kolom.satuan or (PERSEN if _NAMA_PERSEN.match(self.nama) else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Waktu:
    """When the values of a table are, where their heads do not say: its year, quarter, and first year of the plan."""

    tahun: int | None = None
    triwulan: int | None = None
    tahun_awal: int | None = None

    def find_tahun(self, kolom: Kolom) -> int | None:
        """Return the year of a column."""
        if kolom.tahun is not None:
            return kolom.tahun
        if kolom.urutan_tahun is not None:
            return None if self.tahun_awal is None else self.tahun_awal + kolom.urutan_tahun - 1
        if kolom.geser_tahun is not None:
            return None if self.tahun is None else self.tahun + kolom.geser_tahun
        if kolom.besaran in (Besaran.KONDISI_AWAL, Besaran.TARGET_AKHIR, Besaran.PERTUMBUHAN):
            return None
        return self.tahun


def read_daftar_nilai(daftar: Sequence[SelNilai], *, waktu: Waktu, besaran: Besaran) -> list[NilaiTerbaca | None]:
    """
    Return the value of every cell, ``None`` where it is blank.

    :param daftar: the value cells of one table, in any order
    :param besaran: what a value is whose head names a time only
    """
    gaya = detect_konteks(satu.teks for satu in daftar).gaya
    sesatuan: dict[str, list[str]] = defaultdict(list)
    senama: dict[tuple[str, str], list[str]] = defaultdict(list)
    for satu in daftar:
        sesatuan[satu.satuan_baca].append(_rapikan(satu.teks))
        senama[satu.satuan_baca, satu.nama].append(_rapikan(satu.teks))
    konteks_satuan = {satuan: detect_konteks(isi, satuan=satuan) for satuan, isi in sesatuan.items()}
    konteks_nama = {
        (satuan, nama): _make_konteks(konteks_satuan[satuan], isi, satuan=satuan, gaya=gaya)
        for (satuan, nama), isi in senama.items()
    }
    pecahan = {besar for besar in _BERASIO if _is_pecahan([satu for satu in daftar if satu.kolom.besaran is besar])}
    return [
        _read_satu(
            satu,
            konteks_nama[satu.satuan_baca, satu.nama],
            waktu=waktu,
            besaran=besaran,
            is_pecahan=satu.kolom.besaran in pecahan,
        )
        for satu in daftar
    ]


_BERASIO: Final = (Besaran.RASIO, Besaran.CAPAIAN, Besaran.PERSEN, Besaran.TINGKAT_KEMAJUAN)
_RASIO_TERBESAR: Final = 5


def _is_pecahan(daftar: Sequence[SelNilai]) -> bool:
    """Whether ratios under a % head are all printed as fractions, those above one too: 0,8750 and 1,05."""
    polos = [_rapikan(satu.teks) for satu in daftar if satu.kolom.satuan == PERSEN and re.search(r"\d", satu.teks)]
    if not polos or any("%" in teks for teks in polos):
        return False
    daftar_angka = [bacaan.nilai.angka for teks in polos if isinstance((bacaan := read_bebas(teks)).nilai, Bilangan)]
    is_kecil = bool(daftar_angka) and all(angka <= _RASIO_TERBESAR for angka in daftar_angka)
    return is_kecil and any(not angka.is_bulat for angka in daftar_angka)


def _rapikan(teks: str) -> str:
    return " ".join(teks.split())


def _make_konteks(bersama: KonteksKolom, daftar_teks: list[str], *, satuan: str, gaya: Gaya | None) -> KonteksKolom:
    """
    Return what is known about the cells of one row: what cells of its unit share, and the sizes of its own values.

    Sizes of other rows say nothing, since each measures another thing.
    """
    sendiri = detect_konteks(daftar_teks, satuan=satuan)
    return replace(
        bersama, satuan=satuan, gaya=bersama.gaya or gaya, terkecil=sendiri.terkecil, terbesar=sendiri.terbesar
    )


def _read_satu(
    satu: SelNilai, konteks: KonteksKolom, *, waktu: Waktu, besaran: Besaran, is_pecahan: bool
) -> NilaiTerbaca | None:
    tercetak = _rapikan(satu.teks)
    if not tercetak:
        return None
    bacaan = read_bebas(tercetak, konteks=replace(konteks, persen_pecahan=True) if is_pecahan else konteks)
    kali = satu.kolom.kali if _is_polos(tercetak) else 1
    angka, atas = _ambil_angka(bacaan, kali)
    catatan = []
    if is_pecahan and angka is not None and CatatanBaca.PECAHAN not in bacaan.catatan and satu.kolom.satuan == PERSEN:
        angka = angka * 100
        catatan.append("pecahan")
    if CatatanBaca.PECAHAN in bacaan.catatan and angka is not None:
        catatan.append("pecahan")
    if kali > 1 and angka is not None:
        catatan.append(_NAMA_KALI[kali])
    kategori = _find_kategori(tercetak, bacaan)
    if angka is None and kategori is None and re.search(r"\d", tercetak):
        catatan.append("ragu")
    return NilaiTerbaca(
        satu.kolom.besaran or besaran,
        tercetak,
        angka=angka,
        atas=atas,
        kategori=kategori,
        satuan=_satuan_cetak(satu, bacaan),
        tahun=waktu.find_tahun(satu.kolom),
        triwulan=satu.kolom.triwulan or waktu.triwulan,
        bulan=satu.kolom.bulan,
        catatan=tuple(catatan),
        letak=satu.letak,
    )


def _is_polos(tercetak: str) -> bool:
    """Whether a number stands without a factor of its own ("2,5 juta")."""
    return re.search(r"\b(?:ribu|juta|jt|mil[iy]ar)\b", tercetak, re.IGNORECASE) is None


def _ambil_angka(bacaan: Bacaan, kali: int) -> tuple[Angka | None, Angka | None]:
    match bacaan.nilai:
        case Bilangan(angka=angka) if bacaan.keyakinan is Keyakinan.PASTI or not bacaan.angka_lain:
            return angka * kali, None
        case Rentang(bawah=bawah, atas=atas):
            return bawah * kali, atas * kali
        case _:
            return None, None


def _find_kategori(tercetak: str, bacaan: Bacaan) -> str | None:
    if isinstance(bacaan.nilai, Kategori):
        return bacaan.nilai.label
    if bacaan.nilai is None:
        is_kata = CatatanBaca.BUKAN_ANGKA in bacaan.catatan and not re.search(r"\d", tercetak)
        return tercetak if is_kata and len(tercetak.split()) <= _KATA_KATEGORI else None
    label = bacaan.label.strip(" .:;,")
    if label and len(label.split()) <= 2 and re.fullmatch(r"[A-Z]{1,3}[+-]?|[A-Z][a-z]+(?: [A-Z][a-z]+)?", label):
        return label
    return None


def _satuan_cetak(satu: SelNilai, bacaan: Bacaan) -> str:
    if satu.kolom.arti is Arti.ANGGARAN:
        return satu.kolom.satuan
    if bacaan.satuan == RUPIAH:
        return RUPIAH
    return bacaan.satuan if bacaan.satuan != KATEGORI else ""
