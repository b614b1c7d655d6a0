"""Names of kegiatan and subkegiatan that a scanner ran together in one cell, parted at words that begin such names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from tolok.ingest.pengenal.butir_sel import is_gantung, split_sebanyak

_KATA_AWAL: Final = re.compile(
    r"(?:pe(?:m|n|ng|ny|r|l)?[a-z]{3,}(?:an|si)|ko?ordinasi|sinkronisasi|sosialisasi|fasilitasi|advokasi|rehabilitasi|"
    r"evaluasi|verifikasi|administrasi|monitoring|koordinasi|survei|survey|kajian|bimbingan|dukungan|asistensi|"
    r"inventarisasi|identifikasi|standardisasi|standarisasi|publikasi|optimalisasi|revitalisasi|mediasi|edukasi|"
    r"diseminasi|konsultasi|promosi|operasi|operasional|rapat|layanan|jaminan|bantuan|pusat|sistem|gerakan|"
    r"rekonstruksi|konservasi|reklamasi|intensifikasi|diversifikasi|implementasi|integrasi)",
    re.IGNORECASE,
)
_KATA_AKHIR: Final = re.compile(
    r"(?:kabupaten\s?/?\s?kota|kab/kota|kabupaten|kota|daerah|provinsi|desa|kelurahan|masyarakat|sosial|\))$",
    re.IGNORECASE,
)


def split_nama_rapat(teks: str, jumlah: int) -> tuple[str, ...] | None:
    """
    Return a cell parted into ``jumlah`` names, or ``None`` if it is not clear where.

    Marked items and lines come first; else the names begin at a capital word that names an action, after a word that
    can end a name; the places after words that usually end one ("Kabupaten/Kota") win.
    """
    if (daftar := split_sebanyak(teks, jumlah)) is not None:
        return daftar
    daftar_kata = teks.split()
    calon = [i for i in range(1, len(daftar_kata)) if _is_awal(daftar_kata, i)]
    if len(calon) < jumlah - 1:
        return None
    terpilih = sorted(sorted(calon, key=lambda i: (-_bobot(daftar_kata, i), i))[: jumlah - 1])
    sisa = [i for i in calon if i not in terpilih]
    if sisa and terpilih and max(_bobot(daftar_kata, i) for i in sisa) >= min(_bobot(daftar_kata, i) for i in terpilih):
        return None
    batas = [0, *terpilih, len(daftar_kata)]
    return tuple(" ".join(daftar_kata[awal:akhir]) for awal, akhir in pairwise(batas))


def _is_awal(daftar_kata: Sequence[str], i: int) -> bool:
    """Whether a name may begin at a word: an action with a capital, not tied to the word before it."""
    kata = daftar_kata[i].strip(",;()")
    return bool(
        kata[:1].isupper()
        and _KATA_AWAL.fullmatch(kata)
        and not is_gantung(daftar_kata[i - 1])
        and daftar_kata[i - 1][-1] not in ",/-&"
    )


def _bobot(daftar_kata: Sequence[str], i: int) -> int:
    """Return how much speaks for a name to begin here."""
    sebelum = " ".join(daftar_kata[max(i - 2, 0) : i])
    kata = daftar_kata[i].strip(",;()")
    bobot = 4 if _KATA_AKHIR.search(sebelum) else 0
    bobot += 2 if kata == daftar_kata[0].strip(",;()") else 0
    is_rantai = i + 1 < len(daftar_kata) and _KATA_AWAL.fullmatch(daftar_kata[i - 1].strip(",;()")) is not None
    return bobot - (3 if is_rantai else 0)
