"""
Rows that a scanner moved to the left: their cells stand under the wrong heads until they are moved back.

A row is moved only where its cells cannot stand as they are and one place alone suits them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tolok.core.bacaan.dokumen import TabelTerbaca
from tolok.core.dokumen.sel import Letak
from tolok.ingest.pengenal.kolom_rencana import Arti
from tolok.ingest.pengenal.tata_rencana import URAIAN, Tata

_NOMOR: Final = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[IVXivx]{1,5}|[A-Za-z])[.)]?|[-–]?")
_UANG: Final = re.compile(r"(?:rp\.?|idr)?\s*\(?-?[\d.,\s]*\d\)?(?:,-+|,=)?|(?:rp\.?\s*)?-+|rp\.?", re.IGNORECASE)
_ANGKA_SAJA: Final = re.compile(r"[\d.,\s%()-]+")
_RUMUS_SAJA: Final = re.compile(r"\s*\$|\s*\\frac")
_KATA_NILAI: Final = 6


def is_cocok(arti: Arti, teks: str) -> bool:
    """Whether a cell can stand under a column."""
    rapi = teks.strip()
    if not rapi:
        return True
    if arti is Arti.NOMOR:
        return _NOMOR.fullmatch(rapi) is not None
    if arti is Arti.ANGGARAN:
        return all(
            _UANG.fullmatch(baris.strip()) for baris in re.split(r"\n|(?<=\d)\s+(?=rp)", rapi, flags=re.IGNORECASE)
        )
    if arti is Arti.NILAI:
        return len(rapi.split()) <= _KATA_NILAI and not _is_rupiah(rapi)
    if arti in URAIAN or arti is Arti.INDIKATOR:
        return _ANGKA_SAJA.fullmatch(rapi) is None and not _RUMUS_SAJA.match(rapi) and not _is_rupiah(rapi)
    return not _is_rupiah(rapi)


def _is_rupiah(rapi: str) -> bool:
    return re.match(r"rp\.?\s?\d", rapi, re.IGNORECASE) is not None


def align_baris(tabel: TabelTerbaca, tata: Tata) -> TabelTerbaca:
    """Return the table with the rows moved back that stand too far to the left."""
    isi: list[tuple[str, ...]] = []
    letak: list[tuple[Letak, ...]] = []
    geser_terakhir = None
    for teks, tempat in zip(tabel.isi, tabel.letak_isi, strict=True):
        geser = 0
        if _is_salah_tempat(teks, tata):
            geser = _find_geser(teks, tata, sebelum=isi[-1] if isi else None, terakhir=geser_terakhir)
            geser_terakhir = geser or geser_terakhir
        if geser:
            lebar = len(teks)
            teks = tuple(teks[k - geser] if k >= geser else "" for k in range(lebar))
            tempat = tuple(tempat[max(k - geser, 0)] for k in range(lebar))
        isi.append(teks)
        letak.append(tempat)
    return replace(tabel, isi=tuple(isi), letak_isi=tuple(letak))


def _is_salah_tempat(teks: Sequence[str], tata: Tata) -> bool:
    """Whether the first cell of a row cannot stand where it does, and there is room to its right."""
    k = next((i for i, satu in enumerate(teks) if satu.strip()), None)
    if k is None or teks[-1].strip():
        return False
    arti = tata.kolom[k].arti
    if arti is Arti.NOMOR:
        return not is_cocok(arti, teks[k]) and (len(teks[k].split()) > 1 or bool(_RUMUS_SAJA.match(teks[k])))
    return (
        (arti in URAIAN or arti is Arti.INDIKATOR) and not is_cocok(arti, teks[k]) and bool(_RUMUS_SAJA.match(teks[k]))
    )


def _find_geser(teks: Sequence[str], tata: Tata, *, sebelum: Sequence[str] | None, terakhir: int | None) -> int:
    """Return how far the row is moved, 0 if nothing speaks for one place."""
    akhir = max(i for i, satu in enumerate(teks) if satu.strip())
    awal = min(i for i, satu in enumerate(teks) if satu.strip())
    calon = [
        geser
        for geser in range(1, len(teks) - akhir)
        if all(
            is_cocok(tata.kolom[i + geser].arti, satu) and _is_tujuan(tata, i + geser)
            for i, satu in enumerate(teks)
            if satu.strip()
        )
    ]
    if len(calon) == 1:
        return calon[0]
    rumus = [geser for geser in calon if tata.kolom[awal + geser].arti is Arti.RUMUS]
    if _RUMUS_SAJA.match(teks[awal]) and len(rumus) == 1:
        return rumus[0]
    if terakhir in calon and terakhir is not None:
        return terakhir
    if sebelum is not None:
        isi_sebelum = [i for i, satu in enumerate(sebelum) if satu.strip()]
        lanjut = (isi_sebelum[-1] + 1 - awal) if isi_sebelum else 0
        if lanjut in calon:
            return lanjut
    cocok = [geser for geser in calon if _is_berurut(teks, tata, geser)]
    return cocok[0] if len(cocok) == 1 else 0


def _is_tujuan(tata: Tata, k: int) -> bool:
    return tata.kolom[k].arti not in (Arti.NOMOR, Arti.LAIN)


def _is_berurut(teks: Sequence[str], tata: Tata, geser: int) -> bool:
    """Whether a formula among the cells comes to stand under its head."""
    return all(
        tata.kolom[i + geser].arti is Arti.RUMUS for i, satu in enumerate(teks) if _RUMUS_SAJA.match(satu)
    ) and any(_RUMUS_SAJA.match(satu) for satu in teks)
