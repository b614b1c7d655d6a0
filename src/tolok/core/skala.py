"""Scales: classes of capaian (predikat) and ordered categories, with the checks a scale must pass."""

from __future__ import annotations

from dataclasses import dataclass

from tolok.core.angka import Angka
from tolok.core.nilai import Kategori


@dataclass(frozen=True, slots=True, kw_only=True)
class Kelas:
    """One class: from ``bawah`` (``None``: from below) to the next class; ``bawah_termasuk`` owns the bound."""

    label: str
    kode: str = ""
    bawah: Angka | None = None
    bawah_termasuk: bool = True
    atas: Angka | None = None
    atas_termasuk: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Skala:
    """A scale of classes over 0 to infinity, or (``jenis="kategori"``) of ranked labels from low to high."""

    id: str
    nama: str
    jenis: str
    kelas: tuple[Kelas, ...]
    dasar: str = ""
    berlaku_tahun_awal: int | None = None
    berlaku_tahun_akhir: int | None = None


def find_kategori(label: str, skala: Skala) -> Kategori | None:
    """Return the category a label names in an ordered scale (letter case and spaces do not matter), or ``None``."""
    dicari = " ".join(label.split()).casefold()
    for peringkat, kelas in enumerate(skala.kelas, start=1):
        if dicari and dicari in (kelas.label.casefold(), kelas.kode.casefold()):
            return Kategori(kelas.label, peringkat, skala.id)
    return None
