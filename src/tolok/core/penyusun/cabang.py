"""The part of the budget tree that serves a sasaran or an indicator, with the way down to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tolok.core.anggaran import SimpulAnggaran
from tolok.core.hasil.anggaran import HasilAnggaran
from tolok.core.hasil.tahun import HasilTahun


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


def list_cabang(anggaran: HasilAnggaran, daftar_kode: Iterable[str]) -> tuple[SimpulCabang, ...]:
    """
    Return the nodes of ``daftar_kode``, all below them (whole) and all above them (in part), in printed order.

    Parents stand before what is below them; siblings keep the order of the package. The time grows with the size of
    the branch, not with that of the tree.
    """
    pohon = anggaran.pohon
    utuh_per_kode: dict[str, bool] = {}
    for kode in daftar_kode:
        utuh_per_kode.update(dict.fromkeys(pohon.telusuri(kode), True))
        for leluhur in pohon.list_leluhur(kode):
            utuh_per_kode.setdefault(leluhur, False)
    return tuple(
        SimpulCabang(anggaran.simpul_per_kode[kode], utuh_per_kode[kode])
        for kode in sorted(utuh_per_kode, key=anggaran.urutan_per_kode.__getitem__)
    )
