"""
Recognisers of planning tables: IKU, Keterkaitan, Renstra, Perjanjian Kinerja, Rencana Aksi.

Where the title of the document says what it is, that decides; elsewhere a table must show its kind by its columns.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tolok.core.bacaan.dokumen import Besaran, JenisDokumen
from tolok.core.satuan import RUPIAH
from tolok.ingest.pengenal.baris_rencana import IsiTabel, read_isi
from tolok.ingest.pengenal.dasar import HasilTabel, KonteksDokumen
from tolok.ingest.pengenal.keterkaitan import is_keterkaitan, read_keterkaitan
from tolok.ingest.pengenal.kolom_rencana import Arti, Kolom
from tolok.ingest.pengenal.nilai_rencana import Waktu
from tolok.ingest.pengenal.tata_rencana import KERJA, Tata, make_tata
from tolok.ingest.susun import TabelSusun

RENCANA: Final = frozenset(
    {
        JenisDokumen.IKU, JenisDokumen.KETERKAITAN, JenisDokumen.RENSTRA, JenisDokumen.PERJANJIAN,
        JenisDokumen.RENCANA_AKSI,
    }
)  # fmt: skip
_JANGKA: Final = (Besaran.KONDISI_AWAL, Besaran.TARGET_AKHIR, Besaran.RASIO, Besaran.PERTUMBUHAN)
_BANYAK_TAHUN: Final = 3
_HASIL: Final = (Besaran.REALISASI, Besaran.CAPAIAN, Besaran.TINGKAT_KEMAJUAN, Besaran.EFISIENSI)
_POLA_JUDUL: Final = (
    (JenisDokumen.RENCANA_AKSI, re.compile(r"\brencana aksi\b", re.IGNORECASE)),
    (JenisDokumen.PERJANJIAN, re.compile(r"\b(?:perjanjian|penetapan) kinerja\b", re.IGNORECASE)),
    (JenisDokumen.KETERKAITAN, re.compile(r"\bketerkaitan\b|\bcascading\b|\bpohon kinerja\b", re.IGNORECASE)),
    (JenisDokumen.IKU, re.compile(r"\bindikator kinerja utama\b|\biku\b", re.IGNORECASE)),
    (JenisDokumen.RENSTRA, re.compile(r"\brenstra\b|\brencana strategis\b|\bjangka menengah\b", re.IGNORECASE)),
)


def recognise_rencana_berjudul(susun: TabelSusun, konteks: KonteksDokumen) -> HasilTabel | None:
    """Recognise a table of a document whose title says that it is a plan, and one that plans for several years."""
    tata = make_tata(susun.tabel)
    if konteks.jenis in RENCANA:
        return _read(susun, tata, konteks, konteks.jenis) if _is_sesuai(tata, konteks.jenis) else None
    if konteks.jenis is not JenisDokumen.LKJIP and _count_tahun(tata) >= _BANYAK_TAHUN and tata.has(Arti.INDIKATOR):
        return _read(susun, tata, konteks, JenisDokumen.RENSTRA)
    return None


def recognise_rencana(susun: TabelSusun, konteks: KonteksDokumen) -> HasilTabel | None:
    """Recognise a planning table anywhere else by its caption and columns."""
    tata = make_tata(susun.tabel)
    jenis = _find_jenis(susun, tata)
    return None if jenis is None else _read(susun, tata, konteks, jenis)


def _read(susun: TabelSusun, tata: Tata, konteks: KonteksDokumen, jenis: JenisDokumen) -> HasilTabel | None:
    tata = _take_pengali(tata, susun)
    waktu = make_waktu(susun, tata, konteks)
    if is_keterkaitan(tata) and jenis is not JenisDokumen.RENCANA_AKSI:
        isi = read_keterkaitan(susun.tabel, tata, waktu=waktu, tingkat_per_nama=konteks.tingkat_per_nama)
    else:
        isi = read_isi(
            susun.tabel,
            _rename_capaian(tata) if jenis is JenisDokumen.RENSTRA else tata,
            waktu=waktu,
            besaran=_find_besaran(susun, konteks, jenis),
            sasaran=susun.tabel.sasaran,
            tingkat_per_nama=konteks.tingkat_per_nama,
        )
    if isi == IsiTabel():
        return None
    return HasilTabel(jenis=jenis.value, dokumen=jenis, indikator=isi.indikator, anggaran=isi.anggaran)


def _take_pengali(tata: Tata, susun: TabelSusun) -> Tata:
    """Take over the factor of amounts that the caption says ("dalam juta rupiah") where the head says none."""
    return replace(
        tata,
        kolom=tuple(
            replace(kolom, kali=dari.pengali)
            if kolom.arti is Arti.ANGGARAN and kolom.satuan == RUPIAH and kolom.kali == 1
            else kolom
            for kolom, dari in zip(tata.kolom, susun.kolom, strict=True)
        ),
    )


def _rename_capaian(tata: Tata) -> Tata:
    """Take "Capaian (%)" beside target and realisasi of each year for their ratio, as the form over years calls it."""
    bertahun = {kolom.besaran for kolom in tata.kolom if kolom.tahun is not None or kolom.urutan_tahun is not None}
    if not {Besaran.TARGET, Besaran.REALISASI, Besaran.CAPAIAN} <= bertahun:
        return tata
    return replace(
        tata,
        kolom=tuple(
            replace(kolom, besaran=Besaran.RASIO)
            if kolom.arti is Arti.NILAI and kolom.besaran is Besaran.CAPAIAN
            else kolom
            for kolom in tata.kolom
        ),
    )


def make_waktu(susun: TabelSusun, tata: Tata, konteks: KonteksDokumen) -> Waktu:
    """
    Return when the values of a table are whose heads do not say it.

    "Tahun ke-1" is the first year of the plan if the table has as many numbered years as the plan, the year after it
    if it has one less; else it stays open.
    """
    tahun = susun.tabel.tahun or (None if konteks.tahun_akhir else konteks.tahun)
    urutan = {kolom.urutan_tahun for kolom in tata.kolom if kolom.urutan_tahun is not None}
    awal = None
    if urutan and konteks.tahun and konteks.tahun_akhir:
        panjang = konteks.tahun_akhir - konteks.tahun + 1
        awal = konteks.tahun if len(urutan) == panjang else None
        awal = konteks.tahun + 1 if len(urutan) == panjang - 1 else awal
    return Waktu(tahun=tahun, triwulan=susun.tabel.triwulan, tahun_awal=awal)


def _find_besaran(susun: TabelSusun, konteks: KonteksDokumen, jenis: JenisDokumen) -> Besaran:
    """Return what values are whose head names a time only: as the caption of a Renstra table says, else targets."""
    if jenis is not JenisDokumen.RENSTRA:
        return Besaran.TARGET
    judul = f"{susun.tabel.judul} {konteks.judul}".casefold()
    is_hasil = re.search(r"\b(?:realisasi|capaian|pencapaian|perkembangan)\b", judul) and "target" not in judul
    return Besaran.REALISASI if is_hasil else Besaran.TARGET


def _list_nilai(tata: Tata) -> list[Kolom]:
    return [kolom for kolom in tata.kolom if kolom.arti is Arti.NILAI]


def _is_sesuai(tata: Tata, jenis: JenisDokumen) -> bool:
    """Whether a table of a plan of this kind is one that the plan is made of."""
    if _is_hasil_setahun(tata):
        return False
    is_anggaran = tata.has(*KERJA) and tata.has(Arti.ANGGARAN)
    is_indikator = tata.has(Arti.INDIKATOR)
    match jenis:
        case JenisDokumen.IKU:
            return is_indikator and (
                tata.has(Arti.RUMUS, Arti.SUMBER_DATA, Arti.PENANGGUNG_JAWAB, Arti.NILAI, Arti.DEFINISI)
            )
        case JenisDokumen.KETERKAITAN:
            return is_indikator and tata.has(*KERJA, Arti.NILAI)
        case JenisDokumen.RENCANA_AKSI:
            return (is_indikator or tata.has(Arti.AKSI, *KERJA)) and tata.has(Arti.NILAI, Arti.ANGGARAN)
        case JenisDokumen.PERJANJIAN:
            return is_anggaran or (is_indikator and tata.has(Arti.NILAI, Arti.SATUAN))
        case _:
            return is_anggaran or (is_indikator and tata.has(Arti.NILAI, Arti.RUMUS))


def _is_hasil_setahun(tata: Tata) -> bool:
    """Whether a table sets results beside targets of one year: a measurement, no plan."""
    daftar = [kolom for kolom in tata.kolom if kolom.arti in (Arti.NILAI, Arti.ANGGARAN)]
    hasil = [kolom for kolom in daftar if kolom.besaran in _HASIL]
    tahun = {(k.tahun, k.urutan_tahun, k.geser_tahun) for k in hasil}
    is_bertahun = any(any(waktu is not None for waktu in satu) for satu in tahun)
    return bool(hasil) and not is_bertahun and any(k.besaran in (Besaran.TARGET, Besaran.PAGU, None) for k in daftar)


def _count_tahun(tata: Tata) -> int:
    """Return for how many years a table plans."""
    return len(
        {
            (kolom.tahun, kolom.urutan_tahun)
            for kolom in tata.kolom
            if kolom.arti in (Arti.NILAI, Arti.ANGGARAN) and kolom.besaran in (Besaran.TARGET, Besaran.PAGU, None)
            if kolom.tahun is not None or kolom.urutan_tahun is not None
        }
    )


def _find_jenis(susun: TabelSusun, tata: Tata) -> JenisDokumen | None:
    """Return what plan a table is part of: by its caption if its columns agree, else by its columns alone."""
    if _is_hasil_setahun(tata):
        return None
    judul = " ".join((susun.tabel.judul, *susun.sekitar.judul_dalam))
    for jenis, pola in _POLA_JUDUL:
        if pola.search(judul) and _is_sesuai(tata, jenis):
            return jenis
    daftar_nilai = _list_nilai(tata)
    if not tata.has(Arti.INDIKATOR):
        return JenisDokumen.RENSTRA if _count_tahun(tata) > 2 and tata.has(*KERJA) else None
    if is_keterkaitan(tata):
        return JenisDokumen.KETERKAITAN
    if any(kolom.bulan for kolom in daftar_nilai) or (tata.has(Arti.AKSI) and daftar_nilai):
        return JenisDokumen.RENCANA_AKSI
    if _count_tahun(tata) > 1 or any(kolom.besaran in _JANGKA for kolom in daftar_nilai):
        return JenisDokumen.RENSTRA
    if tata.has(Arti.RUMUS, Arti.SUMBER_DATA, Arti.DEFINISI) and not any(k.besaran in _HASIL for k in daftar_nilai):
        return JenisDokumen.IKU
    is_target = bool(daftar_nilai) and all(kolom.besaran in (Besaran.TARGET, None) for kolom in daftar_nilai)
    return JenisDokumen.PERJANJIAN if is_target and tata.has(Arti.SASARAN, *KERJA) else None
