"""The part of the budget tree that serves a sasaran or an indicator, with the way down to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from tolok.core.anggaran import SimpulAnggaran
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


class _Pohon:
    """The budget tree indexed once: parents, children, and the place of every node in print."""

    def __init__(self, daftar_anggaran: Sequence[SimpulAnggaran]) -> None:
        self.simpul_per_kode = {satu.kode: satu for satu in daftar_anggaran}
        self._anak_per_kode: dict[str, list[str]] = {}
        for satu in daftar_anggaran:
            self._anak_per_kode.setdefault(satu.induk, []).append(satu.kode)
        self.urutan_per_kode = {kode: urutan for urutan, kode in enumerate(self.bawah(""))}

    def bawah(self, kode: str) -> Iterator[str]:
        """Yield everything below a node, parents first."""
        tumpukan = self._anak_per_kode.get(kode, [])[::-1]
        while tumpukan:
            kini = tumpukan.pop()
            yield kini
            tumpukan.extend(self._anak_per_kode.get(kini, [])[::-1])

    def atas(self, kode: str) -> Iterator[str]:
        """Yield everything above a node, from the nearest up."""
        while kode := self.simpul_per_kode[kode].induk:
            yield kode


_SIMPANAN: Final[list[tuple[tuple[SimpulAnggaran, ...], _Pohon]]] = []
"""The trees indexed last; they are immutable, so an index never grows stale."""
_PALING_BANYAK: Final = 4


def _index(daftar_anggaran: tuple[SimpulAnggaran, ...]) -> _Pohon:
    for daftar, pohon in _SIMPANAN:
        if daftar is daftar_anggaran:
            return pohon
    _SIMPANAN.append((daftar_anggaran, _Pohon(daftar_anggaran)))
    del _SIMPANAN[:-_PALING_BANYAK]
    return _SIMPANAN[-1][1]


def list_cabang(daftar_anggaran: tuple[SimpulAnggaran, ...], daftar_kode: Iterable[str]) -> tuple[SimpulCabang, ...]:
    """
    Return the nodes of ``daftar_kode``, all below them (whole) and all above them (in part), in printed order.

    Parents stand before what is below them; siblings keep the order of ``daftar_anggaran``. The time grows with the
    size of the branch, not with that of the tree.
    """
    pohon = _index(daftar_anggaran)
    utuh_per_kode: dict[str, bool] = {}
    for kode in daftar_kode:
        utuh_per_kode.update(dict.fromkeys((kode, *pohon.bawah(kode)), True))
        for leluhur in pohon.atas(kode):
            utuh_per_kode.setdefault(leluhur, False)
    return tuple(
        SimpulCabang(pohon.simpul_per_kode[kode], utuh_per_kode[kode])
        for kode in sorted(utuh_per_kode, key=pohon.urutan_per_kode.__getitem__)
    )
