"""
One file may hold several documents: where each begins, by titles between the tables.

Within the chapters of an LKjIP nothing is cut; its annexes are documents of their own. A quarter that changes begins
the next form of measurement.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from tolok.core.bacaan.blok import Blok, Paragraf
from tolok.core.bacaan.dokumen import JenisDokumen
from tolok.ingest.pengenal.judul_dokumen import read_jenis_judul
from tolok.ingest.pengenal.perangkat_daerah import find_perangkat_daerah, is_instansi_sama
from tolok.ingest.susun import TabelSusun
from tolok.ingest.susun.kata import join_baris
from tolok.ingest.susun.waktu import read_tahun, read_triwulan

_LAMPIRAN: Final = re.compile(r"\W*lampiran(?:\s*-\s*lampiran)?\W*", re.IGNORECASE)
_LAMPIRAN_AWAL: Final = re.compile(r"\W*lampiran\b", re.IGNORECASE)
_BAB: Final = re.compile(r"BAB\s+([IVX]{1,4}|[1-9])\b", re.IGNORECASE)
_BAB_SAJA: Final = re.compile(r"BAB\s+\w+[\s.:]*[A-Z ]{0,60}")
_ROMAWI: Final = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII")
_BAB_PENUTUP: Final = 4
_PENUTUP: Final = re.compile(r"\W*penutup\W*", re.IGNORECASE)
_BUTIR: Final = re.compile(r"\s*(?:\d{1,2}|[ivx]{1,4}|[a-z])[.)]\s", re.IGNORECASE)
_BERULANG: Final = frozenset({JenisDokumen.PERJANJIAN, JenisDokumen.RENCANA_AKSI})
_KUARTALAN: Final = frozenset({JenisDokumen.PENGUKURAN, JenisDokumen.EVALUASI_RENJA, JenisDokumen.REALISASI_ANGGARAN})
_PENDEK: Final = 120
_LANJUT: Final = 4


@dataclass(slots=True)
class Potongan:
    """
    The blocks ``awal`` up to ``akhir`` (not included) that are one document, and the tables in them.

    ``jenis`` is ``None`` where no title says it.
    """

    awal: int
    akhir: int = 0
    jenis: JenisDokumen | None = None
    judul: str = ""
    perangkat_daerah: str = ""
    tahun: int | None = None
    triwulan: int | None = None
    tabel: list[TabelSusun] = field(default_factory=list)


def split_dokumen(daftar_blok: Sequence[Blok], daftar_tabel: Sequence[TabelSusun]) -> list[Potongan]:
    """Return the documents of a file in reading order; every block and table belongs to one."""
    pemotong = _Pemotong(len(daftar_blok))
    per_blok: dict[int, list[TabelSusun]] = {}
    for susun in daftar_tabel:
        per_blok.setdefault(susun.blok[0], []).append(susun)
    for urut, blok in enumerate(daftar_blok):
        if isinstance(blok, Paragraf):
            pemotong.read_paragraf(urut, join_baris(blok.teks), blok.tingkat, _list_lanjut(daftar_blok, urut))
            continue
        for susun in per_blok.get(urut, ()):
            for judul in susun.sekitar.judul_dalam:
                pemotong.read_paragraf(urut, judul, 1)
            pemotong.add_tabel(susun)
    return pemotong.finish()


def _list_lanjut(daftar_blok: Sequence[Blok], urut: int) -> list[str]:
    """Return the lines after a title, up to the next table."""
    hasil = []
    for blok in daftar_blok[urut + 1 : urut + 1 + _LANJUT]:
        if not isinstance(blok, Paragraf):
            break
        hasil.append(blok.teks)
    return hasil


class _Pemotong:
    """Reads titles in order and opens a document at each that begins one."""

    def __init__(self, jumlah: int) -> None:
        self._jumlah = jumlah
        self._daftar = [Potongan(0)]
        self._is_bab_akhir = False
        self._is_lampiran = False
        self._ada_bab = False

    @property
    def _kini(self) -> Potongan:
        return self._daftar[-1]

    def add_tabel(self, susun: TabelSusun) -> None:
        """Put a table into the document at hand."""
        self._kini.tabel.append(susun)

    def read_paragraf(self, urut: int, teks: str, tingkat: int, lanjut: Sequence[str] = ()) -> None:
        """
        See whether a line begins a document.

        :param lanjut: the lines after it, up to the next table
        """
        self._see_bab(teks, tingkat)
        if self._is_dalam_bab():
            return
        jenis = read_jenis_judul(teks, tingkat=tingkat, is_lampiran=self._is_lampiran)
        if jenis is not None and self._is_awal(jenis, teks, lanjut):
            self._open(urut, jenis, teks)
            self._kini.perangkat_daerah = self._kini.perangkat_daerah or find_perangkat_daerah([teks, *lanjut])
            self._kini.tahun = self._kini.tahun or read_tahun(teks)
        elif self._is_lampiran and self._kini.jenis is JenisDokumen.LKJIP and not self._is_daftar_lampiran(teks):
            self._open(urut, None, "")
        self._see_triwulan(urut, teks, jenis)

    def finish(self) -> list[Potongan]:
        """Return the documents with their ends."""
        for potongan, berikut in pairwise(self._daftar):
            potongan.akhir = berikut.awal
        self._kini.akhir = self._jumlah
        return [p for p in self._daftar if p.akhir > p.awal or p.tabel] or self._daftar

    def _see_bab(self, teks: str, tingkat: int) -> None:
        """
        Note the chapter. Contents list the chapters before they come: at the first one anew, what began there ends.
        """
        cocok = _BAB.match(teks)
        if cocok and (tingkat or _BAB_SAJA.fullmatch(teks)):
            nomor = _ROMAWI.index(cocok[1].upper()) if cocok[1].upper() in _ROMAWI else int(cocok[1])
            self._ada_bab = True
            self._is_bab_akhir = nomor >= _BAB_PENUTUP
            if nomor == 1:
                self._is_lampiran = False
                while len(self._daftar) > 1 and not self._kini.tabel and self._daftar[-2].jenis is JenisDokumen.LKJIP:
                    self._daftar.pop()
        elif _PENUTUP.fullmatch(teks) and self._ada_bab:
            self._is_bab_akhir = True
        if self._is_bab_akhir and _LAMPIRAN.fullmatch(teks):
            # A workbook has the text on one sheet and the tables on the next ones: before them no annex can begin.
            self._is_lampiran = any(p.jenis is JenisDokumen.LKJIP and p.tabel for p in self._daftar)

    def _is_dalam_bab(self) -> bool:
        """Whether the place is within the chapters of an LKjIP or a Renstra."""
        return (
            self._kini.jenis in (JenisDokumen.LKJIP, JenisDokumen.RENSTRA) and self._ada_bab and not self._is_bab_akhir
        )

    def _is_awal(self, jenis: JenisDokumen, teks: str, lanjut: Sequence[str]) -> bool:
        kini = self._kini
        if kini.jenis is None:
            return True
        if jenis is not kini.jenis:
            return bool(kini.tabel) or (
                jenis is not JenisDokumen.LKJIP and kini.jenis is JenisDokumen.LKJIP and self._ada_bab
            )
        if not kini.tabel or _LAMPIRAN_AWAL.match(teks):
            return False
        if jenis in _BERULANG:
            return True
        is_lain = not is_instansi_sama(find_perangkat_daerah([teks, *lanjut]), kini.perangkat_daerah)
        return jenis is not JenisDokumen.SK_IKI and (is_lain or kini.tahun != (read_tahun(teks) or kini.tahun))

    def _open(self, urut: int, jenis: JenisDokumen | None, judul: str) -> None:
        kini = self._kini
        if kini.jenis is None and not kini.tabel:
            kini.jenis, kini.judul = jenis, judul
            return
        self._daftar.append(Potongan(urut, jenis=jenis, judul=judul))

    def _see_triwulan(self, urut: int, teks: str, jenis: JenisDokumen | None) -> None:
        """Note the quarter of a form; another quarter after its tables begins the next form."""
        kini = self._kini
        if kini.jenis not in _KUARTALAN or len(teks) > _PENDEK:
            return
        triwulan = read_triwulan(teks)
        is_judul = jenis is not None or re.match(r"\W*(?:periode\s*:?\s*)?(?:triwulan|tw)\b", teks, re.IGNORECASE)
        if triwulan is None or not is_judul:
            return
        if kini.triwulan not in (None, triwulan) and kini.tabel:
            judul = teks if jenis is kini.jenis else kini.judul
            self._daftar.append(Potongan(urut, jenis=kini.jenis, judul=judul, triwulan=triwulan))
        else:
            kini.triwulan = triwulan

    @staticmethod
    def _is_daftar_lampiran(teks: str) -> bool:
        return _LAMPIRAN.fullmatch(teks) is not None or _BUTIR.match(teks) is not None
