"""An agency-year to rows of texts, the same for every outer form; refuses what could not be read back."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from tolok.core.instansi import TahunInstansi
from tolok.core.periode import Periode
from tolok.paket.kolom import INSTANSI, KEBIJAKAN, KELAS, SKALA, TABEL, UMUM, Bentuk, Isian, Tabel
from tolok.paket.konteks import PetaKonteks
from tolok.paket.masalah import BATAS_MASALAH, GalatPaket, Masalah
from tolok.paket.teks_nilai import Konteks, format_tanda, format_teks_nilai
from tolok.paket.teks_sel import GalatTeks, format_isian, format_teks

KUNCI_NARASI: Final = re.compile(r"[a-z0-9][a-z0-9_.-]*(/[a-z0-9][a-z0-9_.-]*)*", re.ASCII)

Baris = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SkalaTersusun:
    """A scale as texts: its own row and the rows of its classes."""

    isi: Baris
    daftar_kelas: tuple[Baris, ...]


@dataclass(frozen=True, slots=True)
class PaketTersusun:
    """Every table as texts, in the order of the columns of ``kolom.TABEL``."""

    umum: Baris
    instansi: Baris
    kebijakan: Baris
    daftar_skala: tuple[SkalaTersusun, ...]
    tabel: dict[str, tuple[Baris, ...]]
    narasi: tuple[tuple[str, str], ...]


def susun_paket(data: TahunInstansi) -> PaketTersusun:
    """
    Return the texts of a package.

    :raises GalatPaket: if something in ``data`` has no text that reads back as the same
    """
    penyusun = _Penyusun(make_peta_konteks(data))
    hasil = PaketTersusun(
        umum=penyusun.baris("paket.toml", 1, UMUM, data),
        instansi=penyusun.baris("paket.toml", 1, INSTANSI, data.instansi),
        kebijakan=penyusun.baris("paket.toml", 1, KEBIJAKAN, data.kebijakan),
        daftar_skala=tuple(
            SkalaTersusun(
                penyusun.baris("paket.toml", 1, SKALA, skala),
                tuple(penyusun.baris("paket.toml", 1, KELAS, kelas) for kelas in skala.kelas),
            )
            for skala in data.daftar_skala
        ),
        tabel={
            nama: penyusun.tabel(f"{nama}.csv", tabel, getattr(data, f"daftar_{nama}")) for nama, tabel in TABEL.items()
        },
        narasi=tuple(penyusun.narasi(data)),
    )
    if penyusun.daftar_masalah:
        raise GalatPaket(penyusun.daftar_masalah[:BATAS_MASALAH], len(penyusun.daftar_masalah))
    return hasil


def susun_tabel(nama: str, daftar: Iterable[Any]) -> tuple[Baris, ...]:
    """
    Return the rows of one table without values.

    :raises GalatPaket: if something in it has no text that reads back as the same
    """
    penyusun = _Penyusun(PetaKonteks(daftar_indikator=(), daftar_variabel=(), daftar_skala=()))
    hasil = penyusun.tabel(f"{nama}.csv", TABEL[nama], daftar)
    if penyusun.daftar_masalah:
        raise GalatPaket(penyusun.daftar_masalah[:BATAS_MASALAH], len(penyusun.daftar_masalah))
    return hasil


def make_peta_konteks(data: TahunInstansi) -> PetaKonteks:
    """Return the contexts of all values of an agency-year."""
    return PetaKonteks(
        daftar_indikator=data.daftar_indikator,
        daftar_variabel=data.daftar_variabel,
        daftar_skala=data.daftar_skala,
    )


class _Penyusun:
    def __init__(self, peta: PetaKonteks) -> None:
        self.peta = peta
        self.daftar_masalah: list[Masalah] = []

    def tabel(self, berkas: str, tabel: Tabel, daftar: Iterable[Any]) -> tuple[Baris, ...]:
        return tuple(self.baris(berkas, nomor, tabel, isi) for nomor, isi in enumerate(daftar, 2))

    def baris(self, berkas: str, nomor: int, tabel: Tabel, isi: Any) -> Baris:
        sel: list[str] = []
        for isian in tabel.daftar_isian:
            try:
                sel.extend(self.sel(isian, isi))
            except GalatTeks as galat:
                self.daftar_masalah.append(Masalah(berkas, nomor, isian.kolom[0], str(galat)))
        return tuple(sel)

    def sel(self, isian: Isian, isi: Any) -> tuple[str, ...]:
        nilai = getattr(isi, isian.nama)
        if isian.bentuk is Bentuk.PERIODE:
            return str(nilai.tahun), str(nilai.triwulan)
        if isian.bentuk is Bentuk.NILAI:
            return format_teks_nilai(nilai, self.konteks(isi)), *format_tanda(nilai)
        return (format_isian(isian, nilai),)

    def konteks(self, isi: Any) -> Konteks:
        if hasattr(isi, "variabel"):
            return self.peta.variabel(isi.variabel)
        periode = isi.periode if hasattr(isi, "periode") else Periode(isi.tahun)
        return self.peta.indikator(isi.indikator, periode)

    def narasi(self, data: TahunInstansi) -> Iterable[tuple[str, str]]:
        for narasi in sorted(data.daftar_narasi, key=lambda narasi: narasi.kunci):
            berkas = f"narasi/{narasi.kunci}.md"
            if not KUNCI_NARASI.fullmatch(narasi.kunci):
                pesan = f"Kunci {narasi.kunci!r} bukan nama berkas yang aman; pakai a-z, 0-9, '-', '_', '.' dan '/'."
                self.daftar_masalah.append(Masalah(berkas, None, None, pesan))
            try:
                yield narasi.kunci, format_teks(narasi.teks)
            except GalatTeks as galat:
                self.daftar_masalah.append(Masalah(berkas, None, None, str(galat)))
