"""The tables of an LKjIP, A to I for each sasaran, known by their columns."""

from __future__ import annotations

from typing import Final

from tolok.core.bacaan.dokumen import JenisDokumen
from tolok.ingest.pengenal.baris_indikator import extract_indikator, has_indikator
from tolok.ingest.pengenal.dasar import HasilTabel, KonteksDokumen
from tolok.ingest.susun import TabelSusun
from tolok.ingest.susun.arti import NAMA_ANGGARAN, NILAI_KINERJA, Arti
from tolok.ingest.susun.kata import read_kata

_KINERJA: Final = frozenset({Arti.TARGET, Arti.REALISASI, Arti.CAPAIAN})


def recognise_lkjip(susun: TabelSusun, konteks: KonteksDokumen) -> HasilTabel | None:
    """Know one of the tables A to I within an LKjIP."""
    if konteks.jenis is not JenisDokumen.LKJIP or not has_indikator(susun):
        return None
    huruf = find_huruf(susun)
    if not huruf:
        return None
    return HasilTabel(jenis=huruf, dokumen=JenisDokumen.LKJIP, indikator=extract_indikator(susun, konteks))


def find_huruf(susun: TabelSusun) -> str:
    """
    Return which of the tables A to I it is, or ``""``.

    :source: domain handbook 4.3
    """
    ada = {kolom.arti for kolom in susun.kolom}
    kata = read_kata(susun.tabel.judul)
    tahun_realisasi = {susun.kolom[k].tahun for k in susun.find_kolom(Arti.REALISASI, Arti.CAPAIAN)} - {None}
    if Arti.EFISIENSI in ada:
        return "G"
    if Arti.TARGET_AKHIR in ada or Arti.TINGKAT_KEMAJUAN in ada:
        return "C"
    if Arti.NASIONAL in ada:
        return "D"
    if Arti.ANALISIS in ada and ada & _KINERJA:
        return "H"
    if ada & NAMA_ANGGARAN and ada & _KINERJA and Arti.PAGU not in ada:
        return "I"
    if Arti.PAGU in ada and ada & _KINERJA:
        return "F"
    if Arti.PAGU in ada:
        return "E"
    if len(tahun_realisasi) > 1:
        return "B"
    if {Arti.TARGET, Arti.REALISASI} <= ada:
        return "B" if kata.has("perbandingan") and len(susun.find_kolom(Arti.REALISASI)) > 1 else "A"
    return "A" if ada & NILAI_KINERJA and {Arti.REALISASI, Arti.CAPAIAN} & ada else ""
