"""The part of the budget tree that serves a sasaran or an indicator, with the way down to it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from tolok.core.anggaran import SimpulAnggaran
from tolok.core.hasil_tahun import HasilTahun


class SimpulCabang(NamedTuple):
    """A node of a branch; ``utuh`` if all of it belongs, else it only leads to a part that does."""

    simpul: SimpulAnggaran
    utuh: bool


class KodeSasaran(NamedTuple):
    """The budget of a sasaran: codes that serve one of its indicators, and codes that serve them all together."""

    per_indikator: dict[str, tuple[str, ...]]
    bersama: tuple[str, ...]


def split_kode(hasil: HasilTahun, simpul: str, daftar_indikator: Sequence[str]) -> KodeSasaran:
    """Return which budget serves each indicator of a sasaran; all of it serves an indicator that is the only one."""
    peta = hasil.anggaran.peta
    semua = peta.kode_per_simpul.get(simpul, ())
    if len(daftar_indikator) == 1:
        return KodeSasaran({daftar_indikator[0]: semua}, ())
    per_indikator = {satu: peta.kode_per_indikator.get(satu, ()) for satu in daftar_indikator}
    terpakai = {kode for daftar in per_indikator.values() for kode in daftar}
    return KodeSasaran(per_indikator, tuple(kode for kode in semua if kode not in terpakai))


def list_cabang(daftar_anggaran: Sequence[SimpulAnggaran], daftar_kode: Collection[str]) -> tuple[SimpulCabang, ...]:
    """
    Return the nodes of ``daftar_kode``, all below them (whole) and all above them (in part), in printed order.

    Parents stand before what is below them; siblings keep the order of ``daftar_anggaran``.
    """
    induk_per_kode = {satu.kode: satu.induk for satu in daftar_anggaran}
    anak_per_kode: dict[str, list[SimpulAnggaran]] = {}
    for satu in daftar_anggaran:
        anak_per_kode.setdefault(satu.induk, []).append(satu)
    jalur = {leluhur for kode in daftar_kode for leluhur in _leluhur(kode, induk_per_kode)}

    def telusuri(daftar: Iterable[SimpulAnggaran], utuh: bool) -> Iterator[SimpulCabang]:
        for simpul in daftar:
            utuh_di_sini = utuh or simpul.kode in daftar_kode
            if utuh_di_sini or simpul.kode in jalur:
                yield SimpulCabang(simpul, utuh_di_sini)
                yield from telusuri(anak_per_kode.get(simpul.kode, ()), utuh_di_sini)

    return tuple(telusuri(anak_per_kode.get("", ()), False))


def _leluhur(kode: str, induk_per_kode: dict[str, str]) -> Iterator[str]:
    while kode:
        yield kode
        kode = induk_per_kode[kode]
