"""Whether a budget row is a program, a kegiatan or a sub-kegiatan: by column, code, word, known name, or sum."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from tolok.core.angka import NOL, Angka
from tolok.core.bacaan.dokumen import Tingkat
from tolok.ingest.susun.kata import make_kunci

_KODE: Final = re.compile(r"(?:[\dxX]{1,2}|-)(?:[.\s][\dxX]{1,4}){1,6}\.?")
_KATA: Final = (
    (re.compile(r"sub\s?-?\s?kegiatan\b", re.IGNORECASE), Tingkat.SUBKEGIATAN),
    (re.compile(r"kegiatan\b", re.IGNORECASE), Tingkat.KEGIATAN),
    (re.compile(r"program\b", re.IGNORECASE), Tingkat.PROGRAM),
)


def split_kode(teks: str) -> tuple[str, str]:
    """Return code and name of a label ("1.06.02 PROGRAM …"); the code is ``""`` without one."""
    cocok = _KODE.match(teks)
    if cocok is None or (len(teks) > cocok.end() and not teks[cocok.end()].isspace()):
        return "", teks
    return cocok[0].rstrip("."), teks[cocok.end() :].strip()


def read_tingkat_kode(kode: str) -> Tingkat | None:
    """
    Return the level a code has: "1.06.02" a program, "1.06.02.2.01" a kegiatan, "1.06.02.2.01.0001" a sub-kegiatan.

    :source: domain handbook 13.2
    """
    bagian = [b for b in re.split(r"[.\s]+", kode) if b]
    if len(bagian) < 3 or (len(bagian) == 3 and len(bagian[1]) < 2):
        return None
    return {3: Tingkat.PROGRAM, 4: Tingkat.KEGIATAN, 5: Tingkat.KEGIATAN, 6: Tingkat.SUBKEGIATAN}.get(len(bagian))


def read_tingkat_kata(nama: str) -> Tingkat | None:
    """Return the level a name says itself ("Sub Kegiatan …")."""
    return next((tingkat for pola, tingkat in _KATA if pola.match(nama)), None)


def guess_tingkat(
    daftar: Sequence[tuple[str, str, Angka | None]], tingkat_per_nama: Mapping[str, Tingkat]
) -> list[Tingkat]:
    """
    Return the level of each row of one column of labels.

    What a row says itself comes first (code, word), then the level its name has elsewhere in the file, then the sums:
    a row that is the sum of the rows under it is their program. A row nothing speaks for is a kegiatan if a program
    stands above it, else a program.

    :param daftar: code, name and pagu of the rows
    """
    hasil: list[Tingkat | None] = [
        read_tingkat_kode(kode) or read_tingkat_kata(nama) or tingkat_per_nama.get(make_kunci(nama))
        for kode, nama, _ in daftar
    ]
    if not any(hasil):
        hasil = _guess_huruf([nama for _, nama, _ in daftar])
    _fill_jumlah(hasil, [pagu for _, _, pagu in daftar])
    ada_program = False
    akhir: list[Tingkat] = []
    for tingkat in hasil:
        ada_program = ada_program or tingkat is Tingkat.PROGRAM
        akhir.append(tingkat or (Tingkat.KEGIATAN if ada_program else Tingkat.PROGRAM))
    return akhir


def _guess_huruf(daftar_nama: Sequence[str]) -> list[Tingkat | None]:
    """Return programs for names in capitals, where other names are not."""
    besar = [nama.isupper() for nama in daftar_nama]
    if not any(besar) or all(besar):
        return [None] * len(besar)
    return [Tingkat.PROGRAM if b else None for b in besar]


def _fill_jumlah(hasil: list[Tingkat | None], daftar_pagu: Sequence[Angka | None]) -> None:
    """Mark rows without a level as programs, and those under them as kegiatan, where the amounts add up."""
    b = 0
    while b < len(hasil):
        akhir = _find_jumlah(hasil, daftar_pagu, b) if hasil[b] is None else None
        if akhir is None:
            b += 1
            continue
        hasil[b] = Tingkat.PROGRAM
        for i in range(b + 1, akhir):
            hasil[i] = hasil[i] or Tingkat.KEGIATAN
        b = akhir


def _find_jumlah(hasil: Sequence[Tingkat | None], daftar_pagu: Sequence[Angka | None], b: int) -> int | None:
    """Return the end of the rows after ``b`` that add up to it, or ``None``."""
    pagu = daftar_pagu[b]
    if pagu is None or pagu <= 0:
        return None
    jumlah = NOL
    for i in range(b + 1, len(hasil)):
        nilai = daftar_pagu[i]
        if nilai is None or hasil[i] is Tingkat.PROGRAM:
            return None
        jumlah += nilai
        if jumlah >= pagu:
            return i + 1 if jumlah == pagu else None
    return None
