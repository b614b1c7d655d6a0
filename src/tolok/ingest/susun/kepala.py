"""
What a head means: its levels, from the outermost to the innermost, become one ``Kolom``.

The innermost level that says something decides; the ones above it add whether money or performance is meant, the year
and the quarter. A head that fits no rule means ``LAIN``; nothing is guessed from its position.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from tolok.core.satuan import PERSEN as SATUAN_PERSEN
from tolok.core.satuan import RUPIAH
from tolok.ingest.susun.arti import NILAI, NILAI_UANG, Arti, Kolom
from tolok.ingest.susun.kamus_kepala import (
    BESARAN,
    INTI,
    KINERJA,
    KOSAKATA,
    LABEL,
    LABEL_PASTI,
    PERSEN,
    UANG,
    Aturan,
)
from tolok.ingest.susun.kata import Kata, join_baris, read_kata
from tolok.ingest.susun.waktu import (
    is_kumulatif,
    list_tahun,
    read_bulan,
    read_nomor_triwulan,
    read_rentang_tahun,
    read_triwulan,
    strip_waktu,
)

_BATAS_KATA: Final = 30
_SATUAN_PERSEN: Final = re.compile(r"\(\s*(?:%|persen|dalam\s+%|dalam\s+persen)\s*\)", re.IGNORECASE)
_PENDEK: Final = frozenset({"rp", "%", "k", "t", "r"})
_SINGKATAN: Final = {"t": "Target", "r": "Realisasi", "c": "Capaian"}
_SETAHUN: Final = re.compile(r"\b(?:tahunan|(?:se|1\s?|satu\s)tahun|akhir tahun)\b", re.IGNORECASE)
_BUTIR: Final = re.compile(r"(?:\d{1,2}|[a-z])[.)]\s", re.IGNORECASE)
_NAMA: Final = re.compile(r"(?:jumlah|persentase|prosentase|indeks|nilai|laporan|dokumen|tingkat)\b", re.IGNORECASE)
_BESARAN: Final = re.compile(r"target|realisasi|capaian|anggaran|serap|efisiensi|kemajuan|keberhasilan", re.IGNORECASE)
_PENGALI: Final = (("juta", 10**6), ("jt", 10**6), ("ribu", 10**3), ("ribuan", 10**3), ("000", 10**3),
                   ("miliar", 10**9), ("milyar", 10**9))  # fmt: skip
_KURUNG: Final = re.compile(r"\(([^()]{1,30})\)")
_RUMUS_KOLOM: Final = re.compile(r"\(?\s*\d{1,2}\s*(?:[=:+/x*-]\s*\(?\s*\d{1,3}\s*\)?\s*%?\s*)+\)?", re.IGNORECASE)
_UANG_DARI: Final = {
    Arti.TARGET: Arti.PAGU, Arti.TARGET_AKHIR: Arti.PAGU_AKHIR, Arti.REALISASI: Arti.REALISASI_ANGGARAN,
    Arti.CAPAIAN: Arti.PERSEN_ANGGARAN, Arti.RASIO: Arti.PERSEN_ANGGARAN, Arti.TINGKAT_KEMAJUAN: Arti.PERSEN_ANGGARAN,
    Arti.PERTUMBUHAN: Arti.PERTUMBUHAN_ANGGARAN, Arti.KONDISI_AWAL: Arti.LAIN,
}  # fmt: skip
_MENGALAHKAN: Final = frozenset(
    {Arti.PERTUMBUHAN, Arti.RASIO, Arti.TARGET_AKHIR, Arti.TINGKAT_KEMAJUAN, Arti.EFISIENSI}
)
_PETUNJUK: Final = (UANG | KINERJA | PERSEN) - {"indikator", "sasaran", "iku", "serapan", "penyerapan"}
"""Words that only hint at what a column holds; a level of nothing else leaves the decision to the one above."""
_PERNYATAAN: Final = re.compile(
    r"(?:meningkat|menurun|terwujud|terlaksana|tercapai|terpenuhi|mewujud)\w+", re.IGNORECASE
)


@lru_cache(maxsize=4096)
def read_kepala(tingkat: tuple[str, ...]) -> Kolom:
    """
    Return what a head says.

    :param tingkat: its levels as printed, outermost first; a level that repeats the one above counts once
    """
    daftar = [rapi for teks in dict.fromkeys(tingkat) if (rapi := join_baris(teks))]
    if not daftar or any(len(teks.split()) > _BATAS_KATA for teks in daftar):
        return Kolom()
    kolom = _read_waktu(daftar)
    kata = [read_kata(_strip(teks)) for teks in daftar]
    arti = _read_arti([read_kata(_strip(_strip_persen(teks))) for teks in daftar])
    if arti in (Arti.TARGET, Arti.REALISASI, Arti.CAPAIAN):
        arti = next((luar for k in kata[:-1] if (luar := _choose(BESARAN, k)) in _MENGALAHKAN), arti)
    pengali = _read_pengali(daftar)
    if _is_uang(kata) and arti in _UANG_DARI:
        arti = _UANG_DARI[arti]
        is_rupiah = read_kata(daftar[-1]).himpunan <= {"rp", "rupiah"} and not _has_persen(kata)
        arti = Arti.PAGU if arti is Arti.PERSEN_ANGGARAN and is_rupiah else arti
    if arti is Arti.REALISASI_ANGGARAN and _SATUAN_PERSEN.search(daftar[-1]):
        arti = Arti.PERSEN_ANGGARAN
    if arti in NILAI_UANG:
        return replace(kolom, arti=arti, satuan=RUPIAH, pengali=pengali)
    if arti in (Arti.PERSEN_ANGGARAN, Arti.PERTUMBUHAN_ANGGARAN):
        return replace(kolom, arti=arti, satuan=SATUAN_PERSEN)
    return replace(kolom, arti=arti, satuan=_read_satuan(daftar) if arti in NILAI else "")


def read_deret_kepala(daftar_tingkat: Sequence[tuple[str, ...]]) -> tuple[Kolom, ...]:
    """
    Return what the heads of one table say, each read beside its neighbours.

    A "%" beside other heads under the same "Realisasi" is what part of them was reached, not a realisation.
    """
    daftar = [read_kepala(_spell_singkatan(tingkat, daftar_tingkat)) for tingkat in daftar_tingkat]
    for urut, (tingkat, kolom) in enumerate(zip(daftar_tingkat, daftar, strict=True)):
        if len(tingkat) < 2 or not read_kata(tingkat[-1]).daftar or not read_kata(tingkat[-1]).himpunan <= PERSEN:
            continue
        serumpun = [daftar[i].arti for i, lain in enumerate(daftar_tingkat) if i != urut and lain[:-1] == tingkat[:-1]]
        if kolom.arti in (Arti.REALISASI, Arti.REALISASI_ANGGARAN, Arti.CAPAIAN) and serumpun:
            is_uang = kolom.arti is Arti.REALISASI_ANGGARAN or bool(set(serumpun) & NILAI_UANG)
            arti = Arti.PERSEN_ANGGARAN if is_uang else Arti.CAPAIAN
            daftar[urut] = replace(kolom, arti=arti, satuan=SATUAN_PERSEN, pengali=1)
    return tuple(daftar)


def _spell_singkatan(tingkat: tuple[str, ...], semua: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Return a head with "T" and "R" spelt out where both stand under one group."""
    if len(tingkat) < 2 or tingkat[-1].strip(".").casefold() not in _SINGKATAN:
        return tingkat
    serumpun = {lain[-1].strip(".").casefold() for lain in semua if lain[:-1] == tingkat[:-1]}
    if not serumpun >= {"t", "r"}:
        return tingkat
    return (*tingkat[:-1], _SINGKATAN[tingkat[-1].strip(".").casefold()])


def is_kata_kepala(teks: str) -> bool:
    """Whether a cell reads like a head: its words are those of heads, or it is only a year, quarter, month or unit."""
    rapi = join_baris(teks)
    daftar = read_kata(_strip(rapi)).daftar
    if len(daftar) > _BATAS_KATA or _PERNYATAAN.match(rapi):
        return False
    if not frozenset(daftar) - PERSEN:
        return bool(daftar or list_tahun(rapi) or read_triwulan(rapi))
    if read_bulan(rapi) or read_nomor_triwulan(rapi) or rapi.strip("(). ").casefold() in _PENDEK:
        return True
    daftar_huruf = [kata for kata in daftar if not kata.isdigit() and kata != "%"]
    if len(daftar_huruf) < 2 and len(daftar_huruf) < len(daftar):
        return bool(daftar_huruf) and daftar_huruf[0] in KOSAKATA and not any(kata.isdigit() for kata in daftar)
    if read_kata(rapi).rapat in INTI:
        return True
    if _BUTIR.match(rapi) or (len(daftar_huruf) > 3 and _NAMA.match(rapi) and not _BESARAN.search(rapi)):
        return False
    dikenal = sum(1 for kata in daftar_huruf if kata in KOSAKATA)
    is_waktu = bool(list_tahun(rapi)) or read_triwulan(rapi) is not None
    return dikenal * 10 >= len(daftar_huruf) * 7 and (is_waktu or not INTI.isdisjoint(daftar_huruf))


def _strip(teks: str) -> str:
    """Return the words of a level: without years, quarters and the sums of column numbers some heads carry."""
    return _RUMUS_KOLOM.sub(" ", strip_waktu(teks))


def _strip_persen(teks: str) -> str:
    """Return a level without a "(%)" that is only the unit of its words."""
    return _SATUAN_PERSEN.sub(" ", teks) if read_kata(teks).himpunan - PERSEN else teks


def _read_arti(daftar_kata: Sequence[Kata]) -> Arti:
    uraian = False
    for kata in reversed(daftar_kata):
        if not kata.daftar or kata.himpunan <= _PETUNJUK:
            continue
        if (arti := _read_tingkat(kata)) not in (Arti.LAIN, Arti.URAIAN):
            return arti
        uraian = uraian or arti is Arti.URAIAN
    return Arti.URAIAN if uraian else _read_petunjuk(daftar_kata)


def _read_tingkat(kata: Kata) -> Arti:
    """Return what one level means."""
    if (arti := _choose(LABEL_PASTI, kata)) is not Arti.LAIN:
        return arti
    if kata.daftar[0] == "target" and kata.has("akhir"):
        return Arti.TARGET_AKHIR
    if kata.daftar[0] not in ("indikator", "sasaran", "uraian", "nama"):
        if (arti := _choose(BESARAN, kata)) is not Arti.LAIN:
            return arti
        if kata.himpunan & PERSEN and kata.himpunan & UANG:
            return Arti.CAPAIAN
        if kata.himpunan & UANG and not kata.himpunan & {"jenis", "uraian"}:
            return Arti.TARGET
    return _choose(LABEL, kata)


def _read_petunjuk(daftar_kata: Sequence[Kata]) -> Arti:
    """Return what a head means that is only made of hints: "Anggaran (Rp)", "%", "Kinerja"."""
    semua = frozenset().union(*(kata.himpunan for kata in daftar_kata))
    if semua & PERSEN and not semua & {"rp", "rupiah"}:
        return Arti.CAPAIAN
    if semua & UANG:
        return Arti.TARGET
    return Arti.SASARAN if semua == {"kinerja"} else Arti.LAIN


def _choose(daftar: Sequence[Aturan], kata: Kata) -> Arti:
    return next((aturan.arti for aturan in daftar if aturan.is_cocok(kata)), Arti.LAIN)


def _is_uang(daftar_kata: Sequence[Kata]) -> bool:
    """Whether money is meant: the innermost level that names money or performance, but not both, decides."""
    for kata in reversed(daftar_kata):
        uang, kinerja = bool(kata.himpunan & UANG), bool(kata.himpunan & KINERJA)
        if kata.himpunan & {"rp", "rupiah"} or (uang and not kinerja):
            return True
        if kinerja and not uang:
            return False
    return False


def _has_persen(daftar_kata: Sequence[Kata]) -> bool:
    return any(kata.himpunan & (PERSEN | {"tingkat"}) for kata in daftar_kata)


def _read_waktu(daftar: Sequence[str]) -> Kolom:
    tahun = triwulan = bulan = None
    ada_triwulan = any("triwulan" in read_kata(teks).rapat or "tw" in read_kata(teks).himpunan for teks in daftar)
    for teks in daftar:
        daftar_tahun = list_tahun(teks)
        rentang = read_rentang_tahun(teks)
        if rentang is None and daftar_tahun:
            tahun = daftar_tahun[0 if read_kata(teks).has_any("terhadap", "dibanding") else -1]
        triwulan = read_triwulan(teks) or (read_nomor_triwulan(teks) if ada_triwulan else None) or triwulan
        bulan = read_bulan(teks) or bulan
    return Kolom(
        tahun=tahun,
        triwulan=triwulan,
        bulan=bulan,
        is_kumulatif=any(is_kumulatif(teks) for teks in daftar),
        is_setahun=triwulan is None and any(_SETAHUN.search(teks) for teks in daftar),
    )


def _read_pengali(daftar: Sequence[str]) -> int:
    himpunan = frozenset().union(*(read_kata(teks).himpunan for teks in daftar))
    return next((kali for kata, kali in _PENGALI if kata in himpunan), 1)


def _read_satuan(daftar: Sequence[str]) -> str:
    """Return the unit a head prints: "(%)", "Persentase …", "(orang)"."""
    for teks in reversed(daftar):
        kurung = [isi.strip() for isi in _KURUNG.findall(teks) if not re.search(r"[\d=]", isi)]
        if kurung and not is_kata_kepala(kurung[-1].replace("%", "")):
            return SATUAN_PERSEN if read_kata(kurung[-1]).himpunan <= PERSEN else kurung[-1]
        if read_kata(teks).himpunan & {"%", "persen"} or read_kata(teks).daftar[:1] == ("persentase",):
            return SATUAN_PERSEN
    return ""
