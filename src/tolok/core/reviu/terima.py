"""Findings that somebody accepted with a reason: kept in a file beside the document, and not told again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tolok.core.reviu.temuan import Temuan

PANJANG_SIDIK = 12


@dataclass(frozen=True, slots=True)
class TemuanDiterima:
    """A finding and why it stands."""

    temuan: Temuan
    alasan: str


def make_sidik(temuan: Temuan) -> str:
    """
    Return the short name of a finding: the same when the document is read again, whatever moved above it.

    It holds the rule, what is printed and what is said of it; the place and the file name do not count.
    """
    isi = "\n".join((temuan.aturan, temuan.tercetak, temuan.seharusnya or "", temuan.pesan))
    return hashlib.sha256(isi.encode()).hexdigest()[:PANJANG_SIDIK]


def split_diterima(
    daftar: Iterable[Temuan], *, alasan_per_sidik: Mapping[str, str]
) -> tuple[tuple[Temuan, ...], tuple[TemuanDiterima, ...]]:
    """Return the findings that remain, and those that were accepted."""
    sisa, diterima = [], []
    for satu in daftar:
        if alasan := alasan_per_sidik.get(make_sidik(satu)):
            diterima.append(TemuanDiterima(satu, alasan))
        else:
            sisa.append(satu)
    return tuple(sisa), tuple(diterima)
