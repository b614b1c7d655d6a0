"""
Averages of capaian: over indicators or over sasaran, always with "n dari m", never with silence counted as success.

Told in ``docs/rumus/agregasi.md``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tolok.core.angka import NOL, SATU, Angka
from tolok.core.jejak import Jejak
from tolok.core.kebijakan import Kebijakan, KebijakanTidakLapor
from tolok.core.nilai import (
    AlasanBelumAda,
    AlasanTakTerhitung,
    BelumAda,
    Bilangan,
    Nilai,
    TidakDapatDihitung,
    is_tidak_dilaporkan,
    with_tanda,
)


class Butir(NamedTuple):
    """One capaian that enters an average, already limited, with its step; ``bobot`` only if weights are decreed."""

    label: str
    capaian: Nilai
    jejak: Jejak
    bobot: Angka | None = None


class RataRataButir(NamedTuple):
    """An average, its story, and how many indicators of how many it rests on."""

    nilai: Nilai
    jejak: Jejak
    terukur: int
    jumlah: int


def compute_rata_rata(daftar: Sequence[Butir], *, label: str, kebijakan: Kebijakan) -> RataRataButir:
    """
    Return the mean of limited capaian in points of percent.

    Indicators that were not evaluated, not published, not due or not computable stay out; one that was not reported
    is counted as 0, keeps the whole mean back, or stays out, by policy. Weights are used if every indicator has one.

    :source: domain handbook 9.3 and 9.7
    """
    is_berbobot = bool(daftar) and all(butir.bobot is not None for butir in daftar)
    daftar_anak = tuple(make_jejak_butir(butir, kebijakan) for butir in daftar)
    masuk = [
        (anak.nilai, (butir.bobot or NOL) if is_berbobot else SATU)
        for anak, butir in zip(daftar_anak, daftar, strict=True)
        if isinstance(anak.nilai, Bilangan)
    ]
    nilai = _rata_rata(label, masuk, _list_ditahan(daftar, kebijakan))
    operasi = "rata_rata_berbobot" if is_berbobot else "rata_rata"
    jejak = Jejak(operasi, label, nilai, daftar_anak, catatan=f"{len(masuk)} dari {len(daftar)} indikator.")
    return RataRataButir(nilai, jejak, len(masuk), len(daftar))


def compute_rata_rata_kelompok(daftar: Sequence[tuple[str, RataRataButir]], *, label: str) -> RataRataButir:
    """
    Return the mean of the means of groups (sasaran), each counting alike; groups without a value stay out.

    A mean that is kept back keeps the whole back. ``terukur`` and ``jumlah`` still count indicators.

    :source: domain handbook 9.7
    """
    terukur, jumlah = sum(butir.terukur for _, butir in daftar), sum(butir.jumlah for _, butir in daftar)
    masuk = [(butir.nilai, SATU) for _, butir in daftar if isinstance(butir.nilai, Bilangan)]
    ditahan = [nama for nama, butir in daftar if is_tidak_dilaporkan(butir.nilai)]
    nilai = _rata_rata(label, masuk, ditahan)
    catatan = f"{len(masuk)} dari {len(daftar)} sasaran; {terukur} dari {jumlah} indikator."
    jejak = Jejak("rata_rata_sasaran", label, nilai, tuple(butir.jejak for _, butir in daftar), catatan=catatan)
    return RataRataButir(nilai, jejak, terukur, jumlah)


def has_bagian_cukup(*, terukur: int, jumlah: int, kebijakan: Kebijakan) -> bool:
    """
    Whether enough indicators are measured to give a predicate; exactly the declared share is enough.

    :source: domain handbook 9.3 (any average)
    """
    return jumlah > 0 and Angka(terukur * 100) >= kebijakan.bagian_minimum * jumlah


def _rata_rata(label: str, masuk: Sequence[tuple[Bilangan, Angka]], ditahan: Sequence[str]) -> Nilai:
    if ditahan:
        pesan = f"Rata-rata ditahan karena belum dilaporkan: {', '.join(ditahan)}."
        return BelumAda(AlasanBelumAda.TIDAK_DILAPORKAN, pesan)
    if not masuk:
        pesan = f"{label}: belum ada indikator yang capaiannya dapat dihitung."
        return TidakDapatDihitung(AlasanTakTerhitung.TANPA_DATA, pesan)
    bobot_total = sum((bobot for _, bobot in masuk), NOL)
    if bobot_total == NOL:
        pesan = f"{label}: jumlah bobot indikator yang terukur nol; periksa bobotnya."
        return TidakDapatDihitung(AlasanTakTerhitung.PENYEBUT_NOL, pesan)
    angka = sum((nilai.angka * bobot for nilai, bobot in masuk), NOL) / bobot_total
    return with_tanda(Bilangan(angka, "%"), *(tanda for nilai, _ in masuk for tanda in nilai.tanda))


def _list_ditahan(daftar: Sequence[Butir], kebijakan: Kebijakan) -> list[str]:
    if kebijakan.tidak_lapor is not KebijakanTidakLapor.TAHAN:
        return []
    return [butir.label for butir in daftar if is_tidak_dilaporkan(butir.capaian)]


def make_jejak_butir(butir: Butir, kebijakan: Kebijakan) -> Jejak:
    """Return the step that enters the mean: the capaian, or a declared 0 for one that was not reported."""
    if kebijakan.tidak_lapor is KebijakanTidakLapor.NOL and is_tidak_dilaporkan(butir.capaian):
        catatan = "Tidak dilaporkan; menurut kebijakan dihitung 0."
        return Jejak("capaian.tidak_lapor", butir.label, Bilangan(NOL, "%"), (butir.jejak,), catatan=catatan)
    return butir.jejak
