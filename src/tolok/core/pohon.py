"""
Trees given as (id, id above): checked with named faults, walked without recursion, in time linear in their size.

One tree serves organisation, plan and budget.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

BATAS_DALAM: Final = 64
"""Deeper trees are refused: no organisation, plan or budget is that deep."""


class JenisCacat(StrEnum):
    """What can be wrong with a tree."""

    GANDA = "ganda"
    YATIM = "yatim"
    SIKLUS = "siklus"
    TERLALU_DALAM = "terlalu_dalam"


class CacatPohon(NamedTuple):
    """One fault: the node it is about, the path that shows it (a cycle begins and ends alike), and a sentence."""

    jenis: JenisCacat
    id: str
    jalur: tuple[str, ...]
    pesan: str


class PohonRusak(ValueError):
    """The pairs are no tree; ``daftar_cacat`` says why."""

    def __init__(self, daftar_cacat: tuple[CacatPohon, ...]) -> None:
        super().__init__(" ".join(cacat.pesan for cacat in daftar_cacat[:5]))
        self.daftar_cacat = daftar_cacat


@dataclass(frozen=True, slots=True)
class Pohon:
    """A checked tree (or several side by side); every order is the order in which the nodes were given."""

    daftar_akar: tuple[str, ...]
    induk_per_id: dict[str, str]
    anak_per_id: dict[str, tuple[str, ...]]
    daftar_pascaurut: tuple[str, ...]
    """Every node after all nodes below it: the order for adding up."""

    def is_daun(self, simpul: str) -> bool:
        """Whether nothing is below the node."""
        return not self.anak_per_id[simpul]

    def list_leluhur(self, simpul: str) -> tuple[str, ...]:
        """Return the node and all above it, from the node up."""
        jalur = [simpul]
        while induk := self.induk_per_id[jalur[-1]]:
            jalur.append(induk)
        return tuple(jalur)

    def telusuri(self, simpul: str | None = None) -> Iterator[str]:
        """Yield the node and everything below it (``None``: all trees), parents first."""
        tumpukan = list(reversed(self.daftar_akar)) if simpul is None else [simpul]
        while tumpukan:
            kini = tumpukan.pop()
            yield kini
            tumpukan.extend(reversed(self.anak_per_id[kini]))


def build_pohon(pasangan: Iterable[tuple[str, str]], *, batas_dalam: int = BATAS_DALAM) -> Pohon:
    """
    Return the tree of ``(id, id above or "")`` pairs.

    :raises PohonRusak: if an id stands twice, an id above is unknown, a path closes on itself or is too deep
    """
    daftar = tuple(pasangan)
    if daftar_cacat := check_pohon(daftar, batas_dalam=batas_dalam):
        raise PohonRusak(daftar_cacat)
    anak: dict[str, list[str]] = {simpul: [] for simpul, _ in daftar}
    for simpul, induk in daftar:
        if induk:
            anak[induk].append(simpul)
    daftar_akar = tuple(simpul for simpul, induk in daftar if not induk)
    # Parents first and children right to left; reversed that is children first, left to right.
    terbalik: list[str] = []
    tumpukan = list(daftar_akar)
    while tumpukan:
        terbalik.append(tumpukan.pop())
        tumpukan.extend(anak[terbalik[-1]])
    return Pohon(
        daftar_akar=daftar_akar,
        induk_per_id=dict(daftar),
        anak_per_id={simpul: tuple(isi) for simpul, isi in anak.items()},
        daftar_pascaurut=tuple(reversed(terbalik)),
    )


def check_pohon(pasangan: Iterable[tuple[str, str]], *, batas_dalam: int = BATAS_DALAM) -> tuple[CacatPohon, ...]:
    """Return every fault of the pairs, one a cause; an empty answer means they are a tree (or several)."""
    daftar_cacat: list[CacatPohon] = []
    induk_per_id: dict[str, str] = {}
    for simpul, induk in pasangan:
        if simpul in induk_per_id:
            pesan = f"{simpul} tercantum lebih dari sekali; beri kode yang berbeda."
            daftar_cacat.append(CacatPohon(JenisCacat.GANDA, simpul, (simpul,), pesan))
        else:
            induk_per_id[simpul] = induk
    dalam_per_id: dict[str, int] = {}
    for simpul in induk_per_id:
        daftar_cacat.extend(_periksa_jalur(simpul, induk_per_id, dalam_per_id, batas_dalam))
    return tuple(daftar_cacat)


def _periksa_jalur(
    awal: str, induk_per_id: dict[str, str], dalam_per_id: dict[str, int], batas_dalam: int
) -> Iterator[CacatPohon]:
    """Walk up from ``awal`` to known ground, and settle the depth of every node on the way."""
    jalur: list[str] = []
    tempat: dict[str, int] = {}
    kini = awal
    while kini and kini not in dalam_per_id:
        if kini in tempat:
            putaran = (*jalur[tempat[kini] :], kini)
            yield CacatPohon(JenisCacat.SIKLUS, kini, putaran, f"Induk berputar: {' → '.join(putaran)}.")
            break
        if kini not in induk_per_id:
            pesan = f"Induk {kini} dari {jalur[-1]} tidak ada; tambahkan {kini} atau perbaiki induknya."
            yield CacatPohon(JenisCacat.YATIM, jalur[-1], (jalur[-1], kini), pesan)
            break
        tempat[kini] = len(jalur)
        jalur.append(kini)
        kini = induk_per_id[kini]
    dalam = dalam_per_id.get(kini, 0)
    for simpul in reversed(jalur):
        dalam += 1
        dalam_per_id[simpul] = dalam
        if dalam == batas_dalam + 1:
            pesan = f"{simpul} berada lebih dari {batas_dalam} tingkat di bawah puncak; periksa induknya."
            yield CacatPohon(JenisCacat.TERLALU_DALAM, simpul, (simpul,), pesan)
