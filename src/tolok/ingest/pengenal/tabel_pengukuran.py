"""Tables of measurement: indicators with target, realisasi and capaian, with or without the budget beside them."""

from __future__ import annotations

import re
from typing import Final

from tolok.core.bacaan.dokumen import JenisDokumen
from tolok.ingest.pengenal.baris_anggaran import extract_anggaran
from tolok.ingest.pengenal.baris_indikator import extract_indikator, has_indikator
from tolok.ingest.pengenal.dasar import HasilTabel, KonteksDokumen
from tolok.ingest.susun import TabelSusun
from tolok.ingest.susun.arti import NAMA_ANGGARAN, NAMA_INDIKATOR, NILAI_ANGGARAN, Arti

_BELANJA: Final = re.compile(r"(?:belanja|pendapatan|pembiayaan|penerimaan|retribusi|pajak)\b", re.IGNORECASE)
"""Accounts of the budget; a table of them has no programs."""

PENGUKURAN = "pengukuran"
ANGGARAN = "anggaran"
EVALUASI_RENJA = "evaluasi_renja"


def recognise_pengukuran(susun: TabelSusun, konteks: KonteksDokumen) -> HasilTabel | None:
    """Know a table of indicators that says what was realised; its budget rows come with it."""
    if not has_indikator(susun) or not susun.find_kolom(Arti.REALISASI, Arti.CAPAIAN):
        return None
    if len(susun.find_kolom(*NAMA_INDIKATOR)) > 1 and not susun.find_kolom(Arti.REALISASI):
        return None
    indikator = extract_indikator(susun, konteks)
    if not any(baris.nilai for baris in indikator) and konteks.jenis is not JenisDokumen.PENGUKURAN:
        return None
    is_program = susun.find_kolom(*NAMA_ANGGARAN, Arti.URAIAN) and susun.find_kolom(*NILAI_ANGGARAN)
    return HasilTabel(
        jenis=PENGUKURAN,
        dokumen=JenisDokumen.PENGUKURAN,
        indikator=indikator,
        anggaran=extract_anggaran(susun, konteks) if is_program else (),
    )


def recognise_anggaran(susun: TabelSusun, konteks: KonteksDokumen) -> HasilTabel | None:
    """Know a table of programs and kegiatan with their pagu or realisasi."""
    if not susun.find_kolom(*NAMA_ANGGARAN, Arti.URAIAN) or not susun.find_kolom(Arti.PAGU, Arti.REALISASI_ANGGARAN):
        return None
    anggaran = extract_anggaran(susun, konteks)
    belanja = sum(1 for baris in anggaran if _BELANJA.match(baris.nama))
    if not any(baris.nilai for baris in anggaran) or belanja * 2 > len(anggaran):
        return None
    indikator = extract_indikator(susun, konteks) if has_indikator(susun) else ()
    jenis = JenisDokumen.REALISASI_ANGGARAN if susun.find_kolom(Arti.REALISASI_ANGGARAN) else JenisDokumen.LAIN
    return HasilTabel(jenis=ANGGARAN, dokumen=jenis, indikator=indikator, anggaran=anggaran)


def recognise_evaluasi_renja(susun: TabelSusun, konteks: KonteksDokumen) -> HasilTabel | None:
    """Know Formulir E.81: the realisasi of each quarter, of performance and money, beside the targets of Renstra."""
    kuartal = {susun.kolom[k].triwulan for k in susun.find_kolom(Arti.REALISASI)} - {None}
    if not has_indikator(susun) or len(kuartal) < 3 or not susun.find_kolom(Arti.TARGET_AKHIR, Arti.TINGKAT_KEMAJUAN):
        return None
    return HasilTabel(
        jenis=EVALUASI_RENJA,
        dokumen=JenisDokumen.EVALUASI_RENJA,
        indikator=extract_indikator(susun, konteks),
        anggaran=extract_anggaran(susun, konteks),
    )
