"""Which indicators of the period a reader asked for, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from tolok.core.angka import Angka
from tolok.core.indikator import EdisiIndikator
from tolok.core.nama import make_kunci_nama
from tolok.core.nilai import Bilangan
from tolok.core.rencana import SimpulRencana
from tolok.web.pengukuran.models import StatusPengukuran
from tolok.web.penjelasan.tampak import AngkaTampak


@dataclass(frozen=True, slots=True)
class Calon:
    """An indicator with the node of the plan it measures."""

    edisi: EdisiIndikator
    simpul: SimpulRencana
    status: StatusPengukuran


@dataclass(frozen=True, slots=True)
class Saringan:
    """What of the list is looked for; empty fields do not restrict."""

    cari: str = ""
    sasaran: str = ""
    tingkat: str = ""
    status: str = ""
    pemilik: str = ""


def list_calon(tampak: AngkaTampak) -> tuple[Calon, ...]:
    """Return the reader's indicators of the plan in force, node by node, without parts."""
    hasil, periode = tampak.hasil, tampak.tahun.konteks.periode
    return tuple(
        Calon(edisi, simpul, tampak.tahun.status(edisi.indikator))
        for simpul in hasil.data.daftar_simpul
        if simpul.edisi == hasil.data.rencana_berlaku
        for edisi in hasil.daftar_indikator(simpul.id, periode)
        if tampak.is_milik(edisi)
    )


def filter_calon(daftar: Iterable[Calon], saringan: Saringan) -> tuple[Calon, ...]:
    """Return what matches every field and every word."""
    daftar_kata = make_kunci_nama(saringan.cari).split()
    return tuple(
        calon
        for calon in daftar
        if saringan.sasaran in ("", calon.simpul.id)
        and saringan.tingkat in ("", calon.edisi.tingkat)
        and saringan.status in ("", calon.status.value)
        and (not saringan.pemilik or saringan.pemilik in calon.edisi.penanggung_jawab)
        and _is_cocok(calon, daftar_kata)
    )


def _is_cocok(calon: Calon, daftar_kata: Sequence[str]) -> bool:
    teks = make_kunci_nama(f"{calon.edisi.nama} {calon.edisi.indikator} {calon.simpul.uraian}")
    return all(kata in teks for kata in daftar_kata)


Kunci = Callable[[AngkaTampak, Calon], Any]
"""What a row is sorted by; ``None`` where it has nothing to be sorted by."""


def _capaian(tampak: AngkaTampak, calon: Calon) -> Angka | None:
    if not tampak.is_angka_tampak(calon.edisi):
        return None
    nilai = tampak.hasil.capaian(calon.edisi.indikator, tampak.tahun.konteks.periode).nilai
    return nilai.angka if isinstance(nilai, Bilangan) else None


URUTAN: Final[dict[str, Kunci]] = {
    "nama": lambda _, calon: make_kunci_nama(calon.edisi.nama),
    "capaian": _capaian,
    "keadaan": lambda _, calon: list(StatusPengukuran).index(calon.status),
}
"""What the list can be sorted by; otherwise it stands in printed order."""


def sort_calon(tampak: AngkaTampak, daftar: Sequence[Calon], urut: str) -> tuple[Calon, ...]:
    """
    Return the list in another order; what has no value stands last either way.

    :param urut: a key of ``URUTAN``, with ``-`` in front for the other direction
    """
    kunci = URUTAN.get(urut.removeprefix("-"))
    if kunci is None:
        return tuple(daftar)
    berkunci = [(kunci(tampak, calon), calon) for calon in daftar]
    ada = [satu for satu in berkunci if satu[0] is not None]
    ada.sort(key=lambda satu: satu[0], reverse=urut.startswith("-"))
    return (*(calon for _, calon in ada), *(calon for isi, calon in berkunci if isi is None))
