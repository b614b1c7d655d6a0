"""
A file of blocks becomes the documents in it: where each begins, what it is, whose and when, and what its tables say.

A recogniser is a function on one logical table (``dasar.Pengenal``); ``DAFTAR_PENGENAL`` asks them in order and the
first that knows the table answers. A table none knows is kept and reported.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from tolok.core.bacaan.blok import Berkas, Paragraf
from tolok.core.bacaan.dokumen import BerkasTerbaca, DokumenTerbaca, IkiTerbaca, JenisDokumen, NilaiTerbaca, Tingkat
from tolok.ingest.pengenal.baris_anggaran import list_tingkat_nama
from tolok.ingest.pengenal.dasar import HasilTabel, KonteksDokumen, Pengenal
from tolok.ingest.pengenal.iki import read_iki_susun
from tolok.ingest.pengenal.lengkapi import complete_rencana
from tolok.ingest.pengenal.perangkat_daerah import find_perangkat_daerah
from tolok.ingest.pengenal.potong import Potongan, split_dokumen
from tolok.ingest.pengenal.rencana import recognise_rencana, recognise_rencana_berjudul
from tolok.ingest.pengenal.tabel_lkjip import recognise_lkjip
from tolok.ingest.pengenal.tabel_pengukuran import recognise_anggaran, recognise_evaluasi_renja, recognise_pengukuran
from tolok.ingest.susun import TabelSusun, compose_tabel
from tolok.ingest.susun.arti import NILAI, Arti
from tolok.ingest.susun.kata import join_baris
from tolok.ingest.susun.nilai import detect_gaya
from tolok.ingest.susun.waktu import read_rentang_tahun, read_tahun

DAFTAR_PENGENAL: Final[tuple[Pengenal, ...]] = (
    recognise_rencana_berjudul,
    recognise_evaluasi_renja,
    recognise_lkjip,
    recognise_pengukuran,
    recognise_anggaran,
    recognise_rencana,
)
"""Every recogniser, the most particular first."""

_KEPALA_DOKUMEN: Final = 40
_TERJADI: Final = (Arti.REALISASI, Arti.REALISASI_ANGGARAN, Arti.CAPAIAN)
_BERTAHUN: Final = re.compile(r"\W*(?:tahun|periode|t\.?a\.?)\b", re.IGNORECASE)
_PERATURAN: Final = re.compile(
    r"\b(?:peraturan|undang-undang|perda|perwali|perbup|permen\w*|keputusan|lembaran)\b", re.IGNORECASE
)
_KEPUTUSAN: Final = re.compile(
    r"\W*keputusan\s+(?:kepala|bupati|wali\s?kota|gubernur|camat|sekretaris|inspektur|direktur)\b", re.IGNORECASE
)
_TRIWULAN_TAHUN: Final = re.compile(r"\btriwulan\s+(?:iv|iii|ii|i|[1-4])\s+(?:tahun\s+)?(20\d{2})\b", re.IGNORECASE)
_TANGGAL: Final = re.compile(r"\b(?:tanggal\s*:?\s*)?\d{1,2}\s+[A-Z]\w{2,9}\s+(20\d\d)\b")
_JANGKA_PANJANG: Final = frozenset({JenisDokumen.RENSTRA, JenisDokumen.IKU, JenisDokumen.LAIN})


def recognise(berkas: Berkas) -> BerkasTerbaca:
    """Return what a file says."""
    daftar_tabel = compose_tabel(berkas)
    tingkat = _collect_tingkat(daftar_tabel)
    gaya = detect_gaya(
        baris[k] for susun in daftar_tabel for k in susun.find_kolom(*NILAI) for baris in susun.tabel.isi
    )
    daftar_potongan = split_dokumen(berkas.daftar_blok, daftar_tabel)
    teks = [[p.teks for p in berkas.daftar_blok[d.awal : d.akhir] if isinstance(p, Paragraf)] for d in daftar_potongan]
    umum = find_perangkat_daerah(t for daftar in teks for t in daftar[:_KEPALA_DOKUMEN])
    tahun_umum = next((tahun for d, t in zip(daftar_potongan, teks, strict=True) if (tahun := _read_tahun(d, t))), None)
    hasil = []
    for potongan, daftar_teks in zip(daftar_potongan, teks, strict=True):
        judul = [potongan.judul, *(j for susun in potongan.tabel for j in susun.sekitar.judul_dalam)]
        rentang = next(
            (r for t in (*judul, *daftar_teks[:_KEPALA_DOKUMEN]) if len(t) < 200 and (r := read_rentang_tahun(t))), None
        )
        if potongan.jenis not in (*_JANGKA_PANJANG, None):
            rentang = None
        konteks = KonteksDokumen(
            jenis=potongan.jenis or JenisDokumen.LAIN,
            judul=potongan.judul,
            perangkat_daerah=find_perangkat_daerah([potongan.judul, *daftar_teks[:_KEPALA_DOKUMEN], *judul[1:]])
            or umum,
            tahun=rentang[0] if rentang else _read_tahun(potongan, daftar_teks) or tahun_umum,
            tahun_akhir=rentang[1] if rentang else None,
            triwulan=potongan.triwulan,
            tingkat_per_nama=tingkat,
            gaya=gaya,
        )
        hasil.append(complete_rencana(_recognise_dokumen(berkas, potongan, konteks)))
    return BerkasTerbaca(berkas.nama, berkas.sidik, tuple(hasil), berkas.catatan)


def _recognise_dokumen(berkas: Berkas, potongan: Potongan, konteks: KonteksDokumen) -> DokumenTerbaca:
    daftar = [(susun, recognise_tabel(susun, konteks)) for susun in potongan.tabel]
    if potongan.jenis is None:
        konteks = replace(konteks, jenis=_guess_jenis(hasil for _, hasil in daftar))
        daftar = [(susun, recognise_tabel(susun, konteks)) for susun in potongan.tabel]
    indeks = {susun.tabel.indeks: urut for urut, susun in enumerate(potongan.tabel)}
    daftar_iki: tuple[IkiTerbaca, ...] = ()
    if konteks.jenis is JenisDokumen.SK_IKI:
        daftar_iki, dipakai = read_iki_susun(berkas.daftar_blok, potongan.awal, potongan.akhir, potongan.tabel)
        daftar = [
            (susun, HasilTabel(jenis="iki", dokumen=JenisDokumen.SK_IKI) if susun.tabel.indeks in dipakai else hasil)
            for susun, hasil in daftar
        ]
    dikenal = [_renumber(hasil, indeks) for _, hasil in daftar if hasil is not None]
    return DokumenTerbaca(
        jenis=konteks.jenis,
        judul=konteks.judul,
        perangkat_daerah=konteks.perangkat_daerah,
        tahun=konteks.tahun,
        tahun_akhir=konteks.tahun_akhir,
        triwulan=konteks.triwulan,
        indikator=tuple(baris for hasil in dikenal for baris in hasil.indikator),
        anggaran=tuple(baris for hasil in dikenal for baris in hasil.anggaran),
        iki=daftar_iki or tuple(iki for hasil in dikenal for iki in hasil.iki),
        tabel=tuple(
            replace(
                susun.tabel,
                indeks=indeks[susun.tabel.indeks],
                jenis=hasil.jenis if hasil else "",
                tahun=susun.tabel.tahun or konteks.tahun,
                triwulan=susun.tabel.triwulan or konteks.triwulan,
            )
            for susun, hasil in daftar
        ),
        blok=berkas.daftar_blok[potongan.awal : potongan.akhir],
    )


def recognise_tabel(susun: TabelSusun, konteks: KonteksDokumen) -> HasilTabel | None:
    """Return what the first recogniser that knows a table says, or ``None``."""
    return next((hasil for kenali in DAFTAR_PENGENAL if (hasil := kenali(susun, konteks)) is not None), None)


def _guess_jenis(daftar: Iterable[HasilTabel | None]) -> JenisDokumen:
    """Return the kind of document most recognised tables speak for."""
    hitung = Counter(hasil.dokumen for hasil in daftar if hasil is not None and hasil.dokumen is not JenisDokumen.LAIN)
    return max(hitung, key=lambda jenis: hitung[jenis], default=JenisDokumen.LAIN)


def _collect_tingkat(daftar_tabel: Sequence[TabelSusun]) -> dict[str, Tingkat]:
    """Return the level of each name that has one and the same everywhere in the file."""
    hitung: dict[str, set[Tingkat]] = {}
    for susun in daftar_tabel:
        for kunci, tingkat in list_tingkat_nama(susun):
            hitung.setdefault(kunci, set()).add(tingkat)
    return {kunci: next(iter(himpunan)) for kunci, himpunan in hitung.items() if len(himpunan) == 1}


def _read_tahun(potongan: Potongan, daftar_teks: Sequence[str]) -> int | None:
    """Return the year of a document: from its title, the lines after it, or its tables."""
    dekat = [join_baris(teks) for teks in daftar_teks if len(teks) <= 200 and not _PERATURAN.search(teks)]
    sumber = [potongan.judul, *(j for susun in potongan.tabel for j in susun.sekitar.judul_dalam)]
    bertanggal = next((int(cocok[1]) for teks in dekat if (cocok := _TANGGAL.search(teks))), None)
    if bertanggal and any(_KEPUTUSAN.match(teks) for teks in daftar_teks[:_KEPALA_DOKUMEN]):
        return read_tahun(potongan.judul) or bertanggal
    sumber += [teks for teks in dekat[:_KEPALA_DOKUMEN] if _BERTAHUN.match(teks) or teks.isupper()]
    if (tahun := next((tahun for teks in sumber if (tahun := read_tahun(teks))), None)) is None and potongan.triwulan:
        disebut = Counter(int(cocok[1]) for teks in daftar_teks for cocok in _TRIWULAN_TAHUN.finditer(teks))
        tahun = disebut.most_common(1)[0][0] if disebut else None
    if tahun is not None:
        return tahun
    sumber = [teks for teks in dekat[:_KEPALA_DOKUMEN] if re.search(r"\btahun\b", teks, re.IGNORECASE)]
    if tahun := next((tahun for teks in sumber if (tahun := read_tahun(teks))), None):
        return tahun
    dari_tabel = Counter(susun.tabel.tahun for susun in potongan.tabel if susun.tabel.tahun)
    if dari_tabel:
        return dari_tabel.most_common(1)[0][0]
    if bertanggal:
        return bertanggal
    return (
        max((susun.kolom[k].tahun or 0 for susun in potongan.tabel for k in susun.find_kolom(*_TERJADI)), default=0)
        or None
    )


def _renumber(hasil: HasilTabel, indeks: dict[int, int]) -> HasilTabel:
    """Return a result whose table numbers count within its document."""

    def _nilai(daftar: tuple[NilaiTerbaca, ...]) -> tuple[NilaiTerbaca, ...]:
        return tuple(replace(n, tabel=None if n.tabel is None else indeks[n.tabel]) for n in daftar)

    return replace(
        hasil,
        indikator=tuple(
            replace(b, nilai=_nilai(b.nilai), tabel=None if b.tabel is None else indeks[b.tabel])
            for b in hasil.indikator
        ),
        anggaran=tuple(
            replace(b, nilai=_nilai(b.nilai), tabel=None if b.tabel is None else indeks[b.tabel])
            for b in hasil.anggaran
        ),
    )
