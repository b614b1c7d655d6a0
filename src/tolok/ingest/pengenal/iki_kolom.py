"""The form above the table of a sheet of individual indicators: jabatan, tugas, fungsi, uraian, one or many lines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from tolok.core.bacaan.blok import Paragraf
from tolok.core.dokumen.sel import Letak


class Bidang(StrEnum):
    """A field of the form."""

    JABATAN = "jabatan"
    TUGAS = "tugas"
    FUNGSI = "fungsi"
    URAIAN = "uraian"
    LAIN = "lain"


_LABEL: Final = (
    (
        Bidang.URAIAN,
        r"(?:uraian|rincian) (?:tugas|kegiatan)(?: pokok| jabatan)?|butir(?:-butir)? kegiatan|rincian kegiatan",
    ),
    (Bidang.JABATAN, r"(?:nama )?jabatan(?: fungsional(?: tertentu| umum)?| struktural| pelaksana)?"),
    (Bidang.TUGAS, r"tugas(?: pokok| jabatan| utama)?|tupoksi|ikhtisar jabatan|tugas pokok dan fungsi"),
    (Bidang.FUNGSI, r"fungsi(?: jabatan)?"),
    (
        Bidang.LAIN,
        r"instansi|unit kerja|unit organisasi|perangkat daerah|opd|program|kegiatan|hasil kerja|nama(?: pegawai)?|nip|"
        r"pangkat(?:\s*/\s*golongan.*)?|golongan|atasan(?: langsung)?|tahun|eselon|tujuan|sasaran|"
        r"wewenang|tanggung jawab",
    ),
)
_AWALAN: Final = r"(?:[-–•*]\s*)?(?:(?:\d{1,2}|[a-zA-Z]|[IVX]{1,4})[.)]\s*)?"
_POLA: Final = tuple(
    (bidang, re.compile(rf"^\s*{_AWALAN}(?:{pola})\s*(?P<sisa>:.*|$)", re.IGNORECASE | re.DOTALL))
    for bidang, pola in _LABEL
)
_POTONGAN: Final = ((Bidang.JABATAN, "JABATAN", 4), (Bidang.TUGAS, "TUGAS", 3), (Bidang.FUNGSI, "FUNGSI", 4))
_BUTIR: Final = re.compile(
    r"^\s*(?:[-–•●▪*]\s*)?(?:\(?(?P<angka>\d{1,2})[.)]|\(?(?P<huruf>[a-z])[.)])\s+|^\s*(?P<peluru>[-–•●▪*])\s+"
)
_BUTIR_SEBARIS: Final = re.compile(r"(?:^|(?<=[;.:]\s))(?=\(?(?:\d{1,2}|[a-z])[.)]\s+\S)")


@dataclass(slots=True)
class Formulir:
    """What a form says; ``letak`` is the place of its jabatan."""

    letak: Letak
    jabatan: str = ""
    isi: dict[Bidang, list[str]] = field(default_factory=dict)

    def list_butir(self, bidang: Bidang) -> tuple[str, ...]:
        """Return the items of a field at the highest level of its list; its only sentence if it has no list."""
        return list_butir(self.isi.get(bidang, ()))


def find_bidang(teks: str) -> tuple[Bidang, str] | None:
    """Return the field a line begins, and what of it stands behind the colon; ``None`` if it begins none."""
    for bidang, pola in _POLA:
        if cocok := pola.match(teks):
            return bidang, cocok["sisa"].lstrip(": \n").strip()
    rapi = teks.strip(" :")
    for bidang, kata, panjang in _POTONGAN:
        if len(rapi) >= panjang and rapi.isupper() and kata.endswith(rapi) and rapi != kata:
            return bidang, ""
    return None


def list_butir(daftar_baris: Iterable[str]) -> tuple[str, ...]:
    """
    Return the items of lines: the first kind of mark is the highest level, other marks and unmarked lines go on.

    A single item that only introduces a deeper list ("meliputi:") gives way to the items of that list.
    """
    daftar = [bagian.strip() for baris in daftar_baris for bagian in _BUTIR_SEBARIS.split(baris) if bagian.strip()]
    if not any(_BUTIR.match(baris) for baris in daftar):
        teks = " ".join(" ".join(daftar).split()).lstrip(": ")
        return (teks,) if teks else ()
    while daftar and not _BUTIR.match(daftar[0]):
        daftar.pop(0)
    pertama = _jenis(daftar[0])
    hasil: list[list[str]] = []
    for baris in daftar:
        if _jenis(baris) == pertama:
            hasil.append([baris])
        else:
            hasil[-1].append(baris)
    if len(hasil) == 1 and len(hasil[0]) > 2:
        return list_butir(hasil[0][1:])
    return tuple(_bersih(" ".join(satu)) for satu in hasil)


def _jenis(baris: str) -> str | None:
    cocok = _BUTIR.match(baris)
    return cocok.lastgroup if cocok else None


def _bersih(teks: str) -> str:
    return " ".join(_BUTIR.sub("", teks, count=1).split()).rstrip(";").strip()


def list_baris(paragraf: Paragraf) -> list[str]:
    """Return the lines of a paragraph that say something."""
    return [" ".join(baris.split()) for baris in paragraf.teks.split("\n") if baris.strip()]


class PembacaFormulir:
    """Takes paragraphs one by one; knows which field they continue."""

    def __init__(self) -> None:
        self.formulir: Formulir | None = None
        self._bidang: Bidang | None = None

    def close(self) -> None:
        """End the form: a table or a title comes, and no line belongs to a field any more."""
        self._bidang = None

    def read(self, paragraf: Paragraf) -> Formulir | None:
        """Take a paragraph; return the form if it begins a new one."""
        baru = None
        for urut, baris in enumerate(list_baris(paragraf)):
            bidang = find_bidang(baris)
            if bidang is not None and (bidang[0] is not Bidang.LAIN or self._bidang is not None):
                if bidang[0] is Bidang.JABATAN:
                    baru = self.formulir = Formulir(paragraf.letak)
                if self.formulir is not None:
                    self._begin(*bidang)
            elif self.formulir is not None and self._bidang is not None:
                self._go_on(baris, is_sambungan=urut > 0)
        return baru

    def _begin(self, bidang: Bidang, sisa: str) -> None:
        assert self.formulir is not None
        self._bidang = bidang
        if bidang is Bidang.JABATAN:
            self.formulir.jabatan = sisa.rstrip(" .")
        else:
            self.formulir.isi.setdefault(bidang, [])
            if sisa:
                self.formulir.isi[bidang].append(sisa)

    def _go_on(self, baris: str, *, is_sambungan: bool) -> None:
        """Take a line without a label: the jabatan where it is still empty, else a part of the field being read."""
        formulir = self.formulir
        assert formulir is not None
        is_butir = _BUTIR.match(baris) is not None
        if not formulir.jabatan and not is_butir:
            formulir.jabatan = baris.lstrip(": ").rstrip(" .")
            if self._bidang is Bidang.JABATAN:
                self._bidang = None
        elif self._bidang is Bidang.JABATAN:
            if is_sambungan and not is_butir:
                formulir.jabatan = f"{formulir.jabatan} {baris}"
        elif self._bidang is not None and (is_butir or is_sambungan or self._is_lanjut(baris)):
            formulir.isi.setdefault(self._bidang, []).append(baris)

    def _is_lanjut(self, baris: str) -> bool:
        """Whether an unmarked line goes on with the field: nothing is there yet, or the last line is not at its end."""
        assert self.formulir is not None
        assert self._bidang is not None
        isi = self.formulir.isi.get(self._bidang, [])
        return (
            not isi or not isi[-1].endswith((".", ";")) or baris[0].islower() or baris.casefold().startswith("meliputi")
        )
