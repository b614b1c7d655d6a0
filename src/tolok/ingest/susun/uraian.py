"""A column headed only "Uraian" beside targets and realisasi holds indicators, if its names read like indicators."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tolok.ingest.susun.arti import NAMA_ANGGARAN, NAMA_INDIKATOR, NILAI_KINERJA, NILAI_UANG, Arti, Kolom
from tolok.ingest.susun.jenis_sel import JenisSel, detect_jenis
from tolok.ingest.susun.petak_isi import Baris


def fix_uraian(daftar_kolom: tuple[Kolom, ...], daftar_baris: Sequence[Baris]) -> tuple[Kolom, ...]:
    """
    Return the columns with a column of descriptions taken for indicators where nothing else can be meant.

    At least half of the rows with values must begin like an indicator ("Persentase …", "Indeks …").
    """
    arti = {kolom.arti for kolom in daftar_kolom}
    daftar_k = [k for k, kolom in enumerate(daftar_kolom) if kolom.arti is Arti.URAIAN]
    is_kinerja = arti >= {Arti.TARGET, Arti.REALISASI} and not arti & (NAMA_INDIKATOR | NAMA_ANGGARAN | NILAI_UANG)
    if len(daftar_k) != 1 or not is_kinerja:
        return daftar_kolom
    nilai = [k for k, kolom in enumerate(daftar_kolom) if kolom.arti in NILAI_KINERJA]
    berisi = [baris[daftar_k[0]].teks for baris in daftar_baris if any(baris[k].teks for k in nilai)]
    mirip = sum(1 for teks in berisi if detect_jenis(teks) is JenisSel.INDIKATOR)
    if mirip * 2 < len(berisi) or not mirip:
        return daftar_kolom
    return tuple(replace(kolom, arti=Arti.INDIKATOR) if kolom.arti is Arti.URAIAN else kolom for kolom in daftar_kolom)
