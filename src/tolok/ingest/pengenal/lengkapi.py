"""What a plan says outside its tables: the tujuan above them, and the years it plans for, from its columns."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tolok.core.bacaan.blok import Paragraf
from tolok.core.bacaan.dokumen import Besaran, DokumenTerbaca, JenisDokumen
from tolok.ingest.pengenal.rencana import RENCANA

_TUJUAN: Final = re.compile(
    r"\W*tujuan(?:\s+(?:strategis|perangkat daerah|opd))?\s*:\s*(?P<isi>[^\W\d].*)", re.IGNORECASE | re.DOTALL
)
_TERDEKAT: Final = 2


def complete_rencana(dokumen: DokumenTerbaca) -> DokumenTerbaca:
    """Return a plan with what its paragraphs and columns say about all of it; other documents as they are."""
    if dokumen.jenis not in RENCANA:
        return dokumen
    return _fill_tahun(_fill_tujuan(dokumen))


def _fill_tujuan(dokumen: DokumenTerbaca) -> DokumenTerbaca:
    """Give indicators of tujuan without one the tujuan the document names, if it names just one."""
    daftar = {
        " ".join(cocok["isi"].split()).rstrip(" .;")
        for blok in dokumen.blok
        if isinstance(blok, Paragraf) and (cocok := _TUJUAN.match(blok.teks)) is not None
    }
    if len(daftar) != 1:
        return dokumen
    tujuan = daftar.pop()
    indikator = tuple(
        replace(satu, tujuan=tujuan) if satu.tingkat == "tujuan" and not satu.tujuan else satu
        for satu in dokumen.indikator
    )
    return replace(dokumen, indikator=indikator)


def _fill_tahun(dokumen: DokumenTerbaca) -> DokumenTerbaca:
    """Give a Renstra whose title names no period the years of its targets."""
    if dokumen.jenis is not JenisDokumen.RENSTRA or dokumen.tahun_akhir is not None:
        return dokumen
    tahun = {
        nilai.tahun
        for satu in dokumen.indikator
        for nilai in satu.nilai
        if nilai.besaran is Besaran.TARGET and nilai.tahun is not None
    }
    if len(tahun) < _TERDEKAT:
        return dokumen
    return replace(dokumen, tahun=min(tahun), tahun_akhir=max(tahun))
